"""What a worker does with one file: read it, prepare it for the network, picture it."""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images import windowing
from engine.images.reading import read_radiograph
from engine.models.assess import PreparedFilm, prepare_film
from engine.models.preprocessing import Preprocessing
from engine.models.session import OnnxSession as OnnxSession  # before a worker is limited
from engine.types import Identity, Radiograph

THUMBNAIL_PX = 96


@dataclass(frozen=True, slots=True, eq=False)
class ReadFilm:
    """What a worker sends back of a film.

    ``thumbnail`` and ``rendering`` are display values, uint8, ``(rows, columns)`` or ``(rows,
    columns, 3)``, in the film's true proportions.
    """

    content_sha256: str
    prepared: PreparedFilm
    identity: Identity
    warnings: tuple[str, ...]
    thumbnail: NDArray[np.uint8]
    rendering: NDArray[np.uint8] | None
    read_ms: float
    prepare_ms: float


def read_film(path: Path, *, recipe: Preprocessing, rendering_px: int) -> ReadFilm:
    """Read and prepare one file; runs in a worker.

    Raises
    ------
    HilumError
        Where it cannot be read, or not be prepared.
    """
    start = time.perf_counter()
    film = read_radiograph(path)
    read = time.perf_counter()
    prepared = prepare_film(film, recipe)
    shown = windowing.render(film)
    with path.open("rb") as stream:
        content_sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return ReadFilm(
        content_sha256,
        prepared,
        film.identity,
        (*film.warnings, *_other_frames(film)),
        thumbnail(film, shown),
        _reduced(shown, film.spacing.stretch, rendering_px) if rendering_px else None,
        (read - start) * 1000,
        prepared.prepare_ms,
    )


def thumbnail(film: Radiograph, shown: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the small picture of a film from its rendering."""
    return _reduced(shown, film.spacing.stretch, THUMBNAIL_PX)


def _other_frames(film: Radiograph) -> tuple[str, ...]:
    if film.frames < 2:
        return ()
    return (f"The file has {film.frames} frames; this row speaks of the first.",)


def _reduced(shown: NDArray[np.uint8], stretch: float, longest_px: int) -> NDArray[np.uint8]:
    """Return a picture with square pixels of one whose pixels are ``stretch`` high and 1 wide."""
    rows, columns = shown.shape[:2]
    height, width = rows * max(stretch, 1.0), columns * max(1 / stretch, 1.0)
    scale = min(1.0, longest_px / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    if size == (columns, rows):
        return shown
    small: NDArray[Any] = cv2.resize(shown, size, interpolation=cv2.INTER_AREA)
    return small.astype(np.uint8, copy=False)
