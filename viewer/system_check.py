"""What the system must have for a window, asked before Qt ends the program over it."""

import os
import re
import sys
from pathlib import Path

_ABSENT = re.compile(r"^(\S+): cannot open shared object file")


def problem() -> str:
    """Return why no window can be opened on this Linux, in a sentence; empty where nothing is."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        plugin = "libqwayland.so"
    elif os.environ.get("DISPLAY"):
        plugin = "libqxcb.so"
    else:
        return "There is no display to open a window on. The commands need none: see hilum --help."
    import ctypes

    from PySide6.QtCore import QLibraryInfo

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(str(Path(folder, "platforms", plugin)))
    except OSError as error:
        return absent_library(error)
    return ""


def absent_library(error: BaseException) -> str:
    """Return the sentence for a library of the system that did not load; empty for other errors."""
    found = _ABSENT.match(str(error))
    if found is None or found[1].startswith("/"):
        return ""
    return (
        f"The system's library {found[1]} is missing, without which no window opens."
        " Install the package that has it, and start Hilum again."
    )
