"""What the list can be narrowed by: lanes, findings, days, words; masks over all films."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.card import NORMAL
from engine.models.lanes import Lane
from engine.triage import standing
from engine.triage.lines import STATUSES
from engine.triage.pipeline import Status
from engine.triage.queue import OVERDUE
from engine.triage.reading import ReadState
from engine.triage.standing import LANES, STATES
from engine.types import State
from viewer import wording
from viewer.film_columns import FOLDER
from viewer.films import Films, Flags
from viewer.language import tr
from viewer.read_column import READS

_MOST_OFFERED = 40
_HIDDEN = "hidden"
STATUS_WORDS = {
    Status.SCORED: "Scored",
    Status.NOT_SCORED: "Not scored",
    Status.UNREADABLE: "Unreadable",
    Status.DOCUMENT: "Document",
}
MARKS = PINNED, STAT, WAITED, KEY_IMAGE = "Pinned", "STAT", "Waited long", "Key image"

Members = tuple[NDArray[Any], Sequence[str]]
"""Codes (N,) of values, or which values (N, V) a film has; and the values."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list; ``telling`` where its values say whose films these are."""

    id: str
    words: str
    members: Callable[[Films], Members]
    say: Callable[[str], str]
    telling: bool = False

    def counts(self, films: Films, most: int = _MOST_OFFERED) -> dict[str, int]:
        """Return how many films have each value.

        Where there are too many: the most frequent ones, of days the latest.
        """
        codes, values = self.members(films)
        many = codes.ndim == 2
        found = codes.sum(axis=0) if many else np.bincount(codes, minlength=len(values))
        pairs = [(value, int(count)) for value, count in zip(values, found, strict=True)]
        if len(pairs) > most:
            latest = self.id == "date"
            pairs = sorted(pairs, key=lambda pair: pair[not latest], reverse=True)[:most]
        return dict(pairs)

    def mask(self, films: Films, wanted: Iterable[str]) -> Flags:
        """Return the films (N,) that have one of these values."""
        codes, values = self.members(films)
        places = [place for place, value in enumerate(values) if value in set(wanted)]
        if codes.ndim == 2:
            return np.asarray(codes[:, places].any(axis=1))
        return np.isin(codes, places)


def _lanes(films: Films) -> Members:
    found = films.standings
    return np.where(found.scored, found.lane, len(LANES)), (*LANES, "")


def _states(films: Films) -> Members:
    found = films.standings
    others = np.where(films.hidden, len(STATES), len(STATES) + 1)
    return np.where(found.scored, found.film, others), (*STATES, _HIDDEN, "")


def _findings(films: Films) -> Members:
    names = films.card.findings if films.card else ()
    flagged = (films.standings.states == standing.FLAGGED) & films.standings.scored[:, None]
    kept = [place for place, name in enumerate(names) if name != NORMAL]
    return flagged[:, kept], [names[place] for place in kept]


def _reads(films: Films) -> Members:
    return films.reads.states, READS


def _statuses(films: Films) -> Members:
    return films.head["status"], STATUSES


def _field(name: str) -> Callable[[Films], Members]:
    def members(films: Films) -> Members:
        column = films.column(name)
        return column.codes, column.words

    return members


def _as_it_is(value: str) -> str:
    return value or tr("Not stated")


def _lane(value: str) -> str:
    return tr(wording.LANES[Lane(value)]) if value else tr("In no lane")


def _state(value: str) -> str:
    if value == _HIDDEN:
        return tr("Findings hidden")
    return tr(wording.STATE_WORDS[State(value)]) if value else tr("Not scored")


def read_words(value: str) -> str:
    """Return how far reading has come, in words."""
    return tr(wording.READ_STATES[ReadState(value)]) if value else tr("Nothing to read")


