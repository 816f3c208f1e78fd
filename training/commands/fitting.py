"""`hilum-train fit` and `export`."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from training.commands import console
from training.config import ConfigError, load
from training.export import export as export_bundle
from training.fit import fit as fit_experiment


def fit(
    config: Annotated[Path, typer.Argument(help="The experiment's TOML file.")],
    out: Annotated[Path, typer.Option(help="The run's folder; an unfinished run there goes on.")],
) -> None:
    """Train a network, or go on with the run in --out."""
    experiment = load(config)
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(config, out / "experiment.toml")
    weights = fit_experiment(experiment, out)
    console.print(f"Finished: {weights}")


def export(
    run: Annotated[Path, typer.Argument(help="A finished run's folder.")],
    out: Annotated[Path, typer.Option(help="The bundle to write (.onnx).")],
) -> None:
    """Calibrate a finished run on val and write its bundle."""
    experiment = load(run / "experiment.toml")
    weights = run / "weights.pt"
    if not weights.exists():
        raise ConfigError(
            f"{run} holds no finished weights: run `hilum-train fit` to its end first"
        )
    name = experiment.name
    command = (
        f"hilum-train fit training/experiments/{name}.toml --out runs/{name} && "
        f"hilum-train export runs/{name} --out resources/models/{name}.onnx"
    )
    card = export_bundle(experiment, weights, out, command=command)
    console.print(f"Wrote {out} ({out.stat().st_size / 1e6:.1f} MB), {card.metrics}")
