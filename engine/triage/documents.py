"""Rows of documents: reports and PDF beside the films that they speak of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import Cancelled, NonImage, UnreadableImage
from engine.images import documents
from engine.images.film import NO_PICTURE
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool
from engine.triage.pipeline import Row, Status
from engine.triage.preparing import THUMBNAIL_PX
from engine.types import Identity


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """What a worker sends back of a document."""

    kind: str
    title: str
    identity: Identity
    warnings: tuple[str, ...]
    thumbnail: NDArray[np.uint8]


def with_documents(rows: Iterable[Row], pool: ReaderPool) -> Iterator[Row]:
    """Give the rows; what holds no picture is looked at again, and is no failure if a document."""
    for row in rows:
        pictureless = row.status is Status.UNREADABLE and row.reason.startswith(NO_PICTURE)
        if pictureless and isinstance(row.source, Candidate):
            yield _looked_at(row, row.source, pool)
        else:
            yield row


def _looked_at(row: Row, source: Candidate, pool: ReaderPool) -> Row:
    try:
        sheet = pool.run(_sheet, source)
    except (NonImage, Cancelled):
        return row
    except UnreadableImage as error:
        return replace(row, reason=str(error))
    return replace(
        row,
        status=Status.DOCUMENT,
        reason=documents.NOT_SCORED[sheet.kind],
        title=sheet.title,
        identity=sheet.identity,
        warnings=sheet.warnings,
        thumbnail=sheet.thumbnail,
    )


def _sheet(path: Path) -> _Sheet:
    """Read a document as far as its row needs it; runs in a worker."""
    found = documents.read_document(path)
    picture = documents.thumbnail(found, THUMBNAIL_PX)
    return _Sheet(found.kind, found.title, found.identity, found.warnings, picture)
