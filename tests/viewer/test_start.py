"""The window comes before what reads films, runs the model and keeps the store."""

import dataclasses
import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from engine.triage.glance import glance
from engine.triage.queue import Policy
from engine.triage.store import Store
from viewer import stored, window
from viewer.canvas.painting import COLOUR_MAPS
from viewer.dialogs.shortcuts import ShortcutSheet
from viewer.importing import import_modules
from viewer.jobs import Jobs, Reply
from viewer.main_window import MainWindow
from viewer.settings import PREFERENCES, Settings

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine, scored

LATE = (
    "PySide6.QtPrintSupport",
    "dicomanonymizer",
    "imagecodecs",
    "importlib.metadata",
    "onnxruntime",
    "PIL",
    "pydantic",
    "pydicom",
    "pypdfium2",
    "reportlab",
    "rich",
    "sqlalchemy",
    "typer",
    "urllib.request",
)
AFTER_THE_FRAME = (
    *LATE, "cv2", "engine.types", "multiprocessing", "numpy", "viewer.actions", "viewer.session",
)  # fmt: skip
FRAME = """
import sys
from pathlib import Path
import PySide6.QtCore
from PySide6.QtWidgets import QApplication
import viewer.__main__, viewer.window, viewer.unattended
from viewer import assets, main_window, settings
from viewer.instance import Instance
application = QApplication([])
assets.apply_theme(application)
path = Path(sys.argv[1])
assert Instance(path.parent).is_first()
shown = main_window.MainWindow(settings.load(path), path)
shown.show()
application.processEvents()
shown.menuBar().setActiveAction(shown.file_menu.menuAction())
application.processEvents()
assert shown.file_menu.isVisible()
assert "Qt" not in vars(PySide6.QtCore)
"""
STEPS = """
import importlib
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from viewer import settings, window
from viewer.main_window import MainWindow
application = QApplication([])
path = Path(sys.argv[1])
for name in window._ASIDE:
    importlib.import_module(name)
for name in window._IN_STEPS:
    importlib.import_module(name)
before = set(sys.modules)
steps = window._furnished(MainWindow(settings.load(path), path), lambda: None)
for _ in steps:
    application.processEvents()
new = {name for name in set(sys.modules) - before if not name.startswith("viewer.")}
assert not {name for name in new if name.partition(".")[0] in ("engine", "numpy", "cv2")}, new
"""
BUILT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from viewer import settings, window
from viewer.jobs import Jobs
from viewer.services import engine_services
application = QApplication([])
path = Path(sys.argv[1])
services = engine_services(model="", provider="cpu", store=str(path.parent / "none.db"))
window.build(services, settings.load(path), path, Jobs(held=True)).show()
application.processEvents()
"""


def imported(code: str, *arguments: str, of: tuple[str, ...]) -> list[str]:
    code += f"\nimport os, sys\nprint(*sorted(set({of!r}) & set(sys.modules)), flush=True)\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "os._exit(0)", *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


def test_the_frame_is_shown_without_what_stands_in_it(tmp_path: Path) -> None:
    assert not imported(FRAME, str(tmp_path / "settings.json"), of=AFTER_THE_FRAME)


def test_what_is_imported_beside_the_window_has_no_qt_in_it() -> None:
    code = f"import importlib\nfor name in {window._ASIDE}: importlib.import_module(name)"
    assert not imported(code, of=("PySide6", "PySide6.QtCore", "shiboken6"))


def test_the_steps_of_building_import_only_windows(tmp_path: Path) -> None:
    imported(STEPS, str(tmp_path / "settings.json"), of=())


def test_the_whole_window_is_built_without_what_works_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    kept = Settings(policy=dataclasses.asdict(Policy({"abnormal": 0.5})))
    path.write_text(json.dumps(dataclasses.asdict(kept)))
    assert not imported(BUILT, str(path), of=LATE)


def test_what_is_imported_late_can_be_imported() -> None:
    wanted = ("viewer.__main__", "viewer.dialogs.tags", "viewer.main_window")
    code = "from viewer import window\nfor _ in window._all_modules(): pass"
    assert imported(code, of=wanted) == list(wanted[1:])


def drop(shown: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    shown.dropEvent(event)


@pytest.mark.usefixtures("themed")
def test_the_frame_keeps_what_is_dropped_and_typed(
    engine: FakeEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = MainWindow(Settings(), tmp_path / "settings.json")
    qtbot.addWidget(shown)
    shown.show()
    shown.open_paths([tmp_path / "given"])
    drop(shown, tmp_path / "dropped")
    QTest.keyClick(shown.focusWidget() or shown, Qt.Key.Key_F1)
    QTest.keyClick(shown.focusWidget() or shown, Qt.Key.Key_Space)
    for _ in window._assembled(shown, engine.services(), Jobs()):
        assert not engine.opened
        QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(engine.opened))
    assert engine.opened[0] == (tmp_path / "given", tmp_path / "dropped")
    assert shown.findChild(ShortcutSheet) is not None
    assert shown.focusWidget() is shown.worklist.list
    shown.close()


@pytest.mark.usefixtures("themed")
def test_a_frame_that_is_closed_goes_when_it_can(
    engine: FakeEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = MainWindow(Settings(), tmp_path / "settings.json")
    qtbot.addWidget(shown)
    shown.show()
    assert not shown.close()
    for _ in window._assembled(shown, engine.services(), Jobs()):
        pass
    assert not shown.isVisible()
    assert (tmp_path / "settings.json").exists()


@pytest.mark.usefixtures("themed")
def test_the_frames_menu_opens_films_and_becomes_the_whole_menu(
    engine: FakeEngine, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "chosen")], "")
    )
    shown = MainWindow(Settings(), tmp_path / "settings.json")
    qtbot.addWidget(shown)
    shown.show()
    bar, menu = shown.menuBar(), shown.file_menu
    place = bar.actionGeometry(menu.menuAction()).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center()
    )
    assert shown.given == [tmp_path / "chosen"]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    for _ in window._assembled(shown, engine.services(), Jobs()):
        QApplication.processEvents()
    assert menu.isVisible(), "an open menu stays"
    menu.close()
    assert menu.actions()[0] is shown.actions_by_id["file.open"]
    assert shown.actions_by_id["file.quit"] in menu.actions()
    qtbot.waitUntil(lambda: engine.opened == [(tmp_path / "chosen",)])
    shown.close()


@pytest.mark.usefixtures("themed")
def test_a_window_that_cannot_be_built_can_be_closed(tmp_path: Path, qtbot: QtBot) -> None:
    shown = MainWindow(Settings(), tmp_path / "settings.json")
    qtbot.addWidget(shown)
    shown.show()
    steps = window._imported_aside(("engine.nowhere",))
    with capture_exceptions() as caught:
        QTimer.singleShot(0, partial(window._take, shown, steps))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ModuleNotFoundError
    assert shown.close()


@pytest.mark.usefixtures("themed")
def test_nothing_moves_when_the_frame_is_filled(
    engine: FakeEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = MainWindow(Settings(), tmp_path / "settings.json")
    qtbot.addWidget(shown)
    shown.resize(1300, 800)
    shown.show()
    shown._splitter.setSizes([280, 650, 360])
    sizes = shown._splitter.sizes()
    for _ in window._assembled(shown, engine.services(), Jobs()):
        QApplication.processEvents()
    assert shown._splitter.sizes() == sizes
    assert (shown.width(), shown.height()) == (1300, 800)
    shown.close()


def test_a_window_that_is_closed_is_gone_before_its_lanes_end(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    end = main_window.session.close
    monkeypatch.setattr(
        main_window.session, "close", lambda: (seen.append(main_window.isVisible()), end())
    )
    main_window.close()
    assert seen == [False]


def test_the_settings_offer_the_colours_that_there_are() -> None:
    assert tuple(PREFERENCES["overlay_colours"].choices) == COLOUR_MAPS


def test_held_lanes_begin_after_the_first_paint(qtbot: QtBot) -> None:
    jobs, done, came = Jobs(held=True), threading.Event(), list[Reply]()
    jobs.submit("read", done.set, came.append)
    assert not done.wait(0.2)
    jobs.begin()
    qtbot.waitUntil(lambda: len(came) == 1)
    assert done.is_set()
    jobs.close()


@pytest.mark.usefixtures("qtbot")
def test_held_lanes_do_not_hold_up_the_end() -> None:
    jobs = Jobs(held=True)
    jobs.submit("read", lambda: None, lambda _reply: None)
    jobs.close()


@pytest.mark.usefixtures("themed")
def test_the_kept_list_is_there_before_anything_else_begins(tmp_path: Path, qtbot: QtBot) -> None:
    address = str(tmp_path / "list.db")
    with Store(address) as store:
        store.keep([scored(f"{n}.dcm", 0.5) for n in range(30)])
    engine, jobs = FakeEngine(), Jobs(held=True)
    services = dataclasses.replace(engine.services(), glance=lambda: glance(address))
    shown = window.build(services, Settings(), tmp_path / "settings.json", jobs)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.worklist._count.text() == "Reading the kept list …"
    begun = threading.Event()
    jobs.submit("scan", begun.set, lambda _reply: None)
    with qtbot.waitSignal(shown.session.stored.known):
        jobs.begin_list()
    assert shown.worklist.order.rowCount() == 30
    assert not begun.is_set()
    assert shown.session.model.assessor is None
    assert "Reading" not in shown.worklist._count.text()
    shown.worklist.step(7)
    assert shown.session.entry is not None
    chosen = shown.session.entry.row.name
    qtbot.waitUntil(lambda: shown.session.progress.scored == 30)
    assert begun.is_set()
    assert shown.session.entry.row.name == chosen
    shown.close()


@pytest.mark.usefixtures("themed")
def test_a_store_that_gives_no_list_holds_nothing_up(tmp_path: Path, qtbot: QtBot) -> None:
    jobs = Jobs(held=True)
    made = FakeEngine(address=str(tmp_path / "new.db"))
    shown = window.build(made.services(), Settings(), tmp_path / "settings.json", jobs)
    qtbot.addWidget(shown)
    shown.show()
    with qtbot.waitSignal(shown.session.stored.known):
        jobs.begin_list()
    qtbot.waitUntil(lambda: shown.session.model.assessor is not None)
    assert not shown.session.stored.reading
    shown.close()


@pytest.mark.usefixtures("themed")
def test_a_store_that_does_not_answer_holds_nothing_else_up(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "_PATIENCE_MS", 50)
    answers, jobs = threading.Event(), Jobs(held=True)
    services = dataclasses.replace(FakeEngine().services(), glance=lambda: _waits(answers))
    shown = window.build(services, Settings(), tmp_path / "settings.json", jobs)
    qtbot.addWidget(shown)
    jobs.begin_list()
    qtbot.waitUntil(lambda: shown.session.model.assessor is not None)
    assert shown.session.stored.reading
    answers.set()
    qtbot.waitUntil(lambda: not shown.session.stored.reading)
    shown.close()


def _waits(event: threading.Event) -> None:
    assert event.wait(10)


def test_lanes_begin_when_what_they_need_is_imported(qtbot: QtBot) -> None:
    """Several threads that import one package at the same time can find it half done."""
    imported, begun = threading.Event(), threading.Event()
    jobs = Jobs(held=True, before=lambda: _waits(imported))
    jobs.submit("scan", begun.set, lambda _reply: None)
    jobs.begin_list()
    assert not begun.wait(0.1)
    jobs.begin()
    assert not begun.wait(0.1)
    imported.set()
    qtbot.waitUntil(begun.is_set)
    jobs.close()
    jobs.begin()


def test_lanes_begin_though_an_import_fails(qtbot: QtBot) -> None:
    """What uses it says so; the other lanes work on."""
    begun = threading.Event()
    jobs = Jobs(held=True, before=lambda: import_modules(["engine.nowhere"]))
    jobs.submit("scan", begun.set, lambda _reply: None)
    jobs.begin()
    qtbot.waitUntil(begun.is_set)
    jobs.close()


def test_one_thread_imports_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / f"hilum_{name}.py").write_text(
            "import threading, time\n"
            "assert not getattr(threading, 'hilum_imports', False)\n"
            "threading.hilum_imports = True\n"
            "time.sleep(0.1)\n"
            "threading.hilum_imports = False\n"
        )
    monkeypatch.syspath_prepend(tmp_path)
    with ThreadPoolExecutor(2) as lanes:
        each = [lanes.submit(import_modules, [f"hilum_{name}"]) for name in ("one", "two")]
    for imported in each:
        imported.result()
