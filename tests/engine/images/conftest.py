"""DICOM files written in code: no film of anybody's is needed to test the reading of films."""

import struct
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    UID,
    DigitalXRayImageStorageForPresentation,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
)

WriteDicom = Callable[..., Path]
RAMP = np.arange(12, dtype=np.uint16).reshape(3, 4)


def _attributes(pixels: NDArray[Any]) -> dict[str, Any]:
    bits = pixels.dtype.itemsize * 8
    grey = pixels.ndim == 2
    return {
        "SOPClassUID": DigitalXRayImageStorageForPresentation,
        "SOPInstanceUID": "1.2.3",
        "PatientName": "PHANTOM",
        "Modality": "DX",
        "Rows": pixels.shape[0],
        "Columns": pixels.shape[1],
        "SamplesPerPixel": 1 if grey else pixels.shape[2],
        "PhotometricInterpretation": "MONOCHROME2" if grey else "RGB",
        "BitsAllocated": bits,
        "BitsStored": bits,
        "HighBit": bits - 1,
        "PixelRepresentation": int(pixels.dtype.kind == "i"),
    }


def _dataset(attributes: dict[str, Any]) -> Dataset:
    dataset = Dataset()
    for keyword, value in attributes.items():
        if value is not None:
            setattr(dataset, keyword, value)
    return dataset


def _relabelled(data: bytes, syntax: str) -> bytes:
    """State another transfer syntax; File Meta Information Group Length is left wrong."""
    start = data.index(b"\2\0\x10\0UI") + 6
    length = struct.unpack_from("<H", data, start)[0]
    uid = syntax.encode() + b"\0" * (len(syntax) % 2)
    return data[:start] + struct.pack("<H", len(uid)) + uid + data[start + 2 + length :]


@pytest.fixture
def write_dicom(tmp_path: Path) -> WriteDicom:
    """Return a function that writes a film.

    ``frames`` are compressed frames, ``data`` native bytes, ``pixels`` what describes either; an
    attribute that is None is left out, and ``data=b""`` leaves out Pixel Data. ``tags`` are the
    elements that have no keyword of their own, as VR and value.
    """

    def write(
        pixels: NDArray[Any] = RAMP,
        *,
        name: str = "film.dcm",
        syntax: str = ExplicitVRLittleEndian,
        frames: list[bytes] | None = None,
        data: bytes | None = None,
        tags: dict[int, tuple[str, Any]] | None = None,
        **attributes: Any,
    ) -> Path:
        path = tmp_path / name
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            dataset = _dataset(_attributes(pixels) | attributes)
            for tag, (vr, value) in (tags or {}).items():
                dataset.add_new(tag, vr, value)
            dataset.file_meta = FileMetaDataset()
            stated = UID(syntax)
            sound = stated.is_transfer_syntax and stated.is_encapsulated == bool(frames)
            dataset.file_meta.TransferSyntaxUID = (
                syntax if sound else JPEG2000Lossless if frames else ExplicitVRLittleEndian
            )
            raw = encapsulate(frames) if frames else pixels.tobytes() if data is None else data
            if raw:
                dataset.PixelData = raw + b"\0" * (len(raw) % 2)
                wide = pixels.dtype.itemsize > 1 and not frames
                dataset["PixelData"].VR = "OW" if wide else "OB"
                dataset["PixelData"].is_undefined_length = bool(frames)
            dataset.save_as(path, enforce_file_format=True)
        if not sound:
            path.write_bytes(_relabelled(path.read_bytes(), syntax))
        return path

    return write
