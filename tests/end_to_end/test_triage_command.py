"""The real command in a process of its own, on all that a folder may hold."""

import contextlib
import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from engine.images.phantom.studies import write_studies

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model
from the_program import HILUM

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    toy_model.write_toy_model(tmp_path / "home/models/standard.onnx")
    return {**os.environ, "HILUM_HOME": str(tmp_path / "home"), "COLUMNS": "160"}


def test_everything_in_a_folder_is_accounted_for(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    (film,) = write_studies(folder, 1, 0, size=256)
    whole = film.read_bytes()
    (folder / "cut.dcm").write_bytes(whole[: len(whole) // 2])
    (folder / "note.txt").write_text("not a film")
    (folder / "empty.png").write_bytes(b"")
    with zipfile.ZipFile(folder / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("study/film.dcm", whole)
        archive.writestr("study/report.txt", "a report")

    done = subprocess.run(
        [*HILUM, "triage", "in", "--out", "out", "--overlays", "--provider", "cpu"],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "6 files: 2 scored, 0 not scored, 4 unreadable" in done.stdout
    assert "PHANTOM" not in done.stdout

    records = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    by_path = {record["path"]: record for record in records}
    assert list(by_path) == [
        "in/cut.dcm",
        "in/empty.png",
        "in/more.zip!study/film.dcm",
        "in/more.zip!study/report.txt",
        "in/note.txt",
        f"in/{film.relative_to(folder).as_posix()}",
    ]
    scored = [record for record in records if record["status"] == "scored"]
    inside, outside = scored
    assert inside["findings"] == outside["findings"]
    assert inside["sop_instance_uid"] == outside["sop_instance_uid"] != ""
    assert all(record["reason"] for record in records if record["status"] == "unreadable")
    with (out / "results.csv").open(newline="", encoding="utf-8") as stream:
        assert [row["path"] for row in csv.DictReader(stream)] == list(by_path)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interrupted_run_keeps_whole_lines_and_leaves_no_process(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    for index in range(400):
        toy_model.write_film(tmp_path / f"in/{index:03}.png", index % 4, side=400)
    results = tmp_path / "out/results.jsonl"
    with subprocess.Popen(
        [*HILUM, "triage", "in", "--out", "out", "--provider", "cpu"],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A run in the background of a shell hands an ignored SIGINT down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        while process.poll() is None and not (results.exists() and results.stat().st_size):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to workers too
        _, said = process.communicate(timeout=300)
    assert process.returncode == 130, said
    assert "Interrupted" in said
    assert "Traceback" not in said
    lines = results.read_text().splitlines()
    assert 0 < len(lines) < 400
    assert all(json.loads(line)["status"] == "scored" for line in lines)
    end = time.monotonic() + 10
    while (left := _alive(process.pid)) and time.monotonic() < end:
        time.sleep(0.1)
    assert not left


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM], ids=["reader", "service"])
def test_a_watched_folder_is_triaged_until_it_is_stopped(
    by: signal.Signals, tmp_path: Path, environment: dict[str, str]
) -> None:
    toy_model.write_film(tmp_path / "in/a.png", 0)
    with subprocess.Popen(
        [*HILUM, "triage", "in", "--watch", "in", "--out", "out", "--provider", "cpu"],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        names = ["a.png"]
        for name in ("b.png", "new/c.png"):
            _wait_for_lines(process, tmp_path / "out/results.jsonl", len(names))
            toy_model.write_film(tmp_path / "in" / name, 1)
            names.append(Path(name).name)
        _wait_for_lines(process, tmp_path / "out/results.jsonl", 3)
        if by is signal.SIGINT:
            os.killpg(process.pid, by)  # as a terminal does, to workers too
        else:
            process.terminate()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Interrupted" in said
    with (tmp_path / "out/results.csv").open(newline="", encoding="utf-8") as stream:
        assert [Path(row["path"]).name for row in csv.DictReader(stream)] == names


def _wait_for_lines(process: "subprocess.Popen[str]", path: Path, count: int) -> None:
    end = time.monotonic() + 120
    while not path.exists() or path.read_bytes().count(b"\n") < count:
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)


def _alive(group: int) -> list[str]:
    """Name the processes of a group that still run; none where the system does not tell."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            name, _, rest = stat.read_text().rpartition(")")
            state, _, of_group = rest.split()[:3]
            if int(of_group) == group and state != "Z":
                found.append(name)
    return found
