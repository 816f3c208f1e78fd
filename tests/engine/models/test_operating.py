"""Thresholds, states and urgency follow the card."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.models.bundle import read_bundle
from engine.models.catalog import find
from engine.models.operating import (
    OperatingPoint,
    labels,
    operating_point,
    sensitivity_range,
    urgency,
)
from engine.types import Assessment, Finding, State

CARD = read_bundle(find("standard")).card
LOW, HIGH = sensitivity_range(CARD)
SENSITIVITY = st.floats(LOW, HIGH)


def assessment(leaves: Sequence[float]) -> Assessment:
    by_leaf = dict(zip(CARD.leaves, leaves, strict=True))
    findings = []
    for name in CARD.findings:
        p = min(1.0, sum(by_leaf[x] for x in CARD.leaves_of(name)))
        findings.append(Finding(name, p, CARD.reliability[name].interval(p)))
    return Assessment(tuple(findings), "", "m", "1", "0", "0", "CPU", 0.0, 0.0)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    raw = draw(st.lists(st.floats(1e-6, 1), min_size=5, max_size=5))
    return assessment([v / sum(raw) for v in raw])


@given(assessments(), SENSITIVITY, SENSITIVITY)
def test_asking_for_more_sensitivity_never_unflags(
    film: Assessment, one: float, two: float
) -> None:
    low, high = sorted((one, two))
    flagged = {x.finding.name for x in labels(CARD, film, low) if x.state is State.FLAGGED}
    more = {x.finding.name for x in labels(CARD, film, high) if x.state is State.FLAGGED}
    assert flagged <= more


@given(assessments(), SENSITIVITY)
def test_labels_keep_every_finding_flagged_first_normal_last(film: Assessment, at: float) -> None:
    found = labels(CARD, film, at)
    assert sorted(x.finding.name for x in found) == sorted(CARD.findings)
    assert found[-1].finding.name == "normal"
    states = [list(State).index(x.state) for x in found[:-1]]
    assert states == sorted(states)


@given(assessments(), SENSITIVITY)
def test_a_flagged_film_is_never_less_urgent_than_an_unflagged_one(
    film: Assessment, at: float
) -> None:
    found = labels(CARD, film, at)
    value = urgency(CARD.urgency_weights, found, CARD.alarm)
    assert 0 <= value <= 1
    if any(x.finding.name == CARD.alarm and x.state is State.FLAGGED for x in found):
        assert value > 0


@given(assessments())
def test_derived_findings_add_up_and_intervals_hold_the_probability(film: Assessment) -> None:
    p = film.probability
    parts = p("bacterial_pneumonia") + p("viral_pneumonia") + p("covid19")
    assert p("pneumonia") == pytest.approx(parts)
    assert p("abnormal") == pytest.approx(1 - p("normal"), abs=1e-9)
    for finding in film.findings:
        assert finding.interval[0] <= finding.probability <= finding.interval[1]


@pytest.mark.parametrize("finding", CARD.findings)
def test_curves_reach_what_they_say(finding: str) -> None:
    curve = CARD.operating[finding]
    assert list(curve.threshold) == sorted(curve.threshold, reverse=True)
    for low, value, high in zip(
        curve.sensitivity_low, curve.sensitivity, curve.sensitivity_high, strict=True
    ):
        assert low <= value + 0.02
        assert value <= high + 0.02


def test_predictive_values_follow_bayes() -> None:
    point = OperatingPoint(0.5, 0.9, (0.8, 0.95), 0.8, (0.7, 0.9))
    assert point.ppv(0.1) == pytest.approx(0.09 / (0.09 + 0.18))
    assert point.npv(0.1) == pytest.approx(0.72 / (0.72 + 0.01))
    assert point.ppv(0.0) == 0
    assert OperatingPoint(0, 0, (0, 0), 1, (1, 1)).ppv(0.5) == 0


def test_a_sensitivity_outside_the_curve_is_clamped() -> None:
    assert operating_point(CARD, "abnormal", 0.0) == operating_point(CARD, "abnormal", LOW)
