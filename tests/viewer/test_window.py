"""The whole window, driven by real mouse and keys."""

import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.types import State
from viewer.dialogs.about import AboutDialog, about_text
from viewer.main_window import MainWindow
from viewer.settings import Settings
from viewer.window import build
from viewer.worklist.model import status_words

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_hands import NO_KEYS, MakeEngine, Settle, names, press

# opening


def test_an_empty_list_explains_how_to_open_films(main_window: MainWindow) -> None:
    assert main_window._centre.currentIndex() == 0
    assert "Not for diagnosis" in main_window.windowTitle()


def test_every_file_gets_a_row_and_the_most_urgent_stands_first(opened: MainWindow) -> None:
    assert names(opened) == [
        "urgent.dcm", "middle.dcm", "slight.dcm", "side.dcm", "bad.dcm", "x.zip", "quiet.dcm",
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


def test_opening_is_paused_and_goes_on(main_window: MainWindow, engine: Any, qtbot: QtBot) -> None:
    engine.go.clear()
    main_window.open_paths([Path("films")])
    panel, session = main_window.worklist, main_window.session
    qtbot.waitUntil(lambda: session.progress.done == 3)
    qtbot.mouseClick(panel._pause, Qt.MouseButton.LeftButton)
    assert "paused" in panel._count.text()
    assert panel._pause.text() == "Go on"
    engine.go.set()
    qtbot.wait(300)
    assert session.progress.done == 3
    assert session.progress.running
    qtbot.mouseClick(panel._pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.progress.running)
    assert session.progress.done == len(engine.given)
    assert not panel._pause.isVisible()


def test_a_paused_opening_can_be_cancelled(
    main_window: MainWindow, engine: Any, qtbot: QtBot
) -> None:
    main_window.session.opening.pause(on=True)
    main_window.open_paths([Path("films")])
    qtbot.waitUntil(lambda: bool(engine.opened))
    main_window.session.cancel()
    qtbot.waitUntil(lambda: not main_window.session.progress.running)
    main_window.open_paths([Path("films")])
    qtbot.waitUntil(lambda: main_window.session.progress.done == len(engine.given))


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


def test_what_arrives_first_but_was_not_scored_is_not_shown_first(
    main_window: MainWindow, engine: Any, qtbot: QtBot, settle: Settle
) -> None:
    engine.given.reverse()  # refusals first; the scored films wait for `go`
    engine.go.clear()
    main_window.open_paths([Path("films")])
    qtbot.waitUntil(lambda: len(main_window.session.entries) == 3, timeout=20000)
    assert main_window.session.current is None
    engine.go.set()
    settle(main_window)
    assert main_window.session.entry is not None
    assert main_window.session.entry.row.assessed.assessment.scored


def test_only_refusals_are_shown_when_there_is_nothing_else(
    main_window: MainWindow, engine: Any, settle: Settle
) -> None:
    del engine.given[:5]
    main_window.open_paths([Path("films")])
    settle(main_window)
    assert main_window.session.current is not None


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
    opened.worklist.step(3)
    settle(opened)
    film = opened.session.light_box.lit.film
    assert film is not None
    assert film.name == "side.dcm"
    assert opened.findings._stack.currentWidget() is opened.findings.refused
    assert opened.findings.refused.reason.text().startswith("Not scored: lateral view")
    assert not opened.actions_by_id["ai.overlay"].isEnabled()


def test_an_unreadable_film_leaves_the_last_one_behind_its_reason(
    opened: MainWindow, settle: Settle
) -> None:
    opened.worklist.step(4)
    settle(opened)
    lit = opened.session.light_box.lit
    assert lit.film is not None
    assert lit.film.name == "urgent.dcm"
    assert (lit.wanted, lit.failure) == ("bad.dcm", "The file is damaged.")
    assert opened.findings.refused.reason.text() == "Unreadable: The file is damaged."
    entry = opened.session.entry
    assert entry is not None
    assert status_words(entry) == "Unreadable: The file is damaged."


def test_a_film_that_fails_to_be_read_again_says_so(
    opened: MainWindow, engine: Any, settle: Settle
) -> None:
    engine.broken.add("middle.dcm")
    opened.session.viewports.shelf.clear()
    opened.worklist.step(1)
    settle(opened)
    assert opened.session.light_box.lit.failure == "The file is damaged."


def test_a_late_reply_never_replaces_the_film_asked_for_last(
    opened: MainWindow, engine: Any, qtbot: QtBot, settle: Settle
) -> None:
    late = threading.Event()
    engine.read_go["middle.dcm"] = late
    opened.session.viewports.shelf.clear()
    opened.worklist.step(1)
    assert opened.session.light_box.lit.wanted == "middle.dcm"
    opened.worklist.step(1)
    settle(opened)
    late.set()
    qtbot.wait(100)
    film = opened.session.light_box.lit.film
    assert film is not None
    assert film.name == "slight.dcm"


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
    (contour,) = overlay.state.heat.contours
    centre = (contour.min(axis=0) + contour.max(axis=0)) / 2
    assert centre.tolist() == pytest.approx([1200 * 2 / 7, 100 + 1200 * 3.5 / 7], abs=12)
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


def test_the_list_can_be_ordered_by_name_and_by_finding(opened: MainWindow) -> None:
    sort_by = opened.worklist.sort_by
    sort_by("film")
    assert names(opened)[:3] == ["bad.dcm", "middle.dcm", "quiet.dcm"]
    sort_by("finding")
    assert names(opened)[:4] == ["urgent.dcm", "middle.dcm", "slight.dcm", "quiet.dcm"]
    sort_by("urgency")
    assert names(opened)[0] == "urgent.dcm"


def test_rows_and_findings_can_be_read_out(opened: MainWindow) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    first = opened.worklist.order.index(0, 0).data(spoken)
    assert first == "PHANTOM, URGENT, Flagged, Lung opacity 58 %, Urgent, Unread"
    finding = opened.findings.list.model().index(0, 0).data(spoken)
    assert finding.startswith("Abnormal (any): Flagged, probability 97 % (95 % interval")
    tips = Qt.ItemDataRole.ToolTipRole
    assert "urgent.dcm" in opened.worklist.order.index(0, 0).data(tips)


def test_the_about_window_names_the_model_and_the_warning(opened: MainWindow) -> None:
    words = about_text(opened.session.model)
    assert "Not for diagnosis" in words
    assert "standard 1.0" in words
    opened.actions_by_id["help.about"].trigger()
    dialog = opened.findChild(AboutDialog)
    assert dialog is not None
    dialog.close()
