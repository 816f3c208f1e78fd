"""A small engine of our own: films made of numbers, a model that knows its answers."""

import functools
import hashlib
import itertools
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import NotExported, UnreadableImage, UnusableModel, UnusableStore
from engine.exchange.attributes import Attribute
from engine.exchange.pictures import Mask
from engine.images import windowing
from engine.images.documents import NOT_SCORED, Document
from engine.images.intake import Candidate, Refusal
from engine.images.isolation import ReaderPool
from engine.images.pdfs import Hit
from engine.images.softcopy import Softcopy, SoftcopyState
from engine.models.assess import PreparedFilm
from engine.models.card import (
    Calibration,
    Derived,
    DerivedKind,
    Gate,
    ModelCard,
    OperatingCurve,
    Reliability,
)
from engine.models.preprocessing import Preprocessing
from engine.models.trust import Trust
from engine.triage.glance import Listing
from engine.triage.pipeline import Found, Infers, Requests, Row, Status
from engine.triage.stages import rescored
from engine.triage.store import Store
from engine.triage.watching import Pace, Watch
from engine.types import (
    Activations,
    Assessed,
    Assessment,
    Finding,
    Identity,
    Orientation,
    Placement,
    Radiograph,
    Rescale,
    Spacing,
    SpacingProvenance,
    Window,
)
from viewer.services import Papers, Services

LEAVES = ("normal", "bacterial_pneumonia", "viral_pneumonia", "covid19", "lung_opacity")
HURRY = Pace(settled_s=0.3, patience_s=2.5, walk_s=0.3)
FREE = 3
"""How many rows come without ``go``."""
UNREADABLE = "The file is damaged."
LATERAL = "Not scored: lateral view; the model knows frontal films only."


def curve() -> OperatingCurve:
    """Sensitivity s is reached at threshold 1 - s."""
    sensitivity = tuple(float(s) for s in np.linspace(0.5, 0.999, 51))
    specificity = tuple(1.0 - 0.4 * s for s in sensitivity)
    return OperatingCurve(
        sensitivity=sensitivity,
        threshold=tuple(1.0 - s for s in sensitivity),
        sensitivity_low=tuple(s - 0.04 for s in sensitivity),
        sensitivity_high=tuple(min(1.0, s + 0.02) for s in sensitivity),
        specificity=specificity,
        specificity_low=tuple(s - 0.05 for s in specificity),
        specificity_high=tuple(s + 0.05 for s in specificity),
        positives=100,
        negatives=100,
    )


def model_card() -> ModelCard:
    """A card of five leaves and two derived findings."""
    derived = {
        "pneumonia": Derived(
            DerivedKind.UNION, ("bacterial_pneumonia", "viral_pneumonia", "covid19")
        ),
        "abnormal": Derived(DerivedKind.COMPLEMENT, ("normal",)),
    }
    names = (*LEAVES, *derived)
    return ModelCard(
        id="standard",
        version="1.0",
        title="A model of the tests",
        leaves=LEAVES,
        derived=derived,
        preprocessing=Preprocessing(),
        calibration=Calibration(1.0, (0.0,) * 5),
        reliability={name: Reliability((0.0, 1.0), (0.0, 0.9), (0.1, 1.0)) for name in names},
        operating={name: curve() for name in names},
        gate=Gate(("chest", "other"), {"other": "not a frontal chest film"}, 0.1, 1e9),
        graph_sha256="0" * 64,
        urgency_weights={name: 0.8 for name in names if name != "normal"},
        caveats={"covid19": "Looks like other viral pneumonias; a swab decides."},
    )


@dataclass(frozen=True, slots=True)
class FakeAssessor:
    """Knows its films' answers already; only its name and card are asked for."""

    card: ModelCard = field(default_factory=model_card)
    provider: str = "CPU"
    notice: str = ""
    model_sha256: str = "ab" * 32

    def infer(self, films: Sequence[PreparedFilm], /) -> list[Assessed]:
        """Unused by the fake pipeline."""
        return [Assessed(assessment(self.card, 0.5), None) for _ in films]


