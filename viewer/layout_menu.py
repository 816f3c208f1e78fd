"""Hanging protocols in the menu: they come from files, not from the table of actions."""

from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from viewer.hanging import AUTOMATIC
from viewer.language import tr
from viewer.viewports import Viewports


def add_protocols(menu: QMenu, viewports: Viewports) -> None:
    """Add the protocols below a menu's own actions; the chosen one is checked."""
    menu.addSection(tr("Hanging protocol"))
    group = QActionGroup(menu)
    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
    for name in (AUTOMATIC, *(protocol.name for protocol in viewports.protocols)):
        action = QAction(tr(name), menu)
        action.setData(name)
        action.setCheckable(True)
        action.triggered.connect(partial(_choose, viewports, name))
        group.addAction(action)
        menu.addAction(action)
    menu.aboutToShow.connect(partial(_check, group, viewports))


def _choose(viewports: Viewports, name: str, _checked: bool = False) -> None:
    viewports.choose(name)


def _check(group: QActionGroup, viewports: Viewports) -> None:
    for action in group.actions():
        action.setChecked(action.data() == viewports.chosen)
