"""The worklist's side of the window: search, list, progress with cancel."""

from PySide6.QtCore import QItemSelectionModel, Qt
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

from viewer.language import tr
from viewer.session import Entry, Progress, Session
from viewer.worklist.delegate import FilmDelegate
from viewer.worklist.model import ENTRY_ROLE, WorklistModel, WorklistOrder

ORDERS = (("Most urgent first", 1), ("By name", 0), ("By finding", 2))


class WorklistPanel(QWidget):
    """Films on the left of the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the panel and listen to the session."""
        super().__init__(parent)
        self._session = session
        self._model = WorklistModel(session, self)
        self.order = WorklistOrder(self._model, self)
        self._delegate = FilmDelegate(self)
        self.list = QListView(self)
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
        self._show_progress(session.progress)

    def _prepare(self) -> None:
        self.list.setModel(self.order)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Worklist"))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._search.setPlaceholderText(tr("Search name, finding, state"))
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

    def _chosen(self, index: object, _previous: object) -> None:
        entry = index.data(ENTRY_ROLE)  # type: ignore[attr-defined]
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
        films = tr("1 file") if progress.done == 1 else tr("{count} files", count=progress.done)
        parts = [
            films,
            tr("{count} scored", count=progress.scored),
            tr("{count} flagged", count=progress.flagged),
        ]
        if progress.unreadable:
            parts.append(tr("{count} unreadable", count=progress.unreadable))
        self._count.setText(" · ".join(parts) if progress.done or progress.running else "")

    def step(self, by: int) -> None:
        """Select the film that many places further down, staying inside the list."""
        rows = self.order.rowCount()
        if not rows:
            return
        here = self.list.currentIndex().row()
        place = min(max(here + by, 0), rows - 1) if here >= 0 else 0
        self.list.setCurrentIndex(self.order.index(place, 0))

    def position(self) -> str:
        """Return where the selected film stands, for the film's corner."""
        row = self.list.currentIndex().row()
        if row < 0:
            return ""
        return tr("Film {place}/{count}", place=row + 1, count=self.order.rowCount())
