"""The store as the window uses it: opened by whom needs it first, and missed without harm."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from engine.errors import UnusableStore
from engine.images.intake import Candidate
from engine.models.assess import Assessor
from engine.triage.glance import Listing, glance, standard_address
from engine.triage.pipeline import Infers, Keeping, Row, Stamp

if TYPE_CHECKING:
    from engine.triage.store import Store

_BUSY_S = 5.0


class Ledger:
    """One store, for any thread but the window's: opening it may take seconds."""

    def __init__(self, address: str) -> None:
        """Open nothing yet; an empty address is the user's own store."""
        self._address = address or standard_address()
        self._lock = threading.Lock()
        self._store: Store | None = None

    def store(self) -> "Store":
        """Return the store; what could not be opened is tried again each time.

        Raises
        ------
        UnusableStore
            With a sentence.
        """
        with self._lock:
            if self._store is None:
                from engine.triage.store import Store

                self._store = Store(self._address, busy_s=_BUSY_S)
            return self._store

    def glance(self) -> Listing | None:
        """Return the list where that can be without opening the store, otherwise None."""
        return glance(self._address)

    def listing(self, after: int = 0) -> Listing:
        """Return the list of the opened store, or what came to it after what is known.

        Raises
        ------
        UnusableStore
            With a sentence.
        """
        return self.store().lines(after)

    def keeping(self, assessor: Infers, trouble: Callable[[UnusableStore], None]) -> Keeping | None:
        """Return where a run keeps its rows; None without a model, whose rows are no scores.

        A store that fails costs the run nothing: its rows are given all the same, and what was
        not kept is read again the next time. ``trouble`` is told once, in any thread.
        """
        if not isinstance(assessor, Assessor):
            return None
        try:
            return forgiving(self.store().keeping(assessor), trouble)
        except UnusableStore as error:
            trouble(error)
            return None


def forgiving(keeping: Keeping, trouble: Callable[[UnusableStore], None]) -> Keeping:
    """Return a keeping that gives up at its first failure instead of ending the run."""
    failed = threading.Event()

    def give_up(error: UnusableStore) -> None:
        if not failed.is_set():
            failed.set()
            trouble(error)

    def known(item: Candidate, stamp: Stamp) -> Row | None:
        try:
            return None if failed.is_set() else keeping.known(item, stamp)
        except UnusableStore as error:
            give_up(error)
            return None

    def keep(rows: Sequence[Row]) -> None:
        try:
            if not failed.is_set():
                keeping.keep(rows)
        except UnusableStore as error:
            give_up(error)

    return Keeping(known, keep)
