"""A worker's answer on its way: large arrays through memory that both ends hold, the rest by pipe.

A large array crosses a pipe in some two hundred pieces, each of which wakes one process and then
the other; through common memory it is copied in once and out once. That memory has no name, never
lies on a disc and is gone with the two processes. Linux alone has it; elsewhere the pipe carries
everything.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import accumulate
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler, recv_handle, send_handle
from typing import Any

import numpy as np

_LARGE_BYTES = 1 << 20
_KEPT_BYTES = 64 << 20
_ALIGNMENT = 64
_PROTOCOL = 5


class Room:
    """One end of the common memory; used by one thread at a time, and the pipe says whose turn."""

    def __init__(self, descriptor: int | None) -> None:
        """Take a file descriptor over; None: there is no such memory."""
        self._descriptor = descriptor

    @classmethod
    def create(cls) -> "Room":
        """Return an empty room."""
        return cls(os.memfd_create("hilum") if sys.platform == "linux" else None)

    def share(self, pipe: Connection, pid: int) -> None:
        """Give the room to the process at the other end of the pipe."""
        if self._descriptor is not None:
            send_handle(pipe, self._descriptor, pid)

    @classmethod
    def shared(cls, pipe: Connection) -> "Room":
        """Return the room that the process at the other end gives."""
        return cls(recv_handle(pipe) if sys.platform == "linux" else None)

    def close(self) -> None:
        """Let go of this end."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def send(self, pipe: Connection, value: object) -> None:
        """Send a value.

        Raises
        ------
        MemoryError
            Where there is not enough; nothing was sent then.
        OSError
            Where the other end is gone.
        """
        large: list[memoryview] = []

        def stays(buffer: Any) -> bool:  # noqa: ANN401 - a PickleBuffer
            part = buffer.raw()
            apart = self._descriptor is not None and part.nbytes >= _LARGE_BYTES
            if apart:
                large.append(part)
            return not apart

        rest = BytesIO()
        ForkingPickler(rest, _PROTOCOL, True, stays).dump(value)
        self._write(large)
        pipe.send([part.nbytes for part in large])
        pipe.send_bytes(rest.getbuffer())

    def receive(self, pipe: Connection) -> Any:  # noqa: ANN401 - what was sent
        """Return the value that was sent; its large arrays lie in memory of our own.

        Raises
        ------
        EOFError, OSError
            Where the other end is gone.
        """
        large = self._read(pipe.recv())
        return ForkingPickler.loads(pipe.recv_bytes(), buffers=large)

    def _write(self, parts: Sequence[memoryview]) -> None:
        places = _places([part.nbytes for part in parts])
        try:
            for place, part in zip(places, parts, strict=False):
                self._move(os.pwritev, part, place)
        except OSError as error:
            raise MemoryError from error

    def _read(self, sizes: Sequence[int]) -> list[memoryview]:
        places = _places(sizes)
        memory = np.empty(places[-1], np.uint8).data  # in large pages, as numpy asks for
        parts = [memory[place : place + size] for place, size in zip(places, sizes, strict=False)]
        for place, part in zip(places, parts, strict=False):
            self._move(os.preadv, part, place)
        if self._descriptor is not None and len(memory) > _KEPT_BYTES:
            os.ftruncate(self._descriptor, 0)
        return parts

    def _move(
        self, call: Callable[[int, list[memoryview], int], int], part: memoryview, place: int
    ) -> None:
        assert self._descriptor is not None
        while part.nbytes:
            moved = call(self._descriptor, [part], place)
            if not moved:
                raise EOFError
            part, place = part[moved:], place + moved


def _places(sizes: Iterable[int]) -> list[int]:
    """Return where each part begins, and last where all end."""
    return list(accumulate((-(-size // _ALIGNMENT) * _ALIGNMENT for size in sizes), initial=0))
