import sys
import threading
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import UnusableModel
from engine.images.intake import Refusal
from engine.images.isolation import ReaderPool
from engine.models.assess import Assessor, PreparedFilm
from engine.models.card import ModelCard
from engine.triage.pipeline import Progress, Row, Status, in_order, triage
from engine.types import Assessed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model


class Broken:
    """An assessor whose network fails on every batch."""

    def __init__(self, card: ModelCard) -> None:
        self.card = card

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        raise UnusableModel(f"The network failed on {len(films)} films.")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1) as pool:
        yield pool


@pytest.fixture(scope="module")
def assessor(tmp_path_factory: pytest.TempPathFactory) -> Assessor:
    path = toy_model.write_toy_model(tmp_path_factory.mktemp("models") / "toy.onnx")
    return Assessor.load(path, provider="cpu")


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
