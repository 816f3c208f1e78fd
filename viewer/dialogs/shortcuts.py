"""The sheet of keys and mouse, F1."""

import html

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from viewer.keymap import Mouse
from viewer.language import tr, unmarked

DRAGS = {"window": "window / level", "pan": "pan", "zoom": "zoom", "menu": ""}


def mouse_rows(mouse: Mouse) -> list[tuple[str, str]]:
    """Return what the mouse does, as it is bound now."""
    wheels = {"films": tr("previous or next film"), "zoom": tr("zoom at the cursor")}
    other = {"films": "zoom", "zoom": "films"}
    left = tr("armed tool; by default window (right: wider, up: brighter; Ctrl: faster)")
    rows = [
        (tr("Left drag"), left),
        (tr("Middle drag"), tr(DRAGS[mouse.middle])),
        (tr("Right drag"), tr(DRAGS[mouse.right])),
        (tr("Right click"), tr("menu")),
        (tr("Wheel"), wheels[mouse.wheel]),
        (tr("Ctrl + wheel"), wheels[other[mouse.wheel]]),
        (
            tr("Double click"),
            tr("film alone, and back; on a mark: its text; closes a polygon"),
        ),
        (tr("Drag, or click and click"), tr("draws with a measuring tool")),
        (tr("Click on a mark"), tr("selects it; then drag its line or its points")),
    ]
    return [(drag, words) for drag, words in rows if words]


def sheet(actions: dict[str, QAction], mouse: Mouse) -> str:
    """Return keys and mouse as a table."""
    rows = [
        (
            ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            ),
            unmarked(action.text()).rstrip("."),
        )
        for action in actions.values()
        if action.shortcuts()
    ]
    body = "".join(
        f"<tr><td><b>{html.escape(keys)}</b>&nbsp;&nbsp;</td><td>{html.escape(words)}</td></tr>"
        for keys, words in (*rows, *mouse_rows(mouse))
    )
    return f"<table cellpadding=3>{body}</table>"


class ShortcutSheet(QDialog):
    """Keys and mouse."""

    def __init__(
        self, actions: dict[str, QAction], mouse: Mouse, parent: QWidget | None = None
    ) -> None:
        """Build the sheet from the actions as they are bound now."""
        super().__init__(parent)
        self.setWindowTitle(tr("Keys and mouse"))
        page = QTextBrowser(self)
        page.setHtml(sheet(actions, mouse))
        page.setAccessibleName(tr("Keys and mouse"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        self.resize(520, 640)
