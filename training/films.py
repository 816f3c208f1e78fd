"""Films as arrays: each is read once, into a cache on disk that notices a changed file."""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import DTypeLike, NDArray

from engine.errors import UnreadableImage
from engine.images.reading import read_radiograph
from engine.models.lungs import MASK_SIDE, packaged_lungs, prepare_with_lungs
from engine.models.preprocessing import (
    Normalisation,
    Preprocessing,
    film_values,
    to_square,
)
from engine.types import Radiograph
from training.config import ConfigError
from training.datasets.sample import Sample
from training.writing import progress

log = logging.getLogger(__name__)

Kept = tuple[Sample, ...]
_AREA = np.dtype([("box", np.float32, (4,)), ("mask", np.uint8, (MASK_SIDE, MASK_SIDE))])


def squares(
    samples: Sequence[Sample],
    *,
    size: int,
    cache: Path,
    normalisation: Normalisation = "percentiles",
) -> tuple[Kept, NDArray[np.uint8]]:
    """Return the readable samples and their films (N, size, size) uint8 over each one's full range.

    Raises
    ------
    ConfigError
        Where no film can be read, or the cache cannot be written.
    """
    name = f"squares-{size}-{normalisation}"

    def square(radiograph: Radiograph) -> NDArray[np.uint8]:
        return _square(film_values(radiograph, normalisation=normalisation), size)

    return _cached(samples, square, shape=(size, size), dtype=np.uint8, name=name, cache=cache)


def prepared(
    samples: Sequence[Sample], preprocessing: Preprocessing, *, cache: Path
) -> tuple[Kept, NDArray[np.float32]]:
    """Return the readable samples and what the engine feeds the network of them, as `tensors`.

    Raises
    ------
    ConfigError
        Where no film can be read, or the cache cannot be written.
    """
    shape = (preprocessing.channels, preprocessing.size, preprocessing.size)
    model = packaged_lungs() if preprocessing.needs_lungs else None
    name = f"prepared-{preprocessing.sha256[:12]}" + (
        f"-{model.card.graph_sha256[:12]}" if model else ""
    )

    def tensor(radiograph: Radiograph) -> NDArray[np.float32]:
        return np.asarray(prepare_with_lungs(radiograph, preprocessing).tensor[0])

    return _cached(samples, tensor, shape=shape, dtype=np.float32, name=name, cache=cache)


def lung_areas(
    samples: Sequence[Sample], *, cache: Path
) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Return each film's box of the lungs (N, 4), in shares of the film, and the lungs themselves.

    They are (N, MASK_SIDE, MASK_SIDE) of 0 to 255; both are all 0 where no lungs were found.

    Raises
    ------
    ConfigError
        Where there is no lung model.
    """
    model = packaged_lungs()
    if model is None:
        raise ConfigError(
            "preprocessing.lung_margin and lungs_only, augmentation.outside and opacities need the "
            "lung model: `hilum-train lungs`"
        )

    def area(radiograph: Radiograph) -> NDArray[Any]:
        return np.array(model.lung_area(radiograph), _AREA)

    name = f"lung-areas-{MASK_SIDE}-{model.card.graph_sha256[:12]}"
    _, areas = _cached(samples, area, shape=(), dtype=_AREA, name=name, cache=cache)
    return areas["box"], areas["mask"]


def tensors(
    samples: Sequence[Sample], preprocessing: Preprocessing
) -> tuple[Kept, NDArray[np.float32]]:
    """Return the readable samples and what the engine would feed the network: (N, C, S, S) float32.

    Nothing is kept on disk: see `prepared` for films that are wanted again.
    """
    shape = (len(samples), preprocessing.channels, preprocessing.size, preprocessing.size)
    films = np.empty(shape, np.float32)
    kept: list[Sample] = []
    for sample in progress(samples, "Preparing films"):
        try:
            radiograph = read_radiograph(sample.path)
        except UnreadableImage as error:
            _warn(sample, str(error))
            continue
        films[len(kept)] = prepare_with_lungs(radiograph, preprocessing).tensor[0]
        kept.append(sample)
    return tuple(kept), films[: len(kept)]


def batches(films: NDArray[np.float32], *, size: int = 16) -> Iterator[torch.Tensor]:
    """Yield tensors (n, C, S, S); channels last and few at a time are twice as fast on a CPU."""
    for start in range(0, len(films), size):
        part = np.array(films[start : start + size])
        yield torch.from_numpy(part).to(memory_format=torch.channels_last)


def _cached(
    samples: Sequence[Sample],
    make: Callable[[Radiograph], NDArray[Any]],
    *,
    shape: tuple[int, ...],
    dtype: DTypeLike,
    name: str,
    cache: Path,
) -> tuple[Kept, NDArray[Any]]:
    """Read all films once; the list of what could not be read stands beside the readable rows."""
    file = cache / f"{name}-{_key(samples)}.raw"
    listed = file.with_suffix(".json")
    if not listed.exists():
        try:
            _fill(samples, make, file, listed)
        except OSError as error:
            raise ConfigError(f"{file} cannot be written: {error}; make room") from error
    refused: dict[str, str] = json.loads(listed.read_text(encoding="utf-8"))
    kept = [s for i, s in enumerate(samples) if str(i) not in refused]
    for index, reason in refused.items():
        _warn(samples[int(index)], reason)
    if not kept:
        raise ConfigError(f"none of {len(samples)} films can be read")
    return tuple(kept), np.memmap(file, dtype, "r", shape=(len(kept), *shape))


def _fill(
    samples: Sequence[Sample],
    make: Callable[[Radiograph], NDArray[Any]],
    file: Path,
    listed: Path,
) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}.part")
    refused: dict[int, str] = {}
    try:
        with beside.open("wb") as out:
            for index, sample in enumerate(progress(samples, "Reading films")):
                try:
                    out.write(np.ascontiguousarray(make(read_radiograph(sample.path))).data)
                except UnreadableImage as error:
                    refused[index] = str(error)
        beside.replace(file)
        beside.write_text(json.dumps(refused), encoding="utf-8")
        beside.replace(listed)
    finally:
        beside.unlink(missing_ok=True)


def _key(samples: Sequence[Sample]) -> str:
    """Name the films by path, size and time of change."""
    name = hashlib.sha256()
    for sample in samples:
        try:
            found = sample.path.stat()
        except OSError:  # it will be refused when it is read
            name.update(f"{sample.path}\n".encode())
        else:
            name.update(f"{sample.path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return name.hexdigest()[:16]


def _square(values: NDArray[np.float32], size: int) -> NDArray[np.uint8]:
    square, _ = to_square(values, size=size, crop=0.0)
    low, high = np.percentile(square, (0.1, 99.9))
    scaled = (square - low) * (255.0 / max(float(high - low), 1e-6))
    return np.asarray(np.clip(scaled + 0.5, 0, 255), np.uint8)


def _warn(sample: Sample, reason: str) -> None:
    log.warning("%s is left out: %s", sample.path.name, reason)
