"""`hilum-train fit`."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from training.commands.console import console
from training.config import load
from training.fit import fit as fit_experiment


def fit(
    config: Annotated[Path, typer.Argument(help="The experiment's TOML file.")],
    out: Annotated[Path, typer.Option(help="The run's folder; an unfinished run there goes on.")],
) -> None:
    """Train a network, or go on with the run in --out.

    Several processes: torchrun --nproc-per-node N -m training.cli fit CONFIG --out RUN.
    """
    experiment = load(config)
    out.mkdir(parents=True, exist_ok=True)
    # Beside another experiment's checkpoint its own file stays: this one is about to be refused.
    if not (out / "checkpoint.pt").exists():
        _keep(config, out)
    weights = fit_experiment(experiment, out)
    _keep(config, out)
    console.print(f"Finished: {weights}")


def _keep(config: Path, out: Path) -> None:
    kept = out / "experiment.toml"
    if config.resolve() != kept.resolve():
        shutil.copyfile(config, kept)
