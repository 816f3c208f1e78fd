"""The armed tool and what the reader measured, as values."""

from dataclasses import dataclass
from enum import StrEnum


class Tool(StrEnum):
    """What a drag with the left button does."""

    WINDOW = "window"
    PAN = "pan"
    ZOOM = "zoom"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Line:
    """A measured line; ends are (row, column) in pixels of the film."""

    start: tuple[float, float]
    end: tuple[float, float]


def zoom_factor(up: float) -> float:
    """Return the zoom of a drag by ``up`` screen pixels: 100 of them double the scale."""
    return float(2.0 ** (up / 100.0))
