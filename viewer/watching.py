"""The window's side of a watched folder: asked for, shown in the status bar, remembered."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QToolButton

from viewer.folder_watch import WatchState
from viewer.language import tr
from viewer.preferences import Preferences
from viewer.session import Session


class Watching(QObject):
    """A chip says which folder is watched and how much is on its way; its menu stops that."""

    def __init__(self, session: Session, preferences: Preferences, window: QMainWindow) -> None:
        """Watch again what was watched when the window was closed, where the reader wants that."""
        super().__init__(window)
        self._session, self._preferences, self._window = session, preferences, window
        self.chip = QToolButton(window)
        self.chip.setObjectName("watching")
        self.chip.setAutoRaise(True)
        self.chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.chip)
        menu.addAction(tr("Stop watching"), self.stop)
        self.chip.setMenu(menu)
        window.statusBar().insertPermanentWidget(0, self.chip)
        session.folder_watch.changed.connect(self._show)
        session.identity_changed.connect(self._show)
        self._show()
        chosen = preferences.current
        if chosen.watch_again and chosen.watched_folder:
            session.folder_watch.start(Path(chosen.watched_folder))

    def ask(self) -> None:
        """Let the reader choose a folder to watch."""
        before = self._preferences.current
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Watch a folder"), before.watched_folder or before.last_folder
        )
        if name:
            self.start(Path(name))

    def start(self, folder: Path) -> None:
        """Watch a folder, and keep which."""
        self._session.folder_watch.start(folder)
        self._remember(str(folder))

    def stop(self) -> None:
        """Watch no more, at the next start neither."""
        self._session.folder_watch.stop()
        self._remember("")

    def _remember(self, folder: str) -> None:
        self._preferences.remember(watched_folder=folder)
        if problem := self._preferences.save():
            self._window.statusBar().showMessage(problem)

    def _show(self, _value: object = None) -> None:
        state = self._session.folder_watch.state
        hidden = self._session.identity_hidden
        self.chip.setVisible(state.folder is not None)
        self.chip.setText(words(state, hidden=hidden))
        self.chip.setToolTip("" if hidden else str(state.folder or ""))
        self.chip.setAccessibleName(self.chip.text())


def words(state: WatchState, *, hidden: bool) -> str:
    """Say what is watched and how much is on its way; ``hidden`` leaves the folder's name out."""
    if state.folder is None:
        return ""
    name = tr("a folder") if hidden else state.folder.name or str(state.folder)
    if not state.there:
        return tr("{folder} is not there: waiting for it", folder=name)
    parts = [tr("Watching {folder}", folder=name)]
    if state.arriving:
        parts.append(tr("{count} being written", count=state.arriving))
    if state.waiting:
        parts.append(tr("{count} waiting", count=state.waiting))
    return " · ".join(parts)
