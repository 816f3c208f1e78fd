"""Opacities drawn into the lungs of normal films: abnormal films of every place that has normals.

Where one place gives the normals and another the disease, a network need not look at the lungs.
With some of each place's normals made abnormal it must (anatomy-aware pasting: Sato, Suzuki et al.,
iScience 26, 2023; foreign patterns: Tan, Hou et al., MELBA 2022). What is drawn is no disease by
name: such a film is taught as anything but normal.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Square = NDArray[np.uint8]
_MOST_BLOBS = 5
_MOST_CELLS = 40


def with_opacities(film: Square, mask: NDArray[np.uint8], rng: np.random.Generator) -> Square:
    """Return a film (side, side) uint8 with hazy, patchy or streaky opacities in its lungs.

    ``mask`` holds the lungs on a square grid, 0 to 255. Opacities veil what lies behind them: greys
    are drawn towards those of the mediastinum. A film whose lungs were not found stays as it is.
    """
    grid = len(mask)
    rows, columns = np.nonzero(mask > 127)
    if not len(rows):
        return film
    y, x = np.mgrid[0:grid, 0:grid].astype(np.float32)
    density = np.zeros((grid, grid), np.float32)
    span = float(rows.max() - rows.min() + 1)
    for _ in range(int(rng.integers(1, _MOST_BLOBS + 1))):
        at = int(rng.integers(len(rows)))
        high, wide = span * rng.uniform(0.06, 0.3, 2)
        turn = rng.uniform(0, np.pi)
        down, across = y - rows[at], x - columns[at]
        along = (np.cos(turn) * across + np.sin(turn) * down) / wide
        aside = (np.cos(turn) * down - np.sin(turn) * across) / high
        blob = np.exp(-0.5 * (along**2 + aside**2)) * rng.uniform(0.35, 0.85)
        density = np.maximum(density, blob.astype(np.float32))
    lungs = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), 1.0)
    side = len(film)
    veil = cv2.resize(density * lungs, (side, side), interpolation=cv2.INTER_LINEAR)
    veil = veil * (1 + rng.uniform(0, 0.4) * _patches(side, rng))
    white = np.float32(np.percentile(film, rng.uniform(75, 97)))
    seen = film.astype(np.float32)
    drawn = seen + np.clip(veil, 0, 0.95) * np.maximum(white - seen, 0)
    return np.asarray(np.clip(drawn + 0.5, 0, 255), np.uint8)


def _patches(side: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Return smooth noise (side, side) of mean 0 and variance about 1, fine or coarse."""
    cells = int(rng.integers(6, _MOST_CELLS))
    coarse = rng.standard_normal((cells, cells), dtype=np.float32)
    return np.asarray(cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC))
