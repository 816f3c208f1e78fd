"""All that a run has reached, as one file: written beside and replaced, so one is always whole."""

import copy
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.writing import replacing
from training.config import ConfigError, Experiment
from training.distributed import Place
from training.networks import Network, build_for
from training.optimising import optimiser_of

Row = dict[str, float]


@dataclass(slots=True)
class State:
    """A run at ``step`` of ``epoch``; ``rows`` are the log of the epochs that are done.

    ``best`` holds the averaged weights of the best epoch where the run may stop early, and
    ``invariance`` what the run learns beside the network.
    """

    network: Network
    averaged: Network
    optimiser: torch.optim.Optimizer
    scaler: torch.amp.GradScaler
    epoch: int = 0
    step: int = 0
    losses: list[float] = field(default_factory=list)
    seconds: float = 0.0
    rows: list[Row] = field(default_factory=list)
    best: dict[str, Tensor] = field(default_factory=dict)
    invariance: nn.Module = field(default_factory=nn.Module)

    def end_epoch(self, row: Row) -> None:
        """Go to the next epoch."""
        self.rows.append(row)
        self.epoch, self.step, self.losses, self.seconds = self.epoch + 1, 0, [], 0.0

    def save(self, path: Path, experiment: Experiment, place: Place) -> None:
        """Write the checkpoint; every process calls this and the first one writes.

        Raises
        ------
        ConfigError
            Where the file cannot be written; the last one stays.
        """
        random = place.gathered(_random(place))
        if place.first:
            content = {
                "experiment": experiment.sha256,
                "network": self.network.state_dict(),
                "averaged": self.averaged.state_dict(),
                "invariance": self.invariance.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "scaler": self.scaler.state_dict(),
                "random": random,
                **{name: getattr(self, name) for name in _PLAIN},
            }
            write(content, path)

    def load(self, path: Path, experiment: Experiment, place: Place) -> None:
        """Go to where a checkpoint stands.

        Raises
        ------
        ConfigError
            Where it belongs to another experiment or cannot be read.
        """
        try:
            content: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        # A file that is no checkpoint: torch raises what its parser met.
        except Exception as error:
            raise ConfigError(f"{path} cannot be read: {error}; remove it to start anew") from error
        if content.get("experiment") != experiment.sha256:
            raise ConfigError(
                f"{path} belongs to another experiment: remove it, or give another --out"
            )
        self.network.load_state_dict(content["network"])
        self.averaged.load_state_dict(content["averaged"])
        self.invariance.load_state_dict(content.get("invariance", {}))
        self.optimiser.load_state_dict(content["optimiser"])
        self.scaler.load_state_dict(content["scaler"])
        for name in _PLAIN:
            setattr(self, name, content[name])
        if place.rank < len(content["random"]):
            _set_random(content["random"][place.rank], place)


_PLAIN = ("epoch", "step", "losses", "seconds", "rows", "best")


def fresh(experiment: Experiment, place: Place) -> State:
    """Return the state before the first step."""
    fitting = experiment.fitting
    network = build_for(experiment, pretrained=experiment.pretrained)
    network = network.to(place.device).to(memory_format=torch.channels_last)
    averaged = copy.deepcopy(network).requires_grad_(requires_grad=False).eval()
    place.synchronised(network)
    scaler = torch.amp.GradScaler(place.device.type, enabled=fitting.precision == "float16")
    return State(network, averaged, optimiser_of(network, fitting), scaler)


def write(content: Mapping[str, Any], path: Path) -> None:
    """Write tensors beside and replace.

    Raises
    ------
    ConfigError
        Where there is no room; the old file stays.
    """
    try:
        with replacing(path) as beside, beside.open("wb") as file:
            torch.save(dict(content), file)
            file.flush()
            os.fsync(file.fileno())
    except (OSError, RuntimeError) as error:
        raise ConfigError(
            f"{path} cannot be written: {error}. What stood there stays; make room and resume"
        ) from error


def _random(place: Place) -> dict[str, Tensor]:
    states = {"cpu": torch.get_rng_state()}
    if place.device.type == "cuda":
        states["cuda"] = torch.cuda.get_rng_state(place.device)
    return states


def _set_random(states: dict[str, Tensor], place: Place) -> None:
    torch.set_rng_state(states["cpu"])
    if place.device.type == "cuda" and "cuda" in states:
        torch.cuda.set_rng_state(states["cuda"], place.device)
