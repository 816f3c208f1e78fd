"""The tables of a report that most readers came for."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from markupsafe import Markup

from training.report.material import Material
from training.report.page import Section, box, paragraph, table
from training.report.words import cell, count, name, number, plain, spread, threshold

Values = Mapping[str, Any]


def headline(material: Material, *, missing: Sequence[str] = ()) -> Section:
    """Return the tables of figures for each split, and the names of what is missing."""
    if not material.evaluations:
        text = "Nothing was measured: run hilum-train evaluate BUNDLE --split test --out DIR first."
        return Section("Results", box(text, kind="warn"))
    parts = [
        paragraph(
            "Each figure stands with its 95 % interval in small type. A film counts as flagged for "
            "a finding where the probability reaches the threshold of the operating point."
        )
    ]
    order = sorted(material.evaluations, key=lambda s: (s != material.split, s))
    for split in order:
        measured = material.evaluations[split]
        parts.append(
            Markup("<h3>{} ({} films)</h3>").format(_title(split), count(measured.get("films")))
        )
        parts += [overall(measured), findings_table(measured)]
    if "val" in material.evaluations:
        parts.append(
            box(
                "The val films chose the epoch, the calibration and the thresholds: figures on "
                "them are too good. Believe the test films more, and films of other places most."
            )
        )
    if missing:
        parts.append(
            paragraph(
                Markup(
                    "Not measured for this report: {}. To measure: <code>hilum-train evaluate "
                    "BUNDLE --out DIR</code>, with <code>--against BUNDLE</code> for another model."
                ).format(", ".join(missing).lower())
            )
        )
    return Section("Results", Markup().join(parts))


def _title(split: str) -> str:
    return {"test": "Test films, never used in training", "val": "Val films"}.get(split, split)


def overall(measured: Values) -> Markup:
    """Return the few figures over all findings as tiles."""
    shown = [
        (name(key), plain(measured[key]), spread(measured[key]))
        for key in ("macro_auc", "accuracy", "balanced_accuracy", "macro_f1")
        if np.isfinite(number(measured.get(key)))
    ]
    if np.isfinite(number(measured.get("refused_by_gate"))):
        share = f"{plain(measured['refused_by_gate'], percent=True)} %"
        shown.append(("refused by the gate", share, "of these films"))
    tiles = [
        Markup("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n").format(*one) for one in shown
    ]
    return Markup('<dl class="tiles">\n{}</dl>\n').format(Markup().join(tiles))


def findings_table(measured: Values) -> Markup:
    """Return the headline table: a row for each finding."""
    findings = measured.get("findings", {})
    columns = [
        ("auc", "AUC", False),
        ("pr_auc", "PR-AUC", False),
        ("sensitivity", "Sensi-\ntivity, %", True),
        ("specificity", "Speci-\nficity, %", True),
        ("ppv", "PPV, %", True),
        ("npv", "NPV, %", True),
        ("f1", "F1", False),
        ("brier", "Brier score", False),
        ("calibration_error", "ECE", False),
    ]
    shown = [c for c in columns if any(c[0] in row for row in findings.values())]
    films = any("films" in row for row in findings.values())
    header = ["Finding", *(["Films with it"] if films else []), "Thres\u00adhold"]
    header += [title.replace("-\n", "\u00ad") for _, title, _ in shown]
    rows = [
        [
            name(finding),
            *([count(row.get("films"))] if films else []),
            threshold(row.get("threshold")),
            *(cell(row.get(key), percent=percent) for key, _, percent in shown),
        ]
        for finding, row in findings.items()
    ]
    asked = measured.get("operating_sensitivity")
    caption = f"At the threshold of {asked:.0%} sensitivity on the val films." if asked else ""
    return table(header, rows, caption=caption.replace("%", " %"))
