"""The order of the list as the reader wants it: policy, pins, arrivals, and whose thresholds."""

import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine.exchange.reports import read_reports
from engine.models import operating
from engine.models.card import NORMAL, ModelCard
from engine.models.lanes import Release
from engine.models.passport import Passport, UnusableThresholds
from engine.triage.pipeline import Found, Row
from engine.triage.queue import Place, Policy, Rule, Waiting, place, waiting
from engine.triage.simulator import Comparison, arrivals, simulate
from viewer.entries import Entry, Model, Setting
from viewer.jobs import Jobs, Receiver
from viewer.settings import Settings

_LOOK_MS = 30_000


class Ordering(QObject):
    """Says of every film where it stands; ``changed`` where the list must be placed anew."""

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        jobs: Jobs,
        parent: QObject | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take what was kept; ``now`` gives seconds of the system's clock."""
        super().__init__(parent)
        self.policy = Policy.of(settings.policy)
        self.refused: UnusableThresholds | None = None
        self._jobs = jobs
        self._kept: dict[str, Any] = settings.thresholds
        self._now = now
        self._opened_s = now()
        self._arrived: dict[Found, float] = {}
        self._pinned: set[Found] = set()
        self._model = Model()
        self.rule = Rule.of(None, self.policy)
        self._watched: tuple[Entry, ...] = ()
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

    def clear(self) -> None:
        """Forget a list that was emptied."""
        self._arrived.clear()
        self._pinned.clear()
        self._watched = ()

    def toggle_pin(self, row: Row) -> None:
        """Put a film before all others, or back to where it belongs."""
        self._pinned ^= {row.source}
        self.changed.emit()

    def is_pinned(self, row: Row) -> bool:
        """Whether the reader put the film before all others."""
        return row.source in self._pinned

    def placed(self, entry: Entry, row: Row) -> Entry:
        """Return an entry where it stands; ``row`` has its own names, whatever the entry shows.

        What serves films and is none itself has nothing that a reader must not miss.
        """
        film = waiting(
            entry.number,
            row,
            entry.labels,
            self.rule,
            arrived_s=self._arrived.setdefault(row.source, self._opened_s),
            pinned=row.source in self._pinned,
        )
        film = replace(film, urgency=0.0) if entry.told else film
        return replace(entry, film=film, place=self._place(film))

    def watch(self, entries: tuple[Entry, ...]) -> None:
        """Look after these entries as time goes by."""
        self._watched = entries

    def look_at_the_clock(self) -> None:
        """Place the list anew where a film has waited for too long since the last look."""
        if any(self._place(entry.film) != entry.place for entry in self._watched):
            self.changed.emit()

    def _place(self, film: Waiting) -> Place:
        return place(film, now_s=self._now(), longest_wait_s=self.policy.longest_wait_s)

    # what takes its time

    def simulate(
        self,
        policy: Policy,
        films: Iterable[tuple[Entry, Row]],
        setting: Setting,
        receiver: Receiver,
        *,
        reading_s: float,
        readers: int,
    ) -> int:
        """Work out what a policy would do to a list's waiting times; return the request.

        The reply's value is a `Comparison`, or None for an empty list.
        """
        rule, told = self.rule_of(policy), tuple(films)
        missed = _missed(self._model.card, setting)

        def work() -> Comparison | None:
            if not told:
                return None
            return simulate(
                _moved(told, rule),
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
        return self._jobs.submit("keep", lambda: read_reports(path, findings), receiver)


def _moved(films: tuple[tuple[Entry, Row], ...], rule: Rule) -> list[Waiting]:
    """Return the films' standing under a rule, as if they had come when they were taken."""
    came = arrivals([(row, entry.film) for entry, row in films])
    return [
        waiting(entry.number, row, entry.labels, rule, arrived_s=seconds, pinned=entry.film.pinned)
        for (entry, row), seconds in zip(films, came, strict=True)
    ]


def _missed(card: ModelCard | None, setting: Setting) -> float:
    """Return the share of positives among the films below the alarm's threshold: 1 - NPV."""
    if card is None or not card.alarm:
        return 0.0
    point = operating.operating_point(card, card.alarm, setting.sensitivity)
    return 1 - point.npv(setting.prevalence)
