"""Corrections of a film that a reader may ask for: greys inverted, turned upright, or mirrored.

None is ever made unasked. On the network's input they are as good as on the film: what is offered
there has passed the gate.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.images.geometry import opposite
from engine.types import Activations, Orientation, Placement, Radiograph, frozen

INVERT, MIRROR = "invert", "mirror"
_TURNS = {"rotate_90": 1, "rotate_180": 2, "rotate_270": 3}
CORRECTIONS = {
    INVERT: "with its greys inverted",
    "rotate_90": "turned 90° to the left",
    "rotate_180": "turned by 180°",
    "rotate_270": "turned 90° to the right",
    MIRROR: "mirrored left to right",
}
OFFERS = {"inverted": (INVERT,), "rotated": tuple(_TURNS)}
"""By what the gate takes a film for, the corrections that may help it."""
LUNGLESS = (INVERT, *_TURNS)
"""What may show lungs on a film that shows none."""
_BACK = {"rotate_90": "rotate_270", "rotate_270": "rotate_90"}
UPRIGHT = Orientation("L", "F")


def righting(orientation: Orientation) -> tuple[str, ...]:
    """Return the correction after which a film lies `UPRIGHT`; () where there is none, or need."""
    row, column = orientation.row[0], orientation.column[0]
    found = [MIRROR] if Orientation(opposite(row), column) == UPRIGHT else []
    for name in _TURNS:
        row, column = column, opposite(row)
        found += [name] if Orientation(row, column) == UPRIGHT else []
    return tuple(found)


def made_on(correction: str) -> str:
    """Return what is said of findings on a corrected film; KeyError as `corrected`."""
    return f"Made on the film {CORRECTIONS[correction]}."


def corrected(radiograph: Radiograph, correction: str) -> Radiograph:
    """Return the film with a correction of `CORRECTIONS` made; KeyError for another.

    One that is turned or mirrored has lost orientation, shutter and overlays: they spoke of the old
    one.
    """
    if correction == INVERT:
        if radiograph.is_grey:
            return replace(radiograph, inverted=not radiograph.inverted)
        return replace(radiograph, stored=255 - radiograph.stored)
    spacing = radiograph.spacing
    if _TURNS.get(correction, 0) % 2:
        spacing = replace(spacing, row_mm=spacing.column_mm, column_mm=spacing.row_mm)
    return replace(
        radiograph,
        stored=_moved(radiograph.stored, correction, (0, 1)),
        spacing=spacing,
        orientation=None,
        shutter=None,
        overlays=(),
    )


def corrected_input(films: NDArray[np.float32], correction: str) -> NDArray[np.float32]:
    """Return inputs (N, C, S, S) as those of the corrected films."""
    if correction == INVERT:
        return -films
    return _moved(films, correction, (2, 3))


def corrected_maps(maps: Activations, correction: str) -> Activations:
    """Return the maps of the corrected film from those of the film; KeyError as `corrected`."""
    if correction == INVERT:
        return maps
    rows, columns = maps.image_shape
    top, left, height, width = (getattr(maps.placement, name) for name in Placement.__slots__)
    if correction == MIRROR:
        left = columns - left - width
    for _ in range(_TURNS.get(correction, 0)):
        top, left, height, width = columns - left - width, top, width, height
        rows, columns = columns, rows
    seen = None if maps.seen is None else frozen(_moved(maps.seen, correction, (0, 1)))
    return replace(
        maps,
        grids=frozen(_moved(maps.grids, correction, (1, 2))),
        placement=Placement(top, left, height, width),
        image_shape=(rows, columns),
        seen=seen,
    )


def as_stored(maps: Activations, correction: str) -> Activations:
    """Return the maps of the film from those of the corrected film."""
    return corrected_maps(maps, _BACK.get(correction, correction))


def _moved(array: NDArray[Any], correction: str, axes: tuple[int, int]) -> NDArray[Any]:
    """Return an array turned or mirrored in its axes of rows and columns."""
    if correction == MIRROR:
        return np.ascontiguousarray(np.flip(array, axes[1]))
    return np.ascontiguousarray(np.rot90(array, _TURNS[correction], axes))
