"""Header -> how stored values become shown ones: Modality LUT, VOIs, padding, polarity.

PS3.3 C.11.1, C.11.2, C.7.5.1.1.2, C.11.6. Every part fails soft: malformed means absent,
with a note for the reader.
"""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.types import LookupTable, Rescale, Voi, VoiFunction, Window, frozen

if TYPE_CHECKING:
    from engine.images.dicom import Header

_TABLES = {
    "ModalityLUTSequence": "Modality LUT",
    "VOILUTSequence": "VOI LUT",
    "PresentationLUTSequence": "Presentation LUT",
}


Span = tuple[float, float]
"""The lowest and the highest value that a step of the grey scale can be given."""


@dataclass(frozen=True, slots=True)
class Tone:
    """What a Radiograph is told of its grey scale."""

    modality: Rescale | LookupTable
    vois: tuple[Voi, ...]
    padding: tuple[int, int] | None
    inverted: bool
    unit: str = ""


def group(header: "Header", frame: int, macro: str, keyword: str) -> "Header":
    """Return where a frame's attribute stands: its functional group, the shared one, the top."""
    frames = header.items("PerFrameFunctionalGroupsSequence")
    shared = header.items("SharedFunctionalGroupsSequence")
    for item in (*frames[frame : frame + 1], *shared[:1]):
        for inner in item.items(macro)[:1]:
            if keyword in inner:
                return inner
    return header


def tone(header: "Header", frame: int, *, signed: bool, photometric: str, highest: int) -> Tone:
    """Read the grey scale of a frame.

    Parameters
    ----------
    signed : bool
        Whether stored values are signed, for LUT Descriptors typed US or SS alike.
    highest : int
        The largest stored value that the bits allow.
    """
    levels = modality(header, frame, stored=stored_span(highest, signed=signed))
    span = modality_span(levels, stored_span(highest, signed=signed))
    source = group(header, frame, "FrameVOILUTSequence", "WindowCenter")
    vois: tuple[Voi, ...] = (
        *lookup_tables(header, "VOILUTSequence", span=span),
        *windows(source),
    )
    padding = _padding(header, signed=signed)
    return Tone(levels, vois, padding, _inverted(header, photometric), _unit(header, frame))


def _unit(header: "Header", frame: int) -> str:
    """Return the unit of modality values; US says that they have none (PS3.3 C.11.1.1.2)."""
    source = group(header, frame, "PixelValueTransformationSequence", "RescaleType")
    tables = header.items("ModalityLUTSequence")
    said = tables[0].text("ModalityLUTType") if tables else source.text("RescaleType")
    return "" if said.upper() in ("US", "UNSPECIFIED") else said


def stored_span(highest: int, *, signed: bool) -> Span:
    """Return the lowest and the highest stored value of so many bits."""
    return (-(highest + 1) / 2, (highest - 1) / 2) if signed else (0, highest)


def modality_span(levels: Rescale | LookupTable, stored: Span) -> Span:
    """Return the lowest and the highest modality value that stored values can become."""
    if isinstance(levels, LookupTable):
        return 0, (1 << levels.bits) - 1
    low, high = sorted(levels.slope * end + levels.intercept for end in stored)
    return low, high


def modality(header: "Header", frame: int, *, stored: Span | None) -> Rescale | LookupTable:
    """Read the Modality LUT or the rescale of a frame; the identity where there is none."""
    luts = lookup_tables(header, "ModalityLUTSequence", span=stored)
    if luts:
        return luts[0]
    source = group(header, frame, "PixelValueTransformationSequence", "RescaleSlope")
    slope = next(iter(source.numbers("RescaleSlope")), 1.0)
    intercept = next(iter(source.numbers("RescaleIntercept")), 0.0)
    if not (math.isfinite(slope) and math.isfinite(intercept)) or slope == 0:
        header.note("Rescale Slope or Intercept is invalid; stored values are shown as they are.")
        return Rescale()
    return Rescale(slope, intercept)


