"""Where a film's processor time goes in ``hilum triage``, by stage. `throughput.py` prints it.

The stages are called as the pipeline calls them, one after the other in one process; time counts
for the innermost stage.
"""

import contextlib
import hashlib
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any
from unittest import mock

import cv2

from engine.exchange.results import Results
from engine.images import film, reading, windowing
from engine.images.intake import Candidate
from engine.models import assess, gate, lungs
from engine.models.assess import Assessor
from engine.triage import pipeline, preparing
from engine.triage.devices import with_devices
from engine.triage.stages import Ready, Row, scored
from engine.triage.stamps import stamp_of
from engine.triage.store import Store

NETWORKS = ("lung network", "classifier network")


class Account:
    """Processor milliseconds by stage."""

    def __init__(self) -> None:
        self.ms: defaultdict[str, float] = defaultdict(float)
        self._stages: list[str] = []
        self._since = 0.0

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done for a stage."""
        self._turn()
        self._stages.append(name)
        try:
            yield
        finally:
            self._turn()
            self._stages.pop()

    def _turn(self) -> None:
        now = time.process_time() * 1000
        if self._stages:
            self.ms[self._stages[-1]] += now - self._since
        self._since = now

    def watched(self, name: str, owner: object, function: str) -> Any:
        """Return a patch with which calls of a function count for a stage."""
        call: Callable[..., Any] = getattr(owner, function)

        def counted(*values: Any, **named: Any) -> Any:
            with self.stage(name):
                return call(*values, **named)

        return mock.patch.object(owner, function, counted)


def account(assessor: Assessor, files: Sequence[Path]) -> dict[str, float]:
    """Return processor milliseconds a film, by stage."""
    cv2.setNumThreads(1)  # as in a worker
    _rows(Account(), assessor, files[: pipeline.BATCH])  # what is loaded with the first films
    taken, model = Account(), lungs.packaged_lungs()
    watched = [
        ("file", reading, "file_bytes"),
        ("header", film, "parse"),
        ("decoder", film, "read_pixels"),
        ("attributes and greys", reading, "read_film"),
        ("gate", gate, "refuse_pixels"),
        ("lungs' input and box", lungs.LungModel, "lung_area"),
        ("classifier's input", preparing, "prepare_film"),
        ("thumbnail", windowing, "render"),
        ("thumbnail", preparing, "_reduced"),
        ("hash", hashlib, "file_digest"),
        ("classifier network", assessor._session, "run"),
        ("findings and maps", assess.Assessor, "_judge"),
        *([("lung network", model._session, "values")] if model else []),
    ]
    with contextlib.ExitStack() as stack:
        for name, owner, function in watched:
            stack.enter_context(taken.watched(name, owner, function))
        _rows(taken, assessor, files)
    return {stage: ms / len(files) for stage, ms in taken.ms.items()}


def _rows(taken: Account, assessor: Assessor, files: Sequence[Path]) -> None:
    ready = [_ready(taken, assessor, number, path) for number, path in enumerate(files)]
    rows: list[Row] = []
    for first in range(0, len(ready), pipeline.BATCH):
        with taken.stage("batching"):
            rows += scored(assessor, ready[first : first + pipeline.BATCH])
    with tempfile.TemporaryDirectory() as folder:
        with Store(f"{folder}/list.db") as store, taken.stage("store"):
            store.keeping(assessor).keep(rows)
        with _results(assessor, Path(folder, "out")) as results, taken.stage("results"):
            for row in with_devices(pipeline.with_copies(rows), assessor.card):
                results.write(row)


def _ready(taken: Account, assessor: Assessor, number: int, path: Path) -> Ready:
    with taken.stage("worker"):
        read = preparing.read_film(path, recipe=assessor.card.preprocessing, rendering_px=0)
    with taken.stage("handover"):
        read = ForkingPickler.loads(ForkingPickler.dumps(read, 5))
    return Ready(number, Candidate(path, path.name), stamp_of(path), read)


def _results(assessor: Assessor, out: Path) -> Results:
    return Results(
        out,
        assessor.card,
        model_sha256=assessor.model_sha256,
        provider=assessor.provider,
        sensitivity=0.95,
        overlays=False,
        risk=0.0,
    )
