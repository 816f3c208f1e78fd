"""The reading of a worklist by keys: say, commit, go on to the next, take back."""

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QMainWindow

from engine.triage.reading import Opinion, ReadState
from engine.types import State
from viewer.language import tr
from viewer.preferences import Preferences
from viewer.session import Session
from viewer.worklist.panel import WorklistPanel

_SHOWN_MS = 8000


class ReadFlow(QObject):
    """Does for the study on show what the reader's keys ask for, and says what stands against it.

    ``trouble`` says as long as it lasts why the store cannot be used.
    """

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        worklist: WorklistPanel,
        window: QMainWindow,
    ) -> None:
        """Work for a window."""
        super().__init__(window)
        self._session, self._reading = session, session.reading
        self._preferences, self._worklist, self._window = preferences, worklist, window
        self.trouble = QLabel(window)
        self.trouble.setObjectName("amber")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setToolTip(
            tr("What you do is kept in the window, and stored when the store can be used again.")
        )
        window.statusBar().addPermanentWidget(self.trouble)
        self._show_trouble(self._reading.problem)
        self._reading.problem_changed.connect(self._show_trouble)
        self._reading.said.connect(self._say)

    def agree(self) -> None:
        """Agree with the model on the selected finding; while that is hidden: it is there."""
        self._judge(agrees=True)

    def disagree(self) -> None:
        """Disagree with the model; while the finding is hidden: it is not there."""
        self._judge(agrees=False)

    def _judge(self, *, agrees: bool) -> None:
        entry, name = self._session.entry, self._session.findings.selected
        if entry is None or not name:
            return
        label = next((label for label in entry.labels if label.finding.name == name), None)
        called = label is None or label.state is State.FLAGGED
        self._reading.say(name, Opinion.PRESENT if called is agrees else Opinion.ABSENT)

    def other(self) -> None:
        """Ask for a note on the study; the selected finding is then neither there nor not."""
        entry, name = self._session.entry, self._session.findings.selected
        if entry is None or not entry.study:
            return
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Note"))
        dialog.setLabelText(tr("What do you see?"))

        def wrote(text: str) -> None:
            if name and self._reading.verdicts.get(name) != Opinion.OTHER:
                self._reading.say(name, Opinion.OTHER)
            self._reading.note(text)

        dialog.textValueSelected.connect(wrote)
        dialog.open()

    def commit(self) -> None:
        """Commit the read, and go on; a blind one is committed to first, and its findings shown."""
        entry = self._session.entry
        if entry is None:
            return
        if entry.hidden:
            if self._reading.reveal():
                self._say(tr("The model's findings are shown. Commit again to end the read."))
        elif self._reading.end(ReadState.READ):
            self._go_on()

    def second_look(self) -> None:
        """Leave the study for a second look, and go on."""
        if self._reading.end(ReadState.SECOND_LOOK):
            self._go_on()

    def unread(self) -> None:
        """Mark the study as unread, and stay."""
        self._reading.end(ReadState.UNREAD)

    def next_unread(self) -> None:
        """Go to the first study of the list that nobody has read and nobody is reading.

        Then come those that were begun and left: by a program that was killed, say.
        """
        films, go_to = self._session.films, self._worklist.step_to_first
        waiting, left = films.reads.waiting.copy(), np.zeros(len(films), np.bool_)
        left[films.of_studies(self._reading.left_behind())] = True
        for wanted in (waiting, left):
            wanted[films.of_studies([self._here])] = False
        if go_to(waiting):
            return
        if go_to(left):
            self._say(tr("This study was begun and not ended."))
        elif count := int((waiting | left).sum()):
            self._say(tr("No other unread film is shown; {count} wait that the filter or the search"
                         " leaves out.", count=count))  # fmt: skip
        else:
            self._say(tr("All studies of the list are read, or being read."))

    def undo(self) -> None:
        """Go back to the last verdict or read, and take it back."""
        film = self._reading.last()
        if film is not None:
            self._session.show_study(film)
            self._reading.undo()

    def toggle_blind(self) -> None:
        """Read blindly first from now on, or no more."""
        self._preferences.prefer_blind(on=not self._reading.blind)

    @property
    def _here(self) -> str:
        entry = self._session.entry
        return "" if entry is None else entry.study

    def _go_on(self) -> None:
        if self._reading.next_unread:
            self.next_unread()

    def _show_trouble(self, problem: str) -> None:
        self.trouble.setText(tr(problem) if problem else "")
        self.trouble.setVisible(bool(problem))

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, _SHOWN_MS)
