"""Where windows stand, remembered for each set of screens."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.preferences import Preferences


def key(window: str) -> str:
    """Return the name under which a window's place is kept with the screens there are now."""
    screens = sorted(
        f"{area.width()}x{area.height()}{area.x():+d}{area.y():+d}"
        for area in (screen.geometry() for screen in QGuiApplication.screens())
    )
    return " ".join((window, *screens))


def known(name: str, preferences: Preferences) -> str:
    """Return where a window stood with these screens; empty where nobody knows."""
    return preferences.current.places.get(key(name), "")


def keep(name: str, window: QWidget, preferences: Preferences) -> None:
    """Remember where a window stands with these screens."""
    place = bytes(window.saveGeometry().toBase64().data()).decode()
    preferences.remember(places={**preferences.current.places, key(name): place})
