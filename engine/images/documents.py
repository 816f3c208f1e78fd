"""DICOM documents without a picture: structured reports and encapsulated PDF (PS3.3 A.35, A.45)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import NonImage, UnreadableImage
from engine.images import pdfs
from engine.images.dicom import DicomFile, Header, parse, uid_name
from engine.images.persons import identity
from engine.images.readable import NOT_SCORED as NOT_SCORED
from engine.images.readable import STATES as STATES
from engine.images.readable import Document as Document
from engine.images.readable import Line as Line
from engine.images.reading import file_bytes
from engine.types import frozen

_DEEPEST = 64
_LONGEST = 20_000
_PLAIN = {
    "DATE": "Date",
    "TIME": "Time",
    "DATETIME": "DateTime",
    "PNAME": "PersonName",
    "UIDREF": "UID",
    "TEXT": "TextValue",
    "TCOORD": "TemporalRangeType",
}


def read_document(path: Path) -> Document:
    """Read a structured report, a key object selection or an encapsulated PDF.

    Raises
    ------
    NonImage
        Where the file is none of them.
    UnreadableImage
        Where it is damaged.
    """
    return document_of(parse(file_bytes(path)))


def open_document(path: Path) -> Document:
    """Read a document for showing it: a PDF's pages are measured and its bytes left behind.

    Raises
    ------
    UnreadableImage
        As `read_document`, and where a PDF cannot be opened.
    """
    document = read_document(path)
    if document.kind == "report":
        return document
    return replace(document, pdf=b"", pages=pdfs.page_sizes(document.pdf))


def pdf_of(path: Path) -> bytes:
    """Return the PDF that a file encapsulates; empty for a report. Raises UnreadableImage."""
    return read_document(path).pdf


def page_picture(path: Path, page: int, longest_px: int) -> NDArray[np.uint8]:
    """Return a page as `engine.images.pdfs.page_picture` does. Raises UnreadableImage."""
    return pdfs.page_picture(pdf_of(path), page, longest_px=longest_px)


def page_text(path: Path, page: int) -> str:
    """Return a page's text as `engine.images.pdfs.page_text` does. Raises UnreadableImage."""
    return pdfs.page_text(pdf_of(path), page)


def found(path: Path, words: str) -> tuple[pdfs.Hit, ...]:
    """Find words as `engine.images.pdfs.found` does. Raises UnreadableImage."""
    return pdfs.found(pdf_of(path), words)


