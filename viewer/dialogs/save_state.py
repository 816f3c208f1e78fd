"""What a new presentation state is to be called."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from viewer.language import tr

_LABEL_LETTERS, _DESCRIPTION_LETTERS = 16, 64


class SaveStateDialog(QDialog):
    """Label and description of a state, and what of the view it will not hold."""

    def __init__(
        self, label: str, *, marks: bool, left_out: Iterable[str], parent: QWidget | None = None
    ) -> None:
        """Offer a label; ``marks``: measurements and annotations are on screen."""
        super().__init__(parent)
        self.setWindowTitle(tr("Save presentation state"))
        self.label = QLineEdit(label, self)
        self.label.setMaxLength(_LABEL_LETTERS)
        self.description = QLineEdit(self)
        self.description.setMaxLength(_DESCRIPTION_LETTERS)
        self.marks = QCheckBox(tr("Measurements and annotations"), self)
        self.marks.setChecked(marks)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(tr("Label"), self.label)
        layout.addRow(tr("Description"), self.description)
        layout.addRow(self.marks)
        for words in (
            tr("The file names the patient, as the film does; what you write here is kept in it."),
            *left_out,
        ):
            note = QLabel(words, self)
            note.setObjectName("amber")
            note.setWordWrap(True)
            layout.addRow(note)
        layout.addRow(self.buttons)
        self.resize(460, self.sizeHint().height())
