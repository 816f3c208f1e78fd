"""RSNA Pneumonia Detection Challenge (Shih et al., Radiol Artif Intell 1 (2019) e180041).

``stage_2_train_images/PATIENTID.dcm``, ``stage_2_detailed_class_info.csv`` (a line a box, so a
film has several) and ``stage_2_train_labels.csv``. A "patientId" is a film; which ChestX-ray14
patient it shows is in RSNA's own ``pneumonia-challenge-dataset-mappings_2018.json``.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.config import ConfigError
from training.datasets.layout import checked, rows, top, word
from training.datasets.sample import Sample

_DETAILED = "stage_2_detailed_class_info.csv"
_LABELS = "stage_2_train_labels.csv"
_NOT_NORMAL = "no_lung_opacity_not_normal"
_CLASSES = {"normal", "lung_opacity", _NOT_NORMAL}


def read_rsna(root: Path) -> tuple[Sample, ...]:
    """Read the labelled films; "No Lung Opacity / Not Normal" keeps its own word, no leaf.

    Where the mapping is beside the tables, groups are patients of ChestX-ray14 (``nih:12``, as
    `training.datasets.nih` names them); else every film is one. View and age are in the films.

    Raises
    ------
    ConfigError
        Where a table or column is missing, a class is unknown, or the tables disagree.
    """
    folder = top(root, _DETAILED, "rsna-pneumonia-detection-challenge")
    left_out: Counter[str] = Counter()
    return checked(_samples(folder, left_out), root, left_out)


def _samples(folder: Path, left_out: Counter[str]) -> Iterator[Sample]:
    patients = _patients(folder)
    for film, finding in _classes(folder).items():
        path = folder / "stage_2_train_images" / f"{film}.dcm"
        if not path.is_file():
            left_out["in the tables, but not in stage_2_train_images"] += 1
            continue
        yield Sample(
            path=path,
            finding=finding,
            group=patients.get(film, f"rsna:{film}"),
            source="rsna",
            split="",
            view="frontal",
        )


def _classes(folder: Path) -> dict[str, str]:
    classes: dict[str, str] = {}
    for row in rows(folder / _DETAILED, {"patientid", "class"}):
        film, finding = row["patientid"], word(row["class"])
        if finding not in _CLASSES:
            raise ConfigError(f"{_DETAILED}: {film} has the unknown class {row['class']!r}")
        if classes.setdefault(film, finding) != finding:
            raise ConfigError(f"{_DETAILED}: {film} has two classes: take the table anew")
    if (folder / _LABELS).exists():
        for row in rows(folder / _LABELS, {"patientid", "target"}):
            boxed = row["target"] == "1"
            if boxed != (classes.get(row["patientid"]) == "lung_opacity"):
                raise ConfigError(
                    f"{_LABELS}: {row['patientid']} contradicts {_DETAILED}: "
                    "take both tables from one release"
                )
    return classes


def _patients(folder: Path) -> dict[str, str]:
    mappings = sorted(folder.glob("pneumonia-challenge-dataset-mappings*.json"))
    if not mappings:
        return {}
    try:
        return {
            entry["subset_img_id"]: f"nih:{int(entry['img_id'].split('_')[0])}"
            for entry in json.loads(mappings[-1].read_text(encoding="utf-8"))
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(
            f"{mappings[-1].name} cannot be read as RSNA's mapping: take it anew or remove it"
        ) from error
