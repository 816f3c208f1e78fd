"""A recipe that keeps the lungs alone."""

import dataclasses

import numpy as np
import pytest

from engine.errors import UnusableModel
from engine.images.phantom.exposure import Phantom, expose
from engine.images.phantom.spec import PhantomSpec
from engine.models.lungs import MASK_SIDE, LungCard, packaged_lungs, prepare_with_lungs
from engine.models.preprocessing import Preprocessing, grown, lungs_alone, prepare
from engine.types import Radiograph

RECIPE = Preprocessing(size=64, crop=0.1, lungs_only=0.0, percentiles=(0.0, 100.0))
MASK = np.zeros((MASK_SIDE, MASK_SIDE), np.uint8)
MASK[24:40, 16:32] = 255


def film(value_outside: int) -> Radiograph:
    """Draw a film of 200 x 400 whose greys outside the mask are anything."""
    rng = np.random.default_rng(value_outside)
    stored = rng.integers(0, 1 + value_outside, (200, 400)).astype(np.uint16)
    stored[50:150, 60:240] = np.linspace(100, 300, 180).astype(np.uint16)
    return Radiograph(stored=stored, source="", kind="PNG")


def test_nothing_outside_the_lungs_reaches_the_network() -> None:
    one, other = (prepare(film(v), RECIPE, lung_mask=MASK) for v in (0, 4000))
    assert one.placement == other.placement
    np.testing.assert_allclose(one.tensor, other.tensor, atol=2e-2)
    assert np.ptp(one.tensor[0, 0, :12]) < 1e-5
    whole = dataclasses.replace(RECIPE, lungs_only=None)
    assert np.abs(prepare(film(0), whole).tensor - prepare(film(4000), whole).tensor).max() > 0.5


def test_the_mask_lies_where_its_lungs_are_after_the_crop() -> None:
    stored = np.zeros((200, 400), np.uint16)
    stored[75:125, 100:200] = 1000
    done = prepare(
        Radiograph(stored=stored, source="", kind="PNG"),
        dataclasses.replace(RECIPE, lungs_only=0.1),
        lung_mask=MASK,
    )
    lit = done.tensor[0, 0] > done.tensor[0, 0].max() - 0.1
    rows, columns = np.nonzero(lit)
    place = done.placement
    down, across = place.height / 64, place.width / 64
    found = (rows.min() * down, (rows.max() + 1) * down, columns.min() * across)
    assert found == pytest.approx((75 - place.top, 125 - place.top, 100 - place.left), abs=7)


def test_a_grown_mask_is_wider_and_soft() -> None:
    plain, wide = grown(MASK, 0.0), grown(MASK, 0.1)
    assert (wide >= plain - 1e-6).all()
    assert wide.sum() > plain.sum() * 1.5
    assert ((wide > 0.1) & (wide < 0.9)).any()


def test_lungs_that_were_not_found_leave_the_whole_film() -> None:
    empty = np.zeros_like(MASK)
    whole = prepare(film(500), dataclasses.replace(RECIPE, lungs_only=None))
    np.testing.assert_array_equal(prepare(film(500), RECIPE, lung_mask=empty).tensor, whole.tensor)
    square = np.ones((8, 8), np.float32)
    assert lungs_alone(square, np.zeros((8, 8), np.float32)) is square


def test_a_recipe_for_lungs_needs_them() -> None:
    assert RECIPE.needs_lungs
    with pytest.raises(UnusableModel, match="lung model"):
        prepare(film(500), RECIPE)
    with pytest.raises(ValueError, match="lungs_only"):
        Preprocessing(lungs_only=0.5)
    with pytest.raises(ValueError, match="whole films"):
        LungCard("l", "1", "L", dataclasses.replace(RECIPE, crop=0.0), "")


def test_only_the_recipe_that_asks_has_another_name() -> None:
    assert Preprocessing().sha256 == Preprocessing(lungs_only=None).sha256
    assert Preprocessing(lungs_only=0.03).sha256 != Preprocessing().sha256
    assert Preprocessing(lungs_only=0.03).sha256 != Preprocessing(lungs_only=0.04).sha256


def test_the_phantoms_shoulders_go_and_its_lungs_stay() -> None:
    phantom: Phantom = expose(PhantomSpec(seed=3), size=512)
    recipe = Preprocessing(size=64, crop=0.0, lungs_only=0.02)
    shown = prepare_with_lungs(phantom.radiograph, recipe).tensor[0, 0]
    model = packaged_lungs()
    assert model is not None
    box, mask = model.lung_area(phantom.radiograph)
    assert box == model.lung_box(phantom.radiograph)
    assert mask.shape == (MASK_SIDE, MASK_SIDE)
    assert np.ptp(shown[:3, :3]) < 1e-4
    assert shown[mask > 0].std() > 1.5 * shown[mask == 0].std()
