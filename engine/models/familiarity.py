"""Whether a film, or a device, looks like the places that the model learned from.

A film's offset is its whitened embedding minus the nearest of the training sources' centres; its
strangeness is the offset's root mean square (a Mahalanobis distance under one covariance for all
sources; Lee, NeurIPS 2018). Over a device's films the offsets are averaged first: what differs from
film to film cancels out, what the device does to every film stays.
"""

import base64
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pydantic import ConfigDict

FILM_NOTICE = "Unlike the films this model learned from: findings are at most uncertain."
DEVICE_NOTICE = (
    "This device's films are unlike those this model learned from: findings are at most uncertain."
)


@dataclass(frozen=True, slots=True)
class Familiarity:
    """Where the training sources lie, and what is too far from all of them.

    Attributes
    ----------
    centres : dict
        By source, its whitened mean (P,).
    whitening : str
        The projection (D, P) that gives unit variance within a source: little-endian float32,
        row by row, in base64.
    most_film : float
        Beyond this strangeness a film is unfamiliar.
    most_device : dict
        By a number of films: beyond this a device of so many films or more is unfamiliar.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}
    centres: dict[str, tuple[float, ...]]
    whitening: str
    most_film: float
    most_device: dict[int, float]

    def __post_init__(self) -> None:
        """Refuse statistics that do not fit together."""
        lengths = {len(centre) for centre in self.centres.values()}
        if len(lengths) != 1 or not min(lengths) or min(self.most_device, default=1) < 1:
            raise ValueError("familiarity needs centres of one length, and films to judge by")
        try:
            size = len(base64.b64decode(self.whitening, validate=True))
        except ValueError as error:
            raise ValueError("the whitening is not base64") from error
        if not size or size % (4 * lengths.pop()):
            raise ValueError("the whitening does not match the centres")

    @property
    def embedding_size(self) -> int:
        """The length D of the embeddings that it is about."""
        return len(_whitening(self.whitening, len(next(iter(self.centres.values())))))

    def offsets(self, embedding: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the offsets (N, P) of embeddings (N, D) from the nearest source."""
        centres = np.array(list(self.centres.values()))
        white = embedding @ _whitening(self.whitening, centres.shape[1])
        apart = white[:, None] - centres
        nearest = (apart**2).sum(2).argmin(1)
        return np.asarray(apart[np.arange(len(apart)), nearest])

    def strange_film(self, offset: NDArray[np.float64]) -> bool:
        """Tell whether one film's offset (P,) is too large."""
        return strangeness(offset) > self.most_film


@dataclass(slots=True)
class Devices:
    """The films of one run by device: their number, and the sum of their offsets.

    Which films came counts, not their order.
    """

    familiarity: Familiarity
    _films: dict[str, int] = field(default_factory=dict)
    _sums: dict[str, NDArray[np.float64]] = field(default_factory=dict)

    def add(self, device: str, offset: NDArray[np.float64]) -> bool:
        """Count a film; tell whether its device is unfamiliar by now."""
        self._films[device] = self._films.get(device, 0) + 1
        self._sums[device] = self._sums.get(device, 0.0) + offset
        return self.strange(device)

    def strange(self, device: str) -> bool:
        """Tell whether so many films of the device came that it is known to be unfamiliar."""
        films = self._films.get(device, 0)
        reached = [count for count in self.familiarity.most_device if count <= films]
        if not reached:
            return False
        most = self.familiarity.most_device[max(reached)]
        return strangeness(self._sums[device] / films) > most


def strangeness(offset: NDArray[np.float64]) -> float:
    """Return the root mean square of an offset (P,), about 1 for a film of a training source."""
    return float(np.sqrt((offset**2).mean()))


def packed(whitening: NDArray[np.float64]) -> str:
    """Return a projection (D, P) as a card holds it."""
    return base64.b64encode(whitening.astype("<f4").tobytes()).decode()


@lru_cache(maxsize=8)
def _whitening(text: str, directions: int) -> NDArray[np.float64]:
    values = np.frombuffer(base64.b64decode(text), "<f4").astype(np.float64)
    return values.reshape(-1, directions)
