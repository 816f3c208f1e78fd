"""Imports beside the window: one thread at a time."""

import importlib
import threading
from collections.abc import Iterable

_ONE = threading.Lock()


def import_modules(names: Iterable[str]) -> None:
    """Import modules, in any thread, while no other thread does.

    Two threads that import packages with cycles in them, such as NumPy and pydantic, can each find
    the other's half done; PySide, which looks into every module imported, makes it likelier.
    """
    with _ONE:
        for name in names:
            importlib.import_module(name)
