"""An ensemble is the mean of its members, in one file; members that do not fit are named."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bundle_fakes import write_bundle
from numpy.typing import NDArray

from engine.models.assess import Assessor
from engine.models.bundle import read_bundle, seal
from engine.models.card import Activation, ModelCard
from engine.models.golden import forms_of
from engine.models.session import OnnxSession
from training import ensemble
from training.cards import experiment_of
from training.config import ConfigError
from training.films import tensors
from training.selection import select
from training.test_time import views

LEAVES = ("normal", "viral_pneumonia", "covid19")


pytestmark = pytest.mark.usefixtures("few_draws")


def _films(card: ModelCard, manifest: Path) -> NDArray[np.float32]:
    samples = select(experiment_of(card, manifest, kind="manifest"), "val")
    return tensors(samples, card.preprocessing)[1]


@pytest.mark.parametrize("activation", ["softmax", "sigmoid"])
@pytest.mark.parametrize("stride", [8, 4])
def test_the_ensemble_is_its_members_mean(
    activation: Activation, stride: int, manifest: Path, tmp_path: Path
) -> None:
    members = [
        write_bundle(tmp_path / "a.onnx", LEAVES, seed=1, activation=activation),
        write_bundle(tmp_path / "b.onnx", LEAVES, seed=2, activation=activation, stride=stride),
        write_bundle(tmp_path / "c.onnx", LEAVES, seed=3, activation=activation),
    ]
    out = tmp_path / "all.onnx"
    card = ensemble.unite(members, out, data=manifest)
    assert Assessor.load(out, provider="cpu").card == card
    assert len(card.provenance["members"]) == 3
    films = _films(card, manifest)
    alone = [OnnxSession(path, provider="cpu").run(films) for path in members]
    each = [read_bundle(path).card.calibration for path in members]
    wanted = np.mean([c.probabilities(o.logits) for c, o in zip(each, alone, strict=True)], axis=0)
    got = OnnxSession(out, provider="cpu").run(films)
    mean = np.exp(got.logits) if activation == "softmax" else 1 / (1 + np.exp(-got.logits))
    np.testing.assert_allclose(mean, wanted, atol=1e-5)
    np.testing.assert_array_equal(got.embedding, alone[0].embedding)
    assert got.maps.shape[2:] == (64 // stride, 64 // stride)
    if stride == 8:
        maps = [o.maps / c.temperature for c, o in zip(each, alone, strict=True)]
        np.testing.assert_allclose(got.maps, np.mean(maps, axis=0), atol=1e-4)


def test_an_ensemble_can_be_a_member(manifest: Path, tmp_path: Path) -> None:
    first = write_bundle(tmp_path / "a.onnx", LEAVES, seed=1)
    second = write_bundle(tmp_path / "b.onnx", LEAVES, seed=2)
    ensemble.unite([first, second], tmp_path / "both.onnx", data=manifest)
    card = ensemble.unite([tmp_path / "both.onnx", first], tmp_path / "all.onnx", data=manifest)
    assert [m["id"] for m in card.provenance["members"]] == ["both", "fake"]
    assert forms_of(card) == ("ensemble", "ensemble", "fp32", "fp32", "fp32")


def test_views_that_all_members_have_are_named(manifest: Path, tmp_path: Path) -> None:
    plain = write_bundle(tmp_path / "plain.onnx", LEAVES)
    seeing = tmp_path / "seeing.onnx"
    card = replace(read_bundle(plain).card, test_time=("flip",))
    seeing.write_bytes(seal(plain.read_bytes(), card))
    out = tmp_path / "both.onnx"
    both = ensemble.unite([seeing, seeing], out, data=manifest, test_time=["shift_up"])
    assert both.test_time == ("flip", "shift_up")
    assert ensemble.unite([seeing, plain], out, data=manifest).test_time == ()


def test_a_member_makes_films_of_its_own_size(manifest: Path, tmp_path: Path) -> None:
    first = write_bundle(tmp_path / "a.onnx", LEAVES, seed=1)
    small = write_bundle(tmp_path / "b.onnx", LEAVES, seed=2, size=32)
    card = ensemble.unite([first, small], tmp_path / "both.onnx", data=manifest)
    assert card.preprocessing == read_bundle(first).card.preprocessing
    films = np.full((1, 1, 64, 64), 0.25, np.float32)
    got = OnnxSession(tmp_path / "both.onnx", provider="cpu").run(films)
    alone = [
        OnnxSession(path, provider="cpu").run(films[..., :side, :side])
        for path, side in ((first, 64), (small, 32))
    ]
    each = [read_bundle(path).card.calibration for path in (first, small)]
    wanted = np.mean([c.probabilities(o.logits) for c, o in zip(each, alone, strict=True)], axis=0)
    np.testing.assert_allclose(np.exp(got.logits), wanted, atol=1e-5)


@pytest.mark.parametrize("activation", ["softmax", "sigmoid"])
def test_members_average_over_views(activation: Activation, manifest: Path, tmp_path: Path) -> None:
    """As `training.test_time.views` makes them; what is not a logit is the film's own."""
    members = [
        write_bundle(tmp_path / f"{seed}.onnx", LEAVES, seed=seed, activation=activation)
        for seed in (1, 2)
    ]
    out, names = tmp_path / "all.onnx", ("zoom_1.1", "shift_left")
    card = ensemble.unite(members, out, data=manifest, test_time=names)
    assert card.test_time == names
    films = _films(card, manifest)
    each = []
    for path in members:
        session, calibration = OnnxSession(path, provider="cpu"), read_bundle(path).card.calibration
        plain = replace(calibration, temperature=1.0, bias=(0.0,) * len(LEAVES))
        seen = [films, *(view(films) for view in views(names))]
        mean = np.mean([plain.probabilities(session.run(view).logits) for view in seen], axis=0)
        logits = np.log(mean if activation == "softmax" else mean / (1 - mean))
        each.append(calibration.probabilities(logits))
    got = OnnxSession(out, provider="cpu").run(films)
    mean = np.exp(got.logits) if activation == "softmax" else 1 / (1 + np.exp(-got.logits))
    np.testing.assert_allclose(mean, np.mean(each, axis=0), atol=1e-5)
    alone = OnnxSession(members[0], provider="cpu").run(films)
    for name in ("embedding", "gate", "distance"):
        np.testing.assert_allclose(getattr(got, name), getattr(alone, name), atol=1e-5)


