"""What a phantom film shows: the frozen specification that everything else is derived from."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def floats(values: Any) -> Floats:  # noqa: ANN401 - anything numpy takes
    """Return values as a float32 array, without a copy where they are one."""
    return np.asarray(values, np.float32)


class View(StrEnum):
    """View Position (0018,5101)."""

    PA = "PA"
    AP = "AP"
    LATERAL = "LL"


class AgeGroup(StrEnum):
    """Body size and proportions."""

    ADULT = "adult"
    CHILD = "child"


class Sign(StrEnum):
    """What may be added to the normal anatomy."""

    CONSOLIDATION = "consolidation"
    GROUND_GLASS = "ground_glass"
    NODULE = "nodule"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class PhantomSpec:
    """One film of one phantom person.

    Attributes
    ----------
    seed : int
        The person: films with one seed share their anatomy.
    signs : tuple of Sign
        What is added; where it lies follows from ``sign_seed``.
    supine : bool
        Arms beside the body, diaphragm higher, tubes in place of deep breath.
    film : int
        Number of the film within its person; noise and positioning follow from it.
    """

    seed: int
    view: View = View.PA
    age_group: AgeGroup = AgeGroup.ADULT
    sex: str = "M"
    signs: tuple[Sign, ...] = ()
    sign_seed: int = 0
    supine: bool = False
    film: int = 0
    study: int = 0
    study_date: str = "20240115"
    monochrome1: bool = False
    marker: str = "R"

    def __post_init__(self) -> None:
        """Refuse what no phantom can be."""
        if self.sex not in ("M", "F"):
            raise ValueError("the phantom's sex is M or F")
        if self.marker not in ("L", "R"):
            raise ValueError("the side marker is L or R")
        if self.seed < 0:
            raise ValueError("a seed is not negative")

    @property
    def is_child(self) -> bool:
        """Whether the body is a child's."""
        return self.age_group is AgeGroup.CHILD

    @property
    def is_frontal(self) -> bool:
        """Whether the beam runs between chest and back."""
        return self.view is not View.LATERAL

    @property
    def normal(self) -> "PhantomSpec":
        """The same film without anything added."""
        return replace(self, signs=())

    def generator(self, purpose: str) -> np.random.Generator:
        """Return the random numbers of one purpose, independent of all others."""
        keys = {
            "body": (self.seed, 1),
            "vessels": (self.seed, 2),
            "bones": (self.seed, 3),
            "signs": (self.seed, self.sign_seed, 4),
            "film": (self.seed, self.study, self.film, 5),
        }
        return np.random.default_rng(keys[purpose])
