"""The list as a table: columns, order, filters, search, counts; nothing moves under the hand."""

import dataclasses
import random
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.errors import UnusableStore
from engine.images.intake import Candidate
from engine.triage.glance import Listing
from engine.triage.pipeline import Row, Stamp, Status
from engine.triage.reading import Read, ReadState
from engine.triage.store import Store
from engine.types import Assessed
from viewer import thumbnails, window
from viewer.films import Films
from viewer.main_window import MainWindow
from viewer.settings import Settings
from viewer.worklist.columns import BY_ID
from viewer.worklist.delegate import ROW_HEIGHT
from viewer.worklist.facets import FACETS, Wanted

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import LATERAL, FakeAssessor, FakeEngine, assessment, identity, model_card, scored
from window_hands import names

LEFT = Qt.MouseButton.LeftButton
CARD = model_card()
Settle = Callable[[MainWindow], None]


def light(number: int, abnormal: float, **who: str) -> Row:
    """A scored row that costs nothing."""
    name = f"/films/{number % 3}/{number:05}.dcm"
    person = dataclasses.replace(
        identity(name),
        patient_name=f"DOE{number % 7}^JO",
        patient_id=f"P{number}",
        study_instance_uid=f"1.2.{number}",
        sop_instance_uid=f"1.2.{number}.1",
        study_date=f"202403{1 + number % 5:02}",
        modality=("DX", "CR")[number % 2],
    )
    return Row(
        number,
        Candidate(Path(name), name),
        Status.SCORED,
        identity=dataclasses.replace(person, **who),
        assessed=Assessed(assessment(CARD, abnormal), None),
        content_sha256=f"{number:064}",
    )


def many(count: int, seed: int = 1) -> list[Row]:
    chance = random.Random(seed)
    return [light(number, chance.betavariate(0.5, 1.5)) for number in range(count)]


def arrive(shown: MainWindow, rows: list[Row]) -> None:
    for row in rows:
        shown.session.arrivals.add(row)
    shown.session.arrivals.hand_on()


