"""Overlay planes and display shutters, against references in a line or two."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRBigEndian, ImplicitVRLittleEndian

from engine.images.dicom import Header
from engine.images.film import read_film
from engine.images.framing import opening
from engine.images.overlays import read_overlays
from engine.images.shutters import read_shutter
from engine.types import Radiograph, Shutter

WriteDicom = Callable[..., Path]
SHAPE = (9, 11)


def plane(bits: NDArray[np.bool_], origin: tuple[int, int], **more: Any) -> Dataset:
    dataset = Dataset()
    packed = np.packbits(bits.ravel(), bitorder="little").tobytes()
    elements = {
        0x10: ("US", bits.shape[-2]),
        0x11: ("US", bits.shape[-1]),
        0x40: ("CS", "R"),
        0x50: ("SS", list(origin)),
        0x1500: ("LO", "label"),
        0x3000: ("OB", packed + b"\0" * (len(packed) % 2)),
    }
    for element, (vr, value) in elements.items():
        dataset.add_new((0x6002, element), vr, value)
    if "frames" in more:
        dataset.add_new((0x6002, 0x15), "IS", more["frames"])
        dataset.add_new((0x6002, 0x51), "US", more["first"])
    return dataset


@settings(deadline=None)
@given(
    st.integers(1, 14), st.integers(1, 14), st.integers(-15, 15), st.integers(-15, 15), st.data()
)
def test_a_plane_lies_where_its_origin_says(
    rows: int, columns: int, top: int, left: int, data: st.DataObject
) -> None:
    size = rows * columns
    bits = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)))
    bits = bits.reshape(rows, columns)
    notes: list[str] = []
    found = read_overlays(Header(plane(bits, (top, left)), notes), SHAPE)
    expected = np.zeros(SHAPE, bool)
    for row, column in np.argwhere(bits) + np.array([top - 1, left - 1]):
        if 0 <= row < SHAPE[0] and 0 <= column < SHAPE[1]:
            expected[row, column] = True
    drawn = np.zeros(SHAPE, bool)
    for overlay in found:
        height, width = overlay.mask.shape
        drawn[overlay.top : overlay.top + height, overlay.left : overlay.left + width] = (
            overlay.mask
        )
        assert (overlay.group, overlay.kind, overlay.label) == (0x6002, "R", "label")
    assert np.array_equal(drawn, expected)
    assert bool(found) != bool(notes)


def test_each_frame_has_its_own_plane_from_the_frame_that_the_origin_names() -> None:
    bits = np.zeros((3, 3, 5), bool)
    bits[np.arange(3), np.arange(3), np.arange(3)] = True
    header = Header(plane(bits, (1, 1), frames=3, first=2), [])
    found = [read_overlays(header, SHAPE, frame=frame) for frame in range(5)]
    assert [len(planes) for planes in found] == [0, 1, 1, 1, 0]
    assert [np.argwhere(planes[0].mask).tolist() for planes in found[1:4]] == [
        [[0, 0]],
        [[1, 1]],
        [[2, 2]],
    ]


@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2.1", ImplicitVRLittleEndian])
@pytest.mark.parametrize("bit", [0, 13, 15])
def test_a_plane_in_an_unused_bit_is_taken_out_and_masked_off(
    bit: int, syntax: str, write_dicom: WriteDicom
) -> None:
    values = np.arange(12, dtype=np.uint16).reshape(3, 4)
    drawn = values % 3 == 0
    first = 1 if bit == 0 else 0
    words = (values << first | drawn.astype(np.uint16) << bit).astype(np.uint16)
    path = write_dicom(
        words,
        syntax=syntax,
        BitsStored=12,
        HighBit=11 + first,
        tags={0x60000100: ("US", 16), 0x60000102: ("US", bit), 0x60000010: ("US", 3)},
    )
    film = read_film(path.read_bytes()).radiograph
    assert np.array_equal(film.stored, values)
    if bit:  # bit 0 is what a plane with data of its own says, too
        assert np.array_equal(film.overlays[0].mask, drawn)
        assert not film.overlays[0].mask.flags.writeable


def covered(film: Radiograph) -> NDArray[np.bool_]:
    assert film.shutter is not None
    return ~opening(film.shutter, film.shape)


@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2.1", ExplicitVRBigEndian])
def test_shapes_of_a_shutter_are_all_obeyed(syntax: str, write_dicom: WriteDicom) -> None:
    film = read_film(
        write_dicom(
            np.zeros((40, 60), np.uint16),
            syntax=syntax,
            ShutterShape=["RECTANGULAR", "CIRCULAR", "POLYGONAL"],
            ShutterLeftVerticalEdge=10,
            ShutterRightVerticalEdge=50,
            ShutterUpperHorizontalEdge=5,
            ShutterLowerHorizontalEdge=35,
            CenterOfCircularShutter=[20, 30],
            RadiusOfCircularShutter=12,
            VerticesOfThePolygonalShutter=[1, 1, 1, 60, 40, 60],
            ShutterPresentationValue=0xFFFF,
        ).read_bytes()
    ).radiograph
    row, column = np.mgrid[:40, :60]
    inside = (row >= 5) & (row < 34) & (column >= 10) & (column < 49)
    inside &= (row - 19) ** 2 + (column - 29) ** 2 <= 144
    # The polygon's edge is the diagonal; its pixels may fall to either side.
    inside &= column * 39 >= row * 59
    differ = covered(film) == inside
    assert differ.sum() <= 24
    assert film.shutter is not None
    assert film.shutter.grey == 1.0
    assert not film.warnings


def test_a_bitmap_shutter_takes_its_overlay() -> None:
    dataset = plane(np.eye(3, dtype=bool), (2, 2))
    dataset.ShutterShape = "BITMAP"
    dataset.ShutterOverlayGroup = 0x6002
    header = Header(dataset, [])
    shutter = read_shutter(header, read_overlays(header, SHAPE), shape=SHAPE)
    assert shutter is not None
    assert np.argwhere(~opening(shutter, SHAPE)).tolist() == [[1, 1], [2, 2], [3, 3]]
    assert read_shutter(header) is None
    assert "bitmap" in header.notes[-1]


def test_a_film_without_a_shutter_has_none() -> None:
    assert read_shutter(Header(Dataset(), []), shape=SHAPE) is None


@settings(deadline=None)
@given(st.tuples(*[st.integers(-5, 16)] * 4))
def test_a_rectangle_opens_what_lies_in_it(box: tuple[int, int, int, int]) -> None:
    row, column = np.mgrid[: SHAPE[0], : SHAPE[1]]
    top, left, bottom, right = box
    inside = (row >= top) & (row < bottom) & (column >= left) & (column < right)
    assert np.array_equal(opening(Shutter(box), SHAPE), inside)
