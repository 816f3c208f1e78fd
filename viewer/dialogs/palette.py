"""The command palette, Ctrl+K: every action by a few letters of its name."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from viewer import actions, fuzzy
from viewer.language import tr, unmarked
from viewer.qt_actions import words

_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ACTION = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """Type, choose, Enter."""

    def __init__(self, made: dict[str, QAction], parent: QWidget | None = None) -> None:
        """Offer all actions but the palette itself; what is not allowed now is dim."""
        super().__init__(parent)
        self.setWindowTitle(tr("Command palette"))
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(tr("What do you want to do?"))
        self.edit.setAccessibleName(tr("Search the commands"))
        self.edit.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Commands"))
        self._specs = [(spec, made[spec.id]) for spec in actions.ACTIONS if spec.id != "go.palette"]
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        layout.addWidget(self.list)
        self.resize(740, 420)
        self.edit.textChanged.connect(self._offer)
        self.list.itemActivated.connect(self._run)
        self.list.itemClicked.connect(self._run)
        self._offer("")

    def _offer(self, wanted: str) -> None:
        found = []
        for spec, action in self._specs:
            menu = unmarked(tr(spec.menu))
            fit = fuzzy.score(wanted, f"{words(action)} {menu} {spec.text} {spec.id}")
            if fit is not None:
                found.append((fit, menu, action))
        if wanted.strip():
            found.sort(key=lambda offer: (not offer[2].isEnabled(), -offer[0]))
        self.list.clear()
        for _, menu, action in found:
            self.list.addTopLevelItem(self._item(menu, action))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.resizeColumnToContents(0)
        self.list.resizeColumnToContents(1)

    def _item(self, menu: str, action: QAction) -> QTreeWidgetItem:
        keys = QKeySequence.listToString(action.shortcuts(), QKeySequence.SequenceFormat.NativeText)
        item = QTreeWidgetItem([menu, words(action), keys])
        item.setData(0, _ACTION, action)
        item.setDisabled(not action.isEnabled())
        for column in (0, 2):
            item.setForeground(column, self.palette().placeholderText())
        return item

    def _run(self, item: QTreeWidgetItem | None) -> None:
        action = None if item is None else item.data(0, _ACTION)
        if action is not None and action.isEnabled():
            self.accept()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrow keys move in the list while the reader types, and Enter run."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
