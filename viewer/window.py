"""Starting the window (and, for checks without a reader, taking its picture)."""

import importlib
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import viewer
from viewer import assets, crashes, language, settings, system_check
from viewer.crashes import CrashWatch
from viewer.dialogs.problem import DefectCatcher, offer_reports, show_problem
from viewer.instance import Instance
from viewer.language import tr
from viewer.main_window import MainWindow
from viewer.settings import Settings

if TYPE_CHECKING:
    from viewer.jobs import Jobs
    from viewer.lightbox import Rendered
    from viewer.services import Services
    from viewer.session import Session

# A display without a screen is small; its picture need not be.
_PICTURE_PX = (1640, 980)


def build(
    services: "Services", chosen: Settings, path: Path, jobs: "Jobs | None" = None
) -> MainWindow:
    """Return the whole window on an engine, not yet shown; the application must exist."""
    from viewer import jobs as lanes

    window = MainWindow(chosen, path)
    for _ in _assembled(window, services, jobs or lanes.Jobs()):
        pass
    return window


def _assembled(window: MainWindow, services: "Services", jobs: "Jobs") -> Iterator[None]:
    preferences = window.preferences

    def make() -> "Session":
        from viewer.session import Session

        return Session(services, preferences.current, jobs, preferences.folder / "measurements")

    yield from window.assemble(make)
    window.session.load_model()


def _furnished(window: MainWindow, ready: Callable[[], None]) -> Iterator[None]:
    """Import and build the rest of a window that is on the screen; then let the lanes begin."""
    import numpy as np

    np.empty(0)
    yield
    from viewer.jobs import Jobs
    from viewer.services import engine_services

    chosen = window.preferences.current
    services = engine_services(model=chosen.model, provider=chosen.provider, store=chosen.store)
    yield
    jobs = Jobs(held=True)  # what the lanes do takes the processor from what is still to be built
    yield from _assembled(window, services, jobs)
    FirstPaint(window, jobs.begin_list)  # which begins the others
    ready()
    window.update()


def _take(steps: Iterator[object]) -> None:
    """Take one step after the other, with the window's events in between."""
    for _ in steps:
        QTimer.singleShot(0, partial(_take, steps))
        return


_QUIET_MS = 3000


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

    def _rendered(self, painted: "Rendered") -> None:
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


class FirstPaint(QObject):
    """Does something once, when the window is painted and listens."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        """Watch the window, or a part of it."""
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the first painting; one that is minimised is no less a window."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.WindowStateChange):
            window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def run(
    paths: Sequence[Path], screenshot: Path | None = None, *, until_usable: bool = False
) -> int:
    """Open the window on paths and return the exit status when it is closed.

    Where another window of this user is open, it gets the paths. For checks, the window takes its
    own ``screenshot`` or says when it is usable, and closes.
    """
    if reason := system_check.problem():
        sys.stderr.write(f"{reason}\n")
        return 1
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Hilum")
    application.setDesktopFileName("hilum")
    application.setWindowIcon(assets.icon("hilum"))
    path = settings.settings_path()
    if screenshot is not None or until_usable:
        begun, ready = _photographed(screenshot) if screenshot else (_say_painted, _say_usable)
        return _run(application, path, paths, begun, ready)
    instance = Instance(path.parent)
    first = instance.is_first()
    if not first and instance.hand_over(paths):
        return 0
    watch = CrashWatch(path.parent / "crashes")
    if first:
        instance.listen()
        watch.begin()
    try:
        return _run(application, path, paths, partial(_settle_in, instance, first), _look_for_all)
    finally:
        watch.end()
        instance.end()


def _run(
    application: QApplication,
    path: Path,
    paths: Sequence[Path],
    begun: Callable[[MainWindow], None],
    ready: Callable[[MainWindow], None],
) -> int:
    """Show the frame (``begun`` before it), then furnish it (``ready`` after it)."""
    chosen = settings.load(path)
    assets.apply_theme(application, chosen.theme)
    language.install(application, chosen.language)
    shown: list[MainWindow] = []
    catcher = DefectCatcher(
        lambda words, details: show_problem(shown[0] if shown else None, words, details),
        path.parent / "crashes",
    )
    catcher.install()
    window = MainWindow(chosen, path)
    shown.append(window)
    window.open_paths(paths)
    FirstPaint(window, partial(_take, _furnished(window, partial(ready, window))))
    begun(window)
    window.show()
    status = application.exec()
    # Not before: a defect that ends the program is reported, too.
    catcher.remove()
    return status


def _photographed(
    target: Path,
) -> tuple[Callable[[MainWindow], None], Callable[[MainWindow], None]]:
    def begun(window: MainWindow) -> None:
        window.resize(*_PICTURE_PX)

    def ready(window: MainWindow) -> None:
        Photographer(window, target)

    return begun, ready


def _say_painted(window: MainWindow) -> None:
    FirstPaint(window, partial(_say, "painted"))


def _say_usable(window: MainWindow) -> None:
    def listed() -> None:
        _say("listed")
        window.close()

    FirstPaint(window, partial(_say, "usable"))
    stored, rows = window.session.stored, window.worklist.list.viewport()
    stored.known.connect(lambda: FirstPaint(rows, listed))
    stored.known.connect(rows.update)


def _say(word: str) -> None:
    sys.stdout.write(f"{word} {time.process_time():.3f}\n")
    sys.stdout.flush()


def _look_for_all(_window: MainWindow) -> None:
    QTimer.singleShot(_QUIET_MS, partial(_take, _all_modules()))


def _all_modules() -> Iterator[object]:
    """Import what is imported where it is first used: what is missing is to be known now."""
    for found in pkgutil.walk_packages(viewer.__path__, "viewer."):
        if found.name != "viewer.__main__":
            yield importlib.import_module(found.name)


def _settle_in(instance: Instance, first: bool, window: MainWindow) -> None:
    """Take other starts' paths, and say what the last start left."""

    def take(paths: tuple[Path, ...]) -> None:
        window.open_paths(paths)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    instance.handed.connect(take)
    if not first:
        window.statusBar().showMessage(
            tr(
                "Another Hilum, on {machine}, uses the same settings and does not answer:"
                " the one that is closed last keeps its own.",
                machine=instance.other(),
            )
        )
    elif reports := crashes.waiting(window.preferences.folder / "crashes"):
        offer_reports(window, reports)
