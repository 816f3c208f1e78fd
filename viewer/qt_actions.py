"""Qt's actions, made of the one table: named, given their keys, enabled and checked."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from viewer import assets
from viewer.action import ActionSpec
from viewer.actions import ACTIONS, SHORT
from viewer.keymap import Keys
from viewer.language import tr, unmarked

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

_REPEATING = ("go.", "film.in", "film.out", "ai.less", "ai.more")


def build(window: "MainWindow") -> dict[str, QAction]:
    """Make Qt's actions; `bind` gives them their keys."""
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(assets.icon(spec.icon), tr(spec.text), window)
        action.setAutoRepeat(spec.id.startswith(_REPEATING))
        action.setIconText(unmarked(tr(SHORT.get(spec.id, spec.text))))
        action.setCheckable(spec.checked_when is not None)
        action.triggered.connect(partial(_run, spec, window))
        window.addAction(action)
        made[spec.id] = action
    return made


def bind(made: dict[str, QAction], keys: Keys) -> None:
    """Give the actions their keys, and name the first in the tooltip."""
    for name, action in made.items():
        action.setShortcuts([QKeySequence(key) for key in keys[name]])
        tip = words(action)
        action.setToolTip(f"{tip} ({keys[name][0]})" if keys[name] else tip)


def words(action: QAction) -> str:
    """Return what an action is called, without the menu's mark."""
    return unmarked(action.text())


def _run(spec: ActionSpec, window: "MainWindow", _checked: bool = False) -> None:
    spec.run(window)
    window.update_actions()


def update(window: "MainWindow", made: dict[str, QAction]) -> None:
    """Enable and check what is allowed and true now."""
    allowed = {condition: condition(window) for condition in {s.enabled_when for s in ACTIONS}}
    for spec in ACTIONS:
        made[spec.id].setEnabled(allowed[spec.enabled_when])
        if spec.checked_when is not None:
            made[spec.id].setChecked(spec.checked_when(window))
