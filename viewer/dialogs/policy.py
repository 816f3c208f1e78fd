"""The order of the list: weights, longest wait, allowed risk, and what they would do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from engine.models.card import NORMAL
from engine.models.lanes import Lane, Release
from engine.models.weights import reason_of
from engine.triage.queue import Policy
from engine.triage.simulator import Comparison, Waits
from viewer import wording
from viewer.jobs import Reply
from viewer.language import tr
from viewer.session import Session

_STILL_MS = 250
COLUMNS = (
    "Lane",
    "Films",
    "Median\nbefore",
    "Median\nafter",
    "9 of 10\nbefore",
    "9 of 10\nafter",
    "Longest\nbefore",
    "Longest\nafter",
)


def release_words(release: Release) -> str:
    """Return why there is a low-risk lane, or none, in the reader's language."""
    values = dict(release.values)
    if "finding" in values:
        values["finding"] = wording.finding_name(values["finding"])
    return tr(release.because, **values) if release.because else ""


def minutes(seconds: float) -> str:
    """Return a waiting time as hours and minutes."""
    hours, rest = divmod(round(seconds / 60), 60)
    if hours:
        return f"{hours} h {rest:02} min"
    return f"{rest} min" if seconds >= 90 else f"{seconds:.0f} s"


def _number(films: float) -> str:
    """Return how many films; what is an average keeps its tenths."""
    if 0 < films < 0.1:
        return "<0.1"
    return f"{films:.0f}" if films == round(films) else f"{films:.1f}"


