"""The GPU pack of wheels that are made up: what is taken, what is refused, and what is said."""

import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterable
from pathlib import Path

import pytest

from engine.errors import Cancelled, UnusablePack
from engine.models import gpu

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from wheel_fakes import SERIES, wheel, wheels

ROOT = Path(__file__).resolve().parents[3]


def spoil(folder: Path) -> None:
    """Change the middle of a wheel, as a bad medium does."""
    path = next(folder.glob("nvidia*"))
    content = bytearray(path.read_bytes())
    content[len(content) // 4 : len(content) // 2] = b"\xff" * (
        len(content) // 2 - len(content) // 4
    )
    path.write_bytes(content)


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
    assert told == [(1, 2), (2, 2), (2, 2), (2, 2), (2, 2)]
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
        (lambda folder: spoil(wheels(folder)), "nvidia_cublas-1.0-py3-none-any.whl is damaged"),
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


def test_a_reader_who_cancels_keeps_the_old_pack(tmp_path: Path) -> None:
    place = tmp_path / "gpu"
    gpu.install([wheels(tmp_path / "w")], place)
    (place / "old").touch()

    def cancel(done: int, _total: int | None) -> None:
        if done == 2:
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        gpu.install([tmp_path / "w"], place, cancel)
    assert (place / "old").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gpu", "w"]


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
