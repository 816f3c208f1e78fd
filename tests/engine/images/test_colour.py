"""Colour spaces and palettes become RGB for the eye."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.colour import unsegmented
from engine.images.film import read_film
from engine.types import Radiograph

WriteDicom = Callable[..., Path]


def read(path: Path) -> Radiograph:
    return read_film(path.read_bytes()).radiograph


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


def test_a_palette_may_begin_below_zero(write_dicom: WriteDicom) -> None:
    tables = {0x00281101 + colour: ("US", [3, 65535, 8]) for colour in range(3)}
    tables |= {0x00281201 + colour: ("OW", bytes([5, 6, 7, 0])) for colour in range(3)}
    pixels = np.array([[-1, 0, 1]], np.int8)
    path = write_dicom(pixels, PhotometricInterpretation="PALETTE COLOR", tags=tables)
    assert read(path).stored[0, :, 0].tolist() == [5, 6, 7]


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


@settings(deadline=None)
@given(st.lists(st.integers(0, 255), min_size=1, max_size=20), st.integers(0, 255), st.booleans())
def test_a_segmented_palette_is_expanded(first: list[int], last: int, wide: bool) -> None:
    """Discrete, then linear to a last value, then both again by reference (PS3.3 C.7.9.2)."""
    offset = [0, 0] if wide else [0, 0, 0, 0]
    segments = [0, len(first), *first, 1, 5, last, 2, 2, *offset]
    data = np.array(segments, "<u2" if wide else np.uint8).tobytes()
    ramp = np.interp(range(1, 6), [0, 5], [first[-1], last])
    expected = np.rint([*first, *ramp] * 2)
    table = unsegmented(data + b"\0" * (len(data) % 2), expected.size, wide=wide)
    assert table is not None
    assert np.abs(table - expected).max() <= 1


@pytest.mark.parametrize(
    "words", [[], [1, 4, 9], [2, 1, 0, 0], [0, 9, 1], [7, 7, 7], [0, 1, 5, 2, 9, 3, 0]]
)
def test_a_damaged_segmented_palette_is_none(words: list[int]) -> None:
    assert unsegmented(np.array(words, "<u2").tobytes(), 256, wide=True) is None


def palette(*tables: list[int], bits: int, words: bool) -> dict[int, tuple[str, Any]]:
    kind = "<u2" if words else np.uint8
    tags: dict[int, tuple[str, Any]] = {
        0x00281101 + n: ("US", [len(table), 0, bits]) for n, table in enumerate(tables)
    }
    return tags | {
        0x00281201 + n: ("OW", np.array(table, kind).tobytes()) for n, table in enumerate(tables)
    }


@pytest.mark.parametrize("bits", [8, 16])
def test_the_entries_say_how_wide_a_palette_is(bits: int, write_dicom: WriteDicom) -> None:
    """One dim channel of 16 bits is dim; entries of 16 bits are that under any descriptor."""
    tags = palette([0, 0xFF00], [0, 200], [0, 0x8000], bits=bits, words=True)
    pixels = np.array([[0, 1]], np.uint8)
    film = read(write_dicom(pixels, PhotometricInterpretation="PALETTE COLOR", tags=tags))
    assert film.stored.tolist() == [[[0, 0, 0], [255, 0, 128]]]
    tags = palette([0, 255], [0, 200], [0, 128], bits=bits, words=False)
    film = read(write_dicom(pixels, PhotometricInterpretation="PALETTE COLOR", tags=tags))
    assert film.stored.tolist() == [[[0, 0, 0], [255, 200, 128]]]


@pytest.mark.parametrize("halved", [False, True])
def test_partial_luminance_spans_black_to_white(halved: bool, write_dicom: WriteDicom) -> None:
    """YBR_PARTIAL_422 (retired): 16 is black and 235 white (PS3.3 C.7.6.3.1.2)."""
    full = np.array([[[16, 128, 128], [235, 128, 128]]], np.uint8)
    data = bytes([16, 235, 128, 128]) if halved else full.tobytes()
    film = read(write_dicom(full, data=data, PhotometricInterpretation="YBR_PARTIAL_422"))
    assert film.stored.tolist() == [[[0, 0, 0], [255, 255, 255]]]


@pytest.mark.parametrize("bits", [1, 3, 5, 7, 8, 12, 16])
def test_colour_of_any_depth_reaches_white(bits: int, write_dicom: WriteDicom) -> None:
    white = (1 << bits) - 1
    pixels = np.array([[[0, white, white]]], np.uint8 if bits <= 8 else np.uint16)
    film = read(write_dicom(pixels, BitsStored=bits, HighBit=bits - 1))
    assert film.stored.tolist() == [[[0, 255, 255]]]
