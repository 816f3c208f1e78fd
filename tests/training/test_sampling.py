"""Every way of sampling gives what its name says, and the same again for the same seed."""

from collections import Counter
from pathlib import Path
from typing import Literal, get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.config import Experiment, Fitting, Imbalance
from training.datasets.sample import Sample
from training.sampling import epoch_order, sampler, weights

Way = Literal["powers", "as_is", "over", "under", "balanced"]
COUNTS = (("normal", "a", 30), ("normal", "b", 6), ("covid19", "a", 4), ("covid19", "c", 5))


def films(*counts: tuple[str, str, int]) -> list[Sample]:
    return [
        Sample(Path(f"{f}{s}{i}"), f, f"{f}{s}{i}", s, "train")
        for f, s, n in counts
        for i in range(n)
    ]


def experiment(way: Way, *, number: int = 0, batch: int = 8) -> Experiment:
    return Experiment(
        imbalance=Imbalance(sampling=way), fitting=Fitting(films_per_epoch=number, batch=batch)
    )


def classes_of(samples: list[Sample], order: np.ndarray) -> Counter[str]:
    return Counter(samples[i].finding for i in order)


@pytest.mark.parametrize("way", get_args(Way))
@pytest.mark.parametrize("number", [0, 100])
def test_an_epoch_is_repeated_and_the_next_is_another(way: Way, number: int) -> None:
    samples = films(*COUNTS)
    order = sampler(experiment(way, number=number), samples)
    again = sampler(experiment(way, number=number), samples)
    np.testing.assert_array_equal(order(3), again(3))
    assert len(order(3)) == (number or {"over": 72, "under": 18}.get(way, 45))
    assert order(3).tolist() != order(4).tolist()


def test_powers_draw_as_they_always_did() -> None:
    samples = films(*COUNTS)
    chance = weights(samples, class_power=0.5, source_power=0.5)
    expected = epoch_order(chance, films=64, seed=1, epoch=2)
    np.testing.assert_array_equal(sampler(experiment("powers", number=64), samples)(2), expected)


@given(st.lists(st.integers(1, 20), min_size=3, max_size=3))
@settings(max_examples=30)
def test_over_under_and_as_is_count_right(counts: list[int]) -> None:
    samples = films(*zip("ABC", "xyz", counts, strict=True))
    assert sorted(sampler(experiment("as_is"), samples)(0)) == list(range(len(samples)))
    over, under = (sampler(experiment(way), samples)(0) for way in ("over", "under"))
    assert classes_of(samples, over) == dict.fromkeys("ABC", max(counts))
    assert classes_of(samples, under) == dict.fromkeys("ABC", min(counts))
    assert len(set(under.tolist())) == len(under)
    for finding, count in zip("ABC", counts, strict=True):
        times = Counter(i for i in over.tolist() if samples[i].finding == finding)
        assert len(times) == count
        assert max(times.values()) - min(times.values()) <= 1


@given(st.lists(st.integers(1, 20), min_size=4, max_size=4), st.integers(2, 24))
@settings(max_examples=30)
def test_balanced_batches_are_equal_by_class_and_by_source_in_it(
    counts: list[int], batch: int
) -> None:
    samples = films(*zip("AABB", "xyxz", counts, strict=True))
    order = sampler(experiment("balanced", number=batch * 5, batch=batch), samples)(0)
    for start in range(0, len(order), batch):
        part = [samples[i] for i in order[start : start + batch]]
        classes = Counter(s.finding for s in part)
        assert abs(classes["A"] - classes["B"]) <= 1
        for finding, places in (("A", "xy"), ("B", "xz")):
            sources = Counter(s.source for s in part if s.finding == finding)
            assert abs(sources[places[0]] - sources[places[1]]) <= 1


def test_balanced_sampling_shows_all_of_a_place_before_it_repeats() -> None:
    samples = films(("A", "x", 7), ("B", "x", 3))
    order = sampler(experiment("balanced", number=14), samples)(0)
    assert sorted(i for i in order if i < 7) == list(range(7))
