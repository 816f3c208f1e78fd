"""Export, copy and print: what leaves, whose name it carries, and what is never overwritten."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot
from window_fakes import FakeEngine, identity, pixels
from window_hands import press

from engine.images import windowing
from engine.images.marks import Mark, MarkKind
from engine.types import Shutter
from viewer.canvas.capture import film_picture, view_picture
from viewer.canvas.corners import Annotations
from viewer.dialogs.export import ExportDialog
from viewer.dialogs.mask_editor import MaskEditor
from viewer.exporting import Scope, on_paper, suggested
from viewer.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the reader lets the export go; the name that was offered lies beside it."""
    chosen = tmp_path / "chosen.png"

    def choose(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        (tmp_path / "offered").write_text(Path(start).name)
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return chosen


@pytest.fixture
def dialog(opened: MainWindow) -> Iterator[ExportDialog]:
    opened.film.setFocus()
    QTest.keyClick(opened.film, Qt.Key.Key_E, CTRL)
    made = next(each for each in opened.findChildren(ExportDialog) if each.isVisible())
    yield made
    made.close()


def save(dialog: ExportDialog, qtbot: QtBot) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._running, timeout=10000)


def grey(path: Path) -> np.ndarray:
    found = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert found is not None
    return np.asarray(found)


def test_the_view_is_exported_with_annotations_and_without_a_name(
    opened: MainWindow, dialog: ExportDialog, target: Path, qtbot: QtBot
) -> None:
    save(dialog, qtbot)
    assert dialog.status.text() == "Written: chosen.png"
    picture = QImage(str(target))
    assert picture.size() == opened.film.viewport().size()
    same = view_picture(opened.film, annotations=True, identity=False)
    named = view_picture(opened.film, annotations=True, identity=True)
    bare = view_picture(opened.film, annotations=False, identity=False)
    form = QImage.Format.Format_RGB32
    assert picture.convertToFormat(form) == same.convertToFormat(form)
    assert same != named
    assert same != bare
    assert (target.parent / "offered").read_text() == "film-2.png"


