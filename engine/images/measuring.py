"""What is read off a film inside a region, along a line and at a pixel: modality values and areas.

A pixel belongs to a region where its centre lies inside or on the outline. Pixel padding and what
the shutter hides do not count (PS3.3 C.7.5.1.1.2, C.7.6.11).
"""

import math
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images import windowing
from engine.images.framing import opening
from engine.images.geometry import Point, length_mm
from engine.images.marks import Mark, MarkKind, corners_of, outline_area
from engine.types import Radiograph, Spacing, SpacingProvenance, Voi, Window, frozen

_BINS = 64
_PERCENTILES = (1.0, 99.0)


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The modality values of a region; NaN where it holds no pixel.

    Attributes
    ----------
    area_px : float
        Of its outline in square pixels; NaN for a polygon that crosses itself, where what it
        encloses is not clear.
    sd : float
        Of these pixels as a whole population.
    counts, edges : ndarray
        Histogram: (n,) pixels and (n + 1,) modality values.
    """

    area_px: float
    count: int
    mean: float
    sd: float
    minimum: float
    maximum: float
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Modality values along a line: (n,), evenly spaced from its start to its end."""

    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PixelValues:
    """One grey pixel: stored value, modality value, display value (0 black to 255 white)."""

    stored: int
    modality: float
    display: int


def region(radiograph: Radiograph, mark: Mark) -> Region:
    """Measure a rectangle, an ellipse or a polygon; colour by its luminance."""
    values = _values_inside(radiograph, mark)
    if values.size == 0:
        none = frozen(np.zeros(0, np.int64)), frozen(np.zeros(1))
        return Region(area_px(mark), 0, math.nan, math.nan, math.nan, math.nan, *none)
    low, high = float(values.min()), float(values.max())
    bins = int(np.clip(math.floor(high - low) + 1, 1, _BINS))
    counts, edges = np.histogram(values, bins=bins)
    return Region(
        area_px(mark),
        values.size,
        float(values.mean(dtype=np.float64)),
        float(values.std(dtype=np.float64)),
        low,
        high,
        frozen(counts.astype(np.int64)),
        frozen(edges.astype(np.float64)),
    )


def region_window(radiograph: Radiograph, mark: Mark) -> Window | None:
    """Return the window from the 1st to the 99th percentile of a region; None for an empty one."""
    values = _values_inside(radiograph, mark)
    if values.size == 0:
        return None
    low, high = (float(edge) for edge in np.percentile(values, _PERCENTILES))
    return Window((low + high) / 2 + 0.5, max(high - low + 1, 1.0), explanation="region")


def profile(radiograph: Radiograph, start: Point, end: Point) -> Profile:
    """Return the values along a line, about one a pixel, each between its four neighbours."""
    count = max(2, math.ceil(math.dist(start, end)) + 1)
    rows, columns = radiograph.shape
    row = np.clip(np.linspace(start[0], end[0], count), 0, rows - 1)
    column = np.clip(np.linspace(start[1], end[1], count), 0, columns - 1)
    top, left = np.floor(row).astype(int), np.floor(column).astype(int)
    bottom, right = np.minimum(top + 1, rows - 1), np.minimum(left + 1, columns - 1)
    at = (np.stack((top, top, bottom, bottom)), np.stack((left, right, left, right)))
    values = windowing.modality_values(_with_stored(radiograph, radiograph.stored[at]))
    down, across = row - top, column - left
    weights = np.stack(
        ((1 - down) * (1 - across), (1 - down) * across, down * (1 - across), down * across)
    )
    return Profile(frozen((values * weights).sum(axis=0).astype(np.float32)))


def pixel_values(
    radiograph: Radiograph, row: int, column: int, *, voi: Voi, invert: bool
) -> PixelValues:
    """Return what a grey pixel is worth and how it is shown under a VOI."""
    pixel = radiograph.stored[row : row + 1, column : column + 1]
    shown = windowing.display_values(radiograph, pixel, voi, invert=invert)
    modality = windowing.modality_values(_with_stored(radiograph, pixel))
    narrowed = radiograph.narrowed
    stored = round(narrowed.slope * int(pixel[0, 0]) + narrowed.intercept)
    return PixelValues(stored, float(modality[0, 0]), int(shown[0, 0]))


