"""The heat map of one finding, on demand and never by itself."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from engine.models import heatmap
from engine.models.card import ModelCard
from engine.types import Activations
from viewer.canvas import painting
from viewer.jobs import Jobs, Reply

CONTOUR_LEVEL = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Heat:
    """A painted map over the whole film, and its contours (n, 2) in its pixels (x, y)."""

    image: QImage
    contours: tuple[NDArray[np.float32], ...]


@dataclass(frozen=True, slots=True, eq=False)
class OverlayState:
    """What the reader asked to see over the film; ``heat`` is None until it is painted."""

    finding: str = ""
    on: bool = False
    opacity: float = 0.35
    colours: str = "inferno"
    heat: Heat | None = None

    @property
    def visible(self) -> bool:
        """Whether there is something to see now."""
        return self.on and self.heat is not None


def paint_heat(card: ModelCard, activations: Activations, finding: str, colours: str) -> Heat:
    """Paint one finding's map (in a worker thread)."""
    grid = heatmap.finding_map(card, activations, finding)
    over_film = heatmap.on_image(grid, activations)
    contours = heatmap.contours(over_film, CONTOUR_LEVEL)
    return Heat(painting.heat_image(over_film, colours), contours)


class Overlay(QObject):
    """Which finding is explained; only these methods change it."""

    changed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Start without a film and switched off."""
        super().__init__(parent)
        self._jobs = jobs
        self._request = 0
        self._source: tuple[ModelCard, Activations] | None = None
        self.state = OverlayState()

    @property
    def available(self) -> bool:
        """Whether the film on show has maps."""
        return self._source is not None

    def explain(self, source: tuple[ModelCard, Activations] | None, finding: str) -> None:
        """Move to another film or finding; a new film starts without an overlay."""
        same = source is not None and self._source is not None and source[1] is self._source[1]
        self._source = source
        on = self.state.on and same and source is not None
        self._set(replace(self.state, finding=finding, on=on, heat=None))
        self._paint()

    def toggle(self) -> None:
        """Switch the overlay on or off."""
        self.switch(on=not self.state.on)

    def switch(self, *, on: bool) -> None:
        """Show or take away the overlay."""
        if on != self.state.on and (self.available or not on):
            self._set(replace(self.state, on=on))
            self._paint()

    def set_opacity(self, opacity: float) -> None:
        """Set how much of the film the map covers, 0..1."""
        self._set(replace(self.state, opacity=opacity))

    def set_colours(self, colours: str) -> None:
        """Choose one of ``painting.COLOUR_MAPS``."""
        if colours != self.state.colours:
            self._set(replace(self.state, colours=colours, heat=None))
            self._paint()

    def _paint(self) -> None:
        state, source = self.state, self._source
        self._request = 0
        if source is None or not state.on or not state.finding or state.heat is not None:
            return
        card, activations = source
        self._request = self._jobs.submit(
            "compute",
            lambda: paint_heat(card, activations, state.finding, state.colours),
            self._painted,
        )

    def _painted(self, reply: Reply) -> None:
        if reply.request == self._request and reply.error is None:
            self._set(replace(self.state, heat=reply.value))

    def _set(self, state: OverlayState) -> None:
        self.state = state
        self.changed.emit(state)
