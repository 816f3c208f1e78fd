"""ONNX Runtime keeps to itself: nothing is sent, and no identifier is written."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_onnx_runtime_writes_no_identifier(tmp_path: Path) -> None:
    code = "from engine.models.lungs import packaged_lungs; packaged_lungs()"
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    }
    environment |= {"HOME": str(tmp_path), "HILUM_HOME": str(tmp_path / "hilum")}
    told = f"{code}; import os; assert os.environ['ORT_DISABLE_TELEMETRY'] == '1'"
    subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=environment, check=True, timeout=120)
    assert not [path for path in tmp_path.rglob("*") if "onnxruntime" in path.name.lower()]
