"""The one preprocessing, of training and of inference alike.

It reads stored values through the file's Modality LUT and polarity, never through a window: the
same file gives the same tensor whatever is on the reader's screen.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict

from engine.images.windowing import modality_values
from engine.types import Placement, Radiograph, frozen

_LUMINANCE = np.array([0.299, 0.587, 0.114], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """What is done to a film before the network sees it.

    Attributes
    ----------
    size : int
        Side of the square input, pixels. Films are stretched to it, never letterboxed: padding
        would tell the network which source kept its shape.
    channels : int
        1, or 3 equal channels.
    crop : float
        Share of the film cut off at each side (burned-in text and collimation live there).
    percentiles : tuple of float
        The film's own robust range; values outside are clipped.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    size: int = 160
    channels: int = 1
    crop: float = 0.05
    percentiles: tuple[float, float] = (1.0, 99.0)

    def __post_init__(self) -> None:
        """Refuse recipes that cannot be carried out."""
        low, high = self.percentiles
        if self.size < 32 or self.channels not in (1, 3) or not 0 <= self.crop < 0.4:
            raise ValueError("preprocessing needs size >= 32, 1 or 3 channels, 0 <= crop < 0.4")
        if not 0 <= low < high <= 100:
            raise ValueError("preprocessing percentiles must rise within 0 to 100")

    @property
    def sha256(self) -> str:
        """Name this recipe for stored results."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A film as the network takes it: ``tensor`` is (1, channels, size, size) float32."""

    tensor: NDArray[np.float32]
    placement: Placement
    image_shape: tuple[int, int]


def film_values(radiograph: Radiograph) -> NDArray[np.float32]:
    """Return modality values with white high, (rows, columns) float32; padding at the lowest."""
    if not radiograph.is_grey:
        return radiograph.stored.astype(np.float32) @ _LUMINANCE
    values = modality_values(radiograph).astype(np.float32, copy=True)
    if radiograph.inverted:
        values = -values
    if radiograph.padding is not None:
        low, high = radiograph.padding
        padded = (radiograph.stored >= low) & (radiograph.stored <= high)
        if padded.any() and not padded.all():
            values[padded] = values[~padded].min()
    return values


def to_square(
    values: NDArray[np.float32], *, size: int, crop: float
) -> tuple[NDArray[np.float32], Placement]:
    """Cut ``crop`` off each side and stretch to (size, size) with an area filter."""
    rows, columns = values.shape
    top, left = round(rows * crop), round(columns * crop)
    inner = values[top : rows - top, left : columns - left]
    square = cv2.resize(inner, (size, size), interpolation=cv2.INTER_AREA)
    return square.astype(np.float32), Placement(top, left, inner.shape[0], inner.shape[1])


def normalise(
    square: NDArray[np.float32], *, percentiles: tuple[float, float]
) -> NDArray[np.float32]:
    """Clip to the film's own robust range, then to mean 0 and variance 1; a blank film is all 0."""
    low, high = np.percentile(square, percentiles)
    clipped = np.clip(square, low, high) - np.float32(low)
    deviation = clipped.std()
    if not np.isfinite(deviation) or deviation <= 1e-6 * max(1.0, abs(float(high))):
        return np.zeros_like(square)
    return np.asarray((clipped - clipped.mean()) / deviation, np.float32)


def prepare(radiograph: Radiograph, preprocessing: Preprocessing) -> Prepared:
    """Turn a film into the network's input."""
    square, placement = to_square(
        film_values(radiograph), size=preprocessing.size, crop=preprocessing.crop
    )
    plane = normalise(square, percentiles=preprocessing.percentiles)
    tensor = np.repeat(plane[None, None], preprocessing.channels, axis=1)
    return Prepared(frozen(np.ascontiguousarray(tensor)), placement, radiograph.shape)
