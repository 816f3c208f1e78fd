"""A bundle's answers on many films, read, prepared and run in batches: memory is bounded."""

import csv
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadableImage
from engine.images.reading import read_radiograph
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle
from engine.models.card import ModelCard
from engine.models.gate import refuse_embedding
from engine.models.heatmap import activations
from engine.models.lungs import LungModel, prepare_with_lungs
from engine.models.preprocessing import Prepared
from engine.models.session import OnnxSession, Outputs
from engine.types import Radiograph
from training.config import ConfigError
from training.datasets.sample import Sample
from training.evaluation.findings import targets_of
from training.evaluation.heat_maps import shares_inside
from training.evaluation.intervals import Floats
from training.writing import progress

log = logging.getLogger(__name__)

BATCH = 64
EMBEDDED = 1500
View = Callable[[NDArray[np.float32]], NDArray[np.float32]]
Control = Callable[[Radiograph], Radiograph]


def _flat() -> Any:  # noqa: ANN401
    return np.empty(0)


def _table() -> Any:  # noqa: ANN401
    return np.empty((0, 0))


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """What N films got from K leaves; fields after ``refused`` may be empty where not known.

    Attributes
    ----------
    probabilities : ndarray
        Calibrated, (N, K).
    labels : ndarray
        Index of the true leaf, (N,).
    groups, sources, views, ages, files : ndarray of str
        What must not be divided, and what the numbers are also given by, (N,).
    refused : ndarray
        Whether the gate refuses the film, (N,).
    targets : ndarray
        Of multi-label films: 1, 0 or NaN (not known) by leaf, (N, K).
    logits : ndarray
        Before calibration, without test-time augmentation, (N, K).
    in_lung : ndarray
        Share of each abnormal finding's heat map inside the lungs, (N, findings); NaN where the
        film does not have the finding.
    embedding, embedded : ndarray
        Embeddings (M, D) of some films, and their rows (M,).
    """

    probabilities: Floats
    labels: NDArray[np.int64]
    groups: NDArray[np.str_]
    sources: NDArray[np.str_]
    refused: NDArray[np.bool_]
    views: NDArray[np.str_] = field(default_factory=_flat)
    ages: NDArray[np.str_] = field(default_factory=_flat)
    files: NDArray[np.str_] = field(default_factory=_flat)
    targets: Floats = field(default_factory=_table)
    logits: NDArray[np.float32] = field(default_factory=_table)
    in_lung: Floats = field(default_factory=_table)
    embedding: NDArray[np.float32] = field(default_factory=_table)
    embedded: NDArray[np.int64] = field(default_factory=_flat)

    def take(self, rows: NDArray[Any]) -> "Predictions":
        """Return the rows chosen by indices or a mask, without embeddings."""
        of_films = [f.name for f in fields(self) if not f.name.startswith("embed")]
        values = {name: getattr(self, name) for name in of_films}
        return Predictions(**{k: v[rows] if len(v) else v for k, v in values.items()})


class Runner:
    """A bundle that films are run through as the engine would."""

    def __init__(self, path: Path, views: Sequence[View] = ()) -> None:
        bundle = read_bundle(path)
        self._session, self._views = OnnxSession(path), views
        Assessor(bundle, self._session)
        self.card: ModelCard = bundle.card
        self.sha256: str = bundle.sha256

    def run(self, films: NDArray[np.float32]) -> tuple[Floats, Outputs]:
        """Return probabilities (N, K), averaged over the views, and the plain films' outputs."""
        outputs = self._session.run(films)
        probabilities = self.card.calibration.probabilities(outputs.logits)
        for view in self._views:
            other = self._session.run(np.ascontiguousarray(view(films), np.float32))
            probabilities = probabilities + self.card.calibration.probabilities(other.logits)
        return probabilities / (1 + len(self._views)), outputs

    def refused(self, films: Sequence["Film"], outputs: Outputs) -> list[bool]:
        """Return whether each film is refused, by the gate or for its lungs."""
        return [
            film.prepared.lungless or bool(refuse_embedding(self.card.gate, row, float(distance)))
            for film, row, distance in zip(films, outputs.gate, outputs.distance, strict=True)
        ]


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """A sample that could be read."""

    sample: Sample
    row: int
    radiograph: Radiograph
    prepared: Prepared


