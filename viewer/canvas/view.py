"""The film view: zoom, pan and the mouse; everything else it asks the light box to do."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from viewer import assets, wording
from viewer import film as films
from viewer.calibration import Displays
from viewer.canvas import annotations
from viewer.canvas.camera import ZOOM_STEP, Camera
from viewer.canvas.corners import Annotations, Corners, corners, ruler
from viewer.canvas.hand import Hand
from viewer.canvas.items import FilmItem, HeatItem, LungsItem
from viewer.canvas.planes import PlanesItem
from viewer.canvas.plots import paint_plot
from viewer.canvas.state_item import StateItem
from viewer.canvas.tools import DRAWS, Drag, Tool, turned_degrees, zoom_factor
from viewer.discretion import discreet_film
from viewer.keymap import Mouse
from viewer.language import tr
from viewer.lightbox import LightBox, Lit, Rendered
from viewer.lungs import LungFields, LungsState
from viewer.markup import FilmMarkup
from viewer.overlay import Overlay, OverlayState
from viewer.presentation import Presentation
from viewer.softcopies import state_words

CLICK_PX = 4
_WHEEL_STEP = 120
_ROOM_PX = 380
_RULER_ROOM_PX = 600


class FilmView(Camera):
    """One film."""

    stepped = Signal(int)
    menu_wanted = Signal(object)
    maximise_wanted = Signal()

    def __init__(
        self,
        light_box: LightBox,
        overlay: Overlay,
        lungs: LungFields,
        markup: FilmMarkup,
        parent: QWidget | None = None,
    ) -> None:
        """Listen to the light box and to all that lies over its film."""
        super().__init__(light_box, parent)
        self._overlay = overlay
        self._lungs = lungs
        self._markup = markup
        self._film_item, self._heat_item, self._lungs_item = FilmItem(), HeatItem(), LungsItem()
        self._planes_item = PlanesItem()
        scene = QGraphicsScene(self)
        scene.addItem(self._film_item)
        # What lies over the film is not there without it.
        self.hand = Hand(light_box, markup, self)
        state_item = self._state_item = StateItem(light_box)
        beneath = (self._film_item, self._heat_item, self._lungs_item)
        self._sized = (*beneath, state_item, self.hand.item)
        for item in (self._planes_item, *self._sized[1:]):
            item.setParentItem(self._film_item)
        self.setScene(scene)
        self._drag: Drag | None = None
        self._cursor = self._name = ""
        self._place_seen: QPointF | None = None
        self._wheel = 0
        self.annotations = Annotations.ALL
        self.mouse = Mouse()
        self.identity_hidden = False
        self.displays: Displays | None = None
        self.bare = False
        self.position = ""
        self._refused = ("", "")
        self._note = self._hint = ""
        self._cautions: tuple[str, ...] = ()
        self._lit_up = True
        self._prepare_widget()
        light_box.lit_changed.connect(self._lit)
        light_box.presentation_changed.connect(self._presented)
        light_box.rendered.connect(self._rendered)
        light_box.tool_changed.connect(self._armed)
        markup.changed.connect(self._refresh)
        self.hand.changed.connect(self._refresh)
        overlay.changed.connect(self._overlaid)
        self.moved.connect(lambda _move: self._look(self._place_seen))
        lungs.changed.connect(self._outlined)

    def _prepare_widget(self) -> None:
        self.setAccessibleName(tr("Film"))
        self.setBackgroundBrush(Qt.GlobalColor.black)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(120, 120))

    # listening

    def _lit(self, lit: Lit) -> None:
        film = lit.film
        if film is None:
            self._film_item.set_levels(())
        elif not lit.wanted:
            rows, columns = film.radiograph.shape
            for item in self._sized:
                item.set_size(rows, columns)
            self._planes_item.set_film(film.radiograph)
            margin = max(rows, columns)
            self.setSceneRect(QRectF(-margin, -margin, columns + 2 * margin, rows + 2 * margin))
            self._arrive(film)
            self.hand.drop()
        self._refresh()

    def _presented(self, _presentation: Presentation) -> None:
        self._rearrange()
        self._look(self._place_seen)

    def _rendered(self, painted: Rendered) -> None:
        self._film_item.set_levels(painted.levels, painted.area)
        self._refresh()

    def _overlaid(self, state: OverlayState) -> None:
        self._heat_item.set_state(state if self._lit_up else OverlayState())
        self._refresh()

    def _outlined(self, state: LungsState) -> None:
        self._lungs_item.set_state(state if self._lit_up else LungsState())
        self._refresh()

    def light(self, *, on: bool) -> None:
        """Show heat map and lungs, which belong to the lit viewport; or leave them to another."""
        self._lit_up = on
        self._overlaid(self._overlay.state)
        self._outlined(self._lungs.state)

    def _armed(self, tool: Tool) -> None:
        self.hand.drop()
        draws = tool in DRAWS
        self.viewport().setCursor(
            Qt.CursorShape.CrossCursor if draws else Qt.CursorShape.ArrowCursor
        )
        self._refresh()

    def _refresh(self, _value: object = None) -> None:
        self.viewport().update()

    # annotations

    def set_annotations(self, amount: Annotations) -> None:
        """Write all, the minimum, nothing."""
        self.annotations = amount
        self._write()

    def set_bare(self, bare: bool) -> None:
        """Show the film with nothing written or drawn over it but the heat map; or as before."""
        self.bare = bare
        self._write()

    def _write(self) -> None:
        drawn = self.annotations is not Annotations.NONE and not self.bare
        self._planes_item.show_planes(drawn)
        self._state_item.setVisible(drawn)
        self.hand.set_visible(drawn)
        self._refresh()

    def hide_identity(self, hidden: bool) -> None:
        """Write whose film it is, or do not."""
        self.identity_hidden = self._state_item.discreet = hidden
        self._refresh()

    def set_displays(self, displays: Displays | None) -> None:
        """Paint films through the tables of their screens; None: as they are."""
        self.displays = displays
        self._film_item.set_displays(displays)
        self._refresh()

    def set_position(self, words: str) -> None:
        """Say where in the worklist the film stands."""
        self.position = words
        self._refresh()

    def set_refusal(self, name: str, reason: str) -> None:
        """Say on the film of that name why the model did not score it."""
        self._refused = (name, reason)
        self._refresh()

    def set_hint(self, words: str) -> None:
        """Say what could hang here; written only where nothing does."""
        self._hint = words
        self._refresh()

    def set_notes(self, note: str, cautions: tuple[str, ...]) -> None:
        """Say how the film stands to the others on show: a line, and chips."""
        self._note, self._cautions = note, cautions
        self._refresh()

    def cancel_tool(self) -> bool:
        """Let go of words, a half drawn mark or the selection; return whether there were any."""
        return self.hand.cancel()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a drag with the button's tool."""
        if self._box.lit.film is None or self._drag is not None:
            return
        place = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        held = left and self.hand.visible and self.hand.press(event.position())
        tool = None if held else self.mouse.tool(event.button(), self._box.tool)
        self._drag = Drag(tool, event.button(), place, place, held=held)
        self._refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the drag; say what is under the cursor."""
        place = event.position().toPoint()
        self._look(event.position())
        drag = self._drag
        moved = drag is not None and (
            drag.moved or (place - drag.start).manhattanLength() >= CLICK_PX
        )
        self.hand.move(event.position(), dragged=moved and drag is not None and drag.held)
        if drag is None:
            return
        self._drag = replace(drag, last=place, moved=moved)
        if moved:
            self._follow(drag, place, event.modifiers())

    def _follow(self, drag: Drag, place: QPoint, keys: Qt.KeyboardModifier) -> None:
        match drag.tool:
            case Tool.WINDOW:
                total = place - drag.start
                fast = bool(keys & Qt.KeyboardModifier.ControlModifier)
                self._box.drag_window(total.x(), -total.y(), fast=fast)
            case Tool.PAN:
                self.pan(drag.last - place)
            case Tool.ZOOM:
                self.zoom_by(zoom_factor(drag.last.y() - place.y()), drag.start)
            case Tool.ROTATE:
                self._fits = False
                centre = self.viewport().rect().center()
                self._box.tilt(turned_degrees(centre, drag.last, place))
            case _:
                pass

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the drag; a right click that did not move asks for the menu."""
        drag, self._drag = self._drag, None
        if drag is None:
            return
        left = drag.button is Qt.MouseButton.LeftButton
        if drag.held:
            self.hand.release(event.position(), dragged=drag.moved)
        elif left and not drag.moved and self.hand.visible:
            self.hand.select(event.position())
        if drag.tool is Tool.WINDOW:
            self._box.end_drag()
        elif drag.tool is Tool.MAGNIFIER:
            self._refresh()
        if drag.button is Qt.MouseButton.RightButton and not drag.moved:
            self.menu_wanted.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Close a polygon, reword a mark, or give the film the whole window."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self.hand.double_click(event.position()):
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
            self.zoom_by(ZOOM_STEP ** (turned / _WHEEL_STEP), event.position().toPoint())
            return
        self._wheel += turned
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.stepped.emit(-steps)

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002, N802
        """Forget the cursor."""
        self._cursor, self._place_seen = "", None
        self._refresh()

    def _to_film(self, place: QPointF) -> QPointF:
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(place)

    def _look(self, place: QPointF | None) -> None:
        film, self._place_seen = self._box.lit.film, place
        if film is not None and place is not None:
            point = self._to_film(place)
            row, column = int(point.y() // 1), int(point.x() // 1)
            self._cursor = films.value_at(film, self._box.presentation, row, column)
        self._refresh()

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
        elif lit.film is None:
            painter.setPen(assets.DIM)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._hint)
        painter.restore()

    def _called(self, name: str) -> str:
        if self.identity_hidden and name:
            return tr("This film")
        return wording.file_name(name)

    def _annotate(self, painter: QPainter, area: QRectF, to_screen: QTransform, lit: Lit) -> None:
        assert lit.film is not None
        film = replace(lit.film.radiograph, spacing=self._markup.state.spacing)
        amount = self.annotations
        if amount is Annotations.ALL and min(area.width(), area.height()) < _ROOM_PX:
            amount = Annotations.MINIMAL
        if self.identity_hidden:
            film = discreet_film(film)
        shown = corners(
            film,
            self._box.presentation,
            amount=amount,
            zoom=self.zoom,
            position=self.position,
            cursor=self._cursor,
        )
        if amount is Annotations.ALL and area.width() >= _RULER_ROOM_PX:
            room = max(area.width() / 4, 20)
            bar = ruler(film, scale=self._scale, room=room)
            shown = replace(shown, ruler=bar)
        annotations.paint_corners(painter, area, self._with_words(shown, lit.film.name))
        overlay = self._overlay.state
        legend = overlay.visible and self._lit_up
        if self.hand.visible:
            paint_plot(painter, area, self._markup.state, beside_legend=legend)
        if self._drag is not None and self._drag.tool is Tool.MAGNIFIER:
            self._film_item.paint_lens(painter, to_screen, QPointF(self._drag.last), self)
        if legend:
            title = wording.finding_name(overlay.finding)
            annotations.paint_legend(painter, area, title=title, colours=overlay.colours)

    def _with_words(self, shown: Corners, name: str) -> Corners:
        """Add what the model has to say of the film as a whole, before the film's own warnings."""
        refused, reason = self._refused
        silent = self.annotations is Annotations.NONE
        own = [] if silent else [*self._cautions, reason if refused == name else ""]
        if self._box.lit.film is not None and not silent:
            own.append(state_words(self._box.lit.film, self._box.presentation))
        if self._lit_up:
            own.append(self._lungs.state.words)
        own += self._markup.state.words
        note = (self._note,) if self._note and not silent else ()
        through = self.displays.words(self.screen()) if self.displays else ""
        calibrated = (through,) if through and shown.bottom_left else ()
        return replace(
            shown,
            top_right=(*shown.top_right, *note),
            bottom_left=(*shown.bottom_left, *calibrated),
            chips=(*(words for words in own if words), *shown.chips),
        )
