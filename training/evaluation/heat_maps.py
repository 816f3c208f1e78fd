"""Does the network look at the lungs: the share of each finding's heat map inside them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.models.card import NORMAL, ModelCard
from engine.models.heatmap import finding_map, on_image
from engine.models.lungs import in_lung_share
from engine.types import Activations
from training.evaluation.intervals import DRAWS, Floats, Interval
from training.evaluation.metrics import median


def abnormal_findings(card: ModelCard) -> tuple[str, ...]:
    """Return the findings that do not take in the normal leaf."""
    return tuple(name for name in card.findings if NORMAL not in card.leaves_of(name))


def shares_inside(
    card: ModelCard, found: Activations, lungs: Callable[[], NDArray[np.bool_]], true_leaf: str
) -> list[float]:
    """Return each finding's share inside the lungs; NaN where the film does not have it, or normal.

    ``lungs`` gives their mask, (rows, columns) of the film; it is not asked where it is not needed.
    """
    shown = [name for name in abnormal_findings(card) if true_leaf in card.leaves_of(name)]
    mask = lungs() if shown else None
    return [
        in_lung_share(on_image(finding_map(card, found, name), found), mask)
        if mask is not None and name in shown
        else float("nan")
        for name in card.findings
    ]


def summary(
    card: ModelCard, in_lung: Floats, groups: NDArray[np.str_], *, count: int = DRAWS
) -> dict[str, dict[str, Interval]]:
    """Return the median share by abnormal finding; {} where no share was measured."""
    if not in_lung.size:
        return {}
    places = {name: card.findings.index(name) for name in abnormal_findings(card)}
    return {
        "in_lung_share": {
            name: median(in_lung[:, k], groups, count=count) for name, k in places.items()
        }
    }
