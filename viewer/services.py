"""The engine as the window uses it; no Qt, since reading processes import it too.

What reads DICOM takes a second to import: the lane does that which needs it first, not the window.
"""

import functools
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from engine import runtime
from engine.errors import UnreadableImage, UnusableModel, UnusableStore
from engine.exchange.pictures import Mask
from engine.images.intake import Candidate, Refusal
from engine.images.isolation import ReaderPool
from engine.images.pdfs import Hit
from engine.images.readable import Document
from engine.images.softcopy import Softcopy, SoftcopyState
from engine.models import catalog
from engine.models.assess import Assessor, PreparedFilm
from engine.models.card import Calibration, Gate, ModelCard
from engine.models.lungs import packaged_lungs, plausible
from engine.models.preprocessing import Preprocessing
from engine.models.trust import Trust, trust
from engine.triage import pipeline
from engine.triage.devices import with_devices
from engine.triage.glance import Listing
from engine.triage.pipeline import Infers, Requests, Row
from engine.types import Activations, Assessed, Radiograph, frozen
from viewer.ledger import Ledger

if TYPE_CHECKING:
    from engine.exchange.attributes import Attribute
    from engine.triage.store import Store
    from engine.triage.watching import Watch

_READERS = 2
_EXPORT_S = 60.0


class ReadsFilm(Protocol):
    """Read one frame (counted from 0) of a row's film; blocks."""

    def __call__(self, row: Row, frame: int = 0, /) -> Radiograph:
        """Return the frame. Raises UnreadableImage."""


Triage = Callable[[Requests, Infers, threading.Event], Iterator[Row | UnusableStore]]
MakesMaps = Callable[[Assessor, Radiograph, str], Activations | None]
Corrects = Callable[[Assessor, Row], Sequence[Row | UnusableStore]]
Grid = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Papers:
    """Documents; each call opens its file in a process of its own, and raises UnreadableImage.

    Attributes
    ----------
    open
        A document, a PDF without its bytes.
    page, text
        A page of a PDF (counted from 0): its picture with a longest side in pixels, RGB; its words.
    find
        Where words stand in a PDF.
    file
        The PDF itself.
    """

    open: Callable[[Row], Document]
    page: Callable[[Row, int, int], NDArray[np.uint8]]
    text: Callable[[Row, int], str]
    find: Callable[[Row, str], tuple[Hit, ...]]
    file: Callable[[Row], bytes]


@dataclass(frozen=True, slots=True)
class Services:
    """Calls that block and therefore run in the lanes of ``Jobs`` only.

    Attributes
    ----------
    load_assessor
        Raises HilumError.
    triage
        Requests, the model and an event that stops it -> rows as they are ready, and why they are
        not kept for now.
    store
        The store, which may take seconds. Raises UnusableStore; None where none is wanted.
    listing
        The store's list behind a film, of which 0 is none, and what of these places is scored by
        now. Raises UnusableStore; None where no store is wanted.
    correct
        A refused film and its row, whose offer is taken -> its new row, and why it is not kept.
        Raises UnreadableImage, UnusableModel.
    maps
        A scored film's heat maps, from one forward pass, by the correction that it was scored with;
        None where the model refuses it.
    read
        A frame of a film. Raises UnreadableImage; decodes in a process of its own.
    lungs
        The lungs' probability over a film, (size, size) on the lung model's grid; None where what
        was found is no chest. Raises UnusableModel where there is no lung model.
    trust
        How far a finding's heat map can be relied on: a few forward passes. Raises UnusableModel.
    report
        The report beside the model; None where there is none. Quick: it only looks for the file.
    close
        Ends those processes.
    attributes
        A file's attributes as text. Raises UnreadableImage.
    deidentified
        A DICOM film without its person, as bytes of a file. Raises UnreadableImage, NotExported.
    softcopy
        A row's presentation state. Raises UnreadableImage.
    softcopy_file
        What is shown of a row's film, as bytes of a new presentation state. Raises Unsaved.
    papers
        Reports and PDF.
    watch
        What adds to a run's requests what arrives in a folder, once it is started.
    glance
        The store's list without the store; None where that cannot be.
    keep_late
        Store rows that the store did not take when they came. Raises UnusableStore.
    """

    load_assessor: Callable[[], Assessor]
    triage: Triage
    store: "Callable[[], Store | None]"
    listing: Callable[[int, Sequence[str]], Listing | None]
    correct: Corrects
    maps: MakesMaps
    read: ReadsFilm
    lungs: Callable[[Radiograph], Grid | None]
    trust: Callable[[Assessor, Radiograph, Assessed, str], Trust]
    report: Callable[[], Path | None]
    close: Callable[[], None]
    attributes: "Callable[[Row], tuple[Attribute, ...]]"
    deidentified: Callable[[Row, tuple[Mask, ...]], bytes]
    softcopy: Callable[[Row], SoftcopyState]
    softcopy_file: Callable[[Row, Radiograph, Softcopy], bytes]
    papers: Papers
    watch: "Callable[[Path, Requests], Watch]"
    glance: Callable[[], Listing | None] = lambda: None
    keep_late: "Callable[[Store], None]" = lambda _store: None


