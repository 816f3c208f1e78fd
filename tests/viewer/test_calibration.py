"""A screen's calibration: kept per screen, painted last of all, never in what leaves."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from shiboken6 import isValid
from window_hands import drag, press

from engine.images import gsdf
from viewer import settings
from viewer.calibration import Calibration, Displays, restored
from viewer.canvas.capture import view_picture
from viewer.dialogs.about import about_text
from viewer.dialogs.calibration import CalibrationDialog
from viewer.dialogs.test_pattern import TestPattern
from viewer.main_window import MainWindow
from viewer.screens import screen_name
from viewer.settings import Settings

DIM = Calibration(on=True, darkest=0.5, brightest=250.0, ambient=0.5)


def pixels(picture: QImage) -> np.ndarray:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    shape = (grey.height(), grey.bytesPerLine())
    return np.array(np.frombuffer(grey.constBits(), np.uint8).reshape(shape)[:, : grey.width()])


def middle(shown: MainWindow) -> np.ndarray:
    """The film's middle as it is painted, without what is written over it."""
    shown.film.set_bare(True)
    view = shown.film.viewport()
    seen = pixels(view.grab().toImage())
    shown.film.set_bare(False)
    rows, columns = seen.shape
    return seen[rows // 4 : rows * 3 // 4, columns // 2 - 100 : columns // 2 + 100]


def calibrate(shown: MainWindow, calibration: Calibration) -> None:
    name = screen_name(shown.film.screen())
    chosen = replace(shown.preferences.current, displays={name: calibration.saved()})
    shown.preferences.apply(chosen)


@pytest.fixture
def dialog(opened: MainWindow) -> Iterator[CalibrationDialog]:
    opened.actions_by_id["tool.display"].trigger()
    made = opened.findChild(CalibrationDialog)
    yield made
    if isValid(made):
        made.close()


def test_films_are_painted_through_the_table_while_it_is_on(opened: MainWindow) -> None:
    before = middle(opened)
    calibrate(opened, DIM)
    assert np.array_equal(middle(opened), DIM.table[before])
    assert not np.array_equal(middle(opened), before)
    calibrate(opened, replace(DIM, on=False))
    assert np.array_equal(middle(opened), before)


def test_a_drag_goes_through_the_table_too(opened: MainWindow, centre: QPoint) -> None:
    drag(opened, centre, QPoint(60, 20))
    before = middle(opened)
    calibrate(opened, DIM)
    assert np.array_equal(middle(opened), DIM.table[before])
    press(opened, "0")
    opened.session.light_box.drag_window(5, 5, fast=False)
    dragged = middle(opened)
    opened.film.set_displays(None)
    assert np.array_equal(dragged, DIM.table[middle(opened)])


def test_the_magnifier_shows_what_the_film_does(opened: MainWindow, centre: QPoint) -> None:
    def lens() -> np.ndarray:
        press(opened, "m")
        QTest.mousePress(opened.film.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        seen = pixels(opened.film.viewport().grab().toImage())
        QTest.mouseRelease(opened.film.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        return seen[centre.y() - 40 : centre.y() + 40, centre.x() - 40 : centre.x() + 40]

    before = lens()
    calibrate(opened, DIM)
    assert np.abs(lens().astype(int) - DIM.table[before]).max() <= 2


def test_what_is_exported_is_not_painted_for_this_screen(opened: MainWindow) -> None:
    before = pixels(view_picture(opened.film, annotations=False, identity=False))
    calibrate(opened, DIM)
    after = pixels(view_picture(opened.film, annotations=False, identity=False))
    assert np.array_equal(before, after)
    assert opened.film.displays is opened.display.displays


def test_what_is_on_is_said(opened: MainWindow) -> None:
    assert "not calibrated" in about_text(opened.session.model, opened.display.account)
    calibrate(opened, DIM)
    account = opened.display.account
    assert account.startswith("GSDF, assumed: 1 to 250.5 cd/m², contrast within ")
    assert account in about_text(opened.session.model, account)
    assert opened.film.displays is not None
    assert opened.film.displays.words(opened.film.screen()) == "GSDF, assumed"


def test_the_dialog_weighs_what_is_typed_and_keeps_it(
    opened: MainWindow, dialog: CalibrationDialog
) -> None:
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert "uneven by up to" in dialog.said.text()
    assert dialog.said.objectName() == "amber"
    dialog.on.click()
    assert dialog.said.objectName() == ""
    QTest.keyClicks(dialog.table, "0; 0,5")
    assert dialog.measured.isChecked()
    assert not save.isEnabled()
    assert "level 255" in dialog.said.text()
    dialog.table.setPlainText("level, cd/m2\n0, 0.5\n128, 60\n255, 300")
    assert save.isEnabled()
    save.click()
    name = screen_name(opened.film.screen())
    kept = restored(settings.load(opened.preferences._path).displays[name])
    assert kept == Calibration(on=True, readings={0: 0.5, 128: 60.0, 255: 300.0})
    assert opened.display.account.startswith("GSDF, measured: 0.5 to 300")


def test_a_table_is_read_from_a_file(dialog: CalibrationDialog, tmp_path: Path) -> None:
    table = tmp_path / "meter.csv"
    table.write_text("DDL;cd/m²\n0;0,4\n255;350\n", encoding="utf-8-sig")
    dialog.read(table)
    assert dialog.calibration is not None
    assert dialog.calibration.readings == {0: 0.4, 255: 350.0}
    table.write_bytes(b"\xff\xfe\x00")
    dialog.read(table)
    assert "cannot be read" in dialog.said.text()
    dialog.read(tmp_path / "none.csv")
    assert "cannot be read" in dialog.said.text()


@given(
    st.floats(0.1, 2.0),
    st.floats(50, 1000),
    st.floats(0, 5),
    st.dictionaries(st.integers(1, 254), st.floats(2.0, 50.0), max_size=1),
)
def test_what_is_saved_comes_back(
    darkest: float, brightest: float, ambient: float, some: dict[int, float]
) -> None:
    readings = {0: darkest, **some, 255: 1000.0} if some else {}
    made = Calibration(True, darkest, brightest, ambient, readings)
    assert restored(made.saved()) == made
    before, after = made.errors
    assert after <= before or after < 0.1


@pytest.mark.parametrize(
    "saved",
    [{}, {"on": True}, {**DIM.saved(), "darkest": 900}, {**DIM.saved(), "readings": {"0": 1}}, 7],
)
def test_a_calibration_that_cannot_be_is_forgotten(saved: object, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"."):
        restored(saved)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"."):
        Settings(displays={"a": saved})  # type: ignore[dict-item]
    path = tmp_path / "settings.json"
    path.write_text('{"displays": {"a": {"on": true}}, "theme": "contrast"}')
    assert settings.load(path) == Settings(theme="contrast")


@pytest.fixture
def pattern(opened: MainWindow) -> Iterator[TestPattern]:
    opened.actions_by_id["tool.pattern"].trigger()
    made = opened.findChild(TestPattern)
    yield made
    if isValid(made):
        made.close()


def test_the_pattern_is_painted_pixel_for_pixel(opened: MainWindow, pattern: TestPattern) -> None:
    assert pattern.isFullScreen()
    expected = gsdf.quality_pattern(pattern.height(), pattern.width())
    words = 3 * pattern.fontMetrics().height()
    seen = pixels(pattern.grab().toImage())[:-words]
    assert np.array_equal(seen, expected[:-words])
    assert pattern.words == "without display function"
    calibrate(opened, DIM)
    seen = pixels(pattern.grab().toImage())[:-words]
    assert np.array_equal(seen, DIM.table[expected[:-words]])
    QTest.keyClick(pattern, Qt.Key.Key_Space)
    assert np.array_equal(pixels(pattern.grab().toImage())[:-words], expected[:-words])


def test_single_levels_are_shown_for_a_luminance_meter(
    opened: MainWindow, pattern: TestPattern
) -> None:
    calibrate(opened, DIM)
    levels = []
    for _ in range(19):
        QTest.keyClick(pattern, Qt.Key.Key_Right)
        seen = pixels(pattern.grab().toImage())
        levels.append(int(seen[seen.shape[0] // 2, seen.shape[1] // 2]))
        assert seen[5, 5] == 153
    assert levels == [*range(0, 256, 15), 255]
    QTest.keyClick(pattern, Qt.Key.Key_Left)
    assert pattern.words == "Driving level 240"
    QTest.keyClick(pattern, Qt.Key.Key_Escape)
    assert not pattern.isVisible()


def test_no_table_is_looked_for_where_there_is_none(qapp: Callable[..., object]) -> None:
    displays = Displays()
    screen = qapp.primaryScreen()  # type: ignore[attr-defined]
    assert displays.table(screen) is None
    assert displays.words(screen) == ""
    displays.take({"another": DIM.saved()})
    assert displays.table(screen) is None
