"""The help: its pages, its links, and its keys, which are those of the action table."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from window_hands import activate

from viewer import actions
from viewer.dialogs.help import HelpBrowser, Page, pages
from viewer.main_window import MainWindow

OURS = (
    "index",
    "screen",
    "layouts",
    "measuring",
    "reading",
    "reads",
    "documents",
    "display",
    "preferences",
    "attributes",
    "export",
    "worklist",
    "presentation-states",
)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def browser(main_window: MainWindow) -> Iterator[HelpBrowser]:
    activate(main_window)
    QTest.keyClick(main_window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    made = next(each for each in main_window.findChildren(HelpBrowser) if each.isVisible())
    yield made
    made.close()


def titles(browser: HelpBrowser) -> list[str]:
    return [browser.list.item(row).text() for row in range(browser.list.count())]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path.stem)
def test_links_between_pages_lead_somewhere(page: Page) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.text):
        assert "://" in target or (page.path.parent / target).exists(), target


@pytest.mark.parametrize("name", OURS)
def test_the_pages_name_only_keys_that_are_bound(name: str) -> None:
    page = next(each for each in pages() if each.path.stem == name)
    bound = {QKeySequence(key) for spec in actions.ACTIONS for key in spec.keys}
    bound.add(QKeySequence("Ctrl+C"))  # every text's own
    single = re.findall(r"`([^`\s]{1,2}|(?:Ctrl\+|Shift\+|Alt\+)+.|F\d+|Esc|Del|Space)`", page.text)
    named = [*single, *re.findall(r"`(Ctrl\+Shift\+\w|Shift\+F\d+|Home|End|Pg\w+)`", page.text)]
    assert not [key for key in named if QKeySequence(key) not in bound]
    assert named or name in ("index", "display")


def test_every_page_is_listed_and_shown(browser: HelpBrowser) -> None:
    assert browser.note.isHidden(), "the reader speaks English"
    assert titles(browser)[0] == "Hilum's help"
    assert len(titles(browser)) == len(pages())
    for row, page in enumerate(pages()):
        browser.list.setCurrentRow(row)
        assert page.title in browser.text.toPlainText()


def test_search_finds_pages_by_what_they_say(browser: HelpBrowser) -> None:
    QTest.keyClicks(browser.search, "bank card")
    assert titles(browser) == ["Reading"]
    assert browser.text.textCursor().selectedText().casefold() == "bank"
    QTest.keyClicks(browser.search, "xyz")
    assert titles(browser) == []


def test_links_open_other_pages_here(browser: HelpBrowser) -> None:
    browser._follow(QUrl("export.md"))
    assert "Export and identity" in browser.text.toPlainText()


def test_the_help_covers_every_page_of_the_index() -> None:
    index = next(each for each in pages() if each.path.stem == "index")
    linked = {Path(name).stem for name in re.findall(r"\]\((\S+\.md)\)", index.text)}
    assert linked == {each.path.stem for each in pages()} - {"index"}


def test_what_the_comparison_says_of_hilum_is_an_action_or_a_test() -> None:
    page = next(each for each in pages() if each.path.stem == "compare")
    lines = [line.split("|") for line in page.text.splitlines() if line.startswith("| ")]
    rows = [cells for cells in lines if cells[2].strip() != "Hilum"]
    tests = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    known = tests | {spec.id for spec in actions.ACTIONS}
    assert len(rows) > 40
    for cells in rows:
        said = cells[2].strip()
        assert len(cells) == 7, cells
        assert said.startswith(("yes: ", "in part: ", "no")), said
        if said.startswith("yes"):
            named = re.findall(r"`([^`]+)`", said)
            assert named, said
            assert set(named) <= known, set(named) - known


def test_every_source_of_the_comparison_is_listed() -> None:
    page = next(each for each in pages() if each.path.stem == "compare")
    table, _, sources = page.text.partition("## Sources")
    used = {int(number) for number in re.findall(r"\[(\d+)\]", table)}
    assert used == {int(number) for number in re.findall(r"^(\d+)\. ", sources, re.MULTILINE)}
