"""Turned and inverted films are offered corrected, and corrected only when asked."""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.models.assess import Assessor
from engine.models.bundle import Bundle
from engine.models.card import Gate
from engine.models.correcting import (
    CORRECTIONS,
    as_stored,
    corrected,
    corrected_input,
    corrected_maps,
)
from engine.models.heatmap import on_image
from engine.models.preprocessing import Preprocessing, prepare
from engine.models.session import Outputs
from engine.types import (
    Activations,
    Orientation,
    Placement,
    Radiograph,
    Spacing,
    SpacingProvenance,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model


class Upright:
    """A network whose gate takes a film as good where its upper left quarter stands out."""

    provider, notice = "CPU", ""

    def __init__(self, sign: float) -> None:
        self.sign = sign
        side = toy_model.SIDE
        self.input_shape = (1, side, side)

    def output_shape(self, name: str) -> list[object]:
        return ["films", {"logits": 5, "gate": 2, "embedding": 4}[name]]

    def run(self, films: np.ndarray) -> Outputs:
        half = toy_model.SIDE // 2
        first = self.sign * films[:, 0, :half, :half].mean((1, 2))
        count = len(films)
        return Outputs(
            logits=np.zeros((count, 5), np.float32),
            embedding=np.zeros((count, 4), np.float32),
            maps=np.zeros((count, 5, 2, 2), np.float32),
            gate=np.stack([first * 9, np.full(count, 4.0)], 1).astype(np.float32),
            distance=np.zeros(count, np.float32),
        )


def assessor(kind: str, sign: float = 1.0) -> Assessor:
    gate = Gate(("frontal", kind), {kind: "it is not upright."}, 0.5, 1.0)
    card = dataclasses.replace(toy_model.toy_card(), gate=gate)
    return Assessor(Bundle(Path("toy.onnx"), card, "ab"), Upright(sign))


def film(quarter: int) -> Radiograph:
    return Radiograph(toy_model.film_with(quarter), "film", "PNG")


@pytest.mark.parametrize(
    ("quarter", "offer"), [(0, ""), (1, "rotate_90"), (3, "rotate_180"), (2, "rotate_270")]
)
def test_a_turned_film_is_refused_with_the_turn_that_helps(quarter: int, offer: str) -> None:
    model = assessor("rotated")
    said = model.assess(film(quarter)).assessment
    assert (said.scored, said.offer, said.correction) == (not offer, offer, "")
    if offer:
        again = model.assess_corrected(film(quarter), offer).assessment
        assert again.scored
        assert (again.offer, again.correction) == ("", offer)
        assert again.notices[0] == f"Made on the film {CORRECTIONS[offer]}."


def test_an_inverted_film_is_offered_inverted() -> None:
    model = assessor("inverted", sign=-1.0)
    assert model.assess(film(0)).assessment.offer == "invert"
    assert model.assess_corrected(film(0), "invert").assessment.scored


def test_what_no_correction_helps_is_offered_none() -> None:
    assert assessor("not_chest").assess(film(1)).assessment.offer == ""
    assert assessor("inverted", sign=0.0).assess(film(1)).assessment.offer == ""
    with pytest.raises(KeyError):
        assessor("rotated").assess_corrected(film(1), "shear")


@pytest.mark.parametrize("correction", CORRECTIONS)
@pytest.mark.parametrize("colour", [False, True])
def test_a_correction_of_the_input_is_that_of_the_film(correction: str, colour: bool) -> None:
    rng = np.random.default_rng(1)
    shape = (160, 160, 3) if colour else (160, 160)
    stored = rng.integers(0, 255, shape).astype(np.uint8)
    taken = Radiograph(stored, "film", "PNG")
    recipe = Preprocessing(size=64, crop=0.1)
    given = prepare(corrected(taken, correction), recipe).tensor
    turned = corrected_input(prepare(taken, recipe).tensor, correction)
    np.testing.assert_allclose(given, turned, atol=1e-3)


def test_a_turned_film_keeps_its_millimetres_and_no_letters() -> None:
    taken = dataclasses.replace(
        film(0),
        stored=np.zeros((100, 80), np.uint8),
        spacing=Spacing(0.1, 0.2, SpacingProvenance.CALIBRATED),
        orientation=Orientation("L", "F"),
    )
    turned = corrected(taken, "rotate_90")
    assert turned.shape == (80, 100)
    assert turned.spacing == Spacing(0.2, 0.1, SpacingProvenance.CALIBRATED)
    assert turned.orientation is None
    assert corrected(taken, "rotate_180").spacing == taken.spacing


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_the_maps_of_a_corrected_film_come_back_onto_the_film(correction: str) -> None:
    rng = np.random.default_rng(3)
    maps = Activations(
        leaves=("normal",),
        grids=rng.random((1, 5, 4)).astype(np.float32),
        probabilities=(0.4,),
        placement=Placement(7, 11, 60, 40),
        image_shape=(90, 70),
        seen=rng.random((16, 16)).astype(np.float32),
    )
    turned = corrected_maps(maps, correction)
    heat = on_image(maps.grids[0], maps)
    taken = Radiograph((heat * 10000).astype(np.uint16), "film", "PNG")
    np.testing.assert_allclose(
        on_image(turned.grids[0], turned),
        corrected(taken, correction).stored / 10000,
        atol=0.02,
    )
    back = as_stored(turned, correction)
    np.testing.assert_array_equal(on_image(back.grids[0], back), heat)
    assert (back.placement, back.image_shape) == (maps.placement, maps.image_shape)


@pytest.mark.parametrize(
    ("row", "column", "offer"),
    [
        ("R", "F", "mirror"),
        ("F", "R", "rotate_270"),
        ("R", "H", "rotate_180"),
        ("H", "L", "rotate_90"),
        ("L", "H", ""),
        ("F", "L", ""),
    ],
)
def test_a_film_that_is_not_upright_by_its_header_is_refused_and_offered_upright(
    row: str, column: str, offer: str
) -> None:
    model = assessor("rotated")
    helped = film({"mirror": 1, "rotate_270": 2, "rotate_180": 3, "rotate_90": 1}.get(offer, 0))
    taken = dataclasses.replace(helped, orientation=Orientation(row, column))
    said = model.assess(taken).assessment
    assert f"its right edge is {row}, its lower edge {column}" in said.reason
    assert said.offer == offer
    if offer:
        assert model.assess_corrected(taken, offer).assessment.scored


def test_upright_and_unknown_orientations_refuse_nothing_and_side_views_do() -> None:
    model = assessor("rotated")
    for orientation in (Orientation("L", "F"), Orientation("LH", "FR"), None):
        assert model.assess(dataclasses.replace(film(0), orientation=orientation)).assessment.scored
    for orientation in (Orientation("P", "F"), Orientation("A", "F"), Orientation("F", "P")):
        said = model.assess(dataclasses.replace(film(0), orientation=orientation)).assessment
        assert (said.scored, said.offer) == (False, "")
        assert "lateral" in said.reason
