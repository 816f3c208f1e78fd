"""A document in a viewport: whose it is, its words or its pages, and the search in them."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from viewer import assets, wording
from viewer.canvas.corners import person_lines, study_lines
from viewer.canvas.page_view import PageView
from viewer.canvas.painting import to_qimage
from viewer.discretion import discreet_document
from viewer.jobs import Reply
from viewer.language import tr
from viewer.lightbox import LightBox, Lit
from viewer.paper import LINK, Paper, report_parts
from viewer.session import Session

_BACK = QTextDocument.FindFlag.FindBackward
_NEITHER = QTextDocument.FindFlag(0)


class ReportView(QTextBrowser):
    """A report's text; keys that it does not need are left to the window."""

    def event(self, event: QEvent) -> bool:
        """Claim no key but those for copying and choosing all."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            kinds = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
            if not any(event.matches(kind) for kind in kinds):
                event.ignore()
                return False
        return super().event(event)


class PaperView(QWidget):
    """Shows the light box's document where it holds one."""

    def __init__(self, session: Session, box: LightBox, parent: QWidget | None = None) -> None:
        """Listen to the light box."""
        super().__init__(parent)
        self._session, self._box = session, box
        self._painting = self._finding = 0
        self._looked_for = ""
        self._parts: Iterator[str] = iter(())
        self._writing = QTimer(self, singleShot=True, interval=0)
        self._writing.timeout.connect(self._write_on)
        self._position = self._note = ""
        self._cautions: tuple[str, ...] = ()
        self._missing = False
        self.hidden = session.identity_hidden
        self.person, self.study, self.chips = QLabel(self), QLabel(self), QLabel(self)
        self.foot, self.count = QLabel(self), QLabel(self)
        self.report, self.pages = ReportView(self), PageView(self)
        self._withheld = QLabel(self)
        self._middle = QStackedWidget(self)
        self.search = QLineEdit(self)
        self._prepare()
        self._arrange()
        box.lit_changed.connect(self._lit)
        session.identity_changed.connect(self.hide_identity)
        self.pages.picture_wanted.connect(self._paint)
        self.pages.changed.connect(self._tell)
        self.report.anchorClicked.connect(self._follow)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self.step_found(1))

    def _prepare(self) -> None:
        self.report.setOpenLinks(False)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setAcceptDrops(False)
        self.report.document().setDocumentMargin(14)
        self.pages.setAccessibleName(tr("Pages of the PDF"))
        self._withheld.setText(
            tr("Not shown while identities are hidden: a PDF can name people on any page.")
        )
        self._withheld.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.study.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label, name in ((self.chips, "amber"), (self.foot, "dim"), (self.count, "dim"),
                            (self._withheld, "dim")):  # fmt: skip
            label.setObjectName(name)
            label.setWordWrap(label in (self.chips, self._withheld))
        for label in (self.person, self.study, self.chips, self.foot):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.search.setPlaceholderText(tr("Find in the document"))
        self.search.setAccessibleName(tr("Find in the document"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(80)
        self.search.setMaximumWidth(230)
        self.foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.report)

    def _arrange(self) -> None:
        for widget in (self.report, self.pages, self._withheld):
            self._middle.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(self.person, 1)
        head.addWidget(self.study, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.foot, 3)
        foot.addWidget(self.count)
        foot.addWidget(self.search, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(head)
        layout.addWidget(self.chips)
        layout.addWidget(self._middle, 1)
        layout.addLayout(foot)

    @property
    def paper(self) -> Paper | None:
        """The document on show."""
        return self._box.lit.paper

    @property
    def places(self) -> tuple[QWidget, ...]:
        """Where the mouse does something."""
        return self.report.viewport(), self.pages.viewport()

    # listening

    def _lit(self, _lit: Lit) -> None:
        self._missing = False
        self.search.clear()
        self._show()

    def hide_identity(self, hidden: bool) -> None:
        """Say whose document it is, or do not."""
        self.hidden = hidden
        self._show()

    def set_position(self, words: str) -> None:
        """Say where in the worklist it stands."""
        self._position = words
        self._tell()

    def set_notes(self, note: str, cautions: tuple[str, ...]) -> None:
        """Say how it stands to the films on show: a line, and chips."""
        self._note, self._cautions = note, cautions
        self._tell()

    def _show(self) -> None:
        """Show another document, or the same one with or without its person."""
        self._session.paper_reading.drop(self._painting)
        paper = self.paper
        is_pdf = paper is not None and paper.document.kind == "PDF"
        self._parts = iter(())
        self.report.clear()
        self.pages.show_pages(paper.document.pages if paper and is_pdf and not self.hidden else ())
        shown = self._withheld if self.hidden else self.pages
        self._middle.setCurrentWidget(shown if is_pdf else self.report)
        self.setFocusProxy(self.pages if is_pdf else self.report)
        if paper is not None and not is_pdf:
            document = discreet_document(paper.document) if self.hidden else paper.document
            self._parts = report_parts(document)
            self.report.document().setDefaultStyleSheet(assets.page_style())
            self.report.setHtml(next(self._parts))
            self._writing.start()
        self._tell()

    def _write_on(self) -> None:
        """Write the next part of a report; the rest when the window has drawn itself."""
        part = next(self._parts, None)
        if part is not None:
            self.report.append(part)
            self._writing.start()

    def _tell(self) -> None:
        paper = self.paper
        if paper is None:
            return
        document = discreet_document(paper.document) if self.hidden else paper.document
        who = document.identity
        name = wording.whole_name(who.patient_name)
        if not name and not self.hidden:
            name = wording.file_name(paper.name)
        self.person.setText("\n".join(person_lines(name, who)))
        notes = (self._note,) if self._note else ()
        self.study.setText("\n".join((*study_lines(who), *notes)))
        chips = [*self._cautions, *map(tr, document.warnings)]
        if document.status not in ("", "complete, verified"):
            chips.append(", ".join(tr(word) for word in document.status.split(", ")))
        if self.hidden and document.kind == "report":
            chips.append(tr("What was written freely can still name a person."))
        if self._missing:
            chips.append(tr("The film that is meant is not in the worklist."))
        self.chips.setText("\n".join(chips))
        self.chips.setVisible(bool(chips))
        self.foot.setText(" · ".join(filter(None, (*self._state(paper), self._position))))
        self._count()

    def _state(self, paper: Paper) -> tuple[str, ...]:
        document = paper.document
        if document.kind == "report":
            return (tr("Report"),)
        count = len(document.pages)
        page = tr("Page {page}/{count}", page=self.pages.page + 1, count=count)
        zoom = tr("Zoom {share}", share=f"{self.pages.percent} %")
        return (page, zoom, "PDF") if not self.hidden else ("PDF",)

    # pages

    def _paint(self, page: int, longest_px: int) -> None:
        paper = self.paper
        if paper is not None:
            self._session.paper_reading.drop(self._painting)
            self._painting = self._session.paper_reading.paint(
                paper, page, longest_px, lambda reply: self._painted(page, reply)
            )

    def _painted(self, page: int, reply: Reply) -> None:
        if reply.request != self._painting:
            return
        if reply.error is not None:
            self.chips.setText(tr(str(reply.error)))
            self.chips.show()
        else:
            self.pages.set_picture(page, to_qimage(reply.value))

    def step(self, by: int) -> None:
        """Turn a page, or scroll a report by one."""
        if self._middle.currentWidget() is self.pages:
            self.pages.step(by)
        else:
            bar = self.report.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())

    # zoom

    def fit(self) -> None:
        """Show the whole page; a report in its usual size."""
        self.pages.fit()
        self.report.setFont(self.font())

    def one_to_one(self) -> None:
        """Show the page as large as on paper; a report in its usual size."""
        self.report.setFont(self.font())
        self.pages.one_to_one()

    def zoom_in(self) -> None:
        """Show it larger."""
        self.pages.zoom_in()
        self.report.zoomIn(1)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self.pages.zoom_out()
        self.report.zoomOut(1)

    def invert(self) -> None:
        """Swap black and white of a PDF; a report is light on dark already."""
        self.pages.invert()

    # links and words

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(LINK):
            self._missing = not self._session.select_image(target.removeprefix(LINK))
            self._tell()

    def cancel_tool(self) -> bool:
        """Let go of the words that were looked for; return whether there were any."""
        there = bool(self.search.text())
        self.search.clear()
        return there

    def ask_words(self) -> None:
        """Let the reader type what to find."""
        self.search.setFocus()
        self.search.selectAll()

    def _search(self, words: str) -> None:
        self._session.paper_reading.drop(self._finding)
        self._looked_for = ""
        self.report.moveCursor(QTextCursor.MoveOperation.Start)
        if self._middle.currentWidget() is self.report:
            self.step_found(1)
        elif not words.strip():
            self.pages.show_hits(())
        self._count()

    def step_found(self, by: int) -> None:
        """Go to the next place (1) where the words stand, or to the previous one (-1)."""
        words, paper = self.search.text().strip(), self.paper
        if paper is None or not words:
            return
        if self._middle.currentWidget() is self.report:
            flags = _BACK if by < 0 else _NEITHER
            if not self.report.find(words, flags):
                end = QTextCursor.MoveOperation.End if by < 0 else QTextCursor.MoveOperation.Start
                self.report.moveCursor(end)
                self.report.find(words, flags)
        elif words == self._looked_for:
            self.pages.step_hit(by)
        elif self._middle.currentWidget() is self.pages:
            self._finding = self._session.paper_reading.find(
                paper, words, lambda reply: self._found(words, reply)
            )
        self._count()

    def _found(self, words: str, reply: Reply) -> None:
        if reply.request == self._finding and reply.error is None:
            self._looked_for = words
            self.pages.show_hits(reply.value)
            self._count()

    def _count(self) -> None:
        words = self.search.text().strip()
        if not words:
            self.count.clear()
        elif self._middle.currentWidget() is self.report:
            text = self.report.toPlainText().casefold()
            self.count.setText(tr("{count} found", count=text.count(words.casefold())))
        elif self._looked_for:
            here, count = self.pages.hit
            self.count.setText(f"{here}/{count}")
        else:
            self.count.setText(tr("Enter finds"))
