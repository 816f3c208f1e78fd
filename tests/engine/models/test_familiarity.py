"""Unfamiliar films and devices: statistics in the card, marks on films, states that follow."""

import dataclasses
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.models.bundle import read_bundle
from engine.models.card import ModelCard
from engine.models.catalog import find
from engine.models.familiarity import Devices, Familiarity, packed, strangeness
from engine.models.operating import labels, urgency
from engine.types import Assessment, Finding, State

PLACES = Familiarity(
    centres={"here": (0.0, 0.0), "there": (10.0, 0.0)},
    whitening=packed(np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])),
    most_film=2.0,
    most_device={4: 0.5, 8: 0.4},
)
OFFSETS = hnp.arrays(
    np.float64, st.tuples(st.integers(1, 12), st.just(2)), elements=st.integers(-64, 64)
)
CARD = read_bundle(find("standard")).card


def test_an_offset_is_from_the_nearest_source() -> None:
    embedding = np.array([[1, 0, 99], [9, 2, -99], [5.5, 0, 0]], np.float32)
    np.testing.assert_allclose(PLACES.offsets(embedding), [[1, 0], [-1, 2], [-4.5, 0]])
    assert PLACES.embedding_size == 3
    assert [PLACES.strange_film(o) for o in PLACES.offsets(embedding)] == [False, False, True]


@settings(deadline=None)
@given(OFFSETS, st.randoms(use_true_random=False))
def test_the_order_of_a_devices_films_does_not_matter(
    offsets: np.ndarray, random: np.random.Generator
) -> None:
    shuffled = list(offsets)
    random.shuffle(shuffled)
    one, other = Devices(PLACES), Devices(PLACES)
    for offset in offsets:
        one.add("a", offset)
    for offset in shuffled:
        other.add("a", offset)
    assert one.strange("a") == other.strange("a")
    most = 0.5 if len(offsets) < 8 else 0.4
    expected = len(offsets) >= 4 and strangeness(offsets.mean(0)) > most
    assert one.strange("a") == expected


@settings(deadline=None)
@given(OFFSETS, OFFSETS)
def test_devices_do_not_hear_of_each_other(ours: np.ndarray, theirs: np.ndarray) -> None:
    alone, together = Devices(PLACES), Devices(PLACES)
    for offset in ours:
        alone.add("ours", offset)
        together.add("ours", offset)
        for other in theirs:
            together.add("theirs", other)
    assert alone.strange("ours") == together.strange("ours")


def test_what_all_films_of_a_device_share_shows_in_their_mean() -> None:
    rng = np.random.default_rng(3)
    devices = Devices(PLACES)
    shifted = rng.normal(size=(8, 2)) + np.array([1.2, 0.0])
    assert not any(PLACES.strange_film(o) for o in shifted if strangeness(o) <= 2)
    told = [devices.add("new", offset) for offset in shifted]
    assert told[:3] == [False] * 3
    assert told[-1]
    assert not devices.strange("unheard of")


def test_the_card_carries_it_and_an_older_one_goes_without() -> None:
    card = dataclasses.replace(CARD, familiarity=PLACES)
    again = ModelCard.from_json(card.to_json())
    assert again.familiarity == PLACES
    old = json.loads(CARD.to_json())
    old.pop("familiarity")
    assert ModelCard.from_json(json.dumps(old)).familiarity is None


@pytest.mark.parametrize(
    "change",
    [
        {"centres": {"a": (0.0,), "b": (0.0, 1.0)}},
        {"centres": {}},
        {"whitening": "AAA"},
        {"whitening": packed(np.zeros((5, 1)))},
        {"most_device": {0: 1.0}},
    ],
)
def test_statistics_that_do_not_fit_together_are_refused(change: dict) -> None:
    with pytest.raises(ValueError, match=r"familiarity|whitening"):
        dataclasses.replace(PLACES, **change)


def assessment(probability: float, *, unfamiliar: bool) -> Assessment:
    found = tuple(Finding(name, probability, (0.0, 1.0)) for name in CARD.findings)
    return Assessment(found, "", "m", "1", "0", "0", "CPU", 0.0, 0.0, unfamiliar=unfamiliar)


@settings(deadline=None)
@given(st.floats(0, 1))
def test_an_unfamiliar_film_is_never_flagged_and_never_sinks(probability: float) -> None:
    known, strange = (assessment(probability, unfamiliar=u) for u in (False, True))
    seen, unsure = labels(CARD, known, 0.95), labels(CARD, strange, 0.95)
    assert not any(x.state is State.FLAGGED for x in unsure)
    states = {x.finding.name: x.state for x in seen}
    for label in unsure:
        capped = State.UNCERTAIN if states[label.finding.name] is State.FLAGGED else None
        assert label.state is (capped or states[label.finding.name])
    order = urgency(CARD.urgency_weights, unsure, CARD.alarm, unfamiliar=True)
    assert order >= urgency(CARD.urgency_weights, seen, CARD.alarm)
    assert order > 0
