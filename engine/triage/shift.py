"""What a shift came to, without identities: counts, lanes, turnaround, discordance, thresholds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.models.lanes import Lane
from engine.models.passport import Passport
from engine.triage.discordance import Sides
from engine.triage.pipeline import Status
from engine.triage.queue import Policy, Rule, Waiting
from engine.triage.simulator import Waits, waits_of


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A film of a shift: its standing, what it was flagged for, and when it was read, if it was."""

    film: Waiting
    status: Status
    flagged: tuple[str, ...] = ()
    read_s: float | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """The numbers of a shift.

    Attributes
    ----------
    began_s, ended_s : float
        When the shift began, or its first film came, and the moment of the summary.
    status, lanes, flagged : dict
        How many films.
    turnaround : dict
        Lane -> from a film's coming to its being read, of those that were since; empty where none
        was.
    unread : dict
        Lane -> how long the films wait that were not read; empty where that is not known.
    discordance : dict
        Finding -> studies by who called it; empty where no reports were compared.
    """

    began_s: float
    ended_s: float
    status: dict[Status, int]
    stat: int
    pinned: int
    lanes: dict[Lane, int]
    flagged: dict[str, int]
    turnaround: dict[Lane, Waits]
    unread: dict[Lane, Waits]
    discordance: dict[str, dict[Sides, int]]
    longest_wait_s: float
    rule: Rule
    thresholds: Passport


def shift_of(
    rows: Sequence[ShiftRow],
    *,
    now_s: float,
    policy: Policy,
    rule: Rule,
    thresholds: Passport,
    reads_known: bool = True,
    discordance: dict[str, dict[Sides, int]] | None = None,
    since_s: float = 0.0,
) -> Shift:
    """Count the films that came or were read since a moment.

    Without ``reads_known`` nobody noted which of them were read.
    """
    rows = [row for row in rows if max(row.film.arrived_s, row.read_s or 0.0) >= since_s]
    status = Counter(row.status for row in rows)
    lanes = Counter(row.film.lane for row in rows)
    flagged = Counter(name for row in rows for name in row.flagged)
    return Shift(
        since_s or min((row.film.arrived_s for row in rows), default=now_s),
        now_s,
        {each: status[each] for each in Status},
        sum(row.film.stat for row in rows),
        sum(row.film.pinned for row in rows),
        {lane: lanes[lane] for lane in Lane},
        dict(flagged.most_common()),
        _by_lane(
            (r.film.lane, r.read_s - r.film.arrived_s)
            for r in rows
            if r.read_s is not None and r.read_s >= r.film.arrived_s
        ),
        _by_lane(
            (r.film.lane, now_s - r.film.arrived_s)
            for r in rows
            if reads_known and r.read_s is None
        ),
        discordance or {},
        policy.longest_wait_s,
        rule,
        thresholds,
    )


def _by_lane(waits: Iterable[tuple[Lane, float]]) -> dict[Lane, Waits]:
    found: dict[Lane, list[float]] = {lane: [] for lane in Lane}
    for lane, seconds in waits:
        found[lane].append(max(seconds, 0.0))
    return {lane: waits_of(np.array(of)) for lane, of in found.items() if of}
