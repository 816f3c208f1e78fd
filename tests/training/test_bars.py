"""Each row of the table means what it says; the command prints, keeps and shows the same."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bundle_fakes import write_bundle
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from made_films import make_films
from typer.testing import CliRunner

from engine.models.bundle import read_bundle
from engine.models.catalog import find
from training.calibrate import expected_calibration_error
from training.cards import conformal_scores
from training.cli import app
from training.config import LEAVES, ConfigError
from training.evaluation import bars
from training.evaluation.bar_table import left_out_rows
from training.evaluation.bars import Films, Row
from training.evaluation.conformal import sets, thresholds
from training.evaluation.predictions import Predictions
from training.report.bars import bar_words

CARD = read_bundle(find("standard")).card
NORMAL, BACTERIAL, VIRAL, COVID, OPACITY = range(5)


def films(
    scores: list[list[float]], labels: list[int], *, val: Predictions | None = None, **more: Any
) -> Films:
    """Return films whose scores are weights of the five leaves."""
    weights = np.array(scores, float)
    names = {name: np.array(more.pop(name)) for name in ("sources", "ages") if name in more}
    blank = np.full(len(labels), "x")
    found = Predictions(
        probabilities=weights / weights.sum(1, keepdims=True),
        labels=np.array(labels),
        groups=np.array([f"g{i}" for i in range(len(labels))]),
        sources=names.get("sources", blank),
        ages=names.get("ages", blank),
        views=blank,
        refused=np.array(more.pop("refused", [False] * len(labels))),
        in_lung=np.array(more.pop("in_lung", np.empty((0, 0)))),
    )
    assert not more
    return Films(CARD, found, val=val, count=20)


def value(found: dict[str, float]) -> float:
    assert set(found) == {"value", "low", "high"}
    assert found["low"] <= found["value"] <= found["high"]
    return found["value"]


def one(leaf: int, *, sure: float = 0.9) -> list[float]:
    """Return scores that are sure of one leaf."""
    return [sure if k == leaf else (1 - sure) / 4 for k in range(5)]


def test_three_classes_leave_the_others_films_and_scores_out() -> None:
    scores = [
        [0.2, 0.6, 0.1, 0.05, 0.05],  # normal is the likeliest of the three
        [0.1, 0.6, 0.2, 0.05, 0.05],
        one(COVID),
        one(NORMAL),
        one(NORMAL),  # a bacterial film: not counted
    ]
    given_films = films(scores, [NORMAL, VIRAL, COVID, COVID, BACTERIAL])
    assert value(bars.three_classes_accuracy(given_films)) == 0.75


def test_macro_aucs_are_over_five_and_over_four_classes() -> None:
    right = films([one(k) for k in range(5)] * 4, list(range(5)) * 4)
    assert value(bars.five_findings(right)) == 1
    # Only bacterial films are taken for others: the four classes do not notice.
    wrong = films([one(k or 1) for k in range(5)] * 4, [1, 0, 2, 3, 4] * 4)
    assert value(bars.five_findings(wrong)) < 1
    confused = films([one(COVID), *[one(k) for k in range(5)]] * 4, [1, 0, 1, 2, 3, 4] * 4)
    assert value(bars.five_findings(confused)) < 1
    assert value(bars.four_classes_auc(confused)) == 1


def test_the_sensitivity_is_that_of_the_lowest_threshold_with_the_specificity() -> None:
    rng = np.random.default_rng(4)
    truth = rng.random(400) < 0.3
    score = np.round(rng.normal(truth * 1.5, 1), 1)  # with ties
    wanted = max(
        (score[truth] >= t).mean() for t in np.unique(score) if (score[~truth] < t).mean() >= 0.95
    )
    groups = np.arange(400).astype(str)
    found = bars.sensitivity_at(score, truth, groups, 0.95, count=20)
    assert value(found) == pytest.approx(wanted, abs=1e-4)
    assert bars.sensitivity_at(score, truth | True, groups, 0.95) == {}


def test_covid_among_four_classes_is_measured_without_bacterial_films() -> None:
    # A bacterial film with the highest COVID-19 score costs no specificity.
    scores = [*[one(NORMAL)] * 19, one(COVID, sure=0.5), one(COVID, sure=0.99)]
    given_films = films(scores, [*[NORMAL] * 19, COVID, BACTERIAL])
    assert value(bars.four_classes_covid(given_films)) == 1


@given(
    hnp.arrays(float, 40, elements=st.floats(0, 1)),
    hnp.arrays(bool, 40).filter(lambda truth: truth.any()),
    st.sampled_from([0.5, 0.9, 0.98, 1.0]),
)
def test_a_threshold_is_the_highest_that_reaches_the_recall(
    score: np.ndarray, truth: np.ndarray, recall: float
) -> None:
    threshold = bars.threshold_for(score, truth, recall)
    assert (score[truth] >= threshold).mean() >= recall
    higher = np.nextafter(threshold, 2)
    assert (score[truth] >= higher).mean() < recall


def test_kermanys_threshold_comes_from_val_and_its_films_alone_count() -> None:
    home = films(
        [one(NORMAL, sure=0.7), one(VIRAL, sure=0.6), one(COVID, sure=0.1)],
        [NORMAL, VIRAL, COVID],
        sources=["kermany", "kermany", "cohen"],
    ).found
    threshold = 1 - home.probabilities[1, NORMAL]  # what reaches every pneumonia of val
    scores = [one(NORMAL, sure=0.05), one(NORMAL), one(BACTERIAL), one(NORMAL, sure=0.4), one(0)]
    given_films = films(
        scores,
        [NORMAL, NORMAL, BACTERIAL, VIRAL, COVID],
        sources=["kermany"] * 4 + ["cohen"],
        val=home,
    )
    called = 1 - given_films.found.probabilities[:4, NORMAL] >= threshold
    assert called.tolist() == [True, False, True, False]
    assert value(bars.kermany(given_films, "accuracy")) == 0.5
    assert value(bars.kermany(given_films, "recall")) == 0.5
    assert value(bars.kermany(given_films, "auc")) == 0.75
    none = films([one(0)], [0], sources=["cohen"], val=home)
    assert [bars.kermany(none, m) for m in ("accuracy", "recall", "auc")] == [{}, {}, {}]


def test_ages_are_kept_apart() -> None:
    scores = [
        [0.8, 0.15, 0.05, 0.0, 0.0],  # bacterial against viral is a ratio
        [0.0, 0.4, 0.6, 0.0, 0.0],
        one(VIRAL),
        one(COVID),
        one(NORMAL),
    ]
    labels = [BACTERIAL, VIRAL, BACTERIAL, COVID, NORMAL]
    given_films = films(scores, labels, ages=["child", "child", "adult", "adult", "adult"])
    assert value(bars.bacterial_or_viral(given_films)) == 1
    assert value(bars.adults_covid(given_films)) == 1
    adults = films(scores, labels, ages=["adult"] * 5)
    assert bars.bacterial_or_viral(adults) == {}


def test_blanked_films_are_other_films() -> None:
    whole = films([one(COVID), one(NORMAL)], [COVID, NORMAL])
    assert bars.blanked_covid(whole) == {}
    blanked = films([one(NORMAL), one(COVID)], [COVID, NORMAL]).found
    assert bars.blanked_covid(replace(whole, blanked=blanked))["value"] == 0


def test_heat_maps_are_those_of_true_positives() -> None:
    nothing = [np.nan] * len(CARD.findings)

    def shares(leaf: int, share: float) -> list[float]:
        return [share if k == leaf else 0.0 for k in range(len(nothing))]

    given_films = films(
        [one(COVID), one(VIRAL), one(NORMAL), one(COVID), one(NORMAL)],
        [COVID, VIRAL, COVID, COVID, NORMAL],
        in_lung=[
            shares(COVID, 0.9),
            shares(VIRAL, 0.7),
            shares(COVID, 0.1),  # missed
            shares(COVID, 0.8),
            shares(NORMAL, 0.2),  # no finding
        ],
    )
    assert value(bars.in_lungs(given_films)) == 0.8
    assert bars.in_lungs(films([one(0)], [0])) == {}


def test_calibration_errors_are_those_of_the_card() -> None:
    rng = np.random.default_rng(2)
    scores, labels = rng.random((300, 5)), rng.integers(0, 5, 300)
    given_films = films(scores.tolist(), labels.tolist())
    p = given_films.found.probabilities
    wanted = expected_calibration_error(p[:, COVID], labels == COVID)
    assert value(bars.leaf_calibration_error(given_films, "covid19")) == pytest.approx(
        wanted, abs=1e-4
    )
    wanted = expected_calibration_error(p.max(1), p.argmax(1) == labels)
    assert bars.calibration_error(given_films)["value"] == pytest.approx(wanted, abs=1e-4)


def test_coverage_is_of_each_classs_own_films() -> None:
    home = films([one(k, sure=0.6) for k in range(5)] * 10, list(range(5)) * 10).found
    there = films([one(NORMAL)] * 3 + [one(COVID), one(NORMAL)], [0, 0, 0, 3, 3], val=home)
    assert bars.coverage(there, "normal")["value"] == 1
    assert bars.coverage(there, "covid19")["value"] == 0.5
    assert bars.coverage(there, "viral_pneumonia") == {}


def test_wrong_refusals_are_a_share_of_all() -> None:
    given_films = films([one(0)] * 4, [0] * 4, refused=[True, False, False, False])
    assert value(bars.wrong_refusals(given_films)) == 0.25


def test_a_bar_is_met_within_its_bounds_and_only_where_it_holds() -> None:
    def met(figure: float, least: float | None, most: float | None) -> bool | None:
        return Row("x", "val", {"value": figure, "low": 0, "high": 1}, least, most).met

    assert [met(0.9, 0.9, None), met(0.89, 0.9, None)] == [True, False]
    assert [met(0.65, None, 0.65), met(0.66, None, 0.65)] == [True, False]
    assert [met(x, 0.88, 0.93) for x in (0.87, 0.9, 0.94)] == [False, True, False]
    assert met(0.9, None, None) is None
    assert Row("x", "val", {}, 0.9).met is None


def test_a_row_stands_for_every_figure_and_some_hold_on_one_split_only() -> None:
    given_films = films([one(k) for k in range(5)] * 4, list(range(5)) * 4)
    val, test = (bars.rows_of(given_films, split) for split in ("val", "test"))
    names = [row.measure for row in val]
    assert len(names) == len(set(names)) == len(bars.BARS)
    bounds = {row.measure: bar_words(row.to_json()) for row in (*val, *test)}
    assert bounds["conformal coverage at 90 %: covid19"] == "0.880 to 0.930"
    for rows, other in ((val, "Normal / Pneumonia"), (test, "bacterial against viral")):
        free = [row.measure for row in rows if row.least is None and row.most is None]
        assert free
        assert all(name.startswith(other) for name in free)
    json.dumps([row.to_json() for row in val], allow_nan=False)
    other = replace(CARD, leaves=CARD.leaves[::-1])
    assert bars.rows_of(replace(given_films, card=other), "val") == []


def test_places_left_out_are_read_from_cross_validation(tmp_path: Path) -> None:
    figure = {"value": 0.8, "low": 0.7, "high": 0.9}
    results = {
        "jsrt": {"normals_called_normal": figure, "findings": {}},
        "cohen": {"findings": {"covid19": {"against_rest_within": figure}}},
    }
    path = tmp_path / "cross-validation.json"
    path.write_text(json.dumps(results))
    rows = {(row.where, row.measure): row for row in left_out_rows(path)}
    assert len(rows) == len(bars.LEFT_OUT)
    called = rows["jsrt left out", "normals called normal"]
    assert (called.figure, called.met) == (figure, False)
    assert rows["cohen left out", "COVID-19 against the rest of the place: AUC"].met is True
    assert [row.met for row in left_out_rows(None)] == [None] * len(rows)
    path.write_text("[1]")
    with pytest.raises(ConfigError, match="cross-validate"):
        left_out_rows(path)


def test_a_cards_scores_give_the_sets_that_evaluation_gives() -> None:
    rng = np.random.default_rng(9)
    p = rng.dirichlet(np.ones(5), 400)
    labels = np.array([rng.choice(5, p=row) for row in p])
    labels[labels == OPACITY] = NORMAL
    labels[:3] = OPACITY  # too few to promise anything: in every set
    for scores in conformal_scores(p, labels):
        wanted = sets(p, thresholds(p, labels, level=scores.level))
        np.testing.assert_array_equal(p >= np.array(scores.least) - 1e-12, wanted)
        assert scores.least[OPACITY] == 0


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made films of val and test."""
    path = make_films(tmp_path_factory.mktemp("films"))
    lines = path.read_text().splitlines()
    moved = [x.replace(",val,", ",test,") if "_1" in x.split(".")[0] else x for x in lines]
    path.write_text("\n".join(moved) + "\n")
    return path


