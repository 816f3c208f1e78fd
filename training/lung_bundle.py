"""The lung model's file: exported, checked, measured on films kept from training, sealed."""

import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.images.reading import read_radiograph
from engine.models.bundle import graph_sha256, seal
from engine.models.lungs import OUTPUTS, LungCard, LungModel, on_film, plausible
from engine.models.preprocessing import prepare
from training.config import ConfigError
from training.evaluation.intervals import intervals
from training.export import to_onnx
from training.lungs import Drawn, LungExperiment, LungNet, drawn_films, fit_lungs, read_mask
from training.verifying import verify_parity
from training.writing import progress, write_bytes

_PARITY_FILMS = 16


class _Probability(nn.Module):
    def __init__(self, network: LungNet) -> None:
        super().__init__()
        self.network = network

    def forward(self, films: Tensor) -> tuple[Tensor]:
        return (self.network(films).sigmoid(),)


def make_lungs(experiment: LungExperiment, out: Path, *, fold: int = 0) -> LungCard:
    """Train, or go on, without ``fold``; write ``out``/lungs.onnx with its figures in its card.

    Raises
    ------
    ConfigError
        As for `training.lungs.fit_lungs`, and where the graph does not give what the network gives.
    """
    network = fit_lungs(experiment, out, fold=fold)
    kept = [film for film in drawn_films(experiment) if film.fold == fold]
    if not kept:
        raise ConfigError("masks: too few patients for five folds")
    recipe = experiment.preprocessing
    some = [read_radiograph(film.film) for film in kept[:: -(-len(kept) // _PARITY_FILMS)]]
    batch = np.concatenate([prepare(film, recipe).tensor for film in some])
    module = _Probability(network)
    graph = to_onnx(module, np.repeat(batch[:1], 2, axis=0), outputs=OUTPUTS)
    card = LungCard(
        id=experiment.name,
        version=experiment.version,
        title=f"Lungs, U-Net on EfficientNet-lite0, {experiment.size} px",
        preprocessing=recipe,
        graph_sha256=graph_sha256(graph),
        metrics={"parity": verify_parity(module, graph, batch, outputs=OUTPUTS)},
        provenance=_provenance(experiment, fold),
    )
    path = out / f"fold{fold}.onnx"
    write_bytes(path, seal(graph, card))
    figures = summary(kept, measure(LungModel.load(path), kept))
    card = replace(card, metrics=card.metrics | figures)
    write_bytes(out / "lungs.onnx" if fold == 0 else path, seal(graph, card))
    return card


def cross_validate_lungs(experiment: LungExperiment, out: Path, *, folds: int) -> dict[str, Any]:
    """Train once without each of ``folds`` fifths and return the figures over all that was left."""
    kept: list[Drawn] = []
    dice: list[NDArray[np.float64]] = []
    for fold in range(folds):
        make_lungs(experiment, out, fold=fold)
        left = [film for film in drawn_films(experiment) if film.fold == fold]
        dice.append(measure(LungModel.load(out / f"fold{fold}.onnx"), left))
        kept += left
    return summary(kept, np.concatenate(dice))


def measure(model: LungModel, films: Sequence[Drawn]) -> NDArray[np.float64]:
    """Return each film's Dice, plausibility (0 or 1) and milliseconds in the engine, (N, 3)."""
    rows = []
    for film in progress(films, "Measuring lungs"):
        radiograph, drawn = read_radiograph(film.film), read_mask(film.mask)
        start = time.perf_counter()
        probability = model.probability(radiograph)
        took = (time.perf_counter() - start) * 1000
        found = on_film(probability, (drawn.shape[0], drawn.shape[1]))
        rows.append((dice_of(found, drawn), float(plausible(probability)), took))
    return np.array(rows)


def dice_of(found: NDArray[np.bool_], drawn: NDArray[np.uint8]) -> float:
    """Return 2 |A and B| / (|A| + |B|) of a mask (rows, columns) against 255, leaving 127 out."""
    counted = drawn != 127
    lung = (drawn == 255)[counted]
    whole = int(lung.sum()) + int(found[counted].sum())
    return 2 * int((found[counted] & lung).sum()) / whole if whole else 1.0


def summary(films: Sequence[Drawn], measured: NDArray[np.float64]) -> dict[str, Any]:
    """Return Dice with its interval by patient, children and adults apart, and the median time."""
    figures: dict[str, Any] = {"milliseconds_a_film": round(float(np.median(measured[:, 2])), 1)}
    for name, adults in (("children", False), ("adults", True)):
        chosen = np.array([film.adult is adults for film in films])
        if not chosen.any():
            continue
        dice = measured[chosen, 0]
        patients = np.array([film.patient for film in films])[chosen]

        def mean(weights: NDArray[np.float64], of: NDArray[np.float64] = dice) -> dict[str, Any]:
            return {"dice": weights @ of / weights.sum(1)}

        figures[name] = {
            "films": len(dice),
            **intervals(mean, patients),
            "dice_p5": round(float(np.percentile(dice, 5)), 4),
            "plausible": round(float(measured[chosen, 1].mean()), 4),
        }
    return figures


def _provenance(experiment: LungExperiment, fold: int) -> dict[str, Any]:
    settings = asdict(experiment)
    del settings["masks"]
    name = experiment.name
    return {
        "command": f"hilum-train lungs training/experiments/{name}.toml --out runs/{name}",
        "experiment": settings,
        "kept_from_training": f"the patients of fold {fold} of 5",
        "initial_weights": f"{experiment.pretrained or 'none'}, ImageNet, Apache-2.0",
        "masks": "V7 Labs, COVID-19 X-ray dataset, CC BY 4.0, on films of Kermany and Cohen",
        "libraries": {"torch": torch.__version__},
    }
