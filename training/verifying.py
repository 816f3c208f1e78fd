"""What must hold before a bundle is written, and the writing."""

import time
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import nn

from engine.errors import UnusableModel
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle, seal
from engine.models.card import ModelCard
from engine.models.session import OUTPUTS, OnnxSession
from engine.writing import replacing
from training.config import ConfigError

OPSET = 18
_PARITY = 1e-4
_ROUNDS = 15


def verify_graph(model: onnx.ModelProto) -> None:
    """Refuse a graph that is not valid ONNX of opset 18.

    Raises
    ------
    ConfigError
        Saying what is wrong.
    """
    try:
        onnx.checker.check_model(model, full_check=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ConfigError(f"the graph is not valid ONNX: {error}") from error
    versions = {entry.domain: entry.version for entry in model.opset_import}
    if versions.get("") != OPSET:
        raise ConfigError(f"the graph is of opset {versions.get('')}, not {OPSET}")


def verify_finite(path: Path, weights: dict[str, torch.Tensor]) -> None:
    """Refuse weights that are not numbers; ConfigError names the file and the layer."""
    for name, value in weights.items():
        if not torch.isfinite(value).all():
            raise ConfigError(f"{path.name} is not finite at {name}: that run failed, train again")


def verify_parity(
    module: nn.Module,
    content: bytes,
    films: NDArray[np.float32],
    *,
    outputs: tuple[str, ...] = OUTPUTS,
) -> float:
    """Return the largest difference between torch and ONNX Runtime, relative to each output's size.

    ``module`` returns a tuple, named by ``outputs``.

    Raises
    ------
    ConfigError
        Where it is above 1e-4.
    """
    with torch.no_grad():
        wanted = [t.numpy() for t in module.eval()(torch.from_numpy(np.array(films)))]
    got = OnnxSession.from_bytes(content, provider="cpu", outputs=outputs).values(films)
    worst = 0.0
    for given, value in zip(got, wanted, strict=True):
        gap = np.abs(given - value).max() / max(1.0, float(np.abs(value).max()))
        # A NaN compares false to everything.
        worst = max(worst, float(gap) if np.isfinite(gap) else np.inf)
    if worst > _PARITY:
        raise ConfigError(
            f"the exported graph differs from the network by {worst:.2g}: not exported"
        )
    return worst


def milliseconds(sessions: list[OnnxSession], film: NDArray[np.float32]) -> list[float]:
    """Return each session's median time for one film (1, C, S, S), run in turn.

    In turn, because on a busy machine only the ratio means something.
    """
    times = np.empty((_ROUNDS, len(sessions)))
    for row in times:
        for k, session in enumerate(sessions):
            start = time.perf_counter()
            session.run(film)
            row[k] = (time.perf_counter() - start) * 1000
    return [round(float(t), 2) for t in np.median(times, axis=0)]


def write_bundle(graph: bytes, card: ModelCard, out: Path) -> None:
    """Write a bundle beside ``out``, read it as the engine does, and only then put it there.

    Raises
    ------
    ConfigError
        Where the engine would not take it; then nothing is left.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with replacing(out) as beside:
        beside.write_bytes(seal(graph, card))
        try:
            Assessor(read_bundle(beside), OnnxSession(beside, provider="cpu"))
        except UnusableModel as error:
            raise ConfigError(
                f"the engine refuses the bundle, nothing is written: {error}"
            ) from error
