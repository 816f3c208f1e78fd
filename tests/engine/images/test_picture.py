import struct
import zlib
from typing import Any

import cv2
import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.errors import UnreadableImage
from engine.images.picture import exif_orientation, read_picture

GREY8 = np.arange(64, dtype=np.uint8).reshape(8, 8)
GREY16 = GREY8.astype(np.uint16) * 1000
COLOUR = np.stack([GREY8, GREY8[::-1], GREY8.T], axis=-1)
ALIKE = np.repeat(GREY8[..., None], 3, axis=-1)
ALPHA = np.concatenate([COLOUR, GREY8[..., None]], axis=-1)


def png(values: NDArray[Any]) -> bytes:
    return bytes(imagecodecs.png_encode(values))


def tiff(values: NDArray[Any], **options: Any) -> bytes:
    return bytes(imagecodecs.tiff_encode(values, **options)) if options else _cv_tiff(values)


def _cv_tiff(values: NDArray[Any]) -> bytes:
    ordered = values[..., ::-1] if values.ndim == 3 else values
    return cv2.imencode(".tif", np.ascontiguousarray(ordered))[1].tobytes()


@pytest.mark.parametrize("encode", [png, _cv_tiff])
@pytest.mark.parametrize("values", [GREY8, GREY16, COLOUR], ids=["grey 8", "grey 16", "colour"])
def test_lossless_pictures_come_back(encode: Any, values: NDArray[Any]) -> None:
    film = read_picture(encode(values), source="a.png")
    assert np.array_equal(film.stored, values)
    assert film.stored.dtype == values.dtype
    assert film.bits_stored == values.dtype.itemsize * 8
    assert (film.photometric, film.warnings) == ("MONOCHROME2" if film.is_grey else "RGB", ())


def test_a_colour_picture_of_greys_is_grey() -> None:
    assert np.array_equal(read_picture(png(ALIKE)).stored, GREY8)


def test_transparency_is_left_out_with_a_warning() -> None:
    film = read_picture(png(ALPHA))
    assert np.array_equal(film.stored, COLOUR)
    assert "transparency" in film.warnings[0]
    opaque = np.concatenate([ALIKE, np.full((8, 8, 1), 255, np.uint8)], axis=-1)
    film = read_picture(png(opaque))
    assert np.array_equal(film.stored, GREY8)
    assert film.warnings == ()


def test_sixteen_bit_colour_is_shown_with_eight() -> None:
    film = read_picture(png(COLOUR.astype(np.uint16) * 257))
    assert np.array_equal(film.stored, COLOUR)
    assert "8" in film.warnings[0]


def test_jpeg_grey_and_colour() -> None:
    smooth = cv2.resize(GREY8, (64, 64), interpolation=cv2.INTER_CUBIC)
    film = read_picture(bytes(imagecodecs.jpeg8_encode(smooth, 98)))
    assert film.is_grey
    assert np.abs(film.stored.astype(int) - smooth).max() <= 4
    assert not read_picture(bytes(imagecodecs.jpeg8_encode(COLOUR, 98))).is_grey


