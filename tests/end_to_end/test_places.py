"""The real program in awkward places: odd paths, closed and full folders, a second start."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model
from the_program import HILUM

ROOT = Path(__file__).resolve().parents[2]
AWKWARD = "Ärzte & Söhne – 胸片 (neu) 100%"
FILMS = 3


def begin(place: Path, home: Path, *words: str, most_bytes: int = 0) -> "subprocess.Popen[str]":
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))

    return subprocess.Popen(
        [*HILUM, *words],
        cwd=place,
        env={
            **os.environ,
            "HILUM_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONIOENCODING": "utf-8",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=limit if most_bytes else None,
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    said = process.communicate(timeout=300)[1]
    return process.returncode, "\n".join(
        line for line in said.splitlines() if "This plugin does not support" not in line
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / AWKWARD
    for number in range(FILMS):
        toy_model.write_film(made / f"in {AWKWARD}/{AWKWARD} {number}.png", number)
    return made


@pytest.fixture
def home(place: Path) -> Path:
    toy_model.write_toy_model(place / "home/models/standard.onnx")
    return place / "home"


def test_paths_with_spaces_umlauts_and_chinese(place: Path, home: Path) -> None:
    store = f"list {AWKWARD}.db"
    words = ("triage", f"in {AWKWARD}", "--out", "out 胸片", "--store", store, "--overlays")
    assert ended(begin(place, home, *words, "--provider", "cpu")) == (0, "")
    assert ended(begin(place, home, *words, "--provider", "cpu", "--resume")) == (0, "")
    lines = (place / "out 胸片/results.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["status"] for record in records] == ["scored"] * FILMS
    assert all(Path(record["path"]).name.startswith(AWKWARD) for record in records)
    assert list((place / "out 胸片/overlays").rglob(f"{AWKWARD}*.png"))


def test_without_a_folder_of_its_own_films_are_scored_and_shown_all_the_same(place: Path) -> None:
    (place / "file").write_text("in the way")
    closed = place / "file/home"
    words = (f"in {AWKWARD}", "--out", "out", "--provider", "cpu")
    code, said = ended(begin(place, closed, "triage", *words))
    assert code == 0
    assert said.startswith("The store cannot be opened")
    assert "goes on without a store" in said
    assert len((place / "out/results.jsonl").read_text().splitlines()) == FILMS
    picture = place / f"{AWKWARD}.png"
    code, said = ended(begin(place, closed, "--screenshot", str(picture), f"in {AWKWARD}"))
    assert (code, said) == (0, "")
    assert picture.stat().st_size


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_full_folder_of_its_own_is_no_end_of_the_window(place: Path, home: Path) -> None:
    # No file may grow: neither the store nor the settings.
    words = ("--until-usable", f"in {AWKWARD}")
    assert ended(begin(place, home, *words, most_bytes=1)) == (0, "")
    assert not (home / "settings.json").exists()


@pytest.fixture
def first(place: Path, home: Path) -> "Iterator[subprocess.Popen[str]]":
    with begin(place, home) as process:
        wait_for(home / "viewer.address", process)
        yield process
        process.kill()


def wait_for(path: Path, process: "subprocess.Popen[str]") -> None:
    end = time.monotonic() + 120
    while not (path.exists() and path.stat().st_size):
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_a_second_start_leaves_its_films_to_the_first_and_a_killed_first_is_replaced(
    place: Path, home: Path, first: "subprocess.Popen[str]"
) -> None:
    assert ended(begin(place, home, f"in {AWKWARD}")) == (0, "")
    assert first.poll() is None
    first.send_signal(signal.SIGKILL)
    first.wait()
    (home / "viewer.address").unlink()
    with begin(place, home) as next_one:
        wait_for(home / "viewer.address", next_one)
        next_one.kill()
