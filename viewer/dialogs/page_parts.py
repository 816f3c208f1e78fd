"""Pieces of a page: values of any shape as words, tables and lists as HTML."""

import dataclasses
import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from viewer import wording
from viewer.dialogs.card_words import KEYS
from viewer.language import tr

_WORDS = {"auc": "AUC", "auroc": "AUROC", "covid19": "COVID-19", "id": "identifier"}
_DEEPEST, _LONGEST, _MOST_LETTERS = 4, 12, 400


def nested_values(values: Mapping[str, Any], depth: int = 0) -> str:
    """List whatever is there, nested as it is."""
    if not values:
        return ""
    plain = {
        name_words(key): value_words(value) for key, value in values.items() if not _nested(value)
    }
    parts = [pairs(plain)] if plain else []
    for key, value in values.items():
        if not _nested(value):
            continue
        inner = dataclasses.asdict(value) if _is_record(value) else value
        if depth >= _DEEPEST:
            parts.append(pairs({name_words(key): f"{len(inner)} entries"}))
            continue
        parts.append(f"<p><i>{escaped(first_upper(name_words(key)))}</i></p>")
        parts.append(f'<div style="margin-left: 14px">{nested_values(inner, depth + 1)}</div>')
    return "".join(parts)


def _nested(value: object) -> bool:
    if _is_record(value):
        return True
    return isinstance(value, Mapping) and bool(value) and not _is_interval(value)


def _is_record(value: object) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


def _is_interval(value: object) -> bool:
    return isinstance(value, Mapping) and {"value", "low", "high"} <= set(value)


def is_number(value: object) -> bool:
    """Whether a value is a number and no truth value."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def value_words(value: Any) -> str:  # noqa: ANN401
    """Return any value in a line."""
    if value is None or (isinstance(value, Mapping) and not value):
        return "–"
    if isinstance(value, Mapping) and _is_interval(value):
        low, high = number_words(value["low"]), number_words(value["high"])
        return f"{number_words(value['value'])} ({low}–{high})"
    if isinstance(value, Mapping):
        return "; ".join(f"{name_words(key)} {value_words(each)}" for key, each in value.items())
    if is_number(value):
        return number_words(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        shown = ", ".join(value_words(item) for item in value[:_LONGEST])
        return shown if len(value) <= _LONGEST else f"{shown}, … ({len(value)} in all)"
    words = str(value)
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]} …"


def number_words(value: Any) -> str:  # noqa: ANN401
    """Return a number in four digits, anything else as it stands."""
    if not is_number(value):
        return "–" if value is None else str(value)
    return str(value) if isinstance(value, int) else f"{value:.4g}"


def share(value: float, interval: tuple[float, float]) -> str:
    """Return a share and its interval in percent."""
    return f"{wording.percent(value)} ({wording.percent_range(interval)})"


def name_words(key: object) -> str:
    """Return what a key of the card is called."""
    words = str(key)
    if words in wording.FINDINGS:
        return wording.finding_name(words)
    if words in KEYS:
        return tr(KEYS[words])
    return " ".join(_WORDS.get(word, word) for word in words.split("_"))


def first_upper(words: str) -> str:
    """Return words with their first letter large, the others as they are."""
    return words[:1].upper() + words[1:]


def escaped(words: str) -> str:
    """Return text as HTML; a percent sign stays with its number."""
    return html.escape(words).replace(" %", "&nbsp;%")


def joined(values: Mapping[str, str]) -> str:
    """Return names and values in a line."""
    return ", ".join(f"{name} {value}" for name, value in values.items())


def paragraph(words: str, kind: str = "") -> str:
    """Return a paragraph of plain text."""
    return f'<p class="{kind}">{escaped(words)}</p>'


def bullets(lines: Iterable[str]) -> str:
    """Return a list of lines that are HTML already."""
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def pairs(values: Mapping[str, str]) -> str:
    """Return a table of names and values, plain text both."""
    rows = "".join(
        f'<tr><td class="dim">{escaped(name)}&nbsp;&nbsp;</td><td>{escaped(value)}</td></tr>'
        for name, value in values.items()
    )
    return f'<table cellpadding="2">{rows}</table>'


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of plain text."""
    head = "".join(f'<th align="left">{escaped(title)}</th>' for title in titles)
    body = "".join(
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f'<table cellpadding="3" cellspacing="0"><tr>{head}</tr>{body}</table>'
