"""How a screen's luminances are known, and what follows for the films on it (PS3.14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QScreen

from engine.images import gsdf
from viewer.language import tr
from viewer.screens import screen_name

ALLOWED = 0.10
"""The error of contrast that TG18 allows a display for reading."""

TOO_BRIGHT = "The room must be darker than the screen."

_STRAIGHT = np.arange(gsdf.LEVELS, dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A screen's luminances in cd/m2, assumed from its ends or measured at some driving levels.

    Attributes
    ----------
    on : bool
        Whether films are painted through the display function.
    darkest, brightest : float
        The assumed ends, of a display of gamma 2.2.
    ambient : float
        Room light that the screen reflects.
    readings : dict
        Driving level -> luminance; empty where nothing was measured.

    Raises
    ------
    ValueError
        Where no display could have these luminances.
    """

    on: bool = False
    darkest: float = 0.5
    brightest: float = 250.0
    ambient: float = 0.0
    readings: Mapping[int, float] | None = None

    def __post_init__(self) -> None:
        """Refuse what no display has."""
        if not (np.isfinite(self.luminances).all() and 0 <= self.ambient < self.brightest):
            raise ValueError(TOO_BRIGHT)

    @property
    def luminances(self) -> NDArray[np.float64]:
        """The luminance of each driving level, ``(256,)``, without the room's light."""
        if self.readings:
            return gsdf.measured_luminances(self.readings)
        return gsdf.assumed_luminances(darkest=self.darkest, brightest=self.brightest)

    @property
    def table(self) -> NDArray[np.uint8]:
        """The driving level of each P-value, ``(256,)``."""
        return gsdf.display_lut(self.luminances, ambient=self.ambient)

    @property
    def errors(self) -> tuple[float, float]:
        """The largest error of contrast without the table and with it, as shares."""
        tables = (_STRAIGHT, self.table)
        before, after = (
            gsdf.contrast_error(self.luminances, table, ambient=self.ambient) for table in tables
        )
        return before, after

    @property
    def words(self) -> str:
        """What it is called beside the film."""
        return tr("GSDF, measured") if self.readings else tr("GSDF, assumed")

    @property
    def account(self) -> str:
        """What it rests on, in a line."""
        ends = self.luminances[[0, -1]] + self.ambient
        return tr(
            "{words}: {low} to {high} cd/m², contrast within {error}",
            words=self.words,
            low=f"{ends[0]:.3g}",
            high=f"{ends[1]:.4g}",
            error=f"{self.errors[1]:.0%}".replace("%", " %"),
        )

    def saved(self) -> dict[str, Any]:
        """Return it as the settings keep it."""
        readings = {str(level): value for level, value in sorted((self.readings or {}).items())}
        return {
            "on": self.on,
            "darkest": self.darkest,
            "brightest": self.brightest,
            "ambient": self.ambient,
            "readings": readings,
        }


def restored(saved: Mapping[str, Any]) -> Calibration:
    """Return a calibration that `Calibration.saved` gave.

    Raises
    ------
    ValueError
        Where it was changed into something else.
    """
    try:
        return Calibration(
            bool(saved["on"]),
            float(saved["darkest"]),
            float(saved["brightest"]),
            float(saved["ambient"]),
            {int(level): float(value) for level, value in saved["readings"].items()},
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("This is no calibration.") from error


class Displays:
    """The calibrations of all screens; who paints asks for the table of its own."""

    def __init__(self) -> None:
        """Start without any."""
        self._known: dict[str, tuple[Calibration, NDArray[np.uint8]]] = {}

    def take(self, saved: Mapping[str, Mapping[str, Any]]) -> None:
        """Use these from now on: screen -> calibration as it was saved."""
        made = {name: restored(entry) for name, entry in saved.items()}
        self._known = {name: (each, each.table) for name, each in made.items()}

    def known(self, screen: QScreen) -> Calibration:
        """Return a screen's calibration, on or not; that of a plain display where there is none."""
        found = self._known.get(screen_name(screen))
        return Calibration() if found is None else found[0]

    def table(self, screen: QScreen) -> NDArray[np.uint8] | None:
        """Return the table that films are painted through on a screen; None: as they are."""
        found = self._known.get(screen_name(screen)) if self._known else None
        return None if found is None or not found[0].on else found[1]

    def words(self, screen: QScreen) -> str:
        """Return what films are painted through on a screen; empty: nothing."""
        return self.known(screen).words if self.table(screen) is not None else ""
