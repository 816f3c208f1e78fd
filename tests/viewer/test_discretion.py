"""Hiding identities: nothing that anybody can read names a person."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import layout_fakes
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot
from window_fakes import FakeEngine, identity, radiograph, rows
from window_hands import NewWindow, Settle

from engine.images.marks import Mark, MarkKind
from viewer import discretion
from viewer.canvas import annotations
from viewer.main_window import MainWindow
from viewer.settings import Settings

SECRETS = ("OBLOMOV", "P-1", "1960", "Test hospital", "2024", "77", "10:15", ".dcm", "x.zip")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@pytest.fixture
def engine() -> FakeEngine:
    who = replace(identity("x"), patient_name="OBLOMOV^ILYA")
    made = FakeEngine()
    made.given = [
        replace(row, identity=who) if row.identity.patient_name else row for row in rows()
    ]
    made.films = {row.name: radiograph(row.name, identity=who) for row in made.given}
    made.broken = {"middle.dcm"}
    return made


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is painted over the film."""
    said: list[str] = []
    paint, message = annotations.text, annotations.paint_message

    def text(painter: object, point: object, words: str, *more: object) -> None:
        said.append(words)
        paint(painter, point, words, *more)  # type: ignore[arg-type]

    def paint_message(painter: object, area: object, title: str, words: str) -> None:
        said.extend((title, words))
        message(painter, area, title, words)  # type: ignore[arg-type]

    monkeypatch.setattr(annotations, "text", text)
    monkeypatch.setattr(annotations, "paint_message", paint_message)
    return said


def legible(shown: MainWindow) -> Iterator[str]:
    """Every word that the window's widgets show or speak."""
    yield shown.windowTitle()
    for widget in shown.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount(QModelIndex())):
                for column in range(4):
                    for role in ROLES:
                        yield str(model.index(row, column).data(role) or "")


def leaks(words: Iterator[str] | list[str]) -> set[str]:
    return {f"{secret} in {text!r}" for text in words for secret in SECRETS if secret in text}


def look_at_all(shown: MainWindow, settle: Settle, written: list[str]) -> set[str]:
    found: set[str] = set()
    for number in range(len(shown.session.entries)):
        written.clear()
        shown.session.select(number)
        settle(shown)
        shown.film.viewport().repaint()
        found |= leaks(legible(shown)) | leaks(written)
    return found


def test_ctrl_h_leaves_no_name_anywhere(
    opened: MainWindow, settle: Settle, written: list[str]
) -> None:
    assert leaks(legible(opened)), "the test must be able to see names"
    assert "OBLOMOV" in opened.windowTitle()
    opened.film.viewport().repaint()
    assert leaks(written)
    QTest.keyClick(opened.film, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert look_at_all(opened, settle, written) == set()
    assert "Film 2" in opened.worklist.order.index(0, 0).data()
    QTest.keyClick(opened.film, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert leaks(legible(opened))


def test_a_setting_hides_from_the_first_film_on(
    engine: FakeEngine, new_window: NewWindow, settle: Settle, written: list[str]
) -> None:
    shown = new_window(engine, Settings(hide_identity=True))
    shown.open_paths([Path("films")])
    settle(shown)
    assert look_at_all(shown, settle, written) == set()


def test_measurements_selection_and_window_stay(opened: MainWindow, qtbot: QtBot) -> None:
    session, box = opened.session, opened.session.light_box
    qtbot.waitUntil(lambda: session.markup.state.ready, timeout=5000)
    session.markup.put(Mark.new(MarkKind.DISTANCE, ((0.0, 0.0), (10.0, 10.0))))
    box.preset("lung")
    before = session.current, box.presentation, session.markup.state.markup
    session.hide_identity(hidden=True)
    assert (session.current, box.presentation, session.markup.state.markup) == before
    assert session.markup.state.markup.marks


def test_viewports_strip_and_chips_name_nobody(
    new_window: NewWindow, settle: Settle, written: list[str]
) -> None:
    shown = new_window(layout_fakes.engine(), Settings(layout="2x2"), (1640, 980))
    shown.open_paths([Path("films")])
    settle(shown)
    stranger = list(layout_fakes.PEOPLE).index("bauer.dcm")
    shown.session.put(3, stranger)
    settle(shown)

    def seen() -> str:
        written.clear()
        for cell in shown.grid.cells:
            cell.view.viewport().repaint()
        return "\n".join((*legible(shown), *written))

    names = ("ABEL", "BAUER", "A-1", "2024", "2022", ".dcm")
    assert shown.strip.isVisible()
    assert all(name in seen() for name in names)
    shown.session.hide_identity(hidden=True)
    said = seen()
    assert not [name for name in names if name in said]
    assert "earlier" in said


def test_a_phantom_stays_known_as_one() -> None:
    row = discretion.discreet_row(FakeEngine().given[0], 4)
    assert row.identity.patient_name == "PHANTOM^Film 5"
    assert row.identity.patient_id == ""


def test_opening_again_finds_its_rows(
    opened: MainWindow, engine: FakeEngine, settle: Callable[[MainWindow], None]
) -> None:
    opened.session.hide_identity(hidden=True)
    opened.open_paths([Path("films")])
    settle(opened)
    assert len(opened.session.entries) == len(engine.given)
