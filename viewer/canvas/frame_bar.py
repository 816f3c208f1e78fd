"""The bar under a film of several frames: play, slider, rate."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QSpinBox, QToolButton, QWidget

from viewer.cine import FASTEST, Cine
from viewer.language import tr


class FrameBar(QWidget):
    """Shown only where there is more than one frame."""

    def __init__(self, cine: Cine, parent: QWidget | None = None) -> None:
        """Listen to the player."""
        super().__init__(parent)
        self._cine = cine
        self.play = QToolButton(self)
        self.play.setAccessibleName(tr("Play or stop"))
        self.play.clicked.connect(cine.toggle)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(tr("Frame"))
        self.slider.setMinimum(1)
        self.slider.valueChanged.connect(lambda value: cine.go(value - 1))
        self._count = QLabel(self)
        self.rate = QSpinBox(self)
        self.rate.setAccessibleName(tr("Frames per second"))
        self.rate.setRange(1, FASTEST)
        self.rate.setSuffix(" /s")
        self.rate.setValue(cine.rate)
        self.rate.valueChanged.connect(cine.set_rate)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 1, 4, 1)
        layout.addWidget(self.play)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._count)
        layout.addWidget(self.rate)
        cine.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        here, count = self._cine.frames
        self.setVisible(count > 1)
        if count > 1:
            with QSignalBlocker(self.rate):
                self.rate.setValue(self._cine.rate)
            with QSignalBlocker(self.slider):
                self.slider.setMaximum(count)
                self.slider.setValue(here + 1)
            self._count.setText(f"{here + 1}/{count}")
            self.play.setText("❚❚" if self._cine.playing else "▶")
