"""The reference projects' own configurations on our films, beside the figures they published.

The scale says how much of the full work is done: pixels, films and epochs are each multiplied by
its cube root, so that the whole is ``scale`` times the full run.
"""

import json
import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from training.config import ConfigError, Experiment, load
from training.networks import build_for
from training.scoring import Scored, score, summary
from training.selection import select
from training.study import run
from training.writing import write_json

log = logging.getLogger(__name__)

EXPERIMENTS = Path(__file__).parent / "experiments" / "reference"
_SIDE_STEP, _LEAST_SIDE, _LEAST_FILMS = 16, 64, 200


@dataclass(frozen=True, slots=True)
class Reference:
    """A configuration and the figures that its project published, as shares of 1.

    Measures are ``accuracy``, ``macro_auc``, or for a class ``sensitivity:CLASS`` (the likeliest
    class is called) and ``sensitivity:CLASS@SPECIFICITY``.
    """

    title: str
    published: Mapping[str, float] = field(default_factory=dict)


REFERENCES: Mapping[str, Reference] = {
    "small_cnn": Reference("CNN of two convolutions, 256 px grey", {"accuracy": 0.923}),
    "resnet50_clahe": Reference(
        "ResNet50, CLAHE, weighted loss",
        {"accuracy": 0.687, "macro_auc": 0.921, "sensitivity:covid19@0.837": 0.670},
    ),
    "deep_cnn": Reference("Plain deep CNN (compared)"),
    "resnet50": Reference("ResNet50 (compared)"),
    "efficientnet_b0": Reference("EfficientNetB0 (compared)"),
    "mobilenetv2_under": Reference("MobileNetV2 512 px, several sources, PA, under-sampling"),
    "mobilenetv2_over": Reference("MobileNetV2 512 px, several sources, PA, over-sampling"),
    "mobilenetv2_weights": Reference("MobileNetV2 512 px, several sources, PA, class weights"),
    "resnet50_frozen": Reference(
        "ResNet50 frozen, then fine-tuned, on children's films",
        {"accuracy": 0.92, "sensitivity:pneumonia": 0.95, "macro_auc": 0.96},
    ),
}
_ALWAYS = ("accuracy", "balanced_accuracy", "macro_auc")


def chosen(names: Sequence[str] = ()) -> dict[str, Experiment]:
    """Return the configurations by name; all of them without ``names``.

    Raises
    ------
    ConfigError
        Where a name is unknown.
    """
    if unknown := set(names) - set(REFERENCES):
        raise ConfigError(f"{sorted(unknown)[0]!r} is unknown: choose of {', '.join(REFERENCES)}")
    return {name: load(EXPERIMENTS / f"{name}.toml") for name in names or REFERENCES}


def on_films(experiment: Experiment, manifest: Path) -> Experiment:
    """Return the experiment on another manifest's films."""
    return replace(experiment, data=replace(experiment.data, manifest=str(manifest)))


def scaled(experiment: Experiment, scale: float) -> Experiment:
    """Return the experiment with ``scale`` times the work; at 1 it is untouched.

    Pixels, films and epochs are each multiplied by the cube root of ``scale``. The side is a
    multiple of 16 and at least 64 pixels; no split has fewer than 200 films for it.

    Raises
    ------
    ConfigError
        Where the scale is not in (0, 1], or no film is there.
    """
    if not 0 < scale <= 1:
        raise ConfigError("the scale is above 0 and at most 1 (full)")
    if scale == 1:
        return experiment
    part, fitting = scale ** (1 / 3), experiment.fitting
    full = experiment.preprocessing.size
    side = max(_LEAST_SIDE, round(full * math.sqrt(part) / _SIDE_STEP) * _SIDE_STEP)
    films = max(_LEAST_FILMS, round(len(select(experiment, "train")) * part))
    return replace(
        experiment,
        preprocessing=replace(experiment.preprocessing, size=min(side, full)),
        data=replace(experiment.data, films_at_most=films, cache_size=min(side, full)),
        fitting=replace(
            fitting,
            epochs=_fewer(fitting.epochs, part),
            frozen_epochs=_fewer(fitting.frozen_epochs, part),
            films_per_epoch=_fewer(fitting.films_per_epoch, part),
        ),
    )


def _fewer(count: int, part: float) -> int:
    return max(1, round(count * part)) if count else 0


