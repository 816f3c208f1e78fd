"""What a film is recognised by: a thumbnail, the checksum of its file, its size."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import HilumError
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool
from engine.images.reading import read_radiograph
from engine.models.preprocessing import film_values
from engine.writing import replacing
from training.writing import progress

SIDE = 64
_FEW = 64


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """``thumbnail`` is the whole film as (64, 64) uint8 over its own range; sizes in pixels."""

    thumbnail: NDArray[np.uint8]
    digest: str
    rows: int
    columns: int

    @property
    def pixels(self) -> int:
        """How large the film is."""
        return self.rows * self.columns


def take_prints(paths: Iterable[Path], *, cache: Path) -> tuple[dict[Path, Print], dict[Path, str]]:
    """Return the films' prints, and of those that cannot be read the reason.

    Films are read in worker processes. Prints are kept in ``cache``: a second call reads just the
    files that are new or changed (size or time), also after one that was broken off.
    """
    wanted = list(dict.fromkeys(paths))
    states = {path: _state(path) for path in wanted}
    kept = _load(cache)
    prints = {path: kept[states[path]] for path in wanted if states[path] in kept}
    missing = [path for path in wanted if path not in prints]
    unreadable: dict[Path, str] = {}
    if not missing:
        return prints, unreadable
    try:
        # A process takes a second to start.
        with ReaderPool(None if len(missing) > _FEW else 1) as pool:
            answers = pool.map(take_print, (Candidate(path, path.name) for path in missing))
            told = progress(answers, "Reading films", len(missing))
            for path, (_, answer) in zip(missing, told, strict=True):
                if isinstance(answer, HilumError):
                    unreadable[path] = str(answer)
                else:
                    prints[path] = answer
    finally:
        _save(cache, [(states[path], one) for path, one in prints.items()])
    return prints, unreadable


def take_print(path: Path) -> Print:
    """Read one film.

    Raises
    ------
    UnreadableImage
        Where it cannot be read.
    """
    values = film_values(read_radiograph(path))
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Print(thumbnail(values), digest, *values.shape)


def thumbnail(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return a film's values (rows, columns) as (64, 64) uint8; a blank film is all 0."""
    small = cv2.resize(values, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    low, high = np.percentile(small, (0.5, 99.5))
    scaled = (small - low) * (255.0 / max(float(high - low), 1e-6))
    return np.asarray(np.clip(scaled + 0.5, 0, 255), np.uint8)


def _state(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{path}|{found.st_size}|{found.st_mtime_ns}"


def _load(cache: Path) -> dict[str, Print]:
    """Return the kept prints by their file's state; none where the cache is absent or broken."""
    try:
        with cache.open("rb") as file, np.load(file) as kept:
            columns = [kept[name] for name in ("states", "thumbnails", "digests", "shapes")]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return {}
    return {
        str(state): Print(film, str(digest), int(shape[0]), int(shape[1]))
        for state, film, digest, shape in zip(*columns, strict=True)
    }


def _save(cache: Path, prints: Sequence[tuple[str, Print]]) -> None:
    if not prints:
        return
    cache.parent.mkdir(parents=True, exist_ok=True)
    with replacing(cache) as beside, beside.open("wb") as file:
        np.savez(
            file,
            states=np.array([state for state, _ in prints]),
            thumbnails=np.stack([one.thumbnail for _, one in prints]),
            digests=np.array([one.digest for _, one in prints]),
            shapes=np.array([(one.rows, one.columns) for _, one in prints]),
        )
