"""The shipped model under the real command: what it refuses, and that a film is a film."""

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import cv2
import pytest
from pydicom import dcmread
from pydicom.uid import DigitalXRayImageStorageForPresentation, generate_uid

from engine.images.phantom.studies import write_studies
from training.datasets.manifest import read_manifest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
from the_program import HILUM

pytestmark = pytest.mark.shared
# What may be said of each: a lateral film and a slice have no two lungs side by side, either.
_SAID = {
    "ct_slice": ("chest film", "frontal", "long and narrow"),
    "inverted_cxr": ("inverted",),
    "lateral": ("lateral", "frontal", "turned", "chest film"),
    "not_cxr": ("chest film", "frontal", "pixels", "long and narrow", "blank", "turned"),
}


def triaged(folder: Path, out: Path) -> list[dict[str, Any]]:
    home = str(out / "home")
    subprocess.run(
        [*HILUM, "triage", str(folder), "--out", str(out), "--provider", "cpu"],
        env={**os.environ, "HILUM_HOME": home},
        capture_output=True,
        timeout=600,
        check=True,
    )
    return [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]


def test_what_is_no_frontal_chest_film_is_refused_with_a_reason(
    shared: Path, tmp_path: Path
) -> None:
    said = defaultdict(list)
    for row in triaged(shared / "ood", tmp_path):
        said[Path(row["path"]).parent.name].append((row["status"], row["reason"]))
    for kind, reasons in _SAID.items():
        assert said[kind]
        for status, reason in said[kind]:
            assert status == "not_scored"
            assert any(word in reason for word in reasons), (kind, reason)


def test_a_film_scores_the_same_as_jpeg_and_as_dicom(shared: Path, tmp_path: Path) -> None:
    films = [s for s in read_manifest(shared / "cxr" / "manifest.csv") if s.split == "test"][::150]
    (made,) = write_studies(tmp_path / "made", 1, 0, size=64)
    folder = tmp_path / "films"
    folder.mkdir()
    for number, film in enumerate(films):
        shutil.copyfile(film.path, folder / f"{number}.jpg")
        stored = cv2.imread(str(film.path), cv2.IMREAD_GRAYSCALE)
        assert stored is not None
        dataset = dcmread(made)
        for keyword in ("WindowCenter", "WindowWidth", "ImagerPixelSpacing", "PixelSpacing"):
            if keyword in dataset:
                del dataset[keyword]
        dataset.SOPClassUID = DigitalXRayImageStorageForPresentation
        dataset.file_meta.MediaStorageSOPClassUID = DigitalXRayImageStorageForPresentation
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.PhotometricInterpretation, dataset.PixelRepresentation = "MONOCHROME2", 0
        dataset.Rows, dataset.Columns = stored.shape
        dataset.BitsAllocated = dataset.BitsStored = 8
        dataset.HighBit = 7
        dataset.set_pixel_data(stored, "MONOCHROME2", 8)
        dataset.save_as(folder / f"{number}.dcm")

    rows = {Path(row["path"]).name: row for row in triaged(folder, tmp_path / "out")}
    assert len(rows) == 2 * len(films)
    for number in range(len(films)):
        jpeg, dicom = rows[f"{number}.jpg"], rows[f"{number}.dcm"]
        assert jpeg["status"] == dicom["status"]
        assert jpeg["findings"] == dicom["findings"]
    assert sum(row["status"] == "scored" for row in rows.values()) > len(films)
