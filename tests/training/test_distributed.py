"""Two processes train as one does, and go on where they were broken off."""

import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from made_films import make_films, write_config

from training.config import Experiment, load
from training.fit import fit

ROOT = Path(__file__).resolve().parents[2]
# What `torchrun` sets for each process, without its own start.
EACH = """
import sys
from dataclasses import replace
from pathlib import Path
import pytest
from test_distributed import tiny
from training import fit as fitting
from training.distributed import joined

experiment, out = tiny(Path(sys.argv[1])), Path(sys.argv[2])
with joined():
    fitting.fit(experiment, out / "two")
    broken = replace(experiment, fitting=replace(experiment.fitting, dropout=0.3))
    fitting.fit(broken, out / "whole")
    average, calls = fitting.average, []

    def breaking(*values):
        calls.append(1)
        if len(calls) == 6:
            raise KeyboardInterrupt
        average(*values)

    fitting.average = breaking
    with pytest.raises(KeyboardInterrupt):
        fitting.fit(broken, out / "broken")
    fitting.fit(broken, out / "broken")
"""


def tiny(config: Path) -> Experiment:
    experiment = load(config)
    return replace(
        experiment,
        preprocessing=replace(experiment.preprocessing, size=32),
        # No batch norm, no dropout: nothing else depends on how a batch is divided.
        fitting=replace(
            experiment.fitting,
            films_per_epoch=32,
            dropout=0.0,
            workers=0,
            accumulate=2,
            batch=4,
            frozen_epochs=1,
            # Its own rounding must not be amplified.
            optimiser="sgd",
        ),
    )


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the runs of one process and of two."""
    out = tmp_path_factory.mktemp("runs")
    config = write_config(out, make_films(out), network="small_cnn")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    common = {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", EACH, str(config), str(out)],
            env={
                **os.environ,
                **common,
                "OMP_NUM_THREADS": "1",
                "PYTHONPATH": path,
                "RANK": str(rank),
                "LOCAL_RANK": str(rank),
            },
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(2)
    ]
    for process in processes:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said
    fit(tiny(config), out / "one")
    return out


def weights(out: Path) -> dict[str, torch.Tensor]:
    loaded: dict[str, torch.Tensor] = torch.load(out / "weights.pt", weights_only=True)
    return loaded


def test_two_processes_end_where_one_does(runs: Path) -> None:
    for key, value in weights(runs / "one").items():
        torch.testing.assert_close(weights(runs / "two")[key], value, rtol=0, atol=1e-4)


def test_two_processes_go_on_exactly(runs: Path) -> None:
    for key, value in weights(runs / "whole").items():
        torch.testing.assert_close(weights(runs / "broken")[key], value, rtol=0, atol=0)
    one, other = ((runs / name / "log.csv").read_text() for name in ("whole", "broken"))
    assert one.count("\n") == other.count("\n") == 3
