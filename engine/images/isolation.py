"""Reading strangers' files in processes that may die.

Decoders written in C and Rust crash, hang and eat memory on damaged files. They run here in worker
processes under a time and a memory limit; whatever happens there costs one ``UnreadableImage``.

A frozen program must call ``multiprocessing.freeze_support()`` first of all.
"""

import contextlib
import dataclasses
import functools
import os
import queue
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar, cast

from engine.errors import Cancelled, HilumError, UnreadableImage
from engine.images.intake import Candidate, Refusal, intake, referenced_files
from engine.images.worker import Worker
from engine.types import Radiograph

TIMEOUT_S = 10.0
"""Seconds of computing; the largest films need two."""

MEMORY_BYTES = 1 << 30

_T = TypeVar("_T")


class ReaderPool:
    """Worker processes that run named top-level functions on candidates.

    Workers start when they are first needed. A call may come from any thread, and blocks it.

    Parameters
    ----------
    workers : int or None
        Processes at most; None is one a processor, eight at most.
    timeout_s : float
        Seconds of computing that one candidate may take (where the system can limit it: not on
        Windows), and six times that by the clock.
    memory_bytes : int
        Memory that a worker may take beyond what it holds when it starts (where the system can
        limit it: Linux).
    """

    def __init__(
        self,
        workers: int | None = None,
        *,
        timeout_s: float = TIMEOUT_S,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self.workers = workers or max(1, min(8, os.cpu_count() or 1))
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._scratch = Path(tempfile.mkdtemp(prefix="hilum-"))
        self._closed = threading.Event()
        self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="hilum-read")
        # Last in, first out: few requests keep few workers busy, and start no more.
        self._idle: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        for _ in range(self.workers):
            self._idle.put(None)

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the pool."""
        self.close()

    def run(
        self,
        function: Callable[[Path], _T],
        candidate: Candidate,
        *,
        timeout_s: float | None = None,
        cancel: threading.Event | None = None,
    ) -> _T:
        """Run a top-level function (or a ``functools.partial`` of one) on a candidate's file.

        Raises
        ------
        HilumError
            What the function raised.
        UnreadableImage
            Where it raised anything else, took too much computing or too much memory.
        NotNow
            Where it crashed or took too long by the clock, or the system did not give the file:
            another time may tell otherwise.
        Cancelled
            Where the pool was closed or ``cancel`` was set meanwhile.
        """
        stops = [event for event in (self._closed, cancel) if event]
        worker = self._take(stops)
        done = False
        try:
            if worker is not None and not worker.alive():
                worker.kill()
                worker = None
            worker = worker or Worker(self._scratch, self._memory_bytes)
            answer, done = worker.ask(function, candidate, timeout_s or self._timeout_s, stops)
        finally:
            if worker is not None and not done:
                worker.kill()
            self._idle.put(worker if done else None)
        if isinstance(answer, BaseException):
            raise answer
        return cast("_T", answer)

    def submit(
        self,
        function: Callable[[Path], _T],
        candidate: Candidate,
        *,
        cancel: threading.Event | None = None,
    ) -> Future[_T]:
        """Queue a ``run`` and return at once; there is one thread a worker."""
        return self._threads.submit(self.run, function, candidate, cancel=cancel)

    def map(
        self,
        function: Callable[[Path], _T],
        items: Iterable[Candidate | Refusal],
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[tuple[Candidate | Refusal, _T | HilumError]]:
        """Run a function on many files; give answers, errors among them, in the files' order.

        Files are taken lazily, some ahead of the answers. Ends early where ``cancel`` is set.
        """
        source = iter(items)
        pending: deque[tuple[Candidate | Refusal, Future[_T]]] = deque()
        try:
            while True:
                while len(pending) < 4 * self.workers and (item := next(source, None)):
                    pending.append((item, self._answer_of(function, item, cancel)))
                if not pending:
                    return
                item, future = pending.popleft()
                try:
                    yield item, future.result()
                except Cancelled:
                    return
                except HilumError as error:
                    yield item, error
        finally:
            for _, future in pending:
                future.cancel()

    def read(self, candidate: Candidate, *, frame: int = 0) -> Radiograph:
        """Read one frame of a film; its ``source`` is the candidate's name."""
        from engine.images.reading import read_radiograph

        function = functools.partial(read_radiograph, frame=frame)
        return dataclasses.replace(self.run(function, candidate), source=candidate.name)

    def intake(
        self, paths: Iterable[Path], *, cancel: threading.Event | None = None
    ) -> Iterator[Candidate | Refusal]:
        """List what there is to read; media directories are read in a worker, too."""

        def references(path: Path) -> tuple[tuple[str, ...], ...]:
            return self.run(referenced_files, Candidate(path, path.name), cancel=cancel)

        return intake(paths, references=references)

    def warm(self) -> None:
        """Start the workers that are idle, so that no film has to wait for one; returns at once."""
        idle: list[Worker | None] = []
        with contextlib.suppress(queue.Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for worker in idle:
            self._idle.put(worker or Worker(self._scratch, self._memory_bytes))

    def close(self) -> None:
        """Stop the workers; who waits for an answer gets ``Cancelled``."""
        if self._closed.is_set():
            return
        self._closed.set()
        self._threads.shutdown(cancel_futures=True)
        for worker in [self._idle.get() for _ in range(self.workers)]:
            if worker:
                worker.stop()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _answer_of(
        self,
        function: Callable[[Path], _T],
        item: Candidate | Refusal,
        cancel: threading.Event | None,
    ) -> Future[_T]:
        if isinstance(item, Candidate):
            return self.submit(function, item, cancel=cancel)
        refused: Future[_T] = Future()
        refused.set_exception(UnreadableImage(item.reason))
        return refused

    def _take(self, stops: list[threading.Event]) -> Worker | None:
        while not any(stop.is_set() for stop in stops):
            with contextlib.suppress(queue.Empty):
                return self._idle.get(timeout=0.1)
        raise Cancelled("Stopped.")
