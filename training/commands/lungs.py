"""`hilum-train lungs`."""

import shutil
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from training.commands.console import console
from training.config import load_as
from training.lung_bundle import cross_validate_lungs, make_lungs
from training.lungs import FOLDS, LungExperiment


def lungs(
    config: Annotated[Path, typer.Argument(help="The lung experiment's TOML file.")],
    *,
    out: Annotated[Path, typer.Option(help="The run's folder; an unfinished run there goes on.")],
    folds: Annotated[
        int, typer.Option(min=1, max=FOLDS, help="Train as many times, each without a fifth.")
    ] = 1,
) -> None:
    """Train the lung model without a fifth of the patients, measure it there and write its ONNX."""
    experiment = load_as(LungExperiment, config)
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(config, out / "experiment.toml")
    if folds == 1:
        metrics = make_lungs(experiment, out).metrics
        console.print(f"Wrote {out / 'lungs.onnx'}")
    else:
        metrics = cross_validate_lungs(experiment, out, folds=folds)
    table = Table("films", "n", "Dice, mean (95 % interval by patient)", "5th percentile")
    for name in ("children", "adults"):
        if figures := metrics.get(name):
            dice = figures["dice"]
            mean = f"{dice['value']:.3f} ({dice['low']:.3f} to {dice['high']:.3f})"
            table.add_row(name, str(figures["films"]), mean, f"{figures['dice_p5']:.3f}")
    Console().print(table)
