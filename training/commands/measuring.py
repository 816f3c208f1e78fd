"""`hilum-train evaluate`."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from engine.models.bundle import read_bundle, seal
from engine.models.card import ModelCard
from training import evaluate as evaluation
from training.config import ConfigError
from training.datasets.registry import READERS, in_task, read

_MANIFEST = Path("../shared/data/cxr/manifest.csv")


def evaluate(
    bundle: Annotated[Path, typer.Argument(help="A bundle (.onnx).")],
    *,
    data: Annotated[Path, typer.Option(help="A manifest CSV, or a set's folder.")] = _MANIFEST,
    kind: Annotated[str, typer.Option(help=f"Its layout: {', '.join(READERS)}.")] = "manifest",
    split: Annotated[
        str, typer.Option(help="Splits, with commas between; empty: no split.")
    ] = "val",
    source: Annotated[str, typer.Option(help="Only these sources, separated by commas.")] = "",
    sensitivity: Annotated[float, typer.Option(help="The operating point.")] = 0.95,
    out: Annotated[Path | None, typer.Option(help="A folder for metrics and predictions.")] = None,
    into_card: Annotated[bool, typer.Option(help="Write the numbers into the bundle.")] = False,
) -> None:
    """Measure a bundle on films it never saw."""
    splits, sources = set(split.split(",")), set(filter(None, source.split(",")))
    samples = [
        s
        for s in in_task(read(kind, data))
        if s.split in splits and (not sources or s.source in sources)
    ]
    if not samples:
        raise ConfigError(f"no film of split {split!r} and source {source!r} is in {data.name}")
    card, found = evaluation.predict_bundle(bundle, samples)
    metrics = evaluation.measure(card, found, sensitivity=sensitivity)
    _show(card, metrics)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "metrics.json").write_text(json.dumps(metrics, indent=1), encoding="utf-8")
        evaluation.write_predictions(out / "predictions.csv", card, samples, found)
    if into_card:
        _into_card(bundle, "_".join(sorted(splits)), metrics)


def _into_card(path: Path, name: str, metrics: dict[str, object]) -> None:
    """Seal the same graph anew with the numbers in its card."""
    card = read_bundle(path).card
    values = json.loads(card.to_json())
    values["metrics"][name] = metrics
    content = path.read_bytes()
    beside = path.with_suffix(".part")
    beside.write_bytes(seal(content, ModelCard.from_json(json.dumps(values))))
    beside.replace(path)


def _show(card: ModelCard, metrics: dict[str, object]) -> None:
    table = Table(title=f"{card.id} {card.version}: {metrics['films']} films")
    at = f"at {metrics['operating_sensitivity']:.0%} of val"
    for column in ("finding", "AUC (95 %)", f"sensitivity {at}", "specificity", "ECE"):
        table.add_column(column)
    findings: dict[str, dict[str, dict[str, float]]] = metrics["findings"]  # type: ignore[assignment]
    for name, row in findings.items():
        cells = [
            f"{row[k]['value']:.3f} ({row[k]['low']:.3f}-{row[k]['high']:.3f})"
            for k in ("auc", "sensitivity", "specificity")
        ]
        table.add_row(name, *cells, f"{row['calibration_error']:.3f}")
    out = Console()
    out.print(table)
    for name in ("macro_auc", "accuracy", "refused_by_gate", "normals_called_normal_by_source"):
        out.print(name, metrics[name])
    confusion = Table("true \\ likeliest", *card.leaves, title="Confusion")
    rows: list[list[int]] = metrics["confusion"]  # type: ignore[assignment]
    for leaf, counts in zip(card.leaves, rows, strict=True):
        confusion.add_row(leaf, *map(str, counts))
    out.print(confusion)
