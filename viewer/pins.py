"""The films that a reader put before all others: kept in the store until their studies are read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.triage.reading import ReadState
from viewer.films import Films
from viewer.jobs import Jobs, Reply
from viewer.read_column import READS
from viewer.reading import Reading

if TYPE_CHECKING:
    from engine.triage.store import Store


class Pins(QObject):
    """Each reader has their own; ``changed`` where the list must be placed anew."""

    changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        films: Films,
        reading: Reading,
        open_store: "Callable[[], Store | None]",
        parent: QObject | None = None,
    ) -> None:
        """Pin nothing yet."""
        super().__init__(parent)
        self._jobs, self._films, self._reading = jobs, films, reading
        self._open_store = open_store

    def load(self) -> None:
        """Pin the listed films that were pinned, and are not read since."""
        name = self._name

        def read() -> list[str]:
            store = self._open_store()
            return [] if store is None else store.get(name, [])

        self._jobs.submit("store", read, self._loaded)

    def _loaded(self, reply: Reply) -> None:
        films, read = self._films, READS.index(ReadState.READ)
        # Where it failed, the reading of studies says so.
        numbers = np.array(films.at(reply.value or ()), np.int64)
        numbers = numbers[films.reads.states[numbers] != read]
        if numbers.size:
            films.pinned[numbers] = True
            self.changed.emit()

    def toggle(self, number: int) -> None:
        """Put a film before all others, or back to where it belongs."""
        films, name, reader = self._films, self._name, self._reading.reader
        films.pinned[number] ^= True
        places = [films.location(n) for n in np.flatnonzero(films.pinned).tolist()]
        self._reading.tell(lambda store: store.set(name, places, user=reader))
        self.changed.emit()

    @property
    def _name(self) -> str:
        return f"pinned by {self._reading.reader}"
