"""Thresholds go with the model that they were set for, and with no other."""

import dataclasses
import sys
from pathlib import Path

import pytest

from engine.models.operating import operating_point
from engine.models.passport import Passport, UnusableThresholds

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

CARD = toy_model.toy_card()
PASSPORT = Passport.issue(CARD, "ab", 0.95)


def test_a_passport_says_what_its_setting_means() -> None:
    assert set(PASSPORT.thresholds) == set(CARD.findings)
    for name, threshold in PASSPORT.thresholds.items():
        assert threshold == operating_point(CARD, name, 0.95).threshold
    assert Passport.of(dataclasses.asdict(PASSPORT)) == PASSPORT
    PASSPORT.check(CARD, "ab")


@pytest.mark.parametrize(
    ("model_id", "says"),
    [("toy", r"another file of toy 1\.0"), ("lite", r"belong to toy 1\.0, not to lite 1\.0")],
)
def test_thresholds_of_another_model_are_refused(model_id: str, says: str) -> None:
    other = dataclasses.replace(CARD, id=model_id)
    with pytest.raises(UnusableThresholds, match=says) as refused:
        PASSPORT.check(other, "cd")
    assert "Set the sensitivity again" in str(refused.value).replace("Set the\n", "Set the ")
    assert str(refused.value) == refused.value.because.format(**refused.value.values)


@pytest.mark.parametrize("kept", [None, {}, {"model_id": 1}, "x"])
def test_what_is_no_passport_is_refused(kept: object) -> None:
    with pytest.raises(UnusableThresholds, match="cannot be read"):
        Passport.of(kept)
