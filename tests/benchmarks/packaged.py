"""What freezing costs: `hilum triage`, frozen against from source.

python tests/benchmarks/packaged.py dist/hilum/hilum FILMS [--pairs N]

Each pair is measured in turn, in both orders: a busy machine is busy for both. The processor's time
is given, too, of all its processes: nobody else's work is in it. The start of the window:
`start.py --program dist/hilum/hilum`.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SOURCE = [sys.executable, "-m", "viewer"]
Times = tuple[float, float]
"""Seconds, and seconds of the processor."""
Measure = Callable[[], Times]


def main() -> None:
    """Print the medians and the median of the paired ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("films", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    given = parser.parse_args()
    program = str(given.program.resolve())
    with tempfile.TemporaryDirectory() as work:
        os.environ |= {"HILUM_HOME": work, "QT_QPA_PLATFORM": "offscreen"}
        words = ["triage", str(given.films), "--out", work]
        compare(
            "triage: from source, frozen",
            lambda: whole([*SOURCE, *words]),
            lambda: whole([program, *words]),
            given.pairs,
        )


def compare(name: str, first: Measure, second: Measure, pairs: int) -> None:
    """Time two things in turn, the first pair uncounted."""
    times: list[tuple[Times, Times]] = []
    for number in range(pairs + 1):
        if number % 2:
            one, two = first(), second()
        else:
            two, one = second(), first()
        times.append((one, two))
    for at, what in enumerate(("", ", of the processor")):
        counted = [(one[at], two[at]) for one, two in times[1:]]
        ratio = statistics.median(one / two for one, two in counted)
        medians = [statistics.median(pair[side] for pair in counted) for side in (0, 1)]
        said = f"{medians[0]:.2f} s, {medians[1]:.2f} s, ratio {ratio:.3f} of {pairs} pairs"
        say(f"{name}{what}: {said}")


def whole(command: list[str]) -> Times:
    """Return the seconds that a program takes, and those of the processor."""
    started, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    used = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    return time.perf_counter() - started, used


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
