"""What lies on the scene: the film, and over it the heat map and the outline of the lungs."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from viewer.calibration import Displays
from viewer.canvas.film_part import FilmPart
from viewer.canvas.outlines import polygons
from viewer.canvas.painting import displayed, placed
from viewer.film import Area
from viewer.lungs import LungsState
from viewer.overlay import OverlayState

_CONTOUR = QColor("#ffffff")
_CONTOUR_SHADOW = QColor(0, 0, 0, 160)
_LUNGS = QColor("#8fc7d6")
_LENS_RIM = QColor("#8c8c8c")
LENS_FACTOR = 2.5
LENS_PX = 130.0


class FilmItem(FilmPart):
    """The painted film in its own pixels: x is the column, y the row.

    The level that the zoom needs is scaled once and kept, so that moving the cursor costs nothing.
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._levels: tuple[QImage, ...] = ()
        self._shown = QRectF()
        self._key: tuple[object, ...] = ()
        self._scaled = QImage()
        self._displays: Displays | None = None

    def set_displays(self, displays: Displays | None) -> None:
        """Show films through the tables of their screens; None: as they are."""
        self._displays = displays
        self._key = ()

    def set_size(self, rows: int, columns: int) -> None:
        """Take the size of another film."""
        super().set_size(rows, columns)
        self._shown = self._rect

    def set_levels(self, levels: tuple[QImage, ...], area: Area | None = None) -> None:
        """Show another painting: the full one and its halves, or a draft alone, or of a part.

        The view asks for its own repainting: the scene's comes later, and would be a second one.
        """
        self._levels = levels
        top, left, bottom, right = area or (0, 0, self._rect.height(), self._rect.width())
        self._shown = QRectF(left, top, right - left, bottom - top)
        self._key = ()
        self.setVisible(bool(levels))

    def draw(self, painter: QPainter, widget: QWidget | None) -> None:
        """Draw the cached scaled film."""
        if not self._levels or self._rect.isEmpty() or widget is None:
            return
        ratio = widget.devicePixelRatioF()
        transform = painter.worldTransform()
        key = (transform, widget.size(), ratio, id(self._table(widget)))
        if key != self._key:
            self._scaled = self._scale(transform, widget, ratio)
            self._key = key
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawImage(0, 0, self._scaled)
        painter.restore()

    def _table(self, widget: QWidget) -> NDArray[np.uint8] | None:
        return None if self._displays is None else self._displays.table(widget.screen())

    def paint_lens(
        self, painter: QPainter, to_screen: QTransform, place: QPointF, widget: QWidget
    ) -> None:
        """Draw a round part of the film about a place on the screen, larger than it is shown."""
        if not self._levels:
            return
        larger = QTransform.fromTranslate(-place.x(), -place.y())
        larger *= QTransform.fromScale(LENS_FACTOR, LENS_FACTOR)
        larger *= QTransform.fromTranslate(place.x(), place.y())
        glass = QPainterPath()
        glass.addEllipse(place, LENS_PX, LENS_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(glass)
        painter.fillPath(glass, Qt.GlobalColor.black)
        painter.setTransform(to_screen * larger)
        image, area = self._levels[0], self._shown
        scale = image.width() / area.width()
        inverse, _ = painter.transform().inverted()
        seen = inverse.mapRect(glass.boundingRect()).intersected(area)
        corner = (seen.topLeft() - area.topLeft()) * scale
        source = QRectF(corner, seen.size() * scale)
        part = source.toAlignedRect().intersected(image.rect())
        lens = displayed(image.copy(part), self._table(widget))
        painter.drawImage(seen, lens, source.translated(-QPointF(part.topLeft())))
        painter.restore()
        painter.setPen(QPen(_LENS_RIM, 2))
        painter.drawPath(glass)

    def _scale(self, transform: QTransform, widget: QWidget, ratio: float) -> QImage:
        shown = QStyleOptionGraphicsItem.levelOfDetailFromTransform(transform) * ratio
        level, area = self._level(shown), self._shown
        to_film = QTransform.fromTranslate(area.left(), area.top())
        to_film.scale(area.width() / level.width(), area.height() / level.height())
        to_device = to_film * transform * QTransform.fromScale(ratio, ratio)
        size = widget.size() * ratio
        scaled = placed(level, to_device, size.width(), size.height(), self._table(widget))
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _level(self, shown: float) -> QImage:
        """Return the smallest level that still has a pixel for every device pixel."""
        needed = self._shown.width() * shown
        fitting = [level for level in self._levels if level.width() >= needed - 1]
        return fitting[-1] if fitting else self._levels[0]


class HeatItem(FilmPart):
    """One finding's map and its contour."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self._state = OverlayState()
        self._contours: tuple[QPolygonF, ...] = ()
        self.setVisible(False)

    def set_state(self, state: OverlayState) -> None:
        """Follow the overlay."""
        if state.heat is not self._state.heat:
            self._contours = polygons(() if state.heat is None else state.heat.contours)
        self._state = state
        self.setVisible(state.visible)
        self.update()

    def draw(self, painter: QPainter, widget: QWidget | None) -> None:
        """Draw map and contour."""
        heat = self._state.heat
        if heat is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._state.opacity)
        painter.drawImage(self._rect, heat.image)
        painter.setOpacity(1.0)
        _paint_contours(painter, self._contours, QPen(_CONTOUR, 1.5), widget)


class LungsItem(FilmPart):
    """The outline of the lungs: dashed, where the heat map's contour is not."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self._contours: tuple[QPolygonF, ...] = ()
        self.setVisible(False)

    def set_state(self, state: LungsState) -> None:
        """Follow the lungs."""
        self._contours = polygons(() if state.lungs is None else state.lungs.contours)
        self.setVisible(state.visible)
        self.update()

    def draw(self, painter: QPainter, widget: QWidget | None) -> None:
        """Draw the outline."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(_LUNGS, 1.5)
        pen.setDashPattern((5.0, 3.0))
        _paint_contours(painter, self._contours, pen, widget)


def _paint_contours(
    painter: QPainter, contours: tuple[QPolygonF, ...], ink: QPen, widget: QWidget | None
) -> None:
    """Draw outlines over a shadow, as wide at every zoom."""
    ratio = 1.0 if widget is None else widget.devicePixelRatioF()
    for pen, width in ((QPen(_CONTOUR_SHADOW), 4.0), (ink, ink.widthF())):
        pen.setWidthF(width * ratio)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for contour in contours:
            painter.drawPolygon(contour)
