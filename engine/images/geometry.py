"""Millimetres with provenance, angles, orientation letters, and the model's grid on the film.

Points are ``(row, column)`` in pixels, 0 at the centre of the first pixel. PS3.3 10.7, C.7.6.1.1.1.
"""

import math
from collections.abc import Sequence

from engine.types import Orientation, Placement, Spacing, SpacingProvenance

Point = tuple[float, float]

# Beyond these a detector's pixel is no pixel: micrometres written as millimetres, or nothing.
_SMALLEST_MM, _LARGEST_MM = 0.005, 10.0
_OPPOSITES = {"L": "R", "R": "L", "A": "P", "P": "A", "H": "F", "F": "H"}
_PROJECTIONS = frozenset({"CR", "DX", "RG", "RF", "XA", "MG", "PX", "IO", "SC", "OT", "DR", "XC"})


def spacing(
    *,
    pixel: Sequence[float] = (),
    calibration_type: str = "",
    imager: Sequence[float] = (),
    magnification: float | None = None,
    source_to_detector_mm: float | None = None,
    source_to_patient_mm: float | None = None,
    nominal: Sequence[float] = (),
    modality: str = "",
) -> tuple[Spacing, tuple[str, ...]]:
    """Choose the spacing to measure with, and say where it comes from.

    Pixel Spacing, then Imager Pixel Spacing over the magnification, then Nominal Scanned Pixel
    Spacing, then pixels. On a projection Pixel Spacing without Calibration Type, or equal to
    Imager Pixel Spacing, is a distance at the detector (PS3.3 10.7.1.3).

    Returns
    -------
    tuple
        The spacing, and sentences about what was invalid or doubtful.
    """
    notes: list[str] = []
    at_pixel = _valid(pixel, "Pixel Spacing", notes)
    at_detector = _valid(imager, "Imager Pixel Spacing", notes)
    if at_pixel and not (at_detector and _same(at_pixel, at_detector) and not calibration_type):
        return _of_pixel_spacing(at_pixel, calibration_type, at_detector, modality, notes)
    if at_detector:
        factor = _magnification(magnification, source_to_detector_mm, source_to_patient_mm, notes)
        if factor is not None:
            row, column = at_detector[0] / factor, at_detector[1] / factor
            found = Spacing(row, column, SpacingProvenance.MAGNIFICATION_CORRECTED)
            return found, tuple(notes)
        return Spacing(*at_detector, SpacingProvenance.AT_DETECTOR), tuple(notes)
    scanned = _valid(nominal, "Nominal Scanned Pixel Spacing", notes)
    if scanned:
        return Spacing(*scanned, SpacingProvenance.NOMINAL), tuple(notes)
    return Spacing(), tuple(notes)


def _of_pixel_spacing(
    pixel: tuple[float, float],
    calibration_type: str,
    imager: tuple[float, float] | None,
    modality: str,
    notes: list[str],
) -> tuple[Spacing, tuple[str, ...]]:
    provenance = SpacingProvenance.CALIBRATED
    if not calibration_type and modality in _PROJECTIONS:
        if imager is None:
            provenance = SpacingProvenance.AT_DETECTOR
        else:
            notes.append("The file does not say how its Pixel Spacing was calibrated.")
    return Spacing(*pixel, provenance), tuple(notes)


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(math.isclose(a, b, rel_tol=1e-4) for a, b in zip(one, other, strict=True))


def _valid(values: Sequence[float], name: str, notes: list[str]) -> tuple[float, float] | None:
    if not values:
        return None
    good = len(values) == 2 and all(
        math.isfinite(value) and _SMALLEST_MM <= value <= _LARGEST_MM for value in values
    )
    if not good:
        notes.append(f"{name} is invalid; it is not used for measuring.")
        return None
    return values[0], values[1]


def _magnification(
    factor: float | None,
    source_to_detector_mm: float | None,
    source_to_patient_mm: float | None,
    notes: list[str],
) -> float | None:
    if factor is None and source_to_detector_mm and source_to_patient_mm:
        factor = source_to_detector_mm / source_to_patient_mm
    if factor is None:
        return None
    if not (math.isfinite(factor) and 1.0 <= factor <= 10.0):
        notes.append("The radiographic magnification is invalid; it is not used for measuring.")
        return None
    return factor


def length_mm(spacing: Spacing, start: Point, end: Point) -> float:
    """Return the distance of two points in mm, or in pixels where the provenance is PIXELS."""
    down = (end[0] - start[0]) * spacing.row_mm
    along = (end[1] - start[1]) * spacing.column_mm
    return math.hypot(down, along)


