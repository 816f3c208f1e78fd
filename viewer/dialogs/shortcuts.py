"""The sheet of keys and mouse, F1."""

import html

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

_MOUSE = (
    ("Left drag", "armed tool; by default window (right: wider, up: brighter; Ctrl: faster)"),
    ("Middle drag", "pan"),
    ("Right drag", "zoom"),
    ("Right click", "menu"),
    ("Wheel", "previous or next film"),
    ("Ctrl + wheel", "zoom at the cursor"),
    ("Double click", "film alone, and back; on a mark: its text; closes a polygon"),
    ("Drag, or click and click", "draws with a measuring tool"),
    ("Click on a mark", "selects it; then drag its line or its points"),
)


def sheet(actions: dict[str, QAction]) -> str:
    """Return keys and mouse as a table."""
    rows = [
        (
            ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            ),
            action.text().replace("&", "").rstrip("."),
        )
        for action in actions.values()
        if action.shortcuts()
    ]
    body = "".join(
        f"<tr><td><b>{html.escape(keys)}</b>&nbsp;&nbsp;</td><td>{html.escape(words)}</td></tr>"
        for keys, words in (*rows, *_MOUSE)
    )
    return f"<table cellpadding=3>{body}</table>"


class ShortcutSheet(QDialog):
    """Keys and mouse."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        """Build the sheet from the actions as they are bound now."""
        super().__init__(parent)
        self.setWindowTitle("Keys and mouse")
        page = QTextBrowser(self)
        page.setHtml(sheet(actions))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        self.resize(520, 640)
