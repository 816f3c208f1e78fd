"""A bundle is measured on films: every number of the agreed JSON, whatever films there are."""

import csv
import json
import math
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NotRequired

import cv2
import numpy as np
import pytest
from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import PhantomSpec
from engine.images.windowing import render
from engine.models.bundle import read_bundle, seal
from engine.models.card import (
    Calibration,
    Derived,
    DerivedKind,
    ModelCard,
    OperatingCurve,
    Reliability,
)
from engine.models.catalog import find
from engine.types import Radiograph
from training.calibrate import operating_curve, reliability
from training.commands.measuring import evaluate
from training.config import LEAVES, ConfigError
from training.datasets.sample import Sample
from training.evaluation import findings, probe
from training.evaluation.measure import measure
from training.evaluation.paired import compared
from training.evaluation.predictions import Predictions, predict_bundle

_STRICT = with_config(ConfigDict(extra="forbid"))


@_STRICT
class Interval(TypedDict, total=False):
    value: float
    low: float
    high: float


@_STRICT
class FindingRow(TypedDict):
    films: int
    auc: Interval
    pr_auc: Interval
    sensitivity: Interval
    specificity: Interval
    ppv: Interval
    npv: Interval
    precision: Interval
    recall: Interval
    f1: Interval
    brier: Interval
    threshold: float
    calibration_error: float


@_STRICT
class Point(TypedDict):
    asked: float
    threshold: float
    sensitivity: Interval
    specificity: Interval
    ppv: Interval
    npv: Interval


@_STRICT
class Curves(TypedDict):
    roc: list[tuple[float, float]]
    pr: list[tuple[float, float]]
    reliability: list[tuple[float, float, int]]
    reliability_raw: NotRequired[list[tuple[float, float, int]]]


@_STRICT
class Errors(TypedDict, total=False):
    ece: float
    brier: float


@_STRICT
class Forms(TypedDict):
    raw: Errors
    temperature: Errors
    isotonic: Errors
    shipped: Errors


@_STRICT
class Short(TypedDict):
    films: int
    auc: Interval
    sensitivity: Interval
    specificity: Interval


@_STRICT
class Group(TypedDict):
    films: int
    accuracy: Interval
    macro_auc: Interval
    findings: dict[str, Short]


@_STRICT
class Groups(TypedDict):
    source: dict[str, Group]
    view: dict[str, Group]
    age_group: dict[str, Group]


@_STRICT
class Conformal(TypedDict, total=False):
    method: str
    calibrated_on: str
    level: float
    coverage: dict[str, Interval]
    mean_size: float
    sizes: dict[str, float]
    positives_released: Interval
    released: Interval


@_STRICT
class Embedding(TypedDict, total=False):
    method: str
    points: list[tuple[float, float]]
    leaf: list[str]
    source: list[str]


@_STRICT
class Control(TypedDict):
    films: int
    mean_absolute_change: dict[str, float]
    auc: dict[str, float]


@_STRICT
class Metrics(TypedDict):
    model: dict[str, str]
    split: str
    films: int
    films_by_leaf: dict[str, int]
    leaves: list[str]
    refused_by_gate: float
    operating_sensitivity: float
    fitted_on: str
    macro_auc: Interval
    accuracy: Interval
    balanced_accuracy: Interval
    macro_f1: Interval
    confusion: list[list[int]]
    findings: dict[str, FindingRow]
    operating_points: dict[str, list[Point]]
    curves: dict[str, Curves]
    calibration: dict[str, Forms]
    by: Groups
    normals_called_normal_by_source: dict[str, float]
    conformal: Conformal
    embedding: Embedding
    heat_maps: dict[str, dict[str, Interval]]
    probe: dict[str, Control]


SCHEMA = TypeAdapter(Metrics)


