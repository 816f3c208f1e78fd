"""Two models on the same films, as `hilum-train evaluate --against` found."""

import math
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from training.report.page import paragraph, table
from training.report.words import NOT_MEASURED, count, inline, name, number, plain

Values = Mapping[str, Any]


def film_by_film(found: Values) -> Markup:
    """Return the differences of two models' AUCs and of the films that each gets right."""
    first, second = (_titled(found.get(key, {}), key) for key in ("first", "second"))
    header = (
        *("Finding", "Films with it", f"AUC, {first}", f"AUC, {second}"),
        *("Difference of AUCs (95 %)", "p, DeLong"),
        *(f"Right by {first} alone", f"Right by {second} alone", "p, McNemar"),
    )
    rows = [_row(finding, row) for finding, row in found.get("findings", {}).items()]
    parts = [
        paragraph(
            f"The first model ({first}) less the second ({second}) on {count(found.get('films'))} "
            "films. A difference whose interval holds 0 may be chance. DeLong’s and McNemar’s "
            "tests take films for independent; the interval draws patients. McNemar’s counts films "
            "that one model alone gets right at its operating point; p is not corrected for the "
            "number of findings."
        ),
        table(header, rows),
    ]
    if likeliest := found.get("likeliest"):
        said = inline(likeliest.get("accuracy_difference"), signed=True)
        p = _p(likeliest.get("mcnemar", {}).get("p"))
        parts.append(paragraph(f"Difference of the accuracies: {said}; p, McNemar {p}."))
    return Markup().join(parts)


def _row(finding: str, row: Values) -> list[str]:
    delong, mcnemar = row.get("delong", {}), row.get("mcnemar", {})
    return [
        name(finding),
        count(row.get("films")),
        plain(delong.get("first")),
        plain(delong.get("second")),
        inline(row.get("auc_difference"), signed=True),
        _p(delong.get("p")),
        count(mcnemar.get("only_first")),
        count(mcnemar.get("only_second")),
        _p(mcnemar.get("p")),
    ]


def _titled(model: Values, otherwise: str) -> str:
    return f"{model['id']} {model.get('version', '')}".strip() if "id" in model else otherwise


def _p(value: object) -> str:
    figure = number(value)
    if math.isnan(figure):
        return NOT_MEASURED
    return "< 0.001" if figure < 0.001 else f"{figure:.3f}"
