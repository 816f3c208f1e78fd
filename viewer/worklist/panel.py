"""The worklist's side of the window: what narrows it, the list, progress with cancel."""

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.types import Identity
from viewer.entries import Entry, Progress
from viewer.films import Flags
from viewer.language import tr
from viewer.session import Session
from viewer.worklist.delegate import FilmDelegate
from viewer.worklist.film_list import FilmList
from viewer.worklist.model import WorklistModel
from viewer.worklist.narrowing import Narrowing

_NEAR = (1, -1, 2)


class WorklistPanel(QWidget):
    """Films on the left of the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the panel and listen to the session."""
        super().__init__(parent)
        self._session = session
        self.order = WorklistModel(session, self)
        self.list = FilmList(self.order, self)
        self.narrowing = Narrowing(session, self.order, self)
        self._bar = QProgressBar(self)
        self._pause = QPushButton(tr("Pause"), self)
        self._stop = QPushButton(tr("Cancel"), self)
        self._count = QLabel(self)
        self._prepare()
        self._arrange()
        session.progress_changed.connect(self._show_progress)
        session.selected.connect(self._show_selected)
        session.stored.known.connect(self._show_count)
        session.thumbnails.arrived.connect(self.list.viewport().update)
        self.order.layoutChanged.connect(self._show_count)
        self.order.modelReset.connect(lambda: self._show_selected(session.entry))
        self._show_progress(session.progress)

    def _prepare(self) -> None:
        self.list.setItemDelegate(FilmDelegate(self._session.thumbnails, self))
        self.list.selectionModel().currentChanged.connect(self._stepped)
        self.list.clicked.connect(self._chosen)
        self.list.dragged.connect(lambda: self._show_selected(self._session.entry))
        self.list.setAccessibleName(tr("Worklist"))
        self.list.horizontalHeader().sectionClicked.connect(self._header_clicked)
        self.narrowing.sorted_by.connect(self.sort_by)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Opening films"))
        self._stop.setAccessibleName(tr("Cancel opening"))
        self._stop.clicked.connect(self._session.cancel)
        self._pause.clicked.connect(self._toggle_pause)
        self._count.setObjectName("dim")
        self._count.setWordWrap(True)
        self.setMinimumWidth(230)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 2, 6)
        layout.addWidget(self.narrowing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._count)
        running = QHBoxLayout()
        running.addWidget(self._bar, 1)
        running.addWidget(self._pause)
        running.addWidget(self._stop)
        layout.addLayout(running)

    # what the reader arranged

    def kept(self) -> dict[str, Any]:
        """Return columns, widths and order, to be restored at the next start."""
        return {
            "columns": [column.id for column in self.order.columns],
            "widths": self.list.widths,
            "sorting": self.order.sorting.id,
            "falling": self.order.falling,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Arrange the list as it was kept; what makes no sense is left out."""
        shown, widths = kept.get("columns"), kept.get("widths")
        if isinstance(shown, list):
            self.order.set_columns([name for name in shown if isinstance(name, str)])
        if isinstance(widths, dict):
            self.list.set_widths({k: w for k, w in widths.items() if isinstance(w, int)})
        self.sort_by(str(kept.get("sorting")), falling=kept.get("falling") is True)

    def sort_by(self, name: str, *, falling: bool = False) -> None:
        """Sort the list by a column."""
        self.order.sort_by(name, falling=falling)
        self.list.show_sorting()
        self.narrowing.show_sorting()

    def _header_clicked(self, place: int) -> None:
        column = self.order.columns[place]
        self.sort_by(column.id, falling=column is self.order.sorting and not self.order.falling)

    # the selection

    def _stepped(self, index: QModelIndex, _previous: QModelIndex) -> None:
        """Choose a row at once, but a pressed one when it is let go: it may be dragged away."""
        if not self.list.pressed_now:
            self._chosen(index)

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.select(int(self.order.numbers[index.row()]))

    def _show_selected(self, entry: Entry | None) -> None:
        row = -1 if entry is None else self.order.place(entry.number)
        if row < 0:
            self.list.selectionModel().clear()
        elif row != self.list.currentIndex().row():
            self.list.put_current(row)
        else:
            self.list.show_row(row)

    # what there is

    def _show_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.found if progress.listed else 0)
        self._bar.setValue(progress.opened)
        self._bar.setVisible(progress.running)
        self._stop.setVisible(progress.running)
        self._pause.setVisible(progress.running and not progress.cancelling)
        self._pause.setText(tr("Go on") if progress.paused else tr("Pause"))
        self._pause.setAccessibleName(
            tr("Go on opening") if progress.paused else tr("Pause opening")
        )
        self._stop.setEnabled(not progress.cancelling)
        self._stop.setText(tr("Stopping …") if progress.cancelling else tr("Cancel"))
        self._show_count()

    def _toggle_pause(self) -> None:
        self._session.opening.pause(on=not self._session.progress.paused)

    def _show_count(self) -> None:
        """Say what became of the files, and how many are key images."""
        progress = self._session.progress
        films = tr("1 file") if progress.done == 1 else tr("{count} files", count=progress.done)
        shown = self.order.rowCount()
        if shown < progress.done:
            films = tr("{shown} of {count} files", shown=shown, count=progress.done)
        parts = [
            films,
            tr("{count} scored", count=progress.scored),
            tr("{count} hidden", count=progress.hidden)
            if progress.hidden
            else tr("{count} flagged", count=progress.flagged),
        ]
        if progress.unreadable:
            parts.append(tr("{count} unreadable", count=progress.unreadable))
        if progress.paused:
            parts.append(tr("paused"))
        if self._session.stored.reading:
            parts = [*(parts if progress.done else ()), tr("Reading the kept list …")]
        if not self._session.films.settled:
            parts.append(tr("search and priors follow …"))
        keys = len(self.order.key_images())
        if keys:
            parts.append(tr("1 key image") if keys == 1 else tr("{count} key images", count=keys))
        something = progress.done or progress.running or self._session.stored.reading
        self._count.setText(" · ".join(parts) if something else "")
        self.narrowing.show_counts()

    # stepping

    def step_to(self, wanted: Flags) -> None:
        """Select the next film below that is wanted, from the top again after the last."""
        places = np.flatnonzero(wanted[self.order.numbers])
        here = self.list.currentIndex().row()
        if places.size and places.tolist() != [here]:
            self.list.put_current(int(next(iter(places[places > here]), places[0])))

    def step_to_first(self, wanted: Flags) -> bool:
        """Select the first film of the list that is wanted; return whether there is one."""
        places = np.flatnonzero(wanted[self.order.numbers])
        if places.size:
            self.list.put_current(int(places[0]))
        return bool(places.size)

    def step_past(self, same: Callable[[Identity, Identity], object], by: int) -> None:
        """Select the nearest film below (``by`` 1) or above (-1) that is not the ``same``."""
        here, current, films = (
            self.list.currentIndex().row(),
            self._session.row,
            self._session.films,
        )
        if current is None or here < 0:
            self.step(by)
            return
        # Only films that may be of the patient are looked at one by one.
        related = frozenset(films.kin.related(int(self.order.numbers[here])))
        for place in range(here + by, self.order.rowCount() if by > 0 else -1, by):
            number = int(self.order.numbers[place])
            if number not in related or not same(films.row(number).identity, current.identity):
                self.list.put_current(place)
                return

    def step(self, by: int) -> None:
        """Select the film that many places further down, staying inside the list."""
        rows = self.order.rowCount()
        if not rows:
            return
        here = self.list.currentIndex().row()
        self.list.put_current(min(max(here + by, 0), rows - 1) if here >= 0 else 0)

    def neighbours(self) -> tuple[int, ...]:
        """Return the films that the reader may step to next, the likeliest first."""
        here, rows = self.list.currentIndex().row(), self.order.rowCount()
        places = [here + by for by in _NEAR if 0 <= here + by < rows] if here >= 0 else []
        return tuple(int(self.order.numbers[place]) for place in places)

    def position(self) -> str:
        """Return where the selected film stands, for the film's corner."""
        row = self.list.currentIndex().row()
        if row < 0:
            return ""
        return tr("Film {place}/{count}", place=row + 1, count=self.order.rowCount())
