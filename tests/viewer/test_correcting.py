"""A refused film that would pass turned or inverted is scored so, where the reader asks for it."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.errors import UnusableStore
from engine.triage.pipeline import Status
from engine.triage.stages import rescored
from engine.types import Assessed, Finding, Label, State
from viewer.findings.table import state_words
from viewer.main_window import MainWindow
from viewer.reliability import MapReliability, share_words

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine, assessment, model_card, scored
from window_hands import NewWindow, Settle, press

TURNED = "Not scored: the film looks turned or upside down; turn it upright."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def turned(new_window: NewWindow, settle: Settle) -> tuple[MainWindow, FakeEngine]:
    """A window whose one film lies on its side."""
    engine = FakeEngine()
    said = replace(assessment(model_card(), 0.0, TURNED), offer="rotate_90")
    engine.given = [rescored(scored("side.dcm", 0.5), Assessed(said, None))]
    shown = new_window(engine)
    shown.open_paths([Path("films")])
    settle(shown)
    shown.worklist.step(-1)
    settle(shown)
    return shown, engine


def status(shown: MainWindow) -> Status:
    assert shown.session.entry is not None
    return shown.session.entry.row.status


def test_a_turned_film_is_scored_turned_only_when_the_reader_says_so(
    turned: tuple[MainWindow, FakeEngine], qtbot: QtBot, settle: Settle
) -> None:
    shown, engine = turned
    refused = shown.findings.refused
    assert refused.reason.text() == TURNED
    assert refused.offer.isVisible()
    assert refused.offer.text() == "Score it turned 90° to the left"
    assert status(shown) is Status.NOT_SCORED
    engine.correct_go.clear()
    QTest.mouseClick(refused.offer, Qt.MouseButton.LeftButton)
    assert not refused.offer.isEnabled()
    assert not shown.actions_by_id["ai.correct"].isEnabled()
    engine.correct_go.set()
    qtbot.waitUntil(lambda: status(shown) is Status.SCORED, timeout=20000)
    settle(shown)
    assert shown.findings._stack.currentWidget() is shown.findings.list
    assert shown.session.findings.selected
    assert shown.session.progress.scored == 1
    assert len(shown.session.entries) == 1
    assert not shown.actions_by_id["ai.correct"].isEnabled()
    press(shown, "g")
    qtbot.waitUntil(lambda: shown.session.overlay.state.visible, timeout=20000)


def test_the_keys_do_the_same_and_a_store_that_fails_is_said(
    turned: tuple[MainWindow, FakeEngine], qtbot: QtBot
) -> None:
    shown, engine = turned
    engine.correct_trouble = [UnusableStore("The store's disc is full.")]
    press(shown, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: status(shown) is Status.SCORED, timeout=20000)
    qtbot.waitUntil(lambda: "full" in shown.read_flow.trouble.text(), timeout=20000)


def test_a_film_that_cannot_be_read_any_more_keeps_its_row_and_says_why(
    turned: tuple[MainWindow, FakeEngine], qtbot: QtBot
) -> None:
    shown, engine = turned
    engine.broken.add("side.dcm")
    refused = shown.findings.refused
    refused.offer.click()
    qtbot.waitUntil(refused.problem.isVisible, timeout=20000)
    assert refused.problem.text() == "The file is damaged."
    assert refused.offer.isEnabled()
    assert shown.actions_by_id["ai.correct"].isEnabled()
    assert status(shown) is Status.NOT_SCORED


def test_what_comes_after_the_list_was_emptied_is_dropped(
    turned: tuple[MainWindow, FakeEngine], qtbot: QtBot
) -> None:
    shown, engine = turned
    engine.correct_go.clear()
    shown.findings.refused.offer.click()
    shown.session.clear()
    engine.correct_go.set()
    qtbot.wait(200)
    assert len(shown.session.entries) == 0


def test_a_film_that_nothing_helps_is_offered_nothing(opened: MainWindow, settle: Settle) -> None:
    opened.session.select(4)
    settle(opened)
    assert opened.findings.refused.reason.text().startswith("Not scored: lateral view")
    assert not opened.findings.refused.offer.isVisible()
    assert not opened.actions_by_id["ai.correct"].isEnabled()


def test_normal_is_not_denied_where_it_only_is_uncertain() -> None:
    def words(probability: float, state: State) -> str:
        finding = Finding("normal", probability, (0.2, 0.9))
        return state_words(Label(finding, 0.4, state))

    assert words(0.8, State.FLAGGED) == "Reached"
    assert words(0.3, State.UNCERTAIN) == "Not reached"
    assert words(0.3, State.BELOW) == "Not reached"
    # An unfamiliar film.
    assert words(0.8, State.UNCERTAIN) == "Uncertain"


def test_lungs_that_only_the_corrected_film_shows_are_spoken_of() -> None:
    state = MapReliability(shown=True, no_share="Lungs not found")
    assert share_words(state) == "Lungs not found"
    found = FakeEngine().trust(None, scored("a.dcm", 0.5), Assessed(None, None), "covid19")  # type: ignore[arg-type]
    assert share_words(replace(state, trust=found)) == "90 % of this map lies in the lungs"
