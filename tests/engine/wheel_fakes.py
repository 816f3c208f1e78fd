"""A GPU pack of wheels that are made up, and what pip fetches besides."""

import zipfile
from pathlib import Path

from packaging.tags import sys_tags

from engine.models import gpu

TAG = str(next(sys_tags()))
SERIES = gpu._series(gpu._shipped())
STUB = """
class Port:
    def __init__(self, name): self.name, self.shape = name, [1, 3, 8, 8]
class InferenceSession:
    def __init__(self, source, options, providers): self.asked = providers
    def get_providers(self): return ["CPUExecutionProvider"]
    def get_inputs(self): return [Port("films")]
    def get_outputs(self):
        return [Port(n) for n in ("logits", "embedding", "maps", "gate", "distance")]
class SessionOptions:
    def add_session_config_entry(self, key, value): pass
def get_available_providers(): return ["CUDAExecutionProvider", "CPUExecutionProvider"]
def set_default_logger_severity(level): pass
def preload_dlls(directory): print("Failed to load something")
__version__ = "stub"
"""


def wheel(folder: Path, name: str, files: dict[str, str], version: str = "1.0") -> Path:
    tag = TAG if name.startswith("onnxruntime") else "py3-none-any"
    path = folder / f"{name}-{version}-{tag}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, text in files.items():
            archive.writestr(inner, text)
    return path


def wheels(folder: Path, module: str = STUB, version: str = f"{SERIES}.9") -> Path:
    """The folder of a pack that was fetched, with what pip fetches besides."""
    files = {
        "onnxruntime/__init__.py": module,
        "onnxruntime_gpu-1.dist-info/licenses/LICENSE": "MIT",
        "onnxruntime_gpu-1.dist-info/METADATA": "Name: onnxruntime-gpu",
        "../outside.txt": "climbs out",
    }
    wheel(folder, "onnxruntime_gpu", files, version)
    wheel(folder, "nvidia_cublas", {"nvidia/cu13/lib/libcublas.so.13": "x" * 2_500_000})
    wheel(folder, "numpy", {"numpy/__init__.py": "raise SystemExit"})
    return folder
