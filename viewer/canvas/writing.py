"""Writing on the film: a line of words, or a known length."""

import re

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.images.marks import Mark
from viewer.canvas.drawing import Drawing
from viewer.canvas.tools import Tool
from viewer.language import tr
from viewer.markup import FilmMarkup

_WIDE = 260
_LONGEST = 500
_UNITS = {"mm": 1.0, "cm": 10.0}
_LENGTH = re.compile(r"(?P<number>[0-9]*\.?[0-9]+|[0-9]+\.)\s*(?P<unit>mm|cm)?")

Target = Drawing | Mark


def length_mm(words: str) -> float | None:
    """Read a length: "25", "25 mm", "2,5 cm"; None for anything else."""
    found = _LENGTH.fullmatch(words.strip().lower().replace(",", "."))
    length = float(found["number"]) * _UNITS[found["unit"] or "mm"] if found else 0.0
    return length if 0 < length < 1e5 else None


class WordsEditor(QLineEdit):
    """One line over the film; Return keeps it, Escape drops it, so does leaving it empty."""

    closed = Signal()

    def __init__(self, markup: FilmMarkup, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._markup, self._viewport = markup, parent
        self._target: Target | None = None
        self.setMaxLength(_LONGEST)
        self.setFixedWidth(_WIDE)
        self.hide()

    def ask(self, target: Target, place: QPointF) -> None:
        """Open at a place for the words of a mark, a new text or the length of a line."""
        asks_length = isinstance(target, Drawing) and target.tool is Tool.CALIBRATE
        name = tr("True length, e.g. 25 mm or 2.5 cm") if asks_length else tr("Text")
        self._target = target
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setText(target.text if isinstance(target, Mark) else "")
        self.selectAll()
        room = self._viewport.rect()
        x = max(min(place.x(), room.width() - self.width()), 0)
        y = max(min(place.y(), room.height() - self.sizeHint().height()), 0)
        self.move(int(x), int(y))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> bool:
        """Close without keeping anything; return whether it was open."""
        was, self._target = self._target is not None, None
        if was:
            had_focus = self.hasFocus()
            self.hide()
            if had_focus:
                self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
            self.closed.emit()
        return was

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window's shortcuts: what is typed here is written."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep or drop."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._keep():
                self.drop()
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Keep what was written when the reader goes on elsewhere."""
        super().focusOutEvent(event)
        if self._target is not None and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._keep()
            self.drop()

    def _keep(self) -> bool:
        """Hand the words over; return whether they could be used."""
        target, words = self._target, " ".join(self.text().split())
        match target:
            case None:
                return True
            case Mark():
                self._markup.select(target.id)
                self._markup.reword(words)
            case Drawing(tool=Tool.CALIBRATE):
                length = length_mm(words)
                if length is not None:
                    self._markup.calibrate(target.points[0], target.points[1], length)
                return length is not None or not words
            case Drawing() if words:
                self._markup.put(Mark.new(target.kind, target.points, text=words))
        return True
