"""A watched folder behind the window: films join the list, the chip says so, settings remember."""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from engine.images.isolation import ReaderPool
from engine.triage.pipeline import Status
from engine.triage.watching import Watch
from viewer import settings, window
from viewer.folder_watch import WatchState
from viewer.main_window import MainWindow
from viewer.services import Services, engine_services
from viewer.settings import Settings
from viewer.watching import words

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model
from window_fakes import HURRY, FakeEngine

LONG_MS = 60_000
Shows = Callable[[Services, Settings], MainWindow]


@pytest.fixture
def shows(themed: QApplication, tmp_path: Path) -> Iterator[Shows]:
    made: list[MainWindow] = []

    def show(services: Services, chosen: Settings) -> MainWindow:
        made.append(window.build(services, chosen, tmp_path / "settings.json"))
        made[-1].show()
        return made[-1]

    yield show
    for one in made:
        one.close()
        one.deleteLater()
    themed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The real engine with a toy for a model, and a watch in a hurry."""
    monkeypatch.setenv("HILUM_HOME", str(tmp_path / "home"))
    toy_model.write_toy_model(tmp_path / "home/models/standard.onnx")
    with ReaderPool(1) as pool:
        made = engine_services(model="", provider="cpu")
        yield dataclasses.replace(
            made, watch=lambda folder, asked: Watch([folder], asked, pool, pace=HURRY)
        )
        made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


def listed(shown: MainWindow) -> list[tuple[str, Status]]:
    return [(row.path.name, row.status) for row in shown.session.rows]


def test_a_film_written_in_pieces_joins_the_list_when_it_is_whole(
    shows: Shows, services: Services, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    toy_model.write_film(folder / "there.png", 1)
    toy_model.write_film(tmp_path / "made.png", 2)
    shown = shows(services, Settings())
    shown.watching.start(folder)
    qtbot.waitUntil(lambda: listed(shown) == [("there.png", Status.SCORED)], timeout=LONG_MS)
    qtbot.waitUntil(lambda: shown.watching.chip.text() == "Watching incoming", timeout=LONG_MS)
    assert not shown.session.progress.running
    selected = shown.session.current

    whole = (tmp_path / "made.png").read_bytes()
    third = len(whole) // 3
    with (folder / "comes.png").open("wb") as stream:
        for part in (whole[:third], whole[third:-third]):
            stream.write(part)
            stream.flush()
            qtbot.waitUntil(
                lambda: "1 being written" in shown.watching.chip.text(), timeout=LONG_MS
            )
            qtbot.wait(round(2500 * HURRY.settled_s))
            assert len(shown.session.rows) == 1
        stream.write(whole[-third:])
    qtbot.waitUntil(lambda: len(shown.session.rows) == 2, timeout=LONG_MS)
    assert listed(shown)[1] == ("comes.png", Status.SCORED)
    assert shown.session.current == selected

    shown.watching.stop()
    assert not shown.watching.chip.isVisible()
    toy_model.write_film(folder / "late.png", 0)
    toy_model.write_film(tmp_path / "asked.png", 0)
    shown.open_paths([tmp_path / "asked.png"])
    qtbot.waitUntil(lambda: len(shown.session.rows) == 3, timeout=LONG_MS)
    qtbot.wait(round(3000 * HURRY.settled_s))
    assert [name for name, _ in listed(shown)] == ["there.png", "comes.png", "asked.png"]


def test_cancelling_ends_no_watch(
    shows: Shows, services: Services, folder: Path, qtbot: QtBot
) -> None:
    shown = shows(services, Settings())
    shown.watching.start(folder)
    toy_model.write_film(folder / "a.png", 1)
    qtbot.waitUntil(lambda: len(shown.session.rows) == 1, timeout=LONG_MS)
    shown.session.opening.cancel()
    toy_model.write_film(folder / "b.png", 2)
    qtbot.waitUntil(lambda: len(shown.session.rows) == 2, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not shown.session.progress.running, timeout=LONG_MS)
    assert [name for name, _ in listed(shown)] == ["a.png", "b.png"]


def test_the_folder_is_asked_for_and_remembered_if_wanted(
    shows: Shows,
    engine: FakeEngine,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    shown = shows(engine.services(), Settings(watch_again=True))
    assert not shown.actions_by_id["file.unwatch"].isEnabled()
    shown.actions_by_id["file.watch"].trigger()
    assert shown.watching.chip.isVisible()
    assert shown.actions_by_id["file.unwatch"].isEnabled()
    shown.close()
    kept = settings.load(tmp_path / "settings.json")
    assert kept.watched_folder == str(folder)

    folder.rmdir()
    again = shows(FakeEngine().services(), kept)
    gone = "incoming is not there: waiting for it"
    qtbot.waitUntil(lambda: again.watching.chip.text() == gone, timeout=LONG_MS)
    folder.mkdir()
    qtbot.waitUntil(lambda: again.watching.chip.text() == "Watching incoming", timeout=LONG_MS)
    again.actions_by_id["file.unwatch"].trigger()
    assert settings.load(tmp_path / "settings.json").watched_folder == ""
    unwanted = dataclasses.replace(kept, watch_again=False)
    assert not shows(FakeEngine().services(), unwanted).watching.chip.isVisible()


def test_a_run_that_fails_ends_the_watch(shows: Shows, engine: FakeEngine, folder: Path) -> None:
    shown = shows(engine.services(), Settings())
    shown.watching.start(folder)
    shown.session.opening.ended.emit(True)
    assert shown.session.folder_watch.state == WatchState()


def test_hidden_identities_hide_the_folder() -> None:
    state = WatchState(Path("/in/DOE^JANE"), there=True, arriving=2, waiting=3)
    assert words(state, hidden=True) == "Watching a folder · 2 being written · 3 waiting"
    assert "DOE" in words(state, hidden=False)
