"""The film view: zoom, pan and the mouse; everything else it asks the light box to do."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from viewer import film as films
from viewer import wording
from viewer.canvas import annotations
from viewer.canvas.corners import Annotations, Corners, corners, length_text, ruler
from viewer.canvas.items import FilmItem, HeatItem, LungsItem
from viewer.canvas.tools import Line, Tool, zoom_factor
from viewer.discretion import discreet_film
from viewer.keymap import Mouse
from viewer.language import tr
from viewer.lightbox import LightBox, Lit, Rendered
from viewer.lungs import LungFields, LungsState
from viewer.overlay import Overlay, OverlayState
from viewer.presentation import Presentation, screen_scale

CLICK_PX = 4
_ZOOM_STEP = 1.25
_WHEEL_STEP = 120
_SMALLEST, _LARGEST = 0.02, 32.0


@dataclass(frozen=True, slots=True)
class _Drag:
    """A drag since its button went down; positions in pixels of the viewport."""

    tool: Tool | None
    button: Qt.MouseButton
    start: QPoint
    last: QPoint
    moved: bool = False


class FilmView(QGraphicsView):
    """One film."""

    stepped = Signal(int)
    menu_wanted = Signal(object)
    maximise_wanted = Signal()

    def __init__(
        self,
        light_box: LightBox,
        overlay: Overlay,
        lungs: LungFields,
        parent: QWidget | None = None,
    ) -> None:
        """Listen to the light box, the overlay and the lungs."""
        super().__init__(parent)
        self._box = light_box
        self._overlay = overlay
        self._lungs = lungs
        self._film_item, self._heat_item, self._lungs_item = FilmItem(), HeatItem(), LungsItem()
        scene = QGraphicsScene(self)
        for item in (self._film_item, self._heat_item, self._lungs_item):
            scene.addItem(item)
        self.setScene(scene)
        self._scale = 1.0
        self._fits = True
        self._drag: _Drag | None = None
        self._rubber: Line | None = None
        self._cursor = ""
        self._wheel = 0
        self.annotations = Annotations.ALL
        self.mouse = Mouse()
        self.identity_hidden = False
        self.bare = False
        self.position = ""
        self._refused = ("", "")
        self._prepare_widget()
        light_box.lit_changed.connect(self._lit)
        light_box.presentation_changed.connect(self._presented)
        light_box.rendered.connect(self._rendered)
        light_box.tool_changed.connect(self._armed)
        light_box.lines_changed.connect(self._refresh)
        overlay.changed.connect(self._overlaid)
        lungs.changed.connect(self._outlined)

    def _prepare_widget(self) -> None:
        self.setAccessibleName(tr("Film"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(Qt.GlobalColor.black)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(240, 240))

    # listening

    def _lit(self, lit: Lit) -> None:
        film = lit.film
        if film is None:
            self._film_item.set_levels(())
        elif not lit.wanted:
            rows, columns = film.radiograph.shape
            self._film_item.set_size(rows, columns)
            self._heat_item.set_size(rows, columns)
            self._lungs_item.set_size(rows, columns)
            margin = max(rows, columns)
            self.setSceneRect(QRectF(-margin, -margin, columns + 2 * margin, rows + 2 * margin))
            self._fits = True
            self._rubber = None
        self._refresh()

    def _presented(self, _presentation: Presentation) -> None:
        if self._fits:
            self.fit()
        else:
            self._place(self._scale, self.mapToScene(self.viewport().rect().center()))
        self._refresh()

    def _rendered(self, painted: Rendered) -> None:
        self._film_item.set_levels(painted.levels)
        self._refresh()

    def _overlaid(self, state: OverlayState) -> None:
        self._heat_item.set_state(state)
        self._refresh()

    def _outlined(self, state: LungsState) -> None:
        self._lungs_item.set_state(state)
        self._refresh()

    def _armed(self, tool: Tool) -> None:
        self._rubber = None
        cross = tool is Tool.DISTANCE
        self.viewport().setCursor(
            Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.ArrowCursor
        )
        self._refresh()

    def _refresh(self, _value: object = None) -> None:
        self.viewport().update()

    # zoom and pan

    @property
    def zoom(self) -> float:
        """Device pixels a film pixel."""
        return self._scale * self.devicePixelRatioF()

    def fit(self) -> None:
        """Show the whole film."""
        film = self._box.lit.film
        if film is None:
            return
        size = self.viewport().size()
        turns = self._box.presentation.turns
        shape = film.radiograph.shape
        scale = screen_scale(size.width(), size.height(), shape=shape, turns=turns)
        self._place(scale, QPointF(shape[1] / 2, shape[0] / 2))
        self._fits = True

    def one_to_one(self) -> None:
        """Show one film pixel on one device pixel."""
        self.zoom_to(1.0)

    def zoom_to(self, zoom: float) -> None:
        """Show one film pixel on that many device pixels."""
        centre = self.mapToScene(self.viewport().rect().center())
        self._place(zoom / self.devicePixelRatioF(), centre)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom, keeping the point of the viewport ``at`` (its centre by default) where it is."""
        place = self.viewport().rect().center() if at is None else at
        before = self.mapToScene(place)
        scale = min(max(self._scale * factor, _SMALLEST), _LARGEST)
        self._place(scale, self.mapToScene(self.viewport().rect().center()))
        moved = self.mapFromScene(before) - place
        self._scroll(moved)

    def zoom_in(self) -> None:
        """Zoom in by a quarter."""
        self.zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a quarter."""
        self.zoom_by(1 / _ZOOM_STEP)

    def _place(self, scale: float, centre: QPointF) -> None:
        self._scale = scale
        self._fits = False
        turns, mirrored = self._box.presentation.turns, self._box.presentation.mirrored
        transform = QTransform().rotate(90 * turns).scale(-scale if mirrored else scale, scale)
        self.setTransform(transform)
        self.centerOn(centre)
        self._refresh()

    def _scroll(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
        self._refresh()

    # annotations

    def next_annotations(self) -> None:
        """Write all, the minimum, nothing."""
        self.annotations = self.annotations.following()
        self._refresh()

    def hide_identity(self, hidden: bool) -> None:
        """Write whose film it is, or do not."""
        self.identity_hidden = hidden
        self._refresh()

    def set_position(self, words: str) -> None:
        """Say where in the worklist the film stands."""
        self.position = words
        self._refresh()

    def set_refusal(self, name: str, reason: str) -> None:
        """Say on the film of that name why the model did not score it."""
        self._refused = (name, reason)
        self._refresh()

    def cancel_tool(self) -> bool:
        """Let go of a half drawn line; return whether there was one."""
        was, self._rubber = self._rubber, None
        self._refresh()
        return was is not None

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a drag with the button's tool."""
        if self._box.lit.film is None or self._drag is not None:
            return
        place = event.position().toPoint()
        tool = self.mouse.tool(event.button(), self._box.tool)
        self._drag = _Drag(tool, event.button(), place, place)
        if tool is Tool.DISTANCE:
            self._begin_or_end_line(self._film_point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the drag; say what is under the cursor."""
        place = event.position().toPoint()
        self._look(event.position())
        if self._rubber is not None:
            self._rubber = replace(self._rubber, end=self._film_point(event.position()))
        drag = self._drag
        if drag is None:
            return
        moved = drag.moved or (place - drag.start).manhattanLength() >= CLICK_PX
        self._drag = replace(drag, last=place, moved=moved)
        if moved:
            self._follow(drag, place, event.modifiers())

    def _follow(self, drag: _Drag, place: QPoint, keys: Qt.KeyboardModifier) -> None:
        match drag.tool:
            case Tool.WINDOW:
                total = place - drag.start
                fast = bool(keys & Qt.KeyboardModifier.ControlModifier)
                self._box.drag_window(total.x(), -total.y(), fast=fast)
            case Tool.PAN:
                self._fits = False
                self._scroll(drag.last - place)
            case Tool.ZOOM:
                self.zoom_by(zoom_factor(drag.last.y() - place.y()), drag.start)
            case _:
                pass

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the drag; a right click that did not move asks for the menu."""
        drag, self._drag = self._drag, None
        if drag is None:
            return
        if drag.tool is Tool.WINDOW:
            self._box.end_drag()
        elif drag.tool is Tool.DISTANCE and drag.moved:
            self._begin_or_end_line(self._film_point(event.position()))
        if drag.button is Qt.MouseButton.RightButton and not drag.moved:
            self.menu_wanted.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Give the film the whole window."""
        if event.button() is Qt.MouseButton.LeftButton and self._box.tool is not Tool.DISTANCE:
            self.maximise_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Leave the menu to the right button's release; the keyboard's menu key opens it here."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Step through the worklist or zoom at the cursor; with Ctrl the other one."""
        turned = event.angleDelta().y()
        swapped = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (self.mouse.wheel == "zoom") is not swapped:
            self.zoom_by(_ZOOM_STEP ** (turned / _WHEEL_STEP), event.position().toPoint())
            return
        self._wheel += turned
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.stepped.emit(-steps)

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002, N802
        """Forget the cursor."""
        self._cursor = ""
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep a fitted film fitted."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def _film_point(self, place: QPointF) -> tuple[float, float]:
        point = self._to_film(place)
        return point.y() - 0.5, point.x() - 0.5

    def _to_film(self, place: QPointF) -> QPointF:
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(place)

    def _look(self, place: QPointF) -> None:
        film = self._box.lit.film
        if film is not None:
            point = self._to_film(place)
            self._cursor = films.value_at(film, int(point.y() // 1), int(point.x() // 1))
            self._refresh()

    def _begin_or_end_line(self, point: tuple[float, float]) -> None:
        if self._rubber is None:
            self._rubber = Line(point, point)
        else:
            self._box.add_line(replace(self._rubber, end=point))
            self._rubber = None

    # painting over the film

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: ARG002, N802
        """Write corners, measurements, legend and messages in viewport pixels."""
        if self.bare:
            return
        lit = self._box.lit
        area = QRectF(self.viewport().rect())
        to_screen = self.viewportTransform()
        painter.save()
        painter.resetTransform()
        painter.setFont(self.font())
        if lit.film is not None:
            self._annotate(painter, area, to_screen, lit)
        wanted = self._called(lit.wanted)
        if lit.failure:
            words = tr(lit.failure)
            if lit.film is not None:
                behind = tr("Behind these words: {name}", name=self._called(lit.film.name))
                words += f"\n\n{behind}"
            annotations.paint_message(
                painter, area, tr("{name} cannot be shown", name=wanted), words
            )
        elif wanted:
            annotations.paint_message(painter, area, "", tr("Reading {name} …", name=wanted))
        painter.restore()

    def _called(self, name: str) -> str:
        if self.identity_hidden and name:
            return tr("This film")
        return wording.file_name(name)

    def _annotate(self, painter: QPainter, area: QRectF, to_screen: QTransform, lit: Lit) -> None:
        assert lit.film is not None
        film = lit.film.radiograph
        if self.identity_hidden:
            film = discreet_film(film)
        shown = corners(
            film,
            self._box.presentation,
            amount=self.annotations,
            zoom=self.zoom,
            position=self.position,
            cursor=self._cursor,
        )
        if self.annotations is Annotations.ALL:
            room = max(area.width() / 4, 20)
            bar = ruler(film, self._box.presentation, scale=self._scale, room=room)
            shown = replace(shown, ruler=bar)
        annotations.paint_corners(painter, area, self._with_words(shown, lit.film.name))
        rubber = () if self._rubber is None else (self._rubber,)
        for line in (*self._box.lines, *rubber):
            ends = [
                to_screen.map(QPointF(end[1] + 0.5, end[0] + 0.5)) for end in (line.start, line.end)
            ]
            label = length_text(film.spacing, line)
            annotations.paint_line(painter, ends[0], ends[1], label)
        overlay = self._overlay.state
        if overlay.visible:
            title = wording.finding_name(overlay.finding)
            annotations.paint_legend(painter, area, title=title, colours=overlay.colours)

    def _with_words(self, shown: Corners, name: str) -> Corners:
        """Add what the model has to say of the film as a whole, before the film's own warnings."""
        refused, reason = self._refused
        silent = self.annotations is Annotations.NONE or refused != name
        own = ("" if silent else reason, self._lungs.state.words)
        return replace(shown, chips=(*(words for words in own if words), *shown.chips))
