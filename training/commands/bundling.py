"""`hilum-train export`, `shrink` and `ensemble`."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from engine.models.card import Explanation, ModelCard
from training.commands.console import console
from training.commands.options import MANIFEST, DataOption, KindOption, TestTimeOption, words
from training.config import ConfigError, load
from training.ensemble import unite
from training.export import export as export_bundle
from training.place import calibrate as calibrate_bundle
from training.smaller import shrink as shrink_bundle


class Form(StrEnum):
    """The smaller forms of a bundle."""

    FP16 = "fp16"
    INT8 = "int8"


def export(
    run: Annotated[Path, typer.Argument(help="A finished run's folder.")],
    out: Annotated[Path, typer.Option(help="The bundle to write (.onnx).")],
    weights: Annotated[
        str, typer.Option(help="Which of the run's files: its end, or a snapshot.")
    ] = "weights.pt",
    explanation: Annotated[
        Explanation | None,
        typer.Option(help="The method of its heat maps, if not the experiment's."),
    ] = None,
) -> None:
    """Calibrate a finished run on val and write its bundle."""
    experiment = load(run / "experiment.toml")
    if not (run / weights).exists():
        raise ConfigError(f"{run} holds no {weights}: run `hilum-train fit` to its end first")
    name = run.resolve().name
    command = (
        f"hilum-train fit {name}/experiment.toml --out {name} && "
        f"hilum-train export {name} --weights {weights} --out {out.name}"
    )
    if explanation is not None:
        experiment = replace(experiment, explanation=explanation)
        command += f" --explanation {explanation}"
    _say(export_bundle(experiment, run / weights, out, command=command), out)


def shrink(
    bundle: Annotated[Path, typer.Argument(help="A bundle as exported (fp32).")],
    form: Annotated[Form, typer.Option(help="Half precision, or 8-bit integers.")],
    out: Annotated[Path, typer.Option(help="The bundle to write (.onnx).")],
    *,
    data: DataOption = MANIFEST,
    kind: KindOption = "manifest",
    most_auc_lost: Annotated[
        float, typer.Option(help="Refuse to write what loses more macro AUC on val.")
    ] = 0.02,
) -> None:
    """Write a smaller form of a bundle, calibrated and measured anew on the films of its val.

    int8 is for the CPU; fp16 halves the file, and is fast only on a GPU.
    """
    card = shrink_bundle(
        bundle, out, form=form.value, data=data, kind=kind, most_auc_lost=most_auc_lost
    )
    _say(card, out)


def calibrate(
    bundle: Annotated[Path, typer.Argument(help="A bundle (.onnx).")],
    out: Annotated[Path, typer.Option(help="The bundle to write (.onnx).")],
    *,
    data: DataOption = MANIFEST,
    kind: KindOption = "manifest",
) -> None:
    """Calibrate a bundle on another place's films of val: probabilities, thresholds, familiarity.

    The network stays as it is. Films of that place are no longer unlike those that it knows.
    """
    _say(calibrate_bundle(bundle, out, data=data, kind=kind), out)


def ensemble(
    bundles: Annotated[list[Path], typer.Argument(help="Two bundles or more.")],
    out: Annotated[Path, typer.Option(help="The bundle to write (.onnx).")],
    *,
    data: DataOption = MANIFEST,
    kind: KindOption = "manifest",
    test_time: TestTimeOption = "",
) -> None:
    """Make one bundle of several: the mean of their probabilities, calibrated anew on val."""
    _say(unite(bundles, out, data=data, kind=kind, test_time=words(test_time)), out)


def _say(card: ModelCard, out: Path) -> None:
    console.print(f"Wrote {out} ({out.stat().st_size / 1e6:.1f} MB)")
    for name, value in card.metrics["form"].items():
        Console().print(f"{name}: {value}")
