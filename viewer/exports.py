"""What the window's export, copy and print do."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import isValid

from viewer import film as films
from viewer.canvas.capture import view_picture
from viewer.canvas.grid import ViewportGrid
from viewer.exporting import Done, Scope, suggested
from viewer.film import Film
from viewer.language import tr
from viewer.paper_exports import PaperExports
from viewer.preferences import Preferences
from viewer.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from viewer.dialogs.export import Wish

_PICTURES = ("PNG", "JPEG", "TIFF")


def is_dicom(film: Film) -> bool:
    """Whether a film was read from a DICOM file."""
    return film.radiograph.kind not in _PICTURES


class Exports(QObject):
    """Takes pictures of the view, and asks how the film shall leave."""

    def __init__(
        self, session: Session, preferences: Preferences, grid: ViewportGrid, window: QMainWindow
    ) -> None:
        """Work for a window."""
        super().__init__(window)
        self._session, self._preferences = session, preferences
        self._grid, self._window = grid, window
        self.papers = PaperExports(session, preferences, window)

    def picture(self) -> QImage:
        """Return what is on screen, as the preferences allow it to leave."""
        chosen = self._preferences.current
        return view_picture(
            self._grid.view, annotations=chosen.export_annotations, identity=chosen.export_identity
        )

    def copy(self) -> None:
        """Put what is on screen on the clipboard; of a document its words."""
        shown = self._grid.paper
        if shown is not None and shown.paper is not None:
            self.papers.copy(shown.paper, shown.pages.page)
            return
        QApplication.clipboard().setImage(self.picture())
        self._session.auditing.exported(self._session.exporter.study())
        named = self._preferences.current.export_identity and not self._session.identity_hidden
        self._say(tr("Copied, with names.") if named else tr("Copied, without names."))

    def ask_print(self) -> None:
        """Let the reader choose a printer, and print what is on screen; a document whole."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        paper = self._session.light_box.lit.paper
        if paper is not None:
            dialog.accepted.connect(lambda: self.papers.print(paper, printer))
        else:
            picture = self.picture()
            dialog.accepted.connect(lambda: self.print(picture, printer))
        dialog.setModal(True)
        dialog.show()

    def print(self, picture: QImage, printer: "QPrinter") -> None:
        """Print a picture, and say how it went."""
        exporter = self._session.exporter

        def ended(done: Done) -> None:
            exporter.finished.disconnect(ended)
            self._say(done.problem or tr("Printed."))

        exporter.finished.connect(ended)
        exporter.print(picture, printer)

    def ask(self) -> None:
        """Open the export dialog for the film on show."""
        from viewer.dialogs.export import ExportDialog, Offer

        box, row = self._session.light_box, self._session.row
        if box.lit.paper is not None:
            self.papers.ask(box.lit.paper)
            return
        film, number = box.lit.film, self._session.current
        if film is None or row is None or number is None:
            return
        chosen = self._preferences.current
        offer = Offer(
            films.draft_image(film, box.presentation)[0],
            film.radiograph.shape,
            film.radiograph.spacing.stretch,
            chosen.export_annotations,
            chosen.export_identity,
            self._session.identity_hidden,
            is_dicom=is_dicom(film),
            mirrored=box.presentation.mirrored,
        )
        folder = Path(chosen.export_folder or pictures_folder())
        exporter = self._session.exporter
        dialog = ExportDialog(
            offer,
            lambda ending, named: suggested(
                folder, number, ending, row.identity if named else None
            ),
            self._window,
        )
        presentation = box.presentation

        def save(wish: "Wish", target: Path) -> None:
            self._preferences.remember(export_folder=str(target.parent))
            make = {
                Scope.VIEW: lambda: exporter.picture(self._seen(wish), wish.kind),
                Scope.FILM: lambda: exporter.film(film, presentation, wish.kind, wish.masks),
                Scope.STORED: lambda: exporter.stored(film.as_stored, wish.masks),
                Scope.DICOM: lambda: exporter.dicom(row, wish.masks),
            }[wish.scope]()
            exporter.save(make, target, self._session.sources)

        dialog.wanted.connect(save)
        dialog.cancelled.connect(exporter.cancel)
        exporter.finished.connect(dialog.finish)
        dialog.finished.connect(lambda: exporter.finished.disconnect(dialog.finish))
        exporter.burned_in(
            row, lambda said: dialog.show_burned_in(said) if isValid(dialog) else None
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _seen(self, wish: "Wish") -> QImage:
        return view_picture(
            self._grid.view, annotations=wish.annotations, identity=wish.identity, masks=wish.masks
        )

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, 8000)


def pictures_folder() -> str:
    """Return where the system keeps pictures."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
