"""The viewer is killed in the middle of reading; the next start has all that was said and drawn."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.images.marks import MarkKind
from engine.triage.reading import Opinion, ReadState
from viewer import settings, window
from viewer.instance import Instance
from viewer.main_window import MainWindow
from viewer.services import engine_services
from viewer.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model
from window_hands import can_be_marked

READER = Path(__file__).with_name("busy_reader.py")
KEPT = Settings(reader="r7")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("HILUM_HOME", str(home))
    toy_model.write_toy_model(home / "models/standard.onnx")
    settings.save(KEPT, home / "settings.json")
    for number in (1, 2):
        toy_model.write_film(tmp_path / f"films/{number}.png", number)
    return home


@pytest.fixture
def killed(home: Path, tmp_path: Path) -> Path:
    """Hilum's folder after a reader's viewer was killed."""
    line = [sys.executable, READER, tmp_path / "films"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    reader = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "read\n"
    with pytest.raises(subprocess.TimeoutExpired):
        reader.wait(0.7)
    reader.kill()
    assert reader.wait() == -signal.SIGKILL
    reader.stdout.close()
    return home


@pytest.fixture
def next_start(killed: Path, themed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    services = engine_services(model="", provider="cpu")
    shown = window.build(services, KEPT, killed / "settings.json")
    shown.show()
    qtbot.waitUntil(lambda: len(shown.session.reading.reads()) == 2, timeout=60_000)
    qtbot.waitUntil(lambda: len(shown.session.entries) == 2, timeout=60_000)
    qtbot.waitUntil(lambda: shown.session.model.assessor is not None, timeout=60_000)
    yield shown
    shown.close()
    shown.deleteLater()
    themed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_that_was_said_or_drawn_is_lost(
    next_start: MainWindow, killed: Path, qtbot: QtBot
) -> None:
    session = next_start.session
    done, begun = sorted(session.entries, key=lambda entry: entry.read_state is not ReadState.READ)
    assert done.read is not None
    assert begun.read is not None
    assert (done.read_state, list(done.read.verdicts.values())) == ("read", [Opinion.PRESENT])
    assert (begun.read_state, begun.read.reader) == (ReadState.READING, "r7")
    assert set(begun.read.verdicts.values()) <= set(Opinion)

    session.select(done.number)
    qtbot.waitUntil(lambda: can_be_marked(next_start), timeout=60_000)
    markup = session.markup.state.markup
    assert [mark.kind for mark in markup.marks] == [MarkKind.DISTANCE]
    assert markup.key_image
    qtbot.waitUntil(lambda: bool(session.reading.notes), timeout=60_000)
    assert [note.text for note in session.reading.notes] == ["Prior wanted"]

    session.select(begun.number)
    qtbot.waitUntil(lambda: can_be_marked(next_start), timeout=60_000)
    session.reading.begin()
    assert session.reading.end(ReadState.READ), "what was begun before the kill can be ended"
    store = session._services.store()
    assert store is not None
    qtbot.waitUntil(lambda: not session.reading._tasks, timeout=60_000)
    assert not store.verify().problems
    assert Instance(killed).is_first(), "the killed one stands in nobody's way"
