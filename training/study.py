"""Runs as parts of a study: trained once, then measured on films that they were not trained on.

Cross-validation leaves out one place (or one part of the patients) after the other. What it says
of a left-out place's normal chests is the number that recipes are chosen by: a model that learned
places calls every unfamiliar film diseased.
"""

import csv
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.calibrate import fit_calibration
from training.config import ConfigError, Experiment, dump, load
from training.datasets.sample import Sample
from training.evaluation.intervals import Floats, Interval
from training.evaluation.metrics import finding_metrics, macro_auc, share
from training.familiarity import fit_familiarity, noticed, with_notice_thresholds
from training.films import prepared
from training.fit import AfterEpoch, fit
from training.logbook import embed_and_predict
from training.scoring import trained
from training.selection import left_out, select, some

log = logging.getLogger(__name__)


def run(experiment: Experiment, out: Path, *, after_epoch: AfterEpoch | None = None) -> Path:
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
    return fit(experiment, out, after_epoch=after_epoch)


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
    """Train and measure every fold; folds that are finished in ``out`` are not trained again.

    ``{fold}`` in ``pretrained`` becomes the fold's name: a recipe of several stages begins each
    fold from the weights that never saw what is left out.
    """
    results = {}
    for name, experiment in folds.items():
        log.info("without %s", name)
        begun = replace(experiment, pretrained=experiment.pretrained.replace("{fold}", name))
        weights = run(begun, out / name)
        results[name] = {"training_seconds": _seconds(out / name), **measure(experiment, weights)}
    return results


def _seconds(run_folder: Path) -> float:
    """Return what the run's log says of its time, stops left out."""
    with (run_folder / "log.csv").open(newline="", encoding="utf-8") as file:
        return sum(float(row.get("seconds") or 0) for row in csv.DictReader(file))


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """Films, and what a network makes of them: embeddings (N, D) and logits (N, K)."""

    samples: tuple[Sample, ...]
    embedding: NDArray[np.float32]
    logits: NDArray[np.float32]

    @property
    def sources(self) -> list[str]:
        return [s.source for s in self.samples]


@dataclass(frozen=True, slots=True, eq=False)
class _Films:
    """Calibrated probabilities (N, K), the true classes (N,) and patients (N,) of one side."""

    probabilities: Floats
    labels: NDArray[np.int64]
    groups: NDArray[np.str_]

    def of(self, rows: NDArray[np.bool_]) -> "_Films":
        return _Films(self.probabilities[rows], self.labels[rows], self.groups[rows])


def measure_left_out(experiment: Experiment, weights: Path) -> dict[str, Any]:
    """Measure a run on the place it never saw, against the other places' films of ``val``.

    Films are compared within the left-out place's age group, since age alone tells most findings
    here. Probabilities are calibrated on the other places' val, as a bundle's would be.
    """
    leaves = experiment.leaves
    normal = leaves.index("normal") if "normal" in leaves else -1
    there = _run_on(experiment, weights, left_out(experiment))
    here = _run_on(experiment, weights, select(experiment, "val"))
    away, home = there.samples, here.samples
    calibration = fit_calibration(here.logits, _labels(home, leaves))
    far, near = (
        _Films(
            calibration.probabilities(seen.logits),
            _labels(seen.samples, leaves),
            np.array([s.group for s in seen.samples]),
        )
        for seen in (there, here)
    )
    children = sum(s.age_group == "child" for s in away)
    age = "child" if children > len(away) / 2 else "adult"
    own = far.of(np.array([s.age_group in (age, "unknown") for s in away]))
    others = near.of(np.array([s.age_group == age for s in home]))
    normals = own.of(own.labels == normal)
    called = normals.probabilities.argmax(1)
    return {
        "films": len(away),
        "age_group": age,
        "noticed": _noticed(experiment, weights, there, here),
        "normals": len(called),
        "normals_called": {leaves[k]: n for k, n in sorted(Counter(called.tolist()).items())},
        "normals_called_normal": share(called == normal, normals.groups),
        "normal_against_other_places_abnormal": _against(own, others, normal),
        "normal_against_abnormal_within": _within(own, normal),
        "findings": {
            name: {
                "films": int((far.labels == k).sum()),
                "against_other_places_without": _against(own, others, k),
                "against_rest_within": _within(own, k),
            }
            for k, name in enumerate(leaves)
            if k != normal and (far.labels == k).any()
        },
        "home": {
            "films": len(home),
            "macro_auc": macro_auc(near.probabilities, near.labels, near.groups),
            "accuracy": share(near.probabilities.argmax(1) == near.labels, near.groups),
        },
    }


def _noticed(
    experiment: Experiment, weights: Path, there: _Seen, here: _Seen
) -> dict[str, dict[str, float]]:
    """Return how often films and devices are noticed as unfamiliar, there and (wrongly) here."""
    seed = experiment.fitting.seed
    learned = _run_on(experiment, weights, some(experiment, select(experiment, "train")))
    known = fit_familiarity(learned.embedding.astype(np.float64), learned.sources)
    fitted = with_notice_thresholds(known, here.embedding, here.sources, seed=seed)
    return {
        name: noticed(fitted, seen.embedding, seen.sources, seed=seed)
        for name, seen in (("there", there), ("here", here))
    }


def _run_on(experiment: Experiment, weights: Path, samples: Sequence[Sample]) -> _Seen:
    """Run a finished run's network on the films that can be read."""
    cache = Path(experiment.data.cache)
    kept, films = prepared(samples, experiment.preprocessing, cache=cache)
    return _Seen(kept, *embed_and_predict(trained(experiment, weights), films))


def _labels(samples: Sequence[Sample], leaves: tuple[str, ...]) -> NDArray[np.int64]:
    return np.array([leaves.index(s.finding) for s in samples], np.int64)


def _against(own: _Films, others: _Films, leaf: int) -> Interval:
    """Return the AUC of a leaf's films there against films without it here."""
    there, here = own.of(own.labels == leaf), others.of(others.labels != leaf)
    return finding_metrics(
        np.concatenate([there.probabilities[:, leaf], here.probabilities[:, leaf]]),
        np.repeat([True, False], [len(there.labels), len(here.labels)]),
        np.concatenate([there.groups, here.groups]),
    )["auc"]


def _within(films: _Films, leaf: int) -> Interval:
    return finding_metrics(films.probabilities[:, leaf], films.labels == leaf, films.groups)["auc"]
