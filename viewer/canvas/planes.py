"""What a file itself lays over its film: overlay planes, and the shutter that covers its edges."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.types import Overlay, Radiograph, Shutter
from viewer.canvas.film_part import FilmPart
from viewer.canvas.painting import to_qimage

_LONGEST = 2048
_INK, _SHADOW, _SHADOW_ALPHA = (255, 255, 255), (0, 0, 0), 170


def plane_image(mask: NDArray[np.bool_]) -> QImage:
    """Return a plane as white over a thin shadow, at most 2048 pixels a side; no line is lost."""
    drawn = mask.astype(np.uint8)
    factor = math.ceil(max(mask.shape) / _LONGEST)
    if factor > 1:
        widened = cv2.dilate(drawn, np.ones((factor, factor), np.uint8), anchor=(0, 0))
        drawn = np.asarray(widened[::factor, ::factor], np.uint8)
    shadow = cv2.dilate(drawn, np.ones((3, 3), np.uint8))
    pixels = np.zeros((*drawn.shape, 4), np.uint8)
    pixels[shadow > 0] = (*_SHADOW, _SHADOW_ALPHA)
    pixels[drawn > 0] = (*_INK, 255)
    return to_qimage(pixels)


def cover(shutter: Shutter, rows: int, columns: int) -> QPainterPath:
    """Return what the shapes of a shutter cover of a film, in its pixels.

    It reaches a pixel beyond the film, whose edge would show otherwise where it is enlarged.
    """
    film = QPainterPath()
    film.addRect(QRectF(-1, -1, columns + 2, rows + 2))
    opened = QPainterPath(film)
    if shutter.rectangle is not None:
        top, left, bottom, right = shutter.rectangle
        opened = opened.intersected(_rectangle(left, top, right - left, bottom - top))
    if shutter.circle is not None:
        row, column, radius = shutter.circle
        circle = QPainterPath()
        circle.addEllipse(QPointF(column + 0.5, row + 0.5), radius, radius)
        opened = opened.intersected(circle)
    if shutter.polygon:
        polygon = QPainterPath()
        corners = [QPointF(column + 0.5, row + 0.5) for row, column in shutter.polygon]
        polygon.addPolygon(QPolygonF([*corners, corners[0]]))
        opened = opened.intersected(polygon)
    return film.subtracted(opened)


def _rectangle(left: float, top: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(left, top, width, height))
    return path


def paint_shutter(painter: QPainter, radiograph: Radiograph) -> None:
    """Cover what a film's shutter covers, in its pixels."""
    shutter = radiograph.shutter
    if shutter is None:
        return
    grey = QColor.fromRgbF(shutter.grey, shutter.grey, shutter.grey)
    painter.fillPath(cover(shutter, *radiograph.shape), grey)
    if shutter.bitmap is not None:
        painter.drawImage(_place(shutter.bitmap), _blind(shutter.bitmap, grey))


class PlanesItem(FilmPart):
    """Shutter and overlay planes of the film on show."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._cover = QPainterPath()
        self._grey = QColor(Qt.GlobalColor.black)
        self._blinds: tuple[tuple[QRectF, QImage], ...] = ()
        self._planes: tuple[tuple[QRectF, QImage], ...] = ()
        self._shown = True

    def set_film(self, radiograph: Radiograph) -> None:
        """Take what another film has."""
        rows, columns = radiograph.shape
        self.set_size(rows, columns)
        shutter = radiograph.shutter
        self._cover = QPainterPath() if shutter is None else cover(shutter, rows, columns)
        blind = None if shutter is None else shutter.bitmap
        if shutter is not None:
            self._grey = QColor.fromRgbF(shutter.grey, shutter.grey, shutter.grey)
        self._blinds = () if blind is None else ((_place(blind), _blind(blind, self._grey)),)
        drawn = (plane for plane in radiograph.overlays if plane is not blind)
        self._planes = tuple((_place(plane), plane_image(plane.mask)) for plane in drawn)
        self.update()

    def set_size(self, rows: int, columns: int) -> None:
        """Take the size of another film, and a pixel more: a shutter covers its edge too."""
        super().set_size(rows, columns)
        self._rect = self._rect.adjusted(-1, -1, 1, 1)

    def show_planes(self, shown: bool) -> None:
        """Draw overlay planes or leave them out; a shutter stays."""
        if shown != self._shown:
            self._shown = shown
            self.update()

    def draw(self, painter: QPainter, _widget: QWidget | None) -> None:
        """Cover, then draw."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._cover.isEmpty():
            painter.fillPath(self._cover, self._grey)
        for place, image in (*self._blinds, *(self._planes if self._shown else ())):
            painter.drawImage(place, image)


def _place(plane: Overlay) -> QRectF:
    height, width = plane.mask.shape
    return QRectF(plane.left, plane.top, width, height)


def _blind(plane: Overlay, grey: QColor) -> QImage:
    pixels = np.zeros((*plane.mask.shape, 4), np.uint8)
    pixels[plane.mask] = (grey.blue(), grey.green(), grey.red(), 255)
    return to_qimage(pixels)
