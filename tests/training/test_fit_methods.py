"""Every key of a schedule does what it says, in this process and on the smallest network."""

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from made_films import make_films, write_config

from engine.models import lungs as engine_lungs
from engine.models.preprocessing import Preprocessing
from engine.types import Box, Radiograph
from training import films as filming
from training import fit as fitting
from training import loading
from training.augment import augment
from training.config import Augmentation, ConfigError, Experiment, Imbalance, load
from training.datasets.manifest import read_manifest
from training.fit import fit
from training.networks import build
from training.optimising import optimiser_of, set_rates, set_training

LEAST = {"films_per_epoch": 32, "batch": 8, "dropout": 0.0, "workers": 0}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    folder = tmp_path_factory.mktemp("films")
    experiment = load(write_config(folder, make_films(folder), network="small_cnn"))
    return replace(
        experiment,
        preprocessing=replace(experiment.preprocessing, size=32),
        fitting=replace(experiment.fitting, **LEAST),
    )


def with_fitting(experiment: Experiment, **values: Any) -> Experiment:
    return replace(experiment, fitting=replace(experiment.fitting, **values))


def weights(out: Path) -> dict[str, torch.Tensor]:
    loaded: dict[str, torch.Tensor] = torch.load(out / "weights.pt", weights_only=True)
    return loaded


def rows(out: Path) -> list[list[str]]:
    return [line.split(",")[:-1] for line in (out / "log.csv").read_text().splitlines()]


def breaking(function: Callable[..., Any], *, at: int) -> Callable[..., Any]:
    calls = [0]

    def broken(*values: Any, **named: Any) -> Any:
        calls[0] += 1
        if calls[0] == at:
            raise KeyboardInterrupt
        return function(*values, **named)

    return broken


VARIANTS: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "frozen, sgd, decayed layers": (
        {"frozen_epochs": 1, "optimiser": "sgd", "layer_decay": 0.5, "dropout": 0.3},
        {"sampling": "balanced"},
        {},
    ),
    "frozen, adamw, float16": ({"frozen_epochs": 1, "precision": "float16"}, {}, {}),
    "bfloat16, parts, mixed films": (
        {"precision": "bfloat16", "batch": 4, "accumulate": 2},
        {"focal_gamma": 2.0, "class_weights": True},
        {"mixup": 0.4, "style_mixing": 0.5},
    ),
    "adam, every film, early stop": (
        {"optimiser": "adam", "films_per_epoch": 0, "patience": 1, "metric": "loss"},
        {"sampling": "over"},
        {},
    ),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_method_goes_on_exactly_where_it_was_broken_off(
    variant: str, tiny: Experiment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule, imbalance, augmentation = VARIANTS[variant]
    experiment = replace(
        with_fitting(tiny, **schedule),
        imbalance=Imbalance(**imbalance),
        augmentation=Augmentation(**augmentation),
    )
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    fit(experiment, whole)
    with monkeypatch.context() as patch:
        patch.setattr(fitting, "average", breaking(fitting.average, at=6))
        with pytest.raises(KeyboardInterrupt):
            fit(experiment, broken)
    assert not (broken / "weights.pt").exists()
    fit(experiment, broken)
    for key, value in weights(whole).items():
        torch.testing.assert_close(weights(broken)[key], value, rtol=0, atol=0)
    assert rows(broken) == rows(whole)
    assert len(rows(whole)) >= 2


def test_a_kill_before_the_log_is_written_loses_no_line(
    tiny: Experiment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training.logbook import Logbook

    fit(tiny, tmp_path / "whole")
    with monkeypatch.context() as patch:
        patch.setattr(Logbook, "rewrite", breaking(Logbook.rewrite, at=3))
        with pytest.raises(KeyboardInterrupt):
            fit(tiny, tmp_path / "broken")
    fit(tiny, tmp_path / "broken")
    assert rows(tmp_path / "broken") == rows(tmp_path / "whole")


def test_parts_of_a_batch_train_as_the_whole(tiny: Experiment, tmp_path: Path) -> None:
    one = fit(with_fitting(tiny, epochs=1), tmp_path / "one")
    fit(with_fitting(tiny, epochs=1, batch=4, accumulate=2), tmp_path / "two")
    assert one.exists()
    for key, value in weights(tmp_path / "one").items():
        torch.testing.assert_close(weights(tmp_path / "two")[key], value, rtol=0, atol=1e-5)


def test_the_best_epoch_is_kept_and_patience_ends_the_run(
    tiny: Experiment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = iter([0.4, 0.6, 0.5, 0.5, 0.9])
    seen: list[dict[str, torch.Tensor]] = []

    def worth(*_: Any) -> dict[str, float]:
        return {"balanced_accuracy": next(values)}

    def keep(_: dict[str, float]) -> None:
        state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
        seen.append(state["averaged"])

    monkeypatch.setattr(fitting, "validation", worth)
    fit(with_fitting(tiny, epochs=5, patience=2), tmp_path, after_epoch=keep)
    assert len(rows(tmp_path)) == 1 + 4
    for key, value in weights(tmp_path).items():
        torch.testing.assert_close(seen[1][key], value, rtol=0, atol=0)


def test_a_loss_that_is_no_number_stops_and_the_checkpoint_stays(
    tiny: Experiment, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match="not a number at epoch 1, step"):
        fit(with_fitting(tiny, rate=1e30, head_rate=1e30, warmup=0.1), tmp_path)
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert all(value.isfinite().all() for value in state["network"].values())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_full_disk_names_the_file_and_the_old_checkpoint_stays(
    tiny: Experiment, tmp_path: Path
) -> None:
    fit(with_fitting(tiny, epochs=1), tmp_path)
    before = (tmp_path / "checkpoint.pt").read_bytes()
    (tmp_path / f"weights.pt.{os.getpid()}.part").symlink_to("/dev/full")
    with pytest.raises(ConfigError, match=r"weights\.pt cannot be written: .*No space"):
        fit(with_fitting(tiny, epochs=1), tmp_path)
    assert (tmp_path / "checkpoint.pt").read_bytes() == before
    assert (tmp_path / "weights.pt").exists()


def test_many_findings_at_once_and_tensorboard(tiny: Experiment, tmp_path: Path) -> None:
    experiment = with_fitting(
        replace(tiny, task="multi_label"), epochs=1, tensorboard=True, warmup=0.0
    )
    fit(experiment, tmp_path)
    (events,) = (tmp_path / "tensorboard").iterdir()
    assert b"macro_auc" in events.read_bytes()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"batch": 64}, "no more than the 32 films"),
        ({"films_per_epoch": 4}, "no more than the 4 films"),
    ],
)
def test_an_epoch_of_less_than_a_batch_is_refused(
    change: dict[str, Any], word: str, tiny: Experiment, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=word):
        fit(with_fitting(tiny, **change), tmp_path)


