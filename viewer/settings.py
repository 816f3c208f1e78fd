"""One frozen table of settings, kept as JSON in Hilum's own folder."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.home import home, make_folder
from engine.writing import replacing
from viewer.keymap import PROFILES


@dataclass(frozen=True, slots=True)
class Preference:
    """How the preferences dialog offers a setting.

    Attributes
    ----------
    group, words, tip : str
        The page that it stands on, its name and, where the name does not say it all, a sentence.
    low, high : float
        The range, both ends included; in the setting's own unit.
    shown : float
        A number is shown multiplied by this (100 for shares shown in per cent), with ``unit``.
    choices : mapping
        Value -> words, where there are only a few.
    others : bool
        Whether values beside the choices may be kept, such as the id of a model of one's own.
    restart : bool
        Whether the change shows only after a restart.
    """

    group: str
    words: str
    tip: str = ""
    low: float = 0.0
    high: float = 0.0
    shown: float = 1.0
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    others: bool = False
    restart: bool = False

    def allows(self, value: object) -> bool:
        """Whether a control of this preference could show the value."""
        if self.choices and not self.others:
            return value in self.choices
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.low <= value <= self.high
        return True


def _offered(default: Any, **words: Any) -> Any:  # noqa: ANN401
    """Declare a setting that the preferences dialog offers."""
    return field(default=default, metadata={"preference": Preference(**words)})


_SHARE = {"shown": 100.0, "unit": " %"}
_DRAGS = {
    "profile": "As the profile",
    "window": "Window / level",
    "pan": "Pan",
    "zoom": "Zoom",
    "menu": "Menu only",
}
_WHEELS = {"profile": "As the profile", "films": "Next film", "zoom": "Zoom"}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the reader may prefer, and what the window remembers.

    Attributes
    ----------
    film_memory_mb : int
        Memory for decoded films beyond those on show.
    layout : str
        The name of a grid ("2x2") or of a hanging protocol.
    films_apart : bool
        The films have a window of their own.
    places : dict
        Window and set of screens (`viewer.places`) -> geometry as Qt saves it.
    shortcuts : dict
        Action id -> key sequences ("" for none), for the keys that the reader bound otherwise.
    screens : dict
        Screen -> its measured millimetres a device pixel.
    policy : dict
        The order of the list: an `engine.triage.queue.Policy`.
    thresholds : dict
        What the sensitivity was set for: an `engine.models.passport.Passport`.
    displays : dict
        Screen -> its calibration, as `viewer.calibration` saves it.
    watched_folder : str
        What was watched last; empty where the reader has stopped it.
    self_tested : str
        The model and device that passed the self-test last, as `viewer.self_test` names them.
    worklist : dict
        Columns of the list, their widths and its order, as `viewer.worklist.panel` keeps them.
    """

    theme: str = _offered(
        "dark",
        group="Appearance",
        words="Theme",
        choices={"dark": "Dark", "contrast": "High contrast"},
    )
    language: str = _offered(
        "system",
        group="Appearance",
        words="Language",
        choices={
            "system": "As the system",
            "en": "English",
            "de": "Deutsch",
            "fr": "Français",
            "es": "Español",
            "zh": "中文",
        },
        restart=True,
    )
    annotations: str = _offered(
        "all",
        group="Appearance",
        words="Annotations at the start",
        choices={"all": "All", "minimal": "Minimal", "none": "None"},
    )
    hide_identity: bool = _offered(
        False,
        group="Appearance",
        words="Hide identities at the start",
        tip="Names, dates, numbers and file names are left out of the window and of exports.",
    )
    sensitivity: float = _offered(
        0.95, group="Reading", words="Sensitivity", low=0.01, high=1.0, **_SHARE
    )
    prevalence: float = _offered(
        0.10,
        group="Reading",
        words="Assumed prevalence",
        tip="Share of abnormal films that you expect; moves PPV and NPV.",
        low=0.001,
        high=0.99,
        **_SHARE,
    )
    overlay_opacity: float = _offered(
        0.35, group="Reading", words="Opacity of the heat map", low=0.05, high=1.0, **_SHARE
    )
    overlay_colours: str = _offered(
        "inferno",
        group="Reading",
        words="Colours of the heat map",
        choices={"inferno": "Inferno", "cividis": "Cividis"},
    )
    model: str = _offered(
        "",
        group="Reading",
        words="Model",
        tip="What another model has assessed is assessed again; thresholds belong to one model.",
        choices={
            "": "Standard",
            "edge": "Edge: 8 bits, the fastest",
            "ensemble": "Ensemble: three networks, the slowest",
        },
        others=True,
        restart=True,
    )
    provider: str = _offered(
        "auto",
        group="Reading",
        words="The model runs on",
        choices={
            "auto": "Whatever is fastest",
            "cpu": "CPU",
            "cuda": "CUDA",
            "tensorrt": "TensorRT",
            "directml": "DirectML",
        },
        restart=True,
    )
    export_annotations: bool = _offered(
        True, group="Export", words="Annotations and measurements in pictures"
    )
    export_identity: bool = _offered(
        False,
        group="Export",
        words="Names, numbers and dates in pictures",
        tip="Holds for copies and prints too; never where identities are hidden.",
    )
    key_profile: str = _offered(
        "hilum",
        group="Keys and mouse",
        words="Profile",
        choices={name: profile.title for name, profile in PROFILES.items()},
    )
    mouse_middle: str = _offered(
        "profile", group="Keys and mouse", words="Drag with the middle button", choices=_DRAGS
    )
    mouse_right: str = _offered(
        "profile", group="Keys and mouse", words="Drag with the right button", choices=_DRAGS
    )
    mouse_wheel: str = _offered(
        "profile",
        group="Keys and mouse",
        words="Wheel",
        tip="With Ctrl the wheel does the other one.",
        choices=_WHEELS,
    )
    level_down_is_brighter: bool = _offered(
        False, group="Keys and mouse", words="Dragging down makes the film brighter"
    )
    film_memory_mb: int = _offered(
        768,
        group="Reading",
        words="Memory for films beyond those on show",
        tip="The next films of the worklist and priors are read ahead into it.",
        low=0,
        high=262_144,
        unit=" MB",
    )
    store: str = _offered(
        "",
        group="Worklist",
        words="Store",
        tip="A file; for a list that a department shares, postgresql+psycopg://USER@HOST/DATABASE."
        " Empty: Hilum's own folder.",
        restart=True,
    )
    reader: str = _offered(
        "",
        group="Worklist",
        words="Your identifier",
        tip="Stands at the studies that you read and in the audit trail; empty: your login.",
    )
    blind_first: bool = _offered(
        False,
        group="Worklist",
        words="Read blindly first",
        tip="Findings, heat maps and lanes are hidden until you commit to what you see.",
    )
    next_unread: bool = _offered(
        True, group="Worklist", words="Go to the next unread study after a read"
    )
    lock_minutes: int = _offered(
        30,
        group="Worklist",
        words="A study may be taken over after",
        tip="Counts from the last sign of whoever began to read it.",
        low=1,
        high=1440,
        unit=" min",
    )
    watch_again: bool = _offered(
        False, group="Worklist", words="Watch the same folder again at the next start"
    )
    watched_folder: str = ""
    last_folder: str = ""
    places: dict[str, str] = field(default_factory=dict)
    export_folder: str = ""
    splitter: str = ""
    layout: str = "1x1"
    link_views: bool = False
    link_windows: bool = False
    thumbnails: bool = True
    films_apart: bool = False
    shortcuts: dict[str, str] = field(default_factory=dict)
    screens: dict[str, float] = field(default_factory=dict)
    policy: dict[str, Any] = field(default_factory=dict)
    thresholds: dict[str, Any] = field(default_factory=dict)
    displays: dict[str, dict[str, Any]] = field(default_factory=dict)
    self_tested: str = ""
    worklist: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what no control could show."""
        for name, preference in PREFERENCES.items():
            if not preference.allows(getattr(self, name)):
                raise ValueError(f"{name} is out of its range or none of its choices")
        words = (*self.shortcuts.values(), *self.places.values())
        if not all(isinstance(word, str) for word in words):
            raise ValueError("shortcuts are key sequences, places are text")
        if not all(isinstance(pitch, float) and pitch > 0 for pitch in self.screens.values()):
            raise ValueError("screens are millimetres a pixel")
        if self.displays:
            from viewer.calibration import restored

            for saved in self.displays.values():
                restored(saved)


PREFERENCES: dict[str, Preference] = {
    item.name: item.metadata["preference"]
    for item in dataclasses.fields(Settings)
    if "preference" in item.metadata
}
"""The table that the preferences dialog is made of: setting -> how it is offered."""


def settings_path() -> Path:
    """Return the settings' file."""
    return home() / "settings.json"


