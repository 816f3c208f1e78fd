"""What workers are made to do in tests: module-level functions, which other processes import."""

import ctypes
import os
import signal
import sys
import time
import warnings
from pathlib import Path

import numpy as np

from engine.errors import NonImage


class Panic(BaseException):
    """As a decoder written in Rust panics."""


def size(path: Path) -> int:
    return len(path.read_bytes())


def pid(_path: Path) -> int:
    return os.getpid()


def noisy(path: Path) -> str:
    warnings.warn("a codec's warning", stacklevel=1)
    sys.stderr.write("a codec's complaint\n")
    os.write(1, b"a codec's chatter\n")
    os.write(2, b"a codec's chatter\n")
    return path.name


def crash(_path: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def segfault(_path: Path) -> None:
    ctypes.string_at(0)


def hang(_path: Path) -> None:
    time.sleep(100)


def spin(_path: Path) -> None:
    end = time.process_time() + 100
    while time.process_time() < end:
        pass


def hog(_path: Path) -> int:
    return int(np.ones(2 << 30, np.uint8).sum())


def panic(_path: Path) -> None:
    raise Panic("a stranger's words")


def fail(_path: Path) -> None:
    raise ValueError("PatientName: DOE^JANE")


def refuse(_path: Path) -> None:
    raise NonImage("A report, not a picture.") from ValueError("inner")


def array(_path: Path) -> np.ndarray:
    return np.arange(1 << 22)


def act(path: Path) -> int:
    """Do what the file says."""
    word = path.read_text()
    {"crash": crash, "panic": panic, "refuse": refuse}.get(word, size)(path)
    return len(word)
