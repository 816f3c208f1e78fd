"""Which finding of the film on show is selected, and the heat map that explains it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from viewer.entries import Entry, Model
from viewer.maps import Maps
from viewer.overlay import Overlay
from viewer.reliability import MapWatch
from viewer.viewports import Viewports


class FindingSelection(QObject):
    """One finding at a time; ``changed`` gives the name of the one that is ``selected``."""

    changed = Signal(object)

    def __init__(
        self,
        viewports: Viewports,
        maps: Maps,
        overlay: Overlay,
        map_watch: MapWatch,
        *,
        entry: Callable[[], Entry | None],
        model: Callable[[], Model],
        parent: QObject | None = None,
    ) -> None:
        """Follow the lit viewport; ``entry`` gives the film's row, ``model`` what scored it."""
        super().__init__(parent)
        self._viewports, self._maps = viewports, maps
        self._overlay, self._map_watch = overlay, map_watch
        self._entry, self._model = entry, model
        self.selected = ""
        overlay.changed.connect(self._watch_map)
        for follow in (self._watch_map, self._want_maps):
            viewports.lit_changed.connect(follow)
        maps.made.connect(self._maps_made)

    @property
    def listed(self) -> tuple[str, ...]:
        """The film's findings, in the model's own order while they are hidden."""
        entry, card = self._entry(), self._model().card
        if entry is None or card is None:
            return ()
        own = tuple(label.finding.name for label in entry.labels)
        return card.findings if entry.hidden else own

    def select(self, name: str) -> None:
        """Choose the finding that an overlay would explain."""
        self.selected = name
        card, maps = self._model().card, self._maps.of(self._entry())
        self._overlay.explain(None if maps is None or card is None else (card, maps), name)
        self.changed.emit(name)

    def select_first(self) -> None:
        """Choose the first finding of another film."""
        self.select(next(iter(self.listed), ""))

    def catch_up(self, _value: object = None) -> None:
        """Choose the first finding of a film that had none: a stored one waits for the model."""
        if not self.selected and self.listed:
            self.select_first()
            self._want_maps()

    def step(self, step: int) -> None:
        """Move to the next (1) or previous (-1) finding as listed."""
        names = self.listed
        if not names:
            return
        here = names.index(self.selected) if self.selected in names else 0
        self.select(names[(here + step) % len(names)])

    def explain_anew(self) -> None:
        """Show what explains the finding, or put it away: it was hidden or is so no more."""
        self.select(self.selected)
        self._want_maps()

    def _want_maps(self, _lit: object = None) -> None:
        self._maps.want(self._entry(), self._model().assessor, self._viewports.box.lit)

    def _maps_made(self, number: int) -> None:
        entry = self._entry()
        if entry is not None and entry.number == number:
            self.select(self.selected)

    def _watch_map(self, _value: object = None) -> None:
        lit, overlay = self._viewports.box.lit, self._overlay.state
        shown = self._maps.on_show(self._entry(), self._model().assessor, lit, overlay)
        self._map_watch.watch(shown)
