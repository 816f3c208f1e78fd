"""A film without its person: the Basic Application Level Confidentiality Profile (PS3.15 E).

The table of attributes (E.1-1, edition 2026c) and its actions are `dicomanonymizer`'s; applied here
to nested items too, and completed by what the Standard asks of the object as a whole. Pixels are
left as they are but for rectangles that the reader masks: text burned into a film is not found.
What lies beside their values in Pixel Data, as overlay planes in unused bits do, goes.
"""

import functools
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from dicomanonymizer import simpledicomanonymizer as profile
from numpy.typing import NDArray
from pydicom import dcmread
from pydicom.datadict import dictionary_has_tag, repeater_has_tag
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    UID,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    generate_uid,
)

from engine.errors import NotExported
from engine.exchange.pictures import Mask, masked
from engine.images.decoding import Layout
from engine.images.dicom import FAULTS, DicomFile, parse, quiet
from engine.images.encapsulation import is_encapsulated
from engine.images.film import Film, film_of
from engine.images.overlays import GROUPS
from engine.images.pixels import read_layout
from engine.images.reading import file_bytes, kind_of

EDITION = "dicomfields_2026c"
METHOD = "Basic Profile, PS3.15 2026c"
METHOD_MASKED = "Areas of the picture masked by hand"
_CODE = ("113100", "DCM", "Basic Application Confidentiality Profile")
_PALETTE = (
    "RedPaletteColorLookupTableDescriptor",
    "GreenPaletteColorLookupTableDescriptor",
    "BluePaletteColorLookupTableDescriptor",
    "RedPaletteColorLookupTableData",
    "GreenPaletteColorLookupTableData",
    "BluePaletteColorLookupTableData",
)
_OFFSETS = ("ExtendedOffsetTable", "ExtendedOffsetTableLengths")
_MOST_FRAMES = 512


@functools.cache
def _actions() -> dict[tuple[int, ...], Callable[..., None]]:
    return dict(profile.initialize_actions(EDITION))


def is_identifying(group: int, element: int) -> bool:
    """Whether the Basic Profile would change an attribute, or it is private."""
    if group % 2 or (group, element) in _actions():
        return True
    return any(
        group & tag[2] == tag[0] & tag[2] and element & tag[3] == tag[1] & tag[3]
        for tag in _actions()
        if len(tag) > 2
    )


def deidentified(path: Path, *, masks: tuple[Mask, ...] = ()) -> bytes:
    """Return a DICOM film as the bytes of a file without its person.

    UIDs are replaced by random ones, the same for the same within one process. With ``masks``, or
    where Pixel Data hold more than stored values, the pixels are written uncompressed, otherwise as
    they lie in the file. The result is read again before it is given.

    Raises
    ------
    UnreadableImage
        Where the file cannot be read as a film.
    NotExported
        Where it is no DICOM file, or anything in it resists: nothing half clean is given.
    """
    data = file_bytes(path)
    if kind_of(data) != "DICOM":
        raise NotExported("Only DICOM files can be de-identified; export this film as a picture.")
    file = parse(data)
    film = film_of(file)
    frames = film.radiograph.frames
    try:
        with quiet():
            dataset = dcmread(BytesIO(data), force=True)
            _clean(dataset)
            anew = bool(masks) or _holds_more(file, frames)
            if anew:
                if frames > _MOST_FRAMES:
                    raise NotExported(f"More than {_MOST_FRAMES} frames cannot be written anew.")
                films = (film, *(film_of(file, frame=number) for number in range(1, frames)))
                _mask(dataset, films, masks)
            _declare(dataset, masked_by_hand=bool(masks))
            content = _written(dataset)
    except (*FAULTS, zlib.error) as error:
        raise NotExported(
            "Something in this file resists de-identification; nothing was written."
        ) from error
    _check(_blackened(film, masks) if anew else film.stored, film_of(parse(content)))
    return content


def _clean(dataset: Dataset) -> None:
    profile.anonymize_dataset(dataset, base_rules_gen=_actions)
    for element in dataset:
        tag = element.tag
        unknown = tag.group != 2 and not (dictionary_has_tag(tag) or repeater_has_tag(tag))
        if unknown or tag.group in GROUPS:  # of overlays the profile leaves but what describes them
            del dataset[tag]
        elif element.VR == "SQ":
            for item in element.value:
                _clean(item)


