"""The marks of the film on show: what the reader does to them, and what is read off them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from engine.images import measuring
from engine.images.geometry import Point
from engine.images.marks import REGIONS, History, Mark, MarkKind, Markup
from engine.images.measuring import Profile, Region
from engine.models.lungs import inner_thoracic_width, on_film
from engine.types import Radiograph, Spacing
from viewer.canvas.tools import Tool
from viewer.film import Film
from viewer.jobs import Jobs, Reply
from viewer.language import tr
from viewer.lightbox import LightBox, Lit
from viewer.lungs import LungFields, LungsState
from viewer.markups import Markups, Opened

_PASTED_PX = 25.0
TOO_LARGE = "What was copied is larger than this film and was not pasted."
NO_THORAX = "No inner thoracic width is proposed: the lungs were not found."

Reading = Region | Profile
_Place = tuple[MarkKind, tuple[Point, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class MarkupState:
    """What there is on the film on show.

    Attributes
    ----------
    history : History or None
        None until it is read from disk, and where that failed: nothing can be drawn then.
    selected : str
        The id of the selected mark.
    preview : Mark or None
        The selected mark while it is being moved.
    notice : str
        What the reader should know of the keeping of these marks.
    readings : mapping
        Of regions and profiles, by kind and points, as far as they are measured.
    """

    film: Film | None = None
    key: str = ""
    history: History | None = None
    selected: str = ""
    preview: Mark | None = None
    notice: str = ""
    readings: Mapping[_Place, Reading] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def markup(self) -> Markup:
        """The markup, empty where there is none."""
        return Markup() if self.history is None else self.history.now

    @property
    def ready(self) -> bool:
        """Whether marks can be made."""
        return self.history is not None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks as they are to be shown: the one being moved where it is now."""
        moving = self.preview
        marks = self.markup.marks
        return marks if moving is None else self.markup.with_mark(moving).marks

    @property
    def selected_mark(self) -> Mark | None:
        """The selected mark, where it is now."""
        return next((mark for mark in self.marks if mark.id == self.selected), None)

    @property
    def spacing(self) -> Spacing:
        """What to measure with: the reader's calibration, otherwise what the file knows."""
        if self.markup.calibration is not None:
            return self.markup.calibration
        return Spacing() if self.film is None else self.film.radiograph.spacing

    @property
    def words(self) -> tuple[str, ...]:
        """What to say over the film; empty strings where there is nothing."""
        return tr(self.notice) if self.notice else "", tr(
            "KEY IMAGE"
        ) if self.markup.key_image else ""

    def reading(self, mark: Mark) -> Reading | None:
        """Return what was measured of a region or profile; None until it is."""
        return self.readings.get((mark.kind, mark.points))


