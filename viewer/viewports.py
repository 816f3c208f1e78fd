"""The viewports: which film lies on which light box, and which of them is lit."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from engine.triage.pipeline import Row
from viewer import hanging, patients
from viewer.canvas.tools import Tool
from viewer.hanging import GRIDS, SINGLE, Plan, Protocol
from viewer.jobs import Jobs
from viewer.lightbox import LightBox
from viewer.services import Services
from viewer.settings import Settings
from viewer.shelf import Shelf

_MOST = hanging.MOST_ROWS * hanging.MOST_COLUMNS
_MEGABYTE = 1 << 20
_RELAYED = ("lit_changed", "presentation_changed", "rendered", "tool_changed")


class Viewports(QObject):
    """All light boxes; tools, findings and overlay follow the lit one, whose signals pass here.

    Attributes
    ----------
    held : tuple of int or None
        The row that each viewport shows.
    lit : int
        The viewport that is lit.
    chosen : str
        The name of the layout or hanging protocol; `protocol` is what it comes to.
    problem : str
        What is wrong with the reader's own protocols.
    spare : LightBox
        Stands in no viewport: holds the prior that a held key shows.
    """

    lit_changed = Signal(object)
    presentation_changed = Signal(object)
    rendered = Signal(object)
    tool_changed = Signal(object)
    activated = Signal(object)
    held_changed = Signal(object)
    arranged = Signal(object)
    links_changed = Signal()

    def __init__(
        self, jobs: Jobs, services: Services, settings: Settings, parent: QObject | None = None
    ) -> None:
        """Lay out what the reader used last; every viewport is empty."""
        super().__init__(parent)
        self.shelf = Shelf(jobs, services.read, 0, self, papers=services.papers)
        self.protocols, self.problem = hanging.load()
        self.boxes = tuple(LightBox(jobs, self.shelf, self) for _ in range(_MOST))
        self.spare = LightBox(jobs, self.shelf, self)
        self.spare_holds: int | None = None
        self.link_views, self.link_windows = settings.link_views, settings.link_windows
        self.chosen, self.protocol = SINGLE.name, SINGLE
        self._rows: Sequence[Row] = ()
        self.held: Plan = (None,)
        self.lit = 0
        for number, box in enumerate(self.boxes):
            self._relay(number, box)
        self.prefer(settings)
        if settings.layout in self.names:
            self.chosen = settings.layout
            self._arrange(self._named(settings.layout))

    @property
    def names(self) -> tuple[str, ...]:
        """All that can be chosen."""
        own = (protocol.name for protocol in self.protocols)
        return (*(grid.name for grid in GRIDS), hanging.AUTOMATIC, *own)

    @property
    def box(self) -> LightBox:
        """The lit light box."""
        return self.boxes[self.lit]

    @property
    def shown(self) -> tuple[Row | None, ...]:
        """The row of every viewport."""
        return tuple(None if number is None else self._rows[number] for number in self.held)

    def prefer(self, chosen: Settings) -> None:
        """Drag the level and keep films as the reader wants it."""
        self.shelf.set_limit(chosen.film_memory_mb * _MEGABYTE)
        for box in (*self.boxes, self.spare):
            box.level_down_is_brighter = chosen.level_down_is_brighter

    def _relay(self, number: int, box: LightBox) -> None:
        """Pass the lit box's signals on; one tool is armed in all of them."""
        for name in _RELAYED:
            getattr(box, name).connect(partial(self._pass_on, number, getattr(self, name)))
        box.tool_changed.connect(self._arm)
        box.presentation_changed.connect(partial(self._follow, number))

    def _pass_on(self, number: int, target: SignalInstance, value: object) -> None:
        if number == self.lit:
            target.emit(value)

    # which films

    def hang(self, rows: Sequence[Row], selected: int) -> None:
        """Hang a film with what the protocol wants beside it; where it hangs already, light it.

        A viewport that is empty and lit takes the film as it is.
        """
        self._rows = rows
        if selected in self.held:
            self.light(self.held.index(selected))
        elif self.held[self.lit] is None and any(number is not None for number in self.held):
            self.put(self.lit, rows, selected)
        else:
            self._hang(selected)

    def fill(self, rows: Sequence[Row]) -> None:
        """Hang in empty viewports what has arrived for them meanwhile."""
        self._rows = rows
        selected = self.held[self.lit]
        if selected is None or None not in self.held:
            return
        arrived = hanging.plan(rows, selected, self.protocol)
        for viewport, number in enumerate(arrived):
            if number is not None and self.held[viewport] is None and number not in self.held:
                self._put(viewport, number)
        self.held_changed.emit(self.held)

    def put(self, viewport: int, rows: Sequence[Row], number: int) -> None:
        """Hang one film in one viewport and light it."""
        self._rows = rows
        self.lit = viewport
        self.held = (*self.held[:viewport], number, *self.held[viewport + 1 :])
        self.activated.emit(number)
        self.boxes[viewport].show(rows[number])
        self.held_changed.emit(self.held)

    def light(self, viewport: int) -> None:
        """Light another viewport; an empty one stays dark."""
        if viewport != self.lit and self.held[viewport] is not None:
            self._light(viewport)

    def step(self, by: int) -> None:
        """Light the next viewport that holds a film."""
        full = [viewport for viewport, number in enumerate(self.held) if number is not None]
        if full:
            here = full.index(self.lit) if self.lit in full else -max(by, 0)
            self.light(full[(here + by) % len(full)])

    def light_empty(self) -> None:
        """Light the next viewport that holds nothing: the film that is chosen next hangs there."""
        count = len(self.held)
        after = ((self.lit + step) % count for step in range(1, count))
        empty = next((viewport for viewport in after if self.held[viewport] is None), None)
        if empty is not None:
            self._light(empty)

    def clear(self) -> None:
        """Take all films away."""
        self._rows = ()
        self.lit = 0
        self.held = (None,) * self.protocol.count
        for box in (*self.boxes, self.spare):
            box.clear()
        self.spare_holds = None
        self.shelf.clear()
        self.held_changed.emit(self.held)

    def choose(self, name: str) -> None:
        """Take another layout or protocol, and hang the lit film by it."""
        selected = self.held[self.lit]
        self.chosen = name
        protocol = self._named(name)
        if protocol.link:
            self.link(views=True, windows=True)
        if selected is None:
            self._arrange(protocol)
        else:
            self._hang(selected)

    def link(self, *, views: bool | None = None, windows: bool | None = None) -> None:
        """Join or part zoom and pan, and window, of all viewports."""
        self.link_views = self.link_views if views is None else views
        self.link_windows = self.link_windows if windows is None else windows
        self.links_changed.emit()
        self._follow(self.lit)

    def read_ahead(self, numbers: Iterable[int]) -> None:
        """Read what hangs when one of these rows is selected, and the latest prior."""
        wanted: dict[Row, None] = {}
        selected = self.held[self.lit]
        if selected is not None:
            prior = self.comparison(selected)
            wanted |= {} if prior is None else {self._rows[prior]: None}
        for number in (number for number in numbers if number < len(self._rows)):
            protocol = self._protocol_for(number)
            hung = hanging.plan(self._rows, number, protocol)
            wanted |= {self._rows[place]: None for place in (number, *hung) if place is not None}
        self.shelf.read_ahead((row, 0) for row in wanted)

    def comparison(self, number: int) -> int | None:
        """Return the latest prior of the same view, otherwise of any; None where there is none."""
        studies = hanging.patient_studies(self._rows, number)[1:]
        seen = hanging.view_of(self._rows[number])
        rows = self._rows
        priors = [prior for study in studies for prior in study if hanging.readable(rows[prior])]
        alike = [prior for prior in priors if hanging.view_of(rows[prior]) == seen]
        return next(iter(alike or priors), None)

    def counterpart(self) -> int | None:
        """Return the viewport that shows another study of the lit film's patient."""
        lit = self.shown[self.lit]
        for viewport, row in enumerate(self.shown):
            if lit is None or row is None or viewport == self.lit:
                continue
            matched = patients.match(row.identity, lit.identity) is not None
            if matched and not patients.same_study(row.identity, lit.identity):
                return viewport
        return None

    def show_spare(self) -> bool:
        """Lay the lit film's prior on the spare box; return whether there is one."""
        selected = self.held[self.lit]
        prior = None if selected is None else self.comparison(selected)
        if prior is None:
            return False
        if prior != self.spare_holds:
            self.spare_holds = prior
            self.spare.show(self._rows[prior])
        return True

    def _hang(self, selected: int) -> None:
        self._arrange(self._protocol_for(selected))
        wanted = hanging.plan(self._rows, selected, self.protocol)
        lit = wanted.index(selected)
        moved, self.lit = lit != self.lit, lit
        for viewport in sorted(range(len(wanted)), key=lambda place: place != lit):
            number = wanted[viewport]
            if number is None:
                self._empty(viewport)
            elif number != self.held[viewport] or self.boxes[viewport].lit.failure:
                self._put(viewport, number)
        self.held_changed.emit(self.held)
        if moved:
            self._tell()

    def _put(self, viewport: int, number: int) -> None:
        self.held = (*self.held[:viewport], number, *self.held[viewport + 1 :])
        self.boxes[viewport].show(self._rows[number])

    def _empty(self, viewport: int) -> None:
        if self.held[viewport] is not None:
            self.held = (*self.held[:viewport], None, *self.held[viewport + 1 :])
            self.boxes[viewport].clear()

    def _protocol_for(self, selected: int) -> Protocol:
        if self.chosen == hanging.AUTOMATIC:
            return hanging.automatic(self._rows, selected, self.protocols)
        return self._named(self.chosen)

    def _named(self, name: str) -> Protocol:
        return next((known for known in (*GRIDS, *self.protocols) if known.name == name), SINGLE)

    def _arrange(self, protocol: Protocol) -> None:
        if protocol == self.protocol:
            return
        self.protocol = protocol
        kept = self.held[: protocol.count]
        for box in self.boxes[protocol.count :]:
            box.clear()
        self.held = (*kept, *[None] * (protocol.count - len(kept)))
        self.lit = min(self.lit, protocol.count - 1)
        self.arranged.emit(protocol)

    # which one is lit

    def _light(self, viewport: int) -> None:
        self.lit = viewport
        self._tell()

    def _tell(self) -> None:
        """Say what lies on the light box that is lit now."""
        box = self.box
        self.activated.emit(self.held[self.lit])
        self.lit_changed.emit(box.lit)
        self.presentation_changed.emit(box.presentation)

    def _arm(self, tool: Tool) -> None:
        for box in (*self.boxes, self.spare):
            box.arm(tool)

    def _follow(self, leader: int, _presentation: object = None) -> None:
        """Window the other films as the lit one."""
        if self.link_windows and leader == self.lit:
            for number, box in enumerate(self.boxes[: self.protocol.count]):
                if number != leader:
                    box.follow(self.box)
