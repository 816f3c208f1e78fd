"""The reader's own keys: every action with its keys, and who has a key already."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer import fuzzy
from viewer.keymap import SEPARATOR, Keys, bindings, conflicts
from viewer.language import tr

_ID = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeyTable(QWidget):
    """Choose an action, press a key, set it."""

    def __init__(
        self, names: dict[str, str], defaults: Keys, parent: QWidget | None = None
    ) -> None:
        """Build the table; ``names`` is action id -> what it is called."""
        super().__init__(parent)
        self._names, self._defaults = names, defaults
        self._profile = "hilum"
        self.own: dict[str, str] = {}
        self.search = QLineEdit(self)
        self.table = QTreeWidget(self)
        self.edit = QKeySequenceEdit(self)
        self.set = QPushButton(tr("Set the key"), self)
        self.none = QPushButton(tr("No key"), self)
        self.reset = QPushButton(tr("As the profile"), self)
        self.warning = QLabel(self)
        self._prepare()
        self._arrange()

    def _prepare(self) -> None:
        self.search.setPlaceholderText(tr("Search the actions"))
        self.search.setAccessibleName(tr("Search the actions"))
        self.search.textChanged.connect(self._fill)
        self.table.setHeaderLabels([tr("Action"), tr("Keys")])
        self.table.setRootIsDecorated(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(tr("Keys of the actions"))
        self.table.currentItemChanged.connect(self._chosen)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(tr("New key: press it"))
        self.edit.keySequenceChanged.connect(self._weigh)
        self.edit.findChildren(QLineEdit)[0].setAccessibleName(tr("New key: press it"))
        self.set.clicked.connect(self._set)
        self.none.clicked.connect(lambda: self._bind(""))
        self.reset.clicked.connect(self._forget)
        self.warning.setObjectName("amber")
        self.warning.setWordWrap(True)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for widget in (self.edit, self.set, self.none, self.reset):
            row.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.warning)

    def show_keys(self, profile: str, own: Mapping[str, str]) -> None:
        """Show a profile with the reader's own keys over it."""
        self._profile, self.own = profile, dict(own)
        self._fill()

    @property
    def bound(self) -> Keys:
        """Every action's keys as they would be."""
        return bindings(self._defaults, self._profile, self.own)

    def _fill(self, _words: str = "") -> None:
        here = self.current()
        self.table.clear()
        for name, keys in self.bound.items():
            if fuzzy.score(self.search.text(), f"{self._names[name]} {' '.join(keys)}") is None:
                continue
            shown = QKeySequence.listToString([QKeySequence(key) for key in keys], _NATIVE)
            item = QTreeWidgetItem([self._names[name], shown])
            item.setData(0, _ID, name)
            if name in self.own:
                font = item.font(1)
                font.setBold(True)
                item.setFont(1, font)
            self.table.addTopLevelItem(item)
            if name == here:
                self.table.setCurrentItem(item)
        self.table.resizeColumnToContents(0)
        self._weigh()

    def current(self) -> str:
        """Return the id of the chosen action, empty where there is none."""
        item = self.table.currentItem()
        return "" if item is None else str(item.data(0, _ID))

    def choose(self, name: str) -> None:
        """Choose an action."""
        for row in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(row)
            if item is not None and item.data(0, _ID) == name:
                self.table.setCurrentItem(item)

    def _chosen(self) -> None:
        self.edit.clear()
        self._weigh()

    def _wanted(self) -> str:
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _holders(self, key: str) -> list[str]:
        """Return who has a key, other than the chosen action."""
        trial = {**self.bound, "": (key,)}
        return [name for name in conflicts(trial).get(key, ()) if name not in ("", self.current())]

    def _weigh(self) -> None:
        chosen, key = self.current(), self._wanted()
        for button in (self.none, self.reset):
            button.setEnabled(bool(chosen))
        self.set.setEnabled(bool(chosen and key))
        holders = self._holders(key) if key else []
        self.set.setText(tr("Take the key over") if holders else tr("Set the key"))
        said = [
            tr("{key} belongs to “{action}”, which would lose it.", key=key, action=self._names[n])
            for n in holders
        ] or [
            tr("{key} belongs to several actions and does none: {actions}.", key=shared,
               actions=", ".join(self._names[name] for name in names))
            for shared, names in conflicts(self.bound).items()
        ]  # fmt: skip
        self.warning.setText("\n".join(said))

    def _set(self) -> None:
        key = self._wanted()
        bound = self.bound
        for holder in self._holders(key):
            left = [other for other in bound[holder] if QKeySequence(other) != QKeySequence(key)]
            self.own[holder] = SEPARATOR.join(left)
        self._bind(key)

    def _bind(self, keys: str) -> None:
        self.own[self.current()] = keys
        self.edit.clear()
        self._fill()

    def _forget(self) -> None:
        self.own.pop(self.current(), None)
        self.edit.clear()
        self._fill()
