"""A model small enough to be made in a test: it says what the film's quarters look like.

A bright upper left quarter is bacterial pneumonia, upper right viral, lower left COVID-19, lower
right a lung opacity; an even film is normal. The maps are the four quarters.
"""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from engine.models.bundle import graph_sha256, seal
from engine.models.card import (
    Calibration,
    Derived,
    DerivedKind,
    Gate,
    ModelCard,
    OperatingCurve,
    Reliability,
)
from engine.models.preprocessing import Preprocessing

LEAVES = ("normal", "bacterial_pneumonia", "viral_pneumonia", "covid19", "lung_opacity")
SIDE = 32


def toy_card(graph: bytes = b"", *, model_id: str = "toy") -> ModelCard:
    names = (*LEAVES, "pneumonia", "abnormal")
    curve = OperatingCurve(
        sensitivity=(0.5, 0.95, 1.0),
        threshold=(0.9, 0.5, 0.1),
        sensitivity_low=(0.4, 0.9, 0.98),
        sensitivity_high=(0.6, 0.97, 1.0),
        specificity=(0.99, 0.9, 0.5),
        specificity_low=(0.98, 0.85, 0.4),
        specificity_high=(1.0, 0.95, 0.6),
        positives=100,
        negatives=100,
    )
    return ModelCard(
        id=model_id,
        version="1.0",
        title="A toy",
        leaves=LEAVES,
        derived={
            "pneumonia": Derived(DerivedKind.UNION, LEAVES[1:4]),
            "abnormal": Derived(DerivedKind.COMPLEMENT, LEAVES[:1]),
        },
        preprocessing=Preprocessing(size=SIDE),
        calibration=Calibration(1.0, (0.0,) * len(LEAVES)),
        reliability={n: Reliability((0.0, 1.0), (0.0, 0.9), (0.1, 1.0)) for n in names},
        operating=dict.fromkeys(names, curve),
        gate=Gate(("frontal", "other"), {"other": "no chest."}, 0.5, 1.0),
        graph_sha256=graph_sha256(graph) if graph else "",
        urgency_weights={"abnormal": 0.5, "covid19": 1.0},
    )


def write_toy_model(path: Path) -> Path:
    """Write a model file as Hilum reads it."""
    weights = np.zeros((4, len(LEAVES)), np.float32)
    weights[range(4), range(1, 5)] = 6.0
    constants = {
        "weights": weights,
        "bias": np.array([1, 0, 0, 0, 0], np.float32),
        "gate_weights": np.zeros((4, 2), np.float32),
        "gate_bias": np.array([5, 0], np.float32),
        "four": np.array([0, 4], np.int64),
        "nothing": np.zeros((4, 1), np.float32),
        "line": np.array([-1], np.int64),
        "map": np.array([0, 5, 2, 2], np.int64),
        "spread": _spread(),
    }
    nodes = [
        helper.make_node(
            "AveragePool",
            ["films"],
            ["pooled"],
            kernel_shape=[SIDE // 2] * 2,
            strides=[SIDE // 2] * 2,
        ),
        helper.make_node("Reshape", ["pooled", "four"], ["embedding"]),
        helper.make_node("Gemm", ["embedding", "weights", "bias"], ["logits"]),
        helper.make_node("Gemm", ["embedding", "gate_weights", "gate_bias"], ["gate"]),
        helper.make_node("MatMul", ["embedding", "nothing"], ["zero"]),
        helper.make_node("Reshape", ["zero", "line"], ["distance"]),
        helper.make_node("MatMul", ["embedding", "spread"], ["flat"]),
        helper.make_node("Reshape", ["flat", "map"], ["maps"]),
    ]
    graph = helper.make_graph(
        nodes,
        "toy",
        [_tensor("films", ["films", 1, SIDE, SIDE])],
        [
            _tensor("logits", ["films", len(LEAVES)]),
            _tensor("embedding", ["films", 4]),
            _tensor("maps", ["films", len(LEAVES), 2, 2]),
            _tensor("gate", ["films", 2]),
            _tensor("distance", ["films"]),
        ],
        [numpy_helper.from_array(v, k) for k, v in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    model.ir_version = 10
    onnx.checker.check_model(model)
    content = model.SerializeToString()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(seal(content, toy_card(content, model_id=path.stem)))
    return path


def _spread() -> NDArray[np.float32]:
    """Put quarter k into place k of the map of the leaf that it speaks for; (4, 5 * 4)."""
    maps = np.zeros((4, len(LEAVES), 4), np.float32)
    for quarter in range(4):
        maps[quarter, quarter + 1, quarter] = 1
    return maps.reshape(4, -1)


def _tensor(name: str, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))


def film_with(quarter: int | None, *, side: int = 160) -> NDArray[np.uint8]:
    """Return a noisy even film, one quarter of which may be bright (0 upper left, row by row)."""
    film = np.random.default_rng(quarter or 0).integers(90, 110, (side, side)).astype(np.uint8)
    if quarter is not None:
        half = side // 2
        row, column = divmod(quarter, 2)
        film[row * half : (row + 1) * half, column * half : (column + 1) * half] += 100
    return film


def write_film(path: Path, quarter: int | None, *, side: int = 160) -> Path:
    """Write such a film as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    encoded = cv2.imencode(".png", film_with(quarter, side=side))[1]
    path.write_bytes(encoded.tobytes())
    return path
