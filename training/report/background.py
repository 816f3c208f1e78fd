"""The chapters of a report that say what a model is, and what it was made of."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from training.report import figures
from training.report.drawing import side_by_side
from training.report.material import Material
from training.report.page import Section, box, bullets, paragraph, table
from training.report.words import (
    GLOSSARY,
    count,
    flat,
    inline,
    name,
    number,
    plain,
    sentence,
    setting,
)

Values = Mapping[str, Any]
_LOW_SHARE = 0.8
_FEW_FILMS = 100
_LEAST_NORMALS = 20
_MOVED = 0.1

NOT_FOR = (
    "diagnosis, or any decision without a radiologist who has looked at the film",
    "ruling disease out: a film that is not flagged still has to be read",
    "findings other than those named here (nodules, effusions, pneumothorax, devices, fractures)",
    "anything but upright frontal chest radiographs: no lateral views, no CT, no photographs of "
    "a screen",
    "a hospital whose films were not measured: measure it on your own films first",
)


def summary(material: Material) -> Section:
    """Return what the model is, for whom, and what it must not be used for."""
    model, card = material.model, material.card
    facts = [
        ("Model", f"{model.get('title', model.get('id', ''))}, version {model.get('version', '–')}")
    ]
    facts += [("Classes", ", ".join(name(leaf) for leaf in material.leaves) or "–")]
    if card:
        derived = [
            f"{name(d)} (from {', '.join(map(name, card.leaves_of(d)))})" for d in card.derived
        ]
        facts += [("Derived findings", "; ".join(derived) or "none")]
        size, grey = card.preprocessing.size, card.preprocessing.channels == 1
        facts += [("Takes", f"{size} × {size} pixels, {'grey' if grey else 'three channels'}")]
        facts += [("Refuses", ", ".join(name(c) for c in card.gate.classes[1:]) or "nothing")]
        facts += [("Graph", Markup("<code>{}</code> (SHA-256)").format(card.graph_sha256))]
    parts = [
        table(("", ""), [[Markup("<strong>{}</strong>").format(k), v] for k, v in facts], words=2)
    ]
    if material.main:
        films = f"{count(material.main.get('films'))} {material.split} films"
        shown = [k for k in ("macro_auc", "accuracy", "balanced_accuracy") if material.main.get(k)]
        said = ", ".join(f"{name(k)} {inline(material.main[k])}" for k in shown)
        parts.append(paragraph(f"Measured on {films}: {said} (95 % intervals in brackets)."))
    parts += [
        Markup("<h3>Intended use</h3>"),
        paragraph(
            "For radiologists and physicists who triage chest radiographs on their own "
            "workstation: the probabilities put films in an order of urgency and point at what to "
            "look for, while every film is still read by a radiologist. For research and "
            "engineering; it is no medical device."
        ),
        Markup("<h3>Must not be used for</h3>"),
        bullets(NOT_FOR),
        Markup("<h3>Known failures</h3>"),
        bullets(known_failures(material) or ["None was found in what was measured."]),
    ]
    return Section("Summary", Markup().join(parts))


def known_failures(material: Material) -> list[str]:
    """Return the card's caveats, and what the measurement itself warns of."""
    said: dict[str, list[str]] = defaultdict(list)
    for finding, caveat in (material.card.caveats if material.card else {}).items():
        said[caveat].append(name(finding))
    caveats = [f"{sentence(', '.join(of))}: {caveat}" for caveat, of in said.items()]
    return [*caveats, *_strange_places(material), *_rare(material.main), *_shortcuts(material.main)]


def _strange_places(material: Material) -> Iterator[str]:
    for source, share in material.main.get("normals_called_normal_by_source", {}).items():
        films = material.normals_of(source)
        if number(share) < _LOW_SHARE and (films is None or films >= _LEAST_NORMALS):
            of = "" if films is None else f" {films}"
            yield f"Of {source}’s{of} normal films {100 * share:.0f} % are called normal."


