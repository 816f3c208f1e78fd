"""Heat maps of films: as they came, or made when a film whose scores were stored is on show."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.models.assess import Assessor
from engine.types import Activations
from viewer.entries import Entry
from viewer.jobs import Jobs, Reply
from viewer.lightbox import Lit
from viewer.overlay import OverlayState
from viewer.reliability import Shown
from viewer.services import MakesMaps


class Maps(QObject):
    """Makes one film's at a time; ``made`` gives the row's number."""

    made = Signal(int)

    def __init__(self, jobs: Jobs, make: MakesMaps, parent: QObject | None = None) -> None:
        """Start idle."""
        super().__init__(parent)
        self._jobs, self._make = jobs, make
        self._made: dict[int, Activations | None] = {}
        self._wanted = self._request = 0

    def of(self, entry: Entry | None) -> Activations | None:
        """Return a film's maps; None where it has none, and where they are hidden."""
        if entry is None or entry.row.assessed is None:
            return None
        return entry.row.assessed.activations or self._made.get(entry.number)

    def forget(self, number: int | None = None) -> None:
        """Forget the maps of a film that came anew, or of all."""
        if number is None:
            self._made.clear()
        else:
            self._made.pop(number, None)

    def want(self, entry: Entry | None, assessor: Assessor | None, lit: Lit) -> None:
        """Make the maps of the film on show where it has none: the store keeps scores alone."""
        if entry is None or not entry.labels or assessor is None or entry.number in self._made:
            return
        if self.of(entry) is not None or lit.film is None or lit.wanted:
            return
        film, number = lit.film.as_stored.radiograph, entry.number
        said = entry.row.assessed and entry.row.assessed.assessment
        correction = said.correction if said else ""
        if film.frame or (self._request and self._wanted == number):
            return
        if self._request:
            self._jobs.cancel(self._request)
        self._wanted = number
        self._request = self._jobs.submit(
            "look",
            lambda: self._make(assessor, film, correction),
            lambda reply: self._came(number, reply),
        )

    def _came(self, number: int, reply: Reply) -> None:
        if reply.request == self._request:
            self._request = 0
        self._made[number] = reply.value
        self.made.emit(number)

    def on_show(
        self, entry: Entry | None, assessor: Assessor | None, lit: Lit, overlay: OverlayState
    ) -> Shown | None:
        """Return what lies over the film now; None where there is no map."""
        maps = self.of(entry)
        if maps is None or assessor is None or entry is None or entry.row.assessed is None:
            return None
        if lit.film is None or lit.wanted or not (overlay.on and overlay.finding):
            return None
        film = lit.film.as_stored.radiograph
        # What came from the store has its maps here alone.
        assessed = replace(entry.row.assessed, activations=maps)
        return Shown(assessor, film, assessed, maps, overlay.finding)