def checked(metrics: dict[str, Any], card: ModelCard) -> None:
    """Every key is there, every number is one, every finding has its part."""
    text = json.dumps(metrics, allow_nan=False)
    SCHEMA.validate_json(text, strict=False)
    for part in ("findings", "operating_points", "curves"):
        assert tuple(metrics[part]) == card.findings


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Phantom films of every finding in two splits, under noise, and their manifest."""
    folder = tmp_path_factory.mktemp("films")
    chest = cv2.resize(render(expose(PhantomSpec(1), 64).radiograph), (180, 180))
    rng = np.random.default_rng(8)
    rows = []
    names = dict(zip(LEAVES, (*LEAVES[:4], "other_opacity"), strict=True))
    for k, leaf in enumerate(LEAVES):
        for i in range(5):
            film = chest + rng.normal(0, 12, chest.shape)
            film[60 + 10 * k : 90, 40:80] += 60 * (k > 0)
            file = f"Doe^Jane-{leaf}-{i}.png"
            cv2.imwrite(str(folder / file), np.clip(film, 0, 255).astype(np.uint8))
            split, age = ("test", "adult") if i < 3 else ("val", "child")
            view = "PA" if i else "AP"
            rows.append([file, split, f"place{i % 2}", names[leaf], "1", f"g{k}{i}", view, age])
    columns = ["file", "split", "source", "label", "in_task", "group_id", "view", "age_group"]
    with (folder / "manifest.csv").open("w", newline="") as file_:
        csv.writer(file_).writerows([columns, *rows])
    return folder / "manifest.csv"


class RimIsLung:
    """A lung model that is wrong on purpose."""

    def mask(self, radiograph: Radiograph) -> np.ndarray:
        return probe.rim(radiograph.shape, 0.3)


def test_the_command_writes_every_number_and_picture(
    films: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.commands.measuring.packaged_lungs", RimIsLung)
    bundle = tmp_path / "copy.onnx"
    shutil.copyfile(find("standard"), bundle)
    out = tmp_path / "out"
    evaluate(
        bundle,
        data=films,
        split="test",
        out=out,
        galleries=True,
        probe=True,
        test_time="flip",
        against=find("standard"),
        into_card=True,
    )
    card = read_bundle(bundle).card
    metrics = json.loads((out / "metrics.json").read_text())
    checked(metrics, card)
    assert metrics["films"] == 15
    assert metrics["fitted_on"] == "the films of val"
    assert set(metrics["by"]["view"]) == {"PA", "AP"}
    assert set(metrics["probe"]) > {"unchanged", "border only", "lungs blanked"}
    assert not any(metrics["probe"]["unchanged"]["mean_absolute_change"].values())
    assert 0 < metrics["heat_maps"]["in_lung_share"]["pneumonia"]["value"] < 1
    with (out / "predictions.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) == 15

    listed = json.loads((out / "galleries.json").read_text())
    entries = listed["misclassified"] + listed["heat_maps"]
    pictures = list((out / "galleries").glob("*.png"))
    assert {p.name for p in pictures} == {Path(e["file"]).name for e in entries}
    assert pictures
    assert all(re.fullmatch(r"\w+-[0-9a-f]{16}\.png", p.name) for p in pictures)
    assert (out / "galleries" / ".gitignore").read_text() == "*\n"
    for entry in listed["misclassified"]:
        assert entry["true"] != entry["predicted"]

    paired = json.loads((out / "paired.json").read_text())
    assert paired["films"] == 15
    assert paired["findings"]["abnormal"]["auc_difference"] == {"value": 0, "low": 0, "high": 0}
    assert paired["likeliest"]["mcnemar"]["p"] == 1

    kept = read_bundle(find("standard")).card.metrics["test"]
    assert set(card.metrics["test"]) == set(kept)
    assert all(
        set(row) == set(kept["findings"]["normal"])
        for row in card.metrics["test"]["findings"].values()
    )


def test_val_alone_certifies_a_low_risk_lane_of_the_bundle(films: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "copy.onnx"
    old = replace(read_bundle(find("standard")).card, release=None)
    bundle.write_bytes(seal(find("standard").read_bytes(), old))
    evaluate(bundle, data=films, split="test", into_card=True)
    assert read_bundle(bundle).card.release is None
    evaluate(bundle, data=films, split="val", into_card=True)
    scores = read_bundle(bundle).card.release
    assert scores is not None
    assert (scores.finding, scores.units) == ("abnormal", 8)
    assert scores.released[0] == 0


def test_galleries_need_a_folder(films: Path) -> None:
    with pytest.raises(ConfigError, match="--out"):
        evaluate(find("standard"), data=films, galleries=True)
    with pytest.raises(ConfigError, match="no film of split"):
        evaluate(find("standard"), data=films, split="tset")


def test_an_unreadable_film_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    cv2.imwrite(str(good), np.arange(40_000, dtype=np.uint16).reshape(200, 200))
    bad.write_bytes(b"broken")
    samples = [Sample(p, "normal", p.name, "x", "val") for p in (bad, good)]
    with caplog.at_level("WARNING"):
        _, found = predict_bundle(find("standard"), samples)
    assert "bad.png" in caplog.text
    assert found.files.tolist() == [str(good)]
    with pytest.raises(ConfigError, match="none of the 1 films"):
        predict_bundle(find("standard"), samples[:1])


@cache
def _fitted() -> tuple[OperatingCurve, Reliability]:
    score, truth = np.linspace(0, 1, 40), np.arange(40) % 3 > 0
    return operating_curve(score, truth, np.arange(40)), reliability(score, truth, np.arange(40))


def made(leaves: tuple[str, ...], *, multi_label: bool = False, **provenance: Any) -> ModelCard:
    """A card of any classes, with a derived "ill" of all but the first."""
    derived = {"ill": Derived(DerivedKind.COMPLEMENT, leaves[:1])}
    names = (*leaves, "ill")
    curve, band = _fitted()
    return replace(
        read_bundle(find("standard")).card,
        leaves=leaves,
        derived=derived,
        calibration=Calibration(1.0, (0.0,) * len(leaves), "sigmoid" if multi_label else "softmax"),
        operating=dict.fromkeys(names, curve),
        reliability=dict.fromkeys(names, band),
        provenance=provenance,
        conformal=(),
        release=None,
    )


def predicted(card: ModelCard, labels: np.ndarray, *, seed: int = 1) -> Predictions:
    rng = np.random.default_rng(seed)
    count = len(labels)
    logits = rng.normal(0, 1, (count, len(card.leaves))) + 1.5 * np.eye(len(card.leaves))[labels]
    return Predictions(
        probabilities=card.calibration.probabilities(logits),
        labels=labels,
        groups=np.arange(count) // 2,
        sources=np.array(["a", "b"])[np.arange(count) % 2],
        refused=np.zeros(count, bool),
        views=np.full(count, "PA"),
        ages=np.full(count, "adult"),
        logits=logits.astype(np.float32),
        embedding=logits,
        embedded=np.arange(count),
    )


@pytest.mark.parametrize("leaves", [("normal", "ill_too"), ("a", "b", "c")])
def test_cards_of_other_classes_are_measured(leaves: tuple[str, ...]) -> None:
    card = made(leaves)
    labels = np.random.default_rng(0).integers(0, len(leaves), 60)
    metrics = measure(card, predicted(card, labels), count=20)
    checked(metrics, card)
    assert metrics["findings"]["ill"]["films"] == (labels > 0).sum()
    assert metrics["conformal"]["calibrated_on"] == "the other half, by group"
    knows_normal = "normal" in leaves
    assert bool(metrics["normals_called_normal_by_source"]) is knows_normal
    assert bool(metrics["conformal"]["positives_released"]) is knows_normal
    assert len(metrics["embedding"]["points"]) == 60


@pytest.mark.parametrize(
    "labels", [np.zeros(6, int), np.ones(9, int), np.array([1]), np.array([0, 0, 1, 1, 0, 1])]
)
def test_few_films_and_absent_classes_give_gaps_not_errors(labels: np.ndarray) -> None:
    card = made(("normal", "b", "c"))
    found = predicted(card, labels)
    for reference in (None, predicted(card, np.array([0, 0, 1, 1, 2]))):
        metrics = measure(card, found, reference=reference, count=20)
        checked(metrics, card)
        assert metrics["findings"]["c"]["auc"] == {}
        if len(set(labels)) == 1:
            assert metrics["macro_auc"] == {}
    bare = Predictions(
        *(getattr(found, n) for n in ("probabilities", "labels", "groups", "sources", "refused"))
    )
    checked(measure(card, bare, count=20), card)


def test_multi_label_films_count_where_their_label_is_known() -> None:
    card = made(("normal", "b", "c"), multi_label=True)
    rng = np.random.default_rng(2)
    targets = rng.integers(0, 2, (60, 3)).astype(float)
    targets[:20, 2] = math.nan
    found = replace(predicted(card, np.zeros(60, int)), targets=targets)
    metrics = measure(card, found, count=20)
    checked(metrics, card)
    assert metrics["findings"]["c"]["films"] == np.nansum(targets[:, 2])
    assert metrics["confusion"] == []
    assert metrics["accuracy"] == metrics["conformal"] == {}
    assert sum(row[2] for row in metrics["curves"]["c"]["reliability"]) == 40


def test_findings_are_named_by_the_cards_classes() -> None:
    classes = {"normal": ["normal"], "b": ["covid19", "viral_pneumonia"], "c": ["lung_opacity"]}
    card = made(("normal", "b", "c"), experiment={"classes": classes})
    samples = [Sample(Path(f), f, f, "x", "val") for f in (*LEAVES, "gout")]
    named = {s.path.name: s.finding for s in findings.of_card(card, samples)}
    assert named == {
        "normal": "normal",
        "covid19": "b",
        "viral_pneumonia": "b",
        "lung_opacity": "c",
    }


def test_two_models_are_compared_on_the_films_they_share() -> None:
    card = made(("normal", "b", "c"))
    labels = np.random.default_rng(0).integers(0, 3, 80)
    files = np.arange(80).astype(str)
    good = replace(predicted(card, labels), files=files)
    bad = replace(predicted(card, np.roll(labels, 1)), files=files, labels=labels).take(
        np.arange(60)
    )
    found = compared((card, good), (card, bad))
    assert found["films"] == 60
    for row in found["findings"].values():
        assert row["auc_difference"]["low"] > 0
        assert row["delong"]["p"] < 0.01
    assert found["likeliest"]["accuracy_difference"]["value"] > 0
    with pytest.raises(ConfigError, match="in common"):
        compared((card, good), (card, replace(bad, files=np.full(60, "other"))))


def test_controls_change_what_they_name() -> None:
    pixels = np.random.default_rng(0).integers(500, 4000, (200, 160)).astype(np.uint16)
    film = Radiograph(pixels.copy(), source="made", kind="PNG")
    controls = probe.controls(RimIsLung())

    def changed(name: str) -> np.ndarray:
        return controls[name](film).stored != pixels

    assert not changed("unchanged").any()
    assert changed("borders masked")[:20].mean() > 0.99
    assert not changed("borders masked")[30:-30, 30:-30].any()
    assert not changed("corners masked")[:, 80].any()
    assert 0 < changed("text burned in").mean() < 0.1
    assert not changed("border only")[:, 0].any()
    assert changed("lungs blanked")[0].mean() > 0.99
    np.testing.assert_array_equal(film.stored, pixels)
