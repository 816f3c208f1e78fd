"""COVID-19 Radiography Database (Chowdhury et al., IEEE Access 8 (2020) 132665; Rahman 2021).

``COVID|Lung_Opacity|Normal|Viral Pneumonia/images/`` beside ``masks/`` and, at the top,
``CLASS.metadata.xlsx``. The folders tell all that a sample needs; the tables give only each
film's name and the place that it was collected from, and are not read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.datasets.layout import checked, films, top
from training.datasets.sample import Sample

_CLASSES = {
    "COVID": "covid19",
    "Lung_Opacity": "lung_opacity",
    "Normal": "normal",
    "Viral Pneumonia": "viral_pneumonia",
}
_AGES = {"covid19": "adult", "viral_pneumonia": "child"}
_NEIGHBOURS = 20


def read_radiography_database(root: Path) -> tuple[Sample, ...]:
    """Read the set; it has no split and names no patient.

    Neighbouring COVID-19 films are often one patient's, so blocks of 20 numbers are one group.
    Viral pneumonia comes from Kermany's children; normals and opacities mix with other sets.

    Raises
    ------
    ConfigError
        Where one of the four class folders is missing or empty.
    """
    folder = top(root, "COVID", "COVID-19_Radiography_Dataset")
    return checked(_samples(folder), root, Counter())


def _samples(folder: Path) -> Iterator[Sample]:
    for name, finding in _CLASSES.items():
        for path in films(folder / name / "images"):
            yield Sample(
                path=path,
                finding=finding,
                group=f"radiography_database:{_group(path.stem, finding)}",
                source="radiography_database",
                split="",
                view="frontal",
                age_group=_AGES.get(finding, "unknown"),
            )


def _group(stem: str, finding: str) -> str:
    number = re.search(r"(\d+)\D*$", stem)
    if finding != "covid19" or number is None:
        return f"{finding}:{stem}"
    return f"covid19:block{(int(number[1]) - 1) // _NEIGHBOURS}"