def test_the_command_prints_the_table_and_the_card_keeps_it(
    manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr("training.commands.reporting.packaged_lungs", lambda: None)
    bundle = tmp_path / "models" / "five.onnx"
    bundle.parent.mkdir()
    write_bundle(bundle, LEAVES)
    out = tmp_path / "report.html"
    words = ["report", "--bundle", "five", "--data", str(manifest), "--out", str(out)]
    done = CliRunner().invoke(app, [*words, "--into-card"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    kept = read_bundle(bundle).card.metrics["bars"]
    assert list(kept) == ["test", "val", "left_out"]
    page = out.read_text()
    for split in ("test", "val"):
        row = next(r for r in kept[split] if r["measure"] == "five findings: macro AUC")
        figure = f"{row['figure']['value']:.3f} ({row['figure']['low']:.3f}"
        assert figure in done.output
        assert figure in page
        assert row["where"] == split
    assert "What it had to reach" in page
    # A later run on one split leaves the other's figures alone.
    CliRunner().invoke(app, [*words, "--split", "val", "--into-card"], catch_exceptions=False)
    assert read_bundle(bundle).card.metrics["bars"] == kept


def test_the_command_says_what_is_missing(manifest: Path) -> None:
    with pytest.raises(ConfigError, match="name what to report on"):
        CliRunner().invoke(app, ["report"], catch_exceptions=False)
    words = ["report", "--bundle", "standard", "--data", str(manifest), "--split", "nights"]
    with pytest.raises(ConfigError, match="'nights'"):
        CliRunner().invoke(app, words, catch_exceptions=False)
