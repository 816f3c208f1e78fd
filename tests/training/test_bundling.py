"""The commands that write bundles, as they are typed."""

from pathlib import Path
from typing import Any

import pytest
import typer
from bundle_fakes import experiment_on, few_resamples, write_bundle
from made_films import make_films
from typer.testing import CliRunner

from engine.models.bundle import read_bundle
from training import place
from training.commands import bundling
from training.config import ConfigError

app = typer.Typer()
for command in (bundling.export, bundling.shrink, bundling.ensemble, bundling.calibrate):
    app.command()(command)


def typed(*words: object) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_bundles_are_united_and_shrunk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few_resamples(monkeypatch)
    manifest = make_films(tmp_path)
    leaves = ("normal", "covid19")
    members = [write_bundle(tmp_path / f"{k}.onnx", leaves, seed=k) for k in range(2)]
    both, small = tmp_path / "both.onnx", tmp_path / "small.onnx"
    assert "macro_auc_val" in typed("ensemble", *members, "--out", both, "--data", manifest)
    said = typed("shrink", members[0], "--form", "fp16", "--out", small, "--data", manifest)
    assert "form: fp16" in said
    assert read_bundle(both).card.id == "both"


def test_a_bundle_is_calibrated_at_another_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_resamples(monkeypatch)
    manifest = make_films(tmp_path)
    whole = write_bundle(tmp_path / "whole.onnx", ("normal", "covid19"))
    here = tmp_path / "here.onnx"
    with pytest.raises(ConfigError, match="too few"):
        typed("calibrate", whole, "--out", here, "--data", manifest)
    assert not here.exists()
    monkeypatch.setattr(place, "LEAST_FILMS", 2)
    typed("calibrate", whole, "--out", here, "--data", manifest)
    before, after = (read_bundle(path).card for path in (whole, here))
    assert (after.id, after.graph_sha256, after.gate) == ("here", before.graph_sha256, before.gate)
    assert after.calibration != before.calibration
    assert after.operating["covid19"].threshold != before.operating["covid19"].threshold
    assert not {"val", "test", "bars"} & set(after.metrics)
    assert "films of" in after.provenance["calibrated"]


def test_a_card_says_which_run_it_came_from_and_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, out = tmp_path / "second-try", tmp_path / "other.onnx"
    run.mkdir()
    experiment_on(run / "manifest.csv", "")
    (run / "own.toml").rename(run / "experiment.toml")
    with pytest.raises(ConfigError, match="no weights"):
        typed("export", run, "--out", out)
    (run / "weights.pt").touch()
    said: dict[str, Any] = {}

    def exported(*_: object, command: str) -> Any:
        said["command"] = command
        return read_bundle(write_bundle(out, ("normal", "covid19"))).card

    monkeypatch.setattr(bundling, "export_bundle", exported)
    monkeypatch.setattr(bundling, "_say", lambda *_: None)
    typed("export", run, "--out", out)
    assert "--out second-try" in said["command"]
    assert str(tmp_path) not in said["command"]
