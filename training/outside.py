"""What lies around the lungs, exchanged: border, neck and arms then say nothing of the finding."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.models.preprocessing import grown

Square = NDArray[np.uint8]
_WIDEST = 0.08
_WIDEST_BLANK = 0.03
_COARSE = 8


def other_outside(
    film: Square,
    mask: NDArray[np.uint8],
    lender: Square,
    rng: np.random.Generator,
    *,
    chance: float,
) -> Square:
    """Return a film whose outside is, with some chance, another's or (as often) noise.

    The network then finds any outside around any lungs, as in the "only foreground" and "mixed
    random" films of Xiao, Engstrom, Ilyas, Madry, Noise or Signal, ICLR 2021. How far the lungs are
    grown first is random, so that the seam lies nowhere in particular, and the lender is brought to
    the film's mean grey. A film whose lungs were not found stays as it is.

    Parameters
    ----------
    film, lender : array
        Whole films, (side, side) uint8.
    mask : array
        The lungs of the first on a square grid, 0 to 255.
    """
    if rng.random() >= chance or not mask.any():
        return film
    soft = cv2.resize(
        grown(mask, rng.uniform(0, _WIDEST)), film.shape, interpolation=cv2.INTER_LINEAR
    )
    other = _noise(film, rng)
    if rng.random() < 0.5:
        other = lender.astype(np.float32) + np.float32(film.mean() - lender.mean())
    mixed = other + (film - other) * soft
    return np.asarray(np.clip(mixed + 0.5, 0, 255), np.uint8)


def without_lungs(film: Square, mask: NDArray[np.uint8], rng: np.random.Generator) -> Square:
    """Return a film (side, side) whose lungs are at the median of the rest.

    What is left are their outline and what lies around them: a network that is taught every class
    as likely there takes nothing from these alone. How far the lungs are grown is random.
    """
    soft = cv2.resize(
        grown(mask, rng.uniform(0, _WIDEST_BLANK)), film.shape, interpolation=cv2.INTER_LINEAR
    )
    lungs = soft >= 0.5
    out = film.copy()
    if not lungs.all():
        out[lungs] = np.median(film[~lungs])
    return out


def _noise(film: Square, rng: np.random.Generator) -> NDArray[np.float32]:
    """Smooth and white noise about any grey."""
    size = (film.shape[1], film.shape[0])
    coarse = rng.normal(rng.uniform(0, 255), 40, (_COARSE, _COARSE)).astype(np.float32)
    smooth = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    grain = rng.standard_normal(film.shape, dtype=np.float32) * np.float32(rng.uniform(0, 20))
    return np.asarray(smooth + grain, np.float32)
