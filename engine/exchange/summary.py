"""A shift's summary on a page: HTML and PDF (ISO 32000), from the same tables."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from engine.models.lanes import Lane
from engine.triage.discordance import Sides
from engine.triage.pipeline import Status
from engine.triage.shift import Shift
from engine.triage.simulator import Waits

TITLE = "Shift summary"
NOT_FOR_DIAGNOSIS = "Hilum - not for diagnosis; no patient is named in this summary"
LANES = {Lane.URGENT: "urgent", Lane.ROUTINE: "routine", Lane.LOW_RISK: "low risk"}
_STATUS = {
    Status.SCORED: "scored",
    Status.NOT_SCORED: "refused by the model",
    Status.UNREADABLE: "unreadable",
    Status.DOCUMENT: "documents",
}
_SIDES = {
    Sides.BOTH: "both",
    Sides.MODEL_ONLY: "AI+ reader-",
    Sides.READER_ONLY: "AI- reader+",
    Sides.NEITHER: "neither",
}
_STYLE = (
    "body{font:14px/1.45 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;"
    "color:#222;background:#fff}table{border-collapse:collapse;margin:.3em 0 1.2em}"
    "th,td{padding:.25em .9em .25em 0;border-bottom:1px solid #ccc;text-align:left}"
    "td+td,th+th{text-align:right}h2{font-size:1.05em;margin:1.2em 0 .2em}p{margin:.3em 0}"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, sentences, and a table whose first line is its head; either may be empty."""

    title: str
    words: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


def sections(shift: Shift) -> tuple[Section, ...]:
    """Return what a summary says."""
    films = sum(shift.status.values())
    counts = [(_STATUS.get(status, status), str(count)) for status, count in shift.status.items()]
    counts += [("STAT", str(shift.stat)), ("pinned by the reader", str(shift.pinned))]
    found = [
        Section(
            "Films",
            (f"From {_moment(shift.began_s)} to {_moment(shift.ended_s)}: {films} files.",),
            (("", "files"), *counts),
        ),
        Section(
            "Lanes",
            (shift.rule.release.words,),
            (("lane", "files"), *((LANES[lane], str(n)) for lane, n in shift.lanes.items())),
        ),
        Section(
            "Flagged",
            (),
            (("finding", "films"), *((_name(name), str(n)) for name, n in shift.flagged.items())),
        ),
        _times("Turnaround of what was read", shift.turnaround),
        _times("Waiting, of what was not read", shift.unread),
        _discordance(shift),
        _in_force(shift),
    ]
    return tuple(section for section in found if section.words or len(section.table) > 1)


def as_html(shift: Shift) -> bytes:
    """Return the summary as one HTML file that needs no other."""
    parts = [f"<h1>{TITLE}</h1>", f"<p><strong>{escape(NOT_FOR_DIAGNOSIS)}</strong></p>"]
    for section in sections(shift):
        parts.append(f"<h2>{escape(section.title)}</h2>")
        parts += [f"<p>{escape(words)}</p>" for words in section.words]
        if section.table:
            head, *lines = section.table
            parts.append(f"<table>{_line('th', head)}{''.join(_line('td', x) for x in lines)}")
            parts.append("</table>")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    ).encode()


def as_pdf(shift: Shift) -> bytes:
    """Return the summary as PDF, A4."""
    # ReportLab takes a quarter of a second to import: the window is not to wait for it.
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    look = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.lightgrey),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold"),
    ]
    story = [
        Paragraph(TITLE, styles["Title"]),
        Paragraph(f"<b>{escape(NOT_FOR_DIAGNOSIS)}</b>", styles["BodyText"]),
    ]
    for section in sections(shift):
        parts = [Paragraph(escape(section.title), styles["Heading2"])]
        parts += [Paragraph(escape(words), styles["BodyText"]) for words in section.words]
        if section.table:
            parts += [Spacer(0, 2 * mm), Table(section.table, style=look, hAlign="LEFT")]
        story.append(KeepTogether(parts))
    stream = io.BytesIO()
    page = SimpleDocTemplate(
        stream, pagesize=A4, title=TITLE, author="Hilum", margin=20 * mm, invariant=1
    )
    page.build(story)
    return stream.getvalue()


KINDS = {".html": as_html, ".pdf": as_pdf}
"""Suffix -> how the summary is written so."""


def _times(title: str, waits: dict[Lane, Waits]) -> Section:
    lines = [
        (
            LANES[lane],
            f"{of.films:.0f}",
            *map(_minutes, (of.median_s, of.ninetieth_s, of.longest_s)),
        )
        for lane, of in waits.items()
    ]
    return Section(title, (), (("lane", "films", "median", "nine of ten", "longest"), *lines))


def _discordance(shift: Shift) -> Section:
    lines = [
        (_name(finding), *(str(of[side]) for side in Sides))
        for finding, of in shift.discordance.items()
    ]
    return Section(
        "Reader and model, studies with a report",
        (),
        (("finding", *(_SIDES[side] for side in Sides)), *lines),
    )


def _in_force(shift: Shift) -> Section:
    of, wait_s = shift.thresholds, shift.longest_wait_s
    wait = _minutes(wait_s) if wait_s else "no limit"
    lines = [
        (_name(name), f"{threshold:.4f}", f"{shift.rule.weights.get(name, 0):.2f}")
        for name, threshold in of.thresholds.items()
    ]
    return Section(
        "Thresholds in force",
        (
            f"Model {of.model_id} {of.model_version}, SHA-256 {of.model_sha256}.",
            f"Sensitivity {of.sensitivity:.1%} on the films of calibration; longest wait: {wait}.",
        ),
        (("finding", "threshold", "weight"), *lines),
    )


def _line(cell: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{cell}>{escape(text)}</{cell}>' for text in cells)}</tr>"


def _name(finding: str) -> str:
    return finding.replace("_", " ")


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")


def _minutes(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
