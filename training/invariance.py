"""What a run holds against its places: an adversary, the worst group's weight, mixed features.

All of it belongs to training: the network that is kept, exported and explained knows none of it.
"""

from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from training.config import Augmentation, ConfigError, Experiment
from training.distributed import Place
from training.losses import BinaryCrossEntropy, CrossEntropy
from training.mixing import partners
from training.networks import Network
from training.state import State

_HIDDEN = 64
_BETA = 0.1


class Invariance(nn.Module):
    """The losses of `training.config.Invariance`; with both off it is nothing, and draws nothing.

    Raises
    ------
    ConfigError
        With several processes: each would see its own groups alone.
    """

    def __init__(
        self,
        experiment: Experiment,
        network: Network,
        targets: NDArray[np.float32],
        sources: NDArray[np.int64],
        place: Place,
    ) -> None:
        super().__init__()
        self._asked = asked = experiment.invariance
        self._vector: Tensor | None = None
        if not asked.asked:
            return
        if place.world > 1:
            raise ConfigError("invariance works in one process: start without torchrun")
        classes, places = targets.shape[1], int(sources.max()) + 1
        there = torch.zeros(classes, places, dtype=torch.bool)
        there[targets.argmax(1), sources] = True
        # What of `there` the adversary can be asked: a class from one place has no other answer.
        asks = there & (there.sum(1, keepdim=True) > 1)
        if asked.adversary_within == "normal":
            asks[torch.arange(classes) != experiment.leaves.index("normal")] = False
        self.register_buffer("asks", asks, persistent=False)
        if asked.group_robust:
            self.register_buffer("weights", there / there.sum())
        if asked.adversary:
            if not asks.any():
                raise ConfigError("invariance.adversary: no class comes from two sources")
            self.adversary = nn.Sequential(
                nn.Linear(_width(experiment, network), _HIDDEN),
                nn.ReLU(),
                nn.Linear(_HIDDEN, classes * places),
            )
            network.tail.register_forward_pre_hook(self._keep)
        self.to(place.device)

    def join(self, state: State, rate: float) -> None:
        """Have the state's optimiser and checkpoint hold what is learned here."""
        state.invariance = self
        if parameters := list(self.parameters()):
            group = {"params": parameters, "peak": rate, "weight_decay": 0.0}
            state.optimiser.add_param_group(group)

    def loss(
        self,
        plain: CrossEntropy | BinaryCrossEntropy,
        logits: Tensor,
        targets: Tensor,
        sources: Tensor,
        share: float,
    ) -> Tensor:
        """Return the loss of logits (N, K) from sources (N,) at this share of the run."""
        asked = self._asked
        if asked.group_robust and isinstance(plain, CrossEntropy):
            total = self._robust(plain.each(logits, targets), targets.argmax(1), sources)
        else:
            total = plain(logits, targets)
        if asked.adversary:
            weight = asked.adversary * min(1.0, share / max(asked.adversary_ramp, 1e-9))
            total = total + self._told_apart(targets.argmax(1), sources, weight)
        return total

    def _robust(self, losses: Tensor, classes: Tensor, sources: Tensor) -> Tensor:
        """Weigh the batch's groups, after the worst of them have gained weight.

        The weights are those of the groups that came: their sum is 1 in every batch.
        """
        weights = cast(Tensor, self.weights)
        group = classes * weights.shape[1] + sources
        count = torch.zeros(weights.numel(), device=losses.device).index_add_(
            0, group, torch.ones_like(losses)
        )
        means = torch.zeros_like(count).index_add(0, group, losses) / count.clamp_min(1)
        with torch.no_grad():
            gained = weights * (self._asked.group_robust * means.detach()).exp().view_as(weights)
            weights.copy_(gained / gained.sum())
        came = weights.flatten() * (count > 0)
        return (came * means).sum() / came.sum()

    def _told_apart(self, classes: Tensor, sources: Tensor, weight: float) -> Tensor:
        """Return the adversary's own loss; its gradient turns round where it leaves for features.

        Its outputs are a table (class, source), of which the film's class is a row: the outer
        product with the class of CDAN, where the class is known.
        """
        vector, self._vector = self._vector, None
        if vector is None:
            raise RuntimeError("the network was not in training mode")
        asks = cast(Tensor, self.asks)
        table: Tensor = self.adversary(_reversed(vector.float(), weight))
        films = torch.arange(len(classes), device=classes.device)
        rows = table.view(-1, *asks.shape)[films, classes]
        known = asks[classes, sources]
        if not known.any():
            return rows.sum() * 0
        allowed = asks[classes[known]]
        return cross_entropy(rows[known].masked_fill(~allowed, -torch.inf), sources[known])

    def _keep(self, tail: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        if tail.training:
            self._vector = inputs[0]


def _reversed(vector: Tensor, weight: float) -> Tensor:
    """Return a vector whose gradient is turned round and weighed: Ganin et al., JMLR 17, 2016."""
    return (1 + weight) * vector.detach() - weight * vector


def _width(experiment: Experiment, network: Network) -> int:
    """Return how long the vector is that the network's tail is given."""
    recipe, device = experiment.preprocessing, next(network.parameters()).device
    film = torch.zeros(1, recipe.channels, recipe.size, recipe.size, device=device)
    training = network.training
    network.eval()
    with torch.no_grad():
        width = network.vector(network.features(film)).shape[1]
    network.train(training)
    return int(width)


class FeatureMixing:
    """MixStyle (Zhou, Yang, Qiao, Xiang, ICLR 2021) after a network's first stages, in training.

    A film's feature maps take a Beta(0.1, 0.1) share of the channels' means and deviations of a
    film from another source in the batch. The hooks do nothing in evaluation, and the network's
    state dict and its copies know nothing of them.

    Raises
    ------
    ConfigError
        Where the network has no such stages.
    """

    def __init__(self, augmentation: Augmentation, network: Network) -> None:
        self._chance = augmentation.feature_mixing
        if not self._chance:
            return
        self._network = network
        stages = _stages(network, augmentation.feature_mixing_stages)
        self._sources, self._rng = np.zeros(0, np.int64), np.random.default_rng()
        for stage in stages:
            stage.register_forward_hook(self._mixed)

    def begin(self, sources: NDArray[np.int64], seed: int) -> None:
        """Say where the next batch's films are from, and what decides its draws."""
        if self._chance:
            self._sources, self._rng = sources, np.random.default_rng((seed, 1))

    def _mixed(self, _stage: nn.Module, _inputs: tuple[Tensor, ...], maps: Tensor) -> Tensor:
        if not self._network.training:
            return maps
        changed, lender = partners(self._sources, self._rng, chance=self._chance)
        if not changed.size:
            return maps
        share = torch.from_numpy(self._rng.beta(_BETA, _BETA, changed.size)).to(maps.device)
        return mixed_statistics(maps, torch.from_numpy(changed), torch.from_numpy(lender), share)


def mixed_statistics(maps: Tensor, changed: Tensor, lender: Tensor, share: Tensor) -> Tensor:
    """Give maps (N, C, H, W) at ``changed`` (n,) a share (n,) of their lenders' (n,) statistics.

    The statistics pass no gradient.
    """
    wide = maps.detach().float()
    mean = wide.mean((2, 3), keepdim=True)
    deviation = (wide.var((2, 3), keepdim=True, correction=0) + 1e-6).sqrt()
    part = share.float()[:, None, None, None]
    own = (maps[changed].float() - mean[changed]) / deviation[changed]
    new_mean = torch.lerp(mean[changed], mean[lender], part)
    new_deviation = torch.lerp(deviation[changed], deviation[lender], part)
    mixed = maps.clone(memory_format=torch.preserve_format)
    mixed[changed] = (own * new_deviation + new_mean).to(maps.dtype)
    return mixed


def _stages(network: Network, number: int) -> Sequence[nn.Module]:
    """Return the network's first stages: timm's, else what each pooling ends."""
    body = getattr(network.features, "body", None)
    if body is None:
        found = [m for m in network.features.children() if isinstance(m, nn.MaxPool2d)]
    else:
        told = getattr(body, "feature_info", [])
        found = [body.get_submodule(stage["module"]) for stage in told if stage.get("module")]
    # After the last stage the finding stands there, and no style.
    if number >= len(found):
        raise ConfigError(
            f"augmentation.feature_mixing_stages {number}: the network has {len(found)} stages, "
            "and the last one is not mixed; use fewer"
        )
    return found[:number]
