"""Letting a focused control keep the keys that it lives by, against the window's shortcuts."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QWidget,
)

_STEPS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_LINE = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete}
)
_OWN: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractButton, frozenset({Qt.Key.Key_Space})),
    (QAbstractSlider, _STEPS),
    (QAbstractSpinBox, _STEPS),
    (QComboBox, _STEPS | {Qt.Key.Key_Space}),
    (QLineEdit, _LINE),
)


class KeepKeys(QObject):
    """An event filter for controls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Claim a control's own keys before a shortcut takes them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            for kind, keys in _OWN:
                if plain and isinstance(watched, kind) and event.key() in keys:
                    event.accept()
                    return True
        return super().eventFilter(watched, event)


def protect(keeper: KeepKeys, root: QWidget) -> None:
    """Watch all controls below a widget."""
    for kind, _ in _OWN:
        for control in root.findChildren(kind):
            control.installEventFilter(keeper)
