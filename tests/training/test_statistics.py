"""Sampling, calibration and intervals do what they say."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.calibrate import (
    expected_calibration_error,
    fit_calibration,
    operating_curve,
    resamples,
)
from training.datasets.sample import Sample
from training.sampling import epoch_order, weights


def samples(*counts: tuple[str, str, int]) -> list[Sample]:
    return [
        Sample(Path(f"{f}{s}{i}"), f, f"{f}{s}{i}", s, "train")
        for f, s, n in counts
        for i in range(n)
    ]


@given(st.lists(st.integers(1, 30), min_size=4, max_size=4), st.floats(0, 1), st.floats(0, 1))
def test_chances_add_up_and_power_zero_is_equal_mass(counts: list[int], a: float, b: float) -> None:
    films = samples(*zip("ABAB", "xxyy", counts, strict=True))
    assert weights(films, class_power=a, source_power=b).sum() == pytest.approx(1)
    equal = weights(films, class_power=0, source_power=0)
    for finding in "AB":
        for source in "xy":
            chosen = [s.finding == finding and s.source == source for s in films]
            assert equal[chosen].sum() == pytest.approx(0.25)
    plain = weights(films, class_power=1, source_power=1)
    np.testing.assert_allclose(plain, 1 / len(films))


def test_an_epoch_is_repeated_by_its_seed() -> None:
    chance = np.full(50, 0.02)
    one = epoch_order(chance, films=100, seed=1, epoch=2)
    np.testing.assert_array_equal(one, epoch_order(chance, films=100, seed=1, epoch=2))
    assert (one != epoch_order(chance, films=100, seed=1, epoch=3)).any()


def test_calibration_finds_the_temperature_back() -> None:
    rng = np.random.default_rng(1)
    true = rng.normal(0, 2, (20_000, 3))
    odds = np.exp(true) / np.exp(true).sum(1, keepdims=True)
    labels = np.array([rng.choice(3, p=p) for p in odds])
    found = fit_calibration((true * 2.5).astype(np.float32), labels)
    assert found.temperature == pytest.approx(2.5, rel=0.05)
    assert np.ptp(found.bias) < 0.1


def test_operating_curve_reaches_its_sensitivity_with_the_highest_threshold() -> None:
    rng = np.random.default_rng(1)
    truth = rng.random(2000) < 0.3
    score = np.clip(rng.normal(0.4 + 0.2 * truth, 0.1), 0, 1)
    curve = operating_curve(score, truth, np.arange(2000).astype(str))
    for wanted, threshold in zip(curve.sensitivity, curve.threshold, strict=True):
        assert (score[truth] >= threshold - 1e-6).mean() >= wanted - 1e-9
        assert (score[truth] > threshold + 1e-6).mean() <= wanted


def test_resamples_never_divide_a_group() -> None:
    groups = np.array(list("aabbbcd"))
    for rows in resamples(groups, count=20):
        for group in "abcd":
            size = (groups == group).sum()
            assert (groups[rows] == group).sum() % size == 0


def test_calibration_error_is_zero_for_perfect_and_large_for_wrong() -> None:
    truth = np.array([True, False] * 50)
    assert expected_calibration_error(truth.astype(float), truth) == 0
    assert expected_calibration_error(1 - truth.astype(float), truth) == 1
