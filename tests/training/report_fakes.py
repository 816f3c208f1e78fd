"""Plausible measurements without a network: what `hilum-train evaluate --out` writes."""

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from sklearn.metrics import precision_recall_curve, roc_curve

from training.config import LEAVES

MEMBERS = {leaf: (leaf,) for leaf in LEAVES} | {
    "pneumonia": LEAVES[1:4],
    "abnormal": LEAVES[1:],
}
SOURCES = ("kermany", "crd_covid", "rsna_normal", "nih_cxr14", "cohen", "jsrt")


def interval(value: float, width: float = 0.02) -> dict[str, float]:
    low, high = max(0.0, value - width), min(1.0, value + width)
    return {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4)}


def metrics(
    *, films: int = 600, seed: int = 1, split: str = "test", sources: Sequence[str] = SOURCES
) -> dict[str, Any]:
    """Return a measurement of ``films`` films that no model ever saw."""
    rng = np.random.default_rng(seed)
    labels = rng.choice(len(LEAVES), films, p=(0.48, 0.14, 0.09, 0.25, 0.04))
    logits = rng.normal(0, 1.2, (films, len(LEAVES)))
    logits[np.arange(films), labels] += 3.0
    p = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    where = rng.choice(sources, films)
    scores = {f: p[:, [LEAVES.index(x) for x in of]].sum(1) for f, of in MEMBERS.items()}
    truths = {f: np.isin(labels, [LEAVES.index(x) for x in of]) for f, of in MEMBERS.items()}
    confusion = np.zeros((5, 5), int)
    np.add.at(confusion, (labels, p.argmax(1)), 1)
    aucs = {f: float(0.93 + 0.06 * rng.random()) for f in MEMBERS}
    shown = min(films, 1500)
    return {
        "model": {"id": "fake", "version": "1", "title": "A fake model", "sha256": "ab" * 32},
        "split": split,
        "films": films,
        "films_by_leaf": {leaf: int((labels == k).sum()) for k, leaf in enumerate(LEAVES)},
        "leaves": list(LEAVES),
        "refused_by_gate": 0.0043,
        "operating_sensitivity": 0.95,
        "macro_auc": interval(float(np.mean(list(aucs.values()))), 0.01),
        "accuracy": interval(float(np.trace(confusion) / films)),
        "balanced_accuracy": interval(0.7531),
        "macro_f1": interval(0.7249),
        "confusion": confusion.tolist(),
        "findings": {f: _finding(rng, aucs[f], truths[f], scores[f]) for f in MEMBERS},
        "operating_points": {f: _points(rng) for f in MEMBERS},
        "curves": {f: _curves(truths[f], scores[f]) for f in MEMBERS},
        "calibration": {
            f: {
                form: {"ece": round(0.06 * r, 4), "brier": round(0.05 + 0.03 * r, 4)}
                for form, r in zip(
                    ("raw", "temperature", "isotonic", "shipped"), rng.random(4), strict=True
                )
            }
            for f in MEMBERS
        },
        "by": {
            "source": {str(s): _part(rng, int((where == s).sum())) for s in sources},
            "view": {v: _part(rng, films // 3) for v in ("PA", "AP", "AP supine")},
            "age_group": {a: _part(rng, films // 3) for a in ("child", "adult", "unknown")},
        },
        "normals_called_normal_by_source": {str(s): round(float(rng.random()), 4) for s in sources},
        "conformal": {
            "level": 0.9,
            "coverage": {leaf: interval(0.88 + 0.04 * rng.random(), 0.03) for leaf in LEAVES},
            "mean_size": 1.31,
            "sizes": {"0": 0.011, "1": 0.702, "2": 0.253, "3": 0.034},
            "positives_released": interval(0.031, 0.012),
        },
        "embedding": {
            "method": "t-SNE",
            "points": (rng.normal(0, 4, (shown, 2)) + 9 * np.c_[labels, labels % 2][:shown])
            .round(2)
            .tolist(),
            "leaf": [LEAVES[k] for k in labels[:shown]],
            "source": where[:shown].tolist(),
        },
        "heat_maps": {"in_lung_share": {f: interval(0.6 + 0.2 * rng.random()) for f in MEMBERS}},
        "probe": {
            name: {
                "mean_absolute_change": {f: round(0.2 * rng.random(), 4) for f in MEMBERS},
                "auc": {f: round(aucs[f] - 0.1 * rng.random(), 4) for f in MEMBERS},
            }
            for name in ("border masked", "corners masked", "text burned in", "lungs blanked")
        },
    }


def _finding(rng: Any, auc: float, truth: Any, score: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"films": int(truth.sum()), "auc": interval(auc, 0.0113)}
    for name in ("pr_auc", "sensitivity", "specificity", "ppv", "npv", "precision", "recall", "f1"):
        row[name] = interval(0.75 + 0.24 * float(rng.random()), 0.0307)
    brier = float(((score - truth) ** 2).mean())
    return row | {"threshold": 0.1234, "brier": interval(brier), "calibration_error": 0.0217}


def _points(rng: Any) -> list[dict[str, Any]]:
    return [
        {
            "asked": asked,
            "threshold": round(0.9 - 0.85 * asked, 4),
            "sensitivity": interval(asked - 0.01 + 0.02 * rng.random()),
            "specificity": interval(1.4 - 0.6 * asked - 0.1 * rng.random()),
            "ppv": interval(0.8),
            "npv": interval(0.95),
        }
        for asked in (0.8, 0.85, 0.9, 0.95, 0.98)
    ]


def _curves(truth: Any, score: Any) -> dict[str, Any]:
    fpr, tpr, _ = roc_curve(truth, score)
    precision, recall, _ = precision_recall_curve(truth, score)
    edges = np.linspace(0, 1, 16)
    bins = np.clip(np.digitize(score, edges) - 1, 0, 14)
    rows = [
        [float(score[bins == b].mean()), float(truth[bins == b].mean()), int((bins == b).sum())]
        for b in range(15)
        if (bins == b).any()
    ]
    thin = np.linspace(0, len(fpr) - 1, 60).astype(int)
    slim = np.linspace(0, len(recall) - 1, 60).astype(int)
    return {
        "roc": np.c_[fpr, tpr][thin].round(4).tolist(),
        "pr": np.c_[recall, precision][slim].round(4).tolist(),
        "reliability": rows,
    }


def _part(rng: Any, films: int) -> dict[str, Any]:
    return {
        "films": films,
        "accuracy": interval(0.7 + 0.25 * float(rng.random()), 0.04),
        "macro_auc": interval(0.9 + 0.08 * float(rng.random())) if rng.random() > 0.3 else {},
        "findings": {
            f: {
                "films": int(films * 0.3),
                "auc": interval(0.85 + 0.14 * float(rng.random()), 0.03),
                "sensitivity": 0.9,
                "specificity": 0.8,
            }
            for f in MEMBERS
            if rng.random() > 0.3
        },
    }


def write_evaluation(folder: Path, measured: dict[str, Any], *, films: bool = False) -> Path:
    """Write an evaluation's folder; with ``films`` two galleries of noise."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metrics.json").write_text(json.dumps(measured), encoding="utf-8")
    if films:
        (folder / "galleries").mkdir(exist_ok=True)
        noise = np.random.default_rng(2).integers(0, 255, (48, 48)).astype(np.uint8)
        cv2.imwrite(str(folder / "galleries" / "x.png"), noise)
        film = {
            "file": "galleries/x.png",
            "true": "normal",
            "predicted": "covid19",
            "probability": 0.913,
            "source": "kermany",
        }
        listed = {"misclassified": [film] * 6, "heat_maps": [film | {"finding": "covid19"}] * 3}
        (folder / "galleries.json").write_text(json.dumps(listed), encoding="utf-8")
    return folder


def write_run(folder: Path, *, rate: float = 6e-4, shift: float = 0.0) -> Path:
    """Write a finished run's log and experiment."""
    folder.mkdir(parents=True, exist_ok=True)
    text = f'name = "{folder.name}"\n[fitting]\nepochs = 4\nrate = {rate}\n'
    (folder / "experiment.toml").write_text(text, encoding="utf-8")
    rows = ["epoch,loss,accuracy,balanced_accuracy"]
    best = (0.5421, 0.6874, 0.7531, 0.7311)
    rows += [
        f"{i + 1},{1.2 - 0.15 * i:.5f},{b + 0.1:.5f},{b + shift:.5f}" for i, b in enumerate(best)
    ]
    (folder / "log.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def picture(path: Path) -> str:
    """Return a picture as it stands in a page."""
    return "data:image/png;base64," + base64.b64encode(path.read_bytes()).decode()


def fewer(measured: dict[str, Any], *findings: str) -> dict[str, Any]:
    """Return a measurement without its drawings but for those of ``findings``."""
    kept = {
        key: {f: measured[key][f] for f in findings}
        for key in ("operating_points", "curves", "calibration")
    }
    parts = {
        source: part | {"findings": {f: part["findings"].get(f, {}) for f in findings}}
        for source, part in measured["by"]["source"].items()
    }
    return measured | kept | {"by": {"source": parts}}


def paired() -> dict[str, Any]:
    """Return what `hilum-train evaluate --against` writes."""
    row = {
        "films": 41,
        "auc_difference": {"value": 0.0231, "low": -0.0043, "high": 0.0507},
        "delong": {"first": 0.981, "second": 0.958, "difference": 0.0231, "z": 1.7, "p": 0.0892},
        "mcnemar": {"only_first": 17, "only_second": 5, "p": 0.00002},
    }
    return {
        "first": {"id": "fake", "version": "1"},
        "second": {"id": "old", "version": "3"},
        "films": 300,
        "operating_sensitivity": 0.95,
        "findings": {"normal": row, "covid19": row | {"delong": {}, "auc_difference": {}}},
        "likeliest": {"accuracy_difference": row["auc_difference"], "mcnemar": row["mcnemar"]},
    }
