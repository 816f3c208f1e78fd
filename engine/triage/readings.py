"""Reads and notes in the store: added, never changed; a study is read by one reader at a time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from engine.triage import audit, schema
from engine.triage.audit import Happened
from engine.triage.database import Database
from engine.triage.filing import study_columns
from engine.triage.pipeline import Row
from engine.triage.reading import Note, Read, ReadState, clean


class Readings:
    """What readers did; every method may raise UnusableStore."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def add(self, read: Read, *, film: Row | None = None, over: bool = False) -> Read:
        """Add a step in the reading of a study; return the step that holds now.

        That is another reader's where they are reading the study: then nothing was added.

        Parameters
        ----------
        film : Row or None
            A film of the study, which is entered if the store does not know it.
        over : bool
            Whether to take the study over from whoever is reading it.
        """
        with self._database.writing() as connection:
            before = _latest(connection, read.study)
            if before is not None and before.held_from(read.reader) and not over:
                return before
            now = self._clock()
            at = now.isoformat(timespec="milliseconds")
            if film is not None:
                _enter(connection, film, at)
            columns = schema.reads.insert().returning(schema.reads.c.id)
            number = connection.execute(columns, _columns(read, at)).scalar_one()
            entry = audit.message(
                Happened.READ,
                at=now,
                studies=[read.study],
                user=read.reader,
                details=_said(read, before),
            )
            audit.append(connection, entry)
        return replace(read, at=at, number=number)

    def latest(self, *, after: int = 0) -> tuple[Read, ...]:
        """Return the step that holds of every study with one after that number, by number."""
        table = schema.reads
        last = sa.select(sa.func.max(table.c.id)).where(table.c.id > after)
        query = sa.select(table).where(table.c.id.in_(last.group_by(table.c.study_key)))
        with self._database.reading() as connection:
            return tuple(map(_read, connection.execute(query.order_by(table.c.id)).mappings()))

    def of(self, study: str) -> tuple[Read, ...]:
        """Return all steps in the reading of a study, the first one first."""
        query = sa.select(schema.reads).where(schema.reads.c.study_key == study)
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(schema.reads.c.id)).mappings()
            return tuple(map(_read, found))

    def add_note(self, note: Note, *, film: Row | None = None) -> None:
        """Add a note to a study; ``film`` as for `add`."""
        at = self._clock().isoformat(timespec="milliseconds")
        with self._database.writing() as connection:
            if film is not None:
                _enter(connection, film, at)
            row = {"study_key": note.study, "reader": note.reader, "at": at}
            connection.execute(schema.notes.insert(), {**row, "text": clean(note.text)})

    def notes(self, study: str) -> tuple[Note, ...]:
        """Return all notes on a study, the first one first."""
        table = schema.notes
        query = sa.select(table).where(table.c.study_key == study).order_by(table.c.id)
        with self._database.reading() as connection:
            found = connection.execute(query).mappings().all()
        return tuple(Note(study, row["reader"], row["text"], row["at"]) for row in found)


def _latest(connection: sa.Connection, study: str) -> Read | None:
    table = schema.reads
    query = sa.select(table).where(table.c.study_key == study).order_by(table.c.id.desc()).limit(1)
    found = connection.execute(query).mappings().one_or_none()
    return None if found is None else _read(found)


def _enter(connection: sa.Connection, film: Row, at: str) -> None:
    """Enter a film's study where it is unknown; writers go one after the other."""
    row = study_columns(film, at)
    known = sa.select(schema.studies.c.id).where(schema.studies.c.key == row["key"])
    if connection.execute(known).first() is None:
        connection.execute(schema.studies.insert(), row)


def _columns(read: Read, at: str) -> dict[str, object]:
    return {
        "study_key": read.study,
        "reader": read.reader,
        "state": read.state.value,
        "verdicts": dict(read.verdicts),
        "settings": dict(read.settings),
        "at": at,
    }


def _read(row: sa.RowMapping) -> Read:
    return Read(
        row["study_key"],
        row["reader"],
        ReadState(row["state"]),
        row["verdicts"],
        row["settings"],
        row["at"],
        row["id"],
    )


def _said(read: Read, before: Read | None) -> dict[str, str]:
    """Return what the audit trail is told of a step: the state, and verdicts that changed."""
    old = {} if before is None else before.verdicts
    names = sorted({*read.verdicts, *old})
    changed = [name for name in names if read.verdicts.get(name) != old.get(name)]
    said = {"state": read.state.value}
    if changed:
        said["findings"] = " ".join(changed)
        said["verdicts"] = " ".join(read.verdicts.get(name, "none") for name in changed)
    if "revealed" in read.settings:
        said["revealed"] = "yes" if read.settings["revealed"] else "no"
    return said
