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
from viewer.dialogs import card_words
from viewer.dialogs.page_parts import (
    bullets,
    escaped,
    first_upper,
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
from viewer.language import tr

SENSITIVITIES = (0.80, 0.85, 0.90, 0.95, 0.98)
_KNOWN_FIELDS = frozenset(
    {
        "id", "version", "title", "leaves", "derived", "preprocessing", "calibration",
        "reliability", "operating", "gate", "graph_sha256", "urgency_weights", "caveats",
        "test_time", "metrics", "provenance", "explanation", "golden", "conformal", "familiarity",
        "release",
    }
)  # fmt: skip


def card_page(model: Model, *, report: bool) -> str:
    """Return the page of the model at work; ``report`` is whether its report lies beside it."""
    assessor = model.assessor
    if assessor is None:
        return paragraph(tr(model.problem) if model.problem else tr("The model is still loading."))
    card = assessor.card
    identity = {
        tr("Model"): f"{card.id} {card.version}",
        "SHA-256": assessor.model_sha256,
        tr("Runs on"): " ".join(filter(None, (f"{assessor.provider}.", tr(assessor.notice)))),
        tr("Evaluation report"): tr("beside the model") if report else tr("none beside this model"),
    }
    return "".join(
        (
            f"<h2>{escaped(card.title)}</h2>",
            paragraph(tr(wording.NOT_FOR_DIAGNOSIS), "amber"),
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


def _headed(title: str, *parts: str) -> str:
    return f"<h3>{escaped(title)}</h3>" + "".join(parts)


def _what(card: ModelCard) -> str:
    recipe = card.preprocessing
    sees = [tr("{size} × {size} pixels", size=recipe.size)]
    if recipe.crop:
        sees.append(tr("{share} cut off at each side", share=wording.percent(recipe.crop)))
    if recipe.lung_margin is not None:
        sees.append(tr("cut to the lungs"))
    if card.test_time:
        sees.append(tr("averaged with {count} more views of the film", count=len(card.test_time)))
    found = {
        wording.finding_name(name): (
            _derived(card.derived[name]) if name in card.derived else tr("an output of the network")
        )
        for name in card.findings
    }
    softmax = card.calibration.activation == "softmax"
    words = tr(
        "A network that looks at one film ({sees}) and gives the probability of {count} findings;"
        " others follow from them.",
        sees=", ".join(sees),
        count=len(card.leaves),
    )
    more = tr("They exclude each other.") if softmax else tr("They may coexist.")
    return _headed(tr("What it is"), paragraph(f"{words} {more}"), pairs(found))


def _derived(derived: Derived) -> str:
    names = ", ".join(wording.finding_name(name) for name in derived.of)
    if derived.kind == "union":
        return tr("any of: {names}", names=names)
    return tr("anything but: {names}", names=names)


def _use(card: ModelCard) -> str:
    caveats = [
        f"<b>{escaped(wording.finding_name(name))}:</b> {escaped(tr(words))}"
        for name, words in card.caveats.items()
    ]
    must_not = [escaped(tr(words)) for words in card_words.NOT_FOR]
    return (
        _headed(tr("Intended use"), paragraph(tr(card_words.INTENDED)))
        + _headed(tr("What it must not be used for"), bullets(must_not))
        + (_headed(tr("Read with care"), bullets(caveats)) if caveats else "")
    )


def _data(card: ModelCard) -> str:
    films = card.provenance.get("films")
    if not isinstance(films, Mapping) or not films:
        nothing = tr("The card does not say which films it learned from.")
        return _headed(tr("Data"), paragraph(nothing))
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
        rows.append([tr("all"), "", *totals])
    titles = [tr("Source"), tr("Finding"), *(name_words(split) for split in splits)]
    return _headed(
        tr("Data"),
        paragraph(tr("Films by source, finding and split.")),
        table(titles, rows),
        nested_values(other),
    )


def _measured(card: ModelCard) -> str:
    shown = {name: values for name, values in card.metrics.items() if name not in ("gate", "bars")}
    parts = [
        _measurement(name, values) for name, values in shown.items() if isinstance(values, Mapping)
    ]
    plain = {name: values for name, values in shown.items() if not isinstance(values, Mapping)}
    bars = _bars(card.metrics.get("bars"))
    if not parts and not plain and not bars:
        return _headed(tr("Measured"), paragraph(tr("The card carries no measurement.")))
    note = tr("In brackets: 95 % intervals, by bootstrap over patients.")
    return _headed(tr("Measured"), paragraph(note, "dim"), *parts, nested_values(plain), bars)


def _bars(groups: object) -> str:
    """Return the bars that were set for the model: what was measured, and whether it is enough."""
    lists = groups.values() if isinstance(groups, Mapping) else ()
    found = [each for group in lists if isinstance(group, Sequence) for each in group]
    rows = [_bar(each) for each in found if isinstance(each, Mapping)]
    if not rows:
        return ""
    titles = [tr("Measure"), tr("On"), tr("Found"), tr("Bar"), tr("Held")]
    heading = tr("Bars")
    return f"<h4>{escaped(heading)}</h4>" + table(titles, rows)


def _bar(bar: Mapping[str, Any]) -> list[str]:
    measure, _, finding = str(bar.get("measure", "")).rpartition(": ")
    words = tr(str(bar.get("measure", "")))
    if finding in wording.FINDINGS:
        words = f"{tr(measure)}: {wording.finding_name(finding)}"
    signs = {"≥": bar.get("least"), "≤": bar.get("most")}
    asked = " ".join(f"{s} {number_words(v)}" for s, v in signs.items() if v is not None)
    where = str(bar.get("where", ""))
    place = where.removesuffix(" left out")
    left_out = place != where
    return [
        words,
        tr("{place}, left out of training", place=place) if left_out else name_words(where),
        value_words(bar.get("figure")),
        asked or "–",
        tr("yes") if bar.get("met") is True else tr("no") if bar.get("met") is False else "–",
    ]


def _measurement(name: str, values: Mapping[str, Any]) -> str:
    rest = dict(values)
    findings = rest.pop("findings", None)
    confusion = rest.pop("confusion", None)
    rest.pop("curves", None)
    rest.pop("embedding", None)
    parts = [f"<h4>{escaped(first_upper(name_words(name)))}</h4>"]
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
    columns = [key for key in card_words.MEASURES if key in present]
    return table(
        [tr("Finding"), *(tr(card_words.MEASURES[key]) for key in columns)],
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
    words = tr("Films, true finding by row, most probable by column:")
    return paragraph(words, "dim") + table(["", *names], rows)


def _calibration(card: ModelCard) -> str:
    found = card.calibration
    words = tr(
        "Probabilities are calibrated on the validation films: logits divided by {temperature}, one"
        " bias a finding, {activation}. The interval beside a probability is the 95 % band of the"
        " frequency that was observed there.",
        temperature=f"{found.temperature:.3g}",
        activation=found.activation,
    )
    bias = {
        wording.finding_name(leaf): f"{value:+.3f}"
        for leaf, value in zip(card.leaves, found.bias, strict=True)
    }
    return _headed(
        tr("Calibration"), paragraph(words), pairs({tr("Bias"): joined(bias)}), _sets(card)
    )


def _sets(card: ModelCard) -> str:
    """Return from which probability on a class is in a film's set."""
    if not card.conformal:
        return ""
    words = tr("The least probability that keeps a finding in a film's set, by the set's coverage:")
    rows = [
        [wording.percent(scores.level), *(f"{least:.3f}" for least in scores.least)]
        for scores in card.conformal
    ]
    names = (wording.finding_name(leaf) for leaf in card.leaves)
    return paragraph(words, "dim") + table([tr("Coverage"), *names], rows)


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
    titles = [
        tr("Finding"), tr("Asked"), tr("Threshold"), tr("Sensitivity"), tr("Specificity"),
        tr("With / without"),
    ]  # fmt: skip
    note = tr("On the calibration films; the slider moves between them.")
    return _headed(tr("Operating points"), paragraph(note, "dim"), table(titles, rows))


def _gate(card: ModelCard) -> str:
    gate = card.gate
    reasons = [escaped(tr(words)) for words in card_words.HEADER_REFUSALS]
    reasons += [
        f"<b>{escaped(name_words(kind))}:</b> {escaped(tr(words))}"
        for kind, words in gate.reasons.items()
    ]
    if gate.classes:
        distance = tr(
            "Unlike any chest film the model knows: the film's embedding lies further than"
            " {distance} from those of the training films.",
            distance=f"{gate.most_distance:.3g}",
        )
        accepted = tr(
            "Accepted is what the gate gives at least {share} for “{kind}”.",
            share=f"{gate.least_accepted:.3g}",
            kind=name_words(gate.classes[0]),
        )
        reasons += [escaped(distance), escaped(accepted)]
    figures = card.metrics.get("gate")
    rest = nested_values(figures) if isinstance(figures, Mapping) else ""
    words = tr(
        "A refused film gets no findings; its row, the panel and the film itself say why. It is"
        " neither turned nor inverted behind the reader's back."
    )
    return _headed(tr("Which films are refused"), paragraph(words), bullets(reasons), rest)


def _terms(card: ModelCard) -> str:
    stated = card.provenance.get("licences") or card.provenance.get("licenses")
    if isinstance(stated, Mapping):
        terms = {str(source): str(words) for source, words in stated.items()}
    else:
        films = card.provenance.get("films")
        keys = films if isinstance(films, Mapping) else {}
        sources = sorted({str(key).split()[0] for key in keys if str(key).split()})
        unstated = tr("not stated in this card")
        terms = {
            source: tr(card_words.TERMS[source]) if source in card_words.TERMS else unstated
            for source in sources
        }
    weights = card.provenance.get("initial_weights")
    if weights:
        terms[tr("Initial weights")] = str(weights)
    words = tr(
        "Use the weights for research and engineering; ask the owners of the films before any other"
        " use."
    )
    return _headed(tr("Terms of what it was made from"), paragraph(words), pairs(terms))


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
    made = {**rest, tr("Preprocessing SHA-256"): card.preprocessing.sha256}
    if card.golden:
        made[tr("Self-test")] = tr("{count} films made in code", count=len(card.golden))
    return _headed(tr("How it was made"), nested_values(made)) + (
        _headed(tr("What else the card carries"), nested_values(later)) if later else ""
    )
