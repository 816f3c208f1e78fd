"""The list of a file's attributes, and two of them side by side."""

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian

from engine.errors import NonImage, UnreadableImage
from engine.exchange.attributes import Attribute, attributes, differences


def film(folder: Path, name: str, **changes: object) -> Path:
    dataset = Dataset()
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.SOPClassUID = DigitalXRayImageStorageForPresentation
    dataset.SOPInstanceUID = "1.2.3"
    dataset.PatientName = "Ångström^Žofie"
    dataset.WindowCenter = ["100", "200"]
    view = Dataset()
    view.CodeMeaning = "postero-anterior"
    dataset.ViewCodeSequence = [view]
    dataset.Rows, dataset.Columns, dataset.SamplesPerPixel = 2, 2, 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.PixelData = np.zeros(4, np.uint8).tobytes()
    dataset["PixelData"].VR = "OB"
    dataset.private_block(0x0029, "MAKER", create=True).add_new(1, "OB", b"\1\2")
    for keyword, value in changes.items():
        setattr(dataset, keyword, value)
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    path = folder / name
    dataset.save_as(path, enforce_file_format=True)
    return path


def by_name(found: tuple[Attribute, ...]) -> dict[str, Attribute]:
    return {each.keyword or each.tag: each for each in found}


def test_all_attributes_are_listed_as_text_in_the_file_order(tmp_path: Path) -> None:
    found = attributes(film(tmp_path, "a.dcm"))
    assert [each.path for each in found] == sorted(each.path for each in found)
    named = by_name(found)
    assert named["TransferSyntaxUID"].value == "1.2.840.10008.1.2.1"
    assert named["PatientName"].value == "Ångström^Žofie"
    assert named["PatientName"].identifying
    assert named["WindowCenter"].value == "100\\200"
    assert (named["CodeMeaning"].depth, named["CodeMeaning"].value) == (1, "postero-anterior")
    assert named["ViewCodeSequence"].vr == "SQ"
    assert named["(0029,1001)"].value == "2 bytes: 01 02"
    assert named["PixelData"].value == "4 bytes"
    assert not named["Rows"].identifying


def test_two_files_are_put_side_by_side(tmp_path: Path) -> None:
    one = attributes(film(tmp_path, "a.dcm"))
    other = attributes(film(tmp_path, "b.dcm", WindowCenter=["100", "300"], KVP="120"))
    found = {each.either.keyword: each for each in differences(one, other) if each.differs}
    assert set(found) == {"WindowCenter", "KVP"}
    assert found["KVP"].first is None
    assert not [each for each in differences(one, one) if each.differs]


def test_a_malformed_attribute_is_a_line_and_no_end(tmp_path: Path) -> None:
    path = film(tmp_path, "a.dcm", KVP="120")
    data = path.read_bytes()
    place = data.index(b"\x28\x00\x50\x10DS")
    path.write_bytes(data[: place + 8] + b"x" + data[place + 9 :])
    named = by_name(attributes(path))
    assert "PixelData" in named
    assert named["WindowCenter"].value


def test_what_is_no_dicom_has_no_attributes(tmp_path: Path) -> None:
    picture = tmp_path / "film.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(NonImage):
        attributes(picture)
    picture.write_bytes(b"nonsense")
    with pytest.raises(UnreadableImage):
        attributes(picture)
