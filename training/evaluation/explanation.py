"""How good a bundle's heat maps are: deletion, insertion, share in the lungs, small moves.

Deletion and insertion (Petsiuk, BMVC 2018): the film's pixels are blurred away, or shown on the
blurred film, from the hottest to the coldest; the area under the finding's probability is low for
deletion, and high for insertion, where the map marks what the network goes by. A random map and
one that is always hot in the middle go through the same as controls.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from engine.models.heatmap import activations, is_exact, on_image, signed_map
from engine.models.lungs import LungModel, in_lung_share, on_film, plausible
from engine.models.trust import DELETED, blurred, moved, stability, upsampled
from engine.types import Activations
from training.config import ConfigError
from training.datasets.sample import Sample
from training.evaluation.findings import normal_leaf
from training.evaluation.intervals import DRAWS, Floats, Interval, intervals, ratio
from training.evaluation.predictions import Film, Runner, film_batches, stacked

STEPS = 20
FILMS = 200
MEASURES = ("deletion", "insertion", "in_lung_share", "stability", "deletion_drop")
_LEAST = 0.5
_QUANTILES = (0.05, 0.25, 0.5)
_SPREAD = 0.25
Score = Callable[[NDArray[np.float32]], Floats]
Heat = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is measured.

    Attributes
    ----------
    finding : str
        The finding that is explained on the films which have it; empty, each film's own leaf.
    films : int
        Abnormal films at most, drawn at random.
    steps : int
        Of each curve; a fifth of the film must be a whole number of them.
    """

    finding: str = ""
    films: int = FILMS
    steps: int = STEPS

    def __post_init__(self) -> None:
        """Refuse steps that the drop after a fifth of the film does not fall on."""
        if self.steps < 1 or abs(self.steps * DELETED - round(self.steps * DELETED)) > 1e-9:
            raise ConfigError("the number of steps must be a multiple of 5")


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    """One row of the table: each measure's values by film (N,), NaN where it has no meaning."""

    values: Mapping[str, Floats]
    samples: tuple[Sample, ...]


def explain(
    paths: Sequence[Path],
    samples: Sequence[Sample],
    lungs: LungModel | None,
    asked: Asked,
    *,
    count: int = DRAWS,
) -> dict[str, Any]:
    """Return every bundle's measures, and those of the controls under the first bundle's network.

    Films count on which the first bundle gives the finding a probability of 0.5 or more: a map of
    what is not found explains nothing. Values are means with intervals by group; each row's
    difference from the first is that of the same films.

    Raises
    ------
    ConfigError
        Where bundles differ in their leaves, or no film is left.
    """
    runners = {_name(path, paths): Runner(path) for path in paths}
    first = next(iter(runners.values())).card
    if any(r.card.leaves != first.leaves for r in runners.values()):
        raise ConfigError("the bundles differ in their leaves: their maps cannot be compared")
    chosen = _drawn(first, samples, asked)
    rows: dict[str, _Measured] = {}
    for name, runner in runners.items():
        found = _measured(runner, chosen, lungs, asked, first=not rows)
        rows |= {name: found["map"]} | {k: v for k, v in found.items() if k != "map"}
        chosen = found["map"].samples
    one = next(iter(rows.values()))
    groups = np.array([s.group for s in one.samples])
    return {
        "films": len(groups),
        "finding": asked.finding,
        "steps": asked.steps,
        "bundles": {name: _described(runner, asked) for name, runner in runners.items()},
        "rows": {
            name: {m: _mean(row.values[m], groups, count) for m in MEASURES}
            for name, row in rows.items()
        },
        "differences": {
            name: {m: _mean(row.values[m] - one.values[m], groups, count) for m in MEASURES}
            for name, row in rows.items()
            if row is not one
        },
        "quantiles": {name: _quantiles(rows[name]) for name in runners},
    }


def curves(score: Score, film: Heat, heat: Heat, *, steps: int = STEPS) -> tuple[Floats, Floats]:
    """Return the finding's probability along deletion and insertion, (steps + 1,) each.

    Parameters
    ----------
    score : callable
        Gives the finding's probabilities (N,) of films (N, C, S, S).
    film : ndarray
        (1, C, S, S).
    heat : ndarray
        (S, S); equal values are taken row by row, so a map is best given with its sign.
    """
    place = np.empty(heat.size, np.int64)
    place[np.argsort(-heat, axis=None, kind="stable")] = np.arange(heat.size)
    shares = np.linspace(0, 1, steps + 1)
    taken = place.reshape(heat.shape) < (shares * heat.size)[:, None, None, None]
    soft = blurred(film)
    # Nothing deleted is the film, everything deleted is where insertion begins.
    both = score(np.concatenate([np.where(taken, soft, film), np.where(taken[1:-1], film, soft)]))
    deletion, between = both[: steps + 1], both[steps + 1 :]
    return deletion, np.concatenate([deletion[-1:], between, deletion[:1]])


def area(curve: Floats) -> float:
    """Return the area under a curve over equal steps from 0 to 1 (trapezoids)."""
    return float((curve[:-1] + curve[1:]).mean() / 2)


def controls(shape: tuple[int, int], seed: int) -> dict[str, Heat]:
    """Return a random map and one that is hot in the middle, of a grid's shape."""
    rows, columns = (((np.arange(n) + 0.5) / n - 0.5) ** 2 for n in shape)
    middle = np.exp(-(rows[:, None] + columns) / (2 * _SPREAD**2))
    at_random = np.random.default_rng(seed).random(shape)
    return {"random": at_random.astype(np.float32), "centre": middle.astype(np.float32)}


