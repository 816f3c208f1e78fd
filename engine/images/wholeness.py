"""Whether a file is all there, as far as its format tells: for files that others still write."""

import zipfile
from pathlib import Path

from engine.errors import UnreadableImage
from engine.images.dicom import DicomFile, parse
from engine.images.elements import CUT_SHORT
from engine.images.encapsulation import NO_END, fragments, is_encapsulated
from engine.images.picture import read_picture
from engine.images.reading import file_bytes, kind_of

_SOP_CLASS = 0x00080016
_DIRECTORY = "DirectoryRecordSequence"  # its tag comes before
# What ends an object, by a word in the name of its SOP class.
_LAST = {
    "Image": "PixelData",
    "Encapsulated": "EncapsulatedDocument",
    "Document": "ContentSequence",
    " SR": "ContentSequence",
}


def is_whole(path: Path) -> bool:
    """Whether a film, document or zip ends where it says it does; False for all else.

    Runs in a worker. A film is not decoded, a picture is.
    """
    if path.suffix.casefold() == ".zip":
        return zipfile.is_zipfile(path)  # its directory is written last
    try:
        data = file_bytes(path)
        if kind_of(data) == "DICOM":
            return _ends(parse(data))
        read_picture(data)
    except UnreadableImage:
        return False
    return True


def _ends(file: DicomFile) -> bool:
    if file.truncated or any(note.startswith(CUT_SHORT) for note in file.notes):
        return False
    pixels = file.pixels
    if pixels is None:
        return _ends_without_pixels(file)
    if pixels.length is not None:
        return pixels.start + pixels.length <= len(file.data)
    if not is_encapsulated(file.data, pixels.start):
        return False
    parts = fragments(file.data, pixels.start)
    return not parts.cut and NO_END not in parts.problems


def _ends_without_pixels(file: DicomFile) -> bool:
    """Whether an object has what it is for, or is of a kind of which that cannot be told.

    Elements come in the order of their tags: without a SOP class a file may end before it.
    """
    if not file.sop_class:
        last_tag = max(file.header.dataset.keys(), default=0)
        return last_tag > _SOP_CLASS or _DIRECTORY in file.header
    name = file.sop_class_name
    return all(last in file.header for word, last in _LAST.items() if word in name)
