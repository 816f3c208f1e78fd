"""A frame's bytes -> stored values: believed only where header and code stream bear each other out.

PS3.5 8 and Annex A, G. One permissive package, imagecodecs, decodes every code stream; what it
may allocate is checked beforehand against the code stream's own header.
"""

import zlib
from dataclasses import dataclass, replace
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadableImage
from engine.images.codestream import CodeStream, Coding, identify, resized

MOST_PIXELS = 64_000_000
"""The largest frame taken, some three times the largest detector: more is a lie or an attack."""

_SYNTAXES = {
    "1.2.840.10008.1.2.1.98": Coding.NATIVE,
    "1.2.840.10008.1.2.4.50": Coding.JPEG,
    "1.2.840.10008.1.2.4.51": Coding.JPEG,
    "1.2.840.10008.1.2.4.57": Coding.JPEG_LOSSLESS,
    "1.2.840.10008.1.2.4.70": Coding.JPEG_LOSSLESS,
    "1.2.840.10008.1.2.4.80": Coding.JPEG_LS,
    "1.2.840.10008.1.2.4.81": Coding.JPEG_LS,
    "1.2.840.10008.1.2.4.90": Coding.JPEG_2000,
    "1.2.840.10008.1.2.4.91": Coding.JPEG_2000,
    "1.2.840.10008.1.2.4.110": Coding.JPEG_XL,
    "1.2.840.10008.1.2.4.111": Coding.JPEG_XL,
    "1.2.840.10008.1.2.4.112": Coding.JPEG_XL,
    "1.2.840.10008.1.2.4.201": Coding.JPEG_2000,
    "1.2.840.10008.1.2.4.202": Coding.JPEG_2000,
    "1.2.840.10008.1.2.4.203": Coding.JPEG_2000,
    "1.2.840.10008.1.2.5": Coding.RLE,
    "1.2.840.10008.1.2.8.1": Coding.DEFLATED,
}
_LOSSY = ("4.50", "4.51", "4.81", "4.91", "4.111", "4.112", "4.203")
_END_OF_IMAGE = b"\xff\xd9"
_OVERSHOOT = 1.25
"""How far a lossy code stream's values may reach beyond their bits, as ringing does."""

Bytes = bytes | memoryview
_FAULTS = (RuntimeError, ValueError, TypeError, IndexError, MemoryError, zlib.error)


