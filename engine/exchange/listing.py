"""The list as it is to be read, as one file: CSV, JSON Lines or XLSX.

Each row is that of `engine.exchange.results` with its place, its lane and whether it was pinned or
is STAT before it; ``urgency`` is under the weights that were in force.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from engine.exchange.results import Recorder
from engine.triage.pipeline import Row
from engine.triage.queue import Waiting

Films = Iterable[tuple[Row, Waiting]]
"""Rows with their standing, in the order in which they are to be read."""

_BEFORE = ("place", "lane", "pinned", "stat")
_WIDTH = 14


def as_csv(films: Films, recorder: Recorder) -> bytes:
    """Return the list as CSV (RFC 4180, UTF-8)."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(_table(films, recorder))
    return _bytes(stream.getvalue())


def as_json_lines(films: Films, recorder: Recorder) -> bytes:
    """Return the list as JSON Lines, an object a film."""
    lines = (json.dumps(record, ensure_ascii=False) for record in _records(films, recorder))
    return _bytes("".join(f"{line}\n" for line in lines))


def as_xlsx(films: Films, recorder: Recorder) -> bytes:
    """Return the list as a workbook (ISO/IEC 29500) of one sheet, no cell a formula or a link."""
    # Imported where it is used: the window is not to wait for it.
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Worklist")
    bold = book.add_format({"bold": True})
    last = row = 0
    for row, cells in enumerate(_table(films, recorder)):
        last = len(cells) - 1
        for column, value in enumerate(cells):
            if isinstance(value, int | float):
                sheet.write_number(row, column, value)
            elif value not in (None, ""):
                text = _bytes(str(value)).decode()
                sheet.write_string(row, column, text, bold if row == 0 else None)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row, last)
    sheet.set_column(0, last, _WIDTH)
    book.close()
    return stream.getvalue()


KINDS: dict[str, Callable[[Films, Recorder], bytes]] = {
    ".csv": as_csv,
    ".jsonl": as_json_lines,
    ".xlsx": as_xlsx,
}
"""Suffix -> how the list is written so."""


def _records(films: Films, recorder: Recorder) -> Iterator[dict[str, Any]]:
    for place, (row, film) in enumerate(films, 1):
        record = recorder.record(row)
        if record["urgency"] is not None:
            record["urgency"] = round(film.urgency, 6)
        before = (place, film.lane.value, film.pinned, film.stat)
        yield dict(zip(_BEFORE, before, strict=True)) | record


def _table(films: Films, recorder: Recorder) -> Iterator[list[object]]:
    yield [*_BEFORE, *recorder.columns()]
    for record in _records(films, recorder):
        marks = ("yes" if record[name] else "" for name in _BEFORE[2:])
        yield [record["place"], record["lane"], *marks, *recorder.cells(record)]


def _bytes(text: str) -> bytes:
    """Encode text; half a surrogate, as a file's name may hold, is written as its number."""
    return text.encode("utf-8", "backslashreplace")
