"""What freezing costs: start of the window and `hilum triage`, frozen against from source.

python tests/benchmarks/packaged.py dist/hilum/hilum FILMS [--pairs N]

Each pair is measured in turn, in both orders: a busy machine is busy for both. The window is
usable when it is painted and listens; it is compared with an empty window of Qt's.
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
        frozen = [program, "--until-usable"]
        compare(
            "usable window: frozen, empty window",
            lambda: until_usable(frozen),
            lambda: until_usable([sys.executable, "-c", EMPTY]),
            given.pairs,
        )
        compare(
            "usable window: frozen, from source",
            lambda: until_usable(frozen),
            lambda: until_usable([*SOURCE, "--until-usable"]),
            given.pairs,
        )
        words = ["triage", str(given.films), "--out", work]
        compare(
            "triage: from source, frozen",
            lambda: whole([*SOURCE, *words]),
            lambda: whole([program, *words]),
            given.pairs,
        )


def compare(name: str, first: Callable[[], float], second: Callable[[], float], pairs: int) -> None:
    """Time two things in turn, the first pair uncounted."""
    times: list[tuple[float, float]] = []
    for number in range(pairs + 1):
        if number % 2:
            one, two = first(), second()
        else:
            two, one = second(), first()
        times.append((one, two))
    counted = times[1:]
    ratio = statistics.median(one / two for one, two in counted)
    medians = [statistics.median(pair[side] for pair in counted) for side in (0, 1)]
    say(f"{name}: {medians[0]:.2f} s, {medians[1]:.2f} s, ratio {ratio:.2f} of {pairs} pairs")


def until_usable(command: list[str]) -> float:
    """Return the seconds until a program says that its window is usable."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        while b"usable" not in running.stdout.readline():
            if running.poll() is not None:
                sys.exit(f"{command[0]} ended with {running.returncode}")
        return time.perf_counter() - started


def whole(command: list[str]) -> float:
    """Return the seconds that a program takes."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
