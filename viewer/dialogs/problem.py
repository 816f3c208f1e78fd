"""What to say when something of ours went wrong: a sentence first, details on demand."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.language import tr

_LOG = logging.getLogger(__name__)

Show = Callable[[str, str], None]


def show_problem(parent: QWidget | None, sentence: str, details: str = "") -> None:
    """Open the dialog without stopping anything else."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Hilum", sentence, parent=parent)
    if details:
        box.setDetailedText(details)
    box.setModal(False)
    box.open()


class DefectCatcher:
    """Takes over ``sys.excepthook``: a defect is shown and logged, the window lives on."""

    def __init__(self, show: Show) -> None:
        """``show`` gets a sentence and the details."""
        self._show = show
        self._before = sys.excepthook

    def install(self) -> None:
        """Begin to catch."""
        sys.excepthook = self._caught

    def remove(self) -> None:
        """Leave everything as it was."""
        sys.excepthook = self._before

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("defect: %s", details)
        self._show(
            tr(
                "Something in Hilum went wrong. What is on screen may be incomplete;"
                " opening the film again usually helps."
            ),
            details,
        )
