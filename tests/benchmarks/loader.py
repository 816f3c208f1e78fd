"""Whether the input pipeline keeps up with the network: images/s of both, paired in one run.

``python tests/benchmarks/loader.py [--workers 1] [--batch 48] ...``: each round takes training
steps on one synthetic batch that lies ready, then as many on batches that the loader cuts and
disturbs meanwhile, and compares within the round. The loader has filled its queue before either
half begins, so that it is idle in the first half and gets nothing for free in the second: what it
works ahead at the beginning it must have made good by the end. Also on CUDA where there is one.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import cv2
import numpy as np
import torch

from training.augment import augment
from training.config import Augmentation, Data, Experiment, Fitting
from training.distributed import Place
from training.loading import Batch, Batches, Films, loader
from training.losses import CrossEntropy
from training.mixing import mix
from training.optimising import average
from training.state import State, fresh

FILMS = 512


def experiment_of(asked: argparse.Namespace) -> Experiment:
    fitting = Fitting(batch=asked.batch, workers=asked.workers, epochs=10**6)
    mixing = Augmentation(mixup=asked.mixup, style_mixing=asked.style_mixing)
    plain = Experiment(network=asked.network, pretrained="", fitting=fitting, augmentation=mixing)
    recipe = {"size": asked.size, "channels": asked.channels}
    return replace(plain, preprocessing=replace(plain.preprocessing, **recipe), data=Data())


def synthetic_films(experiment: Experiment) -> Films:
    rng = np.random.default_rng(0)
    side, kinds = experiment.data.cache_size, len(experiment.leaves)
    smooth = rng.random((FILMS, 8, 8), dtype=np.float32)
    squares = np.stack([cv2.resize(s, (side, side), interpolation=cv2.INTER_CUBIC) for s in smooth])
    grain = rng.normal(0, 0.03, squares.shape).astype(np.float32)
    targets = np.eye(kinds, dtype=np.float32)[rng.integers(kinds, size=FILMS)]
    grey = np.clip((squares + grain) * 255, 0, 255).astype(np.uint8)
    return Films(grey, targets, rng.integers(5, size=FILMS))


def batches(experiment: Experiment, films: Films, place: Place) -> Iterator[Batch]:
    order = np.random.default_rng(1).permutation
    keys = Batches(experiment, lambda _: order(FILMS), place=place)
    return iter(loader(experiment, films, keys, place=place))


def step(state: State, experiment: Experiment, batch: Batch, place: Place) -> None:
    """Do what the loop does in a step; see `training.fit`."""
    films = batch[0].to(place.device, non_blocking=True, memory_format=torch.channels_last)
    targets = batch[1].to(place.device, non_blocking=True)
    random = torch.Generator().manual_seed(1)
    films, targets = mix(films, targets, batch[2].numpy(), random, experiment.augmentation)
    state.optimiser.zero_grad(set_to_none=True)
    loss = loss_of(experiment, place)(state.network(films), targets)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(state.network.parameters(), 2.0)
    state.optimiser.step()
    average(state.averaged, state.network, experiment.fitting.ema)
    loss.item()


def loss_of(experiment: Experiment, place: Place) -> CrossEntropy:
    return CrossEntropy(torch.ones(len(experiment.leaves), device=place.device), 0.05)


def seconds(
    state: State, experiment: Experiment, given: Iterable[Batch], steps: int, place: Place
) -> float:
    start = time.perf_counter()
    for _, batch in zip(range(steps), given, strict=False):
        step(state, experiment, batch, place)
    return time.perf_counter() - start


def ready(batch: Batch, place: Place) -> Iterator[Batch]:
    """Yield one batch again and again, from where the network finds it."""
    films, targets, sources = batch
    while True:
        yield films.to(place.device), targets.to(place.device), sources


def settle(asked: argparse.Namespace, alone: float) -> None:
    """Wait until the workers have filled their queue and stand still."""
    if asked.workers:
        time.sleep(max(0.3, 0.3 * alone))


def measure(asked: argparse.Namespace, device: str) -> None:
    place = Place(torch.device(device))
    experiment = experiment_of(asked)
    state = fresh(experiment, place)
    state.network.train()
    films = synthetic_films(experiment)
    loaded = batches(experiment, films, place)
    ahead = 4 * asked.workers
    fixed = ready(next(loaded), place)
    seconds(state, experiment, fixed, 3, place)
    rounds = []
    for _ in range(asked.rounds):
        settle(asked, rounds[-1][0] if rounds else 5.0)
        alone = seconds(state, experiment, fixed, asked.steps, place)
        # What lies in the queue is used up or topped up: the state of a run that goes on.
        seconds(state, experiment, loaded, ahead, place)
        rounds.append((alone, seconds(state, experiment, loaded, asked.steps, place)))
    report(asked, device, rounds)


def report(asked: argparse.Namespace, device: str, rounds: list[tuple[float, float]]) -> None:
    images = asked.steps * asked.batch
    ratios = sorted(alone / loaded for alone, loaded in rounds)
    low, middle, high = statistics.quantiles(ratios, n=4)
    network, loop = (images / statistics.median(r[half] for r in rounds) for half in (0, 1))
    sys.stdout.write(
        f"{device}, {asked.network} at {asked.size} px, batches of {asked.batch}, "
        f"{asked.workers} worker(s), {torch.get_num_threads()} thread(s): network alone "
        f"{network:.1f} images/s, with the pipeline {loop:.1f} images/s, ratio {middle:.3f} "
        f"({low:.3f} to {high:.3f}, {len(rounds)} rounds of {asked.steps} steps)\n"
    )


def milliseconds_a_film(asked: argparse.Namespace) -> None:
    """Say what one film costs on one core."""
    experiment = experiment_of(asked)
    films = synthetic_films(experiment).squares
    cv2.setNumThreads(1)
    times = []
    for _ in range(5):
        start = time.process_time()
        for i, film in enumerate(films[:200]):
            augment(
                film,
                np.random.default_rng((1, i)),
                augmentation=experiment.augmentation,
                preprocessing=experiment.preprocessing,
            )
        times.append((time.process_time() - start) / 200 * 1000)
    sys.stdout.write(f"augment: {statistics.median(times):.2f} ms a film on one core\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", default="tf_efficientnet_lite0")
    for name, default in {
        "size": 160,
        "channels": 1,
        "batch": 48,
        "workers": 1,
        "rounds": 6,
        "steps": 6,
    }.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--mixup", type=float, default=0.0)
    parser.add_argument("--style-mixing", type=float, default=0.0)
    parser.add_argument("--devices", nargs="+", default=["cpu", "cuda"])
    asked = parser.parse_args()
    milliseconds_a_film(asked)
    for device in asked.devices:
        if device == "cpu" or torch.cuda.is_available():
            measure(asked, device)


if __name__ == "__main__":
    main()
