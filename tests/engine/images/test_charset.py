"""Text of every character set comes out as it went in."""

import pydicom.charset
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset

from engine.images.charset import decode_text
from engine.images.dicom import Header

_LETTERS = {
    "ISO_IR 100": "AbçéüßÑ ",
    "ISO_IR 101": "AbčřžąŁő ",
    "ISO_IR 109": "Abĉĝħŭ ",
    "ISO_IR 110": "Abāēģķ ",
    "ISO_IR 126": "AbΔιονυσ ",
    "ISO_IR 127": "Abقباني ",
    "ISO_IR 138": "Abשרון ",
    "ISO_IR 144": "AbЛюксембург ",
    "ISO_IR 148": "AbğışÇ ",
    "ISO_IR 166": "Abสมชาย ",
    "ISO_IR 192": "AbΔ山洪张ﾔЛé ",
    "GB18030": "Ab王小东é ",
    "GBK": "Ab王小东 ",
    "ISO_IR 13": "ﾔﾏﾀﾞ",
    "ISO 2022 IR 100\\ISO 2022 IR 126": "AbéΔο ",
    "ISO 2022 IR 100\\ISO 2022 IR 144": "AbéЛю ",
    "ISO 2022 IR 6\\ISO 2022 IR 87": "Ab山田太郎やま ",
    "ISO 2022 IR 13\\ISO 2022 IR 87": "Abﾔﾏ山田やま ",
    "ISO 2022 IR 6\\ISO 2022 IR 87\\ISO 2022 IR 159": "Ab山田丂丄 ",
    "ISO 2022 IR 6\\ISO 2022 IR 149": "Ab洪吉洞김희중 ",
    "ISO 2022 IR 6\\ISO 2022 IR 58": "Ab张小东 ",
}


def also_utf_8(raw: bytes, codec: str) -> bool:
    """Whether a set's letters are other letters of it in UTF-8: then no one can tell."""
    try:
        return raw.decode("utf-8").encode(codec) != raw
    except UnicodeError:
        return False


@pytest.mark.parametrize("label", _LETTERS)
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_names_written_by_another_library_come_back(label: str, data: st.DataObject) -> None:
    charsets = label.split("\\")
    part = st.text(st.sampled_from(_LETTERS[label]), max_size=6)
    name = "=".join("^".join(data.draw(st.lists(part, max_size=4))) for _ in range(3))
    codecs = pydicom.charset.convert_encodings(charsets)
    raw = b"=".join(
        b"^".join(pydicom.charset.encode_string(text, codecs) for text in group.split("^"))
        for group in name.split("=")
    )
    assume(not also_utf_8(raw, codecs[0]))
    assert decode_text(raw, tuple(charsets)) == name


def test_an_item_inherits_the_character_set() -> None:
    inner, outer = Dataset(), Dataset()
    outer.SpecificCharacterSet = "ISO_IR 144"
    inner[0x00081080] = pydicom.DataElement(0x00081080, "LO", "Иванов".encode("iso8859-5"))
    outer.ReferencedSeriesSequence = [inner]
    (item,) = Header(outer, []).items("ReferencedSeriesSequence")
    assert item.text("AdmittingDiagnosesDescription") == "Иванов"


@pytest.mark.parametrize(
    ("raw", "charsets", "text"),
    [
        (b"Plain^Name", (), "Plain^Name"),
        ("Müller^Jörg".encode("latin-1"), ("ISO_IR 100",), "Müller^Jörg"),
        ("Müller^Jörg".encode("latin-1"), (), "Müller^Jörg"),
        ("Müller^Jörg".encode(), ("ISO_IR 100",), "Müller^Jörg"),
        ("Иванов".encode("iso8859-5"), ("ISO_IR 144",), "Иванов"),
        ("бЛ".encode("iso8859-5"), ("ISO_IR 144",), "бЛ"),
        ("Иванов".encode(), ("ISO_IR 144",), "Иванов"),
        ("王小东".encode(), ("ISO_IR 100",), "王小东"),
        ("Šœ€".encode("iso8859-15"), ("ISO_IR 203",), "Šœ€"),
        ("Иванов".encode("iso8859-5"), ("ISO 2022 IR 144",), "Иванов"),
        ("สมชาย".encode("tis-620"), ("ISO_IR 166",), "สมชาย"),
        ("王^小东".encode("gbk"), ("GBK",), "王^小东"),
        ("王^小东".encode("gb18030"), ("GB18030",), "王^小东"),
        ("山田^太郎".encode(), ("ISO_IR 192",), "山田^太郎"),
        ("ﾔﾏﾀﾞ^ﾀﾛｳ".encode("shift_jis"), ("ISO_IR 13",), "ﾔﾏﾀﾞ^ﾀﾛｳ"),
        (
            b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
            ("", "ISO 2022 IR 87"),
            "Yamada^Tarou=山田^太郎=やまだ^たろう",
        ),
        (
            b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7",
            ("", "ISO 2022 IR 149"),
            "Hong^Gildong=洪^吉洞",
        ),
        (
            b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab",
            ("", "ISO 2022 IR 58"),
            "Zhang^XiaoDong=张^小东",
        ),
        (
            b"Buc^J\x1b-A\xe9r\x1b-F\xc4^\x1b-A\xe9",
            ("ISO 2022 IR 6", "ISO 2022 IR 100", "ISO 2022 IR 126"),
            "Buc^JérΔ^é",
        ),
        (b"Hong=\x1b$)C\xfb\xf3^\xd1\xce\xd4\xd7", ("", "ISO 2022 IR 149"), "Hong=洪^吉洞"),
        ("Müller^Jörg".encode("latin-1"), ("ISO_IR 192",), "Müller^Jörg"),
        ("Müller^Jör".encode() + b"\xc3", ("ISO_IR 192",), "Müller^Jör\ufffd"),
        ("Иванов".encode("iso8859-5"), ("ISO-IR 144",), "Иванов"),
        ("Иванов".encode("iso8859-5"), ("ISO_2022-IR-144",), "Иванов"),
        ("Иванов".encode("iso8859-5"), ("ISO2022IR144",), "Иванов"),
        (b"\xff\xfe", ("NONSENSE",), "ÿþ"),
    ],
)
def test_names_in_many_character_sets(raw: bytes, charsets: tuple[str, ...], text: str) -> None:
    assert decode_text(raw, charsets) == text
