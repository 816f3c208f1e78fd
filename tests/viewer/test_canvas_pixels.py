"""The canvas pixel for pixel: what is painted is what the engine renders, however it is turned."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from window_fakes import FakeEngine, pixels, radiograph
from window_hands import press

from engine.images.framing import oriented
from engine.images.windowing import render
from engine.types import LookupTable, Rescale, Window, frozen
from viewer.canvas.painting import enhanced
from viewer.main_window import MainWindow

GREY = pixels(900, 700)
FILMS: dict[str, dict[str, Any]] = {
    "plain": {},
    "low values white": {"inverted": True, "padding": (0, 40)},
    "VOI LUT": {"vois": (LookupTable(500, frozen(np.arange(0, 4096, 2, dtype=np.uint16)), 12),)},
    "signed": {
        "stored": GREY.astype(np.int16) - 2048,
        "modality": Rescale(-1.0, 100.0),
        "vois": (Window(0.0, 1500.0), Window(300.0, 700.0)),
    },
    "colour": {"stored": np.dstack([GREY >> 4, 255 - (GREY >> 4), GREY >> 5]).astype(np.uint8)},
}
KEYS = ("", "I", "H", "V", "R", "RRR", "RV", "2", "3", "6", "0I")


@pytest.mark.parametrize("name", FILMS)
def test_the_canvas_shows_what_the_engine_renders(
    name: str,
    main_window: MainWindow,
    engine: FakeEngine,
    settle: Callable[[MainWindow], None],
) -> None:
    given = {"stored": GREY, **FILMS[name]}
    engine.films = {row.name: radiograph(row.name, **given) for row in engine.given}
    main_window.open_paths([Path("films")])
    settle(main_window)
    main_window.film.set_bare(True)
    for keys in KEYS:
        main_window.reset_film()
        for key in keys:
            press(main_window, key)
        main_window.film.one_to_one()
        settle(main_window)
        shown, expected = canvas(main_window), rendered(main_window)
        assert shown.size > 100_000
        assert np.array_equal(shown, expected), keys


def canvas(shown: MainWindow) -> NDArray[np.uint8]:
    """What is painted of the film: (rows, columns, 3)."""
    image = shown.film.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    whole = lines[:, : 3 * image.width()].reshape(image.height(), -1, 3)
    top, left, bottom, right = (max(side, 0) for side in place(shown))
    return whole[top:bottom, left:right].copy()


def rendered(shown: MainWindow) -> NDArray[np.uint8]:
    """What should be: the part that the viewport has room for."""
    box = shown.session.light_box
    assert box.lit.film is not None
    way = box.presentation
    plain = render(box.lit.film.radiograph, way.voi, invert=way.inverted)
    picture = oriented(
        enhanced(plain) if way.enhanced else plain,
        rotation_deg=90 * way.turns,
        flipped_h=way.mirrored,
    )
    colour = np.dstack([picture] * 3) if picture.ndim == 2 else picture
    top, left, _, _ = place(shown)
    view = shown.film.viewport()
    rows = slice(max(-top, 0), view.height() - top)
    return colour[rows, max(-left, 0) : view.width() - left]


def place(shown: MainWindow) -> tuple[int, int, int, int]:
    film = shown.session.light_box.lit.film
    assert film is not None
    rows, columns = film.radiograph.shape
    box = shown.film.viewportTransform().mapRect(QRectF(0, 0, columns, rows))
    return round(box.top()), round(box.left()), round(box.bottom()), round(box.right())
