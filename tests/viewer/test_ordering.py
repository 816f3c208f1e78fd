"""The list is ordered as the reader decided, and says why a film stands where it does."""

import csv
import dataclasses
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from engine.models.card import ReleaseScores
from engine.triage.queue import Policy
from viewer import settings, window
from viewer.dialogs.discordance import DiscordanceDialog
from viewer.dialogs.policy import PolicyDialog
from viewer.main_window import MainWindow
from viewer.settings import Settings
from viewer.worklist.model import lane_words

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeAssessor, FakeEngine, model_card
from window_hands import names, press

SCORES = ReleaseScores("abnormal", 500, (0.0, 0.02, 0.4), (0.0, 4.0, 60.0))
Open = Callable[[FakeEngine], MainWindow]


class Certified(FakeEngine):
    """An engine whose model can certify a low-risk lane."""

    def load(self) -> FakeAssessor:
        return FakeAssessor(dataclasses.replace(model_card(), release=SCORES))


@pytest.fixture
def engine() -> FakeEngine:
    return Certified()


def lanes(shown: MainWindow) -> dict[str, str]:
    return {entry.row.name: lane_words(entry) for entry in shown.session.entries}


def test_what_nothing_cleared_stands_before_what_the_model_cleared(opened: MainWindow) -> None:
    assert names(opened) == [
        "urgent.dcm", "middle.dcm", "slight.dcm", "side.dcm", "bad.dcm", "x.zip", "quiet.dcm",
    ]  # fmt: skip
    assert lanes(opened)["urgent.dcm"] == "Urgent"
    assert lanes(opened)["quiet.dcm"] == "Routine"
    assert lanes(opened)["bad.dcm"] == ""


def test_the_slider_moves_films_between_lanes_at_once(opened: MainWindow) -> None:
    opened.session.set_sensitivity(0.85)
    assert lanes(opened)["slight.dcm"] == "Routine"
    assert names(opened)[-2:] == ["slight.dcm", "quiet.dcm"]


def test_an_allowed_risk_opens_the_low_risk_lane(opened: MainWindow) -> None:
    opened.session.set_sensitivity(0.85)
    opened.session.ordering.set_policy(Policy(risk=0.01))
    assert lanes(opened)["quiet.dcm"] == "Low risk"
    opened.session.ordering.set_policy(Policy(risk=0.001))
    assert lanes(opened)["quiet.dcm"] == "Routine"
    # What is only uncertain is not cleared.
    opened.session.ordering.set_policy(Policy(risk=0.01))
    opened.session.set_sensitivity(0.95)
    assert lanes(opened)["quiet.dcm"] == "Routine"


