"""Deletion, insertion and the rest tell a right map from a wrong one, and a bundle is measured."""

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from bundle_fakes import write_bundle
from made_films import make_films
from numpy.typing import NDArray

from engine.models.bundle import read_bundle, seal
from engine.models.card import ModelCard
from engine.models.heatmap import is_exact
from training.commands.explaining import explain
from training.config import LEAVES, ConfigError
from training.evaluation.explanation import MEASURES, Asked, area, controls, curves

SIDE = 32


def spot(films: NDArray[np.float32]) -> NDArray[np.float64]:
    """Find a white spot, by its brightest pixel."""
    return np.asarray(films[:, 0, 4:12, 4:12].max((1, 2)), np.float64)


def test_a_right_map_deletes_soon_and_inserts_soon() -> None:
    film = np.zeros((1, 1, SIDE, SIDE), np.float32)
    film[..., 6:10, 6:10] = 1
    right = cv2.GaussianBlur(film[0, 0], (0, 0), 2)
    deletion, insertion = curves(spot, film, right)
    assert len(deletion) == len(insertion) == 21
    assert deletion[0] == insertion[-1] == 1
    assert deletion[-1] == insertion[0] < 0.5
    wrong_deletion, wrong_insertion = curves(spot, film, -right)
    assert area(deletion) < area(wrong_deletion) - 0.3
    assert area(insertion) > area(wrong_insertion) + 0.3


def test_the_area_is_that_of_trapezoids() -> None:
    assert area(np.array([1.0, 1.0, 1.0])) == 1
    assert area(np.array([1.0, 0.0])) == 0.5
    assert area(np.array([1.0, 0.0, 0.0])) == 0.25


def test_the_controls_do_not_look_at_the_film() -> None:
    one, other = controls((5, 5), 1), controls((5, 5), 2)
    assert not np.array_equal(one["random"], other["random"])
    np.testing.assert_array_equal(one["centre"], other["centre"])
    assert one["centre"].argmax() == 12


def test_steps_must_fall_on_a_fifth() -> None:
    with pytest.raises(ConfigError, match="multiple of 5"):
        Asked(steps=7)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return write_bundle(tmp_path / "one.onnx", LEAVES)


def twin(bundle: Path, card: ModelCard) -> Path:
    path = bundle.parent / "other" / bundle.name
    path.parent.mkdir()
    path.write_bytes(seal(bundle.read_bytes(), card))
    return path


def test_bundles_are_compared_on_the_same_films(
    bundle: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("training.commands.explaining.packaged_lungs", lambda: None)
    card = replace(read_bundle(bundle).card, explanation="grad_cam_plus_plus")
    assert is_exact(card, "covid19")
    assert not is_exact(card, "abnormal")
    paths = [bundle, twin(bundle, card)]
    data, out = make_films(tmp_path), tmp_path / "out"
    explain(paths, data=data, finding="abnormal", films=6, steps=5, out=out)
    found = json.loads((out / "explanation.json").read_text(encoding="utf-8"))
    first, second = (path.as_posix() for path in paths)
    assert list(found["rows"]) == [first, "random", "centre", second]
    assert 1 <= found["films"] <= 6
    assert found["rows"][first] == found["rows"][second]
    for measure in ("deletion", "insertion", "stability", "deletion_drop"):
        assert found["differences"][second][measure]["value"] == 0
    assert found["rows"]["random"]["stability"] == found["rows"][first]["in_lung_share"] == {}
    assert set(found["rows"][first]) == set(MEASURES)
    assert found["bundles"][first]["exact"]
    assert not found["bundles"][second]["exact"]
    assert "mean of its leaves' maps" in capsys.readouterr().out.replace("\n", " ")


def test_what_cannot_be_explained_is_said(bundle: Path, tmp_path: Path) -> None:
    data = make_films(tmp_path)
    with pytest.raises(ConfigError, match="'rickets' is none of"):
        explain([bundle], data=data, finding="rickets")
    with pytest.raises(ConfigError, match="no film"):
        explain([bundle], data=data, split="nowhere")
    other = write_bundle(tmp_path / "two.onnx", LEAVES[:3])
    with pytest.raises(ConfigError, match="differ in their leaves"):
        explain([bundle, other], data=data)
