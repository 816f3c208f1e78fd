"""Where the lungs are: a mask from the lung model, and what is read off it.

The model learned masks that hold most of the heart and a straight inner edge along the spine: they
bound the lungs, and no cardiothoracic ratio follows from them.
"""

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.home import resources
from engine.images.geometry import Point
from engine.models.bundle import read_sealed
from engine.models.preprocessing import Prepared, Preprocessing, film_values, prepare
from engine.types import Box, Radiograph, frozen

if TYPE_CHECKING:
    from pydantic import ConfigDict

    from engine.models.session import OnnxSession

OUTPUTS = ("lungs",)
NOT_FOUND: Box = (0.0, 0.0, 0.0, 0.0)
MASK_SIDE = 64
_HALF = 127
# Along so much of one edge of the film, or of all four together, no film of val has lungs: its
# worst, each with a lung cut in two, have 0.67 and 0.84.
_MOST_CUT, _MOST_CUT_IN_ALL = 0.7, 1.0


@dataclass(frozen=True, slots=True)
class LungCard:
    """What the lung model is and how well it does.

    ``metrics`` has Dice coefficients of films kept from training: ``children`` and ``adults``.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}
    id: str
    version: str
    title: str
    preprocessing: Preprocessing
    graph_sha256: str
    metrics: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a recipe that does not show the whole film: its mask covers the film."""
        if self.preprocessing.crop or self.preprocessing.needs_lungs:
            raise ValueError("a lung model looks at whole films")

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a card; UnusableModel where it is not one."""
        from pydantic import TypeAdapter, ValidationError

        try:
            return TypeAdapter(cls).validate_json(text)
        except ValidationError as error:
            raise UnusableModel("The model file is not a lung model.") from error

    def to_json(self) -> str:
        """Return the card as JSON."""
        from pydantic import TypeAdapter

        return TypeAdapter(LungCard).dump_json(self).decode()


class LungModel:
    """One lung model, ready to run."""

    def __init__(self, card: LungCard, session: "OnnxSession") -> None:
        recipe = card.preprocessing
        if session.input_shape != (recipe.channels, recipe.size, recipe.size):
            raise UnusableModel("The lung network's input is not its card's preprocessing size.")
        self.card = card
        self._session = session

    @classmethod
    def load(cls, path: Path, *, provider: str = "cpu") -> Self:
        """Open a lung model's file; UnusableModel where it is damaged or is none.

        It runs on the CPU unless asked otherwise, in one thread: films are prepared where they are
        read, and each processor has its reader.
        """
        from engine.models.session import OnnxSession

        card, _ = read_sealed(path, LungCard.from_json)
        return cls(card, OnnxSession(path, provider=provider, outputs=OUTPUTS, threads=1))

    def probability(self, radiograph: Radiograph) -> NDArray[np.float32]:
        """Return the probability of lung over the whole film, (size, size) on the model's grid.

        It is 0 where specks were found beside the lungs.
        """
        found = self._found(prepare(radiograph, self.card.preprocessing))
        specks = (found >= 0.5) & ~_union(found.shape, _lungs(found))
        return frozen(np.where(specks, np.float32(0), found))

    def mask(self, radiograph: Radiograph) -> NDArray[np.bool_]:
        """Return where the lungs are, (rows, columns) of the film."""
        return on_film(self.probability(radiograph), radiograph.shape)

    def lung_area(
        self, radiograph: Radiograph, values: NDArray[np.float32] | None = None
    ) -> tuple[Box, NDArray[np.uint8]]:
        """Return the lungs' box and mask, (MASK_SIDE, MASK_SIDE) of 0 to 255 over the whole film.

        They are `NOT_FOUND` and all 0 where what was found is not plausible. ``values`` are the
        film's, as `prepare` takes them.
        """
        found = self._found(prepare(radiograph, self.card.preprocessing, values=values))
        lungs = _lungs(found)
        union = _union(found.shape, lungs)
        if not _chest(lungs) or _cut_away(union):
            return NOT_FOUND, np.zeros((MASK_SIDE, MASK_SIDE), np.uint8)
        lung = union.astype(np.uint8) * np.uint8(255)
        small = cv2.resize(lung, (MASK_SIDE, MASK_SIDE), interpolation=cv2.INTER_AREA)
        return _box(union), np.asarray(small, np.uint8)

    def _found(self, prepared: Prepared) -> NDArray[np.float32]:
        return np.asarray(self._session.values(prepared.tensor)[0][0, 0], np.float32)


@cache
def packaged_lungs() -> LungModel | None:
    """Return the lung model that Hilum ships; None in an installation without it.

    It has a folder of its own: what lies beside the classifiers is offered as one of them.
    """
    path = resources() / "models" / "lungs" / "lungs.onnx"
    return LungModel.load(path) if path.exists() else None


def prepare_with_lungs(radiograph: Radiograph, preprocessing: Preprocessing) -> Prepared:
    """Turn a film into a network's input, looking for the lungs only where the recipe needs them.

    Raises
    ------
    UnusableModel
        Where the recipe needs the lungs and there is no lung model.
    """
    model = packaged_lungs() if preprocessing.needs_lungs else None
    if model is None:
        return prepare(radiograph, preprocessing)
    alike = model.card.preprocessing.normalisation == preprocessing.normalisation
    values = film_values(radiograph, normalisation=preprocessing.normalisation) if alike else None
    box, mask = model.lung_area(radiograph, values)
    prepared = prepare(radiograph, preprocessing, lungs=box, lung_mask=mask, values=values)
    return replace(prepared, cut_off=max(cut_off(mask > _HALF)))


def box_of(probability: NDArray[np.float32]) -> Box:
    """Return the box around the lungs in shares of the film; `NOT_FOUND` for none."""
    return _box(_union(probability.shape, _lungs(probability)))


def plausible(probability: NDArray[np.float32]) -> bool:
    """Tell whether this is a chest: two lungs side by side, of like height and fair size."""
    return _chest(_lungs(probability))


def on_film(probability: NDArray[np.float32], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return where a film of ``shape`` is more likely lung than not, bool (rows, columns)."""
    return np.asarray(cv2.resize(probability, shape[::-1], interpolation=cv2.INTER_LINEAR) >= 0.5)


