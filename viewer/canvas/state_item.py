"""What a presentation state draws and writes over its film."""

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from engine.images.softcopy import Graphic, TextNote
from viewer.canvas.film_part import FilmPart
from viewer.canvas.marking import cross, paint_label, stroke
from viewer.canvas.outlines import scene_point
from viewer.discretion import discreet_text
from viewer.lightbox import LightBox

BESIDE = QPointF(8, -8)
"""Where a text begins that has no box: from its anchor, in pixels of the viewport."""

_INK = QColor("#e8e8e8")
_FILLED_ALPHA = 110


class StateItem(FilmPart):
    """The graphic layers of the presentation state, those left out that the reader hides."""

    _room = 1

    def __init__(self, light_box: LightBox) -> None:
        """Draw what belongs to the light box's film."""
        super().__init__()
        self._box = light_box
        self.discreet = False

    def draw(self, painter: QPainter, widget: QWidget | None) -> None:
        """Draw layer after layer, lines and letters as wide at every zoom."""
        film, hidden = self._box.lit.film, self._box.presentation.hidden_layers
        if widget is None or film is None or not film.softcopy.annotations:
            return
        to_screen, room = painter.worldTransform(), QRectF(widget.rect())
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setFont(widget.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for annotation in film.softcopy.annotations:
            if annotation.layer in hidden:
                continue
            if isinstance(annotation, Graphic):
                _paint_graphic(painter, annotation, to_screen)
            else:
                if self.discreet:
                    text = discreet_text(annotation.text, film.radiograph.identity)
                    annotation = replace(annotation, text=text)
                _paint_note(painter, annotation, to_screen, room)
        painter.restore()


def graphic_path(graphic: Graphic) -> QPainterPath:
    """Return a graphic's lines on the scene; none for a point."""
    places = [scene_point(point) for point in graphic.points]
    path = QPainterPath(places[0])
    match graphic.kind:
        case "POLYLINE":
            for place in places[1:]:
                path.lineTo(place)
        case "INTERPOLATED":
            _curve(path, places)
        case "CIRCLE":
            reach = places[1] - places[0]
            radius = math.hypot(reach.x(), reach.y())
            path = QPainterPath()
            path.addEllipse(places[0], radius, radius)
        case "ELLIPSE":
            path = _ellipse(*places)
    return path


def _curve(path: QPainterPath, places: list[QPointF]) -> None:
    """Run smoothly through all places (Catmull-Rom); a curve that closes is smooth there too."""
    closed = places[0] == places[-1] and len(places) > 3
    before = places[-2] if closed else places[0]
    after = places[1] if closed else places[-1]
    around = [before, *places, after]
    for at in range(1, len(places)):
        first, start, end, last = around[at - 1 : at + 3]
        path.cubicTo(start + (end - first) / 6, end - (last - start) / 6, end)


def _ellipse(one: QPointF, other: QPointF, third: QPointF, fourth: QPointF) -> QPainterPath:
    """Return the ellipse between both ends of its major and of its minor axis."""
    along, across = other - one, fourth - third
    path = QPainterPath()
    half = math.hypot(along.x(), along.y()) / 2, math.hypot(across.x(), across.y()) / 2
    path.addEllipse(QPointF(0, 0), *half)
    centre = (one + other) / 2
    turn = math.degrees(math.atan2(along.y(), along.x()))
    return QTransform.fromTranslate(centre.x(), centre.y()).rotate(turn).map(path)


def _paint_graphic(painter: QPainter, graphic: Graphic, to_screen: QTransform) -> None:
    if graphic.kind == "POINT":
        cross(painter, to_screen.map(scene_point(graphic.points[0])), _INK)
        return
    path = to_screen.map(graphic_path(graphic))
    if graphic.filled:
        ground = QColor(_INK)
        ground.setAlpha(_FILLED_ALPHA)
        painter.fillPath(path, ground)
    stroke(painter, path, _INK)


def _paint_note(painter: QPainter, note: TextNote, to_screen: QTransform, room: QRectF) -> None:
    metrics = QFontMetricsF(painter.font())
    lines = tuple(note.text.splitlines())
    anchor = None if note.anchor is None else to_screen.map(scene_point(note.anchor))
    if note.top_left is None or note.bottom_right is None:
        assert anchor is not None
        if note.anchor_visible:
            cross(painter, anchor, _INK)
        paint_label(painter, lines, anchor + BESIDE, room, _INK)
        return
    corners = scene_point(note.top_left), scene_point(note.bottom_right)
    box = to_screen.mapRect(QRectF(*corners).normalized())
    wide = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
    left = {
        "LEFT": box.left(),
        "CENTER": box.center().x() - wide / 2,
        "RIGHT": box.right() - wide,
    }[note.justification]
    if anchor is not None and note.anchor_visible:
        written = QRectF(left, box.top(), wide, metrics.lineSpacing() * len(lines))
        path = QPainterPath(_nearest(written, anchor))
        path.lineTo(anchor)
        stroke(painter, path, _INK)
    paint_label(painter, lines, QPointF(left, box.top() + metrics.ascent()), room, _INK)


def _nearest(box: QRectF, place: QPointF) -> QPointF:
    return QPointF(
        min(max(place.x(), box.left()), box.right()), min(max(place.y(), box.top()), box.bottom())
    )
