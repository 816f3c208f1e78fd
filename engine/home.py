"""Where Hilum's own files live: what it ships, and what it keeps for its user."""

import functools
import os
import sys
from pathlib import Path

import platformdirs

_PORTABLE = "hilum-data"


def home() -> Path:
    """Return the folder of settings, installed models and the store.

    $HILUM_HOME, else the folder beside the program of a portable installation where this user may
    write to it, else the platform's usual place.
    """
    if named := os.environ.get("HILUM_HOME"):
        return Path(named)
    beside = portable_home()
    if os.access(beside, os.W_OK):
        return beside
    return Path(platformdirs.user_data_dir("Hilum", appauthor=False))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; Hilum's own is for its user alone, since it names patients.

    One that is there keeps its rights: a department may share it.

    Raises
    ------
    OSError
        Where that cannot be.
    """
    own = folder in (home(), portable_home())
    folder.mkdir(mode=0o700 if own else 0o777, parents=True, exist_ok=True)


def portable_home() -> Path:
    """Return where a portable installation keeps its files: beside the program."""
    return _program().parent / _PORTABLE


def passed_over() -> Path | None:
    """Return the folder of a portable installation that is not used, as this user may not write."""
    beside = portable_home()
    unused = beside.is_dir() and not (os.environ.get("HILUM_HOME") or os.access(beside, os.W_OK))
    return beside if unused else None


@functools.cache
def resources() -> Path:
    """Return the folder of shipped data; beside the packages in a checkout, a wheel and frozen."""
    return Path(__file__).resolve().parent.parent / "resources"


def _program() -> Path:
    """Return the program: its file, a macOS bundle, or what a checkout has in its place."""
    if not getattr(sys, "frozen", False):
        return resources()
    file = Path(sys.executable).resolve()
    bundles = [folder for folder in file.parents if folder.suffix == ".app"]
    return bundles[-1] if bundles else file
