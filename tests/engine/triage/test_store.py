import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UnusableStore
from engine.images.intake import Refusal
from engine.images.marks import Markup
from engine.models.passport import Passport, UnusableThresholds
from engine.triage import database, lines, schema
from engine.triage.lines import location
from engine.triage.pipeline import Row, Stamp, Status
from engine.triage.reading import Note, Opinion, Read, ReadState
from engine.triage.store import Store

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import store_fakes as fakes
import toy_model

ROOT = Path(__file__).resolve().parents[3]
CARD = toy_model.toy_card()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with Store(address) as store:
        yield store


def known(store: Store, source: Row, stamp: Stamp = fakes.STAMP, model: str = fakes.MODEL) -> Row:
    found = store.known(
        source.source,  # type: ignore[arg-type]
        stamp,
        model_sha256=model,
        preprocessing_sha256=fakes.RECIPE,
    )
    assert found is not None
    return found


def count(store: Store, table: sa.Table) -> int:
    with store._database.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_a_row_comes_back_to_the_last_bit(store: Store) -> None:
    row = fakes.row()
    store.keep([row], graph_sha256=fakes.GRAPH)
    back = known(store, row)
    assert back.assessed is not None
    assert row.assessed is not None
    assert back.assessed.assessment == row.assessed.assessment
    assert np.array_equal(back.assessed.offset, row.assessed.offset)
    assert (back.status, back.identity, back.warnings) == (row.status, row.identity, row.warnings)
    assert np.array_equal(back.thumbnail, row.thumbnail)
    assert (back.read_ms, back.infer_ms) == (row.read_ms, row.infer_ms)
    assert back.content_sha256 == row.content_sha256


@pytest.mark.parametrize("stamp", [Stamp(1235, fakes.STAMP.mtime_ns), Stamp(1234, 1)])
def test_a_changed_file_is_not_known(store: Store, stamp: Stamp) -> None:
    store.keep([fakes.row()])
    with pytest.raises(AssertionError):
        known(store, fakes.row(), stamp)


def test_another_model_does_not_know_a_film(store: Store) -> None:
    store.keep([fakes.row()])
    with pytest.raises(AssertionError):
        known(store, fakes.row(), model="d" * 64)


def test_what_cannot_be_read_is_known_with_its_reason(store: Store) -> None:
    bad = Row(0, fakes.candidate(), Status.UNREADABLE, "Not a film.", stamp=fakes.STAMP)
    store.keep([bad])
    assert (known(store, bad).status, known(store, bad).reason) == (bad.status, bad.reason)


def test_what_failed_by_circumstance_is_tried_again(store: Store) -> None:
    bad = Row(0, fakes.candidate(), Status.UNREADABLE, "You have no permission to read this.")
    store.keep([bad])
    assert count(store, schema.images) == 1
    with pytest.raises(AssertionError):
        known(store, bad)


def test_of_known_films_without_a_score_those_are_listed_that_have_one_by_now(
    store: Store,
) -> None:
    rows = [fakes.row(f"in/{name}.dcm", study=name) for name in "abc"]
    half = [Row(0, row.source, Status.UNREADABLE, "Cut.", stamp=fakes.STAMP) for row in rows[1:]]
    store.keep([rows[0], *half])
    last = store.lines().last
    places = [location(row.source) for row in rows[1:]]
    assert not store.lines(last, places).lines
    store.keep([rows[1], fakes.row("in/new.dcm", study="n")])
    listed = store.lines(last, places)
    assert list(lines.each(listed.lines, "name")) == ["in/b.dcm", "in/new.dcm"]
    assert listed.last > last


