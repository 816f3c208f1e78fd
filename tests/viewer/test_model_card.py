"""The model card's page and window."""

import dataclasses
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTranslator, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.home import resources
from engine.models.bundle import read_bundle
from engine.models.card import ModelCard
from viewer import language
from viewer.dialogs.card_page import card_page
from viewer.dialogs.model_card import ModelCardDialog
from viewer.entries import Model
from viewer.main_window import MainWindow
from viewer.services import report_beside

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeAssessor, model_card

pytestmark = pytest.mark.usefixtures("themed")


def page(card: ModelCard, **changes: Any) -> str:
    model = Model(FakeAssessor(card, **changes))  # type: ignore[arg-type]
    document = QTextDocument()
    document.setHtml(card_page(model, report=False))
    return document.toPlainText().replace("\u00a0", " ")


def test_the_shipped_card_says_all_that_a_reader_should_know() -> None:
    words = page(read_bundle(resources() / "models" / "standard.onnx").card)
    for heading in (
        "What it is", "Intended use", "What it must not be used for", "Read with care", "Data",
        "Measured", "Calibration", "Operating points", "Which films are refused", "Terms",
        "How it was made",
    ):  # fmt: skip
        assert heading in words, heading
    assert "Bacterial pneumonia: Learned from children's films" in words
    assert "CC BY 3.0" in words
    assert "hilum-train fit" in words


def test_identity_provider_and_notice_are_stated() -> None:
    words = page(model_card(), notice="CUDA was asked for, the CPU is used.")
    assert "ab" * 32 in words
    assert "CPU. CUDA was asked for" in words


def test_films_stand_by_source_finding_and_split() -> None:
    films = {"jsrt normal train": 58, "jsrt normal val": 12, "cohen covid19 train": 222, "odd": 3}
    words = page(dataclasses.replace(model_card(), provenance={"films": films}))
    lines = words.split("\n")
    at = lines.index("jsrt")
    assert lines[at : at + 4] == ["jsrt", "Normal", "58", "12"]
    at = lines.index("all")
    assert lines[at : at + 4] == ["all", "", "280", "12"]
    assert "odd" in map(str.strip, lines)


def test_metrics_are_shown_with_their_intervals_and_the_unknown_as_it_stands() -> None:
    auc = {"value": 0.9677, "low": 0.9592, "high": 0.9748}
    metrics = {
        "test": {
            "films": 12,
            "macro_auc": auc,
            "findings": {"covid19": {"auc": auc, "ppv": {}}},
            "by": {"source": {"jsrt": {"accuracy": auc}}},
        },
        "from_tomorrow": [1, 2],
    }
    words = page(dataclasses.replace(model_card(), metrics=metrics))
    assert words.count("0.9677 (0.9592–0.9748)") == 3
    assert "COVID-19" in words
    assert "from tomorrow" in words
    assert "jsrt" in words.lower()


def test_bars_are_a_table_and_nothing_stands_there_as_python_writes_it() -> None:
    bar = {"measure": "calibration error (15 bins): covid19", "where": "jsrt left out"}
    figure = {"value": 0.5, "low": 0.4, "high": 0.6}
    bars = [bar | {"figure": figure, "least": None, "most": 0.45, "met": False}, bar | {"met": []}]
    words = page(dataclasses.replace(model_card(), metrics={"bars": {"test": bars, "odd": 3}}))
    for shown in ("(15 bins): COVID-19", "jsrt, left out of training", "0.5 (0.4–0.6)", "≤ 0.45"):
        assert shown in words
    for name in ("edge", "ensemble", "standard"):
        shipped = page(read_bundle(resources() / "models" / f"{name}.onnx").card)
        assert not [sign for sign in ("{'", "Level(", "Film(", "None") if sign in shipped]


def test_the_card_speaks_the_reader_s_language(themed: QApplication) -> None:
    card = read_bundle(resources() / "models" / "standard.onnx").card
    english = set(page(card).split("\n"))
    language.install(themed, "de")
    try:
        german = page(card).split("\n")
    finally:
        for translator in themed.findChildren(QTranslator):
            themed.removeTranslator(translator)
            translator.deleteLater()
        language.install(themed, "en")
    above, _, _ = "\n".join(german).partition("Experiment\n")
    left = [line for line in above.split("\n") if " " in line.strip() and line in english]
    figures = r"[\d\W]|CC BY|SHA|standard|hilum-train|Chest triage|COVID-19|\w+:|(nih|rsna) "
    assert not [line for line in left if not re.match(figures, line)]
    assert "Vorgesehener Gebrauch" in german


def test_refusals_are_explained() -> None:
    assert "other: not a frontal chest film" in page(model_card())


def test_what_is_written_in_a_card_is_text_and_not_html() -> None:
    card = dataclasses.replace(
        model_card(),
        title="<b>bold</b>",
        provenance={"<img src=x>": "<script>"},
        caveats={"covid19": "<i>x</i>"},
    )
    shown = card_page(Model(FakeAssessor(card)), report=False)  # type: ignore[arg-type]
    assert not any(tag in shown for tag in ("<b>bold", "<img", "<script", "<i>x"))


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["findings", "confusion", "films_by_leaf", "value", "low", "high", "x y z", "auc"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(st.sampled_from(["val", "test", "gate", "x"]), anything, max_size=3),
    st.dictionaries(st.sampled_from(["films", "licences", "initial_weights", "y"]), anything),
)
def test_no_shape_of_card_breaks_the_page(
    metrics: dict[str, Any], provenance: dict[str, Any]
) -> None:
    card = dataclasses.replace(model_card(), metrics=metrics, provenance=provenance)
    shown = card_page(Model(FakeAssessor(card)), report=True)  # type: ignore[arg-type]
    assert "Intended use" in shown


def test_without_a_model_the_page_says_why() -> None:
    assert "There is no model." in card_page(Model(problem="There is no model."), report=False)
    assert "loading" in card_page(Model(), report=False)


def test_the_card_opens_from_the_menu_and_from_the_models_name(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.actions_by_id["help.card"].trigger()
    dialog = opened.findChild(ModelCardDialog)
    assert dialog is not None
    assert not dialog.report.isEnabled()
    dialog.close()
    qtbot.mouseClick(opened.findings._identity, Qt.MouseButton.LeftButton)
    assert len(opened.findChildren(ModelCardDialog)) == 2
    opened.findChildren(ModelCardDialog)[-1].close()


def test_the_report_beside_the_model_can_be_opened(
    opened: MainWindow, engine: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model_file = tmp_path / "standard.onnx"
    assert report_beside(model_file) is None
    report = tmp_path / "standard" / "report.html"
    report.parent.mkdir()
    report.write_text("<p>figures</p>")
    assert report_beside(model_file) == report
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", seen.append)
    engine.beside = report
    opened.show_card()
    dialog = opened.findChild(ModelCardDialog)
    assert dialog is not None
    dialog.report.click()
    dialog.close()
    assert [url.toLocalFile() for url in seen] == [str(report)]
