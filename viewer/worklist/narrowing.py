"""What narrows and arranges the list: search, filters, lanes with their counts, columns, order."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.models.lanes import Lane
from viewer.language import tr
from viewer.read_column import READS
from viewer.session import Session
from viewer.worklist.columns import COLUMNS, FIRST, TELLING
from viewer.worklist.facets import FACETS, LANE, READING, Facet, Wanted
from viewer.worklist.model import WorklistModel

FIRST_ORDERS = ("urgency", "film", "finding")
ORDER_WORDS = {"urgency": "Most urgent first", "film": "By name", "finding": "By finding"}


class Counts(QWidget):
    """One button for each value of a facet with how many films have it; pressed it narrows."""

    toggled = Signal(str)

    def __init__(self, facet: Facet, values: tuple[str, ...], across: int, parent: QWidget) -> None:
        """Lay the buttons out so many across."""
        super().__init__(parent)
        self._facet = facet
        self.buttons = {value: QPushButton(self) for value in values}
        layout = self._grid = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for place, (value, button) in enumerate(self.buttons.items()):
            button.setObjectName("count")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self.toggled.emit, value))
            layout.addWidget(button, place // across, place % across)

    def show_counts(self, counts: dict[str, int], chosen: frozenset[str]) -> None:
        """Say how many there are."""
        for value, button in self.buttons.items():
            words = f"{self._facet.say(value)} {counts.get(value, 0)}"
            if button.text() != words:
                button.setText(words)
                button.setToolTip(words)
            button.setChecked(value in chosen)
        # The room goes to the words: in equal parts the longer ones would be cut off.
        for column in range(self._grid.columnCount()):
            items = (self._grid.itemAtPosition(row, column) for row in range(self._grid.rowCount()))
            widgets = [item.widget() for item in items if item is not None]
            widths = [each.sizeHint().width() for each in widgets if each is not None]
            self._grid.setColumnStretch(column, max(widths, default=0))


class Narrowing(QWidget):
    """The controls above the list."""

    sorted_by = Signal(str)
    columns_changed = Signal()

    def __init__(self, session: Session, model: WorklistModel, parent: QWidget) -> None:
        """Narrow a list."""
        super().__init__(parent)
        self._session, self._model = session, model
        self.search = QLineEdit(self)
        self.filters = QToolButton(self)
        self.sorting = QComboBox(self)
        self.columns = QToolButton(self)
        self.lanes = Counts(LANE, tuple(Lane), 3, self)
        self.reads = Counts(READING, READS[:-1], 2, self)
        self.clear = QPushButton(tr("Show all films again"), self)
        self._prepare()
        self._arrange()
        self.show_counts()

    def _prepare(self) -> None:
        self.search.setPlaceholderText(tr("Search name, finding, state, lane, reading"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.setAccessibleName(tr("Search the worklist"))
        self.search.textChanged.connect(self._searched)
        self.sorting.setAccessibleName(tr("Order of the worklist"))
        rest = [column.id for column in COLUMNS if column.id not in FIRST_ORDERS]
        words = {column.id: column.words for column in COLUMNS}
        for name in (*FIRST_ORDERS, *rest):
            own = ORDER_WORDS.get(name)
            said = tr(own) if own else tr("By {column}", column=tr(words[name]))
            self.sorting.addItem(said, name)
        self.sorting.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sorting.activated.connect(lambda at: self.sorted_by.emit(self.sorting.itemData(at)))
        for button, said, fill in (
            (self.filters, tr("Filter"), self._offer_filters),
            (self.columns, tr("Columns"), self._offer_columns),
        ):
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(fill, menu))
            button.setText(said)
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.lanes.toggled.connect(partial(self.toggle, LANE))
        self.reads.toggled.connect(partial(self.toggle, READING))
        self.clear.clicked.connect(self.show_all)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, button in ((self.search, self.filters), (self.sorting, self.columns)):
            row = QHBoxLayout()
            row.addWidget(widget, 1)
            row.addWidget(button)
            layout.addLayout(row)
        layout.addWidget(self.lanes)
        layout.addWidget(self.reads)
        layout.addWidget(self.clear)

    # what is wanted

    def _searched(self, words: str) -> None:
        self._want(Wanted(words, self._model.wanted.chosen))

    def toggle(self, facet: Facet, value: str) -> None:
        """Choose a value of a facet, or no more."""
        self._want(self._model.wanted.toggled(facet.id, value))

    def show_all(self) -> None:
        """Narrow the list by nothing."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self._want(Wanted())

    def _want(self, wanted: Wanted) -> None:
        self._model.set_wanted(wanted)
        self.show_counts()

    def show_counts(self) -> None:
        """Say how many films are in each lane and how far their reading has come."""
        films, chosen = self._session.films, self._model.wanted.chosen
        scored = bool(films.standings.scored.any() or films.hidden.any())
        self.lanes.setVisible(scored)
        self.reads.setVisible(scored or bool(films.reads))
        if scored:
            self.lanes.show_counts(LANE.counts(films), chosen.get(LANE.id, frozenset()))
        if scored or films.reads:
            self.reads.show_counts(READING.counts(films), chosen.get(READING.id, frozenset()))
        self.filters.setText(tr("Filter ({count})", count=len(chosen)) if chosen else tr("Filter"))
        self.clear.setVisible(bool(chosen))

    # menus

    def _offer_filters(self, menu: QMenu) -> None:
        menu.clear()
        hidden, films = self._session.identity_hidden, self._session.films
        for facet in FACETS:
            if hidden and facet.telling:
                continue
            chosen = self._model.wanted.chosen.get(facet.id, frozenset())
            counts = facet.counts(films)
            own = menu.addMenu(tr(facet.words) + (" •" if chosen else ""))
            for value in _offered(facet, counts):
                words = f"{facet.say(value)}\t{counts[value]}"
                _offer(own, words, value in chosen, partial(self.toggle, facet, value))
            own.setEnabled(not own.isEmpty())
        menu.addSeparator()
        menu.addAction(tr("Show all films again"), self.show_all)

    def _offer_columns(self, menu: QMenu) -> None:
        menu.clear()
        shown = [column.id for column in self._model.columns]
        for column in COLUMNS:
            if column is FIRST or (self._session.identity_hidden and column.id in TELLING):
                continue
            on = column.id in shown
            _offer(menu, tr(column.words), on, partial(self.toggle_column, column.id))

    def toggle_column(self, name: str) -> None:
        """Show a column, or no more; they stand in the order of the menu."""
        shown = {column.id for column in self._model.columns} ^ {name}
        self._model.set_columns([column.id for column in COLUMNS if column.id in shown])
        self.columns_changed.emit()

    def show_sorting(self) -> None:
        """Follow the order of the list."""
        self.sorting.setCurrentIndex(self.sorting.findData(self._model.sorting.id))


def _offered(facet: Facet, counts: dict[str, int]) -> list[str]:
    """Return the values that are worth a line: those of films, days from the latest back."""
    there = [value for value, count in counts.items() if count]
    if facet.id == "date":
        return sorted(there, reverse=True)
    fixed = facet.id in ("lane", "state", "finding", "reading", "status")
    return there if fixed else sorted(there, key=lambda value: (not value, value.casefold()))


def _offer(menu: QMenu, words: str, on: bool, run: Callable[[], None]) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _checked: run())
