"""The phantom is what its truth says: millimetres, ratio, masks, and the same bytes again."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.geometry import length_mm
from engine.images.phantom.body import build
from engine.images.phantom.exposure import Phantom, expose, identity
from engine.images.phantom.projection import Beam, Cloud, inside, on_detector, slabs, splat
from engine.images.phantom.spec import AgeGroup, PhantomSpec, Sign, View
from engine.images.phantom.studies import studies, write_studies
from engine.images.phantom.tracing import beam, trace
from engine.images.phantom.writing import dicom_bytes
from engine.images.reading import read_radiograph

SIZE = 256


@pytest.fixture(scope="module")
def normal() -> Phantom:
    return expose(PhantomSpec(1), SIZE)


def test_the_same_specification_gives_the_same_bytes(normal: Phantom) -> None:
    again = expose(PhantomSpec(1), SIZE)
    assert dicom_bytes(again) == dicom_bytes(normal)


def test_another_seed_is_another_person(normal: Phantom) -> None:
    other = expose(PhantomSpec(2), SIZE)
    assert not np.array_equal(other.radiograph.stored, normal.radiograph.stored)
    assert other.radiograph.identity.patient_id != normal.radiograph.identity.patient_id


@pytest.mark.parametrize(
    "spec",
    [
        PhantomSpec(1),
        PhantomSpec(1, view=View.LATERAL, sex="F"),
        PhantomSpec(3, view=View.AP, supine=True, monochrome1=True),
        PhantomSpec(4, view=View.AP, age_group=AgeGroup.CHILD, marker="L"),
    ],
    ids=["pa", "lateral", "supine", "child"],
)
def test_a_file_reads_back_as_the_radiograph_in_memory(spec: PhantomSpec, tmp_path: Path) -> None:
    phantom = expose(spec, 128)
    path = tmp_path / "film.dcm"
    path.write_bytes(dicom_bytes(phantom))
    read, made = read_radiograph(path), phantom.radiograph
    assert np.array_equal(read.stored, made.stored)
    assert read.stored.dtype == made.stored.dtype
    assert read.spacing.row_mm == pytest.approx(made.spacing.row_mm, rel=1e-6)
    for name in (
        "inverted",
        "bits_stored",
        "photometric",
        "orientation",
        "vois",
        "modality",
        "warnings",
    ):
        assert getattr(read, name) == getattr(made, name), name
    assert read.spacing.provenance == made.spacing.provenance
    assert read.identity.view_position == spec.view
    differing = {
        name
        for name in made.identity.__slots__
        if getattr(read.identity, name) != getattr(made.identity, name)
    }
    assert differing == set()


def test_true_millimetres_come_back_through_the_spacing_of_the_file(tmp_path: Path) -> None:
    for spec in (PhantomSpec(5), PhantomSpec(6, view=View.AP, supine=True)):
        phantom = expose(spec, SIZE)
        path = tmp_path / f"{spec.seed}.dcm"
        path.write_bytes(dicom_bytes(phantom))
        points = phantom.truth["fiducials_px"]
        measured = length_mm(
            read_radiograph(path).spacing,
            tuple(points["middle_right"]),
            tuple(points["middle_left"]),
        )
        assert measured == pytest.approx(phantom.truth["middle_width_mm"], rel=1e-3)


def test_true_millimetres_do_not_depend_on_the_number_of_pixels() -> None:
    small, large = (expose(PhantomSpec(7), size) for size in (128, 512))
    for name in ("heart_width_detector_mm", "thorax_width_detector_mm"):
        assert small.truth[name] == pytest.approx(large.truth[name], abs=2 * 420 / 128)


def test_the_nodule_lies_where_the_truth_says_and_is_as_large() -> None:
    phantom = expose(PhantomSpec(8, signs=(Sign.NODULE,)), 512)
    without = trace(phantom.spec.normal, 512).attenuation
    ball = trace(phantom.spec, 512).attenuation - without
    rows, columns = np.nonzero(ball > 0.3 * ball.max())
    known = phantom.truth["nodule"]
    assert rows.mean() == pytest.approx(known["row"], abs=2)
    assert columns.mean() == pytest.approx(known["column"], abs=2)
    wide = (np.ptp(columns) + 1) * phantom.truth["pitch_mm"]
    assert wide == pytest.approx(known["diameter_detector_mm"], rel=0.15)


def test_the_ratio_of_the_masks_is_the_true_one(normal: Phantom) -> None:
    def width(mask: np.ndarray) -> int:
        columns = np.flatnonzero(mask.any(axis=0))
        return int(columns[-1] - columns[0] + 1)

    ratio = width(normal.heart_mask) / width(normal.lung_mask)
    assert ratio == pytest.approx(normal.truth["cardiothoracic_ratio"], rel=1e-9)
    assert 0.36 < ratio < 0.52


def test_a_child_has_the_larger_heart_for_its_chest() -> None:
    adult = np.mean([_ratio(PhantomSpec(seed)) for seed in range(3)])
    child = np.mean([_ratio(PhantomSpec(seed, age_group=AgeGroup.CHILD)) for seed in range(3)])
    assert child > adult


def test_the_heart_is_magnified_on_a_supine_film() -> None:
    assert _ratio(PhantomSpec(9, view=View.AP, supine=True)) > _ratio(PhantomSpec(9))


def _ratio(spec: PhantomSpec) -> float:
    return float(expose(spec, 128).truth["cardiothoracic_ratio"])


def test_masks_lie_where_lungs_and_heart_are(normal: Phantom) -> None:
    rows, columns = np.nonzero(normal.lung_mask)
    assert normal.lung_mask.shape == normal.heart_mask.shape == normal.radiograph.shape
    assert min(rows.min(), columns.min()) > 0
    assert max(rows.max(), columns.max()) < SIZE - 1
    assert not (normal.lung_mask & normal.heart_mask).any()
    middle = SIZE / 2
    heart = np.nonzero(normal.heart_mask)[1]
    assert heart.max() - middle > middle - heart.min(), "the apex points to the patient's left"
    stored = normal.radiograph.stored
    assert stored[normal.lung_mask].mean() < 0.6 * stored[normal.heart_mask].mean()


@pytest.mark.parametrize("sign", list(Sign))
def test_a_sign_changes_the_rays_inside_its_mask_only(sign: Sign) -> None:
    supine = sign in (Sign.LINES, Sign.GROUND_GLASS)
    spec = PhantomSpec(10, signs=(sign,), supine=supine, view=View.AP if supine else View.PA)
    ill, well = trace(spec, SIZE), trace(spec.normal, SIZE)
    changed = np.abs(ill.attenuation - well.attenuation) > 2e-3
    assert changed.any()
    assert not (changed & ~ill.found[sign]).any()
    assert ill.found[sign].any()
    if sign is not Sign.LINES:
        share = (changed & (ill.lung | ill.heart)).sum() / changed.sum()
        assert share > 0.6, "the disease lies in the chest"


def test_prior_and_current_film_show_one_person() -> None:
    current = next(study[0] for study in studies(8) if study[0].study == 1)
    prior = next(study[0] for study in studies(8) if study[0].seed == current.seed)
    assert prior.signs != current.signs
    assert prior.study_date < current.study_date
    assert build(prior) == build(current)
    one, two = (expose(spec, 128).radiograph.identity for spec in (prior, current))
    assert one.patient_id == two.patient_id
    assert one.birth_date == two.birth_date
    assert one.study_instance_uid != two.study_instance_uid


def test_the_first_eight_studies_cover_the_kinds() -> None:
    films = [spec for study in studies(8) for spec in study]
    assert {spec.view for spec in films} == set(View)
    assert {spec.age_group for spec in films} == set(AgeGroup)
    assert {sign for spec in films for sign in spec.signs} == set(Sign)
    assert {spec.monochrome1 for spec in films} == {False, True}


def test_no_two_films_of_a_long_list_share_a_uid() -> None:
    uids = [identity(spec).sop_instance_uid for study in studies(1500) for spec in study]
    assert len(set(uids)) == len(uids) == 1501
    assert all(len(uid) <= 64 for uid in uids)


def test_studies_are_written_with_their_truth(tmp_path: Path) -> None:
    films = write_studies(tmp_path, 7, seed=3, size=64, truth=True)
    assert len(films) == 8
    for film in films:
        truth = json.loads((film.parent / "truth.json").read_text())[film.name]
        assert truth["view"] == read_radiograph(film).identity.view_position
    assert not list(tmp_path.rglob("*.part"))


def test_a_film_needs_a_few_pixels() -> None:
    with pytest.raises(ValueError, match="64"):
        expose(PhantomSpec(1), 32)


@pytest.mark.parametrize("wrong", [{"sex": "X"}, {"marker": "A"}, {"seed": -1}])
def test_impossible_people_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"phantom|marker|seed"):
        replace(PhantomSpec(1), **wrong)


@settings(deadline=None, max_examples=10)
@given(radius=st.floats(20, 60), x=st.floats(-40, 40), y=st.floats(-30, 30))
def test_the_length_through_a_sphere_is_its_chord(radius: float, x: float, y: float) -> None:
    rays = Beam(1, 1500.0, -200.0, (0.0, 0.0), 300.0, 64)
    grid = slabs(1, np.array([(-110, 110), (-110, 110), (-110, 110)], float), 4, 5)
    at = grid.coordinates()
    ball = radius - np.sqrt((at[0] - x) ** 2 + (at[1] - y) ** 2 + at[2] ** 2)
    images = [image[0] for image in on_detector(rays, grid, ball[None])]
    length = sum(inside(a, b) for a, b in pairwise(images))
    length = length * grid.step_mm * rays.obliquity()
    off = (np.arange(64) - 31.5) * rays.pitch_mm
    way = np.stack(
        np.broadcast_arrays(off[None, :], np.full((1, 1), -rays.sid_mm), -off[:, None]), axis=-1
    )
    way = way / np.linalg.norm(way, axis=-1, keepdims=True)
    to = np.array([x, y - 1500.0, 0.0])
    along = way @ to
    square = radius**2 - (to @ to - along**2)
    chord = 2 * np.sqrt(np.maximum(square, 0))
    deep = chord > 15
    assert np.abs(length - chord)[deep].max() < 1.0


def test_a_cloud_keeps_its_mass_and_lands_where_it_is_projected() -> None:
    rays = beam(PhantomSpec(1), 128)
    cloud = Cloud(np.float32([[30, 0, -20]]), np.float32([5.0]))
    image = splat(rays, cloud)
    (row,), (column,), (scale,) = rays.project(cloud.points)
    assert image.sum() * (rays.pitch_mm / scale) ** 2 == pytest.approx(5.0, rel=1e-4)
    rows, columns = np.nonzero(image)
    assert np.average(rows, weights=image[rows, columns]) == pytest.approx(row, abs=1e-3)
    assert np.average(columns, weights=image[rows, columns]) == pytest.approx(column, abs=1e-3)
