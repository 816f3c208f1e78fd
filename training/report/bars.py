"""The chapter that says what the model had to reach, and what it reached."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from training.report.material import Material
from training.report.page import Section, paragraph, table
from training.report.words import NOT_MEASURED, inline, plain

TITLE = "What it had to reach"
HEADER = ("Measure", "Films", "Figure (95 % interval)", "Bar", "Reached")


def bars(material: Material) -> list[Section]:
    """Return the table of figures and bars as a chapter; none where nothing was measured."""
    rows = [row_cells(row) for rows in material.bars.values() for row in rows]
    if not rows:
        return []
    text = (
        "The bars were set before the model was made. A bar counts as reached where the figure "
        "itself reaches it, whatever its interval. Left out: models of the same recipe that never "
        "saw a place, measured on that place."
    )
    return [Section(TITLE, Markup().join([paragraph(text), table(HEADER, rows, words=2)]))]


def row_cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a row of `training.evaluation.bars.Row.to_json` in words."""
    reached = {True: "yes", False: "no", None: ""}[row["met"]]
    return (row["measure"], row["where"], inline(row["figure"]), bar_words(row), reached)


def bar_words(row: Mapping[str, Any]) -> str:
    """Return what must be reached; a dash where no bar holds."""
    least, most = row["least"], row["most"]
    if least is not None and most is not None:
        return f"{plain(least)} to {plain(most)}"
    if least is not None:
        return f"≥ {plain(least)}"
    return NOT_MEASURED if most is None else f"≤ {plain(most)}"
