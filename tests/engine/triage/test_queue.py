"""The order is total and follows the policy: pinned, STAT, overdue, lane, urgency."""

import dataclasses
import math
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.intake import Candidate, Refusal
from engine.models.lanes import Lane
from engine.models.operating import labels
from engine.triage.pipeline import Row, Status
from engine.triage.queue import Policy, Rule, Waiting, in_order, place, waiting
from engine.types import Assessed, Assessment, Finding, Identity

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

CARD = toy_model.toy_card()
SHARE = st.floats(0, 1)
NOW = 50_000.0


@st.composite
def lists(draw: st.DrawFn) -> list[Waiting]:
    one = st.builds(
        Waiting,
        number=st.just(0),
        arrived_s=st.integers(0, 100_000).map(float),
        lane=st.sampled_from(Lane),
        urgency=SHARE,
        chance=SHARE,
        pinned=st.booleans(),
        stat=st.booleans(),
    )
    films = draw(st.lists(one, max_size=12))
    return [dataclasses.replace(film, number=n) for n, film in enumerate(films)]


WAIT = st.sampled_from((0.0, 600.0, 20_000.0))


@settings(deadline=None)
@given(lists(), WAIT, st.integers(0, 11))
def test_the_order_is_total_and_does_not_depend_on_how_the_list_came(
    films: list[Waiting], wait: float, turn: int
) -> None:
    found = in_order(films, now_s=NOW, longest_wait_s=wait)
    turned = [*films[turn:], *films[:turn]][::-1]
    assert in_order(turned, now_s=NOW, longest_wait_s=wait) == found
    assert sorted(film.number for film in found) == list(range(len(films)))
    keys = [place(film, now_s=NOW, longest_wait_s=wait) for film in films]
    assert len(set(keys)) == len(keys)


@settings(deadline=None)
@given(lists(), WAIT)
def test_pinned_stand_first_then_stat_then_what_is_overdue(
    films: list[Waiting], wait: float
) -> None:
    found = in_order(films, now_s=NOW, longest_wait_s=wait)
    tiers = [0 if f.pinned else 1 if f.stat else 2 if f.overdue(NOW, wait) else 3 for f in found]
    assert tiers == sorted(tiers)
    late = [f.arrived_s for f, tier in zip(found, tiers, strict=True) if tier == 2]
    assert late == sorted(late)
    rest = [
        (list(Lane).index(f.lane), -f.urgency)
        for f, tier in zip(found, tiers, strict=True)
        if tier == 3
    ]
    assert rest == sorted(rest)


@settings(deadline=None)
@given(lists(), st.floats(1, 40_000), st.floats(0, 200_000))
def test_nothing_that_came_later_overtakes_a_film_that_waited_its_time(
    films: list[Waiting], wait: float, now: float
) -> None:
    found = in_order(films, now_s=now, longest_wait_s=wait)
    for at, film in enumerate(found):
        if film.overdue(now, wait):
            later = [f for f in found[:at] if f.arrived_s > film.arrived_s]
            assert all(f.pinned or f.stat for f in later)


def test_without_a_longest_wait_nothing_is_ever_overdue_but_what_a_clock_put_far_ahead_is() -> None:
    assert not Waiting(0, 0.0).overdue(1e12, 0.0)
    assert not Waiting(0, 1e12).overdue(0.0, 0.0)
    assert not Waiting(0, 59.0).overdue(0.0, 60.0)
    assert Waiting(0, 1e12).overdue(0.0, 60.0)


def row(abnormal: float, *, priority: str = "", unfamiliar: bool = False) -> Row:
    values = dict.fromkeys(CARD.findings, 0.0) | {"abnormal": abnormal, "normal": 1 - abnormal}
    found = tuple(Finding(name, p, (p, p)) for name, p in values.items())
    said = Assessment(found, "", "toy", "1", "ab", "cd", "CPU", 0.0, 0.0, unfamiliar=unfamiliar)
    source = Candidate(Path("a"), "a")
    identity = Identity(priority=priority)
    return Row(0, source, Status.SCORED, identity=identity, assessed=Assessed(said, None))


def standing(given: Row, policy: Policy = Policy()) -> Waiting:  # noqa: B008
    said = given.assessed.assessment if given.assessed else None
    found = labels(CARD, said, 0.95) if said else ()
    return waiting(0, given, found, Rule.of(CARD, policy))


def test_a_films_standing_follows_its_scores() -> None:
    urgent, calm = standing(row(0.9)), standing(row(0.2))
    assert (urgent.lane, calm.lane) == (Lane.URGENT, Lane.ROUTINE)
    assert urgent.urgency > 0 == calm.urgency
    assert urgent.chance == 0.9
    assert standing(row(0.9), Policy({"abnormal": 1.0})).urgency == 2 * urgent.urgency
    ignored = standing(row(0.9), Policy({"abnormal": 0.0}))
    assert (ignored.lane, ignored.urgency) == (Lane.ROUTINE, 0.0)


@pytest.mark.parametrize(("said", "stat"), [("STAT", True), (" stat ", True), ("HIGH", False)])
def test_the_requests_priority_is_followed(said: str, stat: bool) -> None:
    assert standing(row(0.1, priority=said)).stat is stat


def test_what_the_model_did_not_clear_stands_before_what_it_cleared() -> None:
    refused = Refusal(Path("x.zip"), "x.zip", "The zip is damaged.")
    films = {
        "flagged": row(0.6),
        "unfamiliar": row(0.1, unfamiliar=True),
        "refused": Row(0, Candidate(Path("b"), "b"), Status.NOT_SCORED, "Lateral."),
        "unreadable": Row(0, refused, Status.UNREADABLE, refused.reason),
        "cleared": row(0.1),
    }
    found = [dataclasses.replace(standing(film), number=n) for n, film in enumerate(films.values())]
    assert [f.number for f in in_order(found[::-1], now_s=0, longest_wait_s=0)] == [0, 1, 2, 3, 4]


def test_without_a_model_everything_keeps_a_place() -> None:
    film = Row(0, Candidate(Path("b"), "b"), Status.NOT_SCORED, "No model.")
    assert waiting(3, film, (), Rule.of(None, Policy())).lane is Lane.ROUTINE


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"risk": 2},
        {"weights": {"abnormal": -1}},
        {"longest_wait_s": math.inf},
        {"x": 1},
        {"weights": None},
        {"weights": {"abnormal": "high"}},
        {"risk": "low"},
        "policy",
    ],
)
def test_a_kept_policy_that_is_none_gives_the_default_one(kept: object) -> None:
    assert Policy.of(kept) == Policy()


def test_a_policy_is_kept_as_it_was() -> None:
    policy = Policy({"abnormal": 0.3}, 3600.0, 0.02)
    assert Policy.of(dataclasses.asdict(policy)) == policy
