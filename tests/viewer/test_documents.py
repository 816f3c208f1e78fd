"""Reports and PDF hang in viewports as films do, and no model scores them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from window_fakes import FakeEngine, document_row, identity, rows
from window_hands import Settle, activate, names

from engine.images.documents import Document, Line
from engine.images.pdfs import Hit
from viewer.canvas.paper_view import PaperView
from viewer.discretion import MASK, discreet_document
from viewer.main_window import MainWindow
from viewer.paper import report_page
from viewer.paper_exports import pdf_on_paper, report_on_paper
from viewer.worklist.model import ENTRY_ROLE, status_words

WHO = replace(identity("x"), patient_name="OBLOMOV^ILYA", study_instance_uid="1.2.7")
LINES = (
    Line(0, "Chest report"),
    Line(1, "Findings"),
    Line(2, "Finding", "Opacity of Mr Oblomov <left>\nsecond line", "TEXT"),
    Line(2, "Observer", "WATSON^JOHN", "PNAME"),
    Line(2, "Source", "DX image", "IMAGE", images=("2.25.7",)),
)
REPORT = Document("report", "Chest report", WHO, LINES, status="complete, unverified")
PDF = Document("PDF", "Letter", WHO, pages=((300.0, 400.0), (300.0, 400.0), (300.0, 400.0)))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def engine() -> FakeEngine:
    made = FakeEngine()
    films = rows()
    film = replace(films[0], identity=replace(WHO, sop_instance_uid="2.25.7"))
    made.given = [
        film,
        *films[1:],
        document_row("report.dcm", REPORT, index=7),
        document_row("letter.dcm", PDF, index=8),
    ]
    made.documents = {"report.dcm": REPORT, "letter.dcm": PDF}
    return made


def hang(shown: MainWindow, settle: Settle, name: str) -> PaperView:
    number = next(n for n, row in enumerate(shown.session.rows) if row.name == name)
    shown.session.select(number)
    settle(shown)
    assert shown.grid.paper is not None
    return shown.grid.paper


def test_a_report_hangs_in_the_viewport_and_is_not_scored(
    opened: MainWindow, settle: Settle
) -> None:
    paper = hang(opened, settle, "report.dcm")
    text = paper.report.toPlainText()
    assert "Finding: Opacity of Mr Oblomov <left>\u2028second line" in text.replace("\n", "\u2028")
    assert "Oblomov" not in paper.study.text()
    assert paper.person.text().startswith("OBLOMOV, ILYA\n1960-01-02")
    assert "complete, unverified" in paper.chips.text()
    assert not opened.film.isVisible()
    assert opened.findings.refused.reason.text() == "Not scored: a report, which holds no film."
    entry = opened.session.entry
    assert entry is not None
    assert not entry.labels
    assert status_words(entry) == "Document: Chest report"
    assert not opened.actions_by_id["film.flip_h"].isEnabled()


def test_documents_stand_after_all_films(opened: MainWindow) -> None:
    listed = names(opened)
    assert listed[-4:] == ["x.zip", "quiet.dcm", "report.dcm", "letter.dcm"]
    place = listed.index("report.dcm")
    thumbnail = opened.worklist.order.index(place, 0).data(ENTRY_ROLE).row.thumbnail
    assert thumbnail is not None


def test_a_film_takes_its_place_again(opened: MainWindow, settle: Settle) -> None:
    paper = hang(opened, settle, "report.dcm")
    opened.session.select(1)
    settle(opened)
    assert opened.film.isVisible()
    assert not paper.isVisible()
    assert opened.grid.paper is None


def test_text_is_selected_copied_and_found(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    paper = hang(opened, settle, "report.dcm")
    activate(opened)
    QTest.mouseClick(paper.report.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    QTest.keyClick(paper.report, Qt.Key.Key_A, CTRL)
    QTest.keyClick(paper.report, Qt.Key.Key_C, CTRL)
    assert "Opacity" in QApplication.clipboard().text()
    QTest.keyClick(opened, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(paper.search.hasFocus)
    QTest.keyClicks(paper.search, "opacity")
    assert paper.report.textCursor().selectedText() == "Opacity"
    assert paper.count.text() == "1 found"
    QTest.keyClicks(paper.search, " none")
    assert paper.count.text() == "0 found"
    QTest.keyClick(paper.search, Qt.Key.Key_Escape)
    assert paper.search.text() == ""


def test_the_windows_keys_work_while_a_report_has_the_focus(
    opened: MainWindow, settle: Settle
) -> None:
    paper = hang(opened, settle, "report.dcm")
    activate(opened)
    paper.report.setFocus()
    before = opened.session.current
    QTest.keyClick(paper.report, Qt.Key.Key_Down)
    assert opened.session.current != before


def test_a_link_hangs_the_film_that_is_meant(opened: MainWindow, settle: Settle) -> None:
    paper = hang(opened, settle, "report.dcm")
    paper.report.anchorClicked.emit(QUrl("film:1.2.3"))
    assert "not in the worklist" in paper.chips.text()
    paper.report.anchorClicked.emit(QUrl("film:2.25.7"))
    settle(opened)
    assert opened.session.current == 0
    assert opened.film.isVisible()


def test_pages_are_turned_and_zoomed_by_keys(
    opened: MainWindow, settle: Settle, engine: FakeEngine, qtbot: QtBot
) -> None:
    paper = hang(opened, settle, "letter.dcm")
    activate(opened)
    whole = paper.pages.viewport().height

    def asked(page: int, zoom: float) -> bool:
        last = engine.painted[-1] if engine.painted else (-1, 0)
        return last[0] == page and abs(last[1] - zoom * whole()) <= 2

    qtbot.waitUntil(lambda: asked(0, 1.0))
    QTest.keyClick(paper.pages, Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: asked(1, 1.0))
    assert "Page 2/3" in paper.foot.text()
    QTest.keyClick(paper.pages, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: asked(1, 1.25))
    for _ in range(4):
        QTest.keyClick(paper.pages, Qt.Key.Key_PageDown, CTRL)
    assert paper.pages.page == 2
    QTest.keyClick(paper.pages, Qt.Key.Key_Equal)
    qtbot.waitUntil(lambda: asked(2, 1.0))


def test_a_page_is_inverted_for_a_dark_room(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    paper = hang(opened, settle, "letter.dcm")
    activate(opened)

    def middle() -> int:
        picture = paper.pages.viewport().grab().toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness()

    qtbot.waitUntil(lambda: middle() == 255)
    QTest.keyClick(paper.pages, Qt.Key.Key_I)
    assert middle() == 0
    assert opened.actions_by_id["film.invert"].isChecked()


def test_words_of_a_pdf_are_marked_where_they_stand(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    paper = hang(opened, settle, "letter.dcm")
    paper.ask_words()
    QTest.keyClicks(paper.search, "word")
    assert paper.count.text() == "Enter finds"
    QTest.keyClick(paper.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: paper.count.text() == "1/3")
    QTest.keyClick(paper.search, Qt.Key.Key_Return)
    assert (paper.pages.page, paper.count.text()) == (1, "2/3")
    paper.pages.show_hits((Hit(2, ((0.0, 0.0, 0.5, 1.0),)),))
    (mark,) = paper.pages._marks
    assert mark.rect().getRect() == (0, 0, 300, 200)
    paper.search.clear()
    assert paper.pages.hit == (0, 0)


def test_where_identities_are_hidden_nobody_is_named(
    opened: MainWindow, settle: Settle, qtbot: QtBot, engine: FakeEngine
) -> None:
    paper = hang(opened, settle, "report.dcm")
    opened.session.hide_identity(hidden=True)
    said = [paper.report.toPlainText(), *(label.text() for label in paper.findChildren(QLabel))]
    for secret in ("OBLOMOV", "WATSON", "P-1", "1960", "Test hospital", "2024"):
        assert secret.casefold() not in " ".join(said).casefold()
    assert f"Opacity of Mr {MASK}" in paper.report.toPlainText()
    assert "can still name a person" in paper.chips.text()
    paper = hang(opened, settle, "letter.dcm")
    qtbot.wait(100)
    assert engine.painted == []
    assert opened.session.entry is not None
    assert "Letter" not in status_words(opened.session.entry)
    opened.session.hide_identity(hidden=False)
    qtbot.waitUntil(lambda: bool(engine.painted))


def test_a_document_that_cannot_be_read_says_why(
    opened: MainWindow, settle: Settle, engine: FakeEngine
) -> None:
    engine.broken = {"letter.dcm"}
    number = next(n for n, row in enumerate(opened.session.rows) if row.name == "letter.dcm")
    opened.session.select(number)
    settle(opened)
    assert opened.session.light_box.lit.failure
    assert opened.grid.paper is None


def test_a_document_of_the_study_hangs_beside_its_film(opened: MainWindow, settle: Settle) -> None:
    opened.session.viewports.choose("1x3")
    opened.session.select(0)
    settle(opened)
    assert set(opened.session.viewports.held) == {0, 7, 8}
    assert [cell.paper.isVisible() for cell in opened.grid.cells[:3]].count(True) == 2
    QTest.mouseClick(
        opened.grid.cells[1].paper.report.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5)
    )
    assert opened.session.viewports.lit == 1


def test_documents_leave_as_text_and_as_pdf(
    opened: MainWindow,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    targets = [tmp_path / "out.txt", tmp_path / "out.pdf"]
    asked: list[str] = []

    def choose(_parent: object, caption: str, name: str) -> tuple[str, str]:
        asked.append(f"{caption} {Path(name).name}")
        return str(targets[len(asked) - 1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    hang(opened, settle, "report.dcm")
    with qtbot.waitSignal(opened.session.exporter.finished):
        opened.actions_by_id["file.export"].trigger()
    text = targets[0].read_text(encoding="utf-8")
    assert "Opacity" in text
    assert "oblomov" not in text.casefold()
    hang(opened, settle, "letter.dcm")
    with qtbot.waitSignal(opened.session.exporter.finished):
        opened.actions_by_id["file.export"].trigger()
    assert targets[1].read_bytes() == b"%PDF-1.4"
    assert asked[1] == "Export the PDF, with all its names film-9.pdf"
    opened.session.hide_identity(hidden=True)
    opened.actions_by_id["file.export"].trigger()
    assert len(asked) == 2
    assert "hidden" in opened.statusBar().currentMessage()


def test_copying_takes_the_words(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    hang(opened, settle, "report.dcm")
    opened.actions_by_id["file.copy"].trigger()
    assert f"Opacity of Mr {MASK}" in QApplication.clipboard().text()
    hang(opened, settle, "letter.dcm")
    opened.actions_by_id["file.copy"].trigger()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "words of page 1")


@pytest.mark.usefixtures("themed")
def test_paper_takes_a_report_and_every_page(tmp_path: Path, engine: FakeEngine) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "report.pdf"))
    report_on_paper(report_page(REPORT), printer)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "pages.pdf"))
    row = engine.given[-1]
    pdf_on_paper(PDF.pages, lambda page, px: engine.page(row, page, px), printer)
    assert [page for page, _ in engine.painted] == [0, 1, 2]
    assert b"/Count 3" in (tmp_path / "pages.pdf").read_bytes()


def test_masking_leaves_other_words_alone() -> None:
    masked = discreet_document(REPORT)
    assert masked.lines[2].value == f"Opacity of Mr {MASK} <left>\nsecond line"
    assert masked.lines[3].value == MASK
    assert masked.identity.patient_name == ""
    nobody = replace(REPORT, identity=replace(WHO, patient_name="", patient_id=""))
    nobody = replace(nobody, identity=replace(nobody.identity, birth_date="", accession_number=""))
    assert discreet_document(nobody).lines[2].value == LINES[2].value
    assert discreet_document(PDF).title == ""


def test_a_report_as_html_holds_no_markup_of_the_files() -> None:
    page = report_page(REPORT)
    assert "&lt;left&gt;<br>second line" in page
    assert page.count('href="film:2.25.7"') == 1
