"""Presentation states in the window: offered with their films, applied, left, and saved."""

import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).resolve().parent))
from softcopy_fakes import FileEngine, film_file
from window_fakes import FakeEngine
from window_hands import Settle, activate, click, drag, presentation, press, window

from engine.exchange.softcopy_writing import write_softcopy
from engine.images.framing import oriented
from engine.images.marks import Mark, MarkKind
from engine.images.reading import read_radiograph
from engine.images.softcopy import Area, Graphic, Softcopy, TextNote, presented
from engine.images.softcopy_reading import read_softcopy
from engine.images.windowing import render
from engine.types import Shutter, Window
from viewer.canvas import annotations
from viewer.canvas.capture import view_picture
from viewer.canvas.corners import Corners
from viewer.canvas.outlines import scene_point
from viewer.dialogs.save_state import SaveStateDialog
from viewer.film import full_levels
from viewer.findings.panel import refusal
from viewer.main_window import MainWindow
from viewer.services import engine_services
from viewer.settings import Settings
from viewer.state_menu import fill
from viewer.window import build
from viewer.worklist.model import status_words

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NOTES = (
    Graphic("POLYLINE", ((150, 200), (150, 300)), layer="LINES"),
    Graphic("POINT", ((0.25, 0.5),), units="DISPLAY", layer="DOTS"),
    TextNote("nodule?", anchor=(150, 300), layer="LINES"),
)
VIEW = Softcopy(
    label="AS READ",
    description="Second look",
    voi=Window(1800, 1400),
    inverted=True,
    shutter=Shutter(circle=(150, 200, 140), grey=0.5),
    rotation_deg=90,
    flipped_h=True,
    area=Area(50, 100, 250, 350),
    annotations=NOTES,
)


@pytest.fixture
def engine() -> FakeEngine:
    return FileEngine()


@pytest.fixture
def film_path(tmp_path: Path) -> Path:
    return film_file(tmp_path / "film.dcm")


@pytest.fixture
def state_path(film_path: Path) -> Path:
    return written(film_path, VIEW)


@pytest.fixture
def shown(
    main_window: MainWindow, film_path: Path, state_path: Path, settle: Settle, qtbot: QtBot
) -> MainWindow:
    """The film on show, its state known."""
    main_window.open_paths([state_path, film_path])
    settle(main_window)
    qtbot.waitUntil(lambda: len(main_window.session.states) == 1, timeout=5000)
    qtbot.waitUntil(lambda: main_window.session.markup.state.ready, timeout=5000)
    return main_window


def written(film: Path, view: Softcopy, name: str = "state.dcm") -> Path:
    target = film.with_name(name)
    write_softcopy(target, film, read_radiograph(film), view)
    return target


def apply(shown: MainWindow, qtbot: QtBot) -> None:
    """Take the next state by its key, and wait until it is painted in full."""
    activate(shown)
    with qtbot.waitSignal(shown.session.viewports.rendered, timeout=5000):
        press(shown, "S", SHIFT)
    rest(shown, qtbot)


def rest(shown: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(shown.film._film_item._levels) > 1, timeout=5000)
    QApplication.processEvents()


def bare(shown: MainWindow) -> QImage:
    return view_picture(shown.film, annotations=False, identity=False)


def seen(shown: MainWindow, row: float, column: float) -> QColor:
    """What the screen shows at a point of the film."""
    place = shown.film.viewportTransform().map(scene_point((row, column)))
    return shown.film.viewport().grab().toImage().pixelColor(place.toPoint())


def inked(shown: MainWindow, row: float, column: float) -> bool:
    """Whether something light is drawn about a point of the film."""
    place = shown.film.viewportTransform().map(scene_point((row, column))).toPoint()
    picture = shown.film.viewport().grab().toImage()
    around = [(x, y) for x in range(-6, 7) for y in range(-6, 7)]
    return any(picture.pixelColor(place + QPoint(*by)).lightness() > 200 for by in around)


def same(one: QImage, other: QImage) -> bool:
    form = QImage.Format.Format_RGB32
    return one.convertToFormat(form) == other.convertToFormat(form)


def told(shown: MainWindow) -> list[str]:
    return [entry.told for entry in shown.session.entries if entry.told]


def chips(shown: MainWindow) -> str:
    film = shown.session.light_box.lit.film
    assert film is not None
    words = shown.film._with_words(Corners(), film.name)
    return " | ".join((*words.chips, *words.top_right))


# offered


