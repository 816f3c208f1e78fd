"""The viewports in a window of their own, for a second screen."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget


class FilmWindow(QWidget):
    """Holds what stood in the middle of the main window; closing it gives that back."""

    closed = Signal()

    def __init__(self, centre: QWidget, actions: list[QAction], owner: QWidget) -> None:
        """Take the centre; the main window's keys work here too."""
        super().__init__(owner, Qt.WindowType.Window)
        self._owner = owner
        self.setWindowTitle(owner.windowTitle())
        owner.windowTitleChanged.connect(self.setWindowTitle)
        self.setObjectName("films")
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
