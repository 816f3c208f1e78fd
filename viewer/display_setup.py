"""The display of the reader: its calibration and its test pattern, for the window that asks."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow

from viewer.calibration import Calibration, Displays
from viewer.canvas.grid import ViewportGrid
from viewer.preferences import Preferences
from viewer.settings import Settings


class DisplaySetup(QObject):
    """Keeps what films are painted through, screen by screen."""

    def __init__(self, preferences: Preferences, grid: ViewportGrid, window: QMainWindow) -> None:
        """Follow the settings."""
        super().__init__(window)
        self._preferences, self._grid, self._window = preferences, grid, window
        self.displays = Displays()
        self._prefer(preferences.current)
        preferences.changed.connect(self._prefer)

    @property
    def _screen(self) -> QScreen:
        """The screen that the films are on."""
        return self._grid.screen()

    @property
    def account(self) -> str:
        """What films are painted through now, in a line; empty: nothing."""
        on = self.displays.table(self._screen) is not None
        return self.displays.known(self._screen).account if on else ""

    def _prefer(self, chosen: Settings) -> None:
        self.displays.take(chosen.displays)
        self._grid.set_displays(self.displays)

    def ask(self) -> None:
        """Open the calibration of the screen that the films are on."""
        from viewer.dialogs.calibration import CalibrationDialog

        known = self.displays.known(self._screen)
        dialog = CalibrationDialog(self._screen, known, self._window)
        dialog.chosen.connect(self._chosen)
        dialog.pattern_wanted.connect(self.show_pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _chosen(self, screen: str, calibration: Calibration) -> None:
        current = self._preferences.current
        displays = {**current.displays, screen: calibration.saved()}
        problem = self._preferences.apply(replace(current, displays=displays))
        self._window.statusBar().showMessage(problem or self.account, 8000)

    def show_pattern(self) -> None:
        """Cover the screen that the films are on with the test pattern."""
        from viewer.dialogs.test_pattern import TestPattern

        pattern = TestPattern(self.displays, self._window)
        pattern.setWindowModality(Qt.WindowModality.ApplicationModal)
        pattern.setGeometry(self._screen.geometry())
        pattern.showFullScreen()
        pattern.activateWindow()
        pattern.setFocus()
