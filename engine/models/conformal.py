"""Conformal sets: all classes that cannot be excluded at a level of coverage.

Split-conformal with class-conditional scores, one less the class's probability (Sadinle, Lei,
Wasserman, JASA 2019): of films like those of calibration, the true class is in the set at least as
often as the level says, whatever its share.
"""

from collections.abc import Sequence

from engine.models.card import ModelCard
from engine.types import Assessment

LEVEL = 0.9
_EQUAL = 1e-12


def conformal_set(
    card: ModelCard, leaves: Sequence[float], level: float = LEVEL
) -> tuple[str, ...]:
    """Return the classes in the set of a film, from its leaves' probabilities (K,).

    It may be empty (the film is like none of the classes) or hold all of them (nothing is known).

    Raises
    ------
    LookupError
        Where the card has no scores at this level.
    """
    for scores in card.conformal:
        if abs(scores.level - level) < _EQUAL:
            pairs = zip(card.leaves, leaves, scores.least, strict=True)
            return tuple(name for name, found, least in pairs if found >= least - _EQUAL)
    raise LookupError(f"{card.id} has no conformal scores at {level:g}")


def set_of(card: ModelCard, assessment: Assessment) -> tuple[str, ...] | None:
    """Return the set of an assessed film at 90 %; None where it or the card has no scores."""
    if not (card.conformal and assessment.scored):
        return None
    try:
        return conformal_set(card, [assessment.probability(leaf) for leaf in card.leaves])
    except LookupError:
        return None
