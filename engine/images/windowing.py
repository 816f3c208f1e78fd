"""Stored values -> what the eye sees: Modality LUT, VOI, polarity, 8 bits (PS3.3 C.11.1, C.11.2).

Everything goes through one table over the stored values, computed in float64: a film holds at most
65,536 different ones.
"""

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.framing import opening
from engine.types import LookupTable, Radiograph, Rescale, Voi, VoiFunction, Window, frozen

_SATURATED = 0.99
_SAMPLED_ROWS = 16
_GREY_SHARE, _GREY_RANGE, _FEWEST_VALUES = 0.2, 0.02, 16
NOTHING_VISIBLE = "The stored window leaves almost nothing visible; an automatic one is shown."
LITTLE_VISIBLE = "The stored window leaves little visible: choose the automatic one."


def windowed(values: NDArray[Any], window: Window) -> NDArray[np.float64]:
    """Apply a window: modality values -> 0..1 (PS3.3 C.11.2.1.2, C.11.2.1.3)."""
    x = np.asarray(values, np.float64)
    center, width = window.center, window.width
    match window.function:
        case VoiFunction.LINEAR:
            if width == 1:
                return (x > center - 0.5).astype(np.float64)
            return np.clip((x - (center - 0.5)) / (width - 1) + 0.5, 0.0, 1.0)
        case VoiFunction.LINEAR_EXACT:
            return np.clip((x - center) / width + 0.5, 0.0, 1.0)
        case VoiFunction.SIGMOID:
            exponent = np.clip(-4.0 * (x - center) / width, -700.0, 700.0)
            return np.asarray(1.0 / (1.0 + np.exp(exponent)))


def looked_up(values: NDArray[Any], table: LookupTable) -> NDArray[np.float64]:
    """Look values up, clamped at both ends (PS3.3 C.11.2.1.1)."""
    index = np.asarray(values, np.float64) - table.first_mapped
    clamped = np.clip(np.rint(index), 0, table.values.size - 1).astype(np.int64)
    return table.values[clamped].astype(np.float64)


def _modality(stored: NDArray[Any], modality: Rescale | LookupTable) -> NDArray[np.float64]:
    if isinstance(modality, LookupTable):
        return looked_up(stored, modality)
    return np.asarray(stored, np.float64) * modality.slope + modality.intercept


def _voi(values: NDArray[Any], voi: Voi) -> NDArray[np.float64]:
    if isinstance(voi, LookupTable):
        return looked_up(values, voi) / ((1 << voi.bits) - 1)
    return windowed(values, voi)


def _presented(shown: NDArray[np.float64], table: LookupTable) -> NDArray[np.float64]:
    """Apply a Presentation LUT, whose input is the whole range of the VOI's output (C.11.6.1)."""
    return looked_up(shown * (table.values.size - 1), replace(table, first_mapped=0)) / (
        (1 << table.bits) - 1
    )


def modality_values(radiograph: Radiograph) -> NDArray[np.float32]:
    """Return modality values, ``(rows, columns)`` float32; a colour picture gives its luminance."""
    if not radiograph.is_grey:
        return cv2.cvtColor(radiograph.stored, cv2.COLOR_RGB2GRAY).astype(np.float32)
    offset, levels = _levels(radiograph.stored)
    if radiograph.stored.size < levels.size:
        return _modality(radiograph.stored, radiograph.modality).astype(np.float32)
    table = _modality(levels, radiograph.modality).astype(np.float32)
    return _applied(table, radiograph.stored, offset)


def voi_values(radiograph: Radiograph, voi: Voi) -> NDArray[np.float32]:
    """Return a grey film under a VOI, in the file's own polarity: (rows, columns) in 0..1."""
    offset, levels = _levels(radiograph.stored)
    table = _voi(_modality(levels, radiograph.modality), voi).astype(np.float32)
    return _applied(table, radiograph.stored, offset)


def _levels(stored: NDArray[Any]) -> tuple[int, NDArray[np.int64]]:
    """Return the lowest value that the type can hold and all values from there on."""
    if stored.dtype.itemsize > 2:
        raise ValueError("stored values have at most 16 bits")
    info = np.iinfo(stored.dtype)
    return int(info.min), np.arange(info.min, int(info.max) + 1, dtype=np.int64)


