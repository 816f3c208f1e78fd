"""The one door: a file, whatever it is called, becomes a Radiograph or a sentence why not."""

import codecs
from collections.abc import Iterable
from pathlib import Path

from engine.errors import NotNow, UnreadableImage
from engine.images.dicom import parse
from engine.images.elements import looks_like_dicom
from engine.images.film import film_of, read_film
from engine.images.picture import picture_kind, read_picture
from engine.types import Radiograph

_MOST_BYTES = 1 << 30
FOREIGN = (
    (0, b"%PDF", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\x1f\x8b", "a gzip archive; unpack it first"),
    (0, b"BZh", "a bzip2 archive; unpack it first"),
    (0, b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (0, b"Rar!", "a RAR archive; unpack it first"),
    (0, b"GIF8", "a GIF picture, which is not read"),
    (0, b"BM", "a BMP picture, which is not read"),
    (0, b"RIFF", "a WebP, audio or video file, which is not read"),
    (0, b"version https://git-lfs", "a Git LFS pointer: the file itself was never downloaded"),
    (257, b"ustar", "a tar archive; unpack it first"),
)
"""Where a mark stands, the mark, and what a file is that has it: no film, whatever lies in it."""


def read_radiograph(path: Path, *, frame: int = 0) -> Radiograph:
    """Read one frame of a film: DICOM, PNG, JPEG or TIFF, by content and never by suffix.

    Raises
    ------
    NonImage, MediaDirectory
        A sound DICOM object without a picture; a DICOMDIR.
    UnreadableImage
        Everything else that cannot be shown; the message says why.
    """
    data = file_bytes(path)
    kind = kind_of(data)
    if kind == "DICOM":
        return read_film(data, frame=frame, source=path.name).radiograph
    return read_picture(data, frame=frame, source=path.name)


def read_frames(path: Path, frames: Iterable[int]) -> tuple[Radiograph, ...]:
    """Read some frames of a film, which is taken apart once: for a cine, a few at a time.

    `Radiograph.frames` says how many there are, `Radiograph.frame_ms` how long each lasts.

    Raises
    ------
    UnreadableImage
        As `read_radiograph`, for the first frame that cannot be shown.
    """
    data = file_bytes(path)
    kind = kind_of(data)
    if kind != "DICOM":
        return tuple(read_picture(data, frame=frame, source=path.name) for frame in frames)
    file = parse(data)
    noted = len(file.notes)
    films = []
    for frame in frames:
        del file.notes[noted:]  # what was said of one frame is not said of the next
        films.append(film_of(file, frame=frame, source=path.name).radiograph)
    return tuple(films)


def file_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises
    ------
    UnreadableImage
        Where it is empty, larger than 1 GB, or cannot be read.
    """
    try:
        if path.is_dir():
            raise UnreadableImage("This is a folder, not a file.")
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableImage("The file is larger than 1 GB and was not read.")
        data = path.read_bytes()
    except OSError as error:
        raise NotNow(f"The file cannot be read: {error.strerror or 'unknown'}.") from error
    if not data:
        raise UnreadableImage("The file is empty.")
    return data


def kind_of(data: bytes) -> str:
    """Return "DICOM", "PNG", "JPEG" or "TIFF" by content; DICOM's mark goes before all others.

    Raises
    ------
    UnreadableImage
        For everything else, saying what it seems to be.
    """
    if data[128:132] == b"DICM":
        return "DICOM"
    picture = picture_kind(data)
    if picture is not None:
        return picture
    foreign = next((name for at, mark, name in FOREIGN if data.startswith(mark, at)), None)
    if foreign is not None:
        raise UnreadableImage(f"Not a film: this is {foreign}.")
    if looks_like_dicom(data):
        return "DICOM"
    if _is_text(data[:4096]):
        raise UnreadableImage("Not a film: this is a text file.")
    raise UnreadableImage("Not a film: the file is of an unknown kind.")


def _is_text(head: bytes) -> bool:
    try:
        # Not final: the last character may be cut in half.
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\r\n\t\f" for character in text)
