import io
import zipfile
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEG2000Lossless

from engine.images.phantom.studies import write_studies
from engine.images.wholeness import is_whole

KINDS = ("native.dcm", "fragments.dcm", "deflated.dcm", "film.png", "film.jpg", "film.tif", "a.zip")


@cache
def made(kind: str, folder: Path) -> bytes:
    (path,) = write_studies(folder, 1, 0, size=64)
    dataset = dcmread(path)
    match kind:
        case "fragments.dcm":
            dataset.file_meta.TransferSyntaxUID = JPEG2000Lossless
            code_stream = b"\xff\x4f\xff\x51" + bytes(4000)
            dataset.PixelData = encapsulate([code_stream], fragments_per_frame=4)
            dataset["PixelData"].VR = "OB"
            dataset.save_as(path)
        case "deflated.dcm":
            dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
            dataset.save_as(path)
        case "a.zip":
            with zipfile.ZipFile(whole := io.BytesIO(), "w") as archive:
                archive.writestr("a.dcm", path.read_bytes())
            return whole.getvalue()
        case _ if not kind.endswith(".dcm"):
            picture = np.random.default_rng(0).integers(0, 256, (64, 48), np.uint8)
            return cv2.imencode(Path(kind).suffix, picture)[1].tobytes()
    return path.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whole")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_whole_with_its_last_byte(kind: str, folder: Path) -> None:
    path = folder / kind
    path.write_bytes(made(kind, folder / "made" / kind))
    assert is_whole(path)


@settings(max_examples=60)
@given(kind=st.sampled_from(KINDS), share=st.floats(0, 1))
def test_no_beginning_of_a_file_is_whole(kind: str, share: float, folder: Path) -> None:
    whole = made(kind, folder / "made" / kind)
    path = folder / kind
    # The last byte of a JPEG or a zip may be left out without loss; eight of any cannot.
    path.write_bytes(whole[: int(share * (len(whole) - 8))])
    assert not is_whole(path)


def test_no_beginning_of_a_header_is_whole(folder: Path) -> None:
    whole = made("native.dcm", folder / "made" / "native.dcm")
    path = folder / "cut.dcm"
    for end in range(whole.index(b"\xe0\x7f\x10\x00")):  # an element's end is an end as good as any
        path.write_bytes(whole[:end])
        assert not is_whole(path)


@pytest.mark.parametrize(("content", "whole"), [(b"a note", False), (b"", False)])
def test_what_is_no_film_is_never_whole(content: bytes, whole: bool, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(content)
    assert is_whole(tmp_path / "note.txt") == whole
