"""Measures are the textbook's, intervals respect patients, and nothing breaks without films."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as sklearn_metrics

from training.evaluation import conformal
from training.evaluation.calibration import halves, isotonic, reliability_curve
from training.evaluation.intervals import bootstrap, draws, intervals
from training.evaluation.metrics import (
    Ranked,
    auc,
    average_precision,
    class_metrics,
    finding_metrics,
    macro_auc,
    median,
    operating_points,
    share,
    thinned,
)
from training.evaluation.paired import auc_difference, delong, mcnemar

ONES = np.ones


@st.composite
def films(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores with ties, truth with both sides, integer weights that leave both sides some film."""
    count = draw(st.integers(4, 60))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    score = rng.integers(0, draw(st.sampled_from([3, 10, 1000])), count) / 1000
    truth = rng.random(count) < 0.4
    truth[:2] = True, False
    weights = rng.integers(0, 4, count).astype(float)
    weights[:2] = 1
    return score, truth, weights


@settings(max_examples=30, deadline=None)
@given(films())
def test_weighted_ranks_are_scikit_learns_areas(films: tuple[np.ndarray, ...]) -> None:
    score, truth, weights = films
    ranked = Ranked.of(score, truth)
    for measure, reference in (
        (auc, sklearn_metrics.roc_auc_score),
        (average_precision, sklearn_metrics.average_precision_score),
    ):
        plain, weighted = measure(ranked, np.stack([ONES(len(score)), weights]))
        assert plain == pytest.approx(reference(truth, score))
        assert weighted == pytest.approx(reference(truth, score, sample_weight=weights))


