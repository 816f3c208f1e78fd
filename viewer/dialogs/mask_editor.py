"""A small picture of the film on which the reader blackens what names a person."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.exchange.pictures import Mask
from viewer import assets
from viewer.language import tr

_LEAST_PX = 3
_SHARE = 50
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(slots=True)
class _Drag:
    start: QPointF
    end: QPointF


class MaskEditor(QWidget):
    """Rectangles in pixels of the film: drawn with the mouse, or moved with the keys."""

    changed = Signal()

    def __init__(
        self,
        picture: QImage,
        shape: tuple[int, int],
        parent: QWidget | None = None,
        *,
        stretch: float = 1.0,
    ) -> None:
        """Show a picture of a film of ``shape`` (rows, columns), whatever the picture's own.

        The film's pixels are shown ``stretch`` times as high as wide.
        """
        super().__init__(parent)
        self._picture, self._shape, self._stretch = picture, shape, stretch
        self._drag: _Drag | None = None
        self.masks: list[Mask] = []
        self.chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(300, 300))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Masks"))
        self.setAccessibleDescription(self.help())
        self.setToolTip(self.help())

    @staticmethod
    def help() -> str:
        """Return how masks are drawn."""
        return tr(
            "Drag to blacken a rectangle. Insert adds one, Space chooses the next, the arrow keys"
            " move it, with Shift they change its size, Del removes it."
        )

    def add(self) -> None:
        """Add a rectangle in the upper left, where most names stand."""
        rows, columns = self._shape
        self._append((rows // 40, columns // 40, max(rows // 10, 2), max(columns // 3, 2)))

    def remove(self) -> None:
        """Remove the chosen rectangle."""
        if 0 <= self.chosen < len(self.masks):
            del self.masks[self.chosen]
            self.chosen = len(self.masks) - 1
            self._changed()

    def _append(self, mask: Mask) -> None:
        self.masks.append(mask)
        self.chosen = len(self.masks) - 1
        self._changed()

    def _changed(self) -> None:
        self.update()
        self.changed.emit()

    # geometry

    def _place(self) -> QRectF:
        rows, columns = self._shape
        height = rows * self._stretch
        scale = min(self.width() / columns, self.height() / height)
        place = QRectF(0, 0, columns * scale, height * scale)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _mask(self, drag: _Drag) -> Mask:
        place = self._place()
        rows, columns = self._shape
        area = QRectF(drag.start, drag.end).normalized().intersected(place)
        down, across = rows / place.height(), columns / place.width()
        return (
            int((area.top() - place.top()) * down),
            int((area.left() - place.left()) * across),
            min(rows, int((area.bottom() - place.top()) * down) + 1),
            min(columns, int((area.right() - place.left()) * across) + 1),
        )

    def on_screen(self, mask: Mask) -> QRect:
        """Return where a rectangle is drawn."""
        place = self._place()
        rows, columns = self._shape
        down, across = place.height() / rows, place.width() / columns
        top, left, bottom, right = mask
        corner = QPointF(place.left() + left * across, place.top() + top * down)
        other = QPointF(place.left() + right * across, place.top() + bottom * down)
        return QRectF(corner, other).toAlignedRect()

    # hands

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose a rectangle, or begin another."""
        here = event.position()
        under = [
            number
            for number, mask in enumerate(self.masks)
            if self.on_screen(mask).contains(here.toPoint())
        ]
        if under:
            self.chosen = under[-1]
            self._changed()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._drag = _Drag(here, here)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the drag."""
        if self._drag is not None:
            self._drag.end = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep the rectangle, unless it is a slip of the hand."""
        drag, self._drag = self._drag, None
        if drag is None:
            return
        drag.end = event.position()
        by: QPoint = (drag.end - drag.start).toPoint()
        if min(abs(by.x()), abs(by.y())) >= _LEAST_PX:
            self._append(self._mask(drag))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Add, choose, move, size and remove rectangles."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Insert:
            self.add()
        elif not self.masks:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.chosen = (self.chosen + 1) % len(self.masks)
            self._changed()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        elif key in _STEPS:
            grow = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(*_STEPS[key], grow=grow)
        else:
            super().keyPressEvent(event)

    def _move(self, down: int, across: int, *, grow: bool) -> None:
        rows, columns = self._shape
        down, across = down * max(1, rows // _SHARE), across * max(1, columns // _SHARE)
        top, left, bottom, right = self.masks[self.chosen]
        if not grow:
            down = min(max(down, -top), rows - bottom)
            across = min(max(across, -left), columns - right)
            top, left = top + down, left + across
        self.masks[self.chosen] = (
            top,
            left,
            min(max(bottom + down, top + 1), rows),
            min(max(right + across, left + 1), columns),
        )
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Draw film and rectangles."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._place(), self._picture)
        for number, mask in enumerate(self.masks):
            self._box(painter, mask, chosen=number == self.chosen)
        if self._drag is not None:
            self._box(painter, self._mask(self._drag), chosen=True)
        if self.hasFocus():
            painter.setPen(QPen(assets.BRIGHT, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _box(self, painter: QPainter, mask: Mask, *, chosen: bool) -> None:
        place = self.on_screen(mask)
        painter.fillRect(place, QColor(0, 0, 0))
        painter.setPen(QPen(assets.AMBER if chosen else assets.DIM, 1))
        painter.drawRect(place)