@dataclass(frozen=True, slots=True)
class Layout:
    """The Image Pixel module's account of one frame (PS3.3 C.7.6.3)."""

    rows: int
    columns: int
    samples: int
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    planar: bool
    photometric: str
    overlay_bits: int = 0
    """A one where a bit that holds no stored value holds an overlay plane (PS3.5 8.1.2)."""

    @property
    def bits(self) -> int:
        """Bits of one uncompressed frame."""
        bits = 16 if self.halved else self.samples * self.bits_allocated
        return self.rows * self.columns * bits

    @property
    def size(self) -> int:
        """Bytes of one uncompressed frame."""
        return (self.bits + 7) // 8

    @property
    def halved(self) -> bool:
        """Whether chroma is stored for every other pixel only: Y Y B R (PS3.3 C.7.6.3.1.2)."""
        return self.photometric.endswith("_422") and self.bits_allocated == 8

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of stored values."""
        width = 1 if self.bits_allocated <= 8 else 2 if self.bits_allocated <= 16 else 4
        return np.dtype(f"{'i' if self.signed else 'u'}{width}")


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """Stored values ``(rows, columns[, samples])`` in the colour space ``photometric``."""

    values: NDArray[Any]
    photometric: str
    warnings: tuple[str, ...] = ()


def native_values(
    data: Bytes, layout: Layout, *, first_bit: int = 0, big_endian: bool = False
) -> Decoded:
    """Read uncompressed pixels, in place where they need no change.

    Parameters
    ----------
    data : bytes or memoryview
        The frame.
    first_bit : int
        Where a frame of single bits begins in its first byte.
    big_endian : bool
        Whether samples of more than 8 bits come high byte first.
    """
    count = layout.rows * layout.columns * layout.samples
    if layout.bits_allocated == 1:
        bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")
        flat: NDArray[Any] = bits[first_bit : first_bit + count]
        return Decoded(_shaped(flat, layout), layout.photometric)
    if layout.bits_allocated == 8:
        flat = np.frombuffer(data, np.uint8)
        if layout.halved:
            pairs = flat[: layout.rows * layout.columns * 2]
            return Decoded(pairs.reshape(layout.rows, layout.columns, 2), layout.photometric)
    else:
        order = ">" if big_endian else "<"
        kind = np.dtype(f"{order}u{layout.bits_allocated // 8}")
        flat = np.require(np.frombuffer(data, kind), kind.newbyteorder("="), "A")
    values, warnings = _stored(_shaped(flat[:count], layout), layout)
    return Decoded(values, layout.photometric, warnings)


def unswapped(data: Bytes) -> bytes:
    """Return bytes that a big endian file holds swapped in pairs: 8-bit samples typed OW."""
    even = len(data) // 2 * 2
    return np.frombuffer(data, np.uint16, even // 2).byteswap().tobytes() + bytes(data[even:])


def _shaped(flat: NDArray[Any], layout: Layout) -> NDArray[Any]:
    if layout.samples == 1:
        return flat.reshape(layout.rows, layout.columns)
    if layout.planar:
        return np.moveaxis(flat.reshape(layout.samples, layout.rows, layout.columns), 0, -1)
    return flat.reshape(layout.rows, layout.columns, layout.samples)


def _stored(
    words: NDArray[Any], layout: Layout, *, mask: bool = True
) -> tuple[NDArray[Any], tuple[str, ...]]:
    """Return stored values, and what to say of the bits that hold none."""
    width = words.dtype.itemsize * 8
    partly = layout.bits_stored < width or layout.high_bit + 1 < width
    used = int(np.bitwise_or.reduce(words, axis=None)) if partly else (1 << width) - 1
    warnings = _strays(words, used, layout) if mask else ()
    return _significant(words, used, layout, mask=mask), warnings


def _significant(words: NDArray[Any], used: int, layout: Layout, *, mask: bool) -> NDArray[Any]:
    """Take the stored bits out of the allocated ones (PS3.5 8.1.1), sign-extended.

    What has no bit (of those ``used`` by any word) to be taken out or extended is left in place.
    """
    values, width = words, words.dtype.itemsize * 8
    shift = max(layout.high_bit + 1 - layout.bits_stored, 0)
    if shift and layout.high_bit < width:
        values, used = values >> shift, used >> shift
    if used >> layout.bits_stored and (mask or layout.signed):
        values = values & values.dtype.type((1 << layout.bits_stored) - 1)
    values = values.astype(np.dtype(f"u{layout.dtype.itemsize}"), copy=False)
    if layout.signed:
        sign = 1 << (layout.bits_stored - 1)
        if used & sign and layout.bits_stored < layout.dtype.itemsize * 8:
            values = (values ^ values.dtype.type(sign)) - values.dtype.type(sign)
        values = values.view(layout.dtype)
    return values


def _strays(words: NDArray[Any], used: int, layout: Layout) -> tuple[str, ...]:
    """Say where bits that hold no stored value are set: Bits Stored or High Bit may be wrong."""
    every = (1 << words.dtype.itemsize * 8) - 1
    above = every & ~((1 << (layout.high_bit + 1)) - 1)
    below = (1 << max(layout.high_bit + 1 - layout.bits_stored, 0)) - 1
    used &= ~layout.overlay_bits
    if not used & (above | below):
        return ()
    positive = words >> layout.high_bit & 1 == 0
    if layout.signed and not used & below and not (words[positive] & above).any():
        return ()  # the sign goes on in them
    return ("Bits beyond Bits Stored are set and were left out: the values may be wrong.",)


def compressed_values(frame: bytes, layout: Layout, transfer_syntax: str) -> Decoded:
    """Decode one compressed frame.

    The code stream is taken for what it is, whatever the transfer syntax calls it, and its own
    size wins over Rows and Columns; both with a warning.

    Raises
    ------
    UnreadableImage
        Where it is damaged, too large, or of a kind that no decoder here reads.
    """
    label = _SYNTAXES.get(transfer_syntax)
    stream = identify(frame) if label not in (Coding.NATIVE, Coding.DEFLATED) else None
    if stream is None and label in (Coding.NATIVE, Coding.DEFLATED):
        data = frame if label is Coding.NATIVE else _inflated(frame, layout.size)
        if len(data) < layout.size:
            raise UnreadableImage(f"The frame holds {len(data)} of {layout.size} bytes.")
        return native_values(data, layout)
    if stream is None:
        raise UnreadableImage("The compressed pixel data are damaged: no code stream is found.")
    warnings = _mislabelled(stream, label)
    if stream.coding is Coding.RLE:
        return _rle(frame, layout, warnings)
    if stream.coding is Coding.JPEG_2000 and _too_large(stream, layout):
        frame, stream = resized(frame, stream, rows=layout.rows, columns=layout.columns)
        warnings += ("The compressed picture's own size is damaged; the header's is used.",)
    values = _decoded(frame, stream, layout)
    return _matched(values, stream, layout, transfer_syntax, warnings)


def _mislabelled(stream: CodeStream, label: Coding | None) -> tuple[str, ...]:
    if stream.coding is label or (label is Coding.JPEG and stream.coding is Coding.JPEG_LOSSLESS):
        return ()
    named = label.value if label else "uncompressed"
    return (f"The pixels are labelled {named} but are {stream.coding.value}; read as that.",)


def _inflated(frame: bytes, size: int) -> bytes:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(frame, size)
    except zlib.error as error:
        raise UnreadableImage("The deflated frame is damaged.") from error


def _rle(frame: bytes, layout: Layout, warnings: tuple[str, ...]) -> Decoded:
    """Decode RLE (PS3.5 Annex G), whose segments hold at most 64 times their own size."""
    if layout.bits_allocated % 8 or layout.size > 64 * len(frame):
        raise UnreadableImage("The RLE frame is smaller than its picture can be.")
    width, segments = layout.bits_allocated // 8, int.from_bytes(frame[:4], "little")
    if layout.bits_stored <= 8 < layout.bits_allocated and segments == layout.samples:
        width = 1
        warnings += ("The RLE frame holds one byte a sample, not what Bits Allocated says.",)
    expected = layout.rows * layout.columns * layout.samples * width
    room = bytearray(expected + 2 * layout.samples * width)  # segments are padded
    try:
        decoded = imagecodecs.dicomrle_decode(frame, np.dtype(f"<u{width}"), out=room)
    except _FAULTS as error:
        raise UnreadableImage(
            "The RLE frame is damaged or holds more pixels than Rows and Columns say."
        ) from error
    flat = np.frombuffer(decoded, np.uint8)
    if flat.size < expected:
        raise UnreadableImage(f"The RLE frame holds {flat.size} of {expected} bytes.")
    planes = np.dtype(f"<u{width}")
    values = _shaped(flat[:expected].view(planes), replace(layout, planar=True))
    values, strays = _stored(values, layout)
    return Decoded(values, layout.photometric, warnings + strays)


def _too_large(stream: CodeStream, layout: Layout) -> bool:
    """Whether a code stream claims more than a film has, or many times what the header says."""
    return stream.rows * stream.columns > min(MOST_PIXELS, 16 * layout.rows * layout.columns)


def _decoded(frame: bytes, stream: CodeStream, layout: Layout) -> NDArray[Any]:
    if _too_large(stream, layout):
        raise UnreadableImage(
            f"The compressed picture claims {stream.columns} x {stream.rows} pixels: "
            "refused as too large."
        )
    if stream.coding is not Coding.JPEG_XL and stream.rows * stream.columns == 0:
        raise UnreadableImage("The code stream gives no picture size.")
    try:
        match stream.coding:
            case Coding.JPEG | Coding.JPEG_LOSSLESS:
                return _jpeg(frame, stream, layout)
            case Coding.JPEG_LS:
                # Without its end the decoder searches for seconds.
                whole = frame if stream.ended else frame + _END_OF_IMAGE
                return np.asarray(imagecodecs.jpegls_decode(whole))
            case Coding.JPEG_2000:
                return np.asarray(imagecodecs.jpeg2k_decode(frame, verbose=0))
            case _:
                shape = (layout.rows, layout.columns, layout.samples)[: 2 + (layout.samples > 1)]
                kind = np.uint8 if layout.bits_allocated <= 8 else np.uint16
                return np.asarray(imagecodecs.jpegxl_decode(frame, out=np.empty(shape, kind)))
    except _FAULTS as error:
        name = stream.coding.value
        raise UnreadableImage(f"The {name} frame is damaged and cannot be decoded.") from error


def _jpeg(frame: bytes, stream: CodeStream, layout: Layout) -> NDArray[Any]:
    """Decode JPEG to grey or RGB: Adobe's marker decides, then JFIF's, the names, the header."""
    if stream.samples == 1:
        return np.asarray(imagecodecs.jpeg8_decode(frame))
    rgb = (
        stream.adobe_transform == 0
        if stream.adobe_transform is not None
        else not stream.jfif
        and (stream.component_ids == b"RGB" or not layout.photometric.startswith("YBR"))
    )
    lossless = stream.coding is Coding.JPEG_LOSSLESS
    space = "rgb" if rgb or lossless else "ycbcr"
    return np.asarray(imagecodecs.jpeg8_decode(frame, colorspace=space, outcolorspace="rgb"))


def _matched(
    values: NDArray[Any],
    stream: CodeStream,
    layout: Layout,
    transfer_syntax: str,
    warnings: tuple[str, ...],
) -> Decoded:
    """Bring decoded values into the header's terms; say where header and code stream differ."""
    if values.ndim == 3 and values.shape[2] == 1:
        values = values[..., 0]
    samples = 1 if values.ndim == 2 else values.shape[2]
    if samples != layout.samples:
        raise UnreadableImage(
            f"The header says {layout.samples} samples a pixel, the code stream holds {samples}."
        )
    if values.shape[:2] != (layout.rows, layout.columns):
        rows, columns = values.shape[:2]
        warnings += (
            f"The header says {layout.columns} x {layout.rows} pixels, "
            f"the picture has {columns} x {rows}; it is shown whole.",
        )
        if values.size > MOST_PIXELS:
            raise UnreadableImage("The picture is too large.")
    if not stream.ended:
        warnings += ("The compressed picture does not end as it should: part may be missing.",)
    precision = stream.precision or values.dtype.itemsize * 8
    if precision > layout.bits_allocated:
        raise UnreadableImage(
            f"The code stream holds {precision} bits a sample, the header {layout.bits_allocated}."
        )
    unsigned = values.view(np.dtype(f"u{values.dtype.itemsize}"))
    shifted = layout.high_bit + 1 > layout.bits_stored and precision > layout.high_bit
    fitted = layout if shifted else replace(layout, high_bit=layout.bits_stored - 1)
    if values.dtype.kind == "i" and layout.signed:
        return Decoded(values.astype(layout.dtype, copy=False), _space(layout, stream), warnings)
    # Lossy values may overshoot their bits a little: masking would turn white into black.
    mask = not transfer_syntax.endswith(_LOSSY)
    fitting, strays = _stored(unsigned, fitted, mask=mask)
    most = _OVERSHOOT * (1 << layout.bits_stored)
    if not mask and not layout.signed and int(unsigned.max()) > most:
        strays = ("The compressed picture has more bits than Bits Stored: one may be wrong.",)
    return Decoded(fitting, _space(layout, stream), warnings + strays)


def _space(layout: Layout, stream: CodeStream) -> str:
    """Return the colour space that the decoder left the values in."""
    lossy = stream.coding is Coding.JPEG
    transformed = stream.coding is Coding.JPEG_2000 and stream.multiple_component_transform
    named = layout.photometric in ("YBR_ICT", "YBR_RCT")
    if layout.samples == 3 and (lossy or transformed or named or stream.coding is Coding.JPEG_XL):
        return "RGB"
    return layout.photometric
