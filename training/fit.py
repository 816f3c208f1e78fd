"""The loop: flat, resumable to the step, and never without its last checkpoint.

The seed decides everything: the first weights, which films come, how each is disturbed, dropout. On
one CPU, with the same number of threads, a run that is broken off and resumed ends in the same bits
as an unbroken one. Across machines, thread counts, several processes and on CUDA (whose
convolutions add up in any order) runs differ by rounding, and so, after many steps, by more.
"""

import logging
import math
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from torch import Tensor, nn

from engine.errors import Cancelled
from training.config import ConfigError, Experiment
from training.datasets.sample import Sample
from training.distributed import Place, joined, one_on_each_machine_first
from training.films import lung_areas, prepared, squares
from training.invariance import FeatureMixing, Invariance
from training.loading import Batch, Batches, Films, loader, one_thread_in_opencv
from training.logbook import Logbook, best_epoch, ended, logbook, predict, validation
from training.losses import BinaryCrossEntropy, CrossEntropy, loss_of, targets_of
from training.mixing import mix
from training.optimising import average, averaging, set_rates, set_training
from training.sampling import sampler
from training.selection import select
from training.state import Row, State, fresh, write

log = logging.getLogger(__name__)

AfterEpoch = Callable[[Row], None]
_PRECISION = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
_LONGEST_GRADIENT = 2.0


def training_samples(experiment: Experiment) -> dict[str, tuple[Sample, ...]]:
    """Return the task's films by split, without the sources left out, unreadable ones dropped."""
    with one_on_each_machine_first():
        return {"train": _train(experiment)[0], "val": val_films(experiment)[0]}


def fit(experiment: Experiment, out: Path, *, after_epoch: AfterEpoch | None = None) -> Path:
    """Train, or go on where the checkpoint in ``out`` stands; return the finished weights' file.

    Under ``torchrun`` each process takes its share of every batch. ``after_epoch`` is given the
    log's row of each epoch, in the first process; what it raises ends the run.

    Raises
    ------
    ConfigError
        Where the checkpoint belongs to another experiment, the films make no task, the loss is not
        a number, or a file cannot be written. The last checkpoint stays.
    Cancelled
        After SIGTERM or SIGINT; the checkpoint then holds the last step.
    """
    with joined() as place:
        out.mkdir(parents=True, exist_ok=True)
        run = _prepared(experiment, out, place)
        rows = run.state.rows if place.first else []
        tensorboard = experiment.fitting.tensorboard and place.first
        with logbook(out, rows, tensorboard=tensorboard) as book, _stop_on_signals() as stop:
            _epochs(run, book, stop, after_epoch)
        done = out / "weights.pt"
        if place.first:
            write(run.state.best or run.state.averaged.state_dict(), done)
        return done


@dataclass(frozen=True, slots=True)
class _Run:
    experiment: Experiment
    place: Place
    state: State
    checkpoint: Path
    batches: torch.utils.data.DataLoader[Batch]
    loss: CrossEntropy | BinaryCrossEntropy
    invariance: Invariance
    mixing: FeatureMixing
    steps: int
    val: tuple[NDArray[np.float32], NDArray[np.float32]]


def _prepared(experiment: Experiment, out: Path, place: Place) -> _Run:
    fitting = experiment.fitting
    torch.manual_seed(fitting.seed)
    with one_on_each_machine_first():
        train, cache = _train(experiment)
        val, tensors = val_films(experiment)
        lungs, masks = _lungs(experiment, train)
    targets, val_targets = targets_of(experiment, train), targets_of(experiment, val)
    _check(experiment, targets, val_targets)
    _, sources = np.unique([s.source for s in train], return_inverse=True)
    state = fresh(experiment, place)
    invariance = Invariance(experiment, state.network, targets, sources, place)
    invariance.join(state, fitting.head_rate)
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state.load(checkpoint, experiment, place)
        log.info("going on at epoch %d, step %d", state.epoch + 1, state.step)
    elif place.rank:
        torch.manual_seed(fitting.seed + place.rank)  # another dropout in each process
    order = sampler(experiment, train)
    first = order(0)
    steps = len(first) // (fitting.batch * fitting.accumulate)
    if not steps or fitting.batch % place.world:
        raise ConfigError(
            f"fitting.batch {fitting.batch} x accumulate {fitting.accumulate} must be no more than "
            f"the {len(first)} films of an epoch and divide by {place.world} processes"
        )
    films = Films(cache, targets, sources, lungs, masks)
    keys = Batches(experiment, order, place=place, start=(state.epoch, state.step))
    return _Run(
        experiment=experiment,
        place=place,
        state=state,
        checkpoint=checkpoint,
        batches=loader(experiment, films, keys, place=place),
        loss=loss_of(experiment, targets, first).to(place.device),
        invariance=invariance,
        mixing=FeatureMixing(experiment.augmentation, state.network),
        steps=steps,
        val=(tensors, val_targets),
    )


