"""Reading and the table together: states as a column, findings hidden in every column, one list."""

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.triage.reading import Read, ReadState
from engine.triage.store import Store
from engine.types import Identity
from viewer import patients
from viewer.main_window import MainWindow
from viewer.settings import Settings
from viewer.worklist.columns import BY_ID
from viewer.worklist.facets import FACETS, LANE, READING, Wanted

sys.path.insert(0, str(Path(__file__).resolve().parent))
from test_worklist_table import arrive, light, many, numbers, on_screen
from window_fakes import FakeEngine
from window_hands import NewWindow, activate, press

MANY = 120
SHIFT = Qt.KeyboardModifier.ShiftModifier
COMMIT = Qt.Key.Key_F9
Open = Callable[..., MainWindow]
ME = Settings(reader="r7")
BLIND = dataclasses.replace(ME, blind_first=True)


@pytest.fixture
def open_window(engine: FakeEngine, new_window: NewWindow, qtbot: QtBot) -> Open:
    """Open a window with many films, from a store that has them or as they come."""

    def build(chosen: Settings = ME, store: Store | None = None) -> MainWindow:
        engine.kept = store
        shown = new_window(engine, chosen)
        qtbot.waitUntil(lambda: shown.session.model.card is not None)
        if store is None:
            arrive(shown, many(MANY))
        qtbot.waitUntil(lambda: shown.session.progress.scored == MANY)
        return shown

    return build


def state_counts(shown: MainWindow) -> dict[str, int]:
    return READING.counts(shown.session.films)


def test_steps_are_counted_at_once_and_move_nothing(open_window: Open) -> None:
    shown = open_window(dataclasses.replace(ME, next_unread=False))
    activate(shown)
    shown.worklist.step(40)
    shown.worklist.step(3)
    current, bar = shown.session.current, shown.worklist.list.verticalScrollBar()
    assert current is not None
    place, row = on_screen(shown, current), shown.worklist.list.currentIndex().row()
    reads = shown.worklist.narrowing.reads.buttons
    assert reads["unread"].text() == f"Unread {MANY}"
    top = bar.value()
    press(shown, COMMIT, SHIFT)
    assert reads["unread"].text() == f"Unread {MANY - 1}"
    assert reads["second_look"].text() == "Second look 1"
    assert shown.session.current == current
    assert (on_screen(shown, current), bar.value()) == (place, top)
    assert shown.worklist.list.currentIndex().row() == row
    shown.worklist.order.set_columns(["film", "reading"])
    assert shown.worklist.order.index(row, 1).data() == "Second look"
    assert shown.worklist.list.currentIndex().row() == row
    shown.worklist.narrowing.toggle(READING, "unread")
    assert len(numbers(shown)) == MANY - 1


def test_the_next_unread_is_the_first_of_the_list_as_it_stands(open_window: Open) -> None:
    shown = open_window()
    activate(shown)
    shown.worklist.sort_by("patient", falling=True)
    order = numbers(shown)
    shown.worklist.step(0)
    shown.worklist.step(5)
    press(shown, COMMIT)
    assert shown.session.current == order[0]
    press(shown, COMMIT)
    assert shown.session.current == order[1]
    shown.worklist.narrowing.search.setText("doe3")
    found = numbers(shown)
    press(shown, Qt.Key.Key_F12)
    assert shown.session.current == found[0]


def test_unread_films_that_are_not_shown_are_not_forgotten(open_window: Open) -> None:
    shown = open_window()
    activate(shown)
    arrive(shown, [light(500, 0.3, **ROE)])
    shown.worklist.narrowing.search.setText("roe")
    shown.session.select(MANY)
    press(shown, COMMIT)
    assert shown.session.current == MANY
    said = f"No other unread film is shown; {MANY} wait that the filter or the search leaves out."
    assert shown.statusBar().currentMessage() == said


ROE = {"study_instance_uid": "9.9", "patient_name": "ROE^A"}


def states(shown: MainWindow, *films: int) -> list[ReadState | None]:
    return [shown.session.entries[number].read_state for number in films]


