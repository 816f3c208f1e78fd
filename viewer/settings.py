"""One frozen table of settings, kept as JSON in Hilum's own folder."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.home import home
from viewer.canvas.painting import COLOUR_MAPS


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the reader may prefer.

    Attributes
    ----------
    sensitivity, prevalence : float
        Where the threshold console stands, 0..1.
    level_down_is_brighter : bool
        Turns the direction of the level drag round.
    film_memory_mb : int
        Memory for decoded films beyond those on show.
    layout : str
        The name of a grid ("2x2") or of a hanging protocol.
    films_apart : bool
        The films have a window of their own.
    places : dict
        Window and set of screens (`viewer.places`) -> geometry as Qt saves it.
    shortcuts : dict
        Action id -> key sequence, for the keys that the reader bound otherwise.
    """

    sensitivity: float = 0.95
    prevalence: float = 0.10
    overlay_opacity: float = 0.35
    overlay_colours: str = "inferno"
    level_down_is_brighter: bool = False
    provider: str = "auto"
    model: str = ""
    last_folder: str = ""
    places: dict[str, str] = field(default_factory=dict)
    splitter: str = ""
    film_memory_mb: int = 768
    layout: str = "1x1"
    link_views: bool = False
    link_windows: bool = False
    thumbnails: bool = True
    films_apart: bool = False
    shortcuts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what no control could show."""
        shares = (self.sensitivity, self.prevalence, self.overlay_opacity)
        if not all(0 < share <= 1 for share in shares):
            raise ValueError("sensitivity, prevalence and opacity are shares of 1")
        if self.overlay_colours not in COLOUR_MAPS:
            raise ValueError(f"overlay_colours is one of {', '.join(COLOUR_MAPS)}")
        if self.film_memory_mb < 0:
            raise ValueError("film_memory_mb is not negative")
        words = (*self.shortcuts.values(), *self.places.values())
        if not all(isinstance(word, str) for word in words):
            raise ValueError("shortcuts are key sequences, places are text")


def settings_path() -> Path:
    """Return the settings' file."""
    return home() / "settings.json"


def load(path: Path) -> Settings:
    """Read settings; what is missing, unknown or of the wrong kind falls back to its default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    default = Settings()
    kept: dict[str, Any] = {
        item.name: found[item.name]
        for item in dataclasses.fields(Settings)
        if item.name in found and isinstance(found[item.name], type(getattr(default, item.name)))
    }
    try:
        return dataclasses.replace(default, **kept)
    except ValueError:
        return default


def save(settings: Settings, path: Path) -> None:
    """Write settings beside the file and replace it, so that a crash leaves the old ones whole.

    Raises
    ------
    OSError
        Where the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.write_text(json.dumps(dataclasses.asdict(settings), indent=2), encoding="utf-8")
    temporary.replace(path)
