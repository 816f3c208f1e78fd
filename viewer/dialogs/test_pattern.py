"""The test pattern: painted pixel for pixel over the whole screen."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.images import gsdf
from viewer.calibration import Displays
from viewer.canvas.painting import to_qimage
from viewer.language import tr

STEP = 15
"""Driving levels from one field for the luminance meter to the next: 18 of them."""

_WORDS = QColor("#c0c0c0")
_SMALLEST = 512


class TestPattern(QWidget):
    """A pattern after TG18-QC; Space takes the display function away, arrows show single levels."""

    __test__ = False  # it is a test of displays, not of Hilum

    def __init__(self, displays: Displays, parent: QWidget | None = None) -> None:
        """Belong to a window, and stand on its screen."""
        super().__init__(parent, Qt.WindowType.Window)
        self._displays = displays
        self.setWindowTitle(tr("Test pattern"))
        self.setAccessibleName(tr("Test pattern"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.level: int | None = None
        self.raw = False
        self._made: tuple[tuple[object, ...], NDArray[np.uint8]] | None = None

    @property
    def words(self) -> str:
        """What is on show."""
        if self.level is not None:
            return tr("Driving level {level}", level=self.level)
        through = "" if self.raw else self._displays.words(self.screen())
        return through or tr("without display function")

    def _pattern(self, rows: int, columns: int) -> NDArray[np.uint8]:
        """Return what is on show, a value for each device pixel; kept for the next painting."""
        table = None if self.raw else self._displays.table(self.screen())
        key = (rows, columns, self.level, self.raw, id(table))
        if self._made is None or self._made[0] != key:
            if self.level is not None:
                pattern = gsdf.level_pattern(rows, columns, self.level)
            else:
                pattern = gsdf.quality_pattern(max(rows, _SMALLEST), max(columns, _SMALLEST))
                pattern = pattern if table is None else table[pattern]
            self._made = key, pattern
        return self._made[1]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint pixel for pixel: what a scaling display server does to it can be seen."""
        ratio = self.devicePixelRatioF()
        rows, columns = round(self.height() * ratio), round(self.width() * ratio)
        image = to_qimage(self._pattern(rows, columns))
        image.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(0, 0, image)
        keys = tr("Space: with and without · ← →: fields for a luminance meter · Esc: close")
        line = QRectF(0, self.height() - 2 * painter.fontMetrics().height(), self.width(), 24)
        box = painter.boundingRect(line, Qt.AlignmentFlag.AlignCenter, f"{self.words} · {keys}")
        painter.fillRect(box.adjusted(-8, -2, 8, 2), Qt.GlobalColor.black)
        painter.setPen(_WORDS)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, f"{self.words} · {keys}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Follow the keys."""
        last = gsdf.LEVELS - 1
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Space:
                self.level, self.raw = None, not self.raw
            case Qt.Key.Key_Right:
                self.level = 0 if self.level is None else min(self.level + STEP, last)
            case Qt.Key.Key_Left:
                self.level = last if self.level is None else max(self.level - STEP, 0)
            case _:
                super().keyPressEvent(event)
        self.update()
