"""Below the findings: how far the reading of the study has come, and the notes on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.triage.reading import ReadState
from viewer import wording
from viewer.discretion import MASK
from viewer.entries import Entry
from viewer.language import tr
from viewer.reading import Reading
from viewer.session import Session


def standing(entry: Entry | None, reading: Reading) -> str:
    """Say who has the study on show, and since when; empty where nothing can be read."""
    if entry is None or not entry.study:
        return ""
    read = entry.read
    if read is None or read.state is ReadState.UNREAD:
        return tr("Unread")
    told = {"reader": read.reader, "time": wording.when(read)}
    if entry.late:
        return tr("Unread: came after {reader} had read the study, {time}", **told)
    if read.state is ReadState.READING and not reading.is_held(entry.study):
        return tr("You are reading since {time}", time=told["time"])
    if read.state is ReadState.READING:
        over = " " + tr("It may be taken over.") if reading.is_abandoned(entry.study) else ""
        return wording.held(read) + over
    if read.state is ReadState.READ:
        return tr("Read by {reader}, {time}", **told)
    return tr("Second look asked for by {reader}, {time}", **told)


class VerdictLines(QWidget):
    """A line on the reading, a line on what is hidden, the notes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the lines and listen to the session."""
        super().__init__(parent)
        self._session = session
        self.standing = QLabel(self)
        self.hidden = QLabel(tr("Read blindly: say what you see, then commit."), self)
        self.notes = QLabel(self)
        self.hidden.setObjectName("amber")
        self.notes.setObjectName("dim")
        self.standing.setAccessibleName(tr("Reading of this study"))
        self.notes.setAccessibleName(tr("Notes on this study"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for label in (self.standing, self.hidden, self.notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        for signal in (session.selected, session.entries_changed, session.entries_updated):
            signal.connect(self._show)
        session.reading.notes_changed.connect(self._show)
        self._show()

    def _show(self, _value: object = None) -> None:
        entry, reading = self._session.entry, self._session.reading
        self.standing.setText(standing(entry, reading))
        self.hidden.setVisible(entry is not None and entry.hidden)
        hidden = self._session.identity_hidden
        lines = [f"{note.reader}: {MASK if hidden else note.text}" for note in reading.notes]
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))
