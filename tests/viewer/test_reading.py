"""A worklist is read by keys alone; two viewers share a store; nothing is lost in between."""

import dataclasses
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from engine.errors import UnusableStore
from engine.models.passport import Passport
from engine.triage import audit
from engine.triage.reading import Read, ReadState
from engine.triage.store import Store
from viewer import reading
from viewer.dialogs.discordance import DiscordanceDialog
from viewer.findings.table import OPINION_ROLE
from viewer.main_window import MainWindow
from viewer.settings import Settings
from viewer.worklist.model import lane_words, reading_words, status_words

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine
from window_hands import NewWindow, Settle, activate, names, press

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
AGREE, DISAGREE, OTHER = Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5
COMMIT, NEXT = Qt.Key.Key_F9, Qt.Key.Key_F12
Open = Callable[..., MainWindow]
ME = Settings(reader="r7")


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "list.db")


@pytest.fixture
def open_window(address: str, new_window: NewWindow, settle: Settle) -> Open:
    """Open windows on one store."""

    def build(chosen: Settings = ME) -> MainWindow:
        engine = FakeEngine(address=address)
        shown = new_window(engine, chosen)
        shown.open_paths([Path("films")])
        settle(shown)
        shown.worklist.step(-len(engine.given))
        settle(shown)
        return shown

    return build


def here(shown: MainWindow) -> str:
    assert shown.session.entry is not None
    return shown.session.entry.row.name


def state(shown: MainWindow, name: str) -> ReadState | None:
    return next(e.read_state for e in shown.session.entries if e.row.name == name)


def words(shown: MainWindow, name: str) -> str:
    return next(reading_words(e) for e in shown.session.entries if e.row.name == name)


def key(shown: MainWindow, name: str) -> str:
    return next(e.study for e in shown.session.entries if e.row.name == name)


def kept(shown: MainWindow, qtbot: QtBot) -> None:
    """Wait until the store knows everything."""
    own = shown.session.reading
    qtbot.waitUntil(lambda: not own._tasks and not own._request, timeout=20000)


def told(shown: MainWindow, qtbot: QtBot) -> None:
    """Let a window look for what others did."""
    kept(shown, qtbot)
    shown.session.reading.exchange()
    kept(shown, qtbot)


def steps(address: str, study: str) -> tuple[Read, ...]:
    with Store(address) as store:
        return store.readings.of(study)


# by keys


def test_a_list_is_read_by_keys_alone(open_window: Open, address: str, qtbot: QtBot) -> None:
    shown = open_window()
    assert here(shown) == "urgent.dcm"
    assert shown.session.findings.selected == "abnormal"
    press(shown, AGREE)
    assert words(shown, "urgent.dcm").startswith("Reading: r7")
    press(shown, ".")
    assert shown.session.findings.selected == "lung_opacity"
    press(shown, DISAGREE)
    press(shown, COMMIT)
    assert state(shown, "urgent.dcm") is ReadState.READ
    assert here(shown) == "middle.dcm"
    press(shown, COMMIT, SHIFT)
    assert state(shown, "middle.dcm") is ReadState.SECOND_LOOK
    assert here(shown) == "slight.dcm"
    press(shown, COMMIT)
    assert here(shown) == "quiet.dcm"
    press(shown, COMMIT)
    # A second look is for somebody else.
    assert here(shown) == "quiet.dcm"
    assert shown.statusBar().currentMessage() == "All studies of the list are read, or being read."
    kept(shown, qtbot)
    read = steps(address, key(shown, "urgent.dcm"))
    assert [step.state for step in read] == ["reading"] * 3 + ["read"]
    assert read[-1].verdicts == {"abnormal": "present", "lung_opacity": "absent"}
    assert (read[-1].reader, read[-1].settings["sensitivity"]) == ("r7", 0.95)
    assert read[-1].settings["model_sha256"] == "ab" * 32