def assessment(card: ModelCard, abnormal: float, reason: str = "") -> Assessment:
    """Spread a probability of abnormality over the leaves, most on lung opacity."""
    shares = {
        "normal": 1 - abnormal,
        "bacterial_pneumonia": abnormal * 0.1,
        "viral_pneumonia": abnormal * 0.1,
        "covid19": abnormal * 0.2,
        "lung_opacity": abnormal * 0.6,
    }
    findings = []
    for name in card.findings:
        probability = sum(shares[leaf] for leaf in card.leaves_of(name))
        findings.append(Finding(name, probability, card.reliability[name].interval(probability)))
    return Assessment(
        findings=() if reason else tuple(findings),
        reason=reason,
        model_id=card.id,
        model_version=card.version,
        model_sha256="ab" * 32,
        preprocessing_sha256=card.preprocessing.sha256,
        provider="CPU",
        prepare_ms=9.0,
        infer_ms=14.0,
    )


@functools.cache
def pixels(rows: int = 1400, columns: int = 1200) -> NDArray[np.uint16]:
    """Two dark lungs in a bright chest, 12 bits; a bright spot in the upper left."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    y, x = y / rows, x / columns
    chest = 3000 - 1200 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)
    for centre in (0.3, 0.7):
        lung = ((x - centre) / 0.16) ** 2 + ((y - 0.5) / 0.33) ** 2
        chest -= 1900 * np.exp(-(lung**3))
    chest[:40, :60] = 4095
    return np.asarray(np.clip(chest, 0, 4095), dtype=np.uint16)


def radiograph(name: str = "a.dcm", **changes: object) -> Radiograph:
    """A DX film with everything that corners can say."""
    given: dict[str, object] = {
        "stored": pixels(),
        "source": name,
        "kind": "DX",
        "bits_stored": 12,
        "modality": Rescale(),
        "vois": (
            Window(2000.0, 3000.0, explanation="normal"),
            Window(1500.0, 2000.0, explanation="hard"),
        ),
        "spacing": Spacing(0.2, 0.2, SpacingProvenance.AT_DETECTOR),
        "orientation": Orientation("L", "F"),
        "identity": identity(name),
    }
    return Radiograph(**{**given, **changes})  # type: ignore[arg-type]


def identity(name: str) -> Identity:
    """A phantom's identity."""
    return Identity(
        patient_name=f"PHANTOM^{name.partition('.')[0].upper()}",
        patient_id="P-1",
        sop_instance_uid=f"2.25.{int.from_bytes(name.encode())}",
        birth_date="19600102",
        sex="F",
        age="064Y",
        institution_name="Test hospital",
        study_date="20240305",
        study_time="101500",
        study_description="Chest PA",
        accession_number="77",
        view_position="PA",
        body_part_examined="CHEST",
        kvp="120",
        exposure_mas="2",
        exposure_index="300",
    )


def activations() -> Activations:
    """Maps with a warm place in the upper left."""
    grids = np.zeros((len(LEAVES), 7, 7), np.float32)
    grids[:, 2:5, 1:3] = 1.0
    return Activations(
        leaves=LEAVES,
        grids=grids,
        probabilities=(0.1, 0.1, 0.1, 0.2, 0.5),
        placement=Placement(100, 0, 1200, 1200),
        image_shape=(1400, 1200),
    )


def scored(name: str, abnormal: float, *, index: int = 0) -> Row:
    """A row with findings and maps."""
    film = windowing.render(radiograph(name))
    return Row(
        index,
        Candidate(Path(name), name),
        Status.SCORED,
        identity=identity(name),
        assessed=Assessed(assessment(model_card(), abnormal), activations()),
        content_sha256=hashlib.sha256(name.encode()).hexdigest(),
        thumbnail=np.ascontiguousarray(film[::16, ::16]),
        read_ms=120.0,
        prepare_ms=9.0,
        infer_ms=14.0,
    )


def rows() -> list[Row]:
    """Four scored films, one lateral, one damaged, one refused by the intake."""
    lateral = Assessed(assessment(model_card(), 0.0, LATERAL), None)
    return [
        scored("quiet.dcm", 0.01, index=0),
        scored("urgent.dcm", 0.97, index=1),
        scored("middle.dcm", 0.30, index=2),
        scored("slight.dcm", 0.08, index=3),
        Row(
            4,
            Candidate(Path("side.dcm"), "side.dcm"),
            Status.NOT_SCORED,
            LATERAL,
            identity("side.dcm"),
            assessed=lateral,
        ),
        Row(5, Candidate(Path("bad.dcm"), "bad.dcm"), Status.UNREADABLE, UNREADABLE),
        Row(6, Refusal(Path("x.zip"), "x.zip", "The zip holds no files."), Status.UNREADABLE,
            "The zip holds no files."),
    ]  # fmt: skip


