"""What a report is made of: bundles, evaluations' folders and runs' folders, read and checked."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from engine.models.bundle import read_bundle
from engine.models.card import NORMAL, ModelCard
from training.config import ConfigError, load

Values = Mapping[str, Any]
METRICS, GALLERIES, LOG, SETTINGS, PAIRED, PREDICTIONS = (
    "metrics.json",
    "galleries.json",
    "log.csv",
    "experiment.toml",
    "paired.json",
    "predictions.csv",
)


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A model's card, its measurements by split, and the run that it came from, as far as given.

    ``evaluations`` are objects of ``metrics.json``; ``folders`` say where those that were read from
    a folder lie. ``bars`` are rows of `training.evaluation.bars` by split.
    """

    card: ModelCard | None = None
    bundle: str = ""
    evaluations: Mapping[str, Values] = field(default_factory=dict)
    folders: Mapping[str, Path] = field(default_factory=dict)
    log: tuple[Mapping[str, float], ...] = ()
    settings: Values = field(default_factory=dict)
    bars: Mapping[str, Sequence[Values]] = field(default_factory=dict)

    @property
    def split(self) -> str:
        """Return the split that is shown in full: test before val before any other."""
        order = ("test", "val", *self.evaluations)
        return next((s for s in order if s in self.evaluations), "")

    @property
    def main(self) -> Values:
        """Return the measurement that is shown in full, empty where there is none."""
        return self.evaluations.get(self.split, {})

    @property
    def leaves(self) -> tuple[str, ...]:
        """Return the model's classes."""
        if self.card:
            return self.card.leaves
        return tuple(self.main.get("leaves") or self.main.get("films_by_leaf", ()))

    @property
    def provenance(self) -> Values:
        """Return what the card says of the model's making."""
        return self.card.provenance if self.card else {}

    @property
    def films(self) -> Mapping[str, int]:
        """Return the number of films of training by "source finding split"."""
        return dict(self.provenance.get("films", {}))

    @property
    def normal(self) -> str:
        """Return the class of the normal films: by its name, else the first."""
        return NORMAL if NORMAL in self.leaves or not self.leaves else self.leaves[0]

    def normals_of(self, source: str) -> int | None:
        """Return how many normal films of a source were measured; None where that is not known."""
        group = self.main.get("by", {}).get("source", {}).get(source, {})
        films = group.get("findings", {}).get(self.normal, {}).get("films")
        return None if films is None else int(films)

    @property
    def model(self) -> Values:
        """Return the model's id, version and title."""
        if self.card:
            return {"id": self.card.id, "version": self.card.version, "title": self.card.title}
        return dict(self.main.get("model", {})) or {"id": self.settings.get("name", "model")}


def gather(paths: Iterable[Path], *, evaluations: Iterable[Path] = ()) -> Material:
    """Read bundles, evaluations' folders and runs' folders of one model.

    Raises
    ------
    ConfigError
        Where a path is none of these, or they speak of different models.
    """
    card, bundle = None, ""
    log: tuple[Mapping[str, float], ...] = ()
    settings: Values = {}
    measured: dict[str, Values] = {}
    folders: dict[str, Path] = {}
    for path in paths:
        if path.is_file():
            if card:
                raise ConfigError(
                    "a report tells of one bundle; for several use hilum-train compare"
                )
            card, bundle = read_bundle(path).card, path.name
            continue
        found = measurements(path)
        folders |= found
        if (path / SETTINGS).is_file():
            settings, log = settings_of(path), log_of(path)
        elif not found:
            raise ConfigError(f"{path} is neither a bundle (.onnx) nor an evaluation nor a run")
    for path in evaluations:
        folders[_split(path)] = path
    if card:
        measured |= {k: v for k, v in card.metrics.items() if "findings" in v}
    for split, folder in folders.items():
        measured[split] = read_json(folder / METRICS)
        _same_model(card, measured[split], folder)
    bars = card.metrics.get("bars", {}) if card else {}
    return Material(card, bundle, measured, folders, log, settings, bars)


def measurements(folder: Path) -> dict[str, Path]:
    """Return the evaluations in a folder and right below it, by split."""
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return {_split(p): p for p in (folder, *inside) if (p / METRICS).is_file()}


def settings_of(run: Path) -> dict[str, Any]:
    """Return a run's experiment, defaults included, without its machine's folders."""
    settings = asdict(load(run / SETTINGS))
    for private in ("manifest", "out_of_distribution", "cache"):
        del settings["data"][private]
    return settings


def log_of(run: Path) -> tuple[dict[str, float], ...]:
    """Return a run's log, a line for each epoch; empty before the first ended."""
    path = run / LOG
    if not path.is_file():
        return ()
    with path.open(newline="", encoding="utf-8") as file:
        try:
            return tuple(
                {k: float(v) for k, v in row.items() if v not in ("", None)}
                for row in csv.DictReader(file)
            )
        except (ValueError, TypeError) as error:
            raise ConfigError(f"{path} is damaged: {error}") from error


def read_json(path: Path) -> dict[str, Any]:
    """Read an object.

    Raises
    ------
    ConfigError
        Where it is missing or damaged.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{path} cannot be read: {error}. Make it with hilum-train evaluate BUNDLE --out DIR"
        ) from error
    if not isinstance(values, dict):
        raise ConfigError(f"{path} is no measurement: an object is expected")
    return values


def predictions_of(folder: Path, leaves: Iterable[str]) -> list[dict[str, str]]:
    """Return an evaluation's predictions, a row for each film; empty where columns miss."""
    path = folder / PREDICTIONS
    if not path.is_file():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wanted = {"finding", *leaves}
    return rows if rows and wanted <= set(rows[0]) else []


def _split(folder: Path) -> str:
    return str(read_json(folder / METRICS).get("split") or folder.name)


def _same_model(card: ModelCard | None, measured: Values, folder: Path) -> None:
    model = measured.get("model", {})
    if card and model and (model.get("id"), model.get("version")) != (card.id, card.version):
        raise ConfigError(
            f"{folder} measures {model.get('id')} {model.get('version')}, the bundle is {card.id} "
            f"{card.version}: give the evaluations of one model"
        )
