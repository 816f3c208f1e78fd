import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.images.windowing import (
    default_voi,
    display_table,
    equivalent_window,
    hides_the_film,
    looked_up,
    modality_values,
    percentile_window,
    presets,
    render,
    shows_little,
    windowed,
)
from engine.types import LookupTable, Radiograph, Rescale, Shutter, Voi, VoiFunction, Window


def film(stored: NDArray[Any], **fields: Any) -> Radiograph:
    return Radiograph(stored, "film", "DICOM", **fields)


def lut(values: list[int], first: int = 0, bits: int = 8) -> LookupTable:
    return LookupTable(first, np.array(values, np.uint16), bits)


def display_value(x: float, voi: Voi, *, inverted: bool) -> int:
    """PS3.3 C.11.2.1.2 and C.11.2.1.3, ymin = 0 and ymax = 255, as printed there."""
    if isinstance(voi, LookupTable):
        index = min(max(round(x - voi.first_mapped), 0), voi.values.size - 1)
        y = float(voi.values[index]) / (2**voi.bits - 1) * 255
    else:
        c, w = voi.center, voi.width
        if voi.function is VoiFunction.SIGMOID:
            y = 255 / (1 + math.exp(min(-4 * (x - c) / w, 700)))
        else:
            if voi.function is VoiFunction.LINEAR:
                c, w = c - 0.5, w - 1
            low, high = x <= c - w / 2, x > c + w / 2
            y = 0.0 if low else 255.0 if high else ((x - c) / w + 0.5) * 255
    return round(255 - y if inverted else y)


functions = st.sampled_from(list(VoiFunction))
windows = st.builds(
    Window,
    center=st.floats(-5000, 5000),
    width=st.floats(1, 8000),
    function=functions,
)
tables = st.builds(
    lut,
    st.lists(st.integers(0, 4095), min_size=1, max_size=40),
    first=st.integers(-300, 300),
    bits=st.just(12),
)
arrays = st.sampled_from([np.uint8, np.int8, np.uint16, np.int16]).flatmap(
    lambda kind: st.lists(
        st.integers(int(np.iinfo(kind).min), int(np.iinfo(kind).max)), min_size=1, max_size=30
    ).map(lambda values: np.array([values], kind))
)


@given(
    stored=arrays,
    voi=st.one_of(windows, tables),
    slope=st.sampled_from([1.0, -1.0, 0.25, -2.5]),
    intercept=st.sampled_from([0.0, -1024.0, 100.5]),
    inverted=st.booleans(),
    invert=st.booleans(),
)
def test_rendering_is_what_the_standard_prints(
    stored: NDArray[Any], voi: Voi, slope: float, intercept: float, inverted: bool, invert: bool
) -> None:
    radiograph = film(stored, modality=Rescale(slope, intercept), inverted=inverted)
    shown = render(radiograph, voi, invert=invert)
    for value, found in zip(stored[0].tolist(), shown[0].tolist(), strict=True):
        wanted = display_value(slope * value + intercept, voi, inverted=inverted != invert)
        assert abs(found - wanted) <= 1


@given(stored=arrays, voi=st.one_of(windows, tables), inverted=st.booleans())
def test_the_display_table_is_the_rendering(stored: NDArray[Any], voi: Voi, inverted: bool) -> None:
    radiograph = film(stored, inverted=inverted)
    table, offset = display_table(radiograph, voi)
    assert np.array_equal(table[stored.astype(int) - offset], render(radiograph, voi))


def test_the_legal_width_1_is_a_threshold() -> None:
    shown = render(film(np.array([[99, 100, 101]], np.uint16)), Window(100, 1))
    assert shown.tolist() == [[0, 255, 255]]


@pytest.mark.parametrize(
    ("window", "values", "shown"),
    [
        (Window(2048, 4096), [0, 2048, 4095], [0, 127.53, 255]),
        (Window(2048, 4096, VoiFunction.LINEAR_EXACT), [0, 2048, 4096], [0, 127.5, 255]),
        (Window(0, 100, VoiFunction.LINEAR), [-51, -50, 49, 50], [0, 0, 255, 255]),
        (Window(0, 1, VoiFunction.SIGMOID), [0], [127.5]),
        (Window(0, 1e-9, VoiFunction.SIGMOID), [-5, 5], [0, 255]),
    ],
)
def test_window_functions(window: Window, values: list[float], shown: list[float]) -> None:
    assert windowed(np.array(values), window) * 255 == pytest.approx(shown, abs=0.01)


def test_a_lut_is_clamped_at_both_ends() -> None:
    assert looked_up(np.array([-9, 10, 11, 99]), lut([5, 7], first=10)).tolist() == [5, 5, 7, 7]


def test_a_modality_lut_comes_before_the_window() -> None:
    radiograph = film(np.array([[0, 1, 2]], np.uint8), modality=lut([0, 50, 100]))
    assert modality_values(radiograph).tolist() == [[0, 50, 100]]
    assert render(radiograph, Window(50.5, 101)).tolist() == [[0, 128, 255]]


def test_padding_is_black_under_every_polarity_and_does_not_count() -> None:
    stored = np.array([[0] * 50 + list(range(100, 151))], np.uint16)
    radiograph = film(stored, padding=(0, 0))
    assert percentile_window(radiograph).center == pytest.approx(125, abs=1)
    for inverted in (False, True):
        assert not render(replace(radiograph, inverted=inverted))[0, :50].any()


def test_signed_padding_ranges_reach_the_right_values() -> None:
    stored = np.array([[-2000, -1990, 0, 50]], np.int16)
    shown = render(film(stored, padding=(-2000, -1990), inverted=True), Window(0, 100))
    assert shown.tolist() == [[0, 0, 126, 0]]