def test_the_name_tells_whose_film_it_is_only_when_asked(
    dialog: ExportDialog, target: Path, qtbot: QtBot
) -> None:
    QTest.mouseClick(dialog.named, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    save(dialog, qtbot)
    assert (target.parent / "offered").read_text() == "PHANTOM, URGENT 2024-03-05.png"


@pytest.mark.parametrize(("row", "suffix"), [(0, ".png"), (1, ".jpg"), (2, ".tif")])
def test_the_whole_film_leaves_in_its_own_size_as_it_is_turned(
    row: int,
    suffix: str,
    opened: MainWindow,
    target: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = target.with_suffix(suffix)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    for key in ("H", "R", "I"):
        press(opened, key)
    QTest.keyClick(opened.film, Qt.Key.Key_E, CTRL)
    dialog = next(each for each in opened.findChildren(ExportDialog) if each.isVisible())
    dialog.scopes[Scope.FILM].setChecked(True)
    dialog.kinds.setCurrentIndex(row)
    save(dialog, qtbot)
    film = opened.session.light_box.lit.film
    assert film is not None
    expected = windowing.render(film.radiograph, film.voi, invert=True)
    expected = np.rot90(expected[:, ::-1], -1)
    found = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    assert found is not None
    assert found.shape == expected.shape
    error = np.abs(found.astype(int) - expected)
    assert error.max() == 0 if suffix != ".jpg" else error.mean() < 1
    dialog.close()


def test_stored_values_leave_as_they_are(dialog: ExportDialog, target: Path, qtbot: QtBot) -> None:
    dialog.scopes[Scope.STORED].setChecked(True)
    assert not dialog.kinds.isEnabled()
    save(dialog, qtbot)
    np.testing.assert_array_equal(grey(target), pixels())


def test_a_rectangle_drawn_by_hand_is_black_in_every_picture(
    opened: MainWindow, dialog: ExportDialog, target: Path, qtbot: QtBot
) -> None:
    editor = dialog.masks
    place = editor._place()
    start = place.topLeft().toPoint() + QPoint(20, 30)
    QTest.mousePress(editor, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(editor, start + QPoint(60, 40))
    QTest.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 40))
    (mask,) = editor.masks
    top, left, bottom, right = mask
    scale = 1400 / place.height()
    assert top == pytest.approx((start.y() - place.top()) * scale, abs=scale + 1)
    assert bottom - top == pytest.approx(40 * scale, abs=2 * scale + 2)
    dialog.scopes[Scope.STORED].setChecked(True)
    save(dialog, qtbot)
    found = grey(target)
    assert (found[top:bottom, left:right] == pixels().min()).all()
    assert found[bottom + 1, right + 1] == pixels()[bottom + 1, right + 1]
    film = opened.session.light_box.lit.film
    assert film is not None
    whole = film_picture(film, opened.session.light_box.presentation, (mask,))
    assert whole.pixelColor(left, top).lightness() == 0
    view = view_picture(opened.film, annotations=False, identity=False, masks=(mask,))
    middle = opened.film.viewportTransform().map(QPoint((left + right) // 2, (top + bottom) // 2))
    assert view.pixelColor(middle).lightness() == 0


def test_masks_are_made_and_moved_with_the_keyboard_alone(dialog: ExportDialog) -> None:
    editor = dialog.masks
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Insert)
    (before,) = editor.masks
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    top, left, bottom, right = editor.masks[0]
    assert (top - before[0], bottom - before[2], left) == (28, 28, before[1])
    assert right > before[3]
    for _ in range(200):
        QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.masks[0][2] == 1400, "it stays on the film"
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.masks == []


def test_masks_are_drawn_on_a_film_in_its_true_proportions(qtbot: QtBot) -> None:
    editor = MaskEditor(QImage(100, 100, QImage.Format.Format_Grayscale8), (100, 100), stretch=2.0)
    qtbot.addWidget(editor)
    editor.resize(400, 400)
    assert editor.on_screen((0, 0, 100, 100)).size().toTuple() == (200, 400)
    editor.show()
    viewport = QPoint(150, 100), QPoint(200, 200)
    QTest.mousePress(editor, Qt.MouseButton.LeftButton, pos=viewport[0])
    QTest.mouseMove(editor, viewport[1])
    QTest.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=viewport[1])
    (mask,) = editor.masks
    assert mask == pytest.approx((25, 25, 50, 50), abs=1)


def test_a_clean_dicom_file_is_written(
    dialog: ExportDialog, engine: FakeEngine, target: Path, qtbot: QtBot
) -> None:
    dialog.masks.add()
    dialog.scopes[Scope.DICOM].setChecked(True)
    assert not dialog.named.isEnabled()
    save(dialog, qtbot)
    assert target.read_bytes() == b"clean"
    assert engine.cleaned == [("urgent.dcm", tuple(dialog.masks.masks))]


def test_burned_in_text_is_always_reminded_of(
    opened: MainWindow, dialog: ExportDialog, engine: FakeEngine, qtbot: QtBot
) -> None:
    assert "mask what names a person" in dialog.reminder.text()
    assert "The file says" not in dialog.reminder.text()
    dialog.hide()
    engine.burned_in = "YES"
    opened.exports.ask()
    other = next(each for each in opened.findChildren(ExportDialog) if each.isVisible())
    qtbot.waitUntil(lambda: "The file says" in other.reminder.text())
    other.close()


def test_a_flipped_film_is_warned_of_before_it_leaves(opened: MainWindow) -> None:
    for flipped in (False, True):
        opened.exports.ask()
        made = next(each for each in opened.findChildren(ExportDialog) if each.isVisible())
        assert ("mirrored" in made.reminder.text()) is flipped
        made.close()
        opened.film.setFocus()
        QTest.keyClick(opened.film, Qt.Key.Key_H)


def test_progress_is_shown_and_cancel_writes_nothing(
    dialog: ExportDialog, engine: FakeEngine, target: Path, qtbot: QtBot
) -> None:
    engine.clean_go = threading.Event()
    dialog.scopes[Scope.DICOM].setChecked(True)
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.bar.isVisible()
    assert not button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    engine.clean_go.set()
    qtbot.waitUntil(lambda: not dialog._running)
    assert "nothing was written" in dialog.status.text()
    assert not target.exists()
    assert dialog.isVisible()


def test_what_goes_wrong_is_said_in_the_dialog(
    dialog: ExportDialog, engine: FakeEngine, target: Path, qtbot: QtBot
) -> None:
    engine.broken.add("urgent.dcm")
    dialog.scopes[Scope.DICOM].setChecked(True)
    save(dialog, qtbot)
    assert "resists" in dialog.status.text()
    assert dialog.status.objectName() == "amber"
    assert not target.exists()


def test_an_opened_film_is_never_overwritten(
    opened: MainWindow, dialog: ExportDialog, target: Path, qtbot: QtBot
) -> None:
    target.write_bytes(b"film")
    session = opened.session
    row = session.rows[session.current or 0]
    session.films.put(0, replace(row, source=replace(row.source, path=target)))
    save(dialog, qtbot)
    assert "never overwritten" in dialog.status.text()
    assert target.read_bytes() == b"film"


def test_hidden_identities_stay_hidden_in_exports(opened: MainWindow) -> None:
    opened.session.hide_identity(hidden=True)
    chosen = replace(opened.preferences.current, export_identity=True)
    opened.preferences.apply(chosen)
    assert opened.exports.picture() == view_picture(opened.film, annotations=True, identity=False)
    opened.exports.ask()
    dialog = next(each for each in opened.findChildren(ExportDialog) if each.isVisible())
    assert not dialog.identity.isEnabled()
    assert not dialog.identity.isChecked()
    assert not dialog.named.isEnabled()
    dialog.close()


def test_a_copy_lies_on_the_clipboard_without_names(opened: MainWindow) -> None:
    opened.film.setFocus()
    QTest.keyClick(opened.film, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().image() == view_picture(
        opened.film, annotations=True, identity=False
    )
    assert opened.statusBar().currentMessage() == "Copied, without names."


def test_a_page_is_printed(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / "film.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    opened.exports.print(opened.exports.picture(), printer)
    qtbot.waitUntil(lambda: opened.statusBar().currentMessage() == "Printed.", timeout=10000)
    assert paper.read_bytes().startswith(b"%PDF")


@pytest.mark.no_qt_log
def test_a_printer_that_does_not_answer_is_a_sentence(
    themed: QApplication,  # noqa: ARG001 - a printer needs one
    tmp_path: Path,
) -> None:
    from engine.errors import NotExported

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "absent" / "film.pdf"))
    with pytest.raises(NotExported, match="printer"):
        on_paper(QImage(10, 10, QImage.Format.Format_RGB32), printer)


def test_suggested_names_are_free_and_carry_nobody(tmp_path: Path) -> None:
    first = suggested(tmp_path, 4, ".png")
    assert first.name == "film-5.png"
    first.touch()
    assert suggested(tmp_path, 4, ".png").name == "film-5 (2).png"
    named = suggested(tmp_path, 4, ".png", identity("../a/b.dcm"))
    assert named.parent == tmp_path


def test_marks_leave_with_the_annotations_or_not_at_all(opened: MainWindow, qtbot: QtBot) -> None:
    markup = opened.session.markup
    qtbot.waitUntil(lambda: markup.state.ready, timeout=5000)
    opened.film.set_annotations(Annotations.MINIMAL)
    plain, bare = (view_picture(opened.film, annotations=a, identity=False) for a in (True, False))
    markup.put(Mark.new(MarkKind.RECTANGLE, ((100.0, 100.0), (900.0, 900.0))))
    marked = view_picture(opened.film, annotations=True, identity=False)
    assert marked != plain
    assert view_picture(opened.film, annotations=False, identity=False) == bare
    assert opened.film.hand.visible


def test_the_whole_film_is_covered_by_its_shutter_and_tilted(opened: MainWindow) -> None:
    film = opened.session.light_box.lit.film
    assert film is not None
    rows, columns = film.radiograph.shape
    shutter = Shutter((rows // 2, 0, rows, columns), grey=0.5)
    covered = replace(film, radiograph=replace(film.radiograph, shutter=shutter))
    shown = opened.session.light_box.presentation
    picture = film_picture(covered, shown)
    assert picture.pixelColor(columns // 2, rows // 4).lightness() == 128
    assert picture.pixelColor(columns // 2, 3 * rows // 4) == (
        film_picture(film, shown).pixelColor(columns // 2, 3 * rows // 4)
    )
    tilted = film_picture(covered, shown.tilted(30))
    assert tilted.width() == pytest.approx(columns * 0.866 + rows * 0.5, abs=3)
    assert tilted.pixelColor(0, 0).lightness() == 0
    assert tilted.pixelColor(tilted.rect().center()).lightness() > 0