def _applied(table: NDArray[Any], stored: NDArray[Any], offset: int) -> NDArray[Any]:
    """Look every pixel up; a signed type is reinterpreted, which only rolls the table."""
    unsigned = stored.view(np.dtype(f"u{stored.dtype.itemsize}"))
    rolled = np.roll(table, offset) if offset else table
    return np.asarray(cv2.LUT(unsigned, rolled))


def display_table(
    radiograph: Radiograph, voi: Voi, *, invert: bool = False
) -> tuple[NDArray[np.uint8], int]:
    """Return ``table`` and ``offset``: ``table[stored - offset]`` is the display value.

    The table covers every value of the stored type, 256 or 65,536 entries. Pixel padding is
    black under every window and polarity (PS3.3 C.7.5.1.1.2).
    """
    offset, levels = _levels(radiograph.stored)
    return frozen(display_values(radiograph, levels, voi, invert=invert)), offset


def display_values(
    radiograph: Radiograph, stored: NDArray[Any], voi: Voi, *, invert: bool = False
) -> NDArray[np.uint8]:
    """Return what stored values of a grey film are shown as, uint8 of their shape."""
    shown = _voi(_modality(stored, radiograph.modality), voi)
    if radiograph.presentation is not None:
        shown = _presented(shown, radiograph.presentation)
    if radiograph.inverted != invert:
        shown = 1.0 - shown
    values = np.rint(shown * 255.0).astype(np.uint8)
    if radiograph.padding is not None:
        low, high = radiograph.padding
        values[(stored >= low) & (stored <= high)] = 0
    return values


def render(
    radiograph: Radiograph, voi: Voi | None = None, *, invert: bool = False
) -> NDArray[np.uint8]:
    """Render for display: uint8 ``(rows, columns)``, or ``(rows, columns, 3)`` RGB for colour.

    Parameters
    ----------
    voi : Voi, optional
        A window or VOI LUT; default: `default_voi`. Colour pictures are shown as they are.
    invert : bool
        The reader's inversion, on top of the film's own polarity.
    """
    if not radiograph.is_grey:
        return 255 - radiograph.stored if invert else radiograph.stored.copy()
    table, offset = display_table(radiograph, voi or default_voi(radiograph), invert=invert)
    return _applied(table, radiograph.stored, offset)


def default_voi(radiograph: Radiograph) -> Voi:
    """Return the file's first VOI; the percentile window where none is, or it hides the film."""
    if not radiograph.vois or not radiograph.is_grey:
        return percentile_window(radiograph)
    first = radiograph.vois[0]
    return percentile_window(radiograph) if hides_the_film(radiograph, first) else first


def hides_the_film(radiograph: Radiograph, voi: Voi) -> bool:
    """Whether a VOI shows 99 % of a film that has contrast in one and the same black or white."""
    # Some rows alone may show that more than 1 % of the whole film is neither.
    counted, black, white = _extremes(radiograph, voi, every=_SAMPLED_ROWS)
    if counted - max(black, white) > (1 - _SATURATED) * radiograph.stored.size:
        return False
    counted, black, white = _extremes(radiograph, voi)
    return counted > 0 and max(black, white) >= _SATURATED * counted


def shows_little(radiograph: Radiograph, voi: Voi) -> bool:
    """Whether a VOI leaves less than 20 % of a film grey, and 2 % of the range of its values."""
    counts, offset = _histogram(radiograph, every=_SAMPLED_ROWS)
    weights = counts[counts > 0]
    if weights.size < _FEWEST_VALUES:
        return False
    values = _modality(_used(counts, offset), radiograph.modality)
    shown = np.rint(_voi(values, voi) * 255)
    grey = (shown > 0) & (shown < 255)
    if weights[grey].sum() >= _GREY_SHARE * weights.sum():
        return False
    low, high = _spread(values, weights)
    return float(np.ptp(values[grey]) if grey.any() else 0.0) < _GREY_RANGE * (high - low)


def _spread(values: NDArray[np.float64], weights: NDArray[np.int64]) -> tuple[float, float]:
    """Return the 1st and the 99th percentile of values that occur so often."""
    order = np.argsort(values)
    share = np.cumsum(weights[order]) / weights.sum()
    low, high = (float(values[order][np.searchsorted(share, p)]) for p in (0.01, 0.99))
    return low, high


