"""The readers by the names that a configuration gives them."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from training.config import LEAVES, ConfigError
from training.datasets.cohen import read_cohen
from training.datasets.covid19_three import read_covid19_three
from training.datasets.folders import read_folders
from training.datasets.kermany import read_kermany
from training.datasets.manifest import read_manifest
from training.datasets.nih import read_nih
from training.datasets.radiography_database import read_radiography_database
from training.datasets.rsna import read_rsna
from training.datasets.sample import Sample

log = logging.getLogger(__name__)

READERS: Mapping[str, Callable[[Path], tuple[Sample, ...]]] = MappingProxyType(
    {
        "cohen": read_cohen,
        "covid19_three": read_covid19_three,
        "folders": read_folders,
        "kermany": read_kermany,
        "manifest": read_manifest,
        "nih": read_nih,
        "radiography_database": read_radiography_database,
        "rsna": read_rsna,
    }
)


def read(kind: str, root: Path) -> tuple[Sample, ...]:
    """Read the data set under ``root`` (for ``manifest`` the CSV itself).

    Raises
    ------
    ConfigError
        Where ``kind`` names no reader, or the reader finds the set wanting.
    """
    if kind not in READERS:
        raise ConfigError(f"{kind!r} is no kind of data set: choose one of {', '.join(READERS)}")
    return READERS[kind](root)


def in_task(samples: Iterable[Sample]) -> tuple[Sample, ...]:
    """Keep the films of the five leaves, and log how many others were left out."""
    films = tuple(samples)
    others = Counter(sample.finding for sample in films if sample.finding not in LEAVES)
    for finding, count in others.most_common():
        log.info("%d films left out: %s is outside the task", count, finding)
    return tuple(sample for sample in films if sample.finding in LEAVES)
