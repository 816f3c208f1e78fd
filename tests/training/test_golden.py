"""The golden set is torch's, and is sealed only into the bundle of its own run."""

from pathlib import Path

import pytest
from bundle_fakes import experiment_on, few_resamples, write_weights
from made_films import make_films

from engine.models.assess import Assessor
from engine.models.bundle import read_bundle
from engine.models.golden import FILMS, verify
from training import smaller
from training.ensemble import unite
from training.export import export

CLASSES = """{views}
[classes]
normal = ["normal"]
viral_pneumonia = ["viral_pneumonia"]
covid19 = ["covid19"]
"""


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    few_resamples(monkeypatch)


def exported(run: Path, *, views: str = "") -> Path:
    """Export a run of a network that was never trained; return its bundle."""
    manifest = make_films(run)
    experiment = experiment_on(manifest, CLASSES.format(views=views))
    (run / "own.toml").rename(run / "experiment.toml")
    weights = write_weights(experiment, run / "weights.pt")
    out = run / "bundle.onnx"
    export(experiment, weights, out, command="test")
    return out


@pytest.mark.parametrize("views", ["", 'test_time = ["flip"]'])
def test_a_golden_set_is_sealed_into_the_bundle_of_its_run(views: str, tmp_path: Path) -> None:
    bundle = exported(tmp_path, views=views)
    card = read_bundle(bundle).card
    assert [g.film for g in card.golden] == list(FILMS)
    assert [scores.level for scores in card.conformal] == [0.8, 0.85, 0.9, 0.95]
    assert card.release is not None
    assert verify(Assessor.load(bundle, provider="cpu")).difference <= 1e-4


def test_smaller_forms_and_ensembles_have_their_own(tmp_path: Path) -> None:
    bundle = exported(tmp_path)
    manifest = tmp_path / "manifest.csv"
    half, eighth, whole, mixed = (
        tmp_path / f"{name}.onnx" for name in ("half", "eighth", "whole", "mixed")
    )
    smaller.shrink(bundle, half, form="fp16", data=manifest, most_auc_lost=1)
    smaller.shrink(bundle, eighth, form="int8", data=manifest, most_auc_lost=1)
    unite([bundle, bundle], whole, data=manifest)
    unite([bundle, eighth], mixed, data=manifest)
    for path, form, tolerance in (
        (half, "fp16", 0.02),
        (whole, "ensemble", 1e-4),
        (mixed, "ensemble", 0.05),
    ):
        found = verify(Assessor.load(path, provider="cpu"))
        assert (found.films, found.form, found.tolerance) == (3, form, tolerance)
        assert found.difference <= 1e-6
        assert read_bundle(path).card.conformal
        assert read_bundle(path).card.release
