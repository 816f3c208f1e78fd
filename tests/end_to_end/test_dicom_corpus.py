"""Every file of the DICOM corpus against what independent tools say of it (its README)."""

import csv
import functools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.images.inspection import inspect
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool
from engine.images.reading import read_radiograph
from engine.images.windowing import render

pytestmark = pytest.mark.shared

REFUSED = {"error", "nonimage"}
ALLOWED = {
    "opens": {"opens"},
    "opens_nonimage": {"nonimage"},
    "opens_or_clear_error": {"opens"} | REFUSED,
    "opens_or_warn": {"opens"},
    "warn_or_error": {"opens with a warning"} | REFUSED,
    "clear_error": REFUSED,
    "clear_error_or_opens_as_png": {"opens"} | REFUSED,
    "no_crash": {"opens", "directory"} | REFUSED,
    "opens_directory": {"directory"},
    "directory_or_clear_error": {"directory"} | REFUSED,
}
OTHER_HASH = {
    "syntax/jpegxl_recompression_us_27frames.dcm": "the decoder gives RGB, the reference YBR",
}
OTHER_RENDERING = {
    "pixels/lat_mono1_presentation_identity.dcm": "contradictory; the reference lets the "
    "Presentation LUT Shape win, we follow MONOCHROME1 with a warning",
    "window/fuji_window_outside_data.dcm": "the window hides the film: shown with the automatic "
    "one and a warning",
    "window/leadtools_voilut_modlut_8bit_jpeg.dcm": "its tables are empty: there is no VOI, the "
    "automatic window is shown",
}
ISOLATED = ("crashed on this file", "took longer", "needs more memory")


@dataclass(frozen=True)
class Case:
    row: dict[str, str]
    account: dict[str, Any]

    @property
    def path(self) -> str:
        return self.row["path"]

    @property
    def found(self) -> str:
        outcome = str(self.account["outcome"])
        warned = outcome == "opens" and self.account["warnings"]
        return "opens with a warning" if warned else outcome


def candidate(path: Path) -> Candidate:
    return Candidate(path, path.name, path.name)


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1, timeout_s=60) as pool:
        yield pool


@pytest.fixture(scope="module")
def cases(shared: Path, pool: ReaderPool) -> list[Case]:
    with (shared / "dicom" / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["expected"] in ALLOWED]
    return [Case(row, pool.run(inspect, candidate(shared / "dicom" / row["path"]))) for row in rows]


def test_every_file_does_what_is_expected_of_it(cases: list[Case]) -> None:
    wrong = {}
    for case in cases:
        allowed = ALLOWED[case.row["expected"]]
        if case.found not in allowed and case.account["outcome"] not in allowed:
            wrong[case.path] = (case.row["expected"], case.found, case.account["message"])
    assert wrong == {}
    assert len(cases) >= 490


def test_refusals_are_sentences_and_no_worker_died(cases: list[Case]) -> None:
    for case in cases:
        if case.account["outcome"] != "opens":
            message = case.account["message"]
            assert message.endswith("."), (case.path, message)
            assert not any(sign in message for sign in ISOLATED), (case.path, message)


def test_stored_values_are_those_of_independent_decoders(cases: list[Case]) -> None:
    compared = [case for case in cases if case.row["pixel_sha256"]]
    wrong = {
        case.path for case in compared if case.account["pixel_sha256"] != case.row["pixel_sha256"]
    }
    assert wrong == set(OTHER_HASH)
    assert len(compared) >= 270


def test_patient_names_are_read(cases: list[Case]) -> None:
    wrong = {
        case.path: (case.account["patient_name"], name)
        for case in cases
        if (name := case.row["patient_name_expected"])
        and case.account["patient_name"].rstrip("=") != name.rstrip("=")
    }
    assert wrong == {}


@functools.cache
def reference(path: Path) -> NDArray[np.uint8]:
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert picture is not None, path
    return np.asarray(picture[..., 2::-1] if picture.ndim == 3 else picture)


def agreement(ours: NDArray[np.uint8], path: Path) -> float:
    """Return the share of pixels within 2 grey levels."""
    theirs = reference(path)
    if ours.shape != theirs.shape:
        return 0.0
    return float((np.abs(ours.astype(int) - theirs.astype(int)) <= 2).mean())


def test_default_renderings_are_those_of_the_standard(
    cases: list[Case], shared: Path, pool: ReaderPool
) -> None:
    wrong, totals = set(), Counter[str]()
    for case in cases:
        row = case.row
        unlike = row["render_what"].startswith("none") or row["presentation_state_for"]
        if not row["render_png"] or unlike or case.account["outcome"] != "opens":
            continue
        ours = render(pool.run(read_radiograph, candidate(shared / "dicom" / case.path)))
        references = [row[key] for key in ("render_png", "render_voilut_png") if row[key]]
        best = max(agreement(ours, shared / "dicom" / name) for name in references)
        totals[row["render_what"][:3]] += 1
        if best < 0.995:
            wrong.add(case.path)
    assert wrong == set(OTHER_RENDERING)
    assert totals.total() >= 75
