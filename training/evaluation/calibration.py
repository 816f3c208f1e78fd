"""Do probabilities mean what they say: before and after temperature and isotonic scaling."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

from engine.models.card import Calibration, ModelCard
from training.calibrate import expected_calibration_error, fit_calibration, fit_sigmoid_calibration
from training.evaluation.findings import is_multi_label, truths
from training.evaluation.intervals import Floats
from training.evaluation.metrics import Truth
from training.evaluation.predictions import Predictions

BINS = 15
HALVES = "the other half, by group"


def halves(groups: NDArray[Any], *, seed: int = 5) -> tuple[NDArray[np.bool_], ...]:
    """Return two masks that divide the films and no group: what is fitted on one is for the other.

    One mask of no film, where there is one group alone.
    """
    names, codes = np.unique(groups, return_inverse=True)
    if len(names) < 2:
        return (np.zeros(len(groups), bool),)
    dealt = np.random.default_rng(seed).permutation(len(names)) % 2 == 0
    return dealt[codes], ~dealt[codes]


def raw_scores(card: ModelCard, found: Predictions) -> dict[str, Floats]:
    """Return each finding's probability (N,) before any calibration; {} without logits."""
    if not found.logits.size:
        return {}
    plain = Calibration(1.0, (0.0,) * len(card.leaves), card.calibration.activation)
    return card.by_finding(plain.probabilities(found.logits))


def alternatives(
    card: ModelCard, found: Predictions, reference: Predictions | None
) -> dict[str, dict[str, dict[str, float]]]:
    """Return each finding's errors raw, under temperature, under isotonic scaling and as shipped.

    What is fitted is fitted on the reference films, or else on the half of the films that a film
    is not in. {} without logits.
    """
    if not found.logits.size:
        return {}
    raw = raw_scores(card, found)
    scaled = card.by_finding(_temperature(card, found, reference))
    shipped = card.by_finding(found.probabilities)
    truth = truths(card, found.labels, found.targets)
    if reference:
        at_home = raw_scores(card, reference)
        home_truth = truths(card, reference.labels, reference.targets)
    out = {}
    for name in card.findings:
        known = ~np.isnan(truth[name])
        there, groups = truth[name][known] == 1, found.groups[known]
        if reference:
            fitted = isotonic(at_home[name], home_truth[name], at=raw[name][known])
        else:
            fitted = _isotonic_by_halves(raw[name][known], there, groups)
        out[name] = {
            "raw": errors(raw[name][known], there),
            "temperature": errors(scaled[name][known], there),
            "isotonic": errors(fitted, there),
            "shipped": errors(shipped[name][known], there),
        }
    return out


def _temperature(card: ModelCard, found: Predictions, reference: Predictions | None) -> Floats:
    """Return leaf probabilities (N, K) under a new temperature and bias; NaN where none is fit."""

    def fitted(on: Predictions) -> Calibration:
        if is_multi_label(card):
            return fit_sigmoid_calibration(on.logits, on.targets)
        return fit_calibration(on.logits, on.labels)

    if reference:
        return fitted(reference).probabilities(found.logits)
    out = np.full(found.logits.shape, np.nan)
    for half in halves(found.groups):
        if half.any():
            out[half] = fitted(found.take(~half)).probabilities(found.logits[half])
    return out


def _isotonic_by_halves(score: Floats, truth: Truth, groups: NDArray[Any]) -> Floats:
    out = np.full(len(score), np.nan)
    for half in halves(groups):
        if half.any():
            out[half] = isotonic(score[~half], truth[~half], at=score[half])
    return out


def isotonic(score: Floats, truth: NDArray[Any], *, at: Floats) -> Floats:
    """Return the isotonic fit (Zadrozny and Elkan, KDD 2002) of truth on score, at other scores."""
    known = ~np.isnan(truth.astype(np.float64))
    if not known.any():
        return np.full(len(at), np.nan)
    fitted = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip")
    return np.asarray(fitted.fit(score[known], truth[known]).predict(at), np.float64)


def errors(probability: Floats, truth: Truth) -> dict[str, float]:
    """Return the expected calibration error and the Brier score; {} where they have no meaning."""
    if not len(truth) or not np.isfinite(probability).all():
        return {}
    return {
        "ece": round(expected_calibration_error(probability, truth), 4),
        "brier": round(float(np.square(probability - truth).mean()), 4),
    }


def reliability_curve(probability: Floats, truth: Truth) -> list[list[float]]:
    """Return (mean probability, observed frequency, films) of each of 15 equal bins with films."""
    which = np.minimum((probability * BINS).astype(int), BINS - 1)
    films = np.bincount(which, minlength=BINS)
    mean, frequency = (
        np.bincount(which, weights=values, minlength=BINS) / np.maximum(films, 1)
        for values in (probability, truth.astype(np.float64))
    )
    return [
        [round(float(mean[b]), 5), round(float(frequency[b]), 5), int(films[b])]
        for b in np.flatnonzero(films)
    ]
