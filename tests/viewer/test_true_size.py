"""True size: a measured screen, and a film that is as large on it as at the detector."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from window_fakes import FakeEngine, radiograph

from engine.types import Spacing, SpacingProvenance
from viewer import settings
from viewer.canvas.capture import film_picture
from viewer.dialogs.measure_screen import MeasureScreen
from viewer.main_window import MainWindow
from viewer.screens import CARD_MM, screen_name, true_zoom

SHIFT = Qt.KeyboardModifier.ShiftModifier


def measuring(shown: MainWindow) -> MeasureScreen:
    return next(each for each in shown.findChildren(MeasureScreen) if each.isVisible())


def test_the_first_time_the_screen_is_measured_by_the_keys(opened: MainWindow) -> None:
    opened.film.setFocus()
    QTest.keyClick(opened.film, Qt.Key.Key_X, SHIFT)
    dialog = measuring(opened)
    dialog.wide.setValue(400)
    QTest.keyClick(dialog.wide, Qt.Key.Key_Right)
    QTest.keyClick(dialog.wide, Qt.Key.Key_Left)
    dialog.accept()
    pitch = CARD_MM[0] / 400
    kept = settings.load(opened.preferences._path)
    assert kept.screens == {screen_name(opened.screen()): pytest.approx(pitch)}
    assert opened.film.zoom == pytest.approx(0.2 / pitch)
    assert opened.statusBar().currentMessage() == "True size, at detector"


@pytest.mark.parametrize("wide", [120, 170, 337, 900])
def test_nothing_lies_over_the_frame_that_is_held_to_a_card(opened: MainWindow, wide: int) -> None:
    opened.measure_screen()
    dialog = measuring(opened)
    dialog.wide.setValue(wide)
    QTest.qWait(50)
    frame = dialog.frame.geometry()
    assert frame.height() >= wide * CARD_MM[1] / CARD_MM[0]
    assert frame.width() >= wide
    assert frame.bottom() < dialog.wide.geometry().top()
    dialog.close()


def test_a_hundred_millimetres_of_film_are_a_hundred_on_the_screen(opened: MainWindow) -> None:
    name = screen_name(opened.screen())
    opened.preferences.apply(replace(opened.preferences.current, screens={name: 0.25}))
    opened.true_size()
    transform = opened.film.viewportTransform()
    ends = [transform.map(QPoint(column, 700)) for column in (100, 600)]
    assert (ends[1].x() - ends[0].x()) * 0.25 == pytest.approx(500 * 0.2, rel=0.01)


def test_another_length_than_a_card_s_can_be_measured(opened: MainWindow) -> None:
    opened.measure_screen()
    dialog = measuring(opened)
    dialog.wide.setValue(500)
    dialog.length.setValue(100.0)
    assert dialog.pitch_mm == pytest.approx(100 / 500)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.preferences.current.screens == {}


def test_a_film_without_millimetres_has_no_true_size(
    main_window: MainWindow, engine: FakeEngine, settle: Callable[[MainWindow], None]
) -> None:
    from pathlib import Path

    engine.films = {row.name: radiograph(row.name, spacing=Spacing()) for row in engine.given}
    main_window.open_paths([Path("films")])
    settle(main_window)
    assert main_window.session.light_box.lit.film is not None
    assert not main_window.actions_by_id["film.true"].isEnabled()


@pytest.mark.parametrize(
    "spacing", [Spacing(0.2, 0.1, SpacingProvenance.AT_DETECTOR), Spacing(row_mm=0.5)]
)
@pytest.mark.parametrize("tilt", [0, 90, 30])
def test_a_film_of_pixels_that_are_not_square_has_its_true_proportions(
    spacing: Spacing,
    tilt: float,
    main_window: MainWindow,
    engine: FakeEngine,
    settle: Callable[[MainWindow], None],
) -> None:
    from pathlib import Path

    engine.films = {row.name: radiograph(row.name, spacing=spacing) for row in engine.given}
    main_window.open_paths([Path("films")])
    settle(main_window)
    box = main_window.session.light_box
    box.tilt(tilt)
    assert box.lit.film is not None
    rows, columns = box.lit.film.radiograph.shape
    to_screen = main_window.film.viewportTransform()
    start, down, right = (
        to_screen.map(QPointF(*place)) for place in ((0, 0), (0, rows), (columns, 0))
    )
    tall, wide = (math.hypot(*(end - start).toTuple()) for end in (down, right))
    assert tall / wide == pytest.approx(rows / columns * spacing.row_mm / spacing.column_mm)
    whole = to_screen.mapRect(QRectF(0, 0, columns, rows))
    assert QRectF(main_window.film.viewport().rect()).adjusted(-2, -2, 2, 2).contains(whole)
    picture = film_picture(box.lit.film, replace(box.presentation, turns=0, tilt=0.0))
    assert picture.height() / picture.width() == pytest.approx(tall / wide, rel=0.01)
    assert min(picture.height() / rows, picture.width() / columns) == pytest.approx(1, rel=0.01)


@given(st.floats(0.01, 2.0), st.floats(0.01, 2.0))
def test_zoom_times_pitch_is_the_spacing(spacing_mm: float, pitch_mm: float) -> None:
    spacing = Spacing(spacing_mm, spacing_mm, SpacingProvenance.CALIBRATED)
    zoom = true_zoom(spacing, pitch_mm)
    assert zoom is not None
    assert zoom * pitch_mm == pytest.approx(spacing_mm)
