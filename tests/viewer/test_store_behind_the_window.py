"""The window's runs keep their rows in the store, and go on without it where it fails."""

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
from engine.triage.lines import field_of
from engine.triage.pipeline import Keeping, Requests, Row, Status
from engine.triage.stages import rescored
from engine.triage.store import Store
from engine.types import Assessed
from viewer import window
from viewer.ledger import Ledger, forgiving
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
    assert sum("A copy of" in " ".join(row.warnings) for row in again) == 1
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


def test_a_run_goes_on_when_the_store_fails_in_its_middle() -> None:
    troubles: list[UnusableStore] = []
    asked: list[str] = []

    def fail(*_given: object) -> None:
        asked.append("again")
        raise UnusableStore("The store's disc is full.")

    keeping = forgiving(Keeping(lambda _item, _stamp: None, fail), troubles.append)
    for _ in range(3):
        keeping.keep([scored("a.dcm", 0.5)])
    assert asked == ["again"]
    assert [str(error) for error in troubles] == ["The store's disc is full."]


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
