"""What the maps cost over the plain forward pass, and all outputs together, paired in one run.

``python tests/benchmarks/cam_cost.py [BUNDLE]``: rounds go through the shipped graph cut down to
the logits, to logits and maps, and whole (with embedding and gate), and compare within the round.
"""

import statistics
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

ROUNDS, RUNS = 80, 10


def session(model: onnx.ModelProto, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def milliseconds(run: onnxruntime.InferenceSession, films: np.ndarray) -> float:
    start = time.perf_counter()
    for _ in range(RUNS):
        run.run(None, {"films": films})
    return (time.perf_counter() - start) / RUNS * 1000


def main() -> None:
    default = Path(__file__).resolve().parents[2] / "resources" / "models" / "standard.onnx"
    model = onnx.load(sys.argv[1] if len(sys.argv) > 1 else str(default))
    cut = onnx.utils.Extractor(model)
    graphs = {
        "logits": cut.extract_model(["films"], ["logits"]),
        "logits and maps": cut.extract_model(["films"], ["logits", "maps"]),
        "everything": model,
    }
    size = model.graph.input[0].type.tensor_type.shape.dim
    films = np.random.default_rng(0).standard_normal([1, *(d.dim_value for d in size[1:])], "f4")
    for threads in (1, 2):
        runs = {name: session(graph, threads) for name, graph in graphs.items()}
        for run in runs.values():
            milliseconds(run, films)
        rounds = [{n: milliseconds(run, films) for n, run in runs.items()} for _ in range(ROUNDS)]
        for name in graphs:
            ratios = sorted(r[name] / r["logits"] for r in rounds)
            median = statistics.median(r[name] for r in rounds)
            sys.stdout.write(
                f"{threads} thread(s), {name}: median {median:.2f} ms, "
                f"ratio {statistics.median(ratios):.4f} "
                f"({ratios[ROUNDS // 4]:.4f} to {ratios[3 * ROUNDS // 4]:.4f})\n"
            )


if __name__ == "__main__":
    main()
