"""Every control has a name that is read out, and is reached with Tab alone."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QKeySequenceEdit,
    QWidget,
)
from window_hands import activate

from engine.exchange.reports import Reports
from engine.triage.discordance import Verdict
from viewer.dialogs.problem import show_problem
from viewer.main_window import MainWindow

REPORTS = Reports("file", (Verdict("quiet.dcm", "abnormal", True),), ("Row 4 names no study.",))
DIALOGS: dict[str, Callable[[MainWindow], None]] = {
    "palette": MainWindow.show_palette,
    "preferences": MainWindow.show_preferences,
    "tags": MainWindow.show_tags,
    "help": MainWindow.show_help,
    "keys": MainWindow.show_keys,
    "card": MainWindow.show_card,
    "about": MainWindow.show_about,
    "screen": MainWindow.measure_screen,
    "display": lambda shown: shown.display.ask(),
    "export": lambda shown: shown.exports.ask(),
    "state": lambda shown: shown.state_saving.ask(),
    "policy": lambda shown: shown.outputs.ask_policy(),
    "reports": lambda shown: shown.outputs.show_reports(REPORTS),
    "problem": lambda shown: show_problem(shown, "Something went wrong.", "details"),
}
COMPOSED = (QAbstractSpinBox, QComboBox, QKeySequenceEdit)


def controls(root: QWidget) -> Iterator[QWidget]:
    """What Tab should reach: visible, enabled, and no inner part of another control."""
    for widget in root.findChildren(QWidget):
        window = widget.window()
        tabbed = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if not (tabbed and widget.isVisibleTo(root) and widget.isEnabled() and window is root):
            continue
        if widget.focusProxy() is None and not isinstance(widget.parentWidget(), COMPOSED):
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader is told; of a box of choices Qt gives the chosen one as its name."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    told = QAccessible.queryAccessibleInterface(widget)
    return "" if told is None else told.text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


def by_tab(root: QWidget) -> set[QWidget]:
    """What has the focus as Tab goes round."""
    reached: set[QWidget] = set()
    for _ in range(120):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        while isinstance(focused.parentWidget(), COMPOSED):
            focused = focused.parentWidget()
        reached.add(focused)
        QTest.keyClick(QApplication.focusWidget() or root, Qt.Key.Key_Tab)
    return reached


def opened_dialog(opened: MainWindow, name: str) -> QDialog:
    DIALOGS[name](opened)
    QTest.qWait(50)
    dialog = next(each for each in opened.findChildren(QDialog) if each.isVisible())
    dialog.activateWindow()
    QTest.qWait(50)
    return dialog


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_is_named_and_reached(opened: MainWindow, name: str) -> None:
    dialog = opened_dialog(opened, name)
    wanted = set(controls(dialog))
    assert not [described(each) for each in wanted if not spoken(each).strip()], "no name"
    missed = wanted - by_tab(dialog)
    # Of radio buttons Tab reaches the chosen one, and the arrow keys the others.
    missed = {each for each in missed if not each.inherits("QRadioButton")}
    assert not [f"{described(each)}: {spoken(each)}" for each in missed], "not reached by Tab"
    dialog.close()


def test_every_page_of_the_preferences_is_named_and_reached(opened: MainWindow) -> None:
    from viewer.dialogs.preferences import PreferencesDialog

    dialog = opened_dialog(opened, "preferences")
    assert isinstance(dialog, PreferencesDialog)
    for page in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(page)
        dialog.tabs.tabBar().setFocus()
        wanted = set(controls(dialog))
        assert not [described(each) for each in wanted if not spoken(each).strip()]
        missed = wanted - by_tab(dialog)
        assert not [f"{described(each)}: {spoken(each)}" for each in missed]
    dialog.reject()


def test_every_control_of_the_window_is_named_and_reached(opened: MainWindow) -> None:
    activate(opened)
    opened.film.setFocus()
    wanted = set(controls(opened))
    assert len(wanted) > 20
    assert not [described(each) for each in wanted if not spoken(each).strip()], "no name"
    missed = wanted - by_tab(opened)
    assert not [f"{described(each)}: {spoken(each)}" for each in missed], "not reached by Tab"


def test_the_first_screen_is_named_and_reached(main_window: MainWindow) -> None:
    activate(main_window)
    wanted = set(controls(main_window))
    next(iter(wanted)).setFocus()
    assert not [described(each) for each in wanted if not spoken(each).strip()]
    missed = wanted - by_tab(main_window)
    assert not [f"{described(each)}: {spoken(each)}" for each in missed]


def test_every_action_has_a_key_or_a_menu(opened: MainWindow) -> None:
    in_menus = {
        action
        for menu in opened.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
    }
    assert set(opened.actions_by_id.values()) <= in_menus
