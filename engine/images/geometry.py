"""Millimetres with provenance, angles, orientation letters, and the model's grid on the film.

Points are ``(row, column)`` in pixels, 0 at the centre of the first pixel. PS3.3 10.7, C.7.6.1.1.1.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.types import Orientation, Placement, Spacing, SpacingProvenance

Point = tuple[float, float]

# Beyond these a detector's pixel is no pixel: micrometres written as millimetres, or nothing.
_SMALLEST_MM, _LARGEST_MM = 0.005, 10.0
_OPPOSITES = {"L": "R", "R": "L", "A": "P", "P": "A", "H": "F", "F": "H"}
# The patient is never farther from the source than the detector is.
_ROUNDED = 1.001
# tan 22.5 degrees: half way from an axis to the diagonal.
_OBLIQUE = 0.41421356
# A film that does not say its modality is not taken for one that was calibrated.
_PROJECTIONS = frozenset(
    {"CR", "DX", "RG", "RF", "XA", "MG", "PX", "IO", "SC", "OT", "DR", "XC", ""}
)


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
    if imager is not None and any(a > b * _ROUNDED for a, b in zip(pixel, imager, strict=True)):
        notes.append("Pixel Spacing is larger than at the detector: check lengths.")
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


@dataclass(frozen=True, slots=True)
class Cardiothoracic:
    """Widths across the midline in mm (pixels where the provenance is PIXELS).

    ``heart`` has both borders' distances from the midline, negative where a border lies on the
    other border's side of it; ``feet`` are the borders' places on the midline.
    """

    heart: tuple[float, float]
    thorax: float
    feet: tuple[Point, Point]

    @property
    def ratio(self) -> float:
        """The heart's width over the thorax's."""
        return sum(self.heart) / self.thorax


def cardiothoracic(
    spacing: Spacing,
    *,
    thorax: tuple[Point, Point],
    midline: tuple[Point, Point],
    borders: tuple[Point, Point],
) -> Cardiothoracic:
    """Measure heart and inner thorax at right angles to the midline.

    Raises
    ------
    ValueError
        Where the midline has no length or the thorax no width across it.
    """
    down, right = _vector(spacing, *midline)
    long = math.hypot(down, right)
    if long == 0:
        raise ValueError("the midline needs a length")

    def across(point: Point) -> float:
        away = _vector(spacing, midline[0], point)
        return (away[1] * down - away[0] * right) / long

    def foot(point: Point) -> Point:
        away = _vector(spacing, midline[0], point)
        along = (away[0] * down + away[1] * right) / long**2
        start, end = midline
        return start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1])

    width = abs(across(thorax[0]) - across(thorax[1]))
    if width == 0:
        raise ValueError("the thorax needs a width")
    one, other = across(borders[0]), across(borders[1])
    sign = 1.0 if one >= other else -1.0
    return Cardiothoracic((sign * one, -sign * other), width, (foot(borders[0]), foot(borders[1])))


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
    rotation_deg: float = 0.0,
    flipped_h: bool = False,
    flipped_v: bool = False,
) -> tuple[str, str, str, str]:
    """Return the letters at the top, right, bottom and left edge of the shown picture.

    The picture is flipped as stored first, then rotated clockwise. Between the axes an edge has the
    letters of both, the nearer one first, as in "HL" (PS3.3 C.7.6.1.1.1). Unknown orientation gives
    four empty strings.
    """
    if orientation is None:
        return "", "", "", ""
    right = opposite(orientation.row) if flipped_h else orientation.row
    bottom = opposite(orientation.column) if flipped_v else orientation.column
    turn = math.radians(rotation_deg)
    top, left = opposite(bottom), opposite(right)
    shares = (math.cos(turn), math.sin(turn))
    return (
        _mixed(top, left, *shares),
        _mixed(right, top, *shares),
        _mixed(bottom, right, *shares),
        _mixed(left, bottom, *shares),
    )


def _mixed(own: str, turned_in: str, cosine: float, sine: float) -> str:
    """Return the letters of an edge after a clockwise turn brought another edge towards it."""
    parts = [
        (abs(share), letters if share > 0 else opposite(letters))
        for share, letters in ((cosine, own), (sine, turned_in))
    ]
    (most, first), (least, second) = sorted(parts, key=lambda part: -part[0])
    return first + second if least > _OBLIQUE * most and len(first + second) == 2 else first


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
