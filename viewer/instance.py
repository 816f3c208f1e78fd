"""One window a user: a second start hands its paths to the first and ends.

The first holds a lock file and listens at an address that only this user can read.
"""

import contextlib
import json
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from engine.home import make_folder

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

_MOST_BYTES = 1 << 22
_ANSWER_S = 5.0
_START_S = 5.0
"""So long after its start the first may still be on the way to listening."""

_AGAIN_S = 0.1
_TAKEN = b"taken"


class Instance(QObject):
    """A start of the window among others that use the same folder.

    Attributes
    ----------
    handed
        Signal: paths that a later start was given, possibly none.
    """

    handed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` is Hilum's own: who shares it shares the window."""
        super().__init__(parent)
        self._address = folder / "viewer.address"
        with contextlib.suppress(OSError):
            make_folder(folder)
        self._lock_path = folder / "viewer.lock"
        self._lock = QLockFile(str(self._lock_path))
        self._lock.setStaleLockTime(0)
        self._listener: Listener | None = None

    def is_first(self) -> bool:
        """Whether no other window uses the folder; where nobody can tell, this one is the first."""
        return self._lock.tryLock(0) or (
            self._lock.error() is not QLockFile.LockError.LockFailedError
        )

    def other(self) -> str:
        """Return the machine that the first window runs on."""
        return str(self._lock.getLockInfo()[1])

    def listen(self) -> None:
        """Take the paths of later starts from now on."""
        from multiprocessing.connection import Listener

        key = os.urandom(32)
        try:
            self._listener = Listener(authkey=key)
            told = json.dumps({"address": self._listener.address, "key": key.hex()})
            descriptor = os.open(self._address, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(told)
        except OSError:
            return  # then a later start opens a window of its own
        threading.Thread(target=self._serve, args=(self._listener,), daemon=True).start()

    def hand_over(self, paths: Iterable[Path]) -> bool:
        """Give paths to the first window; return whether it took them.

        Of several files, some desktops open each with a start of its own, all at once.
        """
        words = json.dumps([str(path.absolute()) for path in paths]).encode()
        while not (taken := self._hand_over(words)) and self._is_starting():
            time.sleep(_AGAIN_S)
        return taken

    def _is_starting(self) -> bool:
        try:
            return time.time() - self._lock_path.stat().st_mtime < _START_S
        except OSError:
            return False

    def _hand_over(self, words: bytes) -> bool:
        from multiprocessing import AuthenticationError
        from multiprocessing.connection import Client

        try:
            told = json.loads(self._address.read_text(encoding="utf-8"))
            with Client(told["address"], authkey=bytes.fromhex(told["key"])) as pipe:
                pipe.send_bytes(words)
                return pipe.poll(_ANSWER_S) and pipe.recv_bytes(len(_TAKEN)) == _TAKEN
        except (OSError, ValueError, KeyError, TypeError, EOFError, AuthenticationError):
            return False

    def end(self) -> None:
        """Let another be the first."""
        if self._listener is not None:
            self._listener.close()
            with contextlib.suppress(OSError):
                self._address.unlink()
        self._lock.unlock()

    def _serve(self, listener: "Listener") -> None:
        from multiprocessing import AuthenticationError

        while True:
            try:
                with listener.accept() as pipe:
                    self._take(pipe)
            except (AuthenticationError, EOFError, ValueError, ConnectionError):
                continue
            except OSError:
                return  # closed

    def _take(self, pipe: "Connection") -> None:
        if pipe.poll(_ANSWER_S):
            words = json.loads(pipe.recv_bytes(_MOST_BYTES))
            self.handed.emit(tuple(Path(word) for word in words))
            pipe.send_bytes(_TAKEN)
