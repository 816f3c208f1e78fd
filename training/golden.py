"""The golden set of a bundle: what torch gives for the phantom films of `engine.models.golden`."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn

from engine.models.bundle import graph_of, read_bundle
from engine.models.card import GoldenFilm, ModelCard
from engine.models.golden import golden_of, tensors
from engine.models.preprocessing import Preprocessing
from engine.models.session import OnnxSession, Outputs
from training.config import ConfigError, Experiment
from training.explain import Explained, GateHead
from training.networks import build_for
from training.test_time import Averaged
from training.verifying import verify_finite, verify_parity, write_bundle


@torch.no_grad()
def of_module(module: nn.Module, preprocessing: Preprocessing) -> tuple[GoldenFilm, ...]:
    """Return what torch gives; the module's outputs are `engine.models.session.Outputs`."""
    films = torch.from_numpy(np.ascontiguousarray(tensors(preprocessing)))
    return golden_of(Outputs(*(t.numpy() for t in module.eval()(films))))


def of_session(session: OnnxSession, preprocessing: Preprocessing) -> tuple[GoldenFilm, ...]:
    """Return what a graph that torch never had gives: a smaller form, an ensemble."""
    return golden_of(session.run(tensors(preprocessing)))


def module_of(experiment: Experiment, weights: Path, head: GateHead) -> nn.Module:
    """Return a finished run's network as it is exported.

    Raises
    ------
    ConfigError
        Where the weights are not numbers or are another network's.
    """
    network = build_for(experiment)
    state: dict[str, torch.Tensor] = torch.load(weights, map_location="cpu", weights_only=True)
    verify_finite(weights, state)
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise ConfigError(f"{weights} holds another network than {experiment.network}") from error
    return exported(experiment, Explained(network.eval(), head, experiment.explanation))


def exported(experiment: Experiment, explained: Explained) -> nn.Module:
    """Return the module that is exported: the network itself, or averaged over views."""
    if not experiment.test_time:
        return explained
    return Averaged(
        explained,
        experiment.test_time,
        size=experiment.preprocessing.size,
        activation="sigmoid" if experiment.task == "multi_label" else "softmax",
    )


def add_golden(bundle: Path, experiment: Experiment, weights: Path) -> tuple[ModelCard, float]:
    """Seal a golden set into a finished bundle; return its card and the parity of graph and torch.

    The graph stays as it is, and so does the rest of the card. The gate's head, fitted at export,
    is taken from the graph.

    Raises
    ------
    ConfigError
        Where the graph is not the network of these weights: then nothing is written.
    """
    card, content = read_bundle(bundle).card, bundle.read_bytes()
    head = gate_head(onnx.load_model_from_string(graph_of(content)))
    module = module_of(experiment, weights, head)
    try:
        parity = verify_parity(module, content, tensors(card.preprocessing))
    except (ConfigError, RuntimeError, ValueError) as error:
        raise ConfigError(f"{bundle.name} is not the network of {weights}: {error}") from error
    card = replace(card, golden=of_module(module, card.preprocessing))
    write_bundle(content, card, bundle)
    return card, parity


def gate_head(model: onnx.ModelProto) -> GateHead:
    """Return the gate's head from an exported graph.

    Raises
    ------
    ConfigError
        Where it is not found: the graph is no single network's.
    """
    values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    before = _before(model, "distance")
    mean, whiten = (
        next((values[n] for n in before & set(values) if n.endswith(f"gate.{part}")), None)
        for part in ("mean", "whiten")
    )
    # The exporter may have turned the weight, and then it has another name.
    rest = [values[n] for n in _before(model, "gate") & set(values) - before]
    bias = next((v for v in rest if v.ndim == 1), None)
    weight = next((v for v in rest if v.ndim == 2), None)
    if mean is None or whiten is None or bias is None or weight is None:
        raise ConfigError("the graph's gate is not found: is this a bundle of one exported run?")
    if weight.shape != (len(bias), whiten.shape[1]):
        weight = weight.T
    return GateHead(*(_tensor(v) for v in (mean, whiten, weight, bias)))


def _tensor(values: NDArray[np.float32]) -> torch.Tensor:
    return torch.from_numpy(np.array(values, np.float32))


def _before(model: onnx.ModelProto, output: str) -> set[str]:
    """Return the names of all tensors that an output is made of."""
    makers = {name: node for node in model.graph.node for name in node.output}
    found: set[str] = set()
    waiting = [output]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += makers[name].input if name in makers else ()
    return found
