"""The tag browser: every attribute of the film's file, searched, and beside another film's."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.exchange.attributes import Attribute, differences
from viewer.dialogs.film_chooser import FilmChooser
from viewer.dialogs.tag_model import VALUE, TagFilter, TagModel
from viewer.jobs import Reply
from viewer.language import tr
from viewer.session import Session
from viewer.worklist.model import title

_NOBODY = -1


class TagBrowser(QDialog):
    """Follows the selected film; stays open beside the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the browser and list the selected film's attributes."""
        super().__init__(parent)
        self._session = session
        self._requests: dict[int, int] = {}
        self._listed: dict[int, tuple[Attribute, ...]] = {}
        self.model = TagModel(self)
        self.filter = TagFilter(self.model, self)
        self.search = QLineEdit(self)
        self.other = FilmChooser(session.entries, self)
        self.differing = QCheckBox(tr("Differences only"), self)
        self.table = QTableView(self)
        self.status = QLabel(self)
        self._prepare()
        self._arrange()
        session.selected.connect(self._select)
        session.entries_changed.connect(self._offer)
        session.entries_added.connect(self._offer)
        session.identity_changed.connect(self._show)
        self._offer()
        self._select()

    def _prepare(self) -> None:
        self.search.setPlaceholderText(tr("Search tag, name, keyword, value"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the attributes"))
        self.other.setAccessibleName(tr("Compare with"))
        self.differing.setEnabled(False)
        self.table.setModel(self.filter)
        self.table.setAccessibleName(tr("Attributes"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(22)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.search.textChanged.connect(self._want)
        self.differing.toggled.connect(self._want)
        self.other.currentIndexChanged.connect(self._compare)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.activated.connect(self._copy)
        self.status.setObjectName("amber")
        self.status.setWordWrap(True)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.search, 2)
        caption = QLabel(tr("Compare with"), self)
        caption.setBuddy(self.other)
        row.addWidget(caption)
        row.addWidget(self.other, 1)
        row.addWidget(self.differing)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.status)
        layout.addWidget(buttons)
        self.resize(980, 680)

    def _offer(self, _value: object = None) -> None:
        """List the films that can be compared with."""
        self.other.offer()
        self._listed = {
            number: found
            for number, found in self._listed.items()
            if number < len(self._session.entries)
        }
        self._show()

    def _select(self, _value: object = None) -> None:
        self._want_film(self._session.current)
        self._show()

    def _compare(self) -> None:
        self._want_film(self.other.number)
        self.differing.setEnabled(self.other.number is not None)
        self._show()

    def _want_film(self, number: int | None) -> None:
        if number is not None and number not in self._listed:
            request = self._session.list_attributes(number, self._arrived)
            self._requests[request] = number

    def _arrived(self, reply: Reply) -> None:
        number = self._requests.pop(reply.request, None)
        if number is None:
            return
        if reply.error is not None:
            self.status.setText(tr(str(reply.error)))
            self._listed[number] = ()
        else:
            self._listed[number] = reply.value
        self._show()

    def _show(self, _value: object = None) -> None:
        current, other = self._session.current, self.other.number
        own = self._listed.get(_NOBODY if current is None else current)
        beside = () if other is None else self._listed.get(other)
        entry = self._session.entry
        name = "" if entry is None else f"{title(entry)} – "
        self.setWindowTitle(name + tr("DICOM attributes"))
        if own is None or beside is None:
            self.status.setText(tr("Reading …") if current is not None else "")
            return
        if own:
            self.status.clear()
        compared = other is not None
        rows = differences(own, beside if compared else own)
        self.model.show(rows, compared=compared, hidden=self._session.identity_hidden)
        self._want()
        for column in range(VALUE):
            self.table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        self.table.setColumnWidth(VALUE, 360)

    def _want(self, _value: object = None) -> None:
        self.filter.want(self.search.text(), differing=self.differing.isChecked())

    def done(self, result: int) -> None:
        """Close; what is still being read is of no interest any more."""
        self._requests.clear()
        super().done(result)

    def _copy(self) -> None:
        index: QModelIndex = self.table.currentIndex()
        if index.isValid():
            column = max(index.column(), VALUE)
            words = index.siblingAtColumn(column).data()
            QGuiApplication.clipboard().setText(str(words))