def _holds_more(file: DicomFile, frames: int) -> bool:
    """Whether Pixel Data hold anything beside stored values: in unused bits, or after them."""
    layout, pixels = read_layout(file.header), file.pixels
    if pixels is None or pixels.length is None or is_encapsulated(file.data, pixels.start):
        return bool(layout.overlay_bits)
    there = min(pixels.length, len(file.data) - pixels.start)
    whole = (frames * layout.bits + 7) // 8
    if there > whole + 1:
        return True
    samples = memoryview(file.data)[pixels.start : pixels.start + whole]
    return layout.bits_allocated > layout.bits_stored and _unused_bits(
        samples, layout, big_endian=file.big_endian
    )


def _unused_bits(samples: memoryview, layout: Layout, *, big_endian: bool) -> bool:
    """Whether bits say something that are neither stored values nor the sign's extension."""
    size = layout.bits_allocated // 8
    words = np.frombuffer(samples, f"{'>' if big_endian else '<'}u{size}")
    used = ((1 << layout.bits_stored) - 1) << (layout.high_bit - layout.bits_stored + 1)
    beside = words & ~np.array(used, f"u{size}")
    extended = np.array((1 << layout.bits_allocated) - (2 << layout.high_bit), f"u{size}")
    negative = words >> layout.high_bit & 1 if layout.signed else np.zeros_like(words)
    return bool(((beside != 0) & (beside != extended * negative)).any())


def _declare(dataset: Dataset, *, masked_by_hand: bool) -> None:
    """State what was done (PS3.15 E.1.1), and begin a new file."""
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = [METHOD, METHOD_MASKED] if masked_by_hand else METHOD
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = _CODE
    dataset.DeidentificationMethodCodeSequence = [code]
    dataset.LongitudinalTemporalInformationModified = "REMOVED"
    if not dataset.get("SOPInstanceUID"):
        dataset.SOPInstanceUID = generate_uid(None)
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = UID(_syntax(dataset))
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.file_meta = meta
    dataset.preamble = b"\0" * 128


def _syntax(dataset: Dataset) -> str:
    """Return the transfer syntax: the stated one, or what the encoding shows where none is."""
    stated = getattr(dataset.file_meta, "TransferSyntaxUID", None)
    if stated is not None:
        return str(stated)
    implicit, little = dataset.original_encoding
    if implicit:
        return str(ImplicitVRLittleEndian)
    return str(ExplicitVRLittleEndian if little else ExplicitVRBigEndian)


def _written(dataset: Dataset) -> bytes:
    buffer = BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _mask(dataset: Dataset, films: tuple[Film, ...], masks: tuple[Mask, ...]) -> None:
    frames = np.stack([_blackened(film, masks) for film in films])
    grey = frames.ndim == 3
    bits = 8 * frames.dtype.itemsize
    stored = int(dataset.BitsStored) if grey else 8
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SamplesPerPixel = 1 if grey else 3
    dataset.PhotometricInterpretation = films[0].photometric if grey else "RGB"
    dataset.Rows, dataset.Columns = frames.shape[1:3]
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = bits, stored, stored - 1
    dataset.PixelRepresentation = int(np.issubdtype(frames.dtype, np.signedinteger))
    for keyword in _OFFSETS if grey else (*_OFFSETS, *_PALETTE):
        if keyword in dataset:
            delattr(dataset, keyword)
    if not grey:
        dataset.PlanarConfiguration = 0
    little = frames.astype(frames.dtype.newbyteorder("<"), copy=False).tobytes()
    dataset.PixelData = little + b"\0" * (len(little) % 2)
    dataset["PixelData"].VR = "OW" if bits > 8 else "OB"


def _blackened(film: Film, masks: tuple[Mask, ...]) -> NDArray[Any]:
    if film.photometric in ("MONOCHROME1", "MONOCHROME2"):
        white_is_low = film.photometric == "MONOCHROME1"
        return masked(film.stored, masks, white_is_low=white_is_low)
    return masked(film.radiograph.stored, masks)


def _check(expected: NDArray[Any], after: Film) -> None:
    """Compare what was written with what was meant."""
    found = after.stored if expected.shape == after.stored.shape else after.radiograph.stored
    if not np.array_equal(expected, found):
        raise NotExported("The film could not be written again unchanged; nothing was written.")
