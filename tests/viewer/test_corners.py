from dataclasses import replace

import pytest

from engine.types import Identity, LookupTable, Radiograph, Spacing, SpacingProvenance, Window
from viewer import wording
from viewer.canvas.corners import (
    Annotations,
    Corners,
    corners,
    orientation_edges,
    ruler,
    voi_text,
)
from viewer.canvas.labels import length_text
from viewer.presentation import Presentation

WINDOWED = Presentation(voi=Window(2000, 3000), preset="normal")


def written(
    film: Radiograph,
    presentation: Presentation = WINDOWED,
    amount: Annotations = Annotations.ALL,
) -> Corners:
    return corners(
        film, presentation, amount=amount, zoom=0.5, position="Film 1/7", cursor="(1, 2)  300"
    )


def test_the_corners_say_who_where_how(film: Radiograph) -> None:
    said = written(film)
    assert said.top_left == ("PHANTOM, A", "1960-01-02 (64 y)", "ID P-1", "F")
    assert said.top_right == ("Test hospital", "Chest PA", "Acc 77", "2024-03-05 10:15")
    assert said.bottom_right == ("PA · CHEST", "120 kVp 2 mAs", "EI 300")
    assert said.bottom_left == (
        "(1, 2)  300",
        "Film 1/7",
        "Zoom 50 %",
        "C 2000 / W 3000  normal",
    )
    assert said.chips == ()


def test_minimal_keeps_name_id_date_orientation_and_warnings(film: Radiograph) -> None:
    film = replace(film, warnings=("The window was invalid.",))
    said = written(film, amount=Annotations.MINIMAL)
    assert said.top_left == ("PHANTOM, A", "ID P-1")
    assert said.top_right == ("2024-03-05",)
    assert said.bottom_left == said.bottom_right == ()
    assert said.chips == ("The window was invalid.",)
    assert said.edges.left == "R"


def test_none_writes_nothing_but_that_the_film_is_mirrored(film: Radiograph) -> None:
    film = replace(film, warnings=("The window was invalid.",))
    assert written(film, amount=Annotations.NONE) == Corners()
    mirrored = replace(WINDOWED, mirrored=True)
    assert written(film, mirrored, Annotations.NONE) == Corners(chips=("FLIPPED",))


def test_a_file_without_a_patient_is_named_by_itself(film: Radiograph) -> None:
    film = replace(film, identity=Identity(), source="in/a.zip!inner/b.png")
    assert written(film).top_left == ("b.png",)


@pytest.mark.parametrize(
    ("presentation", "edges"),
    [
        (Presentation(), "R L H F"),
        (Presentation().flipped_horizontally(), "L R H F"),
        (Presentation().flipped_vertically(), "R L F H"),
        (Presentation().turned(1), "F H R L"),
        (Presentation().turned(2), "L R F H"),
        (Presentation().turned(1).flipped_horizontally(), "H F R L"),
    ],
)
def test_orientation_letters_follow_flips_and_turns(
    film: Radiograph, presentation: Presentation, edges: str
) -> None:
    seen = orientation_edges(film, presentation)
    assert f"{seen.left} {seen.right} {seen.top} {seen.bottom}" == edges


def test_unknown_orientation_is_said_and_never_invented(film: Radiograph) -> None:
    said = written(replace(film, orientation=None))
    assert said.chips == ("Orientation unknown",)
    assert (said.edges.left, said.edges.right) == ("", "")


def test_a_mirrored_film_says_so(film: Radiograph) -> None:
    assert written(film, WINDOWED.flipped_horizontally()).chips == ("FLIPPED",)
    assert written(film, WINDOWED.flipped_horizontally().flipped_horizontally()).chips == ()


@pytest.mark.parametrize(
    ("provenance", "label", "length"),
    [
        (SpacingProvenance.CALIBRATED, "5 cm (calibrated)", 125),
        (SpacingProvenance.AT_DETECTOR, "5 cm (at detector)", 125),
        (SpacingProvenance.PIXELS, "200 pixels", 100),
    ],
)
def test_the_ruler_has_millimetres_only_where_they_are_known(
    film: Radiograph, provenance: SpacingProvenance, label: str, length: float
) -> None:
    side = 1.0 if provenance is SpacingProvenance.PIXELS else 0.2
    film = replace(film, spacing=Spacing(side, side, provenance))
    bar = ruler(film, scale=0.5, room=180)
    assert (bar.label, bar.length) == (label, pytest.approx(length))


def test_lengths_name_their_provenance() -> None:
    line = ((0.0, 0.0), (30.0, 40.0))
    assert length_text(Spacing(0.5, 0.5, SpacingProvenance.CALIBRATED), *line) == (
        "25.0 mm (calibrated)"
    )
    assert length_text(Spacing(), *line) == "50 pixels"


def test_a_lookup_table_is_no_window(film: Radiograph) -> None:
    table = LookupTable(0, film.stored[0], 12)
    assert voi_text(Presentation(voi=table, preset="soft")) == "VOI LUT  soft"
    assert voi_text(Presentation(voi=table, preset="VOI LUT 2")) == "VOI LUT 2"
    assert voi_text(Presentation()) == ""


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0 %"), (0.001, "<1 %"), (0.5, "50 %"), (0.999, ">99 %"), (1.0, "100 %")],
)
def test_what_is_neither_none_nor_all_never_rounds_to_it(share: float, words: str) -> None:
    assert wording.percent(share) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("DOE^JOHN^^DR", "DOE, JOHN DR"),
        ("Yamada^Tarou=山田^太郎", "Yamada, Tarou"),
        ("", ""),
        ("^ONLY", "ONLY"),
        ("=山田^太郎=やまだ^たろう", "山田, 太郎"),
        ("==やまだ^たろう", "やまだ, たろう"),
    ],
)
def test_person_names_are_readable(name: str, words: str) -> None:
    assert wording.person_name(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Yamada, Tarou (山田, 太郎)"),
        ("=山田^太郎=やまだ^たろう", "山田, 太郎"),
        ("==やまだ^たろう", "やまだ, たろう"),
        ("DOE^JOHN", "DOE, JOHN"),
        ("", ""),
    ],
)
def test_a_film_says_a_name_in_both_writings(film: Radiograph, name: str, words: str) -> None:
    named = replace(film, identity=replace(film.identity, patient_name=name), source="x.dcm")
    assert written(named).top_left[0] == (words or "x.dcm")


def test_an_odd_age_or_date_is_left_as_it_is() -> None:
    assert (wording.age("64"), wording.date("2024"), wording.time("9")) == ("64", "2024", "9")
    assert wording.finding_name("pleural_effusion") == "Pleural effusion"
