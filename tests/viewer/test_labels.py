"""What is written beside a mark, and how its plot is drawn."""

import math
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTransform

from engine.images import measuring
from engine.images.geometry import Point
from engine.images.marks import Mark, MarkKind
from engine.types import Radiograph, Spacing, SpacingProvenance
from viewer.canvas.labels import area_text, label
from viewer.canvas.outlines import film_point, handle_at, is_on, scene_point
from viewer.canvas.plots import polyline
from viewer.canvas.tools import turned_degrees
from viewer.canvas.writing import length_mm

DETECTOR = Spacing(0.2, 0.1, SpacingProvenance.AT_DETECTOR)
FLAT = Radiograph(np.full((50, 50), 7, np.uint16), "a", "DX")


def mark(kind: MarkKind, *points: Point, text: str = "") -> Mark:
    return Mark.new(kind, points, text=text)


@pytest.mark.parametrize(
    ("made", "spacing", "lines"),
    [
        (mark(MarkKind.DISTANCE, (0, 0), (30, 0)), DETECTOR, ("6.0 mm (at detector)",)),
        (mark(MarkKind.DISTANCE, (0, 0), (0, 30)), DETECTOR, ("3.0 mm (at detector)",)),
        (mark(MarkKind.DISTANCE, (0, 0), (30, 40)), Spacing(), ("50 pixels",)),
        (mark(MarkKind.ANGLE, (0, 2), (0, 0), (1, 0)), DETECTOR, ("90.0°",)),
        (mark(MarkKind.COBB, (0, 0), (0, 9), (5, 0), (9, 8)), DETECTOR, ("Cobb 45.0°",)),
        (mark(MarkKind.ARROW, (0, 0), (5, 5), text="here"), DETECTOR, ("here",)),
        (mark(MarkKind.ARROW, (0, 0), (5, 5)), DETECTOR, ()),
        (
            mark(MarkKind.DISTANCE, (0, 0), (30, 0), text="nodule"),
            DETECTOR,
            ("nodule", "6.0 mm (at detector)"),
        ),
        (
            mark(MarkKind.CARDIOTHORACIC, (9, 0), (9, 200), (0, 100), (99, 100), (9, 60), (9, 160)),
            DETECTOR,
            ("CTR 0.50", "heart 4 + 6 = 10, thorax 20.0 mm (at detector)"),
        ),
    ],
)
def test_a_mark_says_what_it_measures(made: Mark, spacing: Spacing, lines: tuple[str, ...]) -> None:
    assert label(made, spacing, None) == lines


def test_areas_have_their_units_and_provenance() -> None:
    assert area_text(Spacing(), 120.4) == "area 120 pixels"
    assert area_text(DETECTOR, 1000) == "area 20.0 mm² (at detector)"
    assert area_text(DETECTOR, 50_000) == "area 10.00 cm² (at detector)"
    assert area_text(DETECTOR, math.nan) == "no area: the outline crosses itself"


def test_a_region_says_what_its_values_are() -> None:
    made = mark(MarkKind.RECTANGLE, (0, 0), (10, 10))
    found = measuring.region(FLAT, made)
    assert label(made, Spacing(), None) == ()
    assert label(made, Spacing(), found)[:2] == ("mean 7.0  SD 0.0", "min 7  max 7")
    assert label(made, Spacing(), found, is_grey=False)[0].startswith("luminance: ")
    assert label(made, Spacing(), found, unit="HU")[:2] == (
        "mean 7.0  SD 0.0 HU",
        "min 7  max 7 HU",
    )
    between = mark(MarkKind.RECTANGLE, (0.2, 0.2), (0.8, 0.8))
    assert label(between, Spacing(), measuring.region(FLAT, between))[0].startswith("no pixels")


@pytest.mark.parametrize(
    ("words", "length"),
    [("25", 25), (" 25 mm ", 25), ("2,5 cm", 25), ("2.5CM", 25), ("", None), ("five", None),
     ("-3", None), ("0", None), ("nan", None), ("inf", None), ("mm", None), ("1e9", None),
     ("0.25 m", None), ("25 c", None), ("2.5 cmm", None), (".5cm", 5), ("5.", 5)],
)  # fmt: skip
def test_a_length_is_read_as_people_write_it(words: str, length: float | None) -> None:
    assert length_mm(words) == (None if length is None else pytest.approx(length))


