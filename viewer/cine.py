"""Playing the frames of one film."""

from PySide6.QtCore import QObject, QTimer, Signal

from engine.types import Radiograph
from viewer.lightbox import LightBox, Lit

DEFAULT_RATE = 10
FASTEST = 60
_AHEAD = 8


class Cine(QObject):
    """Shows frame after frame, round and round; a frame that is not read in time is waited for."""

    changed = Signal()

    def __init__(self, light_box: LightBox, parent: QObject | None = None) -> None:
        """Stand still."""
        super().__init__(parent)
        self._box = light_box
        self.rate = DEFAULT_RATE
        self._name = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        light_box.lit_changed.connect(self._lit)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def frames(self) -> tuple[int, int]:
        """The frame on show, counted from 0, and how many there are."""
        film = self._box.lit.film
        return (0, 0) if film is None else (film.radiograph.frame, film.radiograph.frames)

    def toggle(self) -> None:
        """Play or stop."""
        if self.playing or self.frames[1] < 2:
            self._timer.stop()
        else:
            self._timer.start(round(1000 / self.rate))
        self.changed.emit()

    def set_rate(self, frames_per_second: int) -> None:
        """Play faster or slower."""
        self.rate = frames_per_second
        self._timer.setInterval(round(1000 / frames_per_second))

    def go(self, frame: int) -> None:
        """Stop at a frame; past either end at the last one there."""
        _, count = self.frames
        self._timer.stop()
        self._box.show_frame(min(max(frame, 0), count - 1))
        self.changed.emit()

    def _next(self) -> None:
        if not self._box.reading:
            here, count = self.frames
            self._box.show_frame((here + 1) % count)
            self._box.read_frames_ahead(_AHEAD)

    def _lit(self, lit: Lit) -> None:
        if lit.wanted or self.frames[1] < 2:
            self._timer.stop()
        if lit.film is not None and lit.film.name != self._name:
            self._name = lit.film.name
            self.set_rate(rate_of(lit.film.radiograph))
        self.changed.emit()


def rate_of(radiograph: Radiograph) -> int:
    """Return the frames per second that the file asks for, 10 where it does not."""
    lasts = radiograph.frame_ms
    return min(max(round(1000 / lasts), 1), FASTEST) if lasts > 0 else DEFAULT_RATE
