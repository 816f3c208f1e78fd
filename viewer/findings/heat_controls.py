"""Switches of what lies over the film; opacity and colours of the heat map."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from viewer import wording
from viewer.canvas.painting import COLOUR_MAPS
from viewer.language import tr
from viewer.lungs import LungFields, LungsState
from viewer.overlay import Overlay, OverlayState


class HeatControls(QWidget):
    """The overlay's and the outline's controls; off until the reader asks."""

    def __init__(self, overlay: Overlay, lungs: LungFields, parent: QWidget | None = None) -> None:
        """Build the controls and follow overlay and outline."""
        super().__init__(parent)
        self._overlay = overlay
        self.switch = QPushButton(tr("Heat map"), self)
        self.switch.setCheckable(True)
        self.switch.setAccessibleName(tr("Heat map of the selected finding"))
        self.switch.clicked.connect(lambda on: overlay.switch(on=on))
        self.lungs = QPushButton(tr("Lungs outline"), self)
        self.lungs.setCheckable(True)
        self.lungs.setAccessibleName(tr("Outline of the lungs"))
        self.lungs.setToolTip(
            tr("Where the lung model sees the lungs; most of the heart is inside")
        )
        self.lungs.clicked.connect(lambda on: lungs.switch(on=on))
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setRange(5, 100)
        self.opacity.setAccessibleName(tr("Opacity of the heat map in per cent"))
        self.opacity.valueChanged.connect(lambda value: overlay.set_opacity(value / 100))
        self.colours = QComboBox(self)
        self.colours.addItems([name.capitalize() for name in COLOUR_MAPS])
        self.colours.setAccessibleName(tr("Colours of the heat map"))
        self.colours.currentIndexChanged.connect(lambda at: overlay.set_colours(COLOUR_MAPS[at]))
        self._hint = QLabel(self)
        self._hint.setObjectName("dim")
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addWidget(self.lungs)
        layout.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Opacity"), self))
        row.addWidget(self.opacity, 1)
        row.addWidget(self.colours)
        layout.addLayout(row)
        layout.addWidget(self._hint)
        overlay.changed.connect(self._show)
        lungs.changed.connect(self._show_lungs)
        self._show(overlay.state)

    def show_keys(self, heat: str, lungs: str) -> None:
        """Name the keys of the two switches."""
        for button, words, key in (
            (self.switch, tr("Heat map"), heat),
            (self.lungs, tr("Lungs outline"), lungs),
        ):
            button.setText(f"{words} ({key})" if key else words)

    def _show_lungs(self, state: LungsState) -> None:
        self.lungs.setChecked(state.on)

    def _show(self, state: OverlayState) -> None:
        available = self._overlay.available
        self.switch.setEnabled(available)
        self.switch.setChecked(state.on)
        self.opacity.setEnabled(available)
        self.opacity.setValue(round(100 * state.opacity))
        self.colours.setEnabled(available)
        self.colours.setCurrentIndex(COLOUR_MAPS.index(state.colours))
        name = wording.finding_name(state.finding) if state.finding else ""
        self._hint.setText(
            tr("{name}: where the model looked, not where disease is.", name=name)
            if available and name
            else tr("No heat map for this film.")
        )
