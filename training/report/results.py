"""The chapters of a report that say how well: each takes a measurement and may have none."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from markupsafe import Markup

from training.report import figures
from training.report.drawing import side_by_side
from training.report.material import PAIRED, Material, predictions_of, read_json
from training.report.page import box, paragraph, table
from training.report.paired import film_by_film
from training.report.words import (
    cell,
    count,
    inline,
    name,
    number,
    plain,
    threshold,
)

Values = Mapping[str, Any]
_DIMENSIONS = {"source": "By source", "view": "By view", "age_group": "By age group"}


def curves(material: Material) -> Markup | None:
    """Return ROC, precision-recall and the spread of the probabilities."""
    measured, found = material.main, material.main.get("findings", {})
    lines = measured.get("curves", {})
    parts = []
    if lines:
        pair = (figures.roc(lines, found), figures.precision_recall(lines, found))
        parts.append(side_by_side(pair))
    if scores := _scores(material):
        parts += [
            Markup("<h3>Probabilities by true class</h3>"),
            paragraph("Number of films in brackets. A good model puts the first panel to one end "
                      "and the others to the other end."),
            side_by_side([figures.score_histogram(scores, of=material.normal)]),
        ]  # fmt: skip
    if not parts:
        return None
    return Markup().join(parts)


def _scores(material: Material) -> dict[str, Any]:
    """Return the probabilities of the first class (normal) by true class."""
    folder = material.folders.get(material.split)
    rows = predictions_of(folder, material.leaves) if folder else []
    scores = {
        leaf: np.array([float(r[material.normal]) for r in rows if r["finding"] == leaf])
        for leaf in material.leaves
    }
    return {leaf: values for leaf, values in scores.items() if len(values)}


def operating_points(material: Material) -> Markup | None:
    """Return what the thresholds set on val reach here, drawn and in a table."""
    points = material.main.get("operating_points", {})
    if not points:
        return None
    rows = [
        [
            name(finding) if i == 0 else "",
            f"{100 * row['asked']:.0f}",
            threshold(row.get("threshold")),
            *(
                inline(row.get(k), percent=True)
                for k in ("sensitivity", "specificity", "ppv", "npv")
            ),
        ]
        for finding, of in points.items()
        for i, row in enumerate(of)
    ]
    header = (
        "Finding", "Asked on val, %", "Threshold", "Sensitivity, %", "Specificity, %", "PPV, %",
        "NPV, %",
    )  # fmt: skip
    parts = (
        paragraph(
            "A threshold is set on the val films for a sensitivity that is asked for. Where the "
            "sensitivity reached here lies below the dotted line, the promise was not kept."
        ),
        side_by_side([figures.operating_points(points)]),
        table(header, rows),
    )
    return Markup().join(parts)


def calibration(material: Material) -> Markup | None:
    """Return reliability curves, and the error before and after each kind of scaling."""
    lines, forms = material.main.get("curves", {}), material.main.get("calibration", {})
    drawn = any(of.get("reliability") for of in lines.values())
    if not (drawn or forms):
        return None
    parts = []
    if drawn:
        parts += [
            paragraph("Dots on the dotted line are probabilities that can be taken at their word; "
                      "larger dots stand for more films."),
            side_by_side([figures.reliability(lines, forms)]),
        ]  # fmt: skip
    if forms:
        kinds = list(dict.fromkeys(k for of in forms.values() for k in of))
        header = ["Finding", *(f"{m}, {k}" for m in ("ECE", "Brier") for k in kinds)]
        rows = [
            [name(f), *(plain(of.get(k, {}).get(m)) for m in ("ece", "brier") for k in kinds)]
            for f, of in forms.items()
        ]
        caption = (
            "Raw: the network’s own probabilities. Temperature and isotonic: fitted on "
            f"{material.main.get('fitted_on', 'other films')}, for comparison. Shipped: what the "
            "bundle does."
        )
        parts.append(table(header, rows, caption=caption))
    return Markup().join(parts)


def subgroups(material: Material) -> Markup | None:
    """Return forest plots and tables by source, view and age group."""
    by = {k: v for k, v in material.main.get("by", {}).items() if v}
    if not by:
        return None
    parts = [
        paragraph(
            "Number of films in brackets; bars are 95 % intervals; the dotted line is the figure "
            "over all films. Where a group holds one class alone, an AUC has no meaning and is "
            "left out. A model that does well on one place and badly on another has learned the "
            "place."
        )
    ]
    for dimension, groups in by.items():
        title = _DIMENSIONS.get(dimension, f"By {name(dimension)}")
        told = {f for group in groups.values() for f in group.get("findings", {})}
        found = [f for f in material.main.get("findings", {}) if f in told]
        measures = [("accuracy", "Accuracy"), ("macro_auc", "Macro AUC")]
        measures += [(f"{f}/auc", f"AUC, {name(f)}") for f in found]
        parts += [
            Markup("<h3>{}</h3>").format(title),
            side_by_side(
                [figures.forest(groups, measures, material.main, alt=f"Figures {title.lower()}")]
            ),
            _groups_table(groups, "abnormal" if "abnormal" in found else "", dimension),
        ]
    return Markup().join(parts)


def _groups_table(groups: Mapping[str, Values], finding: str, dimension: str) -> Markup:
    header = [name(dimension).capitalize(), "Films", "Accuracy", "Macro AUC"]
    if finding:
        header += [f"AUC, {finding}", f"Sensitivity, {finding}, %", f"Specificity, {finding}, %"]
    rows = []
    for key, group in groups.items():
        row = [
            key,
            count(group.get("films")),
            cell(group.get("accuracy")),
            cell(group.get("macro_auc")),
        ]
        if finding:
            one = group.get("findings", {}).get(finding, {})
            row += [cell(one.get("auc"))]
            row += [cell(one.get(k), percent=True) for k in ("sensitivity", "specificity")]
        rows.append(row)
    return table(header, rows)


def normals(material: Material) -> Markup | None:
    """Return each place's share of normal films called normal."""
    values = material.main.get("normals_called_normal_by_source", {})
    if not values:
        return None

    def titled(source: str) -> str:
        films = material.normals_of(source)
        return f"{source} ({films})" if films else source

    drawn = figures.shares(
        {titled(s): number(v) for s, v in values.items()},
        title="Normal films called normal (likeliest class)",
        alt="Share of each place's normal films that are called normal",
    )
    text = (
        "Normal chests of every place should come out normal. A place where they do not is one "
        "whose films look strange to the model, whatever they show; a place of a few normal films "
        "says little."
    )
    return paragraph(text) + side_by_side([drawn])


