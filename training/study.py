"""Runs as parts of a study: trained once, then measured on films that they were not trained on.

Cross-validation leaves out one place (or one part of the patients) after the other. What it says
of a left-out place's normal chests is the number that recipes are chosen by: a model that learned
places calls every unfamiliar film diseased.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from training.calibrate import fit_calibration, resamples
from training.config import ConfigError, Experiment, dump, load
from training.datasets.sample import Sample
from training.films import tensors
from training.fit import fit, predict
from training.networks import build
from training.selection import left_out, select

log = logging.getLogger(__name__)

Floats = NDArray[np.float64]
Interval = dict[str, float]


def run(experiment: Experiment, out: Path) -> Path:
    """Train into ``out``, or take what was finished there; return the weights' file.

    Raises
    ------
    ConfigError
        Where ``out`` holds another experiment.
    """
    said, weights = out / "experiment.toml", out / "weights.pt"
    if said.exists() and load(said) != experiment:
        raise ConfigError(f"{out} holds another experiment: remove it, or give another --out")
    if weights.exists():
        log.info("%s is finished already", out)
        return weights
    out.mkdir(parents=True, exist_ok=True)
    said.write_text(dump(experiment), encoding="utf-8")
    return fit(experiment, out)


def network_logits(
    experiment: Experiment, weights: Path, samples: Sequence[Sample]
) -> NDArray[np.float32]:
    """Return a finished run's logits (N, K) on films prepared as the engine prepares them."""
    network = build(
        experiment.network,
        classes=len(experiment.leaves),
        channels=experiment.preprocessing.channels,
        head=experiment.head,
    )
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    return predict(network, tensors(samples, experiment.preprocessing))


def by_source(experiment: Experiment, sources: Sequence[str] = ()) -> dict[str, Experiment]:
    """Return the experiment without each place in turn.

    Raises
    ------
    ConfigError
        Where a place is unknown.
    """
    known = sorted({s.source for s in select(experiment, "train")})
    if unknown := set(sources) - set(known):
        raise ConfigError(f"no film comes from {sorted(unknown)[0]!r}: {', '.join(known)} are here")
    data = experiment.data
    return {
        source: replace(experiment, data=replace(data, leave_out=(*data.leave_out, source)))
        for source in sources or known
    }


def by_patient(experiment: Experiment, folds: int) -> dict[str, Experiment]:
    """Return the experiment without each part of the patients in turn."""
    if folds < 2:
        raise ConfigError("cross-validation needs two folds or more")
    return {
        f"fold-{fold + 1}": replace(
            experiment, data=replace(experiment.data, leave_out_fold=(fold, folds))
        )
        for fold in range(folds)
    }


def cross_validate(
    folds: dict[str, Experiment],
    out: Path,
    *,
    measure: Callable[[Experiment, Path], dict[str, Any]],
) -> dict[str, dict[str, Any]]:
    """Train and measure every fold; folds that are finished in ``out`` are not trained again."""
    results = {}
    for name, experiment in folds.items():
        log.info("without %s", name)
        start = time.monotonic()
        weights = run(experiment, out / name)
        results[name] = {"seconds": round(time.monotonic() - start), **measure(experiment, weights)}
    return results


def measure_left_out(experiment: Experiment, weights: Path) -> dict[str, Any]:
    """Measure a run on the place it never saw, against the other places' films of ``val``.

    Films are compared within the left-out place's age group, since age alone tells most findings
    here. Probabilities are calibrated on the other places' val, as a bundle's would be.
    """
    away, home = left_out(experiment), select(experiment, "val")
    leaves = experiment.leaves
    age = "child" if _share([s.age_group == "child" for s in away]) > 0.5 else "adult"
    own = np.array([s.age_group in (age, "unknown") for s in away])
    other = np.array([s.age_group == age for s in home])
    known = network_logits(experiment, weights, home)
    at_home = np.array([leaves.index(s.finding) for s in home])
    calibration = fit_calibration(known, at_home)
    far = calibration.probabilities(network_logits(experiment, weights, away))
    near = calibration.probabilities(known)
    truth = np.array([leaves.index(s.finding) for s in away])
    groups = np.array([s.group for s in away])
    normal = leaves.index("normal") if "normal" in leaves else 0
    chosen = own & (truth == normal)
    places = (far, truth, groups, own), (near, at_home, np.array([s.group for s in home]), other)
    return {
        "films": len(away),
        "age_group": age,
        "normals": int(chosen.sum()),
        "normals_called": {
            leaves[k]: n for k, n in sorted(Counter(far[chosen].argmax(1).tolist()).items())
        },
        "normals_called_normal": _interval(
            lambda rows: _share(far[chosen][rows].argmax(1) == normal), groups[chosen]
        ),
        "normal_against_other_places_abnormal": _against(*places, leaf=normal),
        "normal_against_abnormal_within": _within(places[0], leaf=normal),
        "findings": {
            name: {
                "films": int((truth == k).sum()),
                "against_other_places_without": _against(*places, leaf=k),
                "against_rest_within": _within(places[0], leaf=k),
            }
            for k, name in enumerate(leaves)
            if k != normal and (truth == k).any()
        },
        "home": _home(near, at_home),
    }


Place = tuple[Floats, NDArray[np.int64], NDArray[np.str_], NDArray[np.bool_]]


def _against(far: Place, near: Place, *, leaf: int) -> Interval:
    """Return the AUC of a leaf's films there against films here without it, same age group."""
    (p_far, t_far, g_far, a_far), (p_near, t_near, g_near, a_near) = far, near
    there, here = a_far & (t_far == leaf), a_near & (t_near != leaf)
    score = np.concatenate([p_far[there, leaf], p_near[here, leaf]])
    truth = np.repeat([True, False], [there.sum(), here.sum()])
    return _auc(score, truth, np.concatenate([g_far[there], g_near[here]]))


def _within(place: Place, *, leaf: int) -> Interval:
    probabilities, truth, groups, chosen = place
    return _auc(probabilities[chosen, leaf], truth[chosen] == leaf, groups[chosen])


def _auc(score: Floats, truth: NDArray[np.bool_], groups: NDArray[np.str_]) -> Interval:
    def area(rows: NDArray[np.int64]) -> float:
        if truth[rows].all() or not truth[rows].any():
            return float("nan")
        return float(roc_auc_score(truth[rows], score[rows]))

    return _interval(area, groups)


def _interval(
    measure: Callable[[NDArray[np.int64]], float], groups: NDArray[np.str_], *, count: int = 300
) -> Interval:
    """Return a measure over rows with its 95 % bootstrap interval by group; {} without films."""
    value = measure(np.arange(len(groups))) if len(groups) else float("nan")
    if not np.isfinite(value):
        return {}
    drawn = [measure(rows) for rows in resamples(groups, count=count, seed=11)]
    low, high = np.nanpercentile(drawn, (2.5, 97.5))
    return {k: round(float(v), 4) for k, v in (("value", value), ("low", low), ("high", high))}


def _home(probabilities: Floats, truth: NDArray[np.int64]) -> dict[str, float]:
    areas = [
        roc_auc_score(truth == k, probabilities[:, k])
        for k in range(probabilities.shape[1])
        if 0 < (truth == k).sum() < len(truth)
    ]
    return {
        "films": len(truth),
        "macro_auc": round(float(np.mean(areas)), 4),
        "accuracy": round(_share(probabilities.argmax(1) == truth), 4),
    }


def _share(flags: Sequence[bool] | NDArray[np.bool_]) -> float:
    return float(np.mean(flags)) if len(flags) else float("nan")
