"""Showing films without saying whose they are."""

import re
from dataclasses import replace

from engine.images.readable import NOT_SCORED, Document, Line
from engine.triage.pipeline import Row, Status
from engine.types import Identity, Radiograph
from viewer.language import tr

PHANTOM = "PHANTOM"
MASK = "•••"
_NAMING = frozenset({"PNAME", "DATE", "TIME", "DATETIME", "UIDREF"})
_TELLING = (
    "patient_name",
    "patient_id",
    "birth_date",
    "institution_name",
    "accession_number",
    "study_date",
    "study_time",
    "study_description",
    "series_description",
    "station_name",
)


def without_person(identity: Identity) -> Identity:
    """Return what may be shown: sex, age, view and exposure, and the UIDs, which are not shown."""
    return replace(identity, **dict.fromkeys(_TELLING, ""))


def discreet_row(row: Row, number: int) -> Row:
    """Return a row under a number in place of its names; a phantom stays known as one."""
    name = tr("Film {number}", number=number + 1)
    identity = without_person(row.identity)
    if row.identity.patient_name.startswith(PHANTOM):
        identity = replace(identity, patient_name=f"{PHANTOM}^{name}")
    row = replace(
        row,
        source=replace(row.source, name=name, relative=name),
        identity=identity,
    )
    if row.status is not Status.DOCUMENT:
        return row
    # A report's small picture is of strokes, a PDF's of its page.
    legible = row.reason == NOT_SCORED["PDF"]
    return replace(row, title="", thumbnail=None if legible else row.thumbnail)


def discreet_film(radiograph: Radiograph) -> Radiograph:
    """Return a film without its person's names and without its file's."""
    return replace(radiograph, identity=without_person(radiograph.identity), source="")


def discreet_document(document: Document) -> Document:
    """Return a document without its person, as far as that is known.

    Persons, dates and UIDs of a report are masked, and in its texts the words of the patient's
    name and numbers: whoever else a text names stays. A PDF is left without its title.
    """
    naming = _naming(document.identity)
    return replace(
        document,
        title=naming.sub(MASK, document.title) if document.kind == "report" else "",
        identity=without_person(document.identity),
        lines=tuple(_discreet_line(line, naming) for line in document.lines),
    )


def discreet_text(text: str, who: Identity) -> str:
    """Return what is written on a film without the words of its patient's name and numbers."""
    return _naming(who).sub(MASK, text)


def _naming(who: Identity) -> re.Pattern[str]:
    told = (who.patient_name, who.patient_id, who.accession_number, who.birth_date)
    words = {word for text in told for word in re.split(r"[\^=\s,]+", text) if len(word) > 1}
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words)) or r"(?!)",
        re.IGNORECASE,
    )


def _discreet_line(line: Line, naming: re.Pattern[str]) -> Line:
    if line.kind in _NAMING:
        return replace(line, value=MASK if line.value else "")
    return replace(line, name=naming.sub(MASK, line.name), value=naming.sub(MASK, line.value))
