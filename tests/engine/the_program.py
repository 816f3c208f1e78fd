"""The program that end-to-end tests drive: the frozen one where $HILUM_PROGRAM names it."""

import os
import sys

HILUM: tuple[str, ...] = (
    (os.environ["HILUM_PROGRAM"],)
    if os.environ.get("HILUM_PROGRAM")
    else (sys.executable, "-m", "viewer")
)
