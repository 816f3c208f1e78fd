"""The window's runs keep their rows in the store, and go on without it where it fails."""

import dataclasses
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import UnusableStore
from engine.models.assess import Assessor
from engine.triage.happened import Happened
from engine.triage.lines import field_of
from engine.triage.pipeline import Requests, Row, Status
from engine.triage.stages import rescored
from engine.triage.store import Store
from engine.types import Assessed
from viewer import window
from viewer.ledger import Ledger
from viewer.services import NoModel, Services, engine_services
from viewer.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
import toy_model
from window_fakes import FakeEngine, scored
from window_hands import MakeEngine, Settle


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path / "home"))
    toy_model.write_toy_model(tmp_path / "home/models/standard.onnx")
    made = engine_services(model="", provider="cpu")
    yield made
    made.close()


def run(services: Services, assessor: Assessor | NoModel, folder: Path) -> list[Row]:
    items = list(services.triage(Requests([folder]), assessor, threading.Event()))
    assert all(isinstance(item, Row) for item in items), items
    return sorted((item for item in items if isinstance(item, Row)), key=lambda row: row.name)


def test_a_second_run_reads_nothing_that_is_unchanged(services: Services, tmp_path: Path) -> None:
    films = tmp_path / "films"
    toy_model.write_film(films / "a.png", 2)
    toy_model.write_film(films / "b.png", 2)
    (films / "c.png").write_bytes((films / "a.png").read_bytes())
    assessor = services.load_assessor()
    first = run(services, assessor, films)
    toy_model.write_film(films / "b.png", 1)
    again = run(services, assessor, films)
    # A film that is read anew takes another time for it.
    same = [one.read_ms == other.read_ms for one, other in zip(first, again, strict=True)]
    assert same == [True, False, True]
    assert again[0].assessed is not None
    assert again[0].assessed.activations is None
    assert services.maps(assessor, services.read(again[0]), "") is not None
    store = services.store()
    assert store is not None
    assert not store.verify().problems
    # Without a model nothing is kept over what the model said.
    refused = run(services, NoModel("There is no model."), films)
    assert {row.status for row in refused} == {Status.NOT_SCORED}
    assert [row.status for row in run(services, assessor, films)] == [Status.SCORED] * 3
    store.close()


def test_a_film_that_is_scored_as_offered_is_kept_with_its_picture(
    services: Services, tmp_path: Path
) -> None:
    films = tmp_path / "films"
    toy_model.write_film(films / "a.png", 2)
    assessor = services.load_assessor()
    (row,) = run(services, assessor, films)
    assert row.assessed is not None
    said = replace(row.assessed.assessment, findings=(), reason="Not scored: x", offer="rotate_90")
    # As it comes from the store: without its picture.
    refused = replace(rescored(row, Assessed(said, None)), thumbnail=None)
    (found,) = services.correct(assessor, refused)
    assert isinstance(found, Row)
    assert found.assessed is not None
    assert found.status is Status.SCORED
    assert found.assessed.assessment.notices[0] == "Made on the film turned 90° to the left."
    store = services.store()
    assert store is not None
    listing = store.lines()
    assert field_of(listing.lines[0], "correction") == "rotate_90"
    (picture,) = store.thumbnails([field_of(listing.lines[0], "location")])
    assert picture is not None
    np.testing.assert_array_equal(picture, row.thumbnail)
    maps = services.maps(assessor, services.read(found), "rotate_90")
    assert maps is not None
    assert found.assessed.activations is not None
    np.testing.assert_allclose(maps.grids, found.assessed.activations.grids, atol=1e-5)
    store.close()


def test_a_run_goes_on_when_the_store_fails_and_its_rows_are_stored_when_it_is_back(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessor, troubles = services.load_assessor(), list[UnusableStore]()
    ledger = Ledger(str(tmp_path / "list.db"))
    keep, asked = Store.keep, list[str]()

    def full(*_given: object, **_more: object) -> None:
        asked.append("again")
        raise UnusableStore("The store's disc is full.")

    keeping = ledger.keeping(assessor, troubles.append)
    assert keeping is not None
    with ledger.store() as store:
        for outage in (1, 2):
            monkeypatch.setattr(Store, "keep", full)
            for number in range(3):
                keeping.keep([scored(f"{outage}{number}.dcm", 0.5)])
            assert asked == ["again"] * (2 * outage - 1)
            assert [str(error) for error in troubles] == ["The store's disc is full."] * outage
            with pytest.raises(UnusableStore):
                ledger.keep_late(store)
            assert not store.lines(after=3 * (outage - 1)).lines
            monkeypatch.setattr(Store, "keep", keep)
            ledger.keep_late(store)
            assert len(store.lines().lines) == 3 * outage
        keeping.keep([scored("later.dcm", 0.5)])
        assert len(store.lines().lines) == 7


def test_a_store_that_is_away_when_a_run_begins_has_all_films_in_the_end(
    services: Services, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    path = home / "worklist.db"
    path.mkdir()
    toy_model.write_film(tmp_path / "films/a.png", 2)
    assessor = services.load_assessor()
    items = list(services.triage(Requests([tmp_path / "films"]), assessor, threading.Event()))
    assert [type(item) for item in items] == [Row, UnusableStore]
    path.rmdir()
    store = services.store()
    assert store is not None
    services.keep_late(store)
    assert len(store.lines().lines) == 1
    store.close()


def test_that_rows_wait_for_the_store_is_said_until_they_are_stored(
    tmp_path: Path, make_engine: MakeEngine, qtbot: QtBot
) -> None:
    waiting = ["a row"]

    def late(_store: Store) -> None:
        if waiting:
            raise UnusableStore("The store's disc is full.")

    engine: FakeEngine = make_engine(address=str(tmp_path / "list.db"))
    services = dataclasses.replace(engine.services(), keep_late=late)
    shown = window.build(services, Settings(), tmp_path / "settings.json")
    shown.show()
    reading = shown.session.reading
    reading.log(Happened.OPENED, "1.2.3")
    qtbot.waitUntil(lambda: "full" in shown.read_flow.trouble.text(), timeout=20000)
    assert not reading._tasks, "nothing else is held up"
    waiting.clear()
    reading.exchange()
    qtbot.waitUntil(lambda: not reading.problem, timeout=20000)
    shown.close()


def test_a_store_that_cannot_be_opened_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "list.db"
    path.mkdir()
    ledger = Ledger(str(path))
    with pytest.raises(UnusableStore, match="cannot be opened"):
        ledger.store()
    path.rmdir()
    ledger.store().close()


@pytest.mark.parametrize("fault", ["newer", "damaged", "closed"])
def test_an_unusable_store_is_said_and_the_films_are_listed(
    fault: str, tmp_path: Path, make_engine: MakeEngine, settle: Settle, qtbot: QtBot
) -> None:
    path = tmp_path / "list.db"
    if fault == "newer":
        import sqlalchemy as sa

        with Store(str(path)) as store, store._database.writing() as connection:
            connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    elif fault == "damaged":
        path.write_bytes(b"no database" * 100)
    else:
        path.mkdir()
    words = {"newer": "newer Hilum", "damaged": "damaged", "closed": "cannot be opened"}[fault]
    engine: FakeEngine = make_engine(address=str(path))
    shown = window.build(engine.services(), Settings(), tmp_path / "settings.json")
    shown.show()
    shown.open_paths([Path("films")])
    settle(shown)
    assert len(shown.session.entries) == 7
    qtbot.waitUntil(lambda: words in shown.session.reading.problem, timeout=20000)
    assert words in shown.read_flow.trouble.text()
    assert shown.read_flow.trouble.isVisible()
    shown.close()
