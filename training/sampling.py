"""Which film comes next: between classes, and between the places inside a class."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.datasets.sample import Sample


def weights(
    samples: Sequence[Sample], *, class_power: float, source_power: float
) -> NDArray[np.float64]:
    """Return each film's chance: a class of n films has mass n**class_power, and so its sources.

    Power 1 leaves the films as they are, 0 gives every class (and source in it) equal mass.
    """
    classes = Counter(s.finding for s in samples)
    places = Counter((s.finding, s.source) for s in samples)
    spread: Counter[str] = Counter()
    for (finding, _), count in places.items():
        spread[finding] += count**source_power
    chance = np.array(
        [
            classes[s.finding] ** class_power
            * places[s.finding, s.source] ** (source_power - 1)
            / spread[s.finding]
            for s in samples
        ]
    )
    return np.asarray(chance / chance.sum())


def epoch_order(
    chance: NDArray[np.float64], *, films: int, seed: int, epoch: int
) -> NDArray[np.int64]:
    """Return the films of one epoch, drawn with replacement; the same for the same seed."""
    rng = np.random.default_rng((seed, epoch))
    return rng.choice(len(chance), size=films, p=chance)
