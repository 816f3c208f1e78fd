"""First paint of a film that was not read ahead, against ``dcm2pnm`` of DCMTK on the same file.

``python tests/benchmarks/first_paint.py FILE ... [--rounds 15] [--dcm2pnm PATH]``: each round
selects the film in a running window (the reading processes have started, nothing of it is kept)
until it is painted, and converts the file with ``dcm2pnm``; the ratio is taken within the round,
of times by the clock and of what was computed (on Linux: by all processes; what an idle core would
need). The bar is 1.0. Without ``dcm2pnm`` (Debian: the package dcmtk) only our own times are told;
``dcmj2pnm`` and ``dcml2pnm`` stand in for it where it does not read a syntax.
"""

import argparse
import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from engine.images.intake import Candidate
from engine.triage.pipeline import Infers, Requests, Row, Status
from viewer import assets, window
from viewer.main_window import MainWindow
from viewer.services import engine_services
from viewer.settings import Settings

BAR = 1.0
PROGRAMS = ("dcm2pnm", "dcmj2pnm", "dcml2pnm")


class Painted(QObject):
    """Waits for the painting of the film that was asked for, not of words that wait for it."""

    def __init__(self, shown: MainWindow) -> None:
        super().__init__()
        self._box = shown.session.light_box
        self._loop = QEventLoop()
        self._box.lit_changed.connect(lambda lit: self._loop.quit() if lit.failure else None)
        shown.film.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint and not self._box.lit.wanted:
            self._loop.quit()  # once this event has been seen to
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        self._loop.exec()
        if self._box.lit.failure:
            raise SystemExit(self._box.lit.failure)


def listed(requests: Requests, _model: Infers, _cancel: Event) -> Iterator[Row]:
    """Every file twice, so that the window always goes to another row."""

    def twice(paths: Sequence[Path]) -> Iterator[Candidate]:
        for number, path in enumerate(path for path in paths for _ in range(2)):
            yield Candidate(path, f"{number} {path.name}")

    requests.start(twice)
    while (taken := requests.take()) is not None:
        yield Row(*taken, Status.NOT_SCORED, "unscored")
        requests.done(taken[0])


def until(done: Callable[[], object]) -> None:
    """Let the window work until it is done, without taking the core from those who read."""
    beat = QTimer(interval=5)
    beat.start()
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds by the clock, and computed by every process that took part."""

    clock: float
    computed: float


class Watch:
    """What goes by, and what we, our readers and those who came and went compute meanwhile."""

    def __init__(self) -> None:
        self._begun = self._now()

    def cost(self) -> Cost:
        return Cost(
            *(1000 * (now - then) for now, then in zip(self._now(), self._begun, strict=True))
        )

    def _now(self) -> tuple[float, float]:
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        computed = time.process_time() + ended.ru_utime + ended.ru_stime
        for reader in multiprocessing.active_children():
            computed += time.clock_gettime((~(reader.pid or 0) << 3) | 2)  # CPUCLOCK_SCHED
        return time.perf_counter(), computed


def paint(shown: MainWindow, painted: Painted, place: int) -> Cost:
    number = 2 * place + (shown.session.current == 2 * place)
    shown.session.viewports.shelf.clear()
    QApplication.processEvents()
    watch = Watch()
    shown.session.select(number)
    painted.wait()
    taken = watch.cost()
    shown.session.viewports.shelf.clear()
    end = time.monotonic() + 0.5
    until(lambda: time.monotonic() > end)
    return taken


def convert(programs: Sequence[str], path: Path) -> Cost | None:
    """Convert with the first program that can."""
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            made, watch = Path(folder) / "film.pgm", Watch()
            subprocess.run([program, str(path), str(made)], check=False, stderr=subprocess.DEVNULL)
            taken = watch.cost()
            if made.exists():
                return taken
    return None


def told(own: Sequence[Cost], theirs: Sequence[Cost], kind: str) -> str:
    """Compare round by round."""
    ours, others = ([getattr(cost, kind) for cost in costs] for costs in (own, theirs))
    words = f"  {kind:<8} {statistics.median(ours):6.0f} ms"
    if not others:
        return words + "\n"
    ratios = [one / other for one, other in zip(ours, others, strict=True)]
    ratio = statistics.median(ratios)
    verdict = "held" if ratio <= BAR else "MISSED"
    return (
        f"{words}, dcm2pnm {statistics.median(others):6.0f} ms; paired ratio {ratio:.2f} "
        f"({min(ratios):.2f}-{max(ratios):.2f}), bar {BAR:.1f}: {verdict}\n"
    )


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("files", nargs="+", type=Path)
    asking.add_argument("--rounds", type=int, default=15)
    asking.add_argument("--dcm2pnm", nargs="+", default=PROGRAMS)
    asked = asking.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HILUM_HOME"] = tempfile.mkdtemp()
    assets.apply_theme(QApplication([]))
    services = replace(engine_services(model="", provider="auto"), triage=listed)
    shown = window.build(services, Settings(), Path(tempfile.mkdtemp()) / "none.json")
    shown.resize(1640, 980)
    shown.show()
    shown.open_paths(asked.files)
    until(lambda: len(shown.session.entries) == 2 * len(asked.files))
    until(lambda: not shown.session.progress.running and not shown.session.light_box.lit.wanted)
    painted = Painted(shown)
    programs = [program for program in asked.dcm2pnm if shutil.which(program)]
    for place, path in enumerate(asked.files):
        own, theirs = [], []
        paint(shown, painted, place)
        for _ in range(asked.rounds):
            own.append(paint(shown, painted, place))
            other = convert(programs, path)
            theirs += [] if other is None else [other]
        sys.stdout.write(f"{path.name}\n")
        for kind in ("clock", "computed"):
            sys.stdout.write(told(own, theirs, kind))
        if not theirs:
            sys.stdout.write("  No DCMTK program reads it, or none is installed: no ratio.\n")
    shown.close()


if __name__ == "__main__":
    main()
