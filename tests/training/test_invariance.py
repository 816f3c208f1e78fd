"""What is meant to make a network blind to places does that, and nothing while it is off."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from made_films import make_films, write_config
from torch import Tensor, nn

from engine.models import lungs as engine_lungs
from engine.models.preprocessing import Preprocessing
from training import films as filming
from training import fit as fitting
from training.augment import augment
from training.config import (
    Augmentation,
    ConfigError,
    Experiment,
    Fitting,
    Imbalance,
    Invariance,
    load,
)
from training.distributed import Place
from training.films import squares
from training.fit import fit
from training.invariance import FeatureMixing, mixed_statistics
from training.invariance import Invariance as Losses
from training.losses import CrossEntropy, targets_of
from training.networks import build, build_for
from training.optimising import average, averaging, optimiser_of, set_rates, set_training
from training.sampling import sampler
from training.selection import select

HERE = Place(torch.device("cpu"))
INGREDIENTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("augmentation", {"random_convolution": 0.5}),
    ("augmentation", {"feature_mixing": 0.5}),
    ("augmentation", {"outside": 0.5}),
    ("augmentation", {"opacities": 0.5}),
    ("preprocessing", {"lungs_only": 0.03, "tone": "bands"}),
    ("imbalance", {"strata": ("source", "view", "age_group")}),
    ("invariance", {"adversary": 0.3}),
    ("invariance", {"group_robust": 0.01}),
    ("fitting", {"frozen_stages": 2}),
    ("fitting", {"mean_epochs": 1}),
)
LEAST = {"films_per_epoch": 32, "batch": 8, "workers": 0, "epochs": 2}


class Lungs:
    """A lung model that finds the middle of every film."""

    class card:  # noqa: N801
        graph_sha256 = "0" * 64
        preprocessing = Preprocessing(crop=0.0)

    def lung_area(
        self, _radiograph: object, _values: object = None
    ) -> tuple[tuple[float, ...], np.ndarray]:
        mask = np.zeros((64, 64), np.uint8)
        mask[16:48, 8:56] = 255
        return (0.25, 0.125, 0.75, 0.875), mask

    def lung_box(self, radiograph: object) -> tuple[float, ...]:
        return self.lung_area(radiograph)[0]


@pytest.fixture(autouse=True)
def _lungs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filming, "packaged_lungs", Lungs)
    monkeypatch.setattr(engine_lungs, "packaged_lungs", Lungs)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    folder = tmp_path_factory.mktemp("films")
    experiment = load(write_config(folder, make_films(folder), network="small_cnn"))
    return replace(
        experiment,
        preprocessing=replace(experiment.preprocessing, size=32),
        fitting=replace(experiment.fitting, **LEAST),
    )


def weights(out: Path) -> dict[str, Tensor]:
    return torch.load(out / "weights.pt", weights_only=True)  # type: ignore[no-any-return]


def test_two_steps_with_everything_off_are_the_plain_ones(tiny: Experiment, tmp_path: Path) -> None:
    plain = replace(tiny, fitting=replace(tiny.fitting, films_per_epoch=16, epochs=1))
    fit(plain, tmp_path)
    found = torch.load(tmp_path / "checkpoint.pt", weights_only=True)["network"]

    train, films = squares(
        select(plain, "train"), size=plain.data.cache_size, cache=Path(plain.data.cache)
    )
    targets = torch.from_numpy(targets_of(plain, train))
    torch.manual_seed(plain.fitting.seed)
    network = build_for(plain).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = optimiser_of(network, plain.fitting)
    loss = CrossEntropy(torch.ones(5), plain.fitting.label_smoothing)
    order = sampler(plain, train)(0)
    for step in range(2):
        places = range(step * 8, step * 8 + 8)
        views = [
            augment(
                films[order[place]],
                np.random.default_rng((plain.fitting.seed, 0, place)),
                augmentation=plain.augmentation,
                preprocessing=plain.preprocessing,
            )
            for place in places
        ]
        batch = torch.from_numpy(np.stack(views)).to(memory_format=torch.channels_last)
        set_rates(optimiser, step / 2, plain.fitting.warmup)
        optimiser.zero_grad()
        network.train()
        loss(network(batch), targets[order[list(places)]]).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
    for key, value in network.state_dict().items():
        torch.testing.assert_close(found[key], value, rtol=0, atol=0)


LATER: list[dict[str, Any]] = [
    {"augmentation": Augmentation(random_convolution=0.5)},
    {"augmentation": Augmentation(feature_mixing=0.5)},
    {"augmentation": Augmentation(outside=0.5)},
    {"imbalance": Imbalance(strata=("source", "view"))},
    {"invariance": Invariance(adversary=0.1)},
    {"invariance": Invariance(group_robust=0.01)},
    {"fitting": Fitting(frozen_stages=1)},
    {"fitting": Fitting(mean_epochs=1)},
]


def test_runs_from_before_these_keys_go_on_and_others_are_told_apart() -> None:
    before = "f3b4ad7afb787a840a120c3d9f563be14a8bfb91cdcbeccfa5450689b297a9c8"
    assert Experiment().sha256 == before
    names = {Experiment(**change).sha256 for change in LATER}
    assert len(names | {before}) == len(LATER) + 1


def test_a_run_with_all_of_it_goes_on_exactly_where_it_was_broken_off(
    tiny: Experiment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = replace(
        tiny,
        augmentation=Augmentation(
            random_convolution=0.5, feature_mixing=0.5, feature_mixing_stages=1, outside=0.5
        ),
        imbalance=Imbalance(sampling="balanced", strata=("source", "view", "age_group")),
        invariance=Invariance(adversary=0.5, group_robust=0.01),
        fitting=replace(tiny.fitting, mean_epochs=1, frozen_stages=1),
    )
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    fit(experiment, whole)
    calls: list[int] = []

    def breaking(*values: Any) -> None:
        calls.append(1)
        if len(calls) == 6:
            raise KeyboardInterrupt
        average(*values)

    with monkeypatch.context() as patch:
        patch.setattr(fitting, "average", breaking)
        with pytest.raises(KeyboardInterrupt):
            fit(experiment, broken)
    fit(experiment, broken)
    for key, value in weights(whole).items():
        torch.testing.assert_close(weights(broken)[key], value, rtol=0, atol=0)
    assert weights(whole).keys() == build_for(experiment).state_dict().keys()
    states = [
        torch.load(out / "checkpoint.pt", weights_only=True)["invariance"]
        for out in (whole, broken)
    ]
    for key, value in states[0].items():
        torch.testing.assert_close(states[1][key], value, rtol=0, atol=0)
    assert states[0]["weights"].sum().item() == pytest.approx(1)
    assert states[0]["weights"].std() > 0


# Normal from places 0 and 1, viral pneumonia from 1 alone, COVID-19 from 1 and 2.
CLASSES = np.array([0, 0, 2, 3, 3])
SOURCES = np.array([0, 1, 1, 1, 2])


def losses(**asked: Any) -> tuple[Losses, nn.Module]:
    torch.manual_seed(0)
    network = build("small_cnn", classes=5, size=32)
    experiment = Experiment(
        network="small_cnn",
        preprocessing=replace(Experiment().preprocessing, size=32),
        invariance=Invariance(**asked),
    )
    hot = np.eye(5, dtype=np.float32)[CLASSES]
    return Losses(experiment, network, hot, SOURCES, HERE), network


def told_apart(found: Losses, network: nn.Module, rows: list[int], share: float) -> Tensor:
    """Return what the adversary adds to the loss of some of the films."""
    films = torch.randn(len(rows), 1, 32, 32, generator=torch.Generator().manual_seed(1))
    targets = torch.eye(5)[CLASSES[rows]]
    sources = torch.from_numpy(SOURCES[rows])
    plain = CrossEntropy(torch.zeros(5))
    network.eval()
    network.tail.train()  # type: ignore[union-attr]
    for layer in network.tail.modules():  # type: ignore[union-attr]
        if isinstance(layer, nn.Dropout):
            layer.p = 0.0
    return found.loss(plain, network(films), targets, sources, share)


def test_the_adversary_learns_and_the_features_unlearn_by_its_weight() -> None:
    found, network = losses(adversary=0.4, adversary_ramp=0.5)
    first = next(network.features.parameters())  # type: ignore[union-attr]
    own = found.adversary[0].weight
    gradients = {}
    for share in (0.0, 0.25, 1.0):
        loss = told_apart(found, network, [0, 1, 3, 4], share)
        gradients[share] = torch.autograd.grad(loss, (first, own))
    assert not gradients[0.0][0].any()
    torch.testing.assert_close(gradients[0.25][0] * 2, gradients[1.0][0])
    torch.testing.assert_close(gradients[0.0][1], gradients[1.0][1])
    with torch.no_grad():
        before = told_apart(found, network, [0, 1, 3, 4], 1.0)
        own -= 0.05 * gradients[1.0][1] / gradients[1.0][1].norm()
        assert told_apart(found, network, [0, 1, 3, 4], 1.0) < before
        own += 0.05 * gradients[1.0][1] / gradients[1.0][1].norm()
        first -= 0.05 * gradients[1.0][0] / gradients[1.0][0].norm()
        assert told_apart(found, network, [0, 1, 3, 4], 1.0) > before


def test_the_adversary_is_told_the_finding() -> None:
    """It may only choose among the places that a finding comes from, and one place says nothing."""
    found, network = losses(adversary=1.0)
    with torch.no_grad():
        for parameter in found.adversary.parameters():
            parameter.zero_()
        assert told_apart(found, network, [0, 1, 3, 4], 1.0).item() == pytest.approx(np.log(2))
        assert told_apart(found, network, [2], 1.0).item() == 0
        within, network = losses(adversary=1.0, adversary_within="normal")
        assert told_apart(within, network, [2, 3, 4], 1.0).item() == 0
        assert told_apart(within, network, [0], 1.0).item() > 0


def test_the_worst_group_gains_weight_and_counts_more() -> None:
    found, _ = losses(group_robust=0.5)
    logits = torch.zeros(5, 5)
    logits[torch.arange(5), torch.from_numpy(CLASSES)] = 4.0
    logits[4] = 0.0
    targets, sources = torch.eye(5)[CLASSES], torch.from_numpy(SOURCES)
    plain = CrossEntropy(torch.ones(5))
    values = [found.loss(plain, logits, targets, sources, 0.0).item() for _ in range(6)]
    assert values == sorted(values)
    assert values[0] > plain(logits, targets).item()
    group = found.weights
    assert group.sum().item() == pytest.approx(1)
    assert group[3, 2] == group.max()
    assert group[1].sum() == 0
    alone = found.loss(plain, logits[:1], targets[:1], sources[:1], 0.0)
    assert alone.item() == pytest.approx(plain(logits[:1], targets[:1]).item(), rel=1e-4)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"adversary": 1.0}, "one process"),
        ({"group_robust": 1.0}, "one process"),
    ],
)
def test_several_processes_are_refused(change: dict[str, Any], word: str) -> None:
    experiment = Experiment(invariance=Invariance(**change))
    network = build("small_cnn", classes=5, size=32)
    hot = np.eye(5, dtype=np.float32)[CLASSES]
    with pytest.raises(ConfigError, match=word):
        Losses(experiment, network, hot, SOURCES, replace(HERE, world=2))


def test_an_experiment_without_groups_is_refused() -> None:
    with pytest.raises(ValueError, match="multi_label"):
        Experiment(task="multi_label", invariance=Invariance(adversary=1.0))
    classes = {"ill": ("covid19",), "well": ("normal",)}
    with pytest.raises(ValueError, match="called normal"):
        Experiment(classes=classes, invariance=Invariance(adversary=1.0, adversary_within="normal"))
    network = build("small_cnn", classes=5, size=32)
    one, hot = np.zeros(5, np.int64), np.eye(5, dtype=np.float32)[CLASSES]
    with pytest.raises(ConfigError, match="two sources"):
        Losses(Experiment(invariance=Invariance(adversary=1.0)), network, hot, one, HERE)


def test_features_take_another_films_statistics() -> None:
    maps = torch.randn(3, 4, 6, 6) * torch.tensor([1.0, 3.0, 0.5])[:, None, None, None] + 2
    taken = mixed_statistics(maps, torch.tensor([0]), torch.tensor([1]), torch.tensor([1.0]))
    torch.testing.assert_close(taken[0].mean((1, 2)), maps[1].mean((1, 2)))
    torch.testing.assert_close(taken[0].std((1, 2)), maps[1].std((1, 2)), rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(taken[1:], maps[1:], rtol=0, atol=0)
    kept = mixed_statistics(maps, torch.tensor([0]), torch.tensor([1]), torch.tensor([0.0]))
    torch.testing.assert_close(kept, maps)


@pytest.mark.parametrize("name", ["mobilenetv3_small_050", "deep_cnn"])
def test_features_are_mixed_between_sources_and_in_training_alone(name: str) -> None:
    network = build(name, classes=5, size=32, dropout=0.0)
    films = torch.randn(4, 1, 32, 32)
    network.eval()
    plain = network(films)
    seen: list[Tensor] = []
    network.features.register_forward_hook(lambda *values: seen.append(values[2]))
    mixing = FeatureMixing(Augmentation(feature_mixing=1.0), network)
    torch.testing.assert_close(network(films), plain, rtol=0, atol=0)
    network.train()
    for sources in ([0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 0, 1], [0, 1, 0, 1]):
        mixing.begin(np.array(sources), seed=5)
        network(films)
    torch.testing.assert_close(seen[1], seen[2], rtol=0, atol=0)
    torch.testing.assert_close(seen[3], seen[4], rtol=0, atol=0)
    assert not torch.allclose(seen[2], seen[3])
    with pytest.raises(ConfigError, match="feature_mixing_stages 9"):
        FeatureMixing(Augmentation(feature_mixing=1.0, feature_mixing_stages=9), network)


def test_the_first_stages_stand_still_for_the_whole_run() -> None:
    network = build("mobilenetv3_small_050", classes=3, size=32)
    before = {key: value.clone() for key, value in network.state_dict().items()}
    optimiser = optimiser_of(network, Experiment().fitting)
    set_rates(optimiser, 0.5, 0.1)
    set_training(network, frozen=True, stages=2)
    set_training(network, frozen=False, stages=2)
    network(torch.randn(4, 1, 32, 32)).square().sum().backward()
    optimiser.step()
    moved = {k for k, v in network.state_dict().items() if not torch.equal(v, before[k])}
    still = ("features.body.conv_stem", "features.body.bn1", "features.body.blocks.0")
    assert not [key for key in moved if key.startswith(still)]
    later = {k for k in before if k.startswith("features.") and not k.startswith(still)}
    assert {key for key in later if key.endswith("running_mean")} <= moved
    with pytest.raises(ConfigError, match="frozen_stages 7 leaves none"):
        set_training(network, frozen=False, stages=7)


def test_the_last_epochs_are_averaged_evenly() -> None:
    layer, kept = nn.Linear(1, 1, bias=False), nn.Linear(1, 1, bias=False)
    schedule = Fitting(epochs=4, mean_epochs=2, ema=0.5)
    values = []
    for epoch in range(4):
        for step in range(3):
            values.append(float(epoch**2 + step))
            layer.weight.data.fill_(values[-1])
            average(kept, layer, averaging(schedule, epoch, step, 3))
    assert kept.weight.item() == pytest.approx(np.mean(values[6:]), rel=1e-5)
    assert averaging(replace(schedule, mean_epochs=0), 3, 0, 3) == 0.5
    assert averaging(replace(schedule, mean_epochs=9), 0, 0, 3) == 0


@pytest.mark.parametrize(("table", "keys"), INGREDIENTS, ids=lambda part: "-".join(part))
def test_every_ingredient_trains(
    table: str, keys: dict[str, Any], tiny: Experiment, tmp_path: Path
) -> None:
    few = replace(tiny.fitting, films_per_epoch=16, batch=8, workers=0, epochs=1)
    asked = replace(tiny, network="mobilenetv3_small_050", fitting=few)
    changed = replace(asked, **{table: replace(getattr(asked, table), **keys)})
    assert changed.sha256 != asked.sha256
    fit(changed, tmp_path)
    assert all(value.isfinite().all() for value in weights(tmp_path).values())
