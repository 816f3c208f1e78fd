"""All films at once say the same as one film alone; rows come back from their columns."""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.intake import Candidate
from engine.models.card import ReleaseScores
from engine.triage import queue, standing
from engine.triage.lines import OLD_MODEL, Maker
from engine.triage.pipeline import Row, Status
from engine.triage.queue import Policy, Rule
from engine.types import Assessed, Assessment, Finding, Identity
from viewer.entries import entry_of
from viewer.film_columns import TITLE
from viewer.films import RECENT, Films

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import model_card

CARD = dataclasses.replace(
    model_card(), release=ReleaseScores("abnormal", 500, (0.0, 0.02, 0.4), (0.0, 4.0, 60.0))
)
MAKER = Maker.of(CARD, model_sha256="ab" * 32, provider="CPU")
NOW = 50_000.0
SHARES = st.sampled_from((0.0, 0.02, 0.05, 0.1, 0.3, 0.5, 1.0)) | st.floats(0, 1)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    number = draw(st.integers(0, 10**6))
    source = Candidate(Path(f"{number}.dcm"), f"{number}.dcm")
    who = Identity(priority=draw(st.sampled_from(("", "STAT", " stat "))))
    status = draw(st.sampled_from((Status.SCORED, *Status)))
    if status is not Status.SCORED:
        return Row(0, source, status, "Why not.", who)
    ends = [sorted(draw(st.tuples(SHARES, SHARES))) for _ in CARD.findings]
    findings = (
        Finding(name, low, (low, high))
        for name, (low, high) in zip(CARD.findings, ends, strict=True)
    )
    said = Assessment(
        findings=tuple(findings),
        reason="",
        model_id=CARD.id,
        model_version=CARD.version,
        model_sha256="ab" * 32,
        preprocessing_sha256=CARD.preprocessing.sha256,
        provider="CPU",
        prepare_ms=1.0,
        infer_ms=1.0,
        unfamiliar=draw(st.booleans()),
    )
    return Row(0, source, status, "", who, assessed=Assessed(said, None))


def made(given: list[Row], arrived: list[float]) -> Films:
    films = Films()
    films.use(MAKER, CARD)
    for number, (row, at) in enumerate(zip(given, arrived, strict=True)):
        source = dataclasses.replace(row.source, path=Path(f"{number}.dcm"))
        films.take([dataclasses.replace(row, source=source)], at)
    return films


@settings(deadline=None)
@given(
    st.lists(st.tuples(rows(), st.sampled_from((0.0, 10.0, 49_000.0)), st.booleans()), max_size=8),
    st.sampled_from((0.5, 0.7, 0.9, 0.95, 0.98)),
    st.sampled_from((0.0, 0.01, 0.3)),
    st.sampled_from(({}, {"covid19": 0.0}, {"normal": 0.5, "lung_opacity": 0.1})),
    st.sampled_from((0.0, 600.0, 4 * 3600.0)),
    st.sampled_from((1, 3, standing.AT_ONCE)),
)
def test_a_list_stands_as_its_films_stand_one_by_one(
    given: list[tuple[Row, float, bool]],
    sensitivity: float,
    risk: float,
    weights: dict[str, float],
    wait: float,
    at_once: int,
) -> None:
    films = made([row for row, *_ in given], [at for _, at, _ in given])
    films.pinned[:] = [pinned for *_, pinned in given]
    rule = Rule.of(CARD, Policy(weights, wait, risk))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(standing, "AT_ONCE", at_once)
        films.judge(sensitivity, rule)
    films.place(NOW, wait)
    found, alone = films.standings, []
    for number, (row, at, pinned) in enumerate(given):
        entry = entry_of(number, row, CARD, sensitivity)
        film = queue.waiting(number, row, entry.labels, rule, arrived_s=at, pinned=pinned)
        alone.append(film)
        assert bool(found.scored[number]) == bool(entry.labels)
        assert list(queue.Lane)[found.lane[number]] is film.lane
        assert (found.urgency[number], found.chance[number]) == (film.urgency, film.chance)
        assert ("flagged", "uncertain", "below")[found.film[number]] == entry.state
        foremost = entry.foremost.finding.name if entry.foremost else None
        place = int(found.foremost[number])
        assert (CARD.findings[place] if place >= 0 else None) == foremost
        for label in entry.labels:
            state = found.states[number, CARD.findings.index(label.finding.name)]
            assert ("flagged", "uncertain", "below")[state] == label.state
    ordered = queue.in_order(alone, now_s=NOW, longest_wait_s=wait)
    assert films.order.tolist() == [film.number for film in ordered]
    assert films.snapshot().waiting(found) == alone


def test_what_comes_again_keeps_its_place_and_its_hour() -> None:
    row = Row(0, Candidate(Path("/a/b.dcm"), "/a/b.dcm"), Status.UNREADABLE, "No.")
    films = Films()
    assert not films.take([row], 5.0)
    films.column(TITLE)
    again = dataclasses.replace(row, reason="Still not.", identity=Identity(patient_name="DOE^J"))
    assert films.take([again], 9.0)
    assert (len(films), films.arrived_s(0), films.rows[0].reason) == (1, 5.0, "Still not.")
    assert films.column(TITLE).words[films.column(TITLE).codes[0]] == "DOE, J"
    assert films.haystack()[0].startswith("doe, j")


def test_what_is_not_recent_is_read_from_its_line() -> None:
    count = RECENT + 3
    given = [
        Row(0, Candidate(Path(f"/a/{n}"), f"/a/{n}"), Status.UNREADABLE, f"{n}.")
        for n in range(count)
    ]
    films = Films()
    films.take(given, 1.0)
    assert films.rows[-1] is given[-1]
    assert films.rows[0] is not given[0]
    assert [row.reason for row in films.rows] == [row.reason for row in given]
    assert [row.source for row in films.rows[:2]] == [row.source for row in given[:2]]
    with pytest.raises(IndexError):
        films.rows[count]


def test_another_models_scores_are_not_this_ones() -> None:
    given = [dataclasses.replace(row, reason="") for row in (scored_row(),)]
    films = made(given, [0.0])
    films._recent.clear()
    films.use(dataclasses.replace(MAKER, model_sha256="cd" * 32), CARD)
    films.judge(0.9, Rule.of(CARD, Policy()))
    assert not films.standings.scored.any()
    assert (films.rows[0].status, films.rows[0].reason) == (Status.NOT_SCORED, OLD_MODEL)


def scored_row() -> Row:
    findings = tuple(Finding(name, 0.9, (0.8, 1.0)) for name in CARD.findings)
    own = (CARD.id, CARD.version, "ab" * 32, CARD.preprocessing.sha256, "CPU", 1.0, 1.0)
    said = Assessment(findings, "", *own)
    return Row(0, Candidate(Path("a"), "a"), Status.SCORED, assessed=Assessed(said, None))


def test_text_columns_sort_as_words_do() -> None:
    words = ["b", "", "A", "ä", "C", "a", ""]
    given = [described(n, word) for n, word in enumerate(words)]
    films = Films()
    films.take(given, 0.0)

    def in_order() -> list[str]:
        return [words[n] for n in np.argsort(films.ranks("study_description"), kind="stable")]

    assert in_order() == ["A", "a", "b", "C", "ä", "", ""]
    words[4] = "0"
    films.take([described(4, "0")], 1.0)
    assert in_order() == ["0", "A", "a", "b", "ä", "", ""]


def described(number: int, word: str) -> Row:
    identity = Identity(study_description=word)
    return Row(number, Candidate(Path(f"{number}"), f"{number}"), Status.UNREADABLE, "", identity)