def test_a_film_is_pinned_by_a_key_and_found_by_its_lane(opened: MainWindow) -> None:
    opened.worklist.step(10)
    assert opened.session.entry is not None
    assert opened.session.entry.row.name == "quiet.dcm"
    press(opened, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert names(opened)[0] == "quiet.dcm"
    assert opened.session.entry.row.name == "quiet.dcm"
    assert opened.actions_by_id["go.pin"].isChecked()
    opened.worklist.narrowing.search.setText("pinned")
    assert names(opened) == ["quiet.dcm"]
    opened.worklist.narrowing.search.clear()
    opened.actions_by_id["go.pin"].trigger()
    assert names(opened)[-1] == "quiet.dcm"


def test_stat_films_stand_first(opened: MainWindow) -> None:
    calm = opened.session.entries[0].row
    stat = dataclasses.replace(calm, identity=dataclasses.replace(calm.identity, priority="STAT"))
    opened.session.arrivals.add(stat)
    opened.session.arrivals.hand_on()
    assert names(opened)[0] == "quiet.dcm"
    assert lanes(opened)["quiet.dcm"] == "STAT"


def test_a_film_that_has_waited_too_long_comes_next(opened: MainWindow) -> None:
    ordering = opened.session.ordering
    ordering._now = lambda: ordering._opened_s + 5 * 3600
    ordering.look_at_the_clock()
    assert set(lanes(opened).values()) == {"Waited long"}
    ordering.set_policy(Policy(longest_wait_s=0))
    assert names(opened)[0] == "urgent.dcm"
    assert "Waited long" not in lanes(opened).values()


def test_a_policy_is_tried_before_it_is_switched_on_and_kept(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.session.set_sensitivity(0.85)
    opened.actions_by_id["ai.policy"].trigger()
    dialog = opened.findChild(PolicyDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0)
    assert "no share of positive studies" in dialog.release.text()
    assert [dialog.table.item(n, 0).text() for n in range(3)] == [
        "All films", "Urgent", "Routine",
    ]  # fmt: skip
    dialog.risk.setValue(1.0)
    assert "of 500 patients" in dialog.release.text()
    assert "Abnormal (any)" in dialog.release.text()
    dialog.weights["covid19"].setValue(0.25)
    dialog.wait.setValue(0)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 5)
    assert lanes(opened)["quiet.dcm"] == "Routine"
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    wanted = Policy({"covid19": 0.25}, 0.0, 0.01)
    assert opened.session.ordering.policy == wanted
    assert lanes(opened)["quiet.dcm"] == "Low risk"
    opened.preferences.save()
    assert Policy.of(settings.load(tmp_path / "settings.json").policy) == wanted


def test_the_defaults_come_back(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.ordering.set_policy(Policy({"covid19": 0.1}, 60.0, 0.2))
    dialog = PolicyDialog(opened.session)
    qtbot.addWidget(dialog)
    assert dialog.policy == opened.session.ordering.policy
    restore = dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert dialog.policy == Policy()


def test_an_empty_list_has_nothing_to_simulate(main_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: main_window.session.model.assessor is not None)
    dialog = PolicyDialog(main_window.session)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "nothing to simulate" in dialog.note.text())


def opened_with(kept: dict[str, Any], folder: Path, qtbot: QtBot) -> MainWindow:
    chosen = Settings(sensitivity=0.85, thresholds=kept, policy={"risk": 0.01})
    made = window.build(Certified().services(), chosen, folder / "settings.json")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.session.model.assessor is not None)
    return made


def passport(**changes: Any) -> dict[str, Any]:
    kept = {"model_id": "standard", "model_version": "1.0", "model_sha256": "ab" * 32,
            "sensitivity": 0.85, "thresholds": {}}  # fmt: skip
    return {**kept, **changes}


@pytest.mark.usefixtures("themed")
def test_a_kept_sensitivity_holds_for_the_model_it_was_set_for(
    tmp_path: Path, qtbot: QtBot
) -> None:
    shown = opened_with(passport(), tmp_path, qtbot)
    assert shown.session.setting.sensitivity == 0.85
    assert not shown.findings.console.refused.isVisible()
    assert shown.preferences.current.thresholds["thresholds"]["abnormal"] == pytest.approx(0.15)


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("kept", [passport(model_sha256="cd" * 32), {"what": "ever"}])
def test_thresholds_of_another_model_are_refused_until_they_are_set_anew(
    kept: dict[str, Any], tmp_path: Path, qtbot: QtBot
) -> None:
    shown = opened_with(kept, tmp_path, qtbot)
    console, ordering = shown.findings.console, shown.session.ordering
    assert shown.session.setting.sensitivity == 0.95
    assert "set the sensitivity" in console.refused.text().casefold()
    assert ordering.rule.release.threshold is None
    shown.preferences.apply(dataclasses.replace(shown.preferences.current, theme="contrast"))
    shown.preferences.apply(dataclasses.replace(shown.preferences.current, theme="dark"))
    assert console.refused.isVisible()
    assert shown.preferences.current.thresholds == kept
    qtbot.mouseClick(console.accept, Qt.MouseButton.LeftButton)
    assert not console.refused.isVisible()
    assert ordering.rule.release.threshold is not None
    assert shown.preferences.current.thresholds["model_sha256"] == "ab" * 32