def test_the_same_verdict_again_takes_it_back_and_it_stands_at_its_finding(
    open_window: Open,
) -> None:
    shown = open_window()
    model = shown.findings.list.model()
    press(shown, DISAGREE)
    assert model.index(0, 0).data(OPINION_ROLE) == "absent"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("; You: Absent")
    shown.grab()
    press(shown, DISAGREE)
    assert model.index(0, 0).data(OPINION_ROLE) == ""
    assert state(shown, "urgent.dcm") is ReadState.READING


def test_what_was_said_or_committed_is_taken_back_by_a_key(
    open_window: Open, address: str, qtbot: QtBot
) -> None:
    shown = open_window()
    press(shown, AGREE)
    press(shown, COMMIT)
    assert here(shown) == "middle.dcm"
    press(shown, Qt.Key.Key_Backspace, CTRL)
    assert (here(shown), state(shown, "urgent.dcm")) == ("urgent.dcm", ReadState.READING)
    assert shown.session.reading.verdicts == {"abnormal": "present"}
    press(shown, Qt.Key.Key_Backspace, CTRL)
    assert shown.session.reading.verdicts == {}
    assert not shown.actions_by_id["read.undo"].isEnabled()
    kept(shown, qtbot)
    read = steps(address, key(shown, "urgent.dcm"))
    assert [step.state for step in read] == ["reading", "reading", "read", "reading", "reading"]


def test_a_note_says_what_no_finding_says(open_window: Open, address: str, qtbot: QtBot) -> None:
    shown = open_window()
    press(shown, OTHER)
    dialog = shown.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "Calcified node, old.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown.session.reading.verdicts == {"abnormal": "other"}
    assert shown.findings.verdicts.notes.text() == "r7: Calcified node, old."
    shown.session.hide_identity(hidden=True)
    assert "Calcified" not in shown.findings.verdicts.notes.text()
    shown.session.hide_identity(hidden=False)
    kept(shown, qtbot)
    with Store(address) as store:
        (note,) = store.readings.notes(key(shown, "urgent.dcm"))
    assert (note.reader, note.text) == ("r7", "Calcified node, old.")


def test_a_study_that_is_only_passed_by_is_not_begun(
    open_window: Open, address: str, qtbot: QtBot
) -> None:
    shown = open_window()
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: state(shown, "slight.dcm") is ReadState.READING, timeout=20000)
    assert state(shown, "middle.dcm") is ReadState.UNREAD
    press(shown, Qt.Key.Key_Up)
    assert state(shown, "slight.dcm") is ReadState.UNREAD
    kept(shown, qtbot)
    assert steps(address, key(shown, "middle.dcm")) == ()


def test_what_cannot_be_read_has_no_state(open_window: Open) -> None:
    shown = open_window()
    assert state(shown, "bad.dcm") is None
    shown.worklist.step(4)
    assert here(shown) == "bad.dcm"
    assert not shown.actions_by_id["read.commit"].isEnabled()
    assert shown.findings.verdicts.standing.text() == ""


def test_the_next_study_waits_where_the_reader_wants_it_to(open_window: Open) -> None:
    shown = open_window(dataclasses.replace(ME, next_unread=False))
    press(shown, COMMIT)
    assert (here(shown), state(shown, "urgent.dcm")) == ("urgent.dcm", ReadState.READ)
    press(shown, "u")
    assert state(shown, "urgent.dcm") is ReadState.UNREAD


def test_states_are_found_by_search_and_read_out(open_window: Open) -> None:
    shown = open_window()
    press(shown, COMMIT, SHIFT)
    shown.worklist.narrowing.search.setText("second look")
    assert names(shown) == ["urgent.dcm"]
    spoken = shown.worklist.order.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", Second look")


# blindly


