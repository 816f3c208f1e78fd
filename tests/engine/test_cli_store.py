import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool

sys.path.insert(0, str(Path(__file__).parent))
import toy_model


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("HILUM_HOME", str(folder))
    toy_model.write_toy_model(folder / "models" / "standard.onnx")
    return folder


@pytest.fixture
def films(tmp_path: Path) -> Path:
    folder = tmp_path / "films"
    toy_model.write_film(folder / "a.png", 2)
    toy_model.write_film(folder / "b.png", None)
    (folder / "c.png").write_bytes((folder / "a.png").read_bytes())
    (folder / "note.txt").write_text("not a film")
    return folder


def run(*words: object) -> int:
    return cli.run([str(word) for word in words])


def records(out: Path) -> list[dict]:
    found = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    return [{key: value for key, value in record.items() if key != "ms"} for record in found]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of what workers are given to read from now on."""
    names: list[str] = []
    real = ReaderPool.run

    def counted(self: ReaderPool, function: Any, candidate: Candidate, **rest: Any) -> Any:
        names.append(Path(candidate.name).name)
        return real(self, function, candidate, **rest)

    monkeypatch.setattr(ReaderPool, "run", counted)
    return names


def test_a_resumed_run_reads_nothing_that_is_unchanged_and_says_the_same(
    films: Path, tmp_path: Path, read: list[str]
) -> None:
    out = tmp_path / "out"
    assert run("triage", films, "--out", out) == 0
    first = records(out)
    assert sorted(read) == ["a.png", "b.png", "c.png", "note.txt"]
    read.clear()
    assert run("triage", films, "--out", out, "--resume") == 0
    assert (read, records(out)) == ([], first)
    toy_model.write_film(films / "b.png", 1)
    assert run("triage", films, "--out", out, "--resume") == 0
    assert read == ["b.png"]
    assert [record["path"] for record in records(out)] == [record["path"] for record in first]
    read.clear()
    assert run("triage", films, "--out", out) == 0
    assert len(read) == 4


def test_a_copy_has_its_row_and_says_of_what(films: Path, tmp_path: Path) -> None:
    assert run("triage", films, "--out", tmp_path / "out") == 0
    first, _, copy, _ = records(tmp_path / "out")
    assert copy["findings"] == first["findings"] != []
    assert first["warnings"] == []
    assert copy["warnings"] == [f"A copy of {films / 'a.png'}."]


def test_overlays_of_known_films_are_drawn_all_the_same(
    films: Path, tmp_path: Path, read: list[str]
) -> None:
    words = ("--overlays", "--sensitivity", 0.5)
    assert run("triage", films, "--out", tmp_path / "one", *words) == 0
    read.clear()
    assert run("triage", films, "--out", tmp_path / "two", *words, "--resume") == 0
    assert sorted(read) == ["a.png", "c.png"]
    drawn = [
        {path.name: path.read_bytes() for path in (tmp_path / out / "overlays").iterdir()}
        for out in ("one", "two")
    ]
    assert drawn[0] == drawn[1]
    assert sorted(drawn[0]) == ["a.png.png", "c.png.png"]


def make_newer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def test_a_newer_store_that_was_asked_for_is_refused_and_nothing_is_touched(
    films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, store = tmp_path / "out", tmp_path / "list.db"
    assert run("triage", films, "--out", out, "--store", store) == 0
    before = (out / "results.jsonl").read_bytes()
    make_newer(store)
    assert run("triage", films, "--out", out, "--store", store) == 1
    assert "newer Hilum" in capsys.readouterr().err
    assert (out / "results.jsonl").read_bytes() == before


def test_without_the_users_own_store_the_work_goes_on(
    home: Path, films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "worklist.db").mkdir()
    assert run("triage", films, "--out", tmp_path / "out") == 0
    assert "cannot be resumed" in capsys.readouterr().err
    assert len(records(tmp_path / "out")) == 4
    assert run("triage", films, "--out", tmp_path / "out", "--resume") == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_the_audit_trail_is_verified(
    films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "list.db"
    assert run("audit", "verify", "--store", store) == 1
    assert "There is no store" in capsys.readouterr().err
    assert not store.exists()
    assert run("triage", films, "--out", tmp_path / "out", "--store", store) == 0
    capsys.readouterr()
    assert run("audit", "verify", "--store", store) == 0
    head = capsys.readouterr().out.split()[-1]
    assert run("audit", "verify", "--store", store, "--head", head) == 0
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET message = '{}' WHERE number = 1")
    capsys.readouterr()
    assert run("audit", "verify", "--store", store) == 1
    printed = capsys.readouterr()
    assert "Entry 1 was changed." in printed.out
    assert "not whole" in printed.err
