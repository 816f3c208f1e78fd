"""The themes and the icons."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from engine.home import resources

_DARK = {
    "ground": "#0d0d0d",
    "field": "#101010",
    "raised": "#1c1c1c",
    "hover": "#242424",
    "chosen": "#303030",
    "line": "#3a3a3a",
    "rule": "#242424",
    "trough": "#1e1e1e",
    "focus": "#8c8c8c",
    "text": "#c8c8c8",
    "bright": "#e0e0e0",
    "dim": "#8c8c8c",
    "off": "#5a5a5a",
    "amber": "#e0a040",
    "muted": "#a89878",
    "caveat": "#9a9a9a",
    "flagged": "#d8983c",
    "uncertain": "#a08a64",
    "below": "#626262",
    "edge": "1px",
}
_CONTRAST = {
    "ground": "#000000",
    "field": "#000000",
    "raised": "#000000",
    "hover": "#303030",
    "chosen": "#404040",
    "line": "#ffffff",
    "rule": "#a0a0a0",
    "trough": "#404040",
    "focus": "#ffff00",
    "text": "#ffffff",
    "bright": "#ffffff",
    "dim": "#e0e0e0",
    "off": "#9a9a9a",
    "amber": "#ffd24d",
    "muted": "#ffe9b0",
    "caveat": "#f0f0f0",
    "flagged": "#ffb000",
    "uncertain": "#e8cf9a",
    "below": "#c0c0c0",
    "edge": "2px",
}
THEMES = {"dark": _DARK, "contrast": _CONTRAST}
"""Theme -> its colours; every text reaches 7:1 (contrast) or 4.5:1 (dark) on its ground."""

_INKS = {name: QColor(colour) for name, colour in _DARK.items() if colour.startswith("#")}
# The same objects under every theme: who paints with one follows the theme.
FIELD, CHOSEN, LINE = (_INKS[name] for name in ("field", "chosen", "line"))
RULE, TROUGH = _INKS["rule"], _INKS["trough"]
TEXT, BRIGHT, DIM, AMBER = (_INKS[name] for name in ("text", "bright", "dim", "amber"))
MUTED, CAVEAT = _INKS["muted"], _INKS["caveat"]
FLAGGED, UNCERTAIN, BELOW = (_INKS[name] for name in ("flagged", "uncertain", "below"))

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "field",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bright",
    QPalette.ColorRole.Highlight: "chosen",
    QPalette.ColorRole.HighlightedText: "bright",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "dim",
    QPalette.ColorRole.Link: "bright",
    QPalette.ColorRole.LinkVisited: "text",
    QPalette.ColorRole.Mid: "chosen",
    QPalette.ColorRole.Dark: "ground",
    QPalette.ColorRole.Light: "line",
}

_STYLE = Template("""
* { outline: none; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 3px; }
QToolBar { background: $ground; border: none; spacing: 2px; padding: 2px; }
QToolButton { padding: 4px 6px; border: $edge solid transparent; border-radius: 3px; }
QToolBar QToolButton { padding: 4px 3px; }
QStatusBar QToolButton { padding: 0 6px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $chosen; border-color: $off; }
QToolButton:focus { border-color: $focus; }
QToolButton#qt_toolbar_ext_button { background: $chosen; qproperty-icon: url("$icons/down.svg"); }
QMenuBar, QMenu, QStatusBar { background: $ground; }
QMenu { border: 1px solid $line; }
QMenu::item:selected, QMenuBar::item:selected { background: $chosen; }
QHeaderView::section { background: $ground; color: $dim; border: none; padding: 3px 6px; }
QTableView, QListView, QTreeView, QTextBrowser { border: $edge solid transparent;
    background: $field; }
QTreeView::item { padding: 2px 4px; }
QTreeView::item:selected { background: $chosen; color: $bright; }
QTableView:focus, QListView:focus, QTreeView:focus, QTextBrowser:focus {
    border-color: $focus; }
