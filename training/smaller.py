"""Smaller forms of a bundle: fp16 weights, or int8 calibrated on films; measured anew on val.

Calibration, operating curves and the gate's thresholds are refitted on the smaller form's own
outputs, because a threshold of the larger one means another sensitivity here.
"""

import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import engine.runtime  # noqa: F401 - before ONNX Runtime: it keeps that from talking to its maker

# isort: split
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.quant_utils import add_pre_process_metadata

from engine.models.bundle import graph_of, read_bundle
from engine.models.card import ModelCard
from engine.models.session import OnnxSession
from training.cards import Val, calibrated, experiment_of, macro_auc, measure, refitted, run
from training.config import ConfigError
from training.familiarity import with_notice_thresholds
from training.films import tensors
from training.golden import of_session
from training.selection import select
from training.verifying import milliseconds, verify_graph, write_bundle

Form = Literal["fp16", "int8"]
Films = NDArray[np.float32]
_CALIBRATION_FILMS = 256
_BATCH = 8
_METHODS = {
    "percentile": CalibrationMethod.Percentile,
    "entropy": CalibrationMethod.Entropy,
    "minmax": CalibrationMethod.MinMax,
}


def shrink(
    bundle: Path,
    out: Path,
    *,
    form: Form,
    data: Path,
    kind: str = "manifest",
    most_auc_lost: float = 0.02,
) -> ModelCard:
    """Write a bundle's smaller form to ``out``; ``data`` holds the films that it was made of.

    Raises
    ------
    ConfigError
        Where it is smaller already, gives no numbers, or its macro AUC on val falls by more than
        ``most_auc_lost``: then nothing is written.
    """
    whole = read_bundle(bundle)
    card, content = whole.card, graph_of(bundle.read_bytes())
    if (already := card.metrics.get("form", {}).get("form", "fp32")) != "fp32":
        raise ConfigError(f"{bundle.name} is {already} already: shrink the fp32 bundle")
    experiment = experiment_of(card, data, kind=kind)
    val = Val.read(experiment)
    model = onnx.load_model_from_string(content)
    if form == "fp16":
        smaller = to_fp16(model)
    else:
        train = select(experiment, "train")
        rng = np.random.default_rng(experiment.fitting.seed)
        drawn = rng.permutation(len(train))[:_CALIBRATION_FILMS]
        _, chosen = tensors([train[i] for i in drawn], card.preprocessing)
        smaller = to_int8(model, chosen)
    sessions = [OnnxSession.from_bytes(c, provider="cpu") for c in (content, smaller)]
    multi_label = experiment.task == "multi_label"
    outputs = run(sessions[1], val.films)
    after = measure(
        outputs,
        val,
        leaves=card.leaves,
        derived=card.derived,
        multi_label=multi_label,
    )
    logits = run(sessions[0], val.films).logits
    before = calibrated(logits, val.targets, multi_label=multi_label).probabilities(logits)
    auc = macro_auc(before, val.targets)
    lost = auc - after.macro_auc
    if lost > most_auc_lost:
        raise ConfigError(
            f"{form} loses {lost:.3f} of macro AUC on val ({auc:.3f} to "
            f"{after.macro_auc:.3f}), more than {most_auc_lost:g}: not exported"
        )
    times = milliseconds(sessions, val.films[:1])
    small = replace(
        refitted(card, smaller, after),
        id=out.stem,
        title=f"{card.title}, {form}",
        familiarity=card.familiarity
        and with_notice_thresholds(
            card.familiarity, outputs.embedding, val.sources, seed=experiment.fitting.seed
        ),
        metrics={
            "form": {
                "form": form,
                "of_sha256": whole.sha256,
                "macro_auc_val": round(after.macro_auc, 4),
                "macro_auc_val_lost": round(lost, 4),
                "milliseconds_a_film": times[1],
                "time_of_fp32": round(times[1] / times[0], 2),
                "megabytes": round(len(smaller) / 1e6, 2),
            }
        },
        provenance=card.provenance | {"shrunk": f"{form} of {card.id} {card.version}"},
        golden=of_session(sessions[1], card.preprocessing),
    )
    write_bundle(smaller, small, out)
    return small


def to_fp16(model: onnx.ModelProto) -> bytes:
    """Return the graph with a half-precision backbone; inputs, outputs and tail stay float32."""
    copy = _named(model)
    chosen = backbone(copy)
    floats = _floats(copy)
    inside = {name for n in copy.graph.node if n.name in chosen for name in n.output} & floats
    values = {i.name: i for i in copy.graph.initializer if i.name in floats}
    made: dict[str, onnx.NodeProto | onnx.TensorProto] = {}
    nodes: list[onnx.NodeProto] = []
    for node in copy.graph.node:
        half = node.name in chosen
        for place, name in enumerate(node.input):
            # Resize takes its scales in float32 whatever the film is.
            outside = name in floats and name not in inside and not (place and _resizes(node))
            if half and outside:
                node.input[place] = _made(made, nodes, name, values.get(name), TensorProto.FLOAT16)
            elif not half and name in inside:
                node.input[place] = _made(made, nodes, name, None, TensorProto.FLOAT)
        if half:
            _halve(node)
        nodes.append(node)
    if missed := inside & {value.name for value in copy.graph.output}:
        raise ConfigError(f"the graph gives {min(missed)} from within its backbone: no fp16 form")
    used = {name for node in nodes for name in node.input}
    kept = [i for i in copy.graph.initializer if i.name in used]
    kept += [value for value in made.values() if isinstance(value, TensorProto)]
    del copy.graph.node[:], copy.graph.initializer[:], copy.graph.value_info[:]
    copy.graph.node.extend(nodes)
    copy.graph.initializer.extend(kept)
    verify_graph(copy)
    return bytes(copy.SerializeToString())