def _rare(main: Values) -> Iterator[str]:
    for finding, row in main.get("findings", {}).items():
        films = number(row.get("films", main.get("films_by_leaf", {}).get(finding)))
        if films < _FEW_FILMS:
            yield (
                f"{sentence(name(finding))}: measured on {films:.0f} films, so all its figures are "
                "uncertain."
            )


def _shortcuts(main: Values) -> Iterator[str]:
    for control, of in main.get("probe", {}).items():
        moved = of["mean_absolute_change"]
        worst = max(moved, key=lambda finding: number(moved[finding]), default="")
        if worst and number(moved[worst]) > _MOVED and "lung" not in control:
            yield (
                f"{sentence(control)}: the probability of {name(worst)} moves by "
                f"{plain(moved[worst])} on average, though the lungs are the same."
            )


def data(material: Material) -> Section:
    """Return the films that the model was made of, by source, finding and split."""
    if not material.films:
        text = "The films of training are not named: only a bundle's card carries them."
        return Section("Data", box(text))
    rows: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for key, n in material.films.items():
        source, finding, split = key.rsplit(" ", 2)
        rows[source, finding][split] = n
    order = ("train", "val", "test")
    others = sorted({s for of in rows.values() for s in of} - set(order))
    splits = [s for s in (*order, *others) if any(s in of for of in rows.values())]
    body = [
        [source, name(finding), *(count(of.get(s, 0)) for s in splits)]
        for (source, finding), of in sorted(rows.items())
    ]
    totals = [count(sum(of.get(s, 0) for of in rows.values())) for s in splits]
    body.append(["all", "", *(Markup("<strong>{}</strong>").format(t) for t in totals)])
    parts = [
        paragraph(
            "Films that training and calibration used, by split. A split never divides a group: "
            "the films of a patient, as far as a source names patients, and copies of a film where "
            "they were looked for (hilum-train prepare). Each source’s own description says how "
            "its films were collected and who labelled them; the labels’ quality differs."
        ),
        table(("Source", "Finding", *splits), body, words=2),
    ]
    if left := material.main.get("films_by_leaf"):
        caption = f"Films measured here ({material.split})."
        parts.append(
            table(
                ("Finding", "Films"),
                [[name(k), count(n)] for k, n in left.items()],
                caption=caption,
            )
        )
    return Section("Data", Markup().join(parts))


def training(material: Material) -> Section:
    """Return how the model was trained: command, configuration, curves."""
    provenance = material.provenance
    settings = material.settings or provenance.get("experiment", {})
    parts = []
    if material.log:
        drawn = figures.training_curves({str(settings.get("name", "run")): material.log})
        parts += [
            paragraph(
                "By epoch; “loss” is that of the training films, all others are of the val films."
            ),
            side_by_side([drawn]),
        ]
    if command := provenance.get("command"):
        parts.append(Markup("<h3>Command</h3><pre>{}</pre>").format(command))
    facts = {k: provenance[k] for k in ("initial_weights", "libraries") if k in provenance}
    if values := flat(facts) | flat(settings):
        lines = "\n".join(f"{key} = {setting(value)}" for key, value in values.items())
        parts.append(Markup('<h3>Configuration</h3><pre class="columns">{}</pre>').format(lines))
    if not parts:
        parts.append(box("Nothing is known of the training: name the run's folder, or a bundle."))
    return Section("Training", Markup().join(parts))


def glossary() -> Section:
    """Return what the words and abbreviations mean."""
    rows = [[Markup("<strong>{}</strong>").format(word), said] for word, said in GLOSSARY.items()]
    return Section("Words and abbreviations", table(("Word", "Meaning"), rows, words=2))


def numbers(material: Material) -> str:
    """Return all figures of the report as JSON."""
    card = material.card
    return json.dumps(
        {
            "model": {**material.model, "bundle": material.bundle},
            "graph_sha256": card.graph_sha256 if card else "",
            "evaluations": material.evaluations,
            "shown_in_full": material.split,
            "known_failures": known_failures(material),
            "gate": card.metrics.get("gate", {}) if card else {},
            "films": material.films,
            "settings": material.settings,
            "log": material.log,
        },
        ensure_ascii=False,
    )
