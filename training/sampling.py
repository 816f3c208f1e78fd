"""Which film comes next: between classes, and between the places inside a class."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count, islice

import numpy as np
from numpy.typing import NDArray

from training.config import Experiment, Stratum
from training.datasets.sample import Sample

Order = NDArray[np.int64]
Cell = tuple[str, ...]


def sampler(experiment: Experiment, samples: Sequence[Sample]) -> Callable[[int], Order]:
    """Return a function from an epoch's number to its films' indices, as `Imbalance` says.

    The same seed and epoch give the same films. ``films_per_epoch`` 0 takes as many as the
    sampling gives: each film once (``as_is``, and as many for ``powers`` and ``balanced``), or each
    class as often as the largest (``over``) or the smallest (``under``).
    """
    seed, wanted = experiment.fitting.seed, experiment.fitting.films_per_epoch
    imbalance, batch = experiment.imbalance, experiment.fitting.batch
    classes = [s.finding for s in samples]
    cells = [_cell(s, imbalance.strata) for s in samples]
    chance = weights(
        samples,
        class_power=imbalance.class_power,
        source_power=imbalance.source_power,
        strata=imbalance.strata,
    )
    passes = {"as_is": _as_is, "over": _over, "under": _under}

    def order(epoch: int) -> Order:
        films = wanted or len(samples)
        if imbalance.sampling == "powers":
            return epoch_order(chance, films=films, seed=seed, epoch=epoch)
        rng = np.random.default_rng((seed, epoch))
        if imbalance.sampling == "balanced":
            return _balanced(classes, cells, rng, films=films, batch=batch)
        once = passes[imbalance.sampling]
        if not wanted:
            return once(classes, rng)
        endless = chain.from_iterable(once(classes, rng) for _ in count())
        return np.fromiter(islice(endless, wanted), np.int64)

    return order


def weights(
    samples: Sequence[Sample],
    *,
    class_power: float,
    source_power: float,
    strata: Sequence[Stratum] = ("source",),
) -> NDArray[np.float64]:
    """Return each film's chance: a class of n films has mass n**class_power, and so its sources.

    Power 1 leaves the films as they are, 0 gives every class (and source in it) equal mass. With
    more ``strata`` their cells stand for the sources.
    """
    classes = Counter(s.finding for s in samples)
    places = Counter((s.finding, _cell(s, strata)) for s in samples)
    spread: Counter[str] = Counter()
    for (finding, _), number in places.items():
        spread[finding] += number**source_power
    chance = np.array(
        [
            classes[s.finding] ** class_power
            * places[s.finding, _cell(s, strata)] ** (source_power - 1)
            / spread[s.finding]
            for s in samples
        ]
    )
    return np.asarray(chance / chance.sum())


def epoch_order(chance: NDArray[np.float64], *, films: int, seed: int, epoch: int) -> Order:
    """Return the films of one epoch, drawn with replacement; the same for the same seed."""
    rng = np.random.default_rng((seed, epoch))
    return rng.choice(len(chance), size=films, p=chance)


def _cell(sample: Sample, strata: Sequence[Stratum]) -> Cell:
    return tuple(str(getattr(sample, name)) for name in strata)


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
    cells: Sequence[Cell],
    rng: np.random.Generator,
    *,
    films: int,
    batch: int,
) -> Order:
    """Fill each batch in turn from all classes, and each class in turn from its strata.

    A cell's films all come before one comes again. Within a batch the order is random.
    """
    paths = [(name, *cell) for name, cell in zip(classes, cells, strict=True)]
    line = _in_turn(range(len(paths)), paths, 0, rng)
    drawn = np.fromiter(islice(line, films), np.int64)
    starts = range(0, films, batch)
    return np.concatenate([rng.permutation(drawn[start : start + batch]) for start in starts])


def _in_turn(
    films: Iterable[int], paths: Sequence[Cell], depth: int, rng: np.random.Generator
) -> Iterator[int]:
    """Yield films without end, in turn from each part that the strata from ``depth`` on make."""
    parts: defaultdict[str, list[int]] = defaultdict(list)
    for film in films:
        parts[paths[film][depth]].append(film)
    if depth + 1 == len(paths[0]):
        return _taking_turns([_endless(np.array(parts[name]), rng) for name in sorted(parts)])
    return _taking_turns([_in_turn(parts[name], paths, depth + 1, rng) for name in sorted(parts)])


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
