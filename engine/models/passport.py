"""The threshold passport: thresholds go with the hash of the model file that they were set for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from engine.errors import HilumError
from engine.models.card import ModelCard

if TYPE_CHECKING:
    from pydantic import ConfigDict

MALFORMED = "The kept thresholds cannot be read: set the sensitivity again."
OTHER_MODEL = (
    "The kept thresholds belong to {theirs}, not to {ours}: they are not used. Set the sensitivity"
    " again for this model."
)
CHANGED_MODEL = (
    "The kept thresholds belong to another file of {theirs}: they are not used. Set the"
    " sensitivity again for this one."
)
SENTENCES = (MALFORMED, OTHER_MODEL, CHANGED_MODEL)


class UnusableThresholds(HilumError):
    """Thresholds of another model; ``because`` has places for ``values``."""

    def __init__(self, because: str, **values: str) -> None:
        self.because, self.values = because, values
        super().__init__(because.format(**values))


@dataclass(frozen=True, slots=True)
class Passport:
    """A sensitivity setting, the thresholds it means, and the model file it was chosen for.

    ``model_sha256`` is that of the whole file: a new calibration is another model.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid", "allow_inf_nan": False}
    model_id: str
    model_version: str
    model_sha256: str
    sensitivity: float
    thresholds: dict[str, float]

    @classmethod
    def issue(cls, card: ModelCard, model_sha256: str, sensitivity: float) -> Self:
        """Bind a sensitivity setting to a model."""
        found = {
            name: curve.at(sensitivity, curve.threshold) for name, curve in card.operating.items()
        }
        return cls(card.id, card.version, model_sha256, sensitivity, found)

    @classmethod
    def of(cls, kept: object) -> Self:
        """Read a passport that was kept as plain values.

        Raises
        ------
        UnusableThresholds
            Where it is none.
        """
        from pydantic import TypeAdapter, ValidationError

        try:
            return TypeAdapter(cls).validate_python(kept)
        except ValidationError as error:
            raise UnusableThresholds(MALFORMED) from error

    def check(self, card: ModelCard, model_sha256: str) -> None:
        """Let nothing pass but the model that the thresholds were set for.

        Raises
        ------
        UnusableThresholds
            Where the thresholds are bound to another file.
        """
        if self.model_sha256 == model_sha256:
            return
        theirs = f"{self.model_id} {self.model_version}"
        ours = f"{card.id} {card.version}"
        if theirs == ours:
            raise UnusableThresholds(CHANGED_MODEL, theirs=theirs)
        raise UnusableThresholds(OTHER_MODEL, theirs=theirs, ours=ours)
