"""What freezing costs: start of the window and `hilum triage`, frozen against from source.

python tests/benchmarks/packaged.py dist/hilum/hilum FILMS [--pairs N] [--only triage]

Each pair is measured in turn, in both orders: a busy machine is busy for both. The window is
usable when it is painted and listens; it is compared with an empty window of Qt's. Of triage the
processor's time is given, too, of all its processes: nobody else's work is in it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print("usable", flush=True), self.close()))
application = QApplication(sys.argv)
window = Window()
window.resize(1640, 980)
window.show()
application.exec()
"""
SOURCE = [sys.executable, "-m", "viewer"]
Times = tuple[float, float]
"""Seconds, and seconds of the processor; 0 where they were not taken."""
Measure = Callable[[], Times]


def main() -> None:
    """Print the medians and the median of the paired ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("films", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--only", choices=("window", "triage"))
    given = parser.parse_args()
    program = str(given.program.resolve())
    with tempfile.TemporaryDirectory() as work:
        os.environ |= {"HILUM_HOME": work, "QT_QPA_PLATFORM": "offscreen"}
        if given.only != "triage":
            windows(program, given.pairs)
        if given.only != "window":
            words = ["triage", str(given.films), "--out", work]
            compare(
                "triage: from source, frozen",
                lambda: whole([*SOURCE, *words]),
                lambda: whole([program, *words]),
                given.pairs,
            )


def windows(program: str, pairs: int) -> None:
    """Compare the start of the window with an empty one's, and with that from source."""
    frozen = [program, "--until-usable"]
    for name, other in (
        ("empty window", [sys.executable, "-c", EMPTY]),
        ("from source", [*SOURCE, "--until-usable"]),
    ):
        compare(
            f"usable window: frozen, {name}",
            partial(until_usable, frozen),
            partial(until_usable, other),
            pairs,
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
        if not all(min(pair) for pair in counted):
            continue
        ratio = statistics.median(one / two for one, two in counted)
        medians = [statistics.median(pair[side] for pair in counted) for side in (0, 1)]
        said = f"{medians[0]:.2f} s, {medians[1]:.2f} s, ratio {ratio:.3f} of {pairs} pairs"
        say(f"{name}{what}: {said}")


def until_usable(command: list[str]) -> Times:
    """Return the seconds until a program says that its window is usable."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        while b"usable" not in running.stdout.readline():
            if running.poll() is not None:
                sys.exit(f"{command[0]} ended with {running.returncode}")
        return time.perf_counter() - started, 0.0


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
