"""The audit trail: what happened to studies, in the words of PS3.15 A.5, chained by hashes.

An entry is a message and the hash of the entry before it; its own hash is the SHA-256 of both as
canonical JSON (keys sorted, no spaces, UTF-8). A changed, removed or reordered entry breaks the
chain, and the head, kept beside it, tells that the end is missing. Who can write to the database
can forge all of it: note the head's hash elsewhere, and `verify` tells whether it is still there.

There is no place for a name in a message: studies are told by Study Instance UID, or by the hash of
a film that has none, readers by the identifier that the site gave them.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.triage.happened import Happened as Happened
from engine.triage.schema import audit, audit_head

Message = dict[str, Any]

DETAILS = frozenset(
    {"films", "findings", "graph_sha256", "head", "model_sha256", "revealed", "setting", "state",
     "unreadable", "verdicts"}
)  # fmt: skip
"""What may be said beside PS3.15's words: counts, hashes, and names of our own."""

_OURS = "99HILUM"
_PAGE = 1000


# Event ID and Event Type Code (CIDs 400 and 401) as code, scheme, meaning; Event Action Code.
_EVENTS: dict[Happened, tuple[tuple[str, str], tuple[str, str, str] | None, str]] = {
    Happened.OPENED: (("110103", "DICOM Instances Accessed"), None, "R"),
    Happened.SCORED: (
        ("110103", "DICOM Instances Accessed"),
        ("scored", _OURS, "Assessed by a model"),
        "R",
    ),
    Happened.SETTING_CHANGED: (
        ("110113", "Security Alert"),
        ("110131", "DCM", "Software Configuration"),
        "E",
    ),
    Happened.READ: (("110111", "Procedure Record"), ("read", _OURS, "Read"), "U"),
    Happened.EXPORTED: (("110106", "Export"), None, "R"),
    Happened.VERIFIED: (("110101", "Audit Log Used"), None, "R"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found: the entries there are, the last one's hash, and what is wrong."""

    entries: int
    head: str
    problems: tuple[str, ...]


def message(
    happened: Happened,
    *,
    at: datetime,
    studies: Iterable[str] = (),
    user: str = "",
    details: Mapping[str, str] | None = None,
) -> Message:
    """Return an audit message with the elements of PS3.15 A.5.1.

    Parameters
    ----------
    studies : iterable of str
        Study Instance UIDs, or ``film:`` and a hash.
    user : str
        The reader's identifier as the site gave it; the program itself is always named.
    details : mapping
        Values for some of ``DETAILS``; ValueError for another: a name could slip in.
    """
    details = details or {}
    if stranger := set(details) - DETAILS:
        raise ValueError(f"{min(stranger)} has no place in the audit trail")
    code, kind, action = _EVENTS[happened]
    event = {
        "EventID": _code(code[0], "DCM", code[1]),
        "EventActionCode": action,
        "EventDateTime": at.isoformat(timespec="milliseconds"),
        "EventOutcomeIndicator": "0",
    }
    if kind:
        event["EventTypeCode"] = _code(*kind)
    program = {
        "UserID": "hilum",
        "AlternativeUserID": str(os.getpid()),
        "UserIsRequestor": not user,
        "RoleIDCode": _code("110150", "DCM", "Application"),
    }
    reader = [{"UserID": user, "UserIsRequestor": True}] if user else []
    return {
        "EventIdentification": event,
        "ActiveParticipant": [program, *reader],
        "AuditSourceIdentification": {"AuditSourceID": "hilum", "AuditSourceTypeCode": "1"},
        "ParticipantObjectIdentification": [*map(_study, studies), *_said(details)],
    }


def _code(code: str, scheme: str, meaning: str) -> dict[str, str]:
    return {"csd-code": code, "codeSystemName": scheme, "originalText": meaning}


def _study(key: str) -> Message:
    """Describe a study: Participant Object Type Code 2 (system object), role 3 (report)."""
    return {
        "ParticipantObjectID": key,
        "ParticipantObjectTypeCode": "2",
        "ParticipantObjectTypeCodeRole": "3",
        "ParticipantObjectIDTypeCode": _code("film", _OURS, "Film's hash")
        if key.startswith("film:")
        else _code("110180", "DCM", "Study Instance UID"),
    }


def _said(details: Mapping[str, str]) -> list[Message]:
    if not details:
        return []
    pairs = [{"type": key, "value": details[key]} for key in sorted(details)]
    return [
        {
            "ParticipantObjectID": "hilum",
            "ParticipantObjectTypeCode": "2",
            "ParticipantObjectTypeCodeRole": "13",
            "ParticipantObjectIDTypeCode": _code("details", _OURS, "Details"),
            "ParticipantObjectDetail": pairs,
        }
    ]


def append(connection: sa.Connection, said: Message) -> None:
    """Add an entry to the end; the connection must be one of ``Database.writing``."""
    number, previous = connection.execute(sa.select(audit_head.c.number, audit_head.c.sha256)).one()
    number += 1
    text = _canonical(said)
    sha256 = _hash(number, previous, text)
    entry = {"number": number, "message": text, "previous": previous, "sha256": sha256}
    connection.execute(audit.insert(), entry)
    connection.execute(audit_head.update().values(number=number, sha256=sha256))


def messages(connection: sa.Connection) -> Iterator[Message]:
    """Give all messages from the first on."""
    for _, text, _, _ in _entries(connection):
        yield json.loads(text)


def verify(connection: sa.Connection, *, noted: str = "") -> Verdict:
    """Check the whole chain.

    Parameters
    ----------
    noted : str
        A head's hash that was noted down earlier: it has to be among the entries.
    """
    problems: list[str] = []
    expected, previous, found = 1, "", not noted
    for number, text, claimed, sha256 in _entries(connection):
        found = found or sha256 == noted
        if number != expected:
            problems.append(f"Entries are missing before entry {number}.")
        elif claimed != previous:
            problems.append(f"Entry {number} does not follow from the one before it.")
        if _hash(number, claimed, text) != sha256:
            problems.append(f"Entry {number} was changed.")
        expected, previous = number + 1, sha256
    head = connection.execute(sa.select(audit_head.c.number, audit_head.c.sha256)).one_or_none()
    if head is None or tuple(head) != (expected - 1, previous):
        problems.append("The end of the trail is missing, or was replaced.")
    if not found:
        problems.append("The noted entry is not in the trail.")
    return Verdict(expected - 1, previous, tuple(problems))


def _entries(connection: sa.Connection) -> Iterator[tuple[int, str, str, str]]:
    """Give number, message, previous hash and hash of all entries, some at a time."""
    columns = audit.c.number, audit.c.message, audit.c.previous, audit.c.sha256
    last = -(1 << 31)
    while True:
        page = sa.select(*columns).where(audit.c.number > last).order_by(audit.c.number)
        rows = connection.execute(page.limit(_PAGE)).all()
        if not rows:
            return
        for row in rows:
            yield row[0], row[1], row[2], row[3]
        last = rows[-1][0]


def _hash(number: int, previous: str, text: str) -> str:
    entry = {"message": text, "number": number, "previous": previous}
    return hashlib.sha256(_canonical(entry).encode()).hexdigest()


def _canonical(value: Message) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