def inner_thoracic_width(mask: NDArray[np.bool_]) -> tuple[Point, Point] | None:
    """Return both ends of the widest row from one lung's outer edge to the other's.

    A proposal for a reader to check: the mask's outer edge stands for the inner rib margin. Nothing
    is said of the heart, most of which the masks contain.

    Parameters
    ----------
    mask : ndarray
        Where the lungs are, bool (rows, columns) of the film.

    Returns
    -------
    tuple or None
        ``(row, column)`` of the left and the right end on the film; None without lungs.
    """
    rows = np.flatnonzero(mask.any(axis=1))
    if not rows.size:
        return None
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - 1 - mask[rows, ::-1].argmax(axis=1)
    widest = int((last - first).argmax())
    if last[widest] == first[widest]:
        return None
    row = float(rows[widest])
    return (row, float(first[widest])), (row, float(last[widest]))


def in_lung_share(map01: NDArray[np.float32], mask: NDArray[np.bool_]) -> float:
    """Return the share of a heat map's sum that falls on lung; NaN for an empty map.

    Both are (rows, columns) of the film.
    """
    total = float(map01.sum())
    return float(map01[mask].sum()) / total if total > 0 else float("nan")


def cut_off(lungs: NDArray[np.bool_]) -> tuple[float, float, float, float]:
    """Return the share of the film's top, left, bottom and right edge along which there is lung."""
    edges = (lungs[0], lungs[:, 0], lungs[-1], lungs[:, -1])
    top, left, bottom, right = (float(edge.mean()) for edge in edges)
    return top, left, bottom, right


def _cut_away(lungs: NDArray[np.bool_]) -> bool:
    edges = cut_off(lungs)
    return max(edges) > _MOST_CUT or sum(edges) > _MOST_CUT_IN_ALL


@dataclass(frozen=True, slots=True, eq=False)
class _Lung:
    """One connected part of a mask: area, and its centre's row and column, in shares."""

    mask: NDArray[np.bool_]
    area: float
    row: float
    column: float


def _chest(lungs: list[_Lung]) -> bool:
    if len(lungs) != 2:
        return False
    left, right = sorted(lungs, key=lambda lung: lung.column)
    areas = (left.area, right.area)
    return (
        0.06 <= sum(areas) <= 0.75
        and min(areas) >= 0.25 * max(areas)
        and right.column - left.column >= 0.12
        and abs(right.row - left.row) <= 0.2
    )


def _box(lung: NDArray[np.bool_]) -> Box:
    rows, columns = (np.flatnonzero(lung.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return NOT_FOUND
    height, width = lung.shape
    return (
        float(rows[0] / height),
        float(columns[0] / width),
        float((rows[-1] + 1) / height),
        float((columns[-1] + 1) / width),
    )


def _union(shape: tuple[int, ...], lungs: list[_Lung]) -> NDArray[np.bool_]:
    return np.asarray(np.logical_or.reduce([np.zeros(shape, bool), *(one.mask for one in lungs)]))


def _lungs(probability: NDArray[np.float32]) -> list[_Lung]:
    """Return the parts that are at least a tenth of the largest, at most three, largest first."""
    lung = (probability >= 0.5).astype(np.uint8)
    count, labels, stats, centres = cv2.connectedComponentsWithStats(lung)
    areas = stats[1:count, cv2.CC_STAT_AREA] / lung.size
    order = [int(k) for k in np.argsort(-areas)[:3] if areas[k] >= 0.1 * areas.max()]
    height, width = lung.shape
    return [
        _Lung(
            labels == k + 1,
            float(areas[k]),
            float(centres[k + 1][1] / height),
            float(centres[k + 1][0] / width),
        )
        for k in order
    ]
