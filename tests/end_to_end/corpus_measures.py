"""What opening one file costs; runs in a worker, which imports it by name."""

import time
from pathlib import Path

from engine.images.inspection import inspect


def cost(path: Path) -> tuple[float, float]:
    """Return seconds of computing and the megabytes taken beyond what was held before (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")  # forget the highest mark so far
    before, start = _megabytes("VmRSS"), time.process_time()
    inspect(path)
    return time.process_time() - start, _megabytes("VmHWM") - before


def _megabytes(key: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(key))
