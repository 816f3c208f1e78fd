import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.images.geometry import (
    angle_degrees,
    cardiothoracic,
    cobb_degrees,
    edge_letters,
    length_mm,
    orientation,
    spacing,
    to_image,
)
from engine.types import Orientation, Placement, Spacing, SpacingProvenance

CALIBRATED, CORRECTED = SpacingProvenance.CALIBRATED, SpacingProvenance.MAGNIFICATION_CORRECTED
AT_DETECTOR, NOMINAL = SpacingProvenance.AT_DETECTOR, SpacingProvenance.NOMINAL
PIXELS = SpacingProvenance.PIXELS
CM = Spacing(10, 10, CALIBRATED)


@pytest.mark.parametrize(
    ("given_values", "row_mm", "provenance", "noted"),
    [
        ({}, 1.0, PIXELS, False),
        ({"pixel": (0.16, 0.16), "calibration_type": "FIDUCIAL"}, 0.16, CALIBRATED, False),
        (
            {"pixel": (0.16, 0.16), "imager": (0.2, 0.2), "calibration_type": "GEOMETRY"},
            0.16,
            CALIBRATED,
            False,
        ),
        ({"pixel": (0.16, 0.16), "imager": (0.2, 0.2), "modality": "DX"}, 0.16, CALIBRATED, True),
        ({"pixel": (0.2, 0.2), "imager": (0.2, 0.2), "modality": "DX"}, 0.2, AT_DETECTOR, False),
        (
            {"pixel": (0.3, 0.3), "imager": (0.2, 0.2), "calibration_type": "FIDUCIAL"},
            0.3,
            CALIBRATED,
            True,
        ),
        ({"pixel": (0.2, 0.2)}, 0.2, AT_DETECTOR, False),
        ({"pixel": (0.2, 0.2), "modality": "DX"}, 0.2, AT_DETECTOR, False),
        ({"pixel": (0.7, 0.7), "modality": "CT"}, 0.7, CALIBRATED, False),
        ({"imager": (0.2, 0.2)}, 0.2, AT_DETECTOR, False),
        ({"imager": (0.2, 0.2), "magnification": 1.25}, 0.16, CORRECTED, False),
        ({"imager": (0.2, 0.2), "magnification": 0.0}, 0.2, AT_DETECTOR, True),
        (
            {
                "imager": (0.2, 0.2),
                "source_to_detector_mm": 1800.0,
                "source_to_patient_mm": 1500.0,
            },
            0.2 / 1.2,
            CORRECTED,
            False,
        ),
        ({"nominal": (0.1, 0.1)}, 0.1, NOMINAL, False),
        ({"imager": (0.0, 0.0)}, 1.0, PIXELS, True),
        ({"imager": (-0.2, 0.2)}, 1.0, PIXELS, True),
        ({"imager": (math.nan, 0.2)}, 1.0, PIXELS, True),
        ({"imager": (0.2,)}, 1.0, PIXELS, True),
        ({"imager": (200.0, 200.0)}, 1.0, PIXELS, True),
        ({"pixel": (0.0, 0.0), "nominal": (0.1, 0.1)}, 0.1, NOMINAL, True),
    ],
)
def test_spacing_says_where_it_comes_from(
    given_values: dict[str, Any], row_mm: float, provenance: SpacingProvenance, noted: bool
) -> None:
    found, notes = spacing(**given_values)
    assert found.row_mm == pytest.approx(row_mm)
    assert found.provenance is provenance
    assert bool(notes) is noted


def test_rows_come_first_in_spacing() -> None:
    found, _ = spacing(imager=(0.2, 0.1))
    assert (found.row_mm, found.column_mm) == (0.2, 0.1)
    assert length_mm(found, (0, 0), (10, 0)) == 2
    assert length_mm(found, (0, 0), (0, 10)) == 1


def test_angles() -> None:
    assert angle_degrees(CM, (0, 1), (0, 0), (1, 0)) == pytest.approx(90)
    assert angle_degrees(CM, (0, 1), (0, 0), (0, -1)) == pytest.approx(180)
    squeezed = Spacing(2, 1, CALIBRATED)
    assert angle_degrees(squeezed, (0, 2), (0, 0), (1, 2)) == pytest.approx(45)
    assert cobb_degrees(CM, ((0, 0), (0, 5)), ((3, 5), (4, 0))) == pytest.approx(11.31, abs=0.01)
    with pytest.raises(ValueError, match="arms"):
        angle_degrees(CM, (1, 1), (1, 1), (0, 0))


