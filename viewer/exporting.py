"""Films leave the program: as pictures, as stored values, without their person, on paper."""

import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from engine.errors import Cancelled, HilumError, NotExported
from engine.exchange.naming import OutputNames
from engine.exchange.pictures import Mask, save_beside, stored_png
from engine.images.softcopy import Softcopy
from engine.triage.pipeline import Row
from engine.types import Identity
from viewer import wording
from viewer.canvas.capture import encoded, film_picture
from viewer.film import Film
from viewer.jobs import Jobs, Reply
from viewer.language import tr
from viewer.presentation import Presentation
from viewer.services import Services

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_BURNED_IN = "BurnedInAnnotation"


class Scope(StrEnum):
    """What is exported."""

    VIEW = "view"
    FILM = "film"
    STORED = "stored"
    DICOM = "dicom"


KINDS = {"png": ".png", "jpeg": ".jpg", "tiff": ".tif"}
"""Kind of picture -> its suffix."""


@dataclass(frozen=True, slots=True)
class Done:
    """The end of an export: the file that was written, or why there is none.

    ``study`` is the one that it is of, empty where it is of the list; ``films`` counts.
    """

    target: Path
    problem: str = ""
    study: str = ""
    films: int = 1


def suffix(scope: Scope, kind: str) -> str:
    """Return the suffix of what is exported."""
    fixed = {Scope.STORED: ".png", Scope.DICOM: ".dcm"}
    return fixed.get(scope, KINDS[kind])


def suggested(folder: Path, number: int, ending: str, identity: Identity | None = None) -> Path:
    """Return a free name: of the film's number, or where ``identity`` is given of the person."""
    name = f"film-{number + 1}"
    if identity is not None:
        told = (wording.person_name(identity.patient_name), wording.date(identity.study_date))
        name = " ".join(part.replace("/", "-") for part in told if part) or name
    names = OutputNames(folder)
    while (path := names.path_for(name, ending)).exists():
        pass
    return path


class Exporter(QObject):
    """Writes one thing at a time in a lane of its own; nothing half written is ever left."""

    finished = Signal(object)

    def __init__(self, jobs: Jobs, services: Services, parent: QObject | None = None) -> None:
        """Start idle; ``study`` gives that of the film on show."""
        super().__init__(parent)
        self._jobs, self._services = jobs, services
        self._cancel = threading.Event()
        self.study: Callable[[], str] = str

    # what is exported

    def picture(self, picture: QImage, kind: str) -> Callable[[], bytes]:
        """Return the encoding of a picture that was taken of the view."""
        return functools.partial(encoded, picture, kind)

    def film(
        self, film: Film, presentation: Presentation, kind: str, masks: tuple[Mask, ...]
    ) -> Callable[[], bytes]:
        """Return the painting and encoding of a whole film."""
        return lambda: encoded(film_picture(film, presentation, masks), kind)

    def stored(self, film: Film, masks: tuple[Mask, ...]) -> Callable[[], bytes]:
        """Return the encoding of stored values."""
        return lambda: stored_png(film.radiograph, masks)

    def dicom(self, row: Row, masks: tuple[Mask, ...]) -> Callable[[], bytes]:
        """Return the cleaning of a file."""
        return lambda: self._services.deidentified(row, masks)

    def softcopy(self, row: Row, film: Film, softcopy: Softcopy) -> Callable[[], bytes]:
        """Return the making of a presentation state."""
        return lambda: self._services.softcopy_file(row, film.radiograph, softcopy)

    def pdf(self, row: Row) -> Callable[[], bytes]:
        """Return the taking out of a PDF."""
        return lambda: self._services.papers.file(row)

    def pages(self, row: Row) -> Callable[[int, int], NDArray[np.uint8]]:
        """Return the painting of a PDF's pages."""
        return lambda page, longest_px: self._services.papers.page(row, page, longest_px)

    # doing it

    def save(
        self,
        make: Callable[[], bytes],
        target: Path,
        sources: tuple[Path, ...],
        *,
        listed: int = 0,
    ) -> None:
        """Make something and write it, never over one of ``sources``; ends in ``finished``.

        ``listed`` is the number of films where it is of the list and not of the film on show.
        """
        cancel = self._cancel = threading.Event()

        def work() -> None:
            content = make()
            if cancel.is_set():
                raise Cancelled(tr("Stopped; nothing was written."))
            save_beside(target, content, sources)

        self._run(work, target, listed)

    def print(self, picture: QImage, printer: "QPrinter") -> None:
        """Put a picture on paper; ends in ``finished``."""
        self._run(lambda: on_paper(picture, printer), Path())

    def do(self, work: Callable[[], None]) -> None:
        """Do what is neither; ends in ``finished``."""
        self._run(work, Path())

    def cancel(self) -> None:
        """Write nothing any more."""
        self._cancel.set()

    def burned_in(self, row: Row, receiver: Callable[[str], None]) -> None:
        """Tell what the file says of text in its pixels: "YES", "NO" or nothing."""

        def look() -> str:
            try:
                found = self._services.attributes(row)
            except HilumError:
                return ""
            return next((each.value for each in found if each.keyword == _BURNED_IN), "")

        self._jobs.submit("export", look, lambda reply: receiver(str(reply.value or "")))

    def _run(self, work: Callable[[], None], target: Path, listed: int = 0) -> None:
        of = "" if listed else self.study(), listed or 1

        def ended(reply: Reply) -> None:
            problem = "" if reply.error is None else tr(str(reply.error))
            self.finished.emit(Done(target, problem, *of))

        self._jobs.submit("export", work, ended)


def begun(printer: "QPrinter") -> QPainter:
    """Return a painter at work on a printer.

    Raises
    ------
    NotExported
        Where the printer does not begin.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise NotExported(tr("The printer does not answer."))
    return painter


def draw_fitted(painter: QPainter, picture: QImage, room: QRectF) -> None:
    """Draw a picture as large as the room allows, in its middle."""
    size = picture.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(room.center())
    painter.drawImage(place, picture)


def on_paper(picture: QImage, printer: "QPrinter") -> None:
    """Print a picture as large as the page allows, with the warning below it.

    Raises
    ------
    NotExported
        Where the printer does not begin.
    """
    painter = begun(printer)
    page = QRectF(painter.viewport())
    line = painter.fontMetrics().height() * 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    draw_fitted(painter, picture, page.adjusted(0, 0, 0, -line))
    foot = QRectF(page.left(), page.bottom() - line, page.width(), line)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"Hilum – {tr(wording.NOT_FOR_DIAGNOSIS)}")
    painter.end()
