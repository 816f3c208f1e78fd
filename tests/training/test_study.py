"""What a fold leaves out is never seen, and what is measured on it is what it says."""

import json
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_films import make_films, write_config
from typer.testing import CliRunner

from training import study
from training.cli import app
from training.config import ConfigError, Experiment, dump, fold_of, load
from training.datasets.sample import Sample
from training.selection import left_out, select


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("films")
    return write_config(folder, make_films(folder), epochs=1, network="small_cnn")


def test_an_experiment_is_written_as_it_is_read(config: Path, tmp_path: Path) -> None:
    experiment = replace(load(config), classes={"normal": ("normal",), "ill": ("covid19",)})
    experiment = replace(experiment, data=replace(experiment.data, leave_out_fold=(1, 4)))
    (tmp_path / "again.toml").write_text(dump(experiment))
    assert load(tmp_path / "again.toml") == experiment


def test_a_place_is_left_out_of_train_and_val_and_comes_back_whole(config: Path) -> None:
    folds = study.by_source(load(config))
    assert list(folds) == ["place0", "place1"]
    for place, fold in folds.items():
        seen = [*select(fold, "train"), *select(fold, "val")]
        assert place not in {s.source for s in seen}
        assert {s.source for s in left_out(fold)} == {place}
        assert len(seen) + len(left_out(fold)) == 60


def test_every_patient_is_left_out_once(config: Path) -> None:
    folds = study.by_patient(load(config), 3).values()
    groups = [[s.group for s in left_out(fold)] for fold in folds]
    assert sorted(chain(*groups)) == sorted(s.group for s in _all(load(config)))
    for fold, out in zip(folds, groups, strict=True):
        assert not set(out) & {s.group for s in [*select(fold, "train"), *select(fold, "val")]}


def _all(experiment: Experiment) -> list[Sample]:
    return [*select(experiment, "train"), *select(experiment, "val")]


@given(st.text(), st.integers(2, 9))
def test_a_patient_is_dealt_alike_in_every_run(group: str, folds: int) -> None:
    assert 0 <= fold_of(group, folds) < folds
    assert fold_of(group, folds) == fold_of(group, folds)


def test_films_at_most_thins_without_changing_the_rest(config: Path) -> None:
    experiment = load(config)
    few = replace(experiment, data=replace(experiment.data, films_at_most=10))
    assert len(select(few, "train")) == 10
    assert set(select(few, "train")) <= set(select(experiment, "train"))


def test_only_the_views_asked_for(config: Path) -> None:
    experiment = load(config)
    lateral = replace(experiment, data=replace(experiment.data, views=("AP",)))
    with pytest.raises(ConfigError, match="no film of the split 'train'"):
        select(lateral, "train")


def test_the_left_out_places_normals_by_hand(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that knows every film but calls half of the new place's normals COVID-19."""
    experiment = study.by_source(load(config), ["place0"])["place0"]
    leaves = experiment.leaves

    def scripted(_e: Experiment, _w: Path, samples: list[Sample]) -> object:
        logits = np.zeros((len(samples), len(leaves)), np.float32)
        odd = 0
        for row, sample in zip(logits, samples, strict=True):
            row[leaves.index(sample.finding)] = 4
            if sample.source == "place0" and sample.finding == "normal":
                odd += 1
                row[leaves.index("covid19")] = 6 * (odd % 2)
        return study._Seen(tuple(samples), np.zeros((len(samples), 4), np.float32), logits)

    monkeypatch.setattr(study, "_run_on", scripted)
    monkeypatch.setattr(study, "_noticed", lambda *_: {})
    row = study.measure_left_out(experiment, Path())
    assert row["normals"] == 6
    assert row["normals_called"] == {"normal": 3, "covid19": 3}
    assert row["normals_called_normal"]["value"] == 0.5
    assert row["normal_against_other_places_abnormal"]["value"] == 1.0
    assert row["findings"]["covid19"]["against_rest_within"]["value"] == pytest.approx(1.0, abs=0.2)
    assert row["home"]["accuracy"]["value"] == 1.0


def test_an_unknown_place_and_too_few_folds_are_said(config: Path) -> None:
    with pytest.raises(ConfigError, match="'nowhere'"):
        study.by_source(load(config), ["nowhere"])
    with pytest.raises(ConfigError, match="two folds"):
        study.by_patient(load(config), 1)


def test_cross_validate_trains_each_fold_once(config: Path, tmp_path: Path) -> None:
    command = ["cross-validate", str(config), "--out", str(tmp_path), "--by", "source"]
    first = CliRunner().invoke(app, command, catch_exceptions=False)
    assert "place0" in first.stdout
    assert "place1" in first.stdout
    written = {p: p.stat().st_mtime_ns for p in tmp_path.glob("*/weights.pt")}
    assert len(written) == 2
    results = json.loads((tmp_path / "cross-validation.json").read_text())
    CliRunner().invoke(app, command, catch_exceptions=False)
    assert {p: p.stat().st_mtime_ns for p in written} == written
    again = json.loads((tmp_path / "cross-validation.json").read_text())
    assert again == results
    assert all(fold["training_seconds"] > 0 for fold in results.values())
    for fold in results.values():
        assert set(fold["noticed"]) == {"there", "here"}
        assert all(0 <= share <= 1 for share in fold["noticed"]["there"].values())


def test_a_second_stage_begins_from_its_own_folds_weights(config: Path, tmp_path: Path) -> None:
    folds = study.by_source(load(config))
    study.cross_validate(folds, tmp_path / "first", measure=lambda *_: {})
    earlier = str(tmp_path / "first" / "{fold}" / "weights.pt")
    later = {name: replace(e, pretrained=earlier) for name, e in folds.items()}
    study.cross_validate(later, tmp_path / "second", measure=lambda *_: {})
    for name in folds:
        said = load(tmp_path / "second" / name / "experiment.toml").pretrained
        assert said == str(tmp_path / "first" / name / "weights.pt")


def test_a_folder_of_another_experiment_is_refused(config: Path, tmp_path: Path) -> None:
    experiment = load(config)
    (tmp_path / "experiment.toml").write_text(dump(replace(experiment, version="9")))
    with pytest.raises(ConfigError, match="another experiment"):
        study.run(experiment, tmp_path)
