"""Pages of a PDF: their pictures, their text, and where words stand."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from pdf_fakes import pdf_of

from engine.errors import UnreadableImage
from engine.images import pdfs

TWO = pdf_of(["Chest report of PHANTOM", "No effusion. No pneumothorax."])


def test_pages_are_measured_pictured_and_read() -> None:
    assert pdfs.page_sizes(TWO) == ((200.0, 100.0), (200.0, 100.0))
    picture = pdfs.page_picture(TWO, 0, longest_px=400)
    assert picture.shape == (200, 400, 3)
    assert (picture[0, 0] == 255).all()
    assert (picture < 100).any()
    assert not np.array_equal(picture, pdfs.page_picture(TWO, 1, longest_px=400))
    assert pdfs.page_text(TWO, 1) == "No effusion. No pneumothorax."


def test_words_are_found_where_they_are_printed() -> None:
    hits = pdfs.found(TWO, "no")
    assert [hit.page for hit in hits] == [1, 1]
    picture = pdfs.page_picture(TWO, 1, longest_px=800)
    for hit in hits:
        for top, left, bottom, right in hit.boxes:
            letter = picture[int(top * 400) : int(bottom * 400) + 1,
                             int(left * 800) : int(right * 800) + 1]  # fmt: skip
            assert (letter < 128).any()
    assert pdfs.found(TWO, "absent") == ()


def test_a_turned_page_is_searched_as_it_is_seen() -> None:
    turned = pdf_of(["Chest"], rotate=90)
    assert pdfs.page_sizes(turned) == ((100.0, 200.0),)
    (hit,) = pdfs.found(turned, "chest")
    top, left, bottom, right = (np.mean(sides) for sides in zip(*hit.boxes, strict=True))
    picture = pdfs.page_picture(turned, 0, longest_px=400)
    rows, columns = np.nonzero(picture[..., 0] < 128)
    assert top <= rows.mean() / 400 <= bottom or abs((top + bottom) / 2 - rows.mean() / 400) < 0.1
    assert abs((left + right) / 2 - columns.mean() / 200) < 0.1


def test_a_huge_page_is_not_painted_in_full() -> None:
    wide = pdf_of(["x"], size=(14400, 7200))
    assert max(pdfs.page_picture(wide, 0, longest_px=100_000).shape) == 6000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4 ... %%EOF", "cannot be opened"),
        (pdf_of([]), "no page|cannot be opened"),
        (b"", "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_says_so(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableImage, match=said):
        pdfs.page_sizes(data)
    with pytest.raises(UnreadableImage, match="no such page"):
        pdfs.page_text(TWO, 2)


def test_pdfium_is_not_loaded_before_a_pdf_is_met() -> None:
    source = Path(pdfs.__file__).read_text(encoding="utf-8")
    assert "\nimport pypdfium2" not in source
