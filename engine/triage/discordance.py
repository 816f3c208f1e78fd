"""Where reader and model differ: AI+ reader−, AI− reader+."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.models.card import NORMAL
from engine.triage.reading import Opinion, Read, ReadState


class Sides(StrEnum):
    """Who called a finding on a study."""

    BOTH = "both"
    MODEL_ONLY = "model_only"
    READER_ONLY = "reader_only"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Call:
    """What the model says of a finding on a film: over its threshold or not."""

    study: str
    finding: str
    flagged: bool
    probability: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader says of a finding on a study."""

    study: str
    finding: str
    present: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A study and a finding with both opinions; the probability is its highest of all films."""

    study: str
    finding: str
    sides: Sides
    probability: float


@dataclass(frozen=True, slots=True)
class Discordance:
    """Who differs, the most surprising first, and how often they agree.

    Attributes
    ----------
    counts : dict
        Finding -> how many studies on each side.
    unmatched : int
        Verdicts on a study or finding that the list does not have.
    """

    differences: tuple[Difference, ...]
    counts: dict[str, dict[Sides, int]]
    unmatched: int


def verdicts_of(reads: Iterable[Read]) -> Iterator[Verdict]:
    """Give the verdicts of reads that were ended: findings that are there, and that are not."""
    for read in reads:
        for finding, opinion in read.verdicts.items() if read.state is ReadState.READ else ():
            if finding != NORMAL and opinion in (Opinion.PRESENT, Opinion.ABSENT):
                yield Verdict(read.study, finding, opinion == Opinion.PRESENT)


def discordance(calls: Iterable[Call], verdicts: Iterable[Verdict]) -> Discordance:
    """Compare the model's calls with verdicts, study by study.

    A study of several films is flagged where one of them is. Of several verdicts on one the last
    counts. Unflagged findings that the reader has come first, the least probable first: the model
    was surest there.
    """
    found: dict[tuple[str, str], Call] = {}
    for call in calls:
        key = call.study, call.finding
        known = found.get(key, call)
        found[key] = Call(
            *key, known.flagged or call.flagged, max(known.probability, call.probability)
        )
    last = {(verdict.study, verdict.finding): verdict for verdict in verdicts}
    compared = [
        Difference(*key, _sides(call.flagged, present=verdict.present), call.probability)
        for key, verdict in last.items()
        for call in filter(None, (found.get(key),))
    ]
    return Discordance(
        tuple(sorted(filter(_differs, compared), key=_surprise)),
        _counts(compared),
        len(last) - len(compared),
    )


def _sides(flagged: bool, *, present: bool) -> Sides:
    if flagged:
        return Sides.BOTH if present else Sides.MODEL_ONLY
    return Sides.READER_ONLY if present else Sides.NEITHER


def _differs(found: Difference) -> bool:
    return found.sides in (Sides.MODEL_ONLY, Sides.READER_ONLY)


def _surprise(found: Difference) -> tuple[bool, float, str, str]:
    missed = found.sides is Sides.READER_ONLY
    return (
        not missed,
        found.probability if missed else -found.probability,
        found.study,
        found.finding,
    )


def _counts(compared: Iterable[Difference]) -> dict[str, dict[Sides, int]]:
    counts: dict[str, dict[Sides, int]] = {}
    for one in compared:
        of = counts.setdefault(one.finding, dict.fromkeys(Sides, 0))
        of[one.sides] += 1
    return dict(sorted(counts.items()))
