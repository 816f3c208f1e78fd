"""What the model sees depends on the film alone."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UnusableModel
from engine.images.geometry import to_image
from engine.models.preprocessing import Preprocessing, film_values, prepare
from engine.types import Box, LookupTable, Radiograph, Rescale, VoiFunction, Window

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
    "bad",
    [
        {"size": 8},
        {"channels": 2},
        {"crop": 0.5},
        {"percentiles": (99.0, 1.0)},
        {"clahe_clip": -1.0},
        {"clahe_tiles": 17},
        {"clahe_tiles": 0},
        {"lung_margin": -0.1},
    ],
)
def test_impossible_recipes_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="preprocessing"):
        dataclasses.replace(RECIPE, **bad)  # type: ignore[arg-type]


def test_each_recipe_has_its_own_name() -> None:
    assert RECIPE.sha256 == Preprocessing(size=64).sha256
    assert RECIPE.sha256 != dataclasses.replace(RECIPE, crop=0.06).sha256


def test_recipes_written_before_a_field_existed_keep_their_name() -> None:
    assert RECIPE.sha256.startswith("bc00adba2198e446")
    for later in ({"clahe_clip": 2.0}, {"normalisation": "voi"}, {"lung_margin": 0.0}):
        assert RECIPE.sha256 != dataclasses.replace(RECIPE, **later).sha256  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [32, 75, 224, 256, 512])
@pytest.mark.parametrize("more", [{}, {"clahe_clip": 2.0, "channels": 3}])
def test_any_size_is_standardised(size: int, more: dict[str, object]) -> None:
    recipe = Preprocessing(size=size, **more)  # type: ignore[arg-type]
    tensor = prepare(film(scene()), recipe).tensor
    assert tensor.shape == (1, recipe.channels, size, size)
    assert tensor.dtype == np.float32
    assert tensor.mean() == pytest.approx(0, abs=1e-4)
    assert tensor.std() == pytest.approx(1, abs=1e-4)


def test_clahe_evens_out_the_contrast_across_the_film() -> None:
    y, x = np.mgrid[0:256, 0:256]
    stripes = (np.sin(x / 4) * np.where(y < 128, 20, 400) + 2000).astype(np.int16)

    def share(clip: float) -> float:
        plane = prepare(film(stripes), Preprocessing(size=128, clahe_clip=clip)).tensor[0, 0]
        return float(plane[8:56].std() / plane[72:120].std())

    assert share(0.0) < 0.1
    assert share(0.0) < share(2.0) < share(10.0)
    assert share(10.0) > 0.3


def test_a_blank_film_under_clahe_is_zeros() -> None:
    recipe = dataclasses.replace(RECIPE, clahe_clip=4.0)
    assert not prepare(film(np.full((100, 100), 7, np.int16)), recipe).tensor.any()


VOI = dataclasses.replace(RECIPE, normalisation="voi", percentiles=(0.0, 100.0))


def test_voi_shows_what_the_files_first_window_shows() -> None:
    stored = scene()
    windowed = film(stored, vois=(Window(1500, 600, VoiFunction.LINEAR_EXACT), Window(40, 80)))
    clipped = film(np.clip(stored, 1200, 1800))
    np.testing.assert_allclose(
        prepare(windowed, VOI).tensor, prepare(clipped, VOI).tensor, atol=2e-3
    )
    assert np.abs(prepare(windowed, VOI).tensor - prepare(film(stored), VOI).tensor).max() > 0.1


@pytest.mark.parametrize("vois", [(), (Window(-9000, 5),)])
def test_voi_falls_back_to_percentiles_without_one_or_with_one_that_hides(
    vois: tuple[Window, ...],
) -> None:
    recipe = dataclasses.replace(RECIPE, normalisation="voi")
    np.testing.assert_array_equal(
        prepare(film(scene(), vois=vois), recipe).tensor, prepare(film(scene()), RECIPE).tensor
    )


def test_voi_keeps_white_high_and_padding_black() -> None:
    stored = scene()
    table = LookupTable(0, np.arange(4096, dtype=np.uint16), 12)
    plain = film_values(film(stored, vois=(table,)), normalisation="voi")
    padded = (4095 - stored).astype(np.int16)
    padded[:20] = 4095
    values = film_values(
        film(padded, vois=(table,), inverted=True, padding=(4095, 4095)), normalisation="voi"
    )
    np.testing.assert_allclose(values[20:] - values.min(), plain[20:] - plain[20:].min(), atol=1e-6)
    assert (values[:20] == values.min()).all()


BOX: Box = (0.25, 0.125, 0.75, 0.875)
LUNGS = dataclasses.replace(RECIPE, lung_margin=0.0, percentiles=(0.0, 100.0))


def test_a_lung_crop_is_the_box_and_its_placement() -> None:
    stored = scene(400, 800)
    done = prepare(film(stored), LUNGS, lungs=BOX)
    place = done.placement
    assert (place.top, place.left, place.height, place.width) == (100, 100, 200, 600)
    assert done.image_shape == (400, 800)
    alone = prepare(
        film(stored[100:300, 100:700].copy()),
        dataclasses.replace(LUNGS, crop=0.0, lung_margin=None),
    )
    np.testing.assert_array_equal(done.tensor, alone.tensor)


@settings(max_examples=20, deadline=None)
@given(
    top=st.floats(0, 0.7),
    left=st.floats(0, 0.7),
    height=st.floats(0.21, 1),
    width=st.floats(0.21, 1),
    margin=st.floats(0, 1),
)
def test_a_bright_spot_lies_on_the_film_where_the_placement_says(
    top: float, left: float, height: float, width: float, margin: float
) -> None:
    box = (top, left, min(1.0, top + height), min(1.0, left + width))
    recipe = Preprocessing(size=64, lung_margin=margin, percentiles=(0.0, 100.0))
    stored = np.zeros((150, 230), np.int16)
    row, column = int((box[0] + box[2]) / 2 * 150), int((box[1] + box[3]) / 2 * 230)
    stored[row - 3 : row + 4, column - 3 : column + 4] = 1000
    done = prepare(film(stored), recipe, lungs=box)
    place = done.placement
    assert place.top >= 0
    assert place.top + place.height <= 150
    assert place.left >= 0
    assert place.left + place.width <= 230
    weight = done.tensor[0, 0] - done.tensor.min()
    y, x = np.mgrid[0:64, 0:64]
    at = ((y * weight).sum() / weight.sum(), (x * weight).sum() / weight.sum())
    found = to_image(place, at, (64, 64))
    assert found == pytest.approx((row, column), abs=2.5)


@pytest.mark.parametrize(
    "box", [(0.0, 0.0, 0.0, 0.0), (0.5, 0.1, 0.6, 0.9), (0.9, 0.0, 0.1, 1.0), (np.nan,) * 4]
)
def test_implausible_lungs_leave_the_whole_film(box: Box) -> None:
    recipe = dataclasses.replace(RECIPE, lung_margin=0.1)
    whole, cut = prepare(film(scene()), RECIPE), prepare(film(scene()), recipe, lungs=box)
    np.testing.assert_array_equal(whole.tensor, cut.tensor)
    assert whole.placement == cut.placement


def test_a_lung_recipe_without_a_box_is_refused_and_others_ignore_it() -> None:
    with pytest.raises(UnusableModel, match="lung model"):
        prepare(film(scene()), LUNGS)
    np.testing.assert_array_equal(
        prepare(film(scene()), RECIPE, lungs=BOX).tensor, prepare(film(scene()), RECIPE).tensor
    )
