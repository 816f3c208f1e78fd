"""The store's list: one narrow row a film beside the wide ones, so that all are read in a breath.

The rows of ``images`` and ``assessments`` hold JSON and pictures: 100,000 of them are half a
gigabyte to read and seconds to understand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from engine.errors import UnusableStore
from engine.triage import schema
from engine.triage.database import DAMAGED
from engine.triage.filing import picture, row_of
from engine.triage.glance import Cursor, Listing, gathered
from engine.triage.lines import location, pack, source_of
from engine.triage.pipeline import Row, Stamp, Status

_STEP = 500
_WITHOUT = (
    sa.select(schema.images.c.id).outerjoin(schema.lines).where(schema.lines.c.line.is_(None))
)


def telling(connection: sa.Connection, rows: Sequence[Row]) -> Sequence[Row]:
    """Leave out rows that failed by circumstance where more is known of their films."""
    failed = {
        location(row.source): row.content_sha256
        for row in rows
        if row.stamp is None and row.assessed is None
    }
    if not failed:
        return rows
    images = schema.images.c
    query = sa.select(images.location, images.content_sha256).where(
        images.location.in_(failed), images.content_sha256 != ""
    )
    known = {place for place, content in connection.execute(query)
             if failed[place] in ("", content)}  # fmt: skip
    return [row for row in rows if row.assessed or location(row.source) not in known]


def keep(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Write the lines of rows whose images are written."""
    by_place = {location(row.source): row for row in rows}
    images = schema.images.c
    found = connection.execute(
        sa.select(images.id, images.location, images.met_at).where(images.location.in_(by_place))
    ).all()
    connection.execute(
        sa.delete(schema.lines).where(schema.lines.c.image_id.in_(i for i, *_ in found))
    )
    _add(connection, ((image, at, by_place[place]) for image, place, at in found))


def unlisted(connection: sa.Connection) -> bool:
    """Whether there are images without a line: those of an earlier form of the store."""
    films = sa.select(sa.func.count()).select_from(schema.images)
    lines = sa.select(sa.func.count()).select_from(schema.lines)
    return bool(connection.execute(films).scalar() != connection.execute(lines).scalar())


def complete(connection: sa.Connection) -> None:
    """Write the lines that are missing; of several models' words the latest."""
    images, said = schema.images.c, schema.assessments.c
    same = said.content_sha256 == images.content_sha256
    latest = sa.select(sa.func.max(said.id)).where(same).correlate(schema.images)
    query = (
        sa.select(schema.images, said.assessment, said.offset)
        .outerjoin(schema.assessments, said.id == latest.scalar_subquery())
        .where(images.id.in_(_WITHOUT))
        .limit(_STEP)
    )
    while found := connection.execute(query).mappings().all():
        _add(connection, ((image["id"], image["met_at"], _row(image)) for image in found))


def read(connection: sa.Connection, *, after: int = 0, unscored: Sequence[str] = ()) -> Listing:
    """Return the list, or what stands in it behind a film; and films that are scored by now.

    Parameters
    ----------
    unscored : sequence of str
        Where films lie that had no score when they were listed.

    Raises
    ------
    UnusableStore
        Where the records make no sense.
    """
    columns = schema.lines.c
    last = connection.execute(sa.select(sa.func.max(columns.image_id))).scalar() or 0
    query = sa.select(columns.line, columns.record).order_by(columns.image_id)
    images = schema.images.c
    scored = sa.select(images.id).where(
        images.location.in_(unscored), images.status == Status.SCORED.value, images.id <= after
    )
    behind = columns.image_id > after
    wanted = sa.or_(behind, columns.image_id.in_(scored)) if unscored else behind
    query = query.where(wanted, columns.image_id <= last)
    try:
        # The driver's own cursor: SQLAlchemy's rows would cost as much again.
        return gathered(cast(Cursor, connection.execute(query).cursor), max(last, after))
    except ValueError as error:
        raise UnusableStore(DAMAGED) from error


def thumbnails(
    connection: sa.Connection, locations: Sequence[str]
) -> list[NDArray[np.uint8] | None]:
    """Return pictures (rows, columns) or (rows, columns, 3), None where there is none."""
    images = schema.images.c
    query = sa.select(images.location, images.thumbnail_png).where(images.location.in_(locations))
    found = {place: picture(png) for place, png in connection.execute(query)}
    return [found.get(place) for place in locations]


def _add(connection: sa.Connection, films: Iterator[tuple[int, str, Row]]) -> None:
    made: list[dict[str, Any]] = []
    for image, met_at, row in films:
        line, record = pack(row, datetime.fromisoformat(met_at).timestamp())
        made.append({"image_id": image, "line": line.decode(), "record": record})
    if made:
        connection.execute(schema.lines.insert(), made)


def _row(image: sa.RowMapping) -> Row:
    source = source_of(image["location"], image["name"], image["relative"])
    row = row_of(source, Stamp(image["size"] or 0, image["mtime_ns"] or 0), image)
    if row.assessed is None:
        row = replace(row, status=Status(image["status"]), reason=image["reason"])
    return row if image["size"] is not None else replace(row, stamp=None)
