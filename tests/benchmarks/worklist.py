"""How the list of the window behaves with 100,000 films, in ms: the real widgets, offscreen.

``python tests/benchmarks/worklist.py [--films 100000] [--rounds 60] [--store FILE]``: writes a
store of made-up films (kept where ``--store`` names a file), starts the program on it, then a
process that opens the window on it and drives search, filter, order, sensitivity, scrolling and
selection by the widgets that a reader uses. The bars of a median: 100 ms from slider, filter,
search and order to the painted list, a frame of 60 Hz for scrolling, 1 s to the painted list, and
500 MB of peak memory. "start" is the program as a reader starts it, until its list is painted and
its rows can be scrolled, chosen and opened ("window": until it would be on an empty store); in
"opening", which is without imports, and in all that follows the engine of the tests stands for
model and films, and no film is kept beside the one on show, so that memory is that of the list and
the window. Other work on the machine is in the clock's columns; "computed" is what the process's
threads needed, and so what it takes on an idle core.
"""

import argparse
import hashlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "viewer"))
from start import costs
from window_fakes import LATERAL, FakeEngine, assessment, model_card

from engine.images.intake import Candidate
from engine.triage.pipeline import Row, Stamp, Status
from engine.types import Assessed, Identity
from viewer import assets, window
from viewer.ledger import Ledger
from viewer.main_window import MainWindow
from viewer.settings import Settings
from viewer.worklist.facets import FACETS

FRAME_MS = 1000 / 60
BARS = {"scroll": FRAME_MS, "jump": FRAME_MS, "window": 1000.0, "start": 1000.0, "opening": 1000.0}
BAR_MS, BAR_MB = 100.0, 500.0
_BATCH = 2000
_STARTS = 6
Times = list[tuple[float, float]]


# the store


def films(count: int) -> Iterator[Row]:
    rng = np.random.default_rng(4)
    card, chances = model_card(), rng.beta(0.4, 1.6, count)
    picture = rng.integers(0, 255, (96, 80)).astype(np.uint8)
    names = ("GARCIA", "MÜLLER", "NGUYEN", "SMITH", "KOWALSKI", "ÖZDEMIR", "ROSSI", "王")
    for n, chance in enumerate(chances.tolist()):
        name = f"/archive/2026/{n % 365:03}/{n:07}.dcm"
        day = f"2026{1 + n // 60 % 12:02}{1 + n % 28:02}"
        who = Identity(
            patient_name=f"{names[n % 8]}{n // 3}^ANNA",
            patient_id=f"P{n // 3:07}",
            birth_date=f"19{n % 100:02}0102",
            sex="FM"[n % 2],
            age=f"{n % 100:03}Y",
            institution_name="Hospital",
            modality=("DX", "CR")[n % 5 == 0],
            study_instance_uid=f"2.25.{10**37 + n}",
            series_instance_uid=f"2.25.{2 * 10**37 + n}",
            sop_instance_uid=f"2.25.{3 * 10**37 + n}",
            accession_number=f"A{n:08}",
            study_date=day,
            study_time=f"{n % 24:02}{n % 60:02}00",
            study_description="Chest PA",
            view_position="LL" if n % 40 == 7 else "PA",
            priority="STAT" if n % 997 == 0 else "",
        )
        reason = LATERAL if n % 40 == 7 else ""
        yield Row(
            n,
            Candidate(Path(name), name, name[1:]),
            Status.NOT_SCORED if reason else Status.SCORED,
            reason,
            who,
            assessed=Assessed(assessment(card, chance, reason), None),
            thumbnail=picture,
            read_ms=100.0,
            content_sha256=hashlib.sha256(name.encode()).hexdigest(),
            stamp=Stamp(10_000_000, n),
        )


