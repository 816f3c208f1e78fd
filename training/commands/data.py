"""`hilum-train prepare`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from training import prepare as preparing
from training.commands.console import console
from training.config import ConfigError
from training.data_report import counts, reasons, write_data_report
from training.datasets.registry import READERS


def prepare(
    sets: Annotated[
        list[str],
        typer.Option(
            "--set",
            help=f"KIND=PATH, again for every set; kinds: {', '.join(READERS)} (PATH is the CSV "
            "for manifest, else the unpacked folder).",
        ),
    ],
    out: Annotated[
        Path, typer.Option(help="The folder for manifest.csv, left_out.csv and report.html.")
    ],
    *,
    val: Annotated[float, typer.Option(help="Share of each class and source in val.")] = 0.15,
    test: Annotated[float, typer.Option(help="Share of each class and source in test.")] = 0.15,
    seed: Annotated[int, typer.Option(help="Draws the splits.")] = 1,
    frontal_only: Annotated[
        bool, typer.Option("--frontal-only", help="Leave out lateral views (unknown ones stay).")
    ] = False,
) -> None:
    """Merge data sets into one manifest: copies found, no patient in two splits.

    Splits that sets publish are kept. Where they disagree about a patient or a film's copies, the
    strictest wins: test, then val, then train. A set whose val or test is missing, or smaller than
    half the share asked for, gets more from its train.

    A second run over the same films does not read them again. Train on the result with
    data.manifest = "OUT/manifest.csv" in the experiment.
    """
    samples = preparing.read_sets([_set(text) for text in sets])
    collection = preparing.prepare(
        samples, out, val=val, test=test, seed=seed, frontal_only=frontal_only
    )
    write_data_report(collection, out / "report.html")
    _show(collection)
    console.print(f"Wrote {out / 'manifest.csv'}, left_out.csv and report.html")


def _set(text: str) -> tuple[str, Path]:
    kind, given, path = text.partition("=")
    if not given or not path:
        raise ConfigError(f"--set {text} names no set: write KIND=PATH, such as kermany=FOLDER")
    return kind, Path(path)


def _show(collection: preparing.Collection) -> None:
    table = Table("class", "source", title=f"{len(collection.films)} films")
    for column in (*preparing.SPLITS, "all"):
        table.add_column(column, justify="right")
    for finding, source, *numbers in counts(film.sample for film in collection.films):
        style = "" if source else "bold"
        table.add_row(finding, source or "all", *map(str, numbers), style=style)
    results = Console()
    results.print(table)
    for why, count in reasons(collection.left_out):
        results.print(f"left out: {count} {why}")
    for warning in collection.warnings:
        console.print(f"[yellow]{warning}[/yellow]", highlight=False)
