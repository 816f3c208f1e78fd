"""Readers' verdicts from a table of reports (CSV): forgiving, and every row that fails says why.

The first line names the columns; comma, semicolon or tab between them; UTF-8 or Windows-1252.
One column says which study a row is about: ``accession``, ``study_instance_uid``,
``sop_instance_uid`` or ``file`` (spelling, spaces and case do not matter). Then either

- a column for each finding by its name (``abnormal``, ``COVID-19`` ...), with yes or no, or
- the columns ``finding`` and ``verdict``, a row for each of them.

Yes is ``1``, ``yes``, ``true``, ``positive``, ``present``, ``+``, ``x``, ``ja``, ``oui``, ``sí``,
``是``; no is ``0``, ``no``, ``false``, ``negative``, ``absent``, ``-``, ``nein``, ``non``, ``否``;
an empty cell, ``?``, ``n/a`` or ``unknown`` states nothing. Messages name lines and columns of
ours, never what stands in a cell.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import HilumError
from engine.triage.discordance import Verdict

_MOST_BYTES = 64 << 20
# fmt: off
_YES = frozenset((
    "1", "yes", "y", "true", "t", "positive", "pos", "present", "+", "x", "ja", "j", "oui", "o",
    "sí", "si", "是", "阳性",
))
_NO = frozenset((
    "0", "no", "n", "false", "f", "negative", "neg", "absent", "-", "–", "nein", "non", "否",
    "阴性",
))
# fmt: on
_UNSTATED = frozenset(("", "?", "na", "n/a", "nan", "none", "unknown", "unclear", "uncertain"))
_KEYS = {
    "accession_number": ("accession", "accessionnumber", "accessionno", "order", "ordernumber"),
    "study_instance_uid": ("study", "studyuid", "studyinstanceuid"),
    "sop_instance_uid": ("image", "sopuid", "sopinstanceuid", "instanceuid"),
    "file": ("file", "filename", "path", "name", "imagefile"),
}
_FINDING = ("finding", "label", "diagnosis")
_VERDICT = ("verdict", "present", "result", "value", "reader")
_ALIASES = {"covid": "covid19", "opacity": "lungopacity", "pneumoniaany": "pneumonia"}


class UnreadableReports(HilumError):
    """The table as a whole is none."""


@dataclass(frozen=True, slots=True)
class Reports:
    """What a table says.

    Attributes
    ----------
    key : str
        What names a study in it: ``accession_number``, ``study_instance_uid``,
        ``sop_instance_uid`` or ``file`` (the file's name without folders).
    problems : tuple of str
        A sentence for each row that could not be used, in full or in part.
    """

    key: str
    verdicts: tuple[Verdict, ...]
    problems: tuple[str, ...]


def read_reports(path: Path, findings: Sequence[str]) -> Reports:
    """Read a table of reports on these findings.

    Raises
    ------
    UnreadableReports
        Where it cannot be read, is too large, or has no column for the study or none for a finding.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableReports("The table is larger than 64 MB.")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableReports(f"The table cannot be read: {error.strerror}.") from error
    return reports_of(_text(data), findings)


def reports_of(text: str, findings: Sequence[str]) -> Reports:
    """Read a table that is text already: see `read_reports`."""
    head = text.split("\n", 1)[0]
    between = max(";\t,", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    try:
        columns = [_plain(name) for name in next(lines, [])]
        key, at = _key_of(columns)
        named = _columns_of(columns, findings)
        long = _long_of(columns)
        if not (named or long):
            raise UnreadableReports(
                "No column is named after a finding of the model, and there are no columns"
                ' "finding" and "verdict".'
            )
        reader = _Reader(key, at, named, long, {_plain(name): name for name in findings})
        for cells in lines:
            reader.take(lines.line_num, cells)
    except csv.Error as error:
        raise UnreadableReports(f"The table is damaged at line {lines.line_num}.") from error
    return Reports(key, tuple(reader.verdicts), tuple(reader.problems))


class _Reader:
    """Takes rows; what it cannot use becomes a problem."""

    def __init__(
        self,
        key: str,
        at: int,
        named: Mapping[int, str],
        long: tuple[int, int] | None,
        findings: Mapping[str, str],
    ) -> None:
        self._key, self._at, self._named, self._long = key, at, named, long
        self._findings = findings
        self.verdicts: list[Verdict] = []
        self.problems: list[str] = []

    def take(self, line: int, cells: Sequence[str]) -> None:
        if not any(cell.strip() for cell in cells):
            return
        study = _study(self._key, _cell(cells, self._at))
        if not study:
            self.problems.append(f"Line {line} does not say which study it is about.")
            return
        stated = self._wide(cells) if self._long is None else self._one(line, cells, self._long)
        for finding, word in stated:
            if word in _YES or word in _NO:
                self.verdicts.append(Verdict(study, finding, word in _YES))
            elif word not in _UNSTATED:
                self.problems.append(f"Line {line}: {finding} is neither yes nor no.")

    def _wide(self, cells: Sequence[str]) -> Iterable[tuple[str, str]]:
        return [(finding, _cell(cells, at)) for at, finding in self._named.items()]

    def _one(
        self, line: int, cells: Sequence[str], long: tuple[int, int]
    ) -> Iterator[tuple[str, str]]:
        found = self._findings.get(_alias(_plain(_cell(cells, long[0]))))
        if found is None:
            self.problems.append(f"Line {line} names a finding that the model does not have.")
            return
        yield found, _cell(cells, long[1])


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _alias(name: str) -> str:
    return _ALIASES.get(name, name)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at].strip().casefold() if at < len(cells) else ""


def _key_of(columns: Sequence[str]) -> tuple[str, int]:
    for key, names in _KEYS.items():
        for at, column in enumerate(columns):
            if column in names:
                return key, at
    raise UnreadableReports(
        'No column says which study a row is about: "accession", "study_instance_uid",'
        ' "sop_instance_uid" or "file".'
    )


def _columns_of(columns: Sequence[str], findings: Sequence[str]) -> dict[int, str]:
    known = {_plain(name): name for name in findings}
    return {at: known[_alias(c)] for at, c in enumerate(columns) if _alias(c) in known}


def _long_of(columns: Sequence[str]) -> tuple[int, int] | None:
    found = [
        next((at for at, c in enumerate(columns) if c in of), -1) for of in (_FINDING, _VERDICT)
    ]
    return (found[0], found[1]) if min(found) >= 0 else None


def study_key(key: str, value: str) -> str:
    """Return what a film is called in a table with that key, to be compared with its verdicts."""
    return _study(key, value.strip().casefold())


def _study(key: str, value: str) -> str:
    return re.split(r"[\\/!]", value)[-1] if key == "file" else value
