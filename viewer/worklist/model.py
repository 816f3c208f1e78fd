"""The worklist as Qt's views want it: the wanted films in the wanted order."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from viewer import assets
from viewer.entries import Entry
from viewer.films import Numbers
from viewer.language import tr
from viewer.session import Session
from viewer.worklist import columns
from viewer.worklist.columns import BY_ID, FIRST, TELLING, ListColumn
from viewer.worklist.columns import lane_words as lane_words
from viewer.worklist.columns import reading_words as reading_words
from viewer.worklist.columns import status_words as status_words
from viewer.worklist.columns import title as title
from viewer.worklist.columns import top_finding as top_finding
from viewer.worklist.dragging import mime_of
from viewer.worklist.facets import KEY_IMAGE, Sieve, Wanted

ENTRY_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_TOP: QModelIndex = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_OF_STATE = frozenset({"urgency", "finding", "chance"})
_NO_NUMBERS: Numbers = np.zeros(0, np.int64)


class WorklistModel(QAbstractTableModel):
    """One row a film that the reader wants to see.

    A row's film is known by its number; the view asks for what it shows, a dozen rows of 100,000.
    So nothing is kept of a row, and order and filter are one array. There is no
    QSortFilterProxyModel: it would call Python for every comparison, a million times a move of
    the slider.

    Attributes
    ----------
    numbers : ndarray
        The films' numbers, from top to bottom.
    wanted : Wanted
        What the list is narrowed to.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Listen to the session."""
        super().__init__(parent)
        self._session = session
        self._sieve = Sieve(session.films)
        self._keys: tuple[frozenset[str], int, list[int]] = (frozenset(), -1, [])
        self.columns: tuple[ListColumn, ...] = (FIRST,)
        self.sorting, self.falling = BY_ID["urgency"], False
        self.wanted = Wanted()
        self.numbers = _NO_NUMBERS
        self._places: Numbers = _NO_NUMBERS
        session.entries_added.connect(self.refresh)
        session.entries_changed.connect(self.refresh)
        session.entries_updated.connect(self.refresh)
        session.identity_changed.connect(self.refresh)
        session.markups.key_images_changed.connect(self.refresh)
        self.refresh()

    # what is shown

    def set_wanted(self, wanted: Wanted) -> None:
        """Narrow the list."""
        self.wanted = wanted
        self.refresh()

    def set_columns(self, ids: Sequence[str]) -> None:
        """Show other columns; the first stands always."""
        self.beginResetModel()
        kept = [BY_ID[name] for name in ids if name in BY_ID and BY_ID[name] is not FIRST]
        self.columns = (FIRST, *kept)
        self.endResetModel()

    def sort_by(self, name: str, *, falling: bool = False) -> None:
        """Sort by a column, shown or not."""
        self.sorting, self.falling = BY_ID.get(name, BY_ID["urgency"]), falling
        self.refresh()

    def place(self, number: int) -> int:
        """Return the row of a film, -1 where it is not wanted."""
        return int(self._places[number]) if 0 <= number < len(self._places) else -1

    def key_images(self) -> list[int]:
        """Return the films that are kept as key images."""
        films, uids = self._session.films, self._session.markups.key_image_uids
        if self._keys[:2] != (uids, films.changes):
            self._keys = uids, films.changes, films.numbers_of("sop_instance_uid", uids)
        return self._keys[2]

    def refresh(self, _value: object = None) -> None:
        """Follow the films; whoever holds a row goes with its film."""
        films = self._session.films
        if len(films) < len(self._places):  # emptied
            self.beginResetModel()
            self.numbers = self._places = _NO_NUMBERS
            self.endResetModel()
        before, numbers = self.numbers, self._wanted_numbers()
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        self.numbers = numbers
        self._places = np.full(len(films), -1, np.int64)
        self._places[numbers] = np.arange(len(numbers))
        moved = [
            self.index(place, index.column()) if place >= 0 else QModelIndex()
            for index in held
            for place in (self.place(int(before[index.row()])),)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _wanted_numbers(self) -> Numbers:
        session, hidden = self._session, self._session.identity_hidden
        films, by = session.films, self.sorting
        if hidden and by.id in TELLING:
            by = BY_ID["urgency"]
        if hidden and by is FIRST:
            numbers: Numbers = np.arange(len(films))[:: -1 if self.falling else 1]
        else:
            numbers = columns.sorted_numbers(films, by, falling=self.falling)
        mask = self._sieve.mask(self.wanted, self.key_images(), hidden=hidden)
        return numbers if mask is None else numbers[mask[numbers]]

    # what Qt asks

    def rowCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of wanted films."""
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].words)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text for eyes and for screen readers, and the entry for the delegate."""
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, self.columns[index.column()])
            case Qt.ItemDataRole.ForegroundRole:
                said = self.columns[index.column()].id in _OF_STATE
                return assets.AMBER if entry.flagged and said else None
            case Qt.ItemDataRole.ToolTipRole:
                lines = (entry.row.name, status_words(entry), *map(tr, entry.row.warnings))
                return "\n".join((*lines, *self._key(entry)))
            case Qt.ItemDataRole.AccessibleTextRole:
                place = lane_words(entry), reading_words(entry)
                words = (title(entry), status_words(entry), top_finding(entry), *place)
                return ", ".join(filter(None, (*words, *self._key(entry))))
        if role == KEY_ROLE:
            return self._session.is_key_image(entry)
        return entry if role == ENTRY_ROLE else None

    def entry(self, row: int) -> Entry:
        """Return the film of a row."""
        return self._session.entries[int(self.numbers[row])]

    def _text(self, entry: Entry, column: ListColumn) -> str:
        if self._session.identity_hidden and column.id in TELLING:
            return ""
        return column.text(entry)

    def _key(self, entry: Entry) -> tuple[str, ...]:
        return (tr(KEY_IMAGE),) if self._session.is_key_image(entry) else ()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let films be dragged into a viewport."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else own

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return what is dragged."""
        return mime_of(self.entry(indexes[0].row()).number)
