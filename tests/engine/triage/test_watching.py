"""Watched folders, written to as modalities, copying programs and network shares do."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver

from engine.errors import UnusableModel
from engine.images.isolation import ReaderPool
from engine.images.phantom.studies import write_studies
from engine.models.assess import Assessor, PreparedFilm
from engine.triage.pipeline import Infers, Requests, Row, Status, triage
from engine.triage.watching import Pace, Watch
from engine.types import Assessed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

PACE = Pace(settled_s=0.3, patience_s=2.5, walk_s=0.3)
LONG_S = 60.0


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    (path,) = write_studies(tmp_path_factory.mktemp("film"), 1, 0, size=256)
    return path.read_bytes()


class Shift:
    """A watched folder and the rows that come of it."""

    def __init__(self, folder: Path, pool: ReaderPool, assessor: Infers, pace: Pace = PACE) -> None:
        self.rows: list[Row] = []
        self.told: list[str] = []
        asked = Requests(more=True)
        watch = Watch([folder], asked, pool, pace=pace, tell=self.told.append)

        def work() -> None:
            rows = triage(asked, assessor, pool=pool, cancel=self._end)
            with watch:
                self.rows.extend(watch.following(rows))

        self._end = threading.Event()
        self._thread = threading.Thread(target=work)

    def __enter__(self) -> "Shift":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def wait(self, count: int) -> list[Row]:
        wait_for(lambda: len(self.rows) >= count)
        time.sleep(3 * PACE.settled_s)  # would there be more?
        assert len(self.rows) == count, [(row.name, row.reason) for row in self.rows]
        return self.rows


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + LONG_S
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def test_films_that_are_there_and_films_that_come_are_taken_once(
    folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    toy_model.write_film(folder / "there.png", 0)
    with Shift(folder, pool, assessor) as shift:
        shift.wait(1)
        toy_model.write_film(folder / "sub/deep/comes.png", 1)
        rows = shift.wait(2)
    assert [row.path.name for row in rows] == ["there.png", "comes.png"]
    assert {row.status for row in rows} == {Status.SCORED}
    assert not [thread for thread in threading.enumerate() if thread.name == "hilum-watch"]


def test_a_film_written_in_pieces_is_scored_when_it_is_whole(
    folder: Path, pool: ReaderPool, assessor: Assessor, film: bytes
) -> None:
    (folder / "at-once.dcm").write_bytes(film)
    with Shift(folder, pool, assessor) as shift:
        (whole,) = shift.wait(1)
        for part in range(4):  # each pause is longer than a file has to stand still
            with (folder / "in-pieces.dcm").open("ab") as stream:
                stream.write(film[part * len(film) // 4 : (part + 1) * len(film) // 4])
            time.sleep(2 * PACE.settled_s)
        row = shift.wait(2)[-1]
    assert (row.path.name, row.content_sha256) == ("in-pieces.dcm", whole.content_sha256)
    assert row.status is whole.status
    assert row.assessed is not None
    assert whole.assessed is not None
    assert row.assessed.assessment.findings == whole.assessed.assessment.findings


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not say who writes")
def test_a_file_that_is_held_open_for_writing_is_waited_for(
    folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    toy_model.write_film(folder / "a.png", 0)
    with Shift(folder, pool, assessor) as shift, (folder / "a.png").open("r+b") as stream:
        time.sleep(PACE.patience_s + 1)
        assert not shift.rows
        stream.close()
        shift.wait(1)


def test_a_file_renamed_into_place_has_only_its_last_name(
    folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    with Shift(folder, pool, assessor) as shift:
        for name in (".a.png.Xy12", "b.png.part"):
            toy_model.write_film(folder / name, 0)
        time.sleep(3 * PACE.settled_s)
        (folder / ".a.png.Xy12").rename(folder / "a.png")
        (folder / "b.png.part").rename(folder / "b.png")
        toy_model.write_film(folder.parent / "elsewhere/c.png", 1)
        (folder.parent / "elsewhere").rename(folder / "study")
        rows = shift.wait(3)
    assert sorted(row.path.name for row in rows) == ["a.png", "b.png", "c.png"]


def test_what_never_gets_whole_has_its_row_and_is_read_anew_when_it_changes(
    folder: Path, pool: ReaderPool, assessor: Assessor, film: bytes
) -> None:
    with Shift(folder, pool, assessor) as shift:
        start = time.monotonic()
        (folder / "cut.dcm").write_bytes(film[:-100])
        (cut,) = shift.wait(1)
        assert time.monotonic() - start >= PACE.patience_s
        assert cut.status is Status.UNREADABLE
        (folder / "cut.dcm").write_bytes(film)
        assert shift.wait(2)[-1].assessed is not None


def test_a_folder_that_vanishes_is_waited_for_and_nothing_is_taken_twice(
    folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    toy_model.write_film(folder / "a.png", 0)
    with Shift(folder, pool, assessor) as shift:
        shift.wait(1)
        away = folder.rename(folder.parent / "away")
        wait_for(lambda: shift.told)
        toy_model.write_film(away / "b.png", 1)
        away.rename(folder)
        shift.wait(2)
        toy_model.write_film(folder / "c.png", 2)  # events come from the new place, too
        rows = shift.wait(3)
        shutil.rmtree(folder)
        wait_for(lambda: len(shift.told) == 3)
    assert [row.path.name for row in rows] == ["a.png", "b.png", "c.png"]
    assert shift.told == [
        "in is not there; it is waited for.",
        "in is there again.",
        "in is not there; it is waited for.",
    ]


def test_where_the_system_tells_nothing_walking_finds_everything(
    folder: Path, pool: ReaderPool, assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def used_up(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(BaseObserver, "schedule", used_up)
    with Shift(folder, pool, assessor) as shift:
        time.sleep(0.5)
        toy_model.write_film(folder / "sub/a.png", 0)
        shift.wait(1)


def test_the_systems_word_makes_it_quick(
    folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    if sys.platform == "win32":
        pytest.skip("measured on Linux")
    with Shift(folder, pool, assessor, Pace(settled_s=0.3, walk_s=3600)) as shift:
        time.sleep(1.0)
        toy_model.write_film(folder / "a.png", 0)
        shift.wait(1)
        toy_model.write_film(folder / "new/b.png", 0)
        (folder / "new/b.png").rename(folder / "new/c.png")
        assert shift.wait(2)[-1].path.name == "c.png"


class Failing:
    """A network that fails at first."""

    def __init__(self, assessor: Assessor) -> None:
        self.card, self._assessor, self.calls = assessor.card, assessor, 0

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        self.calls += 1
        if self.calls == 1:
            raise UnusableModel("The network failed.")
        return self._assessor.infer(films)


def test_what_failed_by_circumstance_is_taken_again_later(
    folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    toy_model.write_film(folder / "a.png", 0)
    pace = Pace(settled_s=0.2, patience_s=1.0, walk_s=0.2)
    with Shift(folder, pool, Failing(assessor), pace) as shift:
        rows = shift.wait(2)
    assert [row.status for row in rows] == [Status.NOT_SCORED, Status.SCORED]


def test_a_watch_that_breaks_ends_the_run_with_its_error(
    folder: Path, pool: ReaderPool, assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(Watch, "_walked", broken)
    asked = Requests(more=True)
    with Watch([folder], asked, pool), pytest.raises(OSError, match="Too many"):
        list(triage(asked, assessor, pool=pool))


@pytest.mark.parametrize("seconds", [0.0, 4e9])
def test_a_films_own_time_may_be_any(
    seconds: float, folder: Path, pool: ReaderPool, assessor: Assessor
) -> None:
    os.utime(toy_model.write_film(folder / "a.png", 0), (seconds, seconds))
    with Shift(folder, pool, assessor) as shift:
        shift.wait(1)


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_loops_of_links_and_closed_folders_do_not_stop_a_watch(
    folder: Path, pool: ReaderPool, assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "up").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    toy_model.write_film(folder.parent / "elsewhere/b.png", 1)
    for link in ("linked", "linked again"):
        (folder / link).symlink_to(folder.parent / "elsewhere")
    closed = folder / "closed"
    closed.mkdir()
    toy_model.write_film(folder / "a.png", 0)
    real, iterdir = os.scandir, Path.iterdir

    def guarded(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    def guarded_too(self: Path) -> Iterator[Path]:
        if self == closed:
            raise PermissionError(13, "Permission denied", str(self))
        return iterdir(self)

    monkeypatch.setattr(os, "scandir", guarded)
    monkeypatch.setattr(Path, "iterdir", guarded_too)
    with Shift(folder, pool, assessor) as shift:
        rows = {row.path.name: row for row in shift.wait(3)}
    assert rows["a.png"].status is rows["b.png"].status is Status.SCORED
    assert rows["b.png"].path.parent.name == "linked"
    assert "no permission" in rows["closed"].reason


def test_more_than_can_be_read_waits_on_its_disc(
    folder: Path, pool: ReaderPool, assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.triage.watching._MOST_AHEAD", 4)
    for number in range(12):
        toy_model.write_film(folder / f"{number}.png", number % 4)
    with Shift(folder, pool, assessor) as shift:
        rows = shift.wait(12)
    assert len({row.name for row in rows}) == 12
