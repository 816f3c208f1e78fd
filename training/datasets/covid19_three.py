"""The 3-class Covid19-dataset (Kaggle covid19-image-dataset): train|test/Covid|Normal|Viral..."""

from collections import Counter
from pathlib import Path

from training.config import ConfigError
from training.datasets.folders import class_tree
from training.datasets.layout import checked, top
from training.datasets.sample import Sample

_CLASSES = {"covid19", "normal", "viral_pneumonia"}


def read_covid19_three(root: Path) -> tuple[Sample, ...]:
    """Read the set; names start again in every folder and tell no patient: a film is a group.

    Raises
    ------
    ConfigError
        Where train or test is missing, or one of them lacks a class or has a fourth.
    """
    folder = top(root, "train", "Covid19-dataset")
    samples = checked(class_tree(folder, "covid19_three"), root, Counter())
    for split in ("train", "test"):
        found = {sample.finding for sample in samples if sample.split == split}
        if wrong := sorted(found ^ _CLASSES):
            fault = "has the unknown" if wrong[0] in found else "lacks the"
            raise ConfigError(f"{folder / split} {fault} class {wrong[0]!r}: unpack the set again")
    return samples
