"""The shape of a mark on the film, and what of it lies under the cursor."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF, QTransform

from engine.images.geometry import Point
from engine.images.marks import POINTS, Mark, MarkKind

HANDLE_PX = 8.0
OUTLINE_PX = 12.0
_PAIRED = frozenset({MarkKind.COBB, MarkKind.CARDIOTHORACIC})
_BOXES = frozenset({MarkKind.RECTANGLE, MarkKind.ELLIPSE})
_DOTS = frozenset({MarkKind.PROBE, MarkKind.TEXT})


def scene_point(point: Point) -> QPointF:
    """Return a film's (row, column) as x and y of the scene, where a pixel is one wide."""
    return QPointF(point[1] + 0.5, point[0] + 0.5)


def film_point(place: QPointF) -> Point:
    """Return x and y of the scene as (row, column): the inverse of `scene_point`."""
    return place.y() - 0.5, place.x() - 0.5


def outline(
    kind: MarkKind, points: Sequence[Point], to_screen: QTransform, *, closed: bool = True
) -> QPainterPath:
    """Return a mark's lines on the screen; of one that is being drawn as far as it goes."""
    path = QPainterPath()
    if kind is MarkKind.CARDIOTHORACIC and len(points) == POINTS[kind]:
        points = points[:4]  # the heart's borders are joined to the midline, not to each other
    places = [scene_point(point) for point in points]
    if kind in _BOXES and len(places) == 2:
        box = QRectF(places[0], places[1]).normalized()
        if kind is MarkKind.RECTANGLE:
            path.addRect(box)
        else:
            path.addEllipse(box)
        return to_screen.map(path)
    size = 2 if kind in _PAIRED else max(len(places), 1)
    for start in range(0, len(places), size):
        path.addPolygon(QPolygonF(places[start : start + size]))
    if kind is MarkKind.POLYGON and closed:
        path.closeSubpath()
    return to_screen.map(path)


def polygons(contours: Iterable[NDArray[np.float32]]) -> tuple[QPolygonF, ...]:
    """Return contours (n, 2) of x and y as Qt draws them (in the GUI thread: workers make none)."""
    return tuple(QPolygonF([QPointF(x, y) for x, y in contour.tolist()]) for contour in contours)


def handles(mark: Mark, to_screen: QTransform) -> tuple[QPointF, ...]:
    """Return where on the screen the points of a mark can be taken hold of."""
    return tuple(to_screen.map(scene_point(point)) for point in mark.points)


def handle_at(mark: Mark, place: QPointF, to_screen: QTransform) -> int | None:
    """Return the number of the point nearest to a place on the screen, None beyond 8 pixels."""
    away = [_distance(place, handle) for handle in handles(mark, to_screen)]
    nearest = min(range(len(away)), key=away.__getitem__)
    return nearest if away[nearest] <= HANDLE_PX else None


def is_on(mark: Mark, place: QPointF, to_screen: QTransform) -> bool:
    """Whether a place on the screen lies on a mark's lines or one of its points."""
    if handle_at(mark, place, to_screen) is not None:
        return True
    if mark.kind in _DOTS:
        return False
    stroker = QPainterPathStroker()
    stroker.setWidth(OUTLINE_PX)
    drawn = outline(mark.kind, mark.points, to_screen)
    return stroker.createStroke(drawn).contains(place)


def mark_at(marks: Iterable[Mark], place: QPointF, to_screen: QTransform) -> Mark | None:
    """Return the topmost mark under a place on the screen."""
    return next((mark for mark in reversed(tuple(marks)) if is_on(mark, place, to_screen)), None)


def arrow_head(tail: QPointF, head: QPointF, length: float) -> QPolygonF:
    """Return the triangle at an arrow's head, in pixels of the screen."""
    turn = math.atan2(head.y() - tail.y(), head.x() - tail.x())
    sides = (
        QPointF(math.cos(turn + bend) * length, math.sin(turn + bend) * length)
        for bend in (math.radians(157), math.radians(-157))
    )
    return QPolygonF([head, *(head + side for side in sides)])


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
