"""A tiny data set made in code: five classes that differ by a bright band, from two places."""

import csv
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training.config import LEAVES

_COLUMNS = ["file", "split", "source", "label", "in_task", "group_id", "view", "age_group"]


def chest(seed: int, *, band: int, side: int = 150) -> NDArray[np.uint8]:
    """Draw a chest of sorts with a bright band for its class: each its own, no two copies."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    film = 150 - 110 * np.exp(-(((np.abs(x) - 0.45) / 0.3) ** 2) - (y / 0.7) ** 2)
    for deviation, strength in ((side / 8, 30.0), (side / 25, 16.0), (side / 80, 10.0)):
        texture = cv2.GaussianBlur(rng.normal(size=(side, side)), (0, 0), deviation)
        film += strength * texture / texture.std()
    film[20 + 20 * band : 44 + 20 * band, 30:120] += 60
    return np.clip(film, 0, 255).astype(np.uint8)


def make_films(folder: Path, *, each: int = 12) -> Path:
    """Write small films, and strangers beside them; return their manifest."""
    rng = np.random.default_rng(6)
    rows = []
    names = dict(zip(LEAVES, (*LEAVES[:4], "other_opacity"), strict=True))
    for k, leaf in enumerate(LEAVES):
        for i in range(each):
            film = rng.normal(90, 12, (150, 150))
            film[20 + 20 * k : 44 + 20 * k, 30:120] += 80
            file = f"{leaf}_{i}.png"
            cv2.imwrite(str(folder / file), np.clip(film, 0, 255).astype(np.uint8))
            split = "train" if i < each * 0.6 else "val"
            rows.append(
                [file, split, f"place{i % 2}", names[leaf], "1", f"g{k}_{i}", "PA", "adult"]
            )
    for k in range(18):
        cv2.imwrite(str(folder / f"odd{k}.png"), rng.integers(0, 255, (150, 150)).astype(np.uint8))
        kind = ("lateral", "ct", "not_cxr")[k % 3]
        rows.append([f"odd{k}.png", "ood", "x", kind, "0", f"o{k}", "L", "adult"])
    manifest = folder / "manifest.csv"
    with manifest.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows(rows)
    return manifest


def write_config(folder: Path, manifest: Path, *, epochs: int = 2, network: str = "") -> Path:
    """Write an experiment on them that takes seconds."""
    path = folder / "tiny.toml"
    path.write_text(
        f"""
name = "tiny"
network = "{network or "mobilenetv3_small_050"}"
pretrained = ""
[data]
manifest = "{manifest.as_posix()}"
out_of_distribution = "{manifest.as_posix()}"
cache = "{(folder / "cache").as_posix()}"
cache_size = 80
[preprocessing]
size = 64
[fitting]
epochs = {epochs}
films_per_epoch = 96
batch = 8
checkpoint_minutes = 0
"""
    )
    return path
