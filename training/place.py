"""A bundle calibrated at another place: the same graph, its card fitted on films of that place.

Calibration, thresholds and conformal scores are anew those of the place's `val`, and its films are
among those that the model knows: they are no longer "unlike the films this model learned from".
What the network learned does not change, and neither do the gate's thresholds.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from engine.models.bundle import graph_of, read_bundle
from engine.models.card import ModelCard
from engine.models.session import OnnxSession
from training.cards import Val, experiment_of, measure, refitted, run
from training.config import ConfigError
from training.familiarity import LEAST_FILMS, with_places
from training.films import tensors
from training.selection import select
from training.verifying import write_bundle


def calibrate(bundle: Path, out: Path, *, data: Path, kind: str = "manifest") -> ModelCard:
    """Write a bundle that is calibrated on the `val` films of ``data`` to ``out``.

    Raises
    ------
    ConfigError
        Where a finding has no film with or without it, or no place has enough films: then nothing
        is written.
    """
    card, content = read_bundle(bundle).card, graph_of(bundle.read_bytes())
    told = experiment_of(card, data, kind=kind)
    everything = replace(told.data, leave_out=(), leave_out_fold=None, films_at_most=None)
    experiment = replace(told, data=everything)
    samples, films = tensors(select(experiment, "val"), card.preprocessing)
    val = Val.of(experiment, samples, films)
    places = {name: n for name, n in Counter(val.sources).items() if n >= LEAST_FILMS}
    if not places:
        raise ConfigError(f"val holds no place with {LEAST_FILMS} films: too few to calibrate on")
    outputs = run(OnnxSession.from_bytes(content, provider="cpu"), val.films)
    found = measure(
        outputs,
        val,
        leaves=card.leaves,
        derived=card.derived,
        multi_label=experiment.task == "multi_label",
    )
    table = Counter(f"{s.source} {s.finding} val" for s in samples)
    local = replace(
        refitted(card, content, found),
        id=out.stem,
        title=f"{card.title}, calibrated on {', '.join(sorted(places))}",
        gate=card.gate,
        familiarity=card.familiarity
        and with_places(
            card.familiarity,
            outputs.embedding,
            val.sources,
            places=places,
            seed=experiment.fitting.seed,
        ),
        # All else was measured under the thresholds of before.
        metrics={
            "gate": card.metrics.get("gate", {}),
            "form": card.metrics.get("form", {}) | {"macro_auc_val": round(found.macro_auc, 4)},
        },
        provenance=card.provenance
        | {
            "films": card.provenance.get("films", {}) | dict(sorted(table.items())),
            "calibrated": f"{card.id} {card.version} on {len(samples)} films of {len(places)} "
            "places that it had not learned from",
        },
    )
    write_bundle(content, local, out)
    return local
