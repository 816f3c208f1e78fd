"""Starting the window (and, for checks without a reader, taking its picture)."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from viewer import assets, language, settings
from viewer.dialogs.problem import DefectCatcher, show_problem
from viewer.jobs import Jobs
from viewer.lightbox import Rendered
from viewer.main_window import MainWindow
from viewer.services import Services, engine_services
from viewer.session import Session
from viewer.settings import Settings

# A display without a screen is small; its picture need not be.
_PICTURE_PX = (1640, 980)


def build(services: Services, chosen: Settings, path: Path) -> MainWindow:
    """Return the window on an engine, not yet shown; the application must exist."""
    session = Session(services, chosen, Jobs(), path.parent / "measurements")
    window = MainWindow(session, chosen, path)
    session.setParent(window)
    session.stored.load()
    session.load_model()
    return window


class Photographer(QObject):
    """Takes the window's picture when the list is complete and its first film is painted."""

    def __init__(self, window: MainWindow, target: Path) -> None:
        """Watch the window."""
        super().__init__(window)
        self._window = window
        self._target = target
        self._timer = QTimer(self, interval=100)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._chosen = False
        self._painted = False
        window.session.viewports.rendered.connect(self._rendered)

    def _rendered(self, painted: Rendered) -> None:
        self._painted = not painted.is_draft

    def _look(self) -> None:
        session = self._window.session
        if session.progress.running or (
            session.model.assessor is None and not session.model.problem
        ):
            return
        if not self._chosen:
            self._chosen = True
            self._window.worklist.step(-len(session.entries))
            return
        waiting = session.light_box.lit.wanted and not session.light_box.lit.failure
        if waiting or (session.light_box.lit.film is not None and not self._painted):
            return
        self._timer.stop()
        self._window.grab().save(str(self._target))
        self._window.close()


def run(paths: Sequence[Path], screenshot: Path | None = None) -> int:
    """Open the window on paths and return the exit status when it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Hilum")
    path = settings.settings_path()
    chosen = settings.load(path)
    assets.apply_theme(application, chosen.theme)
    language.install(application, chosen.language)
    services = engine_services(model=chosen.model, provider=chosen.provider)
    window = build(services, chosen, path)
    catcher = DefectCatcher(lambda words, details: show_problem(window, words, details))
    catcher.install()
    try:
        if screenshot is not None:
            window.resize(*_PICTURE_PX)
        window.show()
        window.open_paths(paths)
        if screenshot is not None:
            Photographer(window, screenshot)
        return application.exec()
    finally:
        catcher.remove()
