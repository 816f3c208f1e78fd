"""The run's batches: one loader, whose workers live as long as the run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler

from engine.models.card import NORMAL
from engine.types import Box
from training.augment import augment
from training.config import Experiment
from training.distributed import Place
from training.opacities import with_opacities
from training.outside import other_outside, without_lungs

# The film at a place in an epoch: what it is disturbed with follows from these and the seed.
Key = tuple[int, int, int]
Batch = tuple[Tensor, Tensor, Tensor]
_OUTSIDE, _OPACITIES, _BLANKED = 1, 2, 3


@dataclass(frozen=True, slots=True, eq=False)
class Films:
    """Training films (N, S, S) uint8, their targets (N, K), and their sources (N,) as numbers.

    ``lungs`` (N, 4) are the boxes of a recipe that cuts to them, ``masks`` (N, m, m) uint8 what
    one that looks inside or outside them needs.
    """

    squares: NDArray[np.uint8]
    targets: NDArray[np.float32]
    sources: NDArray[np.int64]
    lungs: NDArray[np.float32] | None = None
    masks: NDArray[np.uint8] | None = None


class Views(Dataset[tuple[NDArray[np.float32], NDArray[np.float32], np.int64]]):
    """The films as they are trained on: the generator of (seed, epoch, place) disturbs each."""

    def __init__(self, experiment: Experiment, films: Films) -> None:
        self._experiment, self._films = experiment, films
        leaves = experiment.leaves
        self._normal = leaves.index(NORMAL) if NORMAL in leaves else 0
        self._abnormal = np.array([0 if k == NORMAL else np.nan for k in leaves], np.float32)

    def __getitem__(self, key: Key) -> tuple[NDArray[np.float32], NDArray[np.float32], np.int64]:
        """Return a film as (C, S, S), its target (K,) and its source."""
        experiment, (epoch, place, film) = self._experiment, key
        films, seed = self._films, experiment.fitting.seed
        mask = None if films.masks is None else films.masks[film]
        square = films.squares[film]
        if experiment.augmentation.outside and mask is not None:
            # A generator of its own: the disturbances are those without it.
            rng = np.random.default_rng((seed, epoch, place, _OUTSIDE))
            lender = films.squares[rng.integers(len(films.squares))]
            square = other_outside(
                square, mask, lender, rng, chance=experiment.augmentation.outside
            )
        target = films.targets[film]
        if experiment.augmentation.opacities and mask is not None and target[self._normal] == 1:
            rng = np.random.default_rng((seed, epoch, place, _OPACITIES))
            if rng.random() < experiment.augmentation.opacities and mask.any():
                square, target = with_opacities(square, mask, rng), self._abnormal
        if experiment.augmentation.blanked and mask is not None and mask.any():
            rng = np.random.default_rng((seed, epoch, place, _BLANKED))
            if rng.random() < experiment.augmentation.blanked:
                square = without_lungs(square, mask, rng)
                target = np.full_like(target, 1 / len(target))
        view = augment(
            square,
            np.random.default_rng((seed, epoch, place)),
            augmentation=experiment.augmentation,
            preprocessing=experiment.preprocessing,
            lungs=None if films.lungs is None else cast(Box, tuple(films.lungs[film].tolist())),
            mask=mask,
        )
        return view, target, films.sources[film]


class Batches(Sampler[list[Key]]):
    """The keys of every batch from a step to the end of the run; each process takes its share."""

    def __init__(
        self,
        experiment: Experiment,
        order: Callable[[int], NDArray[np.int64]],
        *,
        place: Place,
        start: tuple[int, int] = (0, 0),
    ) -> None:
        self._fitting, self._order = experiment.fitting, order
        self._place, self._start = place, start

    def __iter__(self) -> Iterator[list[Key]]:
        """Yield each batch's keys."""
        fitting, place = self._fitting, self._place
        epoch, step = self._start
        first = step * fitting.batch * fitting.accumulate
        for number in range(epoch, fitting.epochs):
            films = self._order(number)
            whole = len(films) - len(films) % (fitting.batch * fitting.accumulate)
            for start in range(first, whole, fitting.batch):
                shared = range(start + place.rank, start + fitting.batch, place.world)
                yield [(number, i, int(films[i])) for i in shared]
            first = 0


def loader(
    experiment: Experiment, films: Films, batches: Batches, *, place: Place
) -> DataLoader[Batch]:
    """Return a loader of (films (n, C, S, S) float32, targets (n, K), sources (n,))."""
    workers = experiment.fitting.workers
    return DataLoader(
        # What the views are once they are collated.
        cast(Dataset[Batch], Views(experiment, films)),
        batch_sampler=batches,
        num_workers=workers,
        worker_init_fn=_one_thread,
        pin_memory=place.device.type == "cuda",
        prefetch_factor=4 if workers else None,
        # Its own generator: the loader would draw from the one that dropout resumes with.
        generator=torch.Generator(),
    )


@contextmanager
def one_thread_in_opencv() -> Iterator[None]:
    """Start workers in here: a forked one that finds OpenCV's pool of threads waits for them."""
    before = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(before)


def _one_thread(_: int) -> None:
    cv2.setNumThreads(1)
