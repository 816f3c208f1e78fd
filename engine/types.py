"""The frozen nouns of the house.

Glossary
--------
radiograph    one frame of one film as stored, with all that is needed to show and to measure it
stored value  a number as it lies in the file; *modality value*: after Modality LUT or rescale;
              *display value*: after VOI, polarity and presentation, 0 (black) to 255 (white)
window        centre and width in modality values (PS3.3 C.11.2)
VOI           a window or a VOI LUT; the file may list several
finding       a named statement of a model with a calibrated probability
leaf          a finding the network has an output for; *derived*: a union or complement of leaves
assessment    what one model says of one film; it never depends on the reader's window or thresholds
label         a finding seen under thresholds: flagged, uncertain or below
placement     the rectangle of the film that the model saw
mark          what a reader put on a film: a measurement, a region, an arrow, a text, a probe
markup        all marks of a film, the reader's calibration, and whether it is a key image

Arrays are read-only, images are ``(rows, columns)`` or ``(rows, columns, 3)``, lengths carry their
unit in their name. Everything here may cross threads and processes.
"""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """Make an array read-only, in place, and return it."""
    array.setflags(write=False)
    return array


class VoiFunction(StrEnum):
    """VOI LUT Function (0028,1056), PS3.3 C.11.2.1.3."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True, slots=True)
class Window:
    """Window Center and Width in modality values.

    Raises
    ------
    ValueError
        Where the width is not allowed for the function (PS3.3 C.11.2.1.2, C.11.2.1.3).
    """

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    explanation: str = ""

    def __post_init__(self) -> None:
        """Refuse widths that the Standard forbids."""
        lowest = 1.0 if self.function is VoiFunction.LINEAR else 0.0
        if not np.isfinite([self.center, self.width]).all():
            raise ValueError("Window Center and Width must be finite numbers")
        if self.width < lowest or self.width == 0:
            raise ValueError(f"Window Width {self.width:g} is not allowed with {self.function}")


@dataclass(frozen=True, slots=True, eq=False)
class LookupTable:
    """A Modality or VOI LUT: entry ``values[x - first_mapped]``, clamped at both ends.

    ``values`` is a one-dimensional uint16 array; ``bits`` is the third value of LUT Descriptor.
    """

    first_mapped: int
    values: NDArray[np.uint16]
    bits: int
    explanation: str = ""


Voi = Window | LookupTable


@dataclass(frozen=True, slots=True)
class Rescale:
    """Rescale Slope and Intercept (PS3.3 C.11.1.1.2): modality = slope * stored + intercept."""

    slope: float = 1.0
    intercept: float = 0.0


_LONGEST_PIXEL = 10.0


class SpacingProvenance(StrEnum):
    """Where millimetres come from; printed beside every length (PS3.3 10.7)."""

    CALIBRATED = "calibrated"
    MAGNIFICATION_CORRECTED = "magnification corrected"
    AT_DETECTOR = "at detector"
    NOMINAL = "nominal scanned"
    BY_READER = "calibrated by the reader"
    PIXELS = "pixels"


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distance between the centres of neighbouring pixels: down a column, along a row.

    Under ``PIXELS`` lengths are in widths of a pixel, never millimetres; ``row_mm`` is 1 unless
    Pixel Aspect Ratio (0028,0034) says otherwise.
    """

    row_mm: float = 1.0
    column_mm: float = 1.0
    provenance: SpacingProvenance = SpacingProvenance.PIXELS

    @property
    def stretch(self) -> float:
        """Height of a pixel over its width, in which the film is shown; 1 where it cannot be."""
        ratio = self.row_mm / self.column_mm
        return ratio if 1 / _LONGEST_PIXEL <= ratio <= _LONGEST_PIXEL else 1.0


