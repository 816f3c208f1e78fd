"""The page that `hilum-train prepare` writes: what the set holds, and what was left out.

It shows example films, so it stays beside the data and is never passed on with a model.
"""

import base64
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import cv2
import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from engine.errors import HilumError
from engine.images.reading import read_radiograph
from engine.models.preprocessing import film_values
from training.datasets.sample import Sample
from training.prepare import SPLITS, Collection, LeftOut, Likeness
from training.report.page import Section, box, bullets, paragraph, render_page, table
from training.writing import progress, write_text

_EXAMPLES = 3
_EXAMPLE_PIXELS = 176
_PAIRS_SHOWN = 12
_ROWS_SHOWN = 500


def counts(samples: Iterable[Sample]) -> list[tuple[str, str, int, int, int, int]]:
    """Return (class, source, train, val, test, all) a row; a class's sum has the source ""."""
    by: Counter[tuple[str, str, str]] = Counter()
    for sample in samples:
        for source in (sample.source, ""):
            by[sample.finding, source, sample.split] += 1
    rows = []
    for finding, source in sorted({key[:2] for key in by}, key=lambda key: (key[0], key[1] or "~")):
        train, val, test = (by[finding, source, split] for split in SPLITS)
        rows.append((finding, source, train, val, test, train + val + test))
    return rows


def reasons(left_out: Iterable[LeftOut]) -> list[tuple[str, int]]:
    """Return how many films were left out for which reason, the commonest first."""
    return Counter(one.why for one in left_out).most_common()


def write_data_report(collection: Collection, path: Path) -> None:
    """Write the page; it needs nothing but itself."""
    sections = (
        _contents(collection),
        _groups(collection),
        _left_out(collection),
        _copies(collection),
        _examples(collection),
    )
    lead = "Example films are shown here: this page stays with the data."
    write_text(path, render_page("Prepared films", sections, lead=lead))


def _contents(collection: Collection) -> Section:
    samples = [film.sample for film in collection.films]
    rows = [(name, source or "all", *row) for name, source, *row in counts(samples)]
    warnings = Markup().join(box(text, kind="warn") for text in collection.warnings)
    header = ("class", "source", *SPLITS, "all")
    return Section("Classes, sources and splits", warnings + table(header, rows, words=2))


def _groups(collection: Collection) -> Section:
    samples = collection.in_task

    def tell(name: str, of: Callable[[Sample], str]) -> Markup:
        by = Counter((of(s), s.finding) for s in samples)
        findings = sorted({s.finding for s in samples})
        rows = [
            (value, *(by[value, finding] for finding in findings))
            for value in sorted({of(s) for s in samples})
        ]
        return table((name, *findings), rows)

    patients = len({film.sample.group for film in collection.films})
    said = paragraph(f"{len(collection.films)} films of {patients} groups that no split divides.")
    ages, views = tell("age group", lambda s: s.age_group), tell("view", lambda s: s.view)
    return Section("Ages and views", said + ages + views)


def _left_out(collection: Collection) -> Section:
    if not collection.left_out:
        return Section("Left out", paragraph("Nothing was left out."))
    first = collection.left_out[:_ROWS_SHOWN]
    rows = [(str(one.path), one.reason) for one in first]
    rest = len(collection.left_out) - len(first)
    more = paragraph(f"{rest} more are in left_out.csv.") if rest else Markup()
    detail = Markup("<details><summary>Film by film</summary>{}{}</details>").format(
        table(("file", "reason"), rows, words=2), more
    )
    return Section("Left out", table(("reason", "films"), reasons(collection.left_out)) + detail)


def _copies(collection: Collection) -> Section:
    ranked = sorted(collection.likenesses, key=lambda one: one.pair.likeness)
    copies = [one for one in ranked if one.pair.copies]
    alike = [one for one in ranked if not one.pair.copies]
    kinds = Counter((one.pair.kind, *_sources(one)) for one in copies)
    said = bullets(
        (
            f"{len(copies)} pairs are copies of one film: the largest stays, unless their findings "
            "contradict each other. Of mirrored copies nobody can say which is the right way.",
            f"{len(alike)} pairs are probably one chest twice: both films stay, in one split.",
        )
    )
    rows = [(*key, count) for key, count in sorted(kinds.items())]
    shown = [*alike[-_PAIRS_SHOWN // 2 :], *_least_sure(copies)]
    pictures = Markup().join(_pair_figure(collection, one) for one in shown)
    html = said + table(("copy", "source", "source", "pairs"), rows, words=3)
    return Section("Copies", html + Markup('<div class="films">{}</div>').format(pictures))


def _least_sure(copies: Sequence[Likeness]) -> Sequence[Likeness]:
    """Return the pairs to look at: those that were closest to not being copies."""
    return copies[:_PAIRS_SHOWN]


def _sources(one: Likeness) -> tuple[str, str]:
    first, second = sorted((one.first.source, one.second.source))
    return first, second


def _pair_figure(collection: Collection, one: Likeness) -> Markup:
    films = [collection.prints[sample.path].thumbnail for sample in (one.first, one.second)]
    if one.pair.kind == "mirrored":
        films[0] = films[0][:, ::-1]
    what = one.pair.kind if one.pair.copies else "alike"
    caption = (
        f"{what}, {one.pair.likeness:.2f}: {one.first.source} {one.first.path.name} "
        f"({one.first.finding}); {one.second.source} {one.second.path.name} ({one.second.finding})"
    )
    return _figure(np.hstack(films), caption)


def _examples(collection: Collection) -> Section:
    by: dict[tuple[str, str], list[Sample]] = defaultdict(list)
    for film in collection.films:
        by[film.sample.finding, film.sample.source].append(film.sample)
    # Spread over the set, and the same ones each time.
    chosen = [
        sample
        for key in sorted(by)
        for sample in by[key][:: max(1, len(by[key]) // _EXAMPLES)][:_EXAMPLES]
    ]
    figures = Markup().join(map(_example, progress(chosen, "Writing the report")))
    return Section("Example films", Markup('<div class="films">{}</div>').format(figures))


def _example(sample: Sample) -> Markup:
    try:
        values = film_values(read_radiograph(sample.path))
    except HilumError:
        return Markup()  # it was there a moment ago
    scale = _EXAMPLE_PIXELS / max(values.shape)
    size = (max(1, round(values.shape[1] * scale)), max(1, round(values.shape[0] * scale)))
    small = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    low, high = np.percentile(small, (0.5, 99.5))
    grey = np.clip((small - low) * (255.0 / max(float(high - low), 1e-6)), 0, 255)
    caption = f"{sample.finding}, {sample.source}, {sample.split}: {sample.path.name}"
    return _figure(grey.astype(np.uint8), caption)


def _figure(grey: NDArray[np.uint8], caption: str) -> Markup:
    """Return a picture as JPEG within the page."""
    _, data = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 80])
    text = base64.b64encode(data.tobytes()).decode("ascii")
    return Markup(
        '<figure><img src="data:image/jpeg;base64,{}" alt="{}"><figcaption>{}</figcaption></figure>'
    ).format(text, caption, caption)
