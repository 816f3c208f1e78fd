import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.triage import audit
from engine.triage.reading import Note, Opinion, Read, ReadState, study_key, study_of
from engine.triage.store import Store

sys.path.insert(0, str(Path(__file__).parent))
import store_fakes as fakes

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(address: str, clock: Clock) -> Iterator[Store]:
    with Store(address, clock=clock) as store:
        store.keep([fakes.row(), fakes.row("in/b.dcm", study="3.4")])
        yield store


def reading(reader: str, state: ReadState = ReadState.READING, **verdicts: Opinion) -> Read:
    return Read("1.2", reader, state, verdicts)


def test_a_study_is_read_by_one_reader_at_a_time(store: Store) -> None:
    mine = store.readings.add(reading("r7"))
    assert (mine.reader, mine.at) == ("r7", NOON.isoformat(timespec="milliseconds"))
    for state in ReadState:
        held = store.readings.add(reading("r8", state, covid19=Opinion.PRESENT))
        assert held == mine
    assert len(store.readings.of("1.2")) == 1
    store.readings.add(reading("r7", ReadState.READ))
    assert store.readings.add(reading("r8")).reader == "r8"


def test_a_study_can_be_taken_over_and_its_first_reader_is_then_refused(store: Store) -> None:
    store.readings.add(reading("r7"))
    assert store.readings.add(reading("r8"), over=True).reader == "r8"
    assert store.readings.add(reading("r7", ReadState.READ)).reader == "r8"


def test_a_lock_grows_stale_by_the_clock(store: Store, clock: Clock) -> None:
    mine = store.readings.add(reading("r7"))
    assert not mine.is_stale(clock.now + timedelta(minutes=29), 1800)
    assert mine.is_stale(clock.now + timedelta(minutes=30), 1800)
    assert mine.is_stale(clock.now - timedelta(days=900), 1800), "a clock was set back"
    assert not Read("1.2", "r7", ReadState.READING).is_stale(clock.now, 1800)


def test_the_latest_steps_are_told_once(store: Store) -> None:
    store.readings.add(reading("r7"))
    done = store.readings.add(reading("r7", ReadState.READ, covid19=Opinion.ABSENT))
    assert store.readings.latest() == (done,)
    other = store.readings.add(Read("3.4", "r8", ReadState.SECOND_LOOK))
    assert store.readings.latest(after=done.number) == (other,)
    assert store.readings.latest(after=other.number) == ()


def test_a_study_that_nobody_scored_is_entered_with_its_first_read(store: Store) -> None:
    film = fakes.row("in/c.dcm", study="9.9")
    assert study_of(film) == study_key(film) == "9.9"
    for state in (ReadState.READING, ReadState.READ):
        assert store.readings.add(Read("9.9", "r7", state), film=film).state is state
    store.readings.add_note(Note("9.9", "r7", "Ask for a lateral view.\0"), film=film)
    assert [note.text for note in store.readings.notes("9.9")] == ["Ask for a lateral view."]


def test_changes_of_mind_stand_in_the_store_and_in_the_trail(store: Store) -> None:
    for revealed, opinion in ((False, Opinion.ABSENT), (True, Opinion.PRESENT)):
        said = {"lung_opacity": opinion}
        read = Read("1.2", "r7", ReadState.READING, said, {"revealed": revealed})
        store.readings.add(read)
    assert [step.verdicts["lung_opacity"] for step in store.readings.of("1.2")] == [
        "absent", "present",
    ]  # fmt: skip
    with store._database.reading() as connection:
        entries = list(audit.messages(connection))[-2:]
    details = [
        {pair["type"]: pair["value"] for pair in entry["ParticipantObjectIdentification"][-1][
            "ParticipantObjectDetail"]} for entry in entries
    ]  # fmt: skip
    assert details == [
        {"state": "reading", "findings": "lung_opacity", "verdicts": said, "revealed": known}
        for said, known in (("absent", "no"), ("present", "yes"))
    ]
    assert not store.verify().problems