def test_a_film_that_comes_after_its_study_was_read_is_unread_and_comes_next(
    open_window: Open,
) -> None:
    shown = open_window()
    activate(shown)
    arrive(shown, [light(500, 0.3, **ROE)])
    shown.worklist.narrowing.search.setText("roe")
    shown.session.select(MANY)
    press(shown, COMMIT)
    assert states(shown, MANY) == [ReadState.READ]
    arrive(shown, [light(501, 0.999, **ROE)])
    assert states(shown, MANY, MANY + 1) == [ReadState.READ, ReadState.UNREAD]
    assert state_counts(shown)["unread"] == MANY + 1
    shown.session.select(0)
    press(shown, Qt.Key.Key_F12)
    assert shown.session.current == MANY + 1
    assert shown.findings.verdicts.standing.text().startswith("Unread: came after r7")
    press(shown, Qt.Key.Key_F3)
    assert states(shown, MANY, MANY + 1) == [ReadState.READING] * 2
    shown.session.select(0)
    assert states(shown, MANY, MANY + 1) == [ReadState.READ, ReadState.UNREAD]
    shown.session.select(MANY + 1)
    press(shown, COMMIT)
    assert states(shown, MANY, MANY + 1) == [ReadState.READ] * 2


def test_what_comes_while_its_study_is_being_read_is_read_if_it_was_looked_at(
    open_window: Open,
) -> None:
    shown = open_window(dataclasses.replace(ME, next_unread=False))
    activate(shown)
    arrive(shown, [light(500, 0.3, **ROE)])
    shown.session.select(MANY)
    press(shown, Qt.Key.Key_F3)
    arrive(shown, [light(501, 0.3, **ROE)])
    press(shown, COMMIT)
    assert states(shown, MANY, MANY + 1) == [ReadState.READ, ReadState.UNREAD]
    shown.session.select(MANY + 1)
    press(shown, COMMIT)
    assert states(shown, MANY, MANY + 1) == [ReadState.READ] * 2


def test_another_patients_film_under_the_same_study_uid_is_read_by_itself(
    open_window: Open,
) -> None:
    shown = open_window(dataclasses.replace(ME, next_unread=False))
    activate(shown)
    arrive(shown, [light(500 + n, 0.3, **ROE, patient_id=who) for n, who in enumerate("ABA")])
    own, other = (MANY, MANY + 2), MANY + 1
    shown.session.select(own[0])
    press(shown, COMMIT)
    assert states(shown, *own, other) == [ReadState.READ, ReadState.READ, ReadState.UNREAD]
    shown.session.select(other)
    press(shown, COMMIT)
    assert states(shown, *own, other) == [ReadState.READ] * 3
    press(shown, "u")
    assert states(shown, *own, other) == [ReadState.UNREAD] * 3


