"""The Grayscale Standard Display Function, PS3.14, and a pattern to judge a display by (TG18-QC).

P-values (what a film's pipeline ends in) become digital driving levels, such that equal steps look
equally large on a display whose luminances are known. Luminances are in cd/m2.
"""

import re
from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.types import frozen

# PS3.14 7.1: coefficients a, c, e, g, m over 1, b, d, f, h, k of powers of ln(j).
_ABOVE = (-1.3011877, 8.0242636e-2, 1.3646699e-1, -2.5468404e-2, 1.3635334e-3)
_BELOW = (1.0, -2.5840191e-2, -1.0320229e-1, 2.8745620e-2, -3.1978977e-3, 1.2992634e-4)
# PS3.14 7.1: A to I of powers of log10(L).
_INVERSE = (
    71.498068,
    94.593053,
    41.912053,
    9.8247004,
    0.28175407,
    -1.1878455,
    -0.18014349,
    0.14710899,
    -0.017046845,
)
LOWEST, HIGHEST = 0.05, 3993.404
LEVELS = 256
_READING = re.compile(r"(\d+)[\s;,]+(\d+(?:[.,]\d+)?)")
_GAMMA = 2.2


class BadReading(ValueError):
    """A line (counted from 1) of a table that is no level from 0 to 255 and its luminance."""

    def __init__(self, line: int) -> None:
        super().__init__(f"Line {line} is not a level from 0 to 255 and a luminance.")
        self.line = line


def luminance(jnd: ArrayLike) -> NDArray[np.float64]:
    """Return the luminance of a just-noticeable-difference index, 1 to 1023 (PS3.14 7.1)."""
    x = np.log(np.asarray(jnd, np.float64))
    above = np.polynomial.polynomial.polyval(x, _ABOVE)
    below = np.polynomial.polynomial.polyval(x, _BELOW)
    return np.asarray(10.0 ** (above / below), np.float64)


def jnd_index(luminances: ArrayLike) -> NDArray[np.float64]:
    """Return the just-noticeable-difference index of a luminance, 0.05 to 3993 (PS3.14 7.1)."""
    x = np.log10(np.clip(np.asarray(luminances, np.float64), LOWEST, HIGHEST))
    return np.asarray(np.polynomial.polynomial.polyval(x, _INVERSE), np.float64)


def assumed_luminances(
    *, darkest: float = 0.5, brightest: float = 250.0, gamma: float = _GAMMA
) -> NDArray[np.float64]:
    """Return the luminance of each driving level of a display that was not measured, ``(256,)``."""
    if not 0 < darkest < brightest:
        raise ValueError("The brightest luminance must lie above the darkest, and both above 0.")
    share = np.linspace(0.0, 1.0, LEVELS) ** gamma
    return frozen(darkest + (brightest - darkest) * share)


def measured_luminances(readings: Mapping[int, float]) -> NDArray[np.float64]:
    """Return the luminance of each driving level from readings at some, ``(256,)``.

    Between readings luminance rises as that of a display of gamma 2.2 does.

    Parameters
    ----------
    readings : mapping
        Driving level, 0 and 255 among them, to luminance.

    Raises
    ------
    ValueError
        Where an end is missing, or a luminance is not positive or falls as the level rises.
    """
    levels = sorted(readings)
    values = np.array([readings[level] for level in levels], np.float64)
    if not levels or (levels[0], levels[-1]) != (0, LEVELS - 1):
        raise ValueError("A display is measured at level 0 and at level 255 at least.")
    if not np.isfinite(values).all() or values[0] <= 0 or (np.diff(values) < 0).any():
        raise ValueError("Luminances are positive and rise with the driving level.")
    straight = np.interp(np.arange(LEVELS), levels, (values - values[0]) ** (1 / _GAMMA))
    return frozen(values[0] + straight**_GAMMA)


def readings_of(text: str) -> dict[int, float]:
    """Return the readings of a table: a line each of driving level and luminance in cd/m2.

    Between the two stands a comma, a semicolon or space; a decimal comma is understood. Words above
    the numbers are a heading.

    Raises
    ------
    BadReading
        For the first line that is neither.
    """
    readings: dict[int, float] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.strip()
        if not words or not (readings or words[0].isdigit()):
            continue
        found = _READING.fullmatch(words)
        if found is None or int(found[1]) >= LEVELS:
            raise BadReading(number)
        readings[int(found[1])] = float(found[2].replace(",", "."))
    return readings


def display_lut(luminances: NDArray[np.float64], *, ambient: float = 0.0) -> NDArray[np.uint8]:
    """Return the driving level of each P-value of 8 bits, ``(256,)``: apply it last of all.

    Parameters
    ----------
    luminances : ndarray
        Of each driving level, ``(256,)``, not falling.
    ambient : float
        Room light that the screen reflects, added to each.
    """
    indices = np.maximum.accumulate(jnd_index(luminances + ambient))
    targets = np.linspace(indices[0], indices[-1], LEVELS)
    right = np.clip(np.searchsorted(indices, targets), 1, LEVELS - 1)
    nearer = targets - indices[right - 1] <= indices[right] - targets
    return frozen(np.where(nearer, right - 1, right).astype(np.uint8))