def exif(orientation: int, order: str = "<") -> bytes:
    mark = {"<": b"II", ">": b"MM"}[order]
    entry = struct.pack(f"{order}HHLHH", 0x0112, 3, 1, orientation, 0)
    tiff = mark + struct.pack(f"{order}HLH", 42, 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


TURNS = {
    1: GREY8,
    2: GREY8[:, ::-1],
    3: GREY8[::-1, ::-1],
    4: GREY8[::-1],
    5: GREY8.T,
    6: np.rot90(GREY8, -1),
    7: GREY8[::-1, ::-1].T,
    8: np.rot90(GREY8),
}


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_orientation_is_applied_and_said(orientation: int, order: str) -> None:
    data = bytes(imagecodecs.jpeg8_encode(GREY8, 100))
    film = read_picture(data[:2] + exif(orientation, order) + data[2:])
    assert np.abs(film.stored.astype(int) - TURNS[orientation]).max() <= 3
    assert bool(film.warnings) is (orientation != 1)


def test_broken_exif_is_ignored() -> None:
    data = bytes(imagecodecs.jpeg8_encode(GREY8, 100))
    for block in (exif(9), exif(6)[:14] + b"\xff" * 4 + exif(6)[18:], b"\xff\xe1\0\x0aExif\0\0XX"):
        assert exif_orientation(data[:2] + block + data[2:]) == 1


def test_pages_of_a_tiff_are_frames() -> None:
    data = cv2.imencodemulti(".tif", [GREY8, GREY8.T.copy()])[1].tobytes()
    film = read_picture(data, frame=1)
    assert (film.frame, film.frames) == (1, 2)
    assert np.array_equal(film.stored, GREY8.T)
    with pytest.raises(UnreadableImage, match="no frame 3"):
        read_picture(data, frame=2)
    with pytest.raises(UnreadableImage, match="one picture"):
        read_picture(png(GREY8), frame=1)


def test_a_tiff_whose_zero_is_white_is_turned() -> None:
    data = bytearray(_cv_tiff(GREY8))
    entry = data.index(struct.pack("<HHL", 262, 3, 1))
    data[entry + 8] = 0
    assert np.array_equal(read_picture(bytes(data)).stored, 255 - GREY8)


def claim(data: bytes, columns: int, rows: int) -> bytes:
    head = b"IHDR" + struct.pack(">LL", columns, rows) + data[24:29]
    return data[:12] + head + struct.pack(">L", zlib.crc32(head)) + data[33:]


def jpeg_claim(columns: int, rows: int) -> bytes:
    data = bytearray(imagecodecs.jpeg8_encode(GREY8))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = struct.pack(">HH", rows, columns)
    return bytes(data)


def tiff_claim() -> bytes:
    data = bytearray(_cv_tiff(GREY8))
    for tag in (256, 257):
        place = next(i for i in range(len(data)) if struct.unpack_from("<H", data, i)[0] == tag)
        struct.pack_into("<HHLL", data, place, tag, 4, 1, 1 << 30)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (claim(png(GREY8), 2147483647, 2147483647), "too large"),
        (claim(png(GREY8), 30000, 30000), "too large"),
        (claim(png(GREY8), 0, 4), "no pixels"),
        (png(GREY8)[:-20], "cut short"),
        (png(GREY8)[:20], "damaged"),
        (png(GREY8).replace(b"IDAT", b"IDAX"), "damaged"),
        (jpeg_claim(65500, 65500), "too large"),
        (jpeg_claim(0, 0), "no size"),
        (bytes(imagecodecs.jpeg8_encode(GREY8))[:-60], "cut short"),
        (b"\xff\xd8\xff\xd9", "no size"),
        (tiff_claim(), "too large"),
        (b"II*\0\x08", "TIFF"),
        (_cv_tiff(GREY8)[:40], "TIFF"),
        (_cv_tiff(GREY8.astype(np.float32)), "8 or 16 bits"),
        (b"rubbish", "not a PNG"),
    ],
)
def test_bad_pictures_are_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableImage, match=message):
        read_picture(data)


def test_pictures_for_print_and_palettes_of_tiff_are_refused() -> None:
    cmyk = imagecodecs.jpeg8_encode(ALPHA, colorspace="cmyk", outcolorspace="cmyk")
    with pytest.raises(UnreadableImage, match="CMYK"):
        read_picture(bytes(cmyk))
    data = bytearray(_cv_tiff(GREY8))
    data[data.index(struct.pack("<HHL", 262, 3, 1)) + 8] = 3
    with pytest.raises(UnreadableImage, match="grey and RGB"):
        read_picture(bytes(data))


def test_a_text_bomb_is_stepped_over() -> None:
    data = png(GREY8)
    text = b"zTXtbomb\0\0" + zlib.compress(bytes(10 << 20))
    chunk = struct.pack(">L", len(text) - 4) + text + struct.pack(">L", zlib.crc32(text))
    assert np.array_equal(read_picture(data[:33] + chunk + data[33:]).stored, GREY8)
