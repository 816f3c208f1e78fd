"""Overlay planes 60xx of a film, separate or embedded in unused bits (PS3.3 C.9.2, PS3.5 8.1.2)."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images.dicom import Header
from engine.types import Overlay, frozen

GROUPS = range(0x6000, 0x6020, 2)
_ROWS, _COLUMNS, _FRAMES, _TYPE = 0x0010, 0x0011, 0x0015, 0x0040
_ORIGIN, _FIRST_FRAME, _ALLOCATED, _BIT = 0x0050, 0x0051, 0x0100, 0x0102
_DESCRIPTION, _LABEL, _DATA = 0x0022, 0x1500, 0x3000
ACTIVATION_LAYER = 0x1001


def read_overlays(
    header: Header,
    shape: tuple[int, int],
    *,
    frame: int = 0,
    words: Callable[[], NDArray[Any]] | None = None,
) -> tuple[Overlay, ...]:
    """Read the planes that belong to a frame; a malformed one is left out with a note.

    Parameters
    ----------
    shape : tuple of int
        Rows and columns of the film, to which planes are clipped.
    words : callable, optional
        Gives the frame's allocated words, unused bits and all, for planes embedded in them.
    """
    planes = (_plane(header, group, shape, frame, words) for group in GROUPS)
    return tuple(plane for plane in planes if plane is not None)


def activated_groups(header: Header) -> tuple[int, ...]:
    """Return the groups that a presentation state puts on a layer (PS3.3 C.11.7)."""
    return tuple(group for group in GROUPS if header.text(group << 16 | ACTIVATION_LAYER))


def overlay_bits(header: Header) -> int:
    """Return which bits of a word the header gives to planes: a one for each."""
    places = (header.integer(group << 16 | _BIT) for group in GROUPS)
    return sum({1 << place for place in places if place and 0 < place < 32})


def _plane(
    header: Header,
    group: int,
    shape: tuple[int, int],
    frame: int,
    words: Callable[[], NDArray[Any]] | None,
) -> Overlay | None:
    base = group << 16
    data = bool(header.bytes_of(base | _DATA))
    if not data and not header.integer(base | _BIT):
        return None
    bits = _separate(header, base, frame) if data else _embedded(header, base, shape, words)
    origin = header.numbers(base | _ORIGIN) or (1.0, 1.0)
    if bits is None or len(origin) != 2:
        header.note(f"Overlay {group:04X} is malformed and was left out.")
        return None
    if not bits.size:
        return None
    top, left = int(origin[0]) - 1, int(origin[1]) - 1
    mask = bits[max(-top, 0) : max(shape[0] - top, 0), max(-left, 0) : max(shape[1] - left, 0)]
    if not mask.size:
        header.note(f"Overlay {group:04X} lies outside the film and was left out.")
        return None
    return Overlay(
        group,
        max(top, 0),
        max(left, 0),
        frozen(mask.copy()),
        header.text(base | _TYPE).upper() or "G",
        header.text(base | _LABEL) or header.text(base | _DESCRIPTION),
    )


def _separate(header: Header, base: int, frame: int) -> NDArray[np.bool_] | None:
    """Unpack Overlay Data; None where malformed, empty where the frame has none."""
    rows, columns = header.integer(base | _ROWS) or 0, header.integer(base | _COLUMNS) or 0
    data = header.bytes_of(base | _DATA)
    size = rows * columns
    if size <= 0 or rows < 0 or len(data) * 8 < size:
        return None
    frames = header.integer(base | _FRAMES)
    index = 0 if frames is None else frame + 1 - (header.integer(base | _FIRST_FRAME) or 1)
    if not 0 <= index < max(frames or 1, 1) or len(data) * 8 < (index + 1) * size:
        return np.zeros((0, 0), np.bool_)
    first = index * size
    packed = np.frombuffer(data, np.uint8)[first // 8 : (first + size + 7) // 8]
    bits = np.unpackbits(packed, bitorder="little")[first % 8 : first % 8 + size]
    return bits.reshape(rows, columns).view(np.bool_)


def _embedded(
    header: Header,
    base: int,
    shape: tuple[int, int],
    words: Callable[[], NDArray[Any]] | None,
) -> NDArray[np.bool_] | None:
    """Take a plane out of a bit of Pixel Data that holds no stored value (retired)."""
    bit, allocated = header.integer(base | _BIT) or 0, header.integer("BitsAllocated") or 0
    stored, high = header.integer("BitsStored") or 0, header.integer("HighBit") or 0
    declared = header.integer(base | _ALLOCATED)
    if words is None or declared != allocated or not 0 <= bit < allocated:
        return None
    if high - stored < bit <= high or (header.integer(base | _ROWS) or shape[0]) != shape[0]:
        return None
    values = words()
    return (values >> bit & 1).astype(np.bool_) if values.shape == shape else None
