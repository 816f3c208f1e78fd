"""Watched folders: films are taken in as a modality writes them, and none before it is whole.

What the file system tells is only where to look now; what holds is what a look finds. The folders
are walked through again and again all the same: a network share tells nothing of what another
machine writes, the queue of events may overflow, and a folder may vanish and come back.

A file is taken when its size and time have stood still for a while, nobody holds it open for
writing (where the system says so: Linux, its own discs) and its format says that it is whole. One
that is not gets more time; after that it is taken as it is, so that it has its row with a reason.
What changes later is taken again, and so is what could not be read for a reason that may pass.
"""

import contextlib
import math
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from watchdog.events import DirCreatedEvent, DirMovedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from engine.errors import Cancelled, UnreadableImage
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool
from engine.images.wholeness import is_whole
from engine.triage.pipeline import Row
from engine.triage.requests import Requests
from engine.triage.stamps import Stamp, stamp_of

GONE = "{} is not there; it is waited for."
BACK = "{} is there again."
_TEMPORARY = (".part", ".partial", ".filepart", ".crdownload", ".tmp", ".temp", "~")
_SHARE = 20
"""Walking takes at most this fraction of the time, however large the folders are."""
_MOST_AHEAD = 256
_MOST_ARRIVING = 1024
_LONGEST_DELAY_S = 3600.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a file must stand still, how long it may be less than whole, and between walks."""

    settled_s: float = 2.0
    patience_s: float = 60.0
    walk_s: float = 5.0


@dataclass(slots=True)
class _Arriving:
    stamp: Stamp
    since_s: float
    partial: bool = False


@dataclass(frozen=True, slots=True)
class _Later:
    due_s: float
    delay_s: float


class Watch:
    """Adds what arrives in folders to the requests of a run, in a thread of its own.

    Parameters
    ----------
    requests : Requests
        Of a run that stays open (``more=True``).
    pool : ReaderPool
        Where files are looked at before they are taken.
    tell : callable
        Told, in the watch's thread, a sentence when a folder vanishes or comes back.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        requests: Requests,
        pool: ReaderPool,
        *,
        pace: Pace = Pace(),
        tell: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        self._folders, self._requests, self._pool = folders, requests, pool
        self._pace, self._tell = pace, tell
        self._noticed: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._events = _Events(self._notice)
        self._arriving: dict[Path, _Arriving] = {}
        self._taken: dict[Path, Stamp] = {}
        self._later: dict[Path, _Later] = {}
        self._refused: set[str] = set()
        self._gone: set[Path] = set()
        self._thread = threading.Thread(name="hilum-watch", target=self._run, daemon=True)

    def start(self) -> None:
        """Start to watch."""
        self._thread.start()

    def end(self) -> None:
        """Stop, without waiting for a look that a slow share holds up."""
        self._stop.set()
        self._wake.set()

    def __enter__(self) -> Self:
        """Start to watch."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop; what was taken stays requested."""
        self.end()
        self._thread.join()

    @property
    def arriving(self) -> int:
        """How many files are there that have not stood still for long enough, or are not whole."""
        return len(self._arriving)

    def is_there(self, folder: Path) -> bool:
        """Whether a folder was there when it was looked for last."""
        return folder not in self._gone

    def following(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Give the rows; a file that could not be read for now is taken again later."""
        for row in rows:
            self.heed(row)
            yield row

    def heed(self, row: Row) -> None:
        """Take a row's file again later where it could not be read for now."""
        if row.stamp is None and isinstance(row.source, Candidate):
            before = self._later.get(row.path)
            delay_s = 2 * before.delay_s if before else self._pace.patience_s
            delay_s = min(delay_s, _LONGEST_DELAY_S)
            self._later[row.path] = _Later(time.monotonic() + delay_s, delay_s)
        else:
            self._later.pop(row.path, None)

    def _notice(self, path: Path | None) -> None:
        """Look at a file soon, or at everything."""
        self._noticed.put(path)
        self._wake.set()

    # the watch's thread

    def _run(self) -> None:
        try:
            with self._events:
                self._watch()
        except Cancelled:
            pass
        except BaseException as error:  # noqa: BLE001 - it is raised again where rows are taken
            self._requests.fail(error)

    def _watch(self) -> None:
        walk_s = 0.0
        while not self._stop.is_set():
            self._wake.clear()
            noticed = self._news()
            if None in noticed or time.monotonic() >= walk_s:
                start = time.monotonic()
                noticed |= self._walked()
                took_s = time.monotonic() - start
                walk_s = time.monotonic() + max(self._pace.walk_s, _SHARE * took_s)
            self._take({path for path in noticed if path} | self._arriving.keys())
            pause_s = self._pace.settled_s / 4 if self._arriving else self._pace.walk_s
            self._wake.wait(max(0.0, min(pause_s, walk_s - time.monotonic())))

    def _news(self) -> set[Path | None]:
        noticed: set[Path | None] = set()
        with contextlib.suppress(queue.Empty):
            while True:
                noticed.add(self._noticed.get_nowait())
        return noticed

    def _walked(self) -> set[Path | None]:
        """Return all files; what may not be entered gets its row, once."""
        found: set[Path | None] = set()
        for folder in self._folders:
            self._see(folder)
            for place, names in _walk(folder, self._not_entered):
                found.update(Path(place, name) for name in names)
        return found

    def _see(self, folder: Path) -> None:
        """Note whether a folder is there, and have its events told."""
        there = self._events.follow(folder)
        if there == (folder not in self._gone):
            return
        self._gone ^= {folder}
        self._tell((BACK if there else GONE).format(folder.name))

    def _not_entered(self, error: OSError) -> None:
        name = str(error.filename)
        if isinstance(error, PermissionError) and name not in self._refused:
            self._refused.add(name)
            self._requests.add([Path(name)])

    def _take(self, paths: Iterable[Path]) -> None:
        """Request what has arrived, the newest first."""
        stamps = {path: stamp_of(path) for path in paths}
        there = [(stamp.mtime_ns, path, stamp) for path, stamp in stamps.items() if stamp]
        for path in self._arriving.keys() & {path for path, stamp in stamps.items() if not stamp}:
            del self._arriving[path]
        room = _MOST_AHEAD - self._requests.progress.found + self._requests.progress.done
        ready: list[Path] = []
        for _, path, stamp in sorted(there, reverse=True):
            if self._stop.is_set() or len(ready) >= room:
                break  # what arrives faster than it is read waits on its disc
            if not self._wanted(path, stamp):
                self._arriving.pop(path, None)
            elif self._has_arrived(path, stamp):
                del self._arriving[path]
                self._taken[path] = stamp
                if later := self._later.get(path):
                    self._later[path] = replace(later, due_s=math.inf)
                ready.append(path)
        self._requests.add(ready)

    def _wanted(self, path: Path, stamp: Stamp) -> bool:
        if self._taken.get(path) != stamp:
            return True
        later = self._later.get(path)
        return later is not None and time.monotonic() >= later.due_s

    def _has_arrived(self, path: Path, stamp: Stamp) -> bool:
        now_s = time.monotonic()
        file = self._arriving.get(path)
        if file is None or file.stamp != stamp:
            if file or len(self._arriving) < _MOST_ARRIVING:
                self._arriving[path] = _Arriving(stamp, now_s)
            return False
        still_s = now_s - file.since_s
        if still_s >= self._pace.patience_s:
            return not _is_open(path)
        if still_s < self._pace.settled_s or _is_temporary(path) or file.partial:
            return False
        if _is_open(path):
            return False
        file.partial = not self._is_whole(path)
        return not file.partial and stamp_of(path) == stamp

    def _is_whole(self, path: Path) -> bool:
        try:
            return self._pool.run(is_whole, Candidate(path, path.name), cancel=self._stop)
        except UnreadableImage:
            return False


def _walk(folder: Path, refused: Callable[[OSError], None]) -> Iterator[tuple[str, list[str]]]:
    """Give folders with the names of their files, each once; those behind links come last."""
    pending, entered = [str(folder)], set[str]()
    while pending:
        for place, folders, names in os.walk(pending.pop(0), onerror=refused):
            real = os.path.realpath(place)
            if real in entered:
                folders.clear()
                continue
            entered.add(real)
            pending += sorted(
                str(inner) for name in folders if (inner := Path(place, name)).is_symlink()
            )
            yield place, names


class _Events(FileSystemEventHandler):
    """What the file system tells of the folders; silence where it does not."""

    def __init__(self, notice: Callable[[Path | None], None]) -> None:
        self._notice = notice
        self._observers: dict[Path, tuple[int, int, BaseObserver | None]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for folder in list(self._observers):
            self._leave(folder)

    def follow(self, folder: Path) -> bool:
        """Whether a folder is there; one that is new in its place is followed anew."""
        try:
            place = folder.stat()
        except OSError:
            self._leave(folder)
            return False
        if self._observers.get(folder, ())[:2] != (place.st_dev, place.st_ino):
            self._leave(folder)
            self._observers[folder] = (place.st_dev, place.st_ino, self._observer(folder))
        return True

    def _observer(self, folder: Path) -> BaseObserver | None:
        observer = Observer()
        observer.daemon = True
        try:
            observer.schedule(self, str(folder), recursive=True)
            observer.start()
        except OSError:  # no such means here, or all of them in use: walking finds everything
            return None
        return observer

    def _leave(self, folder: Path) -> None:
        *_, observer = self._observers.pop(folder, (None,))
        if observer is not None:
            observer.stop()
            observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event; that a file was opened or read is none of ours."""
        if isinstance(event, DirCreatedEvent | DirMovedEvent):
            self._notice(None)
        elif not event.is_directory and event.event_type in ("created", "modified", "closed"):
            self._notice(Path(os.fsdecode(event.src_path)))
        elif not event.is_directory and event.event_type == "moved":
            self._notice(Path(os.fsdecode(event.dest_path)))


def _is_temporary(path: Path) -> bool:
    """Whether a name says that the file will get another one when it is done."""
    return path.name.startswith(".") or path.name.casefold().endswith(_TEMPORARY)


def _is_open(path: Path) -> bool:
    """Whether a program holds a file open for writing, as far as the system tells us."""
    if sys.platform != "linux":
        return False
    import errno
    import fcntl
    import signal

    try:
        with path.open("rb") as stream:
            # A lease for readers is refused while there is a writer. Should one come in this very
            # moment, the system says so by a signal that would end us: one that is ignored will do.
            fcntl.fcntl(stream, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(stream, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    return False
