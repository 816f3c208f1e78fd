"""Kaggle chest-xray-pneumonia: children of Guangzhou (Kermany et al., Cell 172 (2018) 1122).

``train|val|test/NORMAL|PNEUMONIA/``; the file names tell virus from bacteria, and the patient:
``person12_virus_34.jpeg``, ``IM-0115-0001.jpeg``, ``NORMAL2-IM-0383-0001.jpeg``. In the first
archive (Mendeley Data 10.17632/rscbjbr9sj, without val) ``BACTERIA-1008087-0001.jpeg``.
"""

import dataclasses
import logging
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.config import ConfigError
from training.datasets.layout import checked, films, top
from training.datasets.sample import Sample

log = logging.getLogger(__name__)

_FINDINGS = {
    "bacteria": "bacterial_pneumonia",
    "virus": "viral_pneumonia",
    "normal": "normal",
    "unknown": "pneumonia",
}
_PERSON = re.compile(r"(person\d+)_(bacteria|virus)_\d+", re.IGNORECASE)
_NORMAL = re.compile(r"((?:NORMAL2-)?IM-\d+)-\d+", re.IGNORECASE)
_FIRST_ARCHIVE = re.compile(r"(bacteria|virus|normal)-(\d+)-\d+", re.IGNORECASE)


def read_kermany(root: Path) -> tuple[Sample, ...]:
    """Read the set; pneumonia that a name tells no cause of is ``pneumonia``, outside the leaves.

    The person numbers start again in the test folder, and nothing says that they mean the same
    children: they are other patients here. Patients in both train and val go to train.

    Raises
    ------
    ConfigError
        Where a folder is missing or empty, or a name contradicts its folder.
    """
    folder = top(root, "train", "chest_xray")
    samples = [s for split in ("train", "val", "test") for s in _split(folder, split)]
    if unknown := sum(sample.finding == "pneumonia" for sample in samples):
        log.warning("%s: %d film names tell neither virus nor bacteria", root, unknown)
    trained = {sample.group for sample in samples if sample.split == "train"}
    moved = {s.path for s in samples if s.split == "val" and s.group in trained}
    if moved:
        log.info("%s: %d films of val moved to train, with their patients", root, len(moved))
    whole = (dataclasses.replace(s, split="train") if s.path in moved else s for s in samples)
    return checked(whole, root, Counter())


def _split(folder: Path, split: str) -> Iterator[Sample]:
    if split == "val" and not (folder / split).is_dir():
        return
    for kind in ("NORMAL", "PNEUMONIA"):
        for path in films(folder / split / kind):
            patient, cause = _patient_and_cause(path.stem, split)
            if cause == "unknown" and kind == "NORMAL":
                cause = "normal"
            if (cause == "normal") != (kind == "NORMAL"):
                raise ConfigError(
                    f"{split}/{kind}/{path.name} is named as another class: move or remove it"
                )
            yield Sample(
                path=path,
                finding=_FINDINGS[cause],
                group=f"kermany:{patient}",
                source="kermany",
                split=split,
                view="AP",
                age_group="child",
            )


def _patient_and_cause(stem: str, split: str) -> tuple[str, str]:
    if match := _PERSON.match(stem):
        person = match[1].lower()
        return (f"test:{person}" if split == "test" else person), match[2].lower()
    if match := _NORMAL.match(stem):
        return match[1].upper(), "normal"
    if match := _FIRST_ARCHIVE.match(stem):
        return match[2], match[1].lower()
    return f"{split}:{stem}", "unknown"
