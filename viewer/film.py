"""The film on show: a radiograph with all that dragging and presets need."""

from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.images import windowing
from engine.types import LookupTable, Radiograph, Voi, Window
from viewer.canvas import painting
from viewer.language import tr
from viewer.presentation import Presentation


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """A radiograph ready for the window.

    Attributes
    ----------
    draft : ndarray
        Stored values at display resolution, for dragging.
    voi : Voi or None
        The default of the file, None for colour.
    base : Window or None
        The window that presets and the drag's gain refer to.
    automatic : Window or None
        The percentile window.
    """

    name: str
    radiograph: Radiograph
    draft: NDArray[Any]
    voi: Voi | None
    base: Window | None
    automatic: Window | None

    @property
    def level_sign(self) -> int:
        """Return -1 where the lowest values are shown white."""
        return -1 if self.radiograph.inverted else 1


def film_of(name: str, radiograph: Radiograph) -> Film:
    """Make a film (in a worker thread: it reduces the picture)."""
    if not radiograph.is_grey:
        return Film(name, radiograph, radiograph.stored, None, None, None)
    voi = windowing.default_voi(radiograph)
    hidden = bool(radiograph.vois) and voi is not radiograph.vois[0]
    if hidden and windowing.NOTHING_VISIBLE not in radiograph.warnings:
        warnings = (*radiograph.warnings, windowing.NOTHING_VISIBLE)
        radiograph = replace(radiograph, warnings=warnings)
    return Film(
        name,
        radiograph,
        painting.draft(radiograph.stored),
        voi,
        windowing.equivalent_window(radiograph, voi),
        windowing.percentile_window(radiograph),
    )


def preset_window(film: Film, name: str) -> Window:
    """Return a chest preset; they are meant for films whose highest values are white."""
    assert film.base is not None
    window = windowing.presets(film.base)[name]
    if film.radiograph.inverted:
        return replace(window, center=2 * film.base.center - window.center)
    return window


def draft_image(film: Film, presentation: Presentation) -> QImage:
    """Paint at display resolution: quick enough for the GUI thread while dragging."""
    if presentation.voi is None:
        pixels = 255 - film.draft if presentation.inverted else film.draft
        return painting.to_qimage(pixels)
    table, offset = windowing.display_table(
        film.radiograph, presentation.voi, invert=presentation.inverted
    )
    pixels = painting.through_table(film.draft, table, offset)
    return painting.to_qimage(painting.enhanced(pixels) if presentation.enhanced else pixels)


def full_levels(film: Film, presentation: Presentation) -> tuple[QImage, ...]:
    """Paint at full resolution and at its halves (in a worker thread)."""
    pixels = windowing.render(film.radiograph, presentation.voi, invert=presentation.inverted)
    return painting.levels(painting.enhanced(pixels) if presentation.enhanced else pixels)


def value_at(film: Film, row: int, column: int) -> str:
    """Return position and modality value (or colour) under the cursor, empty outside the film."""
    rows, columns = film.radiograph.shape
    if not (0 <= row < rows and 0 <= column < columns):
        return ""
    pixel = film.radiograph.stored[row : row + 1, column : column + 1]
    if not film.radiograph.is_grey:
        return f"({column}, {row})  RGB {', '.join(str(int(part)) for part in pixel.ravel())}"
    value = windowing.modality_values(replace(film.radiograph, stored=pixel.copy()))
    return f"({column}, {row})  {float(value[0, 0]):g}"


def voi_name(voi: Voi, number: int) -> str:
    """Return what a window or LUT of the file is called in the menu."""
    kind = "VOI LUT" if isinstance(voi, LookupTable) else tr("Window")
    return f"{kind} {number}: {voi.explanation}" if voi.explanation else f"{kind} {number}"
