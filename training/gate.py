"""The gate head: what is no upright frontal chest film, learned on the classifier's embedding."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict

from engine.errors import UnreadableImage
from engine.images.reading import read_radiograph
from engine.models.card import Gate
from engine.models.correcting import OFFERS, corrected
from engine.models.lungs import prepare_with_lungs
from engine.models.preprocessing import Preprocessing
from training.datasets.manifest import read_manifest
from training.datasets.sample import Sample
from training.explain import GateHead
from training.logbook import embed_and_predict
from training.networks import Network
from training.writing import progress

Films = NDArray[np.float32]
Embeddings = NDArray[np.float64]

REASONS = {
    "lateral": "this looks like a lateral view; the model knows frontal films only.",
    "not_chest": "this does not look like a chest film.",
    "inverted": "the greys look inverted; check the polarity.",
    "rotated": "the film looks turned or upside down; turn it upright.",
}
_DIRECTIONS = 64
_WRONG_REFUSALS = 0.004
# The distance of a good film from a new hospital must not refuse it: that is what it is for at home
# times this, and only what lies far beyond is no chest film.
_DISTANCE_MARGIN = 1.25


@dataclass(frozen=True, slots=True, eq=False)
class FittedGate:
    """The head, its thresholds, and what they do: measured on val and by cross-validation.

    ``home`` (N, D) are the embeddings of the training films that it was fitted on.
    """

    head: GateHead
    gate: Gate
    metrics: dict[str, float]
    home: Embeddings


def fit_gate(
    network: Network,
    frontal: Films,
    val: Films,
    strangers: Sequence[tuple[str, Sequence[Films]]],
) -> FittedGate:
    """Fit on training films and strangers by class: see `altered` and `strangers`.

    ``frontal`` (N, C, S, S) sets the home of the distance, ``val`` the thresholds. Strangers of a
    kind that has no film make no class.
    """
    home = embed(network, frontal)
    mean, whiten = _whitening(home)
    parts = [("frontal", list(frontal[:, None]))]
    parts += [(name, list(films)) for name, films in strangers if films]
    classes = ("frontal", *(name for name in REASONS if name in dict(parts)))
    others = [embed(network, np.concatenate(films)) for _, films in parts[1:]]
    data = (np.concatenate([home, *others]) - mean) @ whiten
    counts = [len(film) for _, films in parts for film in films]
    kinds = [classes.index(name) for name, films in parts for _ in films]
    labels = np.repeat(kinds, counts)
    line = LogisticRegression(C=0.05, class_weight="balanced", max_iter=2000)
    # Copies of one stranger never stand on both sides of a fold.
    crossed = cross_val_predict(
        line,
        data,
        labels,
        groups=np.repeat(np.arange(len(counts)), counts),
        cv=StratifiedGroupKFold(5, shuffle=True, random_state=7),
        method="predict_proba",
    )[:, 0]
    line.fit(data, labels)
    white = (embed(network, val) - mean) @ whiten
    accepted = line.predict_proba(white)[:, 0]
    distance = np.sqrt((white**2).mean(1))
    least, most = thresholds(accepted, distance)
    gate = Gate(classes, {name: REASONS[name] for name in classes[1:]}, least, most)
    refused = (accepted < gate.least_accepted) | (distance > gate.most_distance)
    metrics = {"wrong_refusals_val": float(refused.mean())}
    for index, name in enumerate(classes[1:], start=1):
        chosen = (labels == 0) | (labels == index)
        metrics[f"auroc_{name}_cross_validated"] = float(
            roc_auc_score(labels[chosen] == 0, crossed[chosen])
        )
    as_tensor = [
        torch.from_numpy(v.astype(np.float32)) for v in (mean, whiten, line.coef_, line.intercept_)
    ]
    return FittedGate(GateHead(*as_tensor), gate, metrics, home)


def thresholds(accepted: NDArray[np.float64], distance: NDArray[np.float64]) -> tuple[float, float]:
    """Return least accepted probability and largest distance of films that are not refused.

    Both (N,) of val: so that few good films are refused, and hardly one for its distance.
    """
    least = float(np.quantile(accepted, _WRONG_REFUSALS))
    return least, float(np.quantile(distance, 0.999) * _DISTANCE_MARGIN)


def altered(
    samples: Sequence[Sample], preprocessing: Preprocessing
) -> list[tuple[str, list[Films]]]:
    """Return good films inverted, and turned, as the engine would prepare them; see `strangers`.

    Where the lungs are not found in one any more, the engine refuses it without a gate.
    """
    found: dict[str, list[Films]] = {"inverted": [], "rotated": []}
    for index, sample in enumerate(progress(samples, "Turning and inverting films")):
        try:
            film = read_radiograph(sample.path)
        except UnreadableImage:
            continue
        for kind, offers in OFFERS.items():
            correction = offers[index % len(offers)]
            prepared = prepare_with_lungs(corrected(film, correction), preprocessing)
            if not prepared.lungless:
                found[kind].append(prepared.tensor)
    return list(found.items())


def strangers(
    manifest: Path | None, preprocessing: Preprocessing, *, seed: int
) -> list[tuple[str, list[Films]]]:
    """Return what is no frontal chest film by class: real strangers, and noise and shapes.

    Each is one (n, C, S, S): the film with its n - 1 altered copies. Without a manifest there are
    noise and shapes alone.
    """
    kinds = {"lateral": "lateral", "ct": "not_chest", "not_cxr": "not_chest"}
    found: dict[str, list[Films]] = {"lateral": [], "not_chest": []}
    for sample in read_manifest(manifest, in_task_only=False) if manifest else ():
        if sample.finding in kinds:
            try:
                film = prepare_with_lungs(read_radiograph(sample.path), preprocessing)
            except UnreadableImage:
                continue
            if not film.lungless:
                found[kinds[sample.finding]].append(_near(film.tensor))
    found["not_chest"] += _made(preprocessing, np.random.default_rng(seed))
    return list(found.items())


def embed(network: Network, films: Films) -> Embeddings:
    """Return embeddings (N, D)."""
    return embed_and_predict(network, films)[0].astype(np.float64)


def _whitening(home: Embeddings) -> tuple[Embeddings, Embeddings]:
    mean = home.mean(0)
    _, sizes, directions = np.linalg.svd(home - mean, full_matrices=False)
    kept = min(_DIRECTIONS, int((sizes > 1e-2 * sizes[0]).sum()))
    scale = sizes[:kept] / np.sqrt(len(home) - 1)
    return mean, directions[:kept].T / scale


def _near(film: Films) -> Films:
    """Return a film with its mirror image and four shifts, (6, C, S, S): strangers are few."""
    size = film.shape[2]
    out = [film, film[..., ::-1]]
    for top, left in ((0, 0), (0, 1), (1, 0), (1, 1)):
        cut = int(size * 0.08)
        part = np.roll(film, (cut * (1 - 2 * top), cut * (1 - 2 * left)), (2, 3))
        out.append(part)
    return np.concatenate(out)


def _made(preprocessing: Preprocessing, rng: np.random.Generator) -> list[Films]:
    """Return noise, ramps and rectangles as films."""
    size, films = preprocessing.size, []
    rows, columns = np.mgrid[0:size, 0:size] / size
    for _ in range(40):
        ramp = rows * rng.normal() + columns * rng.normal()
        box = np.zeros((size, size))
        top, left = rng.integers(0, size // 2, 2)
        box[top : top + size // 3, left : left + size // 3] = 1
        plane = ramp * rng.random() + box * rng.random() + rng.normal(0, rng.random(), (size, size))
        plane = (plane - plane.mean()) / plane.std()
        films.append(np.repeat(plane[None, None], preprocessing.channels, 1).astype(np.float32))
    return films
