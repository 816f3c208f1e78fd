"""The film on show: a radiograph with all that dragging and presets need."""

from dataclasses import dataclass, field, replace
from typing import Any

from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.images import measuring, windowing
from engine.images.softcopy import Softcopy, SoftcopyState, on_film, presented
from engine.types import LookupTable, Radiograph, Voi, Window
from viewer.canvas import painting
from viewer.language import tr
from viewer.presentation import Presentation, carried_window

Area = tuple[int, int, int, int]

ENHANCED_PRESET = "lines"
PRESETS = ("lung", "mediastinum", "bone", ENHANCED_PRESET, "wide")


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """A radiograph ready for the window.

    Attributes
    ----------
    drafts : tuple of ndarray
        Stored values at the resolution of a large screen and at its half, for dragging.
    voi : Voi or None
        The default of the file, None for colour.
    base : Window or None
        The window that presets and the drag's gain refer to.
    state : SoftcopyState or None
        The presentation state that the film is shown by, and ``softcopy``, what it says of this
        film, its annotations in pixels; ``own`` is then the film as its file says.
    """

    name: str
    radiograph: Radiograph
    drafts: tuple[NDArray[Any], ...]
    voi: Voi | None
    base: Window | None
    state: SoftcopyState | None = None
    softcopy: Softcopy = field(default_factory=Softcopy)
    own: "Film | None" = None

    @property
    def as_stored(self) -> "Film":
        """The film as its file says: what models look at."""
        return self.own or self

    @property
    def presentation(self) -> Presentation:
        """How the file, or the presentation state, wants the film to be shown."""
        name = "" if self.voi is None else (self.voi.explanation or "default")
        turns = self.softcopy.rotation_deg // 90 % 4
        return Presentation(self.voi, name, turns=turns, mirrored=self.softcopy.flipped_h)

    @property
    def automatic(self) -> Window | None:
        """The percentile window, None for colour; counted anew each time: it is rarely asked."""
        return windowing.percentile_window(self.radiograph) if self.radiograph.is_grey else None

    @property
    def nbytes(self) -> int:
        """Memory that the pixels take."""
        arrays = {id(array): array.nbytes for array in (self.radiograph.stored, *self.drafts)}
        return sum(arrays.values())

    @property
    def level_sign(self) -> int:
        """Return -1 where the lowest values are shown white."""
        return -1 if self.radiograph.inverted != windowing.falls(self.voi) else 1


def film_of(name: str, radiograph: Radiograph) -> Film:
    """Make a film (in a worker thread: it reduces the picture)."""
    return _windowed(name, radiograph, _drafts(radiograph.stored))


def under(film: Film, state: SoftcopyState) -> Film | None:
    """Return a film as a presentation state shows it; None where that is of other films.

    In a worker thread: it looks at all pixels.
    """
    own = film.as_stored
    softcopy = state.for_film(own.radiograph)
    if softcopy is None:
        return None
    shown = presented(own.radiograph, softcopy)
    of_window = (windowing.NOTHING_VISIBLE, windowing.LITTLE_VISIBLE)
    kept = (warning for warning in shown.warnings if warning not in of_window)
    sized = softcopy.area is not None and softcopy.area.mode == "TRUE SIZE"
    asked = (tr("The presentation state asks for true size: choose it."),) if sized else ()
    warnings = tuple(dict.fromkeys((*kept, *state.warnings, *asked)))
    made = _windowed(own.name, replace(shown, warnings=warnings), own.drafts)
    softcopy = replace(softcopy, annotations=on_film(softcopy, shown.shape))
    return replace(made, state=state, softcopy=softcopy, own=own)


def _windowed(name: str, radiograph: Radiograph, drafts: tuple[NDArray[Any], ...]) -> Film:
    if not radiograph.is_grey:
        return Film(name, radiograph, drafts, None, None)
    voi = windowing.default_voi(radiograph)
    hidden = bool(radiograph.vois) and voi is not radiograph.vois[0]
    if hidden and windowing.NOTHING_VISIBLE not in radiograph.warnings:
        warnings = (*radiograph.warnings, windowing.NOTHING_VISIBLE)
        radiograph = replace(radiograph, warnings=warnings)
    return Film(
        name,
        radiograph,
        drafts,
        voi,
        windowing.equivalent_window(radiograph, voi),
    )


