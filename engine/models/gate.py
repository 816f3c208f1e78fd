"""Which films are refused before any finding is given, each with its reason."""

import math
import unicodedata

import numpy as np
from numpy.typing import NDArray

from engine.models.card import Gate
from engine.models.correcting import UPRIGHT
from engine.types import Orientation, Radiograph

_LEAST_SIDE_PX = 128
_MOST_ASPECT = 2.2
_PROJECTION = frozenset({"CR", "DX", "DR", "RG", "OT", "SC", "XC", "HC", "SEC", ""})
_CHEST_WORDS = (
    *("CHEST", "THORA", "TORA", "LUNG", "POUMON", "PULMO", "POLMON", "BRUST", "RIB", "CXR"),
    *("PECHO", "胸", "肺"),
)
_LATERAL = frozenset({"LL", "RL", "LATERAL", "LAT", "LLD", "RLD", "LLO", "RLO"})
_MOST_COLOUR = 12.0
_LEAST_LEVELS = 16
_DARKEST = 0.16
_SIDE = "Not scored: lateral view; the model knows frontal films only."
CUT_OFF = "The lungs are cut off at the edge of the film: of what lies beyond nothing is said."
NOTED_CUT = 0.3
"""Along so much of an edge of the film there is lung where that is said."""
NO_LUNGS = "Not scored: no two lungs side by side; turned, cut off, or no frontal chest film?"


def refuse_header(radiograph: Radiograph) -> str:
    """Return why the header rules the film out, or an empty string.

    Only what is stated is used: an absent Body Part or View Position refuses nothing.
    """
    identity = radiograph.identity
    modality = identity.modality.upper()
    if modality not in _PROJECTION:
        return f"Not scored: modality {modality}, not a projection radiograph."
    part = identity.body_part_examined.upper()
    if part and not any(word in _plain(part) for word in _CHEST_WORDS):
        return f"Not scored: the file says body part {part}, not chest."
    if identity.view_position.upper() in _LATERAL:
        return _SIDE
    if radiograph.frames > 1:
        return f"Not scored: a sequence of {radiograph.frames} frames, not a single film."
    return ""


def refuse_orientation(orientation: Orientation | None) -> str:
    """Return why Patient Orientation (0020,0020) rules the film out, or an empty string."""
    if orientation is None:
        return ""
    row, column = orientation.row, orientation.column
    if {row[0], column[0]} & {"A", "P"}:
        return _SIDE
    if (row[0], column[0]) != (UPRIGHT.row, UPRIGHT.column):
        return (
            "Not scored: by its header the film is turned or mirrored: its right edge is"
            f" {row}, its lower edge {column}."
        )
    return ""


def _plain(words: str) -> str:
    """Return words without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))


def refuse_pixels(radiograph: Radiograph) -> str:
    """Return why the pixels rule the film out, or an empty string."""
    rows, columns = radiograph.shape
    if min(rows, columns) < _LEAST_SIDE_PX:
        return f"Not scored: {columns} × {rows} pixels are too few (at least {_LEAST_SIDE_PX})."
    height = rows * radiograph.spacing.stretch
    if max(height, columns) > _MOST_ASPECT * min(height, columns):
        return "Not scored: too long and narrow for a frontal chest film."
    sample = radiograph.stored[:: max(1, rows // 256), :: max(1, columns // 256)]
    if not radiograph.is_grey:
        spread = sample.max(axis=2).astype(np.float32) - sample.min(axis=2)
        if float(spread.mean()) > _MOST_COLOUR:
            return "Not scored: a colour picture, not a radiograph."
    high, levels = robust_levels(sample)
    if levels < _LEAST_LEVELS:
        return "Not scored: the film is blank or has almost no grey levels."
    # Stored values may lie anywhere in their range; those of a picture of 8 bits are what is seen.
    seen = radiograph.kind != "DICOM" and radiograph.bits_stored == 8
    if seen and not radiograph.inverted and high < _DARKEST * 255:
        return "Not scored: too dark; the picture is almost black."
    return ""


def robust_levels(sample: NDArray[np.integer]) -> tuple[float, int]:
    """Return the 99th percentile of whole numbers, and how many occur from the 1st on to it."""
    least = int(sample.min())
    counts = np.bincount(sample.ravel().astype(np.int64) - least)
    upto = np.cumsum(counts)
    low, high = (_at(upto, share) for share in (0.01, 0.99))
    return high + least, int(np.count_nonzero(counts[math.ceil(low) : math.floor(high) + 1]))


def _at(upto: NDArray[np.int64], share: float) -> float:
    """Return a percentile as NumPy's, between two numbers in proportion, from a running count."""
    rank = share * (int(upto[-1]) - 1)
    below, above = np.searchsorted(upto, (math.floor(rank), math.ceil(rank)), side="right")
    return float(below + (above - below) * (rank % 1))


def likeliest(gate: Gate, logits: NDArray[np.float32]) -> str:
    """Return the class, not the accepted one, that the gate head (G,) takes a film for."""
    return gate.classes[1 + int(np.argmax(logits[1:]))]


def accepted_share(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the gate head's probability (N,) that films (N, G) are of the accepted kind."""
    raised = np.exp(np.asarray(logits, np.float64) - logits.max(1, keepdims=True))
    return np.asarray(raised[:, 0] / raised.sum(1))


def refuse_embedding(gate: Gate, logits: NDArray[np.float32], distance: float) -> str:
    """Return why the network's gate head (G,) or the embedding's distance refuses the film."""
    if float(accepted_share(logits[None])[0]) < gate.least_accepted:
        return f"Not scored: {gate.reasons[likeliest(gate, logits)]}"
    if distance > gate.most_distance:
        return "Not scored: unlike any chest film the model knows."
    return ""
