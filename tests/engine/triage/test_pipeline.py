import multiprocessing
import os
import sys
import threading
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import UnusableModel, UnusableStore
from engine.images.intake import Candidate, Refusal
from engine.images.isolation import ReaderPool
from engine.models.assess import Assessor, PreparedFilm
from engine.models.card import ModelCard
from engine.triage import lines, stages
from engine.triage.pipeline import (
    Keeping,
    Progress,
    Requests,
    Row,
    Stamp,
    Status,
    in_order,
    triage,
    with_copies,
)
from engine.triage.store import Store
from engine.types import Assessed, Identity

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model


class Broken:
    """An assessor whose network fails on every batch."""

    def __init__(self, card: ModelCard) -> None:
        self.card = card

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        raise UnusableModel(f"The network failed on {len(films)} films.")


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A folder of everything: films, a zip, bad files, a sequence."""
    folder = tmp_path / "in"
    for quarter in range(4):
        toy_model.write_film(folder / f"film-{quarter}.png", quarter)
    toy_model.write_film(folder / "small.png", 0, side=40)
    (folder / "note.txt").write_text("not a film")
    (folder / "empty.dcm").write_bytes(b"")
    (folder / ".DS_Store").write_bytes(b"x")
    whole = (folder / "film-0.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("a/film.png", whole)
        archive.writestr("a/note.txt", "not a film")
    pages = [toy_model.film_with(0), toy_model.film_with(1)]
    (folder / "pages.tif").write_bytes(cv2.imencodemulti(".tif", pages)[1].tobytes())
    return folder


def test_every_file_gives_one_row(batch: Path, assessor: Assessor, pool: ReaderPool) -> None:
    rows = list(in_order(triage([batch], assessor, pool=pool)))
    assert [row.index for row in rows] == list(range(12))
    assert {Path(row.name).name: row.status for row in rows} == {
        ".DS_Store": Status.UNREADABLE,
        "cut.png": Status.UNREADABLE,
        "empty.dcm": Status.UNREADABLE,
        "film-0.png": Status.SCORED,
        "film-1.png": Status.SCORED,
        "film-2.png": Status.SCORED,
        "film-3.png": Status.SCORED,
        "film.png": Status.SCORED,
        "note.txt": Status.UNREADABLE,
        "pages.tif": Status.NOT_SCORED,
        "small.png": Status.NOT_SCORED,
    }
    assert all(bool(row.reason) != (row.status is Status.SCORED) for row in rows)
    assert all((row.assessed is None) == (row.status is Status.UNREADABLE) for row in rows)


def test_a_score_belongs_to_its_film(batch: Path, assessor: Assessor, pool: ReaderPool) -> None:
    rows = {Path(row.name).name: row for row in triage([batch], assessor, pool=pool)}
    for quarter, leaf in enumerate(toy_model.LEAVES[1:]):
        assessed = rows[f"film-{quarter}.png"].assessed
        assert assessed is not None
        assert assessed.assessment.probability(leaf) > 0.9


def test_a_scored_row_has_what_a_worklist_needs(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    (row,) = triage([batch / "film-1.png"], assessor, pool=pool, rendering_px=128)
    assert row.path == batch / "film-1.png"
    assert row.thumbnail is not None
    assert (row.thumbnail.shape, row.thumbnail.dtype) == ((96, 96), np.uint8)
    assert row.rendering is not None
    assert row.rendering.shape == (128, 128)
    assert min(row.read_ms, row.prepare_ms, row.infer_ms) > 0
    (plain,) = triage([batch / "film-1.png"], assessor, pool=pool)
    assert plain.rendering is None


def test_frames_beyond_the_first_are_named(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    (row,) = triage([batch / "pages.tif"], assessor, pool=pool)
    assert any("2 frames" in warning for warning in row.warnings)


def test_progress_ends_with_everything_found_and_done(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    told: list[Progress] = []
    rows = list(triage([batch], assessor, pool=pool, progress=told.append))
    assert told[-1] == Progress(len(rows), len(rows), complete=True)
    assert [now.done for now in told] == sorted(now.done for now in told)


def test_a_failing_network_costs_scores_and_no_rows(batch: Path, pool: ReaderPool) -> None:
    broken = Broken(toy_model.toy_card())
    rows = list(triage([batch / "film-0.png", batch / "film-1.png"], broken, pool=pool))
    assert [row.status for row in rows] == [Status.NOT_SCORED] * 2
    assert all("The network failed" in row.reason for row in rows)
    assert all(row.thumbnail is not None for row in rows)


def test_nothing_to_do_is_done_at_once(
    tmp_path: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    assert list(triage([tmp_path], assessor, pool=pool)) == []


def test_a_missing_path_has_its_row(tmp_path: Path, assessor: Assessor, pool: ReaderPool) -> None:
    (row,) = triage([tmp_path / "gone.dcm"], assessor, pool=pool)
    assert row.status is Status.UNREADABLE
    assert "not there" in row.reason


def test_a_media_directory_is_read_in_a_worker(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    (batch / "DICOMDIR").write_bytes(b"no directory")
    (row,) = triage([batch / "DICOMDIR"], assessor, pool=pool)
    assert row.status is Status.UNREADABLE


def test_cancelling_stops_the_rows(batch: Path, assessor: Assessor, pool: ReaderPool) -> None:
    cancel = threading.Event()
    rows = triage([batch], assessor, pool=pool, cancel=cancel)
    first = next(rows)
    cancel.set()
    start = time.monotonic()
    rest = list(rows)
    assert first.index == 0
    assert len(rest) < 11
    assert time.monotonic() - start < 30
    assert not [thread for thread in threading.enumerate() if thread.name == "hilum-intake"]


def test_leaving_the_rows_stops_everything_of_its_own(batch: Path, assessor: Assessor) -> None:
    before = {thread.name for thread in threading.enumerate()}
    rows = triage([batch], assessor, workers=1)
    next(rows)
    rows.close()  # type: ignore[attr-defined]
    left = {thread.name for thread in threading.enumerate()} - before
    assert not {name for name in left if name.startswith("hilum")}


def test_rows_are_put_in_order_even_where_some_never_come() -> None:
    source = Refusal(Path("x"), "x", "x")
    rows = [Row(index, source, Status.UNREADABLE, "x") for index in (2, 0, 1, 5, 4)]
    assert [row.index for row in in_order(rows)] == [0, 1, 2, 4, 5]


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with Store(address) as store:
        yield store


def test_rows_are_stored_before_they_are_given(
    batch: Path, assessor: Assessor, pool: ReaderPool, store: Store
) -> None:
    keeping = store.keeping(assessor)
    for row in triage([batch], assessor, pool=pool, keeping=keeping):
        if row.content_sha256:
            assert row.name in lines.column(store.lines().lines, "name")
            if row.assessed:
                assert store.assessments(row.content_sha256)
        if row.stamp:
            assert isinstance(row.source, Candidate)
            assert keeping.known(row.source, row.stamp)


def test_what_is_known_and_unchanged_is_neither_read_nor_assessed_again(
    batch: Path, assessor: Assessor, pool: ReaderPool, store: Store
) -> None:
    keeping = store.keeping(assessor)
    first = list(in_order(triage([batch], assessor, pool=pool, keeping=keeping)))
    toy_model.write_film(batch / "film-2.png", 0)
    seen = Counting(assessor)
    again = list(in_order(triage([batch], seen, pool=pool, keeping=keeping)))
    assert seen.films == 1
    assert [row.name for row in again] == [row.name for row in first]
    for old, new in zip(first, again, strict=True):
        if old.path.name != "film-2.png":
            assert (new.status, new.reason, new.identity) == (old.status, old.reason, old.identity)
            assert findings(new) == findings(old)


class Counting:
    """An assessor that counts the films it is shown, and may be slow."""

    def __init__(self, assessor: Assessor, pause_s: float = 0.0) -> None:
        self.card = assessor.card
        self._assessor, self._pause_s = assessor, pause_s
        self.films = 0

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        self.films += len(films)
        time.sleep(self._pause_s)
        return self._assessor.infer(films)


class Choking(Counting):
    """A network that fails on the first film it is shown, alone or among others."""

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        self.choking = getattr(self, "choking", films[0])
        if self.choking in films:
            raise UnusableModel("The network failed.")
        return super().infer(films)


def test_a_film_that_the_network_fails_on_costs_only_its_own_score(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    films = [batch / f"film-{number}.png" for number in range(4)]
    rows = list(triage(films, Choking(assessor), pool=pool))
    assert sorted(row.status for row in rows) == [Status.NOT_SCORED] + [Status.SCORED] * 3
    (failed,) = (row for row in rows if row.status is Status.NOT_SCORED)
    assert (failed.reason, failed.stamp) == ("The network failed.", None)


def findings(row: Row) -> object:
    return row.assessed and row.assessed.assessment.findings


def test_a_worker_that_dies_in_mid_run_costs_one_row_at_most(
    tmp_path: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    for number in range(20):
        toy_model.write_film(tmp_path / f"{number:02}.png", number % 4)
    killed: list[int | None] = []

    class Killing(Counting):
        def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
            for worker in [] if killed else multiprocessing.active_children():
                killed.append(worker.pid)
                worker.kill()
            return super().infer(films)

    rows = list(triage([tmp_path], Killing(assessor), pool=pool))
    lost = [row for row in rows if row.status is Status.UNREADABLE]
    assert killed
    assert len(rows) == 20
    assert len(lost) <= 1
    assert all("decoder crashed" in row.reason and row.stamp is None for row in lost)


def test_a_store_that_fails_ends_the_run_with_its_sentence(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    def full(_rows: Sequence[Row]) -> None:
        raise UnusableStore("The store's disc is full.")

    keeping = Keeping(lambda _item, _stamp: None, full)
    with pytest.raises(UnusableStore, match="disc is full"):
        list(triage([batch], assessor, pool=pool, keeping=keeping))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("hilum-read_")]


def test_a_store_that_cannot_be_asked_ends_the_run_too(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    def locked(_item: Candidate, _stamp: Stamp) -> None:
        raise UnusableStore("Another program holds the store.")

    with pytest.raises(UnusableStore, match="holds the store"):
        list(triage([batch], assessor, pool=pool, keeping=Keeping(locked, lambda _rows: None)))


def test_a_slow_reader_holds_up_the_work_and_not_the_memory(
    tmp_path: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text("no film")
    asked = Requests([tmp_path])
    rows = triage(asked, assessor, pool=pool, keeping=Keeping(lambda *_: None, lambda _rows: None))
    next(rows)
    time.sleep(1.0)
    assert asked._taken < 200
    assert len(list(rows)) == 299


def test_a_film_that_is_looked_at_is_given_before_the_others(
    tmp_path: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    for number in range(40):
        toy_model.write_film(tmp_path / f"{number:02}.png", number % 4)
    asked = Requests([tmp_path])
    asked.look_at(str(tmp_path / "39.png"))
    names = [row.path.stem for row in triage(asked, assessor, pool=pool)]
    assert sorted(names) == [f"{number:02}" for number in range(40)]
    assert names.index("39") < 20


def test_a_pause_stops_the_rows_and_ends(batch: Path, assessor: Assessor, pool: ReaderPool) -> None:
    asked = Requests([batch])
    asked.pause()
    threading.Timer(0.5, asked.go_on).start()
    start = time.monotonic()
    assert len(list(triage(asked, assessor, pool=pool))) == 12
    assert time.monotonic() - start >= 0.5


def test_a_request_may_come_while_the_others_are_read(
    batch: Path, assessor: Assessor, pool: ReaderPool
) -> None:
    asked = Requests([batch / "film-0.png"], more=True)
    rows = triage(asked, assessor, pool=pool)
    assert next(rows).path.name == "film-0.png"
    asked.add([batch / "film-1.png"])
    asked.close()
    assert [row.path.name for row in rows] == ["film-1.png"]


def test_a_folder_that_vanishes_costs_scores_and_no_rows(
    tmp_path: Path, assessor: Assessor, pool: ReaderPool, store: Store
) -> None:
    folder = tmp_path / "share"
    for number in range(60):
        toy_model.write_film(folder / f"{number:02}.png", number % 4)
    keeping = store.keeping(assessor)
    rows = triage([folder], Counting(assessor, 0.05), pool=pool, keeping=keeping)
    given = [next(rows)]
    folder.rename(tmp_path / "elsewhere")
    given += rows
    lost = [row for row in given if row.status is Status.UNREADABLE]
    assert lost
    gone = ("No such file", "not there any more")
    assert all(any(word in row.reason for word in gone) for row in lost)
    assert all(row.stamp is None for row in lost)
    (tmp_path / "elsewhere").rename(folder)
    seen = Counting(assessor)
    back = list(triage([folder], seen, pool=pool, keeping=keeping))
    assert {row.status for row in back} == {Status.SCORED}
    # One that vanished just after it was read has a score, and is read again all the same.
    again = [row for row in given if row.stamp is None]
    assert (len(back), seen.films) == (60, 60 - len(given) + len(again))


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_loops_of_links_end(tmp_path: Path, assessor: Assessor, pool: ReaderPool) -> None:
    folder = tmp_path / "in"
    toy_model.write_film(folder / "a.png", 0)
    (folder / "self").symlink_to(folder / "self")
    (folder / "up").symlink_to(folder)
    rows = {row.path.name: row for row in triage([folder], assessor, pool=pool)}
    assert {name: row.status for name, row in rows.items()} == {
        "a.png": Status.SCORED,
        "self": Status.UNREADABLE,
        "up": Status.UNREADABLE,
    }
    assert "under another name" in rows["up"].reason


def test_what_may_not_be_entered_has_its_row(
    batch: Path, assessor: Assessor, pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = batch / "closed"
    closed.mkdir()
    real = Path.iterdir

    def guarded(self: Path) -> Iterator[Path]:
        if self == closed:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", guarded)
    rows = {row.path.name: row for row in triage([batch], assessor, pool=pool)}
    assert len(rows) == 12
    assert rows["closed"].reason == "You have no permission to read this."


def test_a_file_that_is_written_to_meanwhile_is_read_again_and_never_scored_in_between(
    batch: Path, assessor: Assessor, pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = iter([1, 2, 3, 3])
    monkeypatch.setattr(stages, "stamp_of", lambda _path: Stamp(next(sizes), 1))
    (row,) = triage([batch / "film-0.png"], assessor, pool=pool)
    assert (row.status, row.stamp) == (Status.SCORED, Stamp(3, 1))
    sizes = iter(range(100))
    (row,) = triage([batch / "film-0.png"], assessor, pool=pool)
    assert (row.status, row.assessed, row.stamp) == (Status.UNREADABLE, None, None)
    assert "written to" in row.reason


def test_copies_say_of_what_they_are_copies() -> None:
    def row(name: str, content: str, uid: str = "") -> Row:
        source = Candidate(Path(name), name)
        identity = Identity(sop_instance_uid=uid)
        return Row(0, source, Status.SCORED, identity=identity, content_sha256=content)

    rows = [row("a", "1", "u"), row("b", "2"), row("c", "1", "u"), row("d", "3", "u"), row("e", "")]
    said = [row.warnings for row in with_copies(rows)]
    assert said == [
        (),
        (),
        ("A copy of a.",),
        ("Has the SOP Instance UID of a, but not its content.",),
        (),
    ]
