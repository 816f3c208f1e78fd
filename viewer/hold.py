"""Holding the overlay's key hides it for a moment; a tap switches it."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from viewer.overlay import Overlay

HOLD_S = 0.35


class HoldToPeek(QObject):
    """Brings the overlay back when the key that took it away was held."""

    def __init__(
        self,
        overlay: Overlay,
        application: QCoreApplication,
        parent: QObject,
    ) -> None:
        """Start without keys; the release of `keys` is listened for only after a toggle."""
        super().__init__(parent)
        self._overlay = overlay
        self.keys: list[QKeySequence] = []
        self._application = application
        self._since = 0.0

    def toggle(self) -> None:
        """Switch the overlay; remember when it went."""
        self._overlay.toggle()
        if not self._overlay.state.on:
            self._since = time.monotonic()
            self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See the key come up, wherever the focus is."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease:
            released = QKeySequence(event.keyCombination())
            if released in self.keys and not event.isAutoRepeat():
                self._application.removeEventFilter(self)
                if time.monotonic() - self._since >= HOLD_S:
                    self._overlay.switch(on=True)
        return super().eventFilter(watched, event)
