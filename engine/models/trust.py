"""How far one film's heat map can be relied on, measured on that film when a reader opens it.

Three questions, five more forward passes in one batch: does the map lie inside the lungs; does it
stay where it is when the film is moved a little; does the finding go when what the map marks is
blurred away (deletion: Petsiuk, BMVC 2018).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.models.assess import Assessor
from engine.models.card import ModelCard
from engine.models.correcting import corrected, corrected_maps
from engine.models.heatmap import on_image, signed_map
from engine.models.lungs import in_lung_share, on_film, packaged_lungs, plausible
from engine.types import Activations, Assessed, Placement, Radiograph

if TYPE_CHECKING:
    from engine.models.session import Outputs

Grade = Literal["good", "fair", "poor"]
Films = NDArray[np.float32]

SHIFTS = ((0.02, 0.04), (-0.02, -0.04), (0.04, -0.02), (-0.04, 0.02))
"""Down and right, in shares of the side."""
DELETED = 0.2
"""The share of the film that is blurred away for ``deletion_drop``."""
_BLUR = 0.1


@dataclass(frozen=True, slots=True)
class Limits:
    """What a measure reaches on a film whose map is good, and under what it is poor."""

    good: float
    fair: float


# Set by judgement, not yet by measurement: to be read off the quantiles on val of the shipped
# model's true positives (good: their lower quartile; fair: their 5 %).
LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "in_lung_share": Limits(good=0.6, fair=0.4),
        "stability": Limits(good=0.9, fair=0.75),
        "deletion_drop": Limits(good=0.2, fair=0.05),
    }
)
_GRADES: tuple[Grade, ...] = ("poor", "fair", "good")


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a heat map can be relied on.

    Attributes
    ----------
    in_lung_share : float or None
        Share of the map inside the lungs; None where no lungs were found, or there is no map.
    stability : float
        Mean correlation with the maps of the film moved by 2 and 4 %, brought back; -1 to 1.
    deletion_drop : float
        Share of the finding's probability that goes when the hottest fifth of the film is blurred
        away; below 0 where the probability rises.
    grade : str
        The worst of the three, by `LIMITS`.
    sentence : str
        What a reader should know.
    """

    in_lung_share: float | None
    stability: float
    deletion_drop: float
    grade: Grade
    sentence: str


def trust(assessor: Assessor, radiograph: Radiograph, assessed: Assessed, finding: str) -> Trust:
    """Measure a finding's heat map on its film.

    Parameters
    ----------
    assessed : Assessed
        What this assessor said of this film.
    finding : str
        A leaf or a derived finding.

    Raises
    ------
    ValueError
        Where the film was not scored: it has no map.
    KeyError
        Where the card does not know the finding.
    UnusableModel
        Where the network fails.
    """
    activations, correction = assessed.activations, assessed.assessment.correction
    if correction:
        radiograph = corrected(radiograph, correction)
        activations = activations and corrected_maps(activations, correction)
    prepared = assessor.prepare(radiograph).prepared
    if activations is None or prepared is None:
        raise ValueError("a film that was not scored has no heat map")
    signed = signed_map(assessor.card, activations, finding)
    if signed.max() <= 0:
        words = "There is no heat map: no part of the film speaks for this finding."
        return Trust(None, 0.0, 0.0, "poor", words)
    film = prepared.tensor
    side = film.shape[-1]
    away = np.where(hottest(upsampled(signed, side), DELETED), blurred(film), film)
    outputs = assessor.run(np.concatenate([away, moved(film)]))
    left = probability_of(assessor.card, outputs, finding)[0]
    share = _in_lung(radiograph, activations, signed)
    return graded(
        share,
        stability(assessor.card, signed, outputs, finding, side=side, first=1),
        float(1 - left / max(assessed.assessment.probability(finding), 1e-12)),
    )


def graded(in_lung: float | None, stable: float, drop: float) -> Trust:
    """Grade three measures: the worst decides."""
    values = {"in_lung_share": in_lung, "stability": stable, "deletion_drop": drop}
    ranks = {
        name: int(value >= LIMITS[name].fair) + int(value >= LIMITS[name].good)
        for name, value in values.items()
        if value is not None
    }
    worst = min(ranks.values())
    inside = (
        "where the lungs are is not known" if in_lung is None else f"{in_lung:.0%} in the lungs"
    )
    said = {
        "in_lung_share": f"only {in_lung or 0:.0%} of it lies in the lungs",
        "stability": "it changes when the film is moved by a few per cent",
        "deletion_drop": "the finding stays when what it marks is blurred away",
    }
    if worst == 2:
        words = (
            f"The heat map holds: {inside}, it stays when the film is moved, and without what it "
            f"marks the probability falls by {drop:.0%}."
        )
    else:
        reasons = [said[name] for name, rank in ranks.items() if rank == worst]
        opening = "Read the heat map with care" if worst else "Do not rely on the heat map"
        words = f"{opening}: {', and '.join(reasons)}."
    return Trust(in_lung, stable, drop, _GRADES[worst], words)


