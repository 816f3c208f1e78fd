"""The lungs: found on films, bounded in shares of the film, and doubted where they are none."""

import csv
import dataclasses
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.home import resources
from engine.images.phantom.exposure import Phantom, expose
from engine.images.phantom.spec import PhantomSpec
from engine.images.reading import read_radiograph
from engine.models import lungs
from engine.models.bundle import read_bundle
from engine.models.catalog import find, models
from engine.models.gate import NOTED_CUT
from engine.models.lungs import (
    NOT_FOUND,
    LungModel,
    box_of,
    cut_off,
    in_lung_share,
    inner_thoracic_width,
    on_film,
    packaged_lungs,
    plausible,
    prepare_with_lungs,
)
from engine.models.preprocessing import Preprocessing, prepare

SIZE = 160
PACKAGED = resources() / "models" / "lungs" / "lungs.onnx"


def ellipses(*at: tuple[float, float, float, float]) -> NDArray[np.float32]:
    """Draw ellipses (row, column, height, width) in shares."""
    mask = np.zeros((SIZE, SIZE), np.float32)
    for row, column, height, width in at:
        centre = (round(column * SIZE), round(row * SIZE))
        axes = (round(width * SIZE / 2), round(height * SIZE / 2))
        cv2.ellipse(mask, centre, axes, 0, 0, 360, 1.0, -1)
    return mask


CHEST = ellipses((0.45, 0.3, 0.6, 0.25), (0.47, 0.7, 0.6, 0.22))


@pytest.fixture(scope="module")
def model() -> LungModel:
    found = packaged_lungs()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    return expose(PhantomSpec(seed=3), size=512)


def test_a_chest_is_plausible() -> None:
    assert plausible(CHEST)


@pytest.mark.parametrize(
    "mask",
    [
        np.zeros((SIZE, SIZE), np.float32),
        np.ones((SIZE, SIZE), np.float32),
        ellipses((0.5, 0.5, 0.5, 0.5)),
        ellipses((0.2, 0.5, 0.25, 0.4), (0.75, 0.5, 0.25, 0.4)),
        ellipses((0.5, 0.3, 0.06, 0.06), (0.5, 0.7, 0.06, 0.06)),
        ellipses((0.45, 0.3, 0.6, 0.25), (0.47, 0.7, 0.12, 0.1)),
        ellipses((0.3, 0.2, 0.3, 0.2), (0.3, 0.5, 0.3, 0.2), (0.3, 0.8, 0.3, 0.2)),
    ],
    ids=["nothing", "everything", "one", "one above the other", "specks", "unlike", "three"],
)
def test_what_is_no_chest_is_not_plausible(mask: NDArray[np.float32]) -> None:
    assert not plausible(mask)


def test_specks_beside_the_lungs_do_not_move_their_box() -> None:
    speckled = CHEST.copy()
    speckled[2:5, 2:5] = 1
    assert box_of(speckled) == box_of(CHEST)
    assert plausible(speckled)


@given(
    top=st.integers(0, 60),
    left=st.integers(0, 60),
    height=st.integers(20, 90),
    width=st.integers(20, 90),
)
def test_the_box_holds_the_mask_and_no_more(top: int, left: int, height: int, width: int) -> None:
    mask = np.zeros((SIZE, SIZE), np.float32)
    mask[top : top + height, left : left + width] = 1
    wanted = (top / SIZE, left / SIZE, (top + height) / SIZE, (left + width) / SIZE)
    assert box_of(mask) == pytest.approx(wanted)


def test_an_empty_mask_has_no_box() -> None:
    assert box_of(np.zeros((SIZE, SIZE), np.float32)) == NOT_FOUND


@given(share=st.floats(0.01, 0.99))
def test_the_share_in_the_lungs_is_that_of_the_sum(share: float) -> None:
    mask = on_film(CHEST, (320, 200))
    heat = np.where(mask, share / mask.sum(), (1 - share) / (~mask).sum()).astype(np.float32)
    assert in_lung_share(heat, mask) == pytest.approx(share, abs=1e-3)


def test_an_empty_heat_map_has_no_share() -> None:
    assert np.isnan(in_lung_share(np.zeros((9, 9), np.float32), np.ones((9, 9), bool)))


def test_the_lungs_are_only_looked_for_where_the_recipe_cuts_to_them(
    monkeypatch: pytest.MonkeyPatch, phantom: Phantom
) -> None:
    monkeypatch.setattr(lungs, "packaged_lungs", lambda: None)
    recipe = Preprocessing(size=64)
    plain = prepare_with_lungs(phantom.radiograph, recipe)
    np.testing.assert_array_equal(plain.tensor, prepare(phantom.radiograph, recipe).tensor)
    with pytest.raises(UnusableModel, match="lung model"):
        prepare_with_lungs(phantom.radiograph, dataclasses.replace(recipe, lung_margin=0.05))


