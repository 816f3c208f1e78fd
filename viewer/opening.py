"""What the reader opens becomes rows: one run, the newest request first, until nothing is left."""

import threading
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import UnusableStore
from engine.triage.pipeline import Infers, Progress, Requests, Row
from viewer.jobs import Jobs, Reply
from viewer.services import Triage

_LOOK_MS = 100


class Opening(QObject):
    """Runs in the scan lane; ``changed`` where it began, went on or ended.

    ``told`` is how far it has come, ``running`` and ``cancelling`` whether something is on its way;
    ``paused`` holds that up.
    ``begun`` gives the requests of a run that is held open, ``woken`` says that it has something to
    do again, ``ended`` that a run is over, and whether it failed.
    """

    arrived = Signal(object)
    begun = Signal(object)
    woken = Signal()
    ended = Signal(bool)
    changed = Signal()
    trouble = Signal(str)

    def __init__(self, jobs: Jobs, triage: Triage, parent: QObject | None = None) -> None:
        """Wait for the model before anything is read."""
        super().__init__(parent)
        self._jobs, self._triage = jobs, triage
        self._assessor: Infers | None = None
        self._waiting: list[tuple[Path, ...]] = []
        self._requests: Requests | None = None
        self._cancel = threading.Event()
        self._closed = self._held = False
        self.told = Progress(0, 0, complete=False)
        self.running = self.cancelling = self.paused = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, assessor: Infers) -> None:
        """Score with this model from now on, and read what has waited for it."""
        self._assessor = assessor
        self._start()

    def open(self, paths: Iterable[Path]) -> None:
        """Read these before all that was asked for earlier."""
        wanted = tuple(paths)
        self.running = True
        if self._requests is not None and not self._closed:
            self._requests.add(wanted)
        else:
            self._waiting.append(wanted)
            self._start()
        self.changed.emit()

    def hold(self, *, on: bool) -> None:
        """Keep a run going even where nothing is left to read: what is watched may bring more."""
        self._held = on
        if on and self._requests is not None and not self._closed:
            self.begun.emit(self._requests)
        else:
            self._start()

    def look_at(self, name: str) -> None:
        """Read a file before all others, if it is still to be read."""
        if self._requests is not None and not self._closed:
            self._requests.look_at(name)

    def pause(self, *, on: bool) -> None:
        """Begin no other file until the pause ends; what is being read comes to its end."""
        self.paused = on
        if self._requests is not None:
            (self._requests.pause if on else self._requests.go_on)()
        self.changed.emit()

    def cancel(self) -> None:
        """Read nothing more; what has arrived stays."""
        self._waiting.clear()
        self._cancel.set()
        self.pause(on=False)
        self._close()
        self.running = self._requests is not None
        self.cancelling = self.running
        self.changed.emit()

    def _close(self) -> None:
        self._closed = True
        if self._requests is not None:
            self._requests.close()

    def _start(self) -> None:
        assessor = self._assessor
        if assessor is None or self._requests is not None or not (self._waiting or self._held):
            return
        requests, cancel = Requests(more=True), threading.Event()
        if self.paused:
            requests.pause()
        for paths in self._waiting:
            requests.add(paths)
        self._waiting.clear()
        self._requests, self._cancel, self._closed = requests, cancel, False
        self._jobs.stream("scan", lambda: self._triage(requests, assessor, cancel), self._scanned)
        self._timer.start()
        if self._held:
            self.begun.emit(requests)

    def _look(self) -> None:
        """See how far the run is; only here it is closed, so that nothing is added to its end."""
        if self._requests is None:
            return
        now = self._requests.progress
        idle = now.complete and now.done == now.found
        if idle and not self._held:
            self._close()
        woken = self._held and not self._closed and self.running == idle
        if woken:
            self.running = not idle
        if woken and self.running:
            self.woken.emit()
        if woken or now != self.told:
            self.told = now
            self.changed.emit()

    def _scanned(self, reply: Reply) -> None:
        if reply.item:
            if isinstance(reply.value, Row):
                self.arrived.emit(reply.value)
            elif isinstance(reply.value, UnusableStore):
                self.trouble.emit(str(reply.value))
            return
        if reply.error is not None:
            self.trouble.emit(str(reply.error))
        self._look()
        self._timer.stop()
        self._requests = None
        self.ended.emit(reply.error is not None)
        opened = bool(self._waiting)
        self._start()
        self.running, self.cancelling = opened and self._requests is not None, False
        self.paused = self.paused and self.running
        self.changed.emit()
