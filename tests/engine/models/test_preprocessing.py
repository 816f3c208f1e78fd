"""What the model sees depends on the film alone."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.models.preprocessing import Preprocessing, prepare
from engine.types import Radiograph, Rescale, Window

RECIPE = Preprocessing(size=64)


def film(stored: np.ndarray, **more: object) -> Radiograph:
    return Radiograph(stored=stored, source="test", kind="DICOM", **more)  # type: ignore[arg-type]


def scene(rows: int = 200, columns: int = 240, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:rows, 0:columns]
    smooth = np.sin(x / 30) + np.cos(y / 20) + rng.normal(0, 0.05, (rows, columns))
    return ((smooth + 3) * 500).astype(np.int16)


def test_the_readers_window_and_the_files_window_change_nothing() -> None:
    plain = film(scene(), bits_stored=12)
    windowed = dataclasses.replace(plain, vois=(Window(40, 80), Window(1000, 5)))
    np.testing.assert_array_equal(prepare(plain, RECIPE).tensor, prepare(windowed, RECIPE).tensor)


def test_monochrome1_gives_the_tensor_of_the_same_film_in_monochrome2() -> None:
    stored = scene()
    inverted = film((4095 - stored).astype(np.int16), inverted=True, bits_stored=12)
    np.testing.assert_allclose(
        prepare(film(stored), RECIPE).tensor, prepare(inverted, RECIPE).tensor, atol=1e-4
    )


@settings(max_examples=30, deadline=None)
@given(slope=st.floats(0.1, 20), intercept=st.floats(-2000, 2000))
def test_a_rescale_of_the_same_film_changes_nothing(slope: float, intercept: float) -> None:
    plain = prepare(film(scene()), RECIPE).tensor
    rescaled = prepare(film(scene(), modality=Rescale(slope, intercept)), RECIPE).tensor
    np.testing.assert_allclose(plain, rescaled, atol=2e-3)


def test_padding_does_not_move_the_range() -> None:
    stored = scene()
    padded = stored.copy()
    padded[:20] = -2000
    with_padding = prepare(film(padded, padding=(-2000, -2000)), RECIPE).tensor
    blackened = stored.copy()
    blackened[:20] = stored[20:].min()
    np.testing.assert_allclose(with_padding, prepare(film(blackened), RECIPE).tensor, atol=1e-5)


@pytest.mark.parametrize("value", [0, 1000, -5])
def test_a_blank_film_is_zeros_not_nan(value: int) -> None:
    tensor = prepare(film(np.full((100, 100), value, np.int16)), RECIPE).tensor
    assert not tensor.any()


def test_placement_is_the_film_without_the_crop() -> None:
    done = prepare(film(scene(200, 400)), dataclasses.replace(RECIPE, crop=0.1))
    place = done.placement
    assert (place.top, place.left, place.height, place.width) == (20, 40, 160, 320)
    assert done.tensor.shape == (1, 1, 64, 64)
    assert not done.tensor.flags.writeable


def test_three_channels_are_equal() -> None:
    tensor = prepare(film(scene()), dataclasses.replace(RECIPE, channels=3)).tensor
    assert tensor.shape == (1, 3, 64, 64)
    np.testing.assert_array_equal(tensor[0, 0], tensor[0, 2])


@pytest.mark.parametrize(
    "bad", [{"size": 8}, {"channels": 2}, {"crop": 0.5}, {"percentiles": (99.0, 1.0)}]
)
def test_impossible_recipes_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="preprocessing"):
        dataclasses.replace(RECIPE, **bad)  # type: ignore[arg-type]


def test_each_recipe_has_its_own_name() -> None:
    assert RECIPE.sha256 == Preprocessing(size=64).sha256
    assert RECIPE.sha256 != dataclasses.replace(RECIPE, crop=0.06).sha256