def document_row(name: str, document: Document, *, index: int = 0) -> Row:
    """The row of a document."""
    return Row(
        index,
        Candidate(Path(name), name),
        Status.DOCUMENT,
        NOT_SCORED[document.kind],
        document.identity,
        thumbnail=np.full((96, 72), 60, np.uint8),
        title=document.title,
    )


def lung_grid() -> NDArray[np.float32]:
    """Two lungs on the lung model's grid; the left one holds the warm part of `scored`'s maps."""
    grid = np.zeros((160, 160), np.float32)
    grid[32:128, 16:72] = 1.0
    grid[32:128, 88:144] = 1.0
    return grid


@dataclass
class FakeEngine:
    """Gives its rows one by one; reading can be held back and made to fail."""

    given: list[Row] = field(default_factory=rows)
    problem: str = ""
    films: dict[str, Radiograph] = field(default_factory=dict)
    go: threading.Event = field(default_factory=threading.Event)
    read_go: dict[str, threading.Event] = field(default_factory=dict)
    opened: list[tuple[Path, ...]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    closed: bool = False
    lungless: set[str] = field(default_factory=set)
    lung_problem: str = ""
    looked: list[str] = field(default_factory=list)
    trusts: dict[str, Trust] = field(default_factory=dict)
    trust_problem: str = ""
    trust_go: threading.Event = field(default_factory=threading.Event)
    measured: list[tuple[str, str]] = field(default_factory=list)
    trusted: list[bool] = field(default_factory=list)
    beside: Path | None = None
    burned_in: str = "NO"
    clean_go: threading.Event = field(default_factory=threading.Event)
    cleaned: list[tuple[str, tuple[Mask, ...]]] = field(default_factory=list)
    states: dict[str, SoftcopyState] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    painted: list[tuple[int, int]] = field(default_factory=list)
    address: str = ""
    kept: Store | None = None
    mapped: list[str] = field(default_factory=list)
    correct_go: threading.Event = field(default_factory=threading.Event)
    correct_trouble: list[UnusableStore] = field(default_factory=list)
    readers: ReaderPool | None = None

    def __post_init__(self) -> None:
        """Run without waiting unless told otherwise."""
        self.go.set()
        self.trust_go.set()
        self.clean_go.set()
        self.correct_go.set()

    def services(self) -> Services:
        """Return the calls that the window makes."""
        return Services(
            self.load,
            self.triage,
            self.store,
            self.listing,
            self.correct,
            self.maps,
            self.read,
            self.lungs,
            self.trust,
            lambda: self.beside,
            self.close,
            self.attributes,
            self.deidentified,
            self.softcopy,
            self.softcopy_file,
            Papers(self.paper, self.page, self.page_text, self.find, self.pdf),
            self.watch,
        )

    def watch(self, folder: Path, requests: Requests) -> Watch:
        """Watch in earnest, in a hurry."""
        self.readers = self.readers or ReaderPool(1)
        return Watch([folder], requests, self.readers, pace=HURRY)

    def load(self) -> FakeAssessor:  # the window asks no more of a model than this has
        """Give the model, or say why there is none."""
        if self.problem:
            raise UnusableModel(self.problem)
        return FakeAssessor()

    def triage(
        self, requests: Requests, assessor: Infers, cancel: threading.Event
    ) -> Iterator[Row | UnusableStore]:
        """Give the rows, whatever was asked for; all but three of them wait for ``go``."""
        del assessor
        rows = {row.source: row for row in self.given}

        def listed(paths: list[Path]) -> Iterator[Found]:
            self.opened.append(tuple(paths))
            yield from rows

        requests.start(listed)
        for place in itertools.count():
            while place >= FREE and not self.go.wait(0.01):
                if cancel.is_set():
                    return
            taken = requests.take()
            if taken is None or cancel.is_set():
                return
            yield rows[taken[1]]
            requests.done(taken[0])

    def store(self) -> Store | None:
        """Open the store, if there is to be one."""
        if self.address and self.kept is None:
            self.kept = Store(self.address, busy_s=0.5)
        return self.kept

    def listing(self, after: int = 0, unscored: Sequence[str] = ()) -> Listing | None:
        """Read the store's list."""
        store = self.store()
        return None if store is None else store.lines(after, unscored)

    def correct(self, assessor: object, row: Row) -> list[Row | UnusableStore]:
        """Score a film as it was offered once it is let go."""
        del assessor
        self.correct_go.wait(5)
        if row.name in self.broken:
            raise UnreadableImage(UNREADABLE)
        assert row.assessed is not None
        offer = row.assessed.assessment.offer
        said = replace(assessment(model_card(), 0.9), correction=offer)
        return [rescored(row, Assessed(said, activations())), *self.correct_trouble]

    def maps(self, assessor: object, film: Radiograph, correction: str) -> Activations | None:
        """Give maps."""
        del assessor, correction
        self.mapped.append(film.source)
        return activations()

    def read(self, row: Row, frame: int = 0) -> Radiograph:
        """Give a film once it is let go."""
        self.read_go.get(row.name, self.go).wait(5)
        if row.name in self.broken:
            raise UnreadableImage(UNREADABLE)
        return self.films.get(row.name) or radiograph(row.name, frame=frame)

    def lungs(self, film: Radiograph) -> NDArray[np.float32] | None:
        """Give the lungs of all films that have some."""
        self.looked.append(film.source)
        if self.lung_problem:
            raise UnusableModel(self.lung_problem)
        return None if film.source in self.lungless else lung_grid()

    def trust(self, _assessor: object, film: Radiograph, assessed: Assessed, finding: str) -> Trust:
        """Give a map's grade once it is let go."""
        self.trusted.append(assessed.activations is not None)
        self.measured.append((film.source, finding))
        self.trust_go.wait(5)
        if self.trust_problem:
            raise UnusableModel(self.trust_problem)
        good = Trust(0.9, 0.95, 0.4, "good", "The heat map holds.")
        return self.trusts.get(finding, good)

    def attributes(self, row: Row) -> tuple[Attribute, ...]:
        """Give a few attributes; only the films' names differ."""
        if row.name in self.broken:
            raise UnreadableImage(UNREADABLE)
        listed = (
            (0x00100010, "PN", "Patient's Name", "PatientName", row.name, True),
            (0x00280010, "US", "Rows", "Rows", "1400", False),
            (0x00280301, "CS", "Burned In Annotation", "BurnedInAnnotation", self.burned_in, False),
        )
        return tuple(Attribute(((tag, -1),), *rest) for tag, *rest in listed)  # type: ignore[arg-type]

    def deidentified(self, row: Row, masks: tuple[Mask, ...]) -> bytes:
        """Give bytes once they are let go."""
        self.clean_go.wait(5)
        self.cleaned.append((row.name, masks))
        if row.name in self.broken:
            raise NotExported("Something in this file resists de-identification.")
        return b"clean"

    def softcopy(self, row: Row) -> SoftcopyState:
        """Give the presentation state of a row."""
        return self.states[row.name]

    def softcopy_file(self, row: Row, film: Radiograph, softcopy: Softcopy) -> bytes:
        """Make no file: these films have none either."""
        del row, film, softcopy
        raise UnreadableImage(UNREADABLE)

    def paper(self, row: Row) -> Document:
        """Give a document."""
        if row.name in self.broken:
            raise UnreadableImage(UNREADABLE)
        return self.documents[row.name]

    def page(self, _row: Row, page: int, longest_px: int) -> NDArray[np.uint8]:
        """Give a page of that size: white, and its number in grey."""
        self.painted.append((page, longest_px))
        return np.full((longest_px, longest_px * 3 // 4, 3), 255 - page, np.uint8)

    def page_text(self, _row: Row, page: int) -> str:
        """Give a page's words."""
        return f"words of page {page + 1}"

    def find(self, row: Row, words: str) -> tuple[Hit, ...]:
        """Find any word once on every page."""
        del words
        box = (0.4, 0.1, 0.5, 0.3)
        return tuple(Hit(page, (box,)) for page in range(len(self.documents[row.name].pages)))

    def pdf(self, _row: Row) -> bytes:
        """Give a PDF."""
        return b"%PDF-1.4"

    def close(self) -> None:
        """Let everything go."""
        self.closed = True
        if self.readers is not None:
            self.readers.close()
        self.go.set()
        self.trust_go.set()
        self.correct_go.set()
        for event in self.read_go.values():
            event.set()