@pytest.mark.parametrize("first", ["film", "state"])
def test_a_state_and_its_film_find_each_other_in_either_order(
    first: str,
    main_window: MainWindow,
    film_path: Path,
    state_path: Path,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    order = [film_path, state_path] if first == "film" else [state_path, film_path]
    for path in order:
        main_window.open_paths([path])
        settle(main_window)
        qtbot.wait(150)
        if path is state_path and first == "state":
            assert told(main_window) == ["Presentation state AS READ: its film is not open"]
    qtbot.waitUntil(lambda: "choose it" in told(main_window)[0], timeout=5000)
    main_window.session.select(order.index(film_path))
    settle(main_window)
    assert [state.common.label for state in main_window.session.states] == ["AS READ"]
    assert "1 presentation state" in chips(main_window)
    assert main_window.session.progress.unreadable == 0
    state_row = main_window.session.entries[order.index(state_path)]
    assert status_words(state_row) == "Presentation state AS READ: choose it on its film"
    assert refusal(state_row) == status_words(state_row)


def test_a_state_of_films_that_are_not_there_is_listed_with_the_reason(
    shown: MainWindow, film_path: Path, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    stranger = film_file(tmp_path / "elsewhere.dcm", uid="9.9")
    shown.open_paths([written(stranger, Softcopy(label="OTHER"), "other.dcm")])
    settle(shown)
    qtbot.waitUntil(lambda: len(told(shown)) == 2 and "OTHER" in told(shown)[1], timeout=5000)
    assert told(shown)[1].endswith("its film is not open")
    assert [state.common.label for state in shown.session.states] == ["AS READ"]
    damaged = tmp_path / "damaged.dcm"
    damaged.write_bytes((film_path.with_name("state.dcm")).read_bytes()[:420])
    shown.open_paths([damaged])
    settle(shown)
    assert len(shown.session.entries) == 4, "every file has its row"


def test_the_same_state_from_two_places_is_offered_once(
    shown: MainWindow, state_path: Path, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    copy = tmp_path / "copy.dcm"
    copy.write_bytes(state_path.read_bytes())
    shown.open_paths([copy])
    settle(shown)
    qtbot.waitUntil(lambda: all("choose it" in words for words in told(shown)), timeout=5000)
    assert len(told(shown)) == 2
    assert len(shown.session.states) == 1
    shown.session.clear()
    assert shown.session.states == ()


# applied


def test_a_state_sets_window_polarity_shutter_turn_and_area(
    shown: MainWindow, film_path: Path, state_path: Path, qtbot: QtBot
) -> None:
    before = bare(shown)
    apply(shown, qtbot)
    own = read_radiograph(film_path)
    softcopy = read_softcopy(state_path).for_film(own)
    assert softcopy is not None
    film = presented(own, softcopy)
    expected = render(film, film.vois[0])
    for row, column in ((100, 150), (130, 250), (200, 320), (55, 200)):
        assert seen(shown, row, column).lightness() == pytest.approx(
            int(expected[row, column]), abs=2
        )
    assert seen(shown, 240, 340).lightness() == 128, "covered"
    assert (presentation(shown).turns, presentation(shown).mirrored) == (1, True)
    room = shown.film.viewport().rect()
    corners = [
        shown.film.viewportTransform().map(QPointF(column, row))
        for row, column in ((50, 100), (250, 350))
    ]
    wide, tall = (abs(getattr(corners[0], axis)() - getattr(corners[1], axis)()) for axis in "xy")
    assert wide / tall == pytest.approx(200 / 250, abs=0.01), "turned by a quarter"
    assert max(wide / room.width(), tall / room.height()) == pytest.approx(1, abs=0.02)
    centre = (corners[0] + corners[1]) / 2
    assert (centre - QPointF(room.center())).manhattanLength() < 4
    assert "Presentation state AS READ" in chips(shown)
    press(shown, "S", SHIFT)
    rest(shown, qtbot)
    assert same(bare(shown), before), "as stored again"
    assert "AS READ" not in chips(shown)


def test_annotations_are_drawn_in_both_units_and_go_with_the_words(
    shown: MainWindow, qtbot: QtBot
) -> None:
    apply(shown, qtbot)
    film = shown.session.light_box.lit.film
    assert film is not None
    (dot,) = (note for note in film.softcopy.annotations if note.layer == "DOTS")
    assert isinstance(dot, Graphic)
    (point,) = dot.points
    assert inked(shown, 150, 250)
    assert inked(shown, *point)
    place = shown.film.viewportTransform().map(scene_point(point))
    room = shown.film.viewport().rect()
    area = shown.film.viewportTransform().mapRect(_rect(VIEW.area))
    assert place.x() == pytest.approx(area.center().x(), abs=2)
    assert place.y() == pytest.approx(area.top() + area.height() / 4, abs=2)
    assert room.contains(place.toPoint())
    menu = QMenu(shown)
    fill(menu, shown.session)
    layers = [action for action in menu.actions() if action.text() in ("LINES", "DOTS")]
    assert all(action.isChecked() for action in layers)
    next(action for action in layers if action.text() == "LINES").trigger()
    assert not inked(shown, 150, 250)
    assert inked(shown, *point)
    assert "changed since" in chips(shown)
    press(shown, Qt.Key.Key_Escape)
    rest(shown, qtbot)
    assert inked(shown, 150, 250)
    press(shown, Qt.Key.Key_Space)
    assert inked(shown, 150, 250), "the minimum keeps what is drawn"
    press(shown, Qt.Key.Key_Space)
    assert not inked(shown, 150, 250)
    assert not inked(shown, *point)
    assert seen(shown, 240, 340).lightness() == 128, "a shutter stays"


def test_a_text_of_a_state_does_not_name_whom_the_reader_hides(
    shown: MainWindow,
    film_path: Path,
    qtbot: QtBot,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = TextNote("State, Phantom (P1): nodule", anchor=(100, 100), layer="NAMES")
    shown.open_paths([written(film_path, Softcopy(label="A NAME", annotations=(note,)), "n.dcm")])
    settle(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == 2, timeout=5000)
    for _ in takewhile(lambda state: state.common.label != "A NAME", shown.session.states):
        apply(shown, qtbot)
    apply(shown, qtbot)
    said: list[str] = []
    paint = annotations.text

    def text(painter: QPainter, place: QPointF, words: str, *more: QColor) -> None:
        said.append(words)
        paint(painter, place, words, *more)

    monkeypatch.setattr(annotations, "text", text)
    shown.film.viewport().repaint()
    assert "State, Phantom (P1): nodule" in said
    said.clear()
    view_picture(shown.film, annotations=True, identity=False)
    assert "•••, ••• (•••): nodule" in said
    assert not [words for words in said if "hantom" in words]
    said.clear()
    shown.film.viewport().repaint()
    assert "State, Phantom (P1): nodule" in said
    shown.session.hide_identity(hidden=True)
    said.clear()
    shown.film.viewport().repaint()
    assert "•••, ••• (•••): nodule" in said


def _rect(area: Area | None) -> QRectF:
    assert area is not None
    return QRectF(area.left, area.top, area.right - area.left, area.bottom - area.top)


def test_the_menu_lists_states_by_label_description_and_date(
    shown: MainWindow, film_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    shown.open_paths([written(film_path, Softcopy(label="PLAIN"), "plain.dcm")])
    settle(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == 2, timeout=5000)
    menu = next(
        each
        for each in shown.menuBar().findChildren(QMenu) + shown.findChildren(QMenu)
        if each.title() == "Presentation state"
    )
    menu.popup(QPoint(10, 10))
    words = [action.text() for action in menu.actions()]
    assert words[0] == "As stored"
    assert words[1].startswith("AS READ – Second look – 20")
    assert words[2].startswith("PLAIN")
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.session.viewports.presentation_changed):
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "AS READ" in chips(shown)
    fill(menu, shown.session)
    assert [action.isChecked() for action in menu.actions()[:3]] == [False, True, False]
    shown.session.hide_identity(hidden=True)
    fill(menu, shown.session)
    assert menu.actions()[1].text() == "AS READ"
    activate(shown)
    press(shown, "S", SHIFT)
    qtbot.waitUntil(lambda: "PLAIN" in chips(shown), timeout=5000)
    shown.session.clear()
    fill(menu, shown.session)
    assert not menu.actions()[0].isEnabled()


def test_esc_returns_to_the_state_and_its_area_and_fit_shows_all(
    shown: MainWindow, qtbot: QtBot
) -> None:
    apply(shown, qtbot)
    before, zoom = bare(shown), shown.film.zoom
    middle = shown.film.viewport().rect().center()
    drag(shown, middle, QPoint(90, 40))
    assert "changed since" in chips(shown)
    press(shown, "=")
    assert shown.film.zoom < zoom
    press(shown, Qt.Key.Key_Escape)
    rest(shown, qtbot)
    assert shown.film.zoom == pytest.approx(zoom)
    assert same(bare(shown), before)
    assert "changed" not in chips(shown)
    shown.resize(1200, 800)
    assert shown.film.zoom != pytest.approx(zoom), "a fitted area stays fitted"


def test_magnify_shows_so_many_pixels_a_pixel_and_true_size_is_named(
    shown: MainWindow, film_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    twice = Softcopy(label="TWICE", area=Area(0, 0, 300, 400, "MAGNIFY", 2.0))
    sized = Softcopy(label="SIZED", area=Area(0, 0, 300, 400, "TRUE SIZE"))
    shown.open_paths([written(film_path, twice, "2.dcm"), written(film_path, sized, "3.dcm")])
    settle(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == 3, timeout=5000)
    for state in shown.session.states:
        shown.session.light_box.apply(state)
        qtbot.waitUntil(lambda state=state: shown.session.light_box.state is state, timeout=5000)
        film = shown.session.light_box.lit.film
        assert film is not None
        label = state.common.label
        assert (shown.film.zoom == 2.0) == (label == "TWICE")
        assert any("true size" in words for words in film.radiograph.warnings) == (label == "SIZED")


def test_models_look_at_the_film_as_stored(
    shown: MainWindow, engine: FakeEngine, qtbot: QtBot
) -> None:
    press(shown, "O")
    qtbot.waitUntil(lambda: len(engine.looked) == 1, timeout=5000)
    box = shown.session.light_box
    own = box.lit.film
    apply(shown, qtbot)
    film = box.lit.film
    assert film is not None
    assert film is not own
    assert film.as_stored is own
    assert shown.session.lungs.film is own
    assert len(engine.looked) == 1
    assert shown.session.markup.state.film is film
    assert shown.session.markup.state.ready


def test_a_state_speaks_of_its_frames_alone(
    main_window: MainWindow, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    path = film_file(tmp_path / "cine.dcm", frames=3)
    target = tmp_path / "state.dcm"
    write_softcopy(target, path, read_radiograph(path, frame=1), VIEW)
    main_window.open_paths([path, target])
    settle(main_window)
    box = main_window.session.light_box
    assert main_window.session.states == ()
    box.show_frame(1)
    qtbot.waitUntil(lambda: len(main_window.session.states) == 1, timeout=5000)
    box.apply(main_window.session.states[0])
    qtbot.waitUntil(lambda: presentation(main_window).turns == 1, timeout=5000)
    box.show_frame(2)
    qtbot.waitUntil(lambda: "not for this frame" in chips(main_window), timeout=5000)
    box.show_frame(1)
    qtbot.waitUntil(lambda: "not for" not in chips(main_window), timeout=5000)
    assert window(main_window).center == 1800
    box.show_frame(0)
    qtbot.waitUntil(lambda: "not for this frame" in chips(main_window), timeout=5000)
    box.show_as_stored()
    assert box.state is None


# saved


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "saved.dcm"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    return chosen


def save(shown: MainWindow, label: str = "mine 1") -> SaveStateDialog:
    """Ask for the dialog by its keys, write a label, and press Save."""
    activate(shown)
    press(shown, "S", CTRL)
    dialog = next(each for each in shown.findChildren(SaveStateDialog) if each.isVisible())
    dialog.label.selectAll()
    QTest.keyClicks(dialog.label, label)
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return dialog


@pytest.mark.usefixtures("target")
@pytest.mark.parametrize("polarity", ["MONOCHROME1", "MONOCHROME2"])
def test_what_is_saved_gives_the_same_picture_again(
    polarity: str,
    main_window: MainWindow,
    tmp_path: Path,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    shown = main_window
    path = film_file(tmp_path / "film.dcm", PhotometricInterpretation=polarity)
    before = path.read_bytes()
    shown.open_paths([path])
    settle(shown)
    qtbot.waitUntil(lambda: shown.session.markup.state.ready, timeout=5000)
    for key in ("I", "R", "H"):
        press(shown, key)
    middle = shown.film.viewport().rect().center()
    drag(shown, middle, QPoint(-60, 30))
    press(shown, "D")
    for by in (QPoint(-80, 20), QPoint(70, -40)):
        click(shown, middle + by)
    mark = shown.session.markup.state.markup.marks[0]
    shown.session.markup.select("")
    rest(shown, qtbot)
    picture, marked = bare(shown), shown.film.viewport().grab().toImage()
    save(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == 1, timeout=5000)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    state = shown.session.states[0]
    assert state.common.label == "MINE 1"
    shown.reset_film()
    rest(shown, qtbot)
    shown.session.markup.select(mark.id)
    shown.session.markup.delete_selected()
    apply(shown, qtbot)
    assert same(bare(shown), picture)
    row, column = (np.array(mark.points[0]) * 0.5 + np.array(mark.points[1]) * 0.5).tolist()
    place = shown.film.viewportTransform().map(scene_point((row, column))).toPoint()
    drawn = shown.film.viewport().grab().toImage()
    for by in range(-1, 2):
        at = place + QPoint(0, by)
        assert drawn.pixelColor(at).lightness() == pytest.approx(
            marked.pixelColor(at).lightness(), abs=60
        )
    assert any(isinstance(note, TextNote) and "mm" in note.text for note in _notes(shown))


def _notes(shown: MainWindow) -> Iterator[object]:
    film = shown.session.light_box.lit.film
    assert film is not None
    yield from film.softcopy.annotations


@pytest.mark.usefixtures("target")
def test_a_zoomed_view_is_saved_as_the_area_on_show(shown: MainWindow, qtbot: QtBot) -> None:
    press(shown, "+")
    press(shown, "+")
    shown.film.pan(QPoint(60, -35))
    zoom = shown.film.zoom
    centre = shown.film.mapToScene(shown.film.viewport().rect().center())
    save(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == 2, timeout=5000)
    press(shown, "=")
    shown.session.light_box.apply(shown.session.states[1])
    qtbot.waitUntil(lambda: shown.session.light_box.state is not None, timeout=5000)
    assert shown.film.zoom == pytest.approx(zoom, rel=0.01)
    again = shown.film.mapToScene(shown.film.viewport().rect().center())
    assert (again - centre).manhattanLength() < 2


def test_a_film_s_own_file_is_never_written_over(
    shown: MainWindow, film_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(film_path), ""))
    before = film_path.read_bytes()
    save(shown)
    qtbot.waitUntil(lambda: "never overwritten" in shown.statusBar().currentMessage(), timeout=5000)
    assert film_path.read_bytes() == before
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    save(shown)
    assert len(list(film_path.parent.glob("*.dcm"))) == 2


def test_what_a_state_cannot_say_is_named_before_it_is_saved(shown: MainWindow) -> None:
    shown.session.light_box.tilt(7)
    press(shown, "6")
    press(shown, Qt.Key.Key_Space)
    press(shown, Qt.Key.Key_Space)
    press(shown, "S", CTRL)
    dialog = next(each for each in shown.findChildren(SaveStateDialog) if each.isVisible())
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "quarter turns" in words
    assert "local contrast" in words
    assert not dialog.marks.isChecked(), "nothing that is not on screen"
    dialog.reject()


def test_colour_and_pictures_have_no_greyscale_state(
    opened_picture: Callable[[], MainWindow],
) -> None:
    shown = opened_picture()
    assert not shown.actions_by_id["file.state"].isEnabled()


@pytest.fixture
def opened_picture(
    main_window: MainWindow, tmp_path: Path, settle: Settle
) -> Callable[[], MainWindow]:
    def show() -> MainWindow:
        path = tmp_path / "a.png"
        QImage(40, 30, QImage.Format.Format_Grayscale8).save(str(path))
        main_window.open_paths([path])
        settle(main_window)
        return main_window

    return show


POINTS = {
    MarkKind.DISTANCE: ((20, 30), (80, 90)),
    MarkKind.ANGLE: ((20, 30), (80, 90), (20, 150)),
    MarkKind.COBB: ((20, 30), (30, 90), (120, 30), (100, 90)),
    MarkKind.CARDIOTHORACIC: ((100, 20), (100, 380), (10, 200), (290, 205), (150, 120), (160, 280)),
    MarkKind.RECTANGLE: ((40, 50), (90, 160)),
    MarkKind.ELLIPSE: ((40, 50), (190, 120)),
    MarkKind.POLYGON: ((40, 50), (90, 160), (140, 20)),
    MarkKind.PROFILE: ((40, 50), (90, 160)),
    MarkKind.ARROW: ((40, 50), (90, 160)),
    MarkKind.TEXT: ((140, 250),),
    MarkKind.PROBE: ((140, 250),),
}


@pytest.mark.usefixtures("target")
@pytest.mark.parametrize("kind", list(MarkKind))
def test_every_mark_is_drawn_by_the_state_where_the_reader_drew_it(
    kind: MarkKind, shown: MainWindow, qtbot: QtBot
) -> None:
    text = "hilum" if kind is MarkKind.TEXT else ""
    shown.session.markup.put(Mark.new(kind, POINTS[kind], text=text))
    shown.session.markup.select("")
    qtbot.wait(120)
    before = _ink(shown)
    assert before.any()
    save(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == 2, timeout=5000)
    shown.session.markup.select_next()
    shown.session.markup.delete_selected()
    assert not _ink(shown).any()
    shown.session.light_box.apply(shown.session.states[1])
    qtbot.waitUntil(lambda: shown.session.light_box.state is not None, timeout=5000)
    rest(shown, qtbot)
    again = _ink(shown)
    # Dashes become a line, the ink is another grey: nearly all of what was drawn is drawn again.
    assert (before & again).sum() > 0.9 * before.sum()
    assert (before & again).sum() > 0.8 * again.sum()


def _ink(shown: MainWindow) -> np.ndarray:
    """Where the annotations change the bare film."""

    def grey(picture: QImage) -> np.ndarray:
        picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
        return rows[60:-190, 120 : picture.width() - 120].astype(int)

    view = shown.film
    drawn = view.viewport().grab().toImage()
    kept = view.hand.visible
    view.hand.set_visible(False)
    view._state_item.setVisible(False)
    plain = view.viewport().grab().toImage()
    view.hand.set_visible(kept)
    view._state_item.setVisible(True)
    return np.abs(grey(drawn) - grey(plain)) > 25


# the real engine


@pytest.mark.shared
@pytest.mark.usefixtures("themed", "target")
def test_the_states_of_the_corpus_in_a_zip_through_the_real_engine(
    shared: Path, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    folder = shared / "dicom/gsps"
    archive = shutil.make_archive(str(tmp_path / "gsps"), "zip", folder)
    names = {
        read_softcopy(path).sop_instance_uid: path.name
        for pattern in ("lat_ps*", "pr*")
        for path in folder.glob(pattern)
    }
    shown = build(
        engine_services(model="nowhere", provider="cpu"), Settings(), tmp_path / "settings.json"
    )
    shown.show()
    shown.open_paths([Path(archive)])
    qtbot.waitUntil(lambda: not shown.session.progress.running, timeout=120000)
    qtbot.waitUntil(lambda: len(told(shown)) == 10, timeout=60000)
    qtbot.waitUntil(lambda: all(": " in words for words in told(shown)), timeout=60000)
    assert len(shown.session.entries) == 13
    assert sum("is not open" in words for words in told(shown)) == 2
    compared = 0
    for entry in shown.session.entries:
        if not entry.row.name.endswith(("lat_image.dcm", "image_for_prluts.dcm")):
            continue
        shown.session.select(entry.number)
        settle(shown)
        for state in shown.session.states:
            shown.session.light_box.apply(state)
            qtbot.waitUntil(lambda s=state: shown.session.light_box.state is s, timeout=5000)
            reference = f"refs/render/gsps__{names[state.sop_instance_uid]}.png"
            _compare(shown, shared / "dicom" / reference)
            compared += 1
    assert compared == 8
    before, held = bare(shown), len(shown.session.states)
    save(shown)
    qtbot.waitUntil(lambda: len(shown.session.states) == held + 1, timeout=60000)
    shown.session.light_box.show_as_stored()
    (mine,) = (state for state in shown.session.states if state.common.label == "MINE 1")
    shown.session.light_box.apply(mine)
    qtbot.waitUntil(lambda: shown.session.light_box.state is mine, timeout=5000)
    qtbot.wait(100)
    assert same(bare(shown), before)
    shown.close()
    shown.deleteLater()


def _compare(shown: MainWindow, reference: Path) -> None:
    """Compare what the window holds with another program's rendering of the same state."""
    box = shown.session.light_box
    film = box.lit.film
    assert film is not None
    level = full_levels(film, box.presentation)[0]
    rows, columns = film.radiograph.shape
    pixels = np.frombuffer(level.constBits(), np.uint8).reshape(rows, -1)[:, :columns]
    turned = oriented(
        pixels, rotation_deg=90 * box.presentation.turns, flipped_h=box.presentation.mirrored
    )
    theirs = cv2.imread(str(reference), -1)
    assert theirs is not None
    assert np.abs(turned.astype(int) - theirs).max() <= 2, reference.name
