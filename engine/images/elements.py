"""The bytes of a DICOM file: where a data set begins in them, and how its elements are encoded.

PS3.5 7, PS3.10 7.1. What is declared elsewhere is not asked: this is what the bytes bear out.
"""

import re
import struct
import zlib

from engine.errors import UnreadableImage

UNDEFINED = 0xFFFFFFFF

CUT_SHORT = "The file is cut short"
"""How notes begin that say so."""

VRS = frozenset(
    b"AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR "
    b"US UT UV".split()
)
_LONG_VRS = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_IDENTIFYING = re.compile(rb"\x08\x00[\x05\x08\x12\x16\x18]\x00(CS|UI|DA)", re.DOTALL)
_MOST_INFLATED_BYTES = 128 << 20


def looks_like_dicom(data: bytes) -> bool:
    """Whether the bytes start as a DICOM file or as a bare data set does."""
    return data[128:132] == b"DICM" or data[:4] == b"DICM" or bare_start(data) is not None


def bare_start(data: bytes) -> int | None:
    """Return where a data set without preamble begins; a little rubbish may stand before it."""
    if _first_group(data) in (0x0002, 0x0004, 0x0008) and sniff(data, 0) is not None:
        return 0
    found = _IDENTIFYING.search(data, 0, 1024)
    if found and _chained(data, found.start(), 3):
        return found.start()
    return None


def _chained(data: bytes, position: int, count: int) -> bool:
    """Whether that many explicit little endian elements of group 8 follow each other."""
    for _ in range(count):
        head = data[position : position + 8]
        if len(head) < 8 or head[:2] != b"\x08\0" or head[4:6] not in VRS - _LONG_VRS:
            return False
        position += 8 + int(struct.unpack("<H", head[6:])[0])
    return True


def past_zeros(data: bytes, position: int) -> int:
    """Return where the empty elements (0000,0000) end that begin there; some hundred at most."""
    end = position + 1024
    while position < end and data[position : position + 8] == bytes(8):
        position += 8
    return position


def inflated(packed: bytes, notes: list[str]) -> bytes:
    """Unpack a deflated data set; note where it does not end.

    Raises
    ------
    UnreadableImage
        Where it is damaged or unpacks to more than 128 MB.
    """
    # PS3.5 A.5 wants a bare stream; some writers put zlib's head (RFC 1950) before it.
    headed = packed[:1] == b"\x78" and int.from_bytes(packed[:2], "big") % 31 == 0
    inflater = zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)
    try:
        data = inflater.decompress(packed, _MOST_INFLATED_BYTES)
    except zlib.error as error:
        raise UnreadableImage("The deflated data set is damaged and cannot be unpacked.") from error
    if inflater.unconsumed_tail:
        raise UnreadableImage("The deflated data set unpacks to more than 128 MB: refused.")
    if not inflater.eof:
        notes.append(f"{CUT_SHORT}: the deflated data set does not end.")
    return data


def _first_group(data: bytes) -> int:
    if len(data) < 2:
        return 0
    little, big = struct.unpack("<H", data[:2])[0], struct.unpack(">H", data[:2])[0]
    return int(min(little, big))


def sniff(data: bytes, start: int) -> tuple[bool, bool] | None:
    """Return (implicit, big endian) as the first element shows it; None where it is no element."""
    head = data[start : start + 12]
    if len(head) < 8:
        return None
    little, big = struct.unpack("<H", head[:2])[0], struct.unpack(">H", head[:2])[0]
    is_big = big < little
    if min(little, big) == 0 or min(little, big) > 0x7FE0:
        return None
    if head[4:6] in VRS:
        return False, is_big
    length = struct.unpack(">L" if is_big else "<L", head[4:8])[0]
    if length == UNDEFINED or length <= len(data) - start - 8:
        return True, is_big
    return None


def is_element(data: bytes, position: int, *, big_endian: bool) -> bool:
    """Whether an element that may follow Pixel Data begins there."""
    head = data[position : position + 8]
    if len(head) < 8:
        return False
    order = ">" if big_endian else "<"
    group, length = struct.unpack(f"{order}H2xL", head)
    return group >= 0x7FE0 and (head[4:6] in VRS or length <= len(data) - position - 8)
