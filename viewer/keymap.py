"""Which keys and which mouse buttons do what: profiles, the reader's own keys, and conflicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from viewer.canvas.tools import Tool

Keys = dict[str, tuple[str, ...]]
"""Action id -> its key sequences."""

SEPARATOR = "; "
"""Stands between several sequences of one action, as in Qt's own lists."""

DRAGS = ("window", "pan", "zoom", "menu")
"""What a button other than the left one may do: a tool's drag, or open the menu by a click."""


@dataclass(frozen=True, slots=True)
class Mouse:
    """What the mouse does; the left button has the armed tool. Ctrl swaps the wheel's two uses."""

    middle: str = "pan"
    right: str = "zoom"
    wheel: str = "films"

    def tool(self, button: "Qt.MouseButton", armed: "Tool") -> "Tool | None":
        """Return what a drag with a button does; None where it does nothing."""
        from PySide6.QtCore import Qt

        if button is Qt.MouseButton.LeftButton:
            return armed
        if button is Qt.MouseButton.MiddleButton:
            return _dragged(self.middle)
        return _dragged(self.right) if button is Qt.MouseButton.RightButton else None

    def chosen(self, *, middle: str, right: str, wheel: str) -> "Mouse":
        """Return this mouse with the reader's own choices; "profile" leaves it as it is."""
        own = {"middle": middle, "right": right, "wheel": wheel}
        return replace(self, **{name: what for name, what in own.items() if what != "profile"})


def _dragged(what: str) -> "Tool | None":
    from viewer.canvas.tools import Tool

    return None if what == "menu" else Tool(what)


@dataclass(frozen=True, slots=True)
class Profile:
    """A set of keys over the action table's own, and the mouse that goes with them."""

    title: str
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mouse: Mouse = field(default_factory=Mouse)


PROFILES = {
    "hilum": Profile("Hilum"),
    "weasis": Profile(
        "Weasis-like",
        {
            "tool.distance": ("D", "M"),
            "film.right": ("R", "Alt+R"),
            "film.left": ("L", "Alt+L"),
            "film.flip_h": ("Shift+H",),
            "film.menu": ("Q",),
            "view.full": ("F11", "Alt+Return"),
        },
        Mouse(right="menu"),
    ),
    "ohif": Profile(
        "OHIF-like",
        {
            "edit.delete": ("Backspace", "Del"),
            "film.reset": ("Space",),
            "film.words": ("Shift+Space",),
        },
    ),
}
"""Keys of Weasis and OHIF are as far alike as the actions are the same."""


def bindings(defaults: Keys, profile: str, own: Mapping[str, str]) -> Keys:
    """Return the keys of every action.

    A profile's key is taken from the action that has it by default; the reader's own keys are
    left as they are, so that `conflicts` can name who shares one.
    """
    chosen = {name: keys for name, keys in PROFILES[profile].keys.items() if name in defaults}
    taken = {_normal(key) for keys in chosen.values() for key in keys}
    bound = {
        name: chosen.get(name, tuple(key for key in keys if _normal(key) not in taken))
        for name, keys in defaults.items()
    }
    for name, key in own.items():
        if name in bound:
            bound[name] = tuple(part for part in key.split(SEPARATOR) if part)
    return bound


def conflicts(bound: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the keys that several actions have: key -> their ids; Qt would run none of them."""
    holders: dict[str, list[str]] = {}
    for name, keys in bound.items():
        for key in keys:
            holders.setdefault(_normal(key), []).append(name)
    return {key: tuple(names) for key, names in holders.items() if len(names) > 1}


def _normal(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
