"""What a card says of the places its model learned from: centres, whitening and thresholds."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.models.familiarity import Familiarity, packed, strangeness

Floats = NDArray[np.float64]

DIRECTIONS = 16
DEVICE_FILMS = (16, 32, 64)
LEAST_FILMS = 20
# One film tells next to nothing of its place, many films do: they get most of the 5 %.
_FALSE_FILMS, _FALSE_DEVICES = 0.01, 0.04
_DRAWS = 400


def fit_familiarity(embedding: Floats, sources: Sequence[str]) -> Familiarity:
    """Return centres and whitening of training films (N, D) by source, every source weighing alike.

    The whitening is of the films about their sources' centres, in the directions in which films
    differ most. It has no thresholds yet: see `with_notice_thresholds`.
    """
    names = np.array(sources)
    known = [name for name in sorted(set(sources)) if (names == name).sum() >= LEAST_FILMS]
    known = known or sorted(set(sources))
    means = {name: embedding[names == name].mean(0) for name in known}
    parts = [
        (embedding[names == name] - mean) / np.sqrt((names == name).sum())
        for name, mean in means.items()
    ]
    within = np.concatenate(parts) / np.sqrt(len(known))
    _, sizes, directions = np.linalg.svd(within, full_matrices=False)
    kept = max(1, min(DIRECTIONS, int((sizes > 1e-3 * sizes[0]).sum())))
    whitening = directions[:kept].T / np.maximum(sizes[:kept], 1e-6)
    # What a card holds is rounded: the centres are those of the rounded projection.
    rounded = np.asarray(whitening.astype(np.float32), np.float64)
    return Familiarity(
        centres={name: tuple((mean @ rounded).tolist()) for name, mean in means.items()},
        whitening=packed(rounded),
        most_film=float("inf"),
        most_device={},
    )


def with_notice_thresholds(
    familiarity: Familiarity, embedding: NDArray[np.float32], sources: Sequence[str], *, seed: int
) -> Familiarity:
    """Return it with the thresholds that val (N, D) sets: at most 5 % of it is noticed wrongly.

    A device is so many films of one source, drawn again and again; the threshold holds for every
    source, since a hospital is one of them and not their mean.
    """
    offsets = familiarity.offsets(embedding)
    films = np.sqrt((offsets**2).mean(1))
    most = {}
    for count in DEVICE_FILMS:
        drawn = device_strangeness(offsets, sources, films=count, seed=seed)
        most[count] = max(float(np.quantile(own, 1 - _FALSE_DEVICES)) for own in drawn.values())
    return replace(
        familiarity, most_film=float(np.quantile(films, 1 - _FALSE_FILMS)), most_device=most
    )


def with_places(
    familiarity: Familiarity,
    embedding: NDArray[np.float32],
    sources: Sequence[str],
    *,
    places: Collection[str],
    seed: int,
) -> Familiarity:
    """Return it with some of the sources of films (N, D) as places that are known, too.

    No threshold falls.
    """
    names = np.array(sources)
    nowhere = {"": (0.0,) * len(next(iter(familiarity.centres.values())))}
    white = replace(familiarity, centres=nowhere).offsets(embedding)
    new = {name: tuple(white[names == name].mean(0).tolist()) for name in sorted(places)}
    known = [index for index, name in enumerate(sources) if name in new]
    own = with_notice_thresholds(
        replace(familiarity, centres=familiarity.centres | new),
        embedding[known],
        [sources[index] for index in known],
        seed=seed,
    )
    return replace(
        own,
        most_film=max(own.most_film, familiarity.most_film),
        most_device={
            count: max(own.most_device.get(count, 0.0), most)
            for count, most in familiarity.most_device.items()
        },
    )


def device_strangeness(
    offsets: Floats, sources: Sequence[str], *, films: int, seed: int
) -> dict[str, Floats]:
    """Return by source the strangeness of so many of its offsets (N, P), drawn anew and anew."""
    rng, names = np.random.default_rng(seed), np.array(sources)
    found = {}
    for name in sorted(set(sources)):
        own = offsets[names == name]
        draws = rng.integers(0, len(own), (_DRAWS, films))
        found[name] = np.array([strangeness(own[draw].mean(0)) for draw in draws])
    return found


def noticed(
    familiarity: Familiarity, embedding: NDArray[np.float32], sources: Sequence[str], *, seed: int
) -> dict[str, float]:
    """Return which share of films (N, D), and of devices of so many of them, is noticed.

    Of several sources the one that is noticed most counts for the devices.
    """
    offsets = familiarity.offsets(embedding)
    found = {"film": float(np.mean([familiarity.strange_film(row) for row in offsets]))}
    for count, most in familiarity.most_device.items():
        drawn = device_strangeness(offsets, sources, films=count, seed=seed)
        found[f"device of {count}"] = max(float((own > most).mean()) for own in drawn.values())
    return {name: round(share, 4) for name, share in found.items()}
