"""Mixed films keep what they must: shares of labels, the order of greys, their own label."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from training.config import Augmentation
from training.mixing import mix, mix_styles, mixup, partners

SIDE = 40


def films(count: int = 8, channels: int = 1, seed: int = 0) -> Tensor:
    """Return normalised films whose histograms differ by source (odd and even)."""
    rng = np.random.default_rng(seed)
    plain = rng.random((count, 1, SIDE, SIDE)).astype(np.float32)
    plain[1::2] **= 4
    plain[:, :, :4] = 0
    plain = (plain - plain.mean((1, 2, 3), keepdims=True)) / plain.std((1, 2, 3), keepdims=True)
    return torch.from_numpy(plain.repeat(channels, 1))


def targets(count: int = 8) -> Tensor:
    return torch.eye(4)[torch.arange(count) % 4]


def sources(count: int = 8) -> np.ndarray:
    return np.arange(count) % 2


def generator(seed: int = 1) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_off_is_the_same_batch_and_no_draw() -> None:
    random, batch, labels = generator(), films(), targets()
    before = random.get_state()
    mixed, shares = mix(batch, labels, sources(), random, Augmentation())
    assert mixed is batch
    assert shares is labels
    assert torch.equal(random.get_state(), before)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_seed_repeats_the_batch_and_leaves_the_given_one_alone(channels: int) -> None:
    batch = films(channels=channels)
    both = Augmentation(mixup=0.4, style_mixing=0.5)
    one = mix(batch, targets(), sources(), generator(), both)
    two = mix(batch, targets(), sources(), generator(), both)
    other = mix(batch, targets(), sources(), generator(2), both)
    assert torch.equal(one[0], two[0])
    assert torch.equal(one[1], two[1])
    assert not torch.equal(one[0], other[0])
    assert one[0].shape == batch.shape
    assert one[0].dtype == torch.float32
    assert torch.equal(batch, films(channels=channels))


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), alpha=st.floats(0.05, 4))
def test_mixup_gives_films_and_targets_the_same_shares(seed: int, alpha: float) -> None:
    labels = targets()
    # Films that are their own targets show what went where.
    batch = labels[:, None, :, None].expand(8, 1, 4, 4).contiguous()
    mixed, shares = mixup(batch, labels, np.random.default_rng(seed), alpha=alpha)
    assert shares.sum(1).numpy() == pytest.approx(1, abs=1e-6)
    assert (shares >= 0).all()
    assert torch.equal(mixed[:, 0, :, 0], shares)


def test_mixup_leaves_unknown_labels_unknown() -> None:
    labels = targets()
    labels[:, 2] = torch.nan
    _, shares = mixup(films(), labels, np.random.default_rng(1), alpha=0.4)
    assert shares[:, 2].isnan().all()
    assert not shares[:, :2].isnan().any()


@settings(max_examples=30, deadline=None)
@given(
    places=st.lists(st.integers(0, 3), min_size=1, max_size=12),
    seed=st.integers(0, 10_000),
    chance=st.floats(0, 1),
)
def test_a_style_never_comes_from_the_films_own_source(
    places: list[int], seed: int, chance: float
) -> None:
    given_sources = np.array(places)
    changed, lenders = partners(given_sources, np.random.default_rng(seed), chance=chance)
    assert (given_sources[changed] != given_sources[lenders]).all()
    if chance == 1 and len(set(places)) > 1:
        assert changed.size == len(places)


def test_one_source_has_no_style_to_take() -> None:
    batch = films()
    everything = Augmentation(style_mixing=1.0)
    mixed, _ = mix(batch, targets(), np.zeros(8, np.int64), generator(), everything)
    assert torch.equal(mixed, batch)


def test_styles_change_greys_and_neither_labels_nor_order() -> None:
    batch, labels = films(channels=3), targets()
    everything = Augmentation(style_mixing=1.0)
    mixed, shares = mix(batch, labels, sources(), generator(), everything)
    assert shares is labels
    assert (mixed - batch).abs().mean() > 0.05
    assert mixed.mean((1, 2, 3)).numpy() == pytest.approx(0, abs=1e-4)
    assert mixed.std((1, 2, 3), correction=0).numpy() == pytest.approx(1, abs=1e-3)
    for before, after in zip(batch, mixed, strict=True):
        assert torch.equal(after[0], after[2])
        rising = after[0].flatten()[before[0].flatten().argsort()]
        assert (rising.diff() > -1e-5).all()
        border = after[0, :4]
        assert border.max() - border.min() < 1e-5


def test_styles_move_towards_the_other_sources_histogram() -> None:
    batch = films()

    def skew(of: Tensor) -> Tensor:
        return (of[:, 0, 4:] ** 3).mean((1, 2))

    mixed = torch.stack(
        [mix_styles(batch, sources(), np.random.default_rng(s), chance=1.0) for s in range(8)]
    ).mean(0)
    gap_before = skew(batch[1::2]).mean() - skew(batch[::2]).mean()
    gap_after = skew(mixed[1::2]).mean() - skew(mixed[::2]).mean()
    assert abs(gap_after) < 0.6 * abs(gap_before)


def test_blank_films_neither_give_nor_take() -> None:
    batch = films(4)
    batch[0] = 0
    batch[1] = 0
    mixed = mix_styles(batch, np.array([0, 1, 0, 0]), np.random.default_rng(1), chance=1.0)
    assert torch.equal(mixed, batch)
