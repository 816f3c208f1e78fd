"""Header -> how stored values become shown ones: Modality LUT, VOIs, padding, shutter, polarity.

PS3.3 C.11.1, C.11.2, C.7.5.1.1.2, C.7.6.11, C.11.6. Every part fails soft: malformed means absent,
with a note for the reader.
"""

import math
from dataclasses import dataclass

import numpy as np

from engine.images.dicom import Header
from engine.types import LookupTable, Rescale, Voi, VoiFunction, Window, frozen


@dataclass(frozen=True, slots=True)
class Tone:
    """What a Radiograph is told of its grey scale."""

    modality: Rescale | LookupTable
    vois: tuple[Voi, ...]
    padding: tuple[int, int] | None
    inverted: bool


def group(header: Header, frame: int, macro: str, keyword: str) -> Header:
    """Return where a frame's attribute stands: its functional group, the shared one, the top."""
    frames = header.items("PerFrameFunctionalGroupsSequence")
    shared = header.items("SharedFunctionalGroupsSequence")
    for item in (*frames[frame : frame + 1], *shared[:1]):
        for inner in item.items(macro)[:1]:
            if keyword in inner:
                return inner
    return header


def tone(header: Header, frame: int, *, signed: bool, photometric: str, highest: int) -> Tone:
    """Read the grey scale of a frame.

    Parameters
    ----------
    signed : bool
        Whether stored values are signed, for LUT Descriptors typed US or SS alike.
    highest : int
        The largest stored value that the bits allow.
    """
    modality = _modality(header, frame, signed=signed)
    negative = signed or (isinstance(modality, Rescale) and _reaches_below_zero(modality, highest))
    source = group(header, frame, "FrameVOILUTSequence", "WindowCenter")
    vois: tuple[Voi, ...] = (*_luts(header, "VOILUTSequence", signed=negative), *_windows(source))
    return Tone(modality, vois, _padding(header, signed=signed), _inverted(header, photometric))


def _reaches_below_zero(rescale: Rescale, highest: int) -> bool:
    return min(rescale.intercept, rescale.slope * highest + rescale.intercept) < 0


def _modality(header: Header, frame: int, *, signed: bool) -> Rescale | LookupTable:
    luts = _luts(header, "ModalityLUTSequence", signed=signed)
    if luts:
        return luts[0]
    source = group(header, frame, "PixelValueTransformationSequence", "RescaleSlope")
    slope = next(iter(source.numbers("RescaleSlope")), 1.0)
    intercept = next(iter(source.numbers("RescaleIntercept")), 0.0)
    if not (math.isfinite(slope) and math.isfinite(intercept)) or slope == 0:
        header.note("Rescale Slope or Intercept is invalid; stored values are shown as they are.")
        return Rescale()
    return Rescale(slope, intercept)


def _windows(header: Header) -> tuple[Window, ...]:
    centers, widths = header.numbers("WindowCenter"), header.numbers("WindowWidth")
    names = header.texts("WindowCenterWidthExplanation")
    if len(centers) != len(widths):
        header.note("Window Center and Window Width do not pair up; only pairs are offered.")
    try:
        function = VoiFunction(header.text("VOILUTFunction").upper() or "LINEAR")
    except ValueError:
        header.note("VOI LUT Function is unknown; LINEAR is used.")
        function = VoiFunction.LINEAR
    windows = []
    for index, (center, width) in enumerate(zip(centers, widths, strict=False)):
        name = names[index] if index < len(names) else ""
        try:
            windows.append(Window(center, width, function, name))
        except ValueError:
            header.note(f"Window {center:g} / {width:g} of the file is invalid and was left out.")
    return tuple(windows)


def _luts(header: Header, keyword: str, *, signed: bool) -> tuple[LookupTable, ...]:
    tables = []
    for item in header.items(keyword):
        table = _lut(item, signed=signed)
        if table is None:
            header.note("A lookup table of the file is malformed and was left out.")
        else:
            tables.append(table)
    return tuple(tables)


def _lut(item: Header, *, signed: bool) -> LookupTable | None:
    """Read one table; None where descriptor and data do not fit."""
    descriptor = item.numbers("LUTDescriptor")
    if len(descriptor) != 3:
        return None
    count, first, bits = (int(number) for number in descriptor)
    count = (count & 0xFFFF) or 65536
    if signed and first > 0x7FFF:
        first -= 0x10000
    elif not signed and first < 0:
        first += 0x10000
    values = lut_values(item.bytes_of("LUTData"), count)
    if values is None or not 1 <= bits <= 16:
        return None
    needed = int(values.max()).bit_length()
    return LookupTable(first, frozen(values), max(bits, needed), item.text("LUTExplanation"))


def lut_values(data: bytes, count: int) -> "np.ndarray[tuple[int], np.dtype[np.uint16]] | None":
    """Return a table's entries from 16-bit words, or from bytes packed two to a word."""
    if len(data) >= 2 * count:
        return np.frombuffer(data, "<u2", count).astype(np.uint16)
    if len(data) in (count, count + 1):
        return np.frombuffer(data, np.uint8, count).astype(np.uint16)
    return None


def _padding(header: Header, *, signed: bool) -> tuple[int, int] | None:
    value = header.integer("PixelPaddingValue")
    if value is None:
        return None
    limit = header.integer("PixelPaddingRangeLimit")
    ends = [_as_stored(v, signed=signed) for v in (value, value if limit is None else limit)]
    return min(ends), max(ends)


def _as_stored(value: int, *, signed: bool) -> int:
    """Read a US value as SS, or the reverse, where the file typed it wrongly."""
    if signed and value > 0x7FFF:
        return value - 0x10000
    return value + 0x10000 if not signed and value < 0 else value


def _inverted(header: Header, photometric: str) -> bool:
    shape = header.text("PresentationLUTShape").upper()
    if photometric == "MONOCHROME1" and shape == "IDENTITY":
        header.note("Presentation LUT Shape contradicts MONOCHROME1, which is followed.")
    return photometric == "MONOCHROME1" or (photometric == "MONOCHROME2" and shape == "INVERSE")


def shutter(header: Header, rows: int, columns: int) -> tuple[int, int, int, int] | None:
    """Return the rectangle the Display Shutter leaves open: top, left, bottom, right, half open."""
    edges = [
        header.integer(f"Shutter{side}")
        for side in (
            "UpperHorizontalEdge",
            "LeftVerticalEdge",
            "LowerHorizontalEdge",
            "RightVerticalEdge",
        )
    ]
    if all(edge is None for edge in edges):
        return None
    if any(edge is None for edge in edges):
        header.note("The display shutter is malformed and was left out.")
        return None
    top, left, bottom, right = (edge or 0 for edge in edges)
    box = (max(top, 0), max(left, 0), min(bottom - 1, rows), min(right - 1, columns))
    if box[0] >= box[2] or box[1] >= box[3]:
        header.note("The display shutter would leave nothing visible and was left out.")
        return None
    return box
