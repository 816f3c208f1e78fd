"""What is drawn into normal lungs, and how it is taught."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from training.config import Augmentation, Experiment
from training.loading import Films, Views
from training.losses import CrossEntropy
from training.opacities import with_opacities

MASK = np.zeros((64, 64), np.uint8)
MASK[12:52, 8:28] = MASK[12:52, 36:56] = 255
FILM = np.tile(np.linspace(20, 220, 160).astype(np.uint8), (160, 1))


@given(seed=st.integers(0, 2**32 - 1))
def test_opacities_are_white_and_in_the_lungs(seed: int) -> None:
    drawn = with_opacities(FILM, MASK, np.random.default_rng(seed))
    more = drawn.astype(int) - FILM
    assert more.min() >= -1  # rounding
    lungs = np.kron(MASK[::1], np.ones((3, 3), np.uint8))[:160, :160]
    assert lungs.shape == FILM.shape
    far = np.zeros_like(FILM, bool)
    far[:20] = far[140:] = True
    assert not more[far].any()


def test_most_draws_are_seen_and_a_seed_repeats_them() -> None:
    changed = [
        np.abs(with_opacities(FILM, MASK, np.random.default_rng(k)).astype(int) - FILM).max()
        for k in range(40)
    ]
    assert np.mean(np.array(changed) > 15) > 0.9
    one, again = (with_opacities(FILM, MASK, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(one, again)
    assert with_opacities(FILM, np.zeros_like(MASK), np.random.default_rng(3)) is FILM


def test_only_normal_films_are_drawn_on_and_are_then_anything_else() -> None:
    experiment = replace(Experiment(), augmentation=Augmentation(strength=0, opacities=1.0))
    targets = np.eye(5, dtype=np.float32)[[0, 3]]
    films = Films(np.stack([FILM] * 2), targets, np.zeros(2, np.int64), masks=np.stack([MASK] * 2))
    views, plain = (
        Views(experiment, films),
        Views(replace(experiment, augmentation=Augmentation(strength=0)), films),
    )
    changed, target, _ = views[(0, 0, 0)]
    np.testing.assert_array_equal(target, [0, np.nan, np.nan, np.nan, np.nan])
    assert np.abs(changed - plain[(0, 0, 0)][0]).max() > 0.1
    same, target, _ = views[(0, 1, 1)]
    np.testing.assert_array_equal(target, targets[1])
    np.testing.assert_array_equal(same, plain[(0, 1, 1)][0])


def test_a_film_of_one_of_several_classes_costs_what_these_do_not_hold() -> None:
    logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 0.1, 0.2]], requires_grad=True)
    targets = torch.tensor([[0.0, torch.nan, torch.nan], [0.0, 1.0, 0.0]])
    losses = CrossEntropy(torch.ones(3), smoothing=0.05).each(logits, targets)
    shares = torch.softmax(logits.detach(), 1)
    assert losses[0].item() == pytest.approx(-torch.log(shares[0, 1:].sum()).item(), rel=1e-5)
    whole = CrossEntropy(torch.ones(3), smoothing=0.05).each(logits, targets.nan_to_num(0))
    assert losses[1].item() == pytest.approx(whole[1].item())
    losses.sum().backward()
    assert logits.grad is not None
    assert torch.isfinite(logits.grad).all()
    assert logits.grad[0, 0] > 0


def test_what_cannot_be_taught_so_is_refused() -> None:
    with pytest.raises((ValueError, ValidationError), match="opacities"):
        replace(Experiment(), augmentation=Augmentation(opacities=0.3, mixup=0.2))
    with pytest.raises((ValueError, ValidationError), match="opacities"):
        replace(
            Experiment(),
            augmentation=Augmentation(opacities=0.3),
            classes={"a": ("covid19",), "b": ("lung_opacity",)},
        )
