"""The figures of a model's report, each from the measurement's plain values to SVG."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter
from numpy.typing import NDArray

from training.report.drawing import (
    DASHES,
    LINE,
    MARKERS,
    QUIET,
    canvas,
    colour,
    embed,
    label,
    panels,
)
from training.report.words import limits, name, number, plain

Values = Mapping[str, Any]
_COLUMNS = 4


def roc(curves: Values, findings: Values) -> Markup:
    """Return the receiver operating characteristic of every finding."""
    with canvas(4.8, 4.5) as figure:
        axes = figure.subplots()
        axes.plot((0, 1), (0, 1), color=QUIET, linewidth=0.8, linestyle=":")
        _lines(axes, curves, "roc", findings, "auc")
        axes.set(xlabel="1 – specificity", ylabel="Sensitivity", title="ROC (AUC)")
        return embed(figure, alt="Receiver operating characteristic of every finding")


def precision_recall(curves: Values, findings: Values) -> Markup:
    """Return the precision-recall curve of every finding."""
    with canvas(4.8, 4.5) as figure:
        axes = figure.subplots()
        _lines(axes, curves, "pr", findings, "pr_auc")
        axes.set(xlabel="Recall (sensitivity)", ylabel="Precision (PPV)")
        axes.set_title("Precision and recall (PR-AUC)")
        return embed(figure, alt="Precision-recall curve of every finding")


def _lines(axes: Axes, curves: Values, kind: str, findings: Values, area: str) -> None:
    for i, (finding, of) in enumerate(curves.items()):
        points = np.array(of.get(kind) or np.empty((0, 2)), float)
        if len(points):
            said = plain(findings.get(finding, {}).get(area))
            axes.plot(
                points[:, 0],
                points[:, 1],
                color=colour(i),
                linestyle=DASHES[i % len(DASHES)],
                label=label(f"{name(finding)} ({said})"),
            )
    axes.set(xlim=(-0.01, 1.01), ylim=(-0.01, 1.01), aspect="equal")
    axes.legend(loc="lower right" if kind == "roc" else "lower left")


def reliability(curves: Values, calibration: Values) -> Markup:
    """Return observed frequency against probability, a panel for each finding.

    Where raw curves are there too (``reliability_raw``), they are drawn in grey.
    """
    shown = {f: c for f, c in curves.items() if c.get("reliability")}
    with canvas(10.4, 2.75 * -(-len(shown) // _COLUMNS)) as figure:
        for axes, (finding, of) in zip(
            panels(figure, len(shown), columns=_COLUMNS), shown.items(), strict=True
        ):
            axes.plot((0, 1), (0, 1), color=QUIET, linewidth=0.8, linestyle=":")
            _bins(axes, of.get("reliability_raw"), QUIET, "raw")
            _bins(axes, of["reliability"], colour(0), "calibrated")
            axes.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), title=label(name(finding)))
            forms = calibration.get(finding, {})
            before, after = (forms.get(form, {}).get("ece") for form in ("raw", "shipped"))
            if after is not None:
                said = f"ECE {plain(before)} → {plain(after)}"
                axes.text(0.98, 0.03, said, ha="right", fontsize=8, transform=axes.transAxes)
        figure.supxlabel("Mean probability given", fontsize=9)
        figure.supylabel("Share of films with the finding", fontsize=9)
        return embed(figure, alt="Reliability curves, a panel for each finding", wide=True)


def _bins(axes: Axes, rows: object, ink: str, said: str) -> None:
    points = np.array(rows or np.empty((0, 3)), float)
    if not len(points):
        return
    axes.plot(points[:, 0], points[:, 1], color=ink, linewidth=1.1, label=said)
    size = 4 + 50 * np.sqrt(points[:, 2] / points[:, 2].max())
    axes.scatter(points[:, 0], points[:, 1], s=size, color=ink, alpha=0.75, linewidths=0)


def operating_points(points: Values) -> Markup:
    """Return sensitivity and specificity reached at the sensitivities asked for on val."""
    with canvas(10.4, 2.6 * -(-len(points) // _COLUMNS)) as figure:
        for axes, (finding, rows) in zip(
            panels(figure, len(points), columns=_COLUMNS), points.items(), strict=True
        ):
            asked = [row["asked"] for row in rows]
            axes.plot(asked, asked, color=QUIET, linewidth=0.8, linestyle=":")
            for k, measure in enumerate(("sensitivity", "specificity")):
                values = [row.get(measure) for row in rows]
                shift = 0.003 * (2 * k - 1)
                _bars(axes, [a + shift for a in asked], values, k, measure)
            axes.set(title=label(name(finding)), ylim=(0, 1.03))
            axes.set_xticks(asked)
            axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=""))
            axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=""))
        figure.axes[0].legend(loc="lower left")
        figure.supxlabel("Sensitivity asked for on the val films, %", fontsize=9)
        figure.supylabel("Reached here, %", fontsize=9)
        alt = "Sensitivity and specificity reached at each operating point, by finding"
        return embed(figure, alt=alt, wide=True)


def _bars(axes: Axes, at: Sequence[float], values: Sequence[object], k: int, said: str) -> None:
    middle = np.array([number(v) for v in values])
    ends = np.array([limits(v) for v in values])
    reach = np.abs(ends - middle[:, None]).T
    axes.errorbar(
        at, middle, yerr=np.nan_to_num(reach), color=colour(k), marker=MARKERS[k], markersize=4,
        linewidth=1.1, elinewidth=1.1, capsize=2, label=said,
    )  # fmt: skip


def forest(
    groups: Mapping[str, Values], measures: Sequence[tuple[str, str]], whole: Values, *, alt: str
) -> Markup:
    """Return a forest plot: a row for each group, a panel for each (path, title) of measures.

    A path is the measure's key within the group, or ``finding/measure``. A dotted line stands where
    the measure of the ``whole`` is.
    """
    keys = list(groups)
    shown = [m for m in measures if any(math.isfinite(number(_at(groups[g], m[0]))) for g in keys)]
    columns = min(_COLUMNS, max(1, len(shown)))
    rows = -(-len(shown) // columns)
    with canvas(10.4, rows * (0.85 + 0.24 * len(keys))) as figure:
        for i, (axes, (path, title)) in enumerate(
            zip(panels(figure, len(shown), columns=columns), shown, strict=True)
        ):
            _whiskers(axes, [_at(groups[g], path) for g in keys])
            axes.axvline(number(_at(whole, path)), color=QUIET, linewidth=0.9, linestyle=":")
            axes.set_title(label(title))
            axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 2.5, 5, 10]))
            if i % columns == 0:
                axes.set_yticks(range(len(keys)), [label(_sized(g, groups[g])) for g in keys])
        figure.axes[0].set_ylim(len(keys) - 0.4, -0.6)
        return embed(figure, alt=alt, wide=True)


def _whiskers(axes: Axes, values: Sequence[object]) -> None:
    middle = np.array([number(v) for v in values])
    ends = np.array([limits(v) for v in values])
    reach = np.nan_to_num(np.abs(ends - middle[:, None])).T
    axes.errorbar(
        middle, range(len(values)), xerr=reach, color=colour(0), fmt="s", markersize=4,
        elinewidth=1.4, capsize=2.5,
    )  # fmt: skip


def _at(group: Values, path: str) -> object:
    finding, _, measure = path.rpartition("/")
    return group.get("findings", {}).get(finding, {}).get(measure) if finding else group.get(path)


def _sized(key: str, group: Values) -> str:
    films = number(group.get("films"))
    return f"{key} ({films:.0f})" if math.isfinite(films) else key


def confusion(counts: Sequence[Sequence[int]], leaves: Sequence[str]) -> Markup:
    """Return the confusion matrix (rows true), shaded by the share of each row."""
    table = np.array(counts, float)
    share = table / np.maximum(table.sum(1, keepdims=True), 1)
    with canvas(1.9 + 0.95 * len(leaves), 1.0 + 0.62 * len(leaves)) as figure:
        axes = figure.subplots()
        for (row, column), part in np.ndenumerate(share):
            ink = colour(0) if row == column else colour(1)
            axes.fill_between(
                (column - 0.49, column + 0.49), row - 0.48, row + 0.48, color=ink,
                alpha=0.04 + 0.5 * part, linewidth=0,
            )  # fmt: skip
            axes.text(
                column, row, f"{table[row, column]:.0f}\n{100 * part:.1f} %",
                ha="center", va="center", fontsize=8.5, linespacing=1.3,
            )  # fmt: skip
        words = [label(name(leaf).replace(" ", "\n")) for leaf in leaves]
        at = range(len(leaves))
        axes.set_xticks(at, words)
        axes.set_yticks(at, [w.replace("\n", " ") for w in words])
        axes.set(xlim=(-0.5, len(leaves) - 0.5), ylim=(len(leaves) - 0.5, -0.5))
        axes.set(xlabel="Likeliest class", ylabel="True class")
        axes.grid(visible=False)
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        return embed(figure, alt="Confusion matrix: films by true and by likeliest class")


def embedding(points: Sequence[Sequence[float]], kinds: Sequence[str], *, by: str) -> Markup:
    """Return a scatter of embedded films, coloured by their class or by their source."""
    where = np.array(points, float)
    kind = np.array(kinds)
    # The commonest first, so that the rare are drawn on top.
    names, films = np.unique(kind, return_counts=True)
    order = names[np.argsort(-films, kind="stable")]
    with canvas(4.8, 4.9) as figure:
        axes = figure.subplots()
        for i, one in enumerate(order):
            rows = where[kind == one]
            axes.plot(
                rows[:, 0], rows[:, 1], color=colour(i), marker=MARKERS[i % len(MARKERS)],
                linestyle="none", markersize=3.2, alpha=0.75, markeredgewidth=0,
                label=label(f"{one} ({len(rows)})"),
            )  # fmt: skip
        axes.set(xticks=(), yticks=(), title=f"Coloured by {by}")
        axes.set_aspect("equal", adjustable="datalim")
        axes.spines[:].set_visible(False)
        figure.legend(loc="outside lower center", ncols=2, markerscale=2.2)
        return embed(figure, alt=f"Films by their embedding, coloured by {by}")


def score_histogram(scores: Mapping[str, NDArray[np.float64]], *, of: str) -> Markup:
    """Return how the probability of a finding is spread among the films of each true class."""
    edges = np.linspace(0, 1, 26)
    with canvas(10.4, 2.5) as figure:
        for axes, (leaf, values), i in zip(
            panels(figure, len(scores), columns=len(scores)), scores.items(), range(9), strict=False
        ):
            height, _ = np.histogram(values, edges)
            share = height / max(1, len(values))
            axes.stairs(share, edges, fill=True, color=colour(i), alpha=0.8)
            axes.set_title(label(f"{name(leaf)}\n({len(values)} films)"))
            axes.set(xlim=(0, 1), xticks=(0, 0.5, 1))
            axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
        figure.supxlabel(f"Probability given to “{name(of)}”", fontsize=9)
        figure.axes[0].set_ylabel("Share of the films")
        alt = f"Histogram of the probability of {name(of)}, by true class"
        return embed(figure, alt=alt, wide=True)


def training_curves(logs: Mapping[str, Sequence[Mapping[str, float]]]) -> Markup:
    """Return every column of one or more runs' logs by epoch; several runs share the panels."""
    columns = list(dict.fromkeys(c for rows in logs.values() for row in rows for c in row))
    columns.remove("epoch")
    width = 3.4 * min(len(columns), 3) + 0.2
    with canvas(width, 2.5 * -(-len(columns) // 3) + (0.3 if len(logs) > 1 else 0)) as figure:
        for axes, column in zip(
            panels(figure, len(columns), columns=min(len(columns), 3), share=False),
            columns,
            strict=True,
        ):
            for i, (run, rows) in enumerate(logs.items()):
                axes.plot(
                    [row["epoch"] for row in rows], [row.get(column, math.nan) for row in rows],
                    color=colour(i), marker=MARKERS[i % len(MARKERS)], markersize=3.5,
                    linestyle=DASHES[i % len(DASHES)], label=label(run),
                )  # fmt: skip
            axes.set(title=label(name(column)), xlabel="Epoch")
            axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        if len(logs) > 1:
            handles, names = figure.axes[0].get_legend_handles_labels()
            figure.legend(handles, names, loc="outside lower center", ncols=3)
        return embed(figure, alt="Training curves by epoch", wide=width > 8)


def shares(values: Mapping[str, float], *, title: str, alt: str) -> Markup:
    """Return shares as bars, one for each word."""
    keys = list(values)
    with canvas(6.4, 0.8 + 0.26 * len(keys)) as figure:
        axes = figure.subplots()
        bars = axes.barh(keys, [values[k] for k in keys], color=colour(0), alpha=0.8, height=0.65)
        axes.bar_label(bars, [f"{100 * values[k]:.1f} %" for k in keys], padding=4, fontsize=8.5)
        axes.set(xlim=(0, 1.14), title=label(title), xticks=(0, 0.25, 0.5, 0.75, 1))
        axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
        axes.grid(visible=False, axis="y")
        axes.invert_yaxis()
        axes.spines["left"].set_color(LINE)
        return embed(figure, alt=alt)
