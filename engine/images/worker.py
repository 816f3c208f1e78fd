"""A process that reads strangers' files, and its supervisor's end of the pipe.

Whatever a decoder does there, crash, hang or eat memory, costs one ``UnreadableImage``.
"""

import contextlib
import logging
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import cv2

from engine.errors import Cancelled, HilumError, NotNow, UnreadableImage
from engine.images.handover import Room
from engine.images.intake import Candidate, on_disk, os_reason, release_archive

PATIENCE = 6
"""Times as long by the clock: a busy machine or a slow network is not the file's fault."""

CRASHED = "The decoder crashed on this file."
TOO_MUCH_MEMORY = "Reading needs more memory than a film may take, and was stopped."

_IDLE_S = 2.0
_START_S = 120.0
_END_S = 5.0


class Worker:
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
        self._room = Room.create()
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
                self._room.share(self._pipe, self._process.pid or 0)
            failure = CRASHED
            self._pipe.send((function, candidate, timeout_s))
            if not self._wait(timeout_s * PATIENCE, stops):
                return NotNow(_too_long(timeout_s * PATIENCE)), False
            answer, fit = self._room.receive(self._pipe)
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
        self._room.close()
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
        room = Room.shared(pipe)
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
                room.send(pipe, (answer, fit))
            except MemoryError:
                room.send(pipe, (UnreadableImage(TOO_MUCH_MEMORY), False))
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
