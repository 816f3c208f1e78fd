"""Runs of ``hilum triage`` killed at random moments and resumed, against one clean run.

``python tests/benchmarks/kills.py [--kills 50] [--chain 5] [--films 60] [--seed 1]``

Each chain is one store: a run is killed (SIGKILL to all its processes), the next resumes it and is
killed too, and the last one comes to its end. Then its results must have the paths and, byte for
byte, the findings of the clean run; what was stored before a kill must still be stored, unchanged;
every film must have been assessed once; the audit trail must be whole. Ends with 1 where not.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "engine"))
import toy_model  # noqa: E402
from the_program import HILUM  # noqa: E402

from engine.images.phantom.studies import write_studies  # noqa: E402


def make_films(folder: Path, films: int) -> None:
    """Write films, copies, a phantom, and files that are none."""
    for number in range(films):
        side = 900 + number  # each with bytes of its own, and some time to read them
        toy_model.write_film(folder / f"{number % 7}/{number:03}.png", number % 4, side=side)
    write_studies(folder / "phantom", 1, 0, size=128)
    shutil.copy(folder / "0/000.png", folder / "copy.png")
    (folder / "note.txt").write_text("not a film")


class Bench:
    """A folder of films, a model of its own, and one clean run."""

    def __init__(self, work: Path, films: int) -> None:
        self.work = work
        self._environment = {
            **os.environ,
            "HILUM_HOME": str(work / "home"),
            "PYTHONPATH": str(ROOT),
        }
        toy_model.write_toy_model(work / "home/models/standard.onnx")
        make_films(work / "films", films)
        start = time.monotonic()
        self._run("clean").wait()
        self._clean_s = time.monotonic() - start
        self.clean = self.findings("clean")

    def _run(self, name: str) -> "subprocess.Popen[bytes]":
        words = ["triage", "films", "--out", name, "--provider", "cpu", "--resume"]
        return subprocess.Popen(
            [*HILUM, *words, "--store", f"{name}.db"],
            cwd=self.work,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def findings(self, name: str) -> dict[str, str]:
        """Return the findings by path, as they stand in the results."""
        lines = (self.work / name / "results.jsonl").read_text().splitlines()
        records = [json.loads(line) for line in lines]
        return {r["path"]: json.dumps([r["status"], r["findings"]]) for r in records}

    def stored(self, name: str) -> dict[str, str]:
        """Return the assessments that are stored, by content."""
        path = self.work / f"{name}.db"
        if not path.exists():
            return {}
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as store:
            try:
                rows = store.execute(
                    "SELECT content_sha256, assessment || made_at FROM assessments"
                )
                found = rows.fetchall()
            except sqlite3.OperationalError:  # killed before there were tables
                return {}
        assert len(dict(found)) == len(found), "a film was assessed twice"
        return dict(found)

    def kill_once(self, name: str, rng: random.Random) -> bool:
        """Start or resume a run and kill it at a random moment; whether it was still running."""
        before = len(self.stored(name))
        left = len(self.stored("clean")) - before
        # When so many more films are stored; now and then, and where none is left, at any moment.
        more = rng.randint(1, left - 1) if left > 1 and rng.random() < 0.7 else 0
        moment_s = 0.0 if more else rng.random() * self._clean_s
        process = self._run(name)
        start = time.monotonic()
        while process.poll() is None and (
            (more and len(self.stored(name)) < before + more) or time.monotonic() - start < moment_s
        ):
            time.sleep(0.02)
        time.sleep(rng.random() * 0.05)
        alive = process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return alive

    def _forget(self, name: str) -> None:
        for path in self.work.glob(f"{name}.db*"):
            path.unlink()

    def chain(self, name: str, kills: int, rng: random.Random) -> Iterator[int]:
        """Kill so often, then come to the end; give how many films were stored at each kill."""
        done = 0
        while done < kills:
            before = self.stored(name)
            alive = self.kill_once(name, rng)
            after = self.stored(name)
            assert before.items() <= after.items(), "something stored was lost or changed"
            if alive:
                done += 1
                yield len(after)
            else:  # with everything stored, later kills would find nothing to do
                self._forget(name)
        assert self._run(name).wait() == 0
        assert self.stored(name).items() >= after.items()
        assert self.findings(name) == self.clean, "the results are not those of the clean run"
        verdict = subprocess.run(
            [*HILUM, "audit", "verify", "--store", f"{name}.db"],
            cwd=self.work,
            env=self._environment,
            capture_output=True,
            check=False,
        )
        assert verdict.returncode == 0, verdict.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--chain", type=int, default=5)
    parser.add_argument("--films", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.films)
        stored: list[int] = []
        for number in range(-(-options.kills // options.chain)):
            kills = min(options.chain, options.kills - len(stored))
            for count in bench.chain(f"run{number}", kills, rng):
                stored.append(count)
                sys.stdout.write(f"kill {len(stored)}: {count} assessments stored\n")
                sys.stdout.flush()
        films = len(bench.clean)
    sys.stdout.write(f"{len(stored)} kills, {films} files: all results as in the clean run\n")


if __name__ == "__main__":
    main()