def test_the_cardiothoracic_ratio_is_width_over_width() -> None:
    midline = ((0, 5), (20, 5))
    found = cardiothoracic(CM, thorax=((8, 0), (8, 10)), midline=midline, borders=((5, 3), (6, 8)))
    assert found.ratio == 0.5
    assert found.heart == pytest.approx((2 * CM.column_mm, 3 * CM.column_mm))
    assert found.feet == ((5, 5), (6, 5))
    across = {"thorax": ((8, 0), (8, 10)), "midline": midline, "borders": ((5, 3), (6, 8))}
    with pytest.raises(ValueError, match="width"):
        cardiothoracic(CM, **{**across, "thorax": ((3, 3), (9, 3))})
    with pytest.raises(ValueError, match="midline"):
        cardiothoracic(CM, **{**across, "midline": ((3, 3), (3, 3))})


def test_a_heart_beside_the_midline_is_as_wide_as_it_is() -> None:
    found = cardiothoracic(
        CM, thorax=((8, 0), (8, 10)), midline=((0, 5), (9, 5)), borders=((5, 6), (6, 8))
    )
    assert sum(found.heart) == pytest.approx(2 * CM.column_mm)


@given(st.floats(0, 360))
def test_a_turned_film_has_the_same_cardiothoracic_ratio(degrees: float) -> None:
    def turned(row: float, column: float) -> tuple[float, float]:
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return row * cosine - column * sine, row * sine + column * cosine

    found = cardiothoracic(
        Spacing(),
        thorax=(turned(80, 0), turned(85, 100)),
        midline=(turned(0, 48), turned(100, 48)),
        borders=(turned(50, 35), turned(60, 80)),
    )
    assert found.ratio == pytest.approx(0.45)


@pytest.mark.parametrize(
    ("values", "found", "noted"),
    [
        (("L", "F"), Orientation("L", "F"), False),
        (("p", "fl"), Orientation("P", "FL"), False),
        ((), None, False),
        (("", ""), None, False),
        (("X", "Q"), None, True),
        (("L",), None, True),
        (("L", "R"), None, True),
        (("LR", "F"), None, True),
    ],
)
def test_orientation_is_read_or_unknown_never_invented(
    values: tuple[str, ...], found: Orientation | None, noted: bool
) -> None:
    orient, notes = orientation(values)
    assert orient == found
    assert bool(notes) is noted


@pytest.mark.parametrize(
    ("turned", "letters"),
    [
        ({}, ("H", "L", "F", "R")),
        ({"flipped_h": True}, ("H", "R", "F", "L")),
        ({"flipped_v": True}, ("F", "L", "H", "R")),
        ({"rotation_deg": 90}, ("R", "H", "L", "F")),
        ({"rotation_deg": -90}, ("L", "F", "R", "H")),
        ({"rotation_deg": 180}, ("F", "R", "H", "L")),
        ({"flipped_h": True, "rotation_deg": 90}, ("L", "H", "R", "F")),
        ({"rotation_deg": 10}, ("H", "L", "F", "R")),
        ({"rotation_deg": 30}, ("HR", "LH", "FL", "RF")),
        ({"rotation_deg": 60}, ("RH", "HL", "LF", "FR")),
        ({"rotation_deg": -30}, ("HL", "LF", "FR", "RH")),
        ({"rotation_deg": 450}, ("R", "H", "L", "F")),
    ],
)
def test_edge_letters_follow_the_picture(turned: dict[str, Any], letters: tuple[str, ...]) -> None:
    assert edge_letters(Orientation("L", "F"), **turned) == letters


def test_edge_letters_of_the_unknown_are_empty() -> None:
    assert edge_letters(None, rotation_deg=90) == ("", "", "", "")
    assert edge_letters(Orientation("LH", "F"))[3] == "RF"


sides = st.floats(1, 5000)


@given(
    placement=st.builds(
        Placement, st.floats(-100, 100), st.floats(-100, 100), height=sides, width=sides
    ),
    grid=st.tuples(st.integers(1, 64), st.integers(1, 64)),
)
def test_the_grid_covers_its_placement_to_the_outer_edges(
    placement: Placement, grid: tuple[int, int]
) -> None:
    first = to_image(placement, (-0.5, -0.5), grid)
    last = to_image(placement, (grid[0] - 0.5, grid[1] - 0.5), grid)
    assert first == pytest.approx((placement.top - 0.5, placement.left - 0.5))
    assert last == pytest.approx((first[0] + placement.height, first[1] + placement.width))


def test_a_grid_as_large_as_the_film_is_the_film() -> None:
    assert to_image(Placement(0, 0, 100, 80), (7, 9), (100, 80)) == pytest.approx((7, 9))
