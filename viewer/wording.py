"""The words that a reader sees."""

from datetime import datetime
from pathlib import PurePath

from engine.models.lanes import Lane
from engine.triage.reading import Opinion, Read, ReadState, moment_of
from engine.types import Identity, State
from viewer.language import NOT_FOR_DIAGNOSIS as NOT_FOR_DIAGNOSIS
from viewer.language import tr

FINDINGS = {
    "normal": "Normal",
    "bacterial_pneumonia": "Bacterial pneumonia",
    "viral_pneumonia": "Viral pneumonia",
    "covid19": "COVID-19",
    "lung_opacity": "Lung opacity",
    "pneumonia": "Pneumonia (any)",
    "abnormal": "Abnormal (any)",
}
STATE_WORDS = {
    State.FLAGGED: "Flagged",
    State.UNCERTAIN: "Uncertain",
    State.BELOW: "Below",
}
LANES = {
    Lane.URGENT: "Urgent",
    Lane.ROUTINE: "Routine",
    Lane.LOW_RISK: "Low risk",
}
READ_STATES = {
    ReadState.UNREAD: "Unread",
    ReadState.READING: "Reading",
    ReadState.READ: "Read",
    ReadState.SECOND_LOOK: "Second look",
}
OPINIONS = {Opinion.PRESENT: "Present", Opinion.ABSENT: "Absent", Opinion.OTHER: "Other"}
_NOT_SCORED = "Not scored: "
AGES = ("y", "m", "w", "d")


def finding_name(finding: str) -> str:
    """Return a finding as a reader says it."""
    known = FINDINGS.get(finding)
    return tr(known) if known else finding.replace("_", " ").capitalize()


def percent(share: float) -> str:
    """Return 0..1 as whole per cent; what is neither none nor all never rounds to it."""
    if 0 < share < 0.005:
        return "<1 %"
    if 0.995 <= share < 1:
        return ">99 %"
    return f"{share:.0%}".replace("%", " %")


def percent_range(interval: tuple[float, float]) -> str:
    """Return an interval of 0..1 as whole per cent without the sign."""
    low, high = interval
    return f"{100 * low:.0f}–{100 * high:.0f}"


def person_name(name: str) -> str:
    """Return a DICOM person name (PS3.5 6.2.1) as family name, comma, the rest.

    In letters of the alphabet, otherwise as the file has it: ideographic, then phonetic.
    """
    return next(filter(None, map(_readable, name.split("="))), "")


def whole_name(name: str) -> str:
    """Return a person name with the ideographic one beside it where the file has both."""
    known = list(filter(None, map(_readable, name.split("=")[:2])))
    return f"{known[0]} ({known[1]})" if len(known) > 1 else person_name(name)


def _readable(group: str) -> str:
    parts = [part.strip() for part in group.split("^")]
    family, rest = parts[0], " ".join(part for part in parts[1:] if part)
    return ", ".join(part for part in (family, rest) if part)


def file_name(source: str) -> str:
    """Return the last part of a path or of ``archive.zip!inner/name``."""
    return PurePath(source.rpartition("!")[2]).name


def date(value: str) -> str:
    """Return a DICOM date (DA) with dashes; anything else as it is."""
    if len(value) == 8 and value.isdigit():
        return f"{value[:4]}-{value[4:6]}-{value[6:]}"
    return value


def time(value: str) -> str:
    """Return a DICOM time (TM) to the minute; anything else as it is."""
    if len(value) >= 4 and value[:4].isdigit():
        return f"{value[:2]}:{value[2:4]}"
    return value


def age(value: str) -> str:
    """Return a DICOM age string (AS) such as 064Y as 64 y; anything else as it is."""
    if len(value) == 4 and value[:3].isdigit():
        return f"{int(value[:3])} {tr(value[3].lower())}"
    return value


def born(identity: Identity) -> str:
    """Return date of birth and age, whatever of both is known."""
    years = age(identity.age)
    return " ".join(
        part for part in (date(identity.birth_date), f"({years})" if years else "") if part
    )


def not_scored(reason: str) -> str:
    """Return why a film has no score; most reasons begin with that already."""
    whole = tr(reason)
    if whole != reason and reason.startswith(_NOT_SCORED):
        return whole
    return tr("Not scored: {reason}", reason=tr(reason.removeprefix(_NOT_SCORED)))


def when(read: Read | None) -> str:
    """Return a step's moment in the reader's own time, with its day where that is not today."""
    moment = moment_of(read.at) if read is not None else None
    if moment is None:
        return ""
    local = moment.astimezone()
    today = local.date() == datetime.now(local.tzinfo).date()
    return local.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")


def held(read: Read | None) -> str:
    """Say who is reading a study, and since when."""
    if read is None:
        return ""
    return tr("Being read by {reader} since {time}.", reader=read.reader, time=when(read))
