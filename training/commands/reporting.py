"""`hilum-train report` and `compare`."""

from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from training.commands.console import console
from training.config import ConfigError
from training.report.comparison import comparison, side_by_side_of, tables
from training.report.material import gather
from training.report.report import write_report
from training.writing import write_text


def report(
    given: Annotated[
        list[Path],
        typer.Argument(
            metavar="BUNDLE|EVALUATION|RUN...",
            help="A bundle (.onnx), an evaluation's folder, a run's folder: any of one model.",
        ),
    ],
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
) -> None:
    """Write all that is known of a model as one HTML file, and its numbers as JSON."""
    _html(out)
    numbers = write_report(gather(given, evaluations=evaluation or ()), out, films=galleries)
    console.print(f"Wrote {out} ({out.stat().st_size / 1e6:.1f} MB) and {numbers}")
    if galleries:
        console.print("[yellow]It holds films: keep it where the films may be.[/yellow]")


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
