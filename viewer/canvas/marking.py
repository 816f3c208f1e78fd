"""The reader's marks on the scene: lines and labels as wide at every zoom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from engine.images.geometry import Point
from engine.images.marks import REGIONS, Mark, MarkKind
from engine.types import Spacing
from viewer import film as films
from viewer.canvas import annotations
from viewer.canvas.drawing import Drawing
from viewer.canvas.film_part import FilmPart
from viewer.canvas.labels import PROPOSED, label, length_text, measured_cardiothoracic
from viewer.canvas.outlines import arrow_head, handles, outline, scene_point
from viewer.language import tr
from viewer.markup import MarkupState
from viewer.presentation import Presentation

_SHADOW = QColor(0, 0, 0, 190)
INK = QColor("#e8d48a")
SELECTED = QColor("#ffffff")
_PEN = 1.5
_HANDLE = 4.0
ARROW = 14.0
_MARGIN = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """What to paint: the marks, the one being drawn, and what their labels need."""

    state: MarkupState
    drawing: Drawing | None
    presentation: Presentation


class MarksItem(FilmPart):
    """All marks of a film; labels may stand beside it."""

    _room = 1

    def __init__(self) -> None:
        """Start without marks."""
        super().__init__()
        self._shown = Marked(MarkupState(), None, Presentation())

    def set_shown(self, shown: Marked) -> None:
        """Show other marks."""
        self._shown = shown
        self.update()

    def draw(self, painter: QPainter, widget: QWidget | None) -> None:
        """Draw marks, handles and labels in pixels of the viewport."""
        state, drawing = self._shown.state, self._shown.drawing
        if widget is None or state.film is None:
            return
        to_screen = painter.worldTransform()
        room = QRectF(widget.rect())
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setFont(widget.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: list[QRectF] = []
        for mark in state.marks:
            taken.append(_paint_mark(painter, mark, self._shown, to_screen, room, taken))
        if drawing is not None:
            _paint_drawing(painter, drawing, state.spacing, to_screen, room)
        painter.restore()


def _paint_mark(
    painter: QPainter,
    mark: Mark,
    shown: Marked,
    to_screen: QTransform,
    room: QRectF,
    taken: Sequence[QRectF],
) -> QRectF:
    """Draw a mark; its label goes below those that have ``taken`` its place. Return where it is."""
    state = shown.state
    chosen = mark.id == state.selected
    ink = SELECTED if chosen else INK
    stroke(painter, outline(mark.kind, mark.points, to_screen), ink)
    places = handles(mark, to_screen)
    match mark.kind:
        case MarkKind.ARROW:
            fill(painter, arrow_head(places[0], places[1], ARROW), ink)
        case MarkKind.CARDIOTHORACIC:
            _paint_feet(painter, mark, state.spacing, to_screen, ink)
        case MarkKind.COBB:
            _dashes(painter, _middle(places[0], places[1]), _middle(places[2], places[3]), ink)
        case MarkKind.PROBE:
            cross(painter, places[0], ink)
    if chosen:
        _paint_handles(painter, places)
    lines = mark_lines(mark, shown)
    return paint_label(painter, lines, label_place(mark, places), room, ink, taken)


def mark_lines(mark: Mark, shown: Marked) -> tuple[str, ...]:
    """Return what is written beside a mark."""
    state, film = shown.state, shown.state.film
    assert film is not None
    shot = film.radiograph
    lines = label(mark, state.spacing, state.reading(mark), is_grey=shot.is_grey, unit=shot.unit)
    if mark.kind is MarkKind.PROBE:
        row, column = (round(part) for part in mark.points[0])
        lines = (*lines, films.value_at(film, shown.presentation, row, column))
    return lines


def _paint_drawing(
    painter: QPainter, drawing: Drawing, spacing: Spacing, to_screen: QTransform, room: QRectF
) -> None:
    stroke(painter, outline(drawing.kind, drawing.shown, to_screen, closed=False), SELECTED)
    live = to_screen.map(scene_point(drawing.live))
    if drawing.kind is MarkKind.ARROW:
        tail = to_screen.map(scene_point(drawing.points[0]))
        fill(painter, arrow_head(tail, live, ARROW), SELECTED)
    for point in drawing.points:
        _dot(painter, to_screen.map(scene_point(point)), SELECTED)
    lines = [tr(PROPOSED)] if drawing.proposed else []
    lines += [drawing.hint] if drawing.hint else []
    if drawing.kind in (MarkKind.DISTANCE, MarkKind.PROFILE):
        lines.append(length_text(spacing, drawing.points[0], drawing.live))
    paint_label(painter, tuple(lines), live + QPointF(10, -10), room, SELECTED)


def _paint_feet(
    painter: QPainter, mark: Mark, spacing: Spacing, to_screen: QTransform, ink: QColor
) -> None:
    """Draw the heart's borders to the midline: what is measured of it."""
    feet: tuple[Point, Point] = measured_cardiothoracic(mark, spacing).feet
    for border, foot in zip(mark.points[4:], feet, strict=True):
        start, end = (to_screen.map(scene_point(point)) for point in (border, foot))
        path = QPainterPath(start)
        path.lineTo(end)
        stroke(painter, path, ink)