def _train(experiment: Experiment) -> tuple[tuple[Sample, ...], NDArray[np.uint8]]:
    data = experiment.data
    return squares(
        select(experiment, "train"),
        size=data.cache_size,
        cache=Path(data.cache),
        normalisation=experiment.preprocessing.normalisation,
    )


def _lungs(
    experiment: Experiment, train: Sequence[Sample]
) -> tuple[NDArray[np.float32] | None, NDArray[np.uint8] | None]:
    """Return the training films' lung boxes and masks where the experiment needs them."""
    recipe, asked = experiment.preprocessing, experiment.augmentation
    masked = recipe.lungs_only is not None or bool(
        asked.outside or asked.opacities or asked.blanked
    )
    if not (masked or recipe.lung_margin is not None):
        return None, None
    boxes, masks = lung_areas(train, cache=Path(experiment.data.cache))
    return boxes if recipe.lung_margin is not None else None, masks if masked else None


def val_films(experiment: Experiment) -> tuple[tuple[Sample, ...], NDArray[np.float32]]:
    """Return the readable films of val, and as the engine feeds them: (N, C, S, S), cached."""
    cache = Path(experiment.data.cache)
    return prepared(select(experiment, "val"), experiment.preprocessing, cache=cache)


def _check(experiment: Experiment, train: NDArray[np.float32], val: NDArray[np.float32]) -> None:
    """Refuse classes that are not in train and a val of one class; name those not in val."""
    names = np.array(experiment.leaves)
    absent, absent_in_val = (names[~(targets == 1).any(0)] for targets in (train, val))
    if absent.size:
        raise ConfigError(f"no film for {', '.join(sorted(absent))} is left in train")
    if absent_in_val.size >= len(names) - 1 and experiment.task == "multi_class":
        raise ConfigError("val holds films of one class alone: no epoch can be judged by them")
    if absent_in_val.size:
        log.warning("val holds no film for %s", ", ".join(absent_in_val))


def _epochs(run: _Run, book: Logbook, stop: "_Stop", after_epoch: AfterEpoch | None) -> None:
    state, fitting, first = run.state, run.experiment.fitting, run.place.first
    with one_thread_in_opencv():
        batches = iter(run.batches)
    while state.epoch < fitting.epochs and not ended(state.rows, fitting):
        rate = _epoch(run, batches, stop)
        row = run.place.told(_validated(run, rate) if first else {})
        state.end_epoch(row)
        if fitting.patience and best_epoch(state.rows, fitting.metric) == state.epoch - 1:
            state.best = {k: v.clone() for k, v in state.averaged.state_dict().items()}
        state.save(run.checkpoint, run.experiment, run.place)
        if first:
            book.rewrite(state.rows)
            book.show([row])
            log.info("%s", row)
        if first and after_epoch:
            after_epoch(row)