def _drawn(card: ModelCard, samples: Sequence[Sample], asked: Asked) -> tuple[Sample, ...]:
    if asked.finding and asked.finding not in card.findings:
        raise ConfigError(f"{asked.finding!r} is none of {', '.join(card.findings)}")
    normal = normal_leaf(card.leaves)
    wanted = set(card.leaves) - {card.leaves[normal] if normal is not None else ""}
    wanted = set(card.leaves_of(asked.finding)) if asked.finding else wanted
    with_it = [s for s in samples if s.finding in wanted]
    if not with_it:
        raise ConfigError("no film with a finding to explain is among them")
    order = np.random.default_rng(7).permutation(len(with_it))[: asked.films]
    return tuple(with_it[i] for i in np.sort(order))


def _measured(
    runner: Runner,
    samples: Sequence[Sample],
    lungs: LungModel | None,
    asked: Asked,
    *,
    first: bool,
) -> dict[str, _Measured]:
    """Measure one bundle's maps, and with ``first`` the controls, on the films it is sure of."""
    found: dict[str, list[dict[str, float]]] = {}
    kept: list[Sample] = []
    for films in film_batches(samples, runner.card, "Explaining films"):
        for film, found_on in _found(runner, films, asked):
            if first and found_on.probability < _LEAST:
                continue
            mask = _mask(film, lungs)
            kept.append(film.sample)
            maps = {"map": found_on.signed}
            if first:
                rows, columns = found_on.signed.shape
                maps |= controls((rows, columns), film.row)
            for name, heat in maps.items():
                values = _of_map(runner, film, found_on, heat, mask, asked.steps)
                # A control does not look at the film: moving it says nothing.
                values["stability"] = (
                    _stability(runner, film, found_on) if name == "map" else float("nan")
                )
                found.setdefault(name, []).append(values)
    if not kept:
        raise ConfigError("the bundle is sure of none of these films: there is nothing to explain")
    return {
        name: _Measured({m: np.array([v[m] for v in of]) for m in MEASURES}, tuple(kept))
        for name, of in found.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A film's finding, its probability and its map."""

    finding: str
    probability: float
    activations: Activations
    signed: Heat


def _found(runner: Runner, films: Sequence[Film], asked: Asked) -> Iterator[tuple[Film, _Found]]:
    card = runner.card
    probabilities, outputs = runner.run(stacked(films))
    scores = card.by_finding(probabilities)
    for row, film in enumerate(films):
        finding = asked.finding or film.sample.finding
        found = activations(card, film.prepared, probabilities[row], outputs.maps[row])
        signed = signed_map(card, found, finding)
        yield film, _Found(finding, float(scores[finding][row]), found, signed)


def _of_map(
    runner: Runner,
    film: Film,
    found: _Found,
    heat: Heat,
    mask: NDArray[np.bool_] | None,
    steps: int,
) -> dict[str, float]:
    tensor = film.prepared.tensor
    side = tensor.shape[-1]

    def score(films: NDArray[np.float32]) -> Floats:
        return runner.card.by_finding(runner.run(films)[0])[found.finding]

    deletion, insertion = curves(score, tensor, upsampled(heat, side), steps=steps)
    inside = float("nan")
    if mask is not None:
        inside = in_lung_share(on_image(np.maximum(heat, 0), found.activations), mask)
    return {
        "deletion": area(deletion),
        "insertion": area(insertion),
        "in_lung_share": inside,
        "deletion_drop": float(1 - deletion[round(steps * DELETED)] / max(deletion[0], 1e-12)),
    }


def _stability(runner: Runner, film: Film, found: _Found) -> float:
    tensor = film.prepared.tensor
    outputs = runner.run(moved(tensor))[1]
    return stability(runner.card, found.signed, outputs, found.finding, side=tensor.shape[-1])


def _mask(film: Film, lungs: LungModel | None) -> NDArray[np.bool_] | None:
    if lungs is None:
        return None
    probability = lungs.probability(film.radiograph)
    return on_film(probability, film.radiograph.shape) if plausible(probability) else None


def _mean(values: Floats, groups: NDArray[np.str_], count: int) -> Interval:
    known = np.isfinite(values)
    if not known.any():
        return {}

    def mean(weights: Floats) -> dict[str, Floats]:
        return {"mean": ratio(weights @ values[known], weights.sum(1))}

    return intervals(mean, groups[known], count=count)["mean"]


def _quantiles(row: _Measured) -> dict[str, dict[str, float]]:
    """Return what limits of `engine.models.trust` are read off."""
    return {
        m: {
            f"{q:g}": round(float(np.nanquantile(row.values[m], q)), 4)
            for q in _QUANTILES
            if np.isfinite(row.values[m]).any()
        }
        for m in ("in_lung_share", "stability", "deletion_drop")
    }


def _described(runner: Runner, asked: Asked) -> dict[str, Any]:
    card = runner.card
    findings = (asked.finding,) if asked.finding else card.leaves
    return {
        "id": card.id,
        "version": card.version,
        "sha256": runner.sha256,
        "explanation": card.explanation,
        "exact": all(is_exact(card, finding) for finding in findings),
    }


def _name(path: Path, paths: Sequence[Path]) -> str:
    stems = [p.stem for p in paths]
    return path.stem if stems.count(path.stem) == 1 else path.as_posix()
