import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.images.intake import Candidate, Refusal
from engine.triage import requests
from engine.triage.requests import Found, Progress, Requests


def lister(paths: list[Path]) -> Iterator[Found]:
    """List ``NAME:COUNT`` as so many files."""
    for path in paths:
        name, _, count = path.name.partition(":")
        for number in range(int(count or 1)):
            yield Candidate(path, f"{name}{number}")


def taken(asked: Requests, count: int) -> list[str]:
    found = []
    for _ in range(count):
        taking = asked.take()
        assert taking is not None
        found.append(taking[1].name)
    return found


def until_listed(asked: Requests, found: int) -> None:
    end = time.monotonic() + 10
    while asked.progress.found < found:
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.fixture
def asked() -> Iterator[Requests]:
    asked = Requests([Path("a:4")], more=True)
    asked.start(lister)
    until_listed(asked, 4)
    yield asked
    asked.stop()


def test_files_come_in_the_order_of_the_intake_with_their_number() -> None:
    asked = Requests([Path("a:2"), Path("b:1")])
    asked.start(lister)
    assert [asked.take() and asked.take(), asked.take(), asked.take()] == [
        (1, Candidate(Path("a:2"), "a1")),
        (2, Candidate(Path("b:1"), "b0")),
        None,
    ]
    asked.stop()


def test_the_newest_request_comes_first(asked: Requests) -> None:
    assert taken(asked, 1) == ["a0"]
    asked.add([Path("b:2")])
    until_listed(asked, 6)
    assert taken(asked, 2) == ["b0", "b1"]
    asked.add([Path("c:1")])
    until_listed(asked, 7)
    assert taken(asked, 4) == ["c0", "a1", "a2", "a3"]


def test_a_film_that_is_looked_at_comes_before_all(asked: Requests) -> None:
    asked.add([Path("b:2")])
    until_listed(asked, 6)
    asked.look_at("a2")
    assert taken(asked, 3) == ["a2", "b0", "b1"]
    asked.look_at("a2")  # it is being read
    assert taken(asked, 3) == ["a0", "a1", "a3"]


def test_a_film_may_be_looked_at_before_it_is_found(asked: Requests) -> None:
    asked.look_at("b7")
    asked.add([Path("b:9")])
    until_listed(asked, 13)
    assert taken(asked, 2) == ["b7", "b0"]


def test_a_pause_holds_everything_up_until_it_ends(asked: Requests) -> None:
    asked.pause()
    got: list[object] = []
    waiting = threading.Thread(target=lambda: got.append(asked.take()))
    waiting.start()
    waiting.join(0.2)
    assert not got
    asked.go_on()
    waiting.join(10)
    assert got == [(0, Candidate(Path("a:4"), "a0"))]


def test_open_requests_wait_for_others_and_end_when_closed(asked: Requests) -> None:
    taken(asked, 4)
    asked.close()
    assert asked.take() is None
    assert asked.progress == Progress(0, 4, complete=True)


def test_no_more_are_taken_ahead_of_the_oldest_than_allowed() -> None:
    asked = Requests([Path("a:9")], ahead=3)
    asked.start(lister)
    taken(asked, 3)
    asked.done(1)
    asked.done(2)
    got: list[object] = []
    waiting = threading.Thread(target=lambda: got.append(asked.take()))
    waiting.start()
    waiting.join(0.2)
    assert not got
    asked.done(0)
    waiting.join(10)
    assert got == [(3, Candidate(Path("a:9"), "a3"))]
    asked.stop()


def test_the_listing_ahead_is_bounded_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "LISTED_AHEAD", 3)
    asked = Requests([Path("a:10")])
    asked.start(lister)
    until_listed(asked, 3)
    time.sleep(0.05)
    assert asked.progress.found == 3
    assert taken(asked, 10) == [f"a{number}" for number in range(10)]
    assert asked.take() is None
    asked.stop()


def test_two_refusals_of_one_name_are_two(tmp_path: Path) -> None:
    asked = Requests([tmp_path])
    asked.start(lambda _paths: iter([Refusal(tmp_path, "x", "No.")] * 2))
    assert taken(asked, 2) == ["x", "x"]
    asked.stop()


def test_what_ends_the_listing_is_raised(tmp_path: Path) -> None:
    def failing(_paths: list[Path]) -> Iterator[Found]:
        raise RecursionError
        yield

    asked = Requests([tmp_path])
    asked.start(failing)
    with pytest.raises(RecursionError):
        asked.take()
    asked.stop()


def test_stopping_frees_who_waits(asked: Requests) -> None:
    asked.pause()
    got: list[object] = []
    waiting = threading.Thread(target=lambda: got.append(asked.take()))
    waiting.start()
    asked.stop()
    waiting.join(10)
    assert got == [None]
