"""The plot of the selected mark: a region's histogram, a line's profile."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.images.measuring import Profile, Region
from viewer.canvas import annotations
from viewer.canvas.labels import length_text
from viewer.language import tr
from viewer.markup import MarkupState

_SIZE = (260.0, 130.0)
_ABOVE = 110.0
_LEGEND = 130.0
_PADDING = 8.0
_GROUND = QColor(8, 8, 8, 215)
_FRAME = QColor("#4a4a4a")
_INK = QColor("#d8d8d8")
_BARS = QColor("#9a9a9a")


def paint_plot(painter: QPainter, area: QRectF, state: MarkupState, *, beside_legend: bool) -> None:
    """Plot what was measured of the selected mark, if anything, above the lower right corner.

    That is where a chest film has least to say, and no side marker stands.
    """
    mark = state.selected_mark
    reading = None if mark is None else state.reading(mark)
    if mark is None or reading is None:
        return
    line = QFontMetricsF(painter.font()).lineSpacing()
    painter.save()
    box = QRectF(0, 0, *_SIZE)
    taken = annotations.MARGIN + (_LEGEND if beside_legend else 0)
    box.moveBottomRight(QPointF(area.right() - taken, area.bottom() - _ABOVE))
    painter.setPen(QPen(_FRAME, 1))
    painter.setBrush(_GROUND)
    painter.drawRect(box)
    inner = box.adjusted(_PADDING, _PADDING + line, -_PADDING, -_PADDING - line)
    if isinstance(reading, Region):
        if reading.count:
            _histogram(painter, inner, reading)
    else:
        _profile(painter, inner, reading, length_text(state.spacing, *mark.points))
    painter.restore()


def polyline(inner: QRectF, values: NDArray[np.float32]) -> QPolygonF:
    """Return values as a line that fills a rectangle, the lowest at its bottom."""
    low, high = float(values.min()), float(values.max())
    tall = inner.height() / ((high - low) or 1.0)
    wide = inner.width() / max(len(values) - 1, 1)
    return QPolygonF(
        [
            QPointF(inner.left() + number * wide, inner.bottom() - (float(value) - low) * tall)
            for number, value in enumerate(values)
        ]
    )


def _histogram(painter: QPainter, inner: QRectF, region: Region) -> None:
    painter.setPen(QPen(_BARS, 0))
    painter.setBrush(_BARS)
    wide = inner.width() / len(region.counts)
    most = float(region.counts.max())
    for number, count in enumerate(region.counts):
        tall = inner.height() * float(count) / most
        left = inner.left() + number * wide
        painter.drawRect(QRectF(left, inner.bottom() - tall, wide, tall))
    _words(painter, inner, tr("Histogram, {count} pixels", count=region.count), "")
    _ends(painter, inner, f"{region.minimum:g}", f"{region.maximum:g}")


def _profile(painter: QPainter, inner: QRectF, profile: Profile, along: str) -> None:
    painter.setPen(QPen(_INK, 1.2))
    painter.drawPolyline(polyline(inner, profile.values))
    low, high = float(profile.values.min()), float(profile.values.max())
    _words(
        painter,
        inner,
        tr("Line profile"),
        tr("{low} to {high}", low=f"{low:.5g}", high=f"{high:.5g}"),
    )
    _ends(painter, inner, "0", along)


def _words(painter: QPainter, inner: QRectF, left: str, right: str) -> None:
    y = inner.top() - _PADDING / 2
    _pair(painter, inner, y, left, right)


def _ends(painter: QPainter, inner: QRectF, left: str, right: str) -> None:
    y = inner.bottom() + QFontMetricsF(painter.font()).ascent() + _PADDING / 4
    _pair(painter, inner, y, left, right)


def _pair(painter: QPainter, inner: QRectF, y: float, left: str, right: str) -> None:
    wide = QFontMetricsF(painter.font()).horizontalAdvance(right)
    annotations.text(painter, QPointF(inner.left(), y), left)
    annotations.text(painter, QPointF(inner.right() - wide, y), right)