@given(st.lists(st.floats(-5000, 70000, width=32), min_size=2, max_size=60))
def test_a_profile_fills_its_plot(values: list[float]) -> None:
    inner = QRectF(10, 20, 200, 90)
    drawn = polyline(inner, np.array(values, np.float32))
    heights = [drawn[number].y() for number in range(drawn.size())]
    assert max(heights) == pytest.approx(inner.bottom())
    if max(values) > min(values):
        assert min(heights) == pytest.approx(inner.top())
    assert (drawn[0].x(), drawn[drawn.size() - 1].x()) == pytest.approx((10, 210))


def test_a_turn_is_counted_clockwise_and_the_short_way_round() -> None:
    centre = QPoint(100, 100)
    assert turned_degrees(centre, QPoint(200, 100), QPoint(100, 200)) == pytest.approx(90)
    assert turned_degrees(centre, QPoint(0, 110), QPoint(0, 90)) == pytest.approx(11.42, abs=0.01)


@given(st.floats(0, 3000), st.floats(0, 3000))
def test_scene_and_film_lead_back_to_each_other(row: float, column: float) -> None:
    assert film_point(scene_point((row, column))) == pytest.approx((row, column), abs=1e-9)


def test_a_mark_is_met_on_its_lines_and_points_at_every_zoom() -> None:
    line = mark(MarkKind.DISTANCE, (10.0, 10.0), (10.0, 90.0))
    ring = mark(MarkKind.ELLIPSE, (10.0, 10.0), (60.0, 90.0))
    for zoom in (0.2, 1.0, 7.0):
        to_screen = QTransform.fromScale(zoom, zoom)
        middle = to_screen.map(scene_point((10.0, 50.0)))
        assert is_on(line, middle + QPointF(0, 5), to_screen)
        assert not is_on(line, middle + QPointF(0, 9), to_screen)
        assert handle_at(line, to_screen.map(scene_point((10.0, 90.0))), to_screen) == 1
    assert is_on(ring, scene_point((10.0, 50.0)), QTransform())
    assert not is_on(ring, scene_point((35.0, 50.0)), QTransform())


LARGE = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from viewer import window
from viewer.settings import Settings
from window_fakes import FakeEngine
from window_hands import drag, press
from PySide6.QtCore import Qt
application = QApplication([])
shown = window.build(FakeEngine().services(), Settings(), Path(sys.argv[1]) / "settings.json")
shown.resize(1200, 800)
shown.show()
shown.open_paths([Path("films")])
while not shown.session.markup.state.ready or shown.session.progress.running:
    QTest.qWait(20)
centre = shown.film.viewport().rect().center()
press(shown, "d")
drag(shown, centre - QPoint(100, 0), QPoint(200, 0))
press(shown, Qt.Key.Key_Escape)
QTest.qWait(100)
drawn = shown.film.grab().toImage()
assert drawn.devicePixelRatio() == 2
column = [drawn.pixelColor(2 * centre.x() - 100, 2 * centre.y() + dy) for dy in range(-12, 13)]
yellow = [dy - 12 for dy, ink in enumerate(column) if ink.red() - ink.blue() > 40]
print(yellow)
assert yellow and all(abs(dy) <= 3 for dy in yellow)
shown.close()
"""


def test_marks_lie_where_they_were_drawn_on_a_screen_of_double_density(tmp_path: Path) -> None:
    code = LARGE.format(here=str(Path(__file__).resolve().parent))
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


@given(st.floats(0.5, 99), st.floats(0.5, 99))
def test_the_parts_of_the_heart_add_up(one: float, other: float) -> None:
    borders = ((50.0, 100.0 - one), (60.0, 100.0 + other))
    points = ((50.0, 0.0), (50.0, 200.0), (0.0, 100.0), (100.0, 100.0), *borders)
    made = mark(MarkKind.CARDIOTHORACIC, *points)
    _, widths = label(made, Spacing(1.0, 1.0, SpacingProvenance.CALIBRATED), None)
    first, second, whole = map(int, re.findall(r"-?[0-9]+", widths)[:3])
    assert first + second == whole
    assert abs(whole - one - other) <= 0.5
    assert max(abs(first - one), abs(second - other)) <= 1
