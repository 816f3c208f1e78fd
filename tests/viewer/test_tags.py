"""The tag browser: search, two films side by side, following the selection."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_fakes import FakeEngine
from window_hands import Settle, activate, press

from viewer.dialogs.film_chooser import FilmChooser
from viewer.dialogs.tags import TagBrowser
from viewer.entries import Entry
from viewer.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def browser(opened: MainWindow, qtbot: QtBot) -> Iterator[TagBrowser]:
    opened.film.setFocus()
    QTest.keyClick(opened.film, Qt.Key.Key_I, CTRL)
    made = next(each for each in opened.findChildren(TagBrowser) if each.isVisible())
    qtbot.waitUntil(lambda: bool(shown(made)))
    yield made
    made.close()


def shown(browser: TagBrowser) -> list[tuple[str, ...]]:
    rows, columns = (count(QModelIndex()) for count in (
        browser.filter.rowCount, browser.filter.columnCount))  # fmt: skip
    return [
        tuple(browser.filter.index(row, column).data() for column in range(columns))
        for row in range(rows)
    ]


def test_the_film_s_attributes_are_listed(browser: TagBrowser) -> None:
    assert shown(browser)[0] == ("(0010,0010)", "Patient's Name", "PN", "urgent.dcm")
    assert browser.windowTitle() == "PHANTOM, URGENT – DICOM attributes"


@pytest.mark.parametrize("words", ["0028,0010", "ROWS", "1400"])
def test_typing_finds_by_tag_name_and_value(browser: TagBrowser, words: str) -> None:
    QTest.keyClicks(browser.search, words)
    assert [row[1] for row in shown(browser)] == ["Rows"]
    QTest.keyClicks(browser.search, "?")
    assert shown(browser) == []


def test_two_films_side_by_side_differ_where_they_do(browser: TagBrowser, qtbot: QtBot) -> None:
    browser.other.setFocus()
    QTest.keyClick(browser.other, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(shown(browser)[0]) == 5)
    assert shown(browser)[0][3:] == ("urgent.dcm", "quiet.dcm")
    assert shown(browser)[0][1] == "≠ Patient's Name"
    browser.differing.setFocus()
    QTest.keyClick(browser.differing, Qt.Key.Key_Space)
    assert [row[0] for row in shown(browser)] == ["(0010,0010)"]
    QTest.keyClick(browser.other, Qt.Key.Key_Up)
    assert len(shown(browser)) == 3, "alone there is nothing that could differ"


def test_the_browser_follows_the_selection(
    opened: MainWindow, browser: TagBrowser, qtbot: QtBot, settle: Settle
) -> None:
    activate(opened)
    press(opened, Qt.Key.Key_Down)
    settle(opened)
    qtbot.waitUntil(lambda: shown(browser)[0][3] == "middle.dcm")
    assert browser.windowTitle().startswith("PHANTOM, MIDDLE")


def test_a_file_that_cannot_be_listed_says_so(
    opened: MainWindow, engine: FakeEngine, browser: TagBrowser, qtbot: QtBot
) -> None:
    engine.broken.add("slight.dcm")
    opened.session.select(3)
    qtbot.waitUntil(lambda: browser.status.text() == "The file is damaged.")
    assert shown(browser) == []


def test_hidden_identities_are_hidden_here_too(opened: MainWindow, browser: TagBrowser) -> None:
    opened.session.hide_identity(hidden=True)
    assert shown(browser)[0][3] == "hidden"
    assert shown(browser)[1][3] == "1400"
    assert "URGENT" not in browser.windowTitle()
    assert "URGENT" not in [browser.other.itemText(at) for at in range(browser.other.count())]
    QTest.keyClicks(browser.search, "urgent")
    assert shown(browser) == [], "what is hidden cannot be found out by searching"


def test_ctrl_c_copies_the_value(browser: TagBrowser) -> None:
    browser.table.setCurrentIndex(browser.filter.index(1, 0))
    browser.table.setFocus()
    QTest.keyClick(browser.table, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "1400"


def test_emptying_the_list_empties_the_browser(opened: MainWindow, browser: TagBrowser) -> None:
    opened.session.clear()
    assert browser.other.count() == 1


class Counted(Sequence[Entry]):
    """Many entries, all alike; counts how many were asked for."""

    def __init__(self, entry: Entry, count: int) -> None:
        self._entry, self._count, self.asked = entry, count, 0

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, _number: Any) -> Any:
        self.asked += 1
        return self._entry


def test_of_a_long_list_only_the_names_on_show_are_made(opened: MainWindow, qtbot: QtBot) -> None:
    many = Counted(opened.session.entries[0], 100_000)
    chooser = FilmChooser(many)
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.offer()
    QTest.mouseClick(chooser, Qt.MouseButton.LeftButton)
    names = chooser.view()
    qtbot.waitUntil(names.isVisible)
    assert chooser.count() == 100_001
    QTest.keyClick(names, Qt.Key.Key_End)
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert not names.isVisible()
    assert chooser.number == 99_999
    assert many.asked < 500
