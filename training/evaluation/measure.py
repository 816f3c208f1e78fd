"""All numbers of a set of films, as the report and the card take them."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import precision_recall_curve, roc_curve

from engine.models.card import ModelCard
from engine.models.operating import operating_point
from training.calibrate import expected_calibration_error
from training.evaluation import calibration, conformal, heat_maps
from training.evaluation.embedding import embedded
from training.evaluation.findings import is_multi_label, likeliest, normal_leaf, truths
from training.evaluation.intervals import DRAWS, Floats
from training.evaluation.metrics import (
    class_metrics,
    finding_metrics,
    masked_macro_auc,
    operating_points,
    thinned,
)
from training.evaluation.predictions import Predictions
from training.writing import progress

ASKED = (0.80, 0.85, 0.90, 0.95, 0.98)
_BY = {"source": "sources", "view": "views", "age_group": "ages"}
_OF_CARD = (
    *("films", "films_by_leaf", "refused_by_gate", "macro_auc", "accuracy", "confusion"),
    *("operating_sensitivity", "normals_called_normal_by_source"),
)
_OF_FINDING = ("auc", "pr_auc", "threshold", "sensitivity", "specificity", "calibration_error")


def measure(
    card: ModelCard,
    found: Predictions,
    *,
    sensitivity: float = 0.95,
    split: str = "",
    sha256: str = "",
    reference: Predictions | None = None,
    count: int = DRAWS,
) -> dict[str, Any]:
    """Return the numbers of a set of films as plain values; {} stands where one has no meaning.

    Precision, recall and F1 are of the likeliest leaf; sensitivity, specificity, PPV and NPV of
    the operating point's threshold.

    Parameters
    ----------
    sensitivity : float
        The operating point, named on the films that the card was calibrated on.
    reference : Predictions, optional
        Other films of the same model: scaling and conformal thresholds are fitted on them. Without
        them each half of the films (by group) is fitted on the other.
    count : int
        Resamples of the intervals.
    """
    films = Counter(found.labels.tolist())
    numbers: dict[str, Any] = {
        "model": {"id": card.id, "version": card.version, "title": card.title, "sha256": sha256},
        "split": split,
        "films": len(found.labels),
        "films_by_leaf": {card.leaves[k]: n for k, n in sorted(films.items())},
        "leaves": list(card.leaves),
        "refused_by_gate": _rounded(float(found.refused.mean())),
        "operating_sensitivity": sensitivity,
        "fitted_on": calibration.HALVES if reference is None else "the films of val",
        "probe": {},
    }
    steps: tuple[Callable[[], dict[str, Any]], ...] = (
        lambda: overall(card, found, count=count),
        lambda: {"findings": finding_rows(card, found, sensitivity=sensitivity, count=count)},
        lambda: _points_and_curves(card, found, count),
        lambda: {"by": {n: _groups(card, found, of, sensitivity, count) for n, of in _BY.items()}},
        lambda: {"normals_called_normal_by_source": _normals(card, found)},
        lambda: {"calibration": calibration.alternatives(card, found, reference)},
        lambda: {"conformal": conformal.measured(card, found, reference, count=count)},
        lambda: {"embedding": embedded(card, found)},
        lambda: {"heat_maps": heat_maps.summary(card, found.in_lung, found.groups, count=count)},
    )
    for step in progress(steps, "Measuring"):
        numbers |= step()
    return numbers


def compact(metrics: Mapping[str, Any]) -> dict[str, Any]:
    """Return the numbers that a card carries: of findings that have films on both sides."""
    findings = {
        name: {key: row[key] for key in _OF_FINDING}
        for name, row in metrics["findings"].items()
        if row["auc"]
    }
    return {**{key: metrics[key] for key in _OF_CARD}, "findings": findings}


def overall(card: ModelCard, found: Predictions, *, count: int = DRAWS) -> dict[str, Any]:
    """Return the measures over all leaves; the likeliest leaf's only where they are exclusive."""
    several = is_multi_label(card)
    truth = found.targets if several else np.eye(len(card.leaves))[found.labels]
    areas = masked_macro_auc(found.probabilities, truth, found.groups, count=count)
    if several:
        names = ("accuracy", "balanced_accuracy", "macro_f1")
        return {"macro_auc": areas, **{name: {} for name in names}, "confusion": []}
    best = found.probabilities.argmax(1)
    return {
        "macro_auc": areas,
        **class_metrics(best, found.labels, found.groups, classes=len(card.leaves), count=count),
    }


