"""A film of the list as a line and a record, and the store's list of them."""

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UnusableStore
from engine.images.intake import Candidate, Refusal
from engine.triage import lines, schema
from engine.triage.glance import glance
from engine.triage.lines import HEAD, Maker, location
from engine.triage.pipeline import Row, Status
from engine.triage.store import Store
from engine.types import Identity

sys.path.insert(0, str(Path(__file__).parent))
import store_fakes as fakes

MAKER = Maker("toy", "1.0", fakes.MODEL, fakes.RECIPE, "CPU", ("covid19",))
WORDS = st.text(st.characters(exclude_characters="\x1e\x1f\0", exclude_categories=["Cs"]))
PLACES = st.text(st.characters(categories=["L", "N"], include_characters=" #%!.-"), min_size=1)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with Store(address) as store:
        yield store


def back(row: Row, maker: Maker = MAKER) -> Row:
    line, record = lines.pack(row, 5.0)
    head, scores = lines.records([record])
    return lines.unpack(line, head[0], scores[0], maker)


@pytest.mark.parametrize(
    "path", [r"\\server\share\Ärzte 胸片\a#b 100%.dcm", r"C:\Ärzte 胸片\a#b 100%.dcm"]
)
def test_a_place_on_a_share_comes_back_with_its_server(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_windows_reads_it = pytest.importorskip("nturl2path").url2pathname
    monkeypatch.setattr(lines, "_native", as_windows_reads_it)
    assert str(lines.path_of(PureWindowsPath(path).as_uri())) == path


@settings(deadline=None)
@given(WORDS, WORDS, st.lists(WORDS.filter(bool), max_size=3), PLACES, st.none() | PLACES)
def test_a_row_comes_back_from_its_line(
    name: str, reason: str, warnings: list[str], place: str, member: str | None
) -> None:
    path = Path("/films") / f"f{place}"
    source = Candidate(path, f"{path}!{member}", "r", member, 3 if member else -1)
    who = Identity(patient_name=name, priority="STAT", view_position="PA")
    row = replace(fakes.row(), source=source, identity=who, warnings=tuple(warnings))
    found = back(row)
    assert (found.source, found.identity, found.warnings) == (source, who, row.warnings)
    assert found.assessed is not None
    assert row.assessed is not None
    assert found.assessed.assessment == row.assessed.assessment
    assert (found.stamp, found.content_sha256) == (row.stamp, row.content_sha256)
    refusal = Refusal(path, name, reason, "r")
    refused = Row(0, refusal, Status.UNREADABLE, reason)
    found = back(refused)
    assert (found.source, found.status, found.reason) == (refusal, Status.UNREADABLE, reason)
    assert found.stamp is None


def test_what_another_model_scored_is_not_scored() -> None:
    found = back(fakes.row(), replace(MAKER, model_sha256="d" * 64))
    assert (found.status, found.reason) == (Status.NOT_SCORED, lines.OLD_MODEL)
    assert found.assessed is None


def test_records_of_several_models_stand_side_by_side() -> None:
    scored, refused = fakes.row(), replace(fakes.row(), assessed=None, status=Status.UNREADABLE)
    head, scores = lines.records([lines.pack(row, 1.0)[1] for row in (refused, scored, refused)])
    assert head["scored"].tolist() == [False, True, False]
    assert scores.shape == (3, 1, 3)
    assert scores[1, 0, 0] == 0.1 + 0.2
    assert np.isnan(scores[0]).all()


PART = st.lists(st.integers(0, 3), min_size=1, max_size=4)


@given(st.lists(PART, max_size=5), st.integers(0, 20))
def test_lists_that_come_in_parts_are_one_whatever_was_expected(
    parts: list[list[int]], expected: int
) -> None:
    def record(findings: int) -> bytes:
        return lines.pack(fakes.row(), 2.0)[1][: HEAD.itemsize] + b"\0" * 24 * findings

    joining = lines.Joining(expected)
    for part in parts:
        joining.add(*lines.records([record(findings) for findings in part]))
    head, scores = joining.joined()
    every = [findings for part in parts for findings in part]
    assert head["arrived_s"].tolist() == [2.0] * len(every)
    assert scores.shape[1] == max(every, default=0)
    assert (~np.isnan(scores[:, :, 0])).sum(axis=1).tolist() == every


@pytest.mark.parametrize("size", [1, HEAD.itemsize - 24, HEAD.itemsize + 1, HEAD.itemsize + 2400])
def test_what_is_no_record_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="no record"):
        lines.records([bytes(HEAD.itemsize), bytes(size)])


