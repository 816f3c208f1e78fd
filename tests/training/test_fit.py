"""A run goes on where it was killed, and ends in the same place."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from made_films import make_films, write_config

from training.config import ConfigError, load
from training.datasets.manifest import read_manifest
from training.fit import fit

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("films")
    manifest = make_films(folder)
    (folder / "normal_1.png").write_bytes(b"broken")  # in train: every step has to do without it
    return write_config(folder, manifest)


def start(config: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-c",
        "from training.cli import main; main()",
        "fit",
        str(config),
        "--out",
        str(out),
    ]
    return subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"}
    )


@pytest.fixture(scope="module")
def whole(config: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    whole_run(config, out)
    return out


def whole_run(config: Path, out: Path) -> None:
    """Train to the end in this process, with as many threads as the others have."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        fit(load(config), out)
    finally:
        torch.set_num_threads(threads)


def log_of(out: Path) -> list[dict[str, str]]:
    """Return the log without its seconds."""
    with (out / "log.csv").open(newline="") as file:
        return [{k: v for k, v in row.items() if k != "seconds"} for row in csv.DictReader(file)]


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_run_ends_where_an_unbroken_one_does(
    kill: signal.Signals, config: Path, whole: Path, tmp_path: Path
) -> None:
    process = start(config, tmp_path)
    until = time.monotonic() + 300
    while process.poll() is None and not (tmp_path / "checkpoint.pt").exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(kill)
    code = process.wait(300)
    assert code == (130 if kill is signal.SIGTERM else -kill) or (tmp_path / "weights.pt").exists()
    whole_run(config, tmp_path)
    one = torch.load(whole / "weights.pt", weights_only=True)
    other = torch.load(tmp_path / "weights.pt", weights_only=True)
    for key, value in one.items():
        torch.testing.assert_close(other[key], value, rtol=0, atol=0)
    assert log_of(whole) == log_of(tmp_path)


def test_a_checkpoint_of_another_experiment_is_refused(config: Path, whole: Path) -> None:
    other = write_config(config.parent, config.parent / "manifest.csv", epochs=3)
    with pytest.raises(ConfigError, match="another experiment"):
        fit(load(other), whole)


def test_a_run_becomes_a_bundle_that_the_engine_runs(
    config: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.models.assess import Assessor
    from training import export as exporting
    from training import selection
    from training.evaluation.measure import measure
    from training.evaluation.predictions import predict_bundle

    monkeypatch.setattr(selection, "_SOME", 30)
    write_config(config.parent, config.parent / "manifest.csv")
    bundle = tmp_path / "tiny.onnx"
    exporting.export(load(config), whole / "weights.pt", bundle, command="test")
    assert Assessor.load(bundle, provider="cpu").card.id == "tiny"
    val = [s for s in read_manifest(config.parent / "manifest.csv") if s.split == "val"]
    card, found = predict_bundle(bundle, val)
    numbers = measure(card, found)
    assert numbers["films"] == len(val)
    assert (
        0
        <= numbers["macro_auc"]["low"]
        <= numbers["macro_auc"]["value"]
        <= numbers["macro_auc"]["high"]
        <= 1
    )
    assert np.array(numbers["confusion"]).sum() == len(val)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("nme = 'x'", "nme"),
        ("[fitting]\nepoch = 3", "epoch"),
        ("[preprocessing]\nsize = 3", "size"),
        ("name = ", "TOML"),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=word):
        load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda rows: [r[:1] + r[2:] for r in rows], "lacks the column"),
        (lambda rows: [rows[0], ["a.png", "train", "x", "gout", "1", "g", "PA", "adult"]], "gout"),
        (
            lambda rows: [
                rows[0],
                ["a.png", "train", "x", "normal", "1", "g", "PA", "adult"],
                ["b.png", "val", "x", "normal", "1", "g", "PA", "adult"],
            ],
            "stands in the splits",
        ),
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path: Path, change: object, word: str) -> None:
    make_films(tmp_path, each=2)
    manifest = tmp_path / "manifest.csv"
    rows = list(csv.reader(manifest.read_text().splitlines()))
    with manifest.open("w", newline="") as file:
        csv.writer(file).writerows(change(rows))  # type: ignore[operator]
    with pytest.raises(ConfigError, match=word):
        read_manifest(manifest)
