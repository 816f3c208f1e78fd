"""The program that end-to-end tests drive: the frozen one where $HILUM_PROGRAM names it."""

import os
import sys
from pathlib import Path

_FROZEN = os.environ.get("HILUM_PROGRAM")
HILUM: tuple[str, ...] = (
    (str(Path(_FROZEN).resolve()),) if _FROZEN else (sys.executable, "-m", "viewer")
)
