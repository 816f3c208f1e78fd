"""What holds no picture is a document or stays unreadable."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import BasicTextSRStorage, EncapsulatedPDFStorage, ExplicitVRLittleEndian

from engine.images.film import NO_PICTURE
from engine.images.intake import Candidate, Refusal
from engine.images.isolation import ReaderPool
from engine.triage.documents import with_documents
from engine.triage.pipeline import Row, Status


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1) as made:
        yield made


def written(path: Path, sop_class: str, **more: object) -> Path:
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = sop_class, "1.2.3"
    dataset.PatientName = "PHANTOM"
    for keyword, value in more.items():
        setattr(dataset, keyword, value)
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)
    return path


def row(path: Path, reason: str = f"{NO_PICTURE} in this object: x.") -> Row:
    return Row(0, Candidate(path, path.name), Status.UNREADABLE, reason)


def test_a_report_becomes_a_row_of_its_own(tmp_path: Path, pool: ReaderPool) -> None:
    title = Dataset()
    title.CodeValue, title.CodingSchemeDesignator, title.CodeMeaning = "1", "99X", "Chest report"
    path = written(
        tmp_path / "sr.dcm",
        BasicTextSRStorage,
        ValueType="CONTAINER",
        ConceptNameCodeSequence=[title],
    )
    (found,) = with_documents([row(path)], pool)
    assert (found.status, found.title) == (Status.DOCUMENT, "Chest report")
    assert found.identity.patient_name == "PHANTOM"
    assert found.thumbnail is not None
    assert found.reason.startswith("Not scored")
    assert found.assessed is None


def test_what_is_no_document_stays_as_it_was(tmp_path: Path, pool: ReaderPool) -> None:
    plain = row(written(tmp_path / "pr.dcm", "1.2.840.10008.5.1.4.1.1.11.1"))
    damaged = row(tmp_path / "none.dcm", "The file is damaged.")
    refused = Row(0, Refusal(tmp_path, "x", f"{NO_PICTURE}."), Status.UNREADABLE, f"{NO_PICTURE}.")
    assert list(with_documents([plain, damaged, refused], pool)) == [plain, damaged, refused]


def test_a_document_that_cannot_be_opened_says_so(tmp_path: Path, pool: ReaderPool) -> None:
    path = written(
        tmp_path / "bad.dcm",
        EncapsulatedPDFStorage,
        EncapsulatedDocument=b"%PDF-1.4 ... %%EOF",
        MIMETypeOfEncapsulatedDocument="application/pdf",
    )
    (found,) = with_documents([row(path)], pool)
    assert (found.status, found.reason) == (Status.UNREADABLE, "The PDF cannot be opened.")
