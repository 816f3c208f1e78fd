"""PNG, JPEG and TIFF pictures: grey or RGB, 8 or 16 bits, checked before memory is taken."""

import struct
from typing import Any

import cv2
import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadableImage
from engine.images.codestream import identify
from engine.images.decoding import MOST_PIXELS
from engine.types import Radiograph, frozen

PNG, JPEG, TIFF = "PNG", "JPEG", "TIFF"
_MAGIC = ((b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG), (b"II*\0", TIFF), (b"MM\0*", TIFF))
# WhiteIsZero, BlackIsZero, RGB, YCbCr (which the decoder turns into RGB): TIFF 6.0, 8.
_TIFF_PHOTOMETRIC = (0, 1, 2, 6)
_FAULTS = (RuntimeError, ValueError, TypeError, IndexError, MemoryError, struct.error, cv2.error)


def picture_kind(data: bytes) -> str | None:
    """Return the kind of picture by its first bytes; None for all else."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def read_picture(data: bytes, *, frame: int = 0, source: str = "") -> Radiograph:
    """Read a picture.

    Raises
    ------
    UnreadableImage
        Where it is damaged, cut short, too large or of an unusual kind.
    """
    kind = picture_kind(data)
    if frame and kind != TIFF:
        raise UnreadableImage(f"There is no frame {frame + 1}: the file holds one picture.")
    match kind:
        case "PNG":
            values, warnings, frames = _png(data)
        case "JPEG":
            values, warnings, frames = _jpeg(data)
        case "TIFF":
            values, warnings, frames = _tiff(data, frame)
        case _:
            raise UnreadableImage("The file is not a PNG, JPEG or TIFF picture.")
    values, more = _grey_or_rgb(values)
    bits = values.dtype.itemsize * 8
    photometric = "MONOCHROME2" if values.ndim == 2 else "RGB"
    return Radiograph(
        frozen(np.ascontiguousarray(values)),
        source,
        str(kind),
        bits_stored=bits,
        photometric=photometric,
        frame=frame,
        frames=frames,
        warnings=(*warnings, *more),
    )


def _refuse_large(columns: int, rows: int) -> None:
    if columns <= 0 or rows <= 0:
        raise UnreadableImage("The picture has no pixels.")
    if columns * rows > MOST_PIXELS:
        raise UnreadableImage(
            f"The picture claims {columns} x {rows} pixels: refused as too large."
        )


def _png(data: bytes) -> tuple[NDArray[Any], tuple[str, ...], int]:
    if len(data) < 33 or data[12:16] != b"IHDR":
        raise UnreadableImage("The PNG picture is damaged.")
    columns, rows = struct.unpack(">LL", data[16:24])
    _refuse_large(columns, rows)
    _check_chunks(data)
    try:
        return np.asarray(imagecodecs.png_decode(_picture_chunks(data))), (), 1
    except _FAULTS as error:
        raise UnreadableImage("The PNG picture is damaged and cannot be decoded.") from error


def _chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Return type, start and end of each PNG chunk that is whole."""
    found, position = [], 8
    while position + 12 <= len(data):
        length, kind = struct.unpack_from(">L4s", data, position)
        end = position + 12 + length
        if end > len(data):
            break
        found.append((kind, position, end))
        position = end
    return found


def _check_chunks(data: bytes) -> None:
    if not any(kind == b"IEND" for kind, _, _ in _chunks(data)):
        raise UnreadableImage("The PNG picture is cut short.")


def _picture_chunks(data: bytes) -> bytes:
    """Leave out text and colour management chunks, which may unpack to any size."""
    kept = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS")
    return data[:8] + b"".join(data[a:b] for kind, a, b in _chunks(data) if kind in kept)


def _jpeg(data: bytes) -> tuple[NDArray[Any], tuple[str, ...], int]:
    stream = identify(data)
    if stream is None or not stream.rows * stream.columns:
        raise UnreadableImage("The JPEG picture is damaged: it gives no size.")
    _refuse_large(stream.columns, stream.rows)
    if stream.samples not in (1, 3):
        raise UnreadableImage("A JPEG picture for print (CMYK) cannot be shown.")
    if b"\xff\xd9" not in data[-4096:]:
        raise UnreadableImage("The JPEG picture is cut short.")
    try:
        values = np.asarray(imagecodecs.jpeg8_decode(data))
    except _FAULTS as error:
        raise UnreadableImage("The JPEG picture is damaged and cannot be decoded.") from error
    turn = exif_orientation(data)
    if turn == 1:
        return values, (), 1
    return _turned(values, turn), ("Turned as the picture's Exif orientation says.",), 1