def _epoch(run: _Run, batches: Iterator[Batch], stop: "_Stop") -> float:
    """Go to the epoch's end, or to a stop; return the last rate."""
    state, fitting, place = run.state, run.experiment.fitting, run.place
    set_training(
        state.network, frozen=state.epoch < fitting.frozen_epochs, stages=fitting.frozen_stages
    )
    network = place.parallel(state.network)
    begun = saved = time.monotonic()
    before, rate = state.seconds, 0.0
    for step in track(
        range(state.step, run.steps),
        f"Epoch {state.epoch + 1}/{fitting.epochs}",
        total=run.steps,
        completed=state.step,
        console=Console(stderr=True),
        disable=not place.first,
    ):
        share = (state.epoch * run.steps + step) / (run.steps * fitting.epochs)
        rate = set_rates(state.optimiser, share, fitting.warmup)
        state.losses.append(_step(run, network, list(islice(batches, fitting.accumulate))))
        decay = averaging(fitting, state.epoch, step, run.steps)
        average(state.averaged, state.network, decay)
        state.step, now = step + 1, time.monotonic()
        state.seconds = before + now - begun
        due = place.first and now - saved > fitting.checkpoint_minutes * 60
        asked, save = place.sums(stop.asked, stop.asked or due)
        if save:
            state.save(run.checkpoint, run.experiment, place)
            saved = time.monotonic()
        if asked:
            raise Cancelled("stopped; the checkpoint holds the last step")
    return rate


def _step(run: _Run, network: nn.Module, parts: list[Batch]) -> float:
    """Take one step on the parts of a batch; return its loss, of all processes."""
    state, place, fitting = run.state, run.place, run.experiment.fitting
    state.optimiser.zero_grad(set_to_none=True)
    total = torch.zeros((), device=place.device)
    for number, part in enumerate(parts, start=1):
        films, targets = _on_device(run, part, number)
        sources = part[2].to(place.device)
        with place.quiet(network, last=number == len(parts)):
            with torch.autocast(
                place.device.type,
                dtype=_PRECISION[fitting.precision],
                enabled=fitting.precision != "float32",
            ):
                logits = network(films)
            share = (state.epoch * run.steps + state.step) / (run.steps * fitting.epochs)
            loss = run.invariance.loss(run.loss, logits, targets, sources, share) / len(parts)
            torch.autograd.backward(state.scaler.scale(loss))
        total += loss.detach()
    state.scaler.unscale_(state.optimiser)
    norm = nn.utils.clip_grad_norm_(state.network.parameters(), _LONGEST_GRADIENT)
    (mean,) = place.sums(total.item() / place.world)
    # With float16 a gradient may overflow: the scaler then leaves the step out.
    if not math.isfinite(mean) or not (state.scaler.is_enabled() or torch.isfinite(norm)):
        raise ConfigError(
            f"the loss is not a number at epoch {state.epoch + 1}, step {state.step + 1}: the last "
            "checkpoint stays; lower fitting.rate and start anew in another --out"
        )
    state.scaler.step(state.optimiser)
    state.scaler.update()
    return mean


def _on_device(run: _Run, batch: Batch, number: int) -> tuple[Tensor, Tensor]:
    """Move a batch and mix its films, by a generator of its own for each (epoch, step, part)."""
    device, state, fitting = run.place.device, run.state, run.experiment.fitting
    asynchronous = device.type == "cuda"
    films = batch[0].to(device, non_blocking=asynchronous, memory_format=torch.channels_last)
    targets = batch[1].to(device, non_blocking=asynchronous)
    seeds = np.random.SeedSequence(
        (fitting.seed, state.epoch, state.step, number, run.place.rank)
    ).generate_state(1, np.uint64)
    generator = torch.Generator().manual_seed(int(seeds[0] >> np.uint64(1)))
    run.mixing.begin(batch[2].numpy(), int(seeds[0]))
    return mix(films, targets, batch[2].numpy(), generator, run.experiment.augmentation)


def _validated(run: _Run, rate: float) -> Row:
    state, (films, targets) = run.state, run.val
    numbers = validation(run.experiment, predict(state.averaged, films), targets)
    row = {"loss": float(np.mean(state.losses)), "rate": rate, **numbers}
    rounded = {name: round(value, 6) for name, value in row.items()}
    return {"epoch": state.epoch + 1, **rounded, "seconds": round(state.seconds, 1)}


@dataclass(slots=True)
class _Stop:
    asked: bool = False


@contextmanager
def _stop_on_signals() -> Iterator[_Stop]:
    """Remember SIGTERM and SIGINT until the step is done."""
    stop = _Stop()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.asked = True

    before = {n: signal.signal(n, ask) for n in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