def test_an_unknown_view_is_named(manifest: Path, tmp_path: Path) -> None:
    members = [write_bundle(tmp_path / f"{seed}.onnx", LEAVES, seed=seed) for seed in (1, 2)]
    with pytest.raises(ConfigError, match="sideways"):
        ensemble.unite(members, tmp_path / "all.onnx", data=manifest, test_time=("sideways",))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"crop": 0.02}, "preprocessing"),
        ({"leaves": ("normal", "bacterial_pneumonia", "covid19")}, "leaves"),
        ({"activation": "sigmoid"}, "activation"),
    ],
)
def test_members_that_do_not_fit_are_named(
    change: dict[str, Any], word: str, manifest: Path, tmp_path: Path
) -> None:
    first = write_bundle(tmp_path / "first.onnx", LEAVES)
    odd = write_bundle(tmp_path / "odd.onnx", **{"leaves": LEAVES, **change})
    with pytest.raises(ConfigError, match=rf"first\.onnx and odd\.onnx differ in their {word}"):
        ensemble.unite([first, odd], tmp_path / "both.onnx", data=manifest)
    assert not (tmp_path / "both.onnx").exists()


def test_one_bundle_is_no_ensemble(tmp_path: Path) -> None:
    first = write_bundle(tmp_path / "first.onnx", LEAVES)
    with pytest.raises(ConfigError, match="two bundles"):
        ensemble.unite([first], tmp_path / "one.onnx", data=tmp_path)
