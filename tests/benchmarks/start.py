"""Start to a usable window against an empty window of Qt's, paired in one run.

``python tests/benchmarks/start.py [--pairs 9] [--program hilum]``: each pair starts an empty window
and ours, in both orders. *painted* is the frame; *usable* is the frame with its menu of files open:
it takes clicks, keys and drops, and what only a later part can do waits for that part. *complete*
is the whole window painted, its list attached and what was given on the command line handed to the
lanes; *listed* is that with the kept list, here an empty one, on the screen. Told are medians by
the clock and of what the process computed until then, and the medians of the paired ratios; the
bar is 2.0 for *usable*. *longest* is how long the window took no event between usable and complete.
Byte code is kept (and read) as in an installed program.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

BAR = 2.0
EMPTY = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print(f"complete {time.process_time():.3f}", flush=True)
        self.close()
application = QApplication(sys.argv)
window = Window()
window.resize(1640, 980)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and computed."""

    clock: float
    computed: float


def costs(command: list[str], home: str) -> dict[str, Cost]:
    """Start a program at home somewhere; return what it took until it said each of its words."""
    found: dict[str, Cost] = {}
    there = {**os.environ, "HILUM_HOME": home}
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=there
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            name, computed = line.decode().split()
            found[name] = Cost(time.perf_counter() - began, float(computed))
    if "complete" not in found:
        raise SystemExit(f"{command[0]} ended with {running.returncode}")
    return found


def told(name: str, ours: list[Cost], empty: list[Cost]) -> str:
    """Compare pair by pair."""
    words = [f"{name:8}"]
    for kind in ("clock", "computed"):
        own, other = ([getattr(cost, kind) for cost in side] for side in (ours, empty))
        ratio = statistics.median(a / b for a, b in zip(own, other, strict=True))
        words.append(
            f"{kind} {statistics.median(own):.3f} s against {statistics.median(other):.3f} s,"
            f" ratio {ratio:.2f}"
        )
    return "; ".join(words) + "\n"


def main() -> None:
    """Start both in turn, the first pair uncounted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--program", nargs="+", default=[sys.executable, "-m", "viewer"])
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ours: list[dict[str, Cost]] = []
    empty: list[Cost] = []
    with tempfile.TemporaryDirectory() as home:
        for number in range(given.pairs + 1):
            for side in (0, 1) if number % 2 else (1, 0):
                if side:
                    ours.append(costs([*given.program, "--until-usable"], home))
                else:
                    empty.append(costs([sys.executable, "-c", EMPTY], home)["complete"])
    for name in ("painted", "usable", "complete", "listed"):
        sys.stdout.write(told(name, [each[name] for each in ours[1:]], empty[1:]))
    longest = [each["longest"].computed for each in ours[1:]]
    sys.stdout.write(
        f"longest without an event: median {statistics.median(longest):.3f} s,"
        f" most {max(longest):.3f} s\n"
    )
    sys.stdout.write(f"bar {BAR:.1f}, {given.pairs} pairs\n")


if __name__ == "__main__":
    main()
