"""Driving the window as a reader does."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.types import Window
from viewer.main_window import MainWindow
from viewer.presentation import Presentation
from viewer.worklist.model import ENTRY_ROLE

Settle = Callable[[MainWindow], None]
NewWindow = Callable[..., MainWindow]
NO_KEYS = Qt.KeyboardModifier.NoModifier
MakeEngine = Callable[..., Any]


def names(shown: MainWindow) -> list[str]:
    order = shown.worklist.order
    return [order.index(row, 0).data(ENTRY_ROLE).row.name for row in range(order.rowCount())]


def can_be_marked(shown: MainWindow) -> bool:
    """Whether the selected film is there: until then the one before stays, with its marks."""
    state, row = shown.session.markup.state, shown.session.row
    return state.ready and row is not None and state.film.name == row.name


def drag(
    shown: MainWindow,
    start: QPoint,
    by: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    view = shown.film.viewport()
    QTest.mousePress(view, button, keys, start)
    for share in (0.5, 1.0):
        place = QPointF(start + by * share)
        QTest.mouseMove(view, place.toPoint())
        move = shown.film.mouseMoveEvent
        move(
            QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, button, keys)
        )
    QTest.mouseRelease(view, button, keys, start + by)


def hover(
    shown: MainWindow,
    place: QPointF,
    buttons: Qt.MouseButton = Qt.MouseButton.NoButton,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    view = shown.film.viewport()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        buttons,
        keys,
    )
    QApplication.sendEvent(view, move)


def activate(shown: MainWindow) -> None:
    """Bring the window to the front: only the active one has shortcuts."""
    shown.activateWindow()
    for _ in range(200):
        if QApplication.activeWindow() is shown:
            return
        QTest.qWait(10)
    raise AssertionError("the window does not become active")


def click(shown: MainWindow, place: QPoint) -> None:
    hover(shown, QPointF(place))
    QTest.mouseClick(shown.film.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(shown: MainWindow, key: Qt.Key | str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    shown.film.setFocus()
    QTest.keyClick(shown.film, key, keys)


def presentation(shown: MainWindow) -> Presentation:
    return shown.session.light_box.presentation


def window(shown: MainWindow) -> Window:
    voi = presentation(shown).voi
    assert isinstance(voi, Window)
    return voi


def wheel(shown: MainWindow, place: QPoint, turned: int, keys: Qt.KeyboardModifier) -> None:
    view = shown.film.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(view.mapToGlobal(place)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
