"""What a card says of a network, from its outputs on val: calibrated, with operating curves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax
from sklearn.metrics import roc_auc_score

from engine.models.bundle import graph_sha256
from engine.models.card import (
    ABNORMAL,
    NORMAL,
    Calibration,
    ConformalLevel,
    Derived,
    DerivedKind,
    Gate,
    ModelCard,
    OperatingCurve,
    ReleaseScores,
    Reliability,
    alarm_of,
    any_of,
)
from engine.models.session import OnnxSession, Outputs
from engine.models.weights import weight_of
from training.calibrate import (
    Floats,
    fit_calibration,
    fit_sigmoid_calibration,
    operating_curve,
    release_scores,
    reliability,
)
from training.config import ConfigError, Data, Experiment, Fitting
from training.datasets.sample import Sample
from training.evaluation.conformal import thresholds as conformal_thresholds
from training.evaluation.findings import classes_of, truths_of
from training.films import tensors
from training.gate import thresholds
from training.losses import targets_of
from training.selection import select
from training.writing import progress

_PNEUMONIA = "pneumonia"
_PNEUMONIAS = ("bacterial_pneumonia", "viral_pneumonia", "covid19")
_CHILDREN = (
    "Learned from children's films almost alone: in adults bacterial and viral pneumonia cannot be "
    "told apart by this model."
)
_CAVEATS = {
    "covid19": "Labels are mostly PCR results; the film itself may look normal.",
    "lung_opacity": "Few training films, partly with labels mined from reports.",
}
CONFORMAL_LEVELS = (0.80, 0.85, 0.90, 0.95)
_FINEST = 1e9
_MOST_CHILDREN = 0.9
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Measured:
    """The part of a card that is fitted on val; ``macro_auc`` is the mean over the leaves."""

    calibration: Calibration
    reliability: dict[str, Reliability]
    operating: dict[str, OperatingCurve]
    least_accepted: float
    most_distance: float
    macro_auc: float
    conformal: tuple[ConformalLevel, ...]
    release: ReleaseScores | None


def derived_of(leaves: Sequence[str], *, multi_label: bool) -> dict[str, Derived]:
    """Return the findings that follow from these leaves, none that only repeats a leaf.

    "abnormal" is the complement of "normal"; where films may show several findings and none of them
    is "normal", it is the union of all.
    """
    found = {}
    some = tuple(leaf for leaf in _PNEUMONIAS if leaf in leaves)
    # Where leaves exclude each other, the union of all is always there.
    says_something = len(some) > 1 and (multi_label or len(some) < len(leaves))
    if says_something and not {_PNEUMONIA, ABNORMAL} & set(leaves):
        found[_PNEUMONIA] = Derived(DerivedKind.UNION, some)
    if ABNORMAL in leaves:
        return found
    if NORMAL in leaves and len(leaves) > 2:
        found[ABNORMAL] = Derived(DerivedKind.COMPLEMENT, (NORMAL,))
    elif multi_label and NORMAL not in leaves:
        found[ABNORMAL] = Derived(DerivedKind.UNION, tuple(leaves))
    return found


def urgency_of(findings: Sequence[str]) -> dict[str, float]:
    """Return the weight of each finding in the worklist's order."""
    return {name: weight_of(name) for name in findings if name != NORMAL}


def caveats_of(findings: Sequence[str], train: Sequence[Sample]) -> dict[str, str]:
    """Return what the reader must know of each finding, as the training films were."""
    said = {name: text for name, text in _CAVEATS.items() if name in findings}
    for name in ("bacterial_pneumonia", "viral_pneumonia"):
        ages = [s.age_group for s in train if s.finding == name]
        if name in findings and ages.count("child") > _MOST_CHILDREN * len(ages):
            said[name] = _CHILDREN
    return said


def run(session: OnnxSession, films: NDArray[np.float32]) -> Outputs:
    """Return a network's outputs on films (N, C, S, S), a few at a time."""
    starts = progress(range(0, len(films), _BATCH), "Running the network")
    parts = [session.run(films[start : start + _BATCH]) for start in starts]
    return Outputs(
        *(np.concatenate([getattr(p, name) for p in parts]) for name in Outputs.__slots__)
    )


@dataclass(frozen=True, slots=True, eq=False)
class Val:
    """The films of val (N, C, S, S), targets (N, K) of 1, 0 or NaN, patients and places (N,)."""

    films: NDArray[np.float32]
    targets: Floats
    groups: NDArray[np.str_]
    sources: tuple[str, ...]

    @classmethod
    def of(
        cls, experiment: Experiment, samples: Sequence[Sample], films: NDArray[np.float32]
    ) -> Self:
        """Return the films with what is known of them."""
        targets = targets_of(experiment, samples).astype(np.float64)
        groups = np.array([s.group for s in samples])
        return cls(films, targets, groups, tuple(s.source for s in samples))

    @classmethod
    def read(cls, experiment: Experiment) -> Self:
        """Read the films that are readable."""
        return cls.of(experiment, *tensors(select(experiment, "val"), experiment.preprocessing))