@settings(max_examples=20, deadline=None)
@given(films(), st.floats(0, 1))
def test_rates_are_scikit_learns(films: tuple[np.ndarray, ...], threshold: float) -> None:
    score, truth, _ = films
    called = score >= threshold
    found = finding_metrics(
        score, truth, np.arange(len(score)), threshold=threshold, likeliest=~called, count=5
    )

    def same(name: str, value: float) -> None:
        assert found[name]["value"] == pytest.approx(value, abs=1e-4)

    same("sensitivity", sklearn_metrics.recall_score(truth, called))
    same("specificity", sklearn_metrics.recall_score(~truth, ~called))
    same("recall", sklearn_metrics.recall_score(truth, ~called))
    same("f1", sklearn_metrics.f1_score(truth, ~called, zero_division=0))
    same("brier", sklearn_metrics.brier_score_loss(truth, score))
    if called.any():
        same("ppv", sklearn_metrics.precision_score(truth, called))
    else:
        assert found["ppv"] == {}
    if not called.all():
        same("npv", sklearn_metrics.precision_score(~truth, ~called))


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 6), st.integers(0, 1000))
def test_class_measures_are_scikit_learns(classes: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    labels, predicted = rng.integers(0, classes, (2, 80))
    labels[:classes] = np.arange(classes)
    found = class_metrics(predicted, labels, np.arange(80), classes=classes, count=5)
    expected = {
        "accuracy": sklearn_metrics.accuracy_score(labels, predicted),
        "balanced_accuracy": sklearn_metrics.balanced_accuracy_score(labels, predicted),
        "macro_f1": sklearn_metrics.f1_score(labels, predicted, average="macro"),
    }
    for name, value in expected.items():
        assert found[name]["value"] == pytest.approx(value, abs=1e-4)
    np.testing.assert_array_equal(
        found["confusion"], sklearn_metrics.confusion_matrix(labels, predicted)
    )


def test_macro_auc_leaves_out_classes_without_films() -> None:
    rng = np.random.default_rng(1)
    probabilities = rng.dirichlet([1, 1, 1], 50)
    labels = rng.integers(0, 2, 50)
    areas = [sklearn_metrics.roc_auc_score(labels == k, probabilities[:, k]) for k in (0, 1)]
    found = macro_auc(probabilities, labels, np.arange(50), count=20)
    assert found["value"] == pytest.approx(np.mean(areas), abs=1e-4)
    assert macro_auc(probabilities, np.zeros(50, int), np.arange(50)) == {}


def test_a_resample_draws_whole_groups() -> None:
    groups = np.array(list("aabbbcd"))
    first, *others = draws(groups, count=30)
    np.testing.assert_array_equal(first, ONES((1, 7)))
    weights = np.concatenate(others)
    assert weights.shape == (30, 7)
    for group in "abcd":
        assert (np.ptp(weights[:, groups == group], axis=1) == 0).all()
    np.testing.assert_array_equal(weights[:, [0, 2, 5, 6]].sum(1), 4)


def test_draws_do_not_depend_on_how_they_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = np.arange(40)

    def mean(weights: np.ndarray) -> dict[str, np.ndarray]:
        return {"mean": weights @ groups / weights.sum(1)}

    whole = bootstrap(mean, groups, count=25)["mean"]
    monkeypatch.setattr("training.evaluation.intervals._CELLS", 120)
    np.testing.assert_array_equal(bootstrap(mean, groups, count=25)["mean"], whole)


def test_films_of_one_patient_widen_the_interval() -> None:
    rng = np.random.default_rng(2)
    patients = np.repeat(np.arange(60), 10)
    skill = np.repeat(rng.random(60) < 0.7, 10)

    def width(groups: np.ndarray) -> float:
        found = share(skill, groups)
        return found["high"] - found["low"]

    assert width(patients) > 2 * width(np.arange(600))


def test_an_interval_holds_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(120):
        found = share(rng.random(150) < 0.3, np.arange(150), count=200)
        held += found["low"] <= 0.3 <= found["high"]
    assert 0.88 <= held / 120 <= 0.99


def test_films_that_all_agree_still_leave_doubt() -> None:
    found = share(ONES(10, bool), np.arange(10))
    assert found == {"value": 1.0, "low": pytest.approx(0.6915, abs=1e-3), "high": 1.0}
    assert share(np.zeros(10, bool), np.arange(10))["high"] == pytest.approx(0.3085, abs=1e-3)


def test_without_films_or_without_one_side_there_is_no_number() -> None:
    nothing, groups = np.empty(0), np.empty(0, str)
    found = finding_metrics(nothing, nothing.astype(bool), groups, threshold=0.5)
    assert set(map(str, found.values())) == {"{}"}
    assert share(nothing.astype(bool), groups) == {}
    assert class_metrics(nothing.astype(int), nothing.astype(int), groups, classes=3) == {
        **{name: {} for name in ("accuracy", "balanced_accuracy", "macro_f1")},
        "confusion": [[0] * 3] * 3,
    }
    score, one_sided = np.linspace(0, 1, 9), ONES(9, bool)
    found = finding_metrics(score, one_sided, np.arange(9), threshold=0.5)
    assert found["auc"] == found["pr_auc"] == found["specificity"] == {}
    assert found["sensitivity"]["value"] == pytest.approx(5 / 9, abs=1e-4)
    (point,) = operating_points(score, one_sided, np.arange(9), thresholds={0.9: 0.5})
    assert point["npv"]["value"] == 0
    assert point["specificity"] == {}
    without = finding_metrics(score, score > 0.4, np.arange(9))
    assert without["sensitivity"] == without["f1"] == {}
    assert without["auc"]["value"] == 1


def test_the_median_is_the_median() -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=201)
    found = median(np.append(values, np.nan), np.arange(202))
    assert found["value"] == pytest.approx(np.median(values), abs=1e-4)
    assert found["low"] < found["value"] < found["high"]
    assert median(np.full(3, np.nan), np.arange(3)) == {}


def test_delong_is_the_variance_of_its_definition() -> None:
    # DeLong's structural components are the means of the kernel (1, 1/2, 0) over the other side.
    truth = np.array([True] * 4 + [False] * 5)
    first = np.array([0.9, 0.8, 0.5, 0.4, 0.5, 0.3, 0.2, 0.6, 0.1])
    second = np.array([0.7, 0.9, 0.6, 0.2, 0.5, 0.4, 0.65, 0.3, 0.1])

    def kernel(score: np.ndarray) -> np.ndarray:
        gap = score[truth][:, None] - score[~truth][None]
        return (gap > 0) + 0.5 * (gap == 0)

    gaps = kernel(first) - kernel(second)
    variance = gaps.mean(1).var(ddof=1) / 4 + gaps.mean(0).var(ddof=1) / 5
    found = delong(first, second, truth)
    assert found["first"] == pytest.approx(kernel(first).mean(), abs=1e-4)
    assert found["difference"] == pytest.approx(gaps.mean(), abs=1e-4)
    assert found["z"] == pytest.approx(gaps.mean() / variance**0.5, abs=1e-3)


