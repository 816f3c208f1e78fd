"""The films that an experiment is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training.config import ConfigError, Experiment, fold_of
from training.datasets.registry import read
from training.datasets.sample import Sample

_SOME = 2400


def select(experiment: Experiment, split: str) -> tuple[Sample, ...]:
    """Return a split's films, their findings named by the experiment's classes.

    Raises
    ------
    ConfigError
        Where none is left.
    """
    kept = [s for s in _task(experiment) if s.split == split and not _left_out(s, experiment)]
    if not kept:
        raise ConfigError(f"no film of the split {split!r} is left in {experiment.data.manifest}")
    return _thinned(kept, experiment)


def left_out(experiment: Experiment) -> tuple[Sample, ...]:
    """Return the films that the experiment never sees, without those of ``test``.

    What is chosen on them must not have seen the final numbers' films.
    """
    return tuple(s for s in _task(experiment) if s.split != "test" and _left_out(s, experiment))


def _task(experiment: Experiment) -> Iterator[Sample]:
    data = experiment.data
    for sample in read(data.kind, Path(data.manifest)):
        leaf = experiment.leaf(sample.finding)
        if not leaf and experiment.task == "multi_label" and _stated(sample, experiment):
            leaf = sample.finding
        if leaf and (not data.views or sample.view in data.views):
            yield replace(sample, finding=leaf)


def _stated(sample: Sample, experiment: Experiment) -> bool:
    return any(experiment.leaf(finding) for finding in sample.targets)


def _left_out(sample: Sample, experiment: Experiment) -> bool:
    data = experiment.data
    if data.leave_out_fold:
        fold, folds = data.leave_out_fold
        if fold_of(sample.group, folds) == fold:
            return True
    return sample.source in data.leave_out


def _thinned(samples: Sequence[Sample], experiment: Experiment) -> tuple[Sample, ...]:
    """Keep ``films_at_most``, drawn at random: a smaller set of the same make-up."""
    most = experiment.data.films_at_most
    if most is None or len(samples) <= most:
        return tuple(samples)
    drawn = np.random.default_rng(experiment.fitting.seed).permutation(len(samples))[:most]
    return tuple(samples[i] for i in sorted(drawn))


def some(experiment: Experiment, samples: Sequence[Sample]) -> list[Sample]:
    """Draw the training films that a gate and the notice of strangers are fitted on."""
    rng = np.random.default_rng(experiment.fitting.seed)
    return [samples[i] for i in rng.choice(len(samples), min(_SOME, len(samples)), replace=False)]
