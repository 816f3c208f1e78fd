"""The lung model's training: from drawn masks to a file that the engine runs."""

import csv
import logging
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from bundle_fakes import folders_in
from typer.testing import CliRunner

from engine.images.reading import read_radiograph
from engine.models.lungs import LungModel
from training.cli import app
from training.config import ConfigError, load_as
from training.lung_bundle import dice_of
from training.lungs import (
    LungExperiment,
    LungNet,
    cached,
    drawn_films,
    fit_lungs,
    loss_of,
    view,
)


def make_masks(folder: Path, *, patients: int = 20) -> Path:
    """Write small chests with drawn lungs, and their manifest."""
    rng = np.random.default_rng(4)
    rows = []
    for k in range(patients):
        mask = np.zeros((90, 80), np.uint8)
        for column in (24, 56):
            centre = (column + int(rng.integers(-3, 3)), 45 + int(rng.integers(-4, 4)))
            cv2.ellipse(mask, centre, (10, 24), 0, 0, 360, 255, -1)
        film = np.where(mask > 0, 60, 170) + rng.normal(0, 8, mask.shape)
        mask[:4, :4] = 127
        cv2.imwrite(str(folder / f"{k}.png"), np.clip(film, 0, 255).astype(np.uint8))
        cv2.imwrite(str(folder / f"{k}-mask.png"), mask)
        rows.append([f"{k}.png", f"{k}-mask.png", "kermany" if k % 2 else "cohen", f"p{k}"])
    with (folder / "manifest.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["image", "mask", "dataset", "patient_id"], *rows])
    return folder


def write_config(folder: Path, masks: Path, **changes: object) -> Path:
    values = {"pretrained": "", "size": 48, "epochs": 2, "films_per_epoch": 32, "batch": 8}
    values |= {"rate": 3e-3, "masks": masks.as_posix(), **changes}
    path = folder / "lungs.toml"
    lines = (f'{k} = "{v}"' if isinstance(v, str) else f"{k} = {v}" for k, v in values.items())
    path.write_text("\n".join(lines))
    return path


@pytest.fixture(scope="module")
def masks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_masks(tmp_path_factory.mktemp("masks"))


def test_a_toy_run_becomes_a_file_that_the_engine_runs(masks: Path, tmp_path: Path) -> None:
    config, out = write_config(tmp_path, masks), tmp_path / "run"
    result = CliRunner().invoke(app, ["lungs", str(config), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert "children" in result.stdout
    assert "adults" in result.stdout
    model = LungModel.load(out / "lungs.onnx")
    assert model.card.metrics["parity"] <= 1e-4
    film = read_radiograph(masks / "0.png")
    assert model.probability(film).shape == (48, 48)
    assert model.mask(film).shape == (90, 80)
    assert folders_in(out / "lungs.onnx") == set()


def test_an_unfinished_run_goes_on_to_the_same_end(
    masks: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = load_as(LungExperiment, write_config(tmp_path, masks))
    wanted = fit_lungs(whole, tmp_path / "whole").state_dict()
    stopped = tmp_path / "stopped"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("training.lungs.loss_of", _stopping(at=6))
        with pytest.raises(KeyboardInterrupt):
            fit_lungs(whole, stopped)
    with caplog.at_level(logging.INFO):
        got = fit_lungs(whole, stopped).state_dict()
    assert "going on after epoch 1" in caplog.text
    for key, value in wanted.items():
        torch.testing.assert_close(got[key], value)


def _stopping(*, at: int) -> object:
    calls = iter(range(100))

    def loss(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        if next(calls) == at:
            raise KeyboardInterrupt
        return loss_of(logits, target)

    return loss


def test_a_checkpoint_of_another_run_is_refused(masks: Path, tmp_path: Path) -> None:
    experiment = load_as(LungExperiment, write_config(tmp_path, masks, epochs=1))
    fit_lungs(experiment, tmp_path)
    other = load_as(LungExperiment, write_config(tmp_path, masks, epochs=1, seed=9))
    with pytest.raises(ConfigError, match="another run"):
        fit_lungs(other, tmp_path)


def test_films_and_masks_are_moved_alike(masks: Path, tmp_path: Path) -> None:
    experiment = load_as(LungExperiment, write_config(tmp_path, masks))
    planes = cached(drawn_films(experiment), tmp_path / "films.npz")
    planes[:, 0] = planes[:, 1]
    agree = []
    for k in range(20):
        film, target = view(planes[k], np.random.default_rng(k), experiment.preprocessing)
        lung = target[0] > 0.5
        agree.append(np.median(film[0][lung]) > np.median(film[0][~lung]))
    assert np.mean(agree) >= 0.9


def test_a_patient_lies_in_one_fold(masks: Path) -> None:
    films = drawn_films(LungExperiment(masks=str(masks)))
    assert len({(f.patient, f.fold) for f in films}) == len({f.patient for f in films})
    assert {f.fold for f in films} == set(range(5))


def test_what_is_not_counted_costs_nothing() -> None:
    logits = torch.zeros(1, 1, 8, 8)
    target = torch.ones(1, 2, 8, 8)
    target[:, :, :, :4] = 0
    other = logits.clone()
    other[..., :4] = 9
    assert loss_of(logits, target) == loss_of(other, target)
    drawn = np.full((4, 4), 255, np.uint8)
    drawn[:2] = 127
    assert dice_of(drawn == 255, drawn) == 1
    assert dice_of(np.zeros((4, 4), bool), drawn) == 0


def test_the_mask_has_the_films_size() -> None:
    assert LungNet().eval()(torch.zeros(2, 1, 64, 64)).shape == (2, 1, 64, 64)


def test_a_folder_without_masks_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        drawn_films(LungExperiment(masks=str(tmp_path)))