@dataclass(frozen=True, slots=True)
class NoModel:
    """Stands where the model would: films are opened, none is scored, and ``reason`` says why."""

    reason: str

    @property
    def card(self) -> ModelCard:
        """A card without findings."""
        return ModelCard(
            id="none",
            version="",
            title="No model",
            leaves=(),
            derived={},
            preprocessing=Preprocessing(),
            calibration=Calibration(1.0, ()),
            reliability={},
            operating={},
            gate=Gate((), {}, 0.0, 0.0),
            graph_sha256="",
        )

    def infer(self, films: Sequence[PreparedFilm], /) -> list[Assessed]:
        """Refuse."""
        del films
        raise UnusableModel(self.reason)


def find_lungs(radiograph: Radiograph) -> Grid | None:
    """Return the lungs' probability over a film; None where what was found is no chest.

    Raises
    ------
    UnusableModel
        Where there is no lung model, or it fails.
    """
    model = packaged_lungs()
    if model is None:
        raise UnusableModel("No lungs outline: this installation has no lung model.")
    probability = model.probability(radiograph)
    return frozen(probability) if plausible(probability) else None


def report_beside(model_file: Path) -> Path | None:
    """Return ``<id>/report.html`` beside ``<id>.onnx``; None where there is none."""
    report = model_file.with_suffix("") / "report.html"
    return report if report.is_file() else None


def _report_of(model: str) -> Path | None:
    try:
        return report_beside(catalog.find(model or None))
    except UnusableModel:
        return None


def _corrected(
    read: ReadsFilm, ledger: Ledger, assessor: Assessor, row: Row
) -> list[Row | UnusableStore]:
    from engine.images import windowing
    from engine.triage.preparing import thumbnail
    from engine.triage.stages import rescored

    film = read(row)
    offer = row.assessed.assessment.offer if row.assessed else ""
    found = rescored(row, assessor.assess_corrected(film, offer))
    # A row that came from the store is without its picture, and is stored anew.
    found = replace(found, thumbnail=thumbnail(film, windowing.render(film)))
    troubles: list[UnusableStore] = []
    keeping = ledger.keeping(assessor, troubles.append)
    if keeping is not None:
        keeping.keep([found])
    return [found, *troubles]


def _maps(assessor: Assessor, film: Radiograph, correction: str) -> Activations | None:
    found = assessor.assess_corrected(film, correction) if correction else assessor.assess(film)
    return found.activations


def _candidate(row: Row) -> Candidate:
    if isinstance(row.source, Refusal):
        raise UnreadableImage(row.reason)
    return row.source


def _attributes(pool: ReaderPool, row: Row) -> "tuple[Attribute, ...]":
    from engine.exchange.attributes import attributes

    return pool.run(attributes, _candidate(row))


