"""The header, read fail-soft; where the pixels lie; what is refused."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import (
    BasicTextSRStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
)

from engine.errors import MediaDirectory, NonImage, UnreadableImage
from engine.images.dicom import parse
from engine.images.film import read_film
from engine.images.windowing import render
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


def overlay_tags(
    bits: NDArray[np.bool_], origin: tuple[int, int] = (1, 1), group: int = 0x6000
) -> dict[int, tuple[str, Any]]:
    packed = np.packbits(bits.ravel(), bitorder="little").tobytes()
    elements = {
        0x10: ("US", bits.shape[-2]),
        0x11: ("US", bits.shape[-1]),
        0x40: ("CS", "G"),
        0x50: ("SS", list(origin)),
        0x100: ("US", 1),
        0x102: ("US", 0),
        0x3000: ("OW", packed + b"\0" * (len(packed) % 2)),
    }
    if bits.ndim == 3:
        elements[0x15] = ("IS", len(bits))
    return {group << 16 | element: value for element, value in elements.items()}


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


@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2.1", ImplicitVRLittleEndian])
def test_empty_elements_may_stand_before_the_first(syntax: str, write_dicom: WriteDicom) -> None:
    data = write_dicom(syntax=syntax).read_bytes()
    meta = 132 + 12 + struct.unpack_from("<L", data, 140)[0]
    film = read_film(data[:meta] + bytes(16) + data[meta:])
    assert np.array_equal(film.stored, read_film(data).stored)


def test_a_deflated_data_set_may_have_a_head(write_dicom: WriteDicom) -> None:
    data = write_dicom(syntax=DeflatedExplicitVRLittleEndian).read_bytes()
    meta = 132 + 12 + struct.unpack_from("<L", data, 140)[0]
    bare = zlib.decompress(data[meta:], wbits=-15)
    again = read_film(data[:meta] + zlib.compress(bare))
    assert np.array_equal(again.stored, read_film(data).stored)


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
        ({"data": bytes(range(48))}, "more pixel data"),
        ({"RescaleSlope": 0, "RescaleIntercept": 1}, "Rescale"),
        ({"WindowCenter": 1, "WindowWidth": 0}, "invalid"),
        ({"WindowCenter": [1, 2], "WindowWidth": 5}, "pair"),
        ({"WindowCenter": 1, "WindowWidth": 9, "VOILUTFunction": "X"}, "VOI LUT Function"),
        ({"WindowCenter": 1, "WindowWidth": -5}, "Window 1 / -5"),
        ({"VOILUTSequence": [lut_item([1, 2], count=9)]}, "VOI LUT of the file is malformed"),
        ({"VOILUTSequence": [Dataset()]}, "VOI LUT of the file is malformed"),
        ({"VOILUTSequence": [item(LUTDescriptor=[4, 0], LUTData=b"abcd")]}, "VOI LUT of the file"),
        ({"VOILUTSequence": [lut_item([1, 2], bits=99)]}, "VOI LUT of the file is malformed"),
        ({"ModalityLUTSequence": [lut_item([], count=9)]}, "Modality LUT of the file"),
        ({"ImagerPixelSpacing": [0, 0]}, "Imager Pixel Spacing"),
        ({"PixelSpacing": [-0.2, 0.2]}, "Pixel Spacing is invalid"),
        ({"PixelSpacing": [0.2]}, "Pixel Spacing is invalid"),
        ({"PatientOrientation": ["X", "Q"]}, "orientation unknown"),
        ({"PatientOrientation": ["L", "R"]}, "orientation unknown"),
        ({"BitsStored": 40}, "Bits Stored is invalid"),
        ({"BitsStored": 3, "HighBit": 2}, "Bits beyond Bits Stored"),
        ({"PixelRepresentation": 7}, "Pixel Representation"),
        ({"NumberOfFrames": 5}, "the file holds 1"),
        ({"ShutterLeftVerticalEdge": 1}, "rectangular display shutter"),
        ({"ShutterShape": "CIRCULAR", "CenterOfCircularShutter": [2, 2]}, "circular display"),
        ({"ShutterShape": "POLYGONAL", "VerticesOfThePolygonalShutter": [1, 1, 2]}, "polygonal"),
        ({"ShutterShape": "BITMAP", "ShutterOverlayGroup": 0x6000}, "bitmap display"),
        ({"ShutterShape": "HEXAGONAL"}, "Shutter Shape"),
        ({"CenterOfCircularShutter": [90, 90], "RadiusOfCircularShutter": 1}, "nothing visible"),
        ({"tags": {0x60000010: ("US", 3), 0x60003000: ("OW", b"ab")}}, "Overlay 6000"),
        ({"tags": {0x60000102: ("US", 15)}}, "Overlay 6000"),
        ({"tags": overlay_tags(np.ones((3, 4), bool), (50, 1))}, "outside the film"),
        ({"PresentationIntentType": "FOR PROCESSING"}, "not meant for reading"),
        ({"QualityControlImage": "YES"}, "quality control"),
        ({"BurnedInAnnotation": "YES"}, "burned into"),
        ({"PixelAspectRatio": [2, 1]}, "not square"),
        ({"PixelAspectRatio": [0, 1]}, "Pixel Aspect Ratio"),
        ({"PixelSpacing": ["0.2", "0.1"]}, "not square: 0.2 to 0.1"),
        ({"WindowCenter": -600, "WindowWidth": 100}, "almost nothing visible"),
        ({"syntax": "1.2.840.10008.1.2.4.50"}, "not compressed"),
        ({"PixelPaddingValue": 0, "PixelPaddingRangeLimit": 4095}, "Pixel Padding"),
    ],
)
def test_what_is_odd_opens_with_a_warning(
    attributes: dict[str, Any], message: str, write_dicom: WriteDicom
) -> None:
    film = read(write_dicom(**attributes))
    assert any(message in warning for warning in film.warnings), film.warnings
    assert np.ptp(render(film)) > 100


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
        ("MONOCHROME2", "INVERSE", True, True),
        ("MONOCHROME1", "IDENTITY", True, True),
        ("MONOCHROME2", "IDENTITY", False, False),
        ("MONOCHROME2", "LIN OD", False, True),
    ],
)
def test_polarity_is_one_inversion(
    photometric: str, shape: str | None, inverted: bool, noted: bool, write_dicom: WriteDicom
) -> None:
    film = read(write_dicom(PhotometricInterpretation=photometric, PresentationLUTShape=shape))
    assert film.inverted is inverted
    assert bool(film.warnings) is noted


@pytest.mark.parametrize(("said", "unit"), [("HU", "HU"), ("US", ""), ("", "")])
def test_modality_values_have_their_unit(said: str, unit: str, write_dicom: WriteDicom) -> None:
    plain = write_dicom(RescaleSlope=1, RescaleIntercept=-1024, RescaleType=said)
    assert read(plain).unit == unit
    table = lut_item([1, 2, 3])
    table.ModalityLUTType = said
    assert read(write_dicom(ModalityLUTSequence=[table], RescaleType="OD")).unit == unit


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


@pytest.mark.parametrize("kind", ["SS", "US"])
@pytest.mark.parametrize(
    ("intercept", "signed", "first"),
    [("0", False, 40000), ("-1", False, 40000), ("-1024", False, -1000), ("0", True, -20000),
     ("40000", True, 45000)],
)  # fmt: skip
def test_a_table_begins_where_its_input_lies_however_it_is_typed(
    kind: str, intercept: str, signed: bool, first: int, write_dicom: WriteDicom
) -> None:
    written = first - 0x10000 * (first > 0x7FFF) if kind == "SS" else first % 0x10000
    table = item(LUTData=np.arange(50, dtype=np.uint16).tobytes())
    table["LUTData"].VR = "OW"
    table.add_new("LUTDescriptor", kind, [50, written, 12])
    pixels = np.zeros((3, 4), np.int16 if signed else np.uint16)
    said = {"RescaleSlope": "1", "RescaleIntercept": intercept, "RescaleType": "US"}
    film = read(write_dicom(pixels, VOILUTSequence=[table], **said))
    assert isinstance(film.vois[0], LookupTable)
    assert film.vois[0].first_mapped == first


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
    assert film.shutter is not None
    assert film.shutter.rectangle == (5, 10, 44, 49)
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


def test_lossy_compression_is_known_without_its_ratio(write_dicom: WriteDicom) -> None:
    assert read(write_dicom(LossyImageCompression="00")).identity.lossy_ratio == ""
    assert read(write_dicom(LossyImageCompression="01")).identity.lossy_ratio == "?"
    said = {"LossyImageCompression": "01", "LossyImageCompressionRatio": "12.5"}
    assert read(write_dicom(**said)).identity.lossy_ratio == "12.5"


def test_the_requests_priority_is_read_wherever_it_stands(write_dicom: WriteDicom) -> None:
    assert read(write_dicom()).identity.priority == ""
    assert read(write_dicom(RequestedProcedurePriority="STAT ")).identity.priority == "STAT"
    item = Dataset()
    item.RequestedProcedurePriority = "HIGH"
    film = read(write_dicom(RequestAttributesSequence=[Dataset(), item]))
    assert film.identity.priority == "HIGH"
