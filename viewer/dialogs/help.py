"""The help pages, Shift+F1: Markdown from ``resources/help``."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument, QTextTable
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from engine.home import resources
from viewer import assets, fuzzy
from viewer.language import current, tr

_FIRST = (
    "index",
    "screen",
    "worklist",
    "reading",
    "documents",
    "display",
    "preferences",
    "attributes",
    "export",
    "compare",
)
_PATH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the help."""

    path: Path
    title: str
    text: str


def pages(folder: Path | None = None) -> tuple[Page, ...]:
    """Return the help's pages, the reader's own first, then the others by name."""
    found = [_page(path) for path in sorted((folder or resources() / "help").glob("*.md"))]

    def place(page: Page) -> tuple[int, str]:
        stem = page.path.stem
        return (_FIRST.index(stem) if stem in _FIRST else len(_FIRST)), stem

    return tuple(sorted(found, key=place))


def _page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8", errors="replace")
    return Page(path, text.partition("\n")[0].lstrip("# ").strip(), text)


class HelpBrowser(QDialog):
    """Pages left, text right, a search over all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Open the first page."""
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self._pages = pages()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Pages"))
        self.list.setMaximumWidth(240)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(tr("Help"))
        self.text.setOpenLinks(False)
        self.text.document().setDefaultStyleSheet(assets.page_style())
        # The pages exist in English alone.
        self.note = QLabel(tr("The help is written in English."), self)
        self.note.setVisible(current() != "en")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        side = QVBoxLayout()
        side.addWidget(self.search)
        side.addWidget(self.list)
        halves = QHBoxLayout()
        halves.addLayout(side)
        halves.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addLayout(halves)
        layout.addWidget(buttons)
        self.resize(1000, 720)
        self.search.textChanged.connect(self._find)
        self.list.currentItemChanged.connect(self._open)
        self.text.anchorClicked.connect(self._follow)
        self._find("")

    def _find(self, words: str) -> None:
        wanted = fuzzy.fold(words).split()
        self.list.clear()
        for page in self._pages:
            if all(word in fuzzy.fold(page.text) for word in wanted):
                item = QListWidgetItem(page.title, self.list)
                item.setData(_PATH, str(page.path))
        self.list.setCurrentRow(0)

    def _open(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is None:
            self.text.clear()
            return
        source = QUrl.fromLocalFile(str(item.data(_PATH)))
        self.text.setSource(source, QTextDocument.ResourceType.MarkdownResource)
        for frame in self.text.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):  # whose lines are white otherwise
                style = frame.format()
                style.setBorderBrush(assets.LINE)
                frame.setFormat(style)
        if self.search.text().strip():
            self.text.find(self.search.text().split()[0])

    def _follow(self, link: QUrl) -> None:
        """Open another page here, and what lies elsewhere in the browser."""
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
            return
        self.search.clear()
        name = Path(link.path()).name
        for row in range(self.list.count()):
            if Path(str(self.list.item(row).data(_PATH))).name == name:
                self.list.setCurrentRow(row)
