"""A refused film is scored with the correction that was offered, where the reader asks for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from engine.triage.pipeline import Row
from viewer.entries import Model
from viewer.jobs import Jobs, Reply
from viewer.services import Corrects


class Correcting(QObject):
    """Takes the offer of the film on show; ``scored`` gives its new row.

    Attributes
    ----------
    changed
        Signal: another film is being scored, or none.
    trouble
        Signal: why the new row is not kept.
    problem : str
        Why the last film could not be scored.
    """

    changed = Signal()
    scored = Signal(object)
    trouble = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        correct: Corrects,
        *,
        row: Callable[[], Row | None],
        model: Callable[[], Model],
        parent: QObject | None = None,
    ) -> None:
        """Start idle; ``row`` gives the film on show with its own names."""
        super().__init__(parent)
        self._jobs, self._correct, self._row, self._model = jobs, correct, row, model
        self._request = 0
        self.problem = ""

    @property
    def running(self) -> bool:
        """Whether a film is being scored."""
        return bool(self._request)

    @property
    def offer(self) -> str:
        """The correction that the film on show would pass with; empty where there is none."""
        row = self._row()
        return row.assessed.assessment.offer if row is not None and row.assessed else ""

    @property
    def possible(self) -> bool:
        """Whether an offer can be taken now."""
        return bool(self.offer) and self._model().assessor is not None and not self.running

    def take(self) -> None:
        """Score the film on show with the correction that was offered."""
        row, assessor = self._row(), self._model().assessor
        if not self.possible or row is None or assessor is None:
            return
        self.problem = ""
        self._request = self._jobs.submit("look", lambda: self._correct(assessor, row), self._came)
        self.changed.emit()

    def drop(self) -> None:
        """Want no answer any more: the list is empty."""
        self._jobs.drop(self._request)
        self._request = 0

    def _came(self, reply: Reply) -> None:
        self._request = 0
        if reply.error is not None:
            self.problem = str(reply.error)
        else:
            for found in reply.value:
                if isinstance(found, Row):
                    self.scored.emit(found)
                else:
                    self.trouble.emit(str(found))
        self.changed.emit()
