"""From the films' own words to a card's leaves and findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.card import NORMAL, Derived, DerivedKind, ModelCard
from training.datasets.registry import in_task
from training.datasets.sample import Sample
from training.evaluation.intervals import Floats


def classes_of(card: ModelCard) -> dict[str, tuple[str, ...]]:
    """Return the findings that each leaf of the card takes in, as its experiment said."""
    said: dict[str, Any] = card.provenance.get("experiment", {}).get("classes") or {}
    return {leaf: tuple(said.get(leaf, (leaf,))) for leaf in card.leaves}


def of_card(card: ModelCard, samples: Iterable[Sample]) -> tuple[Sample, ...]:
    """Return the films of the card's task, their findings named by its leaves."""
    leaves = {finding: leaf for leaf, of in classes_of(card).items() for finding in of}
    return tuple(replace(s, finding=leaves[s.finding]) for s in samples if s.finding in leaves)


def films_of(card: ModelCard, samples: Iterable[Sample]) -> tuple[Sample, ...]:
    """Return them as `of_card`; of a card of plain findings, log what lies outside the task."""
    plain = all(of == (leaf,) for leaf, of in classes_of(card).items())
    return of_card(card, in_task(samples) if plain else samples)


def normal_leaf(leaves: Sequence[str]) -> int | None:
    """Return the index of the normal class; None where a model only tells diseases apart."""
    return leaves.index(NORMAL) if NORMAL in leaves else None


def is_multi_label(card: ModelCard) -> bool:
    """Whether a film may show several leaves at once."""
    return card.calibration.activation == "sigmoid"


def targets_of(card: ModelCard, samples: Sequence[Sample]) -> Floats:
    """Return 1, 0 or NaN (not known) by film and leaf (N, K); (0, 0) for a multi-class card.

    A leaf is there where any of its findings is, and not known where one of them is not.
    """
    if not is_multi_label(card):
        return np.empty((0, 0))
    classes = classes_of(card)
    rows = [
        [s.stated(of) if s.targets else float(s.finding == leaf) for leaf, of in classes.items()]
        for s in samples
    ]
    return np.array(rows).reshape(-1, len(classes))


def truths(card: ModelCard, labels: NDArray[np.int64], targets: Floats) -> dict[str, Floats]:
    """Return 1, 0 or NaN (not known) of every finding (N,), from labels or multi-label targets."""
    table = targets if targets.size else np.eye(len(card.leaves))[labels]
    return truths_of(table, card.leaves, card.derived)


def truths_of(
    targets: Floats, leaves: Sequence[str], derived: Mapping[str, Derived]
) -> dict[str, Floats]:
    """Return 1, 0 or NaN (not known) of every finding (N,): the leaves (N, K), then the derived."""
    found = {leaf: targets[:, k] for k, leaf in enumerate(leaves)}
    for name, rule in derived.items():
        columns = targets[:, [leaves.index(leaf) for leaf in rule.of]]
        there = np.where((columns == 1).any(1), 1.0, columns.max(1, initial=0.0))
        found[name] = 1 - there if rule.kind is DerivedKind.COMPLEMENT else there
    return found


def likeliest(card: ModelCard, probabilities: Floats) -> dict[str, NDArray[np.bool_]]:
    """Return whether each film's likeliest leaf makes a finding, for every finding (N,)."""
    best = probabilities.argmax(1)
    return {
        name: np.isin(best, [card.leaves.index(leaf) for leaf in card.leaves_of(name)])
        for name in card.findings
    }
