"""A recipe that keeps the lungs alone."""

import dataclasses

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UnusableModel
from engine.images.phantom.exposure import Phantom, expose
from engine.images.phantom.spec import PhantomSpec
from engine.models.assess import prepare_film
from engine.models.bundle import read_bundle
from engine.models.catalog import find
from engine.models.correcting import corrected
from engine.models.gate import NO_LUNGS
from engine.models.heatmap import activations, on_image
from engine.models.lungs import (
    MASK_SIDE,
    NOT_FOUND,
    LungCard,
    in_lung_share,
    packaged_lungs,
    prepare_with_lungs,
)
from engine.models.preprocessing import Preprocessing, Tone, bands, grown, prepare, ranks
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


@pytest.mark.parametrize("tone", ["range", "ranks", "bands"])
def test_where_no_lungs_were_found_there_is_nothing_to_see(tone: Tone) -> None:
    recipe = dataclasses.replace(RECIPE, tone=tone)
    done = prepare(film(500), recipe, lung_mask=np.zeros_like(MASK))
    assert done.lungless
    assert not done.tensor.any()
    assert not prepare(film(500), recipe, lung_mask=MASK).lungless
    cut = dataclasses.replace(RECIPE, lungs_only=None, lung_margin=0.1)
    assert prepare(film(500), cut, lungs=NOT_FOUND).lungless
    assert not prepare(film(500), cut, lungs=(0.2, 0.2, 0.8, 0.8)).lungless


@given(
    bend=st.floats(0.5, 2.0),
    gain=st.floats(0.01, 100.0),
    offset=st.floats(-1000.0, 1000.0),
)
def test_no_rising_tone_curve_changes_the_ranks(bend: float, gain: float, offset: float) -> None:
    square = np.random.default_rng(3).integers(20, 236, (40, 40)).astype(np.float32)
    inside = np.zeros_like(square)
    inside[8:30, 5:35] = 1
    other = ((square / 255) ** bend * gain + offset).astype(np.float32)
    np.testing.assert_allclose(ranks(other, inside), ranks(square, inside), atol=0.08)


def test_ranks_are_standardised_within_the_lungs_and_blind_to_the_rest() -> None:
    square = np.random.default_rng(4).gamma(2, 50, (48, 48)).astype(np.float32)
    inside = np.zeros_like(square)
    inside[10:40, 10:40] = 1
    found = ranks(square, inside)
    assert not found[inside == 0].any()
    within = found[inside == 1]
    assert abs(within.mean()) < 0.01
    assert within.std() == pytest.approx(1, abs=0.02)
    outside = np.where(inside > 0, square, square.min())
    np.testing.assert_allclose(ranks(outside, inside), found, atol=0.02)
    assert not ranks(np.full((9, 9), 7, np.float32)).any()


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
    assert Preprocessing(tone="ranks").sha256 != Preprocessing().sha256


def test_the_phantoms_shoulders_go_and_its_lungs_stay() -> None:
    phantom: Phantom = expose(PhantomSpec(seed=3), size=512)
    recipe = Preprocessing(size=64, crop=0.0, lungs_only=0.02)
    shown = prepare_with_lungs(phantom.radiograph, recipe).tensor[0, 0]
    model = packaged_lungs()
    assert model is not None
    _, mask = model.lung_area(phantom.radiograph)
    assert mask.shape == (MASK_SIDE, MASK_SIDE)
    assert np.ptp(shown[:3, :3]) < 1e-4
    assert shown[mask > 0].std() > 1.5 * shown[mask == 0].std()


def test_no_processing_of_one_band_changes_what_is_seen() -> None:
    rng = np.random.default_rng(5)
    inside = np.zeros((112, 112), np.float32)
    inside[10:100, 12:100] = 1
    square = cv2.GaussianBlur(rng.normal(0, 5, (112, 112)).astype(np.float32), (0, 0), 6)
    square += cv2.GaussianBlur(rng.normal(0, 1, (112, 112)).astype(np.float32), (0, 0), 0.8)
    smooth = cv2.GaussianBlur(square, (0, 0), 1.0)
    sharp = square + 1.5 * (square - smooth)
    before = np.abs(ranks(square, inside) - ranks(sharp, inside)).mean()
    after = np.abs(bands(ranks(square, inside), inside) - bands(ranks(sharp, inside), inside))
    assert after.mean() < 0.5 * before
    assert not bands(square, inside)[inside == 0].any()
    assert abs(bands(square, inside)[inside == 1].mean()) < 0.02
    assert not bands(np.zeros((64, 64), np.float32)).any()
    assert not bands(square, np.zeros_like(inside)).any()


@pytest.fixture(scope="module")
def chest() -> Radiograph:
    return expose(PhantomSpec(seed=3), size=512).radiograph


@pytest.mark.parametrize("recipe", [{"lungs_only": 0.01}, {"lung_margin": 0.05}])
def test_a_film_without_two_lungs_is_refused_and_offered_upright(
    chest: Radiograph, recipe: dict[str, float]
) -> None:
    preprocessing = Preprocessing(size=64, **recipe)
    assert prepare_film(chest, preprocessing).prepared is not None
    turned = prepare_film(corrected(chest, "rotate_90"), preprocessing)
    assert turned.prepared is None
    assert turned.reason == NO_LUNGS
    assert "rotate_270" in turned.corrected
    assert not {"rotate_180", "invert"} & set(turned.corrected)
    noise = np.random.default_rng(1).integers(0, 4096, (512, 512)).astype(chest.stored.dtype)
    refused = prepare_film(dataclasses.replace(chest, stored=noise), preprocessing)
    assert refused.reason == NO_LUNGS
    assert not refused.corrected


def test_a_heat_map_ends_where_the_network_saw_nothing(chest: Radiograph) -> None:
    card = read_bundle(find("standard")).card
    done = prepare_with_lungs(chest, Preprocessing(size=64, lung_margin=0.05, lungs_only=0.01))
    maps = np.ones((len(card.leaves), 2, 2), np.float32)
    shares = np.full(len(card.leaves), 1 / len(card.leaves))
    found = activations(card, done, shares, maps)
    heat = on_image(maps[0], found)
    model = packaged_lungs()
    assert model is not None
    lungs = model.mask(chest)
    assert heat.max() == pytest.approx(1)
    assert in_lung_share(heat, lungs) > 0.8
    assert in_lung_share(on_image(maps[0], dataclasses.replace(found, seen=None)), lungs) < 0.75
