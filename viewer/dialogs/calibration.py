"""The display's calibration: what is known of a screen's luminances, and what follows."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from engine.images.gsdf import BadReading, readings_of
from viewer.calibration import ALLOWED, Calibration
from viewer.language import tr
from viewer.screens import screen_name

NOTHING = "Nothing was measured yet."
_MOST_LETTERS = 100_000


class CalibrationDialog(QDialog):
    """Asks for one screen's luminances and shows how even its contrast is."""

    chosen = Signal(str, object)
    pattern_wanted = Signal()

    def __init__(
        self, screen: QScreen, calibration: Calibration, parent: QWidget | None = None
    ) -> None:
        """Begin with what is known of the screen."""
        super().__init__(parent)
        self.setWindowTitle(tr("Display calibration"))
        self._screen = screen_name(screen)
        self.calibration: Calibration | None = calibration
        self.on = QCheckBox(tr("Show films through the display function (GSDF) here"), self)
        self.assumed = QRadioButton(tr("Assume a display of gamma 2.2"), self)
        self.measured = QRadioButton(tr("Measured: driving level, cd/m² on each line"), self)
        self.darkest = self._amount(tr("Darkest"), 0.01, 100.0, 2)
        self.brightest = self._amount(tr("Brightest"), 1.0, 10_000.0, 0)
        self.ambient = self._amount(tr("Light of the room on it"), 0.0, 100.0, 2)
        self.table = QPlainTextEdit(self)
        self.table.setAccessibleName(tr("Measured luminances"))
        self.table.setPlaceholderText("0; 0.52\n15; 0.81\n…\n255; 351.0")
        self.table.setTabChangesFocus(True)
        self.file = QPushButton(tr("Read a CSV file …"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(3 * self.fontMetrics().height())
        self._show(calibration)
        self._arrange()
        for control in (self.on, self.assumed, self.measured):
            control.toggled.connect(self._weigh)
        for amount in (self.darkest, self.brightest, self.ambient):
            amount.valueChanged.connect(self._weigh)
        self.table.textChanged.connect(self._typed)
        self.file.clicked.connect(self._ask_file)
        self._weigh()
        self.resize(560, 600)

    def _amount(self, words: str, low: float, high: float, decimals: int) -> QDoubleSpinBox:
        amount = QDoubleSpinBox(self)
        amount.setDecimals(decimals)
        amount.setRange(low, high)
        amount.setSuffix(" cd/m²")
        amount.setAccessibleName(words)
        return amount

    def _show(self, calibration: Calibration) -> None:
        self.on.setChecked(calibration.on)
        self.darkest.setValue(calibration.darkest)
        self.brightest.setValue(calibration.brightest)
        self.ambient.setValue(calibration.ambient)
        readings = calibration.readings or {}
        lines = (f"{level}; {value:g}" for level, value in sorted(readings.items()))
        self.table.setPlainText("\n".join(lines))
        (self.measured if readings else self.assumed).setChecked(True)

    def _arrange(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel, self)
        pattern = self.buttons.addButton(tr("Test pattern"), QDialogButtonBox.ButtonRole.ActionRole)
        pattern.clicked.connect(self.pattern_wanted)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        name = QLabel(tr("Screen: {name}", name=self._screen), self)
        name.setObjectName("dim")
        name.setWordWrap(True)
        ends = QFormLayout()
        ends.setContentsMargins(24, 0, 0, 0)
        ends.addRow(tr("Darkest"), self.darkest)
        ends.addRow(tr("Brightest"), self.brightest)
        read = QHBoxLayout()
        read.addWidget(self.measured, 1)
        read.addWidget(self.file)
        room = QFormLayout()
        room.addRow(tr("Light of the room on it"), self.ambient)
        layout = QVBoxLayout(self)
        layout.addWidget(name)
        layout.addWidget(self.on)
        layout.addWidget(self.assumed)
        layout.addLayout(ends)
        layout.addLayout(read)
        layout.addWidget(self.table, 1)
        layout.addLayout(room)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def _typed(self) -> None:
        """Take what is typed for meant."""
        if self.table.toPlainText().strip():
            self.measured.setChecked(True)
        self._weigh()

    def _weigh(self, _value: object = None) -> None:
        """Say how even contrast is, or what is wrong."""
        for amount in (self.darkest, self.brightest):
            amount.setEnabled(self.assumed.isChecked())
        try:
            self.calibration = self._made()
        except ValueError as error:
            self.calibration = None
            self._say(_told(error), wrong=True)
        else:
            before, after = self.calibration.errors
            words = tr(
                "Steps of grey are uneven by up to {before} without and {after} with the"
                " display function; for reading {allowed} is allowed (TG18).",
                before=_percent(before),
                after=_percent(after),
                allowed=_percent(ALLOWED),
            )
            shown = after if self.on.isChecked() else before
            self._say(words, wrong=shown > ALLOWED)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self.calibration is not None)

    def _made(self) -> Calibration:
        readings = readings_of(self.table.toPlainText()) if self.measured.isChecked() else {}
        if self.measured.isChecked() and not readings:
            raise ValueError(NOTHING)
        return Calibration(
            self.on.isChecked(),
            self.darkest.value(),
            self.brightest.value(),
            self.ambient.value(),
            readings,
        )

    def _say(self, words: str, *, wrong: bool) -> None:
        self.said.setObjectName("amber" if wrong else "")
        self.said.style().polish(self.said)
        self.said.setText(words)

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Measured luminances"), "", "CSV (*.csv *.txt)"
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Take the table of a file; say where it cannot be read."""
        try:
            with path.open(encoding="utf-8-sig") as file:
                text = file.read(_MOST_LETTERS)
        except (OSError, ValueError):
            self._say(tr("This file cannot be read as a table."), wrong=True)
        else:
            self.table.setPlainText(text)

    def accept(self) -> None:
        """Keep what was entered."""
        if self.calibration is not None:
            self.chosen.emit(self._screen, self.calibration)
            super().accept()


def _told(error: ValueError) -> str:
    if isinstance(error, BadReading):
        return tr("Line {line} is not a level from 0 to 255 and a luminance.", line=error.line)
    return tr(str(error))


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")
