"""Pixel Data -> the bytes of one frame: native or encapsulated, offset tables or none.

PS3.5 A.4 and PS3.3 C.7.6.3.1.8. Lengths and offsets are checked against the bytes there are.
"""

import struct
from dataclasses import dataclass

from engine.errors import UnreadableImage
from engine.images.codestream import identify

NO_END = "The pixel data do not end as they should."

_ITEM = b"\xfe\xff\x00\xe0"
_DELIMITER = b"\xfe\xff\xdd\xe0"


@dataclass(frozen=True, slots=True)
class Fragments:
    """Fragments in file order with their offsets from the first one's item tag."""

    offset_table: tuple[int, ...]
    pieces: tuple[memoryview, ...]
    offsets: tuple[int, ...]
    end: int
    cut: bool
    problems: tuple[str, ...]


def is_encapsulated(data: bytes, start: int) -> bool:
    """Whether an item begins where the value of Pixel Data begins."""
    return data[start : start + 4] == _ITEM and len(data) >= start + 8


def fragments(data: bytes, start: int) -> Fragments:
    """Walk the items of encapsulated Pixel Data; stop at what is no item.

    Parameters
    ----------
    data : bytes
        The whole file.
    start : int
        Where the value of Pixel Data begins.
    """
    view, position, cut = memoryview(data), start, False
    problems: list[str] = []
    pieces: list[memoryview] = []
    places: list[int] = []
    while True:
        tag, length = data[position : position + 4], _length(data, position + 4)
        if tag != _ITEM or length is None:
            if tag != _DELIMITER:
                problems.append(NO_END)
            break
        piece = view[position + 8 : position + 8 + length]
        cut = cut or len(piece) < length
        pieces.append(piece)
        places.append(position)
        position += 8 + length
    table, body, where = _split_table(pieces, places, problems)
    first = where[0] if where else position
    return Fragments(
        table, body, tuple(p - first for p in where), position + 8, cut, tuple(problems)
    )


def _length(data: bytes, position: int) -> int | None:
    if len(data) < position + 4:
        return None
    return int(struct.unpack_from("<L", data, position)[0])


def _split_table(
    pieces: list[memoryview], places: list[int], problems: list[str]
) -> tuple[tuple[int, ...], tuple[memoryview, ...], tuple[int, ...]]:
    """Take the Basic Offset Table off the front; a first item that is a frame stays."""
    if not pieces:
        raise UnreadableImage("The pixel data hold no frame.")
    head = pieces[0]
    if len(head) > 8 and identify(bytes(head)) is not None:
        problems.append("The offset table of the pixel data is missing.")
        return (), tuple(pieces), tuple(places)
    table = struct.unpack(f"<{len(head) // 4}L", head[: len(head) // 4 * 4])
    return table, tuple(pieces[1:]), tuple(places[1:])


def encapsulated_frame(
    parts: Fragments,
    frame: int,
    frames: int,
    *,
    extended_offsets: tuple[int, ...] = (),
) -> tuple[bytes, tuple[str, ...]]:
    """Return the code stream of one frame and what was wrong with its packing.

    Raises
    ------
    UnreadableImage
        Where the frame is not there.
    """
    if not any(len(piece) for piece in parts.pieces):
        raise UnreadableImage("The pixel data hold no frame.")
    if frames == 1:
        return _only_frame(parts)
    for table in (extended_offsets, parts.offset_table):
        if len(table) == frames and set(table) <= set(parts.offsets):
            first = parts.offsets.index(table[frame])
            last = (
                parts.offsets.index(table[frame + 1]) if frame + 1 < frames else len(parts.pieces)
            )
            return b"".join(parts.pieces[first:last]), parts.problems
    return _counted_frame(parts, frame, frames)


def _only_frame(parts: Fragments) -> tuple[bytes, tuple[str, ...]]:
    problems = parts.problems
    pieces = [piece for piece in parts.pieces if len(piece)]
    if len(pieces) < len(parts.pieces):
        problems += ("Some fragments of the pixel data are empty.",)
    if any(offset not in parts.offsets for offset in parts.offset_table):
        problems += (
            "The offset table of the pixel data is wrong; the frame was found without it.",
        )
    starts = [i for i, piece in enumerate(pieces) if _opens_stream(piece)]
    if len(starts) > 1 and starts[0] == 0:
        problems += ("There are more frames than the header says; the first is shown.",)
        pieces = pieces[: starts[1]]
    return b"".join(pieces), problems


def _counted_frame(parts: Fragments, frame: int, frames: int) -> tuple[bytes, tuple[str, ...]]:
    pieces = [piece for piece in parts.pieces if len(piece)]
    if len(pieces) == frames:
        return bytes(pieces[frame]), parts.problems
    starts = [i for i, piece in enumerate(pieces) if _opens_stream(piece)]
    if frame >= len(starts):
        raise UnreadableImage(
            f"Frame {frame + 1} is missing: the header says {frames} frames, "
            f"the file holds {max(len(starts), 1)}."
        )
    problems = parts.problems
    if len(starts) != frames:
        problems += (f"The header says {frames} frames, the file holds {len(starts)}.",)
    bounds = [*starts, len(pieces)]
    return b"".join(pieces[bounds[frame] : bounds[frame + 1]]), problems


def _opens_stream(piece: memoryview) -> bool:
    """Whether a fragment begins with SOI or SOC followed by another marker (T.81, T.87, T.800)."""
    head = bytes(piece[:3])
    return head == b"\xff\xd8\xff" or head == b"\xff\x4f\xff"


def native_frame(data: bytes | memoryview, frame: int, bits: int) -> tuple[bytes | memoryview, int]:
    """Return the bytes that hold a native frame of so many bits, and its first bit in them.

    Frames of single bits follow each other without padding (PS3.5 8.1.1).
    """
    first = frame * bits
    return data[first // 8 : (first + bits + 7) // 8], first % 8
