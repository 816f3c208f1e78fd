"""A film's markup on disk: one JSON file a film in Hilum's own folder, never beside the film.

Files are named by a hash, so that neither a name nor a UID can be read off a listing. A file that
cannot be understood is set aside under another name and reported.
"""

import functools
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from engine.errors import HilumError
from engine.images.hashing import pixel_sha256
from engine.images.marks import Markup
from engine.types import Radiograph
from engine.writing import replacing

if TYPE_CHECKING:
    from pydantic import ConfigDict, TypeAdapter

_NOT_KEPT = "Measurements of this film cannot be kept"
_NOT_READ = "Measurements kept of this film cannot be read, so none are taken"
_VERSION = 1


class UnkeptMarkup(HilumError):
    """Markup cannot be read from or written to Hilum's folder."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in a file: the markup, and the film that it belongs to."""

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}
    version: int
    sop_instance_uid: str
    frame: int
    rows: int
    columns: int
    markup: Markup

    def __post_init__(self) -> None:
        """Refuse other versions, and marks beside the film."""
        if self.version != _VERSION:
            raise ValueError("another version")
        # A pixel's width of grace: what was moved to an edge may be a rounding error beyond it.
        inside = (
            -1 <= row <= self.rows and -1 <= column <= self.columns
            for mark in self.markup.marks
            for row, column in mark.points
        )
        if not all(inside):
            raise ValueError("a mark lies beside the film")


@functools.cache
def _kept() -> "TypeAdapter[Kept]":
    from pydantic import TypeAdapter

    return TypeAdapter(Kept)


def film_key(radiograph: Radiograph) -> str:
    """Return what names a film's file: a hash of SOP Instance UID and frame, or of the pixels."""
    uid = radiograph.identity.sop_instance_uid
    own = f"uid {uid}" if uid else f"pixels {pixel_sha256(radiograph.stored)}"
    words = f"{own} frame {radiograph.frame} of {radiograph.shape}"
    return hashlib.sha256(words.encode()).hexdigest()


def load(folder: Path, radiograph: Radiograph) -> tuple[Markup, str]:
    """Return what was kept of a film, and a sentence where something was set aside.

    Raises
    ------
    UnkeptMarkup
        Where a file can neither be read nor set aside: nothing may be written over it.
    """
    path = _path(folder, film_key(radiograph))
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Markup(), ""
    except OSError as error:
        raise UnkeptMarkup(f"{_NOT_READ}: {_reason(error)}.") from error
    try:
        kept = _kept().validate_json(text, strict=True)
    except ValueError:  # pydantic's is one
        aside = _set_aside(path)
        return Markup(), f"This film's kept measurements are damaged and were set aside: {aside}."
    return kept.markup, ""


def save(folder: Path, radiograph: Radiograph, markup: Markup) -> None:
    """Write a film's markup beside its file and replace it: a crash leaves the old or the new.

    Raises
    ------
    UnkeptMarkup
        Where the folder cannot be written.
    """
    path = _path(folder, film_key(radiograph))
    rows, columns = radiograph.shape
    uid = radiograph.identity.sop_instance_uid
    kept = Kept(_VERSION, uid, radiograph.frame, rows, columns, markup)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with replacing(path) as beside, beside.open("wb") as stream:
            stream.write(_kept().dump_json(kept, indent=1))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise UnkeptMarkup(f"{_NOT_KEPT}: {_reason(error)}.") from error


def key_images(folder: Path) -> frozenset[str]:
    """Return the SOP Instance UIDs of all kept key images; what cannot be read is left out."""
    found = set()
    for path in folder.glob("*.json"):
        try:
            kept = _kept().validate_json(path.read_bytes(), strict=True)
        except (OSError, ValueError):
            continue
        if kept.markup.key_image and kept.sop_instance_uid:
            found.add(kept.sop_instance_uid)
    return frozenset(found)


def _path(folder: Path, key: str) -> Path:
    return folder / f"{key[:32]}.json"


def _set_aside(path: Path) -> str:
    names = (path.with_suffix(f".damaged{number}.json") for number in range(1, 1000))
    aside = next((name for name in names if not name.exists()), path.with_suffix(".damaged.json"))
    try:
        path.replace(aside)
    except OSError as error:
        raise UnkeptMarkup(f"{_NOT_READ}: {_reason(error)}.") from error
    return aside.name


def _reason(error: OSError) -> str:
    return error.strerror or "unknown reason"
