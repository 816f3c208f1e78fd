"""Where windows stand, remembered for each set of screens."""

from PySide6.QtGui import QGuiApplication


def key(window: str) -> str:
    """Return the name under which a window's place is kept with the screens there are now."""
    screens = sorted(
        f"{area.width()}x{area.height()}{area.x():+d}{area.y():+d}"
        for area in (screen.geometry() for screen in QGuiApplication.screens())
    )
    return " ".join((window, *screens))