def test_frozen_features_stand_still_with_their_batch_norms() -> None:
    network = build("mobilenetv3_small_050", classes=3, size=32)
    fresh = load_like(network)
    optimiser = optimiser_of(network, Experiment().fitting)
    set_rates(optimiser, 0.5, 0.1)
    films = torch.randn(4, 1, 32, 32)
    for frozen in (True, False):
        set_training(network, frozen=frozen)
        network(films).square().sum().backward()
        optimiser.step()
        now = network.state_dict()
        same = [torch.equal(now[k], v) for k, v in fresh.items() if k.startswith("features.")]
        assert all(same) if frozen else not any(same[:3])
        tail = [k for k in fresh if k.startswith("tail.") and k.endswith("weight")]
        assert not any(torch.equal(now[k], fresh[k]) for k in tail)


def load_like(network: torch.nn.Module) -> dict[str, torch.Tensor]:
    return {key: value.clone() for key, value in network.state_dict().items()}


def test_rates_fall_by_stage_from_the_tail_down() -> None:
    network = build("mobilenetv3_small_050", classes=3, size=32)
    schedule = replace(Experiment().fitting, layer_decay=0.5, rate=0.08, head_rate=0.3)
    optimiser = optimiser_of(network, schedule)
    peaks = {id(p): g["peak"] for g in optimiser.param_groups for p in g["params"]}
    named = dict(network.named_parameters())
    assert len(peaks) == len(named)
    stem = next(v for k, v in named.items() if "conv_stem" in k)
    last = next(v for k, v in named.items() if "blocks.5" in k)
    before = next(v for k, v in named.items() if "blocks.4" in k)
    assert peaks[id(last)] == pytest.approx(0.08)
    assert peaks[id(before)] == pytest.approx(0.04)
    assert peaks[id(stem)] == pytest.approx(0.08 / 2**6)
    assert peaks[id(named["tail.0.weight"])] == 0.3
    flat = [g for g in optimiser.param_groups if g["params"][0].ndim < 2]
    assert all(g["weight_decay"] == 0 for g in flat)


def test_a_recipe_that_cuts_to_the_lungs_trains_on_their_boxes(
    tiny: Experiment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Model:
        card = SimpleNamespace(graph_sha256="0" * 64, preprocessing=Preprocessing(crop=0.0))

        def lung_area(
            self, radiograph: Radiograph, _values: object = None
        ) -> tuple[Box, np.ndarray]:
            mask = np.full((64, 64), 255, np.uint8)
            return (0.25, 0.125, 0.75, radiograph.shape[1] / 200), mask

        def lung_box(self, radiograph: Radiograph) -> Box:
            return self.lung_area(radiograph)[0]

    seen: set[Box] = set()

    def recorded(*values: Any, lungs: Box, **named: Any) -> Any:
        seen.add(lungs)
        return augment(*values, lungs=lungs, **named)

    monkeypatch.setattr(filming, "packaged_lungs", Model)
    monkeypatch.setattr(engine_lungs, "packaged_lungs", Model)
    monkeypatch.setattr(loading, "augment", recorded)
    recipe = replace(tiny.preprocessing, lung_margin=0.0)
    cut = with_fitting(replace(tiny, preprocessing=recipe), epochs=1)
    fit(cut, tmp_path)
    assert seen == {(0.25, 0.125, 0.75, 0.75)}


def test_films_are_read_once_until_one_changes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples = read_manifest(make_films(tmp_path, each=2))
    (tmp_path / "normal_0.png").write_bytes(b"broken")
    cache = tmp_path / "cache"
    read: list[Path] = []
    real = filming.read_radiograph

    def counting(path: Path) -> Any:
        read.append(path)
        return real(path)

    monkeypatch.setattr(filming, "read_radiograph", counting)
    recipe = Experiment().preprocessing
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            kept, films = filming.squares(samples, size=40, cache=cache)
            same, tensors = filming.prepared(samples, recipe, cache=cache)
        assert caplog.text.count("normal_0.png is left out") == 2
        assert len(read) == 2 * len(samples)
        assert kept == same == tuple(s for s in samples if s.path.name != "normal_0.png")
        assert films.shape == (len(kept), 40, 40)
        np.testing.assert_array_equal(tensors, filming.tensors(kept, recipe)[1])
        del read[-len(kept) :]
    os.utime(samples[3].path, (1, 1))
    filming.squares(samples, size=40, cache=cache)
    assert len(read) == 3 * len(samples)
    assert filming.tensors(samples, recipe)[0] == kept
