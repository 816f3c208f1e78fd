"""Disturbances that take a film's place of origin away and leave its chest.

A chest has a left side, so flips are off unless asked for (the reference projects used them).
Everything works on one square float32 film in 0..1 and a NumPy generator: a seed repeats it.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.models.preprocessing import Preprocessing, normalise
from training.config import Augmentation

Film = NDArray[np.float32]
_SCALES_PX = (1.5, 4.0, 9.0, 20.0)


def augment(
    film: NDArray[np.uint8],
    rng: np.random.Generator,
    *,
    augmentation: Augmentation,
    preprocessing: Preprocessing,
) -> Film:
    """Return one training view of a cached square: (C, size, size) float32, normalised."""
    view = geometry(film, rng, augmentation=augmentation, preprocessing=preprocessing)
    strength = augmentation.strength
    if strength > 0:
        for disturb in (tone, local_contrast, resolution, noise, text, erase_rim, erase_inside):
            view = disturb(view, rng, strength)
    plane = normalise(view, percentiles=preprocessing.percentiles)
    return np.repeat(plane[None], preprocessing.channels, axis=0)


def geometry(
    film: NDArray[np.uint8],
    rng: np.random.Generator,
    *,
    augmentation: Augmentation,
    preprocessing: Preprocessing,
) -> Film:
    """Zoom, rotate, shift and stretch about the centre of the cropped film."""
    side, size = film.shape[0], preprocessing.size
    shown = side * (1 - 2 * preprocessing.crop)
    span, angle, shift = np.array([shown, shown]), 0.0, np.zeros(2)
    if augmentation.strength > 0:
        span = span * rng.uniform(*augmentation.zoom) * np.exp(rng.normal(0, 0.05, 2))
        angle = np.deg2rad(rng.normal(0, augmentation.rotation_deg / 2))
        shift = rng.uniform(-1, 1, 2) * augmentation.shift * side
    scale = span / size
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * scale
    centre = np.array([side / 2 - 0.5, side / 2 - 0.5]) + shift
    matrix = np.column_stack([turn, centre - turn @ np.full(2, size / 2 - 0.5)])
    fill = float(rng.uniform(0, 255)) if rng.random() < 0.2 else 0.0
    view = cv2.warpAffine(
        film,
        matrix,
        (size, size),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE if rng.random() < 0.4 else cv2.BORDER_CONSTANT,
        borderValue=fill,
    )
    if augmentation.flip and rng.random() < 0.5:
        view = view[:, ::-1]
    return np.asarray(view, np.float32) / np.float32(255)


def tone(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Apply a gamma and a random monotone curve."""
    bent = np.clip(film, 0, 1) ** np.float32(np.exp(rng.uniform(-0.7, 0.7) * strength))
    knots = np.linspace(0, 1, 6)
    steps = np.exp(rng.normal(0, 0.5 * strength, 5))
    curve = np.concatenate([[0.0], np.cumsum(steps) / steps.sum()])
    return np.asarray(np.interp(bent, knots, curve), np.float32)


def local_contrast(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Raise or lower the detail at four scales, as vendors' processing does."""
    if rng.random() < 0.2:
        return film
    bands: list[Film] = []
    smooth = film
    for sigma in _SCALES_PX:
        side = int(sigma * 2) * 2 + 1
        coarser = _blurred(_blurred(smooth, side), side)
        bands.append(smooth - coarser)
        smooth = coarser
    gains = np.exp(rng.normal(0, 0.6 * strength, len(bands)))
    base = np.float32(np.exp(rng.normal(0, 0.3 * strength)))
    out = smooth * base
    for gain, band in zip(gains, bands, strict=True):
        out = out + np.float32(gain) * band
    low, high = np.percentile(out, (0.5, 99.5))
    return np.asarray(np.clip((out - low) / max(float(high - low), 1e-3), 0, 1), np.float32)


def resolution(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Lose resolution, or pass through JPEG, as films do on their way into collections."""
    if rng.random() < 0.5 * strength:
        size = film.shape[0]
        side = int(size * rng.uniform(0.35, 1.0))
        way = cv2.INTER_AREA if rng.random() < 0.5 else cv2.INTER_LINEAR
        back = cv2.INTER_CUBIC if rng.random() < 0.5 else cv2.INTER_LINEAR
        small = cv2.resize(film, (side, side), interpolation=way)
        film = np.asarray(cv2.resize(small, (size, size), interpolation=back), np.float32)
    if rng.random() < 0.2 * strength:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(20, 80))]
        _, stream = cv2.imencode(".jpg", np.clip(film * 200, 0, 255).astype(np.uint8), quality)
        lossy = cv2.imdecode(stream, cv2.IMREAD_GRAYSCALE)
        film = np.asarray(lossy, np.float32) / np.float32(200)
    return film


def noise(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Add white or coarse noise."""
    if rng.random() < 0.6:
        grain = rng.standard_normal(film.shape, dtype=np.float32)
        if rng.random() < 0.4:
            grain = _blurred(grain, 3) * np.float32(2.5)
        film = film + grain * np.float32(abs(rng.normal(0, 0.2)) * strength * film.std())
    return film


def text(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Burn letters in, so that markers and hospital stamps say nothing."""
    if rng.random() < 0.3 * strength:
        ink = np.zeros(film.shape, np.uint8)
        words = ("L", "R", "AP", "PA", "PORTABLE", "SUPINE", "A", "B", "day 4", "12:40")
        size = film.shape[0]
        for _ in range(int(rng.integers(1, 4))):
            corner = (int(rng.uniform(0, size * 0.9)), int(rng.uniform(8, size)))
            cv2.putText(
                ink,
                str(rng.choice(words)),
                corner,
                cv2.FONT_HERSHEY_SIMPLEX,
                float(rng.uniform(0.25, 0.8)),
                255,
                int(rng.integers(1, 3)),
            )
        film = np.where(ink > 0, np.float32(rng.uniform(0.6, 1.2)), film)
    return film


def erase_rim(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Blank patches and bands at the rim, where sixty pixels give a source away."""
    film = film.copy()
    size = film.shape[0]
    for edge in range(4):
        if rng.random() > 0.45 * strength:
            continue
        depth = int(size * abs(rng.normal(0, 0.08))) + 1
        start, length = rng.uniform(0, 0.8), rng.uniform(0.2, 1.0)
        along = slice(int(size * start), int(size * min(1.0, start + length)))
        turned = np.rot90(film, edge)
        turned[:depth, along] = _fill(rng, film)
    return film


def erase_inside(film: Film, rng: np.random.Generator, strength: float) -> Film:
    """Cut one small patch out of the film."""
    if rng.random() < 0.25 * strength:
        size = film.shape[0]
        height, width = (int(size * v) for v in rng.uniform(0.05, 0.25, 2))
        top, left = (int(v) for v in rng.uniform(0, size * 0.75, 2))
        film = film.copy()
        film[top : top + height, left : left + width] = _fill(rng, film)
    return film


def _blurred(film: Film, side: int) -> Film:
    return np.asarray(cv2.blur(film, (side, side)), np.float32)


def _fill(rng: np.random.Generator, film: Film) -> np.float32:
    return np.float32(rng.choice([0.0, float(film.mean()), rng.uniform(0, 1)]))
