"""Every file of the DICOM corpus through the commands, against what independent tools say of it.

``python tests/end_to_end/test_dicom_corpus.py`` prints the table: each file, expected and found,
and totals by category.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool

sys.path.insert(0, str(Path(__file__).parent))
import corpus_measures

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
from the_program import HILUM

pytestmark = pytest.mark.shared

ROOT = Path(__file__).resolve().parents[2]
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
    "net": REFUSED,
    "data": REFUSED,
}
OTHER_HASH = {
    "syntax/jpegxl_recompression_us_27frames.dcm": "lossy: the reference's libjxl 0.7 rounds "
    "otherwise than 0.11; the means are 11.937 and 11.940 (the manifest allows 1)",
}
OTHER_RENDERING = {
    "pixels/lat_mono1_presentation_identity.dcm": "PS3.3 C.8.11.3: IDENTITY contradicts "
    "MONOCHROME1; the reference follows the shape, we MONOCHROME1 with a warning",
    "window/fuji_window_outside_data.dcm": "PS3.3 C.11.2.1.2 makes the film one grey; shown with "
    "the automatic window and a warning, the file's stays in the list",
    "window/leadtools_voilut_modlut_8bit_jpeg.dcm": "PS3.3 C.11.2.1.1: its tables are empty, so "
    "there is no VOI; the automatic window is shown with a warning",
}
ISOLATED = ("crashed on this file", "took longer", "needs more memory", "unforeseen")


@dataclass(frozen=True)
class Case:
    row: dict[str, str]
    account: dict[str, Any]
    agreement: float | None

    @property
    def path(self) -> str:
        return self.row["path"]

    @property
    def found(self) -> str:
        outcome = str(self.account["outcome"])
        warned = outcome == "opens" and self.account["warnings"]
        return "opens with a warning" if warned else outcome

    @property
    def outcome_fits(self) -> bool:
        return bool({self.found, self.account["outcome"]} & ALLOWED[self.row["expected"]])

    @property
    def hash_fits(self) -> bool | None:
        expected = self.row["pixel_sha256"]
        return self.account["pixel_sha256"] == expected if expected else None

    @property
    def rendering_fits(self) -> bool | None:
        return None if self.agreement is None else self.agreement >= 0.995

    @property
    def name_fits(self) -> bool | None:
        expected = self.row["patient_name_expected"].rstrip("=")
        return self.account["patient_name"].rstrip("=") == expected if expected else None


def hilum(*arguments: str) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [*HILUM, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def rendered(rows: list[dict[str, str]], folder: Path, scratch: Path) -> dict[str, float]:
    """Render the films that have a reference; return the share of pixels within 2 grey levels."""
    compared = [
        row
        for row in rows
        if row["render_png"]
        and not row["render_what"].startswith("none")
        and not row["presentation_state_for"]
    ]
    films, out = scratch / "films", scratch / "out"
    for row in compared:
        link = films / row["path"]
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(folder / row["path"])
    hilum("render", "--out", str(out), str(films))
    found = {}
    for row in compared:
        ours = picture(out / f"{row['path']}.png")
        references = [row[key] for key in ("render_png", "render_voilut_png") if row[key]]
        found[row["path"]] = max(agreement(ours, picture(folder / name)) for name in references)
    return found


def picture(path: Path) -> NDArray[np.uint8]:
    found = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert found is not None, path
    return np.asarray(found[..., :3] if found.ndim == 3 else found)


def agreement(ours: NDArray[np.uint8], theirs: NDArray[np.uint8]) -> float:
    if ours.shape != theirs.shape:
        return 0.0
    return float((np.abs(ours.astype(int) - theirs.astype(int)) <= 2).mean())


def corpus(folder: Path, scratch: Path) -> list[Case]:
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = list(csv.DictReader(manifest))
    records = [json.loads(line) for line in hilum("inspect", "--jsonl", str(folder)).splitlines()]
    accounts = {Path(record["path"]): record for record in records}
    shown = rendered(rows, folder, scratch)
    return [Case(row, accounts[folder / row["path"]], shown.get(row["path"])) for row in rows]


def table(cases: list[Case]) -> Iterator[str]:
    for case in cases:
        fits = [case.outcome_fits, case.hash_fits, case.rendering_fits, case.name_fits]
        marks = " ".join("-" if fit is None else "yes" if fit else "NO" for fit in fits)
        yield f"{case.path}\t{case.row['expected']}\t{case.found}\t{marks}"
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        fits = {
            "outcome": case.outcome_fits,
            "hash": case.hash_fits,
            "rendering": case.rendering_fits,
            "name": case.name_fits,
        }
        for category in (case.row["category"], "all"):
            for kind, fit in fits.items():
                totals[category][f"{kind} fits"] += fit is True
                totals[category][f"{kind} of"] += fit is not None
    yield "category\toutcome\thash\trendering\tname"
    for category, counts in totals.items():
        kinds = ("outcome", "hash", "rendering", "name")
        yield "\t".join([category, *(f"{counts[f'{k} fits']}/{counts[f'{k} of']}" for k in kinds)])


@pytest.fixture(scope="module")
def cases(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    return corpus(shared / "dicom", tmp_path_factory.mktemp("corpus"))


def test_every_file_does_what_is_expected_of_it(cases: list[Case]) -> None:
    wrong = {
        case.path: (case.row["expected"], case.found, case.account["message"])
        for case in cases
        if not case.outcome_fits
    }
    assert wrong == {}
    assert len(cases) >= 518


def test_refusals_are_sentences_and_no_worker_died(cases: list[Case]) -> None:
    for case in cases:
        if case.account["outcome"] != "opens":
            message = case.account["message"]
            assert message.endswith("."), (case.path, message)
            assert not any(sign in message for sign in ISOLATED), (case.path, message)


def test_stored_values_are_those_of_independent_decoders(cases: list[Case]) -> None:
    assert {case.path for case in cases if case.hash_fits is False} == set(OTHER_HASH)
    assert sum(case.hash_fits is not None for case in cases) >= 270


def test_files_of_the_same_pixels_have_them(cases: list[Case]) -> None:
    hashes = {case.path: case.account.get("pixel_sha256") for case in cases}
    pairs = {case.path: case.row["same_pixels_as"] for case in cases if case.row["same_pixels_as"]}
    opened = {path: other for path, other in pairs.items() if hashes[path]}
    assert {path for path, other in opened.items() if hashes[path] != hashes[other]} == set()


def test_patient_names_are_read(cases: list[Case]) -> None:
    wrong = {
        case.path: (case.account["patient_name"], case.row["patient_name_expected"])
        for case in cases
        if case.name_fits is False
    }
    assert wrong == {}


def test_default_renderings_are_those_of_the_standard(cases: list[Case]) -> None:
    assert {case.path for case in cases if case.rendering_fits is False} == set(OTHER_RENDERING)
    assert sum(case.rendering_fits is not None for case in cases) >= 75


def test_overlays_lie_where_another_viewer_draws_them(shared: Path) -> None:
    from engine.images.reading import read_radiograph

    folder = shared / "dicom"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["render_overlays_png"]]
    for row in rows:
        film = read_radiograph(folder / row["path"])
        drawn = np.zeros(film.shape, bool)
        for plane in film.overlays:
            if plane.kind == "G":  # the other viewer shows regions by blackening what is outside
                height, width = plane.mask.shape
                place = np.s_[plane.top : plane.top + height, plane.left : plane.left + width]
                drawn[place] |= plane.mask
        plain, overlaid = (picture(folder / row[f"render_{k}png"]) for k in ("", "overlays_"))
        if any(plane.kind == "R" for plane in film.overlays):
            continue
        assert (overlaid[drawn] == 255).all(), row["path"]
        assert drawn[plain != overlaid].all(), row["path"]
    assert len(rows) >= 8


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by Linux's /proc")
def test_no_file_costs_more_than_it_may(shared: Path) -> None:
    folder = shared / "dicom"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["limits"]]
    costly = {}
    with ReaderPool(1, timeout_s=60) as pool:
        for row in rows:
            path = folder / row["path"]
            seconds, megabytes = pool.run(corpus_measures.cost, Candidate(path, path.name))
            most_s, most_mb = limits(row["limits"])
            if seconds > most_s or megabytes > most_mb:
                costly[row["path"]] = (seconds, megabytes)
    assert costly == {}
    assert len(rows) >= 90


def limits(text: str) -> tuple[float, float]:
    """Return seconds and megabytes of "10 s; 1.5 GB; no stack overflow"."""
    seconds, memory = (part.split() for part in text.split(";")[:2])
    return float(seconds[0]), float(memory[0]) * (1024 if memory[1] == "GB" else 1)


if __name__ == "__main__":
    films = ROOT.parent / "shared" / "data" / "dicom"
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.writelines(f"{line}\n" for line in table(corpus(films, Path(folder))))
