"""Every measuring tool, driven by mouse and keys."""

import itertools
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.images import measuring
from engine.images.geometry import Point, length_mm
from engine.images.marks import Mark, MarkKind, Markup
from engine.images.measuring import Profile, Region
from engine.types import SpacingProvenance, Window
from viewer.canvas import annotations
from viewer.canvas.corners import Annotations
from viewer.canvas.labels import label
from viewer.canvas.outlines import scene_point
from viewer.canvas.tools import DRAWS, Tool
from viewer.main_window import MainWindow
from viewer.markup import MarkupState

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_hands import Settle, click, drag, hover, presentation, press, window

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def state(shown: MainWindow) -> MarkupState:
    return shown.session.markup.state


def marks(shown: MainWindow) -> tuple[Mark, ...]:
    return state(shown).markup.marks


def only(shown: MainWindow) -> Mark:
    (mark,) = marks(shown)
    return mark


def on_film(shown: MainWindow, place: QPoint) -> Point:
    point = shown.film._to_film(QPointF(place))
    return point.y() - 0.5, point.x() - 0.5


def on_screen(shown: MainWindow, point: Point) -> QPoint:
    return shown.film.viewportTransform().map(scene_point(point)).toPoint()


def arm(shown: MainWindow, tool: Tool) -> None:
    keys = shown.actions_by_id[f"tool.{tool}"].shortcut()
    stroke = keys[0]
    press(shown, stroke.key(), stroke.keyboardModifiers())
    assert shown.session.light_box.tool is tool


def draw(shown: MainWindow, tool: Tool, *places: QPoint) -> Mark:
    arm(shown, tool)
    for place in places:
        click(shown, place)
    return marks(shown)[-1]


def label_of(shown: MainWindow, mark: Mark) -> tuple[str, ...]:
    return label(mark, state(shown).spacing, state(shown).reading(mark))


def measured(shown: MainWindow, mark: Mark, qtbot: QtBot) -> Region | Profile:
    qtbot.waitUntil(lambda: state(shown).reading(mark) is not None, timeout=5000)
    found = state(shown).reading(mark)
    assert found is not None
    return found


@pytest.fixture
def ready(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: state(opened).ready, timeout=5000)
    return opened


PLACES = {
    Tool.DISTANCE: 2,
    Tool.ANGLE: 3,
    Tool.COBB: 4,
    Tool.CARDIOTHORACIC: 6,
    Tool.RECTANGLE: 2,
    Tool.ELLIPSE: 2,
    Tool.PROFILE: 2,
    Tool.ARROW: 2,
    Tool.PROBE: 1,
}
STEPS = (
    QPoint(-100, 40), QPoint(90, 45), QPoint(5, -120), QPoint(0, 130), QPoint(-60, 60),
    QPoint(80, 20),
)  # fmt: skip


@pytest.mark.parametrize("tool", list(PLACES))
def test_a_mark_is_drawn_by_clicks_where_they_were(
    ready: MainWindow, centre: QPoint, tool: Tool
) -> None:
    places = [centre + step for step in STEPS[: PLACES[tool]]]
    mark = draw(ready, tool, *places)
    assert mark.kind is DRAWS[tool]
    expected = [on_film(ready, place) for place in places]
    assert np.allclose(mark.points, expected, atol=1e-6)
    assert state(ready).selected == mark.id


@pytest.mark.parametrize("tool", [tool for tool, count in PLACES.items() if count % 2 == 0])
def test_a_mark_is_drawn_by_dragging_each_of_its_lines(
    ready: MainWindow, centre: QPoint, tool: Tool
) -> None:
    arm(ready, tool)
    places = [centre + step for step in STEPS[: PLACES[tool]]]
    for start, end in zip(places[::2], places[1::2], strict=True):
        assert marks(ready) == ()
        drag(ready, start, end - start)
    assert np.allclose(only(ready).points, [on_film(ready, place) for place in places], atol=1e-6)


