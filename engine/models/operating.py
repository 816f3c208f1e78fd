"""Thresholds and what they mean: sensitivity, specificity, predictive values, states, urgency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from engine.models.card import NORMAL, ModelCard
from engine.types import Assessment, Label, State

UNFAMILIAR = 0.1
"""The urgency of a film that its scores cannot clear."""


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """A threshold on a finding's probability, with what it reached on the calibration films."""

    threshold: float
    sensitivity: float
    sensitivity_interval: tuple[float, float]
    specificity: float
    specificity_interval: tuple[float, float]

    def ppv(self, prevalence: float) -> float:
        """Return the positive predictive value at a prevalence (Bayes' rule); 0 where undefined."""
        hits = self.sensitivity * prevalence
        alarms = (1 - self.specificity) * (1 - prevalence)
        return hits / (hits + alarms) if hits + alarms > 0 else 0.0

    def npv(self, prevalence: float) -> float:
        """Return the negative predictive value at a prevalence (Bayes' rule); 0 where undefined."""
        cleared = self.specificity * (1 - prevalence)
        missed = (1 - self.sensitivity) * prevalence
        return cleared / (cleared + missed) if cleared + missed > 0 else 0.0


def sensitivity_range(card: ModelCard) -> tuple[float, float]:
    """Return the lowest and highest sensitivity for which every finding has a threshold."""
    curves = card.operating.values()
    return max(c.sensitivity[0] for c in curves), min(c.sensitivity[-1] for c in curves)


def operating_point(card: ModelCard, finding: str, sensitivity: float) -> OperatingPoint:
    """Return the point of a finding's curve at a sensitivity, clamped to the curve's ends."""
    curve = card.operating[finding]
    at = partial(curve.at, sensitivity)
    return OperatingPoint(
        threshold=at(curve.threshold),
        sensitivity=at(curve.sensitivity),
        sensitivity_interval=(at(curve.sensitivity_low), at(curve.sensitivity_high)),
        specificity=at(curve.specificity),
        specificity_interval=(at(curve.specificity_low), at(curve.specificity_high)),
    )


def labels(card: ModelCard, assessment: Assessment, sensitivity: float) -> tuple[Label, ...]:
    """Return every finding under its threshold: flagged first, then by probability; normal last.

    A finding is uncertain where only the interval, not the probability, reaches the threshold, and
    where it would be flagged on an unfamiliar film.
    """
    seen = []
    for finding in assessment.findings:
        curve = card.operating[finding.name]
        threshold = curve.at(sensitivity, curve.threshold)
        if finding.probability >= threshold:
            state = State.UNCERTAIN if assessment.unfamiliar else State.FLAGGED
        elif finding.interval[1] >= threshold:
            state = State.UNCERTAIN
        else:
            state = State.BELOW
        seen.append(Label(finding, threshold, state))
    ranks = list(State)
    return tuple(
        sorted(
            seen,
            key=lambda label: (
                label.finding.name == NORMAL,
                ranks.index(label.state),
                -label.finding.probability,
            ),
        )
    )


def over(found: Sequence[Label], weights: Mapping[str, float], alarm: str) -> tuple[Label, ...]:
    """Return the labels that reach their threshold and weigh something.

    None does where the alarm, which speaks for the whole film, stays below its own: each finding is
    found with the sensitivity that was asked for, and the rare ones are paid for by most normal
    films.
    """
    reached = [x for x in found if x.finding.probability >= x.threshold]
    known, raised = ({x.finding.name for x in of} for of in (found, reached))
    if alarm in known - raised:
        return ()
    return tuple(x for x in reached if weights.get(x.finding.name, 0.0) > 0)


def urgency(
    weights: Mapping[str, float], found: Sequence[Label], alarm: str, *, unfamiliar: bool = False
) -> float:
    """Return 0 (nothing over its threshold) to 1: the heaviest finding, by its height above it.

    Half of a finding's weight is for being over the threshold at all, so that no flagged film sorts
    below one where nothing is. What is only uncertain because the film is unfamiliar counts in
    full, and such a film stands above those where nothing is over its threshold: its scores cannot
    clear it.
    """
    heights = [
        weights[x.finding.name]
        * (0.5 + 0.5 * (x.finding.probability - x.threshold) / max(1e-9, 1 - x.threshold))
        for x in over(found, weights, alarm)
    ]
    return max(heights, default=UNFAMILIAR if unfamiliar else 0.0)
