"""A run that is killed and resumed; ``tests/benchmarks/kills.py`` does it fifty times."""

import os
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
import kills


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_killed_runs_resumed_give_what_one_clean_run_gives(tmp_path: Path) -> None:
    bench = kills.Bench(tmp_path, films=24)
    assert len(bench.clean) == 27
    assert len(list(bench.chain("run", 3, random.Random(8)))) == 3
