"""Who is who across the worklist, and what was taken before what: pure functions of identities."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from engine.types import Identity
from viewer import wording
from viewer.language import tr

BY_NAME = "Matched by name and birth date: no Patient ID to compare"
OTHER_NAME = "Same Patient ID, but another name or birth date: check the patient"
OTHER_PATIENT = "Another patient than the lit film"
UNKNOWN = "Patient unknown beside the lit film"
CAUTIONS = (BY_NAME, OTHER_NAME, OTHER_PATIENT, UNKNOWN)
SAME_DAY = "same day"
_FRONTAL = frozenset({"PA", "AP"})
_LATERAL = frozenset({"LL", "RL", "LATERAL", "LAT"})


@dataclass(frozen=True, slots=True)
class Match:
    """Two films of one patient; ``note`` is what the reader has to know of the match."""

    note: str = ""


def match(one: Identity, other: Identity) -> Match | None:
    """Return whether two films are of one patient: by Patient ID and its issuer (PS3.3 C.2.2).

    Only where one of the films has no ID, or one of the IDs no issuer, name and birth date decide
    together, and the match says so.
    """
    ids = one.patient_id.strip(), other.patient_id.strip()
    issuers = one.issuer_of_patient_id.strip(), other.issuer_of_patient_id.strip()
    if all(ids) and ids[0] == ids[1] and issuers[0] == issuers[1]:
        return Match("" if _same_person(one, other) else OTHER_NAME)
    if all(ids) and (ids[0] != ids[1] or all(issuers)):
        return None
    known = all((_name(one), _name(other), one.birth_date, other.birth_date))
    return Match(BY_NAME) if known and _same_person(one, other) else None


def _same_person(one: Identity, other: Identity) -> bool:
    """Return whether nothing of what both films say of the person differs."""
    pairs = ((_name(one), _name(other)), (one.birth_date, other.birth_date))
    return all(left == right for left, right in pairs if left and right)


def _name(who: Identity) -> str:
    return wording.person_name(who.patient_name).casefold()


def same_study(one: Identity, other: Identity) -> bool:
    """Return whether two films are of one study; without its UID never."""
    return bool(one.study_instance_uid) and one.study_instance_uid == other.study_instance_uid


def taken(who: Identity) -> datetime | None:
    """Return when the study was made, at midnight where the time is unknown; None: no date."""
    day = who.study_date.strip()
    if len(day) != 8 or not day.isdigit():
        return None
    clock = who.study_time.split(".")[0].strip().ljust(6, "0")
    for text, form in ((day + clock, "%Y%m%d%H%M%S"), (day, "%Y%m%d")):
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    return None


def is_prior(who: Identity, current: Identity) -> bool:
    """Return whether a film belongs to an earlier study than the current one."""
    then, now = taken(who), taken(current)
    return not same_study(who, current) and then is not None and now is not None and then < now


def interval(earlier: date, later: date) -> str:
    """Return the time between two days in words: days, then months, then years and months."""
    days = (later - earlier).days
    if days == 0:
        return tr(SAME_DAY)
    if days < 60:
        return tr("1 day") if days == 1 else tr("{days} days", days=days)
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    months -= later.day < earlier.day
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(tr("{years} y", years=years))
    if rest:
        parts.append(tr("{months} mo", months=rest))
    return " ".join(parts)


def view(who: Identity, *, scored: bool) -> str:
    """Return "frontal", "lateral" or "" by View Position (0018,5101).

    Where the file does not say, a film that passed the model's gate is a frontal one.
    """
    position = who.view_position.strip().upper()
    if position in _FRONTAL or (not position and scored):
        return "frontal"
    return "lateral" if position in _LATERAL else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a film stands to the others on show: a line in its corner, and amber chips."""

    note: str = ""
    cautions: tuple[str, ...] = ()


def standings(shown: Sequence[Identity | None], lit: int) -> tuple[Standing, ...]:
    """Return what to say of each film on show beside the lit one.

    The time goes to the newest study of that patient on show, so that it stays when another
    viewport is lit.
    """
    return tuple(
        Standing()
        if who is None
        else Standing(_prior_words(who, shown), _cautions(who, shown[lit]))
        for who in shown
    )


def _prior_words(who: Identity, shown: Sequence[Identity | None]) -> str:
    then = taken(who)
    own = [other for other in shown if other is not None and match(who, other) is not None]
    dated = [(when, other) for other in own if (when := taken(other)) is not None]
    if then is None or not dated:
        return ""
    newest, other = max(dated, key=lambda pair: pair[0])
    if then >= newest or same_study(who, other):
        return ""
    words = interval(then.date(), newest.date())
    if then.date() == newest.date():
        return tr("Prior, {words}", words=words)
    return tr("{words} earlier", words=words)


def _cautions(who: Identity, lit: Identity | None) -> tuple[str, ...]:
    if lit is None or who is lit:
        return ()
    if not all((_name(one) or one.patient_id) for one in (who, lit)):
        return (tr(UNKNOWN),)
    found = match(who, lit)
    words = OTHER_PATIENT if found is None else found.note
    return (tr(words),) if words else ()