def finding_rows(
    card: ModelCard, found: Predictions, *, sensitivity: float, count: int = DRAWS
) -> dict[str, dict[str, Any]]:
    """Return every finding's measures over the films where it is known."""
    several = is_multi_label(card)
    called = {} if several else likeliest(card, found.probabilities)
    rows = {}
    for name, (score, truth, known) in _sides(card, found).items():
        threshold = operating_point(card, name, sensitivity).threshold
        rows[name] = {
            "films": int(truth.sum()),
            **finding_metrics(
                score,
                truth,
                found.groups[known],
                threshold=threshold,
                likeliest=None if several else called[name][known],
                count=count,
            ),
            "threshold": round(threshold, 6),
            "calibration_error": _rounded(expected_calibration_error(score, truth)),
        }
    return rows


def _sides(
    card: ModelCard, found: Predictions
) -> dict[str, tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]]:
    """Return each finding's scores and truth over the films where it is known, and which are."""
    scores = card.by_finding(found.probabilities)
    out = {}
    for name, truth in truths(card, found.labels, found.targets).items():
        known = ~np.isnan(truth)
        out[name] = scores[name][known], truth[known] == 1, known
    return out


def _points_and_curves(card: ModelCard, found: Predictions, count: int) -> dict[str, Any]:
    points, curves = {}, {}
    raw = calibration.raw_scores(card, found)
    for name, (score, truth, known) in _sides(card, found).items():
        asked = {at: operating_point(card, name, at).threshold for at in ASKED}
        groups = found.groups[known]
        points[name] = operating_points(score, truth, groups, thresholds=asked, count=count)
        curves[name] = _curves(score, truth)
        if raw:
            before = calibration.reliability_curve(raw[name][known], truth)
            curves[name]["reliability_raw"] = before
    return {"operating_points": points, "curves": curves}


def _curves(score: Floats, truth: NDArray[np.bool_]) -> dict[str, list[list[float]]]:
    both = truth.any() and not truth.all()
    out: dict[str, list[list[float]]] = {"roc": [], "pr": []}
    if both:
        out["roc"] = thinned(np.stack(roc_curve(truth, score)[:2], axis=1))
        precision, recall, _ = precision_recall_curve(truth, score, drop_intermediate=True)
        out["pr"] = thinned(np.stack([recall, precision], axis=1))
    return {**out, "reliability": calibration.reliability_curve(score, truth)}


def _normals(card: ModelCard, found: Predictions) -> dict[str, float]:
    """Return the share of each source's normal films whose likeliest leaf is normal."""
    normal = normal_leaf(card.leaves)
    if normal is None or is_multi_label(card):
        return {}
    right = found.probabilities.argmax(1) == normal
    there = found.labels == normal
    return {
        str(source): _rounded(float(right[there & (found.sources == source)].mean()))
        for source in np.unique(found.sources[there])
    }


def _groups(
    card: ModelCard, found: Predictions, of: str, sensitivity: float, count: int
) -> dict[str, dict[str, Any]]:
    """Return the shorter numbers of the films of each source, view or age group."""
    values = getattr(found, of)
    out = {}
    for value in np.unique(values):
        part = found.take(values == value)
        everything = overall(card, part, count=count)
        rows = finding_rows(card, part, sensitivity=sensitivity, count=count)
        out[str(value)] = {
            "films": len(part.labels),
            "accuracy": everything["accuracy"],
            "macro_auc": everything["macro_auc"],
            "findings": {
                name: {key: row[key] for key in ("films", "auc", "sensitivity", "specificity")}
                for name, row in rows.items()
            },
        }
    return out


def _rounded(value: float) -> float:
    return round(value, 4)