def test_an_angle_is_dragged_and_then_clicked(ready: MainWindow, centre: QPoint) -> None:
    arm(ready, Tool.ANGLE)
    drag(ready, centre + QPoint(100, 0), QPoint(-100, 0))
    click(ready, centre + QPoint(0, 100))
    assert label_of(ready, only(ready)) == ("90.0°",)


def test_lengths_and_areas_name_their_provenance(
    ready: MainWindow, centre: QPoint, qtbot: QtBot
) -> None:
    line = draw(ready, Tool.DISTANCE, centre, centre + QPoint(100, 0))
    length = length_mm(state(ready).spacing, *line.points)
    assert label_of(ready, line) == (f"{length:.1f} mm (at detector)",)
    box = draw(ready, Tool.RECTANGLE, centre, centre + QPoint(50, 80))
    found = measured(ready, box, qtbot)
    assert isinstance(found, Region)
    square = found.area_px * 0.2 * 0.2 / 100
    assert label_of(ready, box)[-1] == f"area {square:.2f} cm² (at detector)"


@pytest.mark.parametrize("tool", [Tool.RECTANGLE, Tool.ELLIPSE])
def test_a_region_reads_off_the_modality_values_inside(
    ready: MainWindow, centre: QPoint, qtbot: QtBot, tool: Tool
) -> None:
    mark = draw(ready, tool, centre, centre + QPoint(90, 70))
    found = measured(ready, mark, qtbot)
    film = ready.session.light_box.lit.film
    assert film is not None
    assert isinstance(found, Region)
    rows, columns = (np.arange(side) for side in film.radiograph.shape)
    values = film.radiograph.stored[measuring.inside(mark, rows, columns)].astype(float)
    assert label_of(ready, mark)[:2] == (
        f"mean {values.mean():.1f}  SD {values.std():.1f}",
        f"min {values.min():g}  max {values.max():g}",
    )
    assert found.counts.sum() == values.size


def test_a_polygon_is_closed_by_a_double_click_or_at_its_first_corner(
    ready: MainWindow, centre: QPoint
) -> None:
    corners = [centre, centre + QPoint(120, 10), centre + QPoint(100, 90), centre + QPoint(10, 80)]
    arm(ready, Tool.POLYGON)
    for corner in corners:
        click(ready, corner)
    assert marks(ready) == ()
    QTest.mouseDClick(ready.film.viewport(), LEFT, pos=corners[-1])
    assert np.allclose(only(ready).points, [on_film(ready, c) for c in corners], atol=1e-6)
    for corner in corners:
        click(ready, corner + QPoint(0, 120))
    click(ready, corners[0] + QPoint(3, 121))
    assert len(marks(ready)) == 2
    assert len(marks(ready)[1].points) == 4


def test_a_profile_runs_along_its_line(ready: MainWindow, centre: QPoint, qtbot: QtBot) -> None:
    mark = draw(ready, Tool.PROFILE, centre - QPoint(150, 0), centre + QPoint(150, 0))
    found = measured(ready, mark, qtbot)
    film = ready.session.light_box.lit.film
    assert film is not None
    assert isinstance(found, Profile)
    expected = measuring.profile(film.radiograph, *mark.points).values
    np.testing.assert_array_equal(found.values, expected)


def test_the_cardiothoracic_ratio_is_measured_across_the_midline(
    ready: MainWindow, centre: QPoint
) -> None:
    thorax = centre + QPoint(-200, 150), centre + QPoint(200, 150)
    midline = centre + QPoint(0, -200), centre + QPoint(0, 200)
    heart = centre + QPoint(-60, 40), centre + QPoint(120, 90)
    mark = draw(ready, Tool.CARDIOTHORACIC, *thorax, *midline, *heart)
    ratio, widths = label_of(ready, mark)
    assert ratio == "CTR 0.45"
    assert widths.endswith("mm (at detector)")


