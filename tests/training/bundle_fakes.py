"""Bundles in a moment: untrained weights, and small graphs that need no exporter."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from engine.models.bundle import graph_sha256, seal
from engine.models.card import Activation, Calibration, Gate, ModelCard, OperatingCurve, Reliability
from engine.models.preprocessing import Preprocessing
from training import calibrate
from training.cards import derived_of
from training.config import Experiment, load
from training.networks import build_for

SIDE = 64
_ABSOLUTE = re.compile(r"(?<![\w.:/+-])(?:/[\w.-]+){2,}|(?<!\w)[A-Za-z]:\\+\w")
WIDTH = 12


def experiment_on(manifest: Path, text: str) -> Experiment:
    """Read an experiment on made films; ``text`` comes first in its file."""
    path = manifest.parent / "own.toml"
    path.write_text(
        f"""
name = "tiny"
network = "small_cnn"
pretrained = ""
{text}
[data]
manifest = "{manifest.as_posix()}"
out_of_distribution = ""
[preprocessing]
size = {SIDE}
"""
    )
    return load(path)


def write_weights(experiment: Experiment, path: Path) -> Path:
    """Write the weights of a network that was never trained."""
    torch.manual_seed(1)
    torch.save(build_for(experiment).state_dict(), path)
    return path


def write_bundle(
    path: Path,
    leaves: tuple[str, ...],
    *,
    seed: int = 0,
    activation: Activation = "softmax",
    size: int = SIDE,
    stride: int = 8,
    crop: float = 0.05,
) -> Path:
    """Write a bundle of one random convolution, its maps size / stride wide."""
    rng = np.random.default_rng(seed)
    cells, k = size // stride, len(leaves)
    constants = {
        "kernel": rng.normal(size=(WIDTH, 1, stride, stride)) / stride,
        "weights": rng.normal(size=(WIDTH, k)),
        "weights_t": rng.normal(size=(k, WIDTH)),
        "gate_weights": rng.normal(size=(WIDTH, 2)),
        "nothing": np.zeros((WIDTH, 1)),
    }
    shapes = {"flat": [0, WIDTH, cells * cells], "map": [0, k, cells, cells], "line": [-1]}
    node = helper.make_node
    nodes = [
        node("Conv", ["films", "kernel"], ["conv"], strides=[stride, stride]),
        node("Relu", ["conv"], ["features"]),
        node("ReduceMean", ["features", "axes"], ["embedding"], keepdims=0),
        node("MatMul", ["embedding", "weights"], ["logits"]),
        node("Reshape", ["features", "flat"], ["flattened"]),
        node("MatMul", ["weights_t", "flattened"], ["cams"]),
        node("Reshape", ["cams", "map"], ["maps"]),
        node("MatMul", ["embedding", "gate_weights"], ["gate"]),
        node("MatMul", ["embedding", "nothing"], ["zero"]),
        node("Reshape", ["zero", "line"], ["distance"]),
    ]
    outputs = {
        "logits": ["n", k],
        "embedding": ["n", WIDTH],
        "maps": ["n", k, cells, cells],
        "gate": ["n", 2],
        "distance": ["n"],
    }
    graph = helper.make_graph(
        nodes,
        "fake",
        [helper.make_tensor_value_info("films", TensorProto.FLOAT, ["n", 1, size, size])],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs.items()],
        [numpy_helper.from_array(v.astype(np.float32), n) for n, v in constants.items()]
        + [numpy_helper.from_array(np.array(v, np.int64), n) for n, v in shapes.items()]
        + [numpy_helper.from_array(np.array([2, 3], np.int64), "axes")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    model.ir_version = 10
    onnx.checker.check_model(model, full_check=True)
    content = model.SerializeToString()
    path.write_bytes(
        seal(content, _card(content, leaves, activation, Preprocessing(size=size, crop=crop), rng))
    )
    return path


def _card(
    content: bytes,
    leaves: tuple[str, ...],
    activation: Activation,
    preprocessing: Preprocessing,
    rng: np.random.Generator,
) -> ModelCard:
    derived = derived_of(leaves, multi_label=activation == "sigmoid")
    ends = (0.0, 1.0)
    curve = OperatingCurve((0.5, 1.0), (0.9, 0.1), *[ends] * 5, positives=1, negatives=1)
    names = (*leaves, *derived)
    bias = tuple(float(b) for b in rng.normal(size=len(leaves)))
    return ModelCard(
        id="fake",
        version="1",
        title="A fake",
        leaves=leaves,
        derived=derived,
        preprocessing=preprocessing,
        calibration=Calibration(float(rng.uniform(0.5, 2)), bias, activation),
        reliability={name: Reliability(ends, ends, ends) for name in names},
        operating=dict.fromkeys(names, curve),
        gate=Gate(("frontal", "other"), {"other": "no chest."}, 0.5, 1.0),
        graph_sha256=graph_sha256(content),
        provenance={"experiment": {"fitting": {"seed": 1}}},
    )


def texts_of(path: Path) -> list[str]:
    """Return every text in a model's file, those of its card without the embeddings (base64)."""
    model = onnx.load(path)
    entries = {entry.key: entry.value for entry in model.metadata_props}
    card = json.loads(entries["hilum.card"])
    card.pop("familiarity", None)
    del model.metadata_props[:]
    return [json.dumps(card), *_texts(model)]


def _texts(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        alone = isinstance(value, str | bytes) or not isinstance(value, Iterable)
        for each in (value,) if alone else value:
            if hasattr(each, "ListFields"):
                yield from _texts(each)
            elif isinstance(each, str):
                yield each
            elif isinstance(each, bytes) and field.name != "raw_data":
                yield each.decode("utf-8", "replace")


def folders_in(path: Path) -> set[str]:
    """Return the absolute paths in a model's file, of POSIX and of Windows."""
    return {found for text in texts_of(path) for found in _ABSOLUTE.findall(text)}


def few_resamples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw eight bootstrap samples where a card would take hundreds."""
    every = calibrate.resamples

    def few(groups: NDArray[np.str_], *, count: int, seed: int = 7) -> Iterator[NDArray[np.int64]]:
        return every(groups, count=min(count, 8), seed=seed)

    monkeypatch.setattr(calibrate, "resamples", few)