def label_place(mark: Mark, places: tuple[QPointF, ...]) -> QPointF:
    """Return where a label begins: beside the last point, or above a region's right."""
    if mark.kind in REGIONS:
        return QPointF(max(p.x() for p in places) + 8, min(p.y() for p in places) + 8)
    if mark.kind is MarkKind.ARROW:
        return places[0] + QPointF(8, -8)
    if mark.kind is MarkKind.CARDIOTHORACIC:
        return min(places[:2], key=lambda place: place.x()) + QPointF(8, 20)
    return places[-1] + QPointF(8, -8)


def paint_label(
    painter: QPainter,
    lines: tuple[str, ...],
    place: QPointF,
    room: QRectF,
    ink: QColor,
    taken: Sequence[QRectF] = (),
) -> QRectF:
    """Write lines at a place, or as near to it as the viewport and what is ``taken`` allow.

    Returns what they take themselves; nothing where there are none.
    """
    if not lines:
        return QRectF()
    metrics = QFontMetricsF(painter.font())
    wide = max(metrics.horizontalAdvance(line) for line in lines)
    box = QRectF(place.x(), place.y() - metrics.ascent(), wide, metrics.lineSpacing() * len(lines))
    inner = room.adjusted(_MARGIN, 0, -_MARGIN, -_MARGIN)
    box.moveLeft(max(min(box.left(), inner.right() - wide), inner.left()))
    box.moveTop(max(min(box.top(), inner.bottom() - box.height()), inner.top()))
    for other in sorted(taken, key=QRectF.top):
        if box.intersects(other) and other.bottom() + box.height() <= inner.bottom():
            box.moveTop(other.bottom())
    for number, line in enumerate(lines):
        down = metrics.ascent() + number * metrics.lineSpacing()
        annotations.text(painter, box.topLeft() + QPointF(0, down), line, ink)
    return box


def _paint_handles(painter: QPainter, places: tuple[QPointF, ...]) -> None:
    painter.setPen(QPen(_SHADOW, 1))
    painter.setBrush(SELECTED)
    for place in places:
        painter.drawRect(QRectF(place.x() - _HANDLE, place.y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def stroke(painter: QPainter, path: QPainterPath, ink: QColor) -> None:
    """Draw lines over a shadow."""
    for colour, width in ((_SHADOW, _PEN + 2), (ink, _PEN)):
        painter.strokePath(path, QPen(colour, width))


def _dashes(painter: QPainter, start: QPointF, end: QPointF, ink: QColor) -> None:
    painter.setPen(QPen(_SHADOW, _PEN + 2))
    painter.drawLine(start, end)
    painter.setPen(QPen(ink, _PEN, Qt.PenStyle.DashLine))
    painter.drawLine(start, end)


def fill(painter: QPainter, shape: QPolygonF, ink: QColor) -> None:
    """Fill a shape within a thin shadow."""
    painter.setPen(QPen(_SHADOW, 1))
    painter.setBrush(ink)
    painter.drawPolygon(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _dot(painter: QPainter, place: QPointF, ink: QColor) -> None:
    painter.setPen(QPen(_SHADOW, 1))
    painter.setBrush(ink)
    painter.drawEllipse(place, 2.5, 2.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def cross(painter: QPainter, place: QPointF, ink: QColor) -> None:
    """Mark a point, leaving what lies on it to be seen."""
    path = QPainterPath()
    for step in (QPointF(7, 0), QPointF(0, 7)):
        path.moveTo(place - step)
        path.lineTo(place - step / 3)
        path.moveTo(place + step / 3)
        path.lineTo(place + step)
    stroke(painter, path, ink)


def _middle(one: QPointF, other: QPointF) -> QPointF:
    return (one + other) / 2