def test_the_thorax_is_proposed_from_the_lungs_and_the_heart_never(
    ready: MainWindow, centre: QPoint, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(ready.session.markup.thorax_proposed, timeout=5000):
        press(ready, "c", SHIFT)
    drawing = ready.film.hand.drawing
    assert drawing is not None
    (row, left), (same, right) = drawing.points
    assert row == same
    # The lungs of the small engine reach from a tenth to nine tenths of the film.
    assert (left, right) == pytest.approx((120, 1080), abs=8)
    for step in (QPoint(0, -200), QPoint(0, 200), QPoint(-60, 40), QPoint(120, 90)):
        click(ready, centre + step)
    mark = only(ready)
    assert label_of(ready, mark)[-1] == "Thorax proposed by the lung model: check it"
    drag(ready, on_screen(ready, mark.points[0]), QPoint(12, 0))
    assert "proposed" not in " ".join(label_of(ready, only(ready)))


def test_without_lungs_no_thorax_is_proposed(ready: MainWindow, qtbot: QtBot) -> None:
    film = ready.session.light_box.lit.film
    assert film is not None
    ready.session.lungs._find = lambda _film: None
    press(ready, "c", SHIFT)
    qtbot.waitUntil(lambda: "lungs were not found" in state(ready).notice, timeout=5000)
    assert ready.film.hand.drawing is None


def test_an_arrow_and_a_text_have_words(ready: MainWindow, centre: QPoint) -> None:
    arm(ready, Tool.TEXT)
    click(ready, centre)
    editor = ready.film.hand._words
    assert editor.isVisible()
    QTest.keyClicks(editor, "i see: nodule?")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert not presentation(ready).inverted
    assert only(ready).text == "i see: nodule?"
    arrow = draw(ready, Tool.ARROW, centre + QPoint(50, 50), centre + QPoint(90, 10))
    press(ready, "n", SHIFT)
    QTest.keyClicks(editor, "here")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert label_of(ready, marks(ready)[1]) == ("here",)
    assert marks(ready)[1].points == arrow.points


def test_what_is_typed_into_a_text_is_no_shortcut(ready: MainWindow, centre: QPoint) -> None:
    ready.actions_by_id["film.flip_h"].setShortcut("Return")
    arm(ready, Tool.TEXT)
    click(ready, centre)
    editor = ready.film.hand._words
    QTest.keyClicks(editor, "h i 3")
    QTest.keyClick(editor, "z", CTRL)
    QTest.keyClicks(editor, "ok")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "ok" in only(ready).text
    assert not presentation(ready).mirrored
    assert not presentation(ready).inverted


def test_an_empty_text_is_none_and_escape_drops_it(ready: MainWindow, centre: QPoint) -> None:
    arm(ready, Tool.TEXT)
    editor = ready.film.hand._words
    click(ready, centre)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    click(ready, centre)
    QTest.keyClicks(editor, "no")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert marks(ready) == ()
    assert ready.session.light_box.tool is Tool.TEXT


def test_words_written_are_kept_when_the_reader_goes_on(ready: MainWindow, centre: QPoint) -> None:
    arm(ready, Tool.TEXT)
    click(ready, centre)
    QTest.keyClicks(ready.film.hand._words, "kept")
    ready.worklist.narrowing.search.setFocus()
    assert only(ready).text == "kept"


def test_a_known_length_calibrates_every_length(ready: MainWindow, centre: QPoint) -> None:
    line = draw(ready, Tool.DISTANCE, centre, centre + QPoint(0, 80))
    arm(ready, Tool.CALIBRATE)
    drag(ready, centre + QPoint(100, 0), QPoint(0, 160))
    editor = ready.film.hand._words
    QTest.keyClicks(editor, "five")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    editor.clear()
    QTest.keyClicks(editor, "5 cm")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    spacing = state(ready).spacing
    assert spacing.provenance is SpacingProvenance.BY_READER
    assert label_of(ready, line) == ("25.0 mm (calibrated by the reader)",)
    ready.actions_by_id["edit.uncalibrate"].trigger()
    assert state(ready).spacing.provenance is SpacingProvenance.AT_DETECTOR
    press(ready, "z", CTRL)
    assert state(ready).spacing == spacing


def test_a_region_sets_the_window(ready: MainWindow, centre: QPoint, qtbot: QtBot) -> None:
    arm(ready, Tool.REGION_WINDOW)
    with qtbot.waitSignal(ready.session.light_box.presentation_changed, timeout=5000):
        drag(ready, centre, QPoint(80, 60))
    corners = [on_film(ready, centre + step) for step in (QPoint(0, 0), QPoint(80, 60))]
    mark = Mark.new(MarkKind.RECTANGLE, corners)
    film = ready.session.light_box.lit.film
    assert film is not None
    assert window(ready) == measuring.region_window(film.radiograph, mark)
    assert presentation(ready).preset == "region"
    assert marks(ready) == ()


def test_the_lens_shows_the_film_larger_while_the_button_is_down(
    ready: MainWindow, centre: QPoint
) -> None:
    arm(ready, Tool.MAGNIFIER)
    view, rim = ready.film.viewport(), centre + QPoint(129, 0)
    before = ready.film.grab().toImage()
    QTest.mousePress(view, LEFT, pos=centre - QPoint(9, 0))
    hover(ready, QPointF(centre), LEFT)
    during = ready.film.grab().toImage()
    QTest.mouseRelease(view, LEFT, pos=centre)
    after = ready.film.grab().toImage()
    ratio = before.devicePixelRatio()
    spots = [centre + QPoint(dx, 30) for dx in range(-75, 76, 25)]
    seen = [during.pixelColor(spot * ratio).red() for spot in spots]
    source = [before.pixelColor((centre + (spot - centre) / 2.5) * ratio).red() for spot in spots]
    assert np.allclose(seen, source, atol=6)
    assert during.pixelColor(rim * ratio) != before.pixelColor(rim * ratio)
    assert after.pixelColor(spots[0] * ratio) == before.pixelColor(spots[0] * ratio)


def test_the_film_is_turned_freely_and_marks_turn_with_it(
    ready: MainWindow, centre: QPoint
) -> None:
    line = draw(ready, Tool.DISTANCE, centre + QPoint(0, -90), centre + QPoint(0, 90))
    arm(ready, Tool.ROTATE)
    drag(ready, centre + QPoint(200, 0), QPoint(0, 200))
    assert presentation(ready).angle == pytest.approx(45, abs=1)
    start, end = (on_screen(ready, point) for point in line.points)
    assert start.x() - end.x() == pytest.approx(180 * 0.707, abs=4)
    assert only(ready) == line
    press(ready, "w")
    press(ready, Qt.Key.Key_Escape)  # the selection
    press(ready, Qt.Key.Key_Escape)  # the view
    assert presentation(ready).angle == 0
    assert only(ready) == line


def test_the_probe_reads_the_pixel_under_the_present_window(
    ready: MainWindow, qtbot: QtBot
) -> None:
    mark = draw(ready, Tool.PROBE, on_screen(ready, (20.0, 10.0)))
    row, column = (round(part) for part in mark.points[0])
    film = ready.session.light_box.lit.film
    assert film is not None
    assert film.radiograph.stored[row, column] == 4095
    shots = []
    for key in "12":
        press(ready, key)
        qtbot.wait(50)
        shots.append(ready.film.grab().toImage())
    assert shots[0] != shots[1]


# selecting, moving, editing


def test_a_click_selects_and_a_drag_moves_only_what_is_selected(
    ready: MainWindow, centre: QPoint
) -> None:
    line = draw(ready, Tool.DISTANCE, centre - QPoint(80, 0), centre + QPoint(80, 0))
    press(ready, "w")
    click(ready, centre + QPoint(0, 200))
    assert state(ready).selected == ""
    drag(ready, centre, QPoint(0, 40))
    assert only(ready) == line
    assert window(ready) != Window(2000.0, 3000.0, explanation="normal")
    click(ready, centre + QPoint(1, 2))
    assert state(ready).selected == line.id
    level = window(ready)
    drag(ready, centre, QPoint(20, 40))
    assert window(ready) == level
    moved = only(ready)
    assert moved.id == line.id
    for (row, column), (old_row, old_column) in zip(moved.points, line.points, strict=True):
        assert row - old_row == pytest.approx(40 / ready.film._scale, rel=0.01)
        assert column - old_column == pytest.approx(20 / ready.film._scale, rel=0.01)


def test_a_handle_moves_one_point(ready: MainWindow, centre: QPoint) -> None:
    line = draw(ready, Tool.DISTANCE, centre - QPoint(80, 0), centre + QPoint(80, 0))
    drag(ready, centre + QPoint(80, 0), QPoint(10, 50))
    assert only(ready).points[0] == line.points[0]
    assert only(ready).points[1] == pytest.approx(on_film(ready, centre + QPoint(90, 50)))


def test_a_mark_without_extent_is_not_made_by_moving_a_handle(
    ready: MainWindow, centre: QPoint
) -> None:
    draw(ready, Tool.DISTANCE, centre, centre + QPoint(80, 0))
    drag(ready, centre + QPoint(80, 0), QPoint(-80, 0))
    first, second = only(ready).points
    assert first != second


def test_nothing_is_drawn_or_moved_off_the_film(ready: MainWindow, centre: QPoint) -> None:
    mark = draw(ready, Tool.RECTANGLE, centre, centre + QPoint(100, 100))
    press(ready, "w")
    drag(ready, centre + QPoint(50, 0), QPoint(5000, -5000))
    film = ready.session.light_box.lit.film
    assert film is not None
    rows, columns = film.radiograph.shape
    for row, column in only(ready).points:
        assert -0.51 <= row <= rows - 0.49
        assert -0.51 <= column <= columns - 0.49
    wide = mark.points[1][1] - mark.points[0][1]
    moved = only(ready).points
    assert moved[1][1] - moved[0][1] == pytest.approx(wide)
    line = draw(ready, Tool.DISTANCE, centre, QPoint(-50, -50))
    assert min(line.points[1]) >= -0.5


def test_escape_lets_go_step_by_step(ready: MainWindow, centre: QPoint) -> None:
    draw(ready, Tool.DISTANCE, centre, centre + QPoint(80, 0))
    click(ready, centre + QPoint(0, 90))
    assert ready.film.hand.drawing is not None
    press(ready, Qt.Key.Key_Escape)
    assert ready.film.hand.drawing is None
    assert state(ready).selected
    press(ready, Qt.Key.Key_Escape)
    assert not state(ready).selected
    press(ready, Qt.Key.Key_Escape)
    assert ready.session.light_box.tool is Tool.WINDOW
    assert len(marks(ready)) == 1


def test_delete_undo_and_redo(ready: MainWindow, centre: QPoint) -> None:
    undo, redo = (ready.actions_by_id[f"edit.{name}"] for name in ("undo", "redo"))
    assert not undo.isEnabled()
    line = draw(ready, Tool.DISTANCE, centre, centre + QPoint(80, 0))
    drag(ready, centre + QPoint(80, 0), QPoint(10, 50))
    moved = only(ready)
    press(ready, Qt.Key.Key_Delete)
    assert marks(ready) == ()
    for expected in ((moved,), (line,), ()):
        press(ready, "z", CTRL)
        assert marks(ready) == expected
    assert not undo.isEnabled()
    for expected in ((line,), (moved,), ()):
        press(ready, "y", CTRL)
        assert marks(ready) == expected
    assert not redo.isEnabled()
    press(ready, "z", CTRL)
    press(ready, "z", CTRL | SHIFT)
    assert marks(ready) == ()


def test_copy_and_paste_beside_itself_and_onto_another_film(
    ready: MainWindow, centre: QPoint, settle: Settle, qtbot: QtBot
) -> None:
    line = draw(ready, Tool.DISTANCE, centre, centre + QPoint(80, 0))
    press(ready, "c", CTRL)
    press(ready, "v", CTRL)
    press(ready, "v", CTRL)
    assert len({mark.points for mark in marks(ready)}) == 3
    assert len({mark.id for mark in marks(ready)}) == 3
    press(ready, Qt.Key.Key_Down)
    settle(ready)
    qtbot.waitUntil(lambda: state(ready).ready, timeout=5000)
    press(ready, "v", CTRL)
    assert only(ready).points == line.points


def test_s_walks_through_the_marks(ready: MainWindow, centre: QPoint) -> None:
    for down in (0, 60):
        draw(ready, Tool.DISTANCE, centre + QPoint(0, down), centre + QPoint(80, down))
    press(ready, Qt.Key.Key_Escape)
    seen = []
    for _ in range(3):
        press(ready, "s")
        seen.append(state(ready).selected)
    first, second = (mark.id for mark in marks(ready))
    assert seen == [first, second, first]


def test_k_marks_a_key_image_and_says_so(ready: MainWindow) -> None:
    press(ready, "k")
    assert state(ready).words[1] == "KEY IMAGE"
    assert ready.actions_by_id["edit.key"].isChecked()
    press(ready, "k")
    assert state(ready).markup == Markup()


def test_hidden_marks_cannot_be_met_and_a_drawing_tool_shows_them(
    ready: MainWindow, centre: QPoint
) -> None:
    line = draw(ready, Tool.DISTANCE, centre - QPoint(80, 0), centre + QPoint(80, 0))
    press(ready, "w")
    for _ in range(2):
        press(ready, Qt.Key.Key_Space)
    assert ready.film.annotations is Annotations.NONE
    drag(ready, centre, QPoint(0, 40))
    assert only(ready) == line
    arm(ready, Tool.ANGLE)
    assert ready.film.annotations is Annotations.ALL


def test_another_film_drops_what_is_half_drawn(
    ready: MainWindow, centre: QPoint, settle: Settle
) -> None:
    arm(ready, Tool.DISTANCE)
    click(ready, centre)
    press(ready, Qt.Key.Key_Down)
    settle(ready)
    assert ready.film.hand.drawing is None


@pytest.mark.parametrize(("key", "tool"), [("d", Tool.DISTANCE), ("a", Tool.ANGLE),
                                           ("c", Tool.CARDIOTHORACIC)])  # fmt: skip
def test_the_reading_rooms_keys(ready: MainWindow, key: str, tool: Tool) -> None:
    press(ready, key)
    assert ready.session.light_box.tool is tool


def test_every_tool_has_a_key_and_an_action(ready: MainWindow) -> None:
    for tool in Tool:
        assert ready.actions_by_id[f"tool.{tool}"].shortcut() != QKeySequence()


def test_marks_are_painted_and_look_the_same_at_every_zoom(
    ready: MainWindow, centre: QPoint, qtbot: QtBot
) -> None:
    """A line is as wide when the film is twice as large: counted on a snapshot."""
    draw(ready, Tool.DISTANCE, centre - QPoint(100, 0), centre + QPoint(100, 0))
    press(ready, Qt.Key.Key_Escape)
    widths = []
    for _ in range(2):
        qtbot.wait(30)
        drawn = ready.film.grab().toImage()
        column = [drawn.pixelColor(centre.x() - 50, centre.y() + dy) for dy in range(-8, 9)]
        widths.append(sum(colour.red() - colour.blue() > 40 for colour in column))
        ready.film.zoom_by(2.0, centre)
    assert widths[0] == widths[1]
    assert 1 <= widths[0] <= 3


def test_labels_of_marks_at_one_place_stand_below_each_other(
    ready: MainWindow, centre: QPoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    end, top = centre + QPoint(80, 0), QPoint(0, -60)
    for down in (0, 3, 6):
        draw(ready, Tool.DISTANCE, centre + top + QPoint(-80, 20 * down), end + QPoint(0, down))
    written: list[QPointF] = []
    paint = annotations.text

    def text(painter: QPainter, place: QPointF, words: str, *more: QColor) -> None:
        if "mm" in words and "(" in words:
            written.append(place)
        paint(painter, place, words, *more)

    monkeypatch.setattr(annotations, "text", text)
    ready.film.viewport().repaint()
    heights = sorted(place.y() for place in written if place.x() > end.x())
    assert len(heights) == 3
    line = QFontMetricsF(ready.film.font()).lineSpacing() - 0.01
    gaps = [low - high for high, low in itertools.pairwise(heights)]
    assert min(gaps) >= line
