"""PS3.14: equal steps of P-value look equally large, whatever the display."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.gsdf import (
    assumed_luminances,
    contrast_error,
    display_lut,
    jnd_index,
    level_pattern,
    luminance,
    measured_luminances,
    quality_pattern,
    readings_of,
)

IDENTITY = np.arange(256, dtype=np.uint8)


def test_the_function_has_the_standards_ends_and_its_inverse() -> None:
    assert luminance([1, 1023]) == pytest.approx([0.05, 3993.404], rel=1e-3)
    indices = np.arange(1, 1024)
    assert np.abs(jnd_index(luminance(indices)) - indices).max() < 0.1
    assert (np.diff(luminance(indices)) > 0).all()


def test_a_display_that_follows_the_function_is_left_alone() -> None:
    first, last = jnd_index([0.5, 300.0])
    perfect = luminance(np.linspace(first, last, 256))
    assert np.abs(display_lut(perfect).astype(int) - IDENTITY).max() <= 1
    assert contrast_error(perfect, IDENTITY) < 0.01


@settings(deadline=None)
@given(st.floats(0.1, 1.5), st.floats(100, 1000), st.floats(1.6, 2.6), st.floats(0, 2))
def test_a_table_makes_contrast_even(
    darkest: float, brightest: float, gamma: float, ambient: float
) -> None:
    levels = assumed_luminances(darkest=darkest, brightest=brightest, gamma=gamma)
    lut = display_lut(levels, ambient=ambient)
    assert (lut[0], lut[-1]) == (0, 255)
    assert (np.diff(lut.astype(int)) >= 0).all()
    before, after = (contrast_error(levels, table, ambient=ambient) for table in (IDENTITY, lut))
    # What is left is the display's own 256 levels: half of one at either end of a step.
    steps = jnd_index(levels + ambient)
    quantised = np.diff(steps).max() / (np.ptp(steps) / 17)
    assert after <= max(quantised, 0.1)
    assert after < before


@settings(deadline=None)
@given(st.floats(2.0, 2.4))
def test_readings_are_joined_as_displays_rise(gamma: float) -> None:
    true = assumed_luminances(darkest=0.4, brightest=400, gamma=gamma)
    levels = [*range(0, 256, 15)]
    joined = measured_luminances({level: float(true[level]) for level in levels})
    assert np.allclose(joined[levels], true[levels], rtol=1e-3)
    assert np.abs(np.log(joined / true)).max() < 0.1


@pytest.mark.parametrize(
    "readings",
    [{}, {0: 1.0}, {0: 1.0, 254: 9.0}, {0: 0.0, 255: 9.0}, {0: 5.0, 9: 4.0, 255: 9.0}],
)
def test_readings_that_cannot_be_are_refused(readings: dict[int, float]) -> None:
    with pytest.raises(ValueError, match=r"."):
        measured_luminances(readings)
    with pytest.raises(ValueError, match="brightest"):
        assumed_luminances(darkest=5, brightest=5)


@pytest.mark.parametrize("shape", [(512, 512), (1024, 1280), (2000, 1500)])
def test_the_pattern_holds_what_a_reader_looks_for(shape: tuple[int, int]) -> None:
    pattern = quality_pattern(*shape)
    square = min(shape) // 8
    canvas = pattern[(shape[0] - 8 * square) // 2 :, (shape[1] - 8 * square) // 2 :]
    patches = [
        int(canvas[square * (1 + i // 6) + square // 2, square * (1 + i % 6) + square // 2])
        for i in range(18)
    ]
    assert patches == list(range(0, 256, 15))
    middle = canvas[4 * square + square // 2, [2 * square + square // 2, 5 * square + square // 2]]
    assert middle.tolist() == [13, 242]
    assert set(range(256)) <= set(np.unique(pattern).tolist())
    with pytest.raises(ValueError, match="512"):
        quality_pattern(100, 600)


@pytest.mark.parametrize(
    "text",
    [
        "0,0.5\n128,60.25\n255,300",
        "DDL; cd/m2\n\n0; 0,5\n128; 60,25\n255; 300\n",
        "level\tL\r\n0\t0.5\r\n128\t60.25\r\n255\t300",
        " 0 0.5\n 128  60.25\n 255  300",
        "0, 0.5\n128, 60.25\n255, 300",
    ],
)
def test_tables_of_a_meter_are_read(text: str) -> None:
    assert readings_of(text) == {0: 0.5, 128: 60.25, 255: 300.0}


@pytest.mark.parametrize(
    ("text", "line"),
    [("0;1\nwords", "Line 2"), ("0;1\n256;2", "Line 2"), ("0", "Line 1"), ("0;-1", "Line 1")],
)
def test_a_table_that_is_none_names_the_line(text: str, line: str) -> None:
    with pytest.raises(ValueError, match=line):
        readings_of(text)
    assert readings_of("nothing but words") == {}


@pytest.mark.parametrize("shape", [(600, 800), (1080, 1920)])
def test_a_field_for_the_meter_takes_a_tenth(shape: tuple[int, int]) -> None:
    field = level_pattern(*shape, 255)
    assert (field == 255).mean() == pytest.approx(0.1, abs=0.003)
    assert (field[0] == 153).all()
