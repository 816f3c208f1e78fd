"""How the film on show is presented: window, polarity, flips and rotation, as frozen values."""

import math
from dataclasses import dataclass, replace

from engine.types import Voi, Window
from viewer.language import tr

GAIN_DIVISOR = 80.0
FAST_FACTOR = 4.0


@dataclass(frozen=True, slots=True)
class Presentation:
    """The reader's view of one film.

    The film is first mirrored left to right (``mirrored``), then turned clockwise by ``turns``
    quarter turns and by ``tilt``; every mix of flips and rotations comes down to such three.

    Attributes
    ----------
    voi : Window, LookupTable or None
        None for colour, which has no window.
    preset : str
        What the window is called, empty after a drag.
    inverted : bool
        The reader's own inversion, on top of the file's polarity.
    enhanced : bool
        Local contrast is raised; said on the film.
    tilt : float
        Degrees, -45 to 45.
    hidden_layers : frozenset of str
        Graphic layers of the presentation state that are not drawn.
    """

    voi: Voi | None = None
    preset: str = ""
    inverted: bool = False
    enhanced: bool = False
    turns: int = 0
    mirrored: bool = False
    tilt: float = 0.0
    hidden_layers: frozenset[str] = frozenset()

    def turned(self, quarters: int) -> "Presentation":
        """Rotate by quarter turns, clockwise on the screen."""
        return replace(self, turns=(self.turns + quarters) % 4)

    def tilted(self, degrees: float) -> "Presentation":
        """Rotate by any angle, clockwise on the screen."""
        whole = self.turns * 90 + self.tilt + degrees
        turns = round(whole / 90)
        return replace(self, turns=turns % 4, tilt=whole - 90 * turns)

    @property
    def angle(self) -> float:
        """The whole clockwise rotation in degrees, from -45."""
        return 90 * self.turns + self.tilt

    def flipped_horizontally(self) -> "Presentation":
        """Mirror left to right as seen on the screen."""
        return replace(self, turns=-self.turns % 4, tilt=-self.tilt, mirrored=not self.mirrored)

    def flipped_vertically(self) -> "Presentation":
        """Mirror top to bottom as seen on the screen."""
        turns = (2 - self.turns) % 4
        return replace(self, turns=turns, tilt=-self.tilt, mirrored=not self.mirrored)

    @property
    def words(self) -> str:
        """Rotation and inversion in words, empty where there is none."""
        parts = []
        if round(self.angle) % 360:
            parts.append(tr("rotated {degrees}°", degrees=round(self.angle) % 360))
        if self.inverted:
            parts.append(tr("inverted"))
        return ", ".join(parts)


def dragged_window(
    start: Window,
    *,
    base_width: float,
    right: float,
    up: float,
    fast: bool = False,
    level_sign: int = 1,
) -> Window:
    """Return the window after a drag by ``right`` and ``up`` screen pixels.

    Right is wider, up is brighter. One pixel is ``base_width`` / 80, four times that where
    ``fast``. ``level_sign`` is -1 where the lowest values are shown white, or where the reader
    wants it the other way round.
    """
    gain = base_width / GAIN_DIVISOR * (FAST_FACTOR if fast else 1.0)
    width = max(start.width + right * gain, max(1.0, base_width / 1000.0))
    return replace(start, center=start.center - level_sign * up * gain, width=width, explanation="")


def carried_window(window: Window, *, of: Window, to: Window, level_sign: int = 1) -> Window:
    """Return on another film what a window is on its own, both seen from their base windows.

    ``level_sign`` is -1 where one of the two films shows its lowest values white and the other not.
    """
    gain = to.width / of.width
    return replace(
        window,
        center=to.center + level_sign * (window.center - of.center) * gain,
        width=max(window.width * gain, 1.0),
        explanation="",
    )


def screen_scale(width: int, height: int, *, shape: tuple[float, float], angle: float) -> float:
    """Return the scale at which ``shape`` (rows, columns) of a film, turned, fits the screen."""
    rows, columns = shape
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    return min(width / (columns * cosine + rows * sine), height / (columns * sine + rows * cosine))


def round_length(limit: float) -> float:
    """Return the longest of 1, 2, 5 x 10^n that is not above ``limit`` (which is > 0)."""
    power = 10.0 ** len(str(int(limit))) / 10.0 if limit >= 1 else 10.0 ** -_decimals(limit)
    return max((step * power for step in (1, 2, 5) if step * power <= limit), default=power)


def _decimals(limit: float) -> int:
    count = 0
    while limit < 1 and count < 12:
        limit *= 10
        count += 1
    return count
