import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent))
from layout_fakes import BEFORE, LONG_AGO, NOW, PEOPLE, row_of, rows, who

from engine.home import resources
from engine.types import Identity
from viewer import hanging, patients
from viewer.films import Films
from viewer.hanging import SINGLE, BadProtocol, Protocol, Slot
from viewer.patients import BY_NAME, OTHER_NAME, OTHER_PATIENT, UNKNOWN

# who is who


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({}, ""),
        ({"patient_id": " A-1 "}, ""),
        ({"patient_name": "Abel^Anna"}, ""),
        ({"patient_name": "NEUMANN^ANNA"}, OTHER_NAME),
        ({"birth_date": "19991231"}, OTHER_NAME),
        ({"patient_id": "A-2"}, None),
        ({"patient_id": ""}, BY_NAME),
        ({"patient_id": "", "birth_date": ""}, None),
        ({"patient_id": "", "patient_name": ""}, None),
        ({"patient_id": "", "patient_name": "ABEL^ANTON"}, None),
        ({"issuer_of_patient_id": "Ward 7"}, BY_NAME),
        ({"issuer_of_patient_id": "Ward 7", "patient_name": "BAUER^BERND"}, None),
    ],
)
def test_a_patient_is_known_by_id_and_issuer_and_only_without_them_by_name_and_birth_date(
    changes: dict[str, str], note: str | None
) -> None:
    one, other = who(NOW, "20240305"), who(BEFORE, "20221101", **changes)
    for found in (patients.match(one, other), patients.match(other, one)):
        assert (None if found is None else found.note) == note


def test_two_issuers_give_the_same_id_to_two_people() -> None:
    one = who(NOW, "20240305", issuer_of_patient_id="North")
    assert patients.match(one, who(BEFORE, "20221101", issuer_of_patient_id="South")) is None


def test_films_without_any_identity_are_of_nobody() -> None:
    assert patients.match(Identity(), Identity()) is None
    assert not patients.same_study(Identity(), Identity())


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2024-03-05", "2024-03-05", "same day"),
        ("2024-03-04", "2024-03-05", "1 day"),
        ("2024-02-01", "2024-03-05", "33 days"),
        ("2023-12-31", "2024-03-30", "2 mo"),
        ("2022-11-01", "2024-03-05", "1 y 4 mo"),
        ("2020-03-05", "2024-03-05", "4 y"),
        ("2020-03-06", "2024-03-05", "3 y 11 mo"),
    ],
)
def test_the_time_between_two_films_in_words(earlier: str, later: str, words: str) -> None:
    assert patients.interval(date.fromisoformat(earlier), date.fromisoformat(later)) == words


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(60, 20000))
def test_the_months_of_an_interval_never_reach_beyond_it(day: date, days: int) -> None:
    words = patients.interval(day, day + timedelta(days)).split()
    numbers = dict(zip(words[1::2], map(int, words[::2]), strict=True))
    months = 12 * numbers.get("y", 0) + numbers.get("mo", 0)
    assert months * 30.43 - 4 < days < (months + 1) * 30.45 + 4


def test_when_a_study_was_made() -> None:
    assert patients.taken(who(NOW, "20240305")) == datetime(2024, 3, 5, 10, 15)
    assert patients.taken(who(NOW, "20240305", study_time="nonsense")) == datetime(2024, 3, 5)
    assert patients.taken(who(NOW, "2024")) is None


def test_what_is_said_of_films_side_by_side() -> None:
    names = ("now.dcm", "before.dcm", "long_ago.dcm", "bauer.dcm")
    shown = [*(PEOPLE[name] for name in names), Identity(), None]
    said = patients.standings(shown, 0)
    assert [one.note for one in said] == ["", "1 y 4 mo earlier", "3 y 8 mo earlier", "", "", ""]
    assert [one.cautions for one in said] == [(), (), (BY_NAME,), (OTHER_PATIENT,), (UNKNOWN,), ()]
    lit_elsewhere = patients.standings(shown, 1)
    assert [one.note for one in lit_elsewhere] == [one.note for one in said]


# which films


def planned(protocol: Protocol, selected: str = "now.dcm") -> list[str]:
    numbers = {name: number for number, name in enumerate(PEOPLE)}
    names = dict(enumerate(PEOPLE))
    plan = hanging.plan(rows(), numbers[selected], protocol)
    return ["" if number is None else names[number] for number in plan]


@pytest.mark.parametrize(
    ("slots", "selected", "films"),
    [
        (["current frontal", "current lateral"], "now.dcm", ["now.dcm", "now_side.dcm"]),
        (["current frontal", "current lateral"], "now_side.dcm", ["now.dcm", "now_side.dcm"]),
        (["current frontal", "prior frontal"], "now.dcm", ["now.dcm", "before.dcm"]),
        (["current frontal", "prior 2 frontal"], "now.dcm", ["now.dcm", "long_ago.dcm"]),
        (["current frontal", "prior 3 frontal"], "now.dcm", ["now.dcm", ""]),
        (["current frontal", "prior frontal"], "before.dcm", ["before.dcm", "long_ago.dcm"]),
        (["current frontal", "prior frontal"], "long_ago.dcm", ["long_ago.dcm", ""]),
        (["current frontal", "prior frontal"], "bauer.dcm", ["bauer.dcm", ""]),
        (["prior any", "prior any"], "now.dcm", ["now.dcm", "before_side.dcm"]),
    ],
)
def test_a_protocol_finds_its_films(slots: list[str], selected: str, films: list[str]) -> None:
    text = f'[[protocol]]\nname = "x"\nrows = 1\ncolumns = 2\nslots = {slots}\n'
    (protocol,) = hanging.parse(text, "x.toml")
    assert planned(protocol, selected) == films


