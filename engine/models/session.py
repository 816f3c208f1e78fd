"""One ONNX Runtime session: what was asked for, what was got, and the run."""

import contextlib
import io
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.models import gpu

# Only after engine.runtime, which keeps ONNX Runtime from talking to its maker: gpu imports it.
PACK = gpu.Preference(gpu.folder())
PACK.begin()
try:
    import onnxruntime
except ImportError as _error:
    PACK.leave(_error)
    import onnxruntime

_NAMES = {
    "TensorrtExecutionProvider": "TensorRT",
    "CUDAExecutionProvider": "CUDA",
    "DmlExecutionProvider": "DirectML",
    "CPUExecutionProvider": "CPU",
}
_ASKED = {
    # TensorRT builds an engine for minutes at first use: only on request.
    "auto": ("CUDAExecutionProvider", "DmlExecutionProvider"),
    "tensorrt": ("TensorrtExecutionProvider", "CUDAExecutionProvider"),
    "cuda": ("CUDAExecutionProvider",),
    "directml": ("DmlExecutionProvider",),
    "cpu": (),
}


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """One forward pass over N films: K leaves, D embedding values, G gate classes.

    ``maps`` (N, K, h, w) are the signed Grad-CAM sums, before the ReLU.
    """

    logits: NDArray[np.float32]
    embedding: NDArray[np.float32]
    maps: NDArray[np.float32]
    gate: NDArray[np.float32]
    distance: NDArray[np.float32]


OUTPUTS = tuple(Outputs.__slots__)


class OnnxSession:
    """A loaded network; ``threads`` are those of a CPU, 0 for one a processor.

    Attributes
    ----------
    provider : str
        What the session really runs on: "CUDA", "TensorRT", "DirectML" or "CPU".
    notice : str
        Why that is not what was asked for; empty where it is.

    Raises
    ------
    UnusableModel
        Where ONNX Runtime cannot load the file, or it does not give ``outputs``: a classifier's
        unless others are named, and then `values` gives them in that order.
    """

    def __init__(
        self,
        path: Path,
        *,
        provider: str = "auto",
        outputs: tuple[str, ...] = OUTPUTS,
        threads: int = 0,
    ) -> None:
        self._start(path.name, str(path), provider, outputs, threads)

    @classmethod
    def from_bytes(
        cls, content: bytes, *, provider: str = "auto", outputs: tuple[str, ...] = OUTPUTS
    ) -> Self:
        """Load a network that is not in a file yet."""
        session = cls.__new__(cls)
        session._start("the model", content, provider, outputs)
        return session

    def _start(
        self,
        name: str,
        source: str | bytes,
        provider: str,
        outputs: tuple[str, ...],
        threads: int = 0,
    ) -> None:
        if provider not in _ASKED:
            raise ValueError(f"provider {provider!r} is unknown; use one of {', '.join(_ASKED)}")
        wanted = _ASKED[provider]
        available = onnxruntime.get_available_providers()
        usable = [name for name in wanted if name in available]
        if "CUDAExecutionProvider" in usable:
            # Finds the CUDA and cuDNN wheels beside it. Standard output is for results.
            with contextlib.redirect_stdout(io.StringIO()):
                onnxruntime.preload_dlls(directory="")
        self._session = _open(name, source, usable, threads)
        got = self._session.get_providers()[0]
        self.provider: str = _NAMES.get(got, got)
        self.notice: str = ""
        if got == "CPUExecutionProvider" and (usable or provider not in ("auto", "cpu")):
            asked = _NAMES[wanted[0]]
            self.notice = f"{asked} was asked for, the CPU is used: {_missing(bool(usable))}."
        elif got == "CPUExecutionProvider" and provider == "auto" and PACK.problem:
            self.notice = f"The GPU pack is not used: {PACK.problem}."
        self._outputs = outputs
        self._check(name)
        # Two runs at once gain nothing on a CPU and double the memory on a GPU.
        self._lock = threading.Lock()

    @property
    def input_shape(self) -> tuple[int, int, int]:
        """Channels, rows and columns of the input."""
        _, channels, rows, columns = self._session.get_inputs()[0].shape
        return channels, rows, columns

    def output_shape(self, name: str) -> list[Any]:
        """Return the declared shape of an output; symbolic axes are strings."""
        return next(list(o.shape) for o in self._session.get_outputs() if o.name == name)

    def run(self, films: NDArray[np.float32]) -> Outputs:
        """Run (N, C, size, size) films through a classifier; UnusableModel where it fails."""
        return Outputs(*self.values(films))

    def values(self, films: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Run films through the network and return its outputs; UnusableModel where it fails."""
        name = self._session.get_inputs()[0].name
        try:
            with self._lock:
                return list(self._session.run(self._outputs, {name: films}))
        except Exception as error:
            raise UnusableModel("Not scored: the network failed on this film.") from error

    def _check(self, name: str) -> None:
        names = {o.name for o in self._session.get_outputs()}
        inputs = self._session.get_inputs()
        if missing := sorted(set(self._outputs) - names):
            raise UnusableModel(f"{name} has no output {missing[0]!r}.")
        if len(inputs) != 1 or len(inputs[0].shape) != 4:
            raise UnusableModel(f"{name} does not take films (N, C, rows, columns).")


def _missing(there: bool) -> str:
    """Say why a device is not used whose provider is there or not."""
    if not there:
        return (
            f"its pack is not used, {PACK.problem}" if PACK.problem else "not in this installation"
        )
    return (
        gpu.missing_library(Path(onnxruntime.__file__).parent)
        or "its driver or libraries did not load"
    )


def version() -> str:
    """Return ONNX Runtime's version."""
    return str(onnxruntime.__version__)


def _open(name: str, source: str | bytes, usable: list[str], threads: int) -> Any:  # noqa: ANN401
    # What fails is said in a sentence of ours, not in ONNX Runtime's log on the terminal.
    onnxruntime.set_default_logger_severity(4)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = threads
    # Threads that spin between two operators take the processors from those that read films.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    providers = [*usable, "CPUExecutionProvider"]
    try:
        return onnxruntime.InferenceSession(source, options, providers=providers)
    except Exception as error:
        raise UnusableModel(f"ONNX Runtime cannot load {name}.") from error
