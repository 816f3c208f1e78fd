"""What a policy would do to waiting times."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.models.lanes import Lane
from engine.triage.queue import Waiting, in_order
from engine.triage.simulator import Comparison, simulate


def films(count: int, *, seed: int = 3, hours: float = 8.0) -> list[Waiting]:
    rng = np.random.default_rng(seed)
    chance = rng.beta(0.5, 1.5, count)
    lanes = np.select([chance > 0.5, chance < 0.05], [Lane.URGENT, Lane.LOW_RISK], Lane.ROUTINE)
    arrived = rng.uniform(0, hours * 3600, count)
    return [
        Waiting(n, float(arrived[n]), Lane(lanes[n]), float(c > 0.5) * float(c), float(c))
        for n, c in enumerate(chance)
    ]


def run(given: list[Waiting], *, wait: float = 0.0, **more: float) -> Comparison:
    return simulate(given, longest_wait_s=wait, missed=0.05, **more)  # type: ignore[arg-type]


def test_urgent_films_wait_less_and_the_others_pay_for_it() -> None:
    found = run(films(600))
    assert found.after[Lane.URGENT].median_s < 0.2 * found.before[Lane.URGENT].median_s
    assert found.after[Lane.LOW_RISK].median_s > found.before[Lane.LOW_RISK].median_s
    assert found.missed_after.longest_s > found.missed_before.longest_s
    assert found.missed_after.films == found.missed_before.films > 0


def test_every_film_is_read_once_and_counted_in_its_lane() -> None:
    found = run(films(300), reading_s=90.0)
    assert found.before[None].films == found.after[None].films == 300
    assert sum(w.films for lane, w in found.after.items() if lane) == 300


def test_a_longest_wait_holds_while_the_readers_keep_up() -> None:
    given = films(400, hours=8.0)
    free = run(given, reading_s=70.0)
    held = run(given, reading_s=70.0, wait=1800.0)
    assert free.after[None].longest_s > 2400
    # At most what came before it, and is as old, can still be ahead of an overdue film.
    assert held.after[None].longest_s < free.after[None].longest_s
    assert held.after[None].longest_s <= max(1800.0, held.before[None].longest_s) + 140


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 1000), st.integers(1, 3), st.sampled_from((0.0, 900.0, 1e9)))
def test_the_simulation_follows_the_lists_own_order(seed: int, readers: int, wait: float) -> None:
    """One slow reading of the same rule: at each moment the first of who is there."""
    given = films(40, seed=seed, hours=0.5)
    given[seed % 40] = dataclasses.replace(given[seed % 40], stat=True)
    given[(seed + 7) % 40] = dataclasses.replace(given[(seed + 7) % 40], pinned=True)
    found = run(given, wait=wait, readers=readers)
    here, waits = list(given), {}
    free = [min(film.arrived_s for film in given)] * readers
    while here:
        free.sort()
        now = max(free[0], min(film.arrived_s for film in here))
        there = [film for film in here if film.arrived_s <= now]
        film = in_order(there, now_s=now, longest_wait_s=wait)[0]
        waits[film.number] = now - film.arrived_s
        here.remove(film)
        free[0] = now + 60.0
    assert found.after[None].longest_s == pytest.approx(max(waits.values()))
    assert found.after[None].median_s == pytest.approx(np.median(list(waits.values())))


def test_the_same_seed_gives_the_same_misses() -> None:
    given = films(200)
    assert run(given, seed=1) == run(given, seed=1)
    assert run(given, seed=1).missed_after != run(given, seed=2).missed_after
    none = simulate(given, longest_wait_s=0, missed=0.0)
    assert none.missed_after.films == 0


def test_what_cannot_be_simulated_is_refused() -> None:
    for wrong in ({"readers": 0}, {"reading_s": 0.0}):
        with pytest.raises(ValueError, match="simulation"):
            run(films(3), **wrong)
    with pytest.raises(ValueError, match="simulation"):
        run([])
