"""The self-test: phantom films made in code, and what was given for them when the model was made.

The numbers in the card come from the training framework (a smaller form and an ensemble have their
own, of the CPU that made them). That the whole way from a film to the network's outputs gives them
again shows that the file, its preprocessing (with the lung model, where films are cut to the lungs)
and what it runs on are as they were.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import AgeGroup, PhantomSpec, Sign, View
from engine.models.assess import Assessor
from engine.models.card import GoldenFilm, ModelCard
from engine.models.lungs import packaged_lungs, prepare_with_lungs
from engine.models.preprocessing import Preprocessing
from engine.models.session import OUTPUTS, Outputs
from engine.types import Radiograph

FILMS: Mapping[str, PhantomSpec] = MappingProxyType(
    {
        "adult": PhantomSpec(1),
        "adult, supine, ground glass": PhantomSpec(
            3, view=View.AP, supine=True, signs=(Sign.GROUND_GLASS, Sign.LINES)
        ),
        "child, consolidation": PhantomSpec(
            6, view=View.AP, age_group=AgeGroup.CHILD, signs=(Sign.CONSOLIDATION,)
        ),
    }
)
"""The films by name; one that a card names must never change."""

TOLERANCES: Mapping[str, float] = MappingProxyType({"fp16": 0.02, "int8": 0.05})
"""The largest difference of a form, relative to the output's size; 1e-4 for all others.

Half precision is computed as such on a GPU only, and sums of 8-bit products saturate on some
processors.
"""
_TOLERANCE = 1e-4
_SIDE_PX = 256
_DIGITS = 7


@dataclass(frozen=True, slots=True)
class GoldenResult:
    """The largest difference over a card's golden films, relative to each output's size.

    Attributes
    ----------
    films : int
        0 where the card has none: then nothing was tested.
    form : str
        Of the model: "fp32", "fp16", "int8", "ensemble".
    provider : str
        What the network ran on.
    """

    films: int
    form: str
    provider: str
    difference: float
    tolerance: float

    @property
    def passed(self) -> bool:
        """Whether nothing speaks against the model."""
        # A NaN compares false to everything.
        return not self.films or self.difference <= self.tolerance


@dataclass(frozen=True, slots=True)
class Checked:
    """One model file after all checks; ``problem`` says why it cannot be used."""

    id: str
    golden: GoldenResult | None = None
    problem: str = ""


def check(path: Path) -> list[Checked]:
    """Check a file's hashes, card and graph, and run its golden films; on a GPU too, if there is.

    The first row is the CPU's.
    """
    try:
        found = [Assessor.load(path)]
        if found[0].provider != "CPU":
            found.insert(0, Assessor.load(path, provider="cpu"))
        return [_checked(path.stem, verify(assessor)) for assessor in found]
    except UnusableModel as error:
        return [Checked(path.stem, problem=str(error))]


def check_lungs() -> list[Checked]:
    """Check the lung model that Hilum ships; empty in an installation without it."""
    try:
        model = packaged_lungs()
    except UnusableModel as error:
        return [Checked("lungs", problem=str(error))]
    return [Checked(model.card.id)] if model else []


def forms_of(card: ModelCard) -> tuple[str, ...]:
    """Return a model's form, then those of the networks that an ensemble was made of."""
    form = str(card.metrics.get("form", {}).get("form", "fp32"))
    members = card.provenance.get("members", ())
    return (form, *(str(of) for member in members for of in member.get("forms", ())))


def verify(assessor: Assessor) -> GoldenResult:
    """Run a model's golden films; an ensemble may differ by as much as its loosest member.

    Raises
    ------
    UnusableModel
        Where the card names films that this version does not know, or the network fails.
    """
    card = assessor.card
    form, *_ = forms = forms_of(card)
    tolerance = max(TOLERANCES.get(each, _TOLERANCE) for each in forms)
    if not card.golden:
        return GoldenResult(0, form, assessor.provider, 0.0, tolerance)
    names = [golden.film for golden in card.golden]
    if unknown := set(names) - set(FILMS):
        raise UnusableModel(f"The golden film {min(unknown)!r} is unknown: update Hilum.")
    got = golden_of(assessor.run(tensors(card.preprocessing, names)), names)
    apart = difference(card.golden, got)
    return GoldenResult(len(names), form, assessor.provider, apart, tolerance)


def tensors(preprocessing: Preprocessing, names: list[str] | None = None) -> NDArray[np.float32]:
    """Return golden films (N, C, size, size) as a network takes them; all where none is named."""
    films = [_film(name) for name in names or FILMS]
    return np.concatenate([prepare_with_lungs(film, preprocessing).tensor for film in films])


def golden_of(outputs: Outputs, names: list[str] | None = None) -> tuple[GoldenFilm, ...]:
    """Return what a card keeps of the outputs for golden films, all where none is named.

    Logits, gate and distance as they are; of the embedding its norm; of each map its four corners.
    """
    found = []
    for row, name in enumerate(names or FILMS):
        of_film = {key: np.asarray(getattr(outputs, key)[row], np.float64) for key in OUTPUTS}
        of_film["embedding"] = np.asarray(np.linalg.norm(of_film["embedding"]))
        of_film["maps"] = of_film["maps"][:, [0, 0, -1, -1], [0, -1, 0, -1]]
        kept = {
            key: tuple(float(f"{value:.{_DIGITS}g}") for value in np.ravel(values))
            for key, values in of_film.items()
        }
        found.append(GoldenFilm(name, kept))
    return tuple(found)


def difference(wanted: tuple[GoldenFilm, ...], got: tuple[GoldenFilm, ...]) -> float:
    """Return the largest difference over all outputs, each relative to its size where above 1.

    Infinite where they are not of the same outputs, or not numbers.
    """
    worst = 0.0
    for key in {key for golden in (*wanted, *got) for key in golden.outputs}:
        first, second = (
            np.concatenate([golden.outputs.get(key, ()) for golden in goldens])
            for goldens in (wanted, got)
        )
        if first.shape != second.shape:
            return float("inf")
        gap = np.abs(first - second).max() / max(1.0, float(np.abs(first).max()))
        worst = max(worst, float(gap) if np.isfinite(gap) else np.inf)
    return worst


def _checked(model_id: str, found: GoldenResult) -> Checked:
    if found.passed:
        return Checked(model_id, found)
    return Checked(
        model_id,
        found,
        f"Its outputs for the golden films differ by {found.difference:.2g} from those of its "
        f"making, more than {found.tolerance:g}.",
    )


@cache
def _film(name: str) -> Radiograph:
    return expose(FILMS[name], _SIDE_PX).radiograph
