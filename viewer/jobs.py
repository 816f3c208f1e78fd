"""Background work: executors, and one queued signal back to the GUI thread."""

import itertools
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.errors import HilumError


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """The end of a request (``item`` False), or one item of a stream.

    ``error`` is the engine's own sentence where the work failed.
    """

    request: int
    value: Any = None
    error: HilumError | None = None
    item: bool = False


Receiver = Callable[[Reply], None]


class Jobs(QObject):
    """Lanes of worker threads.

    Every receiver is called in the thread that this object lives in. A failure that is no
    ``HilumError`` is a defect of ours: it is raised there and ends in the problem dialog.
    """

    _arrived = Signal(object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        held: bool = False,
        before: Callable[[], None] = lambda: None,
    ) -> None:
        """Start with idle lanes: `read` two workers, the others one each; held until `begin`.

        The store's list is read in `list`, which may begin before the others; they wait until
        ``before`` is done, in a thread of its own.

        What takes forward passes has the lane `look`, so that painting never waits for it; what
        is written for the reader has `keep`, so that it waits for nothing; the store, which another
        program may hold, has `store`; small pictures for the list have `pictures`.
        """
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._receivers: dict[int, Receiver] = {}
        self._futures: dict[int, Future[Any]] = {}
        self._first, self._begun = threading.Event(), threading.Event()
        lane = partial(_lane, self._begun)
        self._lanes = {
            "before": ThreadPoolExecutor(1),
            "list": _lane(self._first, 1, "list"),
            "read": lane(2, "read"),
            "compute": lane(1, "compute"),
            "scan": lane(1, "scan"),
            "look": lane(1, "look"),
            "measure": lane(1, "measure"),
            "keep": lane(1, "keep"),
            "export": lane(1, "export"),
            "store": lane(1, "store"),
            "pictures": lane(1, "pictures"),
        }
        self._before = before
        self._closed = False
        if not held:
            self.begin()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def begin_list(self) -> None:
        """Let the lane of the list begin."""
        self._first.set()

    def begin(self) -> None:
        """Let all held lanes begin."""
        self._first.set()
        if not self._closed:
            done = self._lanes["before"].submit(self._before)
            done.add_done_callback(lambda _: self._begun.set())

    def submit(self, lane: str, work: Callable[[], Any], receiver: Receiver) -> int:
        """Run ``work`` in a lane and hand its one reply to ``receiver``; return its id.

        After `close` nothing begins: a timer of somebody's may still run out.
        """
        number = next(self._numbers)
        if self._closed:
            return number
        self._receivers[number] = receiver
        future = self._lanes[lane].submit(work)
        self._futures[number] = future
        future.add_done_callback(lambda done: self._finish(number, done))
        return number

    def stream(self, lane: str, work: Callable[[], Iterable[Any]], receiver: Receiver) -> int:
        """Run an iterable in a lane: a reply for every item, then one that ends it."""
        number = next(self._numbers)
        if self._closed:
            return number
        self._receivers[number] = receiver

        def drain() -> None:
            for value in work():
                if self._closed:
                    return
                self._send(Reply(number, value, item=True))

        future = self._lanes[lane].submit(drain)
        future.add_done_callback(lambda done: self._finish(number, done))
        return number

    def drop(self, number: int) -> None:
        """Forget a request: it does not begin any more, and if it has, nobody hears of it."""
        self._receivers.pop(number, None)
        future = self._futures.pop(number, None)
        if future is not None:
            future.cancel()

    def cancel(self, number: int) -> bool:
        """Forget a request that has not begun; return whether it was one."""
        future = self._futures.get(number)
        if future is None or not future.cancel():
            return False
        self.drop(number)
        return True

    def close(self) -> None:
        """Drop what has not begun and wait for what has; replies are dropped from now on."""
        self._closed = True
        self._first.set()
        self._begun.set()
        self._receivers.clear()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)

    def _finish(self, number: int, done: Future[Any]) -> None:
        if done.cancelled():
            return
        failure = done.exception()
        if failure is None:
            self._send(Reply(number, done.result()))
        elif isinstance(failure, HilumError):
            self._send(Reply(number, error=failure))
        elif not self._closed:
            self._arrived.emit(Reply(number), failure)

    def _send(self, reply: Reply) -> None:
        if not self._closed:
            self._arrived.emit(reply, None)

    @Slot(object, object)
    def _deliver(self, reply: Reply, defect: BaseException | None) -> None:
        if not reply.item:
            self._futures.pop(reply.request, None)
        receiver = self._receivers.get(reply.request)
        if receiver is None:
            return
        if not reply.item:
            del self._receivers[reply.request]
        if defect is not None:
            raise defect
        receiver(reply)


def _lane(begun: threading.Event, workers: int, name: str) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers, thread_name_prefix=name, initializer=begun.wait)
