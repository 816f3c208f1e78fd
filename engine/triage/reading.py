"""The reading of studies as values: how far it has come, who has a study, what a reader says."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from engine.triage.pipeline import Row


class ReadState(StrEnum):
    """How far the reading of a study has come."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"
    SECOND_LOOK = "second_look"


class Opinion(StrEnum):
    """What a reader says of a finding; ``OTHER`` is what a note says."""

    PRESENT = "present"
    ABSENT = "absent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Read:
    """A step in the reading of a study; the latest holds.

    Attributes
    ----------
    verdicts : mapping
        Finding -> an `Opinion`.
    settings : mapping
        Those in force at that moment: sensitivity, model, whether findings had been revealed; and
        which films of the study had been read.
    at : str
        Moment, ISO 8601; empty before it is stored.
    number : int
        Place in the store; 0 before it is stored.
    """

    study: str
    reader: str
    state: ReadState
    verdicts: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    at: str = ""
    number: int = 0

    @property
    def revealed(self) -> bool:
        """Whether the reader knew the model's findings."""
        return self.state is ReadState.READ or bool(self.settings.get("revealed"))

    @property
    def films(self) -> frozenset[str]:
        """The contents (SHA-256) that were read; none where that was not noted, and all count."""
        return frozenset(self.settings.get("films", ()))

    def leaves_out(self, contents: Collection[str]) -> bool:
        """Whether the study is read, but not all of these films of it: some came later."""
        return self.state is ReadState.READ and bool(self.films) and not self.films >= set(contents)

    def seen_by(self, reader: str) -> bool:
        """Whether a reader may see the model's findings: the study is read, or they committed."""
        return self.state is ReadState.READ or (self.reader == reader and self.revealed)

    def waits_for(self, reader: str) -> bool:
        """Whether the study is for a reader: unread, or somebody else asks for a second look."""
        asked = self.state is ReadState.SECOND_LOOK and self.reader != reader
        return asked or self.state is ReadState.UNREAD

    def held_from(self, reader: str) -> bool:
        """Whether somebody else is reading the study."""
        return self.state is ReadState.READING and self.reader != reader

    def is_stale(self, now: datetime, longest_s: float) -> bool:
        """Whether nothing was heard of this reading for so long, or a clock jumped by as much."""
        moment = moment_of(self.at)
        return moment is not None and abs((now - moment).total_seconds()) >= longest_s


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader wrote on a study."""

    study: str
    reader: str
    text: str
    at: str = ""


def clean(text: str) -> str:
    """Leave out what no database takes: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "backslashreplace").decode()


def study_key(row: Row) -> str:
    """Return what a study is known by: its UID, or its one film's content."""
    return clean(row.identity.study_instance_uid) or f"film:{row.content_sha256}"


def study_of(row: Row) -> str:
    """Return the study of a row's film; empty where the row has no film that could be read."""
    return study_key(row) if row.content_sha256 else ""


def moment_of(at: str) -> datetime | None:
    """Return a stored moment; None where there is none."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
