"""What the left button does."""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, Qt

from engine.images.marks import MarkKind


class Tool(StrEnum):
    """What a drag with the left button does; every kind of mark has its tool."""

    WINDOW = "window"
    REGION_WINDOW = "region_window"
    PAN = "pan"
    ZOOM = "zoom"
    MAGNIFIER = "magnifier"
    ROTATE = "rotate"
    DISTANCE = MarkKind.DISTANCE.value
    ANGLE = MarkKind.ANGLE.value
    COBB = MarkKind.COBB.value
    CARDIOTHORACIC = MarkKind.CARDIOTHORACIC.value
    RECTANGLE = MarkKind.RECTANGLE.value
    ELLIPSE = MarkKind.ELLIPSE.value
    POLYGON = MarkKind.POLYGON.value
    PROFILE = MarkKind.PROFILE.value
    ARROW = MarkKind.ARROW.value
    TEXT = MarkKind.TEXT.value
    PROBE = MarkKind.PROBE.value
    CALIBRATE = "calibrate"


DRAWS = {Tool(kind): kind for kind in MarkKind} | {
    Tool.CALIBRATE: MarkKind.DISTANCE,
    Tool.REGION_WINDOW: MarkKind.RECTANGLE,
}
"""The kind of mark that a tool draws; the others handle the film."""


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag since its button went down, in pixels of the viewport; ``held``: of a mark."""

    tool: Tool | None
    button: Qt.MouseButton
    start: QPoint
    last: QPoint
    held: bool = False
    moved: bool = False


def turned_degrees(centre: QPoint, start: QPoint, end: QPoint) -> float:
    """Return the clockwise turn of a drag about a centre, -180 to 180 degrees."""
    before, after = (
        math.degrees(math.atan2(place.y() - centre.y(), place.x() - centre.x()))
        for place in (start, end)
    )
    return (after - before + 180) % 360 - 180


def zoom_factor(up: float) -> float:
    """Return the zoom of a drag by ``up`` screen pixels: 100 of them double the scale."""
    return float(2.0 ** (up / 100.0))
