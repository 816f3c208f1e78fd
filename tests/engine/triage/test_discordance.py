"""Where reader and model differ."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.triage.discordance import Call, Sides, Verdict, discordance

STUDIES, FINDINGS = st.sampled_from("abcd"), st.sampled_from(("covid19", "abnormal"))
CALLS = st.lists(st.builds(Call, STUDIES, FINDINGS, st.booleans(), st.floats(0, 1)))
VERDICTS = st.lists(st.builds(Verdict, STUDIES, FINDINGS, st.booleans()))


def test_each_side_has_its_own() -> None:
    calls = [
        Call("a", "abnormal", flagged=True, probability=0.9),
        Call("b", "abnormal", flagged=False, probability=0.2),
        Call("c", "abnormal", flagged=False, probability=0.1),
        Call("d", "abnormal", flagged=True, probability=0.7),
    ]
    said = {"a": False, "b": True, "c": True, "d": True, "e": True}
    found = discordance(calls, [Verdict(s, "abnormal", present=p) for s, p in said.items()])
    assert [(d.study, d.sides) for d in found.differences] == [
        ("c", Sides.READER_ONLY),
        ("b", Sides.READER_ONLY),
        ("a", Sides.MODEL_ONLY),
    ]
    assert found.counts == {
        "abnormal": {
            Sides.BOTH: 1, Sides.MODEL_ONLY: 1, Sides.READER_ONLY: 2, Sides.NEITHER: 0
        }
    }  # fmt: skip
    assert found.unmatched == 1


def test_a_study_is_flagged_where_one_of_its_films_is_and_the_last_verdict_counts() -> None:
    calls = [Call("a", "abnormal", False, 0.3), Call("a", "abnormal", True, 0.8)]
    verdicts = [Verdict("a", "abnormal", True), Verdict("a", "abnormal", False)]
    (one,) = discordance(calls, verdicts).differences
    assert (one.sides, one.probability) == (Sides.MODEL_ONLY, 0.8)


@settings(deadline=None)
@given(CALLS, VERDICTS)
def test_every_verdict_is_counted_once(calls: list[Call], verdicts: list[Verdict]) -> None:
    found = discordance(calls, verdicts)
    counted = sum(sum(of.values()) for of in found.counts.values())
    assert counted + found.unmatched == len({(v.study, v.finding) for v in verdicts})
    differ = [
        sum(of[side] for of in found.counts.values())
        for side in (Sides.MODEL_ONLY, Sides.READER_ONLY)
    ]
    assert len(found.differences) == sum(differ)
