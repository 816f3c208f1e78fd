"""The outline of the lungs: found once a film, drawn only where the reader asks for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from engine.models import heatmap
from engine.models.lungs import on_film
from engine.types import Radiograph
from viewer.film import Film
from viewer.jobs import Jobs, Reply
from viewer.language import tr
from viewer.lightbox import Lit
from viewer.services import Grid
from viewer.viewports import Viewports

NOT_FOUND = "Lungs not found"
_LEVEL = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Lungs:
    """What was found on a film.

    Attributes
    ----------
    grid : ndarray or None
        The lungs' probability on the lung model's grid; None where there is no outline.
    contours : tuple of ndarray
        Each (n, 2), in pixels of the film (x, y).
    problem : str
        Why there is no outline.
    """

    grid: Grid | None = None
    contours: tuple[NDArray[np.float32], ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class LungsState:
    """Whether the reader wants the outline; ``lungs`` is None until they were looked for."""

    on: bool = False
    lungs: Lungs | None = None

    @property
    def visible(self) -> bool:
        """Whether there is something to see now."""
        return self.on and self.lungs is not None and bool(self.lungs.contours)

    @property
    def words(self) -> str:
        """What to say over the film in place of the outline that was asked for."""
        return self.lungs.problem if self.on and self.lungs is not None else ""


def outline(find: Callable[[Radiograph], Grid | None], radiograph: Radiograph) -> Lungs:
    """Look for the lungs and draw round them (in a worker thread)."""
    grid = find(radiograph)
    if grid is None:
        return Lungs(problem=tr(NOT_FOUND))
    mask = on_film(grid, radiograph.shape)
    return Lungs(grid, heatmap.contours(mask.astype(np.float32), _LEVEL))


class LungFields(QObject):
    """The lungs of the film on show; off until the reader asks, then on from film to film."""

    changed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        viewports: Viewports,
        find: Callable[[Radiograph], Grid | None],
        parent: QObject | None = None,
    ) -> None:
        """Follow the lit viewport; a presentation state does not change where the lungs are."""
        super().__init__(parent)
        self._jobs = jobs
        self._find = find
        self._film: Film | None = None
        self._request = 0
        self.state = LungsState()
        viewports.lit_changed.connect(self._lit)

    @property
    def film(self) -> Film | None:
        """The film whose lungs these are."""
        return self._film

    def toggle(self) -> None:
        """Show the outline or take it away."""
        self.switch(on=not self.state.on)

    def switch(self, *, on: bool) -> None:
        """Show or take away the outline."""
        if on != self.state.on:
            self._set(replace(self.state, on=on))
            if on:
                self.look()

    def look(self) -> None:
        """Look for the lungs of the film on show, whether or not they are to be drawn."""
        film = self._film
        if film is None or self.state.lungs is not None or self._request:
            return
        self._request = self._jobs.submit(
            "look", lambda: outline(self._find, film.radiograph), self._found
        )

    def _lit(self, lit: Lit) -> None:
        film = None if lit.film is None else lit.film.as_stored
        if film is self._film:
            return
        self._film = film
        self._jobs.drop(self._request)
        self._request = 0
        self._set(replace(self.state, lungs=None))
        if self.state.on:
            self.look()

    def _found(self, reply: Reply) -> None:
        self._request = 0
        lungs = Lungs(problem=str(reply.error)) if reply.error is not None else reply.value
        self._set(replace(self.state, lungs=lungs))

    def _set(self, state: LungsState) -> None:
        self.state = state
        self.changed.emit(state)
