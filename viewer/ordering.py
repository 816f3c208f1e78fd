"""The order of the list as the reader wants it: policy, pins, arrivals, and whose thresholds."""

import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine.models import operating
from engine.models.card import NORMAL, ModelCard
from engine.models.lanes import Release
from engine.models.passport import Passport, UnusableThresholds
from engine.triage import lines
from engine.triage.pipeline import Row
from engine.triage.queue import Policy, Rule, Waiting, waiting
from viewer.entries import Entry, Model, Setting
from viewer.film_snapshot import Snapshot
from viewer.films import Films
from viewer.jobs import Jobs, Receiver
from viewer.settings import Settings

if TYPE_CHECKING:
    from engine.exchange.reports import Reports
    from engine.triage.simulator import Comparison

_LOOK_MS = 30_000


class Ordering(QObject):
    """Says of every film where it stands; ``changed`` where the list must be placed anew."""

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        jobs: Jobs,
        films: Films,
        parent: QObject | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take what was kept; ``now`` gives seconds of the system's clock."""
        super().__init__(parent)
        self.policy = Policy.of(settings.policy)
        self.refused: UnusableThresholds | None = None
        self._jobs, self._films = jobs, films
        self._kept: dict[str, Any] = settings.thresholds
        self._now = now
        self._opened_s = now()
        self._model = Model()
        self.rule = Rule.of(None, self.policy)
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self.look_at_the_clock)
        timer.start()

    # the model, and whose thresholds are in force

    def take_model(self, model: Model) -> bool:
        """Work with a model; return whether the kept sensitivity was set for it."""
        self._model, self.refused = model, None
        if model.assessor is not None and self._kept:
            try:
                Passport.of(self._kept).check(model.assessor.card, model.assessor.model_sha256)
            except UnusableThresholds as error:
                self.refused = error
        self._set_rule()
        return self.refused is None

    def accept(self) -> None:
        """Bind the thresholds to the model at work: the reader has set them for it."""
        if self.refused is not None:
            self.refused = None
            self._set_rule()
            self.changed.emit()

    def kept_thresholds(self, setting: Setting) -> dict[str, Any]:
        """Return the passport to keep: another model's until the reader has set this one's."""
        assessor = self._model.assessor
        if assessor is None or self.refused is not None:
            return self._kept
        return asdict(Passport.issue(assessor.card, assessor.model_sha256, setting.sensitivity))

    # the policy

    def set_policy(self, policy: Policy) -> None:
        """Order the list by another policy."""
        if policy != self.policy:
            self.policy = policy
            self._set_rule()
            self.changed.emit()

    def rule_of(self, policy: Policy) -> Rule:
        """Return what a policy comes to with the model at work."""
        rule = Rule.of(self._model.card, policy)
        if self.refused is None:
            return rule
        return replace(rule, release=Release(None, self.refused.because, "", self.refused.values))

    def _set_rule(self) -> None:
        self.rule = self.rule_of(self.policy)

    # the films

    def open(self) -> None:
        """Count what is opened from now on as come now."""
        self._opened_s = self._now()

    @property
    def opened_s(self) -> float:
        """When what is being opened came."""
        return self._opened_s

    def placed(self, entry: Entry, row: Row) -> Entry:
        """Return an entry where it stands; ``row`` has its own names, whatever the entry shows.

        What serves films and is none itself has nothing that a reader must not miss.
        """
        film = waiting(
            entry.number,
            row,
            entry.labels,
            self.rule,
            arrived_s=self._films.arrived_s(entry.number),
            pinned=bool(self._films.pinned[entry.number]),
        )
        film = replace(film, urgency=0.0) if entry.told else film
        return replace(entry, film=film, overdue=self._films.overdue(entry.number))

    def place(self) -> None:
        """Order all films as they stand now."""
        self._films.place(self._now(), self.policy.longest_wait_s)

    def look_at_the_clock(self) -> None:
        """Place the list anew where a film has waited for too long since the last look."""
        tiers = self._films.tiers(self._now(), self.policy.longest_wait_s)
        if (tiers != self._films.tier).any():
            self.changed.emit()

    # what takes its time

    def simulate(
        self,
        policy: Policy,
        setting: Setting,
        receiver: Receiver,
        *,
        reading_s: float,
        readers: int,
    ) -> int:
        """Work out what a policy would do to the list's waiting times; return the request.

        The reply's value is a `Comparison`, or None for an empty list.
        """
        rule, films = self.rule_of(policy), self._films.snapshot()
        missed = _missed(self._model.card, setting)

        def work() -> "Comparison | None":
            from engine.triage.simulator import simulate

            if not films.texts:
                return None
            return simulate(
                _moved(films, rule, setting.sensitivity),
                longest_wait_s=policy.longest_wait_s,
                missed=missed,
                reading_s=reading_s,
                readers=readers,
            )

        return self._jobs.submit("measure", work, receiver)

    def read_reports(self, path: Path, receiver: Receiver) -> int:
        """Read a table of reports on the model's findings; return the request."""
        card = self._model.card
        findings = tuple(name for name in card.findings if name != NORMAL) if card else ()

        def work() -> "Reports":
            from engine.exchange.reports import read_reports

            return read_reports(path, findings)

        return self._jobs.submit("keep", work, receiver)


def _moved(films: Snapshot, rule: Rule, sensitivity: float) -> list[Waiting]:
    """Return the films' standing under a rule, as if they had come when they were taken."""
    from engine.triage.simulator import arrivals

    own = films.waiting(films.stand(sensitivity, rule))
    taken = lines.several(films.texts, ("study_date", "study_time"))
    came = arrivals([film.arrived_s for film in own], *zip(*taken, strict=True))
    return [replace(film, arrived_s=at) for film, at in zip(own, came, strict=True)]


def _missed(card: ModelCard | None, setting: Setting) -> float:
    """Return the share of positives among the films below the alarm's threshold: 1 - NPV."""
    if card is None or not card.alarm:
        return 0.0
    point = operating.operating_point(card, card.alarm, setting.sensitivity)
    return 1 - point.npv(setting.prevalence)
