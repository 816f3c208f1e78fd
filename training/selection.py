"""The films that an experiment is about."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training.config import ConfigError, Experiment
from training.datasets.registry import read
from training.datasets.sample import Sample


def select(experiment: Experiment, split: str) -> tuple[Sample, ...]:
    """Return a split's films, their findings named by the experiment's classes.

    Raises
    ------
    ConfigError
        Where none is left.
    """
    data = experiment.data
    kept = []
    for sample in read(data.kind, Path(data.manifest)):
        leaf = experiment.leaf(sample.finding)
        if (
            leaf
            and sample.split == split
            and sample.source not in data.leave_out
            and sample.group not in data.leave_out_groups
            and (not data.views or sample.view in data.views)
        ):
            kept.append(replace(sample, finding=leaf))
    if not kept:
        raise ConfigError(f"no film of the split {split!r} is left in {data.manifest}")
    return _thinned(kept, experiment)


def _thinned(samples: Sequence[Sample], experiment: Experiment) -> tuple[Sample, ...]:
    """Keep ``films_at_most``, drawn at random: a smaller set of the same make-up."""
    most = experiment.data.films_at_most
    if most is None or len(samples) <= most:
        return tuple(samples)
    drawn = np.random.default_rng(experiment.fitting.seed).permutation(len(samples))[:most]
    return tuple(samples[i] for i in sorted(drawn))
