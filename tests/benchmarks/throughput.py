"""``hilum triage`` over a folder of DICOM films against its networks alone on ready tensors.

``python tests/benchmarks/throughput.py [--films 500] [--pairs 3] [--script] [--more 0]``

The films are those of ../shared/data/cxr, as 16 bit DX objects of four transfer syntaxes, or noise
where they are absent; ``--px`` enlarges them to a longest side. A pair is the networks alone, and
then the command in a process of its own, on the same processors.

The networks alone are all that the model needs for a film: the lung network on one tensor, since it
gains nothing by more, and the classifier on batches of eight. Each processor has its own sessions
of one thread and its share of the films, the fastest way there is to run them: nothing is read,
nothing waits, no tensor is made. The classifier alone is given beside it.

Of the command the whole time is taken, and the time without its start and end, which is the time
for all films less the time for the first eight; by the clock, and the processors' time of it and
its workers. The ratio is the networks' time over the command's: 1 where reading is hidden behind
the networks altogether. Where both share the processors it cannot be: what is done beside the
networks, by film and stage, is printed as an account, and ``1 / (1 + beside / networks)`` is the
most that is possible there. ``--elsewhere MS`` also runs the pipeline and the store in this process
against a classifier that takes so long for a film without using a processor, as one on a GPU does.
``--script`` also runs ``plain_script.py`` in each pair. Peak memory is that of the command's
process and of its largest worker; with ``--more`` also over so many films (links).
"""

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import imagecodecs
import numpy as np
from account import NETWORKS, account
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    DigitalXRayImageStorageForPresentation,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    generate_uid,
)

from engine.home import resources
from engine.images.isolation import ReaderPool
from engine.models import catalog
from engine.models.assess import Assessor, PreparedFilm
from engine.models.bundle import read_bundle
from engine.models.lungs import OUTPUTS as LUNGS
from engine.models.lungs import packaged_lungs
from engine.models.preprocessing import Preprocessing
from engine.models.session import OnnxSession
from engine.triage.pipeline import BATCH, triage
from engine.triage.store import Store
from engine.types import Assessed

ACCOUNTED = 200
ROOT = Path(__file__).resolve().parents[2]
FILMS = ROOT.parent / "shared" / "data" / "cxr"
SYNTAXES = (
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    DeflatedExplicitVRLittleEndian,
)


