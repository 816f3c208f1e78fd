import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from viewer.canvas import painting


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.int32])
def test_a_table_gives_what_indexing_gives(dtype: type) -> None:
    info = np.iinfo(dtype)
    low, high = max(int(info.min), -32768), min(int(info.max), 32767)
    stored = np.linspace(low, high, 35).reshape(5, 7).astype(dtype)
    table = (np.arange(high - low + 1) % 251).astype(np.uint8)
    expected = table[stored.astype(np.int64) - low]
    np.testing.assert_array_equal(painting.through_table(stored, table, low), expected)


def test_an_image_owns_its_bytes() -> None:
    pixels = np.full((3, 5), 7, np.uint8)
    image = painting.to_qimage(pixels)
    pixels[:] = 200
    assert image.pixelColor(4, 2) == QColor(7, 7, 7)


def test_rows_that_are_no_multiple_of_four_bytes_arrive_straight() -> None:
    pixels = np.arange(15, dtype=np.uint8).reshape(5, 3)
    image = painting.to_qimage(pixels)
    seen = [[image.pixelColor(x, y).red() for x in range(3)] for y in range(5)]
    np.testing.assert_array_equal(seen, pixels)


def test_colour_keeps_its_order() -> None:
    pixels = np.zeros((1, 2, 3), np.uint8)
    pixels[0, 0] = (250, 20, 3)
    assert painting.to_qimage(pixels).pixelColor(0, 0) == QColor(250, 20, 3)


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.int32])
def test_a_draft_is_small_and_of_the_same_type(dtype: type) -> None:
    stored = np.full((2000, 3000), 100, dtype)
    draft = painting.draft(stored)
    assert draft.dtype == stored.dtype
    assert draft.shape == (1067, 1600)
    assert (draft == 100).all()


def test_a_small_film_is_its_own_draft() -> None:
    stored = np.zeros((10, 20), np.uint16)
    assert painting.draft(stored) is stored


def test_levels_halve_down_to_the_size_of_a_window() -> None:
    sizes = [image.width() for image in painting.levels(np.zeros((2500, 3000), np.uint8))]
    assert sizes == [3000, 1500, 750]


@pytest.mark.parametrize("name", painting.COLOUR_MAPS)
def test_the_luminance_of_a_colour_map_only_rises(name: str) -> None:
    table = painting.colour_table(name).astype(float)
    luminance = table @ np.array([0.0722, 0.7152, 0.2126])
    assert (np.diff(luminance) > -1.5).all()
    assert luminance[-1] - luminance[0] > 100


def test_a_heat_image_is_clear_where_the_map_says_nothing() -> None:
    heat: NDArray[np.float32] = np.zeros((3000, 1500), np.float32)
    heat[:1000] = 1.0
    image = painting.heat_image(heat, "inferno")
    assert (image.width(), image.height()) == (512, 1024)
    assert image.pixelColor(5, 5).alpha() == 255
    assert image.pixelColor(5, 1000).alpha() == 0


def test_local_contrast_keeps_the_shape() -> None:
    pixels = np.tile(np.arange(64, dtype=np.uint8), (64, 1))
    assert painting.enhanced(pixels).shape == pixels.shape
