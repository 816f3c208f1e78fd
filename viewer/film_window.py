"""The films: in the middle of the main window, or in a window of their own on a second screen."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from viewer import places
from viewer.preferences import Preferences

_NAME = "films"


class Films(QWidget):
    """What stands in the middle of the main window and can leave it."""

    moved = Signal()

    def __init__(
        self, parts: list[QWidget], centre: QStackedWidget, preferences: Preferences
    ) -> None:
        """Put the parts under each other, the first as large as there is room."""
        super().__init__(centre)
        self._centre, self._preferences = centre, preferences
        self._apart: FilmWindow | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, part in enumerate(parts):
            layout.addWidget(part, int(number == 0))
        centre.addWidget(self)

    @property
    def apart(self) -> bool:
        """Whether they have a window of their own."""
        return self._apart is not None

    @property
    def front(self) -> QWidget:
        """The window in which the reader works: the main one, or that of the films."""
        apart = self._apart
        return apart if apart is not None and apart.isActiveWindow() else self._centre.window()

    def toggle(self) -> None:
        """Take a window of their own, on another screen where there is one; and come back."""
        if self._apart is not None:
            self._apart.close()
            return
        owner = self._centre.window()
        self._apart = FilmWindow(self, owner.actions(), owner)
        self._apart.closed.connect(self._come_back)
        self._centre.hide()
        self._apart.place(places.known(_NAME, self._preferences))

    def come_back(self) -> None:
        """Leave the window of their own, if there is one."""
        if self._apart is not None:
            self._apart.close()

    def _come_back(self) -> None:
        assert self._apart is not None
        places.keep(_NAME, self._apart, self._preferences)
        self._centre.addWidget(self)
        self._apart = None
        self._centre.show()
        self.moved.emit()


class FilmWindow(QWidget):
    """Holds what stood in the middle of the main window; closing it gives that back."""

    closed = Signal()

    def __init__(self, centre: QWidget, actions: list[QAction], owner: QWidget) -> None:
        """Take the centre; the main window's keys work here too."""
        super().__init__(owner, Qt.WindowType.Window)
        self._owner = owner
        self.setWindowTitle(owner.windowTitle())
        owner.windowTitleChanged.connect(self.setWindowTitle)
        self.setObjectName(_NAME)
        self.addActions(actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(centre)
        centre.show()

    def place(self, geometry: str) -> None:
        """Stand where it stood; where that is unknown, fill another screen than the owner's.

        Qt moves what would lie off all screens back onto one.
        """
        if geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.show()
            return
        self.resize(1200, 900)
        other = other_screen(self._owner)
        if other is None:
            self.show()
        else:
            self.setGeometry(other.availableGeometry())
            self.showMaximized()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Give the centre back."""
        self.closed.emit()
        event.accept()


def other_screen(widget: QWidget) -> QScreen | None:
    """Return a screen on which the widget is not, None where there is one screen alone."""
    return next((screen for screen in QGuiApplication.screens() if screen != widget.screen()), None)
