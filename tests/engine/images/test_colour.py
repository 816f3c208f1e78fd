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
