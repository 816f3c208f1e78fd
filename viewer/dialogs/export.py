"""The export of the film on screen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from engine.exchange.pictures import Mask
from viewer.dialogs.mask_editor import MaskEditor
from viewer.exporting import KINDS, Done, Scope, suffix
from viewer.language import tr

_PICTURES = (Scope.VIEW, Scope.FILM)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants to have."""

    scope: Scope
    kind: str
    annotations: bool
    identity: bool
    masks: tuple[Mask, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What the dialog is to offer: a picture for the masks and what is ticked at first."""

    picture: QImage
    shape: tuple[int, int]
    stretch: float
    annotations: bool
    identity: bool
    identity_hidden: bool
    is_dicom: bool
    mirrored: bool = False


Suggest = Callable[[str, bool], Path]
"""A suffix and whether the name may tell whose film it is -> a free path."""


class ExportDialog(QDialog):
    """What, how, with whose name, and what is blackened."""

    wanted = Signal(object, object)
    cancelled = Signal()

    def __init__(self, offer: Offer, suggest: Suggest, parent: QWidget | None = None) -> None:
        """Build the dialog; ``wanted`` gives a Wish and the file to write."""
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._offer, self._suggest = offer, suggest
        self._running = False
        self.masks = MaskEditor(offer.picture, offer.shape, self, stretch=offer.stretch)
        self.scopes = {
            Scope.VIEW: QRadioButton(tr("What is on screen"), self),
            Scope.FILM: QRadioButton(tr("The whole film, as it is windowed"), self),
            Scope.STORED: QRadioButton(tr("Stored values (16-bit PNG)"), self),
            Scope.DICOM: QRadioButton(tr("DICOM, de-identified (PS3.15 Basic Profile)"), self),
        }
        self.kinds = QComboBox(self)
        self.annotations = QCheckBox(tr("Annotations and measurements"), self)
        self.identity = QCheckBox(tr("Names, numbers and dates in the picture"), self)
        self.named = QCheckBox(tr("Name and date in the file's name"), self)
        self.reminder = QLabel(self)
        self.status = QLabel(self)
        self.bar = QProgressBar(self)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Close, self)
        self._prepare()
        self._arrange()
        self._follow()

    def _prepare(self) -> None:
        group = QButtonGroup(self)
        for button in self.scopes.values():
            group.addButton(button)
            button.toggled.connect(self._follow)
        self.scopes[Scope.VIEW].setChecked(True)
        self.scopes[Scope.VIEW].setFocus()
        self.scopes[Scope.DICOM].setEnabled(self._offer.is_dicom)
        self.kinds.addItems([kind.upper() for kind in KINDS])
        self.kinds.setAccessibleName(tr("Kind of picture"))
        self.annotations.setChecked(self._offer.annotations)
        self.identity.setChecked(self._offer.identity and not self._offer.identity_hidden)
        self.reminder.setObjectName("amber")
        self.reminder.setWordWrap(True)
        self.status.setWordWrap(True)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Exporting"))
        self.bar.hide()
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.show_burned_in("")

    def _arrange(self) -> None:
        side = QVBoxLayout()
        for widget in (*self.scopes.values(), self.kinds):
            side.addWidget(widget)
        side.addSpacing(8)
        for widget in (self.annotations, self.identity, self.named):
            side.addWidget(widget)
        side.addSpacing(8)
        side.addWidget(self.reminder)
        masks = QHBoxLayout()
        for words, run in (
            (tr("Add a mask"), self.masks.add),
            (tr("Remove the mask"), self.masks.remove),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            masks.addWidget(button)
        side.addLayout(masks)
        side.addStretch()
        side.addWidget(self.status)
        side.addWidget(self.bar)
        halves = QHBoxLayout()
        halves.addWidget(self.masks, 1)
        halves.addLayout(side)
        layout = QVBoxLayout(self)
        layout.addLayout(halves)
        layout.addWidget(self.buttons)
        self.resize(900, 560)

    @property
    def scope(self) -> Scope:
        """What is to be exported."""
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    def _follow(self) -> None:
        hidden = self._offer.identity_hidden
        self.kinds.setEnabled(self.scope in _PICTURES)
        self.annotations.setEnabled(self.scope is Scope.VIEW)
        self.identity.setEnabled(self.scope is Scope.VIEW and not hidden)
        self.named.setEnabled(self.scope is not Scope.DICOM and not hidden)

    def show_burned_in(self, said: str) -> None:
        """Warn of text in the pixels: always, and louder where the file says that there is some."""
        words = tr(
            "Text that is burned into the picture is not found: look at the film, and mask what"
            " names a person."
        )
        if said == "YES":
            words = tr("The file says that text is burned into its picture.") + " " + words
        if self._offer.mirrored:
            words = tr("The film is flipped: its pictures are mirrored.") + " " + words
        self.reminder.setText(words)

    def _save(self) -> None:
        named = self.named.isChecked() and self.named.isEnabled()
        ending = suffix(self.scope, list(KINDS)[self.kinds.currentIndex()])
        start = self._suggest(ending, named)
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), str(start), f"*{ending}")
        if not name:
            return
        target = Path(name) if Path(name).suffix else Path(name).with_suffix(ending)
        wish = Wish(
            self.scope,
            list(KINDS)[self.kinds.currentIndex()],
            self.annotations.isChecked(),
            self.identity.isChecked() and self.identity.isEnabled(),
            tuple(self.masks.masks),
        )
        self._run(running=True)
        self.status.setText("")
        self.wanted.emit(wish, target)

    def _run(self, *, running: bool) -> None:
        self._running = running
        self.bar.setVisible(running)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not running)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Cancel") if running else tr("Close"))

    def finish(self, done: Done) -> None:
        """Say how it ended."""
        self._run(running=False)
        self.status.setObjectName("amber" if done.problem else "")
        self.status.style().polish(self.status)
        self.status.setText(done.problem or tr("Written: {name}", name=done.target.name))

    def reject(self) -> None:
        """Stop what runs; where nothing does, close."""
        if self._running:
            self.cancelled.emit()
        else:
            super().reject()
