"""Painting what is written over the film, in pixels of the viewport."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
)

from viewer import assets
from viewer.canvas import painting
from viewer.canvas.corners import Corners, Edges, Ruler
from viewer.language import tr

MARGIN = 10.0
_SHADOW_ROOM = 3
_HALO = [QPointF(x, y) for x in range(-2, 3) for y in range(-2, 3) if 0 < x * x + y * y <= 5]
_SHADOW = QColor(0, 0, 0, 200)
_INK = QColor("#d8d8d8")
_NARROW = 400.0
_LEGEND_HEIGHT = 160.0
_LEGEND_WIDTH = 12.0
_LEGEND_ABOVE = 100.0


def paint_corners(painter: QPainter, area: QRectF, corners: Corners) -> None:
    """Write the four corners, the letters, the chips and the ruler."""
    inner = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    metrics = QFontMetricsF(painter.font())
    line, narrow = metrics.lineSpacing(), inner.width() <= _NARROW
    # In a small viewport a name has the room that the date beside it leaves.
    beside = [metrics.horizontalAdvance(words) for words in corners.top_right if narrow]
    _block(painter, inner, corners.top_left, right=False, top=inner.top(), beside=beside)
    _block(painter, inner, corners.top_right, right=True, top=inner.top())
    low = inner.bottom() - line * len(corners.bottom_right)
    _block(painter, inner, corners.bottom_right, right=True, top=low)
    low = inner.bottom() - line * len(corners.bottom_left)
    _block(painter, inner, corners.bottom_left, right=False, top=low)
    above_chips = _chips(painter, inner, corners.chips, bottom=low - 6)
    lines = max(len(corners.top_left), len(corners.top_right))
    free = inner.adjusted(0, lines * line, 0, min(above_chips - inner.bottom() + 34, 0))
    _letters(painter, inner, corners.edges, free if narrow else inner)
    if corners.ruler is not None:
        _ruler(painter, inner, corners.ruler)


def text(painter: QPainter, point: QPointF, words: str, ink: QColor = _INK) -> None:
    """Write with a shadow, so that it is legible over black and over white."""
    if words:
        ratio = painter.device().devicePixelRatioF()
        image, origin = _written(words, painter.font().toString(), ink.rgba(), ratio)
        painter.drawImage(point - origin, image)


@lru_cache(maxsize=512)
def _written(words: str, font: str, ink: int, ratio: float) -> tuple[QImage, QPointF]:
    """Return words with their shadow and where they begin; most stay from painting to painting."""
    face = QFont()
    face.fromString(font)
    metrics = QFontMetricsF(face)
    origin = QPointF(_SHADOW_ROOM, _SHADOW_ROOM + ceil(metrics.ascent()))
    width = ceil(metrics.boundingRect(words).right()) + 2 * _SHADOW_ROOM
    height = ceil(metrics.height()) + 2 * _SHADOW_ROOM
    image = QImage(
        ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(face)
    painter.setPen(_SHADOW)
    for offset in _HALO:
        painter.drawText(origin + offset, words)
    painter.setPen(QColor.fromRgba(ink))
    painter.drawText(origin, words)
    painter.end()
    return image, origin


def paint_legend(painter: QPainter, area: QRectF, *, title: str, colours: str) -> None:
    """Draw the heat map's scale: relative to this film's own maximum, contour at its half."""
    table = painting.colour_table(colours)
    metrics = QFontMetricsF(painter.font())
    right = area.right() - MARGIN
    top = area.bottom() - _LEGEND_HEIGHT - _LEGEND_ABOVE
    bar = QRectF(right - _LEGEND_WIDTH, top, _LEGEND_WIDTH, _LEGEND_HEIGHT)
    gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
    for place in range(0, 256, 15):
        blue, green, red = (int(part) for part in table[place])
        gradient.setColorAt(place / 255, QColor(red, green, blue))
    painter.setPen(QPen(_INK, 1))
    painter.setBrush(QBrush(gradient))
    painter.drawRect(bar)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = bar.center().y()
    painter.drawLine(QPointF(bar.left() - 4, middle), QPointF(bar.right(), middle))
    marks = (
        (tr("most"), top + metrics.ascent()),
        (tr("contour"), middle + metrics.ascent() / 3),
        (tr("none"), bar.bottom()),
    )
    for words, y in marks:
        text(painter, QPointF(bar.left() - 7 - metrics.horizontalAdvance(words), y), words)
    lines = (tr("Model attention"), title, tr("relative, this film"))
    for number, words in enumerate(lines):
        y = top - 8 - metrics.lineSpacing() * (len(lines) - 1 - number)
        text(painter, QPointF(right - metrics.horizontalAdvance(words), y), words)


def paint_message(painter: QPainter, area: QRectF, title: str, words: str) -> None:
    """Dim the film and say over it why another one is not shown."""
    painter.fillRect(area, QColor(0, 0, 0, 190))
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() + 3)
    font.setBold(True)
    box = QRectF(0, 0, min(area.width() * 0.8, 640), area.height() / 2 - 8)
    box.moveBottom(area.center().y())
    box.moveLeft(area.center().x() - box.width() / 2)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.save()
    painter.setFont(font)
    painter.setPen(assets.AMBER)
    painter.drawText(box, flags | Qt.AlignmentFlag.AlignBottom, title)
    painter.restore()
    painter.setPen(_INK)
    box.moveTop(area.center().y() + 10)
    painter.drawText(box, flags | Qt.AlignmentFlag.AlignTop, words)


def _block(
    painter: QPainter,
    area: QRectF,
    lines: tuple[str, ...],
    *,
    right: bool,
    top: float,
    beside: Sequence[float] = (),
) -> None:
    metrics = QFontMetricsF(painter.font())
    for number, line in enumerate(lines):
        room = area.width() * 0.46
        if beside:
            room = area.width() - (beside[number] + MARGIN if number < len(beside) else 0.0)
        words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
        x = area.right() - metrics.horizontalAdvance(words) if right else area.left()
        text(painter, QPointF(x, top + metrics.ascent() + number * metrics.lineSpacing()), words)


def _chips(painter: QPainter, area: QRectF, chips: tuple[str, ...], *, bottom: float) -> float:
    """Stack the chips upwards from ``bottom``; return where the free room above them ends."""
    metrics = QFontMetricsF(painter.font())
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    # In a small viewport a chip may take the whole width: in half of it, it would hide the film.
    room = QRectF(0, 0, area.width() * (0.46 if area.width() > _NARROW else 0.94), area.height())
    for chip in reversed(chips):
        # A reason that is cut off is none.
        needed = metrics.boundingRect(room, flags, chip)
        box = QRectF(area.left(), 0, needed.width() + 14, needed.height() + 4)
        box.moveBottom(bottom)
        bottom = box.top() - 3
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(assets.AMBER, 1))
        painter.setBrush(QColor(20, 14, 0, 220))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(assets.AMBER)
        painter.drawText(box, flags, chip)
    return bottom


def _letters(painter: QPainter, area: QRectF, edges: Edges, free: QRectF) -> None:
    """Write the letters at the edges, those at top and bottom where ``free`` ends."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() + 4)
    font.setBold(True)
    painter.save()
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    x, y = area.center().x(), area.center().y() + metrics.ascent() / 2
    half = metrics.horizontalAdvance
    text(painter, QPointF(area.left(), y), edges.left)
    text(painter, QPointF(area.right() - half(edges.right), y), edges.right)
    text(painter, QPointF(x - half(edges.top) / 2, free.top() + metrics.ascent()), edges.top)
    text(painter, QPointF(x - half(edges.bottom) / 2, free.bottom() - 34), edges.bottom)
    painter.restore()


def _ruler(painter: QPainter, area: QRectF, ruler: Ruler) -> None:
    left = area.center().x() - ruler.length / 2
    y = area.bottom() - 4
    ends = (QPointF(left, y), QPointF(left + ruler.length, y))
    for colour, width in ((_SHADOW, 4.0), (_INK, 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(*ends)
        for end in ends:
            painter.drawLine(end, end - QPointF(0, 6))
    metrics = QFontMetricsF(painter.font())
    x = area.center().x() - metrics.horizontalAdvance(ruler.label) / 2
    text(painter, QPointF(x, y - 9), ruler.label)
