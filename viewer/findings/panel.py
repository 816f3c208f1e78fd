"""The right side of the window: what the model says of the selected film."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.models.correcting import CORRECTIONS
from engine.triage.pipeline import Status
from viewer import wording
from viewer.discretion import PHANTOM
from viewer.entries import Entry, Model
from viewer.findings.console import ThresholdConsole
from viewer.findings.heat_controls import HeatControls
from viewer.findings.map_lines import MapLines
from viewer.findings.table import NAME_ROLE, FindingDelegate, FindingsModel
from viewer.findings.verdicts import VerdictLines
from viewer.language import tr
from viewer.session import Session

_HASH_LETTERS = 8


def model_line(model: Model) -> str:
    """Return the model's identity."""
    if model.assessor is None:
        return model.problem or tr("Loading the model …")
    card = model.assessor.card
    return f"{card.id} {card.version} · {model.assessor.model_sha256[:_HASH_LETTERS]}"


def provider_line(model: Model, entry: Entry | None) -> str:
    """Return what the network ran on and how long the film took, e.g. ``CPU · 14 ms``."""
    if model.assessor is None:
        return ""
    if entry is None or entry.row.status is not Status.SCORED:
        return model.assessor.provider
    return f"{model.assessor.provider} · {entry.row.infer_ms:.0f} ms"


def notice_line(model: Model, entry: Entry | None) -> str:
    """Return what the reader must know of the scores: where they ran, and of whom they are."""
    notices = [] if model.assessor is None else [model.assessor.notice]
    if entry is not None and entry.row.identity.patient_name.startswith(PHANTOM):
        notices.append(tr("A computed phantom, no person: its scores mean nothing."))
    if entry is not None and entry.row.assessed is not None:
        notices.extend(entry.row.assessed.assessment.notices)
    return "\n".join(tr(notice) for notice in notices if notice)


def refusal(entry: Entry | None) -> str:
    """Return what replaces the findings, empty where there are some."""
    if entry is None:
        return tr("Select a film in the worklist.")
    if entry.hidden:
        return ""
    if entry.told:
        return entry.told
    if entry.row.status is Status.UNREADABLE:
        return tr("Unreadable: {reason}", reason=tr(entry.row.reason))
    scored = entry.row.status is Status.SCORED
    return "" if scored else wording.not_scored(entry.row.reason)


class Refused(QWidget):
    """Why there are no findings, and the correction with which there would be some."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Listen to the session."""
        super().__init__(parent)
        self._correcting = session.correcting
        self.reason, self.problem = _label("amber"), _label("amber")
        self.offer = QPushButton(self)
        self.reason.setAccessibleName(tr("Why there are no findings"))
        self.offer.setToolTip(
            tr("The findings then say what they were made on. File and picture stay as they are.")
        )
        self.offer.clicked.connect(self._correcting.take)
        self._correcting.changed.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        for widget in (self.reason, self.offer, self.problem):
            layout.addWidget(widget)
        layout.addStretch(1)

    def tell(self, reason: str, name: str) -> None:
        """Show a reason, by the name of a style, and what the film on show is offered."""
        self.reason.setText(reason)
        self.reason.setObjectName(name)
        self.reason.style().polish(self.reason)
        self._show()

    def _show(self) -> None:
        correcting = self._correcting
        how = tr(CORRECTIONS[correcting.offer]) if correcting.offer in CORRECTIONS else ""
        words = tr("Scoring …") if correcting.running else tr("Score it {how}", how=how)
        self.offer.setText(words)
        self.offer.setVisible(bool(how))
        self.offer.setEnabled(correcting.possible)
        self.problem.setText(tr(correcting.problem) if how else "")
        self.problem.setVisible(bool(self.problem.text()))


class ModelName(QLabel):
    """The model's name, which opens its card."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look like something to click on."""
        super().__init__(parent)
        self.setObjectName("link")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the card."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()


class FindingsPanel(QWidget):
    """Header, findings or the reason why there are none, console, heat map controls."""

    card_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the panel and listen to the session."""
        super().__init__(parent)
        self._session = session
        self._model = FindingsModel()
        self._title = _label("title", tr("AI findings"))
        self._identity = ModelName(self)
        self._identity.clicked.connect(self.card_wanted)
        self._provider = _label("dim")
        self._notice = _label("amber")
        self._warning = _label("amber", tr(wording.NOT_FOR_DIAGNOSIS))
        self.refused = Refused(session, self)
        self.list = QListView(self)
        self._stack = QStackedWidget(self)
        self.verdicts = VerdictLines(session, self)
        self.console = ThresholdConsole(session, self)
        self.heat = HeatControls(session.overlay, session.lungs, self)
        self.map_lines = MapLines(session.map_watch, self)
        self._prepare()
        self._arrange()
        session.model_changed.connect(self._show)
        session.selected.connect(self._show)
        session.entries_changed.connect(self._show)
        session.entries_updated.connect(self._show)
        session.findings.changed.connect(self._show_finding)
        self._show()

    def _prepare(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName(tr("Findings"))
        self.list.clicked.connect(self._clicked)
        self.list.activated.connect(self._clicked)
        self.setMinimumWidth(270)

    def _arrange(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.refused)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 8, 6)
        for widget in (self._title, self._identity, self._provider, self._notice, self._warning):
            layout.addWidget(widget)
        layout.addWidget(_rule())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.verdicts)
        layout.addWidget(_rule())
        layout.addWidget(self.console)
        layout.addWidget(_rule())
        layout.addWidget(self.heat)
        layout.addWidget(self.map_lines)

    def _show(self, _value: object = None) -> None:
        entry, model = self._session.entry, self._session.model
        self._identity.setText(model_line(model))
        self._provider.setText(provider_line(model, entry))
        self._provider.setVisible(bool(self._provider.text()))
        notice = notice_line(model, entry)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        if model.assessor is not None:
            self._identity.setToolTip(
                f"{model.assessor.card.title}\nSHA-256 {model.assessor.model_sha256}\n"
                + tr("Click for the model card")
            )
        if entry is not None:
            row = entry.row
            self._provider.setToolTip(
                tr(
                    "read {read} ms, prepare {prepare} ms, network {network} ms",
                    read=f"{row.read_ms:.0f}",
                    prepare=f"{row.prepare_ms:.0f}",
                    network=f"{row.infer_ms:.0f}",
                )
            )
        reason = refusal(entry)
        self.refused.tell(reason, "dim" if entry is None else "amber")
        self._stack.setCurrentWidget(self.refused if reason else self.list)
        said = model.card.caveats if model.card is not None else {}
        caveats = {name: tr(words) for name, words in said.items()}
        labels = () if entry is None else entry.labels
        opinions = {} if entry is None or entry.read is None else entry.read.verdicts
        self._model.show(self._session.findings.listed, labels, caveats, opinions)
        self._show_finding(self._session.findings.selected)

    def _show_finding(self, finding: str) -> None:
        row = self._model.row_of(finding)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))

    def _clicked(self, index: QModelIndex) -> None:
        self._session.findings.select(index.data(NAME_ROLE))


def _label(name: str, words: str = "") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setObjectName("rule")
    return line
