"""The pages of a PDF as pictures, their text and where words stand in it, by PDFium.

A PDF is a stranger's program: call this in a worker of `engine.images.isolation` only.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnreadableImage
from engine.types import Box, frozen

_MOST_PAGES = 5_000
_MOST_HITS = 500
_LARGEST_PX = 6_000
_LEAST_POINTS = 1.0
_GRID = 1 << 16

Size = tuple[float, float]
"""Width and height of a page in points (1/72 inch), as it is read."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found on a page (counted from 0): the boxes of their letters, in shares of the page."""

    page: int
    boxes: tuple[Box, ...]


def page_sizes(data: bytes) -> tuple[Size, ...]:
    """Return the size of every page, of at most 5,000.

    Raises
    ------
    UnreadableImage
        Where this is no PDF that can be opened, is locked by a password, or has no page.
    """
    with _opened(data) as pdf:
        return tuple(pdf.get_page_size(page) for page in range(min(len(pdf), _MOST_PAGES)))


def page_picture(data: bytes, page: int, *, longest_px: int) -> NDArray[np.uint8]:
    """Return a page (counted from 0) as it is printed, ``(rows, columns, 3)`` RGB.

    Raises
    ------
    UnreadableImage
        As `page_sizes`, and where there is no such page.
    """
    with _opened(data) as pdf, _page(pdf, page) as sheet:
        longest = max(*sheet.get_size(), _LEAST_POINTS)
        bitmap = sheet.render(scale=min(longest_px, _LARGEST_PX) / longest, rev_byteorder=True)
        pixels = np.asarray(bitmap.to_numpy(), np.uint8)
        grey = pixels.ndim == 2 or pixels.shape[2] == 1
        colours = np.stack([pixels.reshape(pixels.shape[:2])] * 3, -1) if grey else pixels[..., :3]
        return frozen(np.array(colours))


def page_text(data: bytes, page: int) -> str:
    """Return the text of a page (counted from 0); empty where it is a picture.

    Raises
    ------
    UnreadableImage
        As `page_picture`.
    """
    with _opened(data) as pdf, _page(pdf, page) as sheet:
        return str(sheet.get_textpage().get_text_range()).replace("\r\n", "\n")


def found(data: bytes, words: str) -> tuple[Hit, ...]:
    """Return where the words stand, whatever their case, page by page; at most 500 places.

    Raises
    ------
    UnreadableImage
        As `page_sizes`.
    """
    hits: list[Hit] = []
    with _opened(data) as pdf:
        for number in range(min(len(pdf), _MOST_PAGES)):
            with _page(pdf, number) as sheet:
                hits += _hits(sheet, number, words)
            if len(hits) >= _MOST_HITS:
                break
    return tuple(hits[:_MOST_HITS])


def _hits(sheet: Any, number: int, words: str) -> Iterator[Hit]:  # noqa: ANN401
    text = sheet.get_textpage()
    search = text.search(words)
    while (place := search.get_next()) is not None:
        count = text.count_rects(*place)
        yield Hit(number, tuple(_shares(sheet, text.get_rect(each)) for each in range(count)))


def _shares(sheet: Any, rectangle: tuple[float, ...]) -> Box:  # noqa: ANN401
    """Return a rectangle of the page's own coordinates, which may be turned, as it is seen."""
    import pypdfium2.raw as pdfium

    across, down = ctypes.c_int(), ctypes.c_int()
    corners = []
    for x, y in (rectangle[:2], rectangle[2:]):
        pdfium.FPDF_PageToDevice(sheet, 0, 0, _GRID, _GRID, 0, x, y, across, down)
        corners.append((down.value / _GRID, across.value / _GRID))
    (top, bottom), (left, right) = (sorted(sides) for sides in zip(*corners, strict=True))
    return top, left, bottom, right


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    # Loading PDFium takes as long as reading a film, and only workers that meet a PDF need it.
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        words = "The PDF is locked by a password." if locked else "The PDF cannot be opened."
        raise UnreadableImage(words) from error
    try:
        if len(pdf) == 0:
            raise UnreadableImage("The PDF has no page.")
        yield pdf
    finally:
        pdf.close()


@contextmanager
def _page(pdf: Any, number: int) -> Iterator[Any]:  # noqa: ANN401
    import pypdfium2

    if not 0 <= number < len(pdf):
        raise UnreadableImage("The PDF has no such page.")
    try:
        sheet = pdf[number]
    except pypdfium2.PdfiumError as error:
        raise UnreadableImage("A page of the PDF is damaged.") from error
    try:
        yield sheet
    finally:
        sheet.close()
