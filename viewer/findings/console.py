"""The threshold console: one sensitivity slider, and what the setting means."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from engine.models import operating
from engine.models.card import ModelCard
from viewer import wording
from viewer.entries import Progress, Setting, sensitivity_range
from viewer.language import tr
from viewer.session import Session


def setting_sentence(card: ModelCard, setting: Setting, *, flagged: int, scored: int) -> str:
    """Say what a setting means for the film as a whole (its alarm, "abnormal")."""
    point = operating.operating_point(card, card.alarm, setting.sensitivity)
    return tr(
        "At this setting: sensitivity {sensitivity} ({sensitivity_range}), specificity"
        " {specificity} ({specificity_range}), PPV {ppv}, NPV {npv} at prevalence {prevalence};"
        " {flagged} of {scored} flagged",
        sensitivity=wording.percent(point.sensitivity),
        sensitivity_range=wording.percent_range(point.sensitivity_interval),
        specificity=wording.percent(point.specificity),
        specificity_range=wording.percent_range(point.specificity_interval),
        ppv=wording.percent(point.ppv(setting.prevalence)),
        npv=wording.percent(point.npv(setting.prevalence)),
        prevalence=f"{100 * setting.prevalence:g} %",
        flagged=flagged,
        scored=scored,
    )


class ThresholdConsole(QWidget):
    """Slider, prevalence and their sentence."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the console and listen to the session."""
        super().__init__(parent)
        self._session = session
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self._wanted = QLabel(self)
        self.prevalence = QDoubleSpinBox(self)
        self.meaning = QLabel(self)
        self.refused = QLabel(self)
        self.accept = QPushButton(tr("Use this setting with this model"), self)
        self._prepare()
        self._arrange()
        session.setting_changed.connect(self._show)
        session.progress_changed.connect(self._show)
        session.model_changed.connect(self._show)
        self._show()

    def _prepare(self) -> None:
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(tr("Sensitivity in per cent"))
        self.slider.valueChanged.connect(lambda value: self._session.set_sensitivity(value / 100))
        self.prevalence.setRange(0.1, 99.0)
        self.prevalence.setDecimals(1)
        self.prevalence.setSuffix(" %")
        self.prevalence.setAccessibleName(tr("Assumed prevalence in per cent"))
        self.prevalence.setToolTip(
            tr("Share of abnormal films that you expect; moves PPV and NPV.")
        )
        self.prevalence.valueChanged.connect(
            lambda value: self._session.set_prevalence(round(value / 100, 4))
        )
        self.refused.setObjectName("amber")
        self.refused.setWordWrap(True)
        self.accept.clicked.connect(self._session.ordering.accept)
        self.meaning.setWordWrap(True)
        self.meaning.setAccessibleName(tr("What this setting means"))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        caption = QLabel(tr("Sensitivity"), self)
        caption.setBuddy(self.slider)
        row.addWidget(caption)
        row.addWidget(self.slider, 1)
        row.addWidget(self._wanted)
        layout.addLayout(row)
        form = QFormLayout()
        form.addRow(tr("Prevalence"), self.prevalence)
        layout.addLayout(form)
        layout.addWidget(self.refused)
        layout.addWidget(self.accept)
        layout.addWidget(self.meaning)

    def _show(self, _value: Setting | Progress | object = None) -> None:
        setting, progress = self._session.setting, self._session.progress
        self._show_slider(setting)
        self.prevalence.setValue(100 * setting.prevalence)
        self._wanted.setText(wording.percent(setting.sensitivity))
        refused = self._session.ordering.refused
        self.refused.setText("" if refused is None else tr(refused.because, **refused.values))
        self.refused.setVisible(refused is not None)
        self.accept.setVisible(refused is not None)
        card = self._session.model.card
        if card is None:
            self.meaning.clear()
            return
        scored = progress.scored - progress.hidden
        words = setting_sentence(card, setting, flagged=progress.flagged, scored=scored)
        self.meaning.setText(words.replace(" %", "\u00a0%"))

    def _show_slider(self, setting: Setting) -> None:
        low, high = sensitivity_range(self._session.model.card)
        self.slider.setEnabled(self._session.model.card is not None)
        # What Qt cuts to a new range is no wish of the reader's.
        with QSignalBlocker(self.slider):
            self.slider.setRange(round(100 * low), round(100 * high))
            self.slider.setValue(round(100 * setting.sensitivity))
        self.slider.setToolTip(
            tr(
                "Wanted sensitivity on the model's calibration films: further right flags more"
                " films. Scores never change, only where they are cut. This model's curves run from"
                " {low} to {high}.",
                low=wording.percent(low),
                high=wording.percent(high),
            )
        )
