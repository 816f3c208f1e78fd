"""Bootstrap intervals by group: films of one patient are not independent.

Resamples are weights: a group drawn twice counts twice. Every measure is written once, over
weights (R, N), and gives its point value in the row of ones and its draws in the others.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Interval = dict[str, float]
DRAWS, SEED = 500, 11
_CELLS = 4_000_000


def draws(groups: NDArray[Any], *, count: int = DRAWS, seed: int = SEED) -> Iterator[Floats]:
    """Yield the films' weights (R, N), in parts of bounded size: ones first, then the resamples.

    A resample draws as many whole groups as there are, with replacement.
    """
    names, codes = np.unique(groups, return_inverse=True)
    rng = np.random.default_rng(seed)
    yield np.ones((1, len(groups)))
    rows = max(1, _CELLS // max(1, len(groups)))
    for start in range(0, count, rows):
        part = min(rows, count - start)
        drawn = rng.integers(0, len(names), (part, len(names)))
        drawn += np.arange(part)[:, None] * len(names)
        times = np.bincount(drawn.ravel(), minlength=part * len(names))
        yield times.reshape(part, -1)[:, codes].astype(np.float64)


def bootstrap(
    measure: Callable[[Floats], Mapping[str, Floats]],
    groups: NDArray[Any],
    *,
    count: int = DRAWS,
    seed: int = SEED,
) -> dict[str, Floats]:
    """Return each measure's values (1 + count, ...): the point value, then the draws.

    ``measure`` takes weights (R, N) and returns arrays (R, ...), NaN where a draw has no meaning.
    """
    parts = [measure(weights) for weights in draws(groups, count=count, seed=seed)]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def interval(values: Floats) -> Interval:
    """Return the point value and its 95 % percentile interval; {} where it has no meaning."""
    drawn = values[1:][np.isfinite(values[1:])]
    if not len(values) or not np.isfinite(values[0]) or not len(drawn):
        return {}
    low, high = np.percentile(drawn, (2.5, 97.5))
    pairs = (("value", values[0]), ("low", low), ("high", high))
    return {name: round(float(number), 4) for name, number in pairs}


def intervals(
    measure: Callable[[Floats], Mapping[str, Floats]],
    groups: NDArray[Any],
    *,
    count: int = DRAWS,
    seed: int = SEED,
) -> dict[str, Interval]:
    """Return the interval of every measure; {} for all of them where there is no film."""
    if not len(groups):
        return {name: {} for name in measure(np.ones((1, 0)))}
    found = bootstrap(measure, groups, count=count, seed=seed)
    return {name: interval(values) for name, values in found.items()}


def ratio(top: Floats, bottom: Floats) -> Floats:
    """Return top / bottom, NaN where the bottom is 0."""
    top, bottom = np.broadcast_arrays(top, bottom)
    out = np.full(top.shape, np.nan)
    np.divide(top, bottom, out=out, where=bottom > 0)
    return out
