import struct
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, encapsulate_extended
from pydicom.pixels import get_encoder
from pydicom.uid import ExplicitVRBigEndian, RLELossless

from engine.errors import NotExported, UnreadableImage
from engine.exchange.pictures import stored_png
from engine.images.codestream import Coding, identify
from engine.images.decoding import Layout, compressed_values, native_values
from engine.images.encapsulation import encapsulated_frame, fragments
from engine.images.film import read_film
from engine.images.measuring import pixel_values
from engine.images.windowing import modality_values
from engine.types import Window

RNG = np.random.default_rng(7)
GREY = RNG.integers(0, 1024, (24, 32)).astype(np.uint16)
COLOUR = np.repeat(np.repeat(RNG.integers(0, 255, (3, 4, 3)), 8, 0), 8, 1).astype(np.uint8)
LAYOUT = Layout(24, 32, 1, 16, 16, 15, False, False, "MONOCHROME2")
HTJ2K = "1.2.840.10008.1.2.4.201"
J2K, LOSSLESS, JPEG_LS = (f"1.2.840.10008.1.2.4.{tail}" for tail in ("90", "70", "80"))


def rle(pixels: NDArray[Any]) -> bytes:
    grey = pixels.ndim == 2
    return bytes(
        get_encoder(RLELossless).encode(
            pixels,
            rows=pixels.shape[0],
            columns=pixels.shape[1],
            samples_per_pixel=1 if grey else pixels.shape[2],
            bits_allocated=pixels.dtype.itemsize * 8,
            bits_stored=pixels.dtype.itemsize * 8,
            pixel_representation=0,
            photometric_interpretation="MONOCHROME2" if grey else "RGB",
            number_of_frames=1,
            planar_configuration=0,
            encoding_plugin="pydicom",
        )
    )


def j2k(pixels: NDArray[Any]) -> bytes:
    return bytes(imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True, level=0))


def deflated(pixels: NDArray[Any]) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(pixels.tobytes()) + packer.flush()


ENCODERS: dict[str, Callable[[NDArray[Any]], bytes]] = {
    "1.2.840.10008.1.2.1.98": lambda pixels: pixels.tobytes(),
    LOSSLESS: lambda pixels: bytes(
        imagecodecs.jpeg8_encode(pixels, lossless=True, bitspersample=pixels.dtype.itemsize * 8)
    ),
    JPEG_LS: lambda pixels: bytes(imagecodecs.jpegls_encode(pixels)),
    J2K: j2k,
    "1.2.840.10008.1.2.4.110": lambda p: bytes(imagecodecs.jpegxl_encode(p, lossless=True)),
    "1.2.840.10008.1.2.5": rle,
    "1.2.840.10008.1.2.8.1": deflated,
}


@pytest.mark.parametrize("syntax", ENCODERS)
def test_lossless_syntaxes_give_the_stored_values_back(
    syntax: str, write_dicom: Callable[..., Path]
) -> None:
    path = write_dicom(GREY, syntax=syntax, frames=[ENCODERS[syntax](GREY)])
    film = read_film(path.read_bytes())
    assert np.array_equal(film.stored, GREY)
    assert film.radiograph.warnings == ()


@pytest.mark.parametrize("syntax", [J2K, JPEG_LS, "1.2.840.10008.1.2.5"])
def test_lossless_colour_comes_back(syntax: str, write_dicom: Callable[..., Path]) -> None:
    path = write_dicom(COLOUR, syntax=syntax, frames=[ENCODERS[syntax](COLOUR)])
    assert np.array_equal(read_film(path.read_bytes()).radiograph.stored, COLOUR)


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL"])
@pytest.mark.parametrize("syntax", [*ENCODERS, HTJ2K])
def test_every_lossless_coding_keeps_every_colour_space(
    syntax: str, photometric: str, write_dicom: Callable[..., Path]
) -> None:
    """What a coding holds of YBR_FULL is turned once, whichever coding it is."""
    encode = ENCODERS.get(syntax, lambda p: bytes(imagecodecs.htj2k_encode(p, reversible=True)))
    said = {"PhotometricInterpretation": photometric, "PlanarConfiguration": 0}
    native = read_film(write_dicom(COLOUR, **said).read_bytes()).radiograph
    coded = write_dicom(COLOUR, syntax=syntax, frames=[encode(COLOUR)], **said)
    transforms = syntax in (J2K, HTJ2K)  # their own transform makes RGB of what it was given
    expected = COLOUR if transforms or syntax.endswith(".110") else native.stored
    assert np.array_equal(read_film(coded.read_bytes()).radiograph.stored, expected)


