"""A whole window on a small engine of our own."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
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
from window_hands import NewWindow

_LONG_MS = 60_000


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Let waiting take long: pytest-qt's five seconds pass on a busy machine without any fault."""
    for name in ("waitUntil", "waitSignal"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_LONG_MS))
    return qtbot


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
def new_window(themed: QApplication, tmp_path: Path) -> Iterator[NewWindow]:
    """Open windows, each with settings of its own; all are closed at the end."""
    made: list[MainWindow] = []

    def build(
        engine: FakeEngine, chosen: Settings | None = None, size: tuple[int, int] = (1500, 900)
    ) -> MainWindow:
        folder = tmp_path / str(len(made)) if made else tmp_path
        shown = window.build(engine.services(), chosen or Settings(), folder / "settings.json")
        made.append(shown)
        shown.resize(*size)
        shown.show()
        return shown

    yield build
    for shown in made:
        shown.close()
        shown.deleteLater()
    themed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def main_window(engine: FakeEngine, new_window: NewWindow) -> MainWindow:
    return new_window(engine)


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
