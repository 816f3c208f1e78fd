"""The Image Pixel module and Pixel Data of a file -> one frame's stored values (PS3.3 C.7.6.3).

What the header claims is held against the bytes before anything is decoded.
"""

import math
import struct
from dataclasses import replace

from engine.errors import UnreadableImage
from engine.images.decoding import (
    MOST_PIXELS,
    Bytes,
    Decoded,
    Layout,
    compressed_values,
    native_values,
    unswapped,
)
from engine.images.dicom import DicomFile, Header, PixelElement, uid_name
from engine.images.elements import is_element
from engine.images.encapsulation import (
    encapsulated_frame,
    fragments,
    is_encapsulated,
    native_frame,
)
from engine.images.overlays import overlay_bits

_VIDEO = tuple(f"1.2.840.10008.1.2.4.10{n}" for n in range(9))
_NATIVE = ("", *(f"1.2.840.10008.1.2{tail}" for tail in ("", ".1", ".2", ".1.99")))
_AFTER_PIXELS = "Something that is no DICOM data follows the pixel data."


def read_layout(header: Header) -> Layout:
    """Read the Image Pixel module; refuse what cannot be, correct and note what may be."""
    rows, columns = header.integer("Rows") or 0, header.integer("Columns") or 0
    if rows <= 0 or columns <= 0:
        raise UnreadableImage("The header does not say how many rows and columns the picture has.")
    if rows * columns > MOST_PIXELS:
        raise UnreadableImage(f"The header claims {columns} x {rows} pixels: refused as too large.")
    samples = header.integer("SamplesPerPixel")
    if samples not in (None, 1, 3):
        raise UnreadableImage(f"Pictures of {samples} samples a pixel cannot be shown.")
    allocated = header.integer("BitsAllocated")
    if allocated not in (1, 8, 16, 32):
        raise UnreadableImage(f"Bits Allocated is {allocated}: it must be 1, 8, 16 or 32.")
    photometric = _photometric(header, samples)
    samples = samples or (1 if photometric.startswith(("MONO", "PALETTE")) else 3)
    stored, high_bit = _bits(header, allocated)
    return Layout(
        rows,
        columns,
        samples,
        allocated,
        stored,
        high_bit,
        _flag(header, "PixelRepresentation", "Pixel Representation", needed=True) == 1,
        _flag(header, "PlanarConfiguration", "Planar Configuration", needed=samples == 3) == 1,
        photometric,
        overlay_bits(header),
    )


def _flag(header: Header, keyword: str, name: str, *, needed: bool) -> int:
    """Read an attribute that is 0 or 1."""
    value = header.integer(keyword)
    if needed and value not in (0, 1):
        header.note(f"{name} is missing or invalid; taken as 0.")
    return value or 0


def _photometric(header: Header, samples: int | None) -> str:
    photometric = header.text("PhotometricInterpretation").upper()
    known = ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB")
    grey = photometric.startswith(("MONO", "PALETTE"))
    if photometric in known or photometric.startswith("YBR_"):
        if samples is not None and grey != (samples == 1):
            header.note(f"{photometric} does not go with {samples} samples a pixel.")
            return "RGB" if samples == 3 else "MONOCHROME2"
        return photometric
    fallback = "RGB" if samples == 3 else "MONOCHROME2"
    header.note(f"Photometric Interpretation is missing or unknown; taken as {fallback}.")
    return fallback


def _bits(header: Header, allocated: int) -> tuple[int, int]:
    stored, high_bit = header.integer("BitsStored"), header.integer("HighBit")
    if stored is None or not 1 <= stored <= allocated:
        header.note("Bits Stored is invalid; all allocated bits are used.")
        return allocated, allocated - 1
    if high_bit is None or not stored - 1 <= high_bit < allocated:
        if high_bit is not None:
            header.note("High Bit is invalid; the lowest bits are used.")
        high_bit = stored - 1
    return stored, high_bit


def _declared_frames(header: Header) -> int:
    frames = header.integer("NumberOfFrames")
    if frames is None or frames < 1:
        if header.text("NumberOfFrames"):
            header.note("Number of Frames is invalid; one frame is read.")
        return 1
    return frames


