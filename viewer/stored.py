"""The list that the store holds, read in the background when the window opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.films import Films
from viewer.jobs import Jobs, Reply

if TYPE_CHECKING:
    from engine.triage.glance import Listing
    from viewer.services import Services

_PAINTED_MS = 100


class StoredList(QObject):
    """Adds the store's films to those that are there: ``listed`` when some came.

    The list comes before all else that the lanes have to do, its words are worked over once it is
    painted; then it is ``settled``. ``known`` says that it has been read, whatever came of it; it
    is ``reading`` until then.
    """

    listed = Signal()
    known = Signal()
    settled = Signal()
    trouble = Signal(str)

    def __init__(
        self, jobs: Jobs, films: Films, services: "Services", parent: QObject | None = None
    ) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._jobs, self._films, self._services = jobs, films, services
        self.reading = False

    def load(self) -> None:
        """Begin to read."""
        self.reading = True
        self._jobs.submit("list", self._services.glance, self._glanced)

    def _glanced(self, reply: Reply) -> None:
        if reply.value is None:
            self._jobs.begin()
            self._jobs.submit("store", self._services.listing, self._arrived)
        else:
            self._take(reply.value)
            QTimer.singleShot(_PAINTED_MS, self._jobs.begin)

    def _arrived(self, reply: Reply) -> None:
        if reply.error is not None:
            self.trouble.emit(str(reply.error))
        self._take(reply.value)

    def _take(self, listing: "Listing | None") -> None:
        self.reading = False
        if listing is not None and listing.lines:
            self._films.load(listing)
            self.listed.emit()
            QTimer.singleShot(_PAINTED_MS, self._prepare)
        self.known.emit()

    def _prepare(self) -> None:
        self._jobs.submit("measure", self._films.prepared(), self._prepared)

    def _prepared(self, reply: Reply) -> None:
        was_settled = self._films.settled
        reply.value()
        if not was_settled:
            self.settled.emit()
