"""``hilum triage --ray`` on a cluster of two nodes on this machine, one of which is killed.

``python tests/benchmarks/cluster.py [--films 120]``

A run on this machine alone comes first. Then the cluster: when a part of the results is written,
the second node is killed. The results must be those of the first run, every file once, and so must
be the Parquet table and the store; a second run with ``--resume`` must ask the cluster for nothing.
Ends with 1 where not.
"""

import argparse
import contextlib
import io
import json
import os
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "engine")]
os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": str(ROOT)}
# A node that does not answer for five seconds is dead; workers are not to stand back here.
os.environ |= {
    "RAY_worker_niceness": "0",
    "RAY_health_check_initial_delay_ms": "0",
    "RAY_health_check_period_ms": "1000",
    "RAY_health_check_failure_threshold": "5",
}
import toy_model  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

from engine import cli  # noqa: E402
from engine.triage import cluster as on_cluster  # noqa: E402


def make_films(folder: Path, films: int) -> None:
    for number in range(films):
        toy_model.write_film(
            folder / f"{number % 5}/{number:04}.png", number % 4, side=600 + number
        )
    (folder / "copy.png").write_bytes((folder / "0/0000.png").read_bytes())
    (folder / "note.txt").write_text("not a film")


def run(*words: object) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        code = cli.run([*map(str, words), "--provider", "cpu"])
    assert code == 0, f"hilum ended with {code}"


def records(out: Path) -> dict[str, str]:
    """Return what was said of each path, less how long it took."""
    found = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    names = Counter(record["path"] for record in found)
    assert set(names.values()) == {1}, "a file has more than one row"
    return {r["path"]: json.dumps({k: r[k] for k in r if k != "ms"}) for r in found}


def stages_on(node: Any) -> int:
    """Count the processes of a node in which stages run."""
    raylet = node.all_processes["raylet"][0].process.pid
    children = Path(f"/proc/{raylet}/task/{raylet}/children").read_text().split()
    names = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    return sum(name.startswith(b"ray::MapWorker") for name in names)


def kill_when(cluster: Cluster, node: Any, results: Path, lines: int, killed: list[int]) -> None:
    """Kill a node with the stages on it when so many lines are written; note how many were."""
    while not results.exists() or (done := results.read_bytes().count(b"\n")) < lines:
        time.sleep(0.02)
    stages = stages_on(node)
    cluster.remove_node(node, allow_graceful=False)
    killed += [done, stages]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--films", type=int, default=120)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        os.environ["HILUM_HOME"] = str(work / "home")
        toy_model.write_toy_model(work / "home/models/standard.onnx")
        make_films(work / "films", options.films)
        run("triage", work / "films", "--out", work / "here", "--store", work / "here.db")
        expected = records(work / "here")

        cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 2})
        node = cluster.add_node(num_cpus=2)
        cluster.wait_for_nodes()
        out, killed = work / "out", list[int]()
        thread = threading.Thread(
            target=kill_when,
            args=(cluster, node, out / "results.jsonl", options.films // 6, killed),
            daemon=True,
        )
        thread.start()
        words = ("triage", work / "films", "--out", out, "--store", work / "ray.db")
        run(*words, "--ray", cluster.address)
        assert killed, "the node outlived the run"
        assert killed[0] < len(expected), "the node was killed when all was done"
        assert killed[1], "nothing ran on the node that was killed"
        assert records(out) == expected, "the results are not those of one machine"
        from pyarrow import parquet

        table = parquet.read_table(out / "results.parquet")
        assert sorted(table.column("path").to_pylist()) == sorted(expected)
        with contextlib.closing(sqlite3.connect(work / "ray.db")) as store:
            films = store.execute(
                "SELECT count(*), count(DISTINCT location) FROM images"
            ).fetchone()
            said = store.execute("SELECT count(*) FROM assessments").fetchone()
        assert films == (len(expected), len(expected))
        assert said == (options.films,)

        def never(*_: object) -> None:
            raise AssertionError("the cluster was asked for what is known")

        on_cluster._Read.__call__ = never  # type: ignore[method-assign]
        (work / "films/note.txt").unlink()
        run(*words, "--ray", cluster.address, "--resume")
        del expected[str(work / "films/note.txt")]
        assert records(out) == expected
        cluster.shutdown()
    sys.stdout.write(
        f"{len(expected) + 1} files, a node with {killed[1]} stages killed after {killed[0]} rows: "
        "every file once, as on one machine\n"
    )


if __name__ == "__main__":
    main()