def set_aside(path: Path) -> str:
    """Keep a file that cannot be read from being written over; return its new name, if any."""
    aside = path.with_suffix(".damaged.json")
    try:
        _read(path)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError):
        pass
    else:
        return ""
    try:
        path.replace(aside)
    except OSError:
        return ""
    return aside.name


def load(path: Path) -> Settings:
    """Read settings; each that is missing, unknown or wrong falls back to its own default."""
    kept = Settings()
    try:
        found = _read(path)
    except (OSError, ValueError):
        return kept
    for item in dataclasses.fields(Settings):
        if item.name in found and isinstance(found[item.name], type(getattr(kept, item.name))):
            kept = _with(kept, item.name, found[item.name])
    return kept


def _read(path: Path) -> dict[str, object]:
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise ValueError("no settings")  # noqa: TRY004 - as what is no JSON
    return found


def _with(settings: Settings, name: str, value: object) -> Settings:
    try:
        return dataclasses.replace(settings, **{name: value})  # type: ignore[arg-type]
    except ValueError:
        return settings


def save(settings: Settings, path: Path) -> None:
    """Write settings beside the file and replace it, so that a crash leaves the old ones whole.

    Raises
    ------
    OSError
        Where the folder cannot be written.
    """
    make_folder(path.parent)
    with replacing(path) as beside:
        beside.write_text(json.dumps(dataclasses.asdict(settings), indent=2), encoding="utf-8")
