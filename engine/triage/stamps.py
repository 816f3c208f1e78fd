"""How a file is on its disc: what tells whether it was written to since."""

import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file was when it was read; another time, other bytes."""

    size: int
    mtime_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """Return how a file is now; None where none is there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