@pytest.fixture
def listed(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with 200 films."""
    qtbot.waitUntil(lambda: main_window.session.model.card is not None)
    arrive(main_window, many(200))
    return main_window


@contextmanager
def window_on(store: Store, folder: Path, qtbot: QtBot, **services: object) -> Iterator[MainWindow]:
    """A window whose list begins as a store's."""
    faked = {"store": lambda: store, "listing": store.lines, **services}
    made = window.build(
        dataclasses.replace(FakeEngine().services(), **faked), Settings(), folder / "settings.json"
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def numbers(shown: MainWindow) -> list[int]:
    return [int(number) for number in shown.worklist.order.numbers]


# columns


def test_columns_are_chosen_kept_and_restored(
    listed: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = listed.worklist
    assert not panel.list.horizontalHeader().isVisible()
    menu = panel.narrowing.columns.menu()
    for words in ("Probability", "Lane", "Study date"):
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == words).trigger()
    ids = ["film", "chance", "lane", "date"]
    assert [column.id for column in panel.order.columns] == ids
    assert panel.list.horizontalHeader().isVisible()
    panel.list.horizontalHeader().resizeSection(2, 133)
    panel.sort_by("date", falling=True)
    listed.close()
    again = window.build(engine.services(), settings_of(tmp_path), tmp_path / "settings.json")
    qtbot.addWidget(again)
    again.show()
    assert [column.id for column in again.worklist.order.columns] == ids
    assert again.worklist.list.columnWidth(2) == 133
    assert (again.worklist.order.sorting.id, again.worklist.order.falling) == ("date", True)
    qtbot.waitUntil(lambda: again.session.model.card is not None)
    arrive(again, many(50))
    days = [entry.row.identity.study_date for entry in shown_entries(again)]
    assert days == sorted(days, reverse=True)
    again.close()


def settings_of(folder: Path) -> Settings:
    from viewer import settings

    return settings.load(folder / "settings.json")


def shown_entries(shown: MainWindow) -> Iterator[object]:
    return (shown.worklist.order.entry(row) for row in range(shown.worklist.order.rowCount()))


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("kept", [
    {"columns": ["none", 3, "lane"], "widths": {"lane": "wide", "film": -5}, "sorting": 7},
    {"columns": "lane", "widths": [1], "falling": "yes"},
])  # fmt: skip
def test_what_was_kept_badly_is_left_out(
    kept: dict[str, object], tmp_path: Path, qtbot: QtBot
) -> None:
    made = window.build(
        FakeEngine().services(), Settings(worklist=kept), tmp_path / "settings.json"
    )
    qtbot.addWidget(made)
    assert made.worklist.order.sorting.id == "urgency"
    assert {column.id for column in made.worklist.order.columns} <= {"film", "lane"}
    made.close()


def test_a_click_on_a_header_sorts_and_another_turns_round(listed: MainWindow) -> None:
    panel = listed.worklist
    panel.order.set_columns(["film", "patient", "date"])
    header = panel.list.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(1) + 30, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=middle)
    ids = [entry.row.identity.patient_id for entry in shown_entries(listed)]
    assert ids == sorted(ids)
    QTest.mouseClick(header.viewport(), LEFT, pos=middle)
    assert [entry.row.identity.patient_id for entry in shown_entries(listed)] == ids[::-1]
    assert panel.narrowing.sorting.currentData() == "patient"


def test_every_column_sorts_all_films(listed: MainWindow) -> None:
    panel, sorting = listed.worklist, listed.worklist.narrowing.sorting
    for place in range(sorting.count()):
        sorting.activated.emit(place)
        assert sorted(numbers(listed)) == list(range(200))
    panel.order.set_columns([column.id for column in panel.order.columns])
    for row in range(3):
        for column in range(panel.order.columnCount()):
            assert isinstance(panel.order.index(row, column).data(), str)


def test_codes_turn_round_as_they_stand(listed: MainWindow) -> None:
    panel = listed.worklist
    read = Read("1.2.5", "r", ReadState.READ), Read("1.2.6", "r", ReadState.SECOND_LOOK)
    listed.session.films.reads.tell(read, "r")
    for name in ("lane", "reading"):
        panel.sort_by(name)
        words = [BY_ID[name].text(entry) for entry in shown_entries(listed)]
        panel.sort_by(name, falling=True)
        assert [BY_ID[name].text(entry) for entry in shown_entries(listed)] == words[::-1]


def test_the_table_keeps_qts_rules(listed: MainWindow) -> None:
    order = listed.worklist.order
    tester = QAbstractItemModelTester(order, QAbstractItemModelTester.FailureReportingMode.Warning)
    listed.worklist.step(3)
    order.set_wanted(Wanted("doe1"))
    order.sort_by("film", falling=True)
    arrive(listed, [light(900, 0.99)])
    order.set_wanted(Wanted())
    listed.session.clear()
    assert order.rowCount() == 0
    del tester


# narrowing


def test_lanes_are_counted_and_narrow_the_list(listed: MainWindow) -> None:
    panel = listed.worklist
    button = panel.narrowing.lanes.buttons["urgent"]
    entries = list(listed.session.entries)
    urgent = [entry.number for entry in entries if entry.film.lane == "urgent"]
    assert button.text() == f"Urgent {len(urgent)}"
    QTest.mouseClick(button, LEFT)
    assert sorted(numbers(listed)) == urgent
    assert panel._count.text().startswith(f"{len(urgent)} of 200 files")
    listed.findings.console.slider.setFocus()
    before = button.text()
    QTest.keyClick(listed.findings.console.slider, Qt.Key.Key_PageDown)
    assert button.text() != before, "counts follow the slider"
    assert all(entry.film.lane == "urgent" for entry in shown_entries(listed))
    QTest.mouseClick(panel.narrowing.clear, LEFT)
    assert len(numbers(listed)) == 200


def test_every_filter_keeps_what_it_counts(listed: MainWindow) -> None:
    steps = Read("1.2.5", "r", ReadState.READ), Read("1.2.6", "r", ReadState.SECOND_LOOK)
    listed.session.films.reads.tell(steps, "r")
    arrive(listed, [dataclasses.replace(light(777, 0.5), status=Status.UNREADABLE,
                                        reason="Damaged.", assessed=None)])  # fmt: skip
    model, films = listed.worklist.order, listed.session.films
    for facet in FACETS:
        counts = facet.counts(films)
        if facet.id != "finding":
            assert sum(counts.values()) == len(films)
        for value, count in counts.items():
            model.set_wanted(Wanted(chosen={facet.id: frozenset({value})}))
            assert model.rowCount() == count, (facet.id, value)
            assert facet.say(value)
    model.set_wanted(Wanted(chosen={"reading": frozenset({"read", "second_look"})}))
    assert sorted(numbers(listed)) == [5, 6]
    assert listed.worklist.narrowing.reads.isVisible()


def test_pins_come_back_until_their_studies_are_read(tmp_path: Path, qtbot: QtBot) -> None:
    with Store(str(tmp_path / "list.db")) as store:
        store.keep(many(30))
        with window_on(store, tmp_path, qtbot) as shown:
            session = shown.session
            qtbot.waitUntil(lambda: len(session.films) == 30, timeout=20000)
            for number in (5, 6):
                session.select(number)
                session.toggle_pin()
            assert session.reading.end(ReadState.READ)
            qtbot.waitUntil(lambda: not session.reading._tasks, timeout=20000)
        with window_on(store, tmp_path, qtbot) as shown:
            pinned = shown.session.films
            qtbot.waitUntil(lambda: bool(pinned.pinned.any()), timeout=20000)
            assert np.flatnonzero(pinned.pinned).tolist() == [5]
            assert numbers(shown)[0] == 5


def test_copies_and_twins_say_so_whenever_they_came(tmp_path: Path, qtbot: QtBot) -> None:
    one = light(1, 0.5)
    copy = dataclasses.replace(light(2, 0.5), content_sha256=one.content_sha256)
    twin = light(3, 0.5, sop_instance_uid=one.identity.sop_instance_uid)
    with Store(str(tmp_path / "list.db")) as store:
        store.keep([one, copy])
        with window_on(store, tmp_path, qtbot) as shown:
            qtbot.waitUntil(lambda: len(shown.session.films) == 2, timeout=20000)
            arrive(shown, [twin])
            said = [" ".join(entry.row.warnings) for entry in shown.session.entries]
            assert said == [
                "",
                "A copy of /films/1/00001.dcm.",
                "Has the SOP Instance UID of /films/1/00001.dcm, but not its content.",
            ]
            shown.session.hide_identity(hidden=True)
            assert not any(entry.row.warnings for entry in shown.session.entries)


def test_of_many_days_the_latest_are_offered(listed: MainWindow) -> None:
    days = [f"2025{month:02}{day:02}" for month in range(1, 9) for day in range(1, 29)]
    arrive(listed, [light(1000 + n, 0.5, study_date=days[n // 2]) for n in range(2 * len(days))])
    arrive(listed, [light(2000, 0.5, study_date="20251231")])
    offered = FACETS[5].counts(listed.session.films)
    assert offered["20251231"] == 1
    assert len(offered) == 40
    assert min(offered) == "20250718"


def test_the_filter_menu_narrows(listed: MainWindow) -> None:
    menu = listed.worklist.narrowing.filters.menu()
    menu.aboutToShow.emit()
    modality = next(a.menu() for a in menu.actions() if a.text() == "Modality")
    assert isinstance(modality, QMenu)
    assert [action.text() for action in modality.actions()] == ["CR\t100", "DX\t100"]
    modality.actions()[0].trigger()
    assert {entry.row.identity.modality for entry in shown_entries(listed)} == {"CR"}
    assert listed.worklist.narrowing.filters.text() == "Filter (1)"


def test_all_words_must_be_found(listed: MainWindow) -> None:
    search = listed.worklist.narrowing.search
    QTest.keyClicks(search, "doe3 urgent")
    found = list(shown_entries(listed))
    assert found
    assert all("DOE3" in e.row.identity.patient_name for e in found)
    assert all(entry.film.lane == "urgent" for entry in found)
    search.setText("00017.dcm")
    assert numbers(listed) == [17]
    search.setText("nowhere")
    assert numbers(listed) == []
    QTest.keyClick(search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(search, Qt.Key.Key_Delete)
    assert len(numbers(listed)) == 200


def test_hidden_identities_are_neither_found_nor_sorted_by_nor_offered(listed: MainWindow) -> None:
    panel = listed.worklist
    panel.order.set_columns(["film", "patient", "date", "lane"])
    panel.sort_by("patient")
    panel.narrowing.toggle(FACETS[5], "20240301")
    listed.session.hide_identity(hidden=True)
    assert len(numbers(listed)) == 200, "a day says whose films these are"
    assert numbers(listed) == listed.session.films.order.tolist()
    shown = [panel.order.index(0, column).data() for column in range(4)]
    assert shown[0].startswith("Film ")
    assert shown[1:3] == ["", ""]
    for said in ("doe", "P17", "00017"):
        panel.narrowing.search.setText(said)
        assert numbers(listed) == []
    panel.narrowing.search.setText("film 17")
    assert 16 in numbers(listed)
    offered = panel.narrowing.filters.menu()
    offered.aboutToShow.emit()
    words = {action.text() for action in offered.actions()}
    assert "Lane" in words
    assert not words & {"Folder", "Study date"}


# what stays


def on_screen(shown: MainWindow, number: int) -> int:
    rows = shown.worklist.list
    return shown.worklist.order.place(number) * ROW_HEIGHT - rows.verticalScrollBar().value()


@pytest.mark.parametrize("seed", range(6))
def test_arrivals_move_neither_selection_nor_scroll(listed: MainWindow, seed: int) -> None:
    chance, rows = random.Random(seed), listed.worklist.list
    bar, chosen = rows.verticalScrollBar(), listed.session.selected
    listed.worklist.sort_by(chance.choice(("urgency", "film", "date", "arrived")))
    listed.worklist.step(chance.randrange(20, 150))
    told: list[object] = []
    chosen.connect(told.append)
    for step in range(12):
        if chance.random() < 0.5:
            bar.setValue(chance.randrange(ROW_HEIGHT, bar.maximum()))
        top = rows.rowAt(0)
        current, first = listed.session.current, numbers(listed)[top]
        assert current is not None
        place = on_screen(listed, current)
        seen = -ROW_HEIGHT < place < rows.viewport().height()
        kept = current if seen else first
        before = on_screen(listed, kept)
        new = [light(1000 + 50 * step + n, chance.random()) for n in range(chance.randrange(1, 30))]
        known = [light(n, chance.random()) for n in chance.sample(range(200), 3)]
        arrive(listed, new + known if chance.random() < 0.5 else new)
        assert listed.session.current == current
        assert listed.worklist.list.currentIndex().row() == listed.worklist.order.place(current)
        assert rows.selectionModel().selectedRows()[0].row() == rows.currentIndex().row()
        if 0 < bar.value() < bar.maximum():
            assert on_screen(listed, kept) == before
    assert told == []


def test_the_slider_resorts_at_once_and_the_selected_film_stays(listed: MainWindow) -> None:
    refused = (
        dataclasses.replace(light(n, 0.5), status=Status.NOT_SCORED, reason=LATERAL, assessed=None)
        for n in range(300, 320)
    )
    arrive(listed, list(refused))
    listed.worklist.step(60)
    current, slider = listed.session.current, listed.findings.console.slider
    assert current is not None
    place, before = on_screen(listed, current), numbers(listed)
    slider.setFocus()
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert numbers(listed) != before
    assert numbers(listed) == listed.session.films.order.tolist()
    assert listed.session.current == current
    assert on_screen(listed, current) == place


def test_a_click_selects_the_film_that_is_clicked_after_arrivals(listed: MainWindow) -> None:
    rows = listed.worklist.list
    listed.worklist.step(50)
    aimed = rows.rowAt(rows.viewport().height() - 20)
    number = numbers(listed)[aimed]
    arrive(listed, [light(5000 + n, 0.99) for n in range(40)])
    place = QPoint(40, on_screen(listed, number) + 10)
    QTest.mouseClick(rows.viewport(), LEFT, pos=place)
    assert listed.session.current == number


def test_a_film_that_is_filtered_away_stays_on_show(listed: MainWindow) -> None:
    listed.worklist.step(5)
    current = listed.session.current
    listed.worklist.narrowing.search.setText("nowhere")
    assert listed.session.current == current
    listed.worklist.narrowing.search.setText("")
    assert listed.session.current == current


# pictures, and the list of the store


def test_pictures_come_from_the_background_and_only_the_last_are_kept(
    listed: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "KEPT", 5)
    listed.worklist.hide()  # which asks for more than five
    session = listed.session
    arrive(listed, [scored(f"{n}.dcm", 0.9) for n in range(9)])
    for number in range(200, 209):
        session.thumbnails.image(number, session.entries[number].row, 40)

    def image() -> QImage:
        return session.thumbnails.image(208, session.entries[208].row, 40)

    qtbot.waitUntil(lambda: not image().isNull(), timeout=30_000)
    assert len(session.thumbnails._images) <= 5
    assert max(image().width(), image().height()) == 40


@pytest.mark.usefixtures("themed")
def test_the_stores_list_is_there_at_the_start(tmp_path: Path, qtbot: QtBot) -> None:
    picture = scored("x.dcm", 0.5).thumbnail
    with Store(str(tmp_path / "list.db")) as store:
        store.keep([dataclasses.replace(row, thumbnail=picture) for row in many(40)])
        store.readings.add(Read("1.2.3", "r", ReadState.READ))
        with window_on(store, tmp_path, qtbot) as made:
            qtbot.waitUntil(lambda: made.session.progress.scored == 40)
            assert len(names(made)) == 40
            made.worklist.step(0)
            entry = made.session.entry
            assert entry is not None
            assert entry.labels
            assert entry.row.identity == many(40)[entry.number].identity
            session = made.session
            qtbot.waitUntil(lambda: not session.thumbnails.image(0, session.rows[0], 62).isNull())
            made.worklist.narrowing.toggle(FACETS[3], "read")
            assert numbers(made) == [3]
            arrive(made, [light(3, 0.2)])
            assert len(session.films) == 40, "a known file is no second film"


@pytest.mark.usefixtures("themed")
def test_a_stored_film_is_explained_once_the_model_is_there(tmp_path: Path, qtbot: QtBot) -> None:
    go = threading.Event()

    def load() -> FakeAssessor:
        go.wait(30)
        return FakeAssessor()

    with Store(str(tmp_path / "list.db")) as store:
        store.keep(many(4))
        with window_on(store, tmp_path, qtbot, load_assessor=load) as made:
            session = made.session
            qtbot.waitUntil(lambda: len(session.films) == 4)
            session.select(0)
            qtbot.waitUntil(lambda: session.light_box.lit.film is not None)
            assert session.findings.selected == ""
            go.set()
            qtbot.waitUntil(lambda: session.findings.selected == "abnormal")
            qtbot.waitUntil(lambda: session.overlay.available)
            made.toggle_overlay()
            qtbot.waitUntil(lambda: session.overlay.state.visible)


@pytest.mark.usefixtures("themed")
def test_a_long_list_is_there_before_it_can_be_searched(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.films.LONG", 2)
    go = threading.Event()
    prepared = Films.prepared

    def held(films: Films) -> Callable[[], Callable[[], None]]:
        prepare = prepared(films)
        return lambda: prepare() if go.wait(30) else lambda: None

    monkeypatch.setattr(Films, "prepared", held)
    with Store(str(tmp_path / "list.db")) as store:
        store.keep(many(40))
        with window_on(store, tmp_path, qtbot) as made:
            qtbot.waitUntil(lambda: made.session.progress.scored == 40)
            made.session.select(0)
            panel = made.worklist
            assert "search and priors follow" in panel._count.text()
            name = names(made)[0]
            panel.narrowing.search.setText(name)
            assert len(names(made)) == 40
            go.set()
            qtbot.waitUntil(lambda: made.session.films.settled)
            assert name in names(made)
            assert len(names(made)) < 40
            assert "follow" not in panel._count.text()


@pytest.mark.usefixtures("themed")
def test_what_another_program_puts_into_the_store_joins_the_list(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.stored._LOOK_MS", 50)
    address = str(tmp_path / "list.db")
    with Store(address) as store, Store(address) as other:
        store.keep(many(60))
        with window_on(store, tmp_path, qtbot) as made:
            made.resize(1200, 500)
            qtbot.waitUntil(lambda: made.session.progress.scored == 60)
            made.worklist.step(20)
            chosen, films = made.session.current, made.session.films
            place = made.worklist.list.visualRect(made.worklist.list.currentIndex()).top()
            rows = [dataclasses.replace(light(n, 0.99), thumbnail=None) for n in range(60, 90)]
            other.keep(rows)
            qtbot.waitUntil(lambda: made.session.progress.scored == 90)
            assert made.session.current == chosen
            assert made.worklist.list.visualRect(made.worklist.list.currentIndex()).top() == place
            arrive(made, rows)
            other.keep([light(90, 0.99)])
            qtbot.waitUntil(lambda: len(films) == 91)
            assert len(set(films.column("location").codes)) == 91, "each film once"
            made.session.clear()
            other.keep([light(91, 0.99)])
            qtbot.waitUntil(lambda: made.session.stored._last == store.lines().last)
            assert len(films) <= 1, "what was put away stays away"
            other.keep([light(92, 0.99)])
            qtbot.waitUntil(lambda: names(made) != [])


@pytest.mark.usefixtures("themed")
def test_a_film_that_another_program_could_read_at_last_takes_its_place(
    tmp_path: Path, qtbot: QtBot
) -> None:
    whole = [dataclasses.replace(row, stamp=Stamp(1, 1)) for row in many(5)]
    whole[3] = dataclasses.replace(light(3, 0.999), stamp=Stamp(1, 2))
    half = Row(3, whole[3].source, Status.UNREADABLE, "Cut short.", stamp=Stamp(1, 1))
    with Store(str(tmp_path / "list.db")) as store:
        store.keep([*whole[:3], half, whole[4]])
        with window_on(store, tmp_path, qtbot) as shown:
            qtbot.waitUntil(lambda: shown.session.progress.scored == 4, timeout=20000)
            qtbot.waitUntil(lambda: shown.session.model.card is not None, timeout=20000)
            assert shown.session.entries[3].row.reason == "Cut short."
            store.keep([whole[3]])
            shown.session.stored.look()
            qtbot.waitUntil(lambda: shown.session.progress.scored == 5, timeout=20000)
            assert shown.session.entries[3].flagged
            assert numbers(shown)[0] == 3
            assert len(shown.session.films) == 5


def test_a_store_that_comes_back_brings_its_list(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.stored._LOOK_MS", 50)
    away = threading.Event()
    away.set()
    with Store(str(tmp_path / "list.db")) as store:
        store.keep(many(30))

        def listing(after: int, unscored: Sequence[str]) -> Listing:
            if away.is_set():
                raise UnusableStore("The store's disc fails, or is gone. What was stored is kept.")
            return store.lines(after, unscored)

        with window_on(store, tmp_path, qtbot, listing=listing) as made:
            with qtbot.waitSignal(made.session.stored.known):
                pass
            assert "is gone" in made.session.reading.problem
            arrive(made, [light(3, 0.2)])
            away.clear()
            qtbot.waitUntil(lambda: len(made.session.films) == 30)