def pictures(count: int) -> Iterator[NDArray[np.uint8]]:
    """Give so many grey pictures."""
    files = sorted(FILMS.rglob("*.jpg"))
    step = max(1, len(files) // count)
    rng = np.random.default_rng(0)
    for number in range(count):
        picture = None
        if files:
            picture = cv2.imread(str(files[number * step % len(files)]), cv2.IMREAD_GRAYSCALE)
        if picture is None:
            picture = rng.integers(0, 256, (512, 420), np.uint8)
        yield np.asarray(picture, np.uint8)


def write_dicom(path: Path, picture: NDArray[np.uint8], syntax: str) -> None:
    """Write a picture as a DX object of 12 bits."""
    pixels = picture.astype(np.uint16) << 4
    film = Dataset()
    film.SOPClassUID = DigitalXRayImageStorageForPresentation
    film.SOPInstanceUID, film.StudyInstanceUID = generate_uid(), generate_uid()
    film.Modality, film.PatientName, film.BodyPartExamined = "DX", "PHANTOM", "CHEST"
    film.Rows, film.Columns = pixels.shape
    film.SamplesPerPixel, film.PhotometricInterpretation = 1, "MONOCHROME2"
    film.BitsAllocated, film.BitsStored, film.HighBit, film.PixelRepresentation = 16, 12, 11, 0
    film.file_meta = FileMetaDataset()
    film.file_meta.TransferSyntaxUID = syntax
    match syntax:
        case str() if syntax == JPEG2000Lossless:
            film.PixelData = encapsulate(
                [imagecodecs.jpeg2k_encode(pixels, level=0, codecformat=0)]
            )
        case str() if syntax == JPEGLSLossless:
            film.PixelData = encapsulate([imagecodecs.jpegls_encode(pixels)])
        case _:
            film.PixelData = pixels.tobytes()
    film["PixelData"].VR = "OB" if syntax in (JPEG2000Lossless, JPEGLSLossless) else "OW"
    film.save_as(path, enforce_file_format=True)


def make_films(folder: Path, count: int, longest_px: int) -> None:
    folder.mkdir()
    for number, picture in enumerate(pictures(count)):
        if longest_px:
            scale = longest_px / max(picture.shape)
            picture = cv2.resize(picture, None, fx=scale, fy=scale)
        write_dicom(folder / f"{number:05}.dcm", picture, SYNTAXES[number % len(SYNTAXES)])


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and of processors, and the peak memory of a process and its largest."""

    clock_s: float
    processor_s: float
    own_mb: float = 0.0
    worker_mb: float = 0.0

    def less(self, other: "Taken") -> "Taken":
        """Return the seconds beyond another's."""
        return replace(
            self,
            clock_s=self.clock_s - other.clock_s,
            processor_s=self.processor_s - other.processor_s,
        )

    def __str__(self) -> str:
        return f"{self.clock_s:.1f} s (processors {self.processor_s:.1f} s)"


def tensors(recipe: Preprocessing, films: int) -> NDArray[np.float32]:
    """Return noise as a network takes it."""
    shape = (films, recipe.channels, recipe.size, recipe.size)
    return np.random.default_rng(0).normal(size=shape).astype(np.float32)


class Alone:
    """The networks on ready tensors, on every processor; ``lungs`` as far as the model needs."""

    def __init__(self, model: Path, *, lungs: bool) -> None:
        self._processors = len(os.sched_getaffinity(0))
        recipe, found = read_bundle(model).card.preprocessing, packaged_lungs()
        self._batch = tensors(recipe, BATCH)
        self._seen: NDArray[np.float32] | None = None
        if lungs and recipe.needs_lungs and found is not None:
            self._seen = tensors(found.card.preprocessing, 1)
        self._own = [self._sessions(model) for _ in range(self._processors)]

    def _sessions(self, model: Path) -> tuple[OnnxSession, OnnxSession | None]:
        lungs = resources() / "models" / "lungs" / "lungs.onnx"
        finder = self._seen is not None and OnnxSession(
            lungs, provider="cpu", outputs=LUNGS, threads=1
        )
        return OnnxSession(model, provider="cpu", threads=1), finder or None

    def _share(self, number: int, films: int) -> None:
        classifier, finder = self._own[number]
        for first in range(number * BATCH, films, self._processors * BATCH):
            size = min(BATCH, films - first)
            if finder and self._seen is not None:
                for _ in range(size):
                    finder.values(self._seen)
            classifier.run(self._batch[:size])

    def __call__(self, films: int) -> Taken:
        """Return how long so many films take."""
        start, processor = time.perf_counter(), time.process_time()
        with ThreadPoolExecutor(self._processors) as pool:
            list(pool.map(self._share, range(self._processors), [films] * self._processors))
        return Taken(time.perf_counter() - start, time.process_time() - processor)


class Elsewhere:
    """A network that takes its time without our processors; its answers are those of one film."""

    def __init__(self, assessor: Assessor, ms: float) -> None:
        self.card, self.model_sha256 = assessor.card, assessor.model_sha256
        self._infer, self._ms = assessor.infer, ms
        self._answer: list[Assessed] = []

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        self._answer = self._answer or self._infer(films[:1])
        time.sleep(self._ms * len(films) / 1000)
        return self._answer * len(films)


def elsewhere_s(assessor: Assessor, ms: float, folder: Path, work: Path) -> float:
    """Return how long the pipeline takes, from the first row on, with its workers warm."""
    network: Any = Elsewhere(assessor, ms)
    with Store(str(work / "elsewhere.db")) as store, ReaderPool() as pool:
        rows = triage([folder], network, pool=pool, keeping=store.keeping(network))
        next(rows)
        start = time.perf_counter()
        assert sum(1 for _ in rows) == len(list(folder.iterdir())) - 1
        return time.perf_counter() - start


def _peak_mb(process: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def _children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        return [int(word) for word in words]
    return []


def taken_by(*words: str | Path) -> Taken:
    """Run Python in a process of its own, to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    own = worker = 0.0
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *map(str, words)], stdout=subprocess.DEVNULL, env=environment
    )
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        own = max(own, _peak_mb(process.pid))
        worker = max([worker, *map(_peak_mb, _children(process.pid))])
        time.sleep(0.1)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    taken = time.perf_counter() - start
    return Taken(taken, usage.ru_utime + usage.ru_stime, own, worker)


def command(folder: Path, work: Path, *words: str) -> Taken:
    """Run the command over a folder, with a store of its own unless it resumes one."""
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    for store in [] if "--resume" in words else work.glob("list.db*"):
        store.unlink()
    line = ["triage", folder, "--out", out, "--provider", "cpu", *words]
    taken = taken_by("-m", "viewer", *line, "--store", work / "list.db")
    assert (out / "results.jsonl").read_bytes().count(b"\n") == len(list(folder.iterdir()))
    return taken


def script(folder: Path, work: Path) -> Taken:
    """Run the plain script over a folder."""
    return taken_by(Path(__file__).with_name("plain_script.py"), folder, work / "script.csv")


@dataclass(frozen=True)
class Bench:
    """What is compared."""

    networks: Alone
    classifier: Alone
    films: Path
    few: Path
    work: Path
    scripted: bool

    def pair(self) -> list[float]:
        """Run what is compared, one after the other, and say it; return the ratios."""
        fixed = command(self.few, self.work)
        films = len(list(self.films.iterdir())) - BATCH
        alone, classifier = self.networks(films), self.classifier(films)
        whole = command(self.films, self.work)
        steady = whole.less(fixed)
        ratios = [
            alone.clock_s / steady.clock_s,
            alone.processor_s / steady.processor_s,
            alone.clock_s / whole.clock_s,
            classifier.clock_s / steady.clock_s,
        ]
        say(f"networks {alone}, classifier {classifier}, command {whole}, ")
        say(f"its start and end {fixed}; ")
        say(f"{steady.processor_s / films * 1000:.1f} processor-ms a film")
        if self.scripted:
            plain = script(self.films, self.work).less(script(self.few, self.work))
            ratios += [plain.clock_s / steady.clock_s, plain.processor_s / steady.processor_s]
            say(f", script without start and end {plain}")
        say(f"; peak {whole.own_mb:.0f} MB, largest worker {whole.worker_mb:.0f} MB\n")
        return ratios


def say_account(assessor: Assessor, films: Sequence[Path]) -> None:
    """Say where a film's time goes."""
    stages = account(assessor, films)
    for stage, ms in sorted(stages.items(), key=lambda one: -one[1]):
        say(f"{ms:8.2f} processor-ms a film: {stage}\n")
    networks = sum(stages.get(name, 0.0) for name in NETWORKS)
    whole = sum(stages.values())
    say(f"{whole:8.2f} in all, without processes and queues; networks {networks / whole:.0%}\n")


def say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


NAMES = (
    "networks / command, by the clock",
    "networks / command, by processors",
    "networks / command with its start and end, by the clock",
    "classifier alone / command, by the clock",
    "script / command, by the clock",
    "script / command, by processors",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--films", type=int, default=500)
    parser.add_argument("--more", type=int, default=0)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--elsewhere", type=float, default=0.0)
    parser.add_argument("--px", type=int, default=0)
    parser.add_argument("--script", action="store_true")
    options = parser.parse_args()
    model = catalog.find(None)
    assessor = Assessor.load(model, provider="cpu")
    with tempfile.TemporaryDirectory() as folder:
        work, films = Path(folder), Path(folder, "films")
        make_films(films, options.films, options.px)
        (work / "few").mkdir()
        for number in range(BATCH):
            os.link(films / f"{number:05}.dcm", work / f"few/{number:05}.dcm")
        say_account(assessor, sorted(films.iterdir())[:ACCOUNTED])
        networks, classifier = Alone(model, lungs=True), Alone(model, lungs=False)
        networks(4 * BATCH)
        bench = Bench(networks, classifier, films, work / "few", work, options.script)
        pairs = [bench.pair() for _ in range(options.pairs)]
        for name, ratios in zip(NAMES, zip(*pairs, strict=True), strict=False):
            say(f"{options.films} films: {name}: median ratio {statistics.median(ratios):.2f}\n")
        say(f"resumed, nothing changed: {command(films, work, '--resume')}\n")
        if options.elsewhere:
            alone = options.elsewhere * options.films / 1000
            taken = elsewhere_s(assessor, options.elsewhere, films, work)
            say(f"network elsewhere {alone:.1f} s, with reading and storing {taken:.1f} s, ")
            say(f"ratio {alone / taken:.2f}\n")
        if options.more:
            for number in range(options.films, options.more):
                os.link(films / f"{number % options.films:05}.dcm", films / f"{number:05}.dcm")
            more = command(films, work)
            say(f"{options.more} films: peak {more.own_mb:.0f} MB, ")
            say(f"largest worker {more.worker_mb:.0f} MB\n")


if __name__ == "__main__":
    main()
