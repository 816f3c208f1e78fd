"""What of a film is seen, and how it lies: the opening of a shutter, flips and quarter turns."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.types import Shutter


def opening(shutter: Shutter, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return what a shutter leaves open of a film of that shape: ``(rows, columns)`` bool."""
    rows, columns = shape
    opened = np.ones(shape, np.bool_)
    if shutter.rectangle is not None:
        top, left, bottom, right = shutter.rectangle
        opened[:] = False
        opened[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)] = True
    if shutter.circle is not None:
        row, column, radius = shutter.circle
        down = (np.arange(rows, dtype=np.float32)[:, None] - row) ** 2
        along = (np.arange(columns, dtype=np.float32)[None] - column) ** 2
        opened &= down + along <= radius * radius
    if shutter.polygon:
        inside = np.zeros(shape, np.uint8)
        corners = np.rint(np.array(shutter.polygon)[:, ::-1]).astype(np.int32)
        cv2.fillPoly(inside, [corners], [1])
        opened &= inside.view(np.bool_)
    if shutter.bitmap is not None:
        plane = shutter.bitmap
        height, width = plane.mask.shape
        part = opened[plane.top : plane.top + height, plane.left : plane.left + width]
        part &= ~plane.mask[: part.shape[0], : part.shape[1]]
    return opened


def oriented(
    picture: NDArray[Any],
    *,
    rotation_deg: int = 0,
    flipped_h: bool = False,
    flipped_v: bool = False,
) -> NDArray[Any]:
    """Return a picture flipped as stored first, then rotated clockwise by a multiple of 90 degrees.

    Raises
    ------
    ValueError
        Where the rotation is no multiple of 90 degrees.
    """
    if rotation_deg % 90:
        raise ValueError("rotation is a multiple of 90 degrees")
    flipped = picture[:: -1 if flipped_v else 1, :: -1 if flipped_h else 1]
    return np.ascontiguousarray(np.rot90(flipped, -(rotation_deg // 90)))
