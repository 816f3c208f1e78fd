"""A whole window on a small engine of our own."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.types import Radiograph
from viewer import assets, window
from viewer.main_window import MainWindow
from viewer.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine, radiograph


@pytest.fixture
def make_engine() -> type[FakeEngine]:
    return FakeEngine


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    assets.apply_theme(qapp)
    return qapp


@pytest.fixture
def main_window(engine: FakeEngine, themed: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = window.build(engine.services(), Settings(), tmp_path / "settings.json")
    made.resize(1500, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    themed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def film() -> Radiograph:
    return radiograph()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Wait until nothing is on its way any more."""

    def wait(shown: MainWindow) -> None:
        def still() -> bool:
            lit = shown.session.light_box.lit
            return not shown.session.progress.running and (not lit.wanted or bool(lit.failure))

        qtbot.waitUntil(still, timeout=20000)
        qtbot.wait(60)

    return wait


@pytest.fixture
def opened(
    main_window: MainWindow, engine: FakeEngine, settle: Callable[[MainWindow], None]
) -> MainWindow:
    """A window whose films have all arrived and whose most urgent one is on show."""
    main_window.open_paths([Path("films")])
    settle(main_window)
    main_window.worklist.step(-len(engine.given))
    settle(main_window)
    return main_window


@pytest.fixture
def centre(opened: MainWindow) -> QPoint:
    return opened.film.viewport().rect().center()
