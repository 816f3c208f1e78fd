"""Measures of one score or one confusion matrix, over weighted films: all resamples in one go.

Weights are (R, N) as `training.evaluation.intervals.draws` gives them, results (R, ...).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from training.evaluation.intervals import DRAWS, Floats, Interval, intervals, ratio

Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Films in falling order of their score: ``starts`` are where each run of ties begins."""

    order: NDArray[np.int64]
    starts: NDArray[np.int64]
    truth: Truth

    @classmethod
    def of(cls, score: Floats, truth: Truth) -> Self:
        """Sort once; every resample is then a weighting of the same order."""
        order = np.argsort(-score, kind="stable")
        falling = score[order]
        starts = np.flatnonzero(np.r_[True, falling[1:] != falling[:-1]][: len(score)])
        return cls(order, starts, truth[order])

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        """Return the positives' and negatives' weights (R, U) at each of U different scores."""
        placed = weights[:, self.order]
        if not len(self.starts):
            return placed, placed
        positive = np.add.reduceat(placed * self.truth, self.starts, axis=1)
        return positive, np.add.reduceat(placed, self.starts, axis=1) - positive


def auc(ranked: Ranked, weights: Floats) -> Floats:
    """Return the area under the ROC curve (R,), ties counted by half (Mann-Whitney)."""
    positive, negative = ranked.sums(weights)
    below = negative.sum(1, keepdims=True) - np.cumsum(negative, axis=1) + negative / 2
    return ratio((positive * below).sum(1), positive.sum(1) * negative.sum(1))


def average_precision(ranked: Ranked, weights: Floats) -> Floats:
    """Return the area under the precision-recall curve (R,) as average precision, in steps."""
    positive, negative = ranked.sums(weights)
    hits = np.cumsum(positive, axis=1)
    precision = hits / np.maximum(hits + np.cumsum(negative, axis=1), 1e-12)
    return ratio((positive * precision).sum(1), positive.sum(1))


def rates(called: Truth, truth: Truth, weights: Floats) -> dict[str, Floats]:
    """Return sensitivity, specificity, PPV, NPV and F1 (R,) of a yes-or-no call."""
    cells = np.stack([called & truth, called & ~truth, ~called & truth, ~called & ~truth], axis=1)
    hits, alarms, missed, cleared = (weights @ cells.astype(np.float64)).T
    return {
        "sensitivity": ratio(hits, hits + missed),
        "specificity": ratio(cleared, cleared + alarms),
        "ppv": ratio(hits, hits + alarms),
        "npv": ratio(cleared, cleared + missed),
        "f1": ratio(2 * hits, 2 * hits + alarms + missed),
    }


def finding_metrics(
    score: Floats,
    truth: Truth,
    groups: NDArray[Any],
    *,
    threshold: float | None = None,
    likeliest: Truth | None = None,
    count: int = DRAWS,
) -> dict[str, Interval]:
    """Return the intervals of all measures of one finding.

    Parameters
    ----------
    score, truth, groups : ndarray
        A probability, whether the finding is there, and the resampled unit, each (N,).
    threshold : float, optional
        Gives sensitivity, specificity, PPV and NPV of ``score >= threshold``; {} without.
    likeliest : ndarray, optional
        Whether the finding is the likeliest one, (N,): gives precision, recall and F1; by
        default the call at the threshold.
    """
    ranked = Ranked.of(score, truth)
    called = score >= (np.inf if threshold is None else threshold)
    squares = np.square(score - truth)

    def measure(weights: Floats) -> dict[str, Floats]:
        at = rates(called, truth, weights)
        chosen = at if likeliest is None else rates(likeliest, truth, weights)
        return {
            "auc": auc(ranked, weights),
            "pr_auc": average_precision(ranked, weights),
            **{name: at[name] for name in ("sensitivity", "specificity", "ppv", "npv")},
            "precision": chosen["ppv"],
            "recall": chosen["sensitivity"],
            "f1": chosen["f1"],
            "brier": ratio(weights @ squares, weights.sum(1)),
        }

    found = intervals(measure, groups, count=count)
    found |= _widened(found, _bases(called, truth, groups))
    needless = {"sensitivity", "specificity", "ppv", "npv"} if threshold is None else set()
    if likeliest is None:
        needless |= {"precision", "recall", "f1"} if threshold is None else set()
    if not truth.any() or truth.all():
        needless |= {"auc", "pr_auc"}
    return {name: {} if name in needless else value for name, value in found.items()}


def operating_points(
    score: Floats,
    truth: Truth,
    groups: NDArray[Any],
    *,
    thresholds: dict[float, float],
    count: int = DRAWS,
) -> list[dict[str, Any]]:
    """Return what each asked sensitivity's threshold gives on these films, with intervals."""
    names = ("sensitivity", "specificity", "ppv", "npv")

    def measure(weights: Floats) -> dict[str, Floats]:
        return {
            f"{asked} {name}": values
            for asked, threshold in thresholds.items()
            for name, values in rates(score >= threshold, truth, weights).items()
        }

    found = intervals(measure, groups, count=count) if thresholds else {}
    points = []
    for asked, threshold in thresholds.items():
        at = {name: found[f"{asked} {name}"] for name in names}
        at |= _widened(at, _bases(score >= threshold, truth, groups))
        points.append({"asked": asked, "threshold": round(threshold, 6), **at})
    return points


