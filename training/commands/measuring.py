"""`hilum-train evaluate`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from engine.models.bundle import read_bundle, seal
from engine.models.card import ModelCard
from engine.models.lungs import packaged_lungs
from training.calibrate import release_scores
from training.commands.options import MANIFEST, DataOption, KindOption, TestTimeOption, words
from training.config import ConfigError
from training.datasets.registry import read
from training.datasets.sample import Sample
from training.evaluation.findings import films_of, truths
from training.evaluation.galleries import write_galleries
from training.evaluation.measure import compact, measure
from training.evaluation.paired import compared
from training.evaluation.predictions import Predictions, View, predict_bundle, write_predictions
from training.evaluation.probe import probe as probe_shortcuts
from training.test_time import views
from training.writing import write_bytes, write_json

_CALIBRATION = "val"


@dataclass(frozen=True, slots=True)
class _Asked:
    """The films that were asked for."""

    data: Path
    kind: str
    splits: frozenset[str]
    sources: frozenset[str]

    def films(self, card: ModelCard) -> tuple[Sample, ...]:
        """Return a card's films; ConfigError where there is none."""
        found = tuple(
            s
            for s in self._all(card)
            if s.split in self.splits and (not self.sources or s.source in self.sources)
        )
        if not found:
            where = f"split {_listed(self.splits)!r} and source {_listed(self.sources)!r}"
            raise ConfigError(f"no film of {where} is in {self.data.name}")
        return found

    def reference(self, card: ModelCard) -> tuple[Sample, ...]:
        """Return the card's own films of val, where they are not the ones that are measured."""
        if _CALIBRATION in self.splits:
            return ()
        left_out = card.provenance.get("experiment", {}).get("data", {}).get("leave_out", ())
        found = self._all(card)
        return tuple(s for s in found if s.split == _CALIBRATION and s.source not in left_out)

    def _all(self, card: ModelCard) -> tuple[Sample, ...]:
        return films_of(card, read(self.kind, self.data))


def evaluate(  # noqa: PLR0913
    bundle: Annotated[Path, typer.Argument(help="A bundle (.onnx).")],
    *,
    data: DataOption = MANIFEST,
    kind: KindOption = "manifest",
    split: Annotated[
        str, typer.Option(help="Splits, with commas between; empty: no split.")
    ] = "val",
    source: Annotated[str, typer.Option(help="Only these sources, separated by commas.")] = "",
    sensitivity: Annotated[float, typer.Option(help="The operating point.")] = 0.95,
    out: Annotated[Path | None, typer.Option(help="A folder for metrics and predictions.")] = None,
    galleries: Annotated[
        bool, typer.Option("--galleries", help="Draw mistakes and heat maps into --out.")
    ] = False,
    probe: Annotated[
        bool, typer.Option("--probe", help="Measure what is left without rim, corners, lungs.")
    ] = False,
    test_time: TestTimeOption = "",
    against: Annotated[
        Path | None, typer.Option(help="Another bundle: compare on the same films.")
    ] = None,
    into_card: Annotated[
        bool, typer.Option("--into-card", help="Write the numbers into the bundle.")
    ] = False,
) -> None:
    """Measure a bundle on films it never saw.

    Measured on val alone and written into the card, the films also certify its low-risk lane.
    Conformal sets and the alternatives to the shipped calibration are fitted on the films of val
    where others are measured, else each half of the films on the other half.
    """
    if galleries and out is None:
        raise ConfigError("--galleries needs --out: a folder for the pictures")
    asked = _Asked(data, kind, frozenset(split.split(",")), frozenset(words(source)))
    turned, lungs = views(sorted(set(words(test_time)))), packaged_lungs()
    sealed = read_bundle(bundle)
    samples = asked.films(sealed.card)
    card, found = predict_bundle(bundle, samples, views=turned, lungs=lungs)
    metrics = measure(
        card,
        found,
        sensitivity=sensitivity,
        split=_listed(asked.splits),
        sha256=sealed.sha256,
        reference=_reference(bundle, asked.reference(card), turned),
    )
    if probe:
        metrics["probe"] = probe_shortcuts(bundle, samples, lungs)
    _show(card, metrics)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        write_json(out / "metrics.json", metrics, allow_nan=False)
        write_predictions(out / "predictions.csv", card, found)
        if galleries:
            write_galleries(out, bundle, found)
    if against:
        other = read_bundle(against).card
        films = asked.films(other)
        second = predict_bundle(against, films, views=turned)
        difference = compared((card, found), second, sensitivity=sensitivity)
        _show_difference(difference)
        if out:
            write_json(out / "paired.json", difference, allow_nan=False)
    if into_card:
        write_into_card(bundle, "_".join(sorted(asked.splits)), compact(metrics))
        if asked.splits == {_CALIBRATION} and not (asked.sources or turned):
            write_release(bundle, found)