FACETS = (
    Facet("lane", "Lane", _lanes, _lane),
    Facet("state", "State", _states, _state),
    Facet("finding", "Flagged finding", _findings, wording.finding_name),
    Facet("reading", "Reading", _reads, read_words),
    Facet("status", "File", _statuses, lambda value: tr(STATUS_WORDS[Status(value)])),
    Facet("date", "Study date", _field("study_date"),
          lambda value: wording.date(value) or tr("Not stated"), telling=True),
    Facet("modality", "Modality", _field("modality"), _as_it_is),
    Facet("view", "View", _field("view_position"), _as_it_is),
    Facet("folder", "Folder", _field(FOLDER), _as_it_is, telling=True),
)  # fmt: skip
LANE, READING = FACETS[0], FACETS[3]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader wants to see: words that all must be found, and values of facets by id."""

    words: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def toggled(self, facet: str, value: str) -> "Wanted":
        """Return the same with a value chosen, or no more."""
        values = self.chosen.get(facet, frozenset()) ^ {value}
        others = {name: kept for name, kept in self.chosen.items() if name != facet}
        return Wanted(self.words, {**others, facet: values} if values else others)


class Sieve:
    """Finds the wanted films; remembers where words were found while the films stay the same."""

    def __init__(self, films: Films) -> None:
        """Search films."""
        self._films = films
        self._found: dict[tuple[str, bool], Flags] = {}
        self._of = -1
        self._discreet: list[str] = []

    def mask(self, wanted: Wanted, keys: Sequence[int], *, hidden: bool) -> Flags | None:
        """Return the wanted films (N,), None for all; ``keys`` are the key images.

        Words are not searched before the films are settled.
        """
        films, masks = self._films, []
        if self._of != films.changes:
            self._of = films.changes
            self._found.clear()
            self._discreet = []
        for facet in FACETS:
            values = wanted.chosen.get(facet.id)
            if values and not (hidden and facet.telling):
                masks.append(facet.mask(films, values))
        words = _split(wanted.words) if films.settled else []
        masks += [self._having(word, keys, hidden=hidden) for word in words]
        return np.logical_and.reduce(masks) if masks else None

    def _having(self, word: str, keys: Sequence[int], *, hidden: bool) -> Flags:
        said = (word, hidden)
        if said not in self._found:
            texts = self._hidden_names() if hidden else self._films.haystack()
            self._found[said] = np.array([word in text for text in texts], np.bool_)
        found = self._found[said] | _standing_so(self._films, word)
        for number, told in self._films.told.items():
            found[number] |= word in told.casefold()
        if word in tr(KEY_IMAGE).casefold():
            found[list(keys)] = True
        return found

    def _hidden_names(self) -> list[str]:
        if not self._discreet:
            before, _, after = tr("Film {number}", number="\0").casefold().partition("\0")
            self._discreet = [f"{before}{n + 1}{after}" for n in range(len(self._films))]
        return self._discreet


def _split(words: str) -> list[str]:
    return words.casefold().split()


def _standing_so(films: Films, word: str) -> Flags:
    """Return the films (N,) whose lane, state, finding or refusal is said with a word."""
    found, masks = films.standings, [np.zeros(len(films), np.bool_)]
    if word in tr(PINNED).casefold():
        masks.append(films.pinned)
    if word in tr(STAT).casefold():
        masks.append(films.head["stat"])
    if word in tr(WAITED).casefold():
        masks.append(films.tier == OVERDUE)
    for facet in (LANE, FACETS[1], FACETS[4], READING):
        codes, values = facet.members(films)
        likely = [p for p, value in enumerate(values) if word in facet.say(value).casefold()]
        masks.append(np.isin(codes, likely))
    names = films.card.findings if films.card else ()
    likely = [p for p, name in enumerate(names) if word in wording.finding_name(name).casefold()]
    masks.append(np.isin(found.foremost, likely))
    reasons = films.column("reason")
    likely = [p for p, why in enumerate(reasons.words) if why and word in tr(why).casefold()]
    masks.append(np.isin(reasons.codes, likely))
    return np.asarray(np.logical_or.reduce(masks))
