"""Pictures that leave the program: renderings as PNG, and films under their heat map."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import NotExported
from engine.models.card import ModelCard
from engine.models.heatmap import contours, finding_map, on_image
from engine.types import Activations, Radiograph, Rescale
from engine.writing import replacing

Mask = tuple[int, int, int, int]
"""Top, left, bottom and right of a rectangle in pixels of the film, half open."""

_OPACITY = 0.35
_CONTOUR_LEVEL = 0.5
_TOO_WIDE = "These stored values need more than the 16 bits of a PNG."


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


def masked(
    pixels: NDArray[Any], masks: Iterable[Mask], *, white_is_low: bool = False
) -> NDArray[Any]:
    """Return pixels (rows, columns[, 3]) with black rectangles; black is their own darkest value.

    Raises
    ------
    NotExported
        Where a rectangle has no pixel of the film in it.
    """
    hidden = pixels.copy()
    black = (pixels.max() if white_is_low else pixels.min()) if pixels.ndim == 2 else 0
    for top, left, bottom, right in masks:
        area = hidden[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
        if not area.size:
            raise NotExported("A mask lies outside the film.")
        area[...] = black
    return hidden


def stored_png(radiograph: Radiograph, masks: Iterable[Mask] = ()) -> bytes:
    """Encode stored values as PNG: grey at 16 bits, colour at 8; signed values plus 32768.

    Raises
    ------
    NotExported
        Where the values need more than 16 bits.
    """
    if radiograph.narrowed != Rescale():
        raise NotExported(_TOO_WIDE)
    values = masked(radiograph.stored, masks, white_is_low=radiograph.inverted)
    if not radiograph.is_grey:
        return png(values)
    shift = 32768 if np.issubdtype(values.dtype, np.signedinteger) else 0
    if int(values.min()) + shift < 0 or int(values.max()) + shift > 65535:
        raise NotExported(_TOO_WIDE)
    _, encoded = cv2.imencode(".png", (values.astype(np.int64) + shift).astype(np.uint16))
    return encoded.tobytes()


def save_beside(target: Path, content: bytes, sources: Iterable[Path]) -> None:
    """Write a file beside its place and move it there; never over a film that is open.

    Raises
    ------
    NotExported
        Where the target is one of ``sources``, or cannot be written.
    """
    if any(_same(target, source) for source in sources):
        raise NotExported("This is an opened film's own file; it is never overwritten.")
    try:
        with replacing(target) as part:
            part.write_bytes(content)
    except OSError as error:
        raise NotExported(f"The file cannot be written: {error.strerror}.") from error


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def captioned(picture: NDArray[np.uint8], caption: str) -> NDArray[np.uint8]:
    """Put a line below the film: nothing is written over anatomy."""
    strip = np.zeros((24, picture.shape[1], 3), np.uint8)
    cv2.putText(strip, caption, (6, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (200, 200, 200), 1)
    return np.concatenate([picture, strip])