def _softcopy(pool: ReaderPool, row: Row) -> SoftcopyState:
    from engine.images.softcopy_reading import read_softcopy

    return pool.run(read_softcopy, _candidate(row))


def _watch(pool: ReaderPool, folder: Path, requests: Requests) -> "Watch":
    from engine.triage.watching import Watch

    return Watch([folder], requests, pool)


def papers_in(pool: ReaderPool) -> Papers:
    """Return the reading of documents in a pool's processes."""

    def opened(row: Row) -> Document:
        from engine.images import documents

        return pool.run(documents.open_document, _candidate(row))

    def page(row: Row, number: int, longest_px: int) -> NDArray[np.uint8]:
        from engine.images import documents

        task = functools.partial(documents.page_picture, page=number, longest_px=longest_px)
        return pool.run(task, _candidate(row))

    def text(row: Row, number: int) -> str:
        from engine.images import documents

        return pool.run(functools.partial(documents.page_text, page=number), _candidate(row))

    def find(row: Row, words: str) -> tuple[Hit, ...]:
        from engine.images import documents

        return pool.run(functools.partial(documents.found, words=words), _candidate(row))

    def file(row: Row) -> bytes:
        from engine.images import documents

        return pool.run(documents.pdf_of, _candidate(row))

    return Papers(open=opened, page=page, text=text, find=find, file=file)


def engine_services(*, model: str, provider: str, store: str = "") -> Services:
    """Return the real engine.

    Parameters
    ----------
    model : str
        Its id; empty for the standard one.
    provider : str
        What it runs on.
    store : str
        Where rows and reads are kept, a file or a URL; empty for the user's own place.
    """
    scanning, reading = ReaderPool(), ReaderPool(_READERS)
    # One process: it gives the same UID to the same one as long as it lives.
    exporting = ReaderPool(1, timeout_s=_EXPORT_S)
    ledger = Ledger(store)

    def triage(
        requests: Requests, assessor: Infers, cancel: threading.Event
    ) -> Iterator[Row | UnusableStore]:
        from engine.triage.documents import with_documents

        troubles: list[UnusableStore] = []
        keeping = ledger.keeping(assessor, troubles.append)
        told = 0
        rows = pipeline.triage(requests, assessor, cancel=cancel, pool=scanning, keeping=keeping)
        judged = with_devices(rows, assessor.card)
        for row in with_documents(judged, scanning):
            yield row
            yield from troubles[told:]
            told = len(troubles)

    def load_assessor() -> Assessor:
        runtime.check()
        reading.warm()
        return Assessor.load(catalog.find(model or None), provider=provider)

    def read(row: Row, frame: int = 0, /) -> Radiograph:
        return reading.read(_candidate(row), frame=frame)

    def cleaned(row: Row, masks: tuple[Mask, ...]) -> bytes:
        from engine.exchange.deidentification import deidentified

        return exporting.run(functools.partial(deidentified, masks=masks), _candidate(row))

    def saved(row: Row, film: Radiograph, softcopy: Softcopy) -> bytes:
        from engine.exchange.softcopy_writing import softcopy_file

        make = functools.partial(softcopy_file, radiograph=film, softcopy=softcopy)
        return exporting.run(make, _candidate(row))

    def close() -> None:
        for pool in (scanning, reading, exporting):
            pool.close()

    return Services(
        load_assessor=load_assessor,
        triage=triage,
        store=ledger.store,
        listing=ledger.listing,
        correct=functools.partial(_corrected, read, ledger),
        maps=_maps,
        read=read,
        lungs=find_lungs,
        trust=trust,
        report=lambda: _report_of(model),
        close=close,
        attributes=functools.partial(_attributes, reading),
        deidentified=cleaned,
        softcopy=functools.partial(_softcopy, reading),
        softcopy_file=saved,
        papers=papers_in(reading),
        watch=functools.partial(_watch, scanning),
        glance=ledger.glance,
        keep_late=ledger.keep_late,
    )