def read_pixels(file: DicomFile, layout: Layout, frame: int) -> tuple[Decoded, int]:
    """Decode one frame; return it with the number of frames there are.

    Raises
    ------
    UnreadableImage
        Where the frame is not there, not whole, damaged or of a kind that is not read.
    """
    pixels = file.pixels
    if pixels is None:
        raise UnreadableImage("The file holds no pixel data.")
    if file.transfer_syntax in _VIDEO:
        raise UnreadableImage("The pixels are a video, which is not shown.")
    if pixels.is_float:
        raise UnreadableImage("The pixels are floating point numbers, which are not shown.")
    native = file.transfer_syntax in _NATIVE
    if is_encapsulated(file.data, pixels.start) and (pixels.length is None or not native):
        return _encapsulated(file, pixels, layout, frame)
    if not native:
        name = uid_name(file.transfer_syntax)
        if name == file.transfer_syntax:
            raise UnreadableImage("The transfer syntax is not known: the pixels cannot be read.")
        file.header.note(f"The pixels are labelled {name} but are not compressed.")
    return _native(file, pixels, layout, frame)


def _encapsulated(
    file: DicomFile, pixels: PixelElement, layout: Layout, frame: int
) -> tuple[Decoded, int]:
    declared = _declared_frames(file.header)
    parts = fragments(file.data, pixels.start)
    frames = min(declared, max(len(parts.pieces), 1))
    _refuse_missing_frame(frame, frames)
    if frames < declared:
        file.header.note(f"The header says {declared} frames, the file holds fewer.")
    if parts.cut:
        raise UnreadableImage("The file is cut short: the pixel data are not whole.")
    table = file.header.bytes_of("ExtendedOffsetTable")
    extended = struct.unpack(f"<{len(table) // 8}Q", table[: len(table) // 8 * 8])
    stream, problems = encapsulated_frame(parts, frame, frames, extended_offsets=extended)
    for problem in problems:
        file.header.note(problem)
    _note_what_follows(file, parts.end)
    return compressed_values(stream, layout, file.transfer_syntax), frames


def _refuse_missing_frame(frame: int, frames: int) -> None:
    if not 0 <= frame < frames:
        raise UnreadableImage(f"There is no frame {frame + 1}: the file holds {frames}.")


def _native(
    file: DicomFile, pixels: PixelElement, layout: Layout, frame: int
) -> tuple[Decoded, int]:
    rest = len(file.data) - pixels.start
    if pixels.length is None or pixels.length > rest:
        file.header.note("The pixel data claim more bytes than the file has.")
    there = rest if pixels.length is None else min(pixels.length, rest)
    layout = _unhalved(layout, there, _declared_frames(file.header))
    frames = _frames_there(file.header, there, layout)
    _refuse_missing_frame(frame, frames)
    if pixels.length is not None and there > math.ceil(frames * layout.bits / 8) + 1:
        file.header.note("There are more pixel data than the header accounts for.")
    _note_what_follows(file, pixels.start + there)
    data: Bytes = memoryview(file.data)[pixels.start : pixels.start + there]
    big = file.big_endian
    if big and layout.bits_allocated != 16 and pixels.vr not in ("OB", "OL", "UN"):
        data, big = unswapped(data), False  # words of 16 bits, the lowest first (PS3.5 8.1.1)
    data, first_bit = native_frame(data, frame, layout.bits)
    return native_values(data, layout, first_bit=first_bit, big_endian=big), frames


def _unhalved(layout: Layout, there: int, frames: int) -> Layout:
    """Believe halved chroma only where the bytes are that few."""
    full = layout.rows * layout.columns * 3 * frames
    whole = layout.photometric.removesuffix("_422")
    return replace(layout, photometric=whole) if layout.halved and there >= full else layout


def _frames_there(header: Header, there: int, layout: Layout) -> int:
    declared = _declared_frames(header)
    frames = min(declared, there * 8 // layout.bits)
    if frames == 0:
        raise UnreadableImage(
            f"The pixel data are not whole: {there} of {layout.size} bytes are there."
        )
    if frames < declared:
        header.note(f"The header says {declared} frames, the file holds {frames}.")
    return frames


def _note_what_follows(file: DicomFile, end: int) -> None:
    if len(file.data) - end >= 2 and not is_element(file.data, end, big_endian=file.big_endian):
        file.header.note(_AFTER_PIXELS)
