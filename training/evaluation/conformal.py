"""Split-conformal sets of classes, and how often they would release an abnormal film.

Class-conditional (Mondrian) thresholds: each class is in the set of its own films as often as
promised, whatever its share (Vovk, Gammerman, Shafer 2005; Sadinle, Lei, Wasserman, JASA 2019).
"""

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from training.evaluation.calibration import HALVES, halves
from training.evaluation.findings import is_multi_label, normal_leaf
from training.evaluation.intervals import DRAWS, Floats, Interval
from training.evaluation.metrics import share
from training.evaluation.predictions import Predictions

Method = Literal["LAC", "APS"]


def nonconformity(probabilities: Floats, *, method: Method = "LAC") -> Floats:
    """Return how ill each class fits each film (N, K).

    LAC: one less its probability. APS: the probability of all classes that are likelier or it
    itself (Romano, Sesia, Candès, NeurIPS 2020), without their randomisation.
    """
    if method == "LAC":
        return 1 - probabilities
    order = np.argsort(-probabilities, axis=1, kind="stable")
    reached = np.cumsum(np.take_along_axis(probabilities, order, axis=1), axis=1)
    out = np.empty_like(reached)
    np.put_along_axis(out, order, reached, axis=1)
    return out


def thresholds(
    probabilities: Floats,
    labels: NDArray[np.int64],
    *,
    level: float = 0.9,
    method: Method = "LAC",
) -> Floats:
    """Return each class's largest allowed nonconformity (K,), from films of that class.

    Infinite, so that the class is in every set, where its films are too few to promise anything.
    """
    scores = nonconformity(probabilities, method=method)
    out = np.full(scores.shape[1], np.inf)
    for k in range(scores.shape[1]):
        own = np.sort(scores[labels == k, k])
        rank = int(np.ceil((len(own) + 1) * level))
        if rank <= len(own):
            out[k] = own[rank - 1]
    return out


def sets(probabilities: Floats, allowed: Floats, *, method: Method = "LAC") -> NDArray[np.bool_]:
    """Return whether each class is in each film's set (N, K)."""
    return nonconformity(probabilities, method=method) <= allowed + 1e-12


def conformal_metrics(
    chosen: NDArray[np.bool_],
    labels: NDArray[np.int64],
    groups: NDArray[Any],
    *,
    leaves: tuple[str, ...],
    level: float = 0.9,
    count: int = DRAWS,
) -> dict[str, Any]:
    """Return coverage by class, set sizes, and the share of abnormal films released.

    A film is released where its set is exactly the normal class; {} where there is none.
    """
    sizes = chosen.sum(1)
    held = chosen[np.arange(len(labels)), labels]
    return {
        "level": level,
        "coverage": {
            leaf: share(held[labels == k], groups[labels == k], count=count)
            for k, leaf in enumerate(leaves)
        },
        "mean_size": round(float(sizes.mean()), 4),
        "sizes": {
            str(size): round(float((sizes == size).mean()), 4) for size in range(len(leaves) + 1)
        },
        **_released(chosen, labels, groups, leaves=leaves, count=count),
    }


def _released(
    chosen: NDArray[np.bool_],
    labels: NDArray[np.int64],
    groups: NDArray[Any],
    *,
    leaves: tuple[str, ...],
    count: int,
) -> dict[str, Interval]:
    normal = normal_leaf(leaves)
    if normal is None:
        return {"positives_released": {}, "released": {}}
    released = chosen[:, normal] & (chosen.sum(1) == 1)
    abnormal = labels != normal
    return {
        "positives_released": share(released[abnormal], groups[abnormal], count=count),
        "released": share(released, groups, count=count),
    }


def chosen_sets(
    found: Predictions,
    reference: Predictions | None,
    *,
    level: float = 0.9,
    method: Method = "LAC",
) -> NDArray[np.bool_] | None:
    """Return whether each class is in each film's set (N, K); None without a second half.

    Thresholds come from the reference films, or else from the half that a film is not in.
    """
    if reference:
        allowed = thresholds(reference.probabilities, reference.labels, level=level, method=method)
        return sets(found.probabilities, allowed, method=method)
    parts = halves(found.groups)
    if len(parts) < 2:
        return None
    chosen = np.zeros(found.probabilities.shape, bool)
    for half in parts:
        allowed = thresholds(
            found.probabilities[~half], found.labels[~half], level=level, method=method
        )
        chosen[half] = sets(found.probabilities[half], allowed, method=method)
    return chosen


def measured(
    card: ModelCard,
    found: Predictions,
    reference: Predictions | None,
    *,
    level: float = 0.9,
    method: Method = "LAC",
    count: int = DRAWS,
) -> dict[str, Any]:
    """Return the conformal numbers of films; {} for multi-label cards and without a second half.

    Thresholds come from where those of `chosen_sets` do.
    """
    if is_multi_label(card):
        return {}
    chosen = chosen_sets(found, reference, level=level, method=method)
    if chosen is None:
        return {}
    return {
        "method": f"{method}, class-conditional",
        "calibrated_on": "the films of val" if reference else HALVES,
        **conformal_metrics(
            chosen, found.labels, found.groups, leaves=card.leaves, level=level, count=count
        ),
    }
