"""Gate, classify, calibrate, explain: on the shipped model, with films made in code."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import PhantomSpec
from engine.models.assess import Assessor
from engine.models.catalog import find
from engine.models.gate import refuse_header, refuse_pixels, robust_levels
from engine.models.heatmap import contours, finding_map, on_image
from engine.models.session import OnnxSession
from engine.types import Identity, Radiograph


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return Assessor.load(find("standard"), provider="cpu")


def noise(rows: int = 300, columns: int = 300) -> Radiograph:
    rng = np.random.default_rng(5)
    return Radiograph(rng.integers(0, 4096, (rows, columns)).astype(np.uint16), "noise", "DICOM")


def chest(seed: int = 1) -> Radiograph:
    return expose(PhantomSpec(seed), 300).radiograph


def ungated(assessor: Assessor) -> Assessor:
    """Return the same model with a gate that lets everything through."""
    open_gate = dataclasses.replace(assessor.card.gate, least_accepted=0.0, most_distance=1e9)
    bundle = assessor._bundle
    card = dataclasses.replace(bundle.card, gate=open_gate)
    return Assessor(dataclasses.replace(bundle, card=card), assessor._session)


def test_noise_is_refused_with_a_reason(assessor: Assessor) -> None:
    result = assessor.assess(noise())
    assert not result.assessment.scored
    assert result.assessment.reason.startswith("Not scored:")
    assert result.assessment.findings == ()
    assert result.activations is None


def test_a_scored_film_has_every_finding_and_its_maps(assessor: Assessor) -> None:
    result = ungated(assessor).assess(chest())
    card = assessor.card
    assert result.assessment.scored
    assert tuple(f.name for f in result.assessment.findings) == card.findings
    leaves = [result.assessment.probability(leaf) for leaf in card.leaves]
    assert sum(leaves) == pytest.approx(1)
    assert result.activations is not None
    assert result.activations.grids.shape[0] == len(card.leaves)
    assert not result.activations.grids.flags.writeable
    for finding in card.findings:
        grid = finding_map(card, result.activations, finding)
        assert grid.min() >= 0
        film = on_image(grid, result.activations)
        assert film.shape == (300, 300)
        assert film[0].max() == 0
        assert film.max() <= 1 + 1e-6
    with pytest.raises(KeyError):
        finding_map(card, result.activations, "rickets")


def test_a_batch_gives_what_single_films_give(assessor: Assessor) -> None:
    free = ungated(assessor)
    films = [free.prepare(film) for film in (chest(), noise(100, 100), chest(2))]
    together = free.infer(films)
    assert [r.assessment.scored for r in together] == [True, False, True]
    alone = free.infer(films[2:])[0]
    for one, other in zip(together[2].assessment.findings, alone.assessment.findings, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=1e-5)


def test_an_empty_batch_is_no_trouble(assessor: Assessor) -> None:
    assert assessor.infer([]) == []


@pytest.mark.parametrize(
    ("identity", "word"),
    [
        (Identity(modality="CT"), "modality CT"),
        (Identity(modality="DX", body_part_examined="HAND"), "HAND"),
        (Identity(modality="CR", view_position="LL"), "lateral"),
        (Identity(modality="DX", body_part_examined="CHEST", view_position="PA"), ""),
        (Identity(modality="DX", body_part_examined="Tórax AP"), ""),
        (Identity(modality="DX", body_part_examined="TORACE"), ""),
        (Identity(modality="DX", body_part_examined="胸部"), ""),
        (Identity(), ""),
    ],
)
def test_the_header_refuses_what_it_says_and_no_more(identity: Identity, word: str) -> None:
    reason = refuse_header(dataclasses.replace(noise(), identity=identity))
    assert (word in reason) if word else reason == ""


def test_a_sequence_is_refused() -> None:
    assert "12 frames" in refuse_header(dataclasses.replace(noise(), frames=12))


def test_a_picture_of_16_bits_may_use_any_part_of_them() -> None:
    twelve = np.arange(90_000, dtype=np.uint32).reshape(300, 300) % 4096
    assert refuse_pixels(Radiograph(twelve.astype(np.uint16), "x", "PNG", bits_stored=16)) == ""


@pytest.mark.parametrize(
    ("stored", "word"),
    [
        (np.zeros((300, 300), np.uint8), "blank"),
        (np.arange(90_000, dtype=np.uint16).reshape(300, 300), ""),
        (np.arange(90_000, dtype=np.uint32).reshape(300, 300) % 36, "too dark"),
        (np.arange(90_000, dtype=np.uint32).reshape(300, 300) % 12 * 20, "blank"),
        (np.arange(6400, dtype=np.uint16).reshape(80, 80), "too few"),
        (np.arange(200_000, dtype=np.uint32).reshape(200, 1000), "too long"),
        (np.tile(np.array([255, 0, 0], np.uint8), (300, 300, 1)), "colour"),
    ],
)
def test_pixels_refuse_with_their_reason(stored: np.ndarray, word: str) -> None:
    reason = refuse_pixels(Radiograph(stored, "x", "PNG"))
    assert (word in reason) if word else reason == ""


@given(
    arrays(
        st.sampled_from([np.uint8, np.int16, np.uint16]),
        st.tuples(st.integers(1, 12), st.integers(1, 12)),
    )
)
def test_counted_percentiles_are_numpys(sample: np.ndarray) -> None:
    low, high = np.percentile(sample.astype(np.float64), (1, 99))  # of int16 it overflows
    levels = len(np.unique(sample[(sample >= low) & (sample <= high)]))
    assert robust_levels(sample) == (pytest.approx(high), levels)


def test_a_gpu_that_is_not_there_is_said_aloud() -> None:
    session = OnnxSession(find("standard"), provider="cuda")
    if session.provider == "CPU":
        assert session.notice.startswith("CUDA was asked for, the CPU is used")
    assert OnnxSession(find("standard"), provider="cpu").notice == ""
    with pytest.raises(ValueError, match="unknown"):
        OnnxSession(find("standard"), provider="abacus")


def test_contours_go_round_the_area() -> None:
    film = np.zeros((50, 60), np.float32)
    film[10:20, 30:40] = 0.9
    (line,) = contours(film, 0.5)
    assert line.min(axis=0).tolist() == [30, 10]
    assert line.max(axis=0).tolist() == [39, 19]
    assert contours(film, 0.95) == ()
