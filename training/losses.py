"""The losses, on soft targets: a film is (partly) of several classes once films are mixed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import log_softmax, logsigmoid

from training.config import ConfigError, Experiment
from training.datasets.sample import Sample

# The log of no probability; -inf would leave NaN gradients behind.
_NEVER = -1e4


@dataclass(frozen=True, slots=True, eq=False)
class CrossEntropy:
    """Mean over the batch of ``-sum_k w_k t_k (1 - p_k)**gamma log p_k``.

    Focal for ``gamma`` > 0 (Lin, ICCV 2017). It divides by the films, not by their weights, so
    that parts of a batch add up to the whole. A film whose targets are NaN for some classes is of
    one of these, nobody knows which: its loss is ``-log sum p_k`` over them.
    """

    weights: Tensor
    smoothing: float = 0.0
    gamma: float = 0.0

    def to(self, device: torch.device) -> "CrossEntropy":
        """Return the loss on a device."""
        return replace(self, weights=self.weights.to(device))

    def __call__(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return the loss of logits (N, K) for targets (N, K): 0..1 that add up to 1, or NaN."""
        return self.each(logits, targets).mean()

    def each(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return each film's loss (N,)."""
        unknown = targets.isnan()
        soft = targets.nan_to_num(0) * (1 - self.smoothing) + self.smoothing / targets.shape[1]
        logs = log_softmax(logits.float(), 1)
        terms = self.weights * soft * logs
        if self.gamma > 0:
            terms = terms * (1 - logs.exp()) ** self.gamma
        one_of = logs.masked_fill(~unknown, _NEVER).logsumexp(1)
        return -torch.where(unknown.any(1), one_of, terms.sum(1))


@dataclass(frozen=True, slots=True, eq=False)
class BinaryCrossEntropy:
    """The multi-label loss: a film's mean over the findings that are known of it; NaN is unknown.

    ``weights`` (2, K) are those of the films without and with each finding.
    """

    weights: Tensor
    smoothing: float = 0.0
    gamma: float = 0.0

    def to(self, device: torch.device) -> "BinaryCrossEntropy":
        """Return the loss on a device."""
        return replace(self, weights=self.weights.to(device))

    def __call__(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return the loss of logits (N, K) for targets (N, K) in 0..1 or NaN."""
        known = ~targets.isnan()
        soft = targets.nan_to_num(0) * (1 - self.smoothing) + self.smoothing / 2
        logits = logits.float()
        with_, without = logsigmoid(logits), logsigmoid(-logits)
        yes, no = self.weights[1] * soft * with_, self.weights[0] * (1 - soft) * without
        if self.gamma > 0:
            yes, no = yes * without.exp() ** self.gamma, no * with_.exp() ** self.gamma
        terms = torch.where(known, -(yes + no), 0)
        return (terms.sum(1) / known.sum(1).clamp(min=1)).mean()


def targets_of(experiment: Experiment, samples: Sequence[Sample]) -> NDArray[np.float32]:
    """Return targets (N, K): one-hot; multi-label 1, 0 or NaN where nothing is known.

    A class of several findings is present with any of them, absent when all are known absent. A
    film that states no targets has its finding and no other.
    """
    hot = np.array([[leaf == s.finding for leaf in experiment.leaves] for s in samples], np.float32)
    if experiment.task == "multi_class":
        return hot
    for row, sample in zip(hot, samples, strict=True):
        if sample.targets:
            row[:] = [sample.stated(experiment.classes.get(k, (k,))) for k in experiment.leaves]
    return hot


def loss_of(
    experiment: Experiment, targets: NDArray[np.float32], order: NDArray[np.int64]
) -> CrossEntropy | BinaryCrossEntropy:
    """Return the experiment's training loss.

    Class weights are inverse to how often a class comes in ``order`` (one epoch as it is drawn),
    with mean 1 over its films: they make up for what the sampling leaves unequal, and do nothing
    after balanced sampling.

    Raises
    ------
    ConfigError
        Where a multi-label finding is never, or always, there.
    """
    drawn, count = targets[order], targets.shape[1]
    smoothing, gamma = experiment.fitting.label_smoothing, experiment.imbalance.focal_gamma
    if experiment.task == "multi_class":
        weights = np.ones(count)
        if experiment.imbalance.class_weights:
            weights = len(drawn) / (count * np.maximum(drawn.sum(0), 1))
        return CrossEntropy(torch.tensor(weights, dtype=torch.float32), smoothing, gamma)
    _check_both(experiment, targets)
    both = np.ones((2, count))
    if experiment.imbalance.class_weights:
        sides = np.stack([(drawn == 0).sum(0), (drawn == 1).sum(0)])
        both = sides.sum(0) / (2 * np.maximum(sides, 1))
    return BinaryCrossEntropy(torch.tensor(both, dtype=torch.float32), smoothing, gamma)


def _check_both(experiment: Experiment, targets: NDArray[np.float32]) -> None:
    for name, column in zip(experiment.leaves, targets.T, strict=True):
        for value, word in ((1, "with"), (0, "without")):
            if not (column == value).any():
                raise ConfigError(f"no training film is known to be {word} {name}: leave it out")
