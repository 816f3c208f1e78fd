"""IEEE covid-chestxray-dataset and its Kaggle mirror (Cohen et al., arXiv:2006.11988).

``metadata.csv`` beside ``images/``: a line a film, the findings as a path
("Pneumonia/Viral/COVID-19") or, in earlier releases and the mirror, as names ("COVID-19, ARDS").
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.datasets.layout import age_group, checked, rows, top, word
from training.datasets.sample import Sample

_COLUMNS = {"patientid", "finding", "view", "filename"}
_VIEWS = {
    "pa": "PA",
    "ap": "AP",
    "ap_erect": "AP",
    "ap_semi_erect": "AP",
    "ap_supine": "AP supine",
    "aps": "AP supine",
}
_WORDS = {
    "normal": "no_finding normal",
    "covid19": "covid_19",
    "bacterial_pneumonia": (
        "bacterial streptococcus klebsiella legionella e_coli mycoplasma chlamydophila nocardia "
        "staphylococcus mrsa mycoplasma_bacterial_pneumonia"
    ),
    "viral_pneumonia": "viral sars mers_cov mers varicella influenza h1n1 herpes",
    "lung_opacity": "pneumonia ards fungal pneumocystis aspergillosis lipoid aspiration",
}
_LEAVES = {name: leaf for leaf, names in _WORDS.items() for name in names.split()}
_NOT_STATED = {"", "unknown", "todo", "nan"}


def read_cohen(root: Path) -> tuple[Sample, ...]:
    """Read the frontal films; lateral films and CT are left out and counted.

    Left out and counted as well: rows without a stated finding, and films that are not there. A
    finding such as tuberculosis keeps its own word.

    Raises
    ------
    ConfigError
        Where metadata.csv is missing or lacks a column, or no film is left.
    """
    folder = top(root, "metadata.csv", "covid-chestxray-dataset", "covid-chest-xray")
    left_out: Counter[str] = Counter()
    return checked(_samples(folder, left_out), root, left_out)


def _samples(folder: Path, left_out: Counter[str]) -> Iterator[Sample]:
    for row in rows(folder / "metadata.csv", _COLUMNS):
        view = _VIEWS.get(word(row["view"]))
        path = folder / (row.get("folder") or "images") / row["filename"]
        if word(row.get("modality", "")) not in {"", "x_ray"}:
            left_out["not a radiograph"] += 1
        elif view is None:
            left_out["not a frontal view"] += 1
        elif word(row["finding"]) in _NOT_STATED:
            left_out["no finding stated"] += 1
        elif not path.is_file():
            left_out["in metadata.csv, but not in the images folder"] += 1
        else:
            yield Sample(
                path=path,
                finding=finding(row["finding"]),
                group=f"cohen:{row['patientid'] or path.stem}",
                source="cohen",
                split="",
                view=view,
                age_group=age_group(row.get("age", "")),
            )


def finding(stated: str) -> str:
    """Map a stated finding to a leaf, or to its own word.

    COVID-19 goes before the rest; bacterial and viral at once is neither, so an opacity.
    """
    leaves = {_LEAVES.get(word(part), "") for part in re.split("[/,]", stated)} - {""}
    exact = leaves - {"lung_opacity"}
    if "covid19" in leaves:
        return "covid19"
    if len(exact) == 1:
        return exact.pop()
    return "lung_opacity" if leaves else word(stated)