def area_px(mark: Mark) -> float:
    """Return the area within a region's outline in square pixels; NaN where it crosses itself."""
    corners = corners_of(mark)
    if mark.kind is MarkKind.POLYGON and _crosses_itself(corners):
        return math.nan
    share = math.pi / 4 if mark.kind is MarkKind.ELLIPSE else 1.0
    return share * outline_area(corners)


def calibrated(spacing: Spacing, start: Point, end: Point, length: float) -> Spacing:
    """Return the spacing under which a line is ``length`` mm long; pixels keep their shape.

    Raises
    ------
    ValueError
        Where line or length are nothing.
    """
    measured = length_mm(spacing, start, end)
    if not (measured > 0 and math.isfinite(length) and length > 0):
        raise ValueError("a calibration needs a line and a length")
    factor = length / measured
    return Spacing(spacing.row_mm * factor, spacing.column_mm * factor, SpacingProvenance.BY_READER)


def inside(mark: Mark, rows: NDArray[Any], columns: NDArray[Any]) -> NDArray[np.bool_]:
    """Return which pixels lie in a region: (len(rows), len(columns))."""
    across = columns[np.newaxis, :].astype(np.float64)
    down = rows[:, np.newaxis].astype(np.float64)
    if mark.kind is MarkKind.POLYGON:
        return _inside_polygon(mark.points, down, across)
    (top, left), (bottom, right) = mark.points
    if mark.kind is MarkKind.RECTANGLE:
        within = (down >= min(top, bottom)) & (down <= max(top, bottom))
        return within & (across >= min(left, right)) & (across <= max(left, right))
    from_row = (down - (top + bottom) / 2) / ((bottom - top) / 2)
    from_column = (across - (left + right) / 2) / ((right - left) / 2)
    return np.asarray(from_row**2 + from_column**2 <= 1.0)


def _inside_polygon(
    points: tuple[Point, ...], down: NDArray[np.float64], across: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Count the edges to the right of every pixel: odd is inside."""
    odd = np.zeros((down.size, across.size), bool)
    for (y, x), (next_y, next_x) in pairwise((*points, points[0])):
        touched = np.flatnonzero((y > down[:, 0]) != (next_y > down[:, 0]))
        if touched.size:
            at = (down[touched] - y) / (next_y - y) * (next_x - x) + x
            odd[touched] ^= across < at
    return odd


def _values_inside(radiograph: Radiograph, mark: Mark) -> NDArray[np.float32]:
    box = _pixels_of(mark, radiograph)
    stored = radiograph.stored[box]
    if stored.size == 0:
        return np.zeros(0, np.float32)
    rows, columns = (np.arange(side.start, side.stop) for side in box)
    chosen = inside(mark, rows, columns)
    if radiograph.padding is not None and radiograph.is_grey:
        low, high = radiograph.padding
        chosen &= (stored < low) | (stored > high)
    if radiograph.shutter is not None:
        chosen &= opening(radiograph.shutter, radiograph.shape)[box]
    values = windowing.modality_values(_with_stored(radiograph, stored))
    return np.asarray(values[chosen], np.float32)


def _pixels_of(mark: Mark, radiograph: Radiograph) -> tuple[slice, slice]:
    """Return the rows and columns that a region can hold."""
    bottom, right = radiograph.shape
    rows, columns = zip(*mark.points, strict=True)
    first, last = math.ceil(min(rows)), math.floor(max(rows)) + 1
    start, end = math.ceil(min(columns)), math.floor(max(columns)) + 1
    return _slice(max(first, 0), min(last, bottom)), _slice(max(start, 0), min(end, right))


def _slice(first: int, last: int) -> slice:
    return slice(first, max(first, last))


def _with_stored(radiograph: Radiograph, stored: NDArray[Any]) -> Radiograph:
    return replace(radiograph, stored=np.ascontiguousarray(stored).copy(), shutter=None)


def _crosses_itself(corners: tuple[Point, ...]) -> bool:
    edges = list(pairwise((*corners, corners[0])))
    return any(_cross(one, other) for one, other in combinations(edges, 2))


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two edges cross between their ends."""
    return (
        _side(one, other[0]) * _side(one, other[1]) < 0
        and _side(other, one[0]) * _side(other, one[1]) < 0
    )


def _side(edge: tuple[Point, Point], point: Point) -> float:
    (y, x), (next_y, next_x) = edge
    return (next_x - x) * (point[0] - y) - (next_y - y) * (point[1] - x)
