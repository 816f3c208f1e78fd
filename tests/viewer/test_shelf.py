import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine, radiograph, rows

from engine.triage.pipeline import Row
from viewer import film as films
from viewer.jobs import Jobs, Reply
from viewer.shelf import Shelf

ROWS = rows()[:4]
ONE = films.film_of("x", radiograph()).nbytes


class Counting(FakeEngine):
    """Remembers what was read, in order."""

    def read(self, row: Row, frame: int = 0) -> object:  # type: ignore[override]
        self.looked.append(row.name)
        return super().read(row, frame)


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def jobs(counting: Counting) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    counting.close()
    made.close()


def shelf_of(jobs: Jobs, counting: Counting, films_at_most: float) -> Shelf:
    return Shelf(jobs, counting.read, round(ONE * films_at_most))  # type: ignore[arg-type]


def fetched(shelf: Shelf, row: Row, qtbot: QtBot) -> Reply:
    replies: list[Reply] = []
    shelf.fetch(row, 0, replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    return replies[0]


def test_what_was_used_last_stays_and_the_memory_is_bounded(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    shelf = shelf_of(jobs, counting, 2.5)
    for row in (ROWS[0], ROWS[1]):
        fetched(shelf, row, qtbot)
    assert shelf.kept(ROWS[0]) is not None
    fetched(shelf, ROWS[2], qtbot)
    assert [shelf.kept(row) is not None for row in ROWS[:3]] == [True, False, True]
    assert shelf.held_bytes == 2 * ONE
    shelf.set_limit(ONE)
    assert [shelf.kept(row) is not None for row in ROWS[:3]] == [False, False, True]


def test_a_film_larger_than_the_shelf_is_shown_and_not_kept(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    shelf = shelf_of(jobs, counting, 0.5)
    assert fetched(shelf, ROWS[0], qtbot).value.name == ROWS[0].name
    assert shelf.kept(ROWS[0]) is None
    assert shelf.held_bytes == 0


@pytest.mark.usefixtures("qapp")
@settings(max_examples=30, deadline=None)
@given(st.floats(0.5, 3.5), st.lists(st.integers(0, 3), max_size=12))
def test_whatever_is_asked_for_the_bound_holds(limit: float, order: list[int]) -> None:
    film = films.film_of("x", radiograph())
    jobs = Jobs()
    shelf = shelf_of(jobs, Counting(), limit)
    for number in order:
        if shelf.kept(ROWS[number]) is None:
            shelf._keep((ROWS[number], 0), film)
        assert shelf.held_bytes <= ONE * limit
        assert shelf.held_bytes == ONE * len(shelf._kept)
        assert limit < 1 or shelf.kept(ROWS[number]) is not None
    jobs.close()


def test_reading_ahead_is_joined_and_never_done_twice(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    gate = threading.Event()
    counting.read_go[ROWS[0].name] = gate
    shelf = shelf_of(jobs, counting, 9)
    shelf.read_ahead([(ROWS[0], 0), (ROWS[1], 0)])
    qtbot.waitUntil(lambda: counting.looked == [ROWS[0].name])
    replies: list[Reply] = []
    ticket = shelf.fetch(ROWS[0], 0, replies.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(replies) and shelf.kept(ROWS[1]) is not None)
    assert replies[0].request == ticket
    assert counting.looked == [ROWS[0].name, ROWS[1].name]


def test_what_is_asked_for_goes_before_what_is_read_ahead(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    gate = threading.Event()
    counting.read_go[ROWS[0].name] = gate
    shelf = shelf_of(jobs, counting, 9)
    shelf.read_ahead([(row, 0) for row in ROWS[:3]])
    assert fetched(shelf, ROWS[3], qtbot).value.name == ROWS[3].name
    assert counting.looked == [ROWS[0].name, ROWS[3].name]
    gate.set()
    qtbot.waitUntil(lambda: shelf.kept(ROWS[2]) is not None)


def test_a_request_that_was_dropped_is_not_answered(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    gate = threading.Event()
    for row in ROWS[:3]:
        counting.read_go[row.name] = gate
    shelf = shelf_of(jobs, counting, 9)
    replies: list[Reply] = []
    tickets = [shelf.fetch(row, 0, replies.append) for row in ROWS[:3]]
    for ticket in tickets:
        shelf.drop(ticket)
    gate.set()
    fetched(shelf, ROWS[3], qtbot)
    assert not replies
    assert ROWS[2].name not in counting.looked


def test_an_emptied_shelf_forgets_what_was_on_its_way(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    gate = threading.Event()
    counting.read_go[ROWS[0].name] = gate
    shelf = shelf_of(jobs, counting, 9)
    shelf.read_ahead([(ROWS[0], 0)])
    shelf.clear()
    gate.set()
    qtbot.wait(50)
    assert shelf.held_bytes == 0


def test_a_film_that_cannot_be_read_ahead_is_skipped(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    counting.broken.add(ROWS[0].name)
    shelf = shelf_of(jobs, counting, 9)
    shelf.read_ahead([(ROWS[0], 0), (ROWS[1], 0)])
    qtbot.waitUntil(lambda: shelf.kept(ROWS[1]) is not None)
    assert str(fetched(shelf, ROWS[0], qtbot).error) == "The file is damaged."


class Canvas(QObject):
    """Is painted as a widget is: late, once everything else was seen to."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf, self.seen = shelf, list[int]()

    def update(self, _reply: Reply) -> None:
        late = Qt.EventPriority.LowEventPriority.value
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.UpdateRequest), late)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            self.seen.append(len(self.shelf._readings))
        return super().event(event)


def test_what_was_asked_for_is_painted_before_more_is_read(
    jobs: Jobs, counting: Counting, qtbot: QtBot
) -> None:
    gate = threading.Event()
    counting.read_go[ROWS[1].name] = gate
    shelf = shelf_of(jobs, counting, 9)
    canvas = Canvas(shelf)
    shelf.fetch(ROWS[0], 0, canvas.update)
    shelf.read_ahead([(ROWS[1], 0)])
    qtbot.waitUntil(lambda: counting.looked == [ROWS[0].name, ROWS[1].name])
    assert canvas.seen == [0]
    gate.set()