def test_a_plain_grid_is_filled_with_the_study_and_then_its_priors() -> None:
    assert planned(Protocol("2x3", 2, 3)) == [
        "now.dcm", "now_side.dcm", "before.dcm", "before_side.dcm", "long_ago.dcm", "",
    ]  # fmt: skip


@given(st.integers(0, 5), st.integers(1, 3), st.integers(1, 4), st.data())
def test_every_plan_shows_the_selected_film_once_and_no_film_twice(
    selected: int, height: int, width: int, data: st.DataObject
) -> None:
    slot = st.builds(Slot, st.integers(0, 3), st.sampled_from(["frontal", "lateral", "any"]))
    slots = data.draw(st.lists(slot, max_size=height * width))
    plan = hanging.plan(rows(), selected, Protocol("x", height, width, tuple(slots)))
    films = [number for number in plan if number is not None]
    assert len(plan) == height * width
    assert len(set(films)) == len(films)
    assert selected in films


def test_automatic_takes_the_first_protocol_that_can_be_filled() -> None:
    protocols, problem = hanging.load()
    assert not problem
    chosen = {
        name: hanging.automatic(rows(), number, protocols).name
        for number, name in enumerate(PEOPLE)
    }
    assert chosen["now.dcm"] == "Frontal and lateral, current and prior"
    assert chosen["before.dcm"] == "Current and prior"
    assert chosen["bauer.dcm"] == SINGLE.name
    one_study = [row for row in rows() if row.identity.study_instance_uid == NOW]
    assert hanging.automatic(one_study, 0, protocols).name == "Frontal and lateral"


def test_a_film_without_a_view_is_frontal_where_the_model_scored_it() -> None:
    unsaid = who(LONG_AGO, "20200615", "")
    assert hanging.view_of(row_of("x.dcm", 0, unsaid)) == "frontal"
    assert hanging.view_of(row_of("x.dcm", 0, who(NOW, "20200615", "LLD"))) == ""


def test_the_strip_lists_the_patients_films_newest_first() -> None:
    names = list(PEOPLE)
    found = [names[number] for number in hanging.patient_films(rows(), 2)]
    assert found == ["now.dcm", "now_side.dcm", "before.dcm", "before_side.dcm", "long_ago.dcm"]
    films = Films()
    films.take(rows()[4:], 0.0)
    assert not films.kin.any_patient_twice()
    films.take(rows(), 0.0)
    assert films.kin.any_patient_twice()
    for number in range(len(films)):
        plain = hanging.patient_films([*films.rows], number)
        assert hanging.patient_films(films.rows, number) == plain


# the file

GOOD = '[[protocol]]\nname = "Mine"\nrows = 1\ncolumns = 2\nslots = ["current any", "prior any"]\n'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("rows = ", "not a TOML file"),
        ("", "expected [[protocol]] tables"),
        (GOOD + "[other]\nx = 1\n", "expected [[protocol]] tables"),
        (GOOD.replace("rows = 1", "rows = 4"), "rows is a whole number from 1 to 3"),
        (GOOD.replace("columns = 2", "columns = true"), "columns is a whole number from 1 to 4"),
        (GOOD.replace("columns = 2", "columns = 1"), "slots is a list of 1 to 1 viewports"),
        (GOOD.replace("prior any", "prior 0 any"), "'prior 0 any' is no viewport"),
        (GOOD.replace('"Mine"', "7"), "it needs a name"),
        (GOOD.replace("Mine", "2x2"), "this name is taken"),
        (GOOD + GOOD, "protocol 2 (Mine): this name is taken"),
        (GOOD + "link = 1\n", "link is true or false"),
        (GOOD + "colour = 1\n", "'colour' is not known"),
    ],
)
def test_a_fault_in_the_file_is_named_and_the_shipped_protocols_stay(
    text: str, fault: str, tmp_path: Path
) -> None:
    with pytest.raises(BadProtocol, match=r"mine\.toml"):
        hanging.parse(text, "mine.toml")
    own = tmp_path / "hanging.toml"
    own.write_text(text)
    protocols, problem = hanging.load(own)
    assert fault in problem
    assert str(own) in problem
    assert protocols == hanging.load(tmp_path / "absent.toml")[0]


def test_the_example_of_the_help_page_is_good() -> None:
    page = (resources() / "help" / "layouts.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    (protocol,) = hanging.parse(example, "layouts.md")
    assert planned(protocol) == ["now.dcm", "before.dcm"]
    assert protocol.link


def test_the_readers_own_file_goes_before_and_replaces_by_name(tmp_path: Path) -> None:
    own = tmp_path / "hanging.toml"
    own.write_text(GOOD + GOOD.replace("Mine", "Current and prior"))
    protocols, problem = hanging.load(own)
    assert not problem
    names = [protocol.name for protocol in protocols]
    assert names[:2] == ["Mine", "Current and prior"]
    assert names.count("Current and prior") == 1
    own.write_bytes(b"\xff\xfe")
    assert "cannot be read as text" in hanging.load(own)[1]