def _extremes(radiograph: Radiograph, voi: Voi, *, every: int = 1) -> tuple[int, int, int]:
    """Count pixels, those shown black and those shown white; zeros where there is no contrast."""
    counts, offset = _histogram(radiograph, every=every)
    weights = counts[counts > 0]
    if weights.size < 2:
        return 0, 0, 0
    shown = np.rint(_voi(_modality(_used(counts, offset), radiograph.modality), voi) * 255)
    return int(weights.sum()), int(weights[shown == 0].sum()), int(weights[shown == 255].sum())


def percentile_window(radiograph: Radiograph) -> Window:
    """Return the window from the 1st to the 99th percentile of the modality values.

    Pixel padding and what lies outside the shutter do not count (PS3.3 C.7.5.1.1.2).
    """
    if not radiograph.is_grey:
        return Window(127.5, 255.0, VoiFunction.LINEAR_EXACT, "automatic")
    counts, offset = _histogram(radiograph)
    values = _modality(_used(counts, offset), radiograph.modality)
    low, high = _spread(values, counts[counts > 0])
    if high <= low:
        low, high = float(values.min()), float(values.max())
    width = max(high - low, float(np.finfo(np.float32).tiny))
    return Window((low + high) / 2, width, VoiFunction.LINEAR_EXACT, "automatic")


def _histogram(radiograph: Radiograph, *, every: int = 1) -> tuple[NDArray[np.int64], int]:
    """Count the stored values inside shutter and padding; all of them where that leaves none.

    ``every`` counts but every so many rows, and then leaves padding out even where all is padding.
    """
    stored = radiograph.stored[::every]
    offset, levels = _levels(stored)
    unsigned = stored.view(np.dtype(f"u{stored.dtype.itemsize}"))
    opened = None
    if radiograph.shutter is not None:
        opened = opening(radiograph.shutter, radiograph.shape)[::every].view(np.uint8)
    size = levels.size
    counted = cv2.calcHist([np.ascontiguousarray(unsigned)], [0], opened, [size], [0, size])
    counts = np.roll(counted.ravel().astype(np.int64), -offset)
    if radiograph.padding is not None:
        low, high = radiograph.padding
        kept = counts.copy()
        kept[max(low - offset, 0) : max(high - offset + 1, 0)] = 0
        counts = kept if every > 1 or kept.any() else counts
    return counts, offset


def _used(counts: NDArray[np.int64], offset: int) -> NDArray[np.int64]:
    """Return the stored values that occur."""
    return np.flatnonzero(counts) + offset


_PRESETS = {
    "lung": (-0.10, 0.75),
    "mediastinum": (0.20, 0.60),
    "bone": (0.10, 0.50),
    "lines": (0.10, 0.50),
    "wide": (0.0, 1.5),
}


def presets(base: Window) -> dict[str, Window]:
    """Return the CR/DX presets relative to the film's own window, by name.

    They are stated in the sense of MONOCHROME2, since pixel ranges are vendor specific; "lines" is
    the bone window, to which the viewer adds local contrast.
    """
    return {
        name: Window(
            base.center + shift * base.width,
            max(base.width * factor, 1.0 if base.function is VoiFunction.LINEAR else 1e-6),
            base.function,
            name,
        )
        for name, (shift, factor) in _PRESETS.items()
    }


def falls(voi: Voi | None) -> bool:
    """Whether a LUT turns the polarity round, which no window can."""
    return isinstance(voi, LookupTable) and bool(voi.values[0] > voi.values[-1])


def equivalent_window(radiograph: Radiograph, voi: Voi) -> Window:
    """Return a window over a VOI's active input range: what the first drag replaces a LUT by."""
    if isinstance(voi, Window):
        return voi
    changes = np.flatnonzero(np.diff(voi.values))
    if changes.size == 0:
        return percentile_window(radiograph)
    low = voi.first_mapped + int(changes[0])
    high = voi.first_mapped + int(changes[-1]) + 1
    return Window((low + high) / 2, float(max(high - low, 1)), VoiFunction.LINEAR_EXACT, "")
