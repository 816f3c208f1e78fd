"""Rows of the worklist <-> columns of the store."""

from dataclasses import asdict
from typing import Any

import cv2
import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from engine.errors import UnusableStore
from engine.triage.database import DAMAGED
from engine.triage.lines import location
from engine.triage.pipeline import Found, Row, Stamp, Status
from engine.triage.reading import clean, study_key
from engine.triage.schema import STUDY_IDENTITY
from engine.types import Assessed, Assessment, Identity, frozen

ASSESSMENT = TypeAdapter(Assessment)
_IDENTITY = TypeAdapter(Identity)


def study_columns(row: Row, at: str) -> dict[str, Any]:
    """Return the columns of a row's study."""
    said = {name: clean(getattr(row.identity, name)) for name in STUDY_IDENTITY}
    return {"key": study_key(row), **said, "met_at": at}


def film_columns(row: Row, at: str) -> dict[str, Any]:
    """Return the columns of a row's file."""
    who = {name: clean(value) for name, value in asdict(row.identity).items()}
    return {
        "location": location(row.source),
        "name": clean(row.name),
        "relative": clean(row.source.relative),
        "size": row.stamp.size if row.stamp else None,
        "mtime_ns": row.stamp.mtime_ns if row.stamp else None,
        "content_sha256": row.content_sha256,
        "study_key": study_key(row) if row.content_sha256 else None,
        "sop_instance_uid": who["sop_instance_uid"],
        "status": row.status.value,
        "reason": clean(row.reason),
        "identity": who,
        "warnings": [clean(word) for word in row.warnings],
        "thumbnail_png": _png(row.thumbnail),
        "read_ms": row.read_ms,
        "met_at": at,
    }


def assessment_columns(
    content_sha256: str, assessed: Assessed, graph_sha256: str, at: str
) -> dict[str, Any]:
    """Return the columns of an assessment of a content."""
    said, offset = assessed.assessment, assessed.offset
    return {
        "content_sha256": content_sha256,
        "model_id": said.model_id,
        "model_version": said.model_version,
        "model_sha256": said.model_sha256,
        "graph_sha256": graph_sha256,
        "preprocessing_sha256": said.preprocessing_sha256,
        "correction": said.correction,
        "assessment": ASSESSMENT.dump_python(said, mode="json"),
        "offset": None if offset is None else offset.tolist(),
        "made_at": at,
    }


def counts(films: list[dict[str, Any]], said: list[dict[str, Any]]) -> dict[str, str]:
    """Return what the audit trail is told of a batch."""
    unreadable = sum(film["status"] == Status.UNREADABLE for film in films)
    counts = {"films": str(len(films)), "unreadable": str(unreadable)}
    return counts | ({"model_sha256": said[0]["model_sha256"]} if said else {})


def row_of(item: Found, stamp: Stamp, found: sa.RowMapping) -> Row:
    """Return the row of a file from its columns and those of its assessment, if it has one.

    Raises
    ------
    UnusableStore
        Where the columns make no sense.
    """
    try:
        identity = _IDENTITY.validate_python(found["identity"])
        said = found["assessment"] and ASSESSMENT.validate_python(found["assessment"])
    except ValidationError as error:
        raise UnusableStore(DAMAGED) from error
    offset = None if found["offset"] is None else frozen(np.array(found["offset"], np.float64))
    reason = said.reason if said else found["reason"]
    status = Status.SCORED if said else Status.UNREADABLE
    return Row(
        index=-1,
        source=item,
        status=Status.NOT_SCORED if said and reason else status,
        reason=reason,
        identity=identity,
        warnings=tuple(found["warnings"]),
        assessed=Assessed(said, None, offset) if said else None,
        thumbnail=picture(found["thumbnail_png"]),
        read_ms=found["read_ms"],
        prepare_ms=said.prepare_ms if said else 0.0,
        infer_ms=said.infer_ms if said else 0.0,
        content_sha256=found["content_sha256"],
        stamp=stamp,
    )


def _png(picture: NDArray[np.uint8] | None) -> bytes | None:
    return None if picture is None else cv2.imencode(".png", picture)[1].tobytes()


def picture(png: bytes | None) -> NDArray[np.uint8] | None:
    """Return the picture of a PNG; None where there is none."""
    if png is None:
        return None
    found = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    return None if found is None else found.astype(np.uint8, copy=False)
