"""From arrays to QImage: pure functions that any thread may call. Every result owns its bytes."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QTransform

DRAFT_LONGEST = 1600
_SMALLEST_LEVEL = 128
_MAP_LONGEST = 1024
_COLOURS = {"inferno": cv2.COLORMAP_INFERNO, "cividis": cv2.COLORMAP_CIVIDIS}
COLOUR_MAPS = tuple(_COLOURS)


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Return grey (rows, columns), RGB (..., 3) or BGRA (..., 4) uint8 pixels as an image."""
    pixels = np.ascontiguousarray(pixels)
    rows, columns = pixels.shape[:2]
    kinds = {
        2: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_ARGB32,
    }
    kind = kinds[2 if pixels.ndim == 2 else pixels.shape[2]]
    return QImage(pixels.data, columns, rows, pixels.strides[0], kind).copy()


def halved(pixels: NDArray[Any]) -> NDArray[Any]:
    """Return the picture at half its size, by area."""
    rows, columns = pixels.shape[:2]
    size = (max(1, columns // 2), max(1, rows // 2))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)


def levels(pixels: NDArray[np.uint8]) -> tuple[QImage, ...]:
    """Return the picture and its halves down to 128 pixels, so that painting need not alias."""
    images = [to_qimage(pixels)]
    while max(pixels.shape[:2]) > 2 * _SMALLEST_LEVEL:
        pixels = halved(pixels)
        images.append(to_qimage(pixels))
    return tuple(images)


def draft(stored: NDArray[Any], longest: int = DRAFT_LONGEST) -> NDArray[Any]:
    """Return stored values halved until no side is longer than that, by area, same type."""
    while max(stored.shape[:2]) > longest:
        if stored.dtype in (np.uint8, np.uint16, np.int16):
            stored = halved(stored)
        else:
            stored = np.rint(halved(stored.astype(np.float64))).astype(stored.dtype)
    return stored


def placed(
    picture: QImage,
    to_device: QTransform,
    width: int,
    height: int,
    table: NDArray[np.uint8] | None = None,
) -> QImage:
    """Return a grey or RGB picture as it lies on width x height device pixels, black around it.

    ``to_device`` maps the picture's pixels to device pixels; both have their corners at whole
    numbers. Bilinear: choose a picture that is not more than twice as fine; pixel for pixel nothing
    is interpolated. ``table`` is the display's, for grey pictures: last of all, where there are the
    fewest pixels.
    """
    dx, dy = round(to_device.dx()), round(to_device.dy())
    if to_device == QTransform.fromTranslate(dx, dy):
        return displayed(picture.copy(-dx, -dy, width, height), table)
    pixels = _pixels(picture)
    centred = QTransform.fromTranslate(0.5, 0.5) * to_device * QTransform.fromTranslate(-0.5, -0.5)
    matrix = np.array(
        [
            [centred.m11(), centred.m21(), centred.dx()],
            [centred.m12(), centred.m22(), centred.dy()],
        ]
    )
    laid = cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_LINEAR)
    if table is not None and pixels.shape[2] == 1:
        laid = cv2.LUT(laid, table)
    return to_qimage(np.asarray(laid, dtype=np.uint8))


def displayed(picture: QImage, table: NDArray[np.uint8] | None) -> QImage:
    """Return a grey picture through the display's table; any other as it is."""
    if table is None or picture.format() != QImage.Format.Format_Grayscale8:
        return picture
    return to_qimage(np.asarray(cv2.LUT(_pixels(picture)[..., 0], table), dtype=np.uint8))


def _pixels(picture: QImage) -> NDArray[np.uint8]:
    """Return a grey or RGB picture's own pixels, (rows, columns, 1 or 3); nothing is copied."""
    grey = picture.format() == QImage.Format.Format_Grayscale8
    shape = (picture.height(), picture.width(), 1 if grey else 3)
    strides = (picture.bytesPerLine(), shape[2], 1)
    return np.ndarray(shape, np.uint8, picture.constBits(), strides=strides)


def through_table(stored: NDArray[Any], table: NDArray[np.uint8], offset: int) -> NDArray[np.uint8]:
    """Return ``table[stored - offset]``, clamped at the table's ends: uint8 (rows, columns)."""
    last = len(table) - 1
    full = np.full(65536, table[last], np.uint8)
    full[: len(table)] = table
    if stored.dtype.itemsize <= 2:  # modulo 65536, which needs no wider copy
        index = stored.astype(np.uint16, copy=False)
        if offset % 65536:
            index = index - np.uint16(offset % 65536)
    else:
        index = np.clip(stored.astype(np.int64) - offset, 0, last).astype(np.uint16)
    return np.asarray(cv2.LUT(index, full), dtype=np.uint8)


def enhanced(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Raise local contrast (CLAHE) of grey display values, for tubes and lines."""
    return np.asarray(cv2.createCLAHE(3.0, (8, 8)).apply(pixels), dtype=np.uint8)


def colour_table(name: str) -> NDArray[np.uint8]:
    """Return a colour map as (256, 3) uint8 BGR; its luminance rises all the way."""
    ramp = np.arange(256, dtype=np.uint8).reshape(-1, 1)
    return np.asarray(cv2.applyColorMap(ramp, _COLOURS[name]), dtype=np.uint8).reshape(256, 3)


def heat_image(heat: NDArray[np.float32], colours: str) -> QImage:
    """Return a map (rows, columns) of 0..1 as a coloured image of at most 1024 pixels a side.

    What is near nothing is left clear, so that the film is not veiled where the map says nothing.
    """
    longest = max(heat.shape)
    if longest > _MAP_LONGEST:
        scale = _MAP_LONGEST / longest
        rows, columns = (max(1, round(side * scale)) for side in heat.shape)
        heat = cv2.resize(heat, (columns, rows), interpolation=cv2.INTER_AREA).astype(np.float32)
    value = np.clip(heat, 0.0, 1.0)
    index = np.rint(value * 255).astype(np.uint8)
    pixels = np.empty((*heat.shape, 4), np.uint8)
    pixels[..., :3] = colour_table(colours)[index]
    pixels[..., 3] = np.rint(255 * np.clip((value - 0.05) / 0.15, 0.0, 1.0)).astype(np.uint8)
    return to_qimage(pixels)
