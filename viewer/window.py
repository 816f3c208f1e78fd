"""Starting the window."""

import gc
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import viewer
from engine.home import home, passed_over
from viewer import assets, crashes, language, settings, system_check
from viewer.crashes import CrashWatch
from viewer.dialogs.problem import DefectCatcher, offer_reports, show_problem
from viewer.frame import Application, FirstPaint
from viewer.importing import import_modules
from viewer.instance import Instance
from viewer.language import tr
from viewer.main_window import MainWindow
from viewer.settings import Settings

if TYPE_CHECKING:
    from viewer.jobs import Jobs
    from viewer.services import Services
    from viewer.session import Session


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


# What has no Qt in it can be imported beside the window, the rest only in its thread.
_ASIDE = (
    "viewer.services",
    "engine.exchange.summary",
    "engine.images.measuring",
    "engine.triage.discordance",
    "engine.triage.reading",
)
_IN_STEPS = (
    "viewer.film",
    "viewer.canvas.tools",
    "viewer.lightbox",
    "viewer.canvas.annotations",
    "viewer.viewports",
    "viewer.canvas.view",
    "viewer.session",
    "viewer.worklist.panel",
    "viewer.canvas.grid",
    "viewer.outputs",
)
_IN_LANES = (
    "pydantic.type_adapter",
    "engine.models.assess",
    "engine.models.session",
    "onnxruntime",
    "engine.triage.store",
    "alembic.command",
    "alembic.config",
)
_PAUSE_MS = 2
"""Without one, what the steps post goes before what the reader does."""


def _furnished(window: MainWindow, ready: Callable[[], None]) -> Iterator[None]:
    """Import and build the rest of a window that is on the screen; then let the lanes begin."""
    yield from _imported_aside(_ASIDE)
    for name in _IN_STEPS:
        importlib.import_module(name)
        yield
    from viewer.jobs import Jobs
    from viewer.services import engine_services

    chosen = window.preferences.current
    services = engine_services(model=chosen.model, provider=chosen.provider, store=chosen.store)
    # What the lanes do takes the processor from what is still to be built.
    jobs = Jobs(held=True, before=partial(import_modules, _IN_LANES))
    try:
        yield from _assembled(window, services, jobs)
    except Exception:
        jobs.close()
        raise
    FirstPaint(window, jobs.begin_list)  # which begins the others
    ready()
    window.update()
    gc.freeze()
    gc.enable()


def _imported_aside(names: Iterable[str]) -> Iterator[None]:
    """Import modules in a thread; what goes wrong there is raised here."""
    from concurrent.futures import ThreadPoolExecutor

    lane = ThreadPoolExecutor(1)
    imported = lane.submit(import_modules, names)
    lane.shutdown(wait=False)
    while not imported.done():
        yield
    imported.result()


def _take(window: MainWindow, steps: Iterator[None]) -> None:
    """Take one step after the other, with the window's events in between."""
    try:
        for _ in steps:
            QTimer.singleShot(_PAUSE_MS, partial(_take, window, steps))
            return
    except Exception:
        window.failed = not window.assembled
        raise


_QUIET_MS = 3000


def run(
    paths: Sequence[Path], screenshot: Path | None = None, *, until_usable: bool = False
) -> int:
    """Open the window on paths and return the exit status when it is closed.

    Where another window of this user is open, it gets the paths. For checks, the window takes its
    own ``screenshot`` or says when it is usable, and closes.
    """
    if reason := system_check.problem():
        return _refused(reason)
    application = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Hilum")
    application.setDesktopFileName("hilum")
    application.setWindowIcon(assets.icon("hilum"))
    path = settings.settings_path()
    if screenshot is not None:
        from viewer.unattended import Photographer

        camera = Photographer(screenshot)
        status = _run(application, path, paths, camera.begin, camera.wait)
        return status or _refused(camera.problem)
    instance = Instance(path.parent)
    first = instance.is_first()
    if not first and instance.hand_over(paths):
        return 0
    watch = CrashWatch(path.parent / "crashes")
    if first:
        watch.begin()
    begun: Callable[[MainWindow], None] = partial(_settle_in, instance, first)
    ready = _look_for_all
    if until_usable:
        from viewer.unattended import StartTold

        told = StartTold(begun)
        begun, ready = told.begin, told.end
    try:
        return _run(application, path, paths, begun, ready)
    finally:
        watch.end()
        instance.end()


def _refused(reason: str) -> int:
    if reason:
        sys.stderr.write(f"{reason}\n")
    return int(bool(reason))


def _run(
    application: QApplication,
    path: Path,
    paths: Sequence[Path],
    begun: Callable[[MainWindow], None],
    ready: Callable[[MainWindow], None],
) -> int:
    """Show the frame (``begun`` before it), then furnish it (``ready`` after it)."""
    aside = settings.set_aside(path)
    chosen = settings.load(path)
    assets.apply_theme(application, chosen.theme)
    damaged = language.install(application, chosen.language)
    shown: list[MainWindow] = []
    catcher = DefectCatcher(
        lambda words, details: show_problem(shown[0] if shown else None, words, details),
        path.parent / "crashes",
    )
    catcher.install()
    window = MainWindow(chosen, path)
    shown.append(window)
    window.statusBar().showMessage(f"{damaged} {_not_portable()}".strip())
    window.open_paths(paths)
    if isinstance(application, Application):
        application.given.connect(window.open_paths)
    FirstPaint(window, partial(_take, window, _furnished(window, partial(ready, window))))
    begun(window)
    window.show()
    if aside:
        show_problem(window, _set_aside(aside, path.parent))
    status = application.exec()
    # Not before: a defect that ends the program is reported, too.
    catcher.remove()
    return status


def _not_portable() -> str:
    """Return where everything is kept instead of beside the program; empty where it is meant to."""
    if (beside := passed_over()) is None:
        return ""
    return tr(
        "{folder} cannot be written to: settings, measurements and the list are kept in {other}.",
        folder=beside,
        other=home(),
    )


def _set_aside(name: str, folder: Path) -> str:
    return tr(
        "Your settings could not be read. They were set aside as {name} in {folder}, and Hilum"
        " starts with its own: set keys, screens and calibrations anew, or put a copy of"
        " settings.json back while Hilum is closed.",
        name=name,
        folder=folder,
    )


def _look_for_all(window: MainWindow) -> None:
    QTimer.singleShot(_QUIET_MS, partial(_take, window, _all_modules()))


def _all_modules() -> Iterator[None]:
    """Import what is imported where it is first used: what is missing is to be known now."""
    yield from _imported_aside(("engine.exchange.attributes",))
    for found in pkgutil.walk_packages(viewer.__path__, "viewer."):
        if found.name != "viewer.__main__":
            importlib.import_module(found.name)
            yield


def _settle_in(instance: Instance, first: bool, window: MainWindow) -> None:
    """Take other starts' paths, and say what the last start left."""

    def take(paths: tuple[Path, ...]) -> None:
        from PySide6.QtCore import Qt

        window.open_paths(paths)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    instance.handed.connect(take)
    if first:
        FirstPaint(window, instance.listen)
    else:
        window.statusBar().showMessage(
            tr(
                "Another Hilum, on {machine}, uses the same settings and does not answer:"
                " the one that is closed last keeps its own.",
                machine=instance.other(),
            )
        )
    if first and (reports := crashes.waiting(window.preferences.folder / "crashes")):
        offer_reports(window, reports)
