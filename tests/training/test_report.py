"""A report says every number it was given, loads nothing, and escapes what it was told."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from report_fakes import fewer, metrics, paired, picture, write_evaluation, write_run
from typer.testing import CliRunner

from training.cli import app
from training.config import ConfigError
from training.report import results
from training.report.comparison import comparison, side_by_side_of, tables
from training.report.galleries import galleries
from training.report.material import Material, gather
from training.report.page import Section, anchor, render_page, table
from training.report.report import report
from training.report.words import GLOSSARY, NOT_MEASURED, inline, plain, spread

ROOT = Path(__file__).resolve().parents[2]
STANDARD = ROOT / "resources" / "models" / "standard.onnx"
VOID = {"meta", "br", "img"}
HOSTILE = '<script>alert("1")</script> $x_1$ & co'


class Page(HTMLParser):
    """Checks nesting on the way, and keeps what a browser would follow or load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def of(self, attribute: str) -> list[str]:
        return [values[attribute] for _, values in self.tags if attribute in values]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    write_evaluation(out / "test", metrics(films=300), films=True)
    (out / "test" / "paired.json").write_text(json.dumps(paired()))
    write_evaluation(out / "val", metrics(films=200, seed=5, split="val"))
    write_run(out / "run")
    return out


@pytest.fixture(scope="module")
def text(folders: Path) -> str:
    names = ("run", "test", "val")
    return report(gather(folders / name for name in names))


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_a_report_is_well_formed_and_its_links_lead_somewhere(page: Page) -> None:
    ids = page.of("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.of("href")} <= set(ids)
    pictures = [values for tag, values in page.tags if tag == "svg"]
    assert len(pictures) >= 12
    assert all(values["aria-label"] and values["role"] == "img" for values in pictures)


def test_a_report_loads_nothing(page: Page, text: str) -> None:
    assert all(href.startswith("#") for href in page.of("href"))
    assert not page.of("src")
    assert not {tag for tag, _ in page.tags} & {"script", "link", "iframe", "image"}
    assert "http" not in text
    assert "@import" not in text
    assert set(re.findall(r"url\((.)", text)) <= {"#"}
    assert len(text) < 1_500_000


def test_every_number_of_the_headline_tables_stands_in_the_page(page: Page) -> None:
    for measured in (metrics(films=300), metrics(films=200, seed=5, split="val")):
        for key in ("macro_auc", "accuracy", "balanced_accuracy", "macro_f1"):
            assert plain(measured[key]) in page.words
            assert spread(measured[key]) in page.words
        for row in measured["findings"].values():
            for key in ("auc", "pr_auc", "f1", "brier"):
                assert plain(row[key]) + spread(row[key]) in page.words
            for key in ("sensitivity", "specificity", "ppv", "npv"):
                said = plain(row[key], percent=True) + spread(row[key], percent=True)
                assert said in page.words


def test_every_chapter_is_there_and_figures_follow_the_scheme(page: Page, text: str) -> None:
    assert {anchor(title) for title in results.CHAPTERS} <= set(page.of("id"))
    assert "Not measured for this report" not in page.words
    assert "currentColor" in text
    assert "#010203" not in text
    assert "prefers-color-scheme: dark" in text


def test_hostile_names_are_text(tmp_path: Path) -> None:
    hostile = fewer(metrics(films=60, sources=(HOSTILE, "b")), "normal")
    hostile["model"]["title"] = HOSTILE
    text = report(gather([write_evaluation(tmp_path, hostile)]))
    page = Page(text)
    assert "<script" not in text
    assert HOSTILE in page.words
    assert page.words.count("$x_1$") >= 5


def test_whatever_was_not_measured_is_left_out() -> None:
    everything = metrics(films=60)
    for emptied in (
        {"films": 3, "findings": {}},
        {k: type(v)() if isinstance(v, dict | list) else v for k, v in everything.items()},
        {"findings": {"normal": {k: {} for k in everything["findings"]["normal"]}}},
    ):
        page = Page(report(Material(evaluations={"test": emptied})))
        assert "Not measured for this report: curves, operating points" in page.words


def test_two_models_are_compared_with_signs_and_significance(page: Page) -> None:
    row = "41", "0.981", "0.958", "+0.023 (−0.004 to +0.051)", "0.089", "17", "5", "< 0.001"
    assert "normal" + "".join(row) in page.words


def test_without_any_measurement_a_report_says_so(folders: Path) -> None:
    page = Page(report(gather([folders / "run"])))
    assert "Nothing was measured" in page.words
    assert "fitting.rate = 0.0006" in page.words


def test_measures_without_meaning_are_dashes(tmp_path: Path) -> None:
    measured = fewer(metrics(films=60), "covid19")
    measured["findings"]["covid19"] |= {"auc": {}, "brier": {}, "calibration_error": None}
    measured["by"]["source"]["jsrt"]["accuracy"] = {}
    page = Page(report(gather([write_evaluation(tmp_path, measured)])))
    assert f"COVID-19{measured['findings']['covid19']['films']}0.123{NOT_MEASURED}" in page.words


def test_a_bundle_tells_its_card_and_its_films() -> None:
    material = gather([STANDARD])
    page = Page(report(material))
    assert material.card is not None
    for caveat in material.card.caveats.values():
        assert caveat in page.words
    assert material.card.graph_sha256 in page.words
    value = material.evaluations["test"]["macro_auc"]
    assert inline(value) in page.words


def test_an_evaluation_of_another_model_is_refused(folders: Path) -> None:
    with pytest.raises(ConfigError, match="measures fake 1, the bundle is standard"):
        gather([STANDARD], evaluations=[folders / "test"])


@pytest.mark.parametrize(
    ("content", "said"), [("{", "cannot be read"), ("[1]", "an object is expected")]
)
def test_damaged_metrics_are_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "metrics.json").write_text(content)
    with pytest.raises(ConfigError, match=r"metrics\.json.*" + said):
        gather([tmp_path])


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    for reader in (lambda: gather([tmp_path]), lambda: side_by_side_of([tmp_path])):
        with pytest.raises(ConfigError, match="is neither"):
            reader()


