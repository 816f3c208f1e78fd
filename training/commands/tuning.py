"""`hilum-train tune`, `imbalance` and `reference`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from optuna.trial import FrozenTrial
from rich.console import Console
from rich.table import Table

from training import reference as references
from training.commands.console import console
from training.commands.options import words
from training.config import ConfigError, load
from training.imbalance import METHODS, compare
from training.tuning import best_of, read_space
from training.tuning import tune as search

_Config = Annotated[Path, typer.Argument(help="The experiment's TOML file.")]


class Goal(StrEnum):
    """What a trial is judged by."""

    BALANCED_ACCURACY = "balanced_accuracy"
    MACRO_AUC = "macro_auc"
    LEFT_OUT = "left_out"


def tune(
    config: _Config,
    *,
    space: Annotated[Path, typer.Option(help="A TOML file of keys, each with low and high.")],
    out: Annotated[Path, typer.Option(help="The search's folder; a search there goes on.")],
    trials: Annotated[int, typer.Option(min=1, help="How many in all, earlier ones included.")],
    minutes: Annotated[float | None, typer.Option(help="Start no trial after so long.")] = None,
    objective: Annotated[Goal, typer.Option(help="The number to raise.")] = Goal.BALANCED_ACCURACY,
    sources: Annotated[str, typer.Option(help="left_out: these places, with commas.")] = "",
) -> None:
    """Search for the best values of some of an experiment's keys, on val.

    The films of `test` are never used. OUT/best.toml is the best experiment so far, for `fit`.
    """
    experiment = load(config)
    found = search(
        experiment,
        read_space(space, experiment),
        out,
        trials=trials,
        minutes=minutes,
        objective=objective.value,
        sources=words(sources),
    )
    _show_trials(found, objective)
    if best_of(found) is None:
        problems = [t.user_attrs["problem"] for t in found if "problem" in t.user_attrs]
        raise ConfigError(f"no trial came to its end: {problems[-1] if problems else 'go on'}")
    console.print(f"Wrote {out / 'best.toml'}")


def imbalance(
    config: _Config,
    *,
    out: Annotated[Path, typer.Option(help="A folder for the runs; finished ones are kept.")],
    methods: Annotated[str, typer.Option(help="With commas between.")] = ",".join(METHODS),
) -> None:
    """Train the same experiment under each remedy against imbalance, and compare on val."""
    results = compare(load(config), out, words(methods))
    leaves = list(dict.fromkeys(leaf for row in results.values() for leaf in row["sensitivity"]))
    table = Table("method", title="Imbalance: val, 95 % intervals by patient")
    for column in ("accuracy", "balanced accuracy", "macro AUC", *leaves):
        table.add_column(column.replace("_", " "), justify="right")
    for method, row in results.items():
        pooled = [_interval(row[k]) for k in ("accuracy", "balanced_accuracy", "macro_auc")]
        shares = [
            f"{row['sensitivity'][k]:.3f}" if k in row["sensitivity"] else "-" for k in leaves
        ]
        table.add_row(method, *pooled, *shares)
    Console().print(table, "The classes' columns are sensitivities of the likeliest class.")
    console.print(f"Wrote {out / 'imbalance.json'}")


def reference(
    *,
    out: Annotated[Path, typer.Option(help="A folder for the runs; finished ones are kept.")],
    scale: Annotated[str, typer.Option(help="Share of the full work, as 0.005, or full.")] = "full",
    only: Annotated[
        str, typer.Option(help=f"With commas: {', '.join(references.REFERENCES)}.")
    ] = "",
    split: Annotated[
        str, typer.Option(help="val, or val,test for final numbers (Kermany's test is its own).")
    ] = "val",
    pretrained: Annotated[
        str | None, typer.Option(help='In place of each file\'s own; "" starts at random.')
    ] = None,
    data: Annotated[Path | None, typer.Option(help="Another manifest CSV.")] = None,
) -> None:
    """Train the reference projects' configurations here, beside the figures they published.

    The scale multiplies pixels, films and epochs each by its cube root. Where ImageNet weights
    cannot be had, a run starts at random and its row says so.
    """
    try:
        share = 1.0 if scale == "full" else float(scale)
    except ValueError as error:
        raise ConfigError(f"--scale {scale!r} is neither a number nor full") from error
    experiments = references.chosen(words(only))
    if data:
        experiments = {k: references.on_films(e, data) for k, e in experiments.items()}
    rows = references.reference(
        experiments, out, scale=share, splits=words(split), pretrained=pretrained
    )
    lines = references.lines(rows)
    text = references.markdown(lines)
    (out / "reference.md").write_text(text, encoding="utf-8")
    _show_reference(lines)
    console.print(f"Wrote {out / 'reference.json'} and {out / 'reference.md'}")


def _interval(found: dict[str, float]) -> str:
    return f"{found['value']:.3f} ({found['low']:.3f}-{found['high']:.3f})" if found else "-"


def _show_trials(trials: tuple[FrozenTrial, ...], objective: Goal) -> None:
    keys = list(dict.fromkeys(key for trial in trials for key in trial.params))
    table = Table("trial", "state", objective.value.replace("_", " "), "epochs", *keys)
    best = best_of(trials)
    for trial in trials:
        values = [_cell(trial.params.get(key, "-")) for key in keys]
        state = trial.state.name.lower()
        if (before := trial.user_attrs.get("continues")) is not None:
            state += f" (goes on from {before})"
        value = "-" if trial.value is None else f"{trial.value:.4f}"
        style = "bold" if best and trial.number == best.number else None
        epochs = str(len(trial.intermediate_values))
        table.add_row(str(trial.number), state, value, epochs, *values, style=style)
    Console().print(table)


def _cell(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _show_reference(lines: list[references.Line]) -> None:
    splits = list(dict.fromkeys(split for line in lines for split in line.ours))
    table = Table(title="The reference projects' configurations on our films")
    for column in ("configuration", "measure", "published", *splits, "trained"):
        table.add_column(column)
    last = ""
    for line in lines:
        name, measure, *values, trained = references.cells(line, splits)
        if line.name != last and last:
            table.add_section()
        table.add_row("" if line.name == last else name, measure, *values, trained)
        last = line.name
    Console().print(table)
