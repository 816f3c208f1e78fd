"""The pages of a PDF, one at a time: zoom, scroll, and marks where words were found."""

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from engine.images.pdfs import Hit, Size
from viewer.canvas.camera import ZOOM_STEP

_SMALLEST, _LARGEST = 0.1, 8.0
_POINTS_PER_INCH = 72.0
_STILL_MS = 60
_PAPER = QColor("#606060")
_FOUND, _HERE = QColor(224, 160, 64, 70), QColor(224, 160, 64, 150)


class PageView(QGraphicsView):
    """Shows a page at the size that is asked for; asks for its picture when that has settled."""

    picture_wanted = Signal(int, int)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self._sizes: tuple[Size, ...] = ()
        self._zoom: float | None = None
        self._painted = QImage()
        self.page = 0
        self.inverted = False
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._marks: list[QGraphicsRectItem] = []
        scene = QGraphicsScene(self)
        self._sheet = scene.addRect(QRectF(), QPen(Qt.PenStyle.NoPen), QBrush(_PAPER))
        self._picture = QGraphicsPixmapItem(self._sheet)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.setScene(scene)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(Qt.GlobalColor.black)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._ask)

    # pages

    def show_pages(self, sizes: tuple[Size, ...]) -> None:
        """Begin another document, or end with none."""
        self._sizes = sizes
        self._zoom, self.inverted = None, False
        self.show_hits(())
        self._turn(0)

    def step(self, by: int) -> None:
        """Turn pages; nothing beyond the first and the last."""
        page = min(max(self.page + by, 0), len(self._sizes) - 1)
        if self._sizes and page != self.page:
            self._turn(page)

    def set_picture(self, page: int, picture: QImage) -> None:
        """Show a page as it was painted."""
        if page == self.page and self._sizes:
            self._painted = picture
            self._show()

    def _turn(self, page: int) -> None:
        self.page = page
        self._painted = QImage()
        self._picture.setPixmap(QPixmap())
        size = QSizeF(*self._sizes[page]) if self._sizes else QSizeF()
        self._sheet.setRect(QRectF(0, 0, size.width(), size.height()))
        self.setSceneRect(self._sheet.rect())
        self._place()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())
        self._mark()

    def _show(self) -> None:
        shown = self._painted.copy()
        if self.inverted:
            shown.invertPixels()
        self._picture.setPixmap(QPixmap.fromImage(shown))
        self._picture.setScale(self._sheet.rect().width() / max(shown.width(), 1))

    def _ask(self) -> None:
        if self._sizes and self.isVisible():
            longest = max(self._sizes[self.page]) * self.scale_now * self.devicePixelRatioF()
            self.picture_wanted.emit(self.page, max(round(longest), 1))

    # zoom

    @property
    def scale_now(self) -> float:
        """Pixels of the window that a point takes."""
        return self.transform().m11()

    @property
    def percent(self) -> int:
        """The zoom, where 100 is the size on paper as far as the screen knows its own."""
        return round(100 * self.scale_now * _POINTS_PER_INCH / self.logicalDpiX())

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom = None
        self._place()

    def one_to_one(self) -> None:
        """Show the page as large as on paper."""
        self._zoom = self.logicalDpiX() / _POINTS_PER_INCH
        self._place()

    def zoom_in(self) -> None:
        """Zoom in by a quarter."""
        self._zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a quarter."""
        self._zoom_by(1 / ZOOM_STEP)

    def invert(self) -> None:
        """Swap black and white, for a dark room."""
        self.inverted = not self.inverted
        if not self._painted.isNull():
            self._show()

    def _zoom_by(self, factor: float) -> None:
        self._zoom = min(max(self.scale_now * factor, _SMALLEST), _LARGEST)
        self._place()

    def _place(self) -> None:
        room, page = self.viewport().size(), self._sheet.rect()
        if page.isEmpty():
            return
        fitting = min(room.width() / page.width(), room.height() / page.height())
        scale = fitting if self._zoom is None else self._zoom
        self.resetTransform()
        self.scale(scale, scale)
        self._still.start()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep a fitted page fitted."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, and at the end of a page turn it; zoom with Ctrl."""
        down = -event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(ZOOM_STEP if down < 0 else 1 / ZOOM_STEP)
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if down > 0 else bar.minimum())
        if down and at_end:
            self.step(1 if down > 0 else -1)
        else:
            super().wheelEvent(event)

    # words

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Mark where words were found, and go to the first place from this page on."""
        self._hits = hits
        later = (place for place, hit in enumerate(hits) if hit.page >= self.page)
        self._hit = next(later, 0 if hits else -1)
        self._go_to_hit()

    @property
    def hit(self) -> tuple[int, int]:
        """The place that is shown, counted from 1, and how many there are."""
        return self._hit + 1, len(self._hits)

    def step_hit(self, by: int) -> None:
        """Go to the next place (1) or the previous one (-1), round and round."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._go_to_hit()

    def _go_to_hit(self) -> None:
        if self._hit >= 0 and self._hits[self._hit].page != self.page:
            self._turn(self._hits[self._hit].page)
        else:
            self._mark()
        here = next((mark for mark in self._marks if mark.brush().color() == _HERE), None)
        if here is not None:
            self.ensureVisible(here)

    def _mark(self) -> None:
        for mark in self._marks:
            self.scene().removeItem(mark)
        page = self._sheet.rect()
        self._marks = []
        for place, hit in enumerate(self._hits):
            for top, left, bottom, right in hit.boxes if hit.page == self.page else ():
                mark = QGraphicsRectItem(
                    left * page.width(),
                    top * page.height(),
                    (right - left) * page.width(),
                    (bottom - top) * page.height(),
                    self._sheet,
                )
                mark.setPen(QPen(Qt.PenStyle.NoPen))
                mark.setBrush(_HERE if place == self._hit else _FOUND)
                self._marks.append(mark)