def reference(
    experiments: Mapping[str, Experiment],
    out: Path,
    *,
    scale: float = 1.0,
    splits: Sequence[str] = ("val",),
    pretrained: str | None = None,
) -> dict[str, dict[str, Any]]:
    """Train each configuration into ``out``/name and measure it on the splits; both are kept.

    Parameters
    ----------
    experiments : mapping
        As `chosen` gives them.
    pretrained : str, optional
        In place of the experiments' own. Where theirs cannot be had the run starts at random,
        and its row says so.

    Returns
    -------
    dict
        By name; also in ``out``/reference.json, where earlier rows stay.
    """
    out.mkdir(parents=True, exist_ok=True)
    file = out / "reference.json"
    rows: dict[str, dict[str, Any]] = json.loads(file.read_text()) if file.exists() else {}
    for number, (name, full) in enumerate(experiments.items(), start=1):
        log.info("%s, %d of %d", name, number, len(experiments))
        experiment = scaled(full, scale)
        if pretrained is not None:
            experiment = replace(experiment, pretrained=pretrained)
        experiment = startable(experiment, out / name)
        weights = run(experiment, out / name)
        (out / name / "checkpoint.pt").unlink(missing_ok=True)
        row = {"scale": scale, **_said(experiment), "published": dict(REFERENCES[name].published)}
        before = rows.get(name, {})
        same = {key: before.get(key) for key in row} == row
        measured = before["measured"] if same else {}
        for split in splits:
            if split not in measured:
                measured[split] = _measured(score(experiment, weights, split), name)
        rows[name] = {**row, "measured": measured}
        write_json(file, rows)
    return {name: rows[name] for name in REFERENCES if name in rows}


def startable(experiment: Experiment, folder: Path) -> Experiment:
    """Return the experiment, starting at random where its weights cannot be had.

    There is nothing to keep then, and the whole network learns at the head's rate. A run that is
    there decides: it goes on as it began.
    """
    fitting = experiment.fitting
    at_random = replace(experiment, pretrained="", fitting=replace(fitting, rate=fitting.head_rate))
    said = folder / "experiment.toml"
    if said.exists() and load(said) == at_random:
        return at_random
    if not experiment.pretrained:
        return at_random
    if said.exists():
        return experiment
    try:
        build_for(experiment, pretrained=experiment.pretrained)
    except ConfigError as error:
        log.warning("%s starts at random: %s", experiment.name, error)
        return at_random
    return experiment


def _said(experiment: Experiment) -> dict[str, Any]:
    """Return what a row says of its run."""
    return {
        "experiment": experiment.sha256,
        "network": experiment.network,
        "classes": list(experiment.leaves),
        "start": experiment.pretrained or "random",
        "side": experiment.preprocessing.size,
        "epochs": experiment.fitting.epochs,
        "train_films": len(select(experiment, "train")),
    }


def _measured(scored: Scored, name: str) -> dict[str, Any]:
    """Return `training.scoring.summary` and, by measure, the values that stand in the table."""
    numbers = summary(scored)
    values: dict[str, float | None] = {}
    for measure in dict.fromkeys((*_ALWAYS, *REFERENCES[name].published)):
        kind, _, of = measure.partition(":")
        leaf, _, specificity = of.partition("@")
        if not of:
            value = numbers[kind].get("value")
        elif specificity:
            value = scored.sensitivity_at(leaf, float(specificity))
        else:
            value = numbers[kind].get(leaf)
        values[measure] = value if value is None or math.isnan(value) else round(value, 4)
    return {"values": values, **numbers}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; the values are shares of 1, None where there is none."""

    name: str
    title: str
    measure: str
    published: float | None
    ours: Mapping[str, float | None]
    trained: str


def lines(rows: Mapping[str, Mapping[str, Any]]) -> list[Line]:
    """Return the table, one line a measure."""
    found = []
    for name, row in rows.items():
        start = "random start" if row["start"] == "random" else f"start: {row['start']}"
        trained = (
            f"scale {row['scale']:g}: {row['train_films']} films, {row['side']} px, "
            f"{row['epochs']} epochs, {start}"
        )
        values = {split: of["values"] for split, of in row["measured"].items()}
        for measure in next(iter(values.values()), {}):
            ours = {split: of.get(measure) for split, of in values.items()}
            published = row["published"].get(measure)
            title = REFERENCES[name].title
            found.append(Line(name, title, _words(measure), published, ours, trained))
    return found


def _words(measure: str) -> str:
    kind, _, of = measure.partition(":")
    leaf, _, specificity = of.partition("@")
    words = f"{leaf} {kind}".strip().replace("_", " ")
    return f"{words} at specificity {float(specificity):.1%}" if specificity else words


def markdown(table: Sequence[Line]) -> str:
    """Return the table in Markdown."""
    splits = list(dict.fromkeys(split for line in table for split in line.ours))
    head = ["configuration", "measure", "published", *(f"here, {s}" for s in splits), "trained"]
    rows = [head, ["---"] * len(head), *(cells(line, splits) for line in table)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def cells(line: Line, splits: Sequence[str]) -> list[str]:
    """Return a line as text."""
    values = [line.published, *(line.ours.get(split) for split in splits)]
    shown = ["-" if v is None else f"{v:.3f}" for v in values]
    return [f"{line.name}: {line.title}", line.measure, *shown, line.trained]
