"""The losses agree with torch's, and parts of a batch add up to it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from training.config import ConfigError, Experiment, Fitting, Imbalance
from training.datasets.sample import Sample
from training.logbook import best_epoch, ended, validation
from training.losses import BinaryCrossEntropy, CrossEntropy, loss_of, targets_of

CLASSES = {"normal": ("normal",), "opacity": ("pneumonia", "mass"), "effusion": ("effusion",)}


def some(films: int = 6, classes: int = 4) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(films)
    logits = torch.randn(films, classes, generator=generator)
    return logits, torch.softmax(torch.randn(films, classes, generator=generator), 1)


def sample(finding: str, **targets: float) -> Sample:
    return Sample(Path(finding), finding, finding, "x", "train", targets=targets)


@given(st.floats(0, 0.5), st.lists(st.floats(0.1, 5), min_size=4, max_size=4))
@settings(max_examples=20)
def test_cross_entropy_is_torchs(smoothing: float, weights: list[float]) -> None:
    logits, soft = some()
    weight = torch.tensor(weights)
    expected = functional.cross_entropy(logits, soft, weight, label_smoothing=smoothing)
    torch.testing.assert_close(CrossEntropy(weight, smoothing)(logits, soft), expected)
    labels = soft.argmax(1)
    hard = functional.one_hot(labels, 4).float()
    expected = functional.cross_entropy(logits, labels, label_smoothing=smoothing)
    torch.testing.assert_close(CrossEntropy(torch.ones(4), smoothing)(logits, hard), expected)


def test_focal_loss_is_its_formula_and_spares_what_is_sure() -> None:
    logits = torch.tensor([[4.0, 0.0], [0.2, 0.0]])
    hard = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    p = torch.softmax(logits, 1)[:, 0]
    focal = CrossEntropy(torch.ones(2), gamma=2.0)
    torch.testing.assert_close(focal(logits, hard), (-((1 - p) ** 2) * p.log()).mean())
    plain = CrossEntropy(torch.ones(2))
    share = [focal(logits[k : k + 1], hard[k : k + 1]) / plain(logits[k:], hard[k:]) for k in (0,)]
    assert share[0] < 0.01


def test_the_multi_label_loss_passes_over_what_is_not_known() -> None:
    logits, soft = some()
    hard = (soft > 0.25).float()
    loss = BinaryCrossEntropy(torch.ones(2, 4))
    expected = functional.binary_cross_entropy_with_logits(logits, hard)
    torch.testing.assert_close(loss(logits, hard), expected)
    hard[0, 1] = torch.nan
    logits.requires_grad_()
    loss(logits, hard).backward()
    assert logits.grad is not None
    assert logits.grad.isfinite().all()
    assert logits.grad[0, 1] == 0
    assert (logits.grad[1:] != 0).all()
    assert loss(logits[:1], torch.full((1, 4), torch.nan)) == 0


@pytest.mark.parametrize("kind", [CrossEntropy, BinaryCrossEntropy])
def test_parts_of_a_batch_add_up_to_it(
    kind: type[CrossEntropy] | type[BinaryCrossEntropy],
) -> None:
    logits, soft = some(8)
    weights = torch.tensor([1.0, 2, 3, 4])
    loss = kind(weights if kind is CrossEntropy else weights.expand(2, 4), 0.1, 1.5)
    if kind is BinaryCrossEntropy:
        soft[2, 1] = torch.nan
    parts = [loss(logits[k : k + 2], soft[k : k + 2]) / 4 for k in range(0, 8, 2)]
    torch.testing.assert_close(torch.stack(parts).sum(), loss(logits, soft))


def test_targets_follow_the_classes() -> None:
    experiment = Experiment(classes=CLASSES, task="multi_label")
    films = [
        sample("normal"),
        sample("mass", pneumonia=0, mass=1, effusion=1, normal=0),
        sample("effusion", pneumonia=0, effusion=1),
    ]
    found = targets_of(experiment, [replace(films[0], finding="normal"), *films[1:]])
    nan = float("nan")
    np.testing.assert_array_equal(found, [[1, 0, 0], [0, 1, 1], [nan, nan, 1]])
    one_hot = targets_of(Experiment(classes=CLASSES), [sample("opacity", effusion=1)])
    np.testing.assert_array_equal(one_hot, [[0, 1, 0]])


def test_class_weights_make_up_for_what_is_drawn_and_have_mean_one() -> None:
    experiment = Experiment(
        classes=CLASSES,
        imbalance=Imbalance(class_weights=True),
        fitting=Fitting(label_smoothing=0),
    )
    targets = np.eye(3, dtype=np.float32)
    order = np.array([0] * 6 + [1] * 3 + [2])
    weights = loss_of(experiment, targets, order).weights
    mass = weights * torch.tensor([6, 3, 1])
    torch.testing.assert_close(mass, torch.full((3,), 10 / 3))
    equal = loss_of(experiment, targets, np.array([0, 1, 2] * 4)).weights
    torch.testing.assert_close(equal, torch.ones(3))


def test_a_finding_that_is_never_absent_is_refused() -> None:
    experiment = Experiment(classes=CLASSES, task="multi_label")
    targets = np.array([[1, 0, 1], [0, 1, np.nan], [0, 0, 1]], np.float32)
    with pytest.raises(ConfigError, match="without effusion"):
        loss_of(experiment, targets, np.arange(3))


def test_validation_counts_by_hand() -> None:
    logits = np.array([[2, 1, 0], [0, 1, 2], [0, 3, 1], [3, 0, 0]], np.float32)
    targets = np.eye(3, dtype=np.float32)[[0, 2, 1, 1]]
    found = validation(Experiment(classes=CLASSES), logits, targets)
    assert found["accuracy"] == 0.75
    assert found["balanced_accuracy"] == pytest.approx((1 + 0.5 + 1) / 3)
    assert found["val_loss"] == pytest.approx(
        float(functional.cross_entropy(torch.tensor(logits), torch.tensor([0, 2, 1, 1]))), abs=1e-6
    )
    targets = np.array([[1, 0, np.nan], [0, 1, 1], [0, 1, np.nan], [1, np.nan, 0]], np.float32)
    multi = validation(
        Experiment(classes=CLASSES, task="multi_label"), logits - np.float32(0.5), targets
    )
    assert multi["macro_auc"] == pytest.approx((1 + 0.75 + 1) / 3)
    assert multi["accuracy"] == pytest.approx(8 / 9)


def test_the_best_epoch_and_the_end_of_patience() -> None:
    nan = float("nan")
    rows = [{"macro_auc": v, "val_loss": v} for v in (0.7, 0.9, nan, 0.9, 0.8)]
    assert best_epoch(rows, "macro_auc") == 1
    assert best_epoch(rows, "loss") == 0
    assert ended(rows, Fitting(patience=3, metric="macro_auc"))
    assert not ended(rows, Fitting(patience=4, metric="macro_auc"))
    assert not ended(rows, Fitting(patience=0))
