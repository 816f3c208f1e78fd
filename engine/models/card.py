"""The model card: everything the engine must know of a network, carried inside the ONNX file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.models.familiarity import Familiarity
from engine.models.preprocessing import Preprocessing

if TYPE_CHECKING:
    from pydantic import ConfigDict

NORMAL, ABNORMAL = "normal", "abnormal"
Activation = Literal["softmax", "sigmoid"]
Explanation = Literal["grad_cam", "grad_cam_plus_plus", "hires_cam"]
_STRICT: "ConfigDict" = {"extra": "forbid"}


class DerivedKind(StrEnum):
    """How a derived finding follows from leaves."""

    UNION = "union"
    COMPLEMENT = "complement"


@dataclass(frozen=True, slots=True)
class Derived:
    """A finding without an output of its own: the union of leaves, or of all the others."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    kind: DerivedKind
    of: tuple[str, ...]

    def leaves(self, all_leaves: tuple[str, ...]) -> tuple[str, ...]:
        """Return the leaves any of which makes this finding."""
        if self.kind is DerivedKind.UNION:
            return self.of
        return tuple(leaf for leaf in all_leaves if leaf not in self.of)


def any_of(probabilities: NDArray[np.float64], activation: Activation) -> NDArray[np.float64]:
    """Return the probability (...) that any of the leaves (..., M) is there.

    Under a softmax leaves exclude each other, so theirs is a sum; under a sigmoid it is
    1 - prod(1 - p), as if the leaves came independently of each other.
    """
    if probabilities.shape[-1] == 1:
        return np.asarray(probabilities[..., 0])
    if activation == "softmax":
        return np.asarray(np.minimum(probabilities.sum(axis=-1), 1.0), np.float64)
    return np.asarray(1 - (1 - probabilities).prod(axis=-1))


def alarm_of(leaves: Sequence[str], derived: Iterable[str]) -> str:
    """Return the finding that flags a film: "abnormal", or the one class beside "normal".

    Empty where there is neither: such a model tells findings apart, it cannot triage.
    """
    if ABNORMAL in (*leaves, *derived):
        return ABNORMAL
    others = [leaf for leaf in leaves if leaf != NORMAL]
    return others[0] if len(others) == 1 and len(leaves) == 2 else ""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Bias-corrected temperature scaling: activation(logits / temperature + bias).

    Alexandari, Kundaje, Shrikumar, ICML 2020. The activation is a softmax where leaves exclude
    each other, a sigmoid where a film may show several (multi-label).
    """

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    temperature: float
    bias: tuple[float, ...]
    activation: Activation = "softmax"

    def probabilities(self, logits: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return calibrated probabilities (N, K) of logits (N, K)."""
        scaled = np.asarray(logits, np.float64) / self.temperature + np.array(self.bias)
        if self.activation == "sigmoid":
            # Written with tanh, which never overflows.
            return np.asarray(0.5 + 0.5 * np.tanh(0.5 * scaled))
        scaled -= scaled.max(axis=-1, keepdims=True)
        raised = np.exp(scaled)
        return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Reliability:
    """The 95 % band of the observed frequency at reported probabilities, by patient bootstrap."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    probability: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]

    def interval(self, probability: float) -> tuple[float, float]:
        """Return the band at a probability, widened where needed to hold it."""
        low = float(np.interp(probability, self.probability, self.low))
        high = float(np.interp(probability, self.probability, self.high))
        return min(low, probability), max(high, probability)


@dataclass(frozen=True, slots=True)
class OperatingCurve:
    """Thresholds by the sensitivity they reach on the calibration films, with 95 % intervals.

    All tuples run along ``sensitivity``, which rises strictly.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    sensitivity: tuple[float, ...]
    threshold: tuple[float, ...]
    sensitivity_low: tuple[float, ...]
    sensitivity_high: tuple[float, ...]
    specificity: tuple[float, ...]
    specificity_low: tuple[float, ...]
    specificity_high: tuple[float, ...]
    positives: int
    negatives: int

    def at(self, sensitivity: float, column: tuple[float, ...]) -> float:
        """Return one of the columns at a sensitivity, clamped to the curve's ends."""
        return float(np.interp(sensitivity, self.sensitivity, column))

    def __post_init__(self) -> None:
        """Refuse curves that cannot be interpolated."""
        columns = (
            self.threshold,
            self.sensitivity_low,
            self.sensitivity_high,
            self.specificity,
            self.specificity_low,
            self.specificity_high,
        )
        if {len(c) for c in columns} != {len(self.sensitivity)} or len(self.sensitivity) < 2:
            raise ValueError("an operating curve needs two or more points in every column")
        if (np.diff(self.sensitivity) <= 0).any():
            raise ValueError("an operating curve's sensitivities must rise")


