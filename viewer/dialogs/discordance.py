"""Where reader and model differ, as a list that leads to the films."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.triage.discordance import Difference, Discordance, Sides
from viewer import wording
from viewer.language import tr

SIDES = {Sides.MODEL_ONLY: "AI+ reader−", Sides.READER_ONLY: "AI− reader+"}
COLUMNS = ("Film", "Finding", "Who", "Probability")
_NUMBER = Qt.ItemDataRole.UserRole
_MOST_PROBLEMS = 500


class DiscordanceDialog(QDialog):
    """Lists differences; ``wanted`` gives the number of the film that the reader chose."""

    wanted = Signal(int)

    def __init__(
        self,
        found: Discordance,
        problems: Sequence[str],
        films: Mapping[str, tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show the differences; ``films`` is study -> number and title of its film."""
        super().__init__(parent)
        self.setWindowTitle(tr("Reader and model"))
        self.counts = QLabel(counted(found), self)
        self.counts.setWordWrap(True)
        self.table = QTreeWidget(self)
        self.table.setHeaderLabels([tr(words) for words in COLUMNS])
        self.table.setRootIsDecorated(False)
        self.table.setAccessibleName(tr("Differences between reader and model"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.addTopLevelItems([_item(one, films[one.study]) for one in found.differences])
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.currentItemChanged.connect(self._chosen)
        self.problems = QListWidget(self)
        self.problems.addItems(list(problems[:_MOST_PROBLEMS]))
        self.problems.setAccessibleName(tr("Rows that could not be used"))
        heading = QLabel(tr("{count} rows could not be used:", count=len(problems)), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.counts)
        layout.addWidget(self.table, 3)
        layout.addWidget(heading)
        layout.addWidget(self.problems, 1)
        layout.addWidget(buttons)
        for widget in (heading, self.problems):
            widget.setVisible(bool(problems))
        self.resize(640, 520)

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(0, _NUMBER))


def counted(found: Discordance) -> str:
    """Say how often reader and model agree, finding by finding."""
    lines = [
        tr(
            "{finding}: {agree} of {all} studies agree, {model} only the model, {reader} only the"
            " reader.",
            finding=wording.finding_name(finding),
            agree=of[Sides.BOTH] + of[Sides.NEITHER],
            all=sum(of.values()),
            model=of[Sides.MODEL_ONLY],
            reader=of[Sides.READER_ONLY],
        )
        for finding, of in found.counts.items()
    ]
    if found.unmatched:
        lines.append(
            tr("Verdicts on studies that this list does not have: {count}.", count=found.unmatched)
        )
    return "\n".join(lines) or tr("No verdict is on a study of this list.")


def _item(one: Difference, film: tuple[int, str]) -> QTreeWidgetItem:
    number, name = film
    words = [
        name,
        wording.finding_name(one.finding),
        tr(SIDES[one.sides]),
        wording.percent(one.probability),
    ]
    item = QTreeWidgetItem(words)
    item.setData(0, _NUMBER, number)
    return item
