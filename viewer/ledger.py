"""The store as the window uses it: opened by whom needs it first, and missed without harm."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.errors import UnusableStore
from engine.images.intake import Candidate
from engine.models.assess import Assessor
from engine.triage.glance import Listing, glance, standard_address
from engine.triage.pipeline import Infers, Keeping, Row, Stamp
from engine.types import Assessed

if TYPE_CHECKING:
    from engine.triage.store import Store

_BUSY_S = 5.0
_PICTURED = 4096
"""How many rows that the store did not take keep their small pictures: the rest is a line each."""


class Ledger:
    """One store, for any thread but the window's: opening it may take seconds.

    Rows that it does not take now are held until it does: see `keep_late`.
    """

    def __init__(self, address: str) -> None:
        """Open nothing yet; an empty address is the user's own store."""
        self._address = address or standard_address()
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._late_lock = threading.Lock()
        self._down = False
        self._late: list[tuple[Assessor, list[Row]]] = []

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

    def listing(self, after: int = 0, unscored: Sequence[str] = ()) -> Listing:
        """Return the list of the opened store, or what is new in it: see `Store.lines`.

        Raises
        ------
        UnusableStore
            With a sentence.
        """
        return self.store().lines(after, unscored)

    def keeping(self, assessor: Infers, trouble: Callable[[UnusableStore], None]) -> Keeping | None:
        """Return where a run keeps its rows; None without a model, whose rows are no scores.

        A store that fails costs the run nothing: its rows are given all the same, and wait for
        `keep_late`. ``trouble`` is told once each time that it fails, in any thread.
        """
        if not isinstance(assessor, Assessor):
            return None

        def known(item: Candidate, stamp: Stamp) -> Row | None:
            if self._down:
                return None
            try:
                return self.store().keeping(assessor).known(item, stamp)
            except UnusableStore as error:
                self._down = True
                trouble(error)
                return None

        def keep(rows: Sequence[Row]) -> None:
            with self._late_lock:
                if self._down:
                    self._hold(assessor, rows)
                    return
            try:
                self.store().keeping(assessor).keep(rows)
            except UnusableStore as error:
                with self._late_lock:
                    self._down = True
                    self._hold(assessor, rows)
                trouble(error)

        return Keeping(known, keep)

    def _hold(self, assessor: Assessor, rows: Sequence[Row]) -> None:
        held = sum(len(of) for _, of in self._late)
        light = [replace(row, assessed=_light(row.assessed)) for row in rows]
        if held >= _PICTURED:
            light = [replace(row, thumbnail=None) for row in light]
        self._late.append((assessor, light))

    def keep_late(self, store: "Store") -> None:
        """Store what could not be stored when it came; nothing where there is nothing.

        Raises
        ------
        UnusableStore
            Where that cannot be now either.
        """
        while self._down:
            with self._late_lock:
                if not self._late:
                    self._down = False
                    return
                assessor, rows = self._late[0]
            store.keeping(assessor).keep(rows)
            with self._late_lock:
                del self._late[0]


def _light(assessed: Assessed | None) -> Assessed | None:
    return None if assessed is None else replace(assessed, activations=None)