def conformal(material: Material) -> Markup | None:
    """Return coverage and size of the conformal sets, and the abnormal films they release."""
    found = material.main.get("conformal", {})
    if not found:
        return None
    level, sizes = found.get("level", 0.9), found.get("sizes", {})
    coverage = {
        name(leaf): v | {"films": material.main.get("films_by_leaf", {}).get(leaf)}
        for leaf, v in found.get("coverage", {}).items()
    }
    parts = [
        paragraph(
            f"Sets that should hold the true class of {100 * level:.0f} % of the films. Mean size "
            f"{plain(found.get('mean_size'))} classes."
        ),
        table(
            ("True class", "Films", f"Covered, % (promised {100 * level:.0f})"),
            [[k, count(v["films"]), inline(v, percent=True)] for k, v in coverage.items()],
        ),
        table(
            ("Classes in the set", *sizes),
            [["Share of the films, %", *(plain(v, percent=True) for v in sizes.values())]],
        ),
    ]
    if released := found.get("positives_released"):
        text = (
            f"Abnormal films whose set is “normal” alone, so that they would be released unread: "
            f"{inline(released, percent=True)} %."
        )
        parts.append(box(text, kind="warn"))
    return Markup().join(parts)


def probe(material: Material) -> Markup | None:
    """Return how far the probabilities move when what is no lung is changed."""
    found = material.main.get("probe", {})
    if not found:
        return None
    names = list(dict.fromkeys(f for of in found.values() for f in of["mean_absolute_change"]))
    base = material.main.get("findings", {})
    header = ("Control", *(name(f) for f in names))
    moved = [
        [c, *(plain(of["mean_absolute_change"].get(f)) for f in names)] for c, of in found.items()
    ]
    area = [["films as they are", *(plain(base.get(f, {}).get("auc")) for f in names)]]
    area += [[c, *(plain(of.get("auc", {}).get(f)) for f in names)] for c, of in found.items()]
    text = (
        "Borders, corners and text say nothing about lungs: a model that reads lungs keeps its "
        "probabilities when they are covered or added (small figures in the first table, equal "
        "rows in the second). With the lungs themselves blanked the AUC should fall towards 0.5; "
        "where it stays high, the model recognises where a film comes from."
    )
    parts = (
        paragraph(text),
        table(header, moved, caption="Mean absolute change of the probability."),
        table(header, area, caption="AUC under each control."),
    )
    return Markup().join(parts)


def heat_maps(material: Material) -> Markup | None:
    """Return the share of the heat maps inside the lungs."""
    found = material.main.get("heat_maps", {}).get("in_lung_share", {})
    if not found:
        return None
    text = (
        "Grad-CAM maps of the films with the finding: median share of the map’s mass inside the "
        "lung fields, which a separate model outlines. A share no larger than the lungs’ own part "
        "of the film means that the map does not point at the lungs."
    )
    rows = [[name(f), inline(v, percent=True)] for f, v in found.items()]
    return paragraph(text) + table(("Finding", "Inside the lungs, % (95 % interval)"), rows)


def embedding(material: Material) -> Markup | None:
    """Return the films' embedding by class and by source."""
    found = material.main.get("embedding", {})
    if not found.get("points"):
        return None
    text = (
        f"{found.get('method', 't-SNE')} of what the network sees in {len(found['points'])} films. "
        "Clusters that follow the class are wanted; clusters within a class that follow the source "
        "show what the network knows of places. Distances between clusters mean nothing."
    )
    kinds = {"true class": [name(k) for k in found["leaf"]], "source": found["source"]}
    drawn = (figures.embedding(found["points"], of, by=word) for word, of in kinds.items())
    return paragraph(text) + side_by_side(drawn)


def confusion(material: Material) -> Markup | None:
    """Return the confusion matrix."""
    counts = material.main.get("confusion")
    if not counts:
        return None
    text = "Films by true class (rows) and likeliest class (columns), with the share of the row."
    return paragraph(text) + side_by_side([figures.confusion(counts, material.leaves)])


def against(material: Material) -> Markup | None:
    """Return the paired comparison with another model, where one was made."""
    folder = material.folders.get(material.split)
    if folder is None or not (folder / PAIRED).is_file():
        return None
    return film_by_film(read_json(folder / PAIRED))


CHAPTERS: Mapping[str, Callable[[Material], Markup | None]] = {
    "Curves": curves,
    "Operating points": operating_points,
    "Calibration": calibration,
    "Sources, views and ages": subgroups,
    "Normals of each place": normals,
    "Conformal sets": conformal,
    "Shortcut probe": probe,
    "Heat maps and lungs": heat_maps,
    "Embedding": embedding,
    "Confusion": confusion,
    "Against another model": against,
}