@dataclass(frozen=True, slots=True)
class Orientation:
    """Patient Orientation (0020,0020): where rows and columns run to, e.g. L and F."""

    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who, where and when, as the file says it; empty strings where it does not."""

    patient_name: str = ""
    patient_id: str = ""
    issuer_of_patient_id: str = ""
    birth_date: str = ""
    sex: str = ""
    age: str = ""
    institution_name: str = ""
    modality: str = ""
    study_instance_uid: str = ""
    series_instance_uid: str = ""
    sop_instance_uid: str = ""
    sop_class_uid: str = ""
    accession_number: str = ""
    study_date: str = ""
    study_time: str = ""
    study_description: str = ""
    series_description: str = ""
    series_number: str = ""
    instance_number: str = ""
    body_part_examined: str = ""
    view_position: str = ""
    image_laterality: str = ""
    manufacturer: str = ""
    model_name: str = ""
    kvp: str = ""
    exposure_mas: str = ""
    exposure_index: str = ""
    deviation_index: str = ""
    station_name: str = ""
    lossy_ratio: str = ""
    priority: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """A plane of single bits over the film (PS3.3 C.9.2), clipped to it.

    ``mask`` is (height, width) bool, True where drawn, its first pixel at row ``top`` and column
    ``left`` of the film; ``kind`` is "G" for graphics, "R" for a region of interest.
    """

    group: int
    top: int
    left: int
    mask: NDArray[np.bool_]
    kind: str = "G"
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Shutter:
    """What a display shutter leaves open: where all its shapes agree (PS3.3 C.7.6.11, C.7.6.15).

    Attributes
    ----------
    rectangle : tuple of int or None
        Top, left, bottom, right in pixels, half open.
    circle : tuple of float or None
        Row and column of the centre, and radius, in pixels.
    polygon : tuple of tuple
        Row and column of each corner; empty where there is none.
    bitmap : Overlay or None
        A plane that covers what it draws.
    grey : float
        What is shown in place of what is covered, 0 (black) to 1.
    """

    rectangle: tuple[int, int, int, int] | None = None
    circle: tuple[float, float, float] | None = None
    polygon: tuple[tuple[float, float], ...] = ()
    bitmap: Overlay | None = None
    grey: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Radiograph:
    """One frame of a film.

    Attributes
    ----------
    stored : ndarray
        Grey: ``(rows, columns)`` integer stored values. Colour: ``(rows, columns, 3)`` uint8 RGB.
    inverted : bool
        Whether the lowest values are shown white: MONOCHROME1, or Presentation LUT Shape INVERSE
        with MONOCHROME2. One inversion, after VOI, never two.
    bits_stored : int
        Significant bits of a stored value (8 for colour).
    narrowed : Rescale
        ``stored`` -> the stored value of the file: the identity but for values of 32 bits.
    modality : Rescale or LookupTable
        Stored value -> modality value.
    unit : str
        Of modality values, as in "HU"; empty where the file says none (PS3.3 C.11.1.1.2).
    vois : tuple of Voi
        All windows and VOI LUTs of the file, the default one first.
    padding : tuple of int or None
        Lowest and highest stored value of the padding range (PS3.3 C.7.5.1.1.2), both included.
    presentation : LookupTable or None
        A Presentation LUT (PS3.3 C.11.6), after VOI and before polarity.
    shutter : Shutter or None
        What lies outside it is not to be seen and does not count.
    overlays : tuple of Overlay
        Planes to be drawn over the film, never part of its values.
    frame_ms : float
        How long a frame lasts; 0 where the file does not say.
    warnings : tuple of str
        What the reader should know: each becomes a chip beside the film. No patient data.
    """

    stored: NDArray[Any]
    source: str
    kind: str
    inverted: bool = False
    bits_stored: int = 8
    narrowed: Rescale = field(default_factory=Rescale)
    modality: Rescale | LookupTable = field(default_factory=Rescale)
    unit: str = ""
    vois: tuple[Voi, ...] = ()
    padding: tuple[int, int] | None = None
    presentation: LookupTable | None = None
    shutter: Shutter | None = None
    overlays: tuple[Overlay, ...] = ()
    spacing: Spacing = field(default_factory=Spacing)
    orientation: Orientation | None = None
    identity: Identity = field(default_factory=Identity)
    photometric: str = "MONOCHROME2"
    frame: int = 0
    frames: int = 1
    frame_ms: float = 0.0
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Freeze the pixels; refuse shapes nothing downstream could show."""
        grey = self.stored.ndim == 2
        if not grey and (self.stored.ndim, self.stored.shape[-1]) != (3, 3):
            raise ValueError("stored values are (rows, columns) or (rows, columns, 3)")
        if self.stored.size == 0:
            raise ValueError("a radiograph has at least one pixel")
        frozen(self.stored)
        for overlay in self.overlays:
            frozen(overlay.mask)

    def __reduce__(self) -> tuple[Any, ...]:
        """Come out of a pipe as whole as it went in: arrays lose their being read-only there."""
        return type(self), tuple(getattr(self, part.name) for part in fields(self))

    @property
    def is_grey(self) -> bool:
        """Whether there is one sample a pixel."""
        return self.stored.ndim == 2

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, columns = self.stored.shape[:2]
        return rows, columns


Box = tuple[float, float, float, float]
"""Top, left, bottom and right in shares of the film's height and width."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The rectangle of the film, in its pixel coordinates, that fills the model's square input."""

    top: float
    left: float
    height: float
    width: float


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding's calibrated probability and the 95 % interval of that calibration."""

    name: str
    probability: float
    interval: tuple[float, float]


class State(StrEnum):
    """A finding under its threshold; never shown by colour alone."""

    FLAGGED = "flagged"
    UNCERTAIN = "uncertain"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Label:
    """A finding seen at one sensitivity setting."""

    finding: Finding
    threshold: float
    state: State


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one model says of one film.

    ``reason`` is empty where the film was scored; otherwise it says why it was not, and
    ``findings`` is empty. ``unfamiliar`` is set where film or device are unlike those the model
    learned from: its findings are then at most uncertain. ``offer`` names the correction of
    `engine.models.correcting` that a refused film would pass with, ``correction`` the one that the
    reader had made before this assessment.
    """

    findings: tuple[Finding, ...]
    reason: str
    model_id: str
    model_version: str
    model_sha256: str
    preprocessing_sha256: str
    provider: str
    prepare_ms: float
    infer_ms: float
    notices: tuple[str, ...] = ()
    unfamiliar: bool = False
    offer: str = ""
    correction: str = ""

    @property
    def scored(self) -> bool:
        """Whether the gate let the film through."""
        return not self.reason

    def probability(self, name: str) -> float:
        """Return the probability of a finding; KeyError where the model does not give it."""
        for finding in self.findings:
            if finding.name == name:
                return finding.probability
        raise KeyError(name)


@dataclass(frozen=True, slots=True, eq=False)
class Activations:
    """Every leaf's Grad-CAM map from the one forward pass.

    ``grids`` is (leaves, h, w) float32, signed: the ReLU comes when leaves are put together.
    ``seen`` (size, size) in 0..1 is how much of each place of the input the network was shown; None
    for all of it.
    """

    leaves: tuple[str, ...]
    grids: NDArray[np.float32]
    probabilities: tuple[float, ...]
    placement: Placement
    image_shape: tuple[int, int]
    seen: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Assessed:
    """An assessment with the maps that explain it (None where the film was not scored).

    ``offset`` (P,) is how far the film lies from the nearest source that the model learned from;
    None where it was not scored or the card does not know the sources.
    """

    assessment: Assessment
    activations: Activations | None
    offset: NDArray[np.float64] | None = None