def _made(
    made: dict[str, onnx.NodeProto | onnx.TensorProto],
    nodes: list[onnx.NodeProto],
    name: str,
    value: onnx.TensorProto | None,
    kind: int,
) -> str:
    """Make a tensor in another precision, once; return its name."""
    other = f"{name}/{'half' if kind == TensorProto.FLOAT16 else 'float'}"
    if other not in made and value is not None:
        made[other] = numpy_helper.from_array(_to_half(value), other)
    elif other not in made:
        made[other] = helper.make_node("Cast", [name], [other], name=other, to=kind)
        nodes.append(made[other])
    return other


def _to_half(value: onnx.TensorProto) -> NDArray[np.float16]:
    most = float(np.finfo(np.float16).max)
    return np.asarray(np.clip(numpy_helper.to_array(value), -most, most), np.float16)


def _halve(node: onnx.NodeProto) -> None:
    """Turn what a node of the backbone makes of its own into half precision."""
    for attribute in node.attribute:
        if attribute.name == "to" and attribute.i == TensorProto.FLOAT:
            attribute.i = TensorProto.FLOAT16
        elif attribute.t.data_type == TensorProto.FLOAT:
            attribute.t.CopyFrom(numpy_helper.from_array(_to_half(attribute.t)))


def _resizes(node: onnx.NodeProto) -> bool:
    return bool(node.op_type == "Resize")


def _floats(model: onnx.ModelProto) -> set[str]:
    """Return the names of all float32 tensors."""
    graph = onnx.shape_inference.infer_shapes(model).graph
    values = (*graph.input, *graph.value_info, *graph.output)
    found = {v.name for v in values if v.type.tensor_type.elem_type == TensorProto.FLOAT}
    return found | {i.name for i in graph.initializer if i.data_type == TensorProto.FLOAT}


def to_int8(
    model: onnx.ModelProto,
    films: Films,
    *,
    method: str = "percentile",
    reduce_range: bool = True,
    percentile: float = 99.9,
) -> bytes:
    """Return the graph with a statically quantised backbone (QDQ, per channel), by ``films``.

    ``reduce_range`` keeps the weights to 7 bits: on processors without VNNI the sums of 8-bit
    products saturate.
    """
    copy = _named(model)
    add_pre_process_metadata(copy)
    # The quantiser prints; results alone belong on stdout.
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        path = Path(folder) / "int8.onnx"
        quantize_static(
            copy,
            path,
            _Reader(copy.graph.input[0].name, films),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=reduce_range,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_quantize=sorted(backbone(copy)),
            calibrate_method=_METHODS[method],
            extra_options={"CalibStridedMinMax": 1, "CalibPercentile": percentile},
        )
        small = onnx.load(path)
    verify_graph(small)
    return bytes(small.SerializeToString())


def backbone(model: onnx.ModelProto) -> set[str]:
    """Return the names of the nodes that make the feature maps; the rest is kept in float.

    These are convolutions, what lies between them, and what lies between the last of them and the
    pooling that gives the embedding. Before the first convolution are the views of test-time
    augmentation, after the pooling logits, maps and gate.
    """
    nodes = list(model.graph.node)
    makers = {name: node for node in nodes for name in node.output}
    after: set[str] = set()
    for node in nodes:  # sorted: makers come first
        fed = any(name in makers and makers[name].name in after for name in node.input)
        if node.op_type == "Conv" or fed:
            after.add(node.name)
    convolutions = [node for node in nodes if node.op_type == "Conv"]
    pooling = [makers["embedding"]] if "embedding" in makers else []
    before: set[str] = {node.name for node in convolutions}
    waiting = [makers[n] for node in (*convolutions, *pooling) for n in node.input if n in makers]
    while waiting:
        node = waiting.pop()
        if node.name not in before:
            before.add(node.name)
            waiting += [makers[n] for n in node.input if n in makers]
    return before & after


def _named(model: onnx.ModelProto) -> onnx.ModelProto:
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    for index, node in enumerate(copy.graph.node):
        node.name = f"n{index}_{node.op_type}"
    return copy


class _Reader(CalibrationDataReader):  # type: ignore[misc]
    """Batches of films; ``set_range`` bounds how many activations are held at once."""

    def __init__(self, name: str, films: Films) -> None:
        self._name = name
        self._parts = [films[i : i + _BATCH] for i in range(0, len(films), _BATCH)]
        self._left: Iterator[Films] = iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def set_range(self, start_index: int, end_index: int) -> None:
        self._left = iter(self._parts[start_index:end_index])

    def get_next(self) -> dict[str, Any] | None:
        part = next(self._left, None)
        return None if part is None else {self._name: part}
