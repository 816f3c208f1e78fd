"""A shift's summary: counted right, without identities, as a page."""

import dataclasses
import sys
from pathlib import Path

import pytest

from engine.exchange.summary import KINDS, as_html, sections
from engine.models.lanes import Lane
from engine.models.passport import Passport
from engine.triage.discordance import Sides
from engine.triage.pipeline import Status
from engine.triage.queue import Policy, Rule, Waiting
from engine.triage.shift import Shift, ShiftRow, shift_of

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

CARD = toy_model.toy_card()
POLICY = Policy({"covid19": 0.7}, 5400.0, 0.01)
START = 1_750_000_000.0


def shift(rows: list[ShiftRow], **more: object) -> Shift:
    return shift_of(
        rows,
        now_s=START + 3600,
        policy=POLICY,
        rule=Rule.of(CARD, POLICY),
        thresholds=Passport.issue(CARD, "ab" * 32, 0.95),
        **more,  # type: ignore[arg-type]
    )


def rows() -> list[ShiftRow]:
    def film(number: int, lane: Lane, **more: bool) -> Waiting:
        return Waiting(number, START, lane, **more)

    return [
        ShiftRow(film(0, Lane.URGENT), Status.SCORED, ("covid19", "abnormal"), START + 120),
        ShiftRow(film(1, Lane.URGENT, stat=True), Status.SCORED, ("abnormal",), START + 240),
        ShiftRow(film(2, Lane.ROUTINE), Status.NOT_SCORED),
        ShiftRow(film(3, Lane.ROUTINE), Status.UNREADABLE),
        ShiftRow(film(4, Lane.LOW_RISK), Status.SCORED),
    ]


def test_a_shift_is_what_came_or_was_read_since_it_began() -> None:
    def film(number: int, arrived_s: float) -> Waiting:
        return Waiting(number, arrived_s, Lane.ROUTINE)

    began, before = START + 1800, START - 86_400.0
    found = shift(
        [
            ShiftRow(film(0, before), Status.SCORED, ("abnormal",), before + 60),
            ShiftRow(film(1, before), Status.SCORED, read_s=began + 60),
            ShiftRow(film(2, before), Status.SCORED),
            ShiftRow(film(3, began), Status.UNREADABLE),
        ],
        since_s=began,
    )
    assert (found.status[Status.SCORED], found.status[Status.UNREADABLE]) == (1, 1)
    assert (found.flagged, found.began_s) == ({}, began)
    assert found.turnaround[Lane.ROUTINE].median_s == 86_400 + 1860


def test_a_shift_is_counted() -> None:
    found = shift(rows())
    assert found.status == {
        Status.SCORED: 3,
        Status.NOT_SCORED: 1,
        Status.UNREADABLE: 1,
        Status.DOCUMENT: 0,
    }
    assert found.lanes == {Lane.URGENT: 2, Lane.ROUTINE: 2, Lane.LOW_RISK: 1}
    assert found.flagged == {"abnormal": 2, "covid19": 1}
    assert (found.stat, found.pinned, found.began_s) == (1, 0, START)
    assert found.turnaround[Lane.URGENT].median_s == 180
    assert set(found.turnaround) == {Lane.URGENT}
    assert found.unread[Lane.ROUTINE].longest_s == 3600
    early = dataclasses.replace(rows()[0], read_s=START - 60)
    assert Lane.URGENT not in shift([early]).turnaround


def test_the_page_says_it_all() -> None:
    counts = {"abnormal": dict(zip(Sides, (5, 2, 1, 9), strict=True))}
    page = as_html(shift(rows(), discordance=counts)).decode()
    for words in (
        "5 files", "refused by the model", "routine", "no low-risk lane", "3 min",
        "1 h 00 min", "AI+ reader-",
        "<td>5</td><td>2</td><td>1</td><td>9</td>", "0.70", "95.0%", "1 h 30 min",
        "ab" * 32, "not for diagnosis",
    ):  # fmt: skip
        assert words in page


def test_what_was_not_measured_is_left_out() -> None:
    titles = [section.title for section in sections(shift([]))]
    assert titles == ["Films", "Lanes", "Thresholds in force"]
    assert not shift(rows(), reads_known=False).unread


@pytest.mark.parametrize(("kind", "start"), [(".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF-")])
def test_every_kind_is_the_same_twice(kind: str, start: bytes) -> None:
    one, two = (KINDS[kind](shift(rows())) for _ in range(2))
    assert one == two
    assert one.startswith(start)
