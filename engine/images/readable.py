"""What `engine.images.documents` reads, as plain values."""

import textwrap
from dataclasses import dataclass
from typing import Literal

from engine.images.pdfs import Size
from engine.types import Identity

NOT_SCORED = {
    "report": "Not scored: a report, which holds no film.",
    "PDF": "Not scored: a PDF document, which holds no film.",
}
"""Kind of document -> what its row says in place of findings."""

STATES = ("partial", "complete", "unverified", "verified")
"""The words of `Document.status`: Completion Flag and Verification Flag (PS3.3 C.17.2)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One content item of a report (PS3.3 C.17.3): ``depth`` 0 is the report's title.

    ``images`` are the SOP Instance UIDs that the item refers to.
    """

    depth: int
    name: str
    value: str = ""
    kind: str = "CONTAINER"
    images: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Name and value as a reader sees them."""
        return ": ".join(part for part in (self.name, self.value) if part) or "(section)"


@dataclass(frozen=True, slots=True)
class Document:
    """A report as lines, or a PDF as its bytes; ``status`` says whether a report is final.

    ``pages`` are the sizes of a PDF's pages where it was opened.
    """

    kind: Literal["report", "PDF"]
    title: str
    identity: Identity
    lines: tuple[Line, ...] = ()
    pdf: bytes = b""
    pages: tuple[Size, ...] = ()
    status: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """A report as indented plain text."""
        return "\n".join(textwrap.indent(line.text, "    " * line.depth) for line in self.lines)
