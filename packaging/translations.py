"""Bring the translations up to date: ``python packaging/translations.py``.

Collects every text of the window into Qt Linguist's files, one a language, and compiles them. What
is literal in ``tr("...")`` is found by `pyside6-lupdate`; what stands in tables is written for it
into a file of such calls.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources/translations"
sys.path.insert(0, str(ROOT))

from engine.images import documents, reading  # noqa: E402
from engine.models import bundle, correcting, lanes, passport, weights  # noqa: E402
from engine.triage import lines  # noqa: E402
from engine.types import SpacingProvenance  # noqa: E402
from viewer import actions, calibration, hanging, lungs, markup, patients, wording  # noqa: E402
from viewer.canvas import drawing, grid, labels  # noqa: E402
from viewer.dialogs import calibration as calibrating  # noqa: E402
from viewer.dialogs import card_words, discordance, policy, shortcuts  # noqa: E402
from viewer.film import PRESETS  # noqa: E402
from viewer.language import LANGUAGES, TEMPLATES  # noqa: E402
from viewer.settings import PREFERENCES  # noqa: E402
from viewer.worklist import columns, facets, narrowing  # noqa: E402


def main() -> None:
    """Update and compile every language."""
    (FOLDER / TEMPLATES).write_text(templates(), encoding="utf-8")
    for language in LANGUAGES:
        collect(FOLDER / f"hilum_{language}.ts", language)
        compiled(FOLDER / f"hilum_{language}.ts", FOLDER / f"hilum_{language}.qm")


def table_texts() -> set[str]:
    """Return the texts that stand in tables."""
    return {text for text in _table_texts() if any(letter.isalpha() for letter in text)}


def _table_texts() -> Iterator[str]:
    for spec in actions.ACTIONS:
        yield from (spec.text, spec.menu)
    yield from actions.SHORT.values()
    for preference in PREFERENCES.values():
        yield from (preference.group, preference.words, preference.tip)
        if preference.words not in UNTRANSLATED:
            yield from preference.choices.values()
    yield from wording.FINDINGS.values()
    yield from wording.STATE_WORDS.values()
    yield from wording.LANES.values()
    yield from (*wording.READ_STATES.values(), *wording.OPINIONS.values())
    yield from (*lanes.SENTENCES, *passport.SENTENCES)
    yield from (reason for _, reason in weights.WEIGHTS.values())
    yield from (*policy.COLUMNS, *discordance.COLUMNS, *discordance.SIDES.values())
    yield from (wording.NOT_FOR_DIAGNOSIS, *wording.AGES, lungs.NOT_FOUND)
    yield from shortcuts.DRAGS.values()
    yield from (*PRESETS, "lines (enhanced)", "automatic", "default", "region")
    yield from (each.value for each in SpacingProvenance)
    yield from ("good", "fair", "poor")
    yield from (name for *_, name in reading.FOREIGN)
    yield from (*patients.CAUTIONS, patients.SAME_DAY, *grid.MISSING.values())
    yield from (markup.TOO_LARGE, markup.NO_THORAX, labels.PROPOSED)
    yield from (*documents.STATES, calibration.TOO_BRIGHT, calibrating.NOTHING)
    yield hanging.AUTOMATIC
    yield from (protocol.name for protocol in hanging.shipped()[0])
    for steps in drawing.STEPS.values():
        yield from steps
    yield from (card_words.INTENDED, *card_words.NOT_FOR, *card_words.HEADER_REFUSALS)
    for words in (card_words.TERMS, card_words.MEASURES, card_words.KEYS):
        yield from words.values()
    yield from card_words.BARS
    card = bundle.read_bundle(SHIPPED).card
    yield from card.caveats.values()
    yield from card.gate.reasons.values()
    yield from sentences()
    yield from (column.words for column in columns.COLUMNS)
    yield from narrowing.ORDER_WORDS.values()
    yield from (facet.words for facet in facets.FACETS)
    yield from (*facets.STATUS_WORDS.values(), *facets.MARKS)
    yield lines.OLD_MODEL
    yield from correcting.CORRECTIONS.values()


def sentences() -> set[str]:
    """Return what the engine says of films; where that has figures in it, as a template."""
    found: set[str] = set()
    for path in (path for pattern in SPEAKING for path in (ROOT / "engine").glob(pattern)):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        notes = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        texts = [node.value for node in nodes
                 if isinstance(node, ast.Constant) and id(node) not in notes]  # fmt: skip
        texts += [template(node) for node in nodes if isinstance(node, ast.JoinedStr)]
        found.update(text for text in texts if isinstance(text, str) and _SENTENCE.fullmatch(text))
    return found


def template(sentence: ast.JoinedStr) -> str:
    """Return an f-string as `str.format` takes it: "Line {0} is empty."."""
    places = count()
    parts = (part.value if isinstance(part, ast.Constant) else f"{{{next(places)}}}"
             for part in sentence.values)  # fmt: skip
    return "".join(map(str, parts))


def templates() -> str:
    """Return the file of those sentences that have places to fill, a line each."""
    return "".join(f"{text}\n" for text in sorted(sentences()) if "{0}" in text)


SHIPPED = ROOT / "resources/models/standard.onnx"
"""The model whose words of caution are part of the window."""

SPEAKING = (
    "images/*.py",
    "exchange/*.py",
    "models/correcting.py",
    "models/gate.py",
    "models/familiarity.py",
    "triage/database.py",
)
"""Where the engine speaks of films."""

_SENTENCE = re.compile(r"[A-Z][^\n]* [^\n]*[.?]")

UNTRANSLATED = ("Profile", "Colours of the heat map")
"""Settings whose choices are names."""


def collect(target: Path, language: str) -> None:
    """Bring a Linguist file up to date; translations that it has stay."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        calls = (f"tr({text!r})" for text in sorted(table_texts()))
        tables.write_text("\n".join(calls), encoding="utf-8")
        sources = sorted(str(path) for path in (ROOT / "viewer").rglob("*.py"))
        options = ["-locations", "none", "-no-obsolete", "-silent"]
        _run("lupdate", *sources, str(tables), *options, "-target-language", language,
             "-source-language", "en", "-ts", str(target))  # fmt: skip
    if language == "fr":
        words = target.read_text(encoding="utf-8")
        target.write_text(_TRANSLATION.sub(lambda found: bound(found[0]), words), encoding="utf-8")


_TRANSLATION = re.compile(r"<translation>.*?</translation>", re.DOTALL)


def bound(text: str) -> str:
    """Bind French punctuation to the word before it: no line begins with it."""
    return re.sub(r" (?=[:;?!»%])|(?<=«) ", "\u00a0", text)


def compiled(source: Path, target: Path) -> None:
    """Compile a Linguist file."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
