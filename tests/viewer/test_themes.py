"""The themes: legible, and changed while the window is open."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from viewer import assets
from viewer.frame import application
from viewer.main_window import MainWindow


def luminance(colour: QColor) -> float:
    """WCAG 2.2's relative luminance."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""
    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("theme", "least"), [("dark", 4.5), ("contrast", 7.0)])
@pytest.mark.parametrize("ink", ["text", "bright", "dim", "amber", "muted", "caveat"])
@pytest.mark.parametrize("ground", ["ground", "field", "chosen"])
def test_every_text_is_legible_on_every_ground(
    theme: str, least: float, ink: str, ground: str
) -> None:
    colours = assets.THEMES[theme]
    if (theme, ink, ground) == ("dark", "dim", "chosen"):
        least = 3.5  # on the chosen row a second line may step back
    assert contrast(colours[ink], colours[ground]) >= least


def test_the_dark_theme_has_no_colour_beside_the_film() -> None:
    dark = assets.THEMES["dark"]
    for name in ("ground", "field", "raised", "hover", "chosen", "line", "rule", "focus"):
        colour = QColor(dark[name])
        assert colour.red() == colour.green() == colour.blue()
    assert QColor(dark["ground"]).red() <= 0x10


def test_the_theme_changes_while_the_window_is_open(opened: MainWindow) -> None:
    preferences = opened.preferences
    try:
        preferences.apply(replace(preferences.current, theme="contrast"))
        assert QColor(assets.THEMES["contrast"]["amber"]) == assets.AMBER
        assert opened.palette().window().color() == QColor("#000000")
        assert assets.THEMES["contrast"]["focus"] in application().styleSheet()
    finally:
        preferences.apply(replace(preferences.current, theme="dark"))
    assert QColor(assets.THEMES["dark"]["amber"]) == assets.AMBER
