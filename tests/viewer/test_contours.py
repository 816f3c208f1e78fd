"""Contours come from workers as plain numbers; Qt's polygons are the drawing's own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter
from window_fakes import activations, lung_grid, model_card, radiograph

from viewer.canvas.items import HeatItem, LungsItem
from viewer.lungs import Lungs, LungsState, outline
from viewer.overlay import Heat, OverlayState, paint_heat

Contours = tuple[NDArray[np.float32], ...]
SQUARE = (np.array([[10, 10], [40, 10], [40, 30], [10, 30]], np.float32),)
ON_IT = ((25, 10), (40, 20), (25, 30), (10, 20))


def of_a_map() -> Contours:
    return paint_heat(model_card(), activations(), "lung_opacity", "inferno").contours


def of_the_lungs() -> Contours:
    return outline(lambda _: lung_grid(), radiograph()).contours


@pytest.mark.parametrize("make", [of_a_map, of_the_lungs])
def test_a_worker_gives_contours_as_read_only_arrays(make: Callable[[], Contours]) -> None:
    with ThreadPoolExecutor(1) as pool:
        contours = pool.submit(make).result()
    assert contours
    for contour in contours:
        assert isinstance(contour, np.ndarray)
        assert (contour.ndim, contour.shape[1]) == (2, 2)
        assert not contour.flags.writeable


def drawn_heat(contours: Contours) -> QImage:
    item = HeatItem()
    clear = QImage(1, 1, QImage.Format.Format_ARGB32)
    clear.fill(0)
    item.set_state(OverlayState("covid19", on=True, heat=Heat(clear, SQUARE[:0])))
    state = OverlayState("covid19", on=True, heat=Heat(clear, contours))
    item.set_state(state)
    return drawn(item)


def drawn_lungs(contours: Contours) -> QImage:
    item = LungsItem()
    item.set_state(LungsState(on=True, lungs=Lungs(None, contours)))
    return drawn(item)


def drawn(item: HeatItem | LungsItem) -> QImage:
    picture = QImage(50, 40, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    item.draw(painter, None)
    painter.end()
    return picture


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("draw", [drawn_heat, drawn_lungs])
def test_a_contour_is_drawn_where_it_lies(draw: Callable[[Contours], QImage]) -> None:
    picture = draw(SQUARE)
    near = [
        max(picture.pixelColor(x + d, y + e).green() for d in range(-3, 4) for e in range(-3, 4))
        for x, y in ON_IT
    ]
    assert min(near) > 100
    assert picture.pixelColor(25, 20).green() == 0
    assert picture.pixelColor(3, 3).green() == 0
    assert draw(()).pixelColor(25, 10).green() == 0