def test_a_lung_crop_is_placed_around_the_lungs(phantom: Phantom) -> None:
    place = prepare_with_lungs(phantom.radiograph, Preprocessing(lung_margin=0.0)).placement
    rows, columns = np.nonzero(phantom.lung_mask)
    height, width = phantom.radiograph.shape
    assert abs(place.top - rows.min()) < 0.08 * height
    assert abs(place.top + place.height - rows.max()) < 0.12 * height
    assert abs(place.left - columns.min()) < 0.08 * width
    assert abs(place.left + place.width - columns.max()) < 0.08 * width


def test_the_lungs_of_the_phantom_are_found(phantom: Phantom, model: LungModel) -> None:
    assert plausible(model.probability(phantom.radiograph))
    found = model.mask(phantom.radiograph)
    # The drawn masks that the model learned hold the heart.
    wanted = phantom.lung_mask
    dice = 2 * (found & wanted).sum() / (found.sum() + wanted.sum())
    assert dice > 0.8


@pytest.mark.parametrize("side", ["left", "top", "bottom"])
def test_lungs_that_are_cut_off_are_said_and_little_of_them_is_none(
    phantom: Phantom, side: str
) -> None:
    recipe = Preprocessing(size=64, crop=0.0, lung_margin=0.05, lungs_only=0.02)
    stored = phantom.radiograph.stored
    rows, columns = phantom.radiograph.shape
    cut = {
        "left": stored[:, columns // 4 :],
        "top": stored[rows // 3 :],
        "bottom": stored[: 6 * rows // 10],
    }
    whole = prepare_with_lungs(phantom.radiograph, recipe)
    assert whole.cut_off < NOTED_CUT
    part = dataclasses.replace(phantom.radiograph, stored=np.ascontiguousarray(cut[side]))
    found = prepare_with_lungs(part, recipe)
    assert found.lungless or found.cut_off > NOTED_CUT


def test_edges_are_shares_of_their_own_sides() -> None:
    lung = np.zeros((10, 20), bool)
    lung[0, 5:10] = lung[2:10, 0] = True
    assert cut_off(lung) == (0.25, 0.8, 0.05, 0.0)


def test_noise_has_no_lungs(model: LungModel, phantom: Phantom) -> None:
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 4096, phantom.radiograph.shape).astype(phantom.radiograph.stored.dtype)
    assert model.lung_area(dataclasses.replace(phantom.radiograph, stored=noise))[0] == NOT_FOUND


def test_the_packaged_model_is_small_and_carries_its_figures(model: LungModel) -> None:
    assert PACKAGED.stat().st_size <= 8e6
    assert model.card.metrics["children"]["dice"]["value"] >= 0.95
    assert model.card.metrics["adults"]["dice"]["value"] >= 0.92
    assert packaged_lungs() is model


def test_it_is_not_offered_as_a_classifier() -> None:
    assert "lungs" not in {entry.id for entry in models()}
    with pytest.raises(UnusableModel):
        read_bundle(PACKAGED)
    with pytest.raises(UnusableModel):
        LungModel.load(find("standard"))


@pytest.mark.parametrize("where", [0.3, 0.9999])
def test_a_changed_file_is_refused(tmp_path: Path, where: float) -> None:
    content = bytearray(PACKAGED.read_bytes())
    content[int(len(content) * where)] ^= 1
    path = tmp_path / "lungs.onnx"
    path.write_bytes(content)
    with pytest.raises(UnusableModel):
        LungModel.load(path)


@pytest.mark.shared
def test_drawn_lungs_are_found_on_films_kept_from_training(shared: Path, model: LungModel) -> None:
    from training.config import fold_of
    from training.lung_bundle import dice_of
    from training.lungs import read_mask

    with (shared / "lung_masks" / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if fold_of(row["patient_id"], 5) == 0]
    for dataset, least in (("kermany", 0.95), ("cohen", 0.9)):
        dices = []
        for row in [r for r in rows if r["dataset"] == dataset][:12]:
            film = read_radiograph(shared / "lung_masks" / row["image"])
            drawn = read_mask(shared / "lung_masks" / row["mask"])
            found = on_film(model.probability(film), drawn.shape[:2])
            dices.append(dice_of(found, drawn))
        assert np.mean(dices) >= least


def test_the_inner_thoracic_width_is_the_widest_row_between_the_lungs_outer_edges() -> None:
    mask = np.zeros((60, 100), bool)
    mask[10:50, 20:40] = mask[10:50, 60:80] = True
    mask[45, 12:90] = True
    assert inner_thoracic_width(mask) == ((45.0, 12.0), (45.0, 89.0))
    assert inner_thoracic_width(np.zeros((60, 100), bool)) is None


def test_the_inner_thoracic_width_of_a_phantom_is_its_own(
    model: LungModel, phantom: Phantom
) -> None:
    found = inner_thoracic_width(model.mask(phantom.radiograph))
    assert found is not None
    (_, left), (_, right) = found
    width_mm = (right - left + 1) * phantom.truth["pitch_mm"]
    assert width_mm == pytest.approx(phantom.truth["thorax_width_detector_mm"], rel=0.03)