QFrame#viewport { border: 1px solid #000000; background: #000000; }
QFrame#viewport[state="lit"] { border-color: $focus; }
QFrame#viewport[state="target"] { border-color: $bright; }
QWidget#grid { background: $raised; }
QSplitter::handle { background: $raised; }
QPushButton { background: $raised; border: $edge solid $line; border-radius: 3px;
              padding: 4px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:checked { background: $chosen; border-color: $dim; }
QPushButton:focus { border-color: $focus; }
QPushButton#count { padding: 3px 4px; }
QPushButton#count:checked { font-weight: bold; text-decoration: underline; }
QPushButton:disabled { color: $off; border-color: $hover; }
QLineEdit, QKeySequenceEdit, QPlainTextEdit { background: $field; border: $edge solid $line;
    border-radius: 3px; padding: 3px; }
QComboBox, QAbstractSpinBox { background: $raised; border: $edge solid $line;
    border-radius: 3px; padding: 3px 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 16px; border: none; }
QAbstractSpinBox::up-arrow { image: url("$icons/up.svg"); width: 9px; height: 7px; }
QAbstractSpinBox::down-arrow { image: url("$icons/down.svg"); width: 9px; height: 7px; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url("$icons/down.svg"); width: 9px; height: 7px; }
QAbstractSpinBox QLineEdit, QKeySequenceEdit QLineEdit, QComboBox QLineEdit { border: none;
    padding: 0; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: $focus; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; margin: -5px 0; background: $dim; border-radius: 6px;
    border: $edge solid $ground; }
QSlider::handle:horizontal:focus { background: $bright; border-color: $focus; }
QSlider::handle:horizontal:disabled { background: $off; }
QCheckBox::indicator, QRadioButton::indicator { width: 13px; height: 13px;
    border: $edge solid $dim; background: $field; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $text; }
QCheckBox:focus, QRadioButton:focus { color: $bright; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $focus; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $off; }
QTabWidget::pane { border: 1px solid $rule; background: $ground; }
QTabBar::tab { background: $ground; color: $dim; border: 1px solid transparent;
    padding: 5px 12px; }
QTabBar::tab:selected { color: $bright; border-bottom: 2px solid $text; }
QTabBar::tab:focus { border-color: $focus; }
QLabel#dim { color: $dim; }
QLabel#link { color: $dim; text-decoration: underline; }
QLabel#link:hover { color: $text; }
QLabel#amber { color: $amber; }
QLabel#title { color: $bright; font-weight: bold; }
QFrame#rule { background: $rule; }
QProgressBar { border: 1px solid $line; background: $field; max-height: 10px; }
QProgressBar::chunk { background: $focus; }
""")


def apply_theme(application: QApplication, name: str = "dark") -> None:
    """Make the application dark and neutral, whatever the desktop wears."""
    colours = THEMES[name]
    for ink, colour in _INKS.items():
        colour.setRgb(QColor(colours[ink]).rgb())
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    palette = QPalette()
    for role, ink in _ROLES.items():
        palette.setColor(role, QColor(colours[ink]))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["off"]))
    application.setPalette(palette)
    application.setStyleSheet(_STYLE.substitute(colours, icons=(resources() / "icons").as_posix()))


def icon(name: str) -> QIcon:
    """Return the icon of that name, empty where there is none."""
    path = resources() / "icons" / f"{name}.svg"
    return QIcon(str(path)) if path.is_file() else QIcon()


def page_style() -> str:
    """Return the style of pages of HTML and Markdown."""
    return f"""
h1, h2, h3 {{ color: {BRIGHT.name()}; }}
h2 {{ font-size: large; }}
h3 {{ margin-top: 18px; }}
h4 {{ color: {TEXT.name()}; }}
th {{ color: {DIM.name()}; font-weight: normal; }}
a {{ color: {BRIGHT.name()}; }}
.dim {{ color: {DIM.name()}; }}
.amber {{ color: {AMBER.name()}; }}
"""
