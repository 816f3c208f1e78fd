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
from engine.triage.lines import Head, Joining, Scores, records

HEAD = "0002"
"""The last step in ``migrations/versions``."""

_AT_ONCE = 256
_BUSY_S = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Films of a store, in the order in which they came: see `engine.triage.lines`.

    ``last`` is the number of the last film in the store: what has a higher one came later.
    """

    lines: list[bytes]
    head: Head
    scores: Scores
    last: int = 0


class Cursor(Protocol):
    """A database driver's own, over (line, record); a line as text or in UTF-8."""

    def fetchmany(self, size: int = ..., /) -> Sequence[tuple[str | bytes, bytes]]:
        """Return the next rows, none at the end."""


def standard_address() -> str:
    """Return the file of the user's own store."""
    return str(home() / "worklist.db")


def gathered(cursor: Cursor, last: int, films: int = 0) -> Listing:
    """Return the list that a query gives, up to the ``last``, of so many films if that is known.

    Raises
    ------
    ValueError
        Where its records make no sense.
    """
    lines: list[bytes] = []
    joining = Joining(films)
    while part := cursor.fetchmany(_AT_ONCE):
        own, packed = zip(*part, strict=True)
        lines += (line if isinstance(line, bytes) else line.encode() for line in own)
        joining.add(*records(packed))
    return Listing(lines, *joining.joined(), last)


def glance(address: str) -> Listing | None:
    """Return the list of a store; None where only opening it gives the list, or says why not."""
    path = Path(address).absolute()
    if "://" in address:
        return None
    try:
        if not path.is_file():
            return None
        reading = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=_BUSY_S)
        with contextlib.closing(reading):
            reading.execute("BEGIN")
            form = reading.execute("SELECT version_num FROM alembic_version").fetchone()
            if form != (HEAD,):
                return None
            (films,) = reading.execute("SELECT COUNT(*) FROM images").fetchone()
            (last,) = reading.execute("SELECT MAX(image_id) FROM lines").fetchone()
            query = "SELECT CAST(line AS BLOB), record FROM lines ORDER BY image_id"
            found = gathered(reading.execute(query), last or 0, films)
            return found if len(found.lines) == films else None
    except (sqlite3.Error, ValueError, OSError):
        return None
