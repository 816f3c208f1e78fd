"""The menus, the toolbar and the film's own menu, all made of the one table of actions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from viewer import actions, assets
from viewer.frame import Frame
from viewer.language import tr
from viewer.layout_menu import add_protocols
from viewer.qt_actions import words
from viewer.session import Session
from viewer.state_menu import state_menu
from viewer.voi_menu import voi_menu

_TOOLBAR = (
    ("file.open", "file.folder"),
    ("tool.window", "tool.pan", "tool.zoom", "tool.magnifier"),
    ("tool.distance", "tool.angle", "tool.cardiothoracic", "tool.ellipse", "tool.arrow"),
    ("film.invert", "film.flip_h", "film.flip_v", "film.left", "film.right"),
    ("film.fit", "film.one"),
    ("ai.overlay", "ai.lungs"),
    ("layout.link_views",),
)
_CONTEXT = ("film.invert", "film.flip_h", "film.flip_v", "film.left", "film.right", "film.fit",
            "film.one", "ai.overlay", "ai.lungs")  # fmt: skip


def add_menus(window: Frame, made: dict[str, QAction], session: Session) -> dict[str, QMenu]:
    """Fill the window's menu bar; return its menus by their words in the table."""
    window.file_menu.clear()
    menus = {"&File": window.file_menu}
    for spec in actions.ACTIONS:
        if spec.menu not in menus:
            menus[spec.menu] = window.menuBar().addMenu(tr(spec.menu))
        menus[spec.menu].addAction(made[spec.id])
    add_protocols(menus["La&yout"], session.viewports)
    menus["F&ilm"].insertMenu(made["film.state"], state_menu(session, window))
    menus["&Window"].insertMenu(made["window.lung"], voi_menu(session, window))
    return menus


def add_toolbar(window: QMainWindow, made: dict[str, QAction], layouts: QMenu) -> None:
    """Give the window its toolbar, the menu of layouts at its end."""
    bar = QToolBar(tr("Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    for group in _TOOLBAR:
        for name in group:
            bar.addAction(made[name])
            button = bar.widgetForAction(made[name])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(words(made[name]))
        bar.addSeparator()
    chooser = QToolButton(bar)
    chooser.setText(tr("Layout"))
    chooser.setIcon(assets.icon("layout"))
    chooser.setMenu(layouts)
    chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    chooser.setToolButtonStyle(bar.toolButtonStyle())
    chooser.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    chooser.setAccessibleName(tr("Layout"))
    bar.addWidget(chooser)
    window.addToolBar(bar)


def film_menu(window: QMainWindow, made: dict[str, QAction], session: Session) -> QMenu:
    """Return the film's menu; it goes when it is closed."""
    menu = QMenu(window)
    menu.addActions([made[name] for name in _CONTEXT])
    windows = menu.addMenu(tr("Window"))
    windows.addActions([action for name, action in made.items() if name.startswith("window.")])
    windows.insertMenu(made["window.lung"], voi_menu(session, windows))
    menu.addMenu(state_menu(session, menu))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