def exif_orientation(data: bytes) -> int:
    """Return the Exif orientation of a JPEG, 1 to 8; 1 where it has none."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] != 0xDA:
        length = struct.unpack_from(">H", data, position + 2)[0]
        body = data[position + 4 : position + 2 + length]
        if data[position + 1] == 0xE1 and body[:6] == b"Exif\0\0":
            return _orientation_tag(body[6:])
        position += 2 + length
    return 1


def _orientation_tag(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 1
        start = struct.unpack_from(f"{order}L", tiff, 4)[0]
        count = struct.unpack_from(f"{order}H", tiff, start)[0]
        for entry in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHLH", tiff, start + 2 + 12 * entry)
            if tag == 0x0112 and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 1
    return 1


def _turned(values: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Undo an Exif orientation: 2-4 and 5-8 mirror and turn the stored picture."""
    if orientation in (2, 4, 5, 7):
        values = values[:, ::-1]
    quarter_turns = {3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 1}.get(orientation, 0)
    return np.rot90(values, quarter_turns)


def _tiff(data: bytes, frame: int) -> tuple[NDArray[Any], tuple[str, ...], int]:
    pages = _tiff_pages(data)
    if frame >= len(pages):
        raise UnreadableImage(f"There is no frame {frame + 1}: the file holds {len(pages)}.")
    columns, rows, photometric = pages[frame]
    _refuse_large(columns, rows)
    if photometric not in _TIFF_PHOTOMETRIC:
        raise UnreadableImage("Only grey and RGB TIFF pictures can be shown.")
    try:
        values = np.asarray(imagecodecs.tiff_decode(data, index=frame))
    except _FAULTS as error:
        raise UnreadableImage("The TIFF picture is damaged and cannot be decoded.") from error
    if photometric == 0 and values.ndim == 2 and values.dtype.kind == "u":
        values = np.iinfo(values.dtype).max - values
    return values, (), len(pages)


def _tiff_pages(data: bytes) -> list[tuple[int, int, int]]:
    """Return columns, rows and Photometric Interpretation of each directory (TIFF 6.0, 2 and 8)."""
    order = "<" if data[:2] == b"II" else ">"
    pages: list[tuple[int, int, int]] = []
    seen: set[int] = set()
    try:
        offset = struct.unpack_from(f"{order}L", data, 4)[0]
        while offset and offset not in seen:
            seen.add(offset)
            count = struct.unpack_from(f"{order}H", data, offset)[0]
            tags = {}
            for entry in range(count):
                place = offset + 2 + 12 * entry
                tag, kind = struct.unpack_from(f"{order}HH", data, place)
                size = "H" if kind == 3 else "L"
                tags[tag] = struct.unpack_from(f"{order}{size}", data, place + 8)[0]
            pages.append((tags.get(256, 0), tags.get(257, 0), tags.get(262, 1)))
            offset = struct.unpack_from(f"{order}L", data, offset + 2 + 12 * count)[0]
    except struct.error as error:
        if not pages:
            raise UnreadableImage("The TIFF picture is damaged.") from error
    return pages


def _grey_or_rgb(values: NDArray[Any]) -> tuple[NDArray[Any], tuple[str, ...]]:
    """Return grey of 8 or 16 bits, or RGB of 8; a colour picture of greys becomes grey."""
    warnings: list[str] = []
    if values.dtype == np.bool_:
        values = values.astype(np.uint8) * np.uint8(255)
    if values.dtype.kind not in "ui" or values.dtype.itemsize > 2 or values.ndim not in (2, 3):
        raise UnreadableImage("Only pictures of 8 or 16 bits, grey or RGB, can be shown.")
    if values.ndim == 3 and values.shape[2] in (2, 4):
        values = _without_alpha(values, warnings)
    if values.ndim == 3 and values.shape[2] == 1:
        values = values[..., 0]
    if values.ndim == 3 and values.shape[2] != 3:
        raise UnreadableImage(f"Pictures of {values.shape[2]} channels cannot be shown.")
    if values.ndim == 3 and _all_grey(values):
        values = values[..., 0]
    if values.ndim == 3 and values.dtype.itemsize == 2:
        warnings.append("A colour picture of 16 bits is shown with 8.")
        values = (values >> 8).astype(np.uint8)
    return values, tuple(warnings)


def _all_grey(values: NDArray[Any]) -> bool:
    return bool(
        np.array_equal(values[..., 0], values[..., 1])
        and np.array_equal(values[..., 0], values[..., 2])
    )


def _without_alpha(values: NDArray[Any], warnings: list[str]) -> NDArray[Any]:
    if (values[..., -1] != np.iinfo(values.dtype).max).any():
        warnings.append("The picture's transparency was left out.")
    return values[..., :-1]
