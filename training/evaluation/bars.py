"""The figures that a model must reach before it ships, each defined once, with its bar.

A row says what was measured, where (val, test, or what was left out of training), the figure with
its interval, and whether it lies within the bar. Rows of one bundle come from its predictions; rows
of places that a model never saw come from `hilum-train cross-validate --by source`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.card import NORMAL, ModelCard
from training.config import LEAVES
from training.evaluation.calibration import BINS
from training.evaluation.conformal import chosen_sets
from training.evaluation.heat_maps import abnormal_findings
from training.evaluation.intervals import DRAWS, Floats, Interval, intervals, ratio
from training.evaluation.metrics import (
    Ranked,
    Truth,
    finding_metrics,
    macro_auc,
    median,
    share,
)
from training.evaluation.predictions import Predictions

_COVID = "covid19"
_THREE = (NORMAL, "viral_pneumonia", _COVID)
_FOUR = (*_THREE, "lung_opacity")
_KERMANY, _RECALL, _SPECIFICITY = "kermany", 0.98, 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Films:
    """What the rows of one split are measured on.

    Attributes
    ----------
    val : Predictions, optional
        The films of val, where ``found`` are others: thresholds and conformal scores come from
        them.
    blanked : Predictions, optional
        Some of the films with their lungs blanked out.
    """

    card: ModelCard
    found: Predictions
    val: Predictions | None = None
    blanked: Predictions | None = None
    count: int = DRAWS

    @property
    def home(self) -> Predictions:
        """The films that thresholds are set on."""
        return self.val or self.found

    def leaf(self, name: str) -> int:
        """Return the column of a leaf."""
        return self.card.leaves.index(name)


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the table; ``splits`` are those where the bar must be reached."""

    measure: str
    of: Callable[[Films], Interval]
    least: float | None = None
    most: float | None = None
    splits: tuple[str, ...] = ("val", "test")


