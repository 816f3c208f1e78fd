"""Grad-CAM maps from the model's grid to the film.

Selvaraju et al., ICCV 2017. The network gives signed sums for each leaf's logit; a derived finding
is the log of a sum of exponentials of logits, whose gradient weighs them by their probabilities.
So does that of -log(1 - P) = sum of log(1 + exp(logit)) for a union of independent leaves.

Grad-CAM and HiResCAM are linear in the gradient, so for them that sum of leaf maps is the derived
finding's own map. Grad-CAM++ is not (it takes the gradient's ReLU and powers): there it is the
probability-weighted mean of its leaves' maps, and `is_exact` says so.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from engine.models.preprocessing import Prepared
from engine.types import Activations, frozen


def activations(
    card: ModelCard,
    prepared: Prepared,
    probabilities: NDArray[np.float64],
    maps: NDArray[np.float32],
) -> Activations:
    """Return one film's maps (K, h, w) with its leaves' probabilities (K,) and where it lies."""
    return Activations(
        leaves=card.leaves,
        grids=frozen(maps.copy()),
        probabilities=tuple(probabilities.tolist()),
        placement=prepared.placement,
        image_shape=prepared.image_shape,
        seen=prepared.seen,
    )


def finding_map(card: ModelCard, activations: Activations, finding: str) -> NDArray[np.float32]:
    """Return the heat map (h, w) of a leaf or derived finding, >= 0; KeyError for others."""
    return np.maximum(signed_map(card, activations, finding), 0)


def signed_map(card: ModelCard, activations: Activations, finding: str) -> NDArray[np.float32]:
    """Return that map before the ReLU, (h, w): what speaks against the finding is below 0."""
    if finding not in card.findings:
        raise KeyError(finding)
    chosen = [activations.leaves.index(leaf) for leaf in card.leaves_of(finding)]
    weights = np.array([activations.probabilities[k] for k in chosen], np.float32)
    weights /= max(float(weights.sum()), 1e-12)
    summed = np.tensordot(weights, activations.grids[chosen], axes=1)
    return np.asarray(summed, np.float32)


def is_exact(card: ModelCard, finding: str) -> bool:
    """Tell whether a finding's map is what the card's method gives for that finding itself."""
    return card.explanation != "grad_cam_plus_plus" or len(card.leaves_of(finding)) == 1


def on_image(grid: NDArray[np.float32], activations: Activations) -> NDArray[np.float32]:
    """Return the map on the film (rows, columns) in 0..1 of its own peak; 0 where not looked at.

    A network that is shown the lungs alone has no evidence elsewhere, though a cell of its coarse
    grid reaches beyond them: there the map is 0.
    """
    rows, columns = activations.image_shape
    place = activations.placement
    top, left = round(place.top), round(place.left)
    height, width = round(place.height), round(place.width)
    film = np.zeros((rows, columns), np.float32)
    size = (width, height)
    inner = np.asarray(cv2.resize(grid, size, interpolation=cv2.INTER_LINEAR), np.float32)
    if activations.seen is not None:
        inner = inner * cv2.resize(activations.seen, size, interpolation=cv2.INTER_LINEAR)
    peak = float(inner.max())
    if peak > 0:
        film[top : top + height, left : left + width] = inner / peak
    return film


def contours(film: NDArray[np.float32], level: float) -> tuple[NDArray[np.float32], ...]:
    """Return outlines of the area at or above a level as (n, 2) arrays of x, y in pixels."""
    found, _ = cv2.findContours(
        (film >= level).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    return tuple(frozen(line.reshape(-1, 2).astype(np.float32)) for line in found)