def bare(jpeg: bytes) -> bytes:
    """Leave out the markers of JFIF and Adobe."""
    kept, position = jpeg[:2], 2
    while jpeg[position + 1] != 0xDA:
        end = position + 2 + int.from_bytes(jpeg[position + 2 : position + 4], "big")
        kept += b"" if 0xE0 <= jpeg[position + 1] <= 0xEF else jpeg[position:end]
        position = end
    return kept + jpeg[position:]


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL_422"])
def test_components_named_r_g_b_are_not_turned(
    photometric: str, write_dicom: Callable[..., Path]
) -> None:
    frame = imagecodecs.jpeg8_encode(COLOUR, 100, colorspace="rgb", outcolorspace="rgb")
    path = write_dicom(
        COLOUR,
        syntax="1.2.840.10008.1.2.4.50",
        frames=[bare(bytes(frame))],
        PhotometricInterpretation=photometric,
    )
    stored = read_film(path.read_bytes()).stored
    assert np.abs(stored.astype(int) - COLOUR).mean() < 8


@pytest.mark.parametrize(("photometric", "space"), [("YBR_FULL_422", "ycbcr"), ("RGB", "rgb")])
def test_jpeg_colour_is_rgb_after_decoding(
    photometric: str, space: str, write_dicom: Callable[..., Path]
) -> None:
    frame = imagecodecs.jpeg8_encode(COLOUR, 100, colorspace="rgb", outcolorspace=space)
    path = write_dicom(
        COLOUR,
        syntax="1.2.840.10008.1.2.4.50",
        frames=[bytes(frame)],
        PhotometricInterpretation=photometric,
    )
    film = read_film(path.read_bytes())
    assert film.photometric == "RGB"
    assert np.abs(film.stored.astype(int) - COLOUR).mean() < 8


@pytest.mark.parametrize(
    ("bits_stored", "high_bit", "signed", "raw", "stored"),
    [
        (16, 15, False, 0xFFFF, 0xFFFF),
        (12, 11, False, 0xF123, 0x0123),
        (12, 15, False, 0x1230, 0x0123),
        (12, 11, True, 0x0FFF, -1),
        (12, 11, True, 0xFFFF, -1),
        (12, 15, True, 0xFFF0, -1),
        (16, 15, True, 0x8000, -32768),
        (9, 8, True, 0x0100, -256),
    ],
)
def test_unused_bits_are_masked_shifted_and_signed(
    bits_stored: int, high_bit: int, signed: bool, raw: int, stored: int
) -> None:
    layout = Layout(1, 1, 1, 16, bits_stored, high_bit, signed, False, "MONOCHROME2")
    assert native_values(struct.pack("<H", raw), layout).values[0, 0] == stored


def test_single_bits_run_on_from_frame_to_frame(write_dicom: Callable[..., Path]) -> None:
    bits = RNG.integers(0, 2, (3, 3, 5)).astype(np.uint8)
    path = write_dicom(
        np.zeros((3, 5), np.uint8),
        data=np.packbits(bits.ravel(), bitorder="little").tobytes(),
        BitsAllocated=1,
        BitsStored=1,
        HighBit=0,
        NumberOfFrames=3,
    )
    for frame in range(3):
        assert np.array_equal(read_film(path.read_bytes(), frame=frame).stored, bits[frame])


def test_planes_and_pixels_give_the_same_colour(write_dicom: Callable[..., Path]) -> None:
    planes = np.moveaxis(COLOUR, -1, 0).tobytes()
    path = write_dicom(COLOUR, data=planes, PlanarConfiguration=1)
    assert np.array_equal(read_film(path.read_bytes()).stored, COLOUR)


