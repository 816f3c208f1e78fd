"""Pictures that leave the program: renderings as PNG, and films under their heat map."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from engine.models.heatmap import contours, finding_map, on_image
from engine.types import Activations

_OPACITY = 0.35
_CONTOUR_LEVEL = 0.5


def overlay(
    rendering: NDArray[np.uint8], card: ModelCard, activations: Activations, finding: str
) -> NDArray[np.uint8]:
    """Lay a finding's heat map and the contour of its half over a film's display values.

    Returns
    -------
    ndarray
        RGB, uint8, (rows, columns, 3) of the rendering. Colours are cividis, whose luminance rises
        with the value for every eye; the film shows unchanged where the map is 0.
    """
    rows, columns = rendering.shape[:2]
    film = on_image(finding_map(card, activations, finding), activations)
    heat = np.asarray(cv2.resize(film, (columns, rows), interpolation=cv2.INTER_AREA), np.float32)
    colours = cv2.applyColorMap((heat * 255).round().astype(np.uint8), cv2.COLORMAP_CIVIDIS)
    base = rendering if rendering.ndim == 3 else np.repeat(rendering[..., None], 3, axis=2)
    weight = (_OPACITY * (heat > 0))[..., None]
    mixed = (base * (1 - weight) + colours[..., ::-1] * weight).round().astype(np.uint8)
    outlines = [line.round().astype(np.int32) for line in contours(heat, _CONTOUR_LEVEL)]
    cv2.polylines(mixed, outlines, isClosed=True, color=(255, 255, 255), thickness=1)
    return mixed


def png(picture: NDArray[np.uint8]) -> bytes:
    """Encode display values, grey or RGB, as PNG."""
    ordered = picture if picture.ndim == 2 else picture[..., ::-1]
    _, encoded = cv2.imencode(".png", np.ascontiguousarray(ordered))
    return encoded.tobytes()


def captioned(picture: NDArray[np.uint8], caption: str) -> NDArray[np.uint8]:
    """Put a line below the film: nothing is written over anatomy."""
    strip = np.zeros((24, picture.shape[1], 3), np.uint8)
    cv2.putText(strip, caption, (6, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (200, 200, 200), 1)
    return np.concatenate([picture, strip])
