"""The figures in the card and in the README are those that the committed bundle gives."""

from pathlib import Path
from typing import Any

import pytest

from engine.models.bundle import read_bundle
from engine.models.catalog import find
from training.config import load

ROOT = Path(__file__).resolve().parents[2]


def test_the_readme_repeats_the_cards_numbers() -> None:
    test = read_bundle(find("standard")).card.metrics["test"]
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    auc = test["macro_auc"]
    assert f"{auc['value']:.3f} ({auc['low']:.3f}-{auc['high']:.3f})" in readme
    for name, row in test["findings"].items():
        cells = [
            f"{row[k]['value']:.3f} ({row[k]['low']:.3f}-{row[k]['high']:.3f})"
            for k in ("auc", "sensitivity", "specificity")
        ]
        assert f"| {name} | {' | '.join(cells)} |" in readme


def test_the_card_says_where_the_model_comes_from() -> None:
    card = read_bundle(find("standard")).card
    said = load(ROOT / "training/experiments/standard.toml")
    assert card.provenance["experiment_sha256"] == said.sha256
    assert (card.id, card.version) == (said.name, said.version)
    assert sum(card.provenance["films"].values()) > 10_000


@pytest.mark.parametrize("name", ["edge", "ensemble"])
def test_the_other_bundles_come_from_the_standard_one(name: str) -> None:
    card = read_bundle(find(name)).card
    standard = read_bundle(find("standard"))
    assert (card.id, card.leaves) == (name, standard.card.leaves)
    assert card.preprocessing == standard.card.preprocessing
    assert {"val", "test"} <= set(card.metrics)


def test_the_bundles_fit_into_an_installer() -> None:
    sizes = {p.stem: p.stat().st_size for p in (ROOT / "resources/models").glob("*.onnx")}
    assert set(sizes) == {"standard", "edge", "ensemble"}
    assert sum(sizes.values()) <= 60e6


@pytest.fixture(scope="module")
def val(shared: Path) -> Any:
    """The committed bundle's predictions on the films of val, as a row of bars takes them."""
    from training.datasets.manifest import read_manifest
    from training.evaluation.bars import Films
    from training.evaluation.predictions import predict_bundle

    samples = [s for s in read_manifest(shared / "cxr" / "manifest.csv") if s.split == "val"]
    bundle = ROOT / "resources" / "models" / "standard.onnx"
    return Films(*predict_bundle(bundle, samples), count=1)


@pytest.mark.shared
def test_the_bundle_gives_the_cards_numbers(val: Any) -> None:
    from training.evaluation.bars import five_findings

    area = five_findings(val)["value"]
    assert area == pytest.approx(val.card.metrics["val"]["macro_auc"]["value"], abs=1e-3)
    assert val.found.refused.mean() <= 0.01


@pytest.mark.shared
def test_the_bars_in_the_card_are_those_that_the_report_measures(val: Any) -> None:
    from training.evaluation.bars import rows_of

    kept = val.card.metrics.get("bars")
    if kept is None:
        pytest.skip("no bars in this card: hilum-train report --bundle standard --into-card")
    in_card = {row["measure"]: row for row in kept["val"]}
    rows = {row.measure: row for row in rows_of(val, "val")}
    assert set(in_card) == set(rows)
    for name, row in rows.items():
        if row.figure:  # heat maps and blanked films need the lungs, and minutes
            assert row.figure["value"] == pytest.approx(in_card[name]["figure"]["value"], abs=2e-3)
            assert (row.least, row.most) == (in_card[name]["least"], in_card[name]["most"])


def test_what_the_card_says_of_a_bar_follows_from_its_figure() -> None:
    from training.evaluation.bars import Row

    for rows in read_bundle(find("standard")).card.metrics.get("bars", {}).values():
        for row in rows:
            told = {key: row[key] for key in ("measure", "where", "figure", "least", "most")}
            assert Row(**told).met == row["met"]
