"""Films to look at: the surest mistakes, and heat maps of films that were found right.

Galleries hold films: they are made on request, into a folder that git is told to ignore. A file's
name is the first part of the film's own hash.
"""

import hashlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.exchange.pictures import overlay, png
from engine.images.reading import read_radiograph
from engine.images.windowing import render
from engine.models.card import ModelCard
from engine.models.heatmap import activations
from engine.models.lungs import prepare_with_lungs
from training.evaluation.findings import likeliest, truths
from training.evaluation.heat_maps import abnormal_findings
from training.evaluation.predictions import Predictions, Runner
from training.writing import progress, write_json

_MISTAKES, _MAPS, _SIDE = 24, 4, 512


def write_galleries(out: Path, bundle: Path, found: Predictions) -> dict[str, Any]:
    """Write ``galleries/*.png`` and ``galleries.json`` into ``out``; return the latter's words."""
    folder = out / "galleries"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    runner = Runner(bundle)
    wrong = progress(mistakes(found), "Drawing mistakes")
    listed: dict[str, Any] = {
        "misclassified": [_mistake(folder, runner.card, found, row) for row in wrong]
    }
    abnormal = progress(abnormal_findings(runner.card), "Drawing heat maps")
    listed["heat_maps"] = [x for f in abnormal for x in _maps(folder, runner, found, f)]
    write_json(out / "galleries.json", listed)
    return listed


def mistakes(found: Predictions, *, most: int = _MISTAKES) -> list[int]:
    """Return the films whose likeliest leaf is wrong, the surest first; none of multi-label."""
    if found.targets.size:
        return []
    best = found.probabilities.argmax(1)
    wrong = np.flatnonzero(best != found.labels)
    sure = found.probabilities[wrong, best[wrong]]
    return [int(i) for i in wrong[np.argsort(-sure, kind="stable")][:most]]


def hits(card: ModelCard, found: Predictions, finding: str, *, most: int = _MAPS) -> list[int]:
    """Return films that have a finding and were found right, the surest first."""
    score = card.by_finding(found.probabilities)[finding]
    there = truths(card, found.labels, found.targets)[finding] == 1
    called = score >= 0.5 if found.targets.size else likeliest(card, found.probabilities)[finding]
    rows = np.flatnonzero(there & called)
    return [int(i) for i in rows[np.argsort(-score[rows], kind="stable")][:most]]


def _mistake(folder: Path, card: ModelCard, found: Predictions, row: int) -> dict[str, Any]:
    rendering = render(read_radiograph(Path(found.files[row])))
    best = int(found.probabilities[row].argmax())
    return _written(folder, "mistake", _smaller(rendering), card, found, row) | {
        "predicted": card.leaves[best],
        "probability": round(float(found.probabilities[row, best]), 4),
    }


def _maps(folder: Path, runner: Runner, found: Predictions, finding: str) -> list[dict[str, Any]]:
    card, listed = runner.card, []
    score = card.by_finding(found.probabilities)[finding]
    for row in hits(card, found, finding):
        radiograph = read_radiograph(Path(found.files[row]))
        prepared = prepare_with_lungs(radiograph, card.preprocessing)
        _, outputs = runner.run(prepared.tensor)
        maps = activations(card, prepared, found.probabilities[row], outputs.maps[0])
        picture = overlay(_smaller(render(radiograph)), card, maps, finding)
        listed.append(
            _written(folder, finding, picture, card, found, row)
            | {
                "predicted": card.leaves[int(found.probabilities[row].argmax())],
                "probability": round(float(score[row]), 4),
                "finding": finding,
            }
        )
    return listed


def _written(
    folder: Path,
    kind: str,
    picture: NDArray[np.uint8],
    card: ModelCard,
    found: Predictions,
    row: int,
) -> dict[str, Any]:
    name = hashlib.sha256(Path(found.files[row]).read_bytes()).hexdigest()[:16]
    file = folder / f"{kind}-{name}.png"
    file.write_bytes(png(picture))
    return {
        "file": f"galleries/{file.name}",
        "true": card.leaves[found.labels[row]],
        "source": str(found.sources[row]),
    }


def _smaller(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = min(1.0, _SIDE / max(picture.shape[:2]))
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
