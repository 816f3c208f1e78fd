"""Class-per-folder trees: ``[train|val|test/]CLASS/**/film``."""

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.config import ConfigError
from training.datasets.layout import checked, films, is_film, subfolders, word
from training.datasets.sample import Sample

log = logging.getLogger(__name__)

_SPLITS = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "test": "test",
    "testing": "test",
}
_FINDINGS = {
    "healthy": "normal",
    "no_finding": "normal",
    "bacteria": "bacterial_pneumonia",
    "bacterial": "bacterial_pneumonia",
    "virus": "viral_pneumonia",
    "viral": "viral_pneumonia",
    "covid": "covid19",
    "covid_19": "covid19",
    "opacity": "lung_opacity",
    "other_opacity": "lung_opacity",
}


def read_folders(root: Path) -> tuple[Sample, ...]:
    """Read a tree of class folders, with or without split folders above them.

    The source is the root's name. Patients are not known: every film is a group. A class that is
    no leaf keeps its own word.

    Raises
    ------
    ConfigError
        Where there is no class folder, a class is empty, or split and class folders are mixed.
    """
    return checked(class_tree(root, word(root.resolve().name)), root, Counter())


def class_tree(root: Path, source: str) -> Iterator[Sample]:
    """Yield the films of a tree of class folders; see `read_folders`."""
    for folder, split in _split_folders(root).items():
        classes = subfolders(folder)
        if not classes:
            raise ConfigError(f"{folder} has no class folders: put each class into one of its own")
        if loose := sum(is_film(path) for path in folder.iterdir()):
            log.warning("%s: %d left out: films outside the class folders", folder, loose)
        for class_folder in classes:
            finding = word(class_folder.name)
            for path in films(class_folder):
                yield Sample(
                    path=path,
                    finding=_FINDINGS.get(finding, finding),
                    group=f"{source}:{path.relative_to(root).as_posix()}",
                    source=source,
                    split=split,
                )


def _split_folders(root: Path) -> dict[Path, str]:
    below = subfolders(root)
    splits = {path: _SPLITS[word(path.name)] for path in below if word(path.name) in _SPLITS}
    if not splits:
        return {root: ""}
    if stray := [path.name for path in below if path not in splits]:
        raise ConfigError(
            f"{root} holds {stray[0]!r} beside split folders: move it into one of them, or away"
        )
    return splits
