"""`hilum-train report` and `compare`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from engine.models.bundle import read_bundle
from engine.models.catalog import find
from engine.models.lungs import packaged_lungs
from training.commands.console import console
from training.commands.measuring import write_into_card
from training.commands.options import MANIFEST, KindOption, words
from training.config import ConfigError
from training.evaluation.bar_table import bar_rows, left_out_rows
from training.report.bars import HEADER, TITLE, row_cells
from training.report.comparison import comparison, side_by_side_of, tables
from training.report.material import gather
from training.report.report import write_report
from training.writing import write_text


def report(  # noqa: PLR0913
    given: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="BUNDLE|EVALUATION|RUN...",
            help="A bundle (.onnx), an evaluation's folder, a run's folder: any of one model.",
        ),
    ] = None,
    *,
    evaluation: Annotated[
        list[Path] | None,
        typer.Option(help="A folder that `evaluate --out` wrote; may be repeated (val, test)."),
    ] = None,
    out: Annotated[Path, typer.Option(help="The HTML file; the numbers come beside it.")] = Path(
        "report.html"
    ),
    galleries: Annotated[
        bool, typer.Option(help="Show films too. Such a report must not leave the house.")
    ] = False,
    bundle: Annotated[
        str, typer.Option(help="An installed model's id: measure and print what it must reach.")
    ] = "",
    split: Annotated[str, typer.Option(help="With --bundle: the splits, with commas.")] = (
        "test,val"
    ),
    data: Annotated[
        Path, typer.Option(help="With --bundle: a manifest CSV, or a set's folder.")
    ] = MANIFEST,
    kind: KindOption = "manifest",
    cross_validation: Annotated[
        Path | None, typer.Option(help="With --bundle: cross-validation.json of its recipe.")
    ] = None,
    into_card: Annotated[
        bool, typer.Option("--into-card", help="With --bundle: write the rows into its card.")
    ] = False,
) -> None:
    """Write all that is known of a model as one HTML file, and its numbers as JSON.

    With --bundle its films are measured first, and the figures printed beside those to be reached.
    """
    _html(out)
    paths = list(given or ())
    if not (bundle or paths):
        raise ConfigError("name what to report on: a bundle's file, --bundle ID, or a folder")
    rows: dict[str, list[dict[str, Any]]] = {}
    if bundle:
        path = find(bundle)
        paths.insert(0, path)
        lungs = packaged_lungs()
        measured = bar_rows(path, data=data, kind=kind, splits=words(split), lungs=lungs)
        rows = {name: [row.to_json() for row in of] for name, of in measured.items()}
        rows = dict(read_bundle(path).card.metrics.get("bars", {})) | rows
        if cross_validation or "left_out" not in rows:
            rows["left_out"] = [row.to_json() for row in left_out_rows(cross_validation)]
        _show_bars(bundle, rows)
        if into_card:
            write_into_card(path, "bars", rows)
    material = gather(paths, evaluations=evaluation or ())
    material = replace(material, bars=rows) if rows else material
    numbers = write_report(material, out, films=galleries)
    console.print(f"Wrote {out} ({out.stat().st_size / 1e6:.1f} MB) and {numbers}")
    if galleries:
        console.print("[yellow]It holds films: keep it where the films may be.[/yellow]")


def _show_bars(bundle: str, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    table = Table(*HEADER, title=f"{bundle}: {TITLE.lower()}", box=box.SIMPLE)
    for of in rows.values():
        for row in of:
            style = "bold red" if row["met"] is False else None
            table.add_row(*row_cells(row), style=style)
        table.add_section()
    Console().print(table)


def compare(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="RUN|EVALUATION...", help="Two or more runs or evaluations."),
    ],
    *,
    out: Annotated[Path | None, typer.Option(help="Write it as HTML too.")] = None,
) -> None:
    """Put runs side by side: configuration, best epoch, measurements."""
    if len(folders) < 2:
        raise ConfigError("name two folders or more: one alone has nothing to be compared with")
    runs = side_by_side_of(folders)
    results = Console()
    for one in tables(runs):
        shown = Table("", *(run.title for run in runs), title=one.title, box=box.SIMPLE)
        for row in one.rows:
            shown.add_row(*row)
        results.print(shown)
    if out:
        _html(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        write_text(out, comparison(runs))
        console.print(f"Wrote {out}")


def _html(out: Path) -> None:
    if out.suffix.lower() not in (".html", ".htm"):
        raise ConfigError(f"--out {out}: name a file that ends in .html")
