"""What the disturbances do to a film, and what they leave alone."""

import dataclasses

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.errors import UnusableModel
from engine.models.preprocessing import Preprocessing, normalise, prepare
from engine.types import Radiograph
from training.augment import augment, geometry, tone_table
from training.config import Augmentation

FACTORS = (
    "tone",
    "brightness",
    "local_contrast",
    "resolution",
    "blur",
    "jpeg",
    "noise",
    "text",
    "erase_rim",
    "cutout",
)
STILL = Augmentation(zoom=(1.0, 1.0), rotation_deg=0.0, shift=0.0, **dict.fromkeys(FACTORS, 0.0))
RECIPE = Preprocessing(size=64)


def chest(side: int = 80) -> np.ndarray:
    """Draw two dark lungs, ribs, and a bright spot in one of them: nothing is symmetric."""
    y, x = np.mgrid[0:side, 0:side] / side
    film = 190 - 60 * np.abs(x - 0.5) + 20 * np.sin(y * 50)
    for centre, dark in ((0.3, 110), (0.7, 90)):
        film -= dark * np.exp(-(((x - centre) / 0.12) ** 4) - ((y - 0.5) / 0.3) ** 4)
    film[int(side * 0.6) : int(side * 0.66), int(side * 0.66) : int(side * 0.75)] += 60
    film = (film - film.min()) / np.ptp(film) * 255
    return film.astype(np.uint8)


def view(augmentation: Augmentation, seed: int = 0, **more: object) -> np.ndarray:
    film = more.pop("film", chest())
    more = {"preprocessing": RECIPE, **more}
    return augment(film, np.random.default_rng(seed), augmentation=augmentation, **more)  # type: ignore[arg-type]


def shape_only(augmentation: Augmentation, seed: int) -> np.ndarray:
    """Return the view with its geometry alone: what all other disturbances start from."""
    rng = np.random.default_rng(seed)
    moved = geometry(chest(), rng, augmentation=augmentation, preprocessing=RECIPE)
    return normalise(moved.astype(np.float32) / np.float32(255), RECIPE, every=1)


@settings(max_examples=30, deadline=None)
@example(seed=249, strength=5e-324, size=32, channels=1, clip=0.0)
@given(
    seed=st.integers(0, 10_000),
    strength=st.floats(0, 2),
    size=st.sampled_from([32, 64, 75]),
    channels=st.sampled_from([1, 3]),
    clip=st.sampled_from([0.0, 2.0]),
)
def test_any_view_is_normalised_and_repeated_by_its_seed(
    seed: int, strength: float, size: int, channels: int, clip: float
) -> None:
    recipe = Preprocessing(size=size, channels=channels, clahe_clip=clip)
    every = Augmentation(strength=strength, brightness=1.0, blur=1.0, flip=True)
    film = chest()
    shown = view(every, seed, film=film, preprocessing=recipe)
    assert shown.shape == (channels, size, size)
    assert shown.dtype == np.float32
    assert np.isfinite(shown).all()
    assert shown.mean() == pytest.approx(0, abs=1e-3)
    assert shown.std() == pytest.approx(1, abs=1e-3) or not shown.any()
    np.testing.assert_array_equal(shown, view(every, seed, film=film, preprocessing=recipe))
    np.testing.assert_array_equal(film, chest())


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_blank_film_stays_finite(seed: int, value: int) -> None:
    blank = np.full((80, 80), value, np.uint8)
    assert np.isfinite(view(Augmentation(strength=2), seed, film=blank)).all()


@pytest.mark.parametrize("lungs", [None, (0.15, 0.1, 0.85, 0.9), (0.0, 0.0, 0.0, 0.0)])
def test_strength_zero_is_the_engines_film(lungs: tuple[float, ...] | None) -> None:
    recipe = Preprocessing(size=64, lung_margin=None if lungs is None else 0.1)
    film = chest(160)
    wanted = prepare(Radiograph(stored=film, source="", kind="PNG"), recipe, lungs=lungs).tensor[0]  # type: ignore[arg-type]
    found = view(Augmentation(strength=0), film=film, preprocessing=recipe, lungs=lungs)
    assert np.abs(found - wanted).mean() < 0.06
    shifted = np.roll(wanted, 2, axis=2)
    assert np.abs(found - wanted).mean() < np.abs(found - shifted).mean() / 3


