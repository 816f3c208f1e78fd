"""Several bundles as one: a graph whose members share the film, their probabilities averaged.

Each member keeps its own calibration, folded into the graph, so that a confident member does not
drown the others. The output is the logit of the mean probability (softmax: its log), from which
the ensemble's own calibration starts.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, compose, helper, numpy_helper

from engine.models.bundle import Bundle, graph_of, read_bundle
from engine.models.card import Activation, Calibration, ModelCard
from engine.models.golden import forms_of
from engine.models.session import OUTPUTS, OnnxSession
from training.cards import Val, experiment_of, measure, refitted, run
from training.config import ConfigError
from training.golden import of_session
from training.test_time import matrices
from training.verifying import OPSET, milliseconds, verify_graph, write_bundle

Logits = NDArray[np.float32]
_SMALLEST = 1e-7
_EQUAL = 1e-5
_VERIFIED_FILMS = 64
_OF_THE_FIRST = ("embedding", "gate", "distance")


def unite(
    paths: Sequence[Path],
    out: Path,
    *,
    data: Path,
    kind: str = "manifest",
    test_time: Sequence[str] = (),
) -> ModelCard:
    """Write the ensemble of several bundles to ``out``; ``data`` holds the films of their val.

    Members may be runs of other networks or snapshots of one run, and want films of other sizes
    than the first one's, of which theirs are made in the graph. Each averages its probabilities
    over the film and the views that ``test_time`` names (see `training.test_time`). Embedding and
    gate are the first member's; maps are the mean of all.

    Raises
    ------
    ConfigError
        Where members do not agree on leaves or preprocessing, a view is unknown, or the graph does
        not give the mean of the members' probabilities: then nothing is written.
    """
    members = [read_bundle(path) for path in paths]
    _agree(members)
    first = members[0].card
    contents = [
        over_views(
            at_size(graph_of(path.read_bytes()), first.preprocessing.size),
            test_time,
            first.calibration.activation,
        )
        for path in paths
    ]
    graph = merge(contents, [member.card.calibration for member in members])
    experiment = experiment_of(first, data, kind=kind)
    val = Val.read(experiment)
    session = OnnxSession.from_bytes(graph, provider="cpu")
    alone = [OnnxSession.from_bytes(content, provider="cpu") for content in contents]
    outputs = run(session, val.films)
    few = slice(None, None, max(1, len(val.films) // _VERIFIED_FILMS))
    apart = _verify_mean(
        outputs.logits[few], [run(s, val.films[few]).logits for s in alone], members
    )
    found = measure(
        outputs,
        val,
        leaves=first.leaves,
        derived=first.derived,
        multi_label=experiment.task == "multi_label",
    )
    own = {member.card.test_time for member in members}
    times = milliseconds([session, alone[0]], val.films[:1])
    card = replace(
        refitted(first, graph, found),
        id=out.stem,
        title=f"Chest triage, {len(members)} networks, {first.preprocessing.size} px",
        test_time=(*(first.test_time if len(own) == 1 else ()), *test_time),
        metrics={
            "form": {
                "form": "ensemble",
                "macro_auc_val": round(found.macro_auc, 4),
                "difference_from_mean": float(f"{apart:.2g}"),
                "milliseconds_a_film": times[0],
                "time_of_first": round(times[0] / times[1], 2),
                "megabytes": round(len(graph) / 1e6, 2),
            }
        },
        provenance=first.provenance
        | {
            "members": [
                {
                    "id": m.card.id,
                    "version": m.card.version,
                    "sha256": m.sha256,
                    "forms": list(forms_of(m.card)),
                    "test_time": list(m.card.test_time),
                }
                for m in members
            ]
        },
        golden=of_session(session, first.preprocessing),
    )
    write_bundle(graph, card, out)
    return card


def merge(contents: Sequence[bytes], calibrations: Sequence[Calibration]) -> bytes:
    """Return one graph of several, with the outputs of `engine.models.session.Outputs`.

    A Grad-CAM sum grows with the logits and shrinks with the number of cells, so each member's maps
    are divided by its temperature and multiplied by its share of the finest grid's cells.
    """
    models = [onnx.load_model_from_string(content) for content in contents]
    newest = max(model.ir_version for model in models)
    for model in models:
        model.ir_version = newest
    merged = reduce(_joined, enumerate(models), _shared_input(models))
    _finish(merged, models, calibrations)
    verify_graph(merged)
    return bytes(merged.SerializeToString())


def at_size(content: bytes, size: int) -> bytes:
    """Return a graph that takes films of ``size`` and makes its own of them."""
    model = onnx.load_model_from_string(content)
    film = model.graph.input[0]
    dims = film.type.tensor_type.shape.dim
    if dims[2].dim_value == size:
        return content
    for node in model.graph.node:
        node.input[:] = ["film at its size" if name == film.name else name for name in node.input]
    sizes = np.array([dim.dim_value for dim in dims[2:]], np.int64)
    model.graph.initializer.append(numpy_helper.from_array(sizes, "its size"))
    resize = helper.make_node(
        "Resize",
        [film.name, "", "", "its size"],
        ["film at its size"],
        mode="linear",
        antialias=1,
        axes=[2, 3],
    )
    model.graph.node.insert(0, resize)
    for dim in dims[2:]:
        dim.dim_value = size
    return bytes(model.SerializeToString())


def over_views(content: bytes, names: Sequence[str], activation: Activation) -> bytes:
    """Return a graph whose probabilities are the mean over the film and its views.

    The views go through the network in one batch with the film; everything but the logits is the
    film's own (see `training.test_time.Averaged`).
    """
    if not names:
        return content
    model = onnx.load_model_from_string(content)
    film = model.graph.input[0]
    shapes = {name: _shape(model, name) for name in OUTPUTS}
    size = film.type.tensor_type.shape.dim[-1].dim_value
    renamed = {name: f"all/{name}" for name in shapes} | {film.name: "views/films"}
    inner = list(model.graph.node)
    for node in inner:
        node.input[:] = [renamed.get(name, name) for name in node.input]
        node.output[:] = [renamed.get(name, name) for name in node.output]
    del model.graph.node[:]
    add = _Adder(model.graph, "views")
    seen = [film.name]
    for k, name in enumerate(names):
        rows, columns = matrices(name, size)
        turned = add.node("MatMul", add.constant(f"rows{k}", rows), film.name)
        seen.append(add.node("MatMul", turned, add.constant(f"columns{k}", columns)))
    add.node("Concat", *seen, out="views/films", axis=0)
    model.graph.node.extend(inner)
    for name, shape in shapes.items():
        apart = add.constant(f"{name} apart", [len(seen), -1, *shape[1:]], np.int64)
        split = add.node("Reshape", f"all/{name}", apart)
        if name == "logits":
            first = add.constant("first axis", [0], np.int64)
            probability = add.probability(split, activation)
            add.logits(add.node("ReduceMean", probability, first, keepdims=0), activation)
        else:
            add.node("Gather", split, add.constant(f"{name} own", 0, np.int64), out=name, axis=0)
    return bytes(model.SerializeToString())


def _agree(members: Sequence[Bundle]) -> None:
    if len(members) < 2:
        raise ConfigError("an ensemble needs two bundles or more")
    first = members[0]
    for member in members[1:]:
        for what, one, other in (
            ("leaves", first.card.leaves, member.card.leaves),
            ("derived findings", first.card.derived, member.card.derived),
            (
                "preprocessing",
                first.card.preprocessing,
                replace(member.card.preprocessing, size=first.card.preprocessing.size),
            ),
            ("explanation", first.card.explanation, member.card.explanation),
            (
                "activation",
                first.card.calibration.activation,
                member.card.calibration.activation,
            ),
        ):
            if one != other:
                raise ConfigError(
                    f"{first.path.name} and {member.path.name} differ in their {what}: "
                    "they cannot be one ensemble"
                )


def _verify_mean(together: Logits, alone: Sequence[Logits], members: Sequence[Bundle]) -> float:
    """Return the largest difference of the graph's probabilities from the members' mean."""
    each = [m.card.calibration for m in members]
    identity = replace(each[0], temperature=1.0, bias=(0.0,) * len(each[0].bias))
    wanted = np.mean([c.probabilities(o) for c, o in zip(each, alone, strict=True)], axis=0)
    apart = float(np.abs(identity.probabilities(together) - wanted).max())
    if not apart <= _EQUAL:
        raise ConfigError(
            f"the ensemble differs from its members' mean by {apart:.2g}: nothing is written"
        )
    return apart


def _shared_input(models: Sequence[onnx.ModelProto]) -> onnx.ModelProto:
    """Return a graph that hands the film to every member."""
    film = models[0].graph.input[0]
    shape = [d.dim_param or d.dim_value for d in film.type.tensor_type.shape.dim]
    names = [f"films{k}" for k in range(len(models))]
    graph = helper.make_graph(
        [helper.make_node("Identity", ["films"], [name]) for name in names],
        "ensemble",
        [helper.make_tensor_value_info("films", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in names],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = models[0].ir_version
    return model


def _joined(whole: onnx.ModelProto, member: tuple[int, onnx.ModelProto]) -> onnx.ModelProto:
    index, model = member
    film = f"member{index}/{model.graph.input[0].name}"
    try:
        prefixed = compose.add_prefix(model, f"member{index}/")
        return compose.merge_models(whole, prefixed, io_map=[(f"films{index}", film)])
    except ValueError as error:
        raise ConfigError(f"member {index + 1} cannot be merged: {error}") from error


def _finish(
    merged: onnx.ModelProto,
    models: Sequence[onnx.ModelProto],
    calibrations: Sequence[Calibration],
) -> None:
    """Add the averages, and leave the ensemble's own outputs alone."""
    grids = [_shape(model, "maps")[2:] for model in models]
    finest = max(grids, key=lambda grid: grid[0] * grid[1])
    add = _Adder(merged.graph, "mean")
    activation = calibrations[0].activation
    probabilities, maps = [], []
    for k, (calibration, grid) in enumerate(zip(calibrations, grids, strict=True)):
        temperature = add.constant(f"temperature{k}", calibration.temperature)
        scaled = add.node("Div", f"member{k}/logits", temperature)
        biased = add.node("Add", scaled, add.constant(f"bias{k}", calibration.bias))
        probabilities.append(add.probability(biased, activation))
        share = grid[0] * grid[1] / (finest[0] * finest[1])
        cells = add.constant(f"cells{k}", share / calibration.temperature)
        scaled_maps = add.node("Mul", f"member{k}/maps", cells)
        maps.append(scaled_maps if grid == finest else add.resized(scaled_maps, finest))
    add.logits(add.node("Mean", *probabilities), activation)
    add.node("Mean", *maps, out="maps")
    for name in _OF_THE_FIRST:
        add.node("Identity", f"member0/{name}", out=name)
    shapes = {name: _shape(models[0], name) for name in OUTPUTS}
    shapes["maps"] = [*shapes["maps"][:2], *finest]
    del merged.graph.output[:]
    for name in OUTPUTS:
        value = helper.make_tensor_value_info(name, TensorProto.FLOAT, shapes[name])
        merged.graph.output.append(value)