def test_another_readers_read_speaks_of_the_films_that_there_were(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    with Store(str(tmp_path / "list.db")) as store:
        store.keep(many(MANY))
        for study, films in (("1.2.3", {"films": [f"{3:064}"]}), ("1.2.4", {})):
            store.readings.add(Read(study, "r8", ReadState.READ, settings=films))
        shown = open_window(BLIND, store)
        qtbot.waitUntil(lambda: state_counts(shown)["read"] == 2)
        shown.session.select(60)  # who stays on a study with a new film begins it
        arrive(shown, [light(500 + n, 0.9, study_instance_uid=f"1.2.{3 + n}") for n in (0, 1)])
        # The second read was noted by a Hilum that did not say of which films.
        assert states(shown, 3, MANY, 4, MANY + 1) == ["read", "unread", "read", "read"]
        assert not shown.session.entries[MANY].hidden
        more = {"films": [f"{3:064}", f"{500:064}"]}
        store.readings.add(Read("1.2.3", "r8", ReadState.READ, settings=more))
        shown.session.reading.exchange()
        qtbot.waitUntil(lambda: states(shown, MANY) == [ReadState.READ], timeout=20000)
        shown.close()


@pytest.mark.parametrize("name", BY_ID)
def test_no_column_tells_what_is_hidden(open_window: Open, name: str) -> None:
    shown = open_window(BLIND)
    panel = shown.worklist
    assert shown.session.progress.hidden == MANY
    assert shown.session.progress.flagged == 0
    panel.sort_by(name)
    hidden = numbers(shown)
    # The same order as of films that all say the same.
    same = [light(n, 0.3) for n in range(MANY)]
    arrive(shown, same)
    assert numbers(shown) == hidden
    entry = panel.order.entry(0)
    if name in ("urgency", "finding", "chance", "lane"):
        assert BY_ID[name].text(entry) in ("", "Findings hidden")


def test_neither_filters_nor_search_nor_files_tell_what_is_hidden(open_window: Open) -> None:
    shown = open_window(BLIND)
    films, model = shown.session.films, shown.worklist.order
    for facet in (LANE, FACETS[1], FACETS[2]):
        said = {value for value, count in facet.counts(films).items() if count}
        assert said <= {"", "hidden"}
    for words in ("urgent", "opacity", "flagged"):
        model.set_wanted(Wanted(words))
        assert numbers(shown) == []
    model.set_wanted(Wanted("hidden"))
    assert len(numbers(shown)) == MANY
    model.set_wanted(Wanted())
    snapshot = films.snapshot()
    assert all(snapshot.row(number).assessed is None for number in range(MANY))
    found = snapshot.stand(0.95, shown.session.ordering.rule)
    assert {film.urgency for film in snapshot.waiting(found)} == {0.0}


def test_what_is_revealed_takes_its_place_and_only_that(open_window: Open) -> None:
    shown = open_window(BLIND)
    activate(shown)
    urgent = MANY
    arrive(shown, [light(urgent, 0.999)])
    shown.session.select(urgent)
    press(shown, COMMIT)
    assert shown.session.entry is not None
    assert not shown.session.entry.hidden
    assert shown.session.progress.hidden == MANY
    assert numbers(shown)[0] == urgent
    assert shown.session.current == urgent
    shown.actions_by_id["read.blind"].trigger()
    assert shown.session.progress.hidden == 0
    shown.actions_by_id["read.blind"].trigger()
    assert shown.session.progress.hidden == MANY


def test_one_store_gives_list_and_reads_and_known_files_come_once(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    with Store(str(tmp_path / "list.db")) as store:
        store.keep(many(MANY))
        store.readings.add(Read("1.2.3", "r8", ReadState.READ))
        store.readings.add(Read("1.2.4", "r8", ReadState.READING))
        shown = open_window(BLIND, store)
        qtbot.waitUntil(lambda: state_counts(shown)["read"] == 1)
        assert state_counts(shown)["reading"] == 1
        # What is read says what the model says, to everybody.
        assert shown.session.progress.hidden == MANY - 1
        assert shown.session.entries[3].labels
        assert shown.session.reading.is_held("1.2.4")
        current = shown.session.current
        assert current == numbers(shown)[0], "the first film is on show once the model is there"
        arrive(shown, many(MANY))
        assert len(shown.session.films) == MANY
        assert shown.session.current == current
        shown.close()


def test_keys_step_past_films_of_one_study_and_of_one_patient(open_window: Open) -> None:
    shown = open_window()
    who = {"patient_id": "P", "patient_name": "ROE^A", "study_date": "20240101"}
    studies = ((n, f"9.{n // 4}") for n in range(1000, 1008))
    arrive(shown, [light(n, 0.5, **who, study_instance_uid=study) for n, study in studies])
    panel = shown.worklist
    panel.narrowing.search.setText("roe")
    assert len(numbers(shown)) == 8
    panel.sort_by("arrived")
    panel.list.put_current(1)
    panel.step_past(patients.same_study, 1)
    assert panel.list.currentIndex().row() == 4
    panel.step_past(patients.same_study, -1)
    assert panel.list.currentIndex().row() == 3
    panel.step_past(patients.match, 1)
    assert panel.list.currentIndex().row() == 3, "there is nobody else in the list"

    def never(_one: Identity, _other: Identity) -> bool:
        raise AssertionError("films of others are not compared")

    panel.narrowing.search.setText("")
    panel.list.put_current(0)
    panel.step_past(never, 1)
    assert panel.list.currentIndex().row() == 1
