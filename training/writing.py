"""What the commands leave behind: files that are whole or not there, and bars on stderr."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import track

from engine.writing import replacing

T = TypeVar("T")


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text as `replacing` does."""
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes as `replacing` does."""
    with replacing(path) as beside:
        beside.write_bytes(content)


def write_json(path: Path, values: Any, *, allow_nan: bool = True) -> None:  # noqa: ANN401
    """Write plain values as `replacing` does; without ``allow_nan`` a ValueError for NaN."""
    write_text(path, json.dumps(values, indent=1, allow_nan=allow_nan))


def progress(items: Iterable[T], words: str, total: float | None = None) -> Iterable[T]:
    """Show a bar on stderr: results alone belong on stdout."""
    return track(items, words, total=total, console=Console(stderr=True))
