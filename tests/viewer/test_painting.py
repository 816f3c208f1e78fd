import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

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
    np.testing.assert_array_equal(seen(image), pixels)


def test_colour_keeps_its_order() -> None:
    pixels = np.zeros((1, 2, 3), np.uint8)
    pixels[0, 0] = (250, 20, 3)
    assert painting.to_qimage(pixels).pixelColor(0, 0) == QColor(250, 20, 3)


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.int32])
def test_a_draft_is_small_and_of_the_same_type(dtype: type) -> None:
    stored = np.full((2000, 3000), 100, dtype)
    draft = painting.draft(stored)
    assert draft.dtype == stored.dtype
    assert draft.shape == (1000, 1500)
    assert (draft == 100).all()


def test_a_small_film_is_its_own_draft() -> None:
    stored = np.zeros((10, 20), np.uint16)
    assert painting.draft(stored) is stored


def test_levels_halve_down_to_the_size_of_a_small_viewport() -> None:
    sizes = [image.width() for image in painting.levels(np.zeros((2500, 3000), np.uint8))]
    assert sizes == [3000, 1500, 750, 375, 187]


def seen(image: QImage) -> NDArray[np.int64]:
    return np.array(
        [
            [image.pixelColor(x, y).red() for x in range(image.width())]
            for y in range(image.height())
        ]
    )


@settings(deadline=None)
@given(
    turns=st.integers(0, 3),
    mirrored=st.booleans(),
    across=st.integers(-3, 9),
    down=st.integers(-3, 9),
    colour=st.booleans(),
)
def test_a_placed_picture_is_exact_under_turns_flips_and_whole_shifts(
    turns: int, mirrored: bool, across: int, down: int, colour: bool
) -> None:
    rows, columns = 5, 7
    grey = np.arange(1, 1 + rows * columns, dtype=np.uint8).reshape(rows, columns)
    picture = painting.to_qimage(np.stack([grey] * 3, axis=-1) if colour else grey)
    transform = QTransform().rotate(90 * turns).scale(-1 if mirrored else 1, 1)
    corner = transform.mapRect(QRectF(0, 0, columns, rows)).topLeft()
    transform *= QTransform.fromTranslate(across - corner.x(), down - corner.y())
    turned = np.rot90(np.fliplr(grey) if mirrored else grey, -turns)
    framed = np.zeros((26, 26), np.int64)
    framed[3 + down : 3 + down + turned.shape[0], 3 + across : 3 + across + turned.shape[1]] = (
        turned
    )
    placed = painting.placed(picture, transform, 20, 20)
    np.testing.assert_array_equal(seen(placed), framed[3:23, 3:23])


def test_a_placed_picture_is_scaled_as_qt_scales_it() -> None:
    y, x = np.mgrid[0:120, 0:100]
    picture = painting.to_qimage(np.uint8(128 + 60 * np.sin(x / 9) + 60 * np.cos(y / 7)))
    transform = QTransform.fromScale(0.7, 0.7) * QTransform.fromTranslate(4.3, 2.6)
    by_qt = QImage(90, 90, QImage.Format.Format_RGB32)
    by_qt.fill(0)
    painter = QPainter(by_qt)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(transform)
    painter.drawImage(0, 0, picture)
    painter.end()
    inside = np.s_[6:80, 8:70]
    ours = seen(painting.placed(picture, transform, 90, 90))[inside]
    assert np.abs(ours - seen(by_qt)[inside]).max() <= 2


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
