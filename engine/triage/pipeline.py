"""Many files -> one row each: intake | read and prepare in workers | batch | assess, overlapped.

The intake runs ahead in a thread, workers read and prepare, the calling thread runs the network on
what is ready. Everything between them is bounded; pixels stay in the workers.
"""

import contextlib
import functools
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import HilumError, UnreadableImage
from engine.images import windowing
from engine.images.intake import Candidate, Refusal
from engine.images.isolation import ReaderPool
from engine.images.reading import read_radiograph
from engine.models.assess import PreparedFilm, prepare_film
from engine.models.card import ModelCard
from engine.models.preprocessing import Preprocessing
from engine.types import Assessed, Identity, Radiograph

THUMBNAIL_PX = 96
BATCH = 8
_AHEAD = 1 << 16
_PAUSE_S = 0.1

Found = Candidate | Refusal


class Infers(Protocol):
    """What the pipeline needs of an ``engine.models.assess.Assessor``."""

    @property
    def card(self) -> ModelCard:
        """The model's card."""

    def infer(self, films: Sequence[PreparedFilm], /) -> list[Assessed]:
        """Run the network."""


class Status(StrEnum):
    """What became of a file; ``DOCUMENT`` is given by `engine.triage.documents` alone."""

    SCORED = "scored"
    NOT_SCORED = "not_scored"
    UNREADABLE = "unreadable"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A line of the worklist; every file met gives exactly one.

    Attributes
    ----------
    index : int
        Place in the order of the intake; rows come in the order in which they are ready.
    source : Candidate or Refusal
        What to open again, and its name.
    reason : str
        Why there is no score; empty where there is one.
    title : str
        What a document is called.
    thumbnail : ndarray or None
        Display values, uint8, ``(rows, columns)`` or ``(rows, columns, 3)``, at most 96 pixels.
    rendering : ndarray or None
        The same at the size that was asked for, and no larger than the film.
    """

    index: int
    source: Found
    status: Status
    reason: str = ""
    identity: Identity = field(default_factory=Identity)
    warnings: tuple[str, ...] = ()
    assessed: Assessed | None = None
    thumbnail: NDArray[np.uint8] | None = None
    rendering: NDArray[np.uint8] | None = None
    read_ms: float = 0.0
    prepare_ms: float = 0.0
    infer_ms: float = 0.0
    title: str = ""

    @property
    def name(self) -> str:
        """The file's path, or ``archive.zip!inner/name``."""
        return self.source.name

    @property
    def path(self) -> Path:
        """The file on disk."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows given, files found so far, and whether these are all."""

    done: int
    found: int
    complete: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Film:
    """What a worker sends back of a film."""

    prepared: PreparedFilm
    identity: Identity
    warnings: tuple[str, ...]
    thumbnail: NDArray[np.uint8]
    rendering: NDArray[np.uint8] | None
    read_ms: float
    prepare_ms: float


def triage(
    paths: Iterable[Path],
    assessor: Infers,
    *,
    cancel: threading.Event | None = None,
    workers: int | None = None,
    pool: ReaderPool | None = None,
    rendering_px: int = 0,
    progress: Callable[[Progress], None] = lambda _progress: None,
) -> Iterator[Row]:
    """Read and score everything under the paths; rows come as they are ready.

    Parameters
    ----------
    cancel : threading.Event or None
        Once set, no further rows come. Closing the iterator does the same.
    workers, pool
        Reading processes: so many of its own, or a pool that outlives the run.
    rendering_px : int
        Longest side of ``Row.rendering``; 0 for none.
    progress : callable
        Told, in the calling thread, whenever a number changed.
    """
    with contextlib.ExitStack() as stack:
        pool = pool or stack.enter_context(ReaderPool(workers))
        run = _Run(pool, assessor, rendering_px, progress)
        stack.callback(run.stop)
        yield from run.rows(paths, cancel or threading.Event())


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


