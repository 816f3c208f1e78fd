"""Text of DICOM attributes: character sets with ISO 2022 escapes, and the lies about them.

PS3.5 6.1 and Annex H to K. What pydicom leaves to its caller is decided here: GB 2312 escapes,
UTF-8 under another label, 8-bit letters under no label.
"""

import re

# Defined term -> Python codec; the escapes are those of PS3.3 C.12.1.1.2.
_CODECS = {
    "": "ascii",
    "ISO_IR 6": "ascii",
    "ISO_IR 100": "latin-1",
    "ISO_IR 101": "iso8859-2",
    "ISO_IR 109": "iso8859-3",
    "ISO_IR 110": "iso8859-4",
    "ISO_IR 126": "iso8859-7",
    "ISO_IR 127": "iso8859-6",
    "ISO_IR 138": "iso8859-8",
    "ISO_IR 144": "iso8859-5",
    "ISO_IR 148": "iso8859-9",
    "ISO_IR 203": "iso8859-15",
    "ISO_IR 166": "tis-620",
    "ISO_IR 13": "shift_jis",
    "ISO_IR 149": "euc_kr",
    "ISO_IR 58": "gb2312",
    "ISO_IR 87": "iso2022_jp",
    "ISO_IR 159": "iso2022_jp_2",
    "ISO_IR 192": "utf-8",
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
    "GB18030": "gb18030",
    "GBK": "gbk",
}
_WHOLE = ("utf-8", "gb18030", "gbk")
_TWO_BYTES = ("euc_kr", "gb2312")
_ESCAPES = {
    b"\x1b(B": "ascii",
    b"\x1b(J": "shift_jis",
    b"\x1b)I": "shift_jis",
    b"\x1b$B": "jis0208",
    b"\x1b$(D": "jis0212",
    b"\x1b$)C": "euc_kr",
    b"\x1b$)A": "gb2312",
    b"\x1b-A": "latin-1",
    b"\x1b-B": "iso8859-2",
    b"\x1b-C": "iso8859-3",
    b"\x1b-D": "iso8859-4",
    b"\x1b-F": "iso8859-7",
    b"\x1b-G": "iso8859-6",
    b"\x1b-H": "iso8859-8",
    b"\x1b-L": "iso8859-5",
    b"\x1b-M": "iso8859-9",
    b"\x1b-b": "iso8859-15",
    b"\x1b-T": "tis-620",
}
_ESCAPE = re.compile(b"(" + b"|".join(re.escape(escape) for escape in _ESCAPES) + b")")
# An escape lasts to the end of the component, group, value or line (PS3.5 6.1.2.5.3).
_RESET = re.compile(rb"[\\^=\r\n\f]")
_REGISTERED = re.compile(r"ISO[ _-]?(?:2022)?[ _-]?IR[ _-]?(\d+)")
_NO_LETTERS = range(0x80, 0xA0)
_JIS = {"jis0208": b"\x1b$B", "jis0212": b"\x1b$(D"}


def decode_text(raw: bytes, charsets: tuple[str, ...]) -> str:
    """Decode a value of a text attribute; whatever the bytes are, some text comes back.

    Parameters
    ----------
    raw : bytes
        The value as it lies in the file.
    charsets : tuple of str
        The values of Specific Character Set (0008,0005).
    """
    first = _codec(charsets[0] if charsets else "")
    if first in _WHOLE:
        return _mislabelled(raw, first)
    if raw.isascii() and b"\x1b" not in raw:
        return raw.decode("ascii")
    if b"\x1b" not in raw:
        others = tuple(codec for codec in map(_codec, charsets[1:]) if codec in _TWO_BYTES)
        return _unescaped(raw, first, others, declared=bool(charsets and charsets[0]))
    return _escaped(raw, first)


def _codec(term: str) -> str:
    """Return the codec of a defined term, tolerating the spellings that occur."""
    plain = term.upper().strip()
    if registered := _REGISTERED.fullmatch(plain):
        plain = f"ISO_IR {registered[1]}"
    return _CODECS.get(plain, "ascii")


def _mislabelled(raw: bytes, codec: str) -> str:
    """Decode text of a set without escapes: as UTF-8 or Latin-1 where it is that instead."""
    for guess in (codec, "utf-8"):
        try:
            return raw.decode(guess)
        except UnicodeDecodeError as error:
            cut = error.end == len(raw)  # in the middle of a character, as values at their limit
    return raw.decode("latin-1" if codec == "utf-8" and not cut else codec, errors="replace")


def _unescaped(raw: bytes, codec: str, others: tuple[str, ...], *, declared: bool) -> str:
    """Decode 8-bit text: UTF-8 where it is that, whatever the label says.

    Some writers leave out the escape to a set of two bytes that they declare: ``others``.
    """
    guesses = [codec, "utf-8"]
    if codec not in _TWO_BYTES:
        guesses = ["utf-8", codec, "latin-1"] if _is_utf_8(raw, codec) else [codec, "latin-1"]
    if codec == "ascii" or not declared:
        guesses = [*others, "utf-8", "latin-1"]
    for guess in guesses:
        try:
            return raw.decode(guess)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _is_utf_8(raw: bytes, codec: str) -> bool:
    """Whether text that is labelled otherwise is UTF-8, and not letters that happen to be.

    The label's own letters are then found in it, or bytes that its set has no letters for.
    """
    try:
        raw.decode("utf-8").encode(codec)
    except UnicodeDecodeError:
        return False
    except UnicodeEncodeError:
        return any(byte in _NO_LETTERS for byte in raw)
    return True


def _escaped(raw: bytes, codec: str) -> str:
    """Decode text with ISO 2022 escapes, each lasting to a delimiter at most (PS3.5 6.1.2.5.3)."""
    parts = _ESCAPE.split(raw)
    text = [_plain(parts[0], codec)]
    for escape, part in zip(parts[1::2], parts[2::2], strict=True):
        name = _ESCAPES[escape]
        if name in _JIS:
            # Two bytes a character: what looks like a delimiter here is half of one.
            text.append((_JIS[name] + part + b"\x1b(B").decode("iso2022_jp_2", errors="replace"))
            continue
        reset = _RESET.search(part)
        end = reset.start() if reset else len(part)
        current = name if name != "ascii" else codec
        # Some writers escape to a set once and leave it out after a delimiter.
        after = current if codec == "ascii" else codec
        text += [_plain(part[:end], current), _plain(part[end:], after)]
    return "".join(text)


def _plain(part: bytes, codec: str) -> str:
    return part.decode("ascii" if part.isascii() else codec, errors="replace")
