import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine.images.handover import Room
from engine.types import Radiograph


@pytest.fixture(params=["common memory", "pipe alone"])
def room(request: pytest.FixtureRequest) -> Iterator[Room]:
    room = Room.create() if request.param == "common memory" else Room(None)
    yield room
    room.close()


def handed_over(room: Room, *values: object) -> list[Any]:
    """Send every value before the next is sent, as a worker does."""
    ours, theirs = multiprocessing.Pipe()
    received = []
    with ours, theirs:
        for value in values:
            sending = threading.Thread(target=room.send, args=(theirs, value))
            sending.start()
            received.append(room.receive(ours))
            sending.join()
    return received


def test_arrays_arrive_as_they_were_however_they_lie(room: Room) -> None:
    words = np.arange(1 << 20, dtype=np.uint16)
    sent = (
        words.reshape(1024, 1024),
        np.asfortranarray(words.reshape(2048, 512)),
        words[::2],
        words[:5],
        np.zeros((0, 7)),
        np.arange(700_001, dtype=np.int32)[1:],
    )
    (received,) = handed_over(room, sent)
    for one, other in zip(sent, received, strict=True):
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)


def test_an_answer_outlives_the_next(room: Room) -> None:
    first, second = handed_over(room, np.ones(1 << 21, np.uint8), np.zeros(1 << 22, np.uint8))
    assert first.all()
    assert not second.any()


def test_a_film_stays_frozen(room: Room) -> None:
    film = Radiograph(np.ones((1200, 1000), np.uint16), "film", "DICOM", warnings=("A word.",))
    (received,) = handed_over(room, film)
    assert received.warnings == film.warnings
    assert not received.stored.flags.writeable


@pytest.mark.skipif(sys.platform != "linux", reason="there is no common memory")
def test_a_very_large_answer_leaves_no_memory_behind() -> None:
    room = Room.create()
    handed_over(room, np.ones(65 << 20, np.uint8))
    assert os.fstat(room._descriptor or 0).st_size == 0
    room.close()


@pytest.mark.skipif(sys.platform != "linux", reason="there is no common memory")
def test_an_end_that_is_gone_is_no_answer() -> None:
    room = Room.create()
    ours, theirs = multiprocessing.Pipe()
    with ours, theirs:
        theirs.send([1 << 20])
        with pytest.raises(EOFError):
            room.receive(ours)
    room.close()