def test_fields_of_all_lines() -> None:
    texts = [lines.pack(fakes.row(name, study=name), 0.0)[0] for name in ("a", "b")]
    assert lines.column(texts, "study_instance_uid") == ["a", "b"]
    pairs = list(lines.several(texts, ("name", "patient_name")))
    assert pairs == [("a", "PHANTOM"), ("b", "PHANTOM")]
    assert lines.field_of(texts[1], "sop_instance_uid") == "b.b"


def test_the_store_gives_its_list_and_its_pictures(store: Store) -> None:
    first, second = fakes.row("a", study="1"), fakes.row("b", study="2", probability=0.7)
    store.keep([first, second])
    store.keep([replace(first, warnings=("Read again.",))])
    found = store.lines()
    rows = [
        lines.unpack(line, head, scores, MAKER)
        for line, head, scores in zip(found.lines, found.head, found.scores, strict=True)
    ]
    assert [row.name for row in rows] == ["a", "b"]
    assert rows[0].warnings == ("Read again.",)
    pictures = store.thumbnails([location(second.source), "file:///nowhere"])
    assert np.array_equal(pictures[0], second.thumbnail)
    assert pictures[1] is None


def test_the_store_gives_what_came_to_its_list_since(store: Store) -> None:
    assert (store.lines().lines, store.lines().last) == ([], 0)
    store.keep([fakes.row("a", study="1")])
    known = store.lines().last
    store.keep([fakes.row("b", study="2"), fakes.row("c", study="3")])
    news = store.lines(known)
    assert lines.column(news.lines, "name") == ["b", "c"]
    assert len(news.head) == len(news.scores) == 2
    assert store.lines(news.last).lines == []
    assert store.lines(news.last).last == news.last


def test_what_was_stored_before_there_were_lines_gets_them(store: Store) -> None:
    unreadable = replace(fakes.row("c"), status=Status.UNREADABLE, reason="No.", assessed=None)
    store.keep([fakes.row("a"), fakes.row("b"), unreadable])
    before = store.lines()
    with store._database.writing() as connection:
        connection.execute(sa.delete(schema.lines))
    after = store.lines()
    assert [lines.field_of(line, "name") for line in after.lines] == ["a", "b", "c"]
    assert after.head["status"].tolist() == before.head["status"].tolist()
    assert np.array_equal(after.scores, before.scores, equal_nan=True)


def test_a_damaged_list_is_said(store: Store) -> None:
    store.keep([fakes.row()])
    with store._database.writing() as connection:
        connection.execute(sa.update(schema.lines).values(record=b"\0" * 9))
    with pytest.raises(UnusableStore, match="damaged"):
        store.lines()


def test_a_glance_at_a_file_gives_the_list_of_the_store(tmp_path: Path) -> None:
    address = str(tmp_path / "a #%?ü.db")
    with Store(address) as store:
        store.keep([fakes.row("a"), fakes.row("b", probability=0.7)])
        found, expected = glance(address), store.lines()
    assert found is not None
    assert (found.lines, found.last) == (expected.lines, expected.last)
    assert found.head.tobytes() == expected.head.tobytes()
    assert np.array_equal(found.scores, expected.scores, equal_nan=True)


@pytest.mark.parametrize(
    "spoil",
    [
        "DELETE FROM lines",
        "UPDATE lines SET record = x'00'",
        "UPDATE alembic_version SET version_num = '0001'",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
    ],
)
def test_a_glance_leaves_to_the_store_what_is_not_as_it_should_be(
    tmp_path: Path, spoil: str
) -> None:
    address = str(tmp_path / "list.db")
    with Store(address) as store:
        store.keep([fakes.row()])
    with contextlib.closing(sqlite3.connect(address)) as connection, connection:
        connection.execute(spoil)
    assert glance(address) is None


def test_a_glance_makes_no_store(tmp_path: Path) -> None:
    assert glance(str(tmp_path / "none.db")) is None
    assert glance("postgresql+psycopg://nobody@nowhere/list") is None
    (tmp_path / "text.db").write_text("This is no store. " * 100)
    assert glance(str(tmp_path / "text.db")) is None
    assert [path.name for path in tmp_path.iterdir()] == ["text.db"]
