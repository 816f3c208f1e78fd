"""The film on show: reading it, presenting it, and rendering it off the GUI thread."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from engine.images import measuring, windowing
from engine.images.marks import Mark
from engine.images.softcopy import SoftcopyState
from engine.triage.pipeline import Row, Status
from engine.types import Voi, Window
from viewer import film as films
from viewer.canvas.tools import Tool
from viewer.film import ENHANCED_PRESET, Area, Film, Sight
from viewer.jobs import Jobs, Reply
from viewer.paper import Paper
from viewer.presentation import Presentation, dragged_window
from viewer.shelf import Kept, Shelf


@dataclass(frozen=True, slots=True, eq=False)
class Lit:
    """What the light box holds: a film or a document, the one being read, and why it failed."""

    film: Film | None = None
    wanted: str = ""
    failure: str = ""
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """A painted film, full size first and then its halves; a draft may be smaller, or a part.

    ``area`` is the part of the film that the levels show; None: all of it.
    """

    levels: tuple[QImage, ...]
    is_draft: bool
    area: Area | None = None


class LightBox(QObject):
    """One film, its presentation and the armed tool; only these methods change them."""

    lit_changed = Signal(object)
    presentation_changed = Signal(object)
    rendered = Signal(object)
    tool_changed = Signal(object)

    def __init__(self, jobs: Jobs, shelf: Shelf, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._jobs = jobs
        self._shelf = shelf
        self._row: Row | None = None
        self._reading = 0
        self._painting = 0
        self._windowing = 0
        # Runs out when what is to be painted now has been: the draft is not kept waiting.
        self._refining = QTimer(self, singleShot=True, interval=0)
        self._refining.timeout.connect(self._refine)
        self._applying = 0
        self._drag_from: Window | None = None
        self.lit = Lit()
        self.presentation = Presentation()
        self.tool = Tool.WINDOW
        self.level_down_is_brighter = False
        self.sight = Sight()

    # reading

    def show(self, row: Row) -> None:
        """Show a film; one asked for earlier and not yet read is forgotten."""
        self._shelf.drop(self._reading)
        self._applying = 0
        self._row = row
        if row.status is Status.UNREADABLE:
            self._reading = 0
            self._set_lit(Lit(self.lit.film, wanted=row.name, failure=row.reason))
            return
        kept = self._shelf.kept(row)
        if kept is not None:
            self._put_up(kept)
            return
        self._set_lit(Lit(self.lit.film, wanted=row.name))
        self._reading = self._shelf.fetch(row, 0, self._arrived)

    def show_frame(self, frame: int) -> None:
        """Show another frame (counted from 0), presented as this one is."""
        film, row = self.lit.film, self._row
        if film is None or row is None or film.name != row.name:
            return
        if not 0 <= frame < film.radiograph.frames:
            return
        self._shelf.drop(self._reading)
        self._reading = 0
        kept = self._shelf.kept(row, frame)
        if isinstance(kept, Film):
            self._turn_to(kept)
        elif frame != film.radiograph.frame:
            self._reading = self._shelf.fetch(row, frame, self._frame_arrived)

    def read_frames_ahead(self, count: int) -> None:
        """Read the frames that follow, so that they are there when their turn comes."""
        film, row = self.lit.film, self._row
        if film is not None and row is not None and film.name == row.name:
            shown = film.radiograph
            following = ((shown.frame + step) % shown.frames for step in range(1, count + 1))
            self._shelf.read_ahead((row, frame) for frame in following)

    @property
    def reading(self) -> bool:
        """Whether a film or a frame is on its way."""
        return self._reading != 0 or self._applying != 0

    def clear(self) -> None:
        """Take the film away."""
        self._shelf.drop(self._reading)
        self._reading = self._painting = self._windowing = self._applying = 0
        self._row = None
        self._set_lit(Lit())

    def _arrived(self, reply: Reply) -> None:
        if reply.request != self._reading:
            return
        self._reading = 0
        if reply.error is not None:
            self._set_lit(replace(self.lit, failure=str(reply.error)))
        else:
            self._put_up(reply.value)

    def _put_up(self, film: Kept) -> None:
        self._reading = self._painting = self._windowing = self._applying = 0
        self._drag_from = None
        if isinstance(film, Paper):
            self._set_lit(Lit(paper=film))
            return
        self.presentation = film.presentation
        self._set_lit(Lit(film))
        self._present(self.presentation)

    def _frame_arrived(self, reply: Reply) -> None:
        if reply.request != self._reading:
            return
        self._reading = 0
        if reply.error is not None:
            assert self._row is not None
            self._set_lit(Lit(self.lit.film, wanted=self._row.name, failure=str(reply.error)))
        else:
            self._turn_to(reply.value)

    def _turn_to(self, film: Film) -> None:
        """Show a frame, under the presentation state of the one before where there is one."""
        self._reading = 0
        state = self.state
        if state is None:
            self._turned(film)
        else:
            self._applying = self._jobs.submit(
                "compute",
                lambda: films.under(film, state) or replace(film, state=state),
                self._frame_applied,
            )

    def _frame_applied(self, reply: Reply) -> None:
        if reply.request == self._applying:
            self._applying = 0
            self._turned(reply.value)

    def _turned(self, film: Film) -> None:
        before, shown = self.lit.film, self.presentation
        if before is not None and film.state is not None and shown == before.presentation:
            shown = film.presentation
        elif before is not None and film.radiograph.vois and shown.voi == before.voi:
            # A frame may have a window of its own; an automatic one would flicker.
            shown = replace(shown, voi=film.voi, preset=film.presentation.preset)
        self._set_lit(Lit(film))
        self._present(shown)

    def _set_lit(self, lit: Lit) -> None:
        self.lit = lit
        self.lit_changed.emit(lit)

    # presentation states

    @property
    def state(self) -> SoftcopyState | None:
        """The presentation state that the film is shown by."""
        return None if self.lit.film is None else self.lit.film.state

    def apply(self, state: SoftcopyState) -> None:
        """Show the film as a presentation state says; as it is where that is of other films."""
        film = self.lit.film
        if film is not None and not self.lit.wanted:
            self._applying = self._jobs.submit(
                "compute", lambda: films.under(film, state), self._applied
            )

    def _applied(self, reply: Reply) -> None:
        if reply.request == self._applying:
            self._applying = 0
            if reply.value is not None:
                self._put_up(reply.value)

    def show_as_stored(self) -> None:
        """Leave the presentation state."""
        film = self.lit.film
        if film is not None and film.state is not None:
            self._put_up(film.own or replace(film, state=None))

    def show_layer(self, layer: str, *, shown: bool) -> None:
        """Draw a graphic layer of the presentation state, or leave it out."""
        hidden = self.presentation.hidden_layers - {layer}
        self._arrange(
            replace(self.presentation, hidden_layers=hidden if shown else hidden | {layer})
        )

    # presentation

    def invert(self) -> None:
        """Swap black and white."""
        self._present(replace(self.presentation, inverted=not self.presentation.inverted))

    def turn(self, quarters: int) -> None:
        """Rotate clockwise by quarter turns."""
        self._arrange(self.presentation.turned(quarters))

    def tilt(self, degrees: float) -> None:
        """Rotate clockwise by any angle."""
        self._arrange(self.presentation.tilted(degrees))

    def flip_horizontally(self) -> None:
        """Mirror left to right."""
        self._arrange(self.presentation.flipped_horizontally())

    def flip_vertically(self) -> None:
        """Mirror top to bottom."""
        self._arrange(self.presentation.flipped_vertically())

    def automatic(self) -> None:
        """Window from the 1st to the 99th percentile."""
        if self.lit.film is not None:
            self._set_voi(self.lit.film.automatic, "automatic")

    def file_voi(self, number: int) -> None:
        """Use a window or LUT of the file, counted from 1; nothing where there is none."""
        film = self.lit.film
        if film is not None and film.voi is not None and number <= len(film.radiograph.vois):
            voi = film.radiograph.vois[number - 1]
            name, shown = voi.explanation or films.voi_name(voi, number), self.presentation
            # A LUT that turns the polarity round is shown as the file says.
            kept = shown.inverted and windowing.falls(shown.voi) == windowing.falls(voi)
            self._present(replace(shown, voi=voi, preset=name, enhanced=False, inverted=kept))

    def preset(self, name: str) -> None:
        """Use a chest preset relative to the film's own base window."""
        film = self.lit.film
        if film is not None and film.base is not None:
            lines = name == ENHANCED_PRESET
            words = f"{name} (enhanced)" if lines else name
            self._set_voi(films.preset_window(film, name), words, enhanced=lines)

    def drag_window(self, right: float, up: float, *, fast: bool) -> None:
        """Follow a window/level drag: screen pixels since the button went down."""
        film = self.lit.film
        if film is None or film.base is None or self.presentation.voi is None:
            return
        if self._drag_from is None:
            self._drag_from = windowing.equivalent_window(film.radiograph, self.presentation.voi)
            self.presentation = self._under(self._drag_from)
        whites_are_low = film.radiograph.inverted != self.presentation.inverted
        sign = -1 if whites_are_low != self.level_down_is_brighter else 1
        window = dragged_window(
            self._drag_from,
            base_width=film.base.width,
            right=right,
            up=up,
            fast=fast,
            level_sign=sign,
        )
        self.presentation = replace(self.presentation, voi=window, preset="")
        self.presentation_changed.emit(self.presentation)
        self._paint_draft()

    def end_drag(self) -> None:
        """Refine at full resolution what was dragged."""
        if self._drag_from is not None:
            self._drag_from = None
            self.presentation_changed.emit(self.presentation)
            self._paint_full()

    def follow(self, leader: "LightBox") -> None:
        """Take on another film's window and inversion, relative to both films' base windows."""
        film, led = self.lit.film, leader.lit.film
        if film is None or led is None:
            return
        shown = films.carried(self.presentation, film, leader.presentation, led)
        if shown == self.presentation and leader.dragging:
            return
        self._arrange(shown)
        self._paint_draft()
        if not leader.dragging:
            self._paint_full()

    @property
    def dragging(self) -> bool:
        """Whether a window/level drag is on its way."""
        return self._drag_from is not None

    def reset(self) -> None:
        """Return to the file's own presentation."""
        film = self.lit.film
        if film is not None:
            self._present(film.presentation)

    def window_region(self, mark: Mark) -> None:
        """Window what lies in a region, from its 1st to its 99th percentile."""
        film = self.lit.film
        if film is not None and film.base is not None:
            radiograph = film.radiograph
            self._windowing = self._jobs.submit(
                "measure", lambda: measuring.region_window(radiograph, mark), self._region_found
            )

    def _region_found(self, reply: Reply) -> None:
        if reply.request == self._windowing:
            self._set_voi(reply.value, "region")

    def _set_voi(self, voi: Voi | None, preset: str, *, enhanced: bool = False) -> None:
        if voi is not None:
            shown = self._under(voi)
            self._present(replace(shown, preset=preset, enhanced=enhanced))

    def _under(self, voi: Voi) -> Presentation:
        """Return the presentation with another window, its black as black as before."""
        shown = self.presentation
        turned = windowing.falls(shown.voi) != windowing.falls(voi)
        return replace(shown, voi=voi, inverted=shown.inverted != turned)

    def _arrange(self, presentation: Presentation) -> None:
        if self.lit.film is not None:
            self.presentation = presentation
            self.presentation_changed.emit(presentation)

    def _present(self, presentation: Presentation) -> None:
        if self.lit.film is not None:
            self._arrange(presentation)
            self._paint_draft()
            self._paint_full()

    # rendering

    def _paint_draft(self) -> None:
        film = self.lit.film
        if film is not None:
            self._stop_painting()
            image, area = films.draft_image(film, self.presentation, self.sight)
            self.rendered.emit(Rendered((image,), is_draft=True, area=area))

    def _paint_full(self) -> None:
        if self.lit.film is not None:
            self._stop_painting()
            self._refining.start()

    def _stop_painting(self) -> None:
        self._refining.stop()
        self._jobs.drop(self._painting)
        self._painting = 0

    def _refine(self) -> None:
        film, presentation = self.lit.film, self.presentation
        if film is not None:
            self._painting = self._jobs.submit(
                "compute", lambda: films.full_levels(film, presentation), self._painted
            )

    def _painted(self, reply: Reply) -> None:
        if reply.request == self._painting and reply.error is None:
            self.rendered.emit(Rendered(reply.value, is_draft=False))

    # tools

    def arm(self, tool: Tool) -> None:
        """Give the left button another tool."""
        if tool is not self.tool:
            self.tool = tool
            self.tool_changed.emit(tool)
