"""The presentation states that were opened, and the films that each of them is for."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.images.softcopy import STATE_ALONE, SoftcopyState
from engine.triage.pipeline import Found, Row
from engine.types import Radiograph
from viewer import wording
from viewer.film import Film
from viewer.jobs import Jobs, Reply
from viewer.language import tr
from viewer.presentation import Presentation


def is_state(row: Row) -> bool:
    """Whether a row's file holds a greyscale presentation state."""
    return row.reason == STATE_ALONE


def state_name(state: SoftcopyState, *, discreet: bool = False) -> str:
    """Return what a state is called: its label; unless ``discreet``, description and date too."""
    label = state.common.label or tr("without a label")
    if discreet:
        return label
    when = " ".join(part for part in (wording.date(state.date), wording.time(state.time)) if part)
    return " – ".join(part for part in (label, state.common.description, when) if part)


def state_words(film: Film, presentation: Presentation) -> str:
    """Return what to say on a film of the state that it is shown by; empty where there is none."""
    if film.state is None:
        return ""
    label = state_name(film.state, discreet=True)
    if film.own is None:
        return tr("Presentation state {label}: not for this frame", label=label)
    if presentation != film.presentation:
        return tr("Presentation state {label}, changed since", label=label)
    return tr("Presentation state {label}", label=label)


class Softcopies(QObject):
    """Reads states as their rows arrive; films may come before or after them."""

    changed = Signal()

    def __init__(
        self, jobs: Jobs, read: Callable[[Row], SoftcopyState], parent: QObject | None = None
    ) -> None:
        """Start empty."""
        super().__init__(parent)
        self._jobs, self._read = jobs, read
        self._states: dict[Found, SoftcopyState | str] = {}
        self._by_film: dict[str, dict[str, SoftcopyState]] = {}
        self._reading: dict[Found, int] = {}
        self._films: set[str] = set()

    def take(self, rows: Iterable[Row]) -> None:
        """Read the states among rows, and remember which films have come."""
        come: set[str] = set()
        for row in rows:
            if is_state(row):
                self._jobs.drop(self._reading.get(row.source, 0))
                self._reading[row.source] = self._jobs.submit(
                    "read", partial(self._read, row), partial(self._arrived, row.source)
                )
            elif row.identity.sop_instance_uid:
                come.add(row.identity.sop_instance_uid)
        new, self._films = come - self._films, self._films | come
        if not new.isdisjoint(self._by_film):
            self.changed.emit()

    def clear(self) -> None:
        """Forget all."""
        for request in self._reading.values():
            self._jobs.drop(request)
        self._reading.clear()
        self._states.clear()
        self._by_film.clear()
        self._films.clear()

    def for_film(self, radiograph: Radiograph) -> tuple[SoftcopyState, ...]:
        """Return the states of a film, each once, the oldest first."""
        found = self._by_film.get(radiograph.identity.sop_instance_uid, {})
        states = (state for state in found.values() if state.refers_to(radiograph))
        return tuple(sorted(states, key=lambda s: (s.date, s.time, s.common.label)))

    def count_for(self, sop_instance_uid: str) -> int:
        """Return how many states there are for any frame of a film."""
        return len(self._by_film.get(sop_instance_uid, {}))

    def told(self, row: Row) -> str:
        """Return what the worklist says of a state; empty for all other rows."""
        if not is_state(row):
            return ""
        state = self._states.get(row.source)
        if state is None:
            return tr("Presentation state")
        if isinstance(state, str):
            return tr("Presentation state that cannot be used: {reason}", reason=tr(state))
        label = state_name(state, discreet=True)
        wanted = _films_of(state)
        here = len(wanted & self._films)
        if not here:
            return tr("Presentation state {label}: its film is not open", label=label)
        if here < len(wanted):
            return tr(
                "Presentation state {label}, for {here} of its {wanted} films: the others are not"
                " open",
                label=label,
                here=here,
                wanted=len(wanted),
            )
        return tr("Presentation state {label}: choose it on its film", label=label)

    def _arrived(self, source: Found, reply: Reply) -> None:
        del self._reading[source]
        if reply.error is not None:
            self._states[source] = str(reply.error)
        else:
            state: SoftcopyState = reply.value
            self._states[source] = state
            for uid in filter(None, _films_of(state)):
                name = state.sop_instance_uid or source.name
                self._by_film.setdefault(uid, {})[name] = state
        self.changed.emit()


def _films_of(state: SoftcopyState) -> set[str]:
    return {reference.sop_instance_uid for reference in state.references}