def film_batches(
    samples: Sequence[Sample],
    card: ModelCard,
    words: str = "Running films",
    *,
    control: Control | None = None,
) -> Iterator[list[Film]]:
    """Yield the films ready for the network, `BATCH` at a time; unreadable ones are named.

    ``control`` is what is done to a film before all else.

    Raises
    ------
    ConfigError
        Where no film can be read.
    """
    batch: list[Film] = []
    read = 0
    for row, sample in enumerate(progress(samples, words)):
        try:
            radiograph = read_radiograph(sample.path)
        except UnreadableImage as error:
            log.warning("%s is left out: %s", sample.path.name, error)
            continue
        read += 1
        radiograph = control(radiograph) if control else radiograph
        prepared = prepare_with_lungs(radiograph, card.preprocessing)
        batch.append(Film(sample, row, radiograph, prepared))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
    if not read:
        raise ConfigError(f"none of the {len(samples)} films can be read: is the folder complete?")


def stacked(films: Sequence[Film]) -> NDArray[np.float32]:
    """Return the films' tensors (N, C, S, S)."""
    return np.concatenate([film.prepared.tensor for film in films])


def predict_bundle(
    path: Path,
    samples: Sequence[Sample],
    *,
    views: Sequence[View] = (),
    lungs: LungModel | None = None,
    control: Control | None = None,
) -> tuple[ModelCard, Predictions]:
    """Run films through a bundle as the engine would.

    Parameters
    ----------
    samples : sequence of Sample
        Their findings are leaves of the bundle's card; see `training.evaluation.findings.of_card`.
    views : sequence of callable
        Test-time augmentation: each takes and returns films (N, C, S, S).
    lungs : LungModel, optional
        Gives the heat maps' shares inside the lungs.
    control : callable, optional
        What is done to every film (a `Radiograph`) before it is prepared.
    """
    runner = Runner(path, views)
    chosen = np.random.default_rng(3).permutation(len(samples))[:EMBEDDED]
    parts: list[Predictions] = []
    done = 0
    for films in film_batches(samples, runner.card, control=control):
        probabilities, outputs = runner.run(stacked(films))
        # Only some embeddings are kept, or they would outgrow all else.
        kept = np.isin([film.row for film in films], chosen)
        parts.append(
            replace(
                _described(runner.card, films),
                probabilities=probabilities,
                refused=np.array(runner.refused(films, outputs)),
                logits=outputs.logits,
                in_lung=_in_lung(runner.card, films, probabilities, outputs, lungs),
                embedding=outputs.embedding[kept],
                embedded=done + np.flatnonzero(kept),
            )
        )
        done += len(films)
    whole = Predictions(
        **{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Predictions)}
    )
    return runner.card, whole


def _described(card: ModelCard, films: Sequence[Film]) -> Predictions:
    samples = [film.sample for film in films]
    return Predictions(
        probabilities=np.empty((0, 0)),
        labels=np.array([card.leaves.index(s.finding) for s in samples]),
        groups=np.array([s.group for s in samples]),
        sources=np.array([s.source for s in samples]),
        refused=np.zeros(0, bool),
        views=np.array([s.view for s in samples]),
        ages=np.array([s.age_group for s in samples]),
        files=np.array([str(s.path) for s in samples]),
        targets=targets_of(card, samples),
    )


def _in_lung(
    card: ModelCard,
    films: Sequence[Film],
    probabilities: Floats,
    outputs: Outputs,
    lungs: LungModel | None,
) -> Floats:
    if lungs is None:
        return np.empty((0, 0))
    return np.array(
        [
            shares_inside(
                card,
                activations(card, film.prepared, p, maps),
                partial(lungs.mask, film.radiograph),
                film.sample.finding,
            )
            for film, p, maps in zip(films, probabilities, outputs.maps, strict=True)
        ]
    )


def write_predictions(path: Path, card: ModelCard, found: Predictions) -> None:
    """Write one line a film, by the film's file name, for a closer look."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "source", "finding", "refused", *card.leaves])
        rows = zip(
            found.files,
            found.sources,
            found.labels,
            found.refused,
            found.probabilities,
            strict=True,
        )
        for name, source, label, refused, probabilities in rows:
            scores = [f"{p:.6f}" for p in probabilities]
            writer.writerow([Path(name).name, source, card.leaves[label], int(refused), *scores])
