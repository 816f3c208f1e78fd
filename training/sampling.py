"""Which film comes next: between classes, and between the places inside a class."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count, islice

import numpy as np
from numpy.typing import NDArray

from training.config import Experiment
from training.datasets.sample import Sample

Order = NDArray[np.int64]


def sampler(experiment: Experiment, samples: Sequence[Sample]) -> Callable[[int], Order]:
    """Return a function from an epoch's number to its films' indices, as `Imbalance` says.

    The same seed and epoch give the same films. ``films_per_epoch`` 0 takes as many as the
    sampling gives: each film once (``as_is``, and as many for ``powers`` and ``balanced``), or each
    class as often as the largest (``over``) or the smallest (``under``).
    """
    seed, wanted = experiment.fitting.seed, experiment.fitting.films_per_epoch
    imbalance, batch = experiment.imbalance, experiment.fitting.batch
    classes = [s.finding for s in samples]
    sources = [s.source for s in samples]
    chance = weights(
        samples, class_power=imbalance.class_power, source_power=imbalance.source_power
    )
    passes = {"as_is": _as_is, "over": _over, "under": _under}

    def order(epoch: int) -> Order:
        films = wanted or len(samples)
        if imbalance.sampling == "powers":
            return epoch_order(chance, films=films, seed=seed, epoch=epoch)
        rng = np.random.default_rng((seed, epoch))
        if imbalance.sampling == "balanced":
            return _balanced(classes, sources, rng, films=films, batch=batch)
        once = passes[imbalance.sampling]
        if not wanted:
            return once(classes, rng)
        endless = chain.from_iterable(once(classes, rng) for _ in count())
        return np.fromiter(islice(endless, wanted), np.int64)

    return order


def weights(
    samples: Sequence[Sample], *, class_power: float, source_power: float
) -> NDArray[np.float64]:
    """Return each film's chance: a class of n films has mass n**class_power, and so its sources.

    Power 1 leaves the films as they are, 0 gives every class (and source in it) equal mass.
    """
    classes = Counter(s.finding for s in samples)
    places = Counter((s.finding, s.source) for s in samples)
    spread: Counter[str] = Counter()
    for (finding, _), number in places.items():
        spread[finding] += number**source_power
    chance = np.array(
        [
            classes[s.finding] ** class_power
            * places[s.finding, s.source] ** (source_power - 1)
            / spread[s.finding]
            for s in samples
        ]
    )
    return np.asarray(chance / chance.sum())


def epoch_order(chance: NDArray[np.float64], *, films: int, seed: int, epoch: int) -> Order:
    """Return the films of one epoch, drawn with replacement; the same for the same seed."""
    rng = np.random.default_rng((seed, epoch))
    return rng.choice(len(chance), size=films, p=chance)


def _as_is(classes: Sequence[str], rng: np.random.Generator) -> Order:
    return rng.permutation(len(classes))


def _over(classes: Sequence[str], rng: np.random.Generator) -> Order:
    """Repeat each class up to the largest: whole rounds, then some films drawn without return."""
    members = _members(classes)
    most = max(map(len, members))
    parts = [m for films in members for m in _rounds(films, most, rng)]
    return rng.permutation(np.concatenate(parts))


def _under(classes: Sequence[str], rng: np.random.Generator) -> Order:
    """Draw as many of each class as the smallest has; others in the next epoch."""
    members = _members(classes)
    least = min(map(len, members))
    return rng.permutation(np.concatenate([rng.permutation(m)[:least] for m in members]))


def _balanced(
    classes: Sequence[str],
    sources: Sequence[str],
    rng: np.random.Generator,
    *,
    films: int,
    batch: int,
) -> Order:
    """Fill each batch in turn from all classes, and each class in turn from its sources.

    A place's films all come before one comes again. Within a batch the order is random.
    """
    cells: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for film, (name, source) in enumerate(zip(classes, sources, strict=True)):
        cells[name][source].append(film)
    turns = [
        _taking_turns([_endless(np.array(places[source]), rng) for source in sorted(places)])
        for _, places in sorted(cells.items())
    ]
    drawn = np.fromiter(islice(_taking_turns(turns), films), np.int64)
    starts = range(0, films, batch)
    return np.concatenate([rng.permutation(drawn[start : start + batch]) for start in starts])


def _members(classes: Sequence[str]) -> list[Order]:
    names = np.asarray(classes)
    return [np.flatnonzero(names == name) for name in sorted(set(classes))]


def _rounds(films: Order, number: int, rng: np.random.Generator) -> Iterator[Order]:
    for start in range(0, number, len(films)):
        yield rng.permutation(films)[: number - start]


def _endless(films: Order, rng: np.random.Generator) -> Iterator[int]:
    while True:
        yield from rng.permutation(films)


def _taking_turns(lines: Sequence[Iterator[int]]) -> Iterator[int]:
    while True:
        for line in lines:
            yield next(line)
