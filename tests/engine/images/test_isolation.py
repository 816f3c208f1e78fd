import os
import signal
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, NonImage, NotNow, UnreadableImage
from engine.images.intake import Candidate, Refusal, intake
from engine.images.isolation import ReaderPool

# Workers are given this process's search path, and import the functions they are to run.
sys.path.insert(0, str(Path(__file__).parent))
import misbehaviour


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1) as pool:
        yield pool


@pytest.fixture
def film(tmp_path: Path) -> Candidate:
    path = tmp_path / "film.dcm"
    path.write_bytes(b"film")
    return Candidate(path, "film.dcm", "film.dcm")


def test_an_answer_comes_back(pool: ReaderPool, film: Candidate) -> None:
    assert pool.run(misbehaviour.size, film) == 4


def test_large_arrays_come_back(pool: ReaderPool, film: Candidate) -> None:
    assert np.array_equal(pool.run(misbehaviour.array, film), np.arange(1 << 22))


def test_warm_workers_stand_ready_and_answer(film: Candidate) -> None:
    with ReaderPool(2) as pool:
        pool.warm()
        started = [worker._process.pid for worker in pool._idle.queue if worker]
        assert len(started) == 2
        assert pool.run(misbehaviour.pid, film) in started


def test_a_worker_serves_many_files(pool: ReaderPool, film: Candidate) -> None:
    assert pool.run(misbehaviour.pid, film) == pool.run(misbehaviour.pid, film)


def test_our_errors_come_back_as_they_are(pool: ReaderPool, film: Candidate) -> None:
    with pytest.raises(NonImage, match="A report, not a picture"):
        pool.run(misbehaviour.refuse, film)


def test_other_errors_do_not_tell_what_is_in_the_file(pool: ReaderPool, film: Candidate) -> None:
    with pytest.raises(UnreadableImage, match="ValueError") as caught:
        pool.run(misbehaviour.fail, film)
    assert "DOE" not in str(caught.value)


def test_a_file_that_vanished_is_unreadable(pool: ReaderPool, tmp_path: Path) -> None:
    with pytest.raises(UnreadableImage, match="not there any more"):
        pool.run(misbehaviour.size, Candidate(tmp_path / "gone", "gone"))


@pytest.mark.parametrize("function", [misbehaviour.crash, misbehaviour.segfault])
def test_a_crash_costs_one_file(pool: ReaderPool, film: Candidate, function: object) -> None:
    with pytest.raises(UnreadableImage, match="decoder crashed"):
        pool.run(function, film)  # type: ignore[arg-type]
    assert pool.run(misbehaviour.size, film) == 4


def test_a_panic_costs_one_file(pool: ReaderPool, film: Candidate) -> None:
    with pytest.raises(UnreadableImage, match="Panic"):
        pool.run(misbehaviour.panic, film)
    assert pool.run(misbehaviour.size, film) == 4


def test_a_hang_is_stopped_by_the_clock(pool: ReaderPool, film: Candidate) -> None:
    pool.run(misbehaviour.size, film)
    start = time.monotonic()
    with pytest.raises(UnreadableImage, match=r"longer than 0\.6 s"):
        pool.run(misbehaviour.hang, film, timeout_s=0.1)
    assert time.monotonic() - start < 30
    assert pool.run(misbehaviour.size, film) == 4


@pytest.mark.skipif(os.name == "nt", reason="computing time is not limited there")
def test_endless_computing_is_stopped_by_its_own_time(pool: ReaderPool, film: Candidate) -> None:
    with pytest.raises(UnreadableImage, match=r"longer than 0\.5 s"):
        pool.run(misbehaviour.spin, film, timeout_s=0.5)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_a_memory_blow_up_is_stopped(pool: ReaderPool, film: Candidate) -> None:
    with pytest.raises(UnreadableImage, match="more memory"):
        pool.run(misbehaviour.hog, film)
    assert pool.run(misbehaviour.size, film) == 4


def test_a_worker_that_died_at_rest_is_replaced(pool: ReaderPool, film: Candidate) -> None:
    old = pool.run(misbehaviour.pid, film)
    os.kill(old, signal.SIGKILL)
    time.sleep(0.2)
    assert pool.run(misbehaviour.pid, film) != old


def test_codecs_do_not_talk_on_the_terminal(
    pool: ReaderPool, film: Candidate, capfd: pytest.CaptureFixture[str]
) -> None:
    assert pool.run(misbehaviour.noisy, film) == "film.dcm"
    assert capfd.readouterr() == ("", "")


def test_members_of_archives_are_read_and_leave_nothing(pool: ReaderPool, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/film", b"four")
    (item,) = intake([tmp_path / "a.zip"])
    assert isinstance(item, Candidate)
    assert pool.run(misbehaviour.size, item) == 4
    assert not any(path.is_file() for path in pool._scratch.rglob("*"))


def test_cancelling_ends_a_run(pool: ReaderPool, film: Candidate) -> None:
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    with pytest.raises(Cancelled):
        pool.run(misbehaviour.hang, film, cancel=cancel)


def test_answers_keep_the_order_of_the_files_and_errors_their_place(
    pool: ReaderPool, tmp_path: Path
) -> None:
    items: list[Candidate | Refusal] = []
    for index, word in enumerate(["one", "crash", "three", "refuse", "panic", "six"]):
        path = tmp_path / f"{index}.txt"
        path.write_text(word)
        items.append(Candidate(path, word))
    items.insert(2, Refusal(tmp_path, "refused", "A reason."))
    answers = list(pool.map(misbehaviour.act, items))
    assert [item.name for item, _ in answers] == [item.name for item in items]
    assert [answer if isinstance(answer, int) else type(answer) for _, answer in answers] == [
        3,
        NotNow,
        UnreadableImage,
        5,
        NonImage,
        UnreadableImage,
        3,
    ]


def test_several_threads_share_the_workers(film: Candidate) -> None:
    with ReaderPool(2) as pool:
        futures = [pool.submit(misbehaviour.pid, film) for _ in range(20)]
        assert 1 <= len({future.result() for future in futures}) <= 2
        scratch = pool._scratch
        waiting = pool.submit(misbehaviour.hang, film)
        time.sleep(0.3)
    with pytest.raises(Cancelled):
        waiting.result()
    assert not scratch.exists()
    pool.close()
