"""Documents leave the program: as text, as the PDF that they are, on paper."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from engine.images.pdfs import Size
from viewer.canvas.painting import to_qimage
from viewer.discretion import discreet_document
from viewer.exporting import Done, begun, draw_fitted, suggested
from viewer.jobs import Reply
from viewer.language import tr
from viewer.paper import Paper, report_page
from viewer.preferences import Preferences
from viewer.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINTED_DPI = 200
_POINTS_PER_INCH = 72
Pages = Callable[[int, int], NDArray[np.uint8]]
"""A page's number and its longest side in pixels -> its picture."""


class PaperExports(QObject):
    """What export, copy and print do where a document is lit."""

    def __init__(self, session: Session, preferences: Preferences, window: QMainWindow) -> None:
        """Work for a window."""
        super().__init__(window)
        self._session, self._preferences, self._window = session, preferences, window

    @property
    def _named(self) -> bool:
        return self._preferences.current.export_identity and not self._session.identity_hidden

    def _allowed(self, paper: Paper) -> bool:
        """Return whether it may leave: nobody can take the names out of a PDF."""
        if paper.document.kind == "PDF" and self._session.identity_hidden:
            self._say(tr("Not while identities are hidden: a PDF can name people on any page."))
            return False
        return True

    def copy(self, paper: Paper, page: int) -> None:
        """Put a report, or the words of a PDF's page, on the clipboard."""
        if not self._allowed(paper):
            return
        self._session.auditing.exported(self._session.exporter.study())
        if paper.document.kind == "report":
            document = paper.document if self._named else discreet_document(paper.document)
            QApplication.clipboard().setText(document.text)
            self._say(tr("Copied, with names.") if self._named else tr("Copied, without names."))
            return

        def arrived(reply: Reply) -> None:
            if reply.error is None:
                QApplication.clipboard().setText(reply.value)
            self._say(tr("Copied, as it stands.") if reply.error is None else tr(str(reply.error)))

        self._session.paper_reading.text(paper, page, arrived)

    def ask(self, paper: Paper) -> None:
        """Ask for a file, and write the document into it."""
        number = self._session.current
        if not self._allowed(paper) or number is None:
            return
        report = paper.document.kind == "report"
        folder = Path(self._preferences.current.export_folder or Path.home())
        who = paper.document.identity if self._named else None
        name = suggested(folder, number, ".txt" if report else ".pdf", who)
        caption = tr("Export the report") if report else tr("Export the PDF, with all its names")
        target, _ = QFileDialog.getSaveFileName(self._window, caption, str(name))
        if target:
            self._preferences.remember(export_folder=str(Path(target).parent))
            self.save(paper, Path(target))

    def save(self, paper: Paper, target: Path) -> None:
        """Write the document, never over a file that is open here."""
        document = paper.document if self._named else discreet_document(paper.document)
        exporter = self._session.exporter
        report = document.kind == "report"
        make = (lambda: document.text.encode()) if report else exporter.pdf(paper.row)
        done = tr("Written: {name}", name=target.name)
        self._tell_end(done)
        exporter.save(make, target, self._session.sources)

    def print(self, paper: Paper, printer: "QPrinter") -> None:
        """Print the document."""
        if not self._allowed(paper):
            return
        document = paper.document if self._named else discreet_document(paper.document)
        exporter = self._session.exporter
        self._say(tr("Printing …"))
        self._tell_end(tr("Printed."))
        if document.kind == "report":
            exporter.do(lambda: report_on_paper(report_page(document), printer))
        else:
            pictures = exporter.pages(paper.row)
            exporter.do(lambda: pdf_on_paper(document.pages, pictures, printer))

    def _tell_end(self, words: str) -> None:
        exporter = self._session.exporter

        def ended(done: Done) -> None:
            exporter.finished.disconnect(ended)
            self._say(done.problem or words)

        exporter.finished.connect(ended)

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, 8000)


def report_on_paper(page: str, printer: "QPrinter") -> None:
    """Print a report's HTML (in any thread)."""
    document = QTextDocument()
    document.setHtml(page)
    document.print_(printer)


def pdf_on_paper(sizes: tuple[Size, ...], picture: Pages, printer: "QPrinter") -> None:
    """Print a PDF's pages, all or those that the printer was asked for (in any thread).

    Raises
    ------
    NotExported
        Where the printer does not begin.
    """
    painter = begun(printer)
    first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
    try:
        for page in range(first - 1, min(last, len(sizes))):
            if page >= first:
                printer.newPage()
            longest = round(max(sizes[page]) / _POINTS_PER_INCH * _PRINTED_DPI)
            draw_fitted(painter, to_qimage(picture(page, longest)), QRectF(painter.viewport()))
    finally:
        painter.end()