class _Run:
    """The state of one run; all but the intake belongs to the calling thread."""

    def __init__(
        self,
        pool: ReaderPool,
        assessor: Infers,
        rendering_px: int,
        progress: Callable[[Progress], None],
    ) -> None:
        self._pool = pool
        self._assessor = assessor
        recipe = assessor.card.preprocessing
        self._task = functools.partial(_read, recipe=recipe, rendering_px=rendering_px)
        self._progress = progress
        self._told = Progress(0, 0, complete=False)
        self._found: queue.Queue[Found] = queue.Queue(_AHEAD)
        self._count = 0
        self._stop = threading.Event()
        self._intake = threading.Thread(name="hilum-intake", target=lambda: None)
        self._pending: dict[Future[_Film], tuple[int, Found]] = {}
        self._taken = 0
        self._done = 0

    def rows(self, paths: Iterable[Path], cancel: threading.Event) -> Iterator[Row]:
        """Run until everything has its row, or until the reader has enough."""
        self._intake = threading.Thread(
            name="hilum-intake", target=self._list, args=(list(paths),), daemon=True
        )
        self._intake.start()
        while not cancel.is_set():
            listed = not self._intake.is_alive()  # asked first: then the queue holds the rest
            for row in (*self._take(), *self._finished()):
                self._done += 1
                self._tell(listed)
                yield row
            self._tell(listed)
            if listed and not self._pending and self._found.empty():
                return

    def stop(self) -> None:
        """Leave nothing running."""
        self._stop.set()
        for future in self._pending:
            future.cancel()
        wait(self._pending)
        if self._intake.ident is not None:
            self._intake.join()

    def _list(self, paths: list[Path]) -> None:
        """List what there is; the intake's thread."""
        for item in self._pool.intake(paths, cancel=self._stop):
            while not self._stop.is_set():
                try:
                    self._found.put(item, timeout=_PAUSE_S)
                except queue.Full:
                    continue
                self._count += 1
                break
            if self._stop.is_set():
                return

    def _take(self) -> Iterator[Row]:
        """Keep the workers busy with what was found; refusals are rows already."""
        while len(self._pending) < 2 * self._pool.workers + BATCH:
            try:
                item = self._found.get_nowait()
            except queue.Empty:
                return
            index, self._taken = self._taken, self._taken + 1
            if isinstance(item, Refusal):
                yield Row(index, item, Status.UNREADABLE, item.reason)
            else:
                future = self._pool.submit(self._task, item, cancel=self._stop)
                self._pending[future] = index, item

    def _finished(self) -> Iterator[Row]:
        """Wait a little for the workers, and score what they have ready."""
        if not self._pending:
            time.sleep(_PAUSE_S / 10)
            return
        films: list[tuple[int, Found, _Film]] = []
        for future in wait(self._pending, _PAUSE_S, FIRST_COMPLETED).done:
            index, item = self._pending.pop(future)
            try:
                films.append((index, item, future.result()))
            except UnreadableImage as error:
                yield Row(index, item, Status.UNREADABLE, str(error))
            except HilumError as error:
                yield Row(index, item, Status.NOT_SCORED, str(error))
        for start in range(0, len(films), BATCH):
            yield from self._scored(films[start : start + BATCH])

    def _scored(self, films: list[tuple[int, Found, _Film]]) -> list[Row]:
        try:
            answers = self._assessor.infer([film.prepared for _, _, film in films])
        except HilumError as error:
            return [_row(index, item, film, None, str(error)) for index, item, film in films]
        return [
            _row(index, item, film, assessed, assessed.assessment.reason)
            for (index, item, film), assessed in zip(films, answers, strict=True)
        ]

    def _tell(self, listed: bool) -> None:
        now = Progress(self._done, self._count, listed)
        if now != self._told:
            self._told = now
            self._progress(now)


def _row(index: int, item: Found, film: _Film, assessed: Assessed | None, reason: str) -> Row:
    return Row(
        index,
        item,
        Status.NOT_SCORED if reason else Status.SCORED,
        reason,
        film.identity,
        film.warnings,
        assessed,
        film.thumbnail,
        film.rendering,
        film.read_ms,
        film.prepare_ms,
        assessed.assessment.infer_ms if assessed else 0.0,
    )


def _read(path: Path, *, recipe: Preprocessing, rendering_px: int) -> _Film:
    """Read and prepare one file; runs in a worker."""
    start = time.perf_counter()
    film = read_radiograph(path)
    read = time.perf_counter()
    prepared = prepare_film(film, recipe)
    shown = windowing.render(film)
    return _Film(
        prepared,
        film.identity,
        (*film.warnings, *_other_frames(film)),
        _reduced(shown, THUMBNAIL_PX),
        _reduced(shown, rendering_px) if rendering_px else None,
        (read - start) * 1000,
        prepared.prepare_ms,
    )


def _other_frames(film: Radiograph) -> tuple[str, ...]:
    if film.frames < 2:
        return ()
    return (f"The file has {film.frames} frames; this row speaks of the first.",)


def _reduced(shown: NDArray[np.uint8], longest_px: int) -> NDArray[np.uint8]:
    scale = longest_px / max(shown.shape[:2])
    if scale >= 1:
        return shown
    rows, columns = (max(1, round(side * scale)) for side in shown.shape[:2])
    small: NDArray[Any] = cv2.resize(shown, (columns, rows), interpolation=cv2.INTER_AREA)
    return small.astype(np.uint8, copy=False)
