"""The one preprocessing, of training and of inference alike.

It reads stored values through the file's Modality LUT and polarity, never through a window: the
same file gives the same tensor whatever is on the reader's screen.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, ClassVar, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.images.windowing import hides_the_film, modality_values, voi_values
from engine.types import Box, Placement, Radiograph, frozen

if TYPE_CHECKING:
    from pydantic import ConfigDict

Normalisation = Literal["percentiles", "voi"]
Tone = Literal["range", "ranks", "bands"]
_LEAST_LUNGS = 0.2
_LATER_FIELDS = ("clahe_clip", "clahe_tiles", "normalisation", "lung_margin", "lungs_only", "tone")
_BINS = 1024
# By band, its sharp end's sigma at 112 pixels and the energy it is brought to: the mean of eight
# places' films.
_BANDS = ((1.0, 0.12), (2.0, 0.125), (4.0, 0.175), (8.0, 0.25))
_REST, _MOST_GAIN = 0.6, 4.0
_SOFT_EDGE = 0.01
_NOT_SEARCHED = (
    "The model looks at the lungs alone, and there is no lung model to search for them."
    " Install Hilum again."
)
_LUMINANCE = np.array([0.299, 0.587, 0.114], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """What is done to a film before the network sees it.

    Attributes
    ----------
    size : int
        Side of the square input, pixels. Films are stretched to it, never letterboxed: padding
        would tell the network which source kept its shape. So it makes no difference whether a
        film's own pixels are square.
    channels : int
        1, or 3 equal channels.
    crop : float
        Share of the film cut off at each side (burned-in text and collimation live there).
    percentiles : tuple of float
        The film's own robust range; values outside are clipped.
    clahe_clip : float
        Clip limit of contrast limited adaptive histogram equalisation on the square (Zuiderveld,
        Graphics Gems IV, 1994); 0 leaves it out.
    clahe_tiles : int
        Its tiles along each side.
    normalisation : str
        "voi" looks at the film through the file's own first VOI before the percentiles clip what
        that shows; a file without one, or whose VOI hides the film, keeps its modality values.
    lung_margin : float, optional
        Cut to the box of the lungs, grown on each side by this share of its own, in place of
        ``crop``; see `lung_crop`.
    lungs_only : float, optional
        Keep the lungs, grown by this share of the film's side, and fill what lies outside with
        their mean; see `lungs_alone`.
    tone : str
        "ranks" gives each grey the share of the lungs (without ``lungs_only``: of the film) that is
        darker: any two rising tone curves then give one picture; see `ranks`. "bands" then brings
        each band of detail to one energy: any two devices' sharpness and noise; see `bands`.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}
    size: int = 160
    channels: int = 1
    crop: float = 0.05
    percentiles: tuple[float, float] = (1.0, 99.0)
    clahe_clip: float = 0.0
    clahe_tiles: int = 8
    normalisation: Normalisation = "percentiles"
    lung_margin: float | None = None
    lungs_only: float | None = None
    tone: Tone = "range"

    def __post_init__(self) -> None:
        """Refuse recipes that cannot be carried out."""
        low, high = self.percentiles
        if self.size < 32 or self.channels not in (1, 3) or not 0 <= self.crop < 0.4:
            raise ValueError("preprocessing needs size >= 32, 1 or 3 channels, 0 <= crop < 0.4")
        if not 0 <= low < high <= 100:
            raise ValueError("preprocessing percentiles must rise within 0 to 100")
        if not 0 <= self.clahe_clip <= 100 or not 1 <= self.clahe_tiles <= self.size // 4:
            raise ValueError("preprocessing needs 0 <= clahe_clip <= 100, tiles of 4 px or more")
        if self.lung_margin is not None and not 0 <= self.lung_margin <= 1:
            raise ValueError("preprocessing needs 0 <= lung_margin <= 1")
        if self.lungs_only is not None and not 0 <= self.lungs_only <= 0.3:
            raise ValueError("preprocessing needs 0 <= lungs_only <= 0.3")

    @property
    def needs_lungs(self) -> bool:
        """Whether a lung model has to look at the film first."""
        return self.lung_margin is not None or self.lungs_only is not None

    @property
    def sha256(self) -> str:
        """Name this recipe for stored results; what it leaves out does not change its name."""
        values = asdict(self)
        for of in fields(self):
            if of.name in _LATER_FIELDS and values[of.name] == of.default:
                del values[of.name]
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A film as the network takes it: ``tensor`` is (1, channels, size, size) float32.

    ``lungless`` says that the recipe needs the lungs and they were not found, ``seen`` (size, size)
    in 0..1 where a recipe with ``lungs_only`` leaves the film. ``cut_off`` is the largest share of
    an edge of the film along which there is lung.
    """

    tensor: NDArray[np.float32]
    placement: Placement
    image_shape: tuple[int, int]
    lungless: bool = False
    seen: NDArray[np.float32] | None = None
    cut_off: float = 0.0


def film_values(
    radiograph: Radiograph, *, normalisation: Normalisation = "percentiles"
) -> NDArray[np.float32]:
    """Return values with white high, (rows, columns) float32; padding at the lowest.

    They are modality values, or with "voi" what the file's first VOI makes of them, in 0..1.
    """
    if not radiograph.is_grey:
        return radiograph.stored.astype(np.float32) @ _LUMINANCE
    voi = radiograph.vois[0] if normalisation == "voi" and radiograph.vois else None
    if voi is None or hides_the_film(radiograph, voi):
        values = modality_values(radiograph).astype(np.float32, copy=True)
    else:
        values = voi_values(radiograph, voi)
    if radiograph.inverted:
        values = -values
    if radiograph.padding is not None:
        low, high = radiograph.padding
        padded = (radiograph.stored >= low) & (radiograph.stored <= high)
        if padded.any() and not padded.all():
            values[padded] = values[~padded].min()
    return values


def lung_crop(preprocessing: Preprocessing, lungs: Box | None) -> Box | None:
    """Return the part of the film that a recipe cuts to; None where its plain ``crop`` holds.

    That is so without ``lung_margin``, and for a box that cannot be a chest's lungs: empty, not
    finite, or shorter than a fifth of the film.

    Raises
    ------
    UnusableModel
        Where the recipe needs the lungs and nobody has looked for them.
    """
    if preprocessing.lung_margin is None:
        return None
    if lungs is None:
        raise UnusableModel(_NOT_SEARCHED)
    top, left, bottom, right = lungs
    height, width = bottom - top, right - left
    # Written so that a NaN fails it.
    if not (height >= _LEAST_LUNGS and width >= _LEAST_LUNGS):
        return None
    rows, columns = height * preprocessing.lung_margin, width * preprocessing.lung_margin
    return (
        max(0.0, top - rows),
        max(0.0, left - columns),
        min(1.0, bottom + rows),
        min(1.0, right + columns),
    )


def grown(lungs: NDArray[np.uint8], share: float) -> NDArray[np.float32]:
    """Return a mask (m, m) of the lungs, 0 to 255, grown by a share of its side, as 0..1.

    Its edge is soft, so that no contour is drawn where the film ends.
    """
    side, radius = lungs.shape[0], round(share * lungs.shape[0])
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    wide = cv2.dilate(lungs, kernel)
    return np.asarray(
        cv2.GaussianBlur(wide.astype(np.float32) / 255, (0, 0), _SOFT_EDGE * side), np.float32
    )


def lungs_alone(square: NDArray[np.float32], inside: NDArray[np.float32]) -> NDArray[np.float32]:
    """Fill a square with the lungs' mean where ``inside``, of its shape in 0..1, is not lung.

    Of a film whose lungs were not found (``inside`` all 0) nothing is left to see.
    """
    total = float(inside.sum())
    if total <= 0:
        return np.zeros_like(square)
    mean = np.float32(float((square * inside).sum()) / total)
    return mean + (square - mean) * inside


def ranks(
    square: NDArray[np.float32], inside: NDArray[np.float32] | None = None
) -> NDArray[np.float32]:
    """Return each pixel's rank among those ``inside`` (weights in 0..1), mean 0 and variance 1.

    Histogram equalisation, which no monotone tone curve survives: detector, processing and film
    digitiser then say nothing by their greys (`_BINS` of them over the square's range). What lies
    outside is 0, the mean. A blank film is all 0, and so is one with nothing inside.
    """
    low, high = float(square.min()), float(square.max())
    nothing = inside is not None and float(inside.sum()) <= 0
    if nothing or not np.isfinite(high - low) or high - low <= 1e-6 * max(1.0, abs(high)):
        return np.zeros_like(square)
    bins = ((square - low) * np.float32((_BINS - 1) / (high - low))).astype(np.int32)
    weights = None if inside is None else inside.ravel()
    counts = np.bincount(bins.ravel(), weights, _BINS)
    middle = (np.cumsum(counts) - counts / 2) / counts.sum()
    ranked = ((middle - 0.5) * np.sqrt(12.0)).astype(np.float32)[bins]
    return np.asarray(ranked if inside is None else ranked * inside, np.float32)


def bands(
    plane: NDArray[np.float32], inside: NDArray[np.float32] | None = None
) -> NDArray[np.float32]:
    """Bring the detail of each octave to one energy within the lungs (or the plane), mean 0.

    Vendors' processing, focus and noise differ in these energies more than disease does: localised
    energy-based normalisation (Philipsen et al., IEEE Trans Med Imaging 34, 2015), here with the
    lungs as the one region. A band grows by `_MOST_GAIN` at most: where there is no detail, noise
    is not made of it.
    """
    mask = np.ones_like(plane) if inside is None else inside
    total = float(mask.sum())
    if total <= 0:
        return np.zeros_like(plane)
    out, rest = np.zeros_like(plane), plane
    for sigma, energy in _BANDS:
        wide = sigma * len(plane) / 112
        weight = cv2.GaussianBlur(mask, (0, 0), wide)
        smooth = cv2.GaussianBlur(rest * mask, (0, 0), wide) / np.maximum(weight, 1e-3)
        out += _brought_to(energy, np.asarray(rest - smooth, np.float32), mask, total)
        rest = np.asarray(smooth, np.float32)
    rest = rest - np.float32((rest * mask).sum() / total)
    return np.asarray((out + _brought_to(_REST, rest, mask, total)) * mask, np.float32)


def _brought_to(
    energy: float, band: NDArray[np.float32], mask: NDArray[np.float32], total: float
) -> NDArray[np.float32]:
    own = float(np.sqrt((band * band * mask).sum() / total))
    return band * np.float32(min(energy / max(own, 1e-6), _MOST_GAIN))


def toned(
    square: NDArray[np.float32],
    inside: NDArray[np.float32] | None,
    preprocessing: Preprocessing,
    *,
    every: int = 1,
) -> NDArray[np.float32]:
    """Return the plane that the network sees, (size, size) float32 both ways.

    ``inside`` is where the lungs are, for a recipe with ``lungs_only``; ``every`` as for
    `normalise`.
    """
    if preprocessing.tone != "range":
        ranked = ranks(square, inside)
        return ranked if preprocessing.tone == "ranks" else bands(ranked, inside)
    if inside is not None:
        square = lungs_alone(square, inside)
    return normalise(square, preprocessing, every=every)


def _on_square(
    mask: NDArray[np.float32], size: int, placement: Placement, shape: tuple[int, int]
) -> NDArray[np.float32]:
    """Cut a mask of the whole film, on a grid of its own, as `to_square` cut the film."""
    high, wide = (mask.shape[k] / shape[k] for k in (0, 1))
    down, across = placement.height * high / size, placement.width * wide / size
    matrix = np.array(
        [
            [across, 0.0, placement.left * wide + across / 2 - 0.5],
            [0.0, down, placement.top * high + down / 2 - 0.5],
        ]
    )
    cut = cv2.warpAffine(
        mask,
        matrix,
        (size, size),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(cut, np.float32)


def to_square(
    values: NDArray[np.float32], *, size: int, crop: float, box: Box | None = None
) -> tuple[NDArray[np.float32], Placement]:
    """Cut ``crop`` off each side, or cut to ``box``, and stretch to (size, size) by area."""
    rows, columns = values.shape
    top, left = round(rows * crop), round(columns * crop)
    bottom, right = rows - top, columns - left
    if box is not None:
        top, left = int(rows * box[0]), int(columns * box[1])
        bottom, right = max(top + 1, round(rows * box[2])), max(left + 1, round(columns * box[3]))
    inner = values[top:bottom, left:right]
    square = cv2.resize(inner, (size, size), interpolation=cv2.INTER_AREA)
    return square.astype(np.float32), Placement(top, left, inner.shape[0], inner.shape[1])


def normalise(
    square: NDArray[np.float32], preprocessing: Preprocessing, *, every: int = 1
) -> NDArray[np.float32]:
    """Clip to the film's own robust range, then to mean 0 and variance 1; a blank film is all 0.

    (size, size) float32 both ways.
    The range is that of every ``every``-th row and column; training trades a little for speed.
    """
    low, high = np.percentile(square[::every, ::every], preprocessing.percentiles)
    clipped = np.clip(square, low, high)
    clipped -= np.float32(low)
    deviation = clipped.std()
    if not np.isfinite(deviation) or deviation <= 1e-6 * max(1.0, abs(float(high))):
        return np.zeros_like(square)
    if preprocessing.clahe_clip > 0:
        clipped = _equalised(clipped, preprocessing)
        deviation = clipped.std()
    clipped -= clipped.mean()
    clipped /= deviation
    return np.asarray(clipped, np.float32)


def _equalised(square: NDArray[np.float32], preprocessing: Preprocessing) -> NDArray[np.float32]:
    """Apply CLAHE on 8 bits: a tile's few pixels spread over 16 never reach any clip limit."""
    tiles = (preprocessing.clahe_tiles, preprocessing.clahe_tiles)
    grey = np.rint(square * np.float32(255 / square.max())).astype(np.uint8)
    clahe = cv2.createCLAHE(clipLimit=preprocessing.clahe_clip, tileGridSize=tiles)
    return np.asarray(clahe.apply(grey), np.float32)


def prepare(
    radiograph: Radiograph,
    preprocessing: Preprocessing,
    *,
    lungs: Box | None = None,
    lung_mask: NDArray[np.uint8] | None = None,
    values: NDArray[np.float32] | None = None,
) -> Prepared:
    """Turn a film into the network's input.

    Parameters
    ----------
    lungs : Box, optional
        Where the lungs are; empty, (0, 0, 0, 0), where they were not found. Only a recipe with
        ``lung_margin`` looks at it.
    lung_mask : array, optional
        The lungs on a square grid over the whole film, 0 to 255; all 0 where they were not found.
        Only a recipe with ``lungs_only`` looks at it.
    values : array, optional
        What `film_values` gives for the film and the recipe, where it is at hand.

    Raises
    ------
    UnusableModel
        Where the recipe needs the lungs and is given none; see `lung_crop`.
    """
    if preprocessing.lungs_only is not None and lung_mask is None:
        raise UnusableModel(_NOT_SEARCHED)
    if values is None:
        values = film_values(radiograph, normalisation=preprocessing.normalisation)
    square, placement = to_square(
        values,
        size=preprocessing.size,
        crop=preprocessing.crop,
        box=lung_crop(preprocessing, lungs),
    )
    inside = None
    if preprocessing.lungs_only is not None and lung_mask is not None:
        whole = grown(lung_mask, preprocessing.lungs_only)
        inside = _on_square(whole, preprocessing.size, placement, radiograph.shape)
    plane = toned(square, inside, preprocessing)
    tensor = np.repeat(plane[None, None], preprocessing.channels, axis=1)
    found = lungs is None or any(lungs) if lung_mask is None else bool(lung_mask.any())
    lungless = preprocessing.needs_lungs and not found
    return Prepared(
        frozen(np.ascontiguousarray(tensor)), placement, radiograph.shape, lungless, inside
    )
