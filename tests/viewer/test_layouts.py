import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).resolve().parent))
import layout_fakes
from layout_fakes import PEOPLE, film_of
from window_fakes import FakeEngine, radiograph
from window_hands import NO_KEYS, NewWindow, drag, press, wheel, window

from engine.types import Window
from viewer import window as windows
from viewer.canvas.corners import Annotations, Corners
from viewer.canvas.grid import Viewport
from viewer.canvas.tools import Tool
from viewer.cine import rate_of
from viewer.main_window import MainWindow
from viewer.patients import OTHER_PATIENT
from viewer.settings import Settings, load
from viewer.worklist.dragging import mime_of, number_of
from viewer.worklist.model import ENTRY_ROLE

Settle = Callable[[MainWindow], None]
NUMBERS = {name: number for number, name in enumerate(PEOPLE)}


@pytest.fixture
def engine() -> FakeEngine:
    return layout_fakes.engine()


@pytest.fixture
def settle_all(settle: Settle, qtbot: QtBot) -> Settle:
    """Wait until every viewport shows what it should."""

    def wait(shown: MainWindow) -> None:
        settle(shown)
        boxes = shown.session.viewports.boxes
        qtbot.waitUntil(lambda: all(not b.lit.wanted or b.lit.failure for b in boxes), timeout=9000)
        qtbot.wait(30)

    return wait


def on_show(shown: MainWindow) -> list[str]:
    viewports = shown.session.viewports
    films = [box.lit.film for box in viewports.boxes[: viewports.protocol.count]]
    return ["" if film is None else film.name for film in films]


def cell(shown: MainWindow, number: int) -> Viewport:
    return shown.grid.cells[number]


def middle(shown: MainWindow, number: int) -> QPointF:
    return QPointF(cell(shown, number).geometry().center())


def drop(shown: MainWindow, mime: QMimeData, place: QPointF) -> None:
    grid, left, none = shown.grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(place.toPoint(), copy, mime, left, none),
        QDragMoveEvent(place.toPoint(), copy, mime, left, none),
        QDropEvent(place, copy, mime, left, none),
    ):
        QApplication.sendEvent(grid, event)


def menu(shown: MainWindow, words: str) -> None:
    shown.session.viewports.choose(words)


# other studies, other patients


