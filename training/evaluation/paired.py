"""Two models on the same films: is the difference more than chance."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest, norm, rankdata

from engine.models.card import ModelCard
from engine.models.operating import operating_point
from training.config import ConfigError
from training.evaluation.findings import is_multi_label, truths
from training.evaluation.intervals import DRAWS, Floats, Interval, intervals
from training.evaluation.metrics import Ranked, Truth, auc
from training.evaluation.predictions import Predictions

Judged = tuple[ModelCard, Predictions]


def delong(first: Floats, second: Floats, truth: Truth) -> dict[str, float]:
    """Compare two correlated AUCs: DeLong, Biometrics 1988, in the fast form of Sun and Xu (2014).

    Films count as independent, which several films of one patient are not: read it beside
    `auc_difference`.

    Returns
    -------
    dict
        ``first``, ``second`` (AUCs), ``difference`` (first less second) with its 95 % ``low`` and
        ``high``, ``z`` and two-sided ``p``; {} where a side has fewer than two films, or nothing
        varies.
    """
    positives, negatives = int(truth.sum()), int((~truth).sum())
    if min(positives, negatives) < 2:
        return {}
    placed = [_placements(score, truth) for score in (first, second)]
    areas = np.array([of_positives.mean() for of_positives, _ in placed])
    covariance = (
        np.cov([of_positives for of_positives, _ in placed]) / positives
        + np.cov([of_negatives for _, of_negatives in placed]) / negatives
    )
    difference = float(areas[0] - areas[1])
    variance = float(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
    deviation = max(variance, 0.0) ** 0.5
    if deviation == 0 and difference:
        return {}
    z = difference / deviation if difference else 0.0
    reach = float(norm.ppf(0.975)) * deviation
    return {
        "first": round(float(areas[0]), 4),
        "second": round(float(areas[1]), 4),
        "difference": round(difference, 4),
        "low": round(difference - reach, 4),
        "high": round(difference + reach, 4),
        "z": round(z, 4),
        "p": float(f"{2 * norm.sf(abs(z)):.4g}"),
    }


def _placements(score: Floats, truth: Truth) -> tuple[Floats, Floats]:
    """Return the share of negatives below each positive, and of positives above each negative."""
    positive, negative = score[truth], score[~truth]
    among_all = rankdata(np.concatenate([positive, negative]))
    below = (among_all[: len(positive)] - rankdata(positive)) / len(negative)
    above = 1 - (among_all[len(positive) :] - rankdata(negative)) / len(positive)
    return below, above


def auc_difference(
    first: Floats, second: Floats, truth: Truth, groups: NDArray[Any], *, count: int = DRAWS
) -> Interval:
    """Return the AUC of the first less that of the second, bootstrapped by group."""
    one, other = Ranked.of(first, truth), Ranked.of(second, truth)
    return intervals(
        lambda weights: {"difference": auc(one, weights) - auc(other, weights)},
        groups,
        count=count,
    )["difference"]


def mcnemar(first: Truth, second: Truth) -> dict[str, float]:
    """Compare which films two models get right: McNemar's exact test, films as independent.

    Returns
    -------
    dict
        Films that ``only_first`` and ``only_second`` get right, and the two-sided ``p``.
    """
    one, other = int((first & ~second).sum()), int((second & ~first).sum())
    p = binomtest(one, one + other).pvalue if one + other else 1.0
    return {"only_first": one, "only_second": other, "p": float(f"{p:.4g}")}


def compared(first: Judged, second: Judged, *, sensitivity: float = 0.95) -> dict[str, Any]:
    """Compare two bundles on the films that both were run on, finding by finding.

    McNemar's test is on who is right at each model's own operating point, and for ``likeliest`` on
    whose likeliest leaf is right, where both models have the same leaves.

    Raises
    ------
    ConfigError
        Where the two have no film or no finding in common.
    """
    _, ours, theirs = np.intersect1d(first[1].files, second[1].files, return_indices=True)
    one, other = first[1].take(ours), second[1].take(theirs)
    cards = first[0], second[0]
    common = [name for name in cards[0].findings if name in cards[1].findings]
    if not len(ours) or not common:
        raise ConfigError("the two models have no film or no finding in common: nothing to compare")
    findings = {}
    true_of_one, true_of_other = (
        truths(card, of.labels, of.targets) for card, of in zip(cards, (one, other), strict=True)
    )
    scores = cards[0].by_finding(one.probabilities), cards[1].by_finding(other.probabilities)
    for name in common:
        known = (true_of_one[name] == true_of_other[name]) & ~np.isnan(true_of_one[name])
        truth = true_of_one[name][known] == 1
        sides = scores[0][name][known], scores[1][name][known]
        right = [
            (score >= operating_point(card, name, sensitivity).threshold) == truth
            for card, score in zip(cards, sides, strict=True)
        ]
        findings[name] = {
            "films": int(truth.sum()),
            "auc_difference": auc_difference(*sides, truth, one.groups[known]),
            "delong": delong(*sides, truth),
            "mcnemar": mcnemar(*right),
        }
    return {
        "first": {"id": cards[0].id, "version": cards[0].version},
        "second": {"id": cards[1].id, "version": cards[1].version},
        "films": len(ours),
        "operating_sensitivity": sensitivity,
        "findings": findings,
        "likeliest": _likeliest(cards, one, other),
    }


def _likeliest(
    cards: tuple[ModelCard, ModelCard], one: Predictions, other: Predictions
) -> dict[str, Any]:
    if cards[0].leaves != cards[1].leaves or is_multi_label(cards[0]):
        return {}
    right = [of.probabilities.argmax(1) == of.labels for of in (one, other)]
    difference = right[0].astype(np.float64) - right[1]
    found = intervals(
        lambda weights: {"difference": (weights @ difference) / weights.sum(1)}, one.groups
    )
    return {"accuracy_difference": found["difference"], "mcnemar": mcnemar(*right)}