class PolicyDialog(QDialog):
    """Shows what a policy would do before it is switched on; ``chosen`` gives the policy."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin with the policy in force."""
        super().__init__(parent)
        self.setWindowTitle(tr("Order and lanes"))
        self._session = session
        self._request = 0
        self.weights: dict[str, QDoubleSpinBox] = {}
        self.wait = QSpinBox(self)
        self.risk = QDoubleSpinBox(self)
        self.release = QLabel(self)
        self.reading = QSpinBox(self)
        self.readers = QSpinBox(self)
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.note = QLabel(self)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.RestoreDefaults, self)
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._prepare()
        self._arrange()
        self._show(session.ordering.policy)
        for share in (*self.weights.values(), self.risk):
            share.valueChanged.connect(self._follow)
        for whole in (self.wait, self.reading, self.readers):
            whole.valueChanged.connect(self._follow)
        self._follow()

    @property
    def policy(self) -> Policy:
        """The policy as the controls have it."""
        card = self._session.model.card
        own = {} if card is None else card.urgency_weights
        kept = self._session.ordering.policy.weights
        changed = {
            name: round(control.value(), 2)
            for name, control in self.weights.items()
            if abs(control.value() - own.get(name, -1)) > 0.001
        }
        others = {name: weight for name, weight in kept.items() if name not in self.weights}
        return Policy({**others, **changed}, 60.0 * self.wait.value(), self.risk.value() / 100)

    def _prepare(self) -> None:
        self.wait.setRange(0, 7 * 24 * 60)
        self.wait.setSingleStep(30)
        self.wait.setSuffix(" min")
        self.wait.setSpecialValueText(tr("No limit"))
        self.wait.setAccessibleName(tr("Longest wait in minutes"))
        self.wait.setToolTip(
            tr("A film that has waited for so long comes next, behind pinned and STAT ones.")
        )
        self.risk.setRange(0.0, 50.0)
        self.risk.setDecimals(1)
        self.risk.setSingleStep(0.5)
        self.risk.setSuffix(" %")
        self.risk.setSpecialValueText(tr("No low-risk lane"))
        self.risk.setAccessibleName(tr("Allowed share of positive studies in the low-risk lane"))
        self.reading.setRange(1, 3600)
        self.reading.setValue(60)
        self.reading.setSuffix(" s")
        self.reading.setAccessibleName(tr("Reading a film takes"))
        self.readers.setRange(1, 50)
        self.readers.setAccessibleName(tr("Readers"))
        for label in (self.release, self.note):
            label.setWordWrap(True)
        self.note.setObjectName("dim")
        self.table.setHorizontalHeaderLabels([tr(words) for words in COLUMNS])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(
            0, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.horizontalHeader().setMinimumHeight(2 * self.fontMetrics().height() + 8)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("Waiting times before and after"))
        self._still.timeout.connect(self._simulate)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        restore = self.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        restore.clicked.connect(lambda: self._show(Policy()))

    def _arrange(self) -> None:
        rules = QFormLayout()
        rules.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        rules.addRow(tr("Longest wait"), self.wait)
        rules.addRow(tr("Positive studies in the low-risk lane, at most"), self.risk)
        rules.addRow(self.release)
        given = QHBoxLayout()
        for words, control in ((tr("Reading a film takes"), self.reading),
                               (tr("Readers"), self.readers)):  # fmt: skip
            caption = QLabel(words, self)
            caption.setBuddy(control)
            given.addWidget(caption)
            given.addWidget(control)
        given.addStretch()
        simulated = QGroupBox(tr("What it would do to this list"), self)
        inner = QVBoxLayout(simulated)
        inner.addLayout(given)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.addWidget(self._weights_box())
        layout.addLayout(rules)
        layout.addWidget(simulated, 1)
        layout.addWidget(self.buttons)
        self.resize(860, 760)

    def _weights_box(self) -> QGroupBox:
        box = QGroupBox(tr("What weighs how much"), self)
        grid = QGridLayout(box)
        grid.setColumnStretch(2, 1)
        card = self._session.model.card
        for row, name in enumerate(n for n in (card.findings if card else ()) if n != NORMAL):
            control = QDoubleSpinBox(box)
            control.setRange(0.0, 1.0)
            control.setSingleStep(0.05)
            control.setAccessibleName(wording.finding_name(name))
            caption = QLabel(wording.finding_name(name), box)
            caption.setBuddy(control)
            because = QLabel(tr(reason_of(name)) if reason_of(name) else "", box)
            because.setObjectName("dim")
            self.weights[name] = control
            for column, widget in enumerate((caption, control, because)):
                grid.addWidget(widget, row, column)
        return box

    def _show(self, policy: Policy) -> None:
        weights = self._session.ordering.rule_of(policy).weights
        for name, control in self.weights.items():
            control.setValue(weights.get(name, 0.0))
        self.wait.setValue(round(policy.longest_wait_s / 60))
        self.risk.setValue(100 * policy.risk)

    def _follow(self, _value: object = None) -> None:
        self.release.setText(release_words(self._session.ordering.rule_of(self.policy).release))
        self._still.start()

    def _simulate(self) -> None:
        def arrived(reply: Reply) -> None:
            if isValid(self) and reply.request == self._request:
                self._tell(reply.value)

        session = self._session
        self._request = session.ordering.simulate(
            self.policy,
            session.setting,
            arrived,
            reading_s=self.reading.value(),
            readers=self.readers.value(),
        )

    def _tell(self, found: Comparison | None) -> None:
        self.table.setRowCount(0)
        if found is None:
            self.note.setText(tr("The list is empty: there is nothing to simulate."))
            return
        self._row(tr("All films"), found.before[None], found.after[None])
        for lane in Lane:
            if lane in found.after:
                self._row(tr(wording.LANES[lane]), found.before[lane], found.after[lane])
        self._row(tr("Missed (simulated)"), found.missed_before, found.missed_after)
        self.note.setText(
            tr(
                "Before: first come, first read. Missed: positive films below their threshold, as"
                " many as the model's sensitivity and your prevalence let expect, drawn 200 times;"
                " their longest wait holds in 19 of 20 draws."
            )
        )

    def _row(self, name: str, before: Waits, after: Waits) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        reads: tuple[Callable[[Waits], float], ...] = (
            lambda w: w.median_s,
            lambda w: w.ninetieth_s,
            lambda w: w.longest_s,
        )
        cells = [
            name,
            _number(after.films),
            *(minutes(read(side)) for read in reads for side in (before, after)),
        ]
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, column, item)

    def _save(self) -> None:
        self.chosen.emit(self.policy)
        self.accept()
