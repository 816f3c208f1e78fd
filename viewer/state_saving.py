"""Saving what is on screen as a new presentation state."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow

from engine.images.softcopy import Softcopy
from engine.types import Rescale
from viewer.canvas.corners import Annotations
from viewer.canvas.grid import ViewportGrid
from viewer.canvas.marking import Marked
from viewer.canvas.state_made import annotations_of, left_out, softcopy_of
from viewer.exporting import Done, suggested
from viewer.exports import is_dicom, pictures_folder
from viewer.language import tr
from viewer.preferences import Preferences
from viewer.session import Session

if TYPE_CHECKING:
    from viewer.dialogs.save_state import SaveStateDialog

_SUFFIX = ".dcm"


class StateSaving(QObject):
    """Asks how a state shall be called and where it shall lie, and has it written."""

    def __init__(
        self, session: Session, preferences: Preferences, grid: ViewportGrid, window: QMainWindow
    ) -> None:
        """Work for a window."""
        super().__init__(window)
        self._session, self._preferences = session, preferences
        self._grid, self._window = grid, window

    @property
    def possible(self) -> bool:
        """Whether a greyscale state can be made of the film on show."""
        film, row = self._session.light_box.lit.film, self._session.row
        if film is None or row is None or film.name != row.name:
            return False
        whole = film.radiograph.narrowed == Rescale()
        return film.radiograph.is_grey and whole and is_dicom(film)

    def seen(self, *, annotated: bool) -> Softcopy | None:
        """Return what is on screen, with the annotations or without; None without a film."""
        box, view = self._session.light_box, self._grid.view
        film = box.lit.film
        if film is None:
            return None
        softcopy = softcopy_of(film, box.presentation, view.area)
        if not annotated:
            return replace(softcopy, annotations=(), overlay_groups=(), overlays=())
        marked = Marked(self._session.markup.state, None, box.presentation)
        own = annotations_of(marked, view.viewportTransform())
        return replace(softcopy, annotations=(*softcopy.annotations, *own))

    def ask(self) -> None:
        """Open the dialog for the film on show."""
        from viewer.dialogs.save_state import SaveStateDialog

        box = self._session.light_box
        film = box.lit.film
        if film is None:
            return
        shown = self._grid.annotations is not Annotations.NONE
        dialog = SaveStateDialog(
            film.softcopy.label or "HILUM",
            marks=shown,
            left_out=left_out(box.presentation),
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self._save(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(self, dialog: "SaveStateDialog") -> None:
        session, exporter = self._session, self._session.exporter
        film, row, number = session.light_box.lit.film, session.row, session.current
        softcopy = self.seen(annotated=dialog.marks.isChecked())
        if film is None or row is None or number is None or softcopy is None:
            return
        words = dialog.label.text(), dialog.description.text().strip()
        softcopy = replace(softcopy, label=words[0], description=words[1])
        folder = Path(self._preferences.current.export_folder or pictures_folder())
        start = suggested(folder, number, _SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save presentation state"), str(start), f"*{_SUFFIX}"
        )
        if not name:
            return
        target = Path(name) if Path(name).suffix else Path(name).with_suffix(_SUFFIX)
        self._preferences.remember(export_folder=str(target.parent))

        def ended(done: Done) -> None:
            if done.target != target:
                return
            exporter.finished.disconnect(ended)
            self._window.statusBar().showMessage(
                done.problem or tr("Written: {name}", name=target.name), 8000
            )
            if not done.problem:
                session.open((target,))

        exporter.finished.connect(ended)
        self._window.statusBar().showMessage(tr("Writing {name} …", name=target.name))
        exporter.save(exporter.softcopy(row, film, softcopy), target, session.sources)
