"""First paint of a film that was not read ahead, against ``dcm2pnm`` of DCMTK on the same file.

``python tests/benchmarks/first_paint.py FILE ... [--rounds 15] [--dcm2pnm PATH]``: each round
selects the film in a running window (the reading processes have started, nothing of it is kept)
until it is painted, and converts the file with ``dcm2pnm``; the ratio is taken within the round.
The bar is 1.0. Without ``dcm2pnm`` (Debian: the package dcmtk) only our own times are told.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from engine.images.intake import Candidate
from engine.triage.pipeline import Infers, Row, Status
from viewer import assets, window
from viewer.main_window import MainWindow
from viewer.services import engine_services
from viewer.settings import Settings

BAR = 1.0


class Painted(QObject):
    """Counts the paintings of the film that was asked for, not those of words that wait for it."""

    def __init__(self, shown: MainWindow) -> None:
        super().__init__()
        self.count = 0
        self._box = shown.session.light_box
        shown.film.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint and not self._box.lit.wanted
        return super().eventFilter(watched, event)


def listed(paths: Sequence[Path], _model: Infers, _cancel: Event) -> Iterator[Row]:
    """Every file twice, so that the window always goes to another row."""
    for number, path in enumerate(path for path in paths for _ in range(2)):
        yield Row(number, Candidate(path, f"{number} {path.name}"), Status.NOT_SCORED, "unscored")


def until(done: Callable[[], object]) -> None:
    """Let the window work until it is done, without taking the core from those who read."""
    beat = QTimer(interval=5)
    beat.start()
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def paint(shown: MainWindow, painted: Painted, place: int) -> float:
    number = 2 * place + (shown.session.current == 2 * place)
    shown.session.viewports.shelf.clear()
    QApplication.processEvents()
    before, begun = painted.count, time.perf_counter()
    shown.session.select(number)
    box = shown.session.light_box
    until(lambda: painted.count > before or box.lit.failure)
    if box.lit.failure:
        raise SystemExit(box.lit.failure)
    taken = time.perf_counter() - begun
    shown.session.viewports.shelf.clear()
    end = time.monotonic() + 0.5
    until(lambda: time.monotonic() > end)
    return 1000 * taken


def convert(program: str, path: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        subprocess.run([program, str(path), str(Path(folder) / "film.pgm")], check=True)
        return 1000 * (time.perf_counter() - begun)


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("files", nargs="+", type=Path)
    asking.add_argument("--rounds", type=int, default=15)
    asking.add_argument("--dcm2pnm", default=shutil.which("dcm2pnm"))
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
    if asked.dcm2pnm is None:
        sys.stdout.write("dcm2pnm is not installed: no ratio.\n")
    for place, path in enumerate(asked.files):
        own, theirs = [], []
        paint(shown, painted, place)
        for _ in range(asked.rounds):
            own.append(paint(shown, painted, place))
            if asked.dcm2pnm is not None:
                theirs.append(convert(asked.dcm2pnm, path))
        words = f"{path.name}: painted in {statistics.median(own):.0f} ms"
        if theirs:
            ratios = [one / other for one, other in zip(own, theirs, strict=True)]
            ratio = statistics.median(ratios)
            verdict = "held" if ratio <= BAR else "MISSED"
            words += (
                f", dcm2pnm {statistics.median(theirs):.0f} ms; paired ratio {ratio:.2f} "
                f"({min(ratios):.2f}-{max(ratios):.2f}), bar {BAR:.1f}: {verdict}"
            )
        sys.stdout.write(words + "\n")
    shown.close()


if __name__ == "__main__":
    main()
