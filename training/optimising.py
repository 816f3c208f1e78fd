"""What the optimiser is told: groups, rates, schedule, freezing, averaged weights."""

import math
from typing import Any, cast

import torch
from timm.models import group_parameters
from torch import nn

from training.config import ConfigError, Fitting
from training.networks import Network


def optimiser_of(network: Network, fitting: Fitting) -> torch.optim.Optimizer:
    """Return the optimiser over groups that each know their ``peak`` rate.

    Biases and norms do not decay. The deepest stage has ``rate``, each stage before it
    ``layer_decay`` times the next one's (Clark, ICLR 2020); the tail has ``head_rate``.
    """
    groups: list[dict[str, Any]] = []
    stages = _stages(network.features)
    for stage, parameters in enumerate(reversed(stages)):
        groups += _groups(parameters, fitting.rate * fitting.layer_decay**stage, fitting)
    groups += _groups(list(network.tail.parameters()), fitting.head_rate, fitting)
    if fitting.optimiser == "sgd":
        return torch.optim.SGD(groups, lr=fitting.rate, momentum=fitting.momentum)
    if fitting.optimiser == "adam":
        return torch.optim.Adam(groups, lr=fitting.rate)
    return torch.optim.AdamW(groups, lr=fitting.rate)


def _groups(parameters: list[nn.Parameter], peak: float, fitting: Fitting) -> list[dict[str, Any]]:
    groups = []
    for flat in (False, True):
        chosen = [p for p in parameters if (p.ndim < 2) is flat]
        decay = 0.0 if flat else fitting.weight_decay
        if chosen:
            groups.append({"params": chosen, "peak": peak, "weight_decay": decay})
    return groups


def _stages(features: nn.Module) -> list[list[nn.Parameter]]:
    """Return the parameters by stage, from the film on: timm's, else those of each child."""
    body = getattr(features, "body", features)
    if not hasattr(body, "group_matcher"):
        return [list(child.parameters()) for child in body.children()]
    stage_of = group_parameters(
        body,
        body.group_matcher(coarse=True),  # type: ignore[operator]
        reverse=True,
    )
    stages: dict[int, list[nn.Parameter]] = {}
    for name, parameter in body.named_parameters():
        stages.setdefault(cast(int, stage_of[name]), []).append(parameter)
    return [stages[stage] for stage in sorted(stages)]


def set_rates(optimiser: torch.optim.Optimizer, share: float, warmup: float) -> float:
    """Set the rates at this share of the run: a linear rise, a cosine down; return the highest."""
    factor = schedule(share, warmup)
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * factor
    return max(cast(float, group["lr"]) for group in optimiser.param_groups)


def schedule(share: float, warmup: float) -> float:
    """Rise linearly, fall as a cosine."""
    if share < warmup:
        return share / warmup
    return 0.5 * (1 + math.cos(math.pi * (share - warmup) / (1 - warmup)))


def set_training(network: Network, *, frozen: bool, stages: int = 0) -> None:
    """Make everything learn, or the tail alone: the features and their batch norms stand still.

    So do the first ``stages`` stages of the features, of those that hold weights.

    Raises
    ------
    ConfigError
        Where there are no more stages than these.
    """
    network.train()
    network.features.train(not frozen)
    network.features.requires_grad_(not frozen)
    if not stages:
        return
    weighty = [stage for stage in _stages(network.features) if stage]
    if stages >= len(weighty):
        raise ConfigError(
            f"fitting.frozen_stages {stages} leaves none of the network's {len(weighty)} stages to "
            "learn: use fewer"
        )
    still = {id(parameter) for stage in weighty[:stages] for parameter in stage}
    for module in network.features.modules():
        own = list(module.parameters(recurse=False))
        if own and all(id(parameter) in still for parameter in own):
            # Itself alone: a body may own a weight of its first stage and hold all others.
            module.training = False
            for parameter in own:
                parameter.requires_grad = False


def averaging(fitting: Fitting, epoch: int, step: int, steps: int) -> float:
    """Return how much of the averaged weights stays after this step: see `Fitting`.

    In the last ``mean_epochs`` the share makes them the mean of all steps since these began.
    """
    since = (epoch - max(0, fitting.epochs - fitting.mean_epochs)) * steps + step
    if fitting.mean_epochs and since >= 0:
        return since / (since + 1)
    return fitting.ema


@torch.no_grad()
def average(averaged: nn.Module, network: nn.Module, decay: float) -> None:
    """Move the exponential moving average of the weights, ``decay`` of it staying."""
    own, new = averaged.state_dict(), network.state_dict()
    for key, value in own.items():
        if value.dtype.is_floating_point:
            value.lerp_(new[key], 1 - decay)
        else:
            value.copy_(new[key])
