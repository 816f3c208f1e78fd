"""Who, where and when: the attributes that stand for each other."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydicom.dataset import Dataset

from engine.images.film import read_film
from engine.types import Identity

WriteDicom = Callable[..., Path]


def who(path: Path) -> Identity:
    return read_film(path.read_bytes()).radiograph.identity


def view_code(value: str, meaning: str) -> list[Dataset]:
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = value, "SCT", meaning
    return [code]


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ({"Laterality": "L"}, "L"),
        ({"ImageLaterality": "R"}, "R"),
        ({"ImageLaterality": "R", "Laterality": "L"}, "R"),
        ({}, ""),
    ],
)
def test_the_side_of_a_cr_stands_in_its_series(
    told: dict[str, str], side: str, write_dicom: WriteDicom
) -> None:
    assert who(write_dicom(**told)).image_laterality == side


@pytest.mark.parametrize(
    ("value", "meaning", "view"),
    [
        ("399348003", "antero-posterior", "AP"),
        ("272479007", "postero-anterior", "PA"),
        ("R-10236", "left lateral", "LL"),
        ("399198007", "right lateral", "RL"),
        ("399067008", "lateral", "LATERAL"),
        ("260427002", "lateral oblique", "lateral oblique"),
    ],
)
def test_a_view_may_be_given_by_its_code_alone(
    value: str, meaning: str, view: str, write_dicom: WriteDicom
) -> None:
    assert who(write_dicom(ViewCodeSequence=view_code(value, meaning))).view_position == view
    both = write_dicom(ViewCodeSequence=view_code(value, meaning), ViewPosition="LLD")
    assert who(both).view_position == "LLD"


@pytest.mark.parametrize(
    ("born", "taken", "given", "age"),
    [
        ("19600203", "20240203", None, "064Y"),
        ("19600203", "20240202", None, "063Y"),
        ("20230601", "20240531", None, "011M"),
        ("20230601", "20250601", None, "002Y"),
        ("1960.02.03", "2024.02.03", None, "064Y"),
        ("19600203", "20240203", "061Y", "061Y"),
        ("", "20240203", None, ""),
        ("20250101", "20240203", None, ""),
        ("19601399", "20240203", None, ""),
    ],
)
def test_an_age_that_is_not_stated_follows_from_the_dates(
    born: str, taken: str, given: str | None, age: str, write_dicom: WriteDicom
) -> None:
    told: dict[str, Any] = {"PatientBirthDate": born, "StudyDate": taken, "PatientAge": given}
    found = who(write_dicom(**told))
    assert found.age == age
    assert "." not in found.birth_date + found.study_date


def test_microampere_seconds_are_read_where_there_are_no_others(write_dicom: WriteDicom) -> None:
    assert who(write_dicom(ExposureInuAs=2500)).exposure_mas == "2.5"
    assert who(write_dicom(ExposureInuAs=2500, Exposure=3)).exposure_mas == "3"
    assert who(write_dicom(ExposureInuAs=0)).exposure_mas == ""


@pytest.mark.parametrize(
    ("series", "image", "warned"), [("L", "R", True), ("R", "R", False), ("", "R", False)]
)
def test_sides_that_contradict_each_other_are_said(
    series: str, image: str, *, warned: bool, write_dicom: WriteDicom
) -> None:
    path = write_dicom(Laterality=series, ImageLaterality=image)
    warnings = read_film(path.read_bytes()).radiograph.warnings
    assert any("check the side" in said for said in warnings) is warned
