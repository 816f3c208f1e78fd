import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.types import Window
from viewer.presentation import Presentation, dragged_window, round_length, screen_scale

STEPS = {
    "right": (lambda p: p.turned(1), lambda a: np.rot90(a, -1)),
    "left": (lambda p: p.turned(-1), np.rot90),
    "flip_h": (lambda p: p.flipped_horizontally(), np.fliplr),
    "flip_v": (lambda p: p.flipped_vertically(), np.flipud),
}


def shown(presentation: Presentation, film: NDArray[np.int64]) -> NDArray[np.int64]:
    turned = np.fliplr(film) if presentation.mirrored else film
    return np.rot90(turned, -presentation.turns)


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=8))
def test_any_mix_of_turns_and_flips_shows_what_the_same_steps_on_the_array_give(
    steps: list[str],
) -> None:
    film = np.arange(6).reshape(2, 3)
    presentation, expected = Presentation(), film
    for step in steps:
        on_presentation, on_array = STEPS[step]
        presentation, expected = on_presentation(presentation), on_array(expected)
    np.testing.assert_array_equal(shown(presentation, film), expected)


@pytest.mark.parametrize(
    ("right", "up", "fast", "sign", "center", "width"),
    [
        (8, 0, False, 1, 1000, 1800 + 160),
        (0, 8, False, 1, 1000 - 160, 1800),
        (0, 8, False, -1, 1000 + 160, 1800),
        (8, 0, True, 1, 1000, 1800 + 640),
        (-9999, 0, False, 1, 1000, 1.6),
    ],
)
def test_dragging_right_widens_and_dragging_up_brightens(
    right: int, up: int, fast: bool, sign: int, center: float, width: float
) -> None:
    window = dragged_window(
        Window(1000, 1800), base_width=1600, right=right, up=up, fast=fast, level_sign=sign
    )
    assert (window.center, window.width) == pytest.approx((center, width))


@settings(deadline=None)
@given(st.floats(0.001, 1e6))
def test_a_ruler_is_one_two_or_five_times_a_power_of_ten_and_more_than_a_third_of_the_room(
    room: float,
) -> None:
    length = round_length(room)
    assert room * 0.39 <= length <= room * (1 + 1e-9)
    digits = f"{length:.10e}"
    assert digits[0] in "125"


def test_a_turned_film_fits_by_its_other_side() -> None:
    assert screen_scale(100, 100, shape=(200, 100), angle=0) == 0.5
    assert screen_scale(100, 400, shape=(200, 100), angle=90) == pytest.approx(0.5)
    side = 150 / math.sqrt(2)
    assert screen_scale(150, 150, shape=(100, 50), angle=45) == pytest.approx(150 / side)


@given(st.floats(-720, 720), st.floats(-720, 720), st.booleans())
def test_tilts_add_up_and_a_flip_twice_is_none(first: float, second: float, flipped: bool) -> None:
    once = Presentation(mirrored=flipped).tilted(first)
    assert -45 <= once.tilt <= 45
    twice = once.tilted(second)
    off = (twice.angle - first - second + 180) % 360 - 180
    assert off == pytest.approx(0, abs=1e-6)
    assert once.flipped_horizontally().flipped_horizontally() == once
    assert once.flipped_vertically().flipped_vertically() == once


def test_words_name_rotation_and_inversion() -> None:
    assert Presentation(turns=1, inverted=True).words == "rotated 90°, inverted"
    assert Presentation().words == ""
    assert Presentation().tilted(-12.4).words == "rotated 348°"
