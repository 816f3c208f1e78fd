import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.images import measuring
from engine.images.geometry import Point, length_mm
from engine.images.marks import Mark, MarkKind
from engine.types import Radiograph, Rescale, Shutter, Spacing, SpacingProvenance, Window

SIZE = 40
RAMP = np.arange(SIZE * SIZE, dtype=np.uint16).reshape(SIZE, SIZE)


def film(stored: NDArray[Any] = RAMP, **changes: Any) -> Radiograph:
    return Radiograph(stored.copy(), "a", "DX", bits_stored=12, **changes)


def box(kind: MarkKind, *corners: Point) -> Mark:
    return Mark.new(kind, corners)


def test_a_rectangle_holds_the_pixels_whose_centres_it_holds() -> None:
    mark = box(MarkKind.RECTANGLE, (2.0, 3.5), (4.0, 6.9))
    values = RAMP[2:5, 4:7]
    found = measuring.region(film(), mark)
    assert (found.count, found.minimum, found.maximum) == (9, values.min(), values.max())
    assert (found.mean, found.sd) == pytest.approx((values.mean(), values.std()))
    assert found.counts.sum() == found.count
    assert found.area_px == pytest.approx(2.0 * 3.4)


def test_regions_are_measured_in_modality_values() -> None:
    mark = box(MarkKind.ELLIPSE, (5.0, 5.0), (25.0, 25.0))
    plain = measuring.region(film(), mark)
    scaled = measuring.region(film(modality=Rescale(-2.0, 100.0)), mark)
    assert scaled.mean == pytest.approx(100 - 2 * plain.mean)
    assert scaled.sd == pytest.approx(2 * plain.sd)
    assert scaled.minimum == pytest.approx(100 - 2 * plain.maximum)


def test_padding_and_what_the_shutter_hides_do_not_count() -> None:
    stored = np.full((SIZE, SIZE), 100, np.uint16)
    stored[:, :10] = 4000
    stored[:10] = 7
    shown = film(stored, padding=(7, 7), shutter=Shutter((0, 10, SIZE, SIZE)))
    found = measuring.region(shown, box(MarkKind.RECTANGLE, (0.0, 0.0), (39.0, 39.0)))
    assert (found.minimum, found.maximum, found.sd) == (100, 100, 0)
    assert found.count == 30 * 30
    nothing = measuring.region(shown, box(MarkKind.RECTANGLE, (0.0, 0.0), (39.0, 5.0)))
    assert nothing.count == 0
    assert math.isnan(nothing.mean)


def test_colour_is_measured_by_its_luminance() -> None:
    red = np.zeros((SIZE, SIZE, 3), np.uint8)
    red[..., 0] = 200
    found = measuring.region(film(red), box(MarkKind.RECTANGLE, (0.0, 0.0), (9.0, 9.0)))
    assert found.mean == pytest.approx(0.299 * 200, abs=0.6)


@pytest.mark.parametrize("dtype", [np.int16, np.uint8])
def test_signed_and_narrow_values_are_measured_too(dtype: type) -> None:
    stored = (RAMP % 100).astype(dtype) - np.array(0, dtype)
    found = measuring.region(film(stored), box(MarkKind.RECTANGLE, (0.0, 0.0), (0.0 + 1, 39.0)))
    assert found.mean == pytest.approx(stored[:2].mean())


places = st.tuples(st.floats(0, SIZE - 1), st.floats(0, SIZE - 1))


@settings(deadline=None)
@given(st.lists(places, min_size=3, max_size=9))
def test_a_polygon_holds_what_a_ray_to_the_right_says(points: list[Point]) -> None:
    try:
        mark = box(MarkKind.POLYGON, *points)
    except ValueError:
        return
    rows = columns = np.arange(SIZE)
    seen = measuring.inside(mark, rows, columns)
    edges = list(zip(points, [*points[1:], points[0]], strict=True))
    for row, column in ((3, 5), (20, 20), (31, 8), (17, 33)):
        crossed = sum(
            (a[0] > row) != (b[0] > row)
            and column < (row - a[0]) / (b[0] - a[0]) * (b[1] - a[1]) + a[1]
            for a, b in edges
        )
        assert seen[row, column] == bool(crossed % 2)


@settings(deadline=None)
@given(places, places)
def test_a_polygon_of_a_boxs_corners_is_that_box(one: Point, other: Point) -> None:
    (top, left), (bottom, right) = (min(one[0], other[0]), min(one[1], other[1])), (
        max(one[0], other[0]), max(one[1], other[1]),
    )  # fmt: skip
    if bottom - top < 1 or right - left < 1:
        return
    # Off the pixels' centres, where the two would differ on the outline.
    top, left, bottom, right = (math.floor(v) + 0.37 for v in (top, left, bottom, right))
    corners = ((top, left), (top, right), (bottom, right), (bottom, left))
    polygon, boxed = box(MarkKind.POLYGON, *corners), box(MarkKind.RECTANGLE, *corners[::2])
    rows = columns = np.arange(SIZE)
    np.testing.assert_array_equal(
        measuring.inside(polygon, rows, columns), measuring.inside(boxed, rows, columns)
    )
    assert measuring.area_px(polygon) == pytest.approx(measuring.area_px(boxed))