def composed(levels: Rescale | LookupTable, narrowed: Rescale) -> Rescale:
    """Return the rescale that leads from narrowed values to modality values."""
    if not isinstance(levels, Rescale):
        return narrowed
    return Rescale(
        levels.slope * narrowed.slope, levels.slope * narrowed.intercept + levels.intercept
    )


def windows(header: "Header") -> tuple[Window, ...]:
    """Read the valid windows; what is not valid is noted."""
    centers, widths = header.numbers("WindowCenter"), header.numbers("WindowWidth")
    names = header.texts("WindowCenterWidthExplanation")
    if len(centers) != len(widths):
        header.note("Window Center and Window Width do not pair up; only pairs are offered.")
    try:
        function = VoiFunction(header.text("VOILUTFunction").upper() or "LINEAR")
    except ValueError:
        header.note("VOI LUT Function is unknown; LINEAR is used.")
        function = VoiFunction.LINEAR
    found = []
    for index, (center, width) in enumerate(zip(centers, widths, strict=False)):
        name = names[index] if index < len(names) else ""
        try:
            found.append(Window(center, width, function, name))
        except ValueError:
            header.note(f"Window {center:g} / {width:g} of the file is invalid and was left out.")
    return tuple(found)


def lookup_tables(header: "Header", keyword: str, *, span: Span | None) -> tuple[LookupTable, ...]:
    """Read the tables of a LUT sequence; what is malformed is noted under the table's name.

    ``span`` is that of the tables' input; None leaves the first value mapped as it is written, for
    `mapped_from`.
    """
    tables = []
    for item in header.items(keyword):
        table = _lut(item, span)
        if table is None:
            name = _TABLES[keyword]
            header.note(f"A {name} of the file is malformed or empty and was left out.")
        else:
            tables.append(table)
    return tuple(tables)


def mapped_from(table: LookupTable, span: Span) -> LookupTable:
    """Return a table whose first value mapped is read as SS or US, however it was typed.

    Of the two readings that the 16 bits have it is the one under which the table has most in common
    with its input; where neither has more, the one that is written.
    """
    written, (low, high) = table.first_mapped, span
    if not -0x8000 <= written <= 0xFFFF or 0 <= written <= 0x7FFF:
        return table

    def shared(first: int) -> float:
        return min(first + table.values.size - 1, high) - max(first, low)

    other = written + (0x10000 if written < 0 else -0x10000)
    return replace(table, first_mapped=max((written, other), key=shared))


def _lut(item: "Header", span: Span | None) -> LookupTable | None:
    """Read one table; None where descriptor and data do not fit."""
    descriptor = item.numbers("LUTDescriptor")
    if len(descriptor) != 3:
        return None
    count, first, bits = (int(number) for number in descriptor)
    count = (count & 0xFFFF) or 65536
    values = lut_values(item.bytes_of("LUTData"), count)
    if values is None or not 1 <= bits <= 16:
        return None
    needed = int(values.max()).bit_length()
    table = LookupTable(first, frozen(values), max(bits, needed), item.text("LUTExplanation"))
    return table if span is None else mapped_from(table, span)


def lut_values(data: bytes, count: int) -> "np.ndarray[tuple[int], np.dtype[np.uint16]] | None":
    """Return a table's entries from 16-bit words, or from bytes packed two to a word."""
    if len(data) >= 2 * count:
        return np.frombuffer(data, "<u2", count).astype(np.uint16)
    if len(data) in (count, count + 1):
        return np.frombuffer(data, np.uint8, count).astype(np.uint16)
    return None


def _padding(header: "Header", *, signed: bool) -> tuple[int, int] | None:
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


def _inverted(header: "Header", photometric: str) -> bool:
    shape = header.text("PresentationLUTShape").upper()
    if shape not in ("", "IDENTITY", "INVERSE"):
        header.note("Presentation LUT Shape is unknown and was left out.")
    if photometric == "MONOCHROME1" and shape == "IDENTITY":
        header.note("Presentation LUT Shape contradicts MONOCHROME1, which is followed.")
    if photometric == "MONOCHROME2" and shape == "INVERSE":
        header.note("Presentation LUT Shape is INVERSE on MONOCHROME2: shown inverted.")
        return True
    return photometric == "MONOCHROME1"
