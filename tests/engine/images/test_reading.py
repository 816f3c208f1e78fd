import copy
import tarfile
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from engine.errors import UnreadableImage
from engine.images import reading
from engine.images.reading import read_frames, read_radiograph

WriteDicom = Callable[..., Path]
GREY = np.arange(12, dtype=np.uint8).reshape(3, 4)


def test_the_content_decides_never_the_suffix(
    tmp_path: Path, write_dicom: Callable[..., Path]
) -> None:
    assert read_radiograph(write_dicom(name="film.jpg")).kind == "DICOM"
    dual = tmp_path / "dual.tif"
    dual.write_bytes(b"II*\0" + write_dicom().read_bytes()[4:])
    assert read_radiograph(dual).kind == "DICOM"
    picture = tmp_path / "picture.dcm"
    picture.write_bytes(bytes(imagecodecs.png_encode(GREY)))
    film = read_radiograph(picture)
    assert (film.kind, film.source) == ("PNG", "picture.dcm")
    assert np.array_equal(film.stored, GREY)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"x", "text file"),
        (b"\0", "unknown kind"),
        (b"hello, this is text\n" * 400, "text file"),
        (b"<html><body>Login</body></html>", "text file"),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04 ...", "ZIP"),
        (b"\x1f\x8b\x08 ...", "gzip"),
        (b"GIF89a...", "GIF"),
        (bytes(100000), "unknown kind"),
        (b"\xff" * 100000, "unknown kind"),
        (bytes(range(256)) * 20, "unknown kind"),
    ],
)
def test_what_is_no_film_is_called_what_it_is(data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "film.dcm"
    path.write_bytes(data)
    with pytest.raises(UnreadableImage, match=message) as caught:
        read_radiograph(path)
    assert str(tmp_path) not in str(caught.value)


def test_a_tar_of_films_is_no_film(tmp_path: Path, write_dicom: WriteDicom) -> None:
    path = tmp_path / "films.tar"
    with tarfile.open(path, "w") as archive:
        for number in range(2):
            archive.add(write_dicom(name=f"{number}.dcm"))
    with pytest.raises(UnreadableImage, match="tar archive; unpack it first"):
        read_radiograph(path)


def test_folders_missing_and_giant_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_dicom: Callable[..., Path]
) -> None:
    with pytest.raises(UnreadableImage, match="folder"):
        read_radiograph(tmp_path)
    with pytest.raises(UnreadableImage, match="cannot be read"):
        read_radiograph(tmp_path / "gone.dcm")
    monkeypatch.setattr(reading, "_MOST_BYTES", 100)
    with pytest.raises(UnreadableImage, match="larger than"):
        read_radiograph(write_dicom())


@pytest.mark.parametrize("compressed", [False, True])
def test_frames_are_read_some_at_a_time(compressed: bool, write_dicom: WriteDicom) -> None:
    cine = np.random.default_rng(3).integers(0, 4000, (5, 6, 7)).astype(np.uint16)
    streams = [bytes(imagecodecs.jpegls_encode(frame)) for frame in cine]
    path = write_dicom(
        cine[0],
        syntax="1.2.840.10008.1.2.4.80" if compressed else "1.2.840.10008.1.2.1",
        frames=streams if compressed else None,
        data=cine.tobytes(),
        NumberOfFrames=5,
        FrameTime="40",
    )
    films = read_frames(path, range(1, 4))
    assert [film.frame for film in films] == [1, 2, 3]
    assert all(np.array_equal(film.stored, cine[film.frame]) for film in films)
    assert {(film.frames, film.frame_ms) for film in films} == {(5, 40.0)}
    with pytest.raises(UnreadableImage, match="no frame 6"):
        read_frames(path, [5])


def test_a_picture_is_a_sequence_of_one_frame(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(imagecodecs.png_encode(np.eye(3, dtype=np.uint8)))
    assert [film.frames for film in read_frames(path, [0])] == [1]


def test_a_film_stays_read_only_through_a_pipe(write_dicom: WriteDicom) -> None:
    film = copy.deepcopy(read_radiograph(write_dicom()))  # goes the way of a pipe
    assert not film.stored.flags.writeable
    assert film.identity.patient_name == "PHANTOM"
