"""The first screen: how to open films."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer import wording

_TEXT = """
<h2>Drop chest films here</h2>
<p>Files, folders or zip archives: DICOM (CR, DX, secondary capture), PNG, JPEG, TIFF.</p>
<p>Each film is read, scored and sorted: the most urgent one stands first in the worklist.<br>
What cannot be read or scored stays in the list and says why.</p>
"""
_KEYS = """
<p>W window/level · right drag zoom · middle drag pan · wheel next film<br>
G heat map · [ ] less / more sensitive · F1 all keys</p>
"""


class Welcome(QWidget):
    """Stands where the film will be."""

    def __init__(
        self,
        ask_files: Callable[[], None],
        ask_folder: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the page; the two buttons do what the menu does."""
        super().__init__(parent)
        words = QLabel(_TEXT, self)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        keys = QLabel(_KEYS, self)
        keys.setObjectName("dim")
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        warning = QLabel(f"{wording.NOT_FOR_DIAGNOSIS}.", self)
        warning.setObjectName("amber")
        warning.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for text, run in (("Open files …", ask_files), ("Open folder …", ask_folder)):
            button = QPushButton(text, self)
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(words)
        layout.addWidget(keys)
        layout.addLayout(buttons)
        layout.addWidget(warning)
        layout.addStretch()