@pytest.mark.parametrize("content", ["", "same"])
def test_what_is_known_of_a_film_outlives_a_failure_by_circumstance(
    store: Store, content: str
) -> None:
    row = fakes.row()
    store.keep([row])
    before = store.lines()
    away = "You have no permission to read this."
    content = content and row.content_sha256
    failed = Row(0, row.source, Status.UNREADABLE, away, content_sha256=content)
    other = Row(1, fakes.candidate("in/b.dcm"), Status.UNREADABLE, away)
    store.keep([failed, other])
    assert store.lines().lines[0] == before.lines[0]
    assert known(store, row).status is Status.SCORED
    assert len(store.lines().lines) == 2, "what was never read has its row"
    # Other pixels, or a fault of the file itself, are news.
    store.keep([Row(0, row.source, Status.UNREADABLE, "Not a film.", stamp=fakes.STAMP)])
    assert known(store, row).status is Status.UNREADABLE


def test_a_film_that_the_gate_refuses_is_known_with_its_reason(store: Store) -> None:
    row = fakes.row()
    assert row.assessed is not None
    lateral = replace(row.assessed, assessment=fakes.assessment(reason="Lateral."))
    store.keep([replace(row, status=Status.NOT_SCORED, reason="Lateral.", assessed=lateral)])
    back = known(store, row)
    assert (back.status, back.reason) == (Status.NOT_SCORED, "Lateral.")


def test_an_assessment_is_made_once_and_never_changed(store: Store) -> None:
    store.keep([fakes.row(probability=0.25)])
    store.keep([fakes.row(probability=0.75)])
    (only,) = store.assessments(fakes.row().content_sha256, model_sha256=fakes.MODEL)
    assert only.assessment.probability("covid19") == 0.25
    for change in (schema.assessments.update().values(model_id="x"), schema.assessments.delete()):
        with pytest.raises(UnusableStore), store._database.writing() as connection:
            connection.execute(change)


def test_old_models_assessments_stay_and_are_marked(store: Store) -> None:
    row = fakes.row()
    assert row.assessed is not None
    store.keep([row], graph_sha256=fakes.GRAPH)
    other = fakes.assessment(0.9, model="d" * 64)
    store.keep([replace(row, assessed=replace(row.assessed, assessment=other))])
    said = store.assessments(row.content_sha256, model_sha256="d" * 64)
    assert [(one.old, one.graph_sha256) for one in said] == [(True, fakes.GRAPH), (False, "")]
    assert known(store, row).assessed is not None


def test_a_batch_is_stored_whole_or_not_at_all(store: Store) -> None:
    impossible = replace(fakes.row("in/b.dcm"), warnings=(object(),))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        store.keep([fakes.row(), impossible])
    assert count(store, schema.images) == 0


def test_reads_notes_measurements_and_settings_keep_their_order_when_the_clock_jumps(
    address: str,
) -> None:
    clock = iter(datetime(2026, 3, 29, tzinfo=UTC) - timedelta(hours=n) for n in range(100))
    with Store(address, clock=lambda: next(clock)) as store:
        store.keep([fakes.row()])
        for state in (ReadState.READING, ReadState.READ):
            read = Read("1.2", "r7", state, {"covid19": Opinion.ABSENT}, {"sensitivity": 0.95})
            store.readings.add(read)
            store.readings.add_note(Note("1.2", "r7", f"Now {state}."))
            store.set("sensitivity", state.value)
        store.add_measurements("k", Markup(key_image=True))
        store.add_measurements("k", Markup())
        states = [read.state for read in store.readings.of("1.2")]
        assert states == [ReadState.READING, ReadState.READ]
        assert store.readings.of("1.2")[0].verdicts == {"covid19": Opinion.ABSENT}
        assert [note.text for note in store.readings.notes("1.2")] == ["Now reading.", "Now read."]
        assert store.get("sensitivity") == "read"
        assert store.measurements("k") == Markup()
        assert store.measurements("other") == Markup()
        assert not store.verify().problems


def test_a_read_of_an_unknown_study_is_refused(store: Store) -> None:
    with pytest.raises(UnusableStore):
        store.readings.add(Read("9.9", "r7", ReadState.READ))


def test_thresholds_hold_for_their_model_alone(store: Store) -> None:
    passport = Passport.issue(CARD, "a", 0.95)
    assert store.thresholds(CARD, "a") == {}
    store.set_thresholds(passport)
    assert store.thresholds(CARD, "a") == passport.thresholds
    with pytest.raises(UnusableThresholds, match="Set the sensitivity again"):
        store.thresholds(CARD, "x")