def written(shown: MainWindow, qtbot: QtBot, target: Path, write: Callable[[Path], None]) -> bytes:
    with qtbot.waitSignal(shown.session.exporter.finished, timeout=20000):
        write(target)
    assert "Written" in shown.statusBar().currentMessage()
    return target.read_bytes()


def test_the_list_leaves_in_its_order(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    save = opened.outputs.save_list
    lines = written(opened, qtbot, tmp_path / "list.jsonl", save).splitlines()
    assert [json.loads(line)["path"] for line in lines] == names(opened)
    opened.session.hide_identity(hidden=True)
    text = written(opened, qtbot, tmp_path / "list.csv", save).decode()
    assert [row["place"] for row in csv.DictReader(text.splitlines())] == list("1234567")
    assert "dcm" not in text
    assert "2.25." not in text


def test_a_list_is_never_written_over_a_film(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    row = opened.session.rows[0]
    source = dataclasses.replace(row.source, path=tmp_path / "film.csv")
    opened.session.films.put(0, dataclasses.replace(row, source=source))
    (tmp_path / "film.csv").write_text("film")
    with qtbot.waitSignal(opened.session.exporter.finished):
        opened.outputs.save_list(tmp_path / "film.csv")
    assert (tmp_path / "film.csv").read_text() == "film"
    assert "Written" not in opened.statusBar().currentMessage()


def test_reports_are_compared_and_lead_to_the_films(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "reports.csv"
    table.write_text("file;abnormal\nURGENT.dcm;no\nquiet.dcm;yes\nmiddle.dcm;1\nnone.dcm;1\nx\n;1")
    opened.outputs.compare(table)
    qtbot.waitUntil(lambda: opened.findChild(DiscordanceDialog) is not None)
    dialog = opened.findChild(DiscordanceDialog)
    assert dialog.counts.text().splitlines() == [
        "Abnormal (any): 1 of 3 studies agree, 1 only the model, 1 only the reader.",
        "Verdicts on studies that this list does not have: 1.",
    ]
    assert dialog.problems.count() == 1
    items = [dialog.table.topLevelItem(n) for n in range(dialog.table.topLevelItemCount())]
    assert [item.text(2) for item in items] == ["AI− reader+", "AI+ reader−"]
    dialog.table.setCurrentItem(items[0])
    assert opened.session.entry is not None
    assert opened.session.entry.row.name == "quiet.dcm"
    dialog.reject()
    page = written(opened, qtbot, tmp_path / "s.html", opened.outputs.save_summary).decode()
    assert "AI- reader+" in page
    assert "PHANTOM" not in page
    assert written(opened, qtbot, tmp_path / "s.pdf", opened.outputs.save_summary)[:5] == b"%PDF-"


@pytest.mark.parametrize(("length", "films"), [("All films of the list", 7), ("8 hours", 6)])
def test_a_summary_is_of_the_shift_that_was_asked_for(
    opened: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    length: str,
    films: int,
) -> None:
    def chosen(_parent: object, _title: str, _label: str, items: list[str], **_: object) -> object:
        return next(item for item in items if length in item), True

    monkeypatch.setattr("viewer.outputs.QInputDialog.getItem", chosen)
    target = tmp_path / "shift.html"
    monkeypatch.setattr(
        "viewer.outputs.QFileDialog.getSaveFileName", lambda *_: (str(target), "*.html")
    )
    head = opened.session.films.head.copy()
    head["arrived_s"][1] -= 86_400
    opened.session.films.head = head
    with qtbot.waitSignal(opened.session.exporter.finished):
        opened.outputs.ask_summary()
    assert f": {films} files." in target.read_text()


def test_a_table_that_is_none_is_said(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened.outputs.compare(tmp_path / "absent.csv")
    qtbot.waitUntil(lambda: "cannot be read" in opened.statusBar().currentMessage())
    assert opened.findChild(DiscordanceDialog) is None
