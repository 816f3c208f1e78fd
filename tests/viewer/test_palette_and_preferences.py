"""The command palette, the preferences and the reader's own keys and mouse, by real keys."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
)
from window_hands import NO_KEYS, activate, drag, presentation, press, wheel, window

from viewer import actions, fuzzy, settings
from viewer.canvas.tools import Tool
from viewer.dialogs.palette import CommandPalette
from viewer.dialogs.preferences import PreferencesDialog, control
from viewer.hold import HOLD_S
from viewer.keymap import DRAGS, PROFILES, Mouse, bindings, conflicts
from viewer.main_window import MainWindow
from viewer.settings import PREFERENCES, Settings

CTRL = Qt.KeyboardModifier.ControlModifier


# the palette


def palette(shown: MainWindow) -> CommandPalette:
    shown.film.setFocus()
    QTest.keyClick(shown.film, Qt.Key.Key_K, CTRL)
    return next(each for each in shown.findChildren(CommandPalette) if each.isVisible())


def test_ctrl_k_runs_what_a_few_letters_mean(opened: MainWindow) -> None:
    box = palette(opened)
    QTest.keyClicks(box.edit, "rot clock")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert presentation(opened).turns == 1
    assert not box.isVisible()


def test_the_arrow_keys_choose_another_command(opened: MainWindow) -> None:
    box = palette(opened)
    QTest.keyClicks(box.edit, "flip")
    names = [box.list.topLevelItem(row).text(1) for row in range(2)]
    assert names == ["Flip vertically", "Flip horizontally"]
    QTest.keyClick(box.edit, Qt.Key.Key_Down)
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert presentation(opened).mirrored
    assert presentation(opened).turns == 0


def test_what_is_not_allowed_now_stands_last_and_does_not_run(main_window: MainWindow) -> None:
    box = palette(main_window)
    QTest.keyClicks(box.edit, "invert")
    item = box.list.topLevelItem(0)
    assert item.text(1) == "Invert"
    assert item.isDisabled()
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert box.isVisible()
    box.reject()


def test_escape_leaves_the_palette_and_the_film_as_it_is(opened: MainWindow) -> None:
    press(opened, "I")
    box = palette(opened)
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert presentation(opened).inverted


def test_every_action_can_be_found_by_its_own_name() -> None:
    for spec in actions.ACTIONS:
        name = spec.text.replace("&", "").rstrip(" …")
        texts = {each.id: each.text.replace("&", "") for each in actions.ACTIONS}
        best = max(texts, key=lambda each: fuzzy.score(name, texts[each]) or -1)
        assert texts[best] == texts[spec.id]


@given(st.text(max_size=20), st.text(max_size=30))
def test_a_text_is_always_found_by_its_own_letters(text: str, more: str) -> None:
    assert fuzzy.score(text, more + " " + text) is not None
    assert fuzzy.score(text, text.upper()) is not None or text.upper().casefold() != text.casefold()


# the table of settings


@pytest.fixture
def dialog(opened: MainWindow) -> PreferencesDialog:
    opened.film.setFocus()
    QTest.keyClick(opened.film, Qt.Key.Key_Comma, CTRL)
    return next(each for each in opened.findChildren(PreferencesDialog) if each.isVisible())


def test_every_setting_of_the_table_has_a_control_that_can_reach_its_range(
    dialog: PreferencesDialog,
) -> None:
    assert set(dialog.controls) == set(PREFERENCES)
    for name, preference in PREFERENCES.items():
        made = dialog.controls[name]
        assert made.accessibleName()
        if isinstance(made, QComboBox):
            assert [made.itemData(at) for at in range(made.count())] == list(preference.choices)
        elif isinstance(made, QDoubleSpinBox | QSpinBox):
            assert made.minimum() == pytest.approx(preference.low * preference.shown)
            assert made.maximum() == pytest.approx(preference.high * preference.shown)
        else:
            assert isinstance(made, QCheckBox | QLineEdit)
    assert dialog.chosen() == dialog._start


def test_preferences_reach_the_window_and_the_file(
    opened: MainWindow, dialog: PreferencesDialog
) -> None:
    opacity, colours = dialog.controls["overlay_opacity"], dialog.controls["overlay_colours"]
    assert isinstance(opacity, QDoubleSpinBox)
    assert isinstance(colours, QComboBox)
    opacity.setFocus()
    opacity.selectAll()
    QTest.keyClicks(opacity, "60")
    colours.setFocus()
    QTest.keyClick(colours, Qt.Key.Key_Down)
    QTest.keyClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.Key.Key_Space)
    assert opened.session.overlay.state.opacity == pytest.approx(0.6)
    assert opened.session.overlay.state.colours == "cividis"
    kept = settings.load(opened.preferences._path)
    assert (kept.overlay_opacity, kept.overlay_colours) == (0.6, "cividis")


def test_the_memory_for_films_is_a_whole_number_of_megabytes(
    opened: MainWindow, dialog: PreferencesDialog
) -> None:
    memory = dialog.controls["film_memory_mb"]
    assert isinstance(memory, QSpinBox)
    assert memory.value() == 768
    memory.setValue(0)
    dialog.apply()
    assert opened.session.viewports.shelf.held_bytes == 0
    assert settings.load(opened.preferences._path).film_memory_mb == 0


def test_a_model_of_ones_own_is_kept_and_shown(main_window: MainWindow) -> None:
    assert Settings(model="local-films").model == "local-films"
    box = control(PREFERENCES["model"], "local-films", main_window)
    assert isinstance(box, QComboBox)
    assert box.currentData() == "local-films"
    assert [box.itemData(k) for k in range(3)] == ["", "edge", "ensemble"]


def test_cancel_changes_nothing(opened: MainWindow, dialog: PreferencesDialog) -> None:
    box = dialog.controls["level_down_is_brighter"]
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not opened.session.light_box.level_down_is_brighter


@pytest.mark.parametrize(
    ("name", "value"),
    [("overlay_opacity", 0.0), ("prevalence", 1.5), ("theme", "pink"), ("mouse_wheel", "fly")],
)
def test_a_setting_out_of_its_range_is_refused_and_costs_only_itself(
    name: str, value: object, tmp_path: object
) -> None:
    from pathlib import Path

    with pytest.raises(ValueError, match=name):
        replace(Settings(), **{name: value})  # type: ignore[arg-type]
    path = Path(str(tmp_path)) / "settings.json"
    settings.save(replace(Settings(), sensitivity=0.9), path)
    text = path.read_text()
    import json

    path.write_text(json.dumps({**json.loads(text), name: value}))
    assert settings.load(path) == replace(Settings(), sensitivity=0.9)


# keys


@pytest.mark.parametrize("profile", PROFILES)
def test_no_profile_gives_one_key_to_two_actions(profile: str) -> None:
    bound = bindings(actions.default_keys(), profile, {})
    assert conflicts(bound) == {}
    marks = {f"Alt+{spec.menu[spec.menu.index('&') + 1].upper()}" for spec in actions.ACTIONS}
    assert not marks & {key for keys in bound.values() for key in keys}, "a menu has that key"
    unknown = set(PROFILES[profile].keys) - set(actions.default_keys())
    assert not unknown, "a profile binds actions that do not exist"


def test_keys_that_two_actions_have_are_named() -> None:
    bound = bindings(actions.default_keys(), "hilum", {"film.invert": "H"})
    assert conflicts(bound) == {"H": ("film.invert", "film.flip_h")}


def test_a_new_key_is_taken_over_from_who_had_it(
    opened: MainWindow, dialog: PreferencesDialog
) -> None:
    keys = dialog.keys
    dialog.tabs.setCurrentIndex(2)
    keys.choose("film.invert")
    keys.edit.setFocus()
    QTest.keyClick(keys.edit, "H")
    assert "Flip horizontally" in keys.warning.text()
    QTest.mouseClick(keys.set, Qt.MouseButton.LeftButton)
    assert keys.warning.text() == ""
    dialog.accept()
    activate(opened)
    press(opened, "H")
    assert presentation(opened).inverted
    assert not presentation(opened).mirrored
    press(opened, "I")
    assert presentation(opened).inverted, "the old key does nothing any more"
    assert opened.actions_by_id["film.invert"].toolTip() == "Invert (H)"
    kept = settings.load(opened.preferences._path).shortcuts
    assert kept == {"film.flip_h": "", "film.invert": "H"}


def test_a_key_that_is_taken_leaves_the_other_keys_of_its_owner(
    dialog: PreferencesDialog,
) -> None:
    dialog.keys.choose("film.invert")
    QTest.keyClick(dialog.keys.edit, Qt.Key.Key_Right)
    dialog.keys._set()
    assert dialog.keys.bound["go.next"] == ("Down",)
    dialog.keys.choose("go.next")
    QTest.mouseClick(dialog.keys.reset, Qt.MouseButton.LeftButton)
    assert "Invert" in dialog.keys.warning.text(), "now both have it, and the reader is told"
    dialog.reject()


def test_the_held_key_of_the_heat_map_follows_its_binding(opened: MainWindow) -> None:
    opened.preferences.apply(replace(opened.preferences.current, shortcuts={"ai.overlay": "Q"}))
    press(opened, "Q")
    assert opened.session.overlay.state.on
    opened.film.setFocus()
    QTest.keyPress(opened.film, "Q")
    assert not opened.session.overlay.state.on
    QTest.qWait(round(1000 * HOLD_S) + 50)
    QTest.keyRelease(opened.film, "Q")
    assert opened.session.overlay.state.on


# mouse


def test_the_sheet_follows_keys_and_mouse(opened: MainWindow) -> None:
    from viewer.dialogs.shortcuts import sheet

    chosen = replace(
        opened.preferences.current, mouse_middle="window", shortcuts={"film.invert": "Ctrl+J"}
    )
    opened.preferences.apply(chosen)
    words = sheet(opened.actions_by_id, opened.film.mouse)
    assert "Ctrl+J" in words
    assert "Middle drag</b>&nbsp;&nbsp;</td><td>window / level" in words


def test_weasis_like_keeps_zoom_from_the_right_button(opened: MainWindow, centre: QPoint) -> None:
    before = opened.film.zoom
    opened.preferences.apply(replace(opened.preferences.current, key_profile="weasis"))
    drag(opened, centre, QPoint(0, -80), Qt.MouseButton.RightButton)
    assert opened.film.zoom == before
    press(opened, "H")
    assert not presentation(opened).mirrored
    QTest.keyClick(opened.film, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert presentation(opened).turns == 1


def test_ohif_like_resets_with_space(opened: MainWindow) -> None:
    opened.preferences.apply(replace(opened.preferences.current, key_profile="ohif"))
    press(opened, "I")
    press(opened, Qt.Key.Key_Space)
    assert not presentation(opened).inverted


def test_buttons_and_wheel_do_what_the_reader_chose(opened: MainWindow, centre: QPoint) -> None:
    before, zoom = window(opened), opened.film.zoom
    opened.preferences.apply(
        replace(opened.preferences.current, mouse_middle="window", mouse_wheel="zoom")
    )
    drag(opened, centre, QPoint(40, 0), Qt.MouseButton.MiddleButton)
    assert window(opened).width > before.width
    here = opened.session.current
    wheel(opened, centre, 120, NO_KEYS)
    assert opened.film.zoom > zoom
    assert opened.session.current == here
    wheel(opened, centre, -120, CTRL)
    assert opened.session.current != here


def test_every_drag_that_can_be_chosen_exists() -> None:
    for what in DRAGS:
        Mouse(middle=what).tool(Qt.MouseButton.MiddleButton, Tool.WINDOW)
    for name in ("mouse_middle", "mouse_right"):
        assert set(PREFERENCES[name].choices) == {"profile", *DRAGS}
