import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from pydicom.dataset import Dataset

from engine.images import inspection
from engine.images.inspection import inspect, pixel_sha256

KEYS = {
    "path", "outcome", "message", "warnings", "kind", "transfer_syntax_uid", "rows", "columns",
    "frames", "photometric", "bits", "patient_name", "pixel_sha256", "vois", "spacing",
    "orientation", "overlays", "shutter", "document",
}  # fmt: skip


def test_a_film_is_accounted_for(write_dicom: Callable[..., Path]) -> None:
    pixels = np.array([[1, -2], [300, 4]], np.int16)
    table = Dataset()
    table.LUTDescriptor = [2, 5, 8]
    table.LUTData = b"\1\0\2\0"
    table["LUTDescriptor"].VR, table["LUTData"].VR = "US", "OW"
    path = write_dicom(
        pixels,
        PatientName="Doe^Jane",
        VOILUTSequence=[table],
        WindowCenter=7,
        WindowWidth=9,
        PatientOrientation=["L", "F"],
        NominalScannedPixelSpacing=[0.1, 0.2],
        PhotometricInterpretation="MONOCHROME1",
        CenterOfCircularShutter=[1, 1],
        RadiusOfCircularShutter=1,
        tags={
            0x60020010: ("US", 2),
            0x60020011: ("US", 2),
            0x60023000: ("OW", b"\5\0"),
            0x60021500: ("LO", "mark"),
        },
    )
    account = inspect(path)
    assert account["overlays"] == [{"group": "6002", "kind": "G", "label": "mark"}]
    assert (account["shutter"], account["document"]) == (["circular"], False)
    assert account.keys() == KEYS
    assert json.loads(json.dumps(account)) == account
    assert account["pixel_sha256"] == hashlib.sha256(pixels.astype("<i2").tobytes()).hexdigest()
    assert {
        key: account[key] for key in ("outcome", "kind", "rows", "columns", "frames", "bits")
    } == {
        "outcome": "opens", "kind": "DICOM", "rows": 2, "columns": 2, "frames": 1, "bits": 16
    }  # fmt: skip
    assert account["patient_name"] == "Doe^Jane"
    assert account["photometric"] == "MONOCHROME1"
    assert account["transfer_syntax_uid"] == "1.2.840.10008.1.2.1"
    assert account["spacing"] == {
        "row_mm": 0.1,
        "column_mm": 0.2,
        "provenance": "nominal scanned",
    }
    assert account["orientation"] == {"row": "L", "column": "F"}
    lut, window = account["vois"]
    assert (lut["kind"], lut["entries"], lut["first_mapped"]) == ("lut", 2, 5)
    assert (window["kind"], window["center"], window["function"]) == ("window", 7, "LINEAR")


def test_colour_is_hashed_as_stored_not_as_shown(write_dicom: Callable[..., Path]) -> None:
    pixels = np.array([[[76, 85, 255]]], np.uint8)
    account = inspect(write_dicom(pixels, PhotometricInterpretation="YBR_FULL"))
    assert account["pixel_sha256"] == pixel_sha256(pixels)


def test_a_picture_is_accounted_for(tmp_path: Path) -> None:
    values = np.arange(6, dtype=np.uint16).reshape(2, 3)
    path = tmp_path / "a.png"
    path.write_bytes(bytes(imagecodecs.png_encode(values)))
    account = inspect(path)
    assert (account["outcome"], account["kind"], account["bits"]) == ("opens", "PNG", 16)
    assert account["pixel_sha256"] == pixel_sha256(values)
    assert account["spacing"]["provenance"] == "pixels"


@pytest.mark.parametrize(
    ("attributes", "outcome"),
    [
        ({"data": b"", "Rows": None}, "nonimage"),
        ({"data": b"", "SOPClassUID": "1.2.840.10008.1.3.10"}, "directory"),
        ({"Rows": 500}, "error"),
    ],
)
def test_outcomes_without_a_picture_keep_what_the_header_says(
    attributes: dict[str, Any], outcome: str, write_dicom: Callable[..., Path]
) -> None:
    account = inspect(write_dicom(**attributes))
    assert account["outcome"] == outcome
    assert account["message"].endswith(".")
    assert account["patient_name"] == "PHANTOM"
    assert account["pixel_sha256"] == ""


def test_a_directory_is_named_by_its_first_patient(write_dicom: Callable[..., Path]) -> None:
    records = [Dataset(), Dataset()]
    records[1].PatientName = "Doe^Peter"
    path = write_dicom(data=b"", PatientName=None, DirectoryRecordSequence=records)
    account = inspect(path)
    assert (account["outcome"], account["patient_name"]) == ("directory", "Doe^Peter")


def test_nothing_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_dicom: Callable[..., Path]
) -> None:
    assert inspect(tmp_path / "gone")["outcome"] == "error"

    def exhausted(*_: Any, **__: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(inspection, "film_of", exhausted)
    assert "memory" in inspect(write_dicom())["message"]
