"""Figures as SVG inside a page: text stays text, colours follow the page's scheme."""

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# Stand-ins that matplotlib writes and the page's own colours replace.
TEXT, LINE, QUIET = "#010203", "#040506", "#070809"
PALETTE = ("#0072b2", "#d55e00", "#00795a", "#b0508a", "#8a6d00", "#2f9bd6", "#4b4b4b", "#7a3fb0")
# Colour alone does not tell seven curves apart, least of all in print.
DASHES: tuple[Any, ...] = (
    "-",
    (0, (5, 1.5)),
    (0, (2, 1.2)),
    (0, (6, 1.5, 1.2, 1.5)),
    "-",
    (0, (4, 2)),
    (0, (1, 1)),
)
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
_PAGE = {TEXT: "currentColor", LINE: "var(--line,#bbb)", QUIET: "var(--quiet,#666)"} | {
    colour: f"var(--s{i},{colour})" for i, colour in enumerate(PALETTE)
}
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9.0,
    "axes.titlesize": 9.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.edgecolor": LINE,
    "axes.labelcolor": TEXT,
    "axes.titlecolor": TEXT,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": LINE,
    "grid.linewidth": 0.5,
    "text.color": TEXT,
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": TEXT,
    "ytick.labelcolor": TEXT,
    "xtick.labelsize": 8.5,
    "ytick.labelsize": 8.5,
    "legend.frameon": False,
    "legend.fontsize": 8.5,
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "lines.linewidth": 1.6,
}


def colour(index: int) -> str:
    """Return the colour of a series."""
    return PALETTE[index % len(PALETTE)]


@contextmanager
def canvas(width_in: float, height_in: float) -> Iterator[Figure]:
    """Give an empty figure in the page's style."""
    with mpl.rc_context(_STYLE):
        yield Figure(figsize=(width_in, height_in), layout="constrained")


def panels(figure: Figure, count: int, *, columns: int, share: bool = True) -> list[Axes]:
    """Return ``count`` axes in rows of ``columns``; what is left of the last row stays empty."""
    rows = -(-count // columns)
    grid = figure.subplots(rows, columns, squeeze=False, sharex=share, sharey=share)
    axes: list[Axes] = list(grid.flat)
    for spare in axes[count:]:
        spare.set_axis_off()
    if share:
        for axis in axes[max(0, count - columns) : count]:
            axis.tick_params(labelbottom=True)
    return axes[:count]


def embed(figure: Figure, *, alt: str, caption: object = "", wide: bool = False) -> Markup:
    """Return the figure as a `figure` element; ``alt`` says to those who cannot see it what it is.

    Identifiers within the SVG begin with a hash of ``alt``, which is therefore unique on a page.
    """
    with mpl.rc_context(_STYLE | {"svg.hashsalt": alt}):
        # Laid out once: saving alone would do it twice.
        if engine := figure.get_layout_engine():
            engine.execute(figure)
        figure.set_layout_engine(None)
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    width_px = round(figure.get_figwidth() * 120)
    body = _inner(buffer.getvalue())
    box = re.search(r'viewBox="[^"]*"', buffer.getvalue())
    below = Markup("<figcaption>{}</figcaption>").format(caption) if caption else Markup()
    return Markup(
        '<figure{}><svg {} style="max-width:{}px" role="img" aria-label="{}">\n'
        "{}</svg>{}</figure>\n"
    ).format(
        Markup(' class="wide"') if wide else "",
        Markup(box.group() if box else ""),
        width_px,
        alt,
        Markup(body),
        below,
    )


def side_by_side(figures: Iterable[Markup]) -> Markup:
    """Return figures in rows, as many in a row as there is room for."""
    return Markup('<div class="grid">\n{}</div>\n').format(Markup().join(figures))


def _inner(svg: str) -> str:
    """Return what the svg element holds, without what a page does not need."""
    body = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    for pattern, instead in (
        (r"<metadata>.*?</metadata>", ""),
        (r"<!--.*?-->", ""),
        (r"<style.*?</style>", ""),
        (r'(<g) id="[^"]*"', r"\1"),
        (r"xlink:href", "href"),
        (r"(font: [^'\";]*)'[^;\"]*", r"\1sans-serif"),
        (r"\n\s+", "\n"),
    ):
        body = re.sub(pattern, instead, body, flags=re.DOTALL)
    body = re.sub(r"<[^>]*>", lambda tag: re.sub(r"(\d\.\d\d)\d+", r"\1", tag.group()), body)
    for stand_in, page in _PAGE.items():
        body = body.replace(stand_in, page)
    return body.strip() + "\n"


def label(text: object) -> str:
    """Return text that matplotlib does not take for mathematics."""
    return str(text).replace("$", r"\$")
