"""``hilum triage`` and ``hilum audit`` on both databases."""

import json
import sys
from pathlib import Path

import pytest

from engine import cli
from engine.triage.store import Store

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model


def test_the_command_keeps_resumes_and_verifies(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path / "home"))
    toy_model.write_toy_model(tmp_path / "home/models/standard.onnx")
    for quarter in range(4):
        toy_model.write_film(tmp_path / f"in/{quarter}.png", quarter)
    (tmp_path / "in/note.txt").write_text("not a film")
    words = ["triage", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--store", address]
    assert cli.run(words) == 0
    first = (tmp_path / "out/results.jsonl").read_text()
    assert cli.run([*words, "--resume"]) == 0
    assert (tmp_path / "out/results.jsonl").read_text() == first
    assert len([json.loads(line) for line in first.splitlines()]) == 5
    assert cli.run(["audit", "verify", "--store", address]) == 0
    with Store(address) as store:
        assert not store.verify().problems
    assert not (tmp_path / "home/worklist.db").exists()