@dataclass(frozen=True, slots=True)
class Gate:
    """When a film is refused: by the gate head's classes, or by the distance of its embedding.

    ``classes[0]`` is the accepted kind; ``reasons`` has a sentence for every other one.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    classes: tuple[str, ...]
    reasons: dict[str, str]
    least_accepted: float
    most_distance: float


@dataclass(frozen=True, slots=True)
class GoldenFilm:
    """What was given for a phantom film when the model was made: see `engine.models.golden`."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    film: str
    outputs: dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class ConformalLevel:
    """The least probability of each leaf that keeps it in a film's set, at a level of coverage.

    0 where a leaf had too few films to promise anything: it is in every set.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    level: float
    least: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReleaseScores:
    """The lowest scores of the studies of calibration with a finding: see `engine.models.lanes`.

    Attributes
    ----------
    units : int
        Studies with the finding; films of one patient are one study.
    probability : tuple of float
        Rising; rounded down.
    released : tuple of float
        How many of the studies lie below each, a study counting by the share of its films.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    finding: str
    units: int
    probability: tuple[float, ...]
    released: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse scores that certify nothing."""
        if not self.probability or len(self.probability) != len(self.released):
            raise ValueError("release scores need a count for every probability")
        if (np.diff(self.probability) <= 0).any() or (np.diff(self.released) < 0).any():
            raise ValueError("release scores must rise")
        if self.released[0] != 0 or self.released[-1] > self.units:
            raise ValueError("release scores count from none to at most all studies")


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model is, what it was made of, and how its numbers are to be read.

    ``test_time`` names the views of the film that the graph averages its probabilities over,
    beside the film itself. ``explanation`` names the method of the maps that the graph gives.
    Without ``familiarity`` the model cannot tell an unfamiliar place. ``golden`` is the self-test,
    ``conformal`` the scores of the conformal sets; both may be empty. Without ``release`` there is
    no low-risk lane.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT
    id: str
    version: str
    title: str
    leaves: tuple[str, ...]
    derived: dict[str, Derived]
    preprocessing: Preprocessing
    calibration: Calibration
    reliability: dict[str, Reliability]
    operating: dict[str, OperatingCurve]
    gate: Gate
    graph_sha256: str
    urgency_weights: dict[str, float] = field(default_factory=dict)
    caveats: dict[str, str] = field(default_factory=dict)
    test_time: tuple[str, ...] = ()
    explanation: Explanation = "grad_cam"
    familiarity: Familiarity | None = None
    metrics: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)
    golden: tuple[GoldenFilm, ...] = ()
    conformal: tuple[ConformalLevel, ...] = ()
    release: ReleaseScores | None = None

    def __post_init__(self) -> None:
        """Refuse a card whose parts do not speak of the same findings."""
        if len(self.calibration.bias) != len(self.leaves):
            raise ValueError("the calibration's bias does not match the leaves")
        for name, derived in self.derived.items():
            if unknown := set(derived.of) - set(self.leaves):
                raise ValueError(f"{name} derives from unknown {sorted(unknown)[0]}")
        for part in ("reliability", "operating"):
            if set(getattr(self, part)) != set(self.findings):
                raise ValueError(f"{part} does not cover the findings")
        if any(len(scores.least) != len(self.leaves) for scores in self.conformal):
            raise ValueError("the conformal scores do not match the leaves")
        if self.release is not None and self.release.finding != self.alarm:
            raise ValueError("the release scores are not those of the alarm")

    @property
    def findings(self) -> tuple[str, ...]:
        """All findings: the leaves, then the derived ones."""
        return (*self.leaves, *self.derived)

    @property
    def alarm(self) -> str:
        """The finding that flags a film: see `alarm_of`."""
        return alarm_of(self.leaves, self.derived)

    def leaves_of(self, finding: str) -> tuple[str, ...]:
        """Return the leaves any of which makes the finding."""
        if finding in self.derived:
            return self.derived[finding].leaves(self.leaves)
        return (finding,)

    def by_finding(self, leaves: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
        """Return each finding's probability (N,) from those of the leaves (N, K)."""
        places = {
            name: [self.leaves.index(leaf) for leaf in self.leaves_of(name)]
            for name in self.findings
        }
        activation = self.calibration.activation
        return {name: any_of(leaves[:, which], activation) for name, which in places.items()}

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a card; UnusableModel where it is not one."""
        from pydantic import TypeAdapter, ValidationError

        try:
            return TypeAdapter(cls).validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise UnusableModel(
                f"The model card is not valid at {where}: {first['msg']}."
            ) from error

    def to_json(self) -> str:
        """Return the card as JSON."""
        from pydantic import TypeAdapter

        return TypeAdapter(ModelCard).dump_json(self).decode()