@pytest.mark.parametrize("vr", ["OW", "OB", "OL"])
def test_32_bits_of_a_big_endian_file_are_words_of_16_as_ow(vr: str) -> None:
    pixels = np.array([[1, 70_000, 1 << 30]], np.uint32)
    dataset = Dataset()
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns, dataset.BitsAllocated = 1, 3, 32
    dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 32, 31, 0
    kind = ">u2" if vr == "OW" else ">u4"
    dataset.PixelData = pixels.view("<u2" if vr == "OW" else "<u4").astype(kind).tobytes()
    dataset["PixelData"].VR = vr
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    buffer = BytesIO()
    dataset.save_as(buffer, enforce_file_format=False)
    assert read_film(buffer.getvalue()).stored.tolist() == pixels.tolist()


def test_values_of_32_bits_that_fit_into_16_keep_their_grey_scale(
    write_dicom: Callable[..., Path],
) -> None:
    pixels = np.array([[0, 1, 3]], np.uint32)
    table = Dataset()
    table.LUTDescriptor = [4, 0, 12]
    table["LUTDescriptor"].VR = "US"
    table.add_new(0x00283006, "OW", np.array([10, 20, 400, 900], np.uint16).tobytes())
    told = {"HighBit": 11, "ModalityLUTSequence": [table], "PixelPaddingValue": 3}
    path = write_dicom(pixels, BitsStored=12, **told)
    film = read_film(path.read_bytes()).radiograph
    assert film.stored.dtype == np.uint16
    assert modality_values(film).tolist() == [[10, 20, 900]]
    assert film.padding == (3, 3)
    wide = write_dicom(pixels + 70_000 * pixels, BitsStored=32, ModalityLUTSequence=[table])
    assert any("left out" in said for said in read_film(wide.read_bytes()).radiograph.warnings)


def test_an_rle_frame_may_hold_one_byte_a_sample() -> None:
    pixels = np.array([[0, 1, 3, 3], [127, 9, 9, 9]], np.uint8)
    frame = rle(pixels)
    layout = replace(LAYOUT, rows=2, columns=4, bits_stored=7, high_bit=6)
    found = compressed_values(frame, layout, RLELossless)
    assert found.values.dtype == np.uint16
    assert found.values.tolist() == pixels.tolist()
    assert any("one byte a sample" in said for said in found.warnings)


def test_32_bits_are_shown_in_16(write_dicom: Callable[..., Path]) -> None:
    pixels = np.array([[0, 1_000_000, 2_000_000]], np.uint32)
    film = read_film(write_dicom(pixels, RescaleSlope=2, RescaleIntercept=1).read_bytes())
    assert film.stored.dtype == np.uint32
    assert film.radiograph.stored.tolist() == [[0, 32767, 65535]]
    read = [
        pixel_values(film.radiograph, 0, column, voi=Window(1, 1e7), invert=False).stored
        for column in range(3)
    ]
    assert read == pytest.approx(pixels[0], abs=16)
    with pytest.raises(NotExported, match="16 bits"):
        stored_png(film.radiograph)
    rescale: Any = film.radiograph.modality
    assert rescale.slope * 65535 + rescale.intercept == pytest.approx(4_000_001)


@pytest.mark.parametrize(
    ("stream", "coding", "size"),
    [
        (j2k(GREY), Coding.JPEG_2000, (24, 32)),
        (ENCODERS[JPEG_LS](GREY), Coding.JPEG_LS, (24, 32)),
        (ENCODERS[LOSSLESS](GREY), Coding.JPEG_LOSSLESS, (24, 32)),
        (rle(GREY), Coding.RLE, (0, 0)),
        (bytes(imagecodecs.jpegxl_encode(GREY)), Coding.JPEG_XL, (0, 0)),
        (bytes(imagecodecs.jpeg2k_encode(GREY, codecformat="jp2")), Coding.JPEG_2000, (24, 32)),
    ],
    ids=["J2K", "JPEG-LS", "JPEG Lossless", "RLE", "JPEG XL", "JP2"],
)
def test_code_streams_are_recognised(stream: bytes, coding: Coding, size: tuple[int, int]) -> None:
    found = identify(stream)
    assert found is not None
    assert (found.coding, (found.rows, found.columns)) == (coding, size)


