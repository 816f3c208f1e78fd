"""The list that the store holds, read in the background when the window opens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from engine.triage.glance import Listing
from viewer.films import Films
from viewer.jobs import Jobs, Reply

_PAINTED_MS = 100


class StoredList(QObject):
    """Adds the store's films to those that are there: ``listed`` when some came.

    Their words are worked over once the list is painted; then it is ``settled``.
    """

    listed = Signal()
    settled = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        films: Films,
        read: Callable[[], Listing | None],
        parent: QObject | None = None,
    ) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._jobs, self._films, self._read = jobs, films, read

    def load(self) -> None:
        """Begin to read."""
        self._jobs.submit("store", self._read, self._arrived)

    def _arrived(self, reply: Reply) -> None:
        listing: Listing | None = reply.value
        if reply.error is not None:
            self.trouble.emit(str(reply.error))
        elif listing is not None and listing.lines:
            self._films.load(listing)
            self.listed.emit()
            QTimer.singleShot(_PAINTED_MS, self._prepare)

    def _prepare(self) -> None:
        self._jobs.submit("measure", self._films.prepared(), self._prepared)

    def _prepared(self, reply: Reply) -> None:
        was_settled = self._films.settled
        reply.value()
        if not was_settled:
            self.settled.emit()
