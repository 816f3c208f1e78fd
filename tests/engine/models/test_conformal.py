"""Sets of classes follow the card's scores."""

import dataclasses
import sys
from pathlib import Path

import pytest

from engine.models.card import ConformalLevel, ModelCard
from engine.models.conformal import conformal_set, set_of
from engine.types import Assessment, Finding

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

LEAVES = toy_model.LEAVES


@pytest.fixture
def card() -> ModelCard:
    scores = (
        ConformalLevel(0.8, (0.6, 0.5, 0.5, 0.5, 0.5)),
        ConformalLevel(0.9, (0.3, 0.2, 0.2, 0.2, 0.0)),
    )
    return dataclasses.replace(toy_model.toy_card(), conformal=scores)


@pytest.mark.parametrize(
    ("leaves", "level", "found"),
    [
        ((0.9, 0.1, 0.0, 0.0, 0.0), 0.8, ("normal",)),
        ((0.2, 0.2, 0.2, 0.2, 0.2), 0.8, ()),
        # A class without a promise is in every set; a score that is just reached counts.
        ((0.3, 0.2, 0.1, 0.4, 0.0), 0.9, ("normal", "bacterial_pneumonia", "covid19", LEAVES[4])),
    ],
)
def test_a_set_holds_what_reaches_its_score(
    leaves: tuple[float, ...], level: float, found: tuple[str, ...], card: ModelCard
) -> None:
    assert conformal_set(card, leaves, level) == found


def test_a_level_that_the_card_has_not_is_an_error(card: ModelCard) -> None:
    with pytest.raises(LookupError, match=r"no conformal scores at 0\.99"):
        conformal_set(card, (0.2,) * 5, 0.99)


def test_scores_of_other_leaves_are_refused(card: ModelCard) -> None:
    with pytest.raises(ValueError, match="conformal"):
        dataclasses.replace(card, conformal=(ConformalLevel(0.9, (0.1,)),))


def test_a_card_is_read_back_as_it_was(card: ModelCard) -> None:
    assert ModelCard.from_json(card.to_json()) == card


def assessment(**probabilities: float) -> Assessment:
    findings = tuple(Finding(name, p, (p, p)) for name, p in probabilities.items())
    return Assessment(findings, "", "toy", "1.0", "ab", "cd", "CPU", 1.0, 1.0)


def test_an_assessment_gets_a_set_where_the_card_has_scores(card: ModelCard) -> None:
    values = dict(zip(LEAVES, (0.9, 0.1, 0.0, 0.0, 0.0), strict=True))
    scored = assessment(**values, abnormal=0.1)
    assert set_of(card, scored) == ("normal", "lung_opacity")
    assert set_of(toy_model.toy_card(), scored) is None
    assert set_of(card, dataclasses.replace(scored, findings=(), reason="Not scored.")) is None
