"""The window as it is painted first: its place, the welcome, and what is dropped and typed.

Nothing that reads films, knows the list or draws them is imported yet: that takes longer than all
of Qt. Nor is `Qt`, the name space: making its enumerations takes a sixth of an empty window's time.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFileOpenEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from viewer import places
from viewer.language import NOT_FOR_DIAGNOSIS, tr
from viewer.preferences import Preferences
from viewer.settings import Settings
from viewer.welcome import Welcome, samples


class Application(QApplication):
    """Takes the files that macOS gives to a program that runs: as events, not as arguments.

    Attributes
    ----------
    given
        Signal: paths.
    """

    given = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Pass a file on."""
        if isinstance(event, QFileOpenEvent):
            self.given.emit((Path(event.file()),))
            return True
        return super().event(event)


def application() -> QApplication:
    """Return the one there is."""
    there = QApplication.instance()
    assert isinstance(there, QApplication)
    return there


class Frame(QMainWindow):
    """Keeps what the reader drops, types or asks for until the window is `assembled`.

    Attributes
    ----------
    given : list of Path
        What is to be opened.
    assembled : bool
        Whether everything is in its place.
    failed : bool
        Whether that will never be.
    file_menu : QMenu
        Opens films until `assembled` gives it the rest of its actions.
    """

    def __init__(self, chosen: Settings, settings_path: Path) -> None:
        """Stand where the window stood last."""
        super().__init__()
        self.given: list[Path] = []
        self.assembled = False
        self.failed = False
        self._typed: list[QKeySequence] = []
        self._leaving = False
        self.preferences = Preferences(chosen, settings_path, self)
        self.setWindowTitle(f"Hilum – {tr(NOT_FOR_DIAGNOSIS)}")
        self.setAcceptDrops(True)
        self.setFocus()  # a key is not for the welcome's buttons
        self._centre = QStackedWidget(self)
        self._welcome = Welcome(self.ask_files, self.ask_folder, self.open_samples, self)
        self._centre.addWidget(self._welcome)
        self._splitter = QSplitter()  # a parent would be asked whether it is one of `Qt`
        for widget in (QWidget(self), self._centre, QWidget(self)):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([300, 1000, 340])
        self.setCentralWidget(self._splitter)
        self.file_menu = self._menu()
        warning = QLabel(tr(NOT_FOR_DIAGNOSIS), self)
        warning.setObjectName("amber")
        warning.setContentsMargins(0, 0, 10, 0)
        self.statusBar().addPermanentWidget(warning)
        self.statusBar().setSizeGripEnabled(False)
        self.resize(1640, 980)
        place = places.known("main", self.preferences)
        self.restoreGeometry(QByteArray.fromBase64(place.encode()))
        if chosen.splitter:
            self._splitter.restoreState(QByteArray.fromBase64(chosen.splitter.encode()))

    def _menu(self) -> QMenu:
        menu = self.menuBar().addMenu(tr("&File"))
        menu.addAction(tr("&Open files …"), self.ask_files)
        menu.addAction(tr("Open &folder …"), self.ask_folder)
        menu.addAction(tr("&Quit"), self.close)
        return menu

    # opening

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Take files, folders or archives in."""
        self.given += paths

    def ask_files(self) -> None:
        """Let the reader choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Open films"), self.preferences.current.last_folder
        )
        self._opened([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Let the reader choose a folder."""
        name = QFileDialog.getExistingDirectory(
            self, tr("Open folder"), self.preferences.current.last_folder
        )
        self._opened([Path(name)] if name else [])

    def open_samples(self) -> None:
        """Open the phantoms that come with the installed program."""
        self.open_paths([samples()])

    def _opened(self, paths: list[Path]) -> None:
        if paths:
            self.preferences.remember(last_folder=str(paths[0].parent))
            self.open_paths(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open what was dropped."""
        urls = event.mimeData().urls()
        self.open_paths([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    # what comes before there is somebody to take it

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep a key for the action that it will have."""
        if not self.assembled:
            self._typed.append(QKeySequence(event.keyCombination()))
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close once there is something to close."""
        self._leaving = True
        event.setAccepted(self.failed)

    def _catch_up(self, actions: Mapping[str, QAction]) -> None:
        """Do what was asked for meanwhile."""
        self.assembled = True
        given, self.given = self.given, []
        if given:
            self.open_paths(given)
        for keys in self._typed:
            for action in actions.values():
                if keys in action.shortcuts() and action.isEnabled():
                    action.trigger()
        self._typed.clear()
        if self._leaving:
            self.close()


class FirstPaint(QObject):
    """Does something once, when the window is painted and listens."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        """Watch the window."""
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the first painting; one that is minimised is no less a window."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.WindowStateChange):
            window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