@dataclass(frozen=True, slots=True)
class LeftOutBar:
    """A line from cross-validation: the fold's name, and the way to the figure in its results."""

    measure: str
    place: str
    path: tuple[str, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its bar; ``met`` is None where it was not measured or no bar holds there."""

    measure: str
    where: str
    figure: Interval = field(default_factory=dict)
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the figure itself, not its interval, lies within the bar."""
        if not self.figure or (self.least is None and self.most is None):
            return None
        value = self.figure["value"]
        low = -np.inf if self.least is None else self.least
        high = np.inf if self.most is None else self.most
        return bool(low <= value <= high)

    def to_json(self) -> dict[str, Any]:
        """Return the row as plain values."""
        names = ("measure", "where", "figure", "least", "most", "met")
        return {name: getattr(self, name) for name in names}


def five_findings(films: Films) -> Interval:
    """Return the macro AUC over the leaves."""
    found = films.found
    return macro_auc(found.probabilities, found.labels, found.groups, count=films.count)


def three_classes_accuracy(films: Films) -> Interval:
    """Return the accuracy of the likeliest of normal, viral and COVID-19 on films of these."""
    probabilities, labels, groups = _among(films, _THREE)
    return share(probabilities.argmax(1) == labels, groups, count=films.count)


def four_classes_auc(films: Films) -> Interval:
    """Return the macro AUC over normal, viral, COVID-19 and lung opacity on films of these."""
    probabilities, labels, groups = _among(films, _FOUR)
    return macro_auc(probabilities, labels, groups, count=films.count)


def four_classes_covid(films: Films) -> Interval:
    """Return COVID-19's sensitivity at 95 % specificity on films of the four classes."""
    probabilities, labels, groups = _among(films, _FOUR)
    place = _FOUR.index(_COVID)
    return sensitivity_at(
        probabilities[:, place], labels == place, groups, _SPECIFICITY, count=films.count
    )


def kermany(films: Films, measure: str) -> Interval:
    """Return accuracy, recall or AUC of pneumonia (any but normal) on the children of Guangzhou.

    The threshold is the highest that reaches a recall of 0.98 on their films of val. Their films
    of test are the set's official ones.
    """
    score, truth, groups = _kermany(films, films.found)
    if measure == "auc":
        return _auc(score, truth, groups, films)
    at_home, there, _ = _kermany(films, films.home)
    if not there.any() or not len(score):
        return {}
    called = score >= threshold_for(at_home, there, _RECALL)
    if measure == "recall":
        return share(called[truth], groups[truth], count=films.count)
    return share(called == truth, groups, count=films.count)


def threshold_for(score: Floats, truth: Truth, recall: float) -> float:
    """Return the highest threshold at or above which that share of the positives lies."""
    falling = np.sort(score[truth])[::-1]
    return float(falling[int(np.ceil(recall * len(falling) - 1e-9)) - 1])


def bacterial_or_viral(films: Films) -> Interval:
    """Return the AUC of bacterial against viral pneumonia in children, other classes left out."""
    children = films.found.take(films.found.ages == "child")
    pair = ("viral_pneumonia", "bacterial_pneumonia")
    probabilities, labels, groups = _among(films, pair, children)
    return _auc(probabilities[:, 1], labels == 1, groups, films)


def adults_covid(films: Films) -> Interval:
    """Return the AUC of COVID-19 against the rest among adults."""
    return _covid(films, films.found.take(films.found.ages == "adult"))


def blanked_covid(films: Films) -> Interval:
    """Return the AUC that COVID-19 keeps with the lungs blanked out."""
    return {} if films.blanked is None else _covid(films, films.blanked)


def in_lungs(films: Films) -> Interval:
    """Return the median share of the true leaf's heat map in the lungs, where it is found right."""
    found, card = films.found, films.card
    if not found.in_lung.size:
        return {}
    right = found.probabilities.argmax(1) == found.labels
    abnormal = [films.leaf(name) for name in card.leaves if name in abnormal_findings(card)]
    rows = np.flatnonzero(right & np.isin(found.labels, abnormal))
    # Findings begin with the leaves, in their order.
    return median(found.in_lung[rows, found.labels[rows]], found.groups[rows], count=films.count)


def calibration_error(films: Films) -> Interval:
    """Return the calibration error of the likeliest leaf's probability (Guo, ICML 2017)."""
    best = films.found.probabilities.argmax(1)
    score = films.found.probabilities.max(1)
    return _error(score, best == films.found.labels, films)


def leaf_calibration_error(films: Films, leaf: str) -> Interval:
    """Return the calibration error of one leaf's probability."""
    place = films.leaf(leaf)
    return _error(films.found.probabilities[:, place], films.found.labels == place, films)


def coverage(films: Films, leaf: str) -> Interval:
    """Return how often the conformal sets at 90 % hold a leaf on its own films."""
    chosen, place = chosen_sets(films.found, films.val), films.leaf(leaf)
    if chosen is None:
        return {}
    own = films.found.labels == place
    return share(chosen[own, place], films.found.groups[own], count=films.count)


def wrong_refusals(films: Films) -> Interval:
    """Return the share of these good frontal films that the gate refuses."""
    return share(films.found.refused, films.found.groups, count=films.count)


def sensitivity_at(
    score: Floats, truth: Truth, groups: NDArray[Any], specificity: float, *, count: int = DRAWS
) -> Interval:
    """Return the sensitivity at the lowest threshold of these films with that specificity."""
    if not truth.any() or truth.all():
        return {}
    ranked = Ranked.of(score, truth)

    def measure(weights: Floats) -> dict[str, Floats]:
        positive, negative = (np.cumsum(part, axis=1) for part in ranked.sums(weights))
        alarms = ratio(negative, negative[:, -1:])
        reached = np.where(alarms <= 1 - specificity + 1e-12, positive, 0).max(1)
        return {"sensitivity": ratio(reached, positive[:, -1])}

    return intervals(measure, groups, count=count)["sensitivity"]


def expected_error(
    score: Floats, truth: Truth, groups: NDArray[Any], *, count: int = DRAWS
) -> Interval:
    """Return the expected calibration error over 15 equal bins (Naeini, AAAI 2015).

    Resampling adds error of its own, so that the interval is stretched down to the figure where it
    does not hold it.
    """
    which = np.minimum((score * BINS).astype(int), BINS - 1)
    gaps = np.eye(BINS)[which] * (score - truth)[:, None]

    def measure(weights: Floats) -> dict[str, Floats]:
        return {"error": ratio(np.abs(weights @ gaps).sum(1), weights.sum(1))}

    found = intervals(measure, groups, count=count)["error"]
    return found | {"low": min(found["low"], found["value"])} if found else {}


BARS: tuple[Bar, ...] = (
    Bar("gate: wrong refusals", wrong_refusals, most=0.01),
    Bar("five findings: macro AUC", five_findings, least=0.955),
    Bar("Normal / Viral / COVID-19: accuracy", three_classes_accuracy, least=0.93),
    Bar("4 classes with lung opacity: macro AUC", four_classes_auc, least=0.955),
    Bar(
        "4 classes: COVID-19 sensitivity at 95 % specificity",
        four_classes_covid,
        least=0.75,
    ),
    *(
        Bar(
            f"Normal / Pneumonia, Kermany: {'AUC' if of == 'auc' else of}",
            partial(kermany, measure=of),
            least=least,
            splits=("test",),
        )
        for of, least in (("accuracy", 0.95), ("recall", 0.98), ("auc", 0.985))
    ),
    Bar("bacterial against viral, children: AUC", bacterial_or_viral, least=0.88, splits=("val",)),
    Bar("adults only, COVID-19 against the rest: AUC", adults_covid, least=0.945),
    Bar("lungs blanked out: COVID-19 AUC", blanked_covid, most=0.65),
    Bar("heat-map mass in the lungs, true positives: median", in_lungs, least=0.85),
    Bar("calibration error (15 bins): likeliest class", calibration_error, most=0.03),
    *(
        Bar(
            f"calibration error (15 bins): {leaf}",
            partial(leaf_calibration_error, leaf=leaf),
            most=0.03,
        )
        for leaf in LEAVES
    ),
    *(
        Bar(f"conformal coverage at 90 %: {leaf}", partial(coverage, leaf=leaf), 0.88, 0.93)
        for leaf in LEAVES
    ),
)
"""The table's rows that one bundle gives, in its order."""

_CALLED, _ABNORMAL, _WITHIN = (
    ("normals_called_normal",),
    ("normal_against_other_places_abnormal",),
    ("normal_against_abnormal_within",),
)
LEFT_OUT: tuple[LeftOutBar, ...] = (
    LeftOutBar("normals called normal", "jsrt", _CALLED, 0.85),
    LeftOutBar("P(normal) against other places' abnormal: AUC", "jsrt", _ABNORMAL, 0.95),
    LeftOutBar("normals called normal", "nih_cxr14", _CALLED, 0.75),
    LeftOutBar("P(normal) against other places' abnormal: AUC", "nih_cxr14", _ABNORMAL, 0.90),
    LeftOutBar("normal against opacity within it: AUC", "nih_cxr14", _WITHIN, 0.70),
    LeftOutBar(
        "COVID-19 against other places' adults without it: AUC",
        "hannover",
        ("findings", _COVID, "against_other_places_without"),
        0.97,
    ),
    LeftOutBar(
        "COVID-19 against the rest of the place: AUC",
        "cohen",
        ("findings", _COVID, "against_rest_within"),
        0.70,
    ),
)
"""The rows that models which never saw a place give."""


def rows_of(films: Films, split: str) -> list[Row]:
    """Return the rows of a split; a figure is {} where these films or this card have none."""
    if films.card.leaves != LEAVES:
        return []
    rows = []
    for bar in BARS:
        row = Row(bar.measure, split, bar.of(films))
        holds = split in bar.splits
        rows.append(replace(row, least=bar.least, most=bar.most) if holds else row)
    return rows


def rows_left_out(results: Mapping[str, Mapping[str, Any]]) -> list[Row]:
    """Return the rows of cross-validation by source; {} for a place that was not left out."""
    return [
        Row(
            bar.measure,
            f"{bar.place} left out",
            _at(results.get(bar.place, {}), bar.path),
            bar.least,
        )
        for bar in LEFT_OUT
    ]


def _at(values: Mapping[str, Any], path: Sequence[str]) -> Interval:
    found: Any = values
    for key in path:
        found = found.get(key, {})
    return dict(found)


def _among(
    films: Films, names: tuple[str, ...], found: Predictions | None = None
) -> tuple[Floats, NDArray[np.int64], NDArray[np.str_]]:
    """Return probabilities (N, M) that sum to 1 over some leaves, and labels, of their films."""
    found = films.found if found is None else found
    columns = [films.leaf(name) for name in names]
    kept = np.isin(found.labels, columns)
    probabilities = np.maximum(found.probabilities[kept][:, columns], 1e-12)
    labels = np.array([columns.index(label) for label in found.labels[kept]], np.int64)
    return probabilities / probabilities.sum(1, keepdims=True), labels, found.groups[kept]


def _kermany(films: Films, found: Predictions) -> tuple[Floats, Truth, NDArray[np.str_]]:
    part = found.take(found.sources == _KERMANY)
    normal = films.leaf(NORMAL)
    return 1 - part.probabilities[:, normal], part.labels != normal, part.groups


def _covid(films: Films, found: Predictions) -> Interval:
    place = films.leaf(_COVID)
    return _auc(found.probabilities[:, place], found.labels == place, found.groups, films)


def _auc(score: Floats, truth: Truth, groups: NDArray[Any], films: Films) -> Interval:
    return finding_metrics(score, truth, groups, count=films.count)["auc"] if len(score) else {}


def _error(score: Floats, truth: Truth, films: Films) -> Interval:
    return expected_error(score, truth, films.found.groups, count=films.count)
