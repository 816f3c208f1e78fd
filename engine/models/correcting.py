"""Corrections of a film that a reader may ask for: greys inverted, or the film turned upright.

None is ever made unasked. On the network's input they are as good as on the film: what is offered
there has passed the gate.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.types import Radiograph

INVERT = "invert"
_TURNS = {"rotate_90": 1, "rotate_180": 2, "rotate_270": 3}
CORRECTIONS = {
    INVERT: "its greys inverted",
    "rotate_90": "turned 90° to the left",
    "rotate_180": "turned by 180°",
    "rotate_270": "turned 90° to the right",
}
OFFERS = {"inverted": (INVERT,), "rotated": tuple(_TURNS)}
"""By what the gate takes a film for, the corrections that may help it."""


def corrected(radiograph: Radiograph, correction: str) -> Radiograph:
    """Return the film with a correction of `CORRECTIONS` made; KeyError for another.

    A turned film has lost its orientation, shutter and overlays: they spoke of the old one.
    """
    if correction == INVERT:
        if radiograph.is_grey:
            return replace(radiograph, inverted=not radiograph.inverted)
        return replace(radiograph, stored=255 - radiograph.stored)
    turns = _TURNS[correction]
    spacing = radiograph.spacing
    if turns % 2:
        spacing = replace(spacing, row_mm=spacing.column_mm, column_mm=spacing.row_mm)
    return replace(
        radiograph,
        stored=np.ascontiguousarray(np.rot90(radiograph.stored, turns)),
        spacing=spacing,
        orientation=None,
        shutter=None,
        overlays=(),
    )


def corrected_input(films: NDArray[np.float32], correction: str) -> NDArray[np.float32]:
    """Return inputs (N, C, S, S) as those of the corrected films."""
    if correction == INVERT:
        return -films
    return np.ascontiguousarray(np.rot90(films, _TURNS[correction], (2, 3)))
