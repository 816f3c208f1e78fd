"""Finding what the reader means by a few letters."""

import re
import unicodedata


def score(wanted: str, text: str) -> float | None:
    """Return how well a text answers a query, higher is better; None where it does not.

    Every word of the query must be found: at the beginning of a word of the text (best), inside
    the text, or as letters in this order. Case and accents do not count.
    """
    folded = fold(text)
    total = 0.0
    for word in fold(wanted).split():
        found = _word_score(word, folded)
        if found is None:
            return None
        total += found
    return total - len(folded) / 1000


def fold(text: str) -> str:
    """Return a text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _word_score(word: str, text: str) -> float | None:
    start = re.search(rf"\b{re.escape(word)}", text)
    if start:
        return 4.0 - start.start() / 100
    if word in text:
        return 2.0
    spread = re.search(".*?".join(map(re.escape, word)), text)
    if spread is None:
        return None
    return len(word) / (spread.end() - spread.start())
