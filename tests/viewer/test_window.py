"""The whole window, driven by real mouse and keys."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.images import windowing
from engine.types import State, Window
from viewer.canvas.corners import Annotations
from viewer.canvas.tools import Tool
from viewer.main_window import MainWindow
from viewer.presentation import Presentation
from viewer.settings import Settings
from viewer.window import build
from viewer.worklist.model import ENTRY_ROLE, status_words

Settle = Callable[[MainWindow], None]
NO_KEYS = Qt.KeyboardModifier.NoModifier
MakeEngine = Callable[..., Any]


def names(shown: MainWindow) -> list[str]:
    order = shown.worklist.order
    return [order.index(row, 0).data(ENTRY_ROLE).row.name for row in range(order.rowCount())]


def drag(
    shown: MainWindow,
    start: QPoint,
    by: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    view = shown.film.viewport()
    QTest.mousePress(view, button, keys, start)
    for share in (0.5, 1.0):
        place = QPointF(start + by * share)
        QTest.mouseMove(view, place.toPoint())
        move = shown.film.mouseMoveEvent
        move(
            QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, button, keys)
        )
    QTest.mouseRelease(view, button, keys, start + by)


def hover(
    shown: MainWindow,
    place: QPointF,
    buttons: Qt.MouseButton = Qt.MouseButton.NoButton,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    view = shown.film.viewport()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        buttons,
        keys,
    )
    QApplication.sendEvent(view, move)


def press(shown: MainWindow, key: Qt.Key | str) -> None:
    shown.film.setFocus()
    QTest.keyClick(shown.film, key)


def presentation(shown: MainWindow) -> Presentation:
    return shown.session.light_box.presentation


def window(shown: MainWindow) -> Window:
    voi = presentation(shown).voi
    assert isinstance(voi, Window)
    return voi


# opening


def test_an_empty_list_explains_how_to_open_films(main_window: MainWindow) -> None:
    assert main_window._centre.currentIndex() == 0
    assert "not for diagnosis" in main_window.windowTitle()


def test_every_file_gets_a_row_and_the_most_urgent_stands_first(opened: MainWindow) -> None:
    assert names(opened) == [
        "urgent.dcm", "middle.dcm", "slight.dcm", "quiet.dcm", "side.dcm", "bad.dcm", "x.zip",
    ]  # fmt: skip
    assert opened.session.progress.done == 7
    assert opened.session.progress.unreadable == 2


def test_dropped_files_and_folders_are_opened(
    main_window: MainWindow, engine: Any, settle: Settle
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/films/one.dcm"), QUrl.fromLocalFile("/films")])
    given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO_KEYS)
    enter = QDragEnterEvent(QPoint(10, 10), *given)
    QApplication.sendEvent(main_window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(main_window, QDropEvent(QPointF(10, 10), *given))
    settle(main_window)
    assert engine.opened == [(Path("/films/one.dcm"), Path("/films"))]


def test_rows_arrive_while_the_rest_is_still_read_and_the_rest_can_be_cancelled(
    main_window: MainWindow, engine: Any, qtbot: QtBot
) -> None:
    engine.go.clear()
    main_window.open_paths([Path("films")])
    qtbot.waitUntil(lambda: len(main_window.session.entries) == 3, timeout=20000)
    assert main_window.worklist._stop.isVisible()
    qtbot.mouseClick(main_window.worklist._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not main_window.session.progress.running, timeout=20000)
    assert len(main_window.session.entries) == 3
    assert not main_window.worklist._stop.isVisible()


def test_what_is_opened_twice_keeps_its_one_row(opened: MainWindow, settle: Settle) -> None:
    opened.open_paths([Path("films")])
    settle(opened)
    assert len(opened.session.entries) == 7


@pytest.mark.usefixtures("qapp")
def test_without_a_model_films_are_shown_and_the_panel_says_why(
    tmp_path: Path, make_engine: MakeEngine, settle: Settle
) -> None:
    engine = make_engine(problem="There is no model.")
    shown = build(engine.services(), Settings(), tmp_path / "settings.json")
    shown.show()
    shown.open_paths([Path("films")])
    settle(shown)
    assert shown.findings._identity.text() == "There is no model."
    assert shown.session.light_box.lit.film is not None
    shown.close()
    assert engine.closed


# the selected film


def test_the_film_stands_in_the_middle_with_its_findings(opened: MainWindow) -> None:
    film = opened.session.light_box.lit.film
    assert film is not None
    assert film.name == "urgent.dcm"
    entry = opened.session.entry
    assert entry is not None
    assert entry.labels[0].state is State.FLAGGED
    assert opened.findings.list.model().rowCount() == 7
    assert opened.findings._provider.text() == "CPU · 14 ms"
    assert opened.findings._identity.text() == "standard 1.0 · abababab"
    assert opened.findings._warning.text() == "Not for diagnosis"
    assert opened.findings._notice.text().startswith("A computed phantom")


def test_a_refused_film_is_shown_but_says_why_it_has_no_findings(
    opened: MainWindow, settle: Settle
) -> None:
    opened.worklist.step(4)
    settle(opened)
    film = opened.session.light_box.lit.film
    assert film is not None
    assert film.name == "side.dcm"
    assert opened.findings._stack.currentWidget() is opened.findings._reason
    assert opened.findings._reason.text().startswith("Not scored: lateral view")
    assert not opened.actions_by_id["ai.overlay"].isEnabled()


def test_an_unreadable_film_leaves_the_last_one_behind_its_reason(
    opened: MainWindow, settle: Settle
) -> None:
    opened.worklist.step(5)
    settle(opened)
    lit = opened.session.light_box.lit
    assert lit.film is not None
    assert lit.film.name == "urgent.dcm"
    assert (lit.wanted, lit.failure) == ("bad.dcm", "The file is damaged.")
    assert opened.findings._reason.text() == "Unreadable: The file is damaged."
    entry = opened.session.entry
    assert entry is not None
    assert status_words(entry) == "Unreadable: The file is damaged."


def test_a_film_that_fails_to_be_read_again_says_so(
    opened: MainWindow, engine: Any, settle: Settle
) -> None:
    engine.broken.add("middle.dcm")
    opened.worklist.step(1)
    settle(opened)
    assert opened.session.light_box.lit.failure == "The file is damaged."


def test_a_late_reply_never_replaces_the_film_asked_for_last(
    opened: MainWindow, engine: Any, qtbot: QtBot, settle: Settle
) -> None:
    late = threading.Event()
    engine.read_go["middle.dcm"] = late
    opened.worklist.step(1)
    assert opened.session.light_box.lit.wanted == "middle.dcm"
    opened.worklist.step(1)
    settle(opened)
    late.set()
    qtbot.wait(100)
    film = opened.session.light_box.lit.film
    assert film is not None
    assert film.name == "slight.dcm"


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


def wheel(shown: MainWindow, place: QPoint, turned: int, keys: Qt.KeyboardModifier) -> None:
    view = shown.film.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(view.mapToGlobal(place)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


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
    first, second = opened.session.light_box.lines
    assert first.end[1] - first.start[1] == pytest.approx(100 / opened.film._scale, rel=0.02)
    assert second.end[0] - second.start[0] == pytest.approx(60 / opened.film._scale, rel=0.02)
    press(opened, Qt.Key.Key_Delete)
    assert opened.session.light_box.lines == (first,)


def test_the_value_under_the_cursor_is_the_modality_value(opened: MainWindow) -> None:
    view = opened.film
    place = view.mapFromScene(QPointF(10.5, 20.5))
    hover(opened, QPointF(place))
    assert view._cursor.endswith("  4095")


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
    assert opened.session.finding == "abnormal"
    press(opened, ".")
    assert opened.session.finding == "lung_opacity"
    press(opened, ",")
    press(opened, ",")
    assert opened.session.finding == "normal"


def test_f1_shows_every_key(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_F1)
    from viewer.dialogs.shortcuts import ShortcutSheet, sheet

    dialog = opened.findChild(ShortcutSheet)
    assert dialog is not None
    dialog.close()
    words = sheet(opened.actions_by_id)
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
    search = opened.worklist._search
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


# sensitivity


def test_the_slider_relabels_and_resorts_at_once(opened: MainWindow) -> None:
    console = opened.findings.console
    assert opened.session.progress.flagged == 3
    console.slider.setValue(80)
    assert opened.session.setting.sensitivity == 0.80
    assert opened.session.progress.flagged == 2
    words = console.meaning.text().replace("\u00a0", " ")
    assert words.startswith("At this setting: sensitivity 80 % (76–82), specificity 68 %")
    assert words.endswith("at prevalence 10 %; 2 of 4 flagged")
    slight = next(e for e in opened.session.entries if e.row.name == "slight.dcm")
    assert slight.state is State.BELOW
    assert opened.session.entry is not None
    assert opened.session.entry.row.name == "urgent.dcm"


def test_brackets_move_the_slider_and_stop_at_its_ends(opened: MainWindow) -> None:
    press(opened, "[")
    assert opened.findings.console.slider.value() == 94
    for _ in range(7):
        press(opened, "]")
    assert opened.session.setting.sensitivity == 0.99


def test_prevalence_moves_predictive_values_only(opened: MainWindow) -> None:
    before = opened.findings.console.meaning.text()
    opened.findings.console.prevalence.setValue(50)
    after = opened.findings.console.meaning.text().replace("\u00a0", " ")
    assert "at prevalence 50 %" in after
    assert after != before
    assert opened.session.progress.flagged == 3


# the overlay


def test_the_overlay_is_never_there_unasked_and_goes_with_its_film(
    opened: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    overlay = opened.session.overlay
    assert not overlay.state.on
    press(opened, "g")
    qtbot.waitUntil(lambda: overlay.state.visible, timeout=20000)
    assert overlay.state.heat is not None
    bounds = overlay.state.heat.contours[0].boundingRect()
    assert bounds.center().x() == pytest.approx(1200 * 2 / 7, abs=12)
    assert bounds.center().y() == pytest.approx(100 + 1200 * 3.5 / 7, abs=12)
    press(opened, ".")
    qtbot.waitUntil(lambda: overlay.state.visible, timeout=20000)
    assert overlay.state.finding == "lung_opacity"
    opened.worklist.step(1)
    settle(opened)
    assert not overlay.state.on


def test_holding_the_key_hides_the_overlay_for_a_moment(opened: MainWindow, qtbot: QtBot) -> None:
    overlay = opened.session.overlay
    press(opened, "g")
    qtbot.waitUntil(lambda: overlay.state.visible, timeout=20000)
    QTest.keyPress(opened.film, "g")
    assert not overlay.state.visible
    qtbot.wait(400)
    QTest.keyRelease(opened.film, "g")
    assert overlay.state.visible
    press(opened, "g")
    assert not overlay.state.visible


def test_opacity_and_colours_are_the_readers(opened: MainWindow, qtbot: QtBot) -> None:
    heat, overlay = opened.findings.heat, opened.session.overlay
    assert overlay.state.opacity == 0.35
    heat.switch.click()
    qtbot.waitUntil(lambda: overlay.state.visible, timeout=20000)
    heat.opacity.setValue(60)
    heat.colours.setCurrentIndex(1)
    qtbot.waitUntil(lambda: overlay.state.visible, timeout=20000)
    assert (overlay.state.opacity, overlay.state.colours) == (0.6, "cividis")
    opened.grab()


# leaving


def test_the_list_can_be_emptied(opened: MainWindow) -> None:
    opened.actions_by_id["file.clear"].trigger()
    assert names(opened) == []
    assert opened.session.light_box.lit.film is None
    assert opened._centre.currentIndex() == 0


def test_every_control_has_a_name_for_screen_readers(main_window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QListView

    for kind in (QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QListView):
        for control in main_window.findChildren(kind):
            ours = type(control.parent()).__module__.startswith("viewer")
            assert not ours or control.accessibleName(), control
