"""DICOM files as a fail-soft header and the place of their pixels: the only importer of pydicom.

File meta, encoding and lengths are believed only as far as the bytes bear them out (PS3.10 7.1,
PS3.5 7). Pixel Data are left where they are: `engine.images.encapsulation` takes them from there.
"""

import math
import struct
import warnings
from collections.abc import Iterator, MutableSequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

from pydicom import config
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException
from pydicom.filereader import read_dataset
from pydicom.tag import Tag
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
)

from engine.errors import UnreadableImage
from engine.images.charset import decode_text
from engine.images.elements import (
    CUT_SHORT,
    UNDEFINED,
    VRS,
    bare_start,
    inflated,
    past_zeros,
    sniff,
)

# Read what the Standard forbids: what is wrong is noted here, not refused there.
config.settings.reading_validation_mode = config.IGNORE

# What pydicom raises on data that are not what they say they are.
FAULTS = (
    ArithmeticError,
    AttributeError,
    BytesLengthException,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_PIXEL_TAGS = (0x7FE00008, 0x7FE00009, 0x7FE00010)
_BLANKS = " \0\t\r\n"
_FLOAT_TAGS = _PIXEL_TAGS[:2]


Key = str | int
"""An attribute's keyword, or its tag where the Standard's keyword stands for many (60xx)."""

_tag = cache(Tag)
"""Of a keyword; pydicom works it out anew each time, some two hundred times a film."""


class Header:
    """A data set read attribute by attribute; what is malformed counts as absent and is noted.

    ``notes`` collects one sentence for each malformed attribute and is shared with nested items.
    """

    def __init__(self, dataset: Dataset, notes: list[str], charsets: tuple[str, ...] = ()) -> None:
        """Wrap a pydicom data set; an item inherits its parent's ``charsets`` (PS3.5 6.1.2.3)."""
        self._dataset = dataset
        self.notes = notes
        self._charsets = tuple(map(str, self._values("SpecificCharacterSet"))) or charsets

    @property
    def dataset(self) -> Dataset:
        """The data set itself, for what lists it whole."""
        return self._dataset

    def __contains__(self, keyword: Key) -> bool:
        """Whether the attribute is there, empty or not."""
        return _tag(keyword) in self._dataset

    def __len__(self) -> int:
        """Return the number of attributes."""
        return len(self._dataset)

    def _values(self, keyword: Key) -> list[Any]:
        """Return the values as pydicom makes them; [] where absent, empty or malformed."""
        try:
            if keyword not in self:  # as most are: `quiet` costs more than the look
                return []
            with quiet():
                value = self._dataset.get(_tag(keyword))
                value = value.value if isinstance(value, DataElement) else value
        except FAULTS:
            self.note(f"{_spaced(keyword)} is malformed and was left out.")
            return []
        if isinstance(value, MutableSequence):
            return list(value)
        return [] if value is None or value == "" else [value]

    def note(self, sentence: str) -> None:
        """Note a sentence for the reader, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def whole(self, keyword: Key) -> str:
        """Return the value as one text, backslashes and all (VR ST, LT, UT)."""
        raw = self.raw(keyword)
        if raw is not None:
            return decode_text(raw, self._charsets).rstrip(_BLANKS)
        return "\\".join(map(str, self._values(keyword)))

    def texts(self, keyword: Key) -> tuple[str, ...]:
        """Return the values as stripped text."""
        text = self.whole(keyword)
        return tuple(part.strip(_BLANKS) for part in text.split("\\")) if text else ()

    def text(self, keyword: Key) -> str:
        """Return the first value as text; empty where there is none."""
        return next(iter(self.texts(keyword)), "")

    def numbers(self, keyword: Key) -> tuple[float, ...]:
        """Return the finite values of a numeric or decimal-string attribute; () where malformed."""
        try:
            values = tuple(float(str(part)) for part in self._values(keyword))
        except ValueError:
            values = (math.nan,)
        if not all(map(math.isfinite, values)):
            self.note(f"{_spaced(keyword)} is not a number and was left out.")
            return ()
        return values

    def integer(self, keyword: Key) -> int | None:
        """Return the first value as a whole number; None where absent or malformed."""
        numbers = self.numbers(keyword)
        if not numbers or not abs(numbers[0]) < 1 << 40:
            return None
        return int(numbers[0])

    def items(self, keyword: Key) -> tuple["Header", ...]:
        """Return the items of a sequence."""
        items = self._values(keyword)
        return tuple(
            Header(item, self.notes, self._charsets) for item in items if isinstance(item, Dataset)
        )

    def raw(self, keyword: Key) -> bytes | None:
        """Return the bytes of the value as they lie in the file; None where that is unknown."""
        try:
            element = self._dataset.get_item(keyword)
        except FAULTS:
            return None
        value = getattr(element, "value", None)
        return value if isinstance(value, bytes) else None

    def bytes_of(self, keyword: Key) -> bytes:
        """Return binary data, however the file types them (OB, OW, US, UN), little endian."""
        values = self._values(keyword)
        if len(values) == 1 and isinstance(values[0], bytes):
            swapped = self.vr(keyword) == "OW" and self._dataset.original_encoding[1] is False
            return _swapped(values[0]) if swapped else values[0]
        try:
            return struct.pack(f"<{len(values)}H", *(int(value) & 0xFFFF for value in values))
        except FAULTS:
            return b""

    def vr(self, keyword: Key) -> str:
        """Return the Value Representation that the file gives."""
        try:
            return str(self._dataset[keyword].VR)
        except FAULTS:
            return ""


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where Pixel Data lie: ``data[start:]``, with the length the file claims (None: undefined)."""

    start: int
    length: int | None
    is_float: bool
    vr: str


@dataclass(frozen=True, slots=True)
class DicomFile:
    """A file taken apart: ``data`` is the (inflated) buffer that ``pixels`` points into."""

    header: Header
    transfer_syntax: str
    big_endian: bool
    data: bytes
    pixels: PixelElement | None
    truncated: bool
    notes: list[str] = field(default_factory=list)

    @property
    def sop_class(self) -> str:
        """SOP Class UID."""
        return self.header.text("SOPClassUID")

    @property
    def sop_class_name(self) -> str:
        """The Standard's name of the SOP class, or "unknown kind"."""
        name = uid_name(self.sop_class)
        return name if name != self.sop_class else "unknown kind"


def uid_name(uid: str) -> str:
    """Return the Standard's name of a UID, or the UID itself."""
    return str(UID(uid, validation_mode=config.IGNORE).name)


def parse(data: bytes) -> DicomFile:
    """Take a DICOM file apart.

    Raises
    ------
    UnreadableImage
        Where there is no data set, it cannot be read, or it inflates beyond 128 MB.
    """
    notes: list[str] = []
    syntax, start = _file_meta(data, notes)
    if syntax == DeflatedExplicitVRLittleEndian:
        data, start = inflated(data[start:], notes), 0
    if len(data) - start < 8:
        raise UnreadableImage("The file ends before its data set begins.")
    implicit, big = _encoding(data, start, syntax, notes)
    return _read(data, start, syntax, implicit, big, notes)


def _file_meta(data: bytes, notes: list[str]) -> tuple[str, int]:
    """Return the Transfer Syntax UID ("" where unknown) and where the data set starts."""
    start = 132 if data[128:132] == b"DICM" else 4 if data[:4] == b"DICM" else bare_start(data)
    if start is None:
        raise UnreadableImage("No DICOM data set was found in the file.")
    if start != 132:
        notes.append("The file does not begin as a DICOM file should; its data set was found.")
    if data[start : start + 2] != b"\x02\x00":
        return "", start
    stream = BytesIO(data)
    stream.seek(start)
    implicit = data[start + 4 : start + 6] not in VRS
    with quiet():
        try:
            meta = read_dataset(
                stream, implicit, True, stop_when=lambda tag, _vr, _length: tag >> 16 != 2
            )
            syntax = Header(meta, notes).text("TransferSyntaxUID")
        except FAULTS as error:
            raise UnreadableImage("The DICOM file meta information is damaged.") from error
    # pydicom rewinds 8 or 12 bytes by what it took the next element's VR for: find it again.
    # Empty elements (0000,0000) may stand before the first that says something.
    position = stream.tell()
    starts = (past_zeros(data, p) for p in (position, position - 4))
    return syntax, next((p for p in starts if sniff(data, p) is not None), position)


def _encoding(data: bytes, start: int, syntax: str, notes: list[str]) -> tuple[bool, bool]:
    declared = (syntax == ImplicitVRLittleEndian, syntax == ExplicitVRBigEndian)
    found = sniff(data, start)
    if found is None:
        if not syntax:
            raise UnreadableImage("No DICOM data set was found in the file.")
        return declared
    if not syntax:
        notes.append("The file does not state its transfer syntax; it was worked out.")
    elif found != declared:
        notes.append("The data set is encoded otherwise than the file states; read as it is.")
    return found


def _read(
    data: bytes, start: int, syntax: str, implicit: bool, big: bool, notes: list[str]
) -> DicomFile:
    stream = BytesIO(data)
    stream.seek(start)
    ends: list[tuple[int, int, int, str]] = []

    def stop(tag: int, vr: str | None, length: int) -> bool:
        ends.append((stream.tell(), length, tag, vr or ""))
        return tag in _PIXEL_TAGS

    with quiet() as caught:
        try:
            dataset = read_dataset(stream, implicit, not big, stop_when=stop)
        except RecursionError as error:
            raise UnreadableImage("Sequences are nested too deeply to be read.") from error
        except FAULTS as error:
            raise UnreadableImage("The DICOM data set is damaged and cannot be read.") from error
    header = Header(dataset, notes)
    if ends and ends[-1][2] in _PIXEL_TAGS:
        start, length, tag, vr = ends[-1]
        size = None if length == UNDEFINED else length
        pixels = PixelElement(start, size, tag in _FLOAT_TAGS, vr)
        return DicomFile(header, syntax, big, data, pixels, False, notes)
    truncated = any("nd of file" in text for text in caught) or _cut(data, ends)
    if truncated:
        notes.append(f"{CUT_SHORT}: its data set does not end.")
    return DicomFile(header, syntax, big, data, None, truncated, notes)


def _cut(data: bytes, ends: list[tuple[int, int, int, str]]) -> bool:
    """Whether the last element claims more bytes, or fewer, than there are."""
    if not ends:
        return True
    value, length, *_ = ends[-1]
    return length != UNDEFINED and value + length != len(data)


@contextmanager
def quiet() -> Iterator[list[str]]:
    """Keep pydicom's warnings to ourselves; give them as they come."""
    texts: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield texts
        finally:
            texts.extend(str(entry.message) for entry in caught)


def _swapped(value: bytes) -> bytes:
    """Return little endian 16-bit words of big endian ones."""
    words = struct.unpack(f">{len(value) // 2}H", value[: len(value) // 2 * 2])
    return struct.pack(f"<{len(words)}H", *words)


def _spaced(keyword: Key) -> str:
    """Return "Window Center" for WindowCenter, "(6000,0010)" for a tag."""
    if isinstance(keyword, int):
        return f"({keyword >> 16:04X},{keyword & 0xFFFF:04X})"
    spaced = "".join(
        f" {c}" if c.isupper() and i and not keyword[i - 1].isupper() else c
        for i, c in enumerate(keyword)
    )
    return spaced.replace("VOILUT", "VOI LUT").replace("LUTD", "LUT D")