def test_the_command_writes_page_and_numbers_without_films(folders: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "r.html"
    measured = fewer(metrics(films=60), "normal")
    evaluation = ["--evaluation", str(write_evaluation(tmp_path / "e", measured, films=True))]
    done = CliRunner().invoke(app, ["report", str(folders / "run"), *evaluation, "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "data:image" not in out.read_text()
    numbers = json.loads(out.with_suffix(".json").read_text())
    assert numbers["evaluations"]["test"] == measured
    assert numbers["settings"]["fitting"]["rate"] == 6e-4
    assert not {"manifest", "cache"} & set(numbers["settings"]["data"])
    assert [p.name for p in out.parent.iterdir() if p.suffix == ".part"] == []


def test_galleries_come_when_asked_for_and_with_a_warning(folders: Path) -> None:
    text = galleries(gather([folders / "test"])).html
    assert text.count(picture(folders / "test" / "galleries" / "x.png")) == 9
    assert "Keep this report where the films may be" in text
    with pytest.raises(ConfigError, match="there are no galleries"):
        galleries(gather([folders / "val"]))


def test_a_gallery_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    folder = write_evaluation(tmp_path / "e", {"films": 1, "split": "test", "findings": {}})
    (tmp_path / "secret.png").write_bytes(b"secret")
    listed = {"misclassified": [{"file": "../secret.png", "true": "normal"}]}
    (folder / "galleries.json").write_text(json.dumps(listed))
    with pytest.raises(ConfigError, match="outside its folder"):
        galleries(gather([folder]))


def test_runs_are_compared_by_what_differs_and_by_their_best_epochs(tmp_path: Path) -> None:
    one, other = write_run(tmp_path / "one"), write_run(tmp_path / "two", rate=1e-3, shift=0.01)
    write_evaluation(one / "val", metrics(films=60, split="val"))
    write_evaluation(other / "val", metrics(films=60, split="val", seed=3))
    runs = side_by_side_of([one, other])
    differing, best, measured = tables(runs)
    assert differing.rows == (("name", "one", "two"), ("fitting.rate", "0.0006", "0.001"))
    assert ("epoch", "3", "3") in best.rows
    assert ("balanced accuracy", "0.7531", "0.7631") in best.rows
    wanted = [inline(run.evaluations["val"]["findings"]["normal"]["auc"]) for run in runs]
    assert ("normal: AUC", *wanted) in measured.rows
    page = Page(comparison(runs))
    assert all(value in page.words for value in wanted)
    assert "Training curves" in page.words


def test_the_compare_command_prints_and_writes(folders: Path, tmp_path: Path) -> None:
    write_run(tmp_path / "run", rate=1e-4)
    out = tmp_path / "c.html"
    both = [str(folders / "run"), str(tmp_path / "run")]
    done = CliRunner().invoke(app, ["compare", *both, "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "fitting.rate" in done.output
    assert str(folders / "run") in Page(out.read_text()).words
    alone = CliRunner().invoke(app, ["compare", both[0]])
    assert isinstance(alone.exception, ConfigError)


def test_the_page_escapes_all_but_markup() -> None:
    rows = [[HOSTILE, Markup("<b>bold</b>")]]
    text = render_page(HOSTILE, [Section(HOSTILE, table(("a", HOSTILE), rows))], lead=HOSTILE)
    page = Page(text)
    assert "<script" not in text
    assert page.words.count(HOSTILE) == 6
    assert "b" in [tag for tag, _ in page.tags]


@given(st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_numbers_are_written_to_half_their_last_digit(
    value: float, reach: float, percent: bool
) -> None:
    interval = {"value": value, "low": max(0, value - reach), "high": min(1, value + reach)}
    said = [float(x) for x in re.findall(r"\d+\.\d+", inline(interval, percent=percent))]
    scale, digit = (100, 0.05) if percent else (1, 0.0005)
    meant = [scale * interval[k] for k in ("value", "low", "high")]
    assert said == pytest.approx(meant, abs=digit * 1.001)


def test_every_abbreviation_of_the_tables_is_explained(page: Page) -> None:
    words = " ".join([*GLOSSARY, *GLOSSARY.values()])
    for short in ("AUC", "PR-AUC", "PPV", "NPV", "ECE", "Brier", "F1", "ROC"):
        assert short in words
        assert short in page.words
