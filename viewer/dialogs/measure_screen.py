"""Measuring a screen: a frame is fitted to a bank card, or to any known length."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QScreen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from viewer import assets
from viewer.language import tr
from viewer.screens import CARD_MM, screen_name, stated_pitch

_SHAPE = CARD_MM[1] / CARD_MM[0]
_LEAST, _MOST = 120, 1600
_WORDS_WIDE = 380


class _Frame(QWidget):
    """A card as wide as wanted, in the screen's own units."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wide = 320

    def set_wide(self, wide: int) -> None:
        self.wide = wide
        self.setMinimumSize(wide + 20, round(wide * _SHAPE) + 20)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(0, 0, self.wide, self.wide * _SHAPE)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(assets.BRIGHT, 1))
        painter.setBrush(assets.CHOSEN)
        painter.drawRoundedRect(card, 12, 12)
        painter.end()


class MeasureScreen(QDialog):
    """Gives the millimetres a device pixel of one screen."""

    measured = Signal(str, float)

    def __init__(
        self, screen: QScreen, pitch_mm: float | None, parent: QWidget | None = None
    ) -> None:
        """Begin with what is known: the measured pitch, or what the screen says of itself."""
        super().__init__(parent)
        self.setWindowTitle(tr("Measure this screen"))
        self._screen = screen
        self._ratio = screen.devicePixelRatio()
        words = QLabel(
            tr(
                "Hold a bank card to the screen and make the frame exactly as wide, with the slider"
                " or the arrow keys. Or measure the frame's width with a ruler, and enter it."
            ),
            self,
        )
        words.setWordWrap(True)
        # The layout would take room for it from the frame, which must be whole to be measured.
        words.setMinimumSize(_WORDS_WIDE, words.heightForWidth(_WORDS_WIDE))
        self.frame = _Frame(self)
        self.wide = QSlider(Qt.Orientation.Horizontal, self)
        self.wide.setRange(_LEAST, _MOST)
        self.wide.setPageStep(10)
        self.wide.setAccessibleName(tr("Width of the frame"))
        self.length = QDoubleSpinBox(self)
        self.length.setRange(20.0, 500.0)
        self.length.setDecimals(1)
        self.length.setSuffix(" mm")
        self.length.setAccessibleName(tr("The frame measures"))
        self.length.setValue(CARD_MM[0])
        self.wide.valueChanged.connect(self.frame.set_wide)
        pitch = pitch_mm or stated_pitch(screen)
        self.wide.setValue(round(CARD_MM[0] / pitch / self._ratio))
        self.frame.set_wide(self.wide.value())
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Save | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Width of the frame"), self.wide)
        form.addRow(tr("The frame measures"), self.length)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.frame, 1)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.wide.setFocus()

    @property
    def pitch_mm(self) -> float:
        """Millimetres a device pixel."""
        return self.length.value() / (self.wide.value() * self._ratio)

    def accept(self) -> None:
        """Give the measurement."""
        self.measured.emit(screen_name(self._screen), self.pitch_mm)
        super().accept()
