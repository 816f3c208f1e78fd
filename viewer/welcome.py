"""The first screen: how to open films."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.home import resources
from viewer.language import NOT_FOR_DIAGNOSIS, tr


def samples() -> Path:
    """Return the folder of phantoms that an installed program has; a checkout makes its own."""
    return resources() / "samples"


def welcome_text() -> str:
    """Return what to do first, as HTML."""
    lines = (
        tr("Files, folders or zip archives: DICOM (CR, DX, secondary capture), PNG, JPEG, TIFF."),
        tr(
            "Each film is read, scored and sorted: the most urgent one stands first in the"
            " worklist."
        ),
        tr("What cannot be read or scored stays in the list and says why."),
    )
    title = tr("Drop chest films here")
    return f"<h2>{title}</h2>" + "".join(f"<p>{line}</p>" for line in lines)


class Welcome(QWidget):
    """Stands where the film will be."""

    def __init__(
        self,
        ask_files: Callable[[], None],
        ask_folder: Callable[[], None],
        open_samples: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the page; the buttons do what the menu does."""
        super().__init__(parent)
        words = QLabel(welcome_text(), self)
        words.setWordWrap(True)
        self._keys = QLabel(self)
        self._keys.setObjectName("dim")
        warning = QLabel(f"{tr(NOT_FOR_DIAGNOSIS)}.", self)
        warning.setObjectName("amber")
        buttons = QHBoxLayout()
        buttons.addStretch()
        offered = [(tr("Open files …"), ask_files), (tr("Open folder …"), ask_folder)]
        if samples().is_dir():
            offered.append((tr("Open samples"), open_samples))
        for text, run in offered:
            button = QPushButton(text, self)
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(words)
        layout.addWidget(self._keys)
        layout.addLayout(buttons)
        layout.addWidget(warning)
        layout.addStretch()

    def show_keys(self, rows: Iterable[tuple[str, str]]) -> None:
        """Name some keys: a key and what it does."""
        self._keys.setText(" · ".join(f"{key} {words}" for key, words in rows if key))