class _Adder:
    """Appends nodes and constants to a graph."""

    def __init__(self, graph: onnx.GraphProto, prefix: str) -> None:
        self._graph, self._prefix = graph, prefix
        self._count = 0

    def constant(self, name: str, value: object, kind: type[np.generic] = np.float32) -> str:
        """Add a constant and return its name."""
        array: NDArray[np.generic] = np.array(value, kind)
        self._graph.initializer.append(numpy_helper.from_array(array, f"{self._prefix}/{name}"))
        return f"{self._prefix}/{name}"

    def node(self, kind: str, *inputs: str, out: str = "", **attributes: Any) -> str:  # noqa: ANN401
        """Add a node and return its output's name."""
        self._count += 1
        made = out or f"{self._prefix}/{self._count}"
        self._graph.node.append(helper.make_node(kind, list(inputs), [made], **attributes))
        return made

    def probability(self, logits: str, activation: Activation) -> str:
        """Add the probabilities of logits (..., K)."""
        if activation == "softmax":
            return self.node("Softmax", logits, axis=-1)
        return self.node("Sigmoid", logits)

    def logits(self, probability: str, activation: Activation) -> None:
        """Add the output ``logits`` of probabilities (N, K); of softmax, their logarithms."""
        low, high = self.constant("low", _SMALLEST), self.constant("high", 1 - _SMALLEST)
        held = self.node("Clip", probability, low, high)
        if activation == "sigmoid":
            rest = self.node("Sub", self.constant("one", 1.0), held)
            held = self.node("Div", held, rest)
        self.node("Log", held, out="logits")

    def resized(self, name: str, grid: Sequence[int]) -> str:
        """Add a linear resize to a grid (h, w)."""
        size = self.constant(f"size{self._count}", grid, np.int64)
        return self.node("Resize", name, "", "", size, mode="linear", axes=[2, 3])


def _shape(model: onnx.ModelProto, name: str) -> list[int]:
    """Return an output's shape; a name where it is free."""
    value = next(v for v in model.graph.output if v.name == name)
    return [d.dim_param or d.dim_value for d in value.type.tensor_type.shape.dim]
