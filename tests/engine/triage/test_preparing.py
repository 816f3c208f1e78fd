"""A film whose pixels are not square is prepared and pictured as its square twin is."""

import io
from pathlib import Path

import cv2
import numpy as np
import pydicom
import pytest

from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import PhantomSpec
from engine.images.phantom.writing import dicom_bytes
from engine.models.assess import Assessor
from engine.models.catalog import find
from engine.triage.preparing import THUMBNAIL_PX, ReadFilm, read_film

SIDE = 512
SQUARE, FLAT, LOW, NARROW = (1, 1), (2, 1), (4, 1), (1, 4)


@pytest.fixture(scope="module")
def square() -> bytes:
    return dicom_bytes(expose(PhantomSpec(3), SIDE))


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return Assessor.load(find("standard"), provider="cpu")


def read(
    path: Path, square: bytes, assessor: Assessor, size: tuple[int, int], *, keyword: str
) -> ReadFilm:
    """Store the film in pixels of ``size`` (high, wide) and read it."""
    dataset = pydicom.dcmread(io.BytesIO(square))
    rows, columns = (round(SIDE / side) for side in size)
    pixels = cv2.resize(dataset.pixel_array, (columns, rows), interpolation=cv2.INTER_AREA)
    dataset.Rows, dataset.Columns, dataset.PixelData = rows, columns, pixels.tobytes()
    pitch = float(dataset.ImagerPixelSpacing[0])
    del dataset.ImagerPixelSpacing
    if keyword == "PixelAspectRatio":
        dataset.PixelAspectRatio = list(size)
    else:
        setattr(dataset, keyword, [f"{pitch * side:.8g}" for side in size])
    dataset.save_as(path)
    return read_film(path, recipe=assessor.card.preprocessing, rendering_px=300)


@pytest.mark.parametrize(
    ("size", "keyword"),
    [(FLAT, "PixelSpacing"), (LOW, "ImagerPixelSpacing"), (NARROW, "PixelAspectRatio")],
)
def test_a_film_is_the_same_whatever_its_pixels(
    size: tuple[int, int], keyword: str, square: bytes, assessor: Assessor, tmp_path: Path
) -> None:
    one = read(tmp_path / "one.dcm", square, assessor, SQUARE, keyword=keyword)
    other = read(tmp_path / "other.dcm", square, assessor, size, keyword=keyword)
    assert one.prepared.reason == other.prepared.reason == ""
    assert one.thumbnail.shape == other.thumbnail.shape == (THUMBNAIL_PX, THUMBNAIL_PX)
    assert one.rendering is not None
    assert other.rendering is not None
    assert one.rendering.shape == other.rendering.shape == (300, 300)
    apart = np.abs(one.thumbnail.astype(int) - other.thumbnail)
    assert np.mean(apart) < 6
    assert one.prepared.prepared is not None
    assert other.prepared.prepared is not None
    tensors = (film.prepared.prepared.tensor.ravel() for film in (one, other))
    assert np.corrcoef(*tensors)[0, 1] > 0.97
    first, second = (each.assessment for each in assessor.infer([one.prepared, other.prepared]))
    for a, b in zip(first.findings, second.findings, strict=True):
        assert a.probability == pytest.approx(b.probability, abs=0.06)


def test_a_small_film_is_never_made_smaller_than_it_is(
    square: bytes, assessor: Assessor, tmp_path: Path
) -> None:
    path = tmp_path / "film.dcm"
    read(path, square, assessor, FLAT, keyword="PixelSpacing")
    small = read_film(path, recipe=assessor.card.preprocessing, rendering_px=2000)
    assert small.rendering is not None
    assert small.rendering.shape == (SIDE, SIDE)
