"""The figures in the card and in the README are those that the committed bundle gives."""

from pathlib import Path

import pytest

from engine.models.bundle import read_bundle
from engine.models.catalog import find

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
    assert "hilum-train fit training/experiments/standard.toml" in card.provenance["command"]
    assert card.provenance["experiment"]["fitting"]["seed"] == 1
    assert sum(card.provenance["films"].values()) > 10_000


@pytest.mark.shared
def test_the_bundle_gives_the_cards_numbers(shared: Path) -> None:
    from training.datasets.manifest import read_manifest
    from training.evaluation.metrics import macro_auc
    from training.evaluation.predictions import predict_bundle

    samples = [s for s in read_manifest(shared / "cxr" / "manifest.csv") if s.split == "val"]
    card, found = predict_bundle(find("standard"), samples)
    area = macro_auc(found.probabilities, found.labels, found.groups, count=1)
    assert area["value"] == pytest.approx(card.metrics["val"]["macro_auc"]["value"], abs=1e-3)
    assert found.refused.mean() <= 0.01
