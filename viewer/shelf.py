"""The shelf of decoded films: what was read lately or is wanted next, within a bound of memory."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer

from engine.triage.pipeline import Row, Status
from viewer import film as films
from viewer.film import Film
from viewer.jobs import Jobs, Receiver, Reply
from viewer.paper import Paper
from viewer.services import Papers, ReadsFilm

_Key = tuple[Row, int]
Kept = Film | Paper


@dataclass(slots=True)
class _Reading:
    """A film that is being read, and who waits for it; nobody where it is read ahead."""

    number: int
    waiting: dict[int, Receiver] = field(default_factory=dict)


class Shelf(QObject):
    """Reads films and keeps them; the least recently used goes first.

    What is on show is held by its light box and stays alive beyond the bound. Everything happens
    in the GUI thread but the reading itself.
    """

    def __init__(
        self,
        jobs: Jobs,
        read: ReadsFilm,
        limit_bytes: int,
        parent: QObject | None = None,
        *,
        papers: Papers | None = None,
    ) -> None:
        """Start empty; without ``papers`` there are no documents."""
        super().__init__(parent)
        self._jobs, self._read, self._limit = jobs, read, limit_bytes
        self._papers = papers
        self._kept: OrderedDict[_Key, Kept] = OrderedDict()
        self._readings: dict[_Key, _Reading] = {}
        self._ahead: list[_Key] = []
        self._tickets = 0
        self.held_bytes = 0
        # Runs out when what has arrived is painted: reading ahead does not keep it waiting.
        self._onward = QTimer(self, singleShot=True, interval=0)
        self._onward.timeout.connect(self._step_ahead)

    def kept(self, row: Row, frame: int = 0) -> Kept | None:
        """Return a film or document that lies ready, None where it must be fetched."""
        film = self._kept.get((row, frame))
        if film is not None:
            self._kept.move_to_end((row, frame))
        return film

    def fetch(self, row: Row, frame: int, receiver: Receiver) -> int:
        """Read a film (joining in where it is being read already); return the request's number."""
        self._tickets += 1
        self._reading((row, frame)).waiting[self._tickets] = receiver
        return self._tickets

    def drop(self, ticket: int) -> None:
        """Forget a request; what nobody waits for any more and has not begun is not read."""
        for key, reading in self._readings.items():
            if reading.waiting.pop(ticket, None) is not None and not reading.waiting:
                if self._jobs.cancel(reading.number):
                    del self._readings[key]
                return

    def read_ahead(self, wanted: Iterable[tuple[Row, int]]) -> None:
        """Read these films next, in this order, one at a time and after all that was asked for."""
        self._ahead = list(wanted)
        self._step_ahead()

    def set_limit(self, limit_bytes: int) -> None:
        """Keep at most so much."""
        self._limit = limit_bytes
        self._put_away()

    def clear(self) -> None:
        """Put everything away and read nothing more."""
        for reading in self._readings.values():
            self._jobs.drop(reading.number)
        self._readings.clear()
        self._ahead.clear()
        self._kept.clear()
        self.held_bytes = 0

    def _reading(self, key: _Key) -> _Reading:
        if key not in self._readings:
            row, frame = key
            number = self._jobs.submit(
                "read",
                lambda: self._made(row, frame),
                lambda reply: self._arrived(key, reply),
            )
            self._readings[key] = _Reading(number)
        return self._readings[key]

    def _made(self, row: Row, frame: int) -> Kept:
        """Read and make ready; runs in the read lane."""
        if row.status is Status.DOCUMENT and self._papers is not None:
            return Paper(row, self._papers.open(row))
        return films.film_of(row.name, self._read(row, frame))

    def _arrived(self, key: _Key, reply: Reply) -> None:
        reading = self._readings.pop(key)
        if reply.error is None:
            self._keep(key, reply.value)
        for ticket, receiver in reading.waiting.items():
            receiver(Reply(ticket, reply.value, reply.error))
        self._onward.start()

    def _step_ahead(self) -> None:
        while self._ahead and not self._readings:
            key = self._ahead.pop(0)
            if self.kept(*key) is None:
                self._reading(key)

    def _keep(self, key: _Key, film: Kept) -> None:
        self._kept[key] = film
        self.held_bytes += film.nbytes
        self._put_away()

    def _put_away(self) -> None:
        while self.held_bytes > self._limit:
            _, film = self._kept.popitem(last=False)
            self.held_bytes -= film.nbytes
