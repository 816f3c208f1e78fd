"""The list's view: rows of one height, and films that stay where the reader looks at them."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from viewer.worklist.columns import COLUMNS
from viewer.worklist.delegate import ROW_HEIGHT
from viewer.worklist.model import WorklistModel

_LEAST = 40


class FilmList(QTableView):
    """The table; knows whether a row is being pressed, and tells when it was dragged away.

    Whatever happens to the list, the selected film, or the top one where that is out of sight,
    stays at its place on the screen: what comes in the background never moves a row from under
    the reader's hand.
    """

    dragged = Signal()
    pressed_now = False

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        """Show the list."""
        super().__init__(parent)
        self._films = model
        self._anchors: list[tuple[int, int]] = []
        self._widths = {column.id: column.width for column in COLUMNS}
        model.layoutAboutToBeChanged.connect(self._remember)
        self.setModel(model)
        model.layoutChanged.connect(self._stay)
        model.modelReset.connect(self._arrange)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_LEAST)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self._resized)
        self._arrange()

    # columns

    @property
    def widths(self) -> dict[str, int]:
        """Every column's width in pixels."""
        return dict(self._widths)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give columns the widths that the reader gave them."""
        known = {column.id for column in COLUMNS}
        self._widths |= {
            name: max(_LEAST, width) for name, width in widths.items() if name in known
        }
        self._arrange()

    def show_sorting(self) -> None:
        """Mark the column that the list is sorted by, where it is shown."""
        header, model = self.horizontalHeader(), self._films
        shown = model.sorting in model.columns
        order = Qt.SortOrder.DescendingOrder if model.falling else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(shown)
        if shown:
            header.setSortIndicator(model.columns.index(model.sorting), order)

    def _arrange(self) -> None:
        """Give a single column the whole width; several have a header."""
        header, own = self.horizontalHeader(), self._films.columns
        alone = len(own) == 1
        header.setVisible(not alone)
        off, as_needed = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        )
        self.setHorizontalScrollBarPolicy(off if alone else as_needed)
        self._size_columns()
        self.show_sorting()

    def _size_columns(self) -> None:
        header, own = self.horizontalHeader(), self._films.columns
        if len(own) == 1:
            header.resizeSection(0, self.viewport().width())
            return
        for place, column in enumerate(own):
            header.resizeSection(place, self._widths[column.id])

    def _resized(self, place: int, _before: int, width: int) -> None:
        if len(self._films.columns) > 1:
            self._widths[self._films.columns[place].id] = width

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep a single column as wide as the list."""
        super().resizeEvent(event)
        self._size_columns()

    # what stays where it is

    def _remember(self) -> None:
        """Note the selected film and those in sight, and where they stand."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        numbers, current = self._films.numbers, self.currentIndex().row()
        first = top // ROW_HEIGHT
        seen = range(first, min(-(-(top + height) // ROW_HEIGHT), len(numbers)))
        rows = [current] if current in seen else []
        rows += list(seen) if top else []
        self._anchors = [
            (int(numbers[row]), row * ROW_HEIGHT - top) for row in rows if row < len(numbers)
        ]

    def _stay(self) -> None:
        places = ((self._films.place(number), at) for number, at in self._anchors)
        found = next(((place, at) for place, at in places if place >= 0), None)
        self._size_columns()  # the header knows them by the film in the first row
        self.updateGeometries()
        if found is not None:
            place, at = found
            self.verticalScrollBar().setValue(place * ROW_HEIGHT - at)
        self.viewport().update()

    def put_current(self, row: int) -> None:
        """Make a row the current one, and bring it into sight."""
        index = self._films.index(row, 0)
        kind = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, kind.ClearAndSelect | kind.Rows)
        self.show_row(row)

    def show_row(self, row: int) -> None:
        """Bring a row into sight; sideways nothing moves."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = row * ROW_HEIGHT
        if top < bar.value():
            bar.setValue(top)
        elif top + ROW_HEIGHT > bar.value() + height:
            bar.setValue(top + ROW_HEIGHT - height)

    # the mouse

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
