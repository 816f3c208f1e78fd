"""Every text of the window has its translation, and the window wears it."""

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from window_fakes import FakeEngine
from window_hands import NewWindow, Settle

from viewer import language, wording
from viewer.dialogs.help import HelpBrowser
from viewer.language import LANGUAGES, tr

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources/translations"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("made", ROOT / "packaging/translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> dict[str, tuple[str, str]]:
    """Source -> translation and its state."""
    found = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        state = translation.get("type", "finished")
        found[str(message.findtext("source"))] = (translation.text or "", state)
    return found


def spoken(folder: Path) -> Iterator[str]:
    """Every literal that the code asks to be translated."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            first = node.args[0] if node.args else None
            if node.func.id == "tr" and isinstance(first, ast.Constant):
                yield str(first.value)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_is_missing_unfinished_or_left_over(code: str, tmp_path: Path) -> None:
    kept = FOLDER / f"hilum_{code}.ts"
    fresh = tmp_path / kept.name
    fresh.write_bytes(kept.read_bytes())
    made = loaded()
    made.collect(fresh, code)
    wanted, found = messages(fresh), messages(kept)
    advice = "run packaging/translations.py, then translate"
    assert wanted.keys() - found.keys() == set(), advice
    assert found.keys() - wanted.keys() == set(), advice
    # What the engine says of files may stay English; every text of the window may not.
    engine = made.sentences()
    bare = [
        source
        for source, (text, state) in found.items()
        if (state != "finished" or not text) and source not in engine
    ]
    assert not bare, "unfinished"
    # What pyside6-lupdate does not see (inside an f-string, say) would never be translated.
    assert set(spoken(ROOT / "viewer")) <= wanted.keys()
    assert made.table_texts() <= wanted.keys()


@pytest.mark.parametrize("code", LANGUAGES)
def test_placeholders_and_marks_are_those_of_the_source(code: str) -> None:
    for source, (text, _) in messages(FOLDER / f"hilum_{code}.ts").items():
        for sign in (r"\{\w+\}", r"&(?=\w)", r"…"):
            assert sorted(set(re.findall(sign, text))) == sorted(set(re.findall(sign, source)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_menus_have_marks_of_their_own(code: str) -> None:
    from viewer import actions

    found = messages(FOLDER / f"hilum_{code}.ts")
    menus = {spec.menu for spec in actions.ACTIONS}
    marks = [found[menu][0].partition("&")[2][:1].upper() for menu in menus]
    assert len(set(marks)) == len(menus), marks


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_in_step(code: str, tmp_path: Path) -> None:
    loaded().compiled(FOLDER / f"hilum_{code}.ts", tmp_path / "fresh.qm")
    kept = FOLDER / f"hilum_{code}.qm"
    assert (tmp_path / "fresh.qm").read_bytes() == kept.read_bytes()


@pytest.fixture
def speaking(themed: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    code = str(request.param)
    language.install(themed, code)
    yield code
    for translator in themed.findChildren(QTranslator):
        themed.removeTranslator(translator)
        translator.deleteLater()
    language.install(themed, "en")


@pytest.mark.parametrize("speaking", LANGUAGES, indirect=True)
def test_the_window_speaks_the_language(
    speaking: str, engine: FakeEngine, new_window: NewWindow, settle: Settle
) -> None:
    shown = new_window(engine)
    shown.open_paths([Path("films")])
    settle(shown)
    found = messages(FOLDER / f"hilum_{speaking}.ts")
    english = {source for source, (text, _) in found.items() if text != source}
    words = [action.text() for action in shown.actions_by_id.values()]
    for widget in (*shown.findChildren(QLabel), *shown.findChildren(QPushButton)):
        words.append(widget.text())
    for box in shown.findChildren(QComboBox):
        words.extend(box.itemText(at) for at in range(box.count()))
    own_language = {text for text, _ in found.values()}
    assert not [each for each in words if each in english and each not in own_language]
    assert found["Not for diagnosis"][0] in shown.windowTitle()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"


@pytest.mark.parametrize("speaking", ["de"], indirect=True)
def test_what_the_engine_says_with_figures_is_translated(speaking: str) -> None:
    assert speaking == language.current()
    assert tr("Pixels are not square: 0.2 to 0.1.") == (
        "Die Pixel sind nicht quadratisch: 0.2 zu 0.1."
    )
    assert wording.not_scored("Not scored: modality US, not a projection radiograph.").startswith(
        "Nicht bewertet: Modalität US"
    )
    likely = "this looks like a lateral view; the model knows frontal films only."
    for reason in (likely, f"Not scored: {likely}"):
        assert wording.not_scored(reason).startswith("Nicht bewertet: Dies sieht wie eine seit")
    assert tr("Another sentence of {0}.") == "Another sentence of {0}."


def test_the_templates_are_in_step() -> None:
    kept = (FOLDER / language.TEMPLATES).read_text(encoding="utf-8")
    assert kept == loaded().templates()
    assert "Not scored: modality {0}, not a projection radiograph." in kept.splitlines()


def test_in_english_a_reason_stands_as_it_is_given() -> None:
    for reason in ("Not scored: too dark.", "too dark."):
        assert wording.not_scored(reason) == "Not scored: too dark."


@pytest.mark.parametrize(("marked", "plain"), [("Save &as", "Save as"), ("打开(&O) …", "打开 …")])
def test_a_menu_s_mark_is_left_out(marked: str, plain: str) -> None:
    assert language.unmarked(marked) == plain


@pytest.mark.parametrize("speaking", LANGUAGES, indirect=True)
def test_counts_are_not_cut_off_and_the_help_admits_to_be_english(
    speaking: str, engine: FakeEngine, new_window: NewWindow, settle: Settle
) -> None:
    shown = new_window(engine)
    shown.open_paths([Path("films")])
    settle(shown)
    narrowing = shown.worklist.narrowing
    for counts in (narrowing.lanes, narrowing.reads):
        for button in counts.buttons.values():
            words = button.fontMetrics().horizontalAdvance(button.text())
            assert words <= button.width() - 8, (speaking, button.text())
    browser = HelpBrowser(shown)
    assert not browser.note.isHidden()


@pytest.mark.parametrize(
    ("setting", "expected"), [("de", "de"), ("en", "en"), ("zh", "zh"), ("xx", "en")]
)
def test_a_language_is_chosen(setting: str, expected: str) -> None:
    assert language.chosen(setting) == expected


def test_the_system_s_language_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("fr_CA")))
    assert language.chosen("system") == "fr"
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("ja_JP")))
    assert language.chosen("system") == "en"


def test_english_needs_no_file() -> None:
    assert tr("Reading {name} …", name="a {b}") == "Reading a {b} …"


def test_no_line_of_french_begins_with_punctuation() -> None:
    assert loaded().bound("Modèle : « A » ; 5 %") == "Modèle\u00a0: «\u00a0A\u00a0»\u00a0; 5\u00a0%"
    words = [translation for translation, _ in messages(FOLDER / "hilum_fr.ts").values()]
    assert any("\u00a0:" in each for each in words)
    assert not [each for each in words if re.search(r" [:;?!»%]|« ", each)]


def test_what_is_no_film_is_named_in_the_readers_language() -> None:
    application = QApplication.instance()
    assert application is not None
    try:
        language.install(application, "de")
        said = tr("Not a film: this is a tar archive; unpack it first.")
    finally:
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)
        language.install(application, "en")
    assert said == "Keine Aufnahme: Dies ist ein tar-Archiv; packen Sie es zuerst aus."
