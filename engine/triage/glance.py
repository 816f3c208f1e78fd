"""The list of a store that is a file in today's form, read before the store itself is opened.

SQLAlchemy takes longer to import than SQLite to read the lines of 100,000 films.
"""

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.home import home
from engine.triage.lines import Head, Scores, joined, records

HEAD = "0002"
"""The last step in ``migrations/versions``."""

_AT_ONCE = 10_000
_BUSY_S = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """All films of a store, in the order in which they came: see `engine.triage.lines`."""

    lines: list[str]
    head: Head
    scores: Scores


class Cursor(Protocol):
    """A database driver's own, over (line, record)."""

    def fetchmany(self, size: int = ..., /) -> Sequence[tuple[str, bytes]]:
        """Return the next rows, none at the end."""


def standard_address() -> str:
    """Return the file of the user's own store."""
    return str(home() / "worklist.db")


def gathered(cursor: Cursor) -> Listing:
    """Return the list that a query gives. Raises ValueError where its records make no sense."""
    lines: list[str] = []
    parts = [records([])]
    while part := cursor.fetchmany(_AT_ONCE):
        lines += [line for line, _ in part]
        parts.append(records([record for _, record in part]))
    head, scores = joined(parts)
    return Listing(lines, head, scores)


def glance(address: str) -> Listing | None:
    """Return the list of a store; None where only opening it gives the list, or says why not."""
    path = Path(address).absolute()
    if "://" in address or not path.is_file():
        return None
    try:
        reading = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=_BUSY_S)
        with contextlib.closing(reading):
            reading.execute("BEGIN")
            form = reading.execute("SELECT version_num FROM alembic_version").fetchone()
            images, lines = reading.execute(
                "SELECT (SELECT COUNT(*) FROM images), (SELECT COUNT(*) FROM lines)"
            ).fetchone()
            if form != (HEAD,) or images != lines:
                return None
            return gathered(reading.execute("SELECT line, record FROM lines ORDER BY image_id"))
    except (sqlite3.Error, ValueError):
        return None
