"""How large the pixels of a screen are, as the reader measured it."""

from collections.abc import Mapping

from PySide6.QtGui import QScreen

from engine.types import Spacing, SpacingProvenance

CARD_MM = (85.60, 53.98)
"""Width and height of a bank card, ISO/IEC 7810 ID-1."""

_MM_PER_INCH = 25.4


def screen_name(screen: QScreen) -> str:
    """Return what tells this screen and its resolution from others."""
    size = screen.size() * screen.devicePixelRatio()
    told = (screen.manufacturer(), screen.model(), screen.serialNumber() or screen.name())
    return " ".join((*filter(None, told), f"{size.width()}x{size.height()}"))


def pitch_of(screen: QScreen, measured: Mapping[str, float]) -> float | None:
    """Return the measured millimetres a device pixel; None where nobody measured this screen."""
    return measured.get(screen_name(screen))


def stated_pitch(screen: QScreen) -> float:
    """Return what the screen says of itself, which is often wrong: where measuring begins."""
    return _MM_PER_INCH / (screen.physicalDotsPerInch() * screen.devicePixelRatio())


def true_zoom(spacing: Spacing, pitch_mm: float) -> float | None:
    """Return device pixels a film pixel at true size; None where nobody knows millimetres.

    Along the row where the film's pixels are not square.
    """
    if spacing.provenance is SpacingProvenance.PIXELS:
        return None
    return spacing.column_mm / pitch_mm