def measure(
    outputs: Outputs,
    val: Val,
    *,
    leaves: tuple[str, ...],
    derived: Mapping[str, Derived],
    multi_label: bool,
) -> Measured:
    """Fit calibration, operating curves and the gate's thresholds on val.

    Raises
    ------
    ConfigError
        Where the outputs are not numbers, or a finding has no film with or without it.
    """
    if not all(np.isfinite(getattr(outputs, name)).all() for name in Outputs.__slots__):
        raise ConfigError("the network's outputs are not all numbers: not exported")
    targets, groups = val.targets, val.groups
    truths = truths_of(targets, leaves, derived)
    for name, truth in truths.items():
        if not ((truth == 0).any() and (truth == 1).any()):
            raise ConfigError(f"val holds no film with or none without {name}: no threshold for it")
    calibration = calibrated(outputs.logits, targets, multi_label=multi_label)
    by_leaf = calibration.probabilities(outputs.logits)
    curves, bands = {}, {}
    alarm, release = alarm_of(leaves, derived), None
    for name, truth in progress(truths.items(), "Measuring on val"):
        known = ~np.isnan(truth)
        places = [leaves.index(leaf) for leaf in _leaves_of(name, leaves, derived)]
        score = any_of(by_leaf[known][:, places], calibration.activation)
        there = truth[known] == 1
        bands[name] = reliability(score, there, groups[known])
        curves[name] = operating_curve(score, there, groups[known])
        if name == alarm:
            release = release_scores(name, score, there, groups[known])
    accepted = softmax(outputs.gate.astype(np.float64), axis=1)[:, 0]
    least, most = thresholds(accepted, outputs.distance.astype(np.float64))
    return Measured(
        calibration,
        bands,
        curves,
        least,
        most,
        macro_auc(by_leaf, targets),
        () if multi_label else conformal_scores(by_leaf, targets.argmax(1)),
        release,
    )


def conformal_scores(by_leaf: Floats, labels: NDArray[np.int64]) -> tuple[ConformalLevel, ...]:
    """Return the class-conditional scores at 80, 85, 90 and 95 % of films (N, K) of val."""
    found = []
    for level in CONFORMAL_LEVELS:
        # Never rounded up: a set would lose what it has promised.
        least = np.maximum(1 - conformal_thresholds(by_leaf, labels, level=level), 0)
        least = np.floor(least * _FINEST) / _FINEST
        found.append(ConformalLevel(level, tuple(float(value) for value in least)))
    return tuple(found)


def calibrated(logits: NDArray[np.float32], targets: Floats, *, multi_label: bool) -> Calibration:
    """Fit the calibration of logits (N, K) to targets (N, K) of 1, 0 or NaN."""
    if multi_label:
        return fit_sigmoid_calibration(logits, targets)
    return fit_calibration(logits, targets.argmax(1))


def macro_auc(probabilities: Floats, targets: Floats) -> float:
    """Return the mean AUC over the leaves (N, K), each on the films of which it is known."""
    areas = []
    for score, truth in zip(probabilities.T, targets.T, strict=True):
        known = ~np.isnan(truth)
        areas.append(roc_auc_score(truth[known] == 1, score[known]))
    return float(np.mean(areas))


def with_thresholds(gate: Gate, found: Measured) -> Gate:
    """Return the gate with the thresholds that were measured on its own outputs."""
    return Gate(gate.classes, gate.reasons, found.least_accepted, found.most_distance)


def refitted(card: ModelCard, graph: bytes, found: Measured) -> ModelCard:
    """Return the card of another graph of the same task, with what was measured on its outputs."""
    return replace(
        card,
        calibration=found.calibration,
        reliability=found.reliability,
        operating=found.operating,
        gate=with_thresholds(card.gate, found),
        conformal=found.conformal,
        release=found.release,
        graph_sha256=graph_sha256(graph),
    )


def experiment_of(card: ModelCard, data: Path, *, kind: str) -> Experiment:
    """Return as much of a bundle's experiment as decides which films it is about.

    ``data`` is where they are now: a card names no folder.
    """
    said = card.provenance.get("experiment", {})
    told = said.get("data", {})
    fold = told.get("leave_out_fold")
    return Experiment(
        name=card.id,
        task="multi_label" if card.calibration.activation == "sigmoid" else "multi_class",
        classes=classes_of(card),
        preprocessing=card.preprocessing,
        data=Data(
            manifest=str(data),
            kind=kind,
            leave_out=tuple(told.get("leave_out", ())),
            leave_out_fold=(fold[0], fold[1]) if fold else None,
            views=tuple(told.get("views", ())),
            films_at_most=told.get("films_at_most"),
        ),
        fitting=Fitting(seed=said.get("fitting", {}).get("seed", 1)),
    )


def _leaves_of(
    name: str, leaves: tuple[str, ...], derived: Mapping[str, Derived]
) -> tuple[str, ...]:
    return derived[name].leaves(leaves) if name in derived else (name,)
