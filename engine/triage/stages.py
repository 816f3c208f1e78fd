"""What happens to one file on its way to a row: read, then assessed. The same on every machine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.errors import Cancelled, HilumError, NotNow, UnreadableImage
from engine.images.intake import Candidate
from engine.triage.requests import Found
from engine.triage.stamps import Stamp, stamp_of
from engine.types import Assessed, Identity

if TYPE_CHECKING:
    from engine.models.assess import PreparedFilm
    from engine.models.card import ModelCard
    from engine.triage.preparing import ReadFilm

_TRIES = 3
_WRITTEN = "The file was written to while it was read; it is read again the next time."


class Infers(Protocol):
    """What the pipeline needs of an ``engine.models.assess.Assessor``."""

    @property
    def card(self) -> "ModelCard":
        """The model's card."""

    def infer(self, films: Sequence["PreparedFilm"], /) -> list[Assessed]:
        """Run the network."""


class Status(StrEnum):
    """What became of a file; ``DOCUMENT`` is given by `engine.triage.documents` alone."""

    SCORED = "scored"
    NOT_SCORED = "not_scored"
    UNREADABLE = "unreadable"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A line of the worklist; every file met gives exactly one.

    Attributes
    ----------
    index : int
        Place in the order in which files were taken; rows come when they are ready.
    source : Candidate or Refusal
        What to open again, and its name.
    reason : str
        Why there is no score; empty where there is one.
    title : str
        What a document is called.
    thumbnail : ndarray or None
        Display values, uint8, ``(rows, columns)`` or ``(rows, columns, 3)``, at most 96 pixels.
    rendering : ndarray or None
        The same at the size that was asked for, and no larger than the film.
    content_sha256 : str
        Of the file's bytes; empty where it could not be read.
    stamp : Stamp or None
        None where the next run has to try again: a reason that may pass, a file being written.
    """

    index: int
    source: Found
    status: Status
    reason: str = ""
    identity: Identity = field(default_factory=Identity)
    warnings: tuple[str, ...] = ()
    assessed: Assessed | None = None
    thumbnail: NDArray[np.uint8] | None = None
    rendering: NDArray[np.uint8] | None = None
    read_ms: float = 0.0
    prepare_ms: float = 0.0
    infer_ms: float = 0.0
    content_sha256: str = ""
    stamp: Stamp | None = None
    title: str = ""

    @property
    def name(self) -> str:
        """The file's path, or ``archive.zip!inner/name``."""
        return self.source.name

    @property
    def path(self) -> Path:
        """The file on disk."""
        return self.source.path


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A film on its way to the network."""

    index: int
    item: Candidate
    stamp: Stamp | None
    film: "ReadFilm"


def read_one(
    index: int,
    item: Found,
    read: Callable[[Candidate], "ReadFilm"],
    known: Callable[[Candidate, Stamp], Row | None] = lambda _item, _stamp: None,
) -> Ready | Row:
    """Read one file; what was refused or is known, and what cannot be read, is a row at once."""
    if not isinstance(item, Candidate):
        return Row(index, item, Status.UNREADABLE, item.reason)
    for _ in range(_TRIES):
        stamp = stamp_of(item.path)
        if stamp and (row := known(item, stamp)):
            return replace(row, index=index)
        found = _read_once(index, item, stamp, read)
        now = stamp_of(item.path)
        if now is None:  # what vanished after it was read was whole, and is read anew if back
            return replace(found, stamp=None)
        if now == stamp:
            return found
    return Row(index, item, Status.UNREADABLE, _WRITTEN)


def _read_once(
    index: int, item: Candidate, stamp: Stamp | None, read: Callable[[Candidate], "ReadFilm"]
) -> Ready | Row:
    try:
        film = read(item)
    except Cancelled:
        raise
    except HilumError as error:
        status = Status.UNREADABLE if isinstance(error, UnreadableImage) else Status.NOT_SCORED
        again = isinstance(error, NotNow) or status is Status.NOT_SCORED
        return Row(index, item, status, str(error), stamp=None if again else stamp)
    return Ready(index, item, stamp, film)


def scored(assessor: Infers, films: list[Ready]) -> list[Row]:
    """Run films through the network; one that it fails on costs no other its score."""
    try:
        answers = assessor.infer([ready.film.prepared for ready in films])
    except HilumError as error:
        if len(films) > 1:
            return [row for ready in films for row in scored(assessor, [ready])]
        return [_row(replace(ready, stamp=None), None, str(error)) for ready in films]
    return [
        _row(ready, assessed, assessed.assessment.reason)
        for ready, assessed in zip(films, answers, strict=True)
    ]


def rescored(row: Row, assessed: Assessed) -> Row:
    """Return a row with another assessment of its film."""
    said = assessed.assessment
    return replace(
        row,
        status=Status.NOT_SCORED if said.reason else Status.SCORED,
        reason=said.reason,
        assessed=assessed,
        prepare_ms=said.prepare_ms,
        infer_ms=said.infer_ms,
    )


def _row(ready: Ready, assessed: Assessed | None, reason: str) -> Row:
    film = ready.film
    return Row(
        ready.index,
        ready.item,
        Status.NOT_SCORED if reason else Status.SCORED,
        reason,
        film.identity,
        film.warnings,
        assessed,
        film.thumbnail,
        film.rendering,
        film.read_ms,
        film.prepare_ms,
        assessed.assessment.infer_ms if assessed else 0.0,
        film.content_sha256,
        ready.stamp,
    )
