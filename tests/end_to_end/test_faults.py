"""Faults of the machine under the real command: a full disc, two programs at once, odd clocks."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model
from the_program import HILUM

ROOT = Path(__file__).resolve().parents[2]
FILMS = 40


@pytest.fixture
def place(tmp_path: Path) -> Path:
    toy_model.write_toy_model(tmp_path / "home/models/standard.onnx")
    for number in range(FILMS):
        toy_model.write_film(tmp_path / f"in/{number:02}.png", number % 4, side=160 + number)
    return tmp_path


def start(place: Path, out: str, *words: str, most_bytes: int = 0) -> "subprocess.Popen[str]":
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))

    line = ["triage", "in", "--out", out, "--store", "list.db", "--provider", "cpu", *words]
    return subprocess.Popen(
        [*HILUM, *line],
        cwd=place,
        env={**os.environ, "HILUM_HOME": str(place / "home"), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit if most_bytes else None,
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    said = process.communicate(timeout=300)[1]
    return process.returncode, said


def findings(out: Path) -> dict[str, str]:
    records = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert len({record["path"] for record in records}) == len(records)
    return {r["path"]: json.dumps([r["status"], r["findings"]]) for r in records}


def counted(place: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(place / "list.db")) as store:
        count = "SELECT (SELECT count(*) FROM images), (SELECT count(*) FROM assessments)"
        films, said = store.execute(count).fetchone()
        return films, said


def audited(place: Path) -> int:
    process = subprocess.run(
        [*HILUM, "audit", "verify", "--store", "list.db"],
        cwd=place,
        env={**os.environ, "HILUM_HOME": str(place / "home"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    return process.returncode


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
@pytest.mark.parametrize("most_bytes", [20_000, 250_000])
def test_a_disc_that_fills_up_ends_the_run_in_a_sentence_and_it_goes_on_later(
    place: Path, most_bytes: int
) -> None:
    # A limit on each file's size meets the store first where it is large, the results where small.
    code, said = ended(start(place, "out", most_bytes=most_bytes))
    assert code == 1
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said
    code, said = ended(start(place, "out", "--resume"))
    assert (code, said) == (0, "")
    assert len(findings(place / "out")) == FILMS
    assert counted(place) == (FILMS, FILMS)
    assert audited(place) == 0


def test_two_commands_at_once_on_one_store_and_one_folder(place: Path) -> None:
    both = [start(place, out, "--resume") for out in ("one", "two")]
    assert [ended(process) for process in both] == [(0, ""), (0, "")]
    assert findings(place / "one") == findings(place / "two")
    assert counted(place) == (FILMS, FILMS)
    assert audited(place) == 0


def test_times_from_the_future_and_from_before_all_times_change_nothing(place: Path) -> None:
    assert ended(start(place, "first"))[0] == 0
    for number, path in enumerate(sorted((place / "in").iterdir())):
        os.utime(path, (4e9, 4e9) if number % 2 else (0, 0))
    assert ended(start(place, "second", "--resume"))[0] == 0
    assert findings(place / "second") == findings(place / "first")
    assert counted(place) == (FILMS, FILMS)