def make_store(path: Path, count: int) -> None:
    from engine.triage.reading import Read, ReadState
    from engine.triage.store import Store

    batch: list[Row] = []
    with Store(str(path)) as store:
        for row in films(count):
            batch.append(row)
            if len(batch) == _BATCH:
                store.keep(batch)
                batch.clear()
        if batch:
            store.keep(batch)
        for n in range(0, count, max(1, count // 500)):
            store.readings.add(Read(f"2.25.{10**37 + n}", "reader", ReadState.READ))


# the program


def start(store: Path) -> dict[str, Times]:
    """Start the program on a store until its list is painted, the first time uncounted."""
    found: dict[str, Times] = {"window": [], "start": []}
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "worklist.db").symlink_to(store.absolute())
        for _ in range(_STARTS):
            told = costs([sys.executable, "-m", "viewer", "--until-usable"], home)
            for name, word in zip(found, ("usable", "listed"), strict=True):
                found[name].append((1000 * told[word].clock, 1000 * told[word].computed))
    return {name: times[1:] for name, times in found.items()}


# the window


class Reader(QObject):
    """Drives the window as a reader does, and notes how long the list takes to be painted."""

    def __init__(self, shown: MainWindow) -> None:
        super().__init__()
        self.shown, self.panel, self.rows = shown, shown.worklist, shown.worklist.list
        self.figures: dict[str, Times] = {}
        self._painted = 0
        self.rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self._painted += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def until_painted(self) -> None:
        before = self._painted
        while self._painted == before:
            QApplication.processEvents()

    def wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)

    def timed(self, name: str, act: Callable[[], object]) -> None:
        self.wait(0.03)
        before, clock, computed = self._painted, time.perf_counter(), time.process_time()
        act()
        while self._painted == before:
            QApplication.processEvents()
        took = time.perf_counter() - clock, time.process_time() - computed
        self.figures.setdefault(name, []).append((1000 * took[0], 1000 * took[1]))

    def narrow(self, rounds: int) -> None:
        slider, narrowing = self.shown.findings.console.slider, self.panel.narrowing
        for n in range(rounds):
            self.timed("slider", partial(slider.setValue, 60 + (n * 7) % 35))
        for n in range(rounds):
            if n % 6 == 0:
                narrowing.search.clear()
                self.wait(0.2)
            self.timed("search", partial(QTest.keyClick, narrowing.search, "garc12"[n % 6]))
        narrowing.search.clear()
        lanes = list(narrowing.lanes.buttons.values())
        for n in range(rounds):
            self.timed("lane", lanes[n // 2 % 3].click)
        for n in range(rounds):
            facet = FACETS[(5, 7, 2, 3, 6)[n // 2 % 5]]
            value = next(iter(facet.counts(self.shown.session.films)))
            self.timed("filter", partial(narrowing.toggle, facet, value))
        for n in range(rounds):
            at = n % narrowing.sorting.count()
            self.timed("sort", partial(narrowing.sorting.activated.emit, at))
        self.panel.sort_by("urgency")
        self.wait(0.2)

    def move(self, rounds: int) -> None:
        for n in range(4 * rounds):
            self.timed("scroll", partial(self._wheel, -120 if n % 50 < 40 else 120))
        bar = self.rows.verticalScrollBar()
        for n in range(2 * rounds):
            self.timed("jump", partial(bar.setValue, (n * 7_919_011) % bar.maximum()))
        for _ in range(rounds):
            self.timed("step", partial(self.panel.step, 1))
        self.wait(0.5)

    def _wheel(self, turned: int) -> None:
        view = self.rows.viewport()
        place = QPointF(view.rect().center())
        event = QWheelEvent(
            place, QPointF(view.mapToGlobal(place)), QPoint(), QPoint(0, turned),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)


def measure(path: Path, rounds: int) -> None:
    imported, computed = time.time(), time.process_time()
    ledger = Ledger(str(path))
    application = QApplication([])
    assets.apply_theme(application)
    services = replace(
        FakeEngine(given=[]).services(),
        store=ledger.store,
        listing=ledger.listing,
        glance=ledger.glance,
    )
    with tempfile.TemporaryDirectory() as folder:
        shown = window.build(services, Settings(film_memory_mb=0), Path(folder) / "settings.json")
        shown.resize(1640, 980)
        shown.show()
        reader = Reader(shown)
        while not (shown.worklist.order.rowCount() and shown.session.model.card):
            application.processEvents()
            time.sleep(0.001)
        reader.until_painted()
        ended, spent = time.time(), time.process_time()
        reader.figures["opening"] = [(1000 * (ended - imported), 1000 * (spent - computed))]
        loaded = _memory_mb()
        reader.wait(3.0)
        shown.worklist.step(0)
        reader.wait(1.0)
        reader.narrow(rounds)
        reader.move(rounds)
        _tell(reader.figures)
        _say(f"memory: {loaded:.0f} MB with the list shown, {_memory_mb():.0f} MB at the most"
             f" (at most {BAR_MB:.0f})")  # fmt: skip
        shown.close()


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _tell(figures: dict[str, Times]) -> None:
    _say(f"{'':8} {'median':>8} {'99 %':>8} {'computed':>9} {'bar':>7}  of")
    for name, times in figures.items():
        clock, computed = sorted(t for t, _ in times), [c for _, c in times]
        worst = clock[min(len(clock) - 1, round(0.99 * len(clock)))]
        bar = BARS.get(name, BAR_MS)
        _say(
            f"{name:8} {statistics.median(clock):8.1f} {worst:8.1f}"
            f" {statistics.median(computed):9.1f} {bar:7.1f}  {len(times)}"
        )


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make the store and measure in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--films", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--within", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.within:
        measure(given.store, given.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder) / "worklist.db"
        if not store.exists():
            make_store(store, given.films)
        command = [sys.executable, __file__, "--store", str(store), "--rounds", str(given.rounds)]
        _tell(start(store))
        subprocess.run([*command, "--within"], check=True)


if __name__ == "__main__":
    main()
