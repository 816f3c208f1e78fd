"""Smaller forms are measured anew, and refused where they say something else."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from bundle_fakes import WIDTH, write_bundle

from engine.models.assess import Assessor
from engine.models.bundle import graph_of, read_bundle
from engine.models.session import OnnxSession
from training import smaller
from training.cards import experiment_of
from training.config import LEAVES, ConfigError
from training.films import tensors
from training.selection import select

pytestmark = pytest.mark.usefixtures("few_draws")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bundle(tmp_path_factory.mktemp("whole") / "whole.onnx", LEAVES)


@pytest.mark.parametrize("form", ["fp16", "int8"])
def test_a_smaller_form_says_what_it_lost(
    form: smaller.Form, bundle: Path, manifest: Path, tmp_path: Path
) -> None:
    out = tmp_path / "small.onnx"
    card = smaller.shrink(bundle, out, form=form, data=manifest, most_auc_lost=1.0)
    assert Assessor.load(out, provider="cpu").card == card
    assert card.id == "small"
    numbers = card.metrics["form"]
    assert numbers["of_sha256"] == read_bundle(bundle).sha256
    assert numbers["time_of_fp32"] > 0
    samples = select(experiment_of(card, manifest, kind="manifest"), "val")
    _, films = tensors(samples, card.preprocessing)
    one, other = (OnnxSession(p, provider="cpu").run(films) for p in (bundle, out))
    np.testing.assert_allclose(other.logits, one.logits, atol=0.01 if form == "fp16" else 0.3)
    # Thresholds are its own: at the highest sensitivity every positive is found.
    truth = [s.finding == "covid19" for s in samples]
    found = card.calibration.probabilities(other.logits)[truth, 3]
    assert found.min() >= card.operating["covid19"].threshold[-1] - 1e-6
    with pytest.raises(ConfigError, match=f"{form} already"):
        smaller.shrink(out, tmp_path / "smaller.onnx", form=form, data=manifest)


def test_what_loses_too_much_is_not_written(bundle: Path, manifest: Path, tmp_path: Path) -> None:
    out = tmp_path / "small.onnx"
    with pytest.raises(ConfigError, match="int8 loses"):
        smaller.shrink(bundle, out, form="int8", data=manifest, most_auc_lost=-1.0)
    assert list(tmp_path.iterdir()) == []


def test_what_gives_no_numbers_is_not_written(
    bundle: Path, manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(model: onnx.ModelProto) -> bytes:
        value = model.graph.initializer[0]
        nothing = np.full((WIDTH, 1, 8, 8), np.nan, np.float32)
        value.CopyFrom(onnx.numpy_helper.from_array(nothing, value.name))
        return bytes(model.SerializeToString())

    monkeypatch.setattr(smaller, "to_fp16", broken)
    with pytest.raises(ConfigError, match="not all numbers"):
        smaller.shrink(bundle, tmp_path / "small.onnx", form="fp16", data=manifest)
    assert list(tmp_path.iterdir()) == []


def test_only_what_makes_the_feature_maps_gets_smaller(bundle: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for path in (bundle, root / "resources" / "models" / "standard.onnx"):
        model = smaller._named(onnx.load_model_from_string(graph_of(path.read_bytes())))
        chosen = smaller.backbone(model)
        makers = {name: node for node in model.graph.node for name in node.output}
        for output in ("logits", "maps", "gate", "distance", "embedding"):
            assert makers[output].name not in chosen
        kinds = {n.op_type for n in model.graph.node if n.name in chosen}
        assert kinds <= {"Conv", "Relu", "Clip", "Add"}
        assert all(n.name in chosen for n in model.graph.node if n.op_type == "Conv")