def _vector(spacing: Spacing, start: Point, end: Point) -> tuple[float, float]:
    return (end[0] - start[0]) * spacing.row_mm, (end[1] - start[1]) * spacing.column_mm


def angle_degrees(spacing: Spacing, first: Point, vertex: Point, last: Point) -> float:
    """Return the angle at ``vertex``, 0 to 180 degrees.

    Raises
    ------
    ValueError
        Where an arm has no length.
    """
    return _between(_vector(spacing, vertex, first), _vector(spacing, vertex, last))


def cobb_degrees(spacing: Spacing, upper: tuple[Point, Point], lower: tuple[Point, Point]) -> float:
    """Return the Cobb angle between two lines (end plates), 0 to 90 degrees."""
    angle = _between(_vector(spacing, *upper), _vector(spacing, *lower))
    return min(angle, 180.0 - angle)


def _between(one: tuple[float, float], other: tuple[float, float]) -> float:
    if math.hypot(*one) == 0 or math.hypot(*other) == 0:
        raise ValueError("an angle needs arms of some length")
    cross = one[0] * other[1] - one[1] * other[0]
    dot = one[0] * other[0] + one[1] * other[1]
    return abs(math.degrees(math.atan2(cross, dot)))


def cardiothoracic_ratio(
    spacing: Spacing, heart: tuple[Point, Point], thorax: tuple[Point, Point]
) -> float:
    """Return the heart's width over the thorax's, both given by their end points.

    Raises
    ------
    ValueError
        Where the thorax has no width.
    """
    width = length_mm(spacing, *thorax)
    if width == 0:
        raise ValueError("the thorax needs a width")
    return length_mm(spacing, *heart) / width


def orientation(values: Sequence[str]) -> tuple[Orientation | None, tuple[str, ...]]:
    """Read Patient Orientation (0020,0020); None where absent or not one of the Standard's."""
    letters = [value.strip().upper() for value in values if value.strip()]
    if not letters:
        return None, ()
    if len(letters) != 2 or not all(map(_is_direction, letters)) or _axis(letters):
        return None, ("Patient Orientation is invalid: orientation unknown.",)
    return Orientation(letters[0], letters[1]), ()


def _is_direction(letters: str) -> bool:
    known = 1 <= len(letters) <= 3 and all(letter in _OPPOSITES for letter in letters)
    return known and not any(_OPPOSITES[letter] in letters for letter in letters)


def _axis(letters: Sequence[str]) -> bool:
    """Whether rows and columns would run along the same axis."""
    return letters[0][0] in (letters[1][0], _OPPOSITES[letters[1][0]])


def opposite(letters: str) -> str:
    """Return the opposite direction: "LF" -> "RH"."""
    return "".join(_OPPOSITES[letter] for letter in letters)


def edge_letters(
    orientation: Orientation | None,
    *,
    rotation_deg: int = 0,
    flipped_h: bool = False,
    flipped_v: bool = False,
) -> tuple[str, str, str, str]:
    """Return the letters at the top, right, bottom and left edge of the shown picture.

    The picture is flipped as stored first, then rotated clockwise by a multiple of 90 degrees.
    Unknown orientation gives four empty strings.

    Raises
    ------
    ValueError
        Where the rotation is no multiple of 90 degrees.
    """
    if rotation_deg % 90:
        raise ValueError("rotation is a multiple of 90 degrees")
    if orientation is None:
        return "", "", "", ""
    edges = [
        opposite(orientation.column),
        orientation.row,
        orientation.column,
        opposite(orientation.row),
    ]
    if flipped_h:
        edges[1], edges[3] = edges[3], edges[1]
    if flipped_v:
        edges[0], edges[2] = edges[2], edges[0]
    turns = rotation_deg // 90 % 4
    top, right, bottom, left = edges[-turns:] + edges[:-turns] if turns else edges
    return top, right, bottom, left


def to_image(placement: Placement, point: Point, grid: tuple[int, int]) -> Point:
    """Return where on the film a point of the model's grid lies.

    Parameters
    ----------
    point : tuple of float
        ``(row, column)`` on a grid of ``grid`` cells; 0 is the centre of the first cell.
    """
    row = placement.top + (point[0] + 0.5) / grid[0] * placement.height - 0.5
    column = placement.left + (point[1] + 0.5) / grid[1] * placement.width - 0.5
    return row, column


def to_grid(placement: Placement, point: Point, grid: tuple[int, int]) -> Point:
    """Return where on the model's grid a point of the film lies: the inverse of `to_image`."""
    row = (point[0] + 0.5 - placement.top) / placement.height * grid[0] - 0.5
    column = (point[1] + 0.5 - placement.left) / placement.width * grid[1] - 0.5
    return row, column
