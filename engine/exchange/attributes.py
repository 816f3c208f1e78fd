"""Every attribute of a DICOM file as text, and the differences of two files."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pydicom.datadict import dictionary_description, keyword_for_tag
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset
from pydicom.multival import MultiValue
from pydicom.tag import BaseTag

from engine.errors import NonImage
from engine.exchange.deidentification import is_identifying
from engine.images.charset import decode_text
from engine.images.dicom import FAULTS, DicomFile, parse, quiet
from engine.images.reading import file_bytes, kind_of

_WRITTEN = frozenset(
    ["AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UR", "UT"]
)
_BINARY = frozenset(["OB", "OD", "OF", "OL", "OV", "OW", "UN"])
_DEEPEST = 16
_LONGEST = 2000
_SHOWN_BYTES = 24

Step = tuple[int, int]
"""A tag as one number and the number of the item below it, -1 at the end of a path."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One Data Element.

    Attributes
    ----------
    path : tuple
        Where it stands: sequences and items above it, then its own tag; orders as the file does.
    value : str
        Values separated by backslashes; binary data by their length; empty for a sequence.
    identifying : bool
        Whether the Basic Profile of PS3.15 would change it.
    """

    path: tuple[Step, ...]
    vr: str
    name: str
    keyword: str
    value: str
    identifying: bool

    @property
    def tag(self) -> str:
        """The tag as the Standard writes it."""
        number = self.path[-1][0]
        return f"({number >> 16:04X},{number & 0xFFFF:04X})"

    @property
    def depth(self) -> int:
        """How many sequences it lies in."""
        return len(self.path) - 1


@dataclass(frozen=True, slots=True)
class Difference:
    """An attribute of two files; None where one of them does not have it."""

    first: Attribute | None
    second: Attribute | None

    @property
    def either(self) -> Attribute:
        """The attribute of the file that has it."""
        found = self.first or self.second
        assert found is not None
        return found

    @property
    def differs(self) -> bool:
        """Whether the two files do not say the same."""
        one, other = self.first, self.second
        return one is None or other is None or (one.vr, one.value) != (other.vr, other.value)


def attributes(path: Path) -> tuple[Attribute, ...]:
    """List a file's attributes, File Meta Information first, in the order of the file.

    Raises
    ------
    NonImage
        Where the file is none of DICOM.
    UnreadableImage
        Where it cannot be read.
    """
    data = file_bytes(path)
    if kind_of(data) != "DICOM":
        raise NonImage("This file is a picture; only DICOM files have attributes.")
    with quiet():
        file = parse(data)
        found = [*_meta(data), *_of(file.header.dataset, (), ())]
    return (*found, *_pixels(file))


def differences(
    first: tuple[Attribute, ...], second: tuple[Attribute, ...]
) -> tuple[Difference, ...]:
    """Put two files' attributes side by side, by where they stand."""
    one = {each.path: each for each in first}
    other = {each.path: each for each in second}
    return tuple(Difference(one.get(path), other.get(path)) for path in sorted(one.keys() | other))


def _meta(data: bytes) -> Iterator[Attribute]:
    if data[128:132] != b"DICM":
        return
    stream = BytesIO(data)
    stream.seek(132)
    try:
        meta = read_dataset(stream, False, True, stop_when=lambda tag, _vr, _length: tag >> 16 != 2)
    except FAULTS:
        return
    yield from _of(meta, (), ())


def _of(dataset: Dataset, above: tuple[Step, ...], terms: tuple[str, ...]) -> Iterator[Attribute]:
    terms = _charset(dataset) or terms
    for tag in sorted(dataset.keys()):
        raw = getattr(dataset.get_item(tag), "value", None)
        path = (*above, (int(tag), -1))
        try:
            element = dataset[tag]
            vr, value = str(element.VR), element.value
            sequence = vr == "SQ"
            words = "" if sequence else _words(vr, value, raw, terms)
        except FAULTS:
            yield _attribute(tag, path, "??", "malformed")
            continue
        yield _attribute(tag, path, vr, words)
        if sequence and len(above) < _DEEPEST:
            for number, item in enumerate(value):
                yield from _of(item, (*above, (int(tag), number)), terms)


def _attribute(tag: BaseTag, path: tuple[Step, ...], vr: str, words: str) -> Attribute:
    try:
        name = dictionary_description(tag)
    except KeyError:
        name = "Private" if tag.is_private else "Unknown"
    identifying = is_identifying(tag.group, tag.element)
    return Attribute(path, vr, name, keyword_for_tag(tag), words, identifying)


def _charset(dataset: Dataset) -> tuple[str, ...]:
    try:
        value = dataset.get("SpecificCharacterSet") or ()
    except FAULTS:
        return ()
    return tuple(map(str, value)) if isinstance(value, MultiValue) else (str(value),)


def _words(vr: str, value: Any, raw: object, terms: tuple[str, ...]) -> str:  # noqa: ANN401
    if vr in _BINARY and isinstance(value, bytes):
        head = value[:_SHOWN_BYTES].hex(" ")
        return f"{len(value)} bytes: {head}{' …' if len(value) > _SHOWN_BYTES else ''}"
    if vr in _WRITTEN and isinstance(raw, bytes):
        text = decode_text(raw, terms)
    elif isinstance(value, MultiValue | list | tuple):
        text = "\\".join(map(str, value))
    else:
        text = "" if value is None else str(value)
    text = text.strip(" \0")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _pixels(file: DicomFile) -> Iterator[Attribute]:
    if file.pixels is None:
        return
    number = 0x7FE00008 if file.pixels.is_float else 0x7FE00010
    length = file.pixels.length
    words = "encapsulated" if length is None else f"{length} bytes"
    yield _attribute(BaseTag(number), ((number, -1),), file.pixels.vr or "OW", words)