def test_findings_lanes_and_maps_are_hidden_until_the_reader_commits(
    open_window: Open, address: str, qtbot: QtBot, settle: Settle
) -> None:
    shown = open_window(dataclasses.replace(ME, blind_first=True))
    # No order but that of arrival; what was not scored still stands before what may be clear.
    assert names(shown) == [
        "side.dcm", "bad.dcm", "x.zip", "quiet.dcm", "urgent.dcm", "middle.dcm", "slight.dcm",
    ]  # fmt: skip
    assert "4 hidden" in shown.worklist._count.text()
    assert "flagged" not in shown.worklist._count.text()
    shown.worklist.step(4)
    settle(shown)
    entry = shown.session.entry
    assert entry is not None
    assert (here(shown), entry.labels, lane_words(entry)) == ("urgent.dcm", (), "")
    assert status_words(entry) == "Findings hidden"
    assert not shown.actions_by_id["ai.overlay"].isEnabled()
    assert shown.findings.list.model().rowCount() == 7
    assert shown.findings.verdicts.hidden.isVisible()
    # "normal" comes first in the model's own order.
    press(shown, DISAGREE)
    press(shown, COMMIT)
    entry = shown.session.entry
    assert (here(shown), state(shown, "urgent.dcm")) == ("urgent.dcm", ReadState.READING)
    assert len(entry.labels) == 7
    assert lane_words(entry) == "Urgent"
    assert shown.actions_by_id["ai.overlay"].isEnabled()
    assert not shown.findings.verdicts.hidden.isVisible()
    assert shown.session.progress.flagged == 1
    press(shown, AGREE)
    press(shown, COMMIT)
    assert state(shown, "urgent.dcm") is ReadState.READ
    assert here(shown) != "urgent.dcm"
    kept(shown, qtbot)
    read = steps(address, key(shown, "urgent.dcm"))
    assert [(dict(step.verdicts), step.settings["revealed"]) for step in read] == [
        ({}, False),
        ({"normal": "absent"}, False),
        ({"normal": "absent"}, True),
        ({}, True),
        ({}, True),
    ]


def test_blind_reading_is_switched_by_the_reader_and_kept(open_window: Open) -> None:
    shown = open_window()
    assert names(shown)[0] == "urgent.dcm"
    shown.actions_by_id["read.blind"].trigger()
    assert shown.session.entry is not None
    assert shown.session.entry.hidden
    assert shown.preferences.current.blind_first
    shown.actions_by_id["read.blind"].trigger()
    assert not shown.session.entry.hidden


# two readers, one store


def test_two_viewers_see_each_others_locks_and_reads(open_window: Open, qtbot: QtBot) -> None:
    mine = open_window()
    press(mine, AGREE)
    kept(mine, qtbot)
    other = open_window(Settings(reader="r8"))
    told(other, qtbot)
    assert words(other, "urgent.dcm").startswith("Reading: r7, ")
    assert not other.actions_by_id["read.commit"].isEnabled()
    assert other.findings.verdicts.standing.text().startswith("Being read by r7 since ")
    press(other, NEXT)
    assert here(other) == "middle.dcm"
    activate(mine)
    press(mine, COMMIT, SHIFT)
    kept(mine, qtbot)
    told(other, qtbot)
    assert state(other, "urgent.dcm") is ReadState.SECOND_LOOK
    activate(other)
    press(other, COMMIT)
    assert here(other) == "urgent.dcm"


