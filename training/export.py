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

from engine.models.bundle import graph_sha256, seal
from engine.models.card import Derived, DerivedKind, ModelCard
from engine.models.session import OUTPUTS, OnnxSession
from training.calibrate import by_finding, fit_calibration, operating_curve, reliability
from training.config import LEAVES, ConfigError, Experiment
from training.datasets.sample import Sample
from training.explain import Explained
from training.films import tensors
from training.fit import predict, training_samples
from training.gate import FittedGate, fit_gate, strangers
from training.networks import Network, build

_PARITY = 1e-4
_GATE_FILMS = 2400

DERIVED = {
    "pneumonia": Derived(DerivedKind.UNION, ("bacterial_pneumonia", "viral_pneumonia", "covid19")),
    "abnormal": Derived(DerivedKind.COMPLEMENT, ("normal",)),
}
URGENCY = {
    "covid19": 1.0,
    "pneumonia": 0.9,
    "bacterial_pneumonia": 0.9,
    "viral_pneumonia": 0.9,
    "lung_opacity": 0.85,
    "abnormal": 0.8,
}
_CHILDREN = (
    "Learned from children's films almost alone: in adults bacterial and viral pneumonia cannot be "
    "told apart by this model."
)
CAVEATS = {
    "bacterial_pneumonia": _CHILDREN,
    "viral_pneumonia": _CHILDREN,
    "covid19": "Labels are mostly PCR results; the film itself may look normal.",
    "lung_opacity": "Few training films, partly with labels mined from reports.",
}


def export(experiment: Experiment, weights: Path, out: Path, *, command: str) -> ModelCard:
    """Write the bundle of a finished run to ``out``.

    Raises
    ------
    ConfigError
        Where the exported graph does not give what the network gives: then nothing is written.
    """
    network = build(
        experiment.network,
        classes=len(LEAVES),
        channels=experiment.preprocessing.channels,
        head=experiment.head,
    )
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    network.eval()
    samples = training_samples(experiment)
    val = tensors(samples["val"], experiment.preprocessing)
    labels = np.array([LEAVES.index(s.finding) for s in samples["val"]])
    groups = np.array([s.group for s in samples["val"]])
    logits = predict(network, val)
    calibration = fit_calibration(logits, labels)
    members: dict[str, tuple[str, ...]] = {name: (name,) for name in LEAVES}
    members |= {name: derived.leaves(LEAVES) for name, derived in DERIVED.items()}
    scores = by_finding(calibration.probabilities(logits), LEAVES, members)
    truths = {n: np.isin(labels, [LEAVES.index(x) for x in of]) for n, of in members.items()}
    fitted = _gate(experiment, network, samples["train"], val)
    graph = to_onnx(Explained(network, fitted.head), val[:2])
    card = ModelCard(
        id=experiment.name,
        version=experiment.version,
        title=f"Chest triage, {experiment.network}, {experiment.preprocessing.size} px",
        leaves=LEAVES,
        derived=DERIVED,
        preprocessing=experiment.preprocessing,
        calibration=calibration,
        reliability={n: reliability(scores[n], truths[n], groups) for n in members},
        operating={n: operating_curve(scores[n], truths[n], groups) for n in members},
        gate=fitted.gate,
        graph_sha256=graph_sha256(graph),
        urgency_weights=URGENCY,
        caveats=CAVEATS,
        metrics={"gate": {k: round(v, 4) for k, v in fitted.metrics.items()}},
        provenance=_provenance(experiment, samples, command),
    )
    verify_parity(
        Explained(network, fitted.head), seal(graph, card), val[:: max(1, len(val) // 32)]
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_suffix(".part")
    beside.write_bytes(seal(graph, card))
    beside.replace(out)
    return card


def to_onnx(module: nn.Module, example: NDArray[np.float32]) -> bytes:
    """Return the checked ONNX graph (opset 18, any batch size) of an `Explained` network."""
    # The exporter tells of every constant it folds.
    logging.getLogger("onnxscript").setLevel(logging.WARNING)
    program = torch.onnx.export(
        module.eval(),
        (torch.from_numpy(np.ascontiguousarray(example)),),
        dynamo=True,
        opset_version=18,
        input_names=["films"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({0: torch.export.Dim("films", min=1, max=4096)},),
        verbose=False,
    )
    if program is None:
        raise ConfigError("torch exported no graph")
    model = program.model_proto
    del model.metadata_props[:]
    onnx.checker.check_model(model, full_check=True)
    content: bytes = model.SerializeToString()
    return content


def verify_parity(module: nn.Module, content: bytes, films: NDArray[np.float32]) -> float:
    """Return the largest difference between torch and ONNX Runtime, relative to each output's size.

    Raises
    ------
    ConfigError
        Where it is above 1e-4.
    """
    with torch.no_grad():
        wanted = [t.numpy() for t in module.eval()(torch.from_numpy(np.ascontiguousarray(films)))]
    got = OnnxSession.from_bytes(content, provider="cpu").run(films)
    worst = 0.0
    for name, value in zip(OUTPUTS, wanted, strict=True):
        gap = np.abs(getattr(got, name) - value).max() / max(1.0, float(np.abs(value).max()))
        worst = max(worst, float(gap))
    if worst > _PARITY:
        raise ConfigError(
            f"the exported graph differs from the network by {worst:.2g}: not exported"
        )
    return worst


def _gate(
    experiment: Experiment, network: Network, train: Sequence[Sample], val: NDArray[np.float32]
) -> FittedGate:
    rng = np.random.default_rng(experiment.fitting.seed)
    chosen = [train[i] for i in rng.choice(len(train), min(_GATE_FILMS, len(train)), replace=False)]
    others = strangers(
        Path(experiment.data.out_of_distribution),
        experiment.preprocessing,
        seed=experiment.fitting.seed,
    )
    return fit_gate(network, tensors(chosen, experiment.preprocessing), val, others)


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
        "initial_weights": f"{experiment.pretrained}, ImageNet, Apache-2.0",
        "films": {
            f"{source} {finding} {split}": n
            for (source, finding, split), n in sorted(table.items())
        },
        "libraries": {"torch": torch.__version__, "onnx": onnx.__version__},
    }
