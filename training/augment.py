"""Disturbances that take a film's place of origin away and leave its chest.

A chest has a left side, so flips are off unless asked for (the reference projects used them).
Everything works on one square film and a NumPy generator: a seed repeats it. A loader spends its
time here, so each disturbance is an OpenCV call or two on float32, and one that is off costs
nothing; lengths in pixels are those of a square of 160 and grow with it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.models.preprocessing import Preprocessing, grown, lung_crop, toned
from engine.types import Box
from training.config import Augmentation

Film = NDArray[np.float32]
Disturbance = Callable[[Film, np.random.Generator, float], Film]
_SIDE = 160
# OpenCV makes no kernel of next to nothing, and nothing would be seen of it.
_LEAST_SIGMA = 0.05
_OCTAVE_SIGMAS = (1.4, 1.7, 1.9, 2.1)
_NOISE_ROOM = 128
_WORDS = ("L", "R", "AP", "PA", "PORTABLE", "SUPINE", "A", "B", "day 4", "12:40")


def augment(
    film: NDArray[np.uint8],
    rng: np.random.Generator,
    *,
    augmentation: Augmentation,
    preprocessing: Preprocessing,
    lungs: Box | None = None,
    mask: NDArray[np.uint8] | None = None,
) -> Film:
    """Return one training view of a cached square: (C, size, size) float32, normalised.

    Parameters
    ----------
    film : array
        The whole film, (side, side) uint8.
    lungs : Box, optional
        Where the lungs are, for a recipe with ``lung_margin``.
    mask : array, optional
        The lungs on a square grid over the whole film, 0 to 255, for a recipe with ``lungs_only``.

    Raises
    ------
    UnusableModel
        Where the recipe needs the lungs and is given none.
    """
    if preprocessing.lungs_only is not None and mask is None:
        raise UnusableModel("preprocessing.lungs_only needs the lungs: a lung model is needed.")
    move = _move_of(film.shape[0], rng, augmentation, preprocessing, lungs)
    shown = move.of_film(film)
    view = np.asarray(cv2.LUT(shown, tone_table(rng, augmentation)), np.float32)
    for disturb, factor in _disturbances(augmentation):
        if strength := augmentation.strength * factor:
            view = disturb(view, rng, strength)
    inside = None
    if preprocessing.lungs_only is not None and mask is not None:
        inside = move.of_mask(grown(mask, preprocessing.lungs_only), film.shape[0])
    # Some 2,500 pixels are enough for the range of a film that is disturbed anyway.
    every = max(1, preprocessing.size // 50) if augmentation.strength > 0 else 1
    plane = toned(view, inside, preprocessing, every=every)
    return np.repeat(plane[None], preprocessing.channels, axis=0)


def _disturbances(augmentation: Augmentation) -> tuple[tuple[Disturbance, float], ...]:
    return (
        (local_contrast, augmentation.local_contrast),
        (resolution, augmentation.resolution),
        (blur, augmentation.blur),
        (jpeg, augmentation.jpeg),
        (noise, augmentation.noise),
        (text, augmentation.text),
        (erase_rim, augmentation.erase_rim),
        (cutout, augmentation.cutout),
    )


def geometry(
    film: NDArray[np.uint8],
    rng: np.random.Generator,
    *,
    augmentation: Augmentation,
    preprocessing: Preprocessing,
    lungs: Box | None = None,
) -> NDArray[np.uint8]:
    """Zoom, rotate, shift and stretch about the centre of the cropped film, or of its lungs."""
    return _move_of(film.shape[0], rng, augmentation, preprocessing, lungs).of_film(film)


@dataclass(frozen=True, slots=True, eq=False)
class _Move:
    """Where each pixel of a view comes from, and what stands where it comes from nowhere."""

    matrix: NDArray[np.float64]
    size: int
    fill: float
    border: int
    mirrored: bool

    def of_film(self, film: NDArray[np.uint8]) -> NDArray[np.uint8]:
        view = cv2.warpAffine(
            film,
            self.matrix,
            (self.size, self.size),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=self.border,
            borderValue=self.fill,
        )
        return np.asarray(cv2.flip(view, 1) if self.mirrored else view, np.uint8)

    def of_mask(self, mask: Film, side: int) -> Film:
        """Move a mask that covers a film of ``side`` pixels; beyond the film it is 0."""
        ratio = mask.shape[0] / side
        matrix = self.matrix * ratio
        matrix[:, 2] += (ratio - 1) / 2
        view = cv2.warpAffine(
            mask,
            matrix,
            (self.size, self.size),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=0.0,
        )
        return np.asarray(cv2.flip(view, 1) if self.mirrored else view, np.float32)


def _move_of(
    side: int,
    rng: np.random.Generator,
    augmentation: Augmentation,
    preprocessing: Preprocessing,
    lungs: Box | None,
) -> _Move:
    size, cut = preprocessing.size, preprocessing.crop
    top, left, bottom, right = lung_crop(preprocessing, lungs) or (cut, cut, 1 - cut, 1 - cut)
    wide, high = (right - left) * side / size, (bottom - top) * side / size
    x, y = (left + right) * side / 2 - 0.5, (top + bottom) * side / 2 - 0.5
    angle = 0.0
    if augmentation.strength > 0:
        zoom = rng.uniform(*augmentation.zoom)
        stretch = rng.normal(0, 0.05, 2)
        wide, high = (wide * zoom * math.exp(stretch[0]), high * zoom * math.exp(stretch[1]))
        angle = math.radians(rng.normal(0, augmentation.rotation_deg / 2))
        shift = rng.uniform(-1, 1, 2) * augmentation.shift * side
        x, y = x + shift[0], y + shift[1]
    (a, b), (c, d) = (
        (math.cos(angle) * wide, -math.sin(angle) * high),
        (math.sin(angle) * wide, math.cos(angle) * high),
    )
    half = size / 2 - 0.5
    matrix = np.array([[a, b, x - (a + b) * half], [c, d, y - (c + d) * half]])
    fill = float(rng.uniform(0, 255)) if rng.random() < 0.2 else 0.0
    border = cv2.BORDER_REPLICATE if rng.random() < 0.4 else cv2.BORDER_CONSTANT
    mirrored = augmentation.flip and rng.random() < 0.5
    return _Move(matrix, size, fill, border, bool(mirrored))


def tone_table(rng: np.random.Generator, augmentation: Augmentation) -> Film:
    """Return what each of 256 greys becomes in 0..1, never falling.

    ``tone`` bends by a gamma and a random monotone curve, ``brightness`` shifts and stretches,
    which survives `normalise` only where it drives greys into black or white.
    """
    grey = np.arange(256, dtype=np.float32) / np.float32(255)
    if strength := augmentation.strength * augmentation.tone:
        bent = grey ** np.float32(np.exp(rng.uniform(-0.7, 0.7) * strength))
        steps = np.exp(rng.normal(0, 0.5 * strength, 5))
        curve = np.concatenate([[0.0], np.cumsum(steps) / steps.sum()])
        grey = np.interp(bent, np.linspace(0, 1, 6), curve).astype(np.float32)
    if strength := augmentation.strength * augmentation.brightness:
        gain, offset = np.exp(rng.uniform(-0.3, 0.3) * strength), rng.uniform(-0.1, 0.1) * strength
        grey = np.clip((grey - 0.5) * gain + 0.5 + offset, 0, 1).astype(np.float32)
    return grey


def local_contrast(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Raise or lower the detail of each octave, as vendors' processing does.

    A Laplacian pyramid like theirs (Vuylsteke, Schoeters, SPIE 2167, 1994) with random gains.
    """
    if rng.random() < 0.2:
        return film
    levels = [film]
    for sigma in _OCTAVE_SIGMAS:
        side = max(2, levels[-1].shape[0] // 2)
        half = cv2.resize(levels[-1], (side, side), interpolation=cv2.INTER_AREA)
        levels.append(np.asarray(cv2.GaussianBlur(half, (0, 0), sigma), np.float32))
    gains = np.exp(rng.normal(0, 0.6 * strength, len(levels) - 1))
    out = levels[-1] * np.float32(np.exp(rng.normal(0, 0.3 * strength)))
    for level in range(len(gains) - 1, -1, -1):
        gain, fine = float(gains[level]), levels[level]
        rest = cv2.addWeighted(out, 1.0, levels[level + 1], -gain, 0.0)
        finer = cv2.resize(rest, fine.shape[::-1])
        out = np.asarray(cv2.addWeighted(finer, 1.0, fine, gain, 0.0), np.float32)
    sample = out[::2, ::2].ravel()
    tail = sample.size // 200
    ordered = np.partition(sample, (tail, sample.size - 1 - tail))
    low, high = float(ordered[tail]), float(ordered[-1 - tail])
    scale = 1 / max(high - low, 1e-3)
    return np.asarray(np.clip(cv2.addWeighted(out, scale, out, 0.0, -low * scale), 0, 1))


def resolution(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Lose resolution, as films do on their way into collections."""
    if rng.random() >= 0.5 * strength:
        return film
    size = film.shape[0]
    side = int(size * rng.uniform(0.35, 1.0))
    way = cv2.INTER_AREA if rng.random() < 0.5 else cv2.INTER_LINEAR
    back = cv2.INTER_CUBIC if rng.random() < 0.5 else cv2.INTER_LINEAR
    small = cv2.resize(film, (side, side), interpolation=way)
    return np.asarray(cv2.resize(small, (size, size), interpolation=back))


def blur(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Lose sharpness, as by a wide focus, scatter or motion."""
    if rng.random() >= 0.5:
        return film
    sigma = rng.uniform(0.3, 1.3) * strength * film.shape[0] / _SIDE
    if sigma < _LEAST_SIGMA:
        return film
    return np.asarray(cv2.GaussianBlur(film, (0, 0), sigma))


def jpeg(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Pass through JPEG at a quality of 20 to 80."""
    if rng.random() >= 0.2 * strength:
        return film
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(20, 80))]
    grey = np.clip(film * np.float32(200), 0, 255).astype(np.uint8)
    _, stream = cv2.imencode(".jpg", grey, quality)
    lossy = cv2.imdecode(stream, cv2.IMREAD_GRAYSCALE)
    return np.asarray(lossy, np.float32) / np.float32(200)


def noise(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Add white or coarse noise: a random cut of one tile, turned and with a random sign."""
    if rng.random() >= 0.6:
        return film
    white, coarse = _grain(film.shape[0])
    row, column, turn, sign = (int(v) for v in rng.integers((_NOISE_ROOM, _NOISE_ROOM, 2, 2)))
    tile = coarse if rng.random() < 0.4 else white
    grain = tile[row : row + film.shape[0], column : column + film.shape[0]]
    amount = float(abs(rng.normal(0, 0.2))) * strength * float(film.std())
    return np.asarray(
        cv2.addWeighted(film, 1.0, grain.T if turn else grain, amount if sign else -amount, 0.0)
    )


@lru_cache(maxsize=4)
def _grain(size: int) -> tuple[Film, Film]:
    side = size + _NOISE_ROOM
    white = np.random.default_rng(side).standard_normal((side, side), dtype=np.float32)
    return white, np.asarray(cv2.blur(white, (3, 3)), np.float32) * np.float32(2.5)


def text(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Burn letters in, so that markers and hospital stamps say nothing."""
    if rng.random() >= 0.3 * strength:
        return film
    size = film.shape[0]
    ink = np.zeros(film.shape, np.uint8)
    for _ in range(int(rng.integers(1, 4))):
        corner = (int(rng.uniform(0, size * 0.9)), int(rng.uniform(size / 20, size)))
        word, height = _WORDS[rng.integers(len(_WORDS))], rng.uniform(0.25, 0.8) * size / _SIDE
        thickness = int(rng.integers(1, 3))
        cv2.putText(ink, word, corner, cv2.FONT_HERSHEY_SIMPLEX, float(height), 255, thickness)
    return np.where(ink > 0, np.float32(rng.uniform(0.6, 1.2)), film)


def erase_rim(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Blank patches and bands at the rim, where sixty pixels give a source away."""
    size, film = film.shape[0], film.copy()
    for edge in range(4):
        if rng.random() > 0.45 * strength:
            continue
        depth = int(size * abs(rng.normal(0, 0.08))) + 1
        start, length = rng.uniform(0, 0.8), rng.uniform(0.2, 1.0)
        along = slice(int(size * start), int(size * min(1.0, start + length)))
        turned = film.T if edge % 2 else film
        across = slice(depth) if edge < 2 else slice(-depth, None)
        turned[across, along] = _fill(rng, film)
    return film


def cutout(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Cut one small patch out of the film (DeVries, Taylor, arXiv:1708.04552)."""
    if rng.random() >= 0.25 * strength:
        return film
    size, film = film.shape[0], film.copy()
    height, width = (int(size * v) for v in rng.uniform(0.05, 0.25, 2))
    top, left = (int(v) for v in rng.uniform(0, size * 0.75, 2))
    film[top : top + height, left : left + width] = _fill(rng, film)
    return film


def _fill(rng: np.random.Generator, film: Film) -> np.float32:
    """Black, the film's mean, or any grey."""
    kind = rng.integers(3)
    grey = rng.uniform(0, 1)
    return np.float32(0 if kind == 0 else film.mean() if kind == 1 else grey)
