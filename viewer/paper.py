"""A document on show: its words, and the page of HTML that a report makes."""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from engine.images.readable import Document, Line
from engine.triage.pipeline import Row

LINK = "film:"
"""How a link to a film begins; its SOP Instance UID follows."""

_INDENT_PX = 22
_DEEPEST = 16
_PART = 500


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """A document ready for the window; a PDF's pages are painted when they are turned to."""

    row: Row
    document: Document

    @property
    def name(self) -> str:
        """The file's path, or ``archive.zip!inner/name``."""
        return self.row.name

    @property
    def nbytes(self) -> int:
        """Memory that its words take, about."""
        return sum(len(line.name) + len(line.value) + 200 for line in self.document.lines)


def report_page(document: Document) -> str:
    """Return a report as HTML: headings and indented lines; what shows a film is a link to it."""
    return "".join(report_parts(document))


def report_parts(document: Document) -> Iterator[str]:
    """Give that HTML in parts of some hundred lines, which take no time to lay out."""
    first, *rest = document.lines
    yield f"<h2>{html.escape(first.text)}</h2>" + "".join(map(_line, rest[:_PART]))
    for start in range(_PART, len(rest), _PART):
        yield "".join(map(_line, rest[start : start + _PART]))


def _line(line: Line) -> str:
    left = _INDENT_PX * (min(line.depth, _DEEPEST) - 1)
    heading = line.kind == "CONTAINER"
    room = ' style="margin-top:10px; margin-bottom:2px; margin-left:{}px"'
    plain = ' style="margin-top:2px; margin-bottom:2px; margin-left:{}px"'
    return f"<p{(room if heading else plain).format(left)}>{_words(line, heading)}</p>"


def _words(line: Line, heading: bool) -> str:
    if heading:
        return f"<b>{html.escape(line.text)}</b>"
    value = html.escape(line.value).replace("\n", "<br>")
    if line.images:
        links = " ".join(
            f'<a href="{LINK}{html.escape(uid)}">{value}</a>' for uid in line.images if uid
        )
        value = links or value
    name = f'<span class="dim">{html.escape(line.name)}:</span> ' if line.name else ""
    return (name + value) or html.escape(line.text)
