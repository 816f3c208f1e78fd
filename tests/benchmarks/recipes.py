"""What each ingredient of a recipe costs, in milliseconds of one thread for a film at 160 px.

``python tests/benchmarks/recipes.py``: CPU time of the process, not of the clock, so that a busy
machine does not count. Views and films are synthetic, the network's weights random.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import torch

from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import PhantomSpec
from engine.models.lungs import packaged_lungs
from engine.models.preprocessing import Preprocessing
from training.augment import augment
from training.config import Augmentation, Experiment, Invariance
from training.distributed import Place
from training.invariance import FeatureMixing
from training.invariance import Invariance as Losses
from training.losses import CrossEntropy
from training.mixing import convolve_at_random
from training.networks import build
from training.optimising import set_training
from training.outside import other_outside

SIDE, BATCH = 160, 16
LOOK = Augmentation(zoom=(0.6, 1.2), tone=1.5, local_contrast=1.5, noise=2.0)


def cost(act: Callable[[int], object], *, times: int, films: int = 1) -> float:
    act(0)
    start = time.process_time()
    for number in range(times):
        act(number)
    return (time.process_time() - start) / times / films * 1e3


def view(augmentation: Augmentation, **recipe: Any) -> Callable[[int], object]:
    film, mask = film_and_mask()
    preprocessing = Preprocessing(size=SIDE, **recipe)
    return lambda number: augment(
        film,
        np.random.default_rng(number),
        augmentation=augmentation,
        preprocessing=preprocessing,
        mask=mask,
    )


def film_and_mask() -> tuple[np.ndarray, np.ndarray]:
    coarse = np.random.default_rng(0).integers(0, 255, (9, 9)).astype(np.uint8)
    mask = np.zeros((64, 64), np.uint8)
    mask[16:50, 8:28] = mask[16:50, 36:56] = 255
    return cv2.resize(coarse, (224, 224)), mask


def outside(number: int) -> np.ndarray:
    film, mask = film_and_mask()
    return other_outside(film, mask, film, np.random.default_rng(number), chance=0.5)


def step(mixing: float = 0.0, stages: int = 0, **asked: float) -> Callable[[int], object]:
    """Return a training step without the optimiser's part."""
    torch.manual_seed(0)
    network = build("tf_efficientnet_lite0", classes=5, size=SIDE)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    kinds, sources = torch.arange(BATCH) % 5, torch.arange(BATCH) % 4
    targets, films = torch.eye(5)[kinds], torch.randn(BATCH, 1, SIDE, SIDE)
    experiment = replace(Experiment(), invariance=Invariance(**asked))
    place = Place(torch.device("cpu"))
    losses = Losses(experiment, network, targets.numpy(), sources.numpy(), place)
    styles = FeatureMixing(Augmentation(feature_mixing=mixing), network)
    set_training(network, frozen=False, stages=stages)
    plain = CrossEntropy(torch.ones(5))

    def act(number: int) -> None:
        styles.begin(sources.numpy(), number)
        losses.loss(plain, network(films), targets, sources, 1.0).backward()

    return act


def main() -> None:
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    batch = torch.randn(BATCH, 1, SIDE, SIDE)
    phantom = expose(PhantomSpec(seed=3), size=512).radiograph
    lungs = packaged_lungs()
    rows = {
        "view, standard": cost(view(Augmentation()), times=100),
        "view, strong look": cost(view(LOOK), times=100),
        "view, lungs only": cost(view(Augmentation(), lungs_only=0.03), times=100),
        "outside at 0.5, more": cost(outside, times=100),
        "random convolution at 0.5, more": cost(
            lambda n: convolve_at_random(batch, np.random.default_rng(n), chance=0.5),
            times=6,
            films=BATCH,
        ),
        "step, standard": cost(step(), times=3, films=BATCH),
        "step, feature mixing at 0.5": cost(step(mixing=0.5), times=3, films=BATCH),
        "step, adversary": cost(step(adversary=0.3), times=3, films=BATCH),
        "step, group robust": cost(step(group_robust=0.01), times=3, films=BATCH),
        "step, three frozen stages": cost(step(stages=3), times=3, films=BATCH),
        "lung model": cost(lambda _: lungs and lungs.lung_area(phantom), times=3),
    }
    for name, value in rows.items():
        sys.stdout.write(f"{name:34} {value:8.3f} ms\n")


if __name__ == "__main__":
    main()