class FilmMarkup(QObject):
    """Follows a light box; only these methods change what is on its film."""

    changed = Signal(object)
    thorax_proposed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        light_box: LightBox,
        lungs: LungFields,
        markups: Markups,
        parent: QObject | None = None,
    ) -> None:
        """Begin without a film."""
        super().__init__(parent)
        self._jobs, self._box, self._lungs, self._markups = jobs, light_box, lungs, markups
        self._opening = self._measuring = self._proposing = 0
        self._wants_thorax = False
        self.state = MarkupState()
        light_box.lit_changed.connect(self._lit)
        markups.changed.connect(self._elsewhere_changed)
        lungs.changed.connect(self._look_for_thorax)

    # following

    def _lit(self, lit: Lit) -> None:
        film, before = lit.film, self.state.film
        if film is before:
            return
        if film is not None and before is not None and film.as_stored is before.as_stored:
            self._jobs.drop(self._measuring)  # other modality values, perhaps
            self._measuring = 0
            self._set(replace(self.state, film=film, readings=MappingProxyType({})))
            return
        for request in (self._opening, self._measuring, self._proposing):
            self._jobs.drop(request)
        self._opening = self._measuring = self._proposing = 0
        self._wants_thorax = False
        self._set(MarkupState(film=lit.film))
        if lit.film is not None:
            self._opening = self._markups.open(lit.film.radiograph, self._opened)

    def _opened(self, opened: Opened) -> None:
        self._take(opened)

    def _elsewhere_changed(self, key: str) -> None:
        if key == self.state.key:
            self._take(self._markups.opened(key))

    def _take(self, opened: Opened) -> None:
        self._set(
            replace(
                self.state,
                key=opened.key,
                history=opened.history,
                notice=opened.notice,
                preview=None,
            )
        )

    def _set(self, state: MarkupState) -> None:
        if state.selected and state.markup.mark(state.selected) is None:
            state = replace(state, selected="", preview=None)
        self.state = state
        self.changed.emit(state)
        self._measure()

    def _change(self, markup: Markup) -> None:
        state = self.state
        if state.history is not None and state.film is not None:
            self._markups.put(state.key, state.film.radiograph, state.history.changed(markup))

    # marks

    def put(self, mark: Mark) -> None:
        """Add a mark, or replace the one of its id, and select it."""
        self._change(self.state.markup.with_mark(mark))
        self.select(mark.id)

    def select(self, name: str) -> None:
        """Select a mark by its id, or none."""
        if name != self.state.selected or self.state.preview is not None:
            self._set(replace(self.state, selected=name, preview=None))

    def select_next(self) -> None:
        """Select the mark after the selected one, the first after the last."""
        names = [mark.id for mark in self.state.markup.marks]
        if names:
            here = names.index(self.state.selected) if self.state.selected in names else -1
            self.select(names[(here + 1) % len(names)])

    def show_moved(self, mark: Mark | None) -> None:
        """Show the selected mark elsewhere without changing it yet."""
        self._set(replace(self.state, preview=mark))

    def delete_selected(self) -> None:
        """Take the selected mark off the film."""
        self._change(self.state.markup.without(self.state.selected))

    def reword(self, text: str) -> None:
        """Give the selected mark other words; a text without words is deleted."""
        mark = self.state.selected_mark
        if mark is None:
            return
        if mark.kind is MarkKind.TEXT and not text:
            self.delete_selected()
        else:
            self.put(replace(mark, text=text))

    def copy(self) -> None:
        """Remember the selected mark for pasting, on this film or another."""
        self._markups.clipboard = self.state.selected_mark or self._markups.clipboard

    @property
    def can_paste(self) -> bool:
        """Whether a mark was copied and there is a film to take it."""
        return self._markups.clipboard is not None and self.state.ready

    def paste(self) -> None:
        """Put the copied mark on this film, beside itself where it is there already."""
        mark, film = self._markups.clipboard, self.state.film
        if mark is None or film is None:
            return
        taken = {other.points for other in self.state.markup.marks}
        mark = _onto(mark, film.radiograph)
        while mark.points in taken:
            moved = _onto(mark.moved(_PASTED_PX, _PASTED_PX), film.radiograph)
            if moved.points == mark.points:
                break
            mark = moved
        if not _fits(mark, film.radiograph):
            self._set(replace(self.state, notice=TOO_LARGE))
            return
        self.put(Mark.new(mark.kind, mark.points, text=mark.text))

    # the film

    def undo(self) -> None:
        """Take the last change back."""
        state = self.state
        if state.history is not None and state.film is not None:
            self._markups.put(state.key, state.film.radiograph, state.history.undone())

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        state = self.state
        if state.history is not None and state.film is not None:
            self._markups.put(state.key, state.film.radiograph, state.history.redone())

    def toggle_key_image(self) -> None:
        """Mark the film as a key image, and back."""
        markup = self.state.markup
        self._change(replace(markup, key_image=not markup.key_image))

    def calibrate(self, start: Point, end: Point, length_mm: float) -> None:
        """Say how long a line is; ValueError for no length."""
        found = measuring.calibrated(self.state.spacing, start, end, length_mm)
        self._change(replace(self.state.markup, calibration=found))

    def forget_calibration(self) -> None:
        """Return to the film's own spacing."""
        self._change(replace(self.state.markup, calibration=None))

    # reading off

    def _measure(self) -> None:
        state, film = self.state, self.state.film
        kept: dict[_Place, Reading] = {}
        missing: list[Mark] = []
        for mark in state.marks:
            found = state.reading(mark)
            if found is not None:
                kept[mark.kind, mark.points] = found
            elif mark.kind in REGIONS or mark.kind is MarkKind.PROFILE:
                missing.append(mark)
        if film is None or not missing or self._measuring:
            return
        radiograph = film.radiograph

        def measure() -> dict[_Place, Reading]:
            return kept | {(mark.kind, mark.points): read_off(radiograph, mark) for mark in missing}

        self._measuring = self._jobs.submit("measure", measure, self._measured)

    def _measured(self, reply: Reply) -> None:
        self._measuring = 0
        if reply.error is None:
            self._set(replace(self.state, readings=MappingProxyType(reply.value)))

    # the inner thoracic width

    def propose_thorax(self) -> None:
        """Look for the inner thoracic width; `thorax_proposed` brings its ends."""
        self._wants_thorax = True
        self._lungs.look()
        self._look_for_thorax(self._lungs.state)

    def _look_for_thorax(self, found: LungsState) -> None:
        film, lungs = self.state.film, found.lungs
        if film is None or film.as_stored is not self._lungs.film:
            self._wants_thorax = False  # another viewport is lit: its lungs are looked for now
        if not self._wants_thorax or film is None or lungs is None:
            return
        self._wants_thorax = False
        if lungs.grid is None:
            self._set(replace(self.state, notice=NO_THORAX))
            return
        grid, shape = lungs.grid, film.radiograph.shape
        self._proposing = self._jobs.submit(
            "look", lambda: inner_thoracic_width(on_film(grid, shape)), self._proposed
        )

    def _proposed(self, reply: Reply) -> None:
        self._proposing = 0
        if reply.value is None:
            self._set(replace(self.state, notice=NO_THORAX))
        else:
            self._box.arm(Tool.CARDIOTHORACIC)
            self.thorax_proposed.emit(reply.value)


def read_off(radiograph: Radiograph, mark: Mark) -> Reading:
    """Measure a region or a profile (in a worker thread)."""
    if mark.kind is MarkKind.PROFILE:
        return measuring.profile(radiograph, *mark.points)
    return measuring.region(radiograph, mark)


def held_on_film(mark: Mark, shape: tuple[int, int], down: float, right: float) -> Mark:
    """Return a mark moved by pixels, no further than the film's edges."""
    moves = []
    for axis, (by, side) in enumerate(zip((down, right), shape, strict=True)):
        places = [point[axis] for point in mark.points]
        moves.append(min(max(by, -0.5 - min(places)), side - 0.5 - max(places)))
    return mark.moved(moves[0], moves[1])


def _fits(mark: Mark, radiograph: Radiograph) -> bool:
    rows, columns = radiograph.shape
    return all(-1 <= row <= rows and -1 <= column <= columns for row, column in mark.points)


def _onto(mark: Mark, radiograph: Radiograph) -> Mark:
    """Return a mark moved onto a film where it lies beside it."""
    return held_on_film(mark, radiograph.shape, 0.0, 0.0)
