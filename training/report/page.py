"""One HTML page that needs nothing but itself: no script, no font and no picture from outside."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a page.

    Within ``html``, the page knows the classes ``note`` and ``warn`` (boxes), ``num`` (a cell of
    figures), ``scroll`` (round a wide table), ``grid`` (figures side by side) and ``films``
    (small pictures side by side, each a `figure` with its `figcaption`).
    """

    title: str
    html: Markup

    @property
    def anchor(self) -> str:
        """Return the name that a link within the page goes to."""
        return anchor(self.title)


def anchor(title: str) -> str:
    """Return the name of the section with a title, for ``href="#..."``."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def render_page(title: str, sections: Sequence[Section], *, lead: str | Markup = "") -> str:
    """Return the page as HTML; all text is escaped but what is Markup already."""
    environment = Environment(
        loader=PackageLoader("training.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html").render(title=title, lead=lead, sections=sections)


def table(
    header: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    caption: object = "",
    words: int = 1,
) -> Markup:
    """Return a table whose first ``words`` columns hold words and the others figures."""

    def cells(row: Sequence[object], tag: str) -> Markup:
        return Markup().join(
            Markup('<{} class="{}">{}</{}>').format(
                Markup(tag), "num" if i >= words else "", cell, Markup(tag)
            )
            for i, cell in enumerate(row)
        )

    body = Markup().join(Markup("<tr>{}</tr>\n").format(cells(row, "td")) for row in rows)
    over = Markup("<caption>{}</caption>").format(caption) if caption else Markup()
    return Markup(
        '<div class="scroll"><table>{}<thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table></div>\n'
    ).format(over, cells(header, "th"), body)


def box(text: object, *, kind: str = "note") -> Markup:
    """Return a paragraph in a box: ``note`` or ``warn``."""
    return Markup('<p class="{}">{}</p>\n').format(kind, text)


def paragraph(text: object) -> Markup:
    """Return a paragraph."""
    return Markup("<p>{}</p>\n").format(text)


def bullets(items: Iterable[object]) -> Markup:
    """Return a list."""
    rows = Markup().join(Markup("<li>{}</li>\n").format(escape(item)) for item in items)
    return Markup("<ul>\n{}</ul>\n").format(rows)