@pytest.mark.parametrize("name", FACTORS)
def test_each_factor_alone_changes_the_film_and_zero_leaves_it(name: str) -> None:
    changed = [
        np.abs(view(dataclasses.replace(STILL, **{name: 1.0}), seed) - shape_only(STILL, seed))
        for seed in range(30)
    ]
    assert max(c.mean() for c in changed) > 0.01
    for seed in range(5):
        np.testing.assert_array_equal(view(STILL, seed)[0], shape_only(STILL, seed))


@pytest.mark.parametrize("name", FACTORS)
def test_a_larger_factor_disturbs_more(name: str) -> None:
    def change(factor: float) -> float:
        recipe = dataclasses.replace(STILL, **{name: factor})
        return float(
            np.mean([np.abs(view(recipe, s) - shape_only(STILL, s)).mean() for s in range(30)])
        )

    assert change(0.4) < change(1.5)


def test_strength_multiplies_the_factors() -> None:
    one = dataclasses.replace(STILL, noise=1.0, strength=0.5, tone=0.8)
    other = dataclasses.replace(STILL, noise=0.5, strength=1.0, tone=0.4)
    np.testing.assert_array_equal(view(one, 3), view(other, 3))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), tone=st.floats(0, 3), brightness=st.floats(0, 3))
def test_tone_keeps_the_order_of_greys(seed: int, tone: float, brightness: float) -> None:
    recipe = Augmentation(tone=tone, brightness=brightness)
    table = tone_table(np.random.default_rng(seed), recipe)
    assert (np.diff(table) >= 0).all()
    assert table.min() >= 0
    assert table.max() <= 1


def test_a_film_is_mirrored_only_when_asked() -> None:
    mirrored = 0
    for seed in range(20):
        plain = shape_only(STILL, seed)
        shown = view(dataclasses.replace(STILL, flip=True), seed)[0]
        is_mirrored = np.abs(shown - plain[:, ::-1]).max() < 1e-5
        assert is_mirrored or np.abs(shown - plain).max() < 1e-5
        mirrored += is_mirrored
    assert 4 <= mirrored <= 16


def test_a_lung_crop_shows_the_box_and_its_margin() -> None:
    film = np.zeros((200, 200), np.uint8)
    film[60:140, 40:120] = np.linspace(100, 200, 80)
    box = (0.3, 0.2, 0.7, 0.6)
    recipe = Preprocessing(size=64, lung_margin=0.0, percentiles=(0.0, 100.0))
    still = Augmentation(strength=0)
    inside = view(still, film=film, preprocessing=recipe, lungs=box)[0]
    rising = np.diff(inside[2:-2, 2:-2], axis=1)
    assert (rising > -1e-3).all()
    grown = dataclasses.replace(recipe, lung_margin=0.5)
    around = view(still, film=film, preprocessing=grown, lungs=box)[0]
    assert np.ptp(around[:, :14]) < 1e-6 < np.ptp(around[32, 17:47])


def test_a_lung_recipe_without_lungs_is_refused() -> None:
    with pytest.raises(UnusableModel, match="lung model"):
        view(Augmentation(), preprocessing=Preprocessing(size=64, lung_margin=0.1))


def test_disturbances_are_of_the_same_kind_at_any_size() -> None:
    """Text covers the same share of a film, however many pixels it has."""

    def share(size: int) -> float:
        recipe, film = Preprocessing(size=size), chest(size)
        lettered = dataclasses.replace(STILL, text=3.0)
        pairs = [
            (
                view(lettered, s, film=film, preprocessing=recipe),
                view(STILL, s, film=film, preprocessing=recipe),
            )
            for s in range(30)
        ]
        return float(np.mean([(np.abs(a - b) > 0.5).mean() for a, b in pairs]))

    assert share(128) == pytest.approx(share(256), rel=0.5)
