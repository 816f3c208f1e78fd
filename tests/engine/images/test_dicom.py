"""The header, read fail-soft; where the pixels lie; what is refused."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import (
    BasicTextSRStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
)

from engine.errors import MediaDirectory, NonImage, UnreadableImage
from engine.images.charset import decode_text
from engine.images.dicom import parse
from engine.images.film import read_film
from engine.types import LookupTable, Orientation, Radiograph, Rescale, SpacingProvenance, Window

WriteDicom = Callable[..., Path]


def read(path: Path, frame: int = 0) -> Radiograph:
    return read_film(path.read_bytes(), frame=frame, source=path.name).radiograph


def item(**attributes: Any) -> Dataset:
    dataset = Dataset()
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    return dataset


def lut_item(values: list[int], first: int = 0, bits: int = 8, count: int | None = None) -> Dataset:
    data = np.array(values, np.uint16).tobytes()
    lut = item(LUTExplanation="table", LUTData=data)
    lut["LUTData"].VR = "OW"
    lut.add_new("LUTDescriptor", "SS" if first < 0 else "US", [count or len(values), first, bits])
    return lut


@pytest.mark.parametrize(
    "syntax",
    [
        "1.2.840.10008.1.2.1",
        ImplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
    ],
)
@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.int16])
def test_native_pixels_in_every_encoding(
    syntax: str, kind: type[Any], write_dicom: WriteDicom
) -> None:
    pixels = np.arange(15, dtype=kind).reshape(3, 5)
    if syntax == ExplicitVRBigEndian:
        path = write_dicom(pixels, syntax=syntax, data=pixels.byteswap().tobytes())
    else:
        path = write_dicom(pixels, syntax=syntax)
    radiograph = read(path)
    assert np.array_equal(radiograph.stored, pixels)
    assert radiograph.stored.dtype == kind
    assert radiograph.warnings == ()
    assert radiograph.kind == "DICOM"
    assert radiograph.source == "film.dcm"


@pytest.mark.parametrize(
    ("syntax", "cut"),
    [
        (syntax, cut)
        for syntax in ("1.2.840.10008.1.2.1", ImplicitVRLittleEndian)
        for cut in (132, 128, "meta", "rubbish")
        # Rubbish before an implicit data set leaves nothing to hold on to.
        if (syntax, cut) != (ImplicitVRLittleEndian, "rubbish")
    ],
)
def test_a_missing_start_is_worked_out(
    syntax: str, cut: int | str, write_dicom: WriteDicom
) -> None:
    data = write_dicom(syntax=syntax, SpecificCharacterSet="ISO_IR 100").read_bytes()
    meta = 132 + 12 + struct.unpack_from("<L", data, 140)[0]
    body = data[meta:] if cut == "meta" else b" " + data[meta:] if cut == "rubbish" else data[cut:]
    film = read_film(body).radiograph
    assert film.shape == (3, 4)
    assert "does not begin" in film.warnings[0]


def test_an_encoding_that_is_not_the_stated_one_is_read_as_it_is(write_dicom: WriteDicom) -> None:
    data = write_dicom(syntax=ImplicitVRLittleEndian).read_bytes()
    lying = data.replace(b"1.2.840.10008.1.2\0", b"1.2.840.10008.1.2.1\0")
    lying = lying.replace(b"UI\x12\x001.2.840.10008.1.2.1", b"UI\x14\x001.2.840.10008.1.2.1")
    film = read_film(lying).radiograph
    assert film.shape == (3, 4)
    assert any("encoded otherwise" in warning for warning in film.warnings)


def test_a_deflate_bomb_is_refused(write_dicom: WriteDicom) -> None:
    data = write_dicom(syntax=DeflatedExplicitVRLittleEndian).read_bytes()
    meta = 132 + 12 + struct.unpack_from("<L", data, 140)[0]
    packer = zlib.compressobj(9, wbits=-15)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(130)) + packer.flush()
    with pytest.raises(UnreadableImage, match="128 MB"):
        parse(data[:meta] + bomb)
    with pytest.raises(UnreadableImage, match="deflated data set is damaged"):
        parse(data[:meta] + b"\xff" * 99)


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_truncation_is_never_silent(keep: float, write_dicom: WriteDicom) -> None:
    data = write_dicom(np.arange(400, dtype=np.uint16).reshape(20, 20)).read_bytes()
    with pytest.raises(UnreadableImage):
        read_film(data[: int(len(data) * keep)])


def test_lying_lengths_are_noted(write_dicom: WriteDicom) -> None:
    data = bytearray(write_dicom().read_bytes())
    place = data.index(b"\xe0\x7f\x10\0OW") + 8
    for length in (0x7FFFFFFF, 0xFFFFFFFF):
        data[place : place + 4] = struct.pack("<L", length)
        assert any("more bytes than" in w for w in read_film(bytes(data)).radiograph.warnings)
    data[place : place + 4] = struct.pack("<L", 22)
    with pytest.raises(UnreadableImage, match="22 of 24 bytes"):
        read_film(bytes(data))


@pytest.mark.parametrize(
    ("tail", "noted"),
    [
        (b"", False),
        (b"\xfc\xff\xfc\xffOB\0\0\4\0\0\0abcd", False),
        (bytes(1000), True),
        (b"rubbish and more rubbish", True),
    ],
)
def test_what_follows_the_pixels_is_looked_at(
    tail: bytes, noted: bool, write_dicom: WriteDicom
) -> None:
    film = read_film(write_dicom().read_bytes() + tail).radiograph
    assert any("follows the pixel data" in warning for warning in film.warnings) is noted


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"Rows": None}, "rows and columns"),
        ({"Columns": 0}, "rows and columns"),
        ({"Rows": 65535, "Columns": 65535}, "too large"),
        ({"SamplesPerPixel": 0}, "samples"),
        ({"SamplesPerPixel": 4}, "samples"),
        ({"BitsAllocated": 0}, "Bits Allocated is 0"),
        ({"BitsAllocated": 17}, "Bits Allocated is 17"),
        ({"Rows": 100}, "not whole"),
        ({"PixelDataProviderURL": "http://x"}, "server"),
        ({"PhotometricInterpretation": "PALETTE COLOR"}, "palette"),
        ({"syntax": "1.2.3.4"}, "transfer syntax is not known"),
        ({"syntax": "1.2.840.10008.1.2.4.100"}, "video"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(
    attributes: dict[str, Any], message: str, write_dicom: WriteDicom
) -> None:
    with pytest.raises(UnreadableImage, match=message):
        read(write_dicom(**attributes))


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"BitsStored": 0}, "Bits Stored"),
        ({"BitsStored": 20}, "Bits Stored"),
        ({"HighBit": 99}, "High Bit"),
        ({"PhotometricInterpretation": None}, "Photometric"),
        ({"PhotometricInterpretation": "FOO"}, "Photometric"),
        ({"NumberOfFrames": 2147483647}, "frames"),
        ({"NumberOfFrames": -1}, "Number of Frames"),
        ({"data": bytes(48)}, "more pixel data"),
        ({"RescaleSlope": 0, "RescaleIntercept": 1}, "Rescale"),
        ({"WindowCenter": 1, "WindowWidth": 0}, "invalid"),
        ({"WindowCenter": [1, 2], "WindowWidth": 5}, "pair"),
        ({"WindowCenter": 1, "WindowWidth": 9, "VOILUTFunction": "X"}, "VOI LUT Function"),
        ({"VOILUTSequence": [lut_item([1, 2], count=9)]}, "lookup table"),
        ({"ModalityLUTSequence": [lut_item([], count=9)]}, "lookup table"),
        ({"ImagerPixelSpacing": [0, 0]}, "Imager Pixel Spacing"),
        ({"PatientOrientation": ["X", "Q"]}, "orientation unknown"),
        ({"ShutterLeftVerticalEdge": 1}, "shutter"),
        ({"PresentationIntentType": "FOR PROCESSING"}, "not meant for reading"),
        ({"QualityControlImage": "YES"}, "quality control"),
        ({"PixelAspectRatio": [2, 1]}, "not square"),
        ({"WindowCenter": -600, "WindowWidth": 100}, "almost nothing visible"),
        ({"syntax": "1.2.840.10008.1.2.4.50"}, "not compressed"),
    ],
)
def test_what_is_odd_opens_with_a_warning(
    attributes: dict[str, Any], message: str, write_dicom: WriteDicom
) -> None:
    warnings = read(write_dicom(**attributes)).warnings
    assert any(message in warning for warning in warnings), warnings


def test_malformed_numbers_count_as_absent(write_dicom: WriteDicom) -> None:
    data = write_dicom(NumberOfFrames="1", WindowCenter="10", WindowWidth="20").read_bytes()
    data = data.replace(b"DS\2\x0010", b"DS\2\x00xx").replace(b"IS\2\x001 ", b"IS\2\x00a ")
    film = read_film(data).radiograph
    assert film.vois == ()
    assert film.frames == 1
    assert len(film.warnings) >= 2


@pytest.mark.parametrize(
    ("photometric", "shape", "inverted", "noted"),
    [
        ("MONOCHROME1", None, True, False),
        ("MONOCHROME2", None, False, False),
        ("MONOCHROME1", "INVERSE", True, False),
        ("MONOCHROME2", "INVERSE", True, False),
        ("MONOCHROME1", "IDENTITY", True, True),
        ("MONOCHROME2", "IDENTITY", False, False),
    ],
)
def test_polarity_is_one_inversion(
    photometric: str, shape: str | None, inverted: bool, noted: bool, write_dicom: WriteDicom
) -> None:
    film = read(write_dicom(PhotometricInterpretation=photometric, PresentationLUTShape=shape))
    assert film.inverted is inverted
    assert bool(film.warnings) is noted


def test_luts_come_before_windows_and_all_are_listed(write_dicom: WriteDicom) -> None:
    film = read(
        write_dicom(
            VOILUTSequence=[lut_item([0, 4095], first=5, bits=12), lut_item([1, 0])],
            WindowCenter=["5", "1e1"],
            WindowWidth=["2.5", "20"],
            WindowCenterWidthExplanation=["one", "two"],
        )
    )
    first, second, *windows = film.vois
    assert isinstance(first, LookupTable)
    assert isinstance(second, LookupTable)
    assert (first.first_mapped, first.bits, first.explanation) == (5, 12, "table")
    assert windows == [
        Window(5, 2.5, explanation="one"),
        Window(10, 20, explanation="two"),
    ]


def test_lut_data_may_be_bytes_and_reach_below_zero(write_dicom: WriteDicom) -> None:
    packed = item(LUTData=bytes([1, 2, 3, 4]))
    packed["LUTData"].VR = "OW"
    packed.add_new("LUTDescriptor", "US", [4, 65534, 8])
    pixels = np.array([[-2, 1]], np.int16)
    (table,) = read(write_dicom(pixels, VOILUTSequence=[packed])).vois
    assert isinstance(table, LookupTable)
    assert (table.first_mapped, table.values.tolist()) == (-2, [1, 2, 3, 4])


def test_modality_padding_shutter_and_geometry_are_read(write_dicom: WriteDicom) -> None:
    film = read(
        write_dicom(
            np.zeros((50, 60), np.int16),
            RescaleSlope="-0.5",
            RescaleIntercept="100",
            PixelPaddingValue=-2000,
            PixelPaddingRangeLimit=-1990,
            ShutterLeftVerticalEdge=10,
            ShutterRightVerticalEdge=50,
            ShutterUpperHorizontalEdge=5,
            ShutterLowerHorizontalEdge=45,
            ImagerPixelSpacing=[0.2, 0.1],
            PatientOrientation=["L", "F"],
        )
    )
    assert film.modality == Rescale(-0.5, 100)
    assert film.padding == (-2000, -1990)
    assert film.valid == (5, 10, 44, 49)
    assert film.spacing.provenance is SpacingProvenance.AT_DETECTOR
    assert film.orientation == Orientation("L", "F")


def test_a_frame_has_its_own_window_and_rescale(write_dicom: WriteDicom) -> None:
    per_frame = [
        item(
            FrameVOILUTSequence=[item(WindowCenter=center, WindowWidth=4)],
            PixelValueTransformationSequence=[item(RescaleSlope=center, RescaleIntercept=0)],
        )
        for center in (3, 7)
    ]
    shared = [item(PixelMeasuresSequence=[item(PixelSpacing=[0.3, 0.3])])]
    pixels = np.arange(24, dtype=np.uint16).reshape(6, 4)
    path = write_dicom(
        pixels,
        Rows=3,
        NumberOfFrames=2,
        PerFrameFunctionalGroupsSequence=per_frame,
        SharedFunctionalGroupsSequence=shared,
    )
    film = read(path, frame=1)
    assert (film.frame, film.frames) == (1, 2)
    assert np.array_equal(film.stored, pixels[3:])
    assert film.vois == (Window(7, 4),)
    assert film.modality == Rescale(7, 0)
    assert film.spacing.row_mm == 0.3
    with pytest.raises(UnreadableImage, match="no frame 3"):
        read(path, frame=2)


def test_palettes_and_luminance_become_rgb(write_dicom: WriteDicom) -> None:
    tables: dict[str, Any] = {}
    for colour, values in {"Red": [0, 10], "Green": [0, 20], "Blue": [0, 30]}.items():
        tables[f"{colour}PaletteColorLookupTableDescriptor"] = [2, 0, 16]
        tables[f"{colour}PaletteColorLookupTableData"] = (
            np.array(values, np.uint16) * 257
        ).tobytes()
    pixels = np.array([[0, 1]], np.uint8)
    film = read(write_dicom(pixels, PhotometricInterpretation="PALETTE COLOR", **tables))
    assert film.stored.tolist() == [[[0, 0, 0], [10, 20, 30]]]
    luminance = np.array([[[76, 85, 255], [255, 128, 128]]], np.uint8)
    film = read(write_dicom(luminance, PhotometricInterpretation="YBR_FULL"))
    assert np.abs(film.stored.astype(int) - [[[254, 0, 0], [255, 255, 255]]]).max() <= 1


def test_halved_chroma_is_spread(write_dicom: WriteDicom) -> None:
    path = write_dicom(
        np.zeros((1, 2, 3), np.uint8),
        data=bytes([10, 200, 128, 128]),
        PhotometricInterpretation="YBR_FULL_422",
    )
    assert read(path).stored.tolist() == [[[10, 10, 10], [200, 200, 200]]]


def test_sixteen_bit_colour_is_shown_with_eight(write_dicom: WriteDicom) -> None:
    film = read(write_dicom(np.array([[[65535, 256, 0]]], np.uint16)))
    assert film.stored.tolist() == [[[255, 1, 0]]]


@pytest.mark.parametrize(
    ("attributes", "error", "message"),
    [
        ({"SOPClassUID": BasicTextSRStorage, "Rows": None}, NonImage, "Basic Text SR"),
        ({}, NonImage, "without pixel data"),
        ({"ScheduledProcedureStepSequence": [], "Rows": None}, NonImage, "worklist"),
        ({"SOPClassUID": "1.2.840.10008.1.3.10"}, MediaDirectory, "DICOMDIR"),
    ],
)
def test_objects_without_a_picture_say_what_they_are(
    attributes: dict[str, Any], error: type[Exception], message: str, write_dicom: WriteDicom
) -> None:
    with pytest.raises(error, match=message):
        read(write_dicom(data=b"", **attributes))


def test_deep_nesting_is_refused_not_followed() -> None:
    opening = b"\x08\0\x15\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff" * 5000
    with pytest.raises(UnreadableImage, match="nested"):
        parse(opening)


def test_rubbish_is_refused() -> None:
    for data in (b"", b"DICM", bytes(128) + b"DICM", bytes(128) + b"DICM" + b"\xff" * 50):
        with pytest.raises(UnreadableImage):
            read_film(data)


@pytest.mark.parametrize(
    ("raw", "charsets", "text"),
    [
        (b"Plain^Name", (), "Plain^Name"),
        ("Müller^Jörg".encode("latin-1"), ("ISO_IR 100",), "Müller^Jörg"),
        ("Müller^Jörg".encode("latin-1"), (), "Müller^Jörg"),
        ("Müller^Jörg".encode(), ("ISO_IR 100",), "Müller^Jörg"),
        ("Иванов".encode("iso8859-5"), ("ISO_IR 144",), "Иванов"),
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
        (b"\xff\xfe", ("NONSENSE",), "ÿþ"),
    ],
)
def test_names_in_many_character_sets(raw: bytes, charsets: tuple[str, ...], text: str) -> None:
    assert decode_text(raw, charsets) == text
