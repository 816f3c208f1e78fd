"""Reports become lines of text, encapsulated PDF their bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom.dataset import Dataset
from pydicom.uid import (
    BasicTextSRStorage,
    EncapsulatedCDAStorage,
    EncapsulatedPDFStorage,
    KeyObjectSelectionDocumentStorage,
)

from engine.errors import UnreadableImage
from engine.images.documents import Document, read_document
from engine.images.inspection import inspect

WriteDicom = Callable[..., Path]
NO_IMAGE = dict.fromkeys(
    ["Rows", "Columns", "SamplesPerPixel", "PhotometricInterpretation", "BitsAllocated"]
)
PDF = b"%PDF-1.4 ... %%EOF"


def item(
    kind: str, name: str = "", children: list[Dataset] | None = None, **more: object
) -> Dataset:
    dataset = Dataset()
    dataset.ValueType, dataset.RelationshipType = kind, "CONTAINS"
    if name:
        dataset.ConceptNameCodeSequence = [code(name)]
    for keyword, value in more.items():
        setattr(dataset, keyword, value)
    if children:
        dataset.ContentSequence = children
    return dataset


def code(meaning: str, value: str = "1") -> Dataset:
    dataset = Dataset()
    dataset.CodeValue, dataset.CodingSchemeDesignator, dataset.CodeMeaning = value, "99X", meaning
    return dataset


def measured(number: str, unit: Dataset) -> list[Dataset]:
    dataset = Dataset()
    dataset.NumericValue, dataset.MeasurementUnitsCodeSequence = number, [unit]
    return [dataset]


def image(uid: str) -> list[Dataset]:
    dataset = Dataset()
    dataset.ReferencedSOPClassUID = "1.2.840.10008.5.1.4.1.1.1.1"
    dataset.ReferencedSOPInstanceUID = uid
    return [dataset]


def report(write_dicom: WriteDicom, content: list[Dataset], **more: object) -> Document:
    root = {
        "ValueType": "CONTAINER",
        "ConceptNameCodeSequence": [code("Chest report")],
        "ContentSequence": content,
        "SpecificCharacterSet": "ISO_IR 192",
    }
    attributes = NO_IMAGE | {"SOPClassUID": BasicTextSRStorage} | root | more
    return read_document(write_dicom(data=b"", **attributes))


def test_a_report_is_lines_in_the_order_of_reading(write_dicom: WriteDicom) -> None:
    document = report(
        write_dicom,
        [
            item(
                "CONTAINER",
                "Findings",
                [
                    item("TEXT", "Finding", TextValue="Opacity, 右肺\r\nsecond \\ line"),
                    item("CODE", "Laterality", ConceptCodeSequence=[code("Right")]),
                    item("NUM", "Width", MeasuredValueSequence=measured("12.5", code("x", "mm"))),
                    item("NUM", "Ratio", MeasuredValueSequence=measured("0.52", code("x", "1"))),
                    item("NUM", "Count", MeasuredValueSequence=measured("3", code("nodes", "{n}"))),
                    item("NUM", "Failed", NumericValueQualifierCodeSequence=[code("Not a number")]),
                ],
            ),
            item("PNAME", "Observer", PersonName="Müller^Jörg"),
            item("IMAGE", ReferencedSOPSequence=image("1.2.3.4")),
            item("SCOORD", "Region", GraphicType="CIRCLE", GraphicData=[1.0, 2.0, 3.0, 4.5]),
            item("CONTAINER"),
        ],
        CompletionFlag="COMPLETE",
        VerificationFlag="UNVERIFIED",
    )
    assert document.text.splitlines() == [
        "Chest report",
        "    Findings",
        "        Finding: Opacity, 右肺",
        "        second \\ line",
        "        Laterality: Right",
        "        Width: 12.5 mm",
        "        Ratio: 0.52",
        "        Count: 3 nodes",
        "        Failed: Not a number",
        "    Observer: Müller^Jörg",
        "    Digital X-Ray Image Storage - For Presentation",
        "    Region: circle 1 2 3 4.5",
        "    (section)",
    ]
    assert (document.kind, document.title) == ("report", "Chest report")
    assert document.status == "complete, unverified"
    assert document.identity.patient_name == "PHANTOM"
    assert document.lines[9].images == ("1.2.3.4",)
    assert document.warnings == ()


def test_inspecting_names_a_document(write_dicom: WriteDicom, tmp_path: Path) -> None:
    report(write_dicom, [item("TEXT", "Finding", TextValue="x")])
    account = inspect(tmp_path / "film.dcm")
    assert (account["outcome"], account["document"]) == ("nonimage", True)


def test_a_key_object_selection_names_its_images(write_dicom: WriteDicom) -> None:
    content = [item("IMAGE", ReferencedSOPSequence=image(uid)) for uid in ("1.1", "1.2")]
    document = report(write_dicom, content, SOPClassUID=KeyObjectSelectionDocumentStorage)
    assert [line.images for line in document.lines[1:]] == [("1.1",), ("1.2",)]


def test_a_report_nested_without_end_is_cut(write_dicom: WriteDicom) -> None:
    content = item("TEXT", "deep", TextValue="x")
    for _ in range(80):
        content = item("CONTAINER", "level", [content])
    document = report(write_dicom, [content])
    assert 60 < len(document.lines) < 80
    assert "too deeply" in document.warnings[-1]


@pytest.mark.parametrize(("data", "noted"), [(PDF, False), (b"\n" + PDF, False), (PDF[:12], True)])
def test_a_pdf_is_its_bytes(data: bytes, noted: bool, write_dicom: WriteDicom) -> None:
    path = write_dicom(
        data=b"",
        SOPClassUID=EncapsulatedPDFStorage,
        EncapsulatedDocument=data + b"\0" * (len(data) % 2),
        MIMETypeOfEncapsulatedDocument="application/pdf",
        DocumentTitle="Report",
        **NO_IMAGE,
    )
    document = read_document(path)
    assert document.pdf.rstrip(b"\0") == data.strip()
    assert (document.kind, document.title, bool(document.warnings)) == ("PDF", "Report", noted)


def test_what_is_no_document_is_called_what_it_is(write_dicom: WriteDicom) -> None:
    with pytest.raises(UnreadableImage, match="Digital X-Ray"):
        read_document(write_dicom())
    xml = {"EncapsulatedDocument": b"<xml/>", "MIMETypeOfEncapsulatedDocument": "text/XML"}
    with pytest.raises(UnreadableImage, match="text/XML"):
        read_document(write_dicom(data=b"", SOPClassUID=EncapsulatedCDAStorage, **xml, **NO_IMAGE))