def _bases(called: Truth, truth: Truth, groups: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """Return the groups that each rate is a share of."""
    sides = {"sensitivity": truth, "specificity": ~truth, "ppv": called, "npv": ~called}
    return {name: groups[side] for name, side in sides.items()}


def _widened(
    found: Mapping[str, Interval], bases: Mapping[str, NDArray[Any]]
) -> dict[str, Interval]:
    """Return shares with an interval of some width: resamples of films that all agree have none.

    All of n groups, or none, get Clopper and Pearson's bound, 0.025 ** (1 / n).
    """
    out = {}
    for name, base in bases.items():
        share_of = found[name]
        if share_of and share_of["value"] in (0.0, 1.0):
            bound = round(0.025 ** (1 / len(np.unique(base))), 4)
            out[name] = share_of | (
                {"low": min(share_of["low"], bound)}
                if share_of["value"] == 1.0
                else {"high": max(share_of["high"], round(1 - bound, 4))}
            )
        else:
            out[name] = share_of
    return out


def macro_auc(
    probabilities: Floats, labels: NDArray[np.int64], groups: NDArray[Any], *, count: int = DRAWS
) -> Interval:
    """Return the mean one-against-rest AUC of the classes that have films on both sides."""
    truth = labels[:, None] == np.arange(probabilities.shape[1])
    return masked_macro_auc(probabilities, truth.astype(np.float64), groups, count=count)


def masked_macro_auc(
    probabilities: Floats, truths: Floats, groups: NDArray[Any], *, count: int = DRAWS
) -> Interval:
    """Return the macro AUC where truths (N, K) are 1, 0 or NaN: not known."""
    known = ~np.isnan(truths)
    columns = [
        (Ranked.of(probabilities[:, k], truths[:, k] == 1), known[:, k])
        for k in range(probabilities.shape[1])
        if {0.0, 1.0} <= set(truths[known[:, k], k].tolist())
    ]
    if not columns:
        return {}

    def measure(weights: Floats) -> dict[str, Floats]:
        areas = np.stack([auc(ranked, weights * films) for ranked, films in columns])
        there = np.isfinite(areas)
        return {"macro_auc": ratio(np.where(there, areas, 0).sum(0), there.sum(0).astype(float))}

    return intervals(measure, groups, count=count)["macro_auc"]


def class_metrics(
    predicted: NDArray[np.int64],
    labels: NDArray[np.int64],
    groups: NDArray[Any],
    *,
    classes: int,
    count: int = DRAWS,
) -> dict[str, Any]:
    """Return accuracy, balanced accuracy and macro F1 with intervals, and the confusion matrix.

    Balanced accuracy is over the classes that have films; macro F1 over those that have films or
    were predicted, as in scikit-learn.
    """
    cells = np.eye(classes * classes)[labels * classes + predicted]

    def measure(weights: Floats) -> dict[str, Floats]:
        matrix = (weights @ cells).reshape(-1, classes, classes)
        right = np.diagonal(matrix, axis1=1, axis2=2)
        true, called = matrix.sum(2), matrix.sum(1)
        f1 = 2 * right / np.maximum(true + called, 1e-12)
        recall = right / np.maximum(true, 1e-12)
        return {
            "accuracy": ratio(right.sum(1), true.sum(1)),
            "balanced_accuracy": ratio(recall.sum(1), (true > 0).sum(1).astype(float)),
            "macro_f1": ratio(f1.sum(1), (true + called > 0).sum(1).astype(float)),
        }

    confusion = cells.sum(0).reshape(classes, classes).astype(int)
    found = intervals(measure, groups, count=count)
    return {**found, **_widened(found, {"accuracy": groups}), "confusion": confusion.tolist()}


def share(flags: Truth, groups: NDArray[Any], *, count: int = DRAWS) -> Interval:
    """Return the share of films that have a flag, with its interval; {} without films."""
    values = flags.astype(np.float64)
    found = intervals(
        lambda weights: {"share": ratio(weights @ values, weights.sum(1))}, groups, count=count
    )
    return _widened(found, {"share": groups})["share"]


def median(values: Floats, groups: NDArray[Any], *, count: int = DRAWS) -> Interval:
    """Return the median with its interval, over the films where the value is a number."""
    there = np.isfinite(values)
    if not there.any():
        return {}
    rising = np.argsort(values[there])
    ordered = values[there][rising]

    def measure(weights: Floats) -> dict[str, Floats]:
        reached = np.cumsum(weights[:, rising], axis=1)
        at = (reached < reached[:, -1:] / 2).sum(1)
        return {"median": np.where(reached[:, -1] > 0, ordered[at], np.nan)}

    return intervals(measure, groups[there], count=count)["median"]


def thinned(points: NDArray[np.floating], *, most: int = 200) -> list[list[float]]:
    """Return at most ``most`` of a curve's points, both ends among them."""
    rows = np.unique(np.linspace(0, len(points) - 1, min(most, len(points))).round().astype(int))
    return [[round(float(v), 5) for v in points[i]] for i in rows]
