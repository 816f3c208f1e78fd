"""Manifest CSVs as `../shared/data/cxr/manifest.csv`: one line a film, paths beside the file."""

import csv
from collections import Counter
from pathlib import Path

from training.config import LEAVES, ConfigError
from training.datasets.layout import checked
from training.datasets.sample import Sample

_NAMES = {"other_opacity": "lung_opacity"}
_COLUMNS = {"file", "split", "source", "label", "in_task", "group_id", "view", "age_group"}


def read_manifest(path: Path, *, in_task_only: bool = True) -> tuple[Sample, ...]:
    """Read a manifest; with ``in_task_only`` just the rows usable in the five-class task.

    Raises
    ------
    ConfigError
        Where the file is missing, lacks a column, has an unknown label in the task, or lets a
        group stand in two splits.
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            if missing := sorted(_COLUMNS - set(reader.fieldnames or ())):
                raise ConfigError(f"{path.name} lacks the column {missing[0]!r}")
            rows = [r for r in reader if not in_task_only or r["in_task"] == "1"]
    except OSError as error:
        raise ConfigError(f"the manifest {path} cannot be read: {error.strerror}") from error
    samples = tuple(
        Sample(
            path=path.parent / row["file"],
            finding=_NAMES.get(row["label"], row["label"]),
            group=row["group_id"],
            source=row["source"],
            split=row["split"],
            view=row["view"],
            age_group=row["age_group"],
        )
        for row in rows
    )
    return _checked(samples, path) if in_task_only else samples


def _checked(samples: tuple[Sample, ...], path: Path) -> tuple[Sample, ...]:
    for sample in samples:
        if sample.finding not in LEAVES:
            raise ConfigError(f"{sample.path.name}: label {sample.finding!r} is not a finding")
    return checked(samples, path, Counter())