def test_who_comes_second_is_refused_and_told(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_DWELL_MS", 600_000)
    monkeypatch.setattr(reading, "_LOOK_MS", 600_000)
    mine, other = open_window(), open_window(Settings(reader="r8"))
    activate(mine)
    press(mine, AGREE)
    kept(mine, qtbot)
    study = key(mine, "urgent.dcm")
    assert other.session.reading.step(study) is None, "it has not looked yet"
    activate(other)
    press(other, DISAGREE)
    kept(other, qtbot)
    assert other.statusBar().currentMessage().startswith("Being read by r7 since ")
    step = other.session.reading.step(study)
    assert step is not None
    assert (step.reader, dict(step.verdicts)) == ("r7", {"abnormal": "present"})


def test_nobody_takes_back_what_another_did(open_window: Open, qtbot: QtBot, address: str) -> None:
    shown = open_window()
    study = key(shown, "urgent.dcm")
    press(shown, AGREE)
    press(shown, COMMIT)
    kept(shown, qtbot)
    with Store(address) as store:
        store.readings.add(Read(study, "r8", ReadState.SECOND_LOOK, {"abnormal": "absent"}))
    told(shown, qtbot)
    press(shown, Qt.Key.Key_Backspace, CTRL)
    kept(shown, qtbot)
    assert (steps(address, study)[-1].reader, state(shown, "urgent.dcm")) == ("r8", "second_look")
    assert shown.statusBar().currentMessage().startswith("r8 has gone on with this study")


def test_an_abandoned_study_can_be_taken_over(
    open_window: Open, qtbot: QtBot, address: str
) -> None:
    shown = open_window()
    study, yesterday = key(shown, "urgent.dcm"), datetime.now(UTC) - timedelta(days=1)
    with Store(address, clock=lambda: yesterday) as store:
        film = shown.session.row
        assert film is not None
        store.readings.add(Read(study, "r8", ReadState.READING), film=film)
    told(shown, qtbot)
    assert not shown.actions_by_id["read.commit"].isEnabled()
    shown.update_actions()
    assert shown.findings.verdicts.standing.text().endswith("It may be taken over.")
    press(shown, "u", SHIFT)
    assert words(shown, "urgent.dcm").startswith("Reading: r7")
    press(shown, COMMIT)
    kept(shown, qtbot)
    assert [(s.reader, s.state) for s in steps(address, study)][-2:] == [
        ("r7", "reading"), ("r7", "read"),
    ]  # fmt: skip


# nothing is lost


def test_reads_and_verdicts_come_back_in_the_next_window(open_window: Open, qtbot: QtBot) -> None:
    first = open_window()
    press(first, DISAGREE)
    press(first, COMMIT)
    press(first, AGREE)
    assert here(first) == "middle.dcm"
    kept(first, qtbot)
    # As after kill -9: the first window is not closed.
    again = open_window()
    kept(again, qtbot)
    assert state(again, "urgent.dcm") is ReadState.READ
    assert again.session.reading.verdicts == {"abnormal": "absent"}
    assert state(again, "middle.dcm") is ReadState.READING
    press(again, NEXT)
    assert here(again) == "slight.dcm"
    press(again, COMMIT)
    assert here(again) == "quiet.dcm"
    press(again, COMMIT)
    # What was begun before the kill is not forgotten.
    assert here(again) == "middle.dcm"
    assert again.statusBar().currentMessage() == "This study was begun and not ended."
    press(again, COMMIT)
    assert state(again, "middle.dcm") is ReadState.READ


def test_a_window_that_closes_lets_go_of_its_study(
    open_window: Open, address: str, qtbot: QtBot
) -> None:
    shown = open_window()
    press(shown, AGREE)
    kept(shown, qtbot)
    study = key(shown, "urgent.dcm")
    shown.close()
    last = steps(address, study)[-1]
    assert (last.state, dict(last.verdicts)) == (ReadState.UNREAD, {"abnormal": "present"})


def test_what_the_store_does_not_take_now_is_stored_later(
    open_window: Open, address: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = open_window()
    kept(shown, qtbot)
    own = shown.session.reading
    study = key(shown, "urgent.dcm")
    open_store = own._open_store

    def full() -> None:
        raise UnusableStore("The store's disc is full.")

    monkeypatch.setattr(own, "_open_store", full)
    press(shown, AGREE)
    press(shown, COMMIT)
    qtbot.waitUntil(lambda: "full" in own.problem, timeout=20000)
    assert shown.read_flow.trouble.isVisible()
    assert state(shown, "urgent.dcm") is ReadState.READ
    monkeypatch.setattr(own, "_open_store", open_store)
    told(shown, qtbot)
    assert steps(address, study)[-1].state is ReadState.READ
    assert not shown.read_flow.trouble.isVisible()


def test_without_a_store_the_list_is_read_all_the_same(opened: MainWindow) -> None:
    activate(opened)
    press(opened, AGREE)
    press(opened, COMMIT)
    assert state(opened, "urgent.dcm") is ReadState.READ
    assert here(opened) == "middle.dcm"


def test_maps_of_stored_scores_are_made_when_the_film_is_on_show(
    main_window: MainWindow, engine: FakeEngine, settle: Settle, qtbot: QtBot
) -> None:
    said = engine.given[1].assessed
    assert said is not None
    engine.given[1] = dataclasses.replace(
        engine.given[1], assessed=dataclasses.replace(said, activations=None)
    )
    main_window.open_paths([Path("films")])
    settle(main_window)
    main_window.worklist.step(-7)
    settle(main_window)
    assert here(main_window) == "urgent.dcm"
    qtbot.waitUntil(lambda: main_window.session.overlay.available, timeout=20000)
    assert engine.mapped == ["urgent.dcm"]
    press(main_window, "g")
    qtbot.waitUntil(lambda: main_window.session.overlay.state.visible, timeout=20000)
    qtbot.waitUntil(lambda: main_window.session.map_watch.state.trust is not None, timeout=20000)
    assert engine.trusted == [True]


# what comes of it


def test_reader_and_model_are_compared_by_what_was_read(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not opened.actions_by_id["read.differences"].isEnabled()
    activate(opened)
    press(opened, DISAGREE)
    press(opened, COMMIT)
    press(opened, AGREE)
    press(opened, COMMIT)
    press(opened, DISAGREE)
    opened.actions_by_id["read.differences"].trigger()
    dialog = opened.findChild(DiscordanceDialog)
    assert dialog is not None
    # What is still being read is no read.
    assert dialog.counts.text() == (
        "Abnormal (any): 1 of 2 studies agree, 1 only the model, 0 only the reader."
    )
    assert dialog.table.topLevelItemCount() == 1
    dialog.table.setCurrentItem(dialog.table.topLevelItem(0))
    assert here(opened) == "urgent.dcm"
    dialog.reject()
    with qtbot.waitSignal(opened.session.exporter.finished, timeout=20000):
        opened.outputs.save_summary(tmp_path / "shift.html")
    page = (tmp_path / "shift.html").read_text(encoding="utf-8")
    assert "AI+ reader-" in page


def test_opens_settings_reads_and_exports_are_entered_into_the_trail(
    open_window: Open, address: str, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = open_window()
    press(shown, "[")
    press(shown, COMMIT)
    with qtbot.waitSignal(shown.session.exporter.finished, timeout=20000):
        shown.outputs.save_list(tmp_path / "list.csv")
    shown.exports.copy()
    study = shown.session.entry.study if shown.session.entry else ""
    shown.close()
    with Store(address) as store:
        assert not store.verify().problems
        passport = Passport.of(store.get("thresholds"))
        with store._database.reading() as connection:
            entries = list(audit.messages(connection))
    assert passport.sensitivity == 0.94
    said = [
        (
            entry["EventIdentification"]["EventID"]["originalText"],
            [who["UserID"] for who in entry["ActiveParticipant"][1:]],
            [one["ParticipantObjectID"] for one in entry["ParticipantObjectIdentification"]],
        )
        for entry in entries
    ]
    exports = [each for each in said if each[0] == "Export"]
    assert exports == [("Export", ["r7"], ["hilum"]), ("Export", ["r7"], [study, "hilum"])]
    kinds = [each[0] for each in said]
    assert kinds.count("Security Alert") == 1
    assert kinds.count("Procedure Record") == 2
    assert kinds.count("DICOM Instances Accessed") >= 1
    assert "PHANTOM" not in str(entries)
    assert "dcm" not in str(entries)