@pytest.mark.parametrize(
    "stream",
    [b"", b"\xff\xd8", b"\xff\xd8\xff\xda\0\2", b"\xff\xd8abc", bytes(80), b"\xff\x4f\xff\x51"],
)
def test_rubbish_is_no_code_stream(stream: bytes) -> None:
    assert identify(stream) is None
    with pytest.raises(UnreadableImage, match="no code stream"):
        compressed_values(stream, LAYOUT, J2K)


def test_a_wrong_label_is_read_as_what_it_is_with_a_warning() -> None:
    decoded = compressed_values(j2k(GREY), LAYOUT, LOSSLESS)
    assert np.array_equal(decoded.values, GREY)
    assert "labelled JPEG Lossless but are JPEG 2000" in decoded.warnings[0]
    assert compressed_values(rle(GREY), LAYOUT, JPEG_LS).warnings


@pytest.mark.parametrize("encode", [j2k, ENCODERS[JPEG_LS], ENCODERS[LOSSLESS]])
@pytest.mark.parametrize("rows", [12, 96])
def test_the_pictures_own_size_wins_with_a_warning(
    encode: Callable[[NDArray[Any]], bytes], rows: int
) -> None:
    decoded = compressed_values(encode(GREY), replace(LAYOUT, rows=rows), J2K)
    assert np.array_equal(decoded.values, GREY)
    assert any("shown whole" in warning for warning in decoded.warnings)


@pytest.mark.parametrize("rows", [12, 96])
def test_rle_of_another_size_is_refused(rows: int) -> None:
    with pytest.raises(UnreadableImage, match="RLE"):
        compressed_values(rle(GREY), replace(LAYOUT, rows=rows), "1.2.840.10008.1.2.5")


def test_huge_claims_are_refused_before_memory_is_taken() -> None:
    stream = bytearray(ENCODERS[JPEG_LS](GREY))
    place = stream.index(b"\xff\xf7") + 5
    for side in (65500, 2000):  # the latter many times what the header says
        stream[place : place + 4] = struct.pack(">HH", side, side)
        with pytest.raises(UnreadableImage, match="too large"):
            compressed_values(bytes(stream), LAYOUT, JPEG_LS)
    layout = replace(LAYOUT, rows=7000, columns=7000)
    with pytest.raises(UnreadableImage, match="smaller than its picture"):
        compressed_values(rle(GREY), layout, "1.2.840.10008.1.2.5")


def test_a_damaged_size_of_jpeg_2000_gives_way_to_the_headers() -> None:
    stream = bytearray(j2k(GREY))
    stream[8:12] = b"\xdd\xe0\x00\x20"
    decoded = compressed_values(bytes(stream), LAYOUT, J2K)
    assert np.array_equal(decoded.values, GREY)
    assert any("own size is damaged" in warning for warning in decoded.warnings)


@pytest.mark.parametrize(
    ("stream", "layout", "message"),
    [
        (j2k(GREY)[:150], LAYOUT, "damaged"),
        (j2k(GREY), replace(LAYOUT, samples=3), "samples"),
        (j2k(GREY), replace(LAYOUT, bits_allocated=8), "bits a sample"),
        (rle(GREY)[:-200], LAYOUT, "RLE"),
    ],
    ids=["cut", "samples", "bits", "cut RLE"],
)
def test_damage_is_a_clear_error(stream: bytes, layout: Layout, message: str) -> None:
    with pytest.raises(UnreadableImage, match=message):
        compressed_values(stream, layout, J2K)


