"""The strip of thumbnails: all films of the patient whose film is lit, newest study first."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from viewer import assets, hanging, wording
from viewer.language import tr
from viewer.session import Session
from viewer.worklist.dragging import mime_of

THUMBNAIL = 72
_CELL = QSize(116, 94)


class ThumbnailStrip(QListWidget):
    """Drag one into a viewport, or choose it for the lit one.

    It stands from the moment that any patient of the worklist has a second film: to come and go
    with the lit film, it would move the films under the reader's hand.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow the lit film."""
        super().__init__(parent)
        self._session = session
        self._wanted = True
        self._films: list[int] = []
        self._needed = False
        self.setAccessibleName(tr("Films of this patient"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.setGridSize(_CELL)
        self.setFixedHeight(_CELL.height() + 4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        session.selected.connect(self._list)
        session.entries_added.connect(self._list)
        session.identity_changed.connect(self._rename)
        session.thumbnails.arrived.connect(self._show_pictures)
        session.viewports.held_changed.connect(self._mark)
        self._list()

    @property
    def wanted(self) -> bool:
        """Whether the reader wants it."""
        return self._wanted

    def toggle(self) -> None:
        """Show or hide it."""
        self.set_wanted(on=not self._wanted)

    def set_wanted(self, *, on: bool) -> None:
        """Show or hide it."""
        self._wanted = on
        self._show()

    def _list(self, _value: object = None) -> None:
        number, rows = self._session.current, self._session.rows
        self._needed = bool(rows) and (self._needed or self._session.films.kin.any_patient_twice())
        numbers = [] if number is None else hanging.patient_films(rows, number)
        if numbers != self._films:
            self._films = numbers
            self.clear()
            for place in numbers:
                self.addItem(self._item(place))
        self._mark()
        self._show()

    def _rename(self, _hidden: bool) -> None:
        self._films = []
        self._list()

    def _item(self, number: int) -> QListWidgetItem:
        # The entry's row has no names where identities are hidden.
        shown = self._session.entries[number].row
        who = shown.identity
        view = who.view_position or who.series_description
        words = " ".join(part for part in (wording.date(who.study_date), view) if part)
        item = QListWidgetItem(words or wording.file_name(shown.name))
        item.setToolTip(wording.file_name(shown.name))
        item.setData(Qt.ItemDataRole.UserRole, number)
        picture = QPixmap(THUMBNAIL, THUMBNAIL)
        picture.fill(assets.TROUGH)
        image = self._session.thumbnails.image(number, shown, THUMBNAIL)
        item.setIcon(QIcon(picture if image.isNull() else QPixmap.fromImage(image)))
        return item

    def _show_pictures(self) -> None:
        for place in range(self.count()):
            item = self.item(place)
            number = item.data(Qt.ItemDataRole.UserRole)
            image = self._session.thumbnails.image(
                number, self._session.entries[number].row, THUMBNAIL
            )
            if not image.isNull():
                item.setIcon(QIcon(QPixmap.fromImage(image)))

    def _mark(self, _held: object = None) -> None:
        for place in range(self.count()):
            item = self.item(place)
            number = item.data(Qt.ItemDataRole.UserRole)
            font = item.font()
            font.setBold(number in self._session.viewports.held)
            item.setFont(font)
            item.setForeground(assets.BRIGHT if font.bold() else assets.DIM)
            item.setSelected(number == self._session.current)

    def _show(self) -> None:
        self.setVisible(self._wanted and self._needed)

    def _choose(self, item: QListWidgetItem) -> None:
        number, viewports = item.data(Qt.ItemDataRole.UserRole), self._session.viewports
        if number in viewports.held:
            viewports.light(viewports.held.index(number))
        else:
            self._session.put(viewports.lit, number)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:  # noqa: N802
        """Return what is dragged."""
        return mime_of(items[0].data(Qt.ItemDataRole.UserRole)) if items else QMimeData()
