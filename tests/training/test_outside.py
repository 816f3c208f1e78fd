"""The lungs stay and what lies around them goes; random convolutions; strata of the sampling."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import torch

from engine.models.preprocessing import Preprocessing, prepare
from engine.types import Radiograph
from training.augment import augment
from training.config import Augmentation, Experiment, Fitting, Imbalance
from training.datasets.sample import Sample
from training.loading import Films, Views
from training.mixing import convolve_at_random, mix
from training.outside import other_outside, without_lungs
from training.sampling import sampler, weights

MASK = np.zeros((64, 64), np.uint8)
MASK[20:44, 16:48] = 255


def film(seed: int = 0, side: int = 128, noise: float = 5.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    ramp = np.linspace(40, 200, side)[None] + np.linspace(0, 30, side)[:, None]
    return (ramp + rng.normal(0, noise, (side, side))).clip(0, 255).astype(np.uint8)


def test_the_inside_stays_and_the_outside_is_anothers_or_noise() -> None:
    own, other = film(1), film(2)[:, ::-1].copy()
    inside, far = np.s_[44:84, 36:92], np.s_[:10]
    lent = noisy = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        shown = other_outside(own, MASK, other, rng, chance=1.0)
        assert shown.dtype == np.uint8
        middle = np.abs(shown[inside].astype(int) - own[inside])
        assert np.median(middle) <= 2
        outside = shown[far].astype(float)
        brought = np.clip(other[far] + own.mean() - other.mean(), 0, 255)
        is_lent = np.abs(outside - brought).mean() < 2
        lent += is_lent
        noisy += not is_lent and np.abs(outside - own[far]).mean() > 5
    assert lent + noisy == 20
    assert 4 <= lent <= 16


def test_a_film_without_lungs_and_an_unchosen_one_stay() -> None:
    rng = np.random.default_rng(0)
    own = film(1)
    nowhere = other_outside(own, np.zeros_like(MASK), film(2), rng, chance=1.0)
    np.testing.assert_array_equal(nowhere, own)
    np.testing.assert_array_equal(other_outside(own, MASK, film(2), rng, chance=0.0), own)


def test_a_film_without_its_lungs_keeps_the_rest_and_says_nothing() -> None:
    own = film(1)
    blank = without_lungs(own, MASK, np.random.default_rng(0))
    inside = cv2.resize(MASK, own.shape, interpolation=cv2.INTER_NEAREST) > 0
    assert np.ptp(blank[inside]) == 0
    np.testing.assert_array_equal(blank[:20], own[:20])
    asked = replace(Experiment(), augmentation=Augmentation(strength=0, blanked=0.5))
    targets = np.tile(np.eye(5, dtype=np.float32)[3], (40, 1))
    films = Films(
        np.stack([own] * 40), targets, np.zeros(40, np.int64), masks=np.stack([MASK] * 40)
    )
    views, plain = (
        Views(asked, films),
        Views(replace(asked, augmentation=Augmentation(strength=0)), films),
    )
    taught = 0
    for k in range(40):
        view, target, _ = views[(0, k, k)]
        changed = np.abs(view - plain[(0, k, k)][0]).max() > 0.1
        np.testing.assert_allclose(target, 0.2 if changed else targets[k])
        taught += changed
    assert 10 <= taught <= 30


def test_training_sees_the_lungs_alone_as_the_engine_does() -> None:
    recipe = Preprocessing(size=64, lungs_only=0.05)
    wanted = prepare(
        Radiograph(stored=film(noise=0.0), source="", kind="PNG"), recipe, lung_mask=MASK
    ).tensor[0, 0]
    still = Augmentation(strength=0)
    found = augment(
        film(noise=0.0),
        np.random.default_rng(0),
        augmentation=still,
        preprocessing=recipe,
        mask=MASK,
    )[0]
    assert np.abs(found - wanted).mean() < 0.06
    assert np.ptp(found[:6]) < 1e-3 < np.ptp(found[28:36])


def test_the_mask_moves_with_its_film() -> None:
    """What lies outside says nothing, however a film is turned, moved and flipped."""
    mask = np.zeros((64, 64), np.uint8)
    mask[24:40, 12:36] = 255
    dark, bright = film(noise=0.0), np.full((128, 128), 255, np.uint8)
    bright[34:94, 10:86] = dark[34:94, 10:86]
    recipe = Preprocessing(size=64, lungs_only=0.0, crop=0.0)
    names = ("tone", "local_contrast", "resolution", "jpeg", "noise", "text", "erase_rim", "cutout")
    moved = Augmentation(**dict.fromkeys(names, 0.0), flip=True, shift=0.15, rotation_deg=30.0)

    def view(square: np.ndarray, seed: int, recipe: Preprocessing) -> np.ndarray:
        rng = np.random.default_rng(seed)
        return augment(square, rng, augmentation=moved, preprocessing=recipe, mask=mask)[0]

    whole = replace(recipe, lungs_only=None)
    for seed in range(10):
        np.testing.assert_allclose(view(dark, seed, recipe), view(bright, seed, recipe), atol=0.02)
        assert np.abs(view(dark, seed, whole) - view(bright, seed, whole)).max() > 0.5


def test_a_random_convolution_keeps_shapes_polarity_and_scale() -> None:
    smooth = torch.nn.functional.interpolate(
        torch.randn(12, 1, 4, 4, generator=torch.Generator().manual_seed(0)),
        size=48,
        mode="bicubic",
    )
    smooth = (smooth - smooth.mean((1, 2, 3), keepdim=True)) / smooth.std(
        (1, 2, 3), keepdim=True, correction=0
    )
    films = smooth.expand(-1, 3, -1, -1)
    changed = convolve_at_random(films, np.random.default_rng(0), chance=1.0)
    torch.testing.assert_close(changed.mean((1, 2, 3)), torch.zeros(12), atol=1e-4, rtol=0)
    torch.testing.assert_close(changed.std((1, 2, 3)), torch.ones(12), atol=1e-2, rtol=0)
    torch.testing.assert_close(changed[:, 0], changed[:, 2])
    likeness = (changed * films).mean((1, 2, 3))
    # Inverted films would be at -1.
    assert likeness.min() > -0.5
    assert 0.5 < likeness.mean() < 0.999
    blank = torch.zeros(2, 1, 32, 32)
    assert not convolve_at_random(blank, np.random.default_rng(0), chance=1.0).any()


def test_convolutions_are_drawn_film_by_film_and_only_when_asked() -> None:
    films, targets = torch.randn(40, 1, 32, 32), torch.eye(40)
    sources = np.arange(40) % 2
    same, _ = mix(films, targets, sources, torch.Generator(), Augmentation())
    assert same is films
    some, _ = mix(films, targets, sources, torch.Generator(), Augmentation(random_convolution=0.5))
    untouched = (some == films).flatten(1).all(1).sum()
    assert 8 <= untouched <= 32


def samples() -> list[Sample]:
    """Return a class from two places; films of one are of three kinds, one of them rare."""
    kinds = (("a", "PA", "adult", 30), ("a", "AP", "adult", 8), ("a", "AP", "child", 2))
    rows = [(*kind, "normal") for kind in kinds] + [("b", "AP", "adult", 20, "normal")]
    rows += [("b", "PA", "adult", 6, "covid19"), ("b", "AP", "adult", 3, "covid19")]
    return [
        Sample(Path(f"{row}{i}"), finding, f"{row}{i}", source, "train", view, age)
        for row, (source, view, age, number, finding) in enumerate(rows)
        for i in range(number)
    ]


def test_balanced_batches_are_equal_by_every_stratum_in_turn() -> None:
    films = samples()
    experiment = Experiment(
        imbalance=Imbalance(sampling="balanced", strata=("source", "view", "age_group")),
        fitting=Fitting(films_per_epoch=160, batch=16),
    )
    drawn = Counter(
        (films[i].finding, films[i].source, films[i].view, films[i].age_group)
        for i in sampler(experiment, films)(0)
    )
    assert drawn == {
        ("normal", "a", "PA", "adult"): 20,
        ("normal", "a", "AP", "adult"): 10,
        ("normal", "a", "AP", "child"): 10,
        ("normal", "b", "AP", "adult"): 40,
        ("covid19", "b", "PA", "adult"): 40,
        ("covid19", "b", "AP", "adult"): 40,
    }


def test_powers_weigh_the_cells_of_the_strata() -> None:
    films = samples()
    chance = weights(films, class_power=0.0, source_power=0.0, strata=("source", "view"))
    cells: Counter[tuple[str, str, str]] = Counter()
    for sample, share in zip(films, chance, strict=True):
        cells[sample.finding, sample.source, sample.view] += share  # type: ignore[assignment]
    normal = [share for (finding, *_), share in cells.items() if finding == "normal"]
    np.testing.assert_allclose(normal, 1 / 6)