def test_delong_and_the_bootstrap_agree_on_independent_films() -> None:
    rng = np.random.default_rng(4)
    truth = rng.random(600) < 0.4
    signal = truth + rng.normal(0, 1, 600)
    first, second = signal + rng.normal(0, 0.4, 600), signal + rng.normal(0, 1.2, 600)
    exact = delong(first, second, truth)
    drawn = auc_difference(first, second, truth, np.arange(600))
    assert drawn["value"] == exact["difference"]
    assert drawn["high"] - drawn["low"] == pytest.approx(exact["high"] - exact["low"], rel=0.15)
    assert exact["p"] < 0.01
    assert delong(first, first, truth)["p"] == 1
    assert delong(first, second, truth | True) == {}


def test_mcnemar_is_exact() -> None:
    right = np.zeros(20, bool)
    better = right.copy()
    better[:6] = True
    assert mcnemar(better, right) == {"only_first": 6, "only_second": 0, "p": 0.03125}
    assert mcnemar(right, right)["p"] == 1


@pytest.mark.parametrize("method", ["LAC", "APS"])
def test_sets_hold_their_class_as_often_as_promised(method: conformal.Method) -> None:
    rng = np.random.default_rng(5)
    labels = rng.choice(3, 9000, p=[0.6, 0.3, 0.1])
    logits = rng.normal(0, 1, (9000, 3)) + 1.5 * np.eye(3)[labels]
    probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    allowed = conformal.thresholds(probabilities[:4500], labels[:4500], level=0.9, method=method)
    chosen = conformal.sets(probabilities[4500:], allowed, method=method)
    found = conformal.conformal_metrics(
        chosen, labels[4500:], np.arange(4500), leaves=("normal", "b", "c"), count=50
    )
    for leaf in ("normal", "b", "c"):
        assert found["coverage"][leaf]["value"] == pytest.approx(0.9, abs=0.035)
    assert sum(found["sizes"].values()) == pytest.approx(1, abs=1e-3)
    released = chosen[:, 0] & (chosen.sum(1) == 1) & (labels[4500:] != 0)
    assert found["positives_released"]["value"] == pytest.approx(
        released.sum() / (labels[4500:] != 0).sum(), abs=1e-4
    )


def test_a_class_of_too_few_films_is_never_ruled_out() -> None:
    probabilities = np.tile([0.9, 0.1], (40, 1))
    labels = np.repeat([0, 1], [36, 4])
    allowed = conformal.thresholds(probabilities, labels, level=0.9)
    assert np.isinf(allowed[1])
    assert conformal.sets(np.array([[1.0, 0.0]]), allowed)[0, 1]


def test_halves_divide_films_but_no_group() -> None:
    groups = np.array(list("aabbbcde"))
    one, other = halves(groups)
    assert (one ^ other).all()
    assert not set(groups[one]) & set(groups[other])
    assert not halves(np.array(["a", "a"]))[0].any()


def test_isotonic_scaling_and_the_reliability_curve_find_the_frequency() -> None:
    rng = np.random.default_rng(6)
    meant = rng.random(20_000)
    truth = rng.random(20_000) < meant
    curve = np.array(reliability_curve(meant, truth))
    assert curve.shape == (15, 3)
    assert curve[:, 2].sum() == 20_000
    np.testing.assert_allclose(curve[:, 0], curve[:, 1], atol=0.05)
    told = isotonic(meant**3, truth, at=np.array([0.2, 0.5, 0.8]) ** 3)
    np.testing.assert_allclose(told, [0.2, 0.5, 0.8], atol=0.05)


def test_curves_keep_their_ends() -> None:
    points = np.stack([np.arange(1000), np.arange(1000)], axis=1) / 999
    kept = thinned(points)
    assert len(kept) == 200
    assert (kept[0], kept[-1]) == ([0, 0], [1, 1])
    assert thinned(points[:3]) == [[round(float(v), 5) for v in p] for p in points[:3]]


def test_two_thousand_films_are_measured_in_seconds() -> None:
    import time

    rng = np.random.default_rng(7)
    truth = rng.random(2000) < 0.3
    score = rng.random(2000)
    start = time.process_time()
    finding_metrics(score, truth, np.arange(2000), threshold=0.5)
    # A seventh of the 20 s that seven findings may take.
    assert time.process_time() - start < 20 / 7
    assert intervals(lambda w: {"n": w.sum(1)}, np.arange(9))["n"]["value"] == 9
