"""The reference projects' configurations load, find their films, and end in one table."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_films import make_films
from typer.testing import CliRunner

from training import reference, selection
from training.cli import app
from training.config import ConfigError, Experiment, dump
from training.datasets.registry import read
from training.networks import build_for
from training.scoring import Scored, summary
from training.selection import select

read_once = cache(read)


def test_every_file_is_a_row_and_every_row_a_file() -> None:
    assert {p.stem for p in reference.EXPERIMENTS.glob("*.toml")} == set(reference.REFERENCES)


@pytest.mark.parametrize("name", reference.REFERENCES)
def test_a_configuration_builds_its_network(name: str) -> None:
    experiment = reference.chosen((name,))[name]
    assert experiment.name == f"reference-{name}"
    small = replace(experiment, preprocessing=replace(experiment.preprocessing, size=64))
    assert build_for(small).tail[-1].out_features == len(experiment.leaves)
    for measure in reference.REFERENCES[name].published:
        leaf = measure.partition(":")[2].partition("@")[0]
        assert not leaf or leaf in experiment.leaves


@pytest.mark.shared
@pytest.mark.parametrize("name", reference.REFERENCES)
def test_a_configuration_finds_films_of_each_class_in_each_split(
    name: str, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "read", read_once)
    experiment = reference.chosen((name,))[name]
    experiment = reference.on_films(experiment, shared / "cxr" / "manifest.csv")
    for split in ("train", "val", "test"):
        samples = select(experiment, split)
        assert {s.finding for s in samples} == set(experiment.leaves)
        if name.startswith("mobilenetv2"):
            assert {s.view for s in samples} == {"PA", "frontal"}
        if name == "resnet50_frozen":
            assert {s.source for s in samples} == {"kermany"}


def test_the_scale_multiplies_pixels_films_and_epochs(tmp_path: Path) -> None:
    manifest = make_films(tmp_path, each=60)
    full = reference.on_films(reference.chosen(("resnet50_clahe",))["resnet50_clahe"], manifest)
    assert reference.scaled(full, 1) == full
    eighth = reference.scaled(full, 1 / 8)
    assert eighth.preprocessing.size == 160  # 224 / sqrt(2), in steps of 16
    assert eighth.fitting.epochs == 8
    assert eighth.data.films_at_most == 200  # half of 144 would say nothing
    for wrong in (0, -1, 1.5):
        with pytest.raises(ConfigError, match="scale"):
            reference.scaled(full, wrong)


@pytest.mark.parametrize("name", ["small_cnn", "resnet50_frozen"])
def test_without_its_weights_a_run_starts_at_random_and_goes_on_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise ConfigError("the weights could not be had")

    monkeypatch.setattr(reference, "build_for", unreachable)
    experiment = reference.chosen((name,))[name]
    got = reference.startable(experiment, tmp_path)
    assert got.pretrained == ""
    assert got.fitting.rate == experiment.fitting.head_rate
    (tmp_path / "experiment.toml").write_text(dump(got))
    monkeypatch.setattr(reference, "build_for", lambda *_, **__: None)
    assert reference.startable(experiment, tmp_path) == got


@given(st.integers(2, 60), st.integers(0, 999), st.integers(1, 60))
def test_sensitivity_at_a_specificity_keeps_that_specificity(
    films: int, seed: int, share: int
) -> None:
    specificity = share / 61  # a prime above the number of films: no share of them is equal to it
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, films)
    p = rng.integers(0, 6, films) / 5
    scored = Scored(("a", "b"), np.stack([1 - p, p], 1), labels, np.arange(films).astype(str))
    got = scored.sensitivity_at("b", specificity)
    if labels.all() or not labels.any():
        assert np.isnan(got)
        return
    allowed = [
        (p[labels == 1] > t).mean() for t in p if (p[labels == 0] <= t).mean() >= specificity
    ]
    assert got == max(allowed, default=0.0)


def test_the_numbers_of_a_known_confusion() -> None:
    p = np.array([[0.9, 0.1], [0.8, 0.2], [0.4, 0.6], [0.3, 0.7]])
    found = summary(Scored(("a", "b"), p, np.array([0, 1, 1, 1]), np.array(list("wxyz"))))
    assert found["accuracy"]["value"] == 0.75
    assert found["sensitivity"] == {"a": 1.0, "b": 0.6667}
    assert found["specificity"] == {"a": 0.6667, "b": 1.0}
    assert found["macro_auc"]["value"] == 1.0


def _without_workers(experiments: dict[str, Experiment]) -> dict[str, Experiment]:
    return {
        name: replace(e, fitting=replace(e.fitting, workers=0)) for name, e in experiments.items()
    }


def test_two_rows_end_in_a_table_that_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = make_films(tmp_path, each=24)
    monkeypatch.chdir(tmp_path)
    # A worker that starts in another folder than the tests makes coverage warn, and so fail.
    chosen = reference.chosen
    monkeypatch.setattr(reference, "chosen", lambda names: _without_workers(chosen(names)))
    words = ["reference", "--out", "runs", "--scale", "0.0001", "--data", str(manifest)]
    words += ["--pretrained", ""]
    runner = CliRunner(env={"COLUMNS": "200"})
    first = runner.invoke(app, [*words, "--only", "small_cnn"], catch_exceptions=False)
    assert "0.923" in first.output
    when = (tmp_path / "runs" / "small_cnn" / "weights.pt").stat().st_mtime_ns
    both = runner.invoke(app, [*words, "--only", "small_cnn,mobilenetv2_under"])
    assert both.exit_code == 0
    assert (tmp_path / "runs" / "small_cnn" / "weights.pt").stat().st_mtime_ns == when
    rows = json.loads((tmp_path / "runs" / "reference.json").read_text())
    assert list(rows) == ["small_cnn", "mobilenetv2_under"]
    assert rows["small_cnn"]["published"] == {"accuracy": 0.923}
    assert rows["mobilenetv2_under"]["start"] == "random"
    assert set(rows["mobilenetv2_under"]["measured"]) == {"val"}
    table = (tmp_path / "runs" / "reference.md").read_text()
    assert table.count("| small_cnn: ") == 3
    assert "scale 0.0001" in table
    assert "random start" in table


def test_an_unknown_row_is_refused() -> None:
    with pytest.raises(ConfigError, match="resnet51"):
        reference.chosen(("resnet51",))
    assert Experiment().name not in reference.REFERENCES
