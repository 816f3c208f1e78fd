"""Many files -> one row each: intake | decode and prepare | assess in batches | store, overlapped.

The intake runs ahead in a thread, worker processes read and prepare, one thread runs the network on
what is ready, one stores what is assessed, and the caller gets rows that are stored. All between
them is bounded, so a slow stage holds up those before it; pixels stay in the workers.
"""

import contextlib
import functools
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import Cancelled
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool
from engine.triage.requests import Found as Found
from engine.triage.requests import Progress as Progress
from engine.triage.requests import Requests as Requests
from engine.triage.stages import Infers as Infers
from engine.triage.stages import Ready, read_one, scored
from engine.triage.stages import Row as Row
from engine.triage.stages import Status as Status
from engine.triage.stamps import Stamp as Stamp

if TYPE_CHECKING:
    from engine.triage.preparing import ReadFilm

BATCH = 8
_QUEUE = 4 * BATCH
_PAUSE_S = 0.1
_GATHER_S = 0.25
"""At least between two commits: one for each film would cost half as much as the network."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where rows are kept: ``known`` looks one up, ``keep`` stores some, all or none."""

    known: Callable[[Candidate, Stamp], Row | None]
    keep: Callable[[Sequence[Row]], None]


@dataclass(frozen=True, slots=True)
class _End:
    """The last thing in a queue, and what went wrong; ``None`` where nothing did."""

    error: BaseException | None = None


def triage(
    paths: Iterable[Path] | Requests,
    assessor: Infers,
    *,
    cancel: threading.Event | None = None,
    workers: int | None = None,
    pool: ReaderPool | None = None,
    rendering_px: int = 0,
    progress: Callable[[Progress], None] = lambda _progress: None,
    keeping: Keeping | None = None,
) -> Iterator[Row]:
    """Read and score everything under the paths; rows come as they are ready.

    Parameters
    ----------
    paths : iterable of Path or Requests
        What to read; requests can be added to, paused and put in another order meanwhile.
    cancel : threading.Event or None
        Once set, no further rows come. Closing the iterator does the same.
    workers, pool
        Reading processes: so many of its own, or a pool that outlives the run.
    rendering_px : int
        Longest side of ``Row.rendering``; 0 for none.
    progress : callable
        Told, in the calling thread, whenever a number changed.
    keeping : Keeping or None
        Where rows are stored before they are given, and known files are taken from.

    Raises
    ------
    HilumError
        Where rows cannot be stored.
    """
    with contextlib.ExitStack() as stack:
        pool = pool or stack.enter_context(ReaderPool(workers))
        requests = paths if isinstance(paths, Requests) else Requests(paths)
        run = _Run(pool, assessor, requests, rendering_px, keeping)
        stack.callback(run.stop)
        yield from run.rows(cancel or threading.Event(), progress)


def in_order(rows: Iterable[Row]) -> Iterator[Row]:
    """Give rows in the order of the intake, holding back those that are ahead of their turn."""
    early: dict[int, Row] = {}
    turn = 0
    for row in rows:
        early[row.index] = row
        while turn in early:
            yield early.pop(turn)
            turn += 1
    yield from (early[index] for index in sorted(early))


def with_copies(rows: Iterable[Row]) -> Iterator[Row]:
    """Give the rows; one whose film was given before says so, by content or SOP Instance UID.

    Rows in the order of the intake give the same words at every run.
    """
    contents: dict[str, str] = {}
    uids: dict[str, str] = {}
    for row in rows:
        said, uid = "", row.identity.sop_instance_uid
        if row.content_sha256:
            first = contents.setdefault(row.content_sha256, row.name)
            of_uid = uids.setdefault(uid, row.name) if uid else row.name
            if first != row.name:
                said = f"A copy of {first}."
            elif of_uid != row.name:
                said = f"Has the SOP Instance UID of {of_uid}, but not its content."
        yield replace(row, warnings=(*row.warnings, said)) if said else row


