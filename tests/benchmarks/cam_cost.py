"""What the maps, the gate and the embedding cost over the plain forward pass, paired in one run.

``python tests/benchmarks/cam_cost.py [BUNDLE]``: rounds alternate between the shipped graph with
all its outputs and the same graph cut down to the logits.
"""

import statistics
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

ROUNDS, RUNS = 40, 10


def session(model: onnx.ModelProto, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def plain(model: onnx.ModelProto) -> onnx.ModelProto:
    extractor = onnx.utils.Extractor(model)
    return extractor.extract_model(["films"], ["logits"])


def once(run: onnxruntime.InferenceSession, films: np.ndarray) -> float:
    start = time.perf_counter()
    for _ in range(RUNS):
        run.run(None, {"films": films})
    return (time.perf_counter() - start) / RUNS * 1000


def main() -> None:
    default = Path(__file__).resolve().parents[2] / "resources" / "models" / "standard.onnx"
    model = onnx.load(sys.argv[1] if len(sys.argv) > 1 else str(default))
    bare = plain(model)
    size = model.graph.input[0].type.tensor_type.shape.dim
    films = np.random.default_rng(0).standard_normal([1, *(d.dim_value for d in size[1:])], "f4")
    for threads in (1, 2):
        whole, part = session(model, threads), session(bare, threads)
        once(whole, films), once(part, films)
        pairs = [(once(whole, films), once(part, films)) for _ in range(ROUNDS)]
        ratios = sorted(a / b for a, b in pairs)
        out = sys.stdout.write
        out(f"{threads} thread(s): with maps {statistics.median(a for a, _ in pairs):.2f} ms, ")
        out(f"logits alone {statistics.median(b for _, b in pairs):.2f} ms, ")
        out(f"ratio median {statistics.median(ratios):.4f} ")
        out(f"(quartiles {ratios[ROUNDS // 4]:.4f} to {ratios[3 * ROUNDS // 4]:.4f})\n")


if __name__ == "__main__":
    main()
