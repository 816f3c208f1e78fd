"""Marks are written after every change and come back, whatever happens to the program."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.images import keeping
from engine.images.marks import Mark, MarkKind, Markup
from engine.types import Radiograph
from viewer import window
from viewer.main_window import MainWindow
from viewer.markup import FilmMarkup
from viewer.settings import Settings
from viewer.worklist.model import ENTRY_ROLE, KEY_ROLE

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine, radiograph
from window_hands import drag, press

LINE = Mark.new(MarkKind.DISTANCE, ((100.0, 100.0), (400.0, 500.0)))
FILM = "urgent.dcm"
Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(
    themed: QApplication, tmp_path: Path, settle: Callable[[MainWindow], None], qtbot: QtBot
) -> Iterator[Open]:
    """Open the program as often as wanted; the last one is closed at the end."""
    made: list[MainWindow] = []

    def leave() -> None:
        for shown in made:
            shown.close()
            shown.deleteLater()
        made.clear()
        themed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def begin() -> MainWindow:
        leave()
        engine = FakeEngine()
        shown = window.build(engine.services(), Settings(), tmp_path / "settings.json")
        shown.resize(1200, 800)
        made.append(shown)
        shown.show()
        shown.open_paths([Path("films")])
        settle(shown)
        shown.worklist.step(-len(engine.given))
        settle(shown)
        qtbot.waitUntil(lambda: bool(shown.session.markup.state.film), timeout=5000)
        opening = shown.session.markup
        qtbot.waitUntil(lambda: opening.state.ready or bool(opening.state.notice), timeout=5000)
        return shown

    yield begin
    leave()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "measurements"


def kept(folder: Path, film: Radiograph | None = None) -> Markup:
    return keeping.load(folder, film or radiograph(FILM))[0]


def test_marks_calibration_and_key_image_come_back(open_window: Open, folder: Path) -> None:
    markup = open_window().session.markup
    markup.put(LINE)
    markup.calibrate(*LINE.points, 55.0)
    markup.toggle_key_image()
    expected = markup.state.markup
    assert open_window().session.markup.state.markup == expected
    assert kept(folder) == expected


def test_a_change_is_on_disk_without_closing_or_blocking(
    open_window: Open, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = open_window()
    threads: list[str] = []
    save = keeping.save

    def watched(*given: object) -> None:
        import threading

        threads.append(threading.current_thread().name)
        save(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(keeping, "save", watched)
    shown.session.markup.put(LINE)
    qtbot.waitUntil(lambda: not shown.session.markups._unsaved, timeout=5000)
    assert kept(folder).marks == (LINE,)
    shown.session.markup.undo()
    qtbot.waitUntil(lambda: not shown.session.markups._unsaved, timeout=5000)
    assert kept(folder) == Markup()
    assert all(name.startswith("keep") for name in threads)


def test_what_is_not_written_yet_is_written_on_closing(open_window: Open, folder: Path) -> None:
    shown = open_window()
    for down in range(20):
        shown.session.markup.put(replace(LINE.moved(down, 0.0), id=str(down)))
    shown.close()
    assert len(kept(folder).marks) == 20


def test_undo_outlives_a_look_at_another_film(
    open_window: Open, settle: Callable[[MainWindow], None], qtbot: QtBot
) -> None:
    shown = open_window()
    markup = shown.session.markup
    markup.put(LINE)
    for step in (1, -1):
        shown.worklist.step(step)
        settle(shown)
        qtbot.waitUntil(lambda: markup.state.ready, timeout=5000)
        assert bool(markup.state.markup.marks) is (step == -1)
    markup.undo()
    assert markup.state.markup.marks == ()


def test_a_damaged_file_is_set_aside_and_said_on_the_film(open_window: Open, folder: Path) -> None:
    keeping.save(folder, radiograph(FILM), Markup((LINE,)))
    (path,) = folder.iterdir()
    path.write_text("{", encoding="utf-8")
    state = open_window().session.markup.state
    assert "set aside" in state.notice
    assert state.markup == Markup()
    assert [each.read_text(encoding="utf-8") for each in folder.iterdir()] == ["{"]


def test_where_marks_cannot_be_written_the_film_says_so_and_they_stay(
    open_window: Open, folder: Path, qtbot: QtBot
) -> None:
    shown = open_window()
    folder.write_text("in the way", encoding="utf-8")
    markup = shown.session.markup
    markup.put(LINE)
    qtbot.waitUntil(lambda: "cannot be kept" in markup.state.notice, timeout=5000)
    assert markup.state.markup.marks == (LINE,)
    folder.unlink()
    markup.toggle_key_image()
    qtbot.waitUntil(lambda: not shown.session.markups._unsaved, timeout=5000)
    qtbot.waitUntil(lambda: not markup.state.notice, timeout=5000)
    assert kept(folder).marks == (LINE,)


def test_where_marks_cannot_be_read_none_are_taken(open_window: Open, folder: Path) -> None:
    keeping.save(folder, radiograph(FILM), Markup((LINE,)))
    (path,) = folder.iterdir()
    path.unlink()
    path.mkdir()
    shown = open_window()
    assert "cannot be read" in shown.session.markup.state.notice
    press(shown, "d")
    drag(shown, QPoint(200, 200), QPoint(80, 0))
    assert shown.session.markup.state.markup == Markup()
    assert shown.film.hand.drawing is None


def test_two_viewports_of_one_film_share_its_marks(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window()
    session = shown.session
    other = FilmMarkup(
        shown.session._jobs, session.light_box, session.lungs, session.markups, shown
    )
    other._lit(session.light_box.lit)
    qtbot.waitUntil(lambda: other.state.ready, timeout=5000)
    session.markup.put(LINE)
    assert other.state.markup.marks == (LINE,)
    assert other.state.selected == ""
    other.undo()
    assert session.markup.state.markup.marks == ()
    assert session.markup.state.selected == ""


def test_shift_k_steps_through_key_images_of_today_and_earlier(
    open_window: Open, folder: Path, settle: Callable[[MainWindow], None], qtbot: QtBot
) -> None:
    keeping.save(folder, radiograph("quiet.dcm"), Markup(key_image=True))
    keeping.save(folder, radiograph("slight.dcm"), Markup((LINE,)))
    (folder / "other.json").write_text("no markup", encoding="utf-8")
    shown = open_window()
    assert shown.session.entry.row.name == FILM  # type: ignore[union-attr]
    shown.session.markup.toggle_key_image()
    seen = []
    for _ in range(3):
        press(shown, "k", Qt.KeyboardModifier.ShiftModifier)
        settle(shown)
        seen.append(shown.session.entry.row.name)  # type: ignore[union-attr]
    assert seen == ["quiet.dcm", FILM, "quiet.dcm"]
    qtbot.waitUntil(lambda: shown.session.markup.state.ready, timeout=5000)
    shown.session.markup.toggle_key_image()
    press(shown, "k", Qt.KeyboardModifier.ShiftModifier)
    assert shown.session.entry.row.name == FILM  # type: ignore[union-attr]


def test_the_film_itself_is_never_written(open_window: Open, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    open_window().session.markup.put(LINE)
    open_window()
    added = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert all(
        path.parent == tmp_path / "measurements" or path.name == "settings.json" for path in added
    )


READER = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from viewer import window
from viewer.settings import Settings
from window_fakes import FakeEngine
from window_hands import drag, press
application = QApplication([])
shown = window.build(FakeEngine().services(), Settings(), Path(sys.argv[1]) / "settings.json")
shown.resize(1200, 800)
shown.show()
shown.open_paths([Path("films")])
while not shown.session.markup.state.ready or shown.session.progress.running:
    QTest.qWait(20)
shown.worklist.step(-10)
QTest.qWait(300)
while not shown.session.markup.state.ready:
    QTest.qWait(20)
press(shown, "d")
count = 0
while True:
    drag(shown, QPoint(100 + 40 * count, 100), QPoint(0, 90))
    count += 1
    while shown.session.markups._unsaved:
        QTest.qWait(5)
    print(count, flush=True)
    QTest.qWait(300_000 if count == 3 else 20)  # until it is killed
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_kill_loses_nothing_that_was_drawn(folder: Path, tmp_path: Path) -> None:
    code = READER.format(here=str(Path(__file__).resolve().parent))
    reader = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert reader.stdout is not None
    said = [reader.stdout.readline() for _ in range(3)]
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    reader.stdout.close()
    assert said == ["1\n", "2\n", "3\n"]
    assert len(kept(folder).marks) == 3


def test_the_worklist_marks_and_counts_key_images(
    open_window: Open, folder: Path, qtbot: QtBot
) -> None:
    keeping.save(folder, radiograph("quiet.dcm"), Markup(key_image=True))
    shown = open_window()
    order = shown.worklist.order

    def marked() -> list[str]:
        rows = (order.index(row, 0) for row in range(order.rowCount()))
        return [row.data(ENTRY_ROLE).row.name for row in rows if row.data(KEY_ROLE)]

    qtbot.waitUntil(lambda: marked() == ["quiet.dcm"])
    assert shown.worklist._count.text().endswith("1 key image")
    before = shown.worklist.list.viewport().grab().toImage()
    qtbot.waitUntil(lambda: shown.session.markup.state.ready)
    lit = shown.session.entry
    assert lit is not None
    shown.session.markup.toggle_key_image()
    assert set(marked()) == {"quiet.dcm", lit.row.name}
    assert shown.worklist._count.text().endswith("2 key images")
    assert shown.worklist.list.viewport().grab().toImage() != before
    assert "Key image" in order.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    shown.worklist.narrowing.search.setText("key image")
    assert order.rowCount() == 2
