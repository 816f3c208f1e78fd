"""Rows that have been read, handed on some at a time, so that the list is not placed at each."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from engine.triage.pipeline import Row

_FLUSH_MS = 80


class Arrivals(QObject):
    """Keeps rows for a moment; ``came`` gives those that have come, in their order."""

    came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[Row] = []
        self._flush = QTimer(self, singleShot=True, interval=_FLUSH_MS)
        self._flush.timeout.connect(self.hand_on)

    def add(self, row: Row) -> None:
        """Keep a row until the next handing on."""
        self._rows.append(row)
        if not self._flush.isActive():
            self._flush.start()

    def hand_on(self) -> None:
        """Give what has come so far, now."""
        came, self._rows = self._rows, []
        began = time.monotonic()
        self.came.emit(came)
        # A long list is brought up to date less often, so that the window stays free.
        self._flush.setInterval(max(_FLUSH_MS, round(5000 * (time.monotonic() - began))))

    def clear(self) -> None:
        """Forget what has come."""
        self._rows.clear()
