"""What a card makes of its leaves: probabilities of findings, and the one that flags a film."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.errors import UnusableModel
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle, seal
from engine.models.card import Activation, Calibration, Derived, DerivedKind, ModelCard, any_of
from engine.models.catalog import find

STANDARD = find("standard")
CARD = read_bundle(STANDARD).card
LOGITS = hnp.arrays(np.float32, (3, 5), elements=st.floats(-60, 60, width=32))


def of_leaves(*leaves: str, derived: dict[str, Derived] | None = None) -> ModelCard:
    """Return the shipped card, cut to other leaves."""
    derived = derived or {}
    names = (*leaves, *derived)
    return dataclasses.replace(
        CARD,
        leaves=leaves,
        derived=derived,
        calibration=Calibration(1.0, (0.0,) * len(leaves)),
        reliability=dict.fromkeys(names, CARD.reliability["normal"]),
        operating=dict.fromkeys(names, CARD.operating["normal"]),
        release=None,
        conformal=(),
    )


@given(LOGITS, st.sampled_from(["softmax", "sigmoid"]))
def test_a_union_is_at_least_its_likeliest_leaf(logits: np.ndarray, activation: Activation) -> None:
    calibration = Calibration(0.7, (0.1, -0.2, 0.0, 0.3, 1.0), activation)
    leaves = calibration.probabilities(logits)
    assert ((leaves >= 0) & (leaves <= 1)).all()
    united = any_of(leaves[:, 1:4], activation)
    assert (united >= leaves[:, 1:4].max(1) - 1e-12).all()
    assert (united <= np.minimum(leaves[:, 1:4].sum(1), 1) + 1e-12).all()
    np.testing.assert_array_equal(any_of(leaves[:, :1], activation), leaves[:, 0])


@given(LOGITS)
def test_softmax_findings_are_sums(logits: np.ndarray) -> None:
    leaves = CARD.calibration.probabilities(logits)
    found = CARD.by_finding(leaves)
    assert tuple(found) == CARD.findings
    np.testing.assert_allclose(found["abnormal"], 1 - leaves[:, 0], atol=1e-9)
    np.testing.assert_allclose(found["pneumonia"], leaves[:, 1:4].sum(1), atol=1e-12)


def test_a_card_from_before_there_was_a_choice_is_a_softmax() -> None:
    values = json.loads(CARD.to_json())
    values["calibration"].pop("activation")
    values.pop("test_time")
    assert ModelCard.from_json(json.dumps(values)) == CARD
    assert CARD.calibration.activation == "softmax"


@pytest.mark.parametrize(
    ("leaves", "derived", "alarm"),
    [
        (("normal", "pneumonia"), {}, "pneumonia"),
        (("normal", "abnormal"), {}, "abnormal"),
        (
            ("normal", "covid19", "viral_pneumonia"),
            {"abnormal": Derived(DerivedKind.COMPLEMENT, ("normal",))},
            "abnormal",
        ),
        (("covid19", "viral_pneumonia"), {}, ""),
        (("normal", "covid19", "viral_pneumonia"), {}, ""),
    ],
)
def test_what_flags_a_film(
    leaves: tuple[str, ...], derived: dict[str, Derived], alarm: str
) -> None:
    assert of_leaves(*leaves, derived=derived).alarm == alarm


def test_a_model_that_cannot_flag_is_refused_for_triage(tmp_path: Path) -> None:
    five = dataclasses.replace(
        CARD,
        derived={},
        reliability={leaf: CARD.reliability[leaf] for leaf in CARD.leaves},
        operating={leaf: CARD.operating[leaf] for leaf in CARD.leaves},
        release=None,
    )
    path = tmp_path / "five.onnx"
    path.write_bytes(seal(STANDARD.read_bytes(), five))
    with pytest.raises(UnusableModel, match="not used for triage"):
        Assessor.load(path, provider="cpu")