class _Run:
    """The stages of one run, each in threads of its own, and the queues between them."""

    def __init__(
        self,
        pool: ReaderPool,
        assessor: Infers,
        requests: Requests,
        rendering_px: int,
        keeping: Keeping | None,
    ) -> None:
        self._pool, self._assessor, self._requests = pool, assessor, requests
        self._keeping = keeping
        self._known = keeping.known if keeping else (lambda _item, _stamp: None)
        from engine.triage.preparing import read_film

        recipe = assessor.card.preprocessing
        self._task = functools.partial(read_film, recipe=recipe, rendering_px=rendering_px)
        self._stop = threading.Event()
        self._ready: queue.Queue[Ready | Row | _End] = queue.Queue(_QUEUE)
        self._assessed: queue.Queue[Row | _End] = queue.Queue(_QUEUE)
        self._given: queue.Queue[Row | _End] = queue.Queue(_QUEUE) if keeping else self._assessed
        self._threads = [
            *(self._thread(self._read, self._ready) for _ in range(pool.workers)),
            self._thread(self._assess, self._assessed),
            *([self._thread(self._store, self._given)] if keeping else []),
        ]

    def rows(self, cancel: threading.Event, progress: Callable[[Progress], None]) -> Iterator[Row]:
        """Run until everything has its row, or until the reader has enough."""
        self._requests.start(lambda paths: self._pool.intake(paths, cancel=self._stop))
        for thread in self._threads:
            thread.start()
        told = Progress(0, 0, complete=False)
        row: Row | _End | None = None
        while not (cancel.is_set() or self._stop.is_set() or isinstance(row, _End)):
            row = None
            with contextlib.suppress(queue.Empty):
                row = self._given.get(timeout=_PAUSE_S)
            if isinstance(row, Row):
                self._requests.done(row.index)
            if (now := self._requests.progress) != told:
                told = now
                progress(now)
            if isinstance(row, Row):
                yield row
        if isinstance(row, _End) and row.error is not None:
            raise row.error

    def stop(self) -> None:
        """Leave nothing running."""
        self._stop.set()
        self._requests.stop()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def _thread(self, stage: Callable[[], None], into: "queue.Queue[Any]") -> threading.Thread:
        def run() -> None:
            error = None
            try:
                stage()
            except Cancelled:
                self._stop.set()
            except BaseException as reason:  # noqa: BLE001 - raised again where rows are given
                error = reason
            with contextlib.suppress(Cancelled):
                self._put(into, _End(error))

        return threading.Thread(name=f"hilum-{stage.__name__.strip('_')}", target=run, daemon=True)

    def _put(self, into: "queue.Queue[Any]", item: object) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(queue.Full):
                return into.put(item, timeout=_PAUSE_S)
        raise Cancelled("Stopped.")

    def _batch(self, out_of: "queue.Queue[Any]", longest: int, *, until: float = 0) -> list[Any]:
        """Wait for something, and take what else is there, or comes until a moment."""
        batch: list[Any] = []
        while not batch:
            if self._stop.is_set():
                raise Cancelled("Stopped.")
            with contextlib.suppress(queue.Empty):
                batch.append(out_of.get(timeout=_PAUSE_S))
        with contextlib.suppress(queue.Empty):
            while len(batch) < longest and not isinstance(batch[-1], _End):
                left_s = until - time.monotonic()
                batch.append(out_of.get(left_s > 0, max(0.0, left_s)))
        return batch

    # the stages

    def _read(self) -> None:
        while (taken := self._requests.take()) is not None:
            index, item = taken
            self._put(self._ready, read_one(index, item, self._read_film, self._known))

    def _read_film(self, item: Candidate) -> "ReadFilm":
        return self._pool.run(self._task, item, cancel=self._stop)

    def _assess(self) -> None:
        readers = self._pool.workers
        while readers:
            films: list[Ready] = []
            for item in self._batch(self._ready, BATCH):
                if isinstance(item, Ready):
                    films.append(item)
                elif isinstance(item, Row):
                    self._put(self._assessed, item)
                elif item.error is not None:
                    raise item.error
                else:
                    readers -= 1
            for row in scored(self._assessor, films) if films else ():
                self._put(self._assessed, row)

    def _store(self) -> None:
        assert self._keeping is not None
        due = 0.0
        while True:
            batch = self._batch(self._assessed, _QUEUE, until=due)
            rows = [item for item in batch if isinstance(item, Row)]
            if rows:
                self._keeping.keep(rows)
                due = time.monotonic() + _GATHER_S
            for row in rows:
                self._put(self._given, row)
            if isinstance(batch[-1], _End):
                if batch[-1].error is not None:
                    raise batch[-1].error
                return
