"""What the readers share: folders, tables, and the checks on what was read."""

import csv
import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from training.config import ConfigError
from training.datasets.sample import Sample

log = logging.getLogger(__name__)

_FILM_SUFFIXES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".dcm"}
_ADULT_YEARS = 18


def word(label: str) -> str:
    """Write a label as one lower-case word: "Viral Pneumonia" is viral_pneumonia."""
    return re.sub(r"[\W_]+", "_", label).strip("_").lower()


def top(root: Path, marker: str, *archive_folders: str) -> Path:
    """Find the folder that holds ``marker``: the root, or the archive's own folder below it.

    Raises
    ------
    ConfigError
        Where neither holds it.
    """
    for folder in (root, *(root / name for name in archive_folders)):
        if (folder / marker).exists():
            return folder
    raise ConfigError(
        f"{root} holds no {marker!r}: name the folder that the data set was unpacked into"
    )


def subfolders(folder: Path) -> list[Path]:
    """List the folders directly below, sorted, without those that archivers leave behind.

    Raises
    ------
    ConfigError
        Where the folder cannot be listed.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError as error:
        raise ConfigError(f"the folder {folder} cannot be read: {error.strerror}") from error
    return [path for path in found if not path.name.startswith((".", "__"))]


def is_film(path: Path) -> bool:
    """Tell a film by its name alone; macOS leaves ``._x.png`` beside ``x.png``."""
    return path.suffix.lower() in _FILM_SUFFIXES and not path.name.startswith(".")


def films(folder: Path) -> list[Path]:
    """List the films in a class folder and below it, sorted, without those in ``masks`` folders.

    Raises
    ------
    ConfigError
        Where the folder is missing or holds no film.
    """
    if not folder.is_dir():
        raise ConfigError(f"the folder {folder} is missing: unpack the data set again")
    found = sorted(
        path
        for path in folder.rglob("*")
        if is_film(path) and path.is_file() and "masks" not in path.relative_to(folder).parts
    )
    if not found:
        raise ConfigError(f"the folder {folder} holds no film: fill it or remove it")
    return found


def rows(path: Path, columns: Collection[str]) -> list[dict[str, str]]:
    """Read a CSV table, column names in lower case, values stripped; absent cells are "".

    Raises
    ------
    ConfigError
        Where the table cannot be read, or lacks one of ``columns`` (in lower case).
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file, restkey="", restval="")
            reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
            if missing := sorted(set(columns) - set(reader.fieldnames)):
                raise ConfigError(f"{path.name} lacks the column {missing[0]!r}")
            return [{name: row[name].strip() for name in row if name} for row in reader]
    except OSError as error:
        raise ConfigError(f"the table {path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{path.name} is not a CSV table in UTF-8: {error}") from error


def age_group(years: str) -> str:
    """Group an age in years: ``child`` (under 18), ``adult``, or ``unknown`` where not stated."""
    try:
        age = float(years)
    except ValueError:
        return "unknown"
    return "child" if 0 <= age < _ADULT_YEARS else "adult" if age >= _ADULT_YEARS else "unknown"


def checked(samples: Iterable[Sample], root: Path, left_out: Counter[str]) -> tuple[Sample, ...]:
    """Give the samples on, and log how many were ``left_out`` for which reason.

    Raises
    ------
    ConfigError
        Where nothing is left, or a patient stands in two splits.
    """
    kept = tuple(samples)
    for reason, count in sorted(left_out.items()):
        log.warning("%s: %d left out: %s", root, count, reason)
    if not kept:
        why = "; ".join(f"{count} {reason}" for reason, count in sorted(left_out.items()))
        raise ConfigError(f"{root} gives no film ({why or 'it holds none'})")
    splits: dict[str, str] = {}
    for sample in kept:
        first = splits.setdefault(sample.group, sample.split)
        if first != sample.split:
            raise ConfigError(
                f"{sample.path.name}: patient {sample.group} stands in the splits {first!r} and "
                f"{sample.split!r}: move the patient's films into one"
            )
    return kept