def thumbnail(document: Document, longest_px: int) -> NDArray[np.uint8]:
    """Return a small picture of a document that was read: its first page, or its lines as strokes.

    Strokes have the lengths of the lines, and say nothing of what stands there. The paper is dim,
    since it lies among films.
    """
    if document.kind == "PDF":
        paper = pdfs.page_picture(document.pdf, 0, longest_px=4 * longest_px)
        grey = cv2.cvtColor(paper, cv2.COLOR_RGB2GRAY)
        rows, columns = (max(1, side // 4) for side in grey.shape)
        small = cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA)
        return frozen(np.rint(small * 0.7).astype(np.uint8))
    rows, columns = longest_px, longest_px * 3 // 4
    sheet = np.full((rows, columns), 40, np.uint8)
    for place, line in enumerate(document.lines[: (rows - 8) // 4]):
        left = 6 + 4 * min(line.depth, 8)
        right = min(left + 3 + len(line.text) // 2, columns - 6)
        sheet[6 + 4 * place : 8 + 4 * place, left:right] = 170 if line.kind == "CONTAINER" else 110
    return frozen(sheet)


def is_document(file: DicomFile) -> bool:
    """Whether a file holds a document that `document_of` reads."""
    return "EncapsulatedDocument" in file.header or (
        "ConceptNameCodeSequence" in file.header and "ValueType" in file.header
    )


def document_of(file: DicomFile) -> Document:
    """Read a document that was taken apart: `read_document` of parsed bytes."""
    header = file.header
    if "EncapsulatedDocument" in header:
        return _pdf(file)
    if not is_document(file):
        raise NonImage(f"No document in this object: {file.sop_class_name}.")
    lines: list[Line] = []
    for line in _lines(header, 0):
        if len(lines) == _LONGEST:
            header.note(f"The report is longer than {_LONGEST:,} lines; the rest is left out.")
            break
        lines.append(line)
    flags = header.text("CompletionFlag"), header.text("VerificationFlag")
    return Document(
        "report",
        lines[0].name or _kind(file),
        identity(header),
        tuple(lines),
        status=", ".join(flag.lower() for flag in flags if flag),
        warnings=tuple(file.notes),
    )


def _kind(file: DicomFile) -> str:
    return file.sop_class_name.removesuffix(" Storage")


def _pdf(file: DicomFile) -> Document:
    header = file.header
    kind = header.text("MIMETypeOfEncapsulatedDocument") or "unknown"
    data = header.bytes_of("EncapsulatedDocument")
    start = data.find(b"%PDF-", 0, 1024)
    if start < 0:
        raise UnreadableImage(f"The encapsulated document is no PDF but of type {kind}.")
    if b"%%EOF" not in data[-1024:]:
        header.note("The PDF is cut short.")
    title = header.text("DocumentTitle") or _kind(file)
    return Document("PDF", title, identity(header), pdf=data[start:], warnings=tuple(file.notes))


def _lines(item: Header, depth: int) -> Iterator[Line]:
    """Give an item and those below it, in the order of reading."""
    kind = item.text("ValueType").upper()
    images = tuple(
        image.text("ReferencedSOPInstanceUID") for image in item.items("ReferencedSOPSequence")
    )
    yield Line(
        depth,
        _meaning(item, "ConceptNameCodeSequence"),
        _value(item, kind),
        kind,
        images,
    )
    if depth == _DEEPEST:
        item.note("The report is nested too deeply; what lies deeper is left out.")
        return
    for inner in item.items("ContentSequence"):
        yield from _lines(inner, depth + 1)


def _meaning(item: Header, keyword: str) -> str:
    """Return a code's meaning (PS3.3 8.8); its value where it has none."""
    code = next(iter(item.items(keyword)), None)
    if code is None:
        return ""
    return code.text("CodeMeaning") or code.text("CodeValue")


def _value(item: Header, kind: str) -> str:
    if kind in _PLAIN:
        return item.whole(_PLAIN[kind]).replace("\r\n", "\n")
    match kind:
        case "CODE":
            return _meaning(item, "ConceptCodeSequence")
        case "NUM":
            return _measured(item)
        case "IMAGE" | "COMPOSITE" | "WAVEFORM":
            objects = item.items("ReferencedSOPSequence")
            return ", ".join(uid_name(one.text("ReferencedSOPClassUID")) for one in objects)
        case "SCOORD" | "SCOORD3D":
            return f"{item.text('GraphicType').lower()} {_points(item.numbers('GraphicData'))}"
        case "":
            numbers = item.numbers("ReferencedContentItemIdentifier")
            return f"see item {'.'.join(f'{number:g}' for number in numbers)}" if numbers else ""
        case _:
            return ""


def _measured(item: Header) -> str:
    """Return a number with its unit, or why there is none (PS3.3 C.18.1)."""
    measured = next(iter(item.items("MeasuredValueSequence")), None)
    if measured is None:
        return _meaning(item, "NumericValueQualifierCodeSequence")
    unit = next(iter(measured.items("MeasurementUnitsCodeSequence")), None)
    symbol = unit.text("CodeValue") if unit else ""
    if unit and symbol.startswith("{"):
        symbol = unit.text("CodeMeaning")
    return f"{measured.text('NumericValue')} {'' if symbol == '1' else symbol}".strip()


def _points(numbers: tuple[float, ...]) -> str:
    return " ".join(f"{number:g}" for number in numbers[:16]) + (" ..." if numbers[16:] else "")
