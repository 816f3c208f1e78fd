"""A low-risk lane is certified by the card's calibration scores, or there is none."""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.models.card import ModelCard, ReleaseScores
from engine.models.lanes import NO_ALARM, NO_RISK, NO_SCORES, TOO_FEW, Lane, lane_of, release
from engine.models.operating import urgency
from engine.types import Finding, Label, State
from training.calibrate import release_scores

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

CARD = toy_model.toy_card()
WEIGHTS = CARD.urgency_weights


def certified(values: np.ndarray, groups: np.ndarray | None = None) -> ModelCard:
    groups = np.arange(len(values)).astype(str) if groups is None else groups
    scores = release_scores("abnormal", values, np.ones(len(values), bool), groups)
    return dataclasses.replace(CARD, release=scores)


def test_it_abstains_in_words() -> None:
    assert release(CARD, 0.0).because == NO_RISK
    assert release(CARD, 0.01).because == NO_SCORES
    leaves = ("bacterial_pneumonia", "covid19", "lung_opacity")
    deaf = dataclasses.replace(
        CARD,
        leaves=leaves,
        derived={},
        calibration=dataclasses.replace(CARD.calibration, bias=(0.0,) * 3),
        reliability={name: CARD.reliability[name] for name in leaves},
        operating={name: CARD.operating[name] for name in leaves},
    )
    assert release(deaf, 0.01).because == NO_ALARM
    few = release(certified(np.linspace(0.1, 0.9, 50)), 0.01)
    assert (few.threshold, few.because) == (None, TOO_FEW)
    assert "of 50 patients" in few.words
    assert "99 patients would be enough, or 2 % allowed" in few.words
    with pytest.raises(ValueError, match="share"):
        release(CARD, 1.0)


def test_the_smallest_sufficient_set_certifies() -> None:
    assert release(certified(np.linspace(0.1, 0.9, 98)), 0.01).threshold is None
    found = release(certified(np.linspace(0.1, 0.9, 99)), 0.01)
    assert found.threshold == pytest.approx(0.1, abs=1e-6)
    assert "at most 1 %" in found.words


@settings(deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((0.02, 0.05, 0.1)))
def test_the_threshold_is_the_largest_that_the_bound_allows(seed: int, risk: float) -> None:
    rng = np.random.default_rng(seed)
    values = rng.beta(3, 1, rng.integers(60, 120)).round(3)
    groups = rng.integers(0, 80, len(values)).astype(str)
    threshold = release(certified(values, groups), risk).threshold
    units = np.unique(groups)
    losses = np.array([(values[groups == g][:, None] < values[None]).mean(0) for g in units])
    bound = (losses.sum(0) + 1) / (len(units) + 1)
    allowed = values[bound <= risk + 1e-9]
    if threshold is None:
        assert not len(allowed)
    else:
        assert threshold == pytest.approx(allowed.max(), abs=2e-6)


def test_in_expectation_no_more_positives_are_released_than_allowed() -> None:
    rng = np.random.default_rng(4)
    risk, released = 0.05, []
    for _ in range(400):
        values = rng.beta(3, 1, 220)
        threshold = release(certified(values[:120]), risk).threshold
        assert threshold is not None
        released.append((values[120:] < threshold).mean())
    assert 0.03 < np.mean(released) < risk + 3 * np.std(released) / 20


def test_a_patient_with_many_films_is_one_study() -> None:
    scores = certified(np.linspace(0.1, 0.9, 40), np.repeat(np.arange(10), 4).astype(str)).release
    assert scores is not None
    assert scores.units == 10
    assert scores.released[1] == 0.25


def test_long_sets_are_kept_in_few_steps_that_release_less() -> None:
    values = np.sort(np.random.default_rng(2).random(5000))
    card = certified(values)
    assert card.release is not None
    assert len(card.release.probability) <= 128
    threshold = release(card, 0.05).threshold
    assert threshold is not None
    assert ((values < threshold).sum() + 1) / 5001 <= 0.05
    assert threshold > values[200]


@pytest.mark.parametrize(
    "change",
    [
        {"probability": (0.2, 0.1)},
        {"released": (0.0,)},
        {"released": (1.0, 2.0)},
        {"released": (0.0, 11.0)},
        {"probability": (), "released": ()},
    ],
)
def test_scores_that_certify_nothing_are_refused(change: dict) -> None:
    good = ReleaseScores("abnormal", 10, (0.1, 0.2), (0.0, 1.0))
    with pytest.raises(ValueError, match="release scores"):
        dataclasses.replace(good, **change)
    with pytest.raises(ValueError, match="alarm"):
        dataclasses.replace(CARD, release=dataclasses.replace(good, finding="covid19"))


def test_a_card_with_scores_is_read_back_as_it_was() -> None:
    card = certified(np.linspace(0.1, 0.9, 40))
    assert ModelCard.from_json(card.to_json()) == card
    assert ModelCard.from_json(CARD.to_json()).release is None


def films(abnormal: float, *, high: float = 0.0) -> tuple[Label, ...]:
    state = State.FLAGGED if abnormal >= 0.5 else State.UNCERTAIN if high >= 0.5 else State.BELOW
    return (
        Label(Finding("abnormal", abnormal, (abnormal, max(high, abnormal))), 0.5, state),
        Label(Finding("normal", 1 - abnormal, (0.0, 1.0)), 0.1, State.FLAGGED),
    )


def test_only_what_the_scores_clear_is_of_low_risk() -> None:
    allowed = dataclasses.replace(release(CARD, 0.0), threshold=0.1, finding="abnormal")

    def lane(found: tuple[Label, ...], *, unfamiliar: bool = False) -> Lane:
        return lane_of(found, allowed, WEIGHTS, "abnormal", unfamiliar=unfamiliar)

    assert lane(films(0.05)) is Lane.LOW_RISK
    assert lane(films(0.05), unfamiliar=True) is Lane.ROUTINE
    assert lane(films(0.05, high=0.6)) is Lane.ROUTINE
    assert lane(films(0.1)) is Lane.ROUTINE
    assert lane(films(0.7)) is Lane.URGENT
    raised = [dataclasses.replace(label, state=State.UNCERTAIN) for label in films(0.7)]
    assert lane(tuple(raised), unfamiliar=True) is Lane.URGENT
    assert lane(()) is Lane.ROUTINE
    alone = Label(Finding("covid19", 0.04, (0.0, 0.1)), 0.03, State.FLAGGED)
    assert lane((alone, *films(0.05))) is Lane.LOW_RISK
    without = lane_of(films(0.05), release(CARD, 0.0), WEIGHTS, "abnormal", unfamiliar=False)
    assert without is Lane.ROUTINE


def test_a_finding_alone_is_not_urgent_where_the_alarm_stays_below() -> None:
    alone = Label(Finding("covid19", 0.1, (0.1, 0.1)), 0.05, State.FLAGGED)
    allowed, weights = release(CARD, 0.0), CARD.urgency_weights
    for abnormal, lane in ((0.4, Lane.ROUTINE), (0.6, Lane.URGENT)):
        found = (alone, *films(abnormal))
        assert lane_of(found, allowed, weights, "abnormal", unfamiliar=False) is lane
        assert (urgency(weights, found, "abnormal") > 0) is (lane is Lane.URGENT)
    assert lane_of((alone,), allowed, weights, "", unfamiliar=False) is Lane.URGENT
