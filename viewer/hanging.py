"""Hanging protocols: which films stand where; read from a small file, planned by pure functions."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import HilumError
from engine.home import home, resources
from engine.triage.pipeline import Row, Status
from viewer import patients
from viewer.films import FilmRows

AUTOMATIC = "Automatic"
MOST_ROWS, MOST_COLUMNS = 3, 4
_SLOT = re.compile(r"(?:(current)|prior(?: ([1-9]))?) (frontal|lateral|any)")
_KNOWN = {"name", "rows", "columns", "slots", "link"}


class BadProtocol(HilumError):
    """A hanging protocol file that cannot be used, and where the fault is."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What one viewport is meant for: 0 the current study, 1 the latest prior, and so on."""

    prior: int
    view: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """A grid of viewports; without slots they are filled with the patient's films in order.

    ``link`` joins zoom, pan and window when it is chosen.
    """

    name: str
    rows: int = 1
    columns: int = 1
    slots: tuple[Slot, ...] = ()
    link: bool = False

    @property
    def count(self) -> int:
        """The number of viewports."""
        return self.rows * self.columns


Plan = tuple[int | None, ...]

GRIDS = tuple(
    Protocol(f"{rows}x{columns}", rows, columns)
    for rows in range(1, MOST_ROWS + 1)
    for columns in range(1, MOST_COLUMNS + 1)
)
SINGLE = GRIDS[0]


def user_file() -> Path:
    """Return where the reader's own protocols may lie."""
    return home() / "hanging.toml"


def shipped() -> tuple[tuple[Protocol, ...], str]:
    """Return the protocols that come with Hilum, and what is wrong with their file."""
    return _read(resources() / "hanging.toml")


def load(own: Path | None = None) -> tuple[tuple[Protocol, ...], str]:
    """Return the protocols, the reader's own before the shipped ones, and what is wrong in theirs.

    A protocol of the reader's replaces the shipped one of that name.
    """
    given, broken = shipped()
    path = user_file() if own is None else own
    mine, problem = _read(path) if path.is_file() else ((), "")
    names = {protocol.name for protocol in mine}
    both = (*mine, *(protocol for protocol in given if protocol.name not in names))
    return both, problem or (f"{broken} Install Hilum again." if broken else "")


def _read(path: Path) -> tuple[tuple[Protocol, ...], str]:
    """Return a file's protocols, or none and what is wrong with it."""
    try:
        return parse(path.read_text(encoding="utf-8"), str(path)), ""
    except BadProtocol as error:
        return (), str(error)
    except (OSError, UnicodeDecodeError):
        return (), f"{path}: this file cannot be read as text."


