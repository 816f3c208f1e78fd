"""What to say when something of ours went wrong: a sentence first, details on demand."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer import crashes
from viewer.language import tr
from viewer.system_check import absent_library

_LOG = logging.getLogger(__name__)

Show = Callable[[str, str], None]


def show_problem(parent: QWidget | None, sentence: str, details: str = "") -> None:
    """Open the dialog without stopping anything else."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Hilum", sentence, parent=parent)
    if details:
        box.setDetailedText(details)
    box.setModal(False)
    box.open()


def offer_reports(parent: QWidget | None, reports: list[Path]) -> QMessageBox:
    """Offer what was written about earlier crashes and defects, and let the reader decide."""
    box = QMessageBox(QMessageBox.Icon.Information, "Hilum", tr(
        "Something in Hilum went wrong the last time. A report was written. It has no patient"
        " data, and nobody gets it unless you send it."
    ), parent=parent)  # fmt: skip
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in reports]
    box.setDetailedText("\n\n".join(texts))
    kept = box.addButton(tr("Keep it and show its folder"), QMessageBox.ButtonRole.AcceptRole)
    gone = box.addButton(tr("Delete it"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Ask me again next time"), QMessageBox.ButtonRole.RejectRole)

    def decided() -> None:
        if box.clickedButton() in (kept, gone):
            crashes.settle(reports, delete=box.clickedButton() is gone)
        if box.clickedButton() is kept:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(reports[0].parent)))

    box.finished.connect(decided)
    box.setModal(False)
    box.open()
    return box


class DefectCatcher:
    """Takes over ``sys.excepthook``: a defect is shown and reported, the window lives on."""

    def __init__(self, show: Show, reports: Path) -> None:
        """``show`` gets a sentence and the details; reports without them go into a folder."""
        self._show = show
        self._reports = reports
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
        report = crashes.report_of(error)
        crashes.keep(report, self._reports)
        _LOG.error("defect: %s", report)
        details = "".join(traceback.format_exception(kind, error, trace))
        words = tr(
            "Something in Hilum went wrong. What is on screen may be incomplete;"
            " opening the film again usually helps."
        )
        self._show(absent_library(error) or words, details)
