import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from engine.triage import audit, schema
from engine.triage.audit import Happened
from engine.triage.reading import Read, ReadState
from engine.triage.store import Store
from engine.types import Identity

sys.path.insert(0, str(Path(__file__).parent))
import store_fakes as fakes

NOW = datetime(2026, 11, 21, 22, 0, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with five entries."""
    with Store(str(tmp_path / "list.db")) as store:
        store.keep([fakes.row("in/a.dcm"), fakes.row("in/b.dcm", study="3.4")])
        store.log(Happened.OPENED, studies=["1.2"], user="r7")
        store.set("sensitivity", 0.9, user="r7")
        store.readings.add(Read("1.2", "r7", ReadState.READ))
        store.log(Happened.EXPORTED, studies=["1.2"], user="r7")
        yield store


def messages(store: Store) -> list[audit.Message]:
    with store._database.reading() as connection:
        return list(audit.messages(connection))


def tamper(store: Store, *statements: str) -> None:
    """Do as somebody does who can write to the database."""
    with store._database.writing() as connection:
        for change in ("update", "delete"):
            connection.execute(sa.text(f"DROP TRIGGER IF EXISTS audit_no_{change}"))
        for statement in statements:
            connection.execute(sa.text(statement))


def test_a_whole_trail_is_good_and_its_check_is_entered(store: Store) -> None:
    verdict = store.verify()
    assert (verdict.entries, verdict.problems) == (5, ())
    again = store.verify(noted=verdict.head)
    assert (again.entries, again.problems) == (6, ())


def test_events_are_in_the_words_of_the_standard(store: Store) -> None:
    from pydicom.sr.codedict import codes

    store.verify()
    said = [message["EventIdentification"] for message in messages(store)]
    assert [event["EventID"]["csd-code"] for event in said] == [
        "110103",
        "110103",
        "110113",
        "110111",
        "110106",
        "110101",
    ]
    terms = [getattr(codes.DCM, name) for name in codes.DCM.dir() if name[0].isupper()]
    meanings = {term.value: term.meaning for term in terms}
    for event in said:
        for coded in (event["EventID"], event.get("EventTypeCode", {})):
            if coded.get("codeSystemName") == "DCM":
                assert meanings[coded["csd-code"]] == coded["originalText"]
        assert event["EventActionCode"] in "CRUDE"
    studies = [
        part["ParticipantObjectID"]
        for part in messages(store)[0]["ParticipantObjectIdentification"]
        if part["ParticipantObjectIDTypeCode"]["csd-code"] == "110180"
    ]
    assert studies == ["1.2", "3.4"]


def test_no_name_gets_in(store: Store) -> None:
    row = replace(fakes.row("in/DOE_JANE.dcm"), warnings=("DOE^JANE",))
    who = Identity(patient_name="DOE^JANE", patient_id="JANE", study_instance_uid="5.6")
    store.keep([replace(row, identity=who)])
    assert "JANE" not in json.dumps(messages(store))
    with pytest.raises(ValueError, match="no place"):
        audit.message(Happened.OPENED, at=NOW, details={"patient": "DOE^JANE"})


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        (["UPDATE audit SET message = replace(message, 'r7', 'r8') WHERE number = 2"], "2 was cha"),
        (["DELETE FROM audit WHERE number = 3"], "missing before entry 4"),
        (["DELETE FROM audit WHERE number = 1"], "missing before entry 2"),
        (["DELETE FROM audit WHERE number = 5"], "The end of the trail is missing"),
        (["DELETE FROM audit"], "The end of the trail is missing"),
        (["DELETE FROM audit", "DELETE FROM audit_head"], "The end of the trail is missing"),
        (
            [
                "UPDATE audit SET number = 9 WHERE number = 2",
                "UPDATE audit SET number = 2 WHERE number = 3",
                "UPDATE audit SET number = 3 WHERE number = 9",
            ],
            "Entry 2 does not follow",
        ),
        (
            ["UPDATE audit SET previous = 'x' WHERE number = 4"],
            "Entry 4 was changed",
        ),
        (["INSERT INTO audit VALUES (6, '{}', 'x', 'y')"], "Entry 6 was changed"),
    ],
)
def test_a_tampered_trail_is_found_out(store: Store, statements: list[str], problem: str) -> None:
    tamper(store, *statements)
    assert any(problem in said for said in store.verify().problems)


def test_a_trail_cut_with_its_head_is_found_by_the_noted_hash(store: Store) -> None:
    noted = store.verify().head
    head = "(SELECT sha256 FROM audit WHERE number = 4)"
    tamper(
        store,
        "DELETE FROM audit WHERE number > 4",
        f"UPDATE audit_head SET number = 4, sha256 = {head}",
    )
    with store._database.reading() as connection:
        assert not audit.verify(connection).problems
        assert audit.verify(connection, noted=noted).problems == (
            "The noted entry is not in the trail.",
        )


@pytest.mark.parametrize(
    "change",
    [
        lambda: schema.audit.update().values(message="{}"),
        lambda: schema.audit.delete(),
    ],
)
def test_the_database_itself_refuses_changes(
    store: Store, change: Callable[[], sa.Update | sa.Delete]
) -> None:
    from engine.errors import UnusableStore

    with pytest.raises(UnusableStore), store._database.writing() as connection:
        connection.execute(change())
    assert not store.verify().problems


def test_a_trail_of_many_pages_is_checked_to_its_end(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "_PAGE", 2)
    assert store.verify().entries == 5
