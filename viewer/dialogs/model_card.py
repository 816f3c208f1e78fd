"""The window of the model card, F2 or a click on the model's name."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from viewer import assets
from viewer.dialogs.card_page import card_page
from viewer.entries import Model
from viewer.language import tr


class ModelCardDialog(QDialog):
    """What the model is, what it must not be used for, and how it did."""

    def __init__(self, model: Model, report: Path | None, parent: QWidget | None = None) -> None:
        """Build the page of the model at work."""
        super().__init__(parent)
        self.setWindowTitle(tr("Model card"))
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(tr("Model card"))
        self.page.document().setDefaultStyleSheet(assets.page_style())
        self.page.setHtml(card_page(model, report=report is not None))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.report = buttons.addButton(
            tr("Open the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.report.setEnabled(report is not None)
        self.report.setToolTip(
            tr("Opens in the browser")
            if report is not None
            else tr("There is no report beside this model")
        )
        self.report.clicked.connect(lambda: _open(report))
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        self.resize(860, 760)


def _open(report: Path | None) -> None:
    if report is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))