def test_a_store_of_a_newer_hilum_is_refused(address: str) -> None:
    Store(address).close()
    with Store(address) as store, store._database.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnusableStore, match="newer Hilum"):
        Store(address)


def test_another_programs_database_is_left_alone(address: str) -> None:
    if "://" in address:
        engine = sa.create_engine(address)
    else:
        Path(address).parent.mkdir()
        engine = sa.create_engine(f"sqlite:///{address}")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE theirs (id INTEGER)"))
    engine.dispose()
    with pytest.raises(UnusableStore, match="another program"):
        Store(address)


def test_the_steps_lead_to_the_tables_of_the_schema(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store._database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_head_is_the_last_step() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(database._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [database.HEAD]


def test_the_frozen_program_carries_the_steps() -> None:
    contents = (ROOT / "packaging/contents.py").read_text(encoding="utf-8")
    folder = database._MIGRATIONS.relative_to(ROOT).as_posix()
    assert f'("{folder}", "{folder}")' in contents


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
import store_fakes as fakes
from engine.triage.store import Store
with Store(sys.argv[1]) as store:
    for number in range(25):
        name = "in/%s-%d.dcm" % (sys.argv[3], number)
        store.keep([fakes.row(name), fakes.row("in/both-%d.dcm" % number)])
"""


def test_two_programs_work_on_one_store(address: str) -> None:
    words = [sys.executable, "-c", WRITER, address, str(Path(__file__).parent)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen([*words, name], env=environment) for name in ("one", "two")]
    assert [process.wait(120) for process in both] == [0, 0]
    with Store(address) as store:
        assert count(store, schema.images) == count(store, schema.assessments) == 75
        assert count(store, schema.studies) == 1
        verdict = store.verify()
    assert (verdict.entries, verdict.problems) == (50, ())


def test_a_locked_store_says_so(address: str) -> None:
    with (
        Store(address) as store,
        Store(address, busy_s=0.2) as other,
        store._database.writing(),
        pytest.raises(UnusableStore, match="Another program holds the store"),
    ):
        other.keep([fakes.row()])


def test_a_full_disc_says_so_and_keeps_what_was_stored(tmp_path: Path) -> None:
    with Store(str(tmp_path / "list.db")) as store:
        store.keep([fakes.row()])
        with store._database.reading() as connection:
            pages = connection.execute(sa.text("PRAGMA page_count")).scalar_one()

        def small(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count={pages}").close()

        store._database.close()
        sa.event.listen(store._database._engine, "connect", small)
        big = [fakes.row(f"in/{number}.dcm") for number in range(200)]
        with pytest.raises(UnusableStore, match="disc is full"):
            store.keep(big)
        assert known(store, fakes.row()).status is Status.SCORED
        assert count(store, schema.images) == 1


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
def test_nothing_is_written_to_a_store_that_was_removed(tmp_path: Path) -> None:
    path, away = tmp_path / "a/list.db", tmp_path / "b"
    with Store(str(path)) as store:
        store.keep([fakes.row()])
        path.parent.rename(away)
        with pytest.raises(UnusableStore, match="no longer in its place"):
            store.keep([fakes.row("b.dcm")])
        path.parent.mkdir()
        with pytest.raises(UnusableStore, match="no longer in its place"):
            store.lines()
        assert not path.exists(), "no empty store takes its place"
        path.parent.rmdir()
        away.rename(path.parent)
        store.keep([fakes.row("b.dcm")])
        assert count(store, schema.images) == 2


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
def test_a_store_that_was_replaced_is_the_one_that_is_used(tmp_path: Path) -> None:
    path, copy = tmp_path / "list.db", tmp_path / "copy.db"
    with Store(str(copy)) as other:
        other.keep([fakes.row(f"{number}.dcm") for number in range(3)])
    with Store(str(path)) as store:
        store.keep([fakes.row()])
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        copy.rename(path)
        assert count(store, schema.images) == 3
        store.keep([fakes.row("b.dcm")])
        assert count(store, schema.images) == 4


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"no database" * 100, "damaged"), (None, "cannot be opened")]
)
def test_what_is_no_store_is_refused(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    path = tmp_path / "list.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(UnusableStore, match=sentence):
        Store(str(path))


@pytest.mark.parametrize("address", ["mysql://x/y", "sqlite://", "://", "oracle://x"])
def test_other_databases_are_refused(address: str) -> None:
    with pytest.raises(UnusableStore, match="A store is a file"):
        Store(address)


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(UnusableStore, match="does not answer"):
        Store(f"postgresql+psycopg://u@/d?host={tmp_path}", busy_s=0.5)


def test_sqlite_keeps_a_log_and_syncs_every_commit(tmp_path: Path) -> None:
    with Store(str(tmp_path / "list.db")) as store, store._database.reading() as connection:
        asked = {
            name: connection.execute(sa.text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_store_on_a_share_keeps_no_log_in_shared_memory(tmp_path: Path) -> None:
    # POSIX keeps two leading slashes, and Windows reads them as a server's: \\\\server\\share.
    with Store(f"/{tmp_path}/list.db") as store:
        store.keep([fakes.row()])
        with store._database.reading() as connection:
            assert connection.execute(sa.text("PRAGMA journal_mode")).scalar_one() == "delete"
        assert known(store, fakes.row()).status is Status.SCORED


@pytest.mark.parametrize(
    ("path", "on_a_share"),
    [
        (r"\\server\share\Ärzte\list.db", True),
        ("//server/share/list.db", True),
        (r"\\?\UNC\server\share\list.db", True),
        (r"C:\Hilum\list.db", False),
        ("/srv/list.db", False),
        ("list.db", False),
    ],
)
def test_unc_paths_are_known(path: str, on_a_share: bool) -> None:
    assert database._on_a_share(path) is on_a_share


def test_an_older_store_is_brought_to_todays_form_with_all_that_it_has(address: str) -> None:
    with Store(address) as store:
        store.keep([fakes.row()])
        with store._database.writing() as connection:
            connection.execute(sa.text("DROP TABLE lines"))
            connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    with Store(address) as store:
        assert known(store, fakes.row()).status is Status.SCORED
        assert count(store, schema.images) == 1
        assert sa.inspect(store._database._engine).has_table("lines")
        assert store.verify().problems == ()


def test_every_file_has_a_place_of_its_own() -> None:
    odd = Path(os.fsdecode(b"/in/\xff%23.dcm"))
    sources = [
        fakes.candidate("in/a.zip"),
        fakes.candidate("in/a.zip", member="x", entry=0),
        fakes.candidate("in/a.zip", member="x", entry=1),
        Refusal(Path("in/a.zip"), "in/a.zip!note.txt", "No."),
        Refusal(odd, "/in/\\xff%23.dcm", "No."),
        Refusal(Path("/in/%FF%23.dcm"), "/in/%FF%23.dcm", "No."),
    ]
    places = [location(source) for source in sources]
    assert len(set(places)) == len(places)
    assert all(place.isascii() for place in places)


@settings(max_examples=20, deadline=None)
@given(text=st.text(st.characters(codec=None), max_size=20))
def test_any_text_of_a_header_can_be_stored(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Store(str(tmp_path_factory.getbasetemp() / "any.db")) as store:
        row = fakes.row("in/any.dcm")
        identity = replace(row.identity, patient_name=text, study_description=text)
        store.keep([replace(row, identity=identity)])
        assert known(store, row).identity.sop_instance_uid == row.identity.sop_instance_uid


@pytest.mark.parametrize("text", ["\0", "\ud800", "’é日本"])
def test_odd_text_can_be_stored_anywhere(store: Store, text: str) -> None:
    row = fakes.row()
    store.keep([replace(row, reason=text, identity=replace(row.identity, patient_name=text))])
    assert known(store, row).identity.patient_name in ("", "\\ud800", text)
