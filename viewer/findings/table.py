"""The findings of the selected film: name, probability with interval, threshold tick, state."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from engine.models.card import NORMAL
from engine.triage.reading import Opinion
from engine.types import Label, State
from viewer import assets, wording
from viewer.language import tr

LABEL_ROLE = Qt.ItemDataRole.UserRole
CAVEAT_ROLE = Qt.ItemDataRole.UserRole + 1
NAME_ROLE = Qt.ItemDataRole.UserRole + 2
OPINION_ROLE = Qt.ItemDataRole.UserRole + 3
_TOP: QModelIndex = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_FILL = {
    State.FLAGGED: assets.FLAGGED,
    State.UNCERTAIN: assets.UNCERTAIN,
    State.BELOW: assets.BELOW,
}
_MARK = {State.FLAGGED: "▲", State.UNCERTAIN: "◆", State.BELOW: "▽"}
_PADDING = 8
_NARROWEST = 260
_WRAPPED = Qt.TextFlag.TextWordWrap
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def state_words(label: Label) -> str:
    """Return the state in a word; "normal" is never an alarm, nor sure on an unfamiliar film."""
    over = label.finding.probability >= label.threshold
    if label.finding.name == NORMAL and over is (label.state is State.FLAGGED):
        return tr("Reached") if over else tr("Not reached")
    return tr(wording.STATE_WORDS[label.state])


def sentence(label: Label) -> str:
    """Return a finding as one would read it out."""
    finding = label.finding
    return tr(
        "{finding}: {state}, probability {probability} (95 % interval {interval}), threshold"
        " {threshold}",
        finding=wording.finding_name(finding.name),
        state=state_words(label),
        probability=wording.percent(finding.probability),
        interval=wording.percent_range(finding.interval),
        threshold=wording.percent(label.threshold),
    )


def opinion_words(opinion: str) -> str:
    """Return the reader's word on a finding."""
    return tr("You: {word}", word=tr(wording.OPINIONS[Opinion(opinion)]))


def differs(label: Label | None, opinion: str) -> bool:
    """Whether the reader contradicts the model."""
    if label is None or opinion not in (Opinion.PRESENT, Opinion.ABSENT):
        return False
    return (opinion == Opinion.PRESENT) is not (label.state is State.FLAGGED)


def _alarms(label: Label) -> bool:
    return label.state is State.FLAGGED and label.finding.name != NORMAL


