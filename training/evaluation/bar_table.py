"""The table of `training.evaluation.bars` for one bundle, measured on its films."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.models.bundle import read_bundle
from engine.models.lungs import LungModel
from training.config import LEAVES, ConfigError
from training.datasets.registry import read
from training.datasets.sample import Sample
from training.evaluation.bars import Films, Row, rows_left_out, rows_of
from training.evaluation.findings import films_of
from training.evaluation.intervals import DRAWS
from training.evaluation.predictions import Predictions, predict_bundle
from training.evaluation.probe import BLANKED, FILMS, controls, drawn

_VAL = "val"


def bar_rows(
    path: Path,
    *,
    data: Path,
    kind: str,
    splits: Sequence[str],
    lungs: LungModel | None,
    count: int = DRAWS,
) -> dict[str, list[Row]]:
    """Return the rows of each split of a bundle; thresholds are set on val.

    Raises
    ------
    ConfigError
        Where the bundle has other classes than the five, or a split has no film.
    """
    card = read_bundle(path).card
    if card.leaves != LEAVES:
        raise ConfigError(f"{path.name} has other classes than the bars: {', '.join(LEAVES)}")
    samples = films_of(card, read(kind, data))
    by_split = {split: _of(samples, split, data) for split in dict.fromkeys((_VAL, *splits))}
    found = {
        split: predict_bundle(path, films, lungs=lungs if split in splits else None)[1]
        for split, films in by_split.items()
    }
    rows = {}
    for split in splits:
        films = Films(card, found[split], count=count)
        if lungs:
            films = replace(films, blanked=_blanked(path, by_split[split], lungs))
        if split != _VAL:
            films = replace(films, val=found[_VAL])
        rows[split] = rows_of(films, split)
    return rows


def left_out_rows(path: Path | None) -> list[Row]:
    """Return the rows of cross-validation's file, all of them empty without one.

    Raises
    ------
    ConfigError
        Where it cannot be read.
    """
    if path is None:
        return rows_left_out({})
    try:
        results: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return rows_left_out(results)
    except (OSError, ValueError, AttributeError) as error:
        raise ConfigError(
            f"{path} cannot be read: {error}. Make it with hilum-train cross-validate --by source"
        ) from error


def _of(samples: Sequence[Sample], split: str, data: Path) -> tuple[Sample, ...]:
    found = tuple(s for s in samples if s.split == split)
    if not found:
        raise ConfigError(f"no film of the split {split!r} is in {data.name}")
    return found


def _blanked(path: Path, samples: Sequence[Sample], lungs: LungModel) -> Predictions:
    """Return the predictions of some films, as many as the probe takes, without their lungs."""
    return predict_bundle(path, drawn(samples, FILMS), control=controls(lungs)[BLANKED])[1]
