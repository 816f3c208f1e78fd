"""The GPU pack of wheels that are made up: what is taken, what is refused, and what is said."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import namedtuple
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.tags import sys_tags

from engine.errors import UnusablePack
from engine.models import gpu

ROOT = Path(__file__).resolve().parents[3]
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
class SessionOptions: pass
def get_available_providers(): return ["CUDAExecutionProvider", "CPUExecutionProvider"]
def set_default_logger_severity(level): pass
def preload_dlls(directory): print("Failed to load something")
__version__ = "stub"
"""


def wheel(folder: Path, name: str, files: dict[str, str], version: str = "1.0") -> Path:
    tag = TAG if name.startswith("onnxruntime") else "py3-none-any"
    path = folder / f"{name}-{version}-{tag}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
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
    wheel(folder, "nvidia_cublas", {"nvidia/cu13/lib/libcublas.so.13": "x" * 1000})
    wheel(folder, "numpy", {"numpy/__init__.py": "raise SystemExit"})
    return folder


def test_a_pack_is_unpacked_without_what_others_bring(tmp_path: Path) -> None:
    place = tmp_path / "home" / "gpu"
    told: list[tuple[int, int | None]] = []
    names = gpu.install([wheels(tmp_path / "w")], place, lambda *now: told.append(now))
    assert [name.partition("-")[0] for name in names] == ["nvidia_cublas", "onnxruntime_gpu"]
    assert gpu.installed(place) == tuple(names)
    found = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert found == {
        "pack.json",
        "onnxruntime/__init__.py",
        "nvidia/cu13/lib/libcublas.so.13",
        "licences/onnxruntime-gpu/LICENSE",
    }
    assert told == [(0, 2), (1, 2)]
    assert sorted(path.name for path in tmp_path.rglob("outside*")) == []
    assert [path.name for path in place.parent.iterdir()] == ["gpu"]


def test_a_new_pack_replaces_the_old_one_whole(tmp_path: Path) -> None:
    place = tmp_path / "gpu"
    gpu.install([wheels(tmp_path / "w")], place)
    (place / "nvidia/old.so").write_text("old")
    gpu.install([wheels(tmp_path / "w")], place)
    assert not (place / "nvidia/old.so").exists()
    assert gpu.remove(place)
    assert not gpu.remove(place)
    assert gpu.installed(place) == ()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: wheel(folder, "nvidia_cublas", {}), "pip download"),
        (lambda folder: wheels(folder, version="0.1.0"), f"needs onnxruntime-gpu {SERIES}"),
        (
            lambda folder: wheels(folder) / shutil.copy(
                next(folder.glob("nvidia*")), folder / "nvidia_cudnn-1.0-cp27-cp27m-win32.whl"
            ),
            "another system or Python",
        ),
        (
            lambda folder: (wheels(folder) / "nvidia_cufft-1.0-py3-none-any.whl").write_bytes(
                b"cut off"
            ),
            "nvidia_cufft-1.0-py3-none-any.whl is damaged",
        ),
        (lambda folder: (wheels(folder) / "nonsense.whl").write_bytes(b""), "is no wheel"),
    ],
)  # fmt: skip
def test_what_makes_no_pack_is_refused_and_the_old_one_stays(
    tmp_path: Path, make: object, says: str
) -> None:
    place = tmp_path / "gpu"
    gpu.install([wheels(tmp_path / "before")], place)
    before = gpu.installed(place)
    make(tmp_path / "w")  # type: ignore[operator]
    with pytest.raises(UnusablePack, match=says):
        gpu.install([tmp_path / "w"], place)
    assert gpu.installed(place) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["before", "gpu", "w"]


def test_a_disc_that_is_too_small_is_said_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(gpu.shutil, "disk_usage", lambda _: usage(10))
    with pytest.raises(UnusablePack, match=r"only 0\.0 GB are free"):
        gpu.install([wheels(tmp_path / "w")], tmp_path / "gpu")
    assert not (tmp_path / "gpu").exists()


def test_a_pack_for_another_python_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "gpu"
    gpu.install([wheels(tmp_path / "w")], place)
    for told in ('{"python": "cp27-cp27m-win32"}', "{"):
        (place / "pack.json").write_text(told)
        preference = gpu.Preference(place)
        preference.begin()
        assert not preference.used
        assert "install it anew" in preference.problem
    assert str(place) not in sys.path


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("libcudnn.so.9: cannot open shared object file: No such file", "libcudnn.so.9 is missing"),
        ("Error: /a/b/libx.so.1: cannot open shared object file", "libx.so.1 is missing"),
        ("undefined symbol", ""),
    ],
)
def test_a_missing_library_is_named(error: str, says: str) -> None:
    assert gpu.missing_of(OSError(error)) == says


def status(home: Path, command: Iterable[str] = ("gpu", "status")) -> tuple[str, str]:
    environment = {**os.environ, "HILUM_HOME": str(home), "COLUMNS": "300"}
    done = subprocess.run(
        [sys.executable, "-m", "viewer", *command],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_the_command_installs_and_uses_a_pack_and_says_why_not_on_the_gpu(tmp_path: Path) -> None:
    status(tmp_path, ("gpu", "install", str(wheels(tmp_path / "w"))))
    said, _ = status(tmp_path)
    assert "ONNX Runtime stub, of the pack" in said
    assert "CUDA was asked for, the CPU is used: there is no NVIDIA driver" in said
    assert "Failed to load" not in said


def test_a_pack_that_does_not_load_leaves_hilum_as_it_was(tmp_path: Path) -> None:
    broken = 'raise ImportError("libcublasLt.so.13: cannot open shared object file: No such file")'
    gpu.install([wheels(tmp_path / "w", broken)], tmp_path / "gpu")
    said, _ = status(tmp_path)
    assert ", own" in said
    assert "Runs on: CPU" in said
    assert "The GPU pack is not used: it does not load (libcublasLt.so.13 is missing)." in said
    assert json.loads((tmp_path / "gpu/pack.json").read_text())["wheels"]