def parse(text: str, source: str) -> tuple[Protocol, ...]:
    """Return the protocols of a TOML text.

    Raises
    ------
    BadProtocol
        Naming the file, the protocol and what is wrong with it.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadProtocol(f"{source}: not a TOML file: {error}.") from error
    tables: Any = found.pop("protocol", None)
    listed = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
    if found or not listed:
        raise BadProtocol(f"{source}: expected [[protocol]] tables and nothing else.")
    made: list[Protocol] = []
    for number, table in enumerate(tables, 1):
        where = f"{source}, protocol {number} ({table.get('name', 'without a name')})"
        made.append(_protocol(table, where))
        if made[-1].name in [AUTOMATIC, *(other.name for other in (*GRIDS, *made[:-1]))]:
            raise BadProtocol(f"{where}: this name is taken.")
    return tuple(made)


def _protocol(table: dict[str, Any], where: str) -> Protocol:
    for key in sorted(table.keys() - _KNOWN):
        raise BadProtocol(f"{where}: {key!r} is not known; {', '.join(sorted(_KNOWN))} are.")
    name, link = table.get("name"), table.get("link", False)
    if not isinstance(name, str) or not name.strip():
        raise BadProtocol(f"{where}: it needs a name.")
    if not isinstance(link, bool):
        raise BadProtocol(f"{where}: link is true or false.")
    sides = []
    for key, most in (("rows", MOST_ROWS), ("columns", MOST_COLUMNS)):
        side = table.get(key)
        if type(side) is not int or not 1 <= side <= most:
            raise BadProtocol(f"{where}: {key} is a whole number from 1 to {most}.")
        sides.append(side)
    slots = table.get("slots")
    count = sides[0] * sides[1]
    if not isinstance(slots, list) or not 1 <= len(slots) <= count:
        raise BadProtocol(f"{where}: slots is a list of 1 to {count} viewports.")
    rows, columns = sides
    return Protocol(name, rows, columns, tuple(_slot(slot, where) for slot in slots), link)


def _slot(words: object, where: str) -> Slot:
    found = _SLOT.fullmatch(words) if isinstance(words, str) else None
    if found is None:
        raise BadProtocol(
            f"{where}: {words!r} is no viewport; write for example 'current frontal', "
            "'current lateral', 'prior frontal', 'prior 2 any'."
        )
    current, number, view = found.groups()
    return Slot(0 if current else int(number or 1), view)


def plan(rows: Sequence[Row], selected: int, protocol: Protocol) -> Plan:
    """Return the row that each viewport shows, None where it stays empty.

    The selected row is always among them.
    """
    studies = patient_studies(rows, selected)
    if protocol.slots:
        places = _fill(rows, selected, protocol.slots, studies)
    else:
        places = [selected]
        places += [number for study in studies for number in study if number != selected]
    places = [*places, *[None] * protocol.count][: protocol.count]
    if selected not in places:
        places[0] = selected
    return tuple(places)


def automatic(rows: Sequence[Row], selected: int, protocols: Sequence[Protocol]) -> Protocol:
    """Return the first protocol whose every viewport finds a film, otherwise a single one."""
    studies = patient_studies(rows, selected)
    for protocol in protocols:
        places = _fill(rows, selected, protocol.slots, studies)
        if selected in places and None not in places:
            return protocol
    return SINGLE


def patient_studies(rows: Sequence[Row], selected: int) -> list[list[int]]:
    """Return the patient's films study by study: the selected film's first, then its priors.

    The latest prior stands first; a study without a date, or a later one, is no prior.
    """
    here = rows[selected].identity
    current = [
        number
        for number, row in _related(rows, selected)
        if number == selected or patients.same_study(row.identity, here)
    ]
    priors: dict[tuple[str, str], list[int]] = {}
    for number, row in _related(rows, selected):
        who = row.identity
        if patients.is_prior(who, here) and patients.match(who, here) is not None:
            priors.setdefault((str(patients.taken(who)), who.study_instance_uid), []).append(number)
    return [current, *(priors[study] for study in sorted(priors, reverse=True))]


def patient_films(rows: Sequence[Row], selected: int) -> list[int]:
    """Return all films of the selected one's patient, the newest study first."""
    here = rows[selected].identity
    own = [
        number
        for number, row in _related(rows, selected)
        if number == selected
        or patients.same_study(row.identity, here)
        or patients.match(row.identity, here) is not None
    ]
    return sorted(
        own, key=lambda number: str(patients.taken(rows[number].identity) or ""), reverse=True
    )


def _related(rows: Sequence[Row], selected: int) -> Iterator[tuple[int, Row]]:
    numbers = rows.related(selected) if isinstance(rows, FilmRows) else range(len(rows))
    return ((number, rows[number]) for number in numbers)


def _fill(
    rows: Sequence[Row], selected: int, slots: Sequence[Slot], studies: list[list[int]]
) -> list[int | None]:
    places: list[int | None] = []
    for slot in slots:
        # A prior is one that has such a view: a lateral alone is nothing to compare a frontal with.
        having = [
            fitting
            for study in (studies[1:] if slot.prior else studies[:1])
            if (fitting := [number for number in study if _fits(rows[number], slot.view)])
        ]
        place = max(slot.prior - 1, 0)
        found = having[place] if place < len(having) else []
        free = [number for number in found if number not in places]
        places.append(selected if selected in free else next(iter(free), None))
    return places


def _fits(row: Row, wanted: str) -> bool:
    return readable(row) and wanted in ("any", view_of(row))


def readable(row: Row) -> bool:
    """Return whether there is a film to hang."""
    return row.status in (Status.SCORED, Status.NOT_SCORED)


def view_of(row: Row) -> str:
    """Return "frontal", "lateral" or ""."""
    return patients.view(row.identity, scored=row.status is Status.SCORED)
