"""One film of the worklist, however long that is: only the names on show are made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QWidget

from viewer.entries import Entry
from viewer.language import tr
from viewer.worklist.model import title

_LETTERS = 24
_ROW_PX = 22
_TOP: QModelIndex = QModelIndex()


class FilmNames(QAbstractListModel):
    """No film, and then all of the worklist in order of arrival."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        """Offer what is there."""
        super().__init__(parent)
        self._entries, self._count = entries, len(entries)

    def offer(self) -> None:
        """Offer what is there now."""
        count = len(self._entries)
        if count > self._count:
            self.beginInsertRows(_TOP, self._count + 1, count)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        self.dataChanged.emit(self.index(0), self.index(count))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:  # noqa: N802
        """Return the number of films, and one."""
        return 0 if parent.isValid() else self._count + 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return a film's name."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW_PX)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return title(self._entries[index.row() - 1]) if index.row() else tr("No other film")


class FilmChooser(QComboBox):
    """Chooses a film or none; opens at once, where Qt would first look at every row."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        """Choose none."""
        super().__init__(parent)
        names = QListView(self)
        names.setUniformItemSizes(True)
        self.setView(names)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._names = FilmNames(entries, self)
        self.setModel(self._names)

    @property
    def number(self) -> int | None:
        """The film that is chosen."""
        return self.currentIndex() - 1 if self.currentIndex() > 0 else None

    def offer(self) -> None:
        """Offer what is there now; what is chosen stays chosen."""
        self._names.offer()
        self.setCurrentIndex(max(self.currentIndex(), 0))

    def showPopup(self) -> None:  # noqa: N802
        """Show the names, below or above."""
        names, box = self.view(), self.view().parentWidget()
        assert isinstance(names, QListView)
        assert isinstance(box, QFrame)
        rows = min(self.maxVisibleItems(), self.count())
        height = rows * _ROW_PX + 2 * (box.frameWidth() + names.frameWidth())
        place = QRect(self.mapToGlobal(QPoint(0, self.height())), QSize(self.width(), height))
        if place.bottom() > self.screen().availableGeometry().bottom():
            place.moveBottom(self.mapToGlobal(QPoint(0, 0)).y())
        box.setGeometry(place)
        box.show()
        names.setFocus()
        names.setCurrentIndex(self.model().index(self.currentIndex(), 0))
        names.scrollTo(names.currentIndex())
