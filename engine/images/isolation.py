"""Reading strangers' files in processes that may die.

Decoders written in C and Rust crash, hang and eat memory on damaged files. They run here in worker
processes under a time and a memory limit; whatever happens there costs one ``UnreadableImage``.

A frozen program must call ``multiprocessing.freeze_support()`` first of all.
"""

import contextlib
import dataclasses
import functools
import logging
import multiprocessing
import os
import queue
import shutil
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import cv2

from engine.errors import Cancelled, HilumError, NotNow, UnreadableImage
from engine.images.intake import (
    Candidate,
    Refusal,
    intake,
    on_disk,
    os_reason,
    referenced_files,
    release_archive,
)
from engine.images.reading import read_radiograph
from engine.types import Radiograph

TIMEOUT_S = 10.0
"""Seconds of computing; the largest films need two."""

PATIENCE = 6
"""Times as long by the clock: a busy machine or a slow network is not the file's fault."""

MEMORY_BYTES = 1 << 30
CRASHED = "The decoder crashed on this file."
TOO_MUCH_MEMORY = "Reading needs more memory than a film may take, and was stopped."

_T = TypeVar("_T")
_IDLE_S = 2.0
_START_S = 120.0
_END_S = 5.0


class ReaderPool:
    """Worker processes that run named top-level functions on candidates.

    Workers start when they are first needed. A call may come from any thread, and blocks it.

    Parameters
    ----------
    workers : int or None
        Processes at most; None is one a processor, eight at most.
    timeout_s : float
        Seconds of computing that one candidate may take (where the system can limit it: not on
        Windows), and ``PATIENCE`` times that by the clock.
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
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(self.workers):
            self._idle.put(None)

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
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
            worker = worker or _Worker(self._scratch, self._memory_bytes)
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
        idle: list[_Worker | None] = []
        with contextlib.suppress(queue.Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for worker in idle:
            self._idle.put(worker or _Worker(self._scratch, self._memory_bytes))

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

    def _take(self, stops: list[threading.Event]) -> "_Worker | None":
        while not any(stop.is_set() for stop in stops):
            with contextlib.suppress(queue.Empty):
                return self._idle.get(timeout=0.1)
        raise Cancelled("Stopped.")


class _Worker:
    """One process and our end of its pipe; used by one thread at a time."""

    def __init__(self, scratch: Path, memory_bytes: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._folder = Path(tempfile.mkdtemp(dir=scratch))
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=_serve, args=(theirs, self._folder, memory_bytes), name="hilum-read", daemon=True
        )
        with _interrupts_blocked():
            self._process.start()
        theirs.close()
        self._ready = False

    def ask(
        self,
        function: Callable[[Path], Any],
        candidate: Candidate,
        timeout_s: float,
        stops: list[threading.Event],
    ) -> tuple[Any, bool]:
        """Return the answer, an error among them, and whether the worker is fit for another."""
        failure = "The process that reads files could not be started."
        try:
            if not self._ready:
                self._ready = self._wait(_START_S, stops) and self._pipe.recv()
            if not self._ready:
                return NotNow(failure), False
            failure = CRASHED
            self._pipe.send((function, candidate, timeout_s))
            if not self._wait(timeout_s * PATIENCE, stops):
                return NotNow(_too_long(timeout_s * PATIENCE)), False
            answer, fit = self._pipe.recv()
        except (EOFError, OSError):
            if self._used_up():
                return UnreadableImage(_too_long(timeout_s)), False
            return NotNow(failure), False
        else:
            return answer, fit

    def _wait(self, timeout_s: float, stops: list[threading.Event]) -> bool:
        end = time.monotonic() + timeout_s
        while not self._pipe.poll(0.1):
            if any(stop.is_set() for stop in stops):
                raise Cancelled("Stopped.")
            if time.monotonic() > end:
                return False
        return True

    def _used_up(self) -> bool:
        """Whether the process ended because its computing time did."""
        self._process.join(_END_S)
        return hasattr(signal, "SIGPROF") and self._process.exitcode == -signal.SIGPROF

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def stop(self) -> None:
        """Let the process end by itself; it is idle."""
        with contextlib.suppress(OSError):
            self._pipe.send(None)
        self._process.join(2.0)
        self.kill()

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join(_END_S)
        with contextlib.suppress(ValueError):  # waiting for a disc that is gone, it cannot end yet
            self._process.close()
        self._pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)


@contextlib.contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Keep Ctrl+C from a child that is just starting: it is ours to end."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, folder: Path, memory_bytes: int) -> None:
    """Answer requests until there are no more: the worker's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hush()
    cv2.setNumThreads(1)  # threads reserve address space, and each processor has its worker
    pipe.send(True)
    limited = False
    with contextlib.suppress(EOFError, OSError):
        while True:
            if not pipe.poll(_IDLE_S):
                release_archive()
            request = pipe.recv()
            if request is None:
                break
            function, candidate, timeout_s = request
            if not limited:  # now that the function's modules are loaded, and count as our own
                _limit_memory(memory_bytes)
                limited = True
            _limit_time(timeout_s)
            answer, fit = _answer(function, candidate, folder)
            try:
                pipe.send((answer, fit))
            except MemoryError:
                pipe.send((UnreadableImage(TOO_MUCH_MEMORY), False))
            _limit_time(0)
    release_archive()


def _answer(
    function: Callable[[Path], object], candidate: Candidate, folder: Path
) -> tuple[object, bool]:
    try:
        with on_disk(candidate, folder) as path:
            return function(path), True
    except HilumError as error:
        return _shareable(error), True
    except MemoryError:
        return UnreadableImage(TOO_MUCH_MEMORY), False
    except OSError as error:
        return NotNow(os_reason(error)), True
    except BaseException as error:  # noqa: BLE001 - a panic in Rust is no Exception
        # Messages of libraries may carry the patient's data; the kind of error does not.
        kind = type(error).__name__
        return UnreadableImage(f"The file is damaged in an unforeseen way ({kind})."), isinstance(
            error, Exception
        )


def _shareable(error: HilumError) -> HilumError:
    """Leave causes and traceback behind: they may hold what no pipe can carry."""
    return type(error)(str(error))


def _hush() -> None:
    """Send what codecs write on the terminal, from C too, nowhere."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _limit_time(seconds: float) -> None:
    """Die by the kernel's hand after so much computing, or when even the supervisor is gone."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds and seconds * PATIENCE + _END_S)


def _too_long(seconds: float) -> str:
    return f"Reading took longer than {seconds:g} s and was stopped."


def _limit_memory(more_bytes: int) -> None:
    """Limit the address space to what it is after loading the readers, and some more."""
    if sys.platform != "linux":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + more_bytes
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
