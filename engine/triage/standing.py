"""How a whole list stands under a setting: what `operating`, `lanes` and `queue` say of one film.

Columns over films: 100,000 are labelled and ordered while a slider moves. Of one film both ways say
the same, which the tests hold them to.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from engine.models.card import NORMAL, ModelCard
from engine.models.lanes import Lane
from engine.models.operating import UNFAMILIAR
from engine.triage.lines import STATUSES, Head, Scores
from engine.triage.queue import OVERDUE, UNCLEARED, Rule
from engine.types import State

STATES = (State.FLAGGED, State.UNCERTAIN, State.BELOW)
LANES = (Lane.URGENT, Lane.ROUTINE, Lane.LOW_RISK)
FLAGGED, _UNCERTAIN, _BELOW = range(3)
_URGENT, _ROUTINE, _LOW_RISK = range(3)
AT_ONCE = 8192
Flags = NDArray[np.bool_]
Codes = NDArray[np.uint8]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """N films under a setting; K are the findings of the card.

    Attributes
    ----------
    scored : ndarray
        (N,) whether the model at work scored the film.
    states : ndarray
        (N, K) places in `STATES`.
    film : ndarray
        (N,) the film's own state; ``BELOW`` where it was not scored.
    foremost : ndarray
        (N,) the finding to name first, -1 for none.
    lane : ndarray
        (N,) places in `LANES`.
    urgency, chance : ndarray
        (N,) 0..1: see `engine.triage.queue.Waiting`.
    """

    scored: Flags
    states: Codes
    film: Codes
    foremost: NDArray[np.int16]
    lane: Codes
    urgency: Floats
    chance: Floats


def stand(
    head: Head, scores: Scores, card: ModelCard | None, key: int, sensitivity: float, rule: Rule
) -> Standings:
    """Return how films stand; some at a time, so that what is worked with stays in the cache.

    Parameters
    ----------
    head, scores : ndarray
        As `engine.triage.lines.records` gives them.
    key : int
        `engine.triage.lines.model_key` of the model at work.
    """
    starts = range(0, max(1, len(head)), AT_ONCE)
    parts = [slice(start, start + AT_ONCE) for start in starts]
    found = [_stand(head[p], scores[p], card, key, sensitivity, rule) for p in parts]
    if len(found) == 1:
        return found[0]
    return Standings(
        *(
            np.concatenate([getattr(part, item.name) for part in found])
            for item in fields(Standings)
        )
    )


def _stand(
    head: Head, scores: Scores, card: ModelCard | None, key: int, sensitivity: float, rule: Rule
) -> Standings:
    films, findings = len(head), card.findings if card else ()
    uncleared = np.array([UNCLEARED.get(status, 0.0) for status in STATUSES])
    urgency = uncleared[head["status"]]
    lane = np.full(films, _ROUTINE, np.uint8)
    nothing = Standings(
        np.zeros(films, np.bool_),
        np.full((films, len(findings)), _BELOW, np.uint8),
        np.full(films, _BELOW, np.uint8),
        np.full(films, -1, np.int16),
        lane,
        urgency,
        np.zeros(films),
    )
    scored = head["scored"] & (head["model"] == key)
    if card is None or not findings or scores.shape[1] < len(findings) or not scored.any():
        return nothing
    strange = head["unfamiliar"]
    chances, highs = scores[:, : len(findings), 0], scores[:, : len(findings), 2]
    least = np.array([_threshold(card, name, sensitivity) for name in findings])
    over = chances >= least
    states = np.where(over, strange[:, None].astype(np.uint8), _BELOW).astype(np.uint8)
    states[~over & (highs >= least)] = _UNCERTAIN
    film = _film_states(states, findings, card.alarm, strange)
    heights = _heights(chances, least, over, findings, rule)
    weighing = np.asarray((heights > 0).any(axis=1))
    told = np.maximum(heights.max(axis=1), np.where(strange & ~weighing, UNFAMILIAR, 0.0))
    names = list(findings)
    alarm = chances[:, names.index(rule.alarm)] if rule.alarm in names else np.zeros(films)
    return Standings(
        scored,
        np.where(scored[:, None], states, _BELOW).astype(np.uint8),
        np.where(scored, film, _BELOW).astype(np.uint8),
        np.where(scored, _foremost(chances, states, film, findings, card.leaves), -1).astype(
            np.int16
        ),
        np.where(scored, _lanes(chances, states, weighing, strange, findings, rule), lane).astype(
            np.uint8
        ),
        np.where(scored, told, urgency),
        np.where(scored, alarm, 0.0),
    )


def _threshold(card: ModelCard, name: str, sensitivity: float) -> float:
    curve = card.operating[name]
    return curve.at(sensitivity, curve.threshold)


def _heights(
    chances: Floats, least: Floats, over: Flags, findings: tuple[str, ...], rule: Rule
) -> Floats:
    """Return how urgent each finding (N, K) makes its film: see `operating.urgency`."""
    weights = np.array([rule.weights.get(name, 0.0) for name in findings])
    heights = weights * (0.5 + 0.5 * (chances - least) / np.maximum(1e-9, 1 - least))
    weighing = over & (weights > 0)
    if rule.alarm in findings:
        weighing &= over[:, [findings.index(rule.alarm)]]
    return np.asarray(np.where(weighing, heights, 0.0))


def _film_states(
    states: Codes, findings: tuple[str, ...], alarm: str, strange: Flags
) -> NDArray[np.int64]:
    names = list(findings)
    raised = states == FLAGGED
    if NORMAL in names:
        raised[:, names.index(NORMAL)] = False
    film = np.where(raised.any(axis=1), _UNCERTAIN, _BELOW)
    if alarm in names:
        film = np.minimum(film, states[:, names.index(alarm)])
    return np.where(strange, _UNCERTAIN, film)


def _foremost(
    chances: Floats,
    states: Codes,
    film: NDArray[np.int64],
    findings: tuple[str, ...],
    leaves: tuple[str, ...],
) -> NDArray[np.int64]:
    """Return the leaf to name first: one that raised the film, otherwise the most probable."""
    names = list(findings)
    own = np.array([names.index(leaf) for leaf in leaves if leaf in names], np.int64)
    normal = np.array([findings[place] == NORMAL for place in own])
    p = np.nan_to_num(chances[:, own])
    ranks = states[:, own].astype(np.int64)
    # The most probable, of equals the one that is listed first.
    likely = np.where(p == p.max(axis=1, keepdims=True), 10 * normal + ranks, 99).argmin(axis=1)
    if normal.all():
        return np.where(film == _BELOW, own[likely], -1)
    others = np.where(normal, 99, ranks)
    first = np.where(others == others.min(axis=1, keepdims=True), p, -1.0).argmax(axis=1)
    return np.asarray(own[np.where(film == _BELOW, likely, first)])


def _lanes(
    chances: Floats,
    states: Codes,
    weighing: Flags,
    strange: Flags,
    findings: tuple[str, ...],
    rule: Rule,
) -> NDArray[np.int64]:
    allowed = rule.release
    calm = np.zeros(len(chances), np.bool_)
    if allowed.threshold is not None and allowed.finding in findings:
        alarm = findings.index(allowed.finding)
        calm = (chances[:, alarm] < allowed.threshold) & (states[:, alarm] == _BELOW)
    quiet = np.where(calm & ~strange, _LOW_RISK, _ROUTINE)
    return np.where(weighing, _URGENT, quiet)


def tiers(
    arrived_s: Floats, pinned: Flags, stat: Flags, *, now_s: float, longest_wait_s: float
) -> Codes:
    """Return what comes first of all (N,): 0 pinned, 1 STAT, `OVERDUE`, and the others."""
    late = (longest_wait_s > 0) & (longest_wait_s <= np.abs(now_s - arrived_s))
    return np.select([pinned, stat, late], [0, 1, OVERDUE], OVERDUE + 1).astype(np.uint8)


def order(tier: Codes, arrived_s: Floats, standings: Standings) -> NDArray[np.int64]:
    """Return the films' numbers as they are to be read: the order of `engine.triage.queue.place`.

    Films of one tier and lane are sorted among themselves: far quicker than by all keys at once.
    """
    found = []
    in_turn = bool((np.diff(arrived_s) >= 0).all())
    for number in range(OVERDUE + 2):
        where = np.flatnonzero(tier == number)
        if number == OVERDUE:
            by = (-standings.chance, -standings.urgency, standings.lane, arrived_s)
            found.append(where[np.lexsort([key[where] for key in by])])
            continue
        for lane in range(len(LANES)):
            own = where[standings.lane[where] == lane]
            keys = [-standings.chance[own], -standings.urgency[own]]
            keys = [key for key in keys if key.size and key.min() < key.max()]
            # A sort keeps the order of equals, which is that of their numbers.
            keys = keys if in_turn else [arrived_s[own], *keys]
            found.append(own[np.lexsort(keys)] if keys else own)
    return np.concatenate(found)
