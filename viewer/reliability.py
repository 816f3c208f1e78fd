"""How far the heat map on show can be relied on: measured only where a reader looks at one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import isnan

from PySide6.QtCore import QObject, QTimer, Signal

from engine.models import heatmap
from engine.models.assess import Assessor
from engine.models.card import ModelCard
from engine.models.lungs import in_lung_share, on_film
from engine.models.trust import Trust
from engine.types import Activations, Assessed, Radiograph
from viewer import wording
from viewer.jobs import Jobs, Reply
from viewer.language import tr
from viewer.lungs import LungFields
from viewer.services import Grid

_REST_MS = 250
_KEPT = 128

MeasureTrust = Callable[[Assessor, Radiograph, Assessed, str], Trust]
_Key = tuple[Activations, str]


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A heat map that is on show, with what it takes to look into it."""

    assessor: Assessor
    radiograph: Radiograph
    assessed: Assessed
    activations: Activations
    finding: str

    @property
    def key(self) -> _Key:
        """What tells it from any other map."""
        return self.activations, self.finding


@dataclass(frozen=True, slots=True, eq=False)
class MapReliability:
    """What is known of the map on show so far.

    Attributes
    ----------
    shown : bool
        Whether there is a map on show at all.
    share : float or None
        The part of the map inside the lungs, NaN for an empty map; None until it is known.
    no_share : str
        Why it will not be known.
    trust : Trust or None
        None until it is measured.
    problem : str
        Why it was not.
    """

    shown: bool = False
    share: float | None = None
    no_share: str = ""
    trust: Trust | None = None
    problem: str = ""

    @property
    def complete(self) -> bool:
        """Whether nothing is to come any more."""
        return (self.share is not None or bool(self.no_share)) and (
            self.trust is not None or bool(self.problem)
        )


def share_in_lungs(card: ModelCard, activations: Activations, finding: str, grid: Grid) -> float:
    """Return the part of a finding's map inside the lungs (in a worker thread)."""
    heat = heatmap.on_image(heatmap.finding_map(card, activations, finding), activations)
    return in_lung_share(heat, on_film(grid, activations.image_shape))


class MapWatch(QObject):
    """Follows the map on show; what is begun for one is dropped when the reader moves on."""

    changed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        lungs: LungFields,
        measure: MeasureTrust,
        parent: QObject | None = None,
    ) -> None:
        """Begin without a map."""
        super().__init__(parent)
        self._jobs, self._lungs, self._measure = jobs, lungs, measure
        self._map: Shown | None = None
        self._sharing = self._trusting = 0
        self._known: dict[_Key, MapReliability] = {}
        self.state = MapReliability()
        # Stepping through findings or films must not start a measurement at each.
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._trust)
        lungs.changed.connect(self._share)

    def watch(self, shown: Shown | None) -> None:
        """Look into another map, or into none."""
        before = self._map
        if (None if before is None else before.key) == (None if shown is None else shown.key):
            return
        for request in (self._sharing, self._trusting):
            self._jobs.drop(request)
        self._sharing = self._trusting = 0
        self._rest.stop()
        self._map = shown
        if shown is None:
            self._set(MapReliability())
            return
        self._set(self._known.get(shown.key) or MapReliability(shown=True))
        if not self.state.complete:
            self._lungs.look()
            self._share()
            self._rest.start()

    def _share(self, _value: object = None) -> None:
        shown, lungs = self._map, self._lungs.state.lungs
        if shown is None or lungs is None or self._sharing:
            return
        if self.state.share is not None or self.state.no_share:
            return
        if lungs.grid is None:
            self._set(replace(self.state, no_share=lungs.problem))
            return
        grid = lungs.grid
        self._sharing = self._jobs.submit(
            "look",
            lambda: share_in_lungs(shown.assessor.card, shown.activations, shown.finding, grid),
            self._shared,
        )

    def _shared(self, reply: Reply) -> None:
        self._sharing = 0
        if reply.error is not None:
            self._set(replace(self.state, no_share=str(reply.error)))
        else:
            self._set(replace(self.state, share=reply.value))

    def _trust(self) -> None:
        shown = self._map
        if shown is None or self.state.trust is not None or self.state.problem:
            return
        self._trusting = self._jobs.submit(
            "look",
            lambda: self._measure(shown.assessor, shown.radiograph, shown.assessed, shown.finding),
            self._trusted,
        )

    def _trusted(self, reply: Reply) -> None:
        self._trusting = 0
        if reply.error is not None:
            self._set(replace(self.state, problem=str(reply.error)))
        else:
            self._set(replace(self.state, trust=reply.value))

    def _set(self, state: MapReliability) -> None:
        self.state = state
        if state.complete and self._map is not None:
            while len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            self._known[self._map.key] = state
        self.changed.emit(state)


def share_words(state: MapReliability) -> str:
    """Return what to say of the lungs beside a map."""
    if not state.shown:
        return ""
    share = state.share
    if share is None and state.trust is not None:
        # Of a film that was scored corrected, it alone finds the lungs.
        share = state.trust.in_lung_share
    if share is None:
        return state.no_share or tr("Looking for the lungs …")
    if isnan(share):
        return tr("This map is empty: nothing on the film speaks for the finding.")
    return tr("{share} of this map lies in the lungs", share=wording.percent(share))
