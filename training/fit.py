"""The loop: flat, resumable to the step, and never without its last checkpoint."""

import copy
import csv
import logging
import math
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from engine.errors import Cancelled
from training import sampling
from training.augment import augment
from training.config import ConfigError, Experiment
from training.datasets.sample import Sample
from training.films import batches, readable, squares, tensors
from training.networks import Network, build
from training.selection import select

log = logging.getLogger(__name__)


class _Steps(Dataset[tuple[NDArray[np.float32], int]]):
    """The films of one epoch in order; film i is disturbed by the generator (seed, epoch, i)."""

    def __init__(
        self,
        experiment: Experiment,
        films: NDArray[np.uint8],
        labels: NDArray[np.int64],
        order: NDArray[np.int64],
        epoch: int,
    ) -> None:
        self._experiment, self._films, self._labels = experiment, films, labels
        self._order, self._epoch = order, epoch

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, index: int) -> tuple[NDArray[np.float32], int]:
        experiment, which = self._experiment, self._order[index]
        rng = np.random.default_rng((experiment.fitting.seed, self._epoch, index))
        view = augment(
            self._films[which],
            rng,
            augmentation=experiment.augmentation,
            preprocessing=experiment.preprocessing,
        )
        return view, int(self._labels[which])


def _one_thread(_: int) -> None:
    cv2.setNumThreads(1)


@dataclass(slots=True)
class _State:
    """All that a checkpoint holds."""

    network: Network
    averaged: Network
    optimiser: torch.optim.Optimizer
    epoch: int = 0
    step: int = 0
    losses: list[float] = field(default_factory=list)

    def save(self, path: Path, experiment: Experiment) -> None:
        beside = path.with_suffix(".part")
        content = {
            "experiment": experiment.sha256,
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "losses": self.losses,
            "random": torch.get_rng_state(),
        }
        torch.save(content, beside)
        beside.replace(path)

    def load(self, path: Path, experiment: Experiment) -> None:
        content: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        if content["experiment"] != experiment.sha256:
            raise ConfigError(
                f"{path} belongs to another experiment: remove it, or give another --out"
            )
        self.network.load_state_dict(content["network"])
        self.averaged.load_state_dict(content["averaged"])
        self.optimiser.load_state_dict(content["optimiser"])
        self.epoch, self.step = content["epoch"], content["step"]
        self.losses = content["losses"]
        torch.set_rng_state(content["random"])


def training_samples(experiment: Experiment) -> dict[str, tuple[Sample, ...]]:
    """Return the task's films by split, without the sources left out, unreadable ones dropped."""
    return {split: readable(select(experiment, split)) for split in ("train", "val")}


