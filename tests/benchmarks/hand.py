"""How long the window takes to follow the hand: from a mouse event to the painted film, in ms.

``python tests/benchmarks/hand.py [--events 300] [--layout 1x1] [--scale 1]``: opens the window
offscreen on films of 3000 x 2500 pixels at 16 bit, sends mouse events to the film's viewport one
by one, and lets the window paint after each. The bars: a 60 Hz frame (16.7 ms) at the median, two
at the 99th percentile; a film that was read ahead in 50 ms. A painting that the compositor would
do on a screen is not in it. Other work on the machine is: run it on an idle core.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, qVersion
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "viewer"))
from window_fakes import FakeEngine, identity, radiograph, scored

from engine.types import Radiograph, Window
from viewer import assets, window
from viewer.main_window import MainWindow
from viewer.settings import Settings

FRAME_MS = 1000 / 60
NEXT_MS = 50.0
ROWS, COLUMNS, FILMS = 3000, 2500, 6

Times = list[tuple[float, float]]
"""By the clock, and what all threads computed meanwhile (what one idle core needs)."""


def film(number: int) -> Radiograph:
    rng = np.random.default_rng(number)
    y, x = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.float32)
    chest = 42000 - 30000 * np.exp(-(((x / COLUMNS - 0.5) / 0.35) ** 4) - (y / ROWS - 0.5) ** 4)
    stored = (chest + rng.normal(0, 400, chest.shape)).clip(0, 65535).astype(np.uint16)
    return radiograph(
        f"{number}.dcm",
        stored=stored,
        bits_stored=16,
        vois=(Window(30000.0, 50000.0, explanation="normal"),),
    )


def engine() -> FakeEngine:
    names = [f"{number}.dcm" for number in range(FILMS)]
    rows = [
        replace(scored(name, 0.9 - place / 10, index=place), identity=identity(name))
        for place, name in enumerate(names)
    ]
    return FakeEngine(given=rows, films={name: film(int(name[0])) for name in names})


class Painted(QObject):
    """Counts what a viewport paints."""

    def __init__(self, shown: MainWindow) -> None:
        super().__init__()
        self.count = 0
        shown.film.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def now() -> tuple[float, float]:
    computed = time.process_time()  # which itself takes a while: the clock is read next to the work
    return time.perf_counter(), computed


def since(begun: tuple[float, float]) -> tuple[float, float]:
    clock, computed = time.perf_counter(), time.process_time()
    return 1000 * (clock - begun[0]), 1000 * (computed - begun[1])


def wait(shown: MainWindow, seconds: float = 0.0) -> None:
    end = time.monotonic() + seconds
    shelf = shown.session.viewports.shelf
    while time.monotonic() < end or shelf._readings or shown.session.progress.running:
        QApplication.processEvents()
        time.sleep(0.002)


def send(shown: MainWindow, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
    view = shown.film.viewport()
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    what = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else button
    event = QMouseEvent(
        kind, place, view.mapToGlobal(place), what, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, event)


def dragged(shown: MainWindow, button: Qt.MouseButton, path: Iterator[QPointF]) -> Times:
    """Drag along a path; return the time from each move to its painting."""
    painted = Painted(shown)
    start = QPointF(shown.film.viewport().rect().center())
    send(shown, QEvent.Type.MouseButtonPress, start, button)
    times: Times = []
    for step in path:
        QApplication.processEvents()
        before, begun = painted.count, now()
        send(shown, QEvent.Type.MouseMove, start + step, button)
        while painted.count == before:
            QApplication.processEvents()
        times.append(since(begun))
    send(shown, QEvent.Type.MouseButtonRelease, start + step, button)
    wait(shown, 0.3)
    return times


def circle(events: int, radius: float) -> Iterator[QPointF]:
    for at in range(1, events + 1):
        turn = 2 * np.pi * at / 60
        yield QPointF(radius * np.sin(turn), radius * (1 - np.cos(turn)))


def stepped(shown: MainWindow) -> Times:
    """Step through films that were read ahead; return the time until each is painted."""
    painted = Painted(shown)
    times: Times = []
    for by in (1, 1, 1, 1, 1, -1, -1, -1, -1, -1):
        wait(shown, 0.4)
        before, begun = painted.count, now()
        shown.worklist.step(by)
        assert not shown.session.light_box.lit.wanted, "the neighbour was not read ahead"
        while painted.count == before:
            QApplication.processEvents()
        times.append(since(begun))
    return times


def told(name: str, times: Times, median: float, worst: float) -> str:
    figures = []
    for kind in zip(*times, strict=True):
        figures += [statistics.median(kind), float(np.percentile(kind, 99))]
    verdicts = [
        "held" if middle <= median and high <= worst else "MISSED"
        for middle, high in (figures[:2], figures[2:])
    ]
    clock = f"{figures[0]:8.1f}{figures[1]:8.1f}  {verdicts[0]:<7}"
    computed = f"{figures[2]:8.1f}{figures[3]:8.1f}  {verdicts[1]:<7}"
    return f"{name:<24}{clock}{computed}{median:7.1f}{worst:7.1f}\n"


def machine(shown: MainWindow, asked: argparse.Namespace) -> str:
    with Path("/proc/cpuinfo").open() as lines:
        cpu = next((line.split(":")[1].strip() for line in lines if "model name" in line), "?")
    size, load = shown.film.viewport().size(), os.getloadavg()[0]
    return (
        f"{cpu}; {len(os.sched_getaffinity(0))} core(s), load {load:.1f}; Qt {qVersion()}; "
        f"{COLUMNS} x {ROWS} at 16 bit; viewport {size.width()} x {size.height()} points at "
        f"{asked.scale}x, layout {asked.layout}\n"
        f"{'ms':<24}{'clock':>8}{'p99':>8}{'computed':>17}{'p99':>8}{'bars':>16}{'p99':>7}\n"
    )


def opened(layout: str) -> MainWindow:
    shown = window.build(
        engine().services(),
        Settings(layout=layout),
        Path(tempfile.mkdtemp()) / "none.json",
    )
    shown.resize(1640, 980)
    shown.show()
    shown.open_paths([Path("films")])
    wait(shown, 1.0)
    viewports = shown.session.viewports
    viewports.link(views=True, windows=True)
    for number in range(1, viewports.protocol.count):
        shown.session.put(number, number % FILMS)
    viewports.light(0)
    wait(shown, 1.0)
    return shown


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("--events", type=int, default=300)
    asking.add_argument("--layout", default="1x1")
    asking.add_argument("--scale", default="1", help="device pixels a point")
    asked = asking.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    os.environ["HILUM_HOME"] = tempfile.mkdtemp()
    application = QApplication([])
    assets.apply_theme(application)
    shown = opened(asked.layout)
    sys.stdout.write(machine(shown, asked))
    buttons = {
        "window/level": Qt.MouseButton.LeftButton,
        "zoom": Qt.MouseButton.RightButton,
        "pan": Qt.MouseButton.MiddleButton,
    }
    for place, arrange in (("fitted", shown.film.fit), ("1:1", shown.film.one_to_one)):
        for name, button in buttons.items():
            arrange()
            wait(shown, 0.2)
            times = dragged(shown, button, circle(asked.events, 60))
            sys.stdout.write(told(f"{name}, {place}", times, FRAME_MS, 2 * FRAME_MS))
    if asked.layout == "1x1":
        shown.film.fit()
        sys.stdout.write(told("next film, read ahead", stepped(shown), NEXT_MS, NEXT_MS))
    shown.close()


if __name__ == "__main__":
    main()
