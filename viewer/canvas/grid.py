"""The grid of viewports: places them, lights them, takes dropped films, links and flickers."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer import patients
from viewer.calibration import Displays
from viewer.canvas.camera import Move
from viewer.canvas.corners import Annotations
from viewer.canvas.frame_bar import FrameBar
from viewer.canvas.paper_view import PaperView
from viewer.canvas.tools import DRAWS, Tool
from viewer.canvas.view import FilmView
from viewer.cine import Cine
from viewer.findings.panel import refusal
from viewer.hanging import Slot
from viewer.keymap import Mouse
from viewer.language import tr
from viewer.lightbox import LightBox, Lit
from viewer.session import Session
from viewer.worklist.dragging import number_of

MISSING = {
    (True, "any"): "No prior film",
    (True, "frontal"): "No prior frontal film",
    (True, "lateral"): "No prior lateral film",
    (False, "frontal"): "No frontal film",
    (False, "lateral"): "No lateral film",
}
"""Whether a prior was meant, and its view -> what to say where there is none."""

_GAP = 2
_DOING = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)


class Viewport(QFrame):
    """A film and, where it has several, the bar of its frames; or a document in its place."""

    def __init__(self, session: Session, box: LightBox, parent: QWidget) -> None:
        """Build the view on its light box."""
        super().__init__(parent)
        self.setObjectName("viewport")
        self.view = FilmView(box, session.overlay, session.lungs, session.markup_by_box[box], self)
        self.paper = PaperView(session, box, self)
        self.paper.hide()
        self.cine = Cine(box, self)
        self.bar = FrameBar(self.cine, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.paper, 1)
        layout.addWidget(self.bar)
        self.places = (self.view.viewport(), *self.paper.places)
        box.lit_changed.connect(self._lit)

    @property
    def shown(self) -> FilmView | PaperView:
        """What zooms."""
        return self.view if self.paper.isHidden() else self.paper

    def _lit(self, lit: Lit) -> None:
        before = self.shown
        after = self.view if lit.paper is None else self.paper
        if after is not before:
            after.show()
            if before.isAncestorOf(self.focusWidget() or self) or before.hasFocus():
                after.setFocus()
            before.hide()

    def mark(self, state: str) -> None:
        """Frame it: "lit", "target" of a drag, or plain."""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)


class ViewportGrid(QWidget):
    """All viewports of the layout; `view` is the lit one."""

    stepped = Signal(int)
    menu_wanted = Signal(object)
    maximise_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Listen to the viewports of the session."""
        super().__init__(parent)
        self._session, self._viewports = session, session.viewports
        self.setObjectName("grid")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._position = ""
        self._flickering: Viewport | None = None
        self._target: int | None = None
        self.enlarged: int | None = None
        self.annotations = Annotations.ALL
        self._mouse = Mouse()
        self._displays: Displays | None = None
        self.cells: list[Viewport] = []
        self.spare = self._viewport(self._viewports.spare)
        self.spare.view.light(on=False)
        self._viewports.spare.rendered.connect(self._align_spare)
        self._viewports.arranged.connect(self._arranged)
        self._viewports.held_changed.connect(self._held)
        self._viewports.activated.connect(self._held)
        self._viewports.tool_changed.connect(self._armed)
        session.entries_changed.connect(self._refuse)
        session.softcopies.changed.connect(self._held)
        self._arranged()

    @property
    def view(self) -> FilmView:
        """The lit film."""
        return self.cells[self._viewports.lit].view

    @property
    def paper(self) -> PaperView | None:
        """The lit document; None where a film is lit, or nothing."""
        cell = self.cells[self._viewports.lit]
        return None if cell.paper.isHidden() else cell.paper

    @property
    def shown(self) -> FilmView | PaperView:
        """The lit film or document."""
        return self.cells[self._viewports.lit].shown

    @property
    def cine(self) -> Cine:
        """The player of the lit film."""
        return self.cells[self._viewports.lit].cine

    # places

    def _viewport(self, box: LightBox) -> Viewport:
        made = Viewport(self._session, box, self)
        made.view.stepped.connect(self._step)
        made.view.menu_wanted.connect(self.menu_wanted)
        made.view.maximise_wanted.connect(self.toggle_enlarged)
        made.view.moved.connect(self._moved)
        for place in made.places:
            place.installEventFilter(self)
        made.view.set_annotations(self.annotations)
        made.view.mouse = self._mouse
        made.view.set_displays(self._displays)
        made.view.hide_identity(self._session.identity_hidden)
        self._session.identity_changed.connect(made.view.hide_identity)
        made.hide()
        return made

    def _arranged(self, _protocol: object = None) -> None:
        while len(self.cells) < self._viewports.protocol.count:
            self.cells.append(self._viewport(self._viewports.boxes[len(self.cells)]))
        self.enlarged = None
        self._place()
        self._held()

    def _place(self) -> None:
        protocol = self._viewports.protocol
        for number, cell in enumerate(self.cells):
            row, column = divmod(number, protocol.columns)
            shown = number < protocol.count and self.enlarged in (None, number)
            if shown:
                whole = self.enlarged == number
                cell.setGeometry(self.rect() if whole else self._area(row, column))
            cell.setVisible(shown)

    def _area(self, row: int, column: int) -> QRect:
        protocol = self._viewports.protocol
        across = [round(self.width() * at / protocol.columns) for at in (column, column + 1)]
        down = [round(self.height() * at / protocol.rows) for at in (row, row + 1)]
        right = _GAP if column + 1 < protocol.columns else 0
        bottom = _GAP if row + 1 < protocol.rows else 0
        return QRect(across[0], down[0], across[1] - across[0] - right, down[1] - down[0] - bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room."""
        super().resizeEvent(event)
        self._place()

    def toggle_enlarged(self) -> None:
        """Give the lit viewport all the room, and back; a single one asks for the window's."""
        if self._viewports.protocol.count == 1:
            self.maximise_wanted.emit()
            return
        self.enlarged = self._viewports.lit if self.enlarged is None else None
        self._place()

    # what is said of the films

    def _held(self, _held: object = None) -> None:
        viewports = self._viewports
        whos = [None if row is None else row.identity for row in viewports.shown]
        for number, standing in enumerate(patients.standings(whos, viewports.lit)):
            cell = self.cells[number]
            said = " · ".join(note for note in (standing.note, self._states_of(number)) if note)
            cautions = (*standing.cautions, *self._twin(number))
            cell.view.set_notes(said, cautions)
            cell.paper.set_notes(standing.note, cautions)
            cell.view.set_hint(self._hint(number))
        self._refuse()
        self._light()

    def _twin(self, viewport: int) -> tuple[str, ...]:
        """Warn where what is kept by a film's UID may be another film's."""
        number = self._viewports.held[viewport]
        twin = number is not None and self._session.films.kin.twin(number) is not None
        return (
            (tr("Another film has this SOP Instance UID: are the marks its own?"),) if twin else ()
        )

    def _states_of(self, viewport: int) -> str:
        row = self._viewports.shown[viewport]
        uid = "" if row is None else row.identity.sop_instance_uid
        count = self._session.softcopies.count_for(uid)
        if count < 2:
            return tr("1 presentation state") if count else ""
        return tr("{count} presentation states", count=count)

    def _hint(self, number: int) -> str:
        protocol = self._viewports.protocol
        if all(held is None for held in self._viewports.held):
            return ""
        slot = protocol.slots[number] if number < len(protocol.slots) else Slot(0, "any")
        missing = MISSING.get((bool(slot.prior), slot.view), "")
        wanted = tr("Drag a film here")
        return f"{tr(missing)}\n{wanted}" if missing else wanted

    def _refuse(self, _value: object = None) -> None:
        for cell, number in zip(self.cells, self._viewports.held, strict=False):
            if number is not None and number < len(self._session.entries):
                entry = self._session.entries[number]
                cell.view.set_refusal(self._session.rows[number].name, refusal(entry))

    def _light(self, _number: object = None) -> None:
        several = self._viewports.protocol.count > 1
        for number, cell in enumerate(self.cells):
            lit = number == self._viewports.lit
            cell.view.light(on=lit)
            cell.mark("target" if number == self._target else "lit" if lit and several else "")
            cell.view.set_position(self._position if lit else "")
            cell.paper.set_position(self._position if lit else "")
        if self.enlarged is not None and self.enlarged != self._viewports.lit:
            self.enlarged = self._viewports.lit
            self._place()

    def set_position(self, words: str) -> None:
        """Say where in the worklist the lit film stands."""
        self._position = words
        self.view.set_position(words)
        self.cells[self._viewports.lit].paper.set_position(words)

    def next_annotations(self) -> None:
        """Write all, the minimum, nothing; in every viewport."""
        self.set_annotations(self.annotations.following())

    def set_annotations(self, amount: Annotations) -> None:
        """Write so much in every viewport."""
        self.annotations = amount
        for cell in (*self.cells, self.spare):
            cell.view.set_annotations(amount)

    def set_mouse(self, mouse: Mouse) -> None:
        """Give the mouse's buttons other uses, in every viewport."""
        self._mouse = mouse
        for cell in (*self.cells, self.spare):
            cell.view.mouse = mouse

    def set_displays(self, displays: Displays) -> None:
        """Paint films through the tables of their screens, in every viewport."""
        self._displays = displays
        for cell in (*self.cells, self.spare):
            cell.view.set_displays(displays)

    def _armed(self, tool: Tool) -> None:
        """Who draws sees what was drawn."""
        if tool in DRAWS and self.annotations is Annotations.NONE:
            self.set_annotations(Annotations.ALL)

    # the mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Light the viewport in which the reader does something."""
        if event.type() in _DOING:
            for number, cell in enumerate(self.cells[: self._viewports.protocol.count]):
                if watched in cell.places:
                    self._viewports.light(number)
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        """Turn to another frame where the film has several, to another film where not."""
        here, count = self.cine.frames
        if count > 1:
            self.cine.go(here + by)
        else:
            self.stepped.emit(by)

    def _moved(self, move: Move) -> None:
        if self._viewports.link_views:
            for cell in self.cells[: self._viewports.protocol.count]:
                if cell.view is not self.sender():
                    cell.view.follow(move)

    # dropped films

    def _cell_at(self, place: QPointF) -> int | None:
        shown = enumerate(self.cells[: self._viewports.protocol.count])
        at = place.toPoint()
        return next((n for n, cell in shown if cell.isVisible() and cell.geometry().contains(at)),
                    None)  # fmt: skip

    def _aim(self, target: int | None) -> None:
        if target != self._target:
            self._target = target
            self._light()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Welcome films of the worklist; files go on to the window."""
        if number_of(event.mimeData()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where it would hang."""
        self._aim(self._cell_at(event.position()))
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Forget it."""
        self._aim(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Hang it."""
        self._aim(None)
        viewport, number = self._cell_at(event.position()), number_of(event.mimeData())
        if viewport is not None and number is not None and number < len(self._session.entries):
            self._session.put(viewport, number)
            event.acceptProposedAction()

    # flicker

    def begin_flicker(self) -> bool:
        """Lay the comparison over the lit film while a key is held; return whether there is one.

        It is what another viewport shows of the patient's other studies, otherwise the prior.
        """
        other = self._viewports.counterpart()
        if other is not None:
            self._flickering = self.cells[other]
        elif self._viewports.show_spare():
            self._flickering = self.spare
            self._tell_spare()
        else:
            return False
        self._flickering.setGeometry(self.cells[self._viewports.lit].geometry())
        self._flickering.show()
        self._flickering.raise_()
        self._align_spare()
        return True

    def end_flicker(self) -> None:
        """Show the lit film again."""
        self._flickering = None
        self.spare.hide()
        self._place()

    def _tell_spare(self) -> None:
        lit, prior = self._viewports.held[self._viewports.lit], self._viewports.spare_holds
        if lit is not None and prior is not None:
            rows = self._session.rows
            pair = (rows[lit].identity, rows[prior].identity)
            standing = patients.standings(pair, 0)[1]
            self.spare.view.set_notes(standing.note, standing.cautions)

    def _align_spare(self, _rendered: object = None) -> None:
        if self._flickering is self.spare:
            self.spare.view.look_as(self.view)
