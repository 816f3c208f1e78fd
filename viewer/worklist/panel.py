"""The worklist's side of the window: search, list, progress with cancel."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.types import Identity
from viewer.entries import Entry, Progress
from viewer.language import tr
from viewer.session import Session
from viewer.worklist.delegate import FilmDelegate
from viewer.worklist.model import ENTRY_ROLE, WorklistModel, WorklistOrder

_NEAR = (1, -1, 2)
ORDERS = (("Most urgent first", 1), ("By name", 0), ("By finding", 2))


class FilmList(QListView):
    """The list; knows whether a row is being pressed, and tells when it was dragged away."""

    dragged = Signal()
    pressed_now = False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Mark the row; it is not chosen yet."""
        self.pressed_now = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self.pressed_now = False
        super().mouseReleaseEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag, until it is dropped or given up."""
        super().startDrag(actions)
        self.pressed_now = False
        self.dragged.emit()


class WorklistPanel(QWidget):
    """Films on the left of the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the panel and listen to the session."""
        super().__init__(parent)
        self._session = session
        self._model = WorklistModel(session, self)
        self.order = WorklistOrder(self._model, self)
        self._delegate = FilmDelegate(self)
        self.list = FilmList(self)
        self._search = QLineEdit(self)
        self._sorting = QComboBox(self)
        self._bar = QProgressBar(self)
        self._stop = QPushButton(tr("Cancel"), self)
        self._count = QLabel(self)
        self._prepare()
        self._arrange()
        session.progress_changed.connect(self._show_progress)
        session.selected.connect(self._show_selected)
        session.entries_changed.connect(self._entries_changed)
        session.markups.key_images_changed.connect(self._show_count)
        self._show_progress(session.progress)

    def _prepare(self) -> None:
        self.list.setModel(self.order)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._stepped)
        self.list.clicked.connect(self._chosen)
        self.list.dragged.connect(lambda: self._show_selected(self._session.entry))
        self.list.setAccessibleName(tr("Worklist"))
        self._search.setPlaceholderText(tr("Search name, finding, state, lane, reading"))
        self._search.setClearButtonEnabled(True)
        self._search.setAcceptDrops(False)
        self._search.setAccessibleName(tr("Search the worklist"))
        self._search.textChanged.connect(self.order.set_wanted)
        self._sorting.setAccessibleName(tr("Order of the worklist"))
        self._sorting.addItems([tr(words) for words, _ in ORDERS])
        self._sorting.currentIndexChanged.connect(lambda at: self.order.sort(ORDERS[at][1]))
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Opening films"))
        self._stop.setAccessibleName(tr("Cancel opening"))
        self._stop.clicked.connect(self._session.cancel)
        self._count.setObjectName("dim")
        self._count.setWordWrap(True)
        self.setMinimumWidth(230)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 2, 6)
        layout.addWidget(self._search)
        layout.addWidget(self._sorting)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._count)
        running = QHBoxLayout()
        running.addWidget(self._bar, 1)
        running.addWidget(self._stop)
        layout.addLayout(running)

    def _stepped(self, index: QModelIndex, _previous: QModelIndex) -> None:
        """Choose a row at once, but a pressed one when it is let go: it may be dragged away."""
        if not self.list.pressed_now:
            self._chosen(index)

    def _chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if entry is not None:
            self._session.select(entry.number)

    def _show_selected(self, entry: Entry | None) -> None:
        if entry is None:
            self.list.selectionModel().clear()
            return
        index = self.order.mapFromSource(self._model.index(entry.number, 0))
        if index.isValid() and index != self.list.currentIndex():
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.list.scrollTo(index)

    def _entries_changed(self, entries: tuple[Entry, ...]) -> None:
        if not entries:
            self._delegate.forget()

    def _show_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.found if progress.listed else 0)
        self._bar.setValue(progress.opened)
        self._bar.setVisible(progress.running)
        self._stop.setVisible(progress.running)
        self._stop.setEnabled(not progress.cancelling)
        self._stop.setText(tr("Stopping …") if progress.cancelling else tr("Cancel"))
        self._show_count()

    def _show_count(self) -> None:
        """Say what became of the files, and how many are key images."""
        progress = self._session.progress
        films = tr("1 file") if progress.done == 1 else tr("{count} files", count=progress.done)
        parts = [
            films,
            tr("{count} scored", count=progress.scored),
            tr("{count} hidden", count=progress.hidden)
            if progress.hidden
            else tr("{count} flagged", count=progress.flagged),
        ]
        if progress.unreadable:
            parts.append(tr("{count} unreadable", count=progress.unreadable))
        keys = sum(map(self._session.is_key_image, self._session.entries))
        if keys:
            parts.append(tr("1 key image") if keys == 1 else tr("{count} key images", count=keys))
        self._count.setText(" · ".join(parts) if progress.done or progress.running else "")

    def step_to(self, wanted: Callable[[Entry], bool]) -> None:
        """Select the next film below that is wanted, from the top again after the last."""
        rows, here = self.order.rowCount(), self.list.currentIndex().row()
        for place in (*range(here + 1, rows), *range(max(here, 0))):
            index = self.order.index(place, 0)
            if wanted(index.data(ENTRY_ROLE)):
                self.list.setCurrentIndex(index)
                return

    def step_past(self, same: Callable[[Identity, Identity], object], by: int) -> None:
        """Select the nearest film below (``by`` 1) or above (-1) that is not the ``same``."""
        here = self.list.currentIndex().row()
        entry = self._session.entry
        if entry is None or here < 0:
            self.step(by)
            return
        for place in range(here + by, self.order.rowCount() if by > 0 else -1, by):
            index = self.order.index(place, 0)
            if not same(index.data(ENTRY_ROLE).row.identity, entry.row.identity):
                self.list.setCurrentIndex(index)
                return

    def step_to_first(self, wanted: Callable[[Entry], bool]) -> bool:
        """Select the first film of the list that is wanted; return whether there is one."""
        indexes = (self.order.index(place, 0) for place in range(self.order.rowCount()))
        found = next((index for index in indexes if wanted(index.data(ENTRY_ROLE))), None)
        if found is not None:
            self.list.setCurrentIndex(found)
        return found is not None

    def step(self, by: int) -> None:
        """Select the film that many places further down, staying inside the list."""
        rows = self.order.rowCount()
        if not rows:
            return
        here = self.list.currentIndex().row()
        place = min(max(here + by, 0), rows - 1) if here >= 0 else 0
        self.list.setCurrentIndex(self.order.index(place, 0))

    def neighbours(self) -> tuple[int, ...]:
        """Return the films that the reader may step to next, the likeliest first."""
        here, rows = self.list.currentIndex().row(), self.order.rowCount()
        places = [here + by for by in _NEAR if 0 <= here + by < rows] if here >= 0 else []
        return tuple(self.order.index(place, 0).data(ENTRY_ROLE).number for place in places)

    def position(self) -> str:
        """Return where the selected film stands, for the film's corner."""
        row = self.list.currentIndex().row()
        if row < 0:
            return ""
        return tr("Film {place}/{count}", place=row + 1, count=self.order.rowCount())
