"""What is known of the heat map on show: its share in the lungs, and how far to rely on it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.models.trust import Trust
from viewer.language import tr
from viewer.reliability import MapReliability, MapWatch, share_words

_MARKS = {"good": "●●●", "fair": "●●○", "poor": "●○○"}
_LINES = 2


def badge_words(state: MapReliability) -> str:
    """Return the badge: never colour alone."""
    if not state.shown:
        return ""
    if state.trust is None:
        return state.problem or tr("Map reliability: measuring …")
    return tr(
        "Map reliability: {grade}", grade=f"{_MARKS[state.trust.grade]} {tr(state.trust.grade)}"
    )


def badge_tip(trust: Trust) -> str:
    """Return the badge's sentence with the figures behind it."""
    share = trust.in_lung_share
    return "".join(
        (
            f"<p>{trust.sentence}</p><p>",
            "" if share is None else tr("In the lungs: {share}", share=f"{share:.0%}") + "<br>",
            tr(
                "Correlation with the maps of the film moved a little: {value}",
                value=f"{trust.stability:.2f}",
            )
            + "<br>",
            _change(trust.deletion_drop) + "</p>",
        )
    ).replace("%", " %")


def _change(drop: float) -> str:
    if drop > 0:
        return tr("Without what the map marks the probability falls by {drop}", drop=f"{drop:.0%}")
    return tr("Without what the map marks the probability does not fall")


class MapLines(QWidget):
    """Two lines, whose room is kept so that no control moves when they fill."""

    def __init__(self, watch: MapWatch, parent: QWidget | None = None) -> None:
        """Follow the map on show."""
        super().__init__(parent)
        self.share, self.badge = QLabel(self), QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self.share, self.badge):
            label.setWordWrap(True)
            layout.addWidget(label)
        self.setMinimumHeight(_LINES * self.fontMetrics().height() + 8)
        watch.changed.connect(self._show)
        self._show(watch.state)

    def _show(self, state: MapReliability) -> None:
        self.share.setText(share_words(state))
        self.badge.setText(badge_words(state))
        poor = state.trust is not None and state.trust.grade == "poor"
        self.badge.setObjectName("amber" if poor else "")
        self.badge.style().polish(self.badge)
        tip = "" if state.trust is None else badge_tip(state.trust)
        self.badge.setToolTip(tip)
        self.badge.setAccessibleDescription("" if state.trust is None else state.trust.sentence)
