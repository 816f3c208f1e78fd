"""The list that the store holds, read in the background when the window opens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.films import Films
from viewer.jobs import Jobs, Reply

if TYPE_CHECKING:
    from engine.triage.listing import Listing
    from engine.triage.store import Store


class StoredList(QObject):
    """Adds the store's films to those that are there: ``listed`` when some came."""

    listed = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        films: Films,
        open_store: "Callable[[], Store | None]",
        parent: QObject | None = None,
    ) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._jobs, self._films, self._open_store = jobs, films, open_store

    def load(self) -> None:
        """Begin to read."""

        def read() -> "Listing | None":
            store = self._open_store()
            return None if store is None else store.lines()

        self._jobs.submit("store", read, self._arrived)

    def _arrived(self, reply: Reply) -> None:
        listing: Listing | None = reply.value
        if reply.error is not None:
            self.trouble.emit(str(reply.error))
        elif listing is not None and listing.lines:
            self._films.load(listing)
            self.listed.emit()
            # What the first search and the first selection would wait for.
            self._jobs.submit("measure", self._films.prepared(), lambda made: made.value())