def test_a_large_ellipse_holds_about_its_area_of_pixels() -> None:
    mark = box(MarkKind.ELLIPSE, (100.0, 50.0), (500.0, 350.0))
    rows, columns = np.arange(600), np.arange(400)
    counted = int(measuring.inside(mark, rows, columns).sum())
    assert measuring.area_px(mark) == pytest.approx(math.pi * 200 * 150)
    assert counted == pytest.approx(measuring.area_px(mark), rel=0.005)


def test_an_outline_that_crosses_itself_has_no_area() -> None:
    crossed = box(MarkKind.POLYGON, (0.0, 0.0), (10.0, 10.0), (0.0, 8.0), (10.0, 0.0))
    assert math.isnan(measuring.area_px(crossed))
    concave = box(MarkKind.POLYGON, (0.0, 0.0), (10.0, 5.0), (0.0, 10.0), (4.0, 5.0))
    assert measuring.area_px(concave) == pytest.approx(30.0)


def test_a_profile_runs_from_start_to_end_in_modality_values() -> None:
    shown = film(modality=Rescale(2.0, 1.0))
    along = measuring.profile(shown, (3.0, 2.0), (3.0, 12.0)).values
    np.testing.assert_allclose(along, 1 + 2 * RAMP[3, 2:13].astype(float))
    slanted = measuring.profile(shown, (2.5, 2.0), (10.5, 8.0)).values
    assert len(slanted) == 11
    np.testing.assert_allclose(np.diff(slanted), (slanted[-1] - slanted[0]) / 10, rtol=1e-4)
    assert len(measuring.profile(shown, (-0.5, -0.5), (-0.5, 0.4)).values) == 2


def test_a_pixel_has_three_values() -> None:
    shown = film(modality=Rescale(1.0, -1000.0), inverted=True)
    voi = Window(0.0, 2001.0)
    found = measuring.pixel_values(shown, 10, 5, voi=voi, invert=False)
    assert (found.stored, found.modality) == (405, -595.0)
    assert found.display == 255 - round((-595 + 0.5) / 2000 * 255 + 127.5)
    back = measuring.pixel_values(shown, 10, 5, voi=voi, invert=True)
    assert back.display == 255 - found.display


def test_the_window_of_a_region_spans_its_values() -> None:
    mark = box(MarkKind.RECTANGLE, (0.0, 0.0), (39.0, 39.0))
    found = measuring.region_window(film(), mark)
    assert found is not None
    low, high = np.percentile(RAMP, (1, 99))
    lowest = found.center - 0.5 - (found.width - 1) / 2
    assert (lowest, lowest + found.width - 1) == pytest.approx((low, high))
    flat = measuring.region_window(film(np.full((SIZE, SIZE), 9, np.uint16)), mark)
    assert flat is not None
    assert flat.width == 1
    padded = film(np.zeros((SIZE, SIZE), np.uint16), padding=(0, 0))
    assert measuring.region_window(padded, mark) is None


@given(st.floats(0.01, 5), st.floats(0.01, 5), st.floats(0.1, 1e4))
def test_a_calibrated_line_is_as_long_as_the_reader_said(
    row_mm: float, column_mm: float, length: float
) -> None:
    given_spacing = Spacing(row_mm, column_mm, SpacingProvenance.AT_DETECTOR)
    start, end = (3.0, 4.0), (30.0, 21.0)
    found = measuring.calibrated(given_spacing, start, end, length)
    assert length_mm(found, start, end) == pytest.approx(length)
    assert found.row_mm / found.column_mm == pytest.approx(row_mm / column_mm)
    assert found.provenance is SpacingProvenance.BY_READER


@pytest.mark.parametrize(
    ("end", "length"),
    [((1.0, 1.0), 5.0), ((9.0, 9.0), 0.0), ((9.0, 9.0), -3.0), ((9.0, 9.0), math.inf)],
)
def test_nothing_is_no_calibration(end: Point, length: float) -> None:
    with pytest.raises(ValueError, match="calibration"):
        measuring.calibrated(Spacing(), (1.0, 1.0), end, length)


def test_measuring_leaves_the_film_alone() -> None:
    shown = film()
    before = shown.stored.copy()
    measuring.region(replace(shown), box(MarkKind.RECTANGLE, (0.0, 0.0), (39.0, 39.0)))
    np.testing.assert_array_equal(shown.stored, before)
