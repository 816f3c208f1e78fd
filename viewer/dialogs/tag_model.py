"""Attributes of one or two files as Qt's views want them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from engine.exchange.attributes import Attribute, Difference
from viewer import assets, fuzzy
from viewer.language import tr

ROW_ROLE = Qt.ItemDataRole.UserRole
_TOP: QModelIndex = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_INDENT = "    "
VALUE = 3


class TagModel(QAbstractTableModel):
    """One row an attribute; the last column, of another film, only where two are compared."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[Difference, ...] = ()
        self.compared = False
        self._hidden = False

    def show(self, rows: tuple[Difference, ...], *, compared: bool, hidden: bool) -> None:
        """Show other attributes; ``hidden`` leaves out what may name a person."""
        self.beginResetModel()
        self._rows, self.compared, self._hidden = rows, compared, hidden
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of attributes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of columns."""
        return 0 if parent.isValid() else (5 if self.compared else 4)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        other = tr("Value in the other film")
        return (tr("Tag"), tr("Name"), tr("VR"), tr("Value"), other)[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, the colour of what differs, and the row itself."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(row)[index.column()]
            case Qt.ItemDataRole.ToolTipRole if index.column() >= VALUE:
                return self.words(row)[index.column()]
            case Qt.ItemDataRole.ForegroundRole if self.compared and row.differs:
                return assets.AMBER
        return row if role == ROW_ROLE else None

    def words(self, row: Difference) -> tuple[str, ...]:
        """Return what stands in a row's columns."""
        either = row.either
        name = _INDENT * either.depth + either.name
        mark = "≠ " if self.compared and row.differs else ""
        own, other = (self._value(each) for each in (row.first, row.second))
        return either.tag, mark + name, either.vr, own, other

    def _value(self, attribute: Attribute | None) -> str:
        if attribute is None:
            return "–"
        if self._hidden and attribute.identifying and attribute.value:
            return tr("hidden")
        return attribute.value


class TagFilter(QSortFilterProxyModel):
    """Only what holds the reader's words, and only what differs where that is wanted."""

    def __init__(self, model: TagModel, parent: QObject | None = None) -> None:
        """Keep the file's order."""
        super().__init__(parent)
        self._model = model
        self._wanted = ""
        self._differing = False
        self.setSourceModel(model)

    def want(self, words: str, *, differing: bool) -> None:
        """Keep the attributes whose tag, name, keyword or value holds these words."""
        self.beginFilterChange()
        self._wanted, self._differing = fuzzy.fold(words).strip(), differing
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:  # noqa: N802
        """Match."""
        row: Difference = self._model.index(source_row, 0, source_parent).data(ROW_ROLE)
        if self._differing and self._model.compared and not row.differs:
            return False
        words = " ".join((*self._model.words(row), row.either.keyword))
        return self._wanted in fuzzy.fold(words)
