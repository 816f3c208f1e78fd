"""A Ray cluster that loses a node in mid-run, and what is asked for where there is none."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from engine import cli

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model

ROOT = Path(__file__).resolve().parents[2]
needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="needs Ray (the extra archive)"
)


@needs_ray
@pytest.mark.skipif(sys.platform != "linux", reason="looks for a node's processes as Linux does")
def test_a_node_killed_in_mid_run_costs_nothing() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/benchmarks/cluster.py"), "--films", "96"],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert "98 files, a node with" in done.stdout


@pytest.fixture
def films(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path / "home"))
    toy_model.write_toy_model(tmp_path / "home/models/standard.onnx")
    toy_model.write_film(tmp_path / "films/a.png", 0)
    return tmp_path / "films"


def test_without_ray_it_says_what_to_install(
    films: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    words = ["triage", str(films), "--out", str(films.parent / "out")]
    assert cli.run([*words, "--ray", "auto"]) == 1
    assert 'pip install ".[archive]"' in capsys.readouterr().err
    assert cli.run([*words, "--ray", "auto", "--watch", str(films)]) == 2