def contrast_error(
    luminances: NDArray[np.float64],
    lut: NDArray[np.uint8],
    *,
    ambient: float = 0.0,
    steps: int = 17,
) -> float:
    """Return the largest error of contrast over so many equal steps of P-value, as a share.

    TG18 (4.3.4.2.3) asks of a display for reading that each of 17 steps has the just-noticeable
    differences of the mean step within 10 %.
    """
    shown = np.rint(np.linspace(0, LEVELS - 1, steps + 1)).astype(int)
    gained = np.diff(jnd_index(luminances[lut[shown]] + ambient))
    expected = np.diff(shown) / (LEVELS - 1) * gained.sum()
    return float(np.abs(gained / expected - 1).max())


def quality_pattern(rows: int = 1024, columns: int = 1024) -> NDArray[np.uint8]:
    """Return a pattern of P-values after TG18-QC, ``(rows, columns)``.

    A grid on mid grey; 18 patches from black to white in equal steps; 5 % squares in black and 95 %
    in white; lines of one and two pixels in the middle and the corners; a ramp at either side;
    letters of ever lower contrast.

    Raises
    ------
    ValueError
        Where the pattern would be smaller than 512 pixels.
    """
    if min(rows, columns) < 512:
        raise ValueError("the pattern needs 512 pixels each way")
    size = min(rows, columns)
    pattern = np.full((rows, columns), 128, np.uint8)
    pattern[:: size // 16] = pattern[:, :: size // 16] = 150
    pattern[:3], pattern[-3:], pattern[:, :3], pattern[:, -3:] = 191, 191, 191, 191
    square, top, left = size // 8, (rows - size) // 2, (columns - size) // 2
    canvas = pattern[top : top + size, left : left + size]
    for index, level in enumerate(np.rint(np.linspace(0, 255, 18)).astype(int)):
        row, column = divmod(index, 6)
        _patch(canvas, square * (1 + row), square * (1 + column), square, int(level), int(level))
    _patch(canvas, 4 * square, 2 * square, square, 0, 13)
    _patch(canvas, 4 * square, 5 * square, square, 255, 242)
    block = square // 2
    corners = ((0.1, 0.1), (0.1, 6.9), (6.9, 0.1), (6.9, 6.9), (4.0, 3.5))
    for row_share, column_share in corners:
        _lines(canvas, int(square * row_share) + 4, int(square * column_share) + 4, block)
    _ramps(canvas, square)
    _letters(canvas, square)
    return frozen(pattern)


def level_pattern(rows: int, columns: int, level: int) -> NDArray[np.uint8]:
    """Return a field of one driving level on a tenth of the screen, for a luminance meter.

    Around it lies a mid grey, as in TG18-LN, so that the screen's own regulation does not move.
    """
    pattern = np.full((rows, columns), 153, np.uint8)
    half = round((rows * columns / 10) ** 0.5 / 2)
    row, column = rows // 2, columns // 2
    pattern[max(row - half, 0) : row + half, max(column - half, 0) : column + half] = level
    return frozen(pattern)


def _patch(
    canvas: NDArray[np.uint8], top: int, left: int, square: int, level: int, inner: int
) -> None:
    canvas[top : top + square, left : left + square] = level
    quarter = square // 4
    canvas[top + quarter : top + 3 * quarter, left + quarter : left + 3 * quarter] = inner


def _lines(canvas: NDArray[np.uint8], top: int, left: int, block: int) -> None:
    """Draw pairs of lines: one pixel upright and level, then two pixels upright and level."""
    part = np.arange(block)
    for quarter, (width, upright) in enumerate([(1, True), (1, False), (2, True), (2, False)]):
        row, column = top + quarter // 2 * block // 2, left + quarter % 2 * block // 2
        stripes = np.where(part[: block // 2] // width % 2, 255, 0).astype(np.uint8)
        area = canvas[row : row + block // 2, column : column + block // 2]
        area[:] = stripes[None] if upright else stripes[:, None]


def _ramps(canvas: NDArray[np.uint8], square: int) -> None:
    """Draw a ramp of all levels down either side: bands in it are steps that a display loses."""
    ramp = np.rint(np.linspace(0, 255, 5 * square)).astype(np.uint8)[:, None]
    canvas[square : 6 * square, square // 4 : square // 2] = ramp
    canvas[square : 6 * square, -square // 2 : -square // 4] = ramp[::-1]


def _letters(canvas: NDArray[np.uint8], square: int) -> None:
    """Write on black, mid grey and white, each letter with less contrast than the one before."""
    font, scale = cv2.FONT_HERSHEY_SIMPLEX, square / 60
    for base, top, sign in ((0, 5 * square, 1), (128, 6 * square, 1), (255, 7 * square, -1)):
        strip = canvas[top : top + square // 2, square : 7 * square]
        strip[:] = base
        for index, letter in enumerate("QUALITYCONTROL"):
            place = int(square * (0.1 + 0.42 * index)), int(square * 0.42)
            level = base + sign * (14 - index)
            cv2.putText(strip, letter, place, font, scale, level, max(1, square // 40))