def preset_window(film: Film, name: str) -> Window:
    """Return a chest preset; they are meant for films whose highest values are white."""
    assert film.base is not None
    window = windowing.presets(film.base)[name]
    if film.level_sign < 0:
        return replace(window, center=2 * film.base.center - window.center)
    return window


def carried(shown: Presentation, film: Film, given: Presentation, led: Film) -> Presentation:
    """Return a film's presentation with another's window and inversion, each seen from its base."""
    if film.base is None or led.base is None or given.voi is None:
        return shown
    voi, name, inverted = film.voi, film.presentation.preset, given.inverted
    if given.voi is not led.voi:
        window = windowing.equivalent_window(led.radiograph, given.voi)
        sign = film.level_sign * led.level_sign
        voi = carried_window(window, of=led.base, to=film.base, level_sign=sign)
        name = given.preset if given.preset.split(" ")[0] in PRESETS else ""
        turned = windowing.falls(led.voi) and not windowing.falls(given.voi)
        inverted = inverted != (turned != windowing.falls(film.voi))
    return replace(shown, voi=voi, preset=name, inverted=inverted, enhanced=given.enhanced)


def _drafts(stored: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    large = painting.draft(stored, painting.DRAFT_LONGEST)
    return large, painting.draft(large, painting.DRAFT_LONGEST // 2)


@dataclass(frozen=True, slots=True)
class Sight:
    """How large a film is seen.

    Attributes
    ----------
    longest_px : float
        Device pixels that its longest side takes.
    visible : tuple of int or None
        Top, left, bottom, right of what is seen in pixels of the film, half open; None: all of it.
    """

    longest_px: float = painting.DRAFT_LONGEST
    visible: Area | None = None


def draft_image(
    film: Film, presentation: Presentation, sight: Sight | None = None
) -> tuple[QImage, Area | None]:
    """Paint what is seen as finely as it is seen: quick enough for the GUI thread while dragging.

    Returns the image and the part of the film that it shows (None: all of it).
    """
    stored, area = _seen(film, sight or Sight(), whole=presentation.enhanced)
    if presentation.voi is None:
        pixels = 255 - stored if presentation.inverted else stored
        return painting.to_qimage(pixels), area
    table, offset = windowing.display_table(
        film.radiograph, presentation.voi, invert=presentation.inverted
    )
    pixels = painting.through_table(stored, table, offset)
    pixels = painting.enhanced(pixels) if presentation.enhanced else pixels
    return painting.to_qimage(pixels), area


def _seen(film: Film, sight: Sight, *, whole: bool) -> tuple[NDArray[Any], Area | None]:
    large = film.drafts[0]
    if sight.longest_px > max(large.shape[:2]) and sight.visible is not None and not whole:
        top, left, bottom, right = sight.visible
        return film.radiograph.stored[top:bottom, left:right], sight.visible
    fitting = [draft for draft in film.drafts if max(draft.shape[:2]) >= sight.longest_px]
    return (fitting[-1] if fitting else large), None


def full_levels(film: Film, presentation: Presentation) -> tuple[QImage, ...]:
    """Paint at full resolution and at its halves (in a worker thread)."""
    pixels = windowing.render(film.radiograph, presentation.voi, invert=presentation.inverted)
    return painting.levels(painting.enhanced(pixels) if presentation.enhanced else pixels)


def value_at(film: Film, presentation: Presentation, row: int, column: int) -> str:
    """Return position and values (or the colour) of a pixel, empty outside the film.

    The display value is left out where local contrast was raised: it depends on the neighbours.
    """
    rows, columns = film.radiograph.shape
    if not (0 <= row < rows and 0 <= column < columns):
        return ""
    if presentation.voi is None:
        colour = film.radiograph.stored[row, column].ravel()
        return f"({column}, {row})  RGB {', '.join(str(int(part)) for part in colour)}"
    values = measuring.pixel_values(
        film.radiograph, row, column, voi=presentation.voi, invert=presentation.inverted
    )
    words = [
        f"({column}, {row})",
        tr("stored {value}", value=values.stored),
        tr("modality {value}", value=f"{values.modality:g} {film.radiograph.unit}".rstrip()),
    ]
    if not presentation.enhanced:
        words.append(tr("display {value}", value=values.display))
    return "  ".join(words)


def voi_name(voi: Voi, number: int) -> str:
    """Return what a window or LUT of the file is called in the menu."""
    kind = "VOI LUT" if isinstance(voi, LookupTable) else tr("Window")
    return f"{kind} {number}: {voi.explanation}" if voi.explanation else f"{kind} {number}"
