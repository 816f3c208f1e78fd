"""The list that the store holds, read in the background when the window opens, and followed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.films import Films
from viewer.jobs import Jobs, Reply

if TYPE_CHECKING:
    from engine.triage.glance import Listing
    from viewer.services import Services

_PAINTED_MS = 100
_LOOK_MS = 5000
# A store on a share that does not answer holds its list back for ever, and must hold nothing else.
_PATIENCE_MS = 5000


class StoredList(QObject):
    """Adds the store's films to those that are there: ``listed`` when some came.

    The list comes before all else that the lanes have to do, its words are worked over once it is
    painted; then it is ``settled``. ``known`` says that it has been read, whatever came of it; it
    is ``reading`` until then. What other programs put into the store joins the list a few seconds
    later, also the score of a film that had none, and so does all of it once a store that could
    not be used can be.
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
        self._last = self._request = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def load(self) -> None:
        """Begin to read."""
        self.reading = True
        self._jobs.submit("list", self._services.glance, self._glanced)
        QTimer.singleShot(_PATIENCE_MS, self._jobs.begin)

    def _glanced(self, reply: Reply) -> None:
        if reply.value is None:
            self._jobs.begin()
            self._jobs.submit("store", lambda: self._services.listing(0, ()), self._arrived)
        else:
            self._begin(reply.value)
            QTimer.singleShot(_PAINTED_MS, self._jobs.begin)

    def _arrived(self, reply: Reply) -> None:
        if reply.error is not None:
            self.trouble.emit(str(reply.error))
        self._begin(reply.value)

    def _begin(self, listing: "Listing | None") -> None:
        self.reading = False
        self._take(listing)
        self._timer.start()
        self.known.emit()

    def look(self) -> None:
        """See what has come to the store."""
        if not self._request:
            after, unscored = self._last, self._films.unscored()
            self._request = self._jobs.submit(
                "store", lambda: self._services.listing(after, unscored), self._looked
            )

    def skip(self) -> None:
        """Leave out what the store has by now."""
        self._jobs.drop(self._request)
        after = self._last
        self._request = self._jobs.submit(
            "store", lambda: self._services.listing(after, ()), self._skipped
        )

    def _looked(self, reply: Reply) -> None:
        self._request = 0
        self._take(reply.value)  # where it failed, the reading of studies says so

    def _skipped(self, reply: Reply) -> None:
        self._request = 0
        if reply.value is not None:
            self._last = reply.value.last

    def _take(self, listing: "Listing | None") -> None:
        if listing is None:
            return
        before, self._last = len(self._films), listing.last
        changed = bool(listing.lines) and self._films.load(listing)
        if changed or len(self._films) > before:
            self.listed.emit()
            if not before or not self._films.settled:
                QTimer.singleShot(_PAINTED_MS, self._prepare)

    def _prepare(self) -> None:
        self._jobs.submit("measure", self._films.prepared(), self._prepared)

    def _prepared(self, reply: Reply) -> None:
        was_settled = self._films.settled
        reply.value()
        if not was_settled:
            self.settled.emit()
