"""What the window does for checks, where no reader sits before it."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from viewer.frame import FirstPaint

if TYPE_CHECKING:
    from viewer.lightbox import Rendered
    from viewer.main_window import MainWindow

# A display without a screen is small; its picture need not be.
_PICTURE_PX = (1640, 980)
_TICK_MS = 5


class Photographer(QObject):
    """Takes the window's picture when the list is complete and its first film is painted."""

    def __init__(self, target: Path) -> None:
        """Write the picture to ``target``."""
        super().__init__()
        self._target = target
        self._timer = QTimer(self, interval=100)
        self._timer.timeout.connect(self._look)
        self._chosen = False
        self._painted = False
        self.problem = ""

    def begin(self, window: "MainWindow") -> None:
        """Set the frame's size."""
        self._window = window
        window.resize(*_PICTURE_PX)

    def wait(self, window: "MainWindow") -> None:
        """Watch the whole window."""
        window.session.viewports.rendered.connect(self._rendered)
        self._timer.start()

    def _rendered(self, painted: "Rendered") -> None:
        self._painted = not painted.is_draft

    def _look(self) -> None:
        session = self._window.session
        if session.progress.running or (
            session.model.assessor is None and not session.model.problem
        ):
            return
        if not self._chosen:
            self._chosen = True
            self._window.worklist.step(-len(session.entries))
            return
        waiting = session.light_box.lit.wanted and not session.light_box.lit.failure
        if waiting or (session.light_box.lit.film is not None and not self._painted):
            return
        self._timer.stop()
        if not self._window.grab().save(str(self._target)):
            self.problem = (
                f"The picture {self._target.name} cannot be written: its folder must be there, and"
                " its name must end with .png or .jpg."
            )
        self._window.close()


class StartTold(QObject):
    """Says on standard output how far the start is, and what the process has computed until then.

    *painted*: the frame is on the screen. *usable*: its menu is open and painted. *longest*: for so
    many seconds, by the clock, no event was taken from then on. *complete*: everything is in its
    place and painted, what was given is with the lanes. *listed*: so is the kept list.
    """

    def __init__(self, then: "Callable[[MainWindow], None]") -> None:
        """``then`` begins what the window does with a reader, too."""
        super().__init__()
        self._then = then
        self._longest = 0.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self, window: "MainWindow") -> None:
        """Watch the frame."""
        self._window = window
        FirstPaint(window, self._painted)
        self._then(window)

    def end(self, window: "MainWindow") -> None:
        """Watch the whole window."""
        FirstPaint(window, self._complete)
        known, rows = window.session.stored.known, window.worklist.list.viewport()
        known.connect(lambda: FirstPaint(rows, self._listed))
        known.connect(rows.update)

    def _painted(self) -> None:
        _say("painted", time.process_time())
        menu = self._window.file_menu
        FirstPaint(menu, self._usable)
        self._window.menuBar().setActiveAction(menu.menuAction())

    def _usable(self) -> None:
        _say("usable", time.process_time())
        self._window.file_menu.close()
        self._last = time.perf_counter()
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def _complete(self) -> None:
        self._tick()
        _say("longest", self._longest)
        _say("complete", time.process_time())

    def _listed(self) -> None:
        _say("listed", time.process_time())
        self._window.close()


def _say(word: str, seconds: float) -> None:
    sys.stdout.write(f"{word} {seconds:.3f}\n")
    sys.stdout.flush()
