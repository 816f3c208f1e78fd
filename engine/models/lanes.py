"""Three lanes, the last one certified: conformal risk control on the card's calibration scores.

A film may be released to the low-risk lane where the probability of its alarm lies below a
threshold t. The loss of a calibration study with the alarm is the share of its films below t; it
never falls as t rises. Of n such studies with the mean loss R(t), the largest t with
``n/(n+1) R(t) + 1/(n+1) <= risk`` releases in expectation at most that share of positive studies,
for studies exchangeable with those of calibration (Angelopoulos, Bates, Fisch, Lei, Schuster,
"Conformal Risk Control", ICLR 2024, Theorem 1). Whatever else keeps a film out of the lane only
lowers the loss.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from engine.models.card import ModelCard
from engine.models.operating import over
from engine.types import Label, State

NO_RISK = "There is no low-risk lane: no share of positive studies is allowed into it."
NO_ALARM = "There is no low-risk lane: this model has no finding that speaks for the whole film."
NO_SCORES = (
    "There is no low-risk lane: the model's card has no scores of calibration films to certify it"
    ' with. "hilum-train evaluate MODEL --split val --into-card" writes them into it.'
)
TOO_FEW = (
    "There is no low-risk lane: the positive films of {units} patients of calibration are too few"
    " to certify {risk}; {needed} patients would be enough, or {allowed} allowed."
)
CERTIFIED = (
    "Certified on the positive films of {units} patients of calibration: at most {risk} of"
    " positive studies are expected where the probability of {finding} lies below {threshold}."
)
SENTENCES = (NO_RISK, NO_ALARM, NO_SCORES, TOO_FEW, CERTIFIED)
_EXACT = 1e-9


class Lane(StrEnum):
    """How a film is read: what comes first is first."""

    URGENT = "urgent"
    ROUTINE = "routine"
    LOW_RISK = "low_risk"


@dataclass(frozen=True, slots=True)
class Release:
    """Below which probability of a finding a film is of low risk; None for no such lane.

    ``because`` is a sentence with places for ``values``; `words` puts them in.
    """

    threshold: float | None
    because: str
    finding: str = ""
    values: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Why there is such a lane, or none."""
        return self.because.format(**self.values)


def release(card: ModelCard, risk: float) -> Release:
    """Return the certified threshold for an allowed share of positive studies, or why none is.

    Parameters
    ----------
    risk : float
        The largest expected share of positive studies in the low-risk lane, 0..1; 0 for no lane.

    Raises
    ------
    ValueError
        Where the share is not one.
    """
    if not 0 <= risk < 1:
        raise ValueError("the allowed share lies between 0 and 1")
    if risk == 0:
        return Release(None, NO_RISK)
    if not card.alarm:
        return Release(None, NO_ALARM)
    scores = card.release
    if scores is None:
        return Release(None, NO_SCORES)
    allowed = risk * (scores.units + 1) - 1 + _EXACT
    values = {"units": str(scores.units), "risk": _percent(risk)}
    if allowed < 0:
        least = math.ceil(1000 / (scores.units + 1)) / 1000
        values |= {"needed": str(math.ceil(1 / risk - _EXACT) - 1), "allowed": _percent(least)}
        return Release(None, TOO_FEW, card.alarm, values)
    pairs = zip(scores.probability, scores.released, strict=True)
    threshold = max(p for p, released in pairs if released <= allowed)
    values |= {"threshold": _percent(threshold), "finding": scores.finding}
    return Release(threshold, CERTIFIED, scores.finding, values)


def lane_of(
    found: Sequence[Label],
    allowed: Release,
    weights: Mapping[str, float],
    alarm: str,
    *,
    unfamiliar: bool,
) -> Lane:
    """Return the lane of a film from its labels; () where it was not scored.

    Urgent is what has its alarm over the threshold, or any finding where the model has no alarm. On
    a film of a kind that the model does not know the alarm is only uncertain, and the film is
    urgent all the same: that takes away what the score claims, not the hint. To look at it soon
    costs one film's reading; to let it wait with those where nothing was found may cost hours of a
    pneumothorax. What is uncertain by its interval or by one finding alone is read normally.

    Only what its alarm clears is of low risk: below the certified threshold and not uncertain, on a
    film of a kind that the model knows. The certificate counts every positive study, whatever its
    finding: one that reaches its threshold alone keeps no film back, or hardly any would be there.
    """
    if over(found, weights, alarm):
        return Lane.URGENT
    if allowed.threshold is None or unfamiliar:
        return Lane.ROUTINE
    cleared = (x for x in found if x.finding.name == allowed.finding and x.state is State.BELOW)
    released = any(x.finding.probability < allowed.threshold for x in cleared)
    return Lane.LOW_RISK if released else Lane.ROUTINE


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"
