"""How findings, measures and numbers are written for a reader."""

import math
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

Interval = Mapping[str, float]
NOT_MEASURED = "–"

_NAMES = {"covid19": "COVID-19", "macro_auc": "macro AUC", "macro_f1": "macro F1"}

GLOSSARY = {
    "95 % interval": (
        "In small type under or beside a figure: where the figure would lie in 95 of 100 samples "
        "of patients such as these (percentile bootstrap; all films of a patient are drawn "
        "together). It does not cover films from other places."
    ),
    "finding": (
        "A class of the model (it gives one of them the highest probability), or a class derived "
        "from them by adding probabilities: pneumonia, abnormal."
    ),
    "operating point": (
        "The threshold on the probability above which a film is flagged. It is chosen on the val "
        "films for a named sensitivity there and applied unchanged here."
    ),
    "sensitivity, specificity": (
        "Share of the films with the finding that are flagged; share of the films without it that "
        "are not."
    ),
    "PPV, NPV": (
        "Positive and negative predictive value: share of the flagged films that have the finding, "
        "share of the others that do not. They hold for the mix of films measured here; where the "
        "finding is rarer, PPV is lower."
    ),
    "AUC": (
        "Area under the receiver operating characteristic (ROC): the chance that a film with the "
        "finding gets the higher probability than one without. 0.5 is guessing."
    ),
    "PR-AUC": (
        "Area under the precision-recall curve (average precision). Guessing gives the share of "
        "the films that have the finding."
    ),
    "precision, recall, F1": (
        "PPV and sensitivity where a film counts for its likeliest class; F1 is their harmonic "
        "mean. Macro: the plain mean over the classes."
    ),
    "Brier score": "Mean squared distance of the probability from the truth (0 or 1); 0 is best.",
    "ECE": (
        "Expected calibration error: how far, on average, the probabilities given lie from the "
        "frequencies seen; 0 is best."
    ),
    "gate": "Refuses films that are no upright frontal chest film; they get no probability.",
    "conformal set": (
        "All classes that cannot be excluded at a stated level: the true class is in the set of "
        "at least that share of films like those it was set on."
    ),
}


def name(key: str) -> str:
    """Return a finding's or a measure's name as a reader knows it."""
    return _NAMES.get(key, key.replace("_", " "))


def sentence(text: str) -> str:
    """Return text with a capital at its beginning and the rest as it was."""
    return text[:1].upper() + text[1:]


def number(value: object) -> float:
    """Return a figure, given alone or with its interval; NaN where there is none."""
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return math.nan
    return float(value)


def limits(value: object) -> tuple[float, float]:
    """Return the interval's ends; NaN where there is none."""
    if not isinstance(value, Mapping):
        return math.nan, math.nan
    return number(value.get("low")), number(value.get("high"))


def plain(value: object, *, percent: bool = False, signed: bool = False) -> str:
    """Return a figure with three decimals, or as a percentage with one."""
    figure = number(value)
    if not math.isfinite(figure):
        return NOT_MEASURED
    sign = "+" if signed else ""
    said = f"{100 * figure:{sign}.1f}" if percent else f"{figure:{sign}.3f}"
    return said.replace("-", "−")


def spread(value: object, *, percent: bool = False, signed: bool = False) -> str:
    """Return the 95 % interval of a figure, empty where it has none."""
    low, high = (plain(end, percent=percent, signed=signed) for end in limits(value))
    if NOT_MEASURED in (low, high):
        return ""
    return f"{low} to {high}" if signed else f"{low}–{high}"


def cell(value: object, *, percent: bool = False) -> Markup:
    """Return a figure with its interval in small type below it."""
    below = spread(value, percent=percent)
    small = Markup("<br><small>{}</small>").format(below) if below else Markup()
    return Markup("{}{}").format(plain(value, percent=percent), small)


def inline(value: object, *, percent: bool = False, signed: bool = False) -> str:
    """Return a figure with its interval behind it."""
    beside = spread(value, percent=percent, signed=signed)
    return plain(value, percent=percent, signed=signed) + (f" ({beside})" if beside else "")


def threshold(value: object) -> str:
    """Return a threshold with three significant digits: some are a few per mille."""
    figure = number(value)
    return f"{figure:.3g}" if math.isfinite(figure) else NOT_MEASURED


def count(value: object) -> str:
    """Return a number of films with thin spaces between thousands."""
    figure = number(value)
    return f"{int(figure):,}".replace(",", "\u202f") if math.isfinite(figure) else NOT_MEASURED


def flat(values: Mapping[str, Any], *, under: str = "") -> dict[str, Any]:
    """Return nested settings as dotted keys."""
    rows: dict[str, Any] = {}
    for key, value in values.items():
        where = f"{under}.{key}" if under else key
        if isinstance(value, Mapping) and value:
            rows |= flat(value, under=where)
        else:
            rows[where] = value
    return rows


def setting(value: object) -> str:
    """Return a setting as it would stand in an experiment file."""
    match value:
        case bool():
            return str(value).lower()
        case list() | tuple():
            return ", ".join(setting(v) for v in value) or "none"
        case None | "" | {}:
            return "none"
        case _:
            return str(value)
