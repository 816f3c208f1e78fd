"""NIH ChestX-ray14 (Wang et al., CVPR 2017).

``Data_Entry_2017*.csv``, ``images*/`` (twelve folders ``images_001/images/`` on Kaggle), and
``train_val_list.txt`` and ``test_list.txt``, which divide patients.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.config import ConfigError
from training.datasets.layout import age_group, checked, is_film, rows, word
from training.datasets.sample import Sample

_COLUMNS = {"image index", "finding labels", "patient id"}
_OPACITIES = {"pneumonia", "infiltration", "consolidation"}
_OTHERS = {
    "atelectasis",
    "cardiomegaly",
    "edema",
    "effusion",
    "emphysema",
    "fibrosis",
    "hernia",
    "mass",
    "nodule",
    "pleural_thickening",
    "pneumothorax",
}
_NORMAL = "no_finding"
_VIEWS = {"PA": "PA", "AP": "AP"}


def read_nih(root: Path) -> tuple[Sample, ...]:
    """Read the films: none of the 14 labels is normal, three of them are a lung opacity.

    Pneumonia, infiltration and consolidation are lung opacities, with whatever else; other labels
    keep their own words; ``targets`` has them one by one. Rows with no label stated and films that
    are not there are left out and counted. ``train_val_list.txt`` is the split train.

    Raises
    ------
    ConfigError
        Where the table, a column or the films are missing, a label is unknown or stands beside
        "No Finding", or a film is in both lists.
    """
    tables = sorted(root.glob("Data_Entry_2017*.csv"))
    if not tables:
        raise ConfigError(f"{root} holds no Data_Entry_2017*.csv: name the folder that holds it")
    left_out: Counter[str] = Counter()
    return checked(_samples(root, tables[-1], left_out), root, left_out)


def _samples(root: Path, table: Path, left_out: Counter[str]) -> Iterator[Sample]:
    paths = {p.name: p for p in sorted(root.glob("images*/**/*")) if is_film(p)}
    splits = _splits(root)
    for row in rows(table, _COLUMNS):
        name = row["image index"]
        if word(row["finding labels"]) in {"", "nan"}:
            left_out["no label stated"] += 1
        elif name not in paths:
            left_out[f"in {table.name}, but in no images folder"] += 1
        else:
            yield Sample(
                path=paths[name],
                finding=_finding(name, row["finding labels"]),
                group=f"nih:{row['patient id'].lstrip('0') or name}",
                source="nih",
                split=splits.get(name, ""),
                view=_VIEWS.get(row.get("view position", ""), "unknown"),
                age_group=age_group(row.get("patient age", "").rstrip("Y")),
                targets=_targets(row["finding labels"]),
            )


def _finding(name: str, stated: str) -> str:
    labels = {word(label) for label in stated.split("|")}
    if unknown := sorted(labels - _OPACITIES - _OTHERS - {_NORMAL}):
        raise ConfigError(f"{name}: {unknown[0]!r} is not a label of ChestX-ray14")
    if labels == {_NORMAL}:
        return "normal"
    if _NORMAL in labels:
        raise ConfigError(f"{name}: 'No Finding' stands beside {stated!r}: correct the table")
    return "lung_opacity" if labels & _OPACITIES else "_".join(sorted(labels))


def _targets(stated: str) -> dict[str, float]:
    """Return 1 or 0 for each of the 14 labels, and for normal and lung_opacity."""
    labels = {word(label) for label in stated.split("|")}
    known = {label: float(label in labels) for label in sorted(_OPACITIES | _OTHERS)}
    opacity, normal = bool(labels & _OPACITIES), labels == {_NORMAL}
    return known | {"lung_opacity": float(opacity), "normal": float(normal)}


def _splits(root: Path) -> dict[str, str]:
    splits: dict[str, str] = {}
    for file, split in (("train_val_list.txt", "train"), ("test_list.txt", "test")):
        if not (root / file).exists():
            continue
        try:
            names = (root / file).read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{file} cannot be read: {error}") from error
        for name in names:
            if splits.setdefault(name, split) != split:
                raise ConfigError(f"{name} is in train_val_list.txt and in test_list.txt")
    return splits
