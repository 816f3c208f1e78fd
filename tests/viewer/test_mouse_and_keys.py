"""Mouse and keys, as the reading room wants them."""

import math
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.images import windowing
from engine.types import Window
from viewer.canvas.corners import Annotations
from viewer.canvas.tools import Tool
from viewer.main_window import MainWindow
from viewer.presentation import Presentation

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_hands import NO_KEYS, Settle, drag, hover, names, presentation, press, wheel, window

# the mouse


def test_dragging_right_widens_and_up_brightens(opened: MainWindow, centre: QPoint) -> None:
    assert window(opened) == Window(2000.0, 3000.0, explanation="normal")
    drag(opened, centre, QPoint(40, 0))
    assert window(opened).width == pytest.approx(3000 + 40 * 3000 / 80)
    drag(opened, centre, QPoint(0, -8))
    assert window(opened).center == pytest.approx(2000 - 300)


def test_control_drags_four_times_as_fast(opened: MainWindow, centre: QPoint) -> None:
    drag(opened, centre, QPoint(10, 0), keys=Qt.KeyboardModifier.ControlModifier)
    assert window(opened).width == pytest.approx(3000 + 4 * 10 * 3000 / 80)


def test_a_drag_ends_in_a_painting_at_full_resolution(
    opened: MainWindow, centre: QPoint, qtbot: QtBot
) -> None:
    seen: list[bool] = []
    opened.session.light_box.rendered.connect(lambda painted: seen.append(painted.is_draft))
    drag(opened, centre, QPoint(40, 0))
    qtbot.waitUntil(lambda: seen[-1:] == [False], timeout=20000)
    assert seen[0]


def test_the_middle_button_pans_and_the_right_one_zooms(opened: MainWindow, centre: QPoint) -> None:
    view = opened.film
    before = view.mapToScene(centre)
    drag(opened, centre, QPoint(50, 20), Qt.MouseButton.MiddleButton)
    moved = (before - view.mapToScene(centre)) * view._scale
    assert (moved.x(), moved.y()) == (pytest.approx(50, abs=2), pytest.approx(20, abs=2))
    scale = view._scale
    drag(opened, centre, QPoint(0, -100), Qt.MouseButton.RightButton)
    assert view._scale == pytest.approx(2 * scale)


def test_a_right_click_that_does_not_move_opens_the_menu(
    opened: MainWindow, centre: QPoint, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.film.menu_wanted):
        drag(opened, centre, QPoint(1, 1), Qt.MouseButton.RightButton)
    menu = next(menu for menu in opened.findChildren(QMenu) if menu.isVisible())
    assert "Invert" in [action.text() for action in menu.actions()]
    menu.close()


def test_the_wheel_steps_through_the_list_and_with_control_zooms_at_the_cursor(
    opened: MainWindow, settle: Settle
) -> None:
    place = QPoint(200, 150)
    wheel(opened, place, -120, NO_KEYS)
    settle(opened)
    assert opened.session.light_box.lit.film.name == "middle.dcm"  # type: ignore[union-attr]
    wheel(opened, place, 120, NO_KEYS)
    settle(opened)
    assert opened.session.light_box.lit.film.name == "urgent.dcm"  # type: ignore[union-attr]
    under, scale = opened.film._to_film(QPointF(place)), opened.film._scale
    wheel(opened, place, 120, Qt.KeyboardModifier.ControlModifier)
    assert opened.film._scale == pytest.approx(1.25 * scale)
    off = (opened.film._to_film(QPointF(place)) - under) * opened.film._scale
    assert (abs(off.x()), abs(off.y())) < (3, 3)