def _reference(
    bundle: Path, samples: Sequence[Sample], turned: Sequence[View]
) -> Predictions | None:
    return predict_bundle(bundle, samples, views=turned)[1] if samples else None


def _listed(names: frozenset[str]) -> str:
    return ",".join(sorted(names))


def write_into_card(path: Path, name: str, metrics: dict[str, Any]) -> None:
    """Seal the same graph anew with the numbers in its card."""
    card = read_bundle(path).card
    told = replace(card, metrics=card.metrics | {name: metrics})
    write_bytes(path, seal(path.read_bytes(), told))


def write_release(path: Path, found: Predictions) -> None:
    """Seal the same graph anew with what certifies a low-risk lane, from the films of val."""
    card = read_bundle(path).card
    if not card.alarm:
        return
    there = truths(card, found.labels, found.targets)[card.alarm]
    score = card.by_finding(found.probabilities)[card.alarm]
    known = ~np.isnan(there)
    scores = release_scores(card.alarm, score[known], there[known] == 1, found.groups[known])
    write_bytes(path, seal(path.read_bytes(), replace(card, release=scores)))


def _show(card: ModelCard, metrics: dict[str, Any]) -> None:
    findings = Table(
        *("finding", "AUC", "sensitivity", "specificity", "ECE"),
        title=f"{card.id} {card.version}: {metrics['films']} films, 95 % intervals; "
        f"threshold for {metrics['operating_sensitivity']:.0%} sensitivity on val",
    )
    for name, row in metrics["findings"].items():
        cells = [_said(row[k]) for k in ("auc", "sensitivity", "specificity")]
        findings.add_row(name.replace("_", " "), *cells, f"{row['calibration_error']:.3f}")
    out = Console()
    out.print(findings)
    for name in ("macro_auc", "accuracy", "balanced_accuracy", "macro_f1"):
        out.print(f"{name.replace('_', ' ')}: {_said(metrics[name])}")
    out.print(f"refused by the gate: {metrics['refused_by_gate']:.1%}")
    shares = [f"{k} {v:.1%}" for k, v in metrics["normals_called_normal_by_source"].items()]
    out.print(f"normals called normal: {', '.join(shares) or '-'}")
    if sets := metrics["conformal"]:
        out.print(
            f"conformal sets at {sets['level']:.0%}: {sets['mean_size']:.2f} classes on average, "
            f"abnormal films released {_said(sets['positives_released'])}"
        )
    if metrics["confusion"]:
        confusion = Table(title="Confusion (rows true, columns likeliest)")
        for header in ("", *card.leaves):
            confusion.add_column(header.replace("_", " "), overflow="fold")
        for leaf, counts in zip(card.leaves, metrics["confusion"], strict=True):
            confusion.add_row(leaf.replace("_", " "), *map(str, counts))
        out.print(confusion)
    if metrics["probe"]:
        _show_probe(card, metrics["probe"])


def _show_probe(card: ModelCard, controls: dict[str, Any]) -> None:
    table = Table("AUC", *controls, title="Shortcut probe")
    for finding in card.findings:
        areas = [row["auc"].get(finding) for row in controls.values()]
        said = ["-" if area is None else f"{area:.3f}" for area in areas]
        table.add_row(finding.replace("_", " "), *said)
    Console().print(table)


def _show_difference(found: dict[str, Any]) -> None:
    first, second = (f"{found[k]['id']} {found[k]['version']}" for k in ("first", "second"))
    table = Table(
        *("finding", "AUCs", "difference (95 %)", "DeLong p", "McNemar p"),
        title=f"{first} against {second}: {found['films']} films",
    )
    for name, row in found["findings"].items():
        areas = row["delong"] or {"first": float("nan"), "second": float("nan"), "p": "-"}
        table.add_row(
            name,
            f"{areas['first']:.3f}\n{areas['second']:.3f}",
            _said(row["auc_difference"], sign="+"),
            str(areas["p"]),
            str(row["mcnemar"]["p"]),
        )
    Console().print(table)


def _said(found: dict[str, float], *, sign: str = "") -> str:
    if not found:
        return "-"
    value, low, high = (f"{found[k]:{sign}.3f}" for k in ("value", "low", "high"))
    return f"{value}\n({low} to {high})" if sign else f"{value} ({low}-{high})"
