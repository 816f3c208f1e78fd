"""Keys that do something for as long as they are held."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from viewer.overlay import Overlay

HOLD_S = 0.35


class Hold(QObject):
    """Tells when the key of an action comes up again, wherever the focus is."""

    def __init__(
        self, action: QAction, ended: Callable[[float], None], application: QCoreApplication
    ) -> None:
        """Listen only between `begin` and the release; ``ended`` is given the seconds held."""
        super().__init__(action)
        self._action, self._ended, self._application = action, ended, application
        self._since = 0.0

    def begin(self) -> None:
        """Wait for the release."""
        self._since = time.monotonic()
        self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See the key come up; with the window itself gone away it counts as released."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease:
            released = QKeySequence(event.keyCombination())
            if released in self._action.shortcuts() and not event.isAutoRepeat():
                self._end()
        elif event.type() is QEvent.Type.ApplicationDeactivate:
            self._end()
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self._application.removeEventFilter(self)
        self._ended(time.monotonic() - self._since)


class HoldToPeek:
    """Holding the overlay's key hides it for a moment; a tap switches it."""

    def __init__(self, overlay: Overlay, action: QAction, application: QCoreApplication) -> None:
        """Bring the overlay back when the key that took it away was held."""
        self._overlay = overlay
        self._hold = Hold(action, self._ended, application)

    def toggle(self) -> None:
        """Switch the overlay; remember when it went."""
        self._overlay.toggle()
        if not self._overlay.state.on:
            self._hold.begin()

    def _ended(self, seconds: float) -> None:
        if seconds >= HOLD_S:
            self._overlay.switch(on=True)
