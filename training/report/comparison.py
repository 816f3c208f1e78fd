"""Runs side by side: what differs in their configuration, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup

from training.config import ConfigError
from training.logbook import best_epoch
from training.report import figures
from training.report.drawing import side_by_side
from training.report.material import (
    METRICS,
    PAIRED,
    SETTINGS,
    log_of,
    measurements,
    read_json,
    settings_of,
)
from training.report.page import Section, box, paragraph, render_page, table
from training.report.paired import film_by_film
from training.report.words import NOT_MEASURED, flat, inline, name, sentence, setting

Values = Mapping[str, Any]
_OVERALL = ("macro_auc", "accuracy", "balanced_accuracy", "macro_f1")
_OF_FINDING = (
    ("auc", "AUC", False),
    ("sensitivity", "sensitivity, %", True),
    ("specificity", "specificity, %", True),
)
_NORMALS = "normals_called_normal_by_source"


@dataclass(frozen=True, slots=True)
class Compared:
    """A run, or an evaluation alone: what is known of it."""

    title: str
    settings: Values = field(default_factory=dict)
    log: Sequence[Mapping[str, float]] = ()
    evaluations: Mapping[str, Values] = field(default_factory=dict)
    paired: Mapping[str, Values] = field(default_factory=dict)

    @property
    def best(self) -> Mapping[str, float]:
        """Return the log's line of the epoch whose weights were kept, empty without a log."""
        if not self.log:
            return {}
        metric = self.settings.get("fitting", {}).get("metric", "balanced_accuracy")
        key = "val_loss" if metric == "loss" else metric
        if not all(key in row for row in self.log):
            return self.log[-1]
        return self.log[best_epoch([dict(row) for row in self.log], metric)]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words, the first cell naming the row; a column for each run."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def compared(folder: Path) -> Compared:
    """Read a run's or an evaluation's folder.

    Raises
    ------
    ConfigError
        Where it is neither.
    """
    found = measurements(folder)
    run = (folder / SETTINGS).is_file()
    if not (run or found):
        raise ConfigError(
            f"{folder} is neither a run (with {SETTINGS}) nor an evaluation (with {METRICS})"
        )
    return Compared(
        title=folder.name,
        settings=settings_of(folder) if run else {},
        log=log_of(folder),
        evaluations={split: read_json(where / METRICS) for split, where in found.items()},
        paired={
            split: read_json(where / PAIRED)
            for split, where in found.items()
            if (where / PAIRED).is_file()
        },
    )


def side_by_side_of(folders: Sequence[Path]) -> tuple[Compared, ...]:
    """Read several folders, named by their last parts, or by whole paths where these are alike."""
    runs = [compared(folder) for folder in folders]
    if len({run.title for run in runs}) == len(runs):
        return tuple(runs)
    return tuple(
        Compared(str(folder), run.settings, run.log, run.evaluations, run.paired)
        for folder, run in zip(folders, runs, strict=True)
    )


def tables(runs: Sequence[Compared]) -> list[Table]:
    """Return the comparison as tables of words: configuration, best epoch, every split."""
    out = [Table("Configuration, where it differs", _differing(runs))]
    columns = list(dict.fromkeys(key for run in runs for key in run.best))
    best = [(name(c), *(_logged(c, run.best.get(c)) for run in runs)) for c in columns]
    out.append(Table("Best epoch, on the val films", tuple(best)))
    for split in dict.fromkeys(split for run in runs for split in run.evaluations):
        measured = [run.evaluations.get(split, {}) for run in runs]
        out.append(Table(f"Measured: {split} films", tuple(_measured(measured))))
    return [one for one in out if one.rows]


def _logged(column: str, value: float | None) -> str:
    if value is None:
        return NOT_MEASURED
    return f"{value:.0f}" if column == "epoch" else f"{value:.4f}"


def _differing(runs: Sequence[Compared]) -> tuple[tuple[str, ...], ...]:
    settings = [flat(run.settings) for run in runs]
    keys = dict.fromkeys(key for one in settings for key in one)
    rows = [
        (key, *(setting(one[key]) if key in one else NOT_MEASURED for one in settings))
        for key in keys
    ]
    return tuple(row for row in rows if len(set(row[1:])) > 1)


def _measured(measured: Sequence[Values]) -> list[tuple[str, ...]]:
    """Return the rows of a split; a row that nobody has is left out."""
    findings = dict.fromkeys(f for one in measured for f in one.get("findings", {}))
    sources = dict.fromkeys(s for one in measured for s in one.get(_NORMALS, {}))
    wanted: list[tuple[str, tuple[str, ...], bool]] = [
        *((name(key), (key,), False) for key in _OVERALL),
        *(
            (f"{name(finding)}: {title}", ("findings", finding, key), percent)
            for finding in findings
            for key, title, percent in _OF_FINDING
        ),
        *((f"normal films of {s} called normal, %", (_NORMALS, s), True) for s in sources),
    ]
    rows = [("films", *(str(one.get("films", NOT_MEASURED)) for one in measured))]
    for title, path, percent in wanted:
        cells = [inline(_at(one, path), percent=percent) for one in measured]
        if set(cells) != {NOT_MEASURED}:
            rows.append((title, *cells))
    return rows


def _at(values: object, path: Sequence[str]) -> object:
    for key in path:
        values = values.get(key) if isinstance(values, Mapping) else None
    return values


def comparison(runs: Sequence[Compared]) -> str:
    """Return the comparison as one HTML page."""
    names = [run.title for run in runs]
    note = paragraph(
        "In brackets: 95 % intervals. They may overlap although one model is better on the same "
        "films: hilum-train evaluate BUNDLE --against BUNDLE compares two film by film."
    )
    sections = []
    for one in tables(runs):
        above = note if one.title.startswith("Measured") else Markup()
        sections.append(Section(one.title, above + table(("", *names), one.rows)))
    if logs := {run.title: run.log for run in runs if run.log}:
        sections.append(Section("Training curves", side_by_side([figures.training_curves(logs)])))
    tested = [(run.title, split, of) for run in runs for split, of in run.paired.items()]
    if tested:
        body = Markup().join(
            Markup("<h3>{}, {} films</h3>{}").format(title, split, film_by_film(of))
            for title, split, of in tested
        )
        sections.append(Section("Film by film", body))
    if not sections:
        sections.append(
            Section("Nothing differs", box("The runs have neither a log nor a measurement."))
        )
    return render_page(sentence(" and ".join(names)), sections, lead="Runs side by side.")