class FindingsModel(QAbstractListModel):
    """One row a finding, in the order given."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._labels: dict[str, Label] = {}
        self._caveats: dict[str, str] = {}
        self._opinions: Mapping[str, str] = {}

    def show(
        self,
        names: tuple[str, ...],
        labels: tuple[Label, ...],
        caveats: dict[str, str],
        opinions: Mapping[str, str],
    ) -> None:
        """Show the findings of a film under the present setting; names alone where labels lack.

        ``opinions`` are the reader's, finding -> `engine.triage.reading.Opinion`.
        """
        self.beginResetModel()
        self._names, self._caveats, self._opinions = names, caveats, opinions
        self._labels = {label.finding.name: label for label in labels}
        self.endResetModel()

    def row_of(self, finding: str) -> int:
        """Return a finding's row, -1 where it is not listed."""
        return self._names.index(finding) if finding in self._names else -1

    def rowCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return words for eyes and screen readers, and the label for the delegate."""
        name = self._names[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return wording.finding_name(name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(name)
            case Qt.ItemDataRole.ToolTipRole:
                caveat, said = self._caveats.get(name, ""), self._sentence(name)
                return f"<p>{said}</p><p>{caveat}</p>" if caveat else said
        roles = {
            LABEL_ROLE: self._labels.get(name),
            CAVEAT_ROLE: self._caveats.get(name, ""),
            NAME_ROLE: name,
            OPINION_ROLE: self._opinions.get(name, ""),
        }
        return roles.get(role)

    def _sentence(self, name: str) -> str:
        label, opinion = self._labels.get(name), self._opinions.get(name, "")
        said = wording.finding_name(name) if label is None else sentence(label)
        return f"{said}; {opinion_words(opinion)}" if opinion else said


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding: words above, bar below, its caveat in small letters."""

    def sizeHint(  # noqa: N802
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return a finding's height."""
        metrics: QFontMetrics = option.fontMetrics
        if index.data(LABEL_ROLE) is None:
            return QSize(_NARROWEST, metrics.height() + 14)
        height = 2 * metrics.height() + 20
        view = option.widget
        if isinstance(view, QAbstractItemView) and index.data(CAVEAT_ROLE):
            width = view.viewport().width() - 2 * _PADDING
            height += _caveat_height(option.font, index.data(CAVEAT_ROLE), width) + 2
        return QSize(_NARROWEST, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the finding."""
        label: Label | None = index.data(LABEL_ROLE)
        frame: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(frame, assets.CHOSEN if chosen else assets.FIELD)
        area = frame.adjusted(_PADDING, _PADDING - 2, -_PADDING, -_PADDING)
        metrics = QFontMetrics(painter.font())
        line = QRect(area.left(), area.top(), area.width(), metrics.height())
        self._words(painter, line, index)
        if label is not None:
            line.translate(0, metrics.height() + 1)
            self._share(painter, line, label)
            room = metrics.horizontalAdvance("100 % (90–100)") + 12
            bar = QRectF(line.left(), line.top() + (line.height() - 9) / 2, line.width() - room, 9)
            paint_bar(painter, bar, label)
            self._caveat(painter, area.adjusted(0, 2 * metrics.height() + 6, 0, _PADDING), index)
        painter.restore()

    def _words(self, painter: QPainter, line: QRect, index: _Index) -> None:
        label: Label | None = index.data(LABEL_ROLE)
        opinion: str = index.data(OPINION_ROLE)
        flagged = label is not None and _alarms(label)
        font = QFont(painter.font())
        font.setBold(flagged)
        painter.save()
        painter.setFont(font)
        painter.setPen(assets.BRIGHT if flagged else assets.TEXT)
        name, state = wording.finding_name(index.data(NAME_ROLE)), ""
        painter.drawText(line, _LEFT, name)
        if label is not None:
            mark = "" if label.finding.name == NORMAL else f"{_MARK[label.state]} "
            state = f"{mark}{state_words(label)}"
            painter.setPen(assets.AMBER if flagged else assets.DIM)
            painter.drawText(line, _RIGHT, state)
        if opinion:
            metrics = QFontMetrics(font)
            taken = metrics.horizontalAdvance(f"{name}   "), metrics.horizontalAdvance(f"  {state}")
            said = line.adjusted(taken[0], 0, -taken[1], 0)
            painter.setPen(assets.AMBER if differs(label, opinion) else assets.BRIGHT)
            mark = "≠" if differs(label, opinion) else "✓"
            words = f"{mark} {tr(wording.OPINIONS[Opinion(opinion)])}"
            fits = metrics.horizontalAdvance(words) <= said.width()
            painter.drawText(said, _LEFT, words if fits else mark)
        painter.restore()

    def _share(self, painter: QPainter, line: QRect, label: Label) -> None:
        finding = label.finding
        painter.setPen(assets.TEXT)
        share = wording.percent(finding.probability)
        painter.drawText(line, _RIGHT, f"{share} ({wording.percent_range(finding.interval)})")

    def _caveat(self, painter: QPainter, area: QRect, index: _Index) -> None:
        caveat = index.data(CAVEAT_ROLE)
        if caveat:
            painter.setFont(_caveat_font(painter.font()))
            painter.setPen(assets.CAVEAT)
            painter.drawText(area, _WRAPPED, caveat)


def _caveat_font(of: QFont) -> QFont:
    font = QFont(of)
    font.setBold(False)
    font.setPointSizeF(font.pointSizeF() - 1)
    return font


def _caveat_height(of: QFont, caveat: str, width: int) -> int:
    room = QRect(0, 0, width, 10_000)
    return QFontMetrics(_caveat_font(of)).boundingRect(room, _WRAPPED, caveat).height()


def paint_bar(painter: QPainter, area: QRectF, label: Label) -> None:
    """Draw probability as a bar, its interval as a lighter whisker, the threshold as a tick."""
    finding = label.finding
    state = State.BELOW if finding.name == NORMAL else label.state
    painter.fillRect(area, assets.TROUGH)
    filled = QRectF(area)
    filled.setWidth(area.width() * finding.probability)
    painter.fillRect(filled, _FILL[state])
    low, high = (area.left() + area.width() * share for share in finding.interval)
    middle = area.center().y()
    painter.setPen(QPen(assets.BRIGHT, 1))
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - 2), QPointF(end, middle + 2))
    tick = area.left() + area.width() * label.threshold
    painter.fillRect(QRectF(tick - 1, area.top() - 3, 2, area.height() + 6), QColor("#ffffff"))