def probability_of(card: ModelCard, outputs: "Outputs", finding: str) -> NDArray[np.float64]:
    """Return a finding's calibrated probabilities (N,)."""
    return card.by_finding(card.calibration.probabilities(outputs.logits))[finding]


def stability(
    card: ModelCard,
    signed: Films,
    outputs: "Outputs",
    finding: str,
    *,
    side: int,
    first: int = 0,
) -> float:
    """Return the mean correlation of a map (h, w) with those of the moved film, brought back.

    ``outputs`` has the films of `moved`, ``side`` pixels wide, from row ``first`` on. The rim that
    a move uncovers is left out. An empty map is like none.
    """
    still = np.maximum(upsampled(signed, side), 0)
    found = []
    for row, (down, right) in enumerate(SHIFTS, start=first):
        probabilities = card.calibration.probabilities(outputs.logits[row : row + 1])[0]
        of_row = Activations(
            card.leaves,
            outputs.maps[row],
            tuple(probabilities.tolist()),
            Placement(0, 0, side, side),
            (side, side),
        )
        other = np.maximum(upsampled(signed_map(card, of_row, finding), side), 0)
        back = shifted(other, -round(down * side), -round(right * side))
        found.append(correlation(_inner(still), _inner(back)))
    return float(np.mean(found))


def moved(tensor: Films) -> Films:
    """Return a film (1, C, S, S) moved by each of `SHIFTS`, (len(SHIFTS), C, S, S)."""
    side = tensor.shape[-1]
    return np.concatenate([shifted(tensor, round(d * side), round(r * side)) for d, r in SHIFTS])


def shifted(planes: Films, down: int, right: int) -> Films:
    """Return planes (..., S, S) moved by whole pixels; what comes into view repeats the rim."""
    rows, columns = planes.shape[-2:]
    row = np.clip(np.arange(rows) - down, 0, rows - 1)
    column = np.clip(np.arange(columns) - right, 0, columns - 1)
    return np.ascontiguousarray(planes[..., row[:, None], column])


def blurred(tensor: Films) -> Films:
    """Return films (N, C, S, S) without detail: a Gaussian of a tenth of the side."""
    flat = tensor.reshape(-1, *tensor.shape[-2:])
    sigma = _BLUR * tensor.shape[-1]
    planes = [cv2.GaussianBlur(p, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE) for p in flat]
    return np.stack(planes).astype(np.float32).reshape(tensor.shape)


def upsampled(grid: Films, side: int) -> Films:
    """Return a map (h, w) on the network's input, (side, side)."""
    return np.asarray(cv2.resize(grid, (side, side), interpolation=cv2.INTER_LINEAR), np.float32)


def hottest(heat: Films, share: float) -> NDArray[np.bool_]:
    """Return where the hottest share of a map's pixels is."""
    count = round(share * heat.size)
    where = np.zeros(heat.size, bool)
    where[np.argsort(-heat, axis=None, kind="stable")[:count]] = True
    return where.reshape(heat.shape)


def correlation(one: Films, other: Films) -> float:
    """Return Pearson's correlation of two maps; 0 where one of them is the same everywhere."""
    a, b = (np.asarray(m, np.float64).ravel() - m.mean(dtype=np.float64) for m in (one, other))
    scale = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / scale if scale > 1e-12 else 0.0


def _inner(plane: Films) -> Films:
    margin = round(max(map(max, SHIFTS)) * len(plane))
    return plane[margin:-margin, margin:-margin]


def _in_lung(radiograph: Radiograph, activations: Activations, signed: Films) -> float | None:
    model = packaged_lungs()
    if model is None:
        return None
    probability = model.probability(radiograph)
    if not plausible(probability):
        return None
    heat = on_image(np.maximum(signed, 0), activations)
    return in_lung_share(heat, on_film(probability, radiograph.shape))
