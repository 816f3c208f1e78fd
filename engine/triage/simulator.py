"""What a policy would do to waiting times: the list read anew, first come first read, and by it.

One queue, ``readers`` who each take the next film when they have finished one. Films that the model
would miss are drawn: each film below its threshold is one with the chance that the model leaves
(1 - NPV at the assumed prevalence), the likelier the higher it scored.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from engine.models.lanes import Lane
from engine.triage.queue import Waiting, in_order

Floats = NDArray[np.float64]
_NIGHTS = 200
_SHIFT_S = 36 * 3600


@dataclass(frozen=True, slots=True)
class Waits:
    """How long films wait: their number, the median, what nine of ten stay within, the most."""

    films: float
    median_s: float
    ninetieth_s: float
    longest_s: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same list without a policy and with it, by lane; ``None`` is the row of all films.

    ``missed_before`` and ``missed_after`` are of the simulated misses: ``films`` is how many a list
    has on average, ``longest_s`` what the longest of them waits in nineteen of twenty lists.
    """

    before: dict[Lane | None, Waits]
    after: dict[Lane | None, Waits]
    missed_before: Waits
    missed_after: Waits


def simulate(
    films: Sequence[Waiting],
    *,
    longest_wait_s: float,
    missed: float,
    reading_s: float | Floats = 60.0,
    readers: int = 1,
    seed: int = 7,
) -> Comparison:
    """Return waiting times of a list, first come first read against the policy's order.

    Parameters
    ----------
    films : sequence of Waiting
        With their lanes and urgencies under the policy.
    missed : float
        The share of positives among the films below their thresholds, 0..1.
    reading_s : float or ndarray
        Seconds that each film takes, (N,) or one number for all.

    Raises
    ------
    ValueError
        Where there is no film, nobody reads, or reading takes no time.
    """
    seconds = np.broadcast_to(np.asarray(reading_s, np.float64), len(films))
    if not films or readers < 1 or not (seconds > 0).all():
        raise ValueError("a simulation needs films, readers and a time to read them in")
    arrived = np.array([film.arrived_s for film in films])
    ahead = sum(film.pinned or film.stat for film in films)
    numbers = {id(film): n for n, film in enumerate(films)}
    rank = np.empty(len(films), np.int64)
    for at, film in enumerate(in_order(films, now_s=0.0, longest_wait_s=0.0)):
        rank[numbers[id(film)]] = at
    came = np.empty(len(films), np.int64)
    came[np.lexsort((np.arange(len(films)), arrived))] = np.arange(len(films))
    before = _started(arrived, came, seconds, 0.0, 0, readers) - arrived
    after = _started(arrived, rank, seconds, longest_wait_s, ahead, readers) - arrived
    lanes = np.array([film.lane for film in films])
    chance = _chances(films, missed)
    return Comparison(
        _by_lane(before, lanes),
        _by_lane(after, lanes),
        *_of_misses(before, after, chance, np.random.default_rng(seed)),
    )


def _started(
    arrived: Floats,
    rank: NDArray[np.int64],
    seconds: Floats,
    longest_wait_s: float,
    ahead: int,
    readers: int,
) -> Floats:
    """Return when each film is taken up; ranks below ``ahead`` come before what is overdue."""
    coming = np.lexsort((rank, arrived)).tolist()
    times, ranks, lasts = arrived.tolist(), rank.tolist(), seconds.tolist()
    by_rank = np.argsort(rank).tolist()
    started: list[float | None] = [None] * len(times)
    free = [times[coming[0]]] * readers
    queue: list[int] = []
    come = oldest = 0
    for _ in times:
        now = heapq.heappop(free)
        while queue and started[by_rank[queue[0]]] is not None:
            heapq.heappop(queue)
        if not queue:
            now = max(now, times[coming[come]])
        while come < len(coming) and times[coming[come]] <= now:
            heapq.heappush(queue, ranks[coming[come]])
            come += 1
        while started[coming[oldest]] is not None:
            oldest += 1
        chosen = by_rank[queue[0]]
        if 0 < longest_wait_s <= now - times[coming[oldest]] and queue[0] >= ahead:
            chosen = coming[oldest]
        started[chosen] = now
        heapq.heappush(free, now + lasts[chosen])
    return np.array(started, np.float64)


def _chances(films: Sequence[Waiting], missed: float) -> Floats:
    """Return the chance of each film of being a miss (N,): its share of all that are expected."""
    below = [0.0 if film.lane is Lane.URGENT else film.chance for film in films]
    chance: Floats = np.array(below)
    if chance.any():
        chance = np.minimum(chance * (missed * np.count_nonzero(chance) / chance.sum()), 1.0)
    return chance


def _by_lane(waits: Floats, lanes: NDArray[np.str_]) -> dict[Lane | None, Waits]:
    found = {lane: waits[lanes == lane] for lane in Lane}
    return {None: waits_of(waits)} | {lane: waits_of(of) for lane, of in found.items() if len(of)}


def waits_of(waits: Floats) -> Waits:
    """Return the figures of some waiting times (N,) in seconds, N > 0."""
    median, ninetieth = np.quantile(waits, (0.5, 0.9))
    return Waits(len(waits), float(median), float(ninetieth), float(waits.max()))


def _of_misses(
    before: Floats, after: Floats, chance: Floats, rng: np.random.Generator
) -> tuple[Waits, Waits]:
    """Draw which films are misses, many times, and return what they wait, before and after."""
    may = np.flatnonzero(chance)
    drawn = rng.random((_NIGHTS, len(may)), dtype=np.float32) < chance[may].astype(np.float32)
    nights, films = np.nonzero(drawn)
    if not len(films):
        return (Waits(0.0, 0.0, 0.0, 0.0),) * 2
    starts = np.flatnonzero(np.diff(nights, prepend=-1))
    found = []
    for waits in (before, after):
        pooled = waits[may][films]
        median, ninetieth = np.quantile(pooled, (0.5, 0.9))
        longest = np.quantile(np.maximum.reduceat(pooled, starts), 0.95)
        found.append(Waits(len(films) / _NIGHTS, float(median), float(ninetieth), float(longest)))
    one, other = found
    return one, other


def arrivals(came_s: Sequence[float], dates: Sequence[str], times: Sequence[str]) -> list[float]:
    """Return when films came: as the list knows it, or for one shift's films as they were taken.

    Where at least nine of ten films say when their study was (Study Date and Time) and these times
    lie within a day and a half, they are the arrivals to simulate, however late the films were
    opened. The others count as taken in their midst.
    """
    taken = list(map(_taken_s, dates, times))
    known = sorted(seconds for seconds in taken if seconds is not None)
    if 10 * len(known) < 9 * len(taken) or not known or known[-1] - known[0] > _SHIFT_S:
        return list(came_s)
    middle = known[len(known) // 2]
    return [middle if seconds is None else seconds for seconds in taken]


def _taken_s(date: str, time: str) -> float | None:
    """Return Study Date and Time (DA, TM; PS3.5 6.2) as seconds; None where they are not said."""
    if not time:
        return None
    said = date + time.partition(".")[0][:6].ljust(6, "0")
    try:
        return datetime.strptime(said, "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
