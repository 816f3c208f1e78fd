"""What Hilum is, and what it is not."""

from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from viewer.entries import Model
from viewer.language import tr


def own_version() -> str:
    """Return Hilum's version, "development" where it is not installed."""
    try:
        return version("hilum")
    except PackageNotFoundError:
        return "development"


def about_text(model: Model, display: str = "", self_test: str = "") -> str:
    """Return the about text.

    Parameters
    ----------
    display : str
        What films are painted through.
    self_test : str
        What came of the model's self-test.
    """
    lines = [
        f"Hilum {own_version()}",
        tr(
            "Not for diagnosis: a research tool for sorting chest films. It is no medical device,"
            " and it says nothing of what it was not trained on."
        ),
    ]
    if model.assessor is not None:
        card = model.assessor.card
        lines += [
            tr("Model: {title}", title=f"{card.title}, {card.id} {card.version}")
            + f"\nSHA-256 {model.assessor.model_sha256}",
            (
                tr("Running on {device}.", device=model.assessor.provider)
                + f" {model.assessor.notice}"
            ).strip(),
        ]
    elif model.problem:
        lines.append(model.problem)
    lines += [self_test] if self_test else []
    lines.append(tr("Display: {account}", account=display or tr("not calibrated")))
    lines.append(f"Apache License 2.0 · Qt for Python {PySide6.__version__} (LGPL 3)")
    return "\n\n".join(lines)


class AboutDialog(QDialog):
    """Version, model and warning."""

    def __init__(
        self, model: Model, display: str, self_test: str, parent: QWidget | None = None
    ) -> None:
        """Build the dialog."""
        super().__init__(parent)
        self.setWindowTitle(tr("About Hilum"))
        words = QLabel(about_text(model, display, self_test), self)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(buttons)
        self.resize(480, 320)
