"""`hilum-train explain`."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from engine.models.bundle import read_bundle
from engine.models.lungs import packaged_lungs
from training.commands.options import MANIFEST, DataOption, KindOption
from training.datasets.registry import read
from training.evaluation.explanation import FILMS, MEASURES, STEPS, Asked
from training.evaluation.explanation import explain as measure
from training.evaluation.findings import films_of
from training.writing import write_json


def explain(
    bundles: Annotated[list[Path], typer.Argument(help="A bundle (.onnx), or several to compare.")],
    *,
    data: DataOption = MANIFEST,
    kind: KindOption = "manifest",
    split: Annotated[str, typer.Option(help="The split.")] = "val",
    films: Annotated[int, typer.Option(min=1, help="Abnormal films at most.")] = FILMS,
    finding: Annotated[
        str, typer.Option(help="Explain this finding; empty: each film's own.")
    ] = "",
    steps: Annotated[int, typer.Option(min=5, help="Of each curve, a multiple of 5.")] = STEPS,
    out: Annotated[Path | None, typer.Option(help="A folder for explanation.json.")] = None,
) -> None:
    """Measure how good the heat maps are, beside a random map and one of the film's middle.

    Low deletion and high insertion are good. Only films on which the first bundle finds what they
    show are counted.
    """
    asked = Asked(finding, films, steps)
    card = read_bundle(bundles[0]).card
    samples = [s for s in films_of(card, read(kind, data)) if s.split == split]
    found = {"split": split} | measure(bundles, samples, packaged_lungs(), asked)
    _show(found)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        write_json(out / "explanation.json", found, allow_nan=False)


def _show(found: dict[str, Any]) -> None:
    out = Console()
    title = f"{found['films']} films of {found['split']}, means and 95 % intervals by patient"
    out.print(_table(title, found["rows"], sign=""))
    first = next(iter(found["rows"]))
    out.print(_table(f"Difference from {first}, on the same films", found["differences"], sign="+"))
    for name, of in found["bundles"].items():
        method = of["explanation"].replace("_", " ")
        words = "" if of["exact"] else "; for this finding the mean of its leaves' maps"
        out.print(f"{name}: {method}{words}")
        for measure_name, values in found["quantiles"][name].items():
            listed = ", ".join(f"{float(q):.0%} {v:.3f}" for q, v in values.items())
            out.print(f"  {measure_name.replace('_', ' ')}, quantiles: {listed or '-'}")


def _table(title: str, rows: dict[str, Any], *, sign: str) -> Table:
    table = Table("", *(m.replace("_", " ") for m in MEASURES), title=title)
    for name, row in rows.items():
        table.add_row(name, *(_said(row[m], sign) for m in MEASURES))
    return table


def _said(found: dict[str, float], sign: str) -> str:
    if not found:
        return "-"
    value, low, high = (f"{found[k]:{sign}.3f}" for k in ("value", "low", "high"))
    return f"{value}\n({low} to {high})"