def test_keys_step_to_another_study_and_to_another_patient(
    opened: MainWindow, settle_all: Settle
) -> None:
    """Three studies of Abel and one of Bauer."""
    rows = range(opened.worklist.order.rowCount())
    order = [opened.worklist.order.index(row, 0).data(ENTRY_ROLE).row for row in rows]
    here = [row.name for row in order].index("now.dcm")
    opened.worklist.list.setCurrentIndex(opened.worklist.order.index(here, 0))

    def step(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> str:
        QTest.keyClick(opened.film, key, modifier)
        settle_all(opened)
        assert opened.session.row is not None
        return opened.session.row.identity.study_instance_uid

    studies = [row.identity.study_instance_uid for row in order[here:]]
    other = next(study for study in studies if study != layout_fakes.NOW)
    assert step(Qt.Key.Key_PageDown) == other
    assert step(Qt.Key.Key_PageUp) == layout_fakes.NOW
    assert step(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier) == "1.2.9"
    step(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.row is not None
    assert opened.session.row.identity.patient_name == "ABEL^ANNA"


# grids and protocols


@pytest.mark.parametrize(
    ("key", "films"),
    [
        (Qt.Key.Key_1, ["now.dcm"]),
        (Qt.Key.Key_2, ["now.dcm", "now_side.dcm"]),
        (Qt.Key.Key_4, ["now.dcm", "now_side.dcm", "before.dcm", "before_side.dcm"]),
        (Qt.Key.Key_9, ["now.dcm", "now_side.dcm", "before.dcm", "before_side.dcm",
                        "long_ago.dcm", "", "", "", ""]),
    ],
)  # fmt: skip
def test_a_key_lays_out_a_grid_and_fills_it_with_the_patient(
    opened: MainWindow, settle_all: Settle, key: Qt.Key, films: list[str]
) -> None:
    press(opened, Qt.Key.Key_F11)
    QTest.keyClick(opened.film, key, Qt.KeyboardModifier.ControlModifier)
    settle_all(opened)
    assert on_show(opened) == films
    shown = [place for place in opened.grid.cells if place.isVisible()]
    assert len(shown) == len(films)
    areas = [place.geometry() for place in shown]
    assert all(not a.intersects(b) for a in areas for b in areas if a is not b)
    assert all(opened.grid.rect().contains(area) for area in areas)


def test_the_whole_table_of_grids_can_be_chosen(opened: MainWindow, settle_all: Settle) -> None:
    for rows in (1, 2, 3):
        for columns in (1, 2, 3, 4):
            opened.actions_by_id[f"layout.{rows}x{columns}"].trigger()
            settle_all(opened)
            visible = [place for place in opened.grid.cells if place.isVisible()]
            assert len(visible) == rows * columns
            assert opened.actions_by_id[f"layout.{rows}x{columns}"].isChecked()
            assert not opened.grid.grab().isNull()


def test_a_protocol_hangs_current_and_prior_with_the_time_between_them(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "Current and prior")
    settle_all(opened)
    assert on_show(opened) == ["now.dcm", "before.dcm"]
    said = cell(opened, 1).view._with_words(Corners(top_right=("2022-11-01",)), "before.dcm")
    assert said.top_right == ("2022-11-01", "1 y 4 mo earlier")
    assert opened.session.viewports.link_views
    menu(opened, "Current and two priors")
    settle_all(opened)
    assert on_show(opened) == ["now.dcm", "before.dcm", "long_ago.dcm"]
    chips = cell(opened, 2).view._with_words(Corners(), "long_ago.dcm").chips
    assert chips == ("Matched by name and birth date: no Patient ID to compare",)


def test_another_row_hangs_by_the_same_protocol_and_an_empty_place_says_what_is_missing(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "Current and prior")
    settle_all(opened)
    opened.session.select(NUMBERS["bauer.dcm"])
    settle_all(opened)
    assert on_show(opened) == ["bauer.dcm", ""]
    assert cell(opened, 1).view._hint.startswith("No prior frontal film")


def test_a_prior_that_arrives_later_takes_its_empty_place(
    main_window: MainWindow, engine: FakeEngine, settle_all: Settle, qtbot: QtBot
) -> None:
    engine.given = [engine.given[0], engine.given[1], engine.given[5], engine.given[2]]
    engine.go.clear()
    menu(main_window, "Current and prior")
    main_window.open_paths([Path("films")])
    qtbot.waitUntil(lambda: len(main_window.session.entries) == 3)
    main_window.session.select(0)
    engine.go.set()
    settle_all(main_window)
    assert on_show(main_window) == ["now.dcm", "before.dcm"]


def test_a_row_that_hangs_already_is_lit_where_it_hangs(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "1x2")
    settle_all(opened)
    opened.session.select(NUMBERS["now_side.dcm"])
    assert opened.session.viewports.lit == 1
    assert on_show(opened) == ["now.dcm", "now_side.dcm"]


# the lit viewport


def test_a_click_lights_a_viewport_and_everything_follows(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "Current and prior")
    settle_all(opened)
    selected: list[str] = []
    opened.session.selected.connect(lambda entry: selected.append(entry.row.name))
    QTest.mouseClick(cell(opened, 1).view.viewport(), Qt.MouseButton.LeftButton)
    assert selected == ["before.dcm"]
    assert opened.session.entry is not None
    assert opened.session.entry.row.name == "before.dcm"
    assert opened.film is cell(opened, 1).view
    assert cell(opened, 1).property("state") == "lit"
    assert cell(opened, 0).property("state") == ""
    current = opened.worklist.list.currentIndex().data(ENTRY_ROLE)
    assert current.row.name == "before.dcm"
    opened.session.viewports.link(windows=False)
    press(opened, "i")
    assert [box.presentation.inverted for box in opened.session.viewports.boxes[:2]] == [
        False,
        True,
    ]


def test_the_heat_map_belongs_to_the_lit_viewport(
    opened: MainWindow, settle_all: Settle, qtbot: QtBot
) -> None:
    menu(opened, "Current and prior")
    settle_all(opened)
    press(opened, "g")
    qtbot.waitUntil(cell(opened, 0).view._heat_item.isVisible, timeout=9000)
    assert not cell(opened, 1).view._heat_item.isVisible()
    QTest.mouseClick(cell(opened, 1).view.viewport(), Qt.MouseButton.LeftButton)
    settle_all(opened)
    assert not cell(opened, 0).view._heat_item.isVisible()


def test_an_empty_viewport_stays_dark(opened: MainWindow, settle_all: Settle) -> None:
    menu(opened, "3x3")
    settle_all(opened)
    QTest.mouseClick(cell(opened, 8).view.viewport(), Qt.MouseButton.LeftButton)
    assert opened.session.viewports.lit == 0
    press(opened, Qt.Key.Key_F6)
    assert opened.session.viewports.lit == 1
    QTest.keyClick(opened.film, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(opened.film, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert opened.session.viewports.lit == 4


def test_an_empty_viewport_is_lit_by_its_key_and_takes_the_next_film(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "2x3")
    settle_all(opened)
    before = opened.session.viewports.held
    assert before[5] is None
    press(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.viewports.lit == 5
    assert cell(opened, 5).property("state") == "lit"
    assert opened.session.entry is None
    assert not opened.actions_by_id["film.invert"].isEnabled()
    opened.session.select(NUMBERS["bauer.dcm"])
    settle_all(opened)
    assert opened.session.viewports.held == (*before[:5], NUMBERS["bauer.dcm"])
    assert opened.session.current == NUMBERS["bauer.dcm"]
    assert not opened.actions_by_id["layout.empty"].isEnabled()


def test_from_an_empty_viewport_the_keys_lead_back_to_a_film(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "2x3")
    settle_all(opened)
    for by, lit in ((1, 0), (-1, 4)):
        opened.session.viewports.light_empty()
        assert opened.session.viewports.lit == 5
        opened.session.viewports.step(by)
        assert opened.session.viewports.lit == lit
        assert opened.session.current == opened.session.viewports.held[lit]


def test_one_tool_is_armed_everywhere_and_one_amount_is_written(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "1x2")
    settle_all(opened)
    press(opened, "z")
    assert {box.tool for box in opened.session.viewports.boxes} == {Tool.ZOOM}
    press(opened, Qt.Key.Key_Space)
    assert {place.view.annotations for place in opened.grid.cells} == {Annotations.MINIMAL}


def test_each_viewport_has_its_own_marks_and_undo_follows_the_lit_one(
    opened: MainWindow, settle_all: Settle, qtbot: QtBot
) -> None:
    press(opened, "2", Qt.KeyboardModifier.ControlModifier)
    settle_all(opened)
    session = opened.session
    markups = [session.markup_by_box[box] for box in session.viewports.boxes[:2]]
    qtbot.waitUntil(lambda: all(each.state.ready for each in markups), timeout=5000)
    press(opened, "d")
    for number in (1, 0):
        view = cell(opened, number).view
        middle = view.viewport().rect().center()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseMove(view.viewport(), middle + QPoint(40, 0))
        QTest.mouseRelease(
            view.viewport(), Qt.MouseButton.LeftButton, pos=middle + QPoint(60, number)
        )
        assert session.viewports.lit == number
        assert session.markup is markups[number]
    assert [len(each.state.markup.marks) for each in markups] == [1, 1]
    assert [each.state.film.name for each in markups if each.state.film] == [
        box.lit.film.name for box in session.viewports.boxes[:2] if box.lit.film
    ]
    assert opened.actions_by_id["edit.undo"].isEnabled()
    press(opened, "z", Qt.KeyboardModifier.ControlModifier)
    assert [len(each.state.markup.marks) for each in markups] == [0, 1]
    assert not opened.actions_by_id["edit.undo"].isEnabled()
    session.viewports.light(1)
    assert opened.actions_by_id["edit.undo"].isEnabled()


def test_a_double_click_enlarges_one_viewport_and_brings_the_others_back(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "2x2")
    settle_all(opened)
    third = cell(opened, 2)
    QTest.mouseDClick(third.view.viewport(), Qt.MouseButton.LeftButton)
    assert third.geometry() == opened.grid.rect()
    assert not cell(opened, 0).isVisible()
    assert opened.worklist.isVisible()
    QTest.mouseDClick(third.view.viewport(), Qt.MouseButton.LeftButton)
    assert all(cell(opened, number).isVisible() for number in range(4))


# dragging films


def test_a_film_that_shares_its_uid_with_another_says_so(
    new_window: NewWindow, settle_all: Settle
) -> None:
    engine = layout_fakes.engine()
    now = layout_fakes.PEOPLE["now.dcm"].sop_instance_uid
    engine.given = [
        replace(row, identity=replace(row.identity, sop_instance_uid=now))
        if row.name == "bauer.dcm"
        else row
        for row in engine.given
    ]
    shown = new_window(engine, Settings(layout="1x1"), (1640, 980))
    shown.open_paths([Path("films")])
    settle_all(shown)
    for name, hidden in (("now.dcm", False), ("bauer.dcm", False), ("bauer.dcm", True)):
        shown.session.hide_identity(hidden=hidden)
        shown.session.select(list(layout_fakes.PEOPLE).index(name))
        settle_all(shown)
        chips = cell(shown, 0).view._with_words(Corners(), name).chips
        assert any("SOP Instance UID" in chip for chip in chips) is (name == "bauer.dcm")
        assert not any("/films" in chip for chip in chips)


def test_a_film_dragged_from_list_or_strip_hangs_where_it_is_dropped(
    opened: MainWindow, settle_all: Settle
) -> None:
    menu(opened, "1x2")
    settle_all(opened)
    order = opened.worklist.order
    row = next(
        r for r in range(order.rowCount())
        if order.index(r, 0).data(ENTRY_ROLE).row.name == "bauer.dcm"
    )  # fmt: skip
    assert order.flags(order.index(row, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    drop(opened, order.mimeData([order.index(row, 0)]), middle(opened, 1))
    settle_all(opened)
    assert on_show(opened) == ["now.dcm", "bauer.dcm"]
    assert opened.session.viewports.lit == 1
    chips = cell(opened, 0).view._with_words(Corners(), "now.dcm").chips
    assert chips == (OTHER_PATIENT,)
    QTest.mouseClick(cell(opened, 0).view.viewport(), Qt.MouseButton.LeftButton)
    assert cell(opened, 0).view._with_words(Corners(), "now.dcm").chips == ()
    assert cell(opened, 1).view._with_words(Corners(), "bauer.dcm").chips == (OTHER_PATIENT,)
    item = opened.strip.item(4)
    drop(opened, opened.strip.mimeData([item]), middle(opened, 0))
    settle_all(opened)
    assert on_show(opened) == ["long_ago.dcm", "bauer.dcm"]


def test_a_row_is_chosen_when_it_is_let_go_and_not_where_it_is_dragged_away(
    opened: MainWindow, settle_all: Settle
) -> None:
    rows, order, left = opened.worklist.list, opened.worklist.order, Qt.MouseButton.LeftButton
    index = next(
        order.index(r, 0) for r in range(order.rowCount())
        if order.index(r, 0).data(ENTRY_ROLE).row.name == "bauer.dcm"
    )  # fmt: skip
    place = rows.visualRect(index).center()
    QTest.mousePress(rows.viewport(), left, NO_KEYS, place)
    assert rows.currentIndex() == index
    assert on_show(opened) == ["now.dcm"]
    rows.pressed_now = False
    rows.dragged.emit()
    assert rows.currentIndex().data(ENTRY_ROLE).row.name == "now.dcm"
    QTest.mouseRelease(rows.viewport(), left, NO_KEYS, place + QPoint(400, 0))
    QTest.mouseClick(rows.viewport(), left, NO_KEYS, place)
    settle_all(opened)
    assert on_show(opened) == ["bauer.dcm"]


def test_the_target_of_a_drag_is_framed_and_files_are_left_to_the_window(
    opened: MainWindow, engine: FakeEngine, settle_all: Settle, qtbot: QtBot
) -> None:
    menu(opened, "1x2")
    settle_all(opened)
    place = middle(opened, 1).toPoint()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    film = mime_of(3)
    assert number_of(film) == 3
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(opened.grid, kind(place, copy, film, left, NO_KEYS))
    assert cell(opened, 1).property("state") == "target"
    QApplication.sendEvent(opened.grid, QDragLeaveEvent())
    assert cell(opened, 1).property("state") == ""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/films")])
    drop(opened, files, middle(opened, 1))
    qtbot.waitUntil(lambda: engine.opened[-1] == (Path("/films"),))
    settle_all(opened)
    before = on_show(opened)
    drop(opened, mime_of(99), middle(opened, 1))
    assert on_show(opened) == before


# the strip


def test_the_strip_shows_the_patients_films_and_a_click_hangs_one(
    opened: MainWindow, settle_all: Settle
) -> None:
    strip = opened.strip
    words = [strip.item(row).text() for row in range(strip.count())]
    assert words[:3] == ["2024-03-05 PA", "2024-03-05 LL", "2022-11-01 AP"]
    assert strip.isVisible()
    place = strip.visualItemRect(strip.item(2)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle_all(opened)
    assert on_show(opened) == ["before.dcm"]
    assert [strip.item(row).font().bold() for row in range(3)] == [False, False, True]
    press(opened, Qt.Key.Key_F7)
    assert not strip.isVisible()


# linking


def test_linked_viewports_zoom_and_pan_together(opened: MainWindow, settle_all: Settle) -> None:
    menu(opened, "1x2")
    settle_all(opened)
    one, two = cell(opened, 0).view, cell(opened, 1).view
    before = two._scale
    wheel(opened, QPoint(100, 100), 120, Qt.KeyboardModifier.ControlModifier)
    assert two._scale == before
    press(opened, "=")
    press(opened, "y")
    wheel(opened, QPoint(100, 100), 120, Qt.KeyboardModifier.ControlModifier)
    assert two._scale == pytest.approx(1.25 * before)
    centre, was = one.viewport().rect().center(), two.mapToScene(QPoint(0, 0))
    drag(opened, centre, QPoint(-40, -30), Qt.MouseButton.MiddleButton)
    moved = (two.mapToScene(QPoint(0, 0)) - was) * two._scale
    assert (moved.x(), moved.y()) == (pytest.approx(40, abs=2), pytest.approx(30, abs=2))
    press(opened, "x")
    assert two.zoom == pytest.approx(1.0)
    press(opened, "=")
    assert two._scale == pytest.approx(before)
    press(opened, "y")
    press(opened, "+")
    assert two._scale == pytest.approx(before)


def test_linked_windows_follow_relative_to_each_films_own(
    main_window: MainWindow, engine: FakeEngine, settle_all: Settle
) -> None:
    engine.films["before.dcm"] = film_of(
        "before.dcm", vois=(Window(1000.0, 1500.0, explanation="soft"),), inverted=True
    )
    main_window.open_paths([Path("films")])
    settle_all(main_window)
    menu(main_window, "Current and prior")
    settle_all(main_window)
    other = main_window.session.viewports.boxes[1]
    centre = main_window.film.viewport().rect().center()
    drag(main_window, centre, QPoint(8, -16))
    assert window(main_window).width == pytest.approx(3000 + 8 * 3000 / 80)
    followed = other.presentation.voi
    assert isinstance(followed, Window)
    assert followed.width == pytest.approx(1500 + 8 * 1500 / 80)
    assert followed.center == pytest.approx(1000 + 16 * 1500 / 80)  # inverted: the other way
    press(main_window, "3")
    assert other.presentation.preset == "lung"
    press(main_window, "i")
    assert other.presentation.inverted
    main_window.session.light_box.automatic()
    press(main_window, Qt.Key.Key_Escape)
    assert other.presentation.voi == Window(1000.0, 1500.0, explanation="soft")
    main_window.session.viewports.link(windows=False)
    press(main_window, "4")
    assert other.presentation.preset == "soft"


def test_a_linked_drag_ends_at_full_resolution_everywhere(
    opened: MainWindow, settle_all: Settle, qtbot: QtBot
) -> None:
    menu(opened, "Current and prior")
    settle_all(opened)
    drafts: list[bool] = []
    opened.session.viewports.boxes[1].rendered.connect(lambda r: drafts.append(r.is_draft))
    drag(opened, opened.film.viewport().rect().center(), QPoint(40, 0))
    qtbot.waitUntil(lambda: drafts[-1:] == [False], timeout=9000)
    assert drafts[0]


# flicker


def test_a_held_key_shows_the_prior_in_place_of_the_film(
    opened: MainWindow, settle_all: Settle, qtbot: QtBot
) -> None:
    settle_all(opened)
    press(opened, "+")
    shown, spare = cell(opened, 0), opened.grid.spare
    QTest.keyPress(opened.film, "f")
    qtbot.waitUntil(lambda: opened.session.viewports.spare.lit.film is not None)
    assert spare.isVisible()
    assert spare.geometry() == shown.geometry()
    film = opened.session.viewports.spare.lit.film
    assert film is not None
    assert film.name == "before.dcm"
    assert spare.view._note == "1 y 4 mo earlier"
    qtbot.waitUntil(lambda: spare.view._scale == pytest.approx(shown.view._scale))
    assert opened.session.entry is not None
    assert opened.session.entry.row.name == "now.dcm"
    QTest.keyRelease(opened.film, "f")
    assert not spare.isVisible()
    assert shown.isVisible()


def test_flicker_uses_the_prior_that_hangs_beside(opened: MainWindow, settle_all: Settle) -> None:
    menu(opened, "Current and two priors")
    settle_all(opened)
    home = cell(opened, 1).geometry()
    QTest.keyPress(opened.film, "f")
    assert cell(opened, 1).geometry() == cell(opened, 0).geometry()
    assert not opened.grid.spare.isVisible()
    QTest.keyRelease(opened.film, "f")
    assert cell(opened, 1).geometry() == home


def test_without_a_prior_the_key_says_so(opened: MainWindow, settle_all: Settle) -> None:
    opened.session.select(NUMBERS["bauer.dcm"])
    settle_all(opened)
    QTest.keyClick(opened.film, "f")
    assert not opened.grid.spare.isVisible()
    assert "No other study" in opened.statusBar().currentMessage()


# frames


@pytest.fixture
def moving(engine: FakeEngine, tmp_path: Path, settle_all: Settle, qtbot: QtBot) -> MainWindow:
    plain = radiograph("now.dcm").stored[::4, ::4]
    still = engine.read

    def read(row: object, frame: int = 0) -> object:
        if row.name != "now.dcm":  # type: ignore[attr-defined]
            return still(row)  # type: ignore[arg-type]
        stored = np.ascontiguousarray(np.roll(plain, 8 * frame, axis=0))
        own = (Window(2000.0 + 100 * frame, 3000.0),)
        return radiograph("now.dcm", stored=stored, frame=frame, frames=5, vois=own)

    services = replace(engine.services(), read=read)  # type: ignore[arg-type]
    made = windows.build(services, Settings(), tmp_path / "settings.json")
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    made.open_paths([Path("films")])
    settle_all(made)
    return made


def test_wheel_and_slider_turn_the_frames_and_keep_zoom_and_window(
    moving: MainWindow, qtbot: QtBot
) -> None:
    bar = cell(moving, 0).bar
    assert bar.isVisible()
    press(moving, "3")
    press(moving, "+")
    scale, presentation = moving.film._scale, moving.session.light_box.presentation
    wheel(moving, QPoint(200, 200), -120, NO_KEYS)
    qtbot.waitUntil(lambda: moving.grid.cine.frames == (1, 5))
    assert bar.slider.value() == 2
    bar.slider.setFocus()
    QTest.keyClick(bar.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: moving.grid.cine.frames == (4, 5))
    assert moving.film._scale == scale
    assert moving.session.light_box.presentation == presentation
    wheel(moving, QPoint(200, 200), -120, NO_KEYS)
    assert moving.grid.cine.frames == (4, 5)
    moving.session.select(NUMBERS["before.dcm"])
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_each_frame_has_its_own_window_until_the_reader_chooses_one(
    moving: MainWindow, qtbot: QtBot
) -> None:
    press(moving, "H")
    wheel(moving, QPoint(200, 200), -240, NO_KEYS)
    qtbot.waitUntil(lambda: moving.grid.cine.frames == (2, 5))
    shown = moving.session.light_box.presentation
    assert shown.voi == Window(2200.0, 3000.0)
    assert shown.mirrored


def test_the_frames_play_round_and_stop(moving: MainWindow, qtbot: QtBot) -> None:
    seen: list[int] = []
    moving.session.viewports.lit_changed.connect(lambda lit: seen.append(lit.film.radiograph.frame))
    cell(moving, 0).bar.rate.setValue(60)
    press(moving, "p")
    qtbot.waitUntil(lambda: len(seen) >= 7, timeout=9000)
    press(moving, "p")
    assert not moving.grid.cine.playing
    assert seen[:7] == [1, 2, 3, 4, 0, 1, 2]
    assert seen == [step % 5 for step in range(1, len(seen) + 1)]


@pytest.mark.parametrize(("frame_ms", "rate"), [(0.0, 10), (40.0, 25), (5.0, 60), (4000.0, 1)])
def test_the_file_says_how_fast_its_frames_play(frame_ms: float, rate: int) -> None:
    assert rate_of(film_of("now.dcm", frame_ms=frame_ms)) == rate


def test_one_frame_is_no_cine(opened: MainWindow) -> None:
    assert not cell(opened, 0).bar.isVisible()
    assert not opened.actions_by_id["layout.play"].isEnabled()
    opened.grid.cine.toggle()
    assert not opened.grid.cine.playing


# windows and settings


def test_the_films_take_a_window_of_their_own_and_come_back(
    opened: MainWindow,
) -> None:
    press(opened, Qt.Key.Key_F8)
    apart = opened.films._apart
    assert apart is not None
    assert opened.grid.window() is apart
    assert apart.isVisible()
    assert opened.worklist.isVisible()
    press(opened, "i")
    assert opened.session.light_box.presentation.inverted
    apart.close()
    assert opened.grid.window() is opened
    assert opened.grid.isVisible()
    assert not opened.films.apart


TWO_SCREENS = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtWidgets import QApplication
application = QApplication([])
import layout_fakes
from viewer import window
from viewer.settings import Settings, load
path = Path(os.environ["HILUM_HOME"]) / "settings.json"
for chosen in (Settings(), None):
    shown = window.build(layout_fakes.engine().services(), chosen or load(path), path)
    shown.show()
    if not shown.films.apart:
        shown.films.toggle()
    application.processEvents()
    print(shown.screen().name(), shown.grid.screen().name())
    shown.close()
"""


def test_the_films_go_to_the_second_screen_and_stand_there_again(tmp_path: Path) -> None:
    screen = {"y": 0, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    both = [
        {"name": "first", "x": 0, "width": 1600, **screen},
        {"name": "second", "x": 1600, "width": 1200, **screen},
    ]
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": both}))
    told = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(Path(__file__).parent)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "HILUM_HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert told.stdout.split() == ["first", "second"] * 2


def test_layout_links_and_windows_are_kept_for_the_next_time(
    engine: FakeEngine, themed: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    made = windows.build(engine.services(), Settings(), path)
    made.show()
    menu(made, "Current and prior")
    made.films.toggle()
    made.strip.toggle()
    made.close()
    made.deleteLater()
    kept = load(path)
    assert (kept.layout, kept.link_views, kept.link_windows) == ("Current and prior", True, True)
    assert (kept.films_apart, kept.thumbnails) == (True, False)
    assert len(kept.places) == 2
    again = windows.build(engine.services(), kept, path)
    again.show()
    assert again.session.viewports.protocol.name == "Current and prior"
    assert again.films.apart
    assert again.session.viewports.link_windows
    again.close()
    again.deleteLater()
    themed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_fault_in_the_readers_protocols_is_said(
    engine: FakeEngine, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path))
    (tmp_path / "hanging.toml").write_text("[[protocol]]\nname = 1\n")
    made = windows.build(engine.services(), Settings(), tmp_path / "settings.json")
    assert "protocol 1 (1): it needs a name." in made.statusBar().currentMessage()
    qtbot.addWidget(made)
    assert "Current and prior" in made.session.viewports.names


def test_an_unknown_layout_in_the_settings_is_a_single_film(
    engine: FakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    made = windows.build(engine.services(), Settings(layout="9x9"), tmp_path / "settings.json")
    qtbot.addWidget(made)
    assert made.session.viewports.protocol.count == 1
