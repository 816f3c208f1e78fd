"""The worklist as Qt's views want it, and its order."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from engine.triage.pipeline import Status
from engine.triage.queue import Place
from engine.triage.reading import ReadState
from viewer import wording
from viewer.entries import Entry
from viewer.language import tr
from viewer.reading import when
from viewer.session import Session
from viewer.worklist.dragging import mime_of

COLUMNS = ("Film", "Urgency", "Finding")
ENTRY_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_TOP: QModelIndex = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def status_words(entry: Entry) -> str:
    """Return what became of a film, in one line."""
    row = entry.row
    if entry.told:
        return entry.told
    if row.status is Status.UNREADABLE:
        return tr("Unreadable: {reason}", reason=tr(row.reason))
    if row.status is Status.NOT_SCORED:
        return wording.not_scored(row.reason)
    if row.status is Status.DOCUMENT:
        return tr("Document: {title}", title=row.title) if row.title else tr("Document")
    return tr(wording.STATE_WORDS[entry.state])


def top_finding(entry: Entry) -> str:
    """Return the foremost finding with its probability, empty where nothing was scored."""
    if entry.foremost is None:
        return ""
    finding = entry.foremost.finding
    return f"{wording.finding_name(finding.name)} {wording.percent(finding.probability)}"


def title(entry: Entry) -> str:
    """Return the patient's name where the film has one, otherwise the file's."""
    name = wording.person_name(entry.row.identity.patient_name)
    return name or wording.file_name(entry.row.name)


def lane_words(entry: Entry) -> str:
    """Return why a film stands where it does: pinned, STAT, waiting for long, or its lane."""
    if entry.film.pinned:
        return tr("Pinned")
    if entry.film.stat:
        return tr("STAT")
    if entry.overdue:
        return tr("Waited long")
    return tr(wording.LANES[entry.film.lane]) if entry.labels else ""


def reading_words(entry: Entry) -> str:
    """Return how far the reading has come, and who has a study; empty where nothing is read."""
    if entry.read_state is None:
        return ""
    words = tr(wording.READ_STATES[entry.read_state])
    if entry.read is None or entry.read_state is not ReadState.READING:
        return words
    return f"{words}: {entry.read.reader}, {when(entry.read)}"


def _by_urgency(entry: Entry) -> Place:
    return entry.place


def _by_name(entry: Entry) -> tuple[str, int]:
    return title(entry).casefold(), entry.number


def _by_finding(entry: Entry) -> tuple[bool, str, float, int]:
    """Group by the foremost finding, the most probable first; what was not scored stands last."""
    if entry.foremost is None:
        return True, "", 0.0, entry.number
    finding = entry.foremost.finding
    return False, wording.finding_name(finding.name), -finding.probability, entry.number


class WorklistModel(QAbstractTableModel):
    """One row a film, in order of arrival."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Listen to the session."""
        super().__init__(parent)
        self._session = session
        self._entries: list[Entry] = list(session.entries)
        session.entries_added.connect(self._add)
        session.entries_changed.connect(self._change)
        session.entries_updated.connect(self._update)
        session.markups.key_images_changed.connect(lambda: self._change(session.entries))

    def _add(self, added: tuple[Entry, ...]) -> None:
        if added:
            first = len(self._entries)
            self.beginInsertRows(_TOP, first, first + len(added) - 1)
            self._entries.extend(added)
            self.endInsertRows()

    def _change(self, entries: tuple[Entry, ...]) -> None:
        if len(entries) != len(self._entries):
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()
        elif entries:
            self._entries = list(entries)
            last = self.index(len(entries) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _update(self, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            self._entries[entry.number] = entry
            last = self.index(entry.number, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(entry.number, 0), last)

    def rowCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of films."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _TOP) -> int:  # noqa: N802
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text for eyes and for screen readers, and the entry for the delegate."""
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                lines = (entry.row.name, status_words(entry), *map(tr, entry.row.warnings))
                return "\n".join((*lines, *self._key(entry)))
            case Qt.ItemDataRole.AccessibleTextRole:
                place = lane_words(entry), reading_words(entry)
                said = (title(entry), status_words(entry), top_finding(entry), *place)
                return ", ".join(filter(None, (*said, *self._key(entry))))
        if role == KEY_ROLE:
            return self._session.is_key_image(entry)
        return entry if role == ENTRY_ROLE else None

    def _key(self, entry: Entry) -> tuple[str, ...]:
        return (tr("Key image"),) if self._session.is_key_image(entry) else ()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let films be dragged into a viewport."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return what is dragged."""
        return mime_of(indexes[0].data(ENTRY_ROLE).number)

    def _text(self, entry: Entry, column: int) -> str:
        if column == 0:
            return title(entry)
        if column == 1:
            return status_words(entry)
        return top_finding(entry)


class WorklistOrder(QSortFilterProxyModel):
    """Most urgent first, and only what the reader types."""

    def __init__(self, model: WorklistModel, parent: QObject | None = None) -> None:
        """Sort at once and keep sorted."""
        super().__init__(parent)
        self._wanted = ""
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(1)

    def set_wanted(self, words: str) -> None:
        """Keep the films whose name, patient, finding, state or lane holds these words."""
        self.beginFilterChange()
        self._wanted = words.casefold().strip()
        self.endFilterChange()

    def lessThan(self, left: _Index, right: _Index) -> bool:  # noqa: N802
        """Compare by urgency, by name or by finding."""
        one, other = left.data(ENTRY_ROLE), right.data(ENTRY_ROLE)
        orders: tuple[Callable[[Entry], Any], ...] = (_by_name, _by_urgency, _by_finding)
        order = orders[left.column()]
        return bool(order(one) < order(other))

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:  # noqa: N802
        """Match the reader's words."""
        if not self._wanted:
            return True
        index = self.sourceModel().index(source_row, 0, source_parent)
        entry: Entry = index.data(ENTRY_ROLE)
        words = (
            title(entry),
            entry.row.name,
            status_words(entry),
            top_finding(entry),
            lane_words(entry),
            reading_words(entry),
            tr("Key image") if index.data(KEY_ROLE) else "",
        )
        return self._wanted in " ".join(words).casefold()
