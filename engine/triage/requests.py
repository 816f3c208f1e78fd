"""What is to be read, and in which order: the newest request first, what is looked at before all.

A thread lists files ahead of the reading, the newest request's first; what has been found and not
yet taken is bounded for each request, however many files there are.
"""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine.images.intake import Candidate, Refusal

Found = Candidate | Refusal
Lister = Callable[[list[Path]], Iterator[Found]]

LISTED_AHEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows given, files found so far, and whether these are all."""

    done: int
    found: int
    complete: bool


@dataclass(slots=True, eq=False)
class _Request:
    paths: list[Path]
    items: Iterator[Found] | None = None
    # By number in the order of the intake, so that one can be taken out of the middle.
    found: OrderedDict[int, Found] = field(default_factory=OrderedDict)
    listed: bool = False


class Requests:
    """The reader's side of a run: add paths, look at a film, pause. Any thread may call it.

    Parameters
    ----------
    paths : iterable of Path
        The first request.
    more : bool
        Whether others will come: the run then goes on until `close`.
    ahead : int
        How many rows may be taken before the oldest one that is not done; 0 for any number. With
        it, a film that takes long holds up the others instead of memory.
    """

    def __init__(self, paths: Iterable[Path] = (), *, more: bool = False, ahead: int = 0) -> None:
        self._changed = threading.Condition()
        self._requests: list[_Request] = []  # the newest last
        self._looked_at: set[str] = set()
        self._first: deque[Found] = deque()
        self._in_hand: set[int] = set()
        self._taken = self._found = self._done = 0
        self._ahead = ahead
        self._paused = self._closed = self._stopped = False
        self._error: BaseException | None = None
        self._thread = threading.Thread(name="hilum-intake", target=lambda: None)
        self.add(paths)
        if not more:
            self.close()

    def add(self, paths: Iterable[Path]) -> None:
        """Request more files; they come before all that were requested earlier."""
        wanted = list(paths)
        if wanted:
            with self._changed:
                self._requests.append(_Request(wanted))
                self._changed.notify_all()

    def look_at(self, name: str) -> None:
        """Put a file before all others, now or when it is found; by its row's name."""
        with self._changed:
            for request in self._requests:
                numbers = (n for n, item in request.found.items() if item.name == name)
                if (number := next(numbers, None)) is not None:
                    self._first.append(request.found.pop(number))
                    self._changed.notify_all()
                    return
            self._looked_at.add(name)

    def pause(self) -> None:
        """Give out nothing more until `go_on`; what was given out comes to its end."""
        with self._changed:
            self._paused = True

    def go_on(self) -> None:
        """End a pause."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def close(self) -> None:
        """Say that no other request will come: the run ends when all is done."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def fail(self, error: BaseException) -> None:
        """Say that nothing more will be found, and why: the run ends with it."""
        with self._changed:
            self._error = error
            self._changed.notify_all()

    @property
    def progress(self) -> Progress:
        """How far the run has come."""
        with self._changed:
            return Progress(self._done, self._found, self._all_listed())

    # the run's side

    def start(self, lister: Lister) -> None:
        """Start listing."""
        self._thread = threading.Thread(
            name="hilum-intake", target=self._list, args=(lister,), daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop listing, and give out nothing more."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def take(self) -> tuple[int, Found] | None:
        """Wait for the next file and its number in the order of taking; None when it is over.

        Raises
        ------
        BaseException
            What ended the listing.
        """
        with self._changed:
            while not self._stopped:
                if self._error is not None:
                    raise self._error
                item = None if self._held_up() else self._next()
                if item is not None:
                    index, self._taken = self._taken, self._taken + 1
                    self._in_hand.add(index)
                    self._changed.notify_all()
                    return index, item
                if self._closed and self._all_listed() and not self._left():
                    return None
                self._changed.wait()
        return None

    def done(self, index: int) -> None:
        """Say that a row was given."""
        with self._changed:
            self._in_hand.discard(index)
            self._done += 1
            self._changed.notify_all()

    def _held_up(self) -> bool:
        if self._paused:
            return True
        in_hand = self._in_hand if self._ahead else ()
        return bool(in_hand) and self._taken - min(in_hand) >= self._ahead

    def _left(self) -> bool:
        return bool(self._first) or any(request.found for request in self._requests)

    def _all_listed(self) -> bool:
        return all(request.listed for request in self._requests)

    def _next(self) -> Found | None:
        if self._first:
            return self._first.popleft()
        for request in reversed(self._requests):
            if request.found:
                return request.found.popitem(last=False)[1]
        return None

    def _list(self, lister: Lister) -> None:
        """List what there is, the newest request's files first; the intake's thread."""
        try:
            while (request := self._to_list()) is not None:
                if request.items is None:
                    request.items = lister(request.paths)
                self._add(request, next(request.items, None))
        except BaseException as error:  # noqa: BLE001 - it is raised again where rows are taken
            self.fail(error)

    def _to_list(self) -> _Request | None:
        """Wait for a request that has something to list and room for it."""
        with self._changed:
            while not self._stopped:
                self._requests = [r for r in self._requests if r.found or not r.listed]
                for request in reversed(self._requests):
                    if not request.listed and len(request.found) < LISTED_AHEAD:
                        return request
                if self._closed and self._all_listed():
                    return None
                self._changed.wait()
        return None

    def _add(self, request: _Request, item: Found | None) -> None:
        with self._changed:
            if item is None:
                request.listed = True
            elif item.name in self._looked_at:
                self._looked_at.discard(item.name)
                self._first.append(item)
            else:
                request.found[self._found] = item
            self._found += item is not None
            self._changed.notify_all()
