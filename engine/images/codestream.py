"""What a compressed frame says of itself, read before any decoder may take memory.

T.81 B.2.2 (JPEG), T.87 C.2.2 (JPEG-LS), T.800 A.5.1 (JPEG 2000), PS3.5 Annex G (RLE).
"""

import struct
from dataclasses import dataclass, replace
from enum import StrEnum


class Coding(StrEnum):
    """The kinds of code stream."""

    JPEG = "JPEG"
    JPEG_LOSSLESS = "JPEG Lossless"
    JPEG_LS = "JPEG-LS"
    JPEG_2000 = "JPEG 2000"
    JPEG_XL = "JPEG XL"
    RLE = "RLE"
    DEFLATED = "deflated frame"
    NATIVE = "uncompressed"


@dataclass(frozen=True, slots=True)
class CodeStream:
    """A code stream's own header; zeros where it does not say.

    ``adobe_transform`` is the colour transform of the Adobe marker, None without one;
    ``component_ids`` are those of the frame header; ``offset`` is where the stream begins.
    """

    coding: Coding
    rows: int = 0
    columns: int = 0
    samples: int = 0
    precision: int = 0
    signed: bool = False
    adobe_transform: int | None = None
    jfif: bool = False
    component_ids: bytes = b""
    high_throughput: bool = False
    multiple_component_transform: bool = False
    ended: bool = True
    offset: int = 0


_JP2 = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_SOF_LOSSY = (0xC0, 0xC1, 0xC2, 0xC9, 0xCA)
_SOF_LOSSLESS = (0xC3, 0xCB)
_STANDALONE = (0x01, *range(0xD0, 0xD9))


def identify(frame: bytes) -> CodeStream | None:
    """Recognise a code stream by its markers; None where there are none."""
    if frame[:2] == b"\xff\xd8":
        return _jpeg(frame)
    if frame[:4] == b"\xff\x4f\xff\x51":
        return _jpeg_2000(frame, 0)
    if frame[:12] == _JP2:
        start = frame.find(b"\xff\x4f\xff\x51")
        return _jpeg_2000(frame, start) if start > 0 else None
    if frame[:2] == b"\xff\x0a" or frame[:12] == b"\x00\x00\x00\x0cJXL \r\n\x87\n":
        return CodeStream(Coding.JPEG_XL)
    if _is_rle(frame):
        return CodeStream(Coding.RLE, samples=struct.unpack_from("<L", frame)[0])
    return None


def _is_rle(frame: bytes) -> bool:
    if len(frame) < 64:
        return False
    count, *offsets = struct.unpack_from("<16L", frame)
    used = offsets[:count]
    return (
        1 <= count <= 15
        and used[0] == 64
        and used == sorted(used)
        and used[-1] < len(frame)
        and not any(offsets[count:])
    )


def _jpeg(frame: bytes) -> CodeStream | None:
    """Walk the marker segments up to the first scan."""
    position, adobe, jfif = 2, None, False
    ended = b"\xff\xd9" in frame[-16:]
    found: CodeStream | None = None
    while position + 4 <= len(frame):
        if frame[position] != 0xFF:
            return found
        marker = frame[position + 1]
        if marker == 0xFF or marker in _STANDALONE:
            position += 1 if marker == 0xFF else 2
            continue
        length = struct.unpack_from(">H", frame, position + 2)[0]
        body = frame[position + 4 : position + 2 + length]
        if marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
            adobe = body[11]
        jfif = jfif or (marker == 0xE0 and body[:4] == b"JFIF")
        found = _start_of_frame(marker, body, ended) or found
        if marker == 0xDA:
            break
        position += 2 + length
    if found is None:
        return None
    return CodeStream(
        found.coding,
        found.rows,
        found.columns,
        found.samples,
        found.precision,
        adobe_transform=adobe,
        jfif=jfif,
        component_ids=found.component_ids,
        ended=ended,
    )


def _start_of_frame(marker: int, body: bytes, ended: bool) -> CodeStream | None:
    coding = {
        **dict.fromkeys(_SOF_LOSSY, Coding.JPEG),
        **dict.fromkeys(_SOF_LOSSLESS, Coding.JPEG_LOSSLESS),
        0xF7: Coding.JPEG_LS,
    }.get(marker)
    if coding is None or len(body) < 6:
        return None
    precision, rows, columns, samples = struct.unpack_from(">BHHB", body)
    return CodeStream(
        coding, rows, columns, samples, precision, component_ids=body[6::3], ended=ended
    )


def _jpeg_2000(frame: bytes, start: int) -> CodeStream | None:
    if len(frame) < start + 45:
        return None
    fields = struct.unpack_from(">HH8LH", frame, start + 4)
    _, rsiz, xsiz, ysiz, xosiz, yosiz, *_tiles, samples = fields
    depth = frame[start + 42]
    mct = frame.find(b"\xff\x52", start, start + 4096)
    return CodeStream(
        Coding.JPEG_2000,
        max(ysiz - yosiz, 0),
        max(xsiz - xosiz, 0),
        samples,
        (depth & 0x7F) + 1,
        signed=bool(depth & 0x80),
        high_throughput=bool(rsiz & 0x4000),
        multiple_component_transform=mct > 0 and frame[mct + 8 : mct + 9] == b"\x01",
        ended=b"\xff\xd9" in frame[-16:],
        offset=start,
    )


def resized(
    frame: bytes, stream: CodeStream, *, rows: int, columns: int
) -> tuple[bytes, CodeStream]:
    """Return a JPEG 2000 code stream with another picture size in its SIZ marker (T.800 A.5.1)."""
    repaired = bytearray(frame)
    x_offset, y_offset = struct.unpack_from(">LL", frame, stream.offset + 16)
    struct.pack_into(
        ">LL",
        repaired,
        stream.offset + 8,
        (columns + x_offset) & 0xFFFFFFFF,
        (rows + y_offset) & 0xFFFFFFFF,
    )
    return bytes(repaired), replace(stream, rows=rows, columns=columns)