def test_a_double_click_gives_the_film_the_whole_window(opened: MainWindow, centre: QPoint) -> None:
    QTest.mouseDClick(opened.film.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert not opened.worklist.isVisible()
    opened.toggle_panels()
    assert opened.worklist.isVisible()


def test_a_line_is_drawn_by_dragging_and_by_two_clicks(opened: MainWindow, centre: QPoint) -> None:
    press(opened, "d")
    drag(opened, centre, QPoint(100, 0))
    QTest.mouseClick(opened.film.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseClick(opened.film.viewport(), Qt.MouseButton.LeftButton, pos=centre + QPoint(0, 60))
    markup = opened.session.markup
    first, second = markup.state.markup.marks
    (_, left), (_, right) = first.points
    (top, _), (bottom, _) = second.points
    assert right - left == pytest.approx(100 / opened.film._scale, rel=0.02)
    assert bottom - top == pytest.approx(60 / opened.film._scale, rel=0.02)
    press(opened, Qt.Key.Key_Delete)
    assert markup.state.markup.marks == (first,)


def test_the_value_under_the_cursor_is_the_modality_value(opened: MainWindow) -> None:
    view = opened.film
    place = view.mapFromScene(QPointF(10.5, 20.5))
    hover(opened, QPointF(place))
    point = view._to_film(QPointF(place))
    where = f"({int(point.x())}, {int(point.y())})"
    assert view._cursor == f"{where}  stored 4095  modality 4095  display 255"
    press(opened, "i")
    assert view._cursor.endswith("display 0")


def test_the_value_under_a_resting_cursor_follows_a_zoom_by_key(opened: MainWindow) -> None:
    view = opened.film
    place = view.mapFromScene(QPointF(10.5, 20.5))
    hover(opened, QPointF(place))
    before = view._cursor
    for key in "+=":
        press(opened, key)
        point = view._to_film(QPointF(place))
        where = f"({math.floor(point.x())}, {math.floor(point.y())})"
        assert view._cursor.startswith(where) or not view._cursor
        assert (view._cursor == before) is (key == "=")


def test_up_brightens_an_inverted_film_too(opened: MainWindow, centre: QPoint) -> None:
    press(opened, "i")
    drag(opened, centre, QPoint(0, -8))
    assert window(opened).center == pytest.approx(2000 + 300)


# the keys


def test_keys_change_the_presentation(opened: MainWindow) -> None:
    for key in "ihvr":
        press(opened, key)
    shown = presentation(opened)
    assert (shown.inverted, shown.mirrored, shown.turns) == (True, False, 3)
    press(opened, "l")
    assert presentation(opened).turns == 2
    press(opened, Qt.Key.Key_Escape)
    assert presentation(opened) == Presentation(voi=window(opened), preset="normal")


def test_number_keys_choose_windows(opened: MainWindow) -> None:
    film = opened.session.light_box.lit.film
    assert film is not None
    assert film.base is not None
    press(opened, "2")
    assert window(opened) == film.radiograph.vois[1]
    press(opened, "1")
    assert window(opened) == film.radiograph.vois[0]
    press(opened, "0")
    assert window(opened) == windowing.percentile_window(film.radiograph)
    for key, name in zip("34567", ("lung", "mediastinum", "bone", "lines", "wide"), strict=True):
        press(opened, key)
        assert window(opened) == windowing.presets(film.base)[name]
        assert presentation(opened).enhanced is (name == "lines")
    press(opened, "6")
    assert presentation(opened).preset == "lines (enhanced)"


def test_zoom_keys(opened: MainWindow) -> None:
    fitted = opened.film._scale
    press(opened, "+")
    assert opened.film._scale == pytest.approx(1.25 * fitted)
    press(opened, "-")
    assert opened.film._scale == pytest.approx(fitted)
    press(opened, "x")
    assert opened.film.zoom == pytest.approx(1.0)
    press(opened, "=")
    assert opened.film._scale == pytest.approx(fitted)


def test_tool_keys_and_escape(opened: MainWindow) -> None:
    for key, tool in (("t", Tool.PAN), ("z", Tool.ZOOM), ("d", Tool.DISTANCE), ("w", Tool.WINDOW)):
        press(opened, key)
        assert opened.session.light_box.tool is tool
    press(opened, "t")
    press(opened, Qt.Key.Key_Escape)
    assert opened.session.light_box.tool is Tool.WINDOW


def test_space_walks_through_the_annotations(opened: MainWindow) -> None:
    seen = []
    for _ in range(3):
        press(opened, Qt.Key.Key_Space)
        seen.append(opened.film.annotations)
    assert seen == [Annotations.MINIMAL, Annotations.NONE, Annotations.ALL]


def test_arrows_and_pages_walk_through_the_list(opened: MainWindow, settle: Settle) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        press(opened, key)
    settle(opened)
    assert opened.worklist.position() == "Film 4/7"
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(opened, key)
    settle(opened)
    assert opened.worklist.position() == "Film 1/7"


def test_comma_and_dot_walk_through_the_findings(opened: MainWindow) -> None:
    assert opened.session.findings.selected == "abnormal"
    press(opened, ".")
    assert opened.session.findings.selected == "lung_opacity"
    press(opened, ",")
    press(opened, ",")
    assert opened.session.findings.selected == "normal"


def test_f1_shows_every_key(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_F1)
    from viewer.dialogs.shortcuts import ShortcutSheet, sheet

    dialog = opened.findChild(ShortcutSheet)
    assert dialog is not None
    dialog.close()
    words = sheet(opened.actions_by_id, opened.film.mouse)
    assert all(
        action.text().replace("&", "").rstrip(".") in words.replace("&amp;", "")
        for action in opened.actions_by_id.values()
        if action.shortcuts()
    )


def test_f11_covers_the_screen(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_F11)
    assert opened.isFullScreen()
    press(opened, Qt.Key.Key_Escape)
    assert not opened.isFullScreen()


def test_typing_in_the_search_is_typing(opened: MainWindow) -> None:
    search = opened.worklist.narrowing.search
    search.setFocus()
    QTest.keyClicks(search, "bad")
    assert names(opened) == ["bad.dcm"]
    assert not presentation(opened).inverted
    search.clear()
    assert len(names(opened)) == 7


def test_a_focused_slider_keeps_its_arrows(opened: MainWindow) -> None:
    slider = opened.findings.console.slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert opened.session.setting.sensitivity == pytest.approx(0.94)
    assert opened.worklist.position() == "Film 1/7"


def test_everything_has_its_own_keys() -> None:
    from viewer.actions import ACTIONS

    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
