"""The windows and LUTs that a file offers: listed, chosen, and never turned round unsaid."""

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from engine.images import windowing
from engine.types import LookupTable, Voi, Window
from viewer.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine, radiograph, rows
from window_hands import NewWindow, Settle, drag, presentation, press

RISING = LookupTable(0, np.arange(4096, dtype=np.uint16), 12, "SOFT & EVEN")
FALLING = LookupTable(0, np.arange(4095, -1, -1, dtype=np.uint16), 12)
HARD = Window(1500.0, 1000.0, explanation="HARD")


def opened_with(new_window: NewWindow, settle: Settle, *vois: Voi) -> MainWindow:
    """A window on a film that offers these."""
    row = rows()[0]
    film = radiograph(row.name, vois=vois)
    shown = new_window(FakeEngine([row], films={row.name: film}))
    shown.open_paths([Path("films")])
    settle(shown)
    shown.worklist.step(0)
    settle(shown)
    return shown


def listed(shown: MainWindow) -> list[tuple[str, bool]]:
    """What the menu of the window offers, and what is ticked."""
    menus = [menu for menu in shown.findChildren(QMenu) if menu.title() == "Windows of the file"]
    menus[0].aboutToShow.emit()
    return [(action.text(), action.isChecked()) for action in menus[0].actions()]


def shown_value(shown: MainWindow, stored: int) -> int:
    """What a stored value is shown as."""
    film, seen = shown.session.light_box.lit.film, presentation(shown)
    assert film is not None
    assert seen.voi is not None
    values = np.array([stored])
    return int(windowing.display_values(film.radiograph, values, seen.voi, invert=seen.inverted)[0])


def test_all_are_listed_by_their_explanation_and_chosen(
    new_window: NewWindow, settle: Settle
) -> None:
    shown = opened_with(new_window, settle, RISING, Window(2000.0, 3000.0), HARD)
    words = [
        "VOI LUT 1: SOFT && EVEN",
        "Window 2  C 2000 / W 3000",
        "Window 3: HARD  C 1500 / W 1000",
    ]
    assert listed(shown) == list(zip(words, (True, False, False), strict=True))
    menu = next(m for m in shown.findChildren(QMenu) if m.title() == "Windows of the file")
    menu.actions()[2].trigger()
    assert presentation(shown).voi is HARD
    assert presentation(shown).preset == "HARD"
    assert listed(shown) == list(zip(words, (False, False, True), strict=True))


def test_a_file_without_any_says_so(new_window: NewWindow, settle: Settle) -> None:
    shown = opened_with(new_window, settle)
    assert listed(shown) == [("The file has none", False)]


@pytest.mark.parametrize("how", ["drag", "automatic", "preset"])
def test_a_table_that_falls_gives_way_to_a_window_of_its_polarity(
    how: str, new_window: NewWindow, settle: Settle
) -> None:
    shown = opened_with(new_window, settle, FALLING, HARD)
    assert shown_value(shown, 200) > shown_value(shown, 3800)
    if how == "drag":
        centre = shown.film.viewport().rect().center()
        before = shown_value(shown, 2000)
        drag(shown, centre, QPoint(0, -8))
        assert shown_value(shown, 2000) > before
    else:
        press(shown, {"automatic": Qt.Key.Key_0, "preset": Qt.Key.Key_3}[how])
    assert isinstance(presentation(shown).voi, Window)
    assert shown_value(shown, 200) > shown_value(shown, 3800)
    assert "inverted" in presentation(shown).words
    press(shown, "1")
    assert presentation(shown).voi is FALLING
    assert not presentation(shown).inverted
