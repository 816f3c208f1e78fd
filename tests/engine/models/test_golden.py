"""The self-test finds a model that does not give what it gave when it was made."""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest

from engine import cli
from engine.errors import UnusableModel
from engine.models import golden
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle, seal
from engine.models.card import ModelCard
from engine.models.catalog import find

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return toy_model.write_toy_model(tmp_path / "toy.onnx")


def with_golden(path: Path, *, shift: float = 0.0, form: str = "") -> ModelCard:
    """Seal the model's own outputs into its card, one logit shifted."""
    assessor = Assessor.load(path, provider="cpu")
    outputs = assessor.run(golden.tensors(assessor.card.preprocessing))
    kept = list(golden.golden_of(outputs))
    logits = np.array(kept[0].outputs["logits"])
    logits[2] += shift
    kept[0] = dataclasses.replace(
        kept[0], outputs=kept[0].outputs | {"logits": tuple(logits.tolist())}
    )
    metrics = {"form": {"form": form}} if form else {}
    card = dataclasses.replace(assessor.card, golden=tuple(kept), metrics=metrics)
    path.write_bytes(seal(path.read_bytes(), card))
    return read_bundle(path).card


def test_a_model_that_gives_what_it_gave_passes(toy: Path) -> None:
    card = with_golden(toy)
    assert [g.film for g in card.golden] == list(golden.FILMS)
    assert [len(v) for v in card.golden[0].outputs.values()] == [5, 1, 20, 2, 1]
    found = golden.verify(Assessor.load(toy, provider="cpu"))
    assert found.passed
    assert (found.films, found.form, found.provider) == (3, "fp32", "CPU")
    assert found.difference <= 1e-6


@pytest.mark.parametrize(
    ("shift", "form", "passes"),
    [(0.01, "", False), (0.01, "fp16", True), (0.5, "fp16", False)],
)
def test_a_difference_fails_beyond_the_forms_tolerance(
    shift: float, form: str, passes: bool, toy: Path
) -> None:
    with_golden(toy, shift=shift, form=form)
    (row,) = golden.check(toy)
    assert row.golden is not None
    assert row.golden.passed is passes
    assert ("differ by" in row.problem) is not passes


def test_what_is_no_number_or_of_other_outputs_is_no_match(toy: Path) -> None:
    first, *rest = with_golden(toy).golden
    for outputs in ({"distance": (float("nan"),)}, {"maps": (0.0,)}, {"more": (0.0,)}):
        odd = dataclasses.replace(first, outputs=first.outputs | outputs)
        assert golden.difference((first, *rest), (odd, *rest)) == np.inf


def test_a_model_without_golden_films_is_not_tested(toy: Path) -> None:
    found = golden.verify(Assessor.load(toy, provider="cpu"))
    assert (found.films, found.passed) == (0, True)


def test_a_film_of_a_later_version_is_named(toy: Path) -> None:
    card = with_golden(toy)
    later = dataclasses.replace(card.golden[0], film="a film of tomorrow")
    toy.write_bytes(seal(toy.read_bytes(), dataclasses.replace(card, golden=(later,))))
    with pytest.raises(UnusableModel, match="'a film of tomorrow' is unknown"):
        golden.verify(Assessor.load(toy, provider="cpu"))
    assert "update Hilum" in golden.check(toy)[0].problem


def test_the_command_ends_with_1_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "250")
    path = toy_model.write_toy_model(tmp_path / "models" / "toy.onnx")
    with_golden(path, shift=0.5)
    assert cli.run(["models", "verify", "toy"]) == 1
    printed = capsys.readouterr()
    assert "golden films differ by" in printed.out
    assert "1 of 1 models cannot be used" in printed.err


def test_the_shipped_model_gives_what_torch_gave() -> None:
    path = find("standard")
    card = read_bundle(path).card
    assert len(card.golden) == len(golden.FILMS)
    (row, *_) = golden.check(path)
    assert row.problem == ""
    assert row.golden is not None
    assert row.golden.difference <= 1e-4
