"""The dark theme and the icons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from engine.home import resources

TEXT = QColor("#c8c8c8")
DIM = QColor("#8c8c8c")
AMBER = QColor("#e0a040")
MUTED = QColor("#a89878")
CAVEAT = QColor("#9a9a9a")

_ROLES = {
    QPalette.ColorRole.Window: "#0d0d0d",
    QPalette.ColorRole.WindowText: "#c8c8c8",
    QPalette.ColorRole.Base: "#101010",
    QPalette.ColorRole.AlternateBase: "#101010",
    QPalette.ColorRole.Text: "#c8c8c8",
    QPalette.ColorRole.Button: "#1c1c1c",
    QPalette.ColorRole.ButtonText: "#c8c8c8",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Highlight: "#383838",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#1c1c1c",
    QPalette.ColorRole.ToolTipText: "#c8c8c8",
    QPalette.ColorRole.PlaceholderText: "#7a7a7a",
    QPalette.ColorRole.Link: "#c8c8c8",
    QPalette.ColorRole.Mid: "#2a2a2a",
    QPalette.ColorRole.Dark: "#080808",
    QPalette.ColorRole.Light: "#2c2c2c",
}

_STYLE = """
* { outline: none; }
QToolTip { background: #1c1c1c; color: #c8c8c8; border: 1px solid #3a3a3a; padding: 3px; }
QToolBar { background: #0d0d0d; border: none; spacing: 2px; padding: 2px; }
QToolButton { padding: 4px 6px; border: 1px solid transparent; border-radius: 3px; }
QToolButton:hover { background: #242424; }
QToolButton:checked { background: #303030; border-color: #5a5a5a; }
QToolButton:focus { border-color: #8c8c8c; }
QMenuBar, QMenu, QStatusBar { background: #0d0d0d; }
QMenu { border: 1px solid #303030; }
QMenu::item:selected, QMenuBar::item:selected { background: #303030; }
QHeaderView::section { background: #0d0d0d; color: #8c8c8c; border: none; padding: 3px 6px; }
QTableView, QListView { border: none; background: #101010; }
QFrame#viewport { border: 1px solid #000000; background: #000000; }
QFrame#viewport[state="lit"] { border-color: #8c8c8c; }
QFrame#viewport[state="target"] { border-color: #d8d8d8; }
QWidget#grid { background: #1c1c1c; }
QSplitter::handle { background: #1c1c1c; }
QPushButton { background: #1c1c1c; border: 1px solid #3a3a3a; border-radius: 3px;
              padding: 4px 12px; }
QPushButton:hover { background: #262626; }
QPushButton:checked { background: #383838; border-color: #8c8c8c; }
QPushButton:focus { border-color: #8c8c8c; }
QPushButton:disabled { color: #5a5a5a; border-color: #242424; }
QLabel#dim { color: #8c8c8c; }
QLabel#link { color: #8c8c8c; text-decoration: underline; }
QLabel#link:hover { color: #c8c8c8; }
QLabel#amber { color: #e0a040; }
QLabel#title { color: #e0e0e0; font-weight: bold; }
QProgressBar { border: 1px solid #2a2a2a; background: #101010; max-height: 10px; }
QProgressBar::chunk { background: #6e6e6e; }
"""


def apply_theme(application: QApplication) -> None:
    """Make the application dark and neutral, whatever the desktop wears."""
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    palette = QPalette()
    for role, colour in _ROLES.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#5a5a5a"))
    application.setPalette(palette)
    application.setStyleSheet(_STYLE)


def icon(name: str) -> QIcon:
    """Return the icon of that name, empty where there is none."""
    path = resources() / "icons" / f"{name}.svg"
    return QIcon(str(path)) if path.is_file() else QIcon()