def test_a_film_of_padding_only_still_gets_a_window() -> None:
    assert percentile_window(film(np.zeros((4, 4), np.uint16), padding=(0, 0))).width > 0


def test_the_percentile_window_looks_inside_the_shutter() -> None:
    stored = np.full((10, 10), 60000, np.uint16)
    stored[2:8, 2:8] = np.arange(36).reshape(6, 6)
    window = percentile_window(film(stored, shutter=Shutter((2, 2, 8, 8))))
    assert (window.center, window.width) == (17.5, 35)


def test_a_constant_film_renders() -> None:
    assert np.unique(render(film(np.full((5, 5), 700, np.uint16)))).size == 1


@pytest.mark.parametrize(
    ("window", "hidden"),
    [
        (Window(-600, 1600), True),
        (Window(60000, 1600), True),
        (Window(8000, 1600), False),
        (Window(8000, 1), False),
    ],
)
def test_a_window_that_hides_the_film_gives_way(window: Window, hidden: bool) -> None:
    radiograph = film(np.linspace(400, 16000, 9999).astype(np.uint16)[None], vois=(window,))
    assert hides_the_film(radiograph, window) is hidden
    assert (default_voi(radiograph) is window) is not hidden


@pytest.mark.parametrize(
    ("window", "little"),
    [
        (Window(-600, 1600), True),  # a CT window on a chest film of the LIDC collection
        (Window(8000, 200), True),
        (Window(8000, 1), True),
        (Window(8000, 1600), False),
        (Window(2000, 4000), False),
        (Window(8200, 16400), False),
    ],
)
def test_a_window_that_shows_a_sliver_of_the_film_is_warned_of(
    window: Window, little: bool
) -> None:
    air = np.linspace(31, 300, 1800)
    body = np.linspace(300, 16000, 8200)
    radiograph = film(np.concatenate((air, body)).astype(np.uint16)[None], vois=(window,))
    assert shows_little(radiograph, window) is little
    assert default_voi(radiograph) is window
    two_valued = film(np.array([[0, 255] * 50], np.uint8))
    assert not shows_little(two_valued, Window(127.5, 256))


@given(
    rows=st.integers(1, 40),
    columns=st.integers(1, 9),
    shares=st.tuples(st.floats(0, 1), st.floats(0, 0.05), st.floats(0, 0.05)),
    extras=st.sampled_from(
        [{}, {"padding": (0, 0)}, {"padding": (9, 9)}, {"shutter": Shutter((0, 0, 20, 5))}]
    ),
    seed=st.integers(0, 99),
)
def test_what_some_rows_show_of_a_window_is_true_of_the_film(
    rows: int, columns: int, shares: tuple[float, ...], extras: dict[str, Any], seed: int
) -> None:
    black, grey, white = shares
    chances = np.array([black, grey, white, 0.001]) / (sum(shares) + 0.001)
    values = np.random.default_rng(seed).choice([0, 5, 9, 12], (rows, columns), p=chances)
    radiograph, window = film(values.astype(np.uint8), **extras), Window(5, 6)
    counted = values[:20, :5].ravel() if "shutter" in extras else values.ravel()
    if "padding" in extras:
        left = counted[counted != extras["padding"][0]]
        counted = left if left.size else counted
    most = max((counted == 0).mean(), (counted >= 9).mean())
    hidden = np.unique(counted).size > 1 and most >= 0.99
    assert hides_the_film(radiograph, window) == hidden


def test_a_narrow_window_that_splits_the_film_stays() -> None:
    stored = np.linspace(0, 1000, 10000).astype(np.uint16).reshape(100, 100)
    window = Window(500, 1)
    assert default_voi(film(stored, vois=(window,))) is window


def test_a_stored_lut_comes_first() -> None:
    table = lut([0, 255])
    stored = np.array([[0, 1]], np.uint8)
    assert default_voi(film(stored, vois=(table, Window(1, 2)))) is table


def test_presets_scale_with_the_films_own_window() -> None:
    found = presets(Window(1000, 2000))
    assert (found["lung"].center, found["lung"].width) == (800, 1500)
    assert (found["mediastinum"].center, found["mediastinum"].width) == (1400, 1200)
    assert (found["bone"].center, found["lines"].width) == (1200, 1000)
    assert (found["wide"].center, found["wide"].width) == (1000, 3000)
    assert presets(Window(0, 1))["bone"].width == 1


def test_the_window_that_replaces_a_lut_covers_its_active_range() -> None:
    radiograph = film(np.array([[0, 9]], np.uint8))
    window = equivalent_window(radiograph, lut([0, 0, 0, 10, 20, 20], first=100))
    assert (window.center, window.width) == (103, 2)
    same = Window(1, 2)
    assert equivalent_window(radiograph, same) is same
    flat = equivalent_window(radiograph, lut([3, 3]))
    assert (flat.center, flat.width) == (4.5, 9)


def test_colour_is_shown_as_it_is() -> None:
    stored = np.array([[[255, 0, 10]]], np.uint8)
    radiograph = film(stored, photometric="RGB", vois=(Window(1, 2),))
    assert np.array_equal(render(radiograph), stored)
    assert render(radiograph, invert=True).tolist() == [[[0, 255, 245]]]
    assert modality_values(radiograph).shape == (1, 1)
    assert default_voi(radiograph) == percentile_window(radiograph)


def test_more_than_16_bits_are_refused() -> None:
    with pytest.raises(ValueError, match="16 bits"):
        render(film(np.zeros((2, 2), np.uint32)), Window(1, 2))
