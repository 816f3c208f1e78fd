"""The model card as a page: pure functions from a card to HTML.

Metrics and provenance are whatever the training that wrote the card had to say: what is known by
name gets its table, what is not is listed as it stands, and nothing that is missing is an error.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from engine.models import operating
from engine.models.card import Derived, ModelCard
from viewer import wording
from viewer.dialogs.page_parts import (
    bullets,
    escaped,
    is_number,
    joined,
    name_words,
    nested_values,
    number_words,
    pairs,
    paragraph,
    share,
    table,
    value_words,
)
from viewer.entries import Model

SENSITIVITIES = (0.80, 0.85, 0.90, 0.95, 0.98)
INTENDED = (
    "Sorting frontal chest films by how soon they should be read, on the reader's own workstation:"
    " in research and in engineering, beside a radiologist who reads every film."
)
NOT_FOR = (
    "Diagnosis, or ruling a disease out: a film that is not flagged is still to be read.",
    "Lateral views, CT slices, photographs of films, other body parts.",
    "Findings that are not in its list: it says nothing of nodules, fractures, a pneumothorax or"
    " tubes.",
    "Hospitals and devices unlike those it learned from, before its thresholds have been checked"
    " on films of that place.",
)
_HEADER_REFUSALS = (
    "The file's header: a modality that is no projection radiograph, another body part than the"
    " chest, a lateral view, a sequence of frames.",
    "The pixels: fewer than 128 a side, too long and narrow, a colour picture, blank or almost"
    " without grey levels.",
)
_TERMS = {
    "kermany": "CC BY 4.0",
    "covid_cxnet": "CC BY 4.0",
    "hannover": "CC BY 3.0",
    "nih_cxr14": "free, with attribution to the NIH Clinical Center",
    "rsna_normal": "RSNA 2018 challenge: research and education",
    "jsrt": "JSRT: research and education",
    "cohen": "each film its own, many non-commercial",
    "crd_covid": "not stated for each film",
}
_MEASURES = {
    "films": "Films",
    "auc": "AUC",
    "pr_auc": "PR AUC",
    "sensitivity": "Sensitivity",
    "specificity": "Specificity",
    "ppv": "PPV",
    "npv": "NPV",
    "f1": "F1",
    "brier": "Brier",
    "calibration_error": "Calibration error",
}
_KNOWN_FIELDS = frozenset(
    {
        "id", "version", "title", "leaves", "derived", "preprocessing", "calibration",
        "reliability", "operating", "gate", "graph_sha256", "urgency_weights", "caveats",
        "test_time", "metrics", "provenance",
    }
)  # fmt: skip


def card_page(model: Model, *, report: bool) -> str:
    """Return the page of the model at work; ``report`` is whether its report lies beside it."""
    assessor = model.assessor
    if assessor is None:
        return paragraph(model.problem or "The model is still loading.")
    card = assessor.card
    identity = {
        "Model": f"{card.id} {card.version}",
        "SHA-256": assessor.model_sha256,
        "Runs on": " ".join(part for part in (f"{assessor.provider}.", assessor.notice) if part),
        "Report": "beside the model" if report else "none beside this model",
    }
    return "".join(
        (
            f"<h2>{escaped(card.title)}</h2>",
            paragraph(f"{wording.NOT_FOR_DIAGNOSIS}.", "amber"),
            pairs(identity),
            _what(card),
            _use(card),
            _data(card),
            _measured(card),
            _calibration(card),
            _operating(card),
            _gate(card),
            _terms(card),
            _made(card),
        )
    )


def _what(card: ModelCard) -> str:
    recipe = card.preprocessing
    sees = f"{recipe.size} × {recipe.size} pixels"
    if recipe.crop:
        sees += f", {recipe.crop:.0%} cut off at each side".replace("%", " %")
    if recipe.lung_margin is not None:
        sees += ", cut to the lungs"
    if card.test_time:
        sees += f"; averaged with {len(card.test_time)} more views of the film"
    found = {
        wording.finding_name(name): (
            _derived(card.derived[name]) if name in card.derived else "an output of the network"
        )
        for name in card.findings
    }
    exclusive = "exclude each other" if card.calibration.activation == "softmax" else "may coexist"
    return (
        "<h3>What it is</h3>"
        + paragraph(
            f"A network that looks at one film, {sees}, and gives the probability of"
            f" {len(card.leaves)} findings, which {exclusive}; others follow from them."
        )
        + pairs(found)
    )


def _derived(derived: Derived) -> str:
    names = ", ".join(wording.finding_name(name) for name in derived.of)
    return f"any of: {names}" if derived.kind == "union" else f"anything but: {names}"


def _use(card: ModelCard) -> str:
    caveats = [
        f"<b>{escaped(wording.finding_name(name))}:</b> {escaped(words)}"
        for name, words in card.caveats.items()
    ]
    return (
        "<h3>Intended use</h3>"
        + paragraph(INTENDED)
        + "<h3>What it must not be used for</h3>"
        + bullets([escaped(words) for words in NOT_FOR])
        + ("<h3>Read with care</h3>" + bullets(caveats) if caveats else "")
    )


def _data(card: ModelCard) -> str:
    films = card.provenance.get("films")
    if not isinstance(films, Mapping) or not films:
        return "<h3>Data</h3>" + paragraph("The card does not say which films it learned from.")
    counts: dict[tuple[str, str], dict[str, Any]] = {}
    other: dict[str, Any] = {}
    for key, count in films.items():
        parts = str(key).split()
        if len(parts) == 3 and is_number(count):
            counts.setdefault((parts[0], parts[1]), {})[parts[2]] = count
        else:
            other[str(key)] = count
    splits = list(dict.fromkeys(split for row in counts.values() for split in row))
    rows: list[Sequence[str]] = [
        [source, wording.finding_name(finding), *(number_words(row.get(s)) for s in splits)]
        for (source, finding), row in sorted(counts.items())
    ]
    totals = [number_words(sum(row.get(s, 0) for row in counts.values())) for s in splits]
    if counts:
        rows.append(["all", "", *totals])
    return (
        "<h3>Data</h3>"
        + paragraph("Films by source, finding and split.")
        + table(["Source", "Finding", *(name_words(split) for split in splits)], rows)
        + nested_values(other)
    )


def _measured(card: ModelCard) -> str:
    parts = [
        _measurement(name, values)
        for name, values in card.metrics.items()
        if name != "gate" and isinstance(values, Mapping)
    ]
    plain = {
        name: values
        for name, values in card.metrics.items()
        if name != "gate" and not isinstance(values, Mapping)
    }
    if not parts and not plain:
        return "<h3>Measured</h3>" + paragraph("The card carries no measurement.")
    note = "In brackets: 95 % intervals, by bootstrap over patients."
    return f"<h3>Measured</h3>{paragraph(note, 'dim')}" + "".join(parts) + nested_values(plain)


def _measurement(name: str, values: Mapping[str, Any]) -> str:
    rest = dict(values)
    findings = rest.pop("findings", None)
    confusion = rest.pop("confusion", None)
    rest.pop("curves", None)
    rest.pop("embedding", None)
    parts = [f"<h4>{escaped(name_words(name)).capitalize()}</h4>"]
    if isinstance(findings, Mapping) and findings:
        parts.append(_by_finding(findings))
    elif findings is not None:
        rest["findings"] = findings
    if isinstance(confusion, Sequence) and isinstance(rest.get("films_by_leaf"), Mapping):
        parts.append(_confusion(confusion, [str(leaf) for leaf in rest["films_by_leaf"]]))
    parts.append(nested_values(rest))
    return "".join(parts)


def _by_finding(findings: Mapping[str, Any]) -> str:
    rows = {str(name): row for name, row in findings.items() if isinstance(row, Mapping)}
    present = {key for row in rows.values() for key in row}
    columns = [key for key in _MEASURES if key in present]
    return table(
        ["Finding", *(_MEASURES[key] for key in columns)],
        [
            [wording.finding_name(name), *(value_words(row.get(key)) for key in columns)]
            for name, row in rows.items()
        ],
    )


def _confusion(confusion: Sequence[Any], leaves: Sequence[str]) -> str:
    if len(confusion) != len(leaves) or not all(isinstance(row, Sequence) for row in confusion):
        return ""
    names = [wording.finding_name(leaf) for leaf in leaves]
    rows = [[name, *map(value_words, row)] for name, row in zip(names, confusion, strict=True)]
    return paragraph("Films, true finding by row, most probable by column:", "dim") + table(
        ["", *names], rows
    )


def _calibration(card: ModelCard) -> str:
    found = card.calibration
    words = (
        f"Probabilities are calibrated on the validation films: logits divided by"
        f" {found.temperature:.3g}, one bias a finding, {found.activation}. The interval beside a"
        " probability is the 95 % band of the frequency that was observed there."
    )
    bias = {
        wording.finding_name(leaf): f"{value:+.3f}"
        for leaf, value in zip(card.leaves, found.bias, strict=True)
    }
    return "<h3>Calibration</h3>" + paragraph(words) + pairs({"Bias": joined(bias)})


def _operating(card: ModelCard) -> str:
    rows = []
    for name, curve in card.operating.items():
        for asked in SENSITIVITIES:
            if not curve.sensitivity[0] <= asked <= curve.sensitivity[-1]:
                continue
            point = operating.operating_point(card, name, asked)
            rows.append(
                [
                    wording.finding_name(name) if asked == SENSITIVITIES[0] else "",
                    wording.percent(asked),
                    f"{point.threshold:.3f}",
                    share(point.sensitivity, point.sensitivity_interval),
                    share(point.specificity, point.specificity_interval),
                    f"{curve.positives} / {curve.negatives}",
                ]
            )
    if not rows:
        return ""
    return (
        "<h3>Operating points</h3>"
        + paragraph("On the calibration films; the slider moves between them.", "dim")
        + table(
            ["Finding", "Asked", "Threshold", "Sensitivity", "Specificity", "With / without"], rows
        )
    )


def _gate(card: ModelCard) -> str:
    gate = card.gate
    reasons = [escaped(words) for words in _HEADER_REFUSALS]
    reasons += [
        f"<b>{escaped(name_words(kind))}:</b> {escaped(words)}"
        for kind, words in gate.reasons.items()
    ]
    if gate.classes:
        reasons.append(
            escaped(
                "Unlike any chest film the model knows: the film's embedding lies further than"
                f" {gate.most_distance:.3g} from those of the training films."
            )
        )
        reasons.append(
            escaped(
                f"Accepted is what the gate gives at least {gate.least_accepted:.3g} for"
                f" “{name_words(gate.classes[0])}”."
            )
        )
    figures = card.metrics.get("gate")
    rest = nested_values(figures) if isinstance(figures, Mapping) else ""
    return (
        "<h3>Which films are refused</h3>"
        + paragraph(
            "A refused film gets no findings; its row, the panel and the film itself say why. It"
            " is neither turned nor inverted behind the reader's back."
        )
        + bullets(reasons)
        + rest
    )


def _terms(card: ModelCard) -> str:
    stated = card.provenance.get("licences") or card.provenance.get("licenses")
    if isinstance(stated, Mapping):
        terms = {str(source): str(words) for source, words in stated.items()}
    else:
        films = card.provenance.get("films")
        keys = films if isinstance(films, Mapping) else {}
        sources = sorted({str(key).split()[0] for key in keys if str(key).split()})
        terms = {source: _TERMS.get(source, "not stated in this card") for source in sources}
    weights = card.provenance.get("initial_weights")
    if weights:
        terms["Initial weights"] = str(weights)
    return (
        "<h3>Terms of what it was made from</h3>"
        + paragraph(
            "Use the weights for research and engineering; ask the owners of the films before any"
            " other use."
        )
        + pairs(terms)
    )


def _made(card: ModelCard) -> str:
    rest = {
        key: value
        for key, value in card.provenance.items()
        if key not in ("films", "initial_weights", "licences", "licenses")
    }
    later = {
        item.name: getattr(card, item.name)
        for item in dataclasses.fields(card)
        if item.name not in _KNOWN_FIELDS and getattr(card, item.name)
    }
    made = {**rest, "Preprocessing SHA-256": card.preprocessing.sha256}
    return (
        "<h3>How it was made</h3>"
        + nested_values(made)
        + ("<h3>What else the card carries</h3>" + nested_values(later) if later else "")
    )
