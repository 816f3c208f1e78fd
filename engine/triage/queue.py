"""Which film is read next: pinned, STAT, waiting for too long, then by lane and urgency.

Pure functions over frozen rows. Times are seconds of one clock, which may jump: a film that seems
to come from a little later has waited for no time, one from further ahead than any may wait comes
at once, since nobody knows how long it has waited.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self, cast

from engine.models.card import ModelCard
from engine.models.lanes import Lane, Release, lane_of, release
from engine.models.operating import UNFAMILIAR, urgency
from engine.triage.pipeline import Row, Status
from engine.types import Label

LONGEST_WAIT_S = 4 * 3600.0
UNCLEARED = {Status.NOT_SCORED: UNFAMILIAR, Status.UNREADABLE: UNFAMILIAR / 2}
_LANES = {lane: number for number, lane in enumerate(Lane)}


@dataclass(frozen=True, slots=True)
class Policy:
    """What the reader decided matters.

    Attributes
    ----------
    weights : dict
        Finding -> 0..1, in place of the weights of the model's card.
    longest_wait_s : float
        After which a film comes next whatever its score; 0 for never.
    risk : float
        The largest expected share of positive studies in the low-risk lane; 0 for no such lane.
    """

    weights: dict[str, float] = field(default_factory=dict)
    longest_wait_s: float = LONGEST_WAIT_S
    risk: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what orders nothing."""
        if not all(0 <= weight <= 1 for weight in self.weights.values()):
            raise ValueError("weights lie between 0 and 1")
        if not 0 <= self.longest_wait_s < math.inf:
            raise ValueError("the longest wait is a time")
        if not 0 <= self.risk < 1:
            raise ValueError("the allowed share lies between 0 and 1")

    @classmethod
    def of(cls, kept: object) -> Self:
        """Return the policy that was kept as plain values; the default one where it is none."""
        try:
            return cls(**cast("dict[str, Any]", kept))
        except (AttributeError, TypeError, ValueError):
            return cls()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A policy as a model's card lets it be carried out; without a card nothing is scored."""

    weights: Mapping[str, float]
    release: Release
    alarm: str

    @classmethod
    def of(cls, card: ModelCard | None, policy: Policy) -> Self:
        """Return what a policy comes to under a card."""
        if card is None:
            return cls({}, Release(None, ""), "")
        return cls(
            {**card.urgency_weights, **policy.weights}, release(card, policy.risk), card.alarm
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the list as far as its place goes; ``number`` is its order of arrival.

    ``chance`` is the probability of the alarm, which orders films of the same urgency.
    """

    number: int
    arrived_s: float
    lane: Lane = Lane.ROUTINE
    urgency: float = 0.0
    chance: float = 0.0
    pinned: bool = False
    stat: bool = False

    def overdue(self, now_s: float, longest_wait_s: float) -> bool:
        """Whether the film has waited for as long as any may."""
        return 0 < longest_wait_s <= abs(now_s - self.arrived_s)


def waiting(
    number: int,
    row: Row,
    found: Sequence[Label],
    rule: Rule,
    *,
    arrived_s: float = 0.0,
    pinned: bool = False,
) -> Waiting:
    """Return a row's standing from its labels; () where it was not scored.

    What was refused or is unreadable stands before the films that the model cleared: nothing
    cleared it.
    """
    stat = row.identity.priority.strip().upper() == "STAT"
    said = row.assessed.assessment if row.assessed else None
    if said is None or not said.scored or not found:
        height = UNCLEARED.get(row.status, 0.0)
        return Waiting(number, arrived_s, urgency=height, pinned=pinned, stat=stat)
    chances = (x.finding.probability for x in found if x.finding.name == rule.alarm)
    return Waiting(
        number,
        arrived_s,
        lane_of(found, rule.release, rule.weights, rule.alarm, unfamiliar=said.unfamiliar),
        urgency(rule.weights, found, rule.alarm, unfamiliar=said.unfamiliar),
        next(chances, 0.0),
        pinned,
        stat,
    )


OVERDUE = 2
"""The first part of the place of a film that has waited for too long."""

Place = tuple[int, float, int, float, float, float, int]
"""A film's sort key; no two films of a list have the same."""


def place(film: Waiting, *, now_s: float, longest_wait_s: float) -> Place:
    """Return the sort key of a film: the lowest is read next.

    Films that have waited for too long stand behind pinned and STAT ones, in the order of their
    arrival: no film that came later and is neither can overtake them.
    """
    late = film.overdue(now_s, longest_wait_s)
    tier = 0 if film.pinned else 1 if film.stat else OVERDUE if late else OVERDUE + 1
    return (
        tier,
        film.arrived_s if tier == OVERDUE else 0.0,
        _LANES[film.lane],
        -film.urgency,
        -film.chance,
        film.arrived_s,
        film.number,
    )


def in_order(
    films: Iterable[Waiting], *, now_s: float, longest_wait_s: float
) -> tuple[Waiting, ...]:
    """Return the films as they are to be read."""

    def key(film: Waiting) -> Place:
        return place(film, now_s=now_s, longest_wait_s=longest_wait_s)

    return tuple(sorted(films, key=key))
