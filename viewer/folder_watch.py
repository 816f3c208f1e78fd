"""A folder that is watched: what a modality writes into it joins the worklist."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from engine.triage.pipeline import Requests, Row
from viewer.opening import Opening

if TYPE_CHECKING:
    from engine.triage.watching import Watch

_LOOK_MS = 300


@dataclass(frozen=True, slots=True)
class WatchState:
    """What is watched, if anything.

    ``there`` is whether the folder is, ``arriving`` how many of its files are still being written,
    ``waiting`` how many files were found, there or elsewhere, and are still to be read.
    """

    folder: Path | None = None
    there: bool = True
    arriving: int = 0
    waiting: int = 0


class FolderWatch(QObject):
    """Holds a run open and has it told what arrives; ``changed`` gives the state.

    A run that is cancelled is followed by another, for which the whole folder is looked at again:
    what the store knows costs nothing, and no film of a watched folder is missing from the list.
    """

    changed = Signal(object)

    def __init__(
        self,
        opening: Opening,
        watch: "Callable[[Path, Requests], Watch]",
        parent: QObject | None = None,
    ) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._opening, self._make = opening, watch
        self._watch: Watch | None = None
        self.state = WatchState()
        opening.begun.connect(self._begin)
        opening.ended.connect(self._end)
        opening.arrived.connect(self._heed)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, folder: Path) -> None:
        """Watch a folder, in place of another; one that is not there is waited for."""
        self._let_go()
        self._tell(WatchState(folder))
        self._timer.start()
        self._opening.hold(on=True)

    def stop(self) -> None:
        """Watch no more; what was found is still read."""
        self._let_go()
        self._timer.stop()
        self._opening.hold(on=False)
        self._tell(WatchState())

    def _begin(self, requests: Requests) -> None:
        self._let_go()
        assert self.state.folder is not None
        self._watch = self._make(self.state.folder, requests)
        self._watch.start()

    def _end(self, failed: bool) -> None:
        self._let_go()
        if failed and self.state.folder is not None:
            self.stop()  # why was said; the next run would fail alike

    def _let_go(self) -> None:
        if self._watch is not None:
            self._watch.end()
        self._watch = None

    def _heed(self, row: Row) -> None:
        if self._watch is not None:
            self._watch.heed(row)

    def _look(self) -> None:
        folder, told = self.state.folder, self._opening.told
        if folder is not None and self._watch is not None:
            there, arriving = self._watch.is_there(folder), self._watch.arriving
            self._tell(WatchState(folder, there, arriving, told.found - told.done))

    def _tell(self, state: WatchState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