def fit(experiment: Experiment, out: Path) -> Path:
    """Train, or go on where the checkpoint in ``out`` stands; return the finished weights' file.

    Raises
    ------
    ConfigError
        Where the checkpoint belongs to another experiment, or the films make no task.
    Cancelled
        After SIGTERM; the checkpoint then holds the last step.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(experiment.fitting.seed)
    samples = training_samples(experiment)
    if missing := set(experiment.leaves) - {s.finding for s in samples["train"]}:
        raise ConfigError(f"no film for {', '.join(sorted(missing))} is left in train")
    state = _fresh(experiment)
    checkpoint, done = out / "checkpoint.pt", out / "weights.pt"
    if checkpoint.exists():
        state.load(checkpoint, experiment)
        log.info("going on at epoch %d, step %d", state.epoch + 1, state.step)
    stop = _StopOnTerm()
    val = samples["val"]
    films = tensors(val, experiment.preprocessing)
    train = samples["train"]
    cache = squares(train, size=experiment.data.cache_size, cache=Path(experiment.data.cache))
    labels = np.array([experiment.leaves.index(s.finding) for s in train])
    chance = sampling.weights(
        train,
        class_power=experiment.imbalance.class_power,
        source_power=experiment.imbalance.source_power,
    )
    while state.epoch < experiment.fitting.epochs:
        order = sampling.epoch_order(
            chance,
            films=experiment.fitting.films_per_epoch,
            seed=experiment.fitting.seed,
            epoch=state.epoch,
        )
        steps = _Steps(experiment, cache, labels, order, state.epoch)
        loss = _epoch(experiment, state, steps, checkpoint, stop)
        state.epoch, state.step, state.losses = state.epoch + 1, 0, []
        state.save(checkpoint, experiment)
        _write_row(
            out / "log.csv", _validate(state, films, val, leaves=experiment.leaves, loss=loss)
        )
    beside = done.with_suffix(".part")
    torch.save(state.averaged.state_dict(), beside)
    beside.replace(done)
    return done


def _fresh(experiment: Experiment) -> _State:
    fitting = experiment.fitting
    network = build(
        experiment.network,
        classes=len(experiment.leaves),
        channels=experiment.preprocessing.channels,
        pretrained=experiment.pretrained,
        head=experiment.head,
        dropout=fitting.dropout,
    ).to(memory_format=torch.channels_last)
    averaged = copy.deepcopy(network).requires_grad_(requires_grad=False).eval()
    optimiser = torch.optim.AdamW(_groups(network, experiment), lr=fitting.rate)
    return _State(network, averaged, optimiser)


def _groups(network: Network, experiment: Experiment) -> list[dict[str, Any]]:
    fitting = experiment.fitting
    groups = []
    for part, rate in ((network.features, fitting.rate), (network.tail, fitting.head_rate)):
        for flat in (False, True):
            chosen = [p for p in part.parameters() if (p.ndim < 2) is flat]
            decay = 0.0 if flat else fitting.weight_decay
            groups.append({"params": chosen, "peak": rate, "weight_decay": decay})
    return groups


def _epoch(
    experiment: Experiment, state: _State, steps: _Steps, checkpoint: Path, stop: "_StopOnTerm"
) -> float:
    fitting = experiment.fitting
    loss_of = nn.CrossEntropyLoss(label_smoothing=fitting.label_smoothing)
    per_epoch = len(steps) // fitting.batch
    total = per_epoch * fitting.epochs
    saved = time.monotonic()
    state.network.train()
    for films, labels in _batches(experiment, steps, state.step):
        share = (state.epoch * per_epoch + state.step) / total
        for group in state.optimiser.param_groups:
            group["lr"] = group["peak"] * _schedule(share, fitting.warmup)
        loss = loss_of(state.network(films.to(memory_format=torch.channels_last)), labels)
        if not torch.isfinite(loss):
            raise ConfigError("the loss is not a number: lower fitting.rate and resume")
        state.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(state.network.parameters(), 2.0)
        state.optimiser.step()
        _average(state, fitting.ema)
        state.step += 1
        state.losses.append(loss.item())
        if stop.asked or time.monotonic() - saved > fitting.checkpoint_minutes * 60:
            state.save(checkpoint, experiment)
            saved = time.monotonic()
        if stop.asked:
            raise Cancelled("stopped; the checkpoint holds the last step")
        if state.step % 20 == 0:
            where = f"epoch {state.epoch + 1} step {state.step}/{per_epoch}"
            log.info("%s loss %.4f", where, state.losses[-1])
    return float(np.mean(state.losses))


def _batches(experiment: Experiment, steps: _Steps, done: int) -> Iterator[tuple[Tensor, Tensor]]:
    batch = experiment.fitting.batch
    rest = torch.utils.data.Subset(steps, range(done * batch, len(steps)))
    yield from DataLoader(
        rest,
        batch_size=batch,
        drop_last=True,
        num_workers=experiment.fitting.workers,
        worker_init_fn=_one_thread,
        # Its own generator: the loader would draw from the one that dropout resumes with.
        generator=torch.Generator(),
    )


def _schedule(share: float, warmup: float) -> float:
    """Rise linearly, fall as a cosine."""
    if share < warmup:
        return share / warmup
    return 0.5 * (1 + math.cos(math.pi * (share - warmup) / (1 - warmup)))


@torch.no_grad()
def _average(state: _State, decay: float) -> None:
    """Move the averaged weights; early steps count more, so that no start lingers."""
    own, new = state.averaged.state_dict(), state.network.state_dict()
    for key, value in own.items():
        if value.dtype.is_floating_point:
            value.lerp_(new[key], 1 - decay)
        else:
            value.copy_(new[key])


@torch.no_grad()
def predict(network: Network, films: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return logits (N, K)."""
    network.eval()
    return torch.cat([network(part) for part in batches(films)]).numpy()


def _validate(
    state: _State,
    films: NDArray[np.float32],
    samples: tuple[Sample, ...],
    *,
    leaves: tuple[str, ...],
    loss: float,
) -> dict[str, float]:
    logits = predict(state.averaged, films)
    labels = np.array([leaves.index(s.finding) for s in samples])
    right = logits.argmax(1) == labels
    recalls = [float(right[labels == k].mean()) for k in range(len(leaves)) if (labels == k).any()]
    row = {
        "epoch": state.epoch,
        "loss": round(loss, 5),
        "accuracy": round(float(right.mean()), 5),
        "balanced_accuracy": round(float(np.mean(recalls)), 5),
    }
    log.info("%s", row)
    return row


def _write_row(path: Path, row: dict[str, float]) -> None:
    fresh = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, row)
        if fresh:
            writer.writeheader()
        writer.writerow(row)


class _StopOnTerm:
    """Remember SIGTERM and SIGINT until the step is done."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
