"""The same experiment under each remedy against imbalance, side by side."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.config import ConfigError, Experiment, Imbalance
from training.scoring import score, summary
from training.study import run
from training.writing import write_json

log = logging.getLogger(__name__)

METHODS = ("powers", "as_is", "class_weights", "over", "under", "balanced", "focal")
_FOCAL_GAMMA = 2.0  # Lin, ICCV 2017


def under_method(experiment: Experiment, method: str) -> Experiment:
    """Return the experiment with one remedy alone; ``powers`` keeps the experiment's own powers.

    Raises
    ------
    ConfigError
        Where the method is unknown.
    """
    own = experiment.imbalance
    plain = Imbalance(sampling="as_is", class_power=own.class_power, source_power=own.source_power)
    match method:
        case "as_is":
            chosen = plain
        case "class_weights":
            chosen = replace(plain, class_weights=True)
        case "focal":
            chosen = replace(plain, focal_gamma=_FOCAL_GAMMA)
        case "powers" | "over" | "under" | "balanced":
            chosen = replace(plain, sampling=method)
        case _:
            raise ConfigError(f"the method {method!r} is unknown: choose of {', '.join(METHODS)}")
    return replace(experiment, imbalance=chosen)


def compare(
    experiment: Experiment, out: Path, methods: Sequence[str] = METHODS
) -> dict[str, dict[str, Any]]:
    """Train under each method into ``out``/method, and measure on val; finished runs are kept.

    The numbers, see `training.scoring.summary`, also go to ``out``/imbalance.json.

    Raises
    ------
    ConfigError
        Where a method is unknown, or a folder holds another experiment.
    """
    chosen = {method: under_method(experiment, method) for method in methods}
    results: dict[str, dict[str, Any]] = {}
    for method, variant in chosen.items():
        log.info("%s, %d of %d", method, len(results) + 1, len(chosen))
        results[method] = summary(score(variant, run(variant, out / method), "val"))
        write_json(out / "imbalance.json", results)
    return results
