"""The reader's hand on the marks of a film: drawing them, taking hold of them, moving them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from engine.images.geometry import Point
from engine.images.marks import Mark, MarkKind
from viewer.canvas.drawing import Drawing
from viewer.canvas.marking import Marked, MarksItem
from viewer.canvas.outlines import (
    HANDLE_PX,
    film_point,
    handle_at,
    is_on,
    mark_at,
    scene_point,
)
from viewer.canvas.tools import DRAWS, Tool
from viewer.canvas.writing import Target, WordsEditor
from viewer.lightbox import LightBox
from viewer.markup import FilmMarkup, held_on_film

_BESIDE = QPointF(12, 12)


@dataclass(frozen=True, slots=True)
class _Grip:
    """The selected mark under the pressed button: one of its points, or all of it (None)."""

    mark: Mark
    number: int | None
    start: Point


class Hand(QObject):
    """Turns presses, moves and releases into marks; places are pixels of the viewport."""

    changed = Signal()

    def __init__(self, light_box: LightBox, markup: FilmMarkup, view: QGraphicsView) -> None:
        """Draw with the light box's tool into the markup; `item` belongs on the view's scene."""
        super().__init__(view)
        self._box, self._markup, self._view = light_box, markup, view
        self._grip: _Grip | None = None
        self._words = WordsEditor(markup, view.viewport())
        self.item = MarksItem()
        self.drawing: Drawing | None = None
        self._asked: Drawing | None = None
        self._words.closed.connect(self._answered)
        for signal in (markup.changed, light_box.presentation_changed, self.changed):
            signal.connect(self._show)
        markup.thorax_proposed.connect(self._begin_with_thorax)

    @property
    def visible(self) -> bool:
        """Whether the marks are to be seen, and so to be taken hold of."""
        return self.item.isVisible()

    def set_visible(self, visible: bool) -> None:
        """Show or hide all marks."""
        self.item.setVisible(visible)

    def _show(self, _value: object = None) -> None:
        drawing = self.drawing or self._asked
        self.item.set_shown(Marked(self._markup.state, drawing, self._box.presentation))

    def _to_screen(self) -> QTransform:
        return self._view.viewportTransform()

    def press(self, place: QPointF) -> bool:
        """Begin or go on; return whether this press was for the marks, not for the film."""
        point = self._point(place)
        if self.drawing is not None:
            self._draw(self.drawing.set(point), place)
            return True
        self._grip = self._grip_at(place)
        if self._grip is not None:
            return True
        if self._box.tool not in DRAWS or not self._markup.state.ready:
            return self._box.tool in DRAWS
        self._draw(Drawing.begun(self._box.tool, point), place)
        return True

    def move(self, place: QPointF, *, dragged: bool) -> None:
        """Follow the cursor; ``dragged``: the button is down and has moved by a few pixels."""
        point = self._point(place)
        if self.drawing is not None:
            self.drawing = self.drawing.moved(point)
            self.changed.emit()
        elif self._grip is not None and dragged:
            moved = self._moved(self._grip, point)
            if moved is not None:
                self._markup.show_moved(moved)

    def release(self, place: QPointF, *, dragged: bool) -> None:
        """End a drag: it sets a point of a drawing, or leaves a mark where it is now.

        A drawing tool's click on a mark's point is no drag: it begins the next drawing there.
        """
        grip, self._grip = self._grip, None
        moved = self._markup.state.preview
        if moved is not None:
            self._markup.put(moved)
        elif self.drawing is not None and dragged:
            self._draw(self.drawing.set(self._point(place)), place)
        elif grip is not None and self._box.tool in DRAWS:
            self._draw(Drawing.begun(self._box.tool, grip.start), place)

    def select(self, place: QPointF) -> None:
        """Select what a click met, or nothing."""
        mark = mark_at(self._markup.state.marks, place, self._to_screen())
        self._markup.select("" if mark is None else mark.id)

    def double_click(self, place: QPointF) -> bool:
        """Close a polygon, or ask for other words; return whether either was meant."""
        if self.drawing is not None:
            if self.drawing.closable:
                self._finish(self.drawing)
            return True
        mark = mark_at(self._markup.state.marks, place, self._to_screen())
        if mark is not None:
            self._markup.select(mark.id)
            self._ask(mark)
        return mark is not None or self._box.tool in DRAWS

    def cancel(self) -> bool:
        """Let go of words, a half drawn mark or the selection; return whether there were any."""
        if self._words.drop():
            return True
        if self.drawing is not None:
            self.drawing = None
            self.changed.emit()
            return True
        self._grip = None
        was = bool(self._markup.state.selected)
        self._markup.select("")
        return was

    def drop(self) -> None:
        """Forget what is half drawn or half moved."""
        self._words.drop()
        self._grip = self.drawing = None
        if self._markup.state.preview is not None:
            self._markup.show_moved(None)
        self.changed.emit()

    def ask_words(self) -> None:
        """Let the reader write beside the selected mark."""
        mark = self._markup.state.selected_mark
        if mark is not None:
            self._ask(mark)

    def _ask(self, target: Target) -> None:
        self._asked = target if isinstance(target, Drawing) else None
        self._words.ask(target, self._to_screen().map(scene_point(target.points[-1])) + _BESIDE)
        self.changed.emit()

    def _answered(self) -> None:
        self._asked = None
        self.changed.emit()

    # drawing

    def _draw(self, drawing: Drawing, place: QPointF) -> None:
        first = self._to_screen().map(scene_point(drawing.points[0]))
        near = (place - first).manhattanLength() <= HANDLE_PX
        if drawing.complete:
            self._finish(drawing)
        elif drawing.kind is MarkKind.POLYGON and len(drawing.points) > 3 and near:
            # The click that closes a polygon is no corner of it.
            self._finish(Drawing(drawing.tool, drawing.points[:-1], drawing.points[0]))
        else:
            self.drawing = drawing
            self.changed.emit()

    def _finish(self, drawing: Drawing) -> None:
        self.drawing = None
        self.changed.emit()
        if drawing.tool is Tool.TEXT:
            self._ask(drawing)
            return
        mark = drawing.mark()
        if mark is None:
            return
        match drawing.tool:
            case Tool.REGION_WINDOW:
                self._box.window_region(mark)
            case Tool.CALIBRATE:
                self._ask(drawing)
            case _:
                self._markup.put(mark)

    def _begin_with_thorax(self, ends: tuple[Point, Point]) -> None:
        self.drawing = Drawing(Tool.CARDIOTHORACIC, ends, ends[1], proposed=True)
        self.changed.emit()

    # moving

    def _grip_at(self, place: QPointF) -> _Grip | None:
        mark = self._markup.state.selected_mark
        if mark is None:
            return None
        number, start = handle_at(mark, place, self._to_screen()), self._point(place)
        if number is not None:
            return _Grip(mark, number, start)
        # A drawing tool may begin on a mark's line: it is moved by its points alone.
        if self._box.tool not in DRAWS and is_on(mark, place, self._to_screen()):
            return _Grip(mark, None, start)
        return None

    def _moved(self, grip: _Grip, point: Point) -> Mark | None:
        try:
            if grip.number is not None:
                return grip.mark.with_point(grip.number, point)
            down, right = point[0] - grip.start[0], point[1] - grip.start[1]
            return held_on_film(grip.mark, self._shape(), down, right)
        except ValueError:
            return None  # a mark without extent: it stays as it was last

    def _shape(self) -> tuple[int, int]:
        film = self._markup.state.film
        return (1, 1) if film is None else film.radiograph.shape

    def _point(self, place: QPointF) -> Point:
        """Return the film's point at a place, the nearest one where that lies beside the film."""
        inverse, _ = self._to_screen().inverted()
        row, column = film_point(inverse.map(place))
        rows, columns = self._shape()
        return min(max(row, -0.5), rows - 0.5), min(max(column, -0.5), columns - 0.5)