@pytest.mark.parametrize("kept", [100, 2000])
def test_jpeg_ls_that_does_not_end_is_refused_at_once(kept: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 128, (128, 128), np.uint8)
    stream = bytes(imagecodecs.jpegls_encode(pixels))[:kept]
    begun = time.process_time()
    with pytest.raises(UnreadableImage, match="JPEG-LS frame is damaged"):
        compressed_values(stream, replace(LAYOUT, rows=128, columns=128), JPEG_LS)
    assert time.process_time() - begun < 1


def test_a_deflated_frame_is_checked() -> None:
    syntax = "1.2.840.10008.1.2.8.1"
    with pytest.raises(UnreadableImage, match="damaged"):
        compressed_values(b"\xff\xff\xff", LAYOUT, syntax)
    with pytest.raises(UnreadableImage, match="holds 10 of"):
        compressed_values(deflated(np.zeros(10, np.uint8)), LAYOUT, syntax)


FRAMES = [ENCODERS[JPEG_LS](GREY + k) for k in range(3)]


@pytest.mark.parametrize("fragments_per_frame", [1, 4])
@pytest.mark.parametrize("has_bot", [True, False])
def test_frames_are_found_by_table_or_marker(fragments_per_frame: int, has_bot: bool) -> None:
    data = encapsulate(FRAMES, fragments_per_frame=fragments_per_frame, has_bot=has_bot)
    data += b"\xfe\xff\xdd\xe0\0\0\0\0"
    parts = fragments(data, 0)
    for frame in range(3):
        found, problems = encapsulated_frame(parts, frame, 3)
        assert found.rstrip(b"\0") == FRAMES[frame].rstrip(b"\0")
        assert problems == ()


def test_an_extended_offset_table_is_used() -> None:
    data, offsets, _ = encapsulate_extended(FRAMES)
    table = struct.unpack(f"<{len(offsets) // 8}Q", offsets)
    found, _ = encapsulated_frame(fragments(data, 0), 2, 3, extended_offsets=table)
    assert found.rstrip(b"\0") == FRAMES[2].rstrip(b"\0")


def test_a_lying_offset_table_is_seen_through() -> None:
    data = bytearray(encapsulate(FRAMES[:1]) + b"\xfe\xff\xdd\xe0\0\0\0\0")
    data[8:12] = struct.pack("<L", 99999)
    found, problems = encapsulated_frame(fragments(bytes(data), 0), 0, 1)
    assert found.rstrip(b"\0") == FRAMES[0].rstrip(b"\0")
    assert "offset table" in problems[0]


def test_more_frames_than_claimed_show_the_first() -> None:
    data = encapsulate(FRAMES) + b"\xfe\xff\xdd\xe0\0\0\0\0"
    found, problems = encapsulated_frame(fragments(data, 0), 0, 1)
    assert found.rstrip(b"\0") == FRAMES[0].rstrip(b"\0")
    assert "more frames" in problems[0]


def test_fewer_frames_than_claimed_are_said() -> None:
    parts = fragments(encapsulate(FRAMES, fragments_per_frame=2, has_bot=False), 0)
    assert encapsulated_frame(parts, 2, 4)[1]
    with pytest.raises(UnreadableImage, match="Frame 4 is missing"):
        encapsulated_frame(parts, 3, 4)


def test_no_fragment_is_an_error() -> None:
    with pytest.raises(UnreadableImage, match="no frame"):
        encapsulated_frame(fragments(b"\xfe\xff\x00\xe0\0\0\0\0", 0), 0, 1)
    with pytest.raises(UnreadableImage, match="no frame"):
        fragments(b"\xfe\xff\xdd\xe0\0\0\0\0", 0)


def test_a_lossy_picture_of_far_more_bits_than_the_header_says_is_told_of() -> None:
    pixels = np.full((24, 32), 250, np.uint8)
    frame = imagecodecs.jpeg8_encode(pixels, level=90)
    sound = replace(LAYOUT, bits_allocated=8, bits_stored=8, high_bit=7)
    lying = replace(sound, bits_stored=7, high_bit=6)
    baseline = "1.2.840.10008.1.2.4.50"
    assert compressed_values(frame, sound, baseline).warnings == ()
    (warning,) = compressed_values(frame, lying, baseline).warnings
    assert "Bits Stored" in warning
