"""From validation logits to calibrated probabilities, their bands, and operating curves.

Everything is resampled by group, because films of one patient are not independent.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_softmax, logit
from sklearn.linear_model import LogisticRegression

from engine.models.card import Calibration, OperatingCurve, ReleaseScores, Reliability

Floats = NDArray[np.float64]
_SENSITIVITIES = np.round(np.arange(0.70, 0.9951, 0.005), 3)
_RELEASED_AT_MOST, _RELEASE_STEPS = 0.25, 128


def fit_calibration(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> Calibration:
    """Fit one temperature and a bias a class by maximum likelihood; logits (N, K), labels (N,)."""
    count = logits.shape[1]
    rows = np.arange(len(labels))

    def loss(parameters: Floats) -> float:
        scaled = logits / np.exp(parameters[0]) + parameters[1:]
        # The faint ridge only fixes the constant that a softmax ignores.
        return float(
            -log_softmax(scaled, axis=1)[rows, labels].mean() + 1e-4 * (parameters[1:] ** 2).sum()
        )

    found = minimize(loss, np.zeros(count + 1), method="L-BFGS-B")
    return Calibration(float(np.exp(found.x[0])), tuple(float(b) for b in found.x[1:]))


def fit_sigmoid_calibration(logits: NDArray[np.float32], targets: Floats) -> Calibration:
    """Fit one temperature and a bias a leaf for sigmoids; targets (N, K) 1, 0 or NaN (unknown)."""
    known = ~np.isnan(targets)
    sign = np.where(targets == 1, -1.0, 1.0)

    def loss(parameters: Floats) -> float:
        scaled = logits / np.exp(parameters[0]) + parameters[1:]
        mean = np.logaddexp(0, sign * scaled)[known].mean()
        # The ridge holds the bias of a leaf that has films on one side only.
        return float(mean + 1e-4 * (parameters[1:] ** 2).sum())

    found = minimize(loss, np.zeros(logits.shape[1] + 1), method="L-BFGS-B")
    bias = tuple(float(b) for b in found.x[1:])
    return Calibration(float(np.exp(found.x[0])), bias, "sigmoid")


def resamples(
    groups: NDArray[np.str_], *, count: int, seed: int = 7
) -> Iterator[NDArray[np.int64]]:
    """Yield row indices of bootstrap samples drawn by whole groups."""
    _, codes = np.unique(groups, return_inverse=True)
    order = np.argsort(codes, kind="stable")
    starts = np.searchsorted(codes[order], np.arange(codes.max() + 2))
    members = [order[a:b] for a, b in pairwise(starts)]
    rng = np.random.default_rng(seed)
    for _ in range(count):
        drawn = rng.integers(0, len(members), len(members))
        yield np.concatenate([members[i] for i in drawn])


def reliability(
    probability: Floats, truth: NDArray[np.bool_], groups: NDArray[np.str_]
) -> Reliability:
    """Return the 95 % band of a logistic recalibration, refitted over bootstrap samples."""
    grid = expit(np.linspace(-8, 8, 33))
    score = logit(np.clip(probability, 1e-6, 1 - 1e-6))[:, None]
    at = logit(grid)[:, None]
    lines = []
    for rows in resamples(groups, count=200):
        if truth[rows].any() and not truth[rows].all():
            line = LogisticRegression(C=10.0).fit(score[rows], truth[rows])
            lines.append(line.predict_proba(at)[:, 1])
    low, high = np.percentile(lines, (2.5, 97.5), axis=0)
    return Reliability(_plain(grid), _plain(low), _plain(high))


def operating_curve(
    probability: Floats, truth: NDArray[np.bool_], groups: NDArray[np.str_]
) -> OperatingCurve:
    """Return the highest threshold for each sensitivity, and what it costs, with intervals."""
    positives = np.sort(probability[truth])
    missed = np.floor((1 - _SENSITIVITIES) * len(positives) + 1e-9).astype(int)
    thresholds = positives[np.minimum(missed, len(positives) - 1)]
    sensitivity, specificity = _rates(probability, truth, thresholds)
    sampled = [
        _rates(probability[rows], truth[rows], thresholds)
        for rows in resamples(groups, count=500)
        if truth[rows].any() and not truth[rows].all()
    ]
    sens_band = np.percentile([s for s, _ in sampled], (2.5, 97.5), axis=0)
    spec_band = np.percentile([s for _, s in sampled], (2.5, 97.5), axis=0)
    return OperatingCurve(
        sensitivity=_plain(_SENSITIVITIES),
        threshold=_plain(thresholds),
        sensitivity_low=_plain(sens_band[0]),
        sensitivity_high=_plain(np.maximum(sens_band[1], sensitivity)),
        specificity=_plain(specificity),
        specificity_low=_plain(spec_band[0]),
        specificity_high=_plain(spec_band[1]),
        positives=int(truth.sum()),
        negatives=int((~truth).sum()),
    )


def release_scores(
    finding: str, probability: Floats, truth: NDArray[np.bool_], groups: NDArray[np.str_]
) -> ReleaseScores | None:
    """Return what `engine.models.lanes` certifies a low-risk lane with; None without positives.

    Of each group's positive films the share below a probability counts, so that a patient with many
    films weighs as one study. Only the lowest quarter is kept, in at most 128 steps: a threshold
    that is left out is replaced by a lower one, which releases less.
    """
    if not truth.any():
        return None
    _, codes, sizes = np.unique(groups[truth], return_inverse=True, return_counts=True)
    order = np.argsort(probability[truth], kind="stable")
    values = probability[truth][order]
    counted = np.concatenate(([0.0], np.cumsum(1 / sizes[codes[order]])))
    steps = np.unique(np.floor(values * 1e6) / 1e6)
    released = counted[np.searchsorted(values, steps, side="left")]
    lowest = np.flatnonzero(released <= _RELEASED_AT_MOST * len(sizes))
    kept = np.unique(np.linspace(0, lowest[-1], _RELEASE_STEPS).round().astype(int))
    return ReleaseScores(
        finding,
        len(sizes),
        tuple(float(v) for v in steps[kept]),
        tuple(round(float(v), 9) for v in released[kept]),
    )


def expected_calibration_error(
    probability: Floats, truth: NDArray[np.bool_], *, bins: int = 15
) -> float:
    """Return the mean gap between probability and frequency over equal bins (Naeini, AAAI 2015)."""
    which = np.minimum((probability * bins).astype(int), bins - 1)
    gaps = [
        abs(probability[which == b].mean() - truth[which == b].mean()) * (which == b).mean()
        for b in range(bins)
        if (which == b).any()
    ]
    return float(sum(gaps))


def _rates(
    probability: Floats, truth: NDArray[np.bool_], thresholds: Floats
) -> tuple[Floats, Floats]:
    positives, negatives = np.sort(probability[truth]), np.sort(probability[~truth])
    below_positive = np.searchsorted(positives, thresholds, side="left") / len(positives)
    below_negative = np.searchsorted(negatives, thresholds, side="left") / len(negatives)
    return 1 - below_positive, below_negative


def _plain(values: NDArray[np.floating]) -> tuple[float, ...]:
    return tuple(round(float(v), 6) for v in values)
