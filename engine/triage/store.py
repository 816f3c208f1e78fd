"""The store: every film that was met, what models said of it, and what readers did.

A film is known by where it lies, its content by SHA-256, and an assessment belongs to content,
model and preprocessing: it is made once, never changed, and stays when another model comes.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Self

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from pydantic import TypeAdapter
from sqlalchemy.dialects import postgresql, sqlite

from engine.images.intake import Candidate
from engine.images.marks import Markup
from engine.models.assess import Assessor
from engine.models.card import ModelCard
from engine.models.passport import Passport
from engine.triage import audit, listing, schema
from engine.triage.audit import Happened
from engine.triage.database import BUSY_S, Database
from engine.triage.filing import (
    ASSESSMENT,
    assessment_columns,
    counts,
    film_columns,
    row_of,
    study_columns,
)
from engine.triage.glance import Listing
from engine.triage.lines import location
from engine.triage.pipeline import Keeping, Row, Stamp, Status
from engine.triage.reading import study_key
from engine.triage.readings import Readings
from engine.types import Assessment

_MARKUP = TypeAdapter(Markup)
_PASSPORT = "thresholds"


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment, and whether another model than the one asked about made it."""

    assessment: Assessment
    graph_sha256: str
    made_at: str
    old: bool


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """One store, for any thread; several programs may use it at once.

    Raises
    ------
    UnusableStore
        With a sentence, here and in every method: locked, full, damaged, of a newer Hilum, gone.
    """

    def __init__(
        self,
        address: str,
        *,
        busy_s: float = BUSY_S,
        create: bool = True,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._database = Database(address, busy_s=busy_s, create=create)
        self._clock = clock
        self.readings = Readings(self._database, clock)

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._database.close()

    # films

    def keeping(
        self,
        assessor: Assessor,
        *,
        resume: bool = True,
        unless: Callable[[Row], bool] | None = None,
    ) -> Keeping:
        """Return what a pipeline needs to go on from the store and to add to it.

        Parameters
        ----------
        resume : bool
            Whether films that are known and unchanged are taken from the store.
        unless : callable or None
            Of those, the ones to read again all the same.
        """
        card, sha256 = assessor.card, assessor.model_sha256
        recipe = card.preprocessing.sha256

        def known(item: Candidate, stamp: Stamp) -> Row | None:
            row = self.known(item, stamp, model_sha256=sha256, preprocessing_sha256=recipe)
            return None if row and unless and unless(row) else row

        def keep(rows: Sequence[Row]) -> None:
            self.keep(rows, graph_sha256=card.graph_sha256)

        return Keeping(known if resume else (lambda _item, _stamp: None), keep)

    def known(
        self, item: Candidate, stamp: Stamp, *, model_sha256: str, preprocessing_sha256: str
    ) -> Row | None:
        """Return the row of a file that is as it was and that this model has assessed."""
        films, said = schema.images.c, schema.assessments.c
        same = sa.and_(
            said.content_sha256 == films.content_sha256,
            said.model_sha256 == model_sha256,
            said.preprocessing_sha256 == preprocessing_sha256,
            said.correction == "",
        )
        query = (
            sa.select(schema.images, said.assessment, said.offset)
            .outerjoin(schema.assessments, same)
            .where(films.location == location(item))
            .where(films.size == stamp.size, films.mtime_ns == stamp.mtime_ns)
        )
        with self._database.reading() as connection:
            found = connection.execute(query).mappings().one_or_none()
        if found is None or (found["assessment"] is None and found["status"] != Status.UNREADABLE):
            return None
        return row_of(item, stamp, found)

    def keep(self, rows: Sequence[Row], *, graph_sha256: str = "") -> None:
        """Store rows, all or none; an assessment that is there already stays as it is.

        So does what is known of a film that could not be read this time.
        """
        with self._database.writing() as connection:
            self._keep(connection, listing.telling(connection, rows), graph_sha256)

    def _keep(self, connection: sa.Connection, rows: Sequence[Row], graph_sha256: str) -> None:
        now = self._clock()
        at = now.isoformat(timespec="milliseconds")
        films = list({location(row.source): film_columns(row, at) for row in rows}.values())
        studies = list(
            {study_key(row): study_columns(row, at) for row in rows if row.content_sha256}.values()
        )
        said = [
            assessment_columns(row.content_sha256, row.assessed, graph_sha256, at)
            for row in rows
            if row.content_sha256 and row.assessed
        ]
        self._insert(connection, schema.studies, studies, "key")
        self._insert(connection, schema.images, films, "location", update=True)
        self._insert(connection, schema.assessments, said)
        listing.keep(connection, rows)
        if films:
            entry = audit.message(
                Happened.SCORED,
                at=now,
                studies=sorted({film["study_key"] for film in films if film["study_key"]}),
                details=counts(films, said),
            )
            audit.append(connection, entry)

    def lines(self, after: int = 0, unscored: Sequence[str] = ()) -> Listing:
        """Return the films of the store as a list shows them, in the order in which they came.

        Parameters
        ----------
        after : int
            ``Listing.last`` of what is known; 0 for all films.
        unscored : sequence of str
            Where known films lie that have no score: those that have one by now are given, too.
        """
        with self._database.reading() as connection:
            unlisted = not after and listing.unlisted(connection)
        if unlisted:
            with self._database.writing() as connection:
                listing.complete(connection)
        with self._database.reading() as connection:
            return listing.read(connection, after=after, unscored=unscored)

    def thumbnails(self, locations: Sequence[str]) -> list[NDArray[np.uint8] | None]:
        """Return the small pictures of films by where they lie; None where there is none."""
        with self._database.reading() as connection:
            return listing.thumbnails(connection, locations)

    def assessments(
        self, content_sha256: str, *, model_sha256: str = ""
    ) -> tuple[StoredAssessment, ...]:
        """Return what all models said of a content, the first one first.

        ``model_sha256`` is the model in use: what others said is marked as old.
        """
        columns = schema.assessments.c
        query = sa.select(schema.assessments).where(columns.content_sha256 == content_sha256)
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(columns.id)).mappings().all()
        return tuple(
            StoredAssessment(
                ASSESSMENT.validate_python(row["assessment"]),
                row["graph_sha256"],
                row["made_at"],
                row["model_sha256"] != model_sha256,
            )
            for row in found
        )

    # measurements

    def add_measurements(self, film_key: str, markup: Markup, *, reader: str = "") -> None:
        """Keep a film's marks as they are now, by `engine.images.keeping.film_key`."""
        with self._adding() as (connection, _, at):
            marks = _MARKUP.dump_python(markup, mode="json")
            row = {"film_key": film_key, "reader": reader, "markup": marks, "at": at}
            connection.execute(schema.measurements.insert(), row)

    def measurements(self, film_key: str) -> Markup:
        """Return a film's marks as they were kept last."""
        found = self._all(schema.measurements, schema.measurements.c.film_key == film_key)
        return _MARKUP.validate_python(found[-1]["markup"]) if found else Markup()

    # settings

    def set(self, name: str, value: Any, *, user: str = "") -> None:  # noqa: ANN401 - any JSON
        """Change a setting; earlier values stay, with their moment."""
        with self._adding() as (connection, now, at):
            connection.execute(schema.settings.insert(), {"name": name, "value": value, "at": at})
            entry = audit.message(
                Happened.SETTING_CHANGED, at=now, user=user, details={"setting": name}
            )
            audit.append(connection, entry)

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - any JSON
        """Return a setting as it is now."""
        found = self._all(schema.settings, schema.settings.c.name == name)
        return found[-1]["value"] if found else default

    def set_thresholds(self, passport: Passport, *, user: str = "") -> None:
        """Set thresholds; they hold for the one model that their passport names."""
        self.set(_PASSPORT, asdict(passport), user=user)

    def thresholds(self, card: ModelCard, model_sha256: str) -> Mapping[str, float]:
        """Return the thresholds of a model; none where none were ever set.

        Raises
        ------
        UnusableThresholds
            Where they were set for another model: they have to be calibrated again.
        """
        value = self.get(_PASSPORT)
        if value is None:
            return {}
        passport = Passport.of(value)
        passport.check(card, model_sha256)
        return passport.thresholds

    # audit

    def log(
        self,
        happened: Happened,
        *,
        studies: Sequence[str] = (),
        user: str = "",
        details: Mapping[str, str] | None = None,
    ) -> None:
        """Enter into the audit trail what happened outside the store: opened, exported."""
        with self._adding() as (connection, now, _):
            said = audit.message(happened, at=now, studies=studies, user=user, details=details)
            audit.append(connection, said)

    def verify(self, *, noted: str = "") -> audit.Verdict:
        """Check the audit trail, and enter that it was checked."""
        with self._database.reading() as connection:
            verdict = audit.verify(connection, noted=noted)
        if not verdict.problems:
            self.log(Happened.VERIFIED, details={"head": verdict.head})
        return verdict

    @contextlib.contextmanager
    def _adding(self) -> Iterator[tuple[sa.Connection, datetime, str]]:
        now = self._clock()
        with self._database.writing() as connection:
            yield connection, now, now.isoformat(timespec="milliseconds")

    def _all(self, table: sa.Table, where: sa.ColumnElement[bool]) -> Sequence[sa.RowMapping]:
        with self._database.reading() as connection:
            query = sa.select(table).where(where).order_by(table.c.id)
            return connection.execute(query).mappings().all()

    def _insert(
        self,
        connection: sa.Connection,
        table: sa.Table,
        rows: list[dict[str, Any]],
        unique: str = "",
        *,
        update: bool = False,
    ) -> None:
        """Insert what is not there; what is stays, or is brought up to date."""
        if not rows:
            return
        insert = (sqlite if self._database.dialect == "sqlite" else postgresql).insert(table)
        if update:
            new = {
                name: insert.excluded[name] for name in rows[0] if name not in (unique, "met_at")
            }
            insert = insert.on_conflict_do_update(index_elements=[unique], set_=new)
        else:
            insert = insert.on_conflict_do_nothing()
        connection.execute(insert, rows)
