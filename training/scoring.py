"""A finished run's numbers on labelled films, without a bundle: for choosing between runs."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import softmax

from training.config import ConfigError, Experiment
from training.evaluation.intervals import Floats
from training.evaluation.metrics import class_metrics, macro_auc
from training.films import prepared
from training.logbook import predict
from training.networks import Network, build_for
from training.selection import select
from training.test_time import views

_DRAWS, _PART = 300, 256


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Uncalibrated class probabilities (N, K), the true classes (N,) and the patients (N,)."""

    leaves: tuple[str, ...]
    probabilities: Floats
    labels: NDArray[np.int64]
    groups: NDArray[np.str_]

    def sensitivity_at(self, leaf: str, specificity: float) -> float:
        """Return the sensitivity for a class at the lowest threshold with that specificity."""
        score = self.probabilities[:, self.leaves.index(leaf)]
        truth = self.labels == self.leaves.index(leaf)
        if not truth.any() or truth.all():
            return float("nan")
        threshold = np.quantile(score[~truth], specificity, method="inverted_cdf")
        return float((score[truth] > threshold).mean())


def trained(experiment: Experiment, weights: Path) -> Network:
    """Return a finished run's network, on the GPU where there is one."""
    network = build_for(experiment)
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    return network.to("cuda" if torch.cuda.is_available() else "cpu")


def score(experiment: Experiment, weights: Path, split: str) -> Scored:
    """Run a finished network over every film of a split, whatever ``data.films_at_most`` says.

    The probabilities are averaged over the views that ``test_time`` names.

    Raises
    ------
    ConfigError
        For a multi-label experiment, or where the split has no films.
    """
    if experiment.task != "multi_class":
        raise ConfigError(f"{experiment.name}: only multi_class runs are compared by these numbers")
    whole = replace(experiment, data=replace(experiment.data, films_at_most=None))
    cache = Path(experiment.data.cache)
    samples, films = prepared(select(whole, split), experiment.preprocessing, cache=cache)
    network = trained(experiment, weights)
    seen = [_same, *views(experiment.test_time)]
    parts = [
        np.mean([softmax(predict(network, view(part)), axis=1) for view in seen], axis=0)
        for part in (films[i : i + _PART] for i in range(0, len(films), _PART))
    ]
    return Scored(
        leaves=experiment.leaves,
        probabilities=np.concatenate(parts).astype(np.float64),
        labels=np.array([experiment.leaves.index(s.finding) for s in samples]),
        groups=np.array([s.group for s in samples]),
    )


def _same(films: NDArray[np.float32]) -> NDArray[np.float32]:
    return films


def summary(scored: Scored) -> dict[str, Any]:
    """Return plain numbers: pooled ones with intervals by patient, and each class at the argmax.

    Keys: ``films``, ``accuracy``, ``balanced_accuracy``, ``macro_f1``, ``macro_auc`` (each
    ``value``, ``low``, ``high``, or empty without meaning), ``confusion`` (rows true),
    ``sensitivity`` and ``specificity`` by class.
    """
    counted = class_metrics(
        scored.probabilities.argmax(1),
        scored.labels,
        scored.groups,
        classes=len(scored.leaves),
        count=_DRAWS,
    )
    confusion = np.array(counted["confusion"])
    true, right = confusion.sum(1), np.diagonal(confusion)
    alarms = confusion.sum(0) - right
    rest = len(scored.labels) - true
    return {
        "films": len(scored.labels),
        **counted,
        "macro_auc": macro_auc(scored.probabilities, scored.labels, scored.groups, count=_DRAWS),
        "sensitivity": _shares(scored.leaves, right, true),
        "specificity": _shares(scored.leaves, rest - alarms, rest),
    }


def _shares(
    leaves: tuple[str, ...], part: NDArray[np.int64], whole: NDArray[np.int64]
) -> dict[str, float]:
    return {
        leaf: round(float(p / w), 4) for leaf, p, w in zip(leaves, part, whole, strict=True) if w
    }
