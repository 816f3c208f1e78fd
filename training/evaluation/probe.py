"""Shortcut probe: what is left of a finding's score when the film loses its rim, or its lungs.

A model that reads markers, collimation and text keeps its AUC without lungs and on the rim alone
(Zech, PLOS Medicine 2018; DeGrave, Nature Machine Intelligence 2021).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from engine.models.lungs import LungModel, prepare_with_lungs
from engine.types import Radiograph
from training.datasets.sample import Sample
from training.evaluation.findings import targets_of, truths
from training.evaluation.intervals import Floats
from training.evaluation.metrics import Ranked, auc
from training.evaluation.predictions import Control, Runner, film_batches

FILMS = 600
BLANKED = "lungs blanked"
_RIM, _CORNER = 0.12, 0.2


def blanked(radiograph: Radiograph, where: NDArray[np.bool_]) -> Radiograph:
    """Return the film with an area (rows, columns) at the median of the rest."""
    if where.all() or not where.any():
        return radiograph
    stored = radiograph.stored.copy()
    stored[where] = np.median(stored[~where], axis=0).astype(stored.dtype)
    return replace(radiograph, stored=stored)


def rim(shape: tuple[int, int], share: float) -> NDArray[np.bool_]:
    """Return where the outer share of each side is, (rows, columns)."""
    rows, columns = shape
    top, left = round(rows * share), round(columns * share)
    where = np.ones(shape, bool)
    where[top : rows - top, left : columns - left] = False
    return where


def corners(shape: tuple[int, int], share: float) -> NDArray[np.bool_]:
    """Return where the four corners are, each of a share of both sides, (rows, columns)."""
    rows, columns = shape
    high, wide = round(rows * share), round(columns * share)
    where = np.zeros(shape, bool)
    for down in (slice(0, high), slice(rows - high, rows)):
        for across in (slice(0, wide), slice(columns - wide, columns)):
            where[down, across] = True
    return where


def with_text(radiograph: Radiograph) -> Radiograph:
    """Return the film with words of a portable study burned into an upper corner, in white."""
    rows, columns = radiograph.shape
    mask = np.zeros((rows, columns), np.uint8)
    scale = columns / 700
    for line, words in enumerate(("PORTABLE AP", "SUPINE 06:12")):
        place = (round(columns * 0.1), round(rows * (0.12 + 0.05 * line)))
        thickness = max(1, round(scale * 2))
        cv2.putText(mask, words, place, cv2.FONT_HERSHEY_SIMPLEX, scale, 255, thickness)
    stored = radiograph.stored.copy()
    stored[mask > 0] = stored.min() if radiograph.inverted else stored.max()
    return replace(radiograph, stored=stored)


def controls(lungs: LungModel | None) -> dict[str, Control]:
    """Return what is done to films, by name; the film as it is comes first."""
    named: dict[str, Control] = {
        "unchanged": lambda film: film,
        "borders masked": lambda film: blanked(film, rim(film.shape, _RIM)),
        "corners masked": lambda film: blanked(film, corners(film.shape, _CORNER)),
        "text burned in": with_text,
        "border only": lambda film: blanked(film, ~rim(film.shape, _RIM)),
    }
    if lungs is not None:
        named[BLANKED] = lambda film: blanked(film, lungs.mask(film))
    return named


def drawn(samples: Sequence[Sample], films: int) -> list[Sample]:
    """Return at most so many of the samples, drawn at random and always the same."""
    chosen = np.sort(np.random.default_rng(7).permutation(len(samples))[:films])
    return [samples[i] for i in chosen]


def probe(
    path: Path, samples: Sequence[Sample], lungs: LungModel | None, *, films: int = FILMS
) -> dict[str, Any]:
    """Return, by control, how far each finding's score moves and what AUC is left.

    At most ``films`` films, drawn at random, are each run under every control.
    """
    runner = Runner(path)
    changes = controls(lungs)
    scores: dict[str, list[Floats]] = {name: [] for name in changes}
    read: list[Sample] = []
    for batch in film_batches(drawn(samples, films), runner.card, "Probing shortcuts"):
        read += [film.sample for film in batch]
        for name, control in changes.items():
            changed = [
                prepare_with_lungs(control(film.radiograph), runner.card.preprocessing).tensor
                for film in batch
            ]
            scores[name].append(runner.run(np.concatenate(changed))[0])
    return _compared(runner.card, read, {k: np.concatenate(v) for k, v in scores.items()})


def _compared(
    card: ModelCard, samples: Sequence[Sample], probabilities: Mapping[str, Floats]
) -> dict[str, Any]:
    labels = np.array([card.leaves.index(s.finding) for s in samples])
    truth = truths(card, labels, targets_of(card, samples))
    before = card.by_finding(probabilities["unchanged"])
    return {
        name: {
            "films": len(samples),
            "mean_absolute_change": {
                finding: round(float(np.abs(score - before[finding]).mean()), 4)
                for finding, score in after.items()
            },
            "auc": {
                finding: area
                for finding, score in after.items()
                if (area := _area(score, truth[finding])) is not None
            },
        }
        for name, after in ((k, card.by_finding(p)) for k, p in probabilities.items())
    }


def _area(score: Floats, truth: Floats) -> float | None:
    known = ~np.isnan(truth)
    area = auc(Ranked.of(score[known], truth[known] == 1), np.ones((1, int(known.sum()))))[0]
    return round(float(area), 4) if np.isfinite(area) else None
