"""What a bundle does on films it never saw: numbers with 95 % intervals by patient."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, confusion_matrix, roc_auc_score

from engine.models.assess import Assessor
from engine.models.bundle import read_bundle
from engine.models.card import ModelCard
from engine.models.gate import refuse_embedding
from engine.models.operating import operating_point
from engine.models.session import OnnxSession
from training.calibrate import by_finding, expected_calibration_error, resamples
from training.datasets.sample import Sample
from training.films import tensors

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
_BATCH = 64


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """Calibrated leaf probabilities (N, K) of N films, true leaves (N,), groups and refusals."""

    probabilities: Floats
    labels: NDArray[np.int64]
    groups: NDArray[np.str_]
    sources: NDArray[np.str_]
    refused: NDArray[np.bool_]

    def take(self, rows: NDArray[Any]) -> "Predictions":
        """Return the rows chosen by indices or a mask."""
        return Predictions(
            self.probabilities[rows],
            self.labels[rows],
            self.groups[rows],
            self.sources[rows],
            self.refused[rows],
        )


def predict_bundle(path: Path, samples: Sequence[Sample]) -> tuple[ModelCard, Predictions]:
    """Run films through a bundle as the engine would."""
    bundle = read_bundle(path)
    card, session = bundle.card, OnnxSession(path)
    Assessor(bundle, session)
    films = tensors(samples, card.preprocessing)
    probabilities, refused = [], []
    for start in range(0, len(films), _BATCH):
        out = session.run(films[start : start + _BATCH])
        probabilities.append(card.calibration.probabilities(out.logits))
        refused += [
            bool(refuse_embedding(card.gate, g, float(d)))
            for g, d in zip(out.gate, out.distance, strict=True)
        ]
    return card, Predictions(
        probabilities=np.concatenate(probabilities),
        labels=np.array([card.leaves.index(s.finding) for s in samples]),
        groups=np.array([s.group for s in samples]),
        sources=np.array([s.source for s in samples]),
        refused=np.array(refused),
    )


def macro_auc(predictions: Predictions) -> float:
    """Return the mean one-against-rest AUC over the leaves that have films on both sides."""
    areas = []
    for k in range(predictions.probabilities.shape[1]):
        truth = predictions.labels == k
        if truth.any() and not truth.all():
            areas.append(roc_auc_score(truth, predictions.probabilities[:, k]))
    return float(np.mean(areas)) if areas else float("nan")


def accuracy(predictions: Predictions) -> float:
    """Return the share of films whose likeliest leaf is the true one."""
    return float((predictions.probabilities.argmax(1) == predictions.labels).mean())


def normals_called_normal(predictions: Predictions) -> float:
    """Return the share of true normals whose likeliest leaf is normal (leaf 0)."""
    normal = predictions.labels == 0
    return (
        float((predictions.probabilities[normal].argmax(1) == 0).mean())
        if normal.any()
        else float("nan")
    )


def with_interval(
    measure: Callable[[Predictions], float], predictions: Predictions, *, count: int = 500
) -> dict[str, float]:
    """Return a measure with its 95 % bootstrap interval by group; empty where it has no meaning."""
    value = measure(predictions)
    if not np.isfinite(value):
        return {}
    samples = resamples(predictions.groups, count=count, seed=11)
    drawn = [measure(predictions.take(rows)) for rows in samples]
    low, high = np.nanpercentile(drawn, (2.5, 97.5))
    return _rounded(value, low, high)


def measure(
    card: ModelCard, predictions: Predictions, *, sensitivity: float = 0.95
) -> dict[str, Any]:
    """Return all numbers of a set of films as plain values."""
    labels = predictions.labels
    confusion = confusion_matrix(
        labels, predictions.probabilities.argmax(1), labels=range(len(card.leaves))
    )
    return {
        "films": len(labels),
        "films_by_leaf": {card.leaves[k]: n for k, n in sorted(Counter(labels.tolist()).items())},
        "refused_by_gate": round(float(predictions.refused.mean()), 4),
        "macro_auc": with_interval(macro_auc, predictions),
        "accuracy": with_interval(accuracy, predictions),
        "confusion": confusion.tolist(),
        "operating_sensitivity": sensitivity,
        "findings": _findings(card, predictions, sensitivity),
        "normals_called_normal_by_source": {
            str(s): round(normals_called_normal(predictions.take(predictions.sources == s)), 4)
            for s in sorted(set(predictions.sources[labels == 0]))
        },
    }


def _findings(card: ModelCard, predictions: Predictions, sensitivity: float) -> dict[str, Any]:
    members = {name: card.leaves_of(name) for name in card.findings}
    scores = by_finding(predictions.probabilities, card.leaves, members)
    rows = {}
    for name, score in scores.items():
        truth = np.isin(predictions.labels, [card.leaves.index(x) for x in members[name]])
        if not truth.any() or truth.all():
            continue
        threshold = operating_point(card, name, sensitivity).threshold
        sides = (score, truth, predictions.groups)
        rows[name] = {
            "auc": _interval(_auc, *sides),
            "pr_auc": _interval(_pr_auc, *sides),
            "threshold": round(threshold, 6),
            "sensitivity": _interval(partial(_sensitivity, threshold), *sides),
            "specificity": _interval(partial(_specificity, threshold), *sides),
            "calibration_error": round(expected_calibration_error(score, truth), 4),
        }
    return rows


def _auc(score: Floats, truth: Truth) -> float:
    return float(roc_auc_score(truth, score))


def _pr_auc(score: Floats, truth: Truth) -> float:
    return float(average_precision_score(truth, score))


def _sensitivity(threshold: float, score: Floats, truth: Truth) -> float:
    return float((score[truth] >= threshold).mean())


def _specificity(threshold: float, score: Floats, truth: Truth) -> float:
    return float((score[~truth] < threshold).mean())


def _interval(
    of: Callable[[Floats, NDArray[np.bool_]], float],
    score: Floats,
    truth: NDArray[np.bool_],
    groups: NDArray[np.str_],
) -> dict[str, float]:
    drawn = [
        of(score[rows], truth[rows])
        for rows in resamples(groups, count=300, seed=11)
        if truth[rows].any() and not truth[rows].all()
    ]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return _rounded(of(score, truth), low, high)


def _rounded(value: float, low: float, high: float) -> dict[str, float]:
    pairs = (("value", value), ("low", low), ("high", high))
    return {name: round(float(number), 4) for name, number in pairs}


def write_predictions(
    path: Path, card: ModelCard, samples: Sequence[Sample], found: Predictions
) -> None:
    """Write one line a film, by the film's file name, for a closer look."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "source", "finding", "refused", *card.leaves])
        for sample, refused, row in zip(samples, found.refused, found.probabilities, strict=True):
            scores = [f"{p:.6f}" for p in row]
            writer.writerow(
                [sample.path.name, sample.source, sample.finding, int(refused), *scores]
            )
