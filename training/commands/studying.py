"""`hilum-train cross-validate`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from training import study
from training.commands.console import console
from training.commands.options import words
from training.config import load
from training.writing import write_json


class By(StrEnum):
    """What a fold leaves out."""

    SOURCE = "source"
    PATIENT = "patient"


def cross_validate(
    config: Annotated[Path, typer.Argument(help="The experiment's TOML file.")],
    *,
    out: Annotated[Path, typer.Option(help="A folder for the folds; finished ones are kept.")],
    by: Annotated[By, typer.Option(help="Leave out places, or parts of the patients.")] = By.SOURCE,
    only: Annotated[str, typer.Option(help="Only these places, separated by commas.")] = "",
    folds: Annotated[int, typer.Option(help="Into how many parts patients are dealt.")] = 5,
) -> None:
    """Train without each place (or part of the patients) in turn, and measure on what was left out.

    The films of `test` are never used. The normals of a left-out place come first: what share is
    called normal, and how well they are told from other places' abnormal films of the same age.
    """
    experiment = load(config)
    if by is By.SOURCE:
        parts = study.by_source(experiment, words(only))
    else:
        parts = study.by_patient(experiment, folds)
    results = study.cross_validate(parts, out, measure=study.measure_left_out)
    write_json(out / "cross-validation.json", results)
    _show(results)
    console.print(f"Wrote {out / 'cross-validation.json'}")


def _show(results: dict[str, dict[str, Any]]) -> None:
    normals = Table(
        *("left out", "age", "normals", "called normal", "P(normal) against others' abnormal"),
        *("normal against abnormal within", "macro AUC at home"),
        title="Normals of a place the model never saw",
    )
    findings = Table(
        *("left out", "finding", "films", "AUC against others without it", "AUC within the place"),
        title="Findings of a place the model never saw",
    )
    for name, row in results.items():
        normals.add_row(
            name,
            row["age_group"],
            str(row["normals"]),
            _percent(row["normals_called_normal"]),
            _area(row["normal_against_other_places_abnormal"]),
            _area(row["normal_against_abnormal_within"]),
            _area(row["home"]["macro_auc"]),
        )
        for finding, values in row["findings"].items():
            findings.add_row(
                name,
                finding,
                str(values["films"]),
                _area(values["against_other_places_without"]),
                _area(values["against_rest_within"]),
            )
    out = Console()
    out.print(normals)
    out.print(findings)


def _percent(found: dict[str, float]) -> str:
    return f"{found['value']:.0%}\n({found['low']:.0%}-{found['high']:.0%})" if found else "-"


def _area(found: dict[str, float]) -> str:
    return f"{found['value']:.3f}\n({found['low']:.3f}-{found['high']:.3f})" if found else "-"
