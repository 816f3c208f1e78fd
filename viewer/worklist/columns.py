"""The columns of the list: what each says of a film, and how it sorts all of them."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.triage.pipeline import Status
from engine.triage.reading import ReadState
from viewer import wording
from viewer.entries import Entry
from viewer.film_columns import FOLDER, TITLE
from viewer.films import Films
from viewer.language import tr
from viewer.worklist.facets import PINNED, STAT, WAITED

Key = NDArray[Any]


def status_words(entry: Entry) -> str:
    """Return what became of a film, in one line."""
    row = entry.row
    if entry.told:
        return entry.told
    if row.status is Status.UNREADABLE:
        return tr("Unreadable: {reason}", reason=tr(row.reason))
    if row.status is Status.NOT_SCORED:
        return wording.not_scored(row.reason)
    if row.status is Status.DOCUMENT:
        return tr("Document: {title}", title=row.title) if row.title else tr("Document")
    return tr(wording.STATE_WORDS[entry.state])


def top_finding(entry: Entry) -> str:
    """Return the foremost finding with its probability, empty where nothing was scored."""
    if entry.foremost is None:
        return ""
    finding = entry.foremost.finding
    return f"{wording.finding_name(finding.name)} {wording.percent(finding.probability)}"


def title(entry: Entry) -> str:
    """Return the patient's name where the film has one, otherwise the file's."""
    name = wording.person_name(entry.row.identity.patient_name)
    return name or wording.file_name(entry.row.name)


def lane_words(entry: Entry) -> str:
    """Return why a film stands where it does: pinned, STAT, waiting for long, or its lane."""
    if entry.film.pinned:
        return tr(PINNED)
    if entry.film.stat:
        return tr(STAT)
    if entry.overdue:
        return tr(WAITED)
    return tr(wording.LANES[entry.film.lane]) if entry.labels else ""


def reading_words(entry: Entry) -> str:
    """Return how far the reading has come, and who has a study; empty where nothing is read."""
    if entry.read_state is None:
        return ""
    words = tr(wording.READ_STATES[entry.read_state])
    if entry.read is None or entry.read_state is not ReadState.READING:
        return words
    return tr("{state}: {reader}, {when}", state=words, reader=entry.read.reader,
              when=wording.when(entry.read))  # fmt: skip


def _alarm(entry: Entry) -> str:
    return "" if entry.alarm is None else wording.percent(entry.alarm.finding.probability)


def _arrived(entry: Entry) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(entry.film.arrived_s))


def _taken(entry: Entry) -> str:
    who = entry.row.identity
    return f"{wording.date(who.study_date)} {wording.time(who.study_time)}".strip()


def _patient(entry: Entry) -> str:
    who = entry.row.identity
    return " ".join(word for word in (who.sex, wording.age(who.age)) if word)


def _said(name: str) -> Callable[[Entry], str]:
    return lambda entry: str(getattr(entry.row.identity, name))


def _ranks(name: str) -> Callable[[Films], Key]:
    return lambda films: films.ranks(name)


def _by_order(films: Films) -> Key:
    place = np.empty(len(films), np.int64)
    place[films.order] = np.arange(len(films))
    return place


def _by_finding(films: Films) -> Key:
    """Group by the foremost finding, the most probable first; what was not scored stands last."""
    names = films.card.findings if films.card else ()
    said = sorted(range(len(names)), key=lambda place: wording.finding_name(names[place]))
    rank = np.array([*np.argsort(said), len(names)], np.float64)  # the last is that of none: -1
    foremost = films.standings.foremost.astype(np.int64)
    chances = np.zeros(len(films))
    if films.scores.shape[1]:
        own = np.clip(foremost, 0, films.scores.shape[1] - 1)[:, None]
        chances = np.nan_to_num(np.take_along_axis(films.scores[:, :, 0], own, axis=1)[:, 0])
    # Half a step at most: what has a probability of 1 stays with its finding.
    return rank[foremost] - 0.5 * np.where(foremost >= 0, chances, 0.0)


def _by_lane(films: Films) -> Key:
    found = films.standings
    return np.where(found.scored, found.lane, 9)


def _by_chance(films: Films) -> Key:
    return np.where(films.standings.scored, -films.standings.chance, 1.0)


def _by_reading(films: Films) -> Key:
    return films.reads.states


def _by_arrival(films: Films) -> Key:
    return np.asarray(films.head["arrived_s"])


def _by_date(films: Films) -> Key:
    days, clocks = films.ranks("study_date"), films.ranks("study_time")
    return days.astype(np.int64) * (int(clocks.max(initial=0)) + 1) + clocks


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column.

    Attributes
    ----------
    text : callable
        What it says of a film.
    key : callable
        Numbers (N,) over all films that it sorts by, the lowest first; equals by urgency.
    width : int
        Pixels at first.
    """

    id: str
    words: str
    text: Callable[[Entry], str]
    key: Callable[[Films], Key]
    width: int = 90


COLUMNS = (
    ListColumn("film", "Film", title, _ranks(TITLE), 280),
    ListColumn("urgency", "Urgency", status_words, _by_order, 110),
    ListColumn("finding", "Finding", top_finding, _by_finding, 170),
    ListColumn("chance", "Probability", _alarm, _by_chance, 90),
    ListColumn("lane", "Lane", lane_words, _by_lane, 90),
    ListColumn("reading", "Reading", reading_words, _by_reading, 130),
    ListColumn("patient", "Patient ID", _said("patient_id"), _ranks("patient_id"), 110),
    ListColumn("age", "Sex and age", _patient, _ranks("age"), 80),
    ListColumn("accession", "Accession number", _said("accession_number"),
               _ranks("accession_number"), 110),
    ListColumn("date", "Study date", _taken, _by_date, 130),
    ListColumn("arrived", "Arrived", _arrived, _by_arrival, 130),
    ListColumn("modality", "Modality", _said("modality"), _ranks("modality"), 70),
    ListColumn("view", "View", _said("view_position"), _ranks("view_position"), 60),
    ListColumn("study", "Study", _said("study_description"), _ranks("study_description"), 150),
    ListColumn("folder", "Folder", lambda entry: str(entry.row.path.parent), _ranks(FOLDER), 200),
    ListColumn("file", "File", lambda entry: wording.file_name(entry.row.name), _ranks("name"),
               150),
)  # fmt: skip
BY_ID = {column.id: column for column in COLUMNS}
FIRST = COLUMNS[0]
"""Always shown: the film's picture and what matters of it."""

TELLING = frozenset({"patient", "accession", "date", "study", "folder", "file"})
"""What says whose films these are: not shown and not sorted by where identities are hidden."""


def sorted_numbers(films: Films, by: ListColumn, *, falling: bool) -> NDArray[np.int64]:
    """Return all films in the order of a column, equals as they are to be read."""
    if by.id == "urgency":
        return films.order[::-1] if falling else films.order
    key = by.key(films)[films.order]
    # Codes have no sign: turned round they would wrap.
    own = -key.astype(np.float64) if falling else key
    return np.asarray(films.order[np.argsort(own, kind="stable")])
