"""What the session holds: rows under a setting, the setting, the progress and the model."""

import math
from dataclasses import dataclass

from engine.models import operating
from engine.models.assess import Assessor
from engine.models.card import NORMAL, ModelCard
from engine.triage.lines import NOBODY, Maker
from engine.triage.pipeline import Row
from engine.triage.queue import Waiting
from engine.triage.reading import Read, ReadState
from engine.types import Label, State

_NOWHERE = Waiting(0, 0.0)
_ANY_SENSITIVITY = (0.01, 0.99)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A row of the worklist under the present setting; ``number`` is its order of arrival.

    ``alarm`` is the finding that speaks for the film as a whole ("abnormal"); ``overdue`` says that
    the film stands where it does because it has waited for so long; ``told`` stands in place of a
    status where the file is no film but serves some. ``study`` is empty where nothing can be read,
    ``read`` is the step of its reading that holds, ``late`` says that the film came after the study
    was read; ``hidden`` are findings that the reader has not asked for yet: the entry is without
    them.
    """

    number: int
    row: Row
    labels: tuple[Label, ...] = ()
    film: Waiting = _NOWHERE
    state: State = State.BELOW
    foremost: Label | None = None
    alarm: Label | None = None
    told: str = ""
    overdue: bool = False
    study: str = ""
    read: Read | None = None
    late: bool = False
    hidden: bool = False

    @property
    def read_state(self) -> ReadState | None:
        """How far the reading of the film's study has come; None where nothing can be read."""
        if not self.study:
            return None
        return ReadState.UNREAD if self.read is None or self.late else self.read.state

    @property
    def flagged(self) -> bool:
        """Whether the film as a whole is flagged."""
        return self.state is State.FLAGGED


@dataclass(frozen=True, slots=True)
class Setting:
    """The threshold console: wanted sensitivity and assumed prevalence, 0..1."""

    sensitivity: float = 0.95
    prevalence: float = 0.10


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the opening has come: files found so far, rows given, and what became of them.

    ``flagged`` counts those whose findings are not ``hidden``.
    """

    running: bool = False
    cancelling: bool = False
    paused: bool = False
    found: int = 0
    listed: bool = False
    opened: int = 0
    done: int = 0
    scored: int = 0
    flagged: int = 0
    hidden: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The model at work; ``assessor`` is None while it loads and where there is a ``problem``."""

    assessor: Assessor | None = None
    problem: str = ""

    @property
    def card(self) -> ModelCard | None:
        """The model's card."""
        return None if self.assessor is None else self.assessor.card

    @property
    def maker(self) -> Maker:
        """The model's name, by which its scores are known."""
        if self.assessor is None:
            return NOBODY
        own = self.assessor
        return Maker.of(own.card, model_sha256=own.model_sha256, provider=own.provider)


def sensitivity_range(card: ModelCard | None) -> tuple[float, float]:
    """Return the sensitivities that can be asked for, in whole per cent: what the curves hold."""
    if card is None or not card.operating:
        return _ANY_SENSITIVITY
    low, high = operating.sensitivity_range(card)
    ends = math.ceil(round(100 * low, 6)) / 100, math.floor(round(100 * high, 6)) / 100
    return ends if ends[0] < ends[1] else _ANY_SENSITIVITY


def entry_of(number: int, row: Row, card: ModelCard | None, sensitivity: float) -> Entry:
    """Return a row as it is read at a sensitivity; without labels where it was not scored."""
    if card is None or row.assessed is None or not row.assessed.assessment.scored:
        return Entry(number, row)
    said = row.assessed.assessment
    labels = operating.labels(card, said, sensitivity)
    alarm = next((label for label in labels if label.finding.name == card.alarm), None)
    state = _film_state(labels, alarm, unfamiliar=said.unfamiliar)
    return Entry(
        number,
        row,
        labels,
        state=state,
        foremost=_foremost(labels, card.leaves, state),
        alarm=alarm,
    )


def _film_state(labels: tuple[Label, ...], alarm: Label | None, *, unfamiliar: bool) -> State:
    """Return the film's state: that of its alarm, but never below where a finding is flagged.

    An unfamiliar film is uncertain whatever its findings are: they cannot clear it.
    """
    if unfamiliar:
        return State.UNCERTAIN
    if alarm is not None and alarm.state is State.FLAGGED:
        return State.FLAGGED
    raised = any(
        label.state is State.FLAGGED or (label.state is State.UNCERTAIN and label is alarm)
        for label in labels
        if label.finding.name != NORMAL
    )
    return State.UNCERTAIN if raised else State.BELOW


def _foremost(labels: tuple[Label, ...], leaves: tuple[str, ...], state: State) -> Label | None:
    """Return the leaf to name first: one that raised the film, otherwise the most probable."""
    own = [label for label in labels if label.finding.name in leaves]
    if state is State.BELOW:
        return max(own, key=lambda label: label.finding.probability, default=None)
    return next((label for label in own if label.finding.name != NORMAL), None)
