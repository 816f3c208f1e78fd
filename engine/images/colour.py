"""Colour stored values -> 8-bit RGB for the eye (PS3.3 C.7.6.3.1.2, C.7.9)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadableImage
from engine.images.dicom import Header
from engine.images.tone import lut_values

_PALETTES = tuple(f"{colour}PaletteColorLookupTable" for colour in ("Red", "Green", "Blue"))


def to_rgb(
    values: NDArray[Any], photometric: str, bits_stored: int, header: Header
) -> NDArray[np.uint8]:
    """Return ``(rows, columns, 3)`` uint8 RGB.

    Raises
    ------
    UnreadableImage
        Where a palette is missing or the colour space is not one of the Standard's usual ones.
    """
    if photometric == "PALETTE COLOR":
        return _palette(values, header)
    if photometric.endswith("_422") and values.shape[2] == 2:
        values = _full_resolution(values)
    if values.shape[2] != 3:
        raise UnreadableImage(f"Pictures of {values.shape[2]} samples a pixel cannot be shown.")
    eight = _eight_bits(values, bits_stored)
    if photometric.startswith(("YBR_FULL", "YBR_PARTIAL")):
        return _from_ybr(eight, partial=photometric.startswith("YBR_PARTIAL"))
    if photometric not in ("RGB", "YBR_ICT", "YBR_RCT"):
        header.note("Photometric Interpretation is not one of colour; the picture is taken as RGB.")
    return eight


def _eight_bits(values: NDArray[Any], bits_stored: int) -> NDArray[np.uint8]:
    if values.dtype.kind == "i":
        values = values.astype(np.int64) + (1 << (bits_stored - 1))
    if bits_stored > 8:
        return (values >> (bits_stored - 8)).astype(np.uint8)
    if bits_stored < 8:
        values = np.rint(values * (255 / ((1 << bits_stored) - 1)))
    return values.astype(np.uint8)


def _full_resolution(values: NDArray[Any]) -> NDArray[Any]:
    """Return Y, B, R for every pixel from Y Y B R for every two (PS3.3 C.7.6.3.1.2)."""
    rows, columns = values.shape[:2]
    flat = values.reshape(rows * columns * 2)
    quads = flat[: flat.size // 4 * 4].reshape(-1, 4)
    full = np.empty((quads.shape[0], 2, 3), values.dtype)
    full[:, :, 0] = quads[:, :2]
    full[:, :, 1:] = quads[:, None, 2:]
    pixels = full.reshape(-1, 3)
    if pixels.shape[0] < rows * columns:
        raise UnreadableImage("Halved chroma needs an even number of pixels.")
    return pixels.reshape(rows, columns, 3)


def _from_ybr(values: NDArray[np.uint8], *, partial: bool) -> NDArray[np.uint8]:
    """Return RGB; ``partial`` luminance has 16 to 235, chrominance 16 to 240 (C.7.6.3.1.2)."""
    matrix = np.array([[1, 1, 1], [0, -0.344136, 1.772], [1.402, -0.714136, 0]], np.float32)
    centred = values.astype(np.float32) - np.array([16 * partial, 128, 128], np.float32)
    if partial:
        centred *= np.array([255 / 219, 255 / 224, 255 / 224], np.float32)
    return np.asarray(np.clip(np.rint(centred @ matrix), 0, 255), np.uint8)


def _palette(values: NDArray[Any], header: Header) -> NDArray[np.uint8]:
    """Look stored values up in the three palettes (PS3.3 C.7.9.1)."""
    palettes = [_channel(header, keyword) for keyword in _PALETTES]
    # Descriptors that say 16 bits over entries of 8 occur, and the reverse: the entries decide.
    wide = any(int(table.max()) > 255 for table, _ in palettes)
    channels = []
    for table, first in palettes:
        shown = (table >> 8 if wide else table).astype(np.uint8)
        wrapped = values.dtype.kind == "i" and first > 0x7FFF  # typed US over signed pixels
        start = first - 0x10000 if wrapped else first
        index = np.clip(values.astype(np.int64) - start, 0, table.size - 1)
        channels.append(shown[index])
    return np.stack(channels, axis=-1)


def _channel(header: Header, keyword: str) -> tuple[NDArray[np.uint16], int]:
    """Read a palette's entries and the first value that it maps."""
    descriptor = header.numbers(f"{keyword}Descriptor")
    count = (int(descriptor[0]) & 0xFFFF if len(descriptor) == 3 else 0) or 65536
    table = lut_values(header.bytes_of(f"{keyword}Data"), count)
    if table is None and len(descriptor) == 3:
        segments = header.bytes_of(f"Segmented{keyword}Data")
        table = unsegmented(segments, count, wide=descriptor[2] > 8)
    if table is None or len(descriptor) != 3:
        raise UnreadableImage("The picture has palette colours but no palette that can be read.")
    return table, int(descriptor[1])


def unsegmented(data: bytes, count: int, *, wide: bool) -> NDArray[np.uint16] | None:
    """Expand a segmented palette (PS3.3 C.7.9.2); None where it does not give ``count`` entries.

    Parameters
    ----------
    data : bytes
        Segments: 0 discrete, 1 linear, 2 indirect (a copy of segments that began earlier).
    wide : bool
        Whether opcodes, lengths and entries have 16 bits instead of 8.
    """
    words = np.frombuffer(data[: len(data) // 2 * 2], "<u2" if wide else np.uint8).tolist()
    entries: list[int] = []
    position = 0
    while position + 2 < len(words) and len(entries) < count:
        position = _segment(words, position, entries, count, wide=wide)
    if len(entries) != count:
        return None
    return np.array(entries, np.uint16)


def _segment(words: list[int], position: int, entries: list[int], count: int, *, wide: bool) -> int:
    """Expand one segment; return where the next one begins."""
    opcode, length = words[position : position + 2]
    match opcode:
        case 0:
            entries += words[position + 2 : position + 2 + length]
            return position + 2 + length
        case 1 if entries:
            steps = np.linspace(entries[-1], words[position + 2], length + 1)[1:]
            entries += np.rint(steps).astype(int).tolist()
            return position + 3
        case 2:
            size = 2 if wide else 4
            parts = words[position + 2 : position + 2 + size]
            offset = sum(part << (32 // size * n) for n, part in enumerate(parts))
            inner = offset // 2 if wide else offset
            for _ in range(length):
                if inner + 2 < position and words[inner] != 2 and len(entries) < count:
                    inner = _segment(words, inner, entries, count, wide=wide)
            return position + 2 + size
    return len(words)
