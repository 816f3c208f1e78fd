"""How far a heat map can be relied on: on maps that are right, empty, unsteady and idle."""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import PhantomSpec
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle
from engine.models.session import OnnxSession, Outputs
from engine.models.trust import LIMITS, blurred, correlation, graded, hottest, shifted, trust
from engine.types import Radiograph

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

SIDE = 64


@pytest.fixture(scope="module")
def assessor(tmp_path_factory: pytest.TempPathFactory) -> Assessor:
    path = toy_model.write_toy_model(tmp_path_factory.mktemp("toy") / "toy.onnx")
    return Assessor(read_bundle(path), OnnxSession(path, provider="cpu"))


def film(quarter: int | None) -> Radiograph:
    return Radiograph(toy_model.film_with(quarter), "toy", "PNG")


def test_what_a_right_map_marks_takes_the_finding_away(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = toy_model.film_with(None)
    stored[110:150, 10:50] += 100
    radiograph = Radiograph(stored, "toy", "PNG")
    assessed = assessor.assess(radiograph)
    # The toy sees the mean of each quarter, which no blurring changes.
    monkeypatch.setattr("engine.models.trust.blurred", np.zeros_like)
    found = trust(assessor, radiograph, assessed, "covid19")
    assert found.stability > 0.98
    assert found.deletion_drop > 0.5
    assert found.in_lung_share is None
    derived = trust(assessor, radiograph, assessed, "abnormal")
    assert derived.stability == pytest.approx(found.stability, abs=0.02)


def test_an_empty_map_is_not_relied_on(assessor: Assessor) -> None:
    found = trust(assessor, film(2), assessor.assess(film(2)), "lung_opacity")
    assert (found.grade, found.in_lung_share) == ("poor", None)
    assert "no heat map" in found.sentence


def test_a_map_that_moves_by_itself_and_marks_nothing_is_poor(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessed = assessor.assess(film(2))
    run = assessor.run

    def unsteady(films: np.ndarray) -> Outputs:
        outputs = run(films)
        logits = np.repeat(run(assessor.prepare(film(2)).prepared.tensor).logits, len(films), 0)  # type: ignore[union-attr]
        maps = np.ascontiguousarray(outputs.maps[..., ::-1, ::-1])
        return dataclasses.replace(outputs, maps=maps, logits=logits)

    monkeypatch.setattr(assessor, "run", unsteady)
    found = trust(assessor, film(2), assessed, "covid19")
    assert found.grade == "poor"
    assert found.stability < 0
    assert found.deletion_drop == pytest.approx(0, abs=1e-6)
    assert "moved" in found.sentence
    assert "blurred" in found.sentence


def test_where_lungs_are_seen_the_share_inside_is_given(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    radiograph = expose(PhantomSpec(seed=3), size=256).radiograph
    assessed = assessor.assess(radiograph)
    assert assessed.activations is not None
    grids = np.ones_like(assessed.activations.grids)
    even = dataclasses.replace(assessed.activations, grids=grids)
    found = trust(assessor, radiograph, dataclasses.replace(assessed, activations=even), "covid19")
    assert found.in_lung_share is not None
    assert 0.1 < found.in_lung_share < 0.7
    monkeypatch.setattr("engine.models.trust.packaged_lungs", lambda: None)
    again = trust(assessor, radiograph, dataclasses.replace(assessed, activations=even), "covid19")
    assert again.in_lung_share is None


def test_films_without_scores_and_unknown_findings_are_refused(assessor: Assessor) -> None:
    blank = Radiograph(np.zeros((200, 200), np.uint8), "blank", "PNG")
    with pytest.raises(ValueError, match="not scored"):
        trust(assessor, blank, assessor.assess(blank), "covid19")
    with pytest.raises(KeyError):
        trust(assessor, film(2), assessor.assess(film(2)), "rickets")


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_the_worst_measure_grades_and_is_named(name: str) -> None:
    best = {"in_lung_share": 1.0, "stability": 1.0, "deletion_drop": 1.0}
    words = {"in_lung_share": "lungs", "stability": "moved", "deletion_drop": "blurred"}
    assert graded(*best.values()).grade == "good"
    for value, grade in ((LIMITS[name].fair, "fair"), (LIMITS[name].fair - 0.001, "poor")):
        found = graded(*(best | {name: value}).values())
        assert found.grade == grade
        assert [w in found.sentence for w in words.values()] == [
            w == words[name] for w in words.values()
        ]
    assert graded(None, 1.0, 1.0).grade == "good"


@settings(deadline=None, max_examples=30)
@given(down=st.integers(-9, 9), right=st.integers(-9, 9), seed=st.integers(0, 99))
def test_a_move_back_undoes_a_move_but_for_the_rim(down: int, right: int, seed: int) -> None:
    plane = np.random.default_rng(seed).random((1, 1, SIDE, SIDE)).astype(np.float32)
    back = shifted(shifted(plane, down, right), -down, -right)
    np.testing.assert_array_equal(back[..., 9:-9, 9:-9], plane[..., 9:-9, 9:-9])
    assert set(np.unique(shifted(plane, down, right))) <= set(np.unique(plane))


def test_blurring_keeps_the_grey_and_takes_the_detail() -> None:
    plane = np.random.default_rng(1).random((2, 1, SIDE, SIDE)).astype(np.float32)
    soft = blurred(plane)
    assert soft.mean() == pytest.approx(plane.mean(), abs=0.01)
    assert soft.std() < 0.1 * plane.std()


@settings(deadline=None, max_examples=30)
@given(share=st.floats(0, 1))
def test_the_hottest_share_is_the_hottest(share: float) -> None:
    heat = np.random.default_rng(2).random((20, 20)).astype(np.float32)
    where = hottest(heat, share)
    assert where.sum() == round(share * heat.size)
    if 0 < where.sum() < heat.size:
        assert heat[where].min() >= heat[~where].max()


def test_correlation_is_pearsons_and_none_for_even_maps() -> None:
    rng = np.random.default_rng(3)
    one, other = rng.random((2, 8, 8)).astype(np.float32)
    wanted = np.corrcoef(one.ravel(), other.ravel())[0, 1]
    assert correlation(one, other) == pytest.approx(wanted, abs=1e-5)
    assert correlation(one, np.ones_like(one)) == 0
