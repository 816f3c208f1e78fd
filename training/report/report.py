"""A model's report: one HTML file for readers, its numbers as JSON for programs."""

from pathlib import Path

from training.report import background, results
from training.report.bars import bars
from training.report.checklist import model_card
from training.report.galleries import galleries
from training.report.headline import headline
from training.report.material import Material
from training.report.page import Section, render_page
from training.writing import progress, write_text


def report(material: Material, *, films: bool = False) -> str:
    """Return the report as HTML; ``films`` inlines the galleries, which makes it confidential.

    Raises
    ------
    ConfigError
        Where galleries are asked for and there are none.
    """
    bodies = {
        title: chapter(material) for title, chapter in progress(results.CHAPTERS.items(), "Drawing")
    }
    measured = [Section(title, body) for title, body in bodies.items() if body]
    missing = [title for title, body in bodies.items() if not body]
    sections = [background.summary(material), headline(material, missing=missing)]
    sections += [*bars(material), *measured]
    sections += [galleries(material)] if films else []
    sections += [background.data(material), background.training(material)]
    words = background.glossary()
    empty = {
        "Results": not material.evaluations,
        "Data": not material.films,
        "Training": not (material.settings or material.provenance),
    }
    card = model_card(s.title for s in (*sections, words) if not empty.get(s.title))
    model = material.model
    title = f"Report: {model.get('title') or model['id']}"
    lead = f"Model “{model['id']}”, version {model.get('version', '–')}."
    return render_page(title, [*sections, card, words], lead=lead)


def write_report(material: Material, out: Path, *, films: bool = False) -> Path:
    """Write the report to ``out`` and its numbers beside it; return the latter's path."""
    page = report(material, films=films)
    figures = out.with_suffix(".json")
    out.parent.mkdir(parents=True, exist_ok=True)
    for path, text in ((out, page), (figures, background.numbers(material))):
        write_text(path, text)
    return figures
