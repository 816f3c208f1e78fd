"""Every combination of the grey scale pipeline, against the Standard's formulas in ten lines.

photometric x Presentation LUT Shape x kind of VOI x sign of the slope x signedness of the pixels.
"""

import itertools
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset

from engine.images.dicom import Header
from engine.images.tone import tone
from engine.images.windowing import render
from engine.types import Radiograph, frozen

BITS = 12
COMBINATIONS = list(
    itertools.product(
        ["MONOCHROME1", "MONOCHROME2"],
        [None, "IDENTITY", "INVERSE"],
        ["LINEAR", "LINEAR_EXACT", "SIGMOID", "LUT"],
        [1, -1],
        [False, True],
    )
)


def reference(x: float, kind: str, c: float, w: float, lut: Sequence[int], first: int) -> float:
    """Return 0..1: PS3.3 C.11.2.1.2.1, C.11.2.1.3.2, C.11.2.1.3.1 and C.11.2.1.1."""
    if kind == "LUT":
        return lut[min(max(round(x - first), 0), len(lut) - 1)] / (2**BITS - 1)
    if kind == "SIGMOID":
        return 1 / (1 + math.exp(min(-4 * (x - c) / w, 700)))
    if kind == "LINEAR":
        c, w = c - 0.5, w - 1
    if x <= c - w / 2:
        return 0.0
    return 1.0 if x > c + w / 2 else (x - c) / w + 0.5


@st.composite
def films(draw: st.DrawFn, slope_sign: int, signed: bool) -> dict[str, Any]:
    low = -(1 << BITS - 1) if signed else 0
    values = draw(st.lists(st.integers(low, low + (1 << BITS) - 1), min_size=2, max_size=12))
    slope = slope_sign * draw(st.sampled_from([0.25, 1.0, 3.0]))
    levels = [slope * value for value in values]
    intercept = draw(st.integers(-3000, 3000))
    # A first value below zero is one where the table's input can be (PS3.3 C.11.2.1.1).
    negative = signed or min(intercept, slope * ((1 << BITS) - 1) + intercept) < 0
    return {
        "values": values,
        "slope": slope,
        "intercept": intercept,
        "center": intercept + draw(st.floats(min(levels) - 50, max(levels) + 50)),
        "width": draw(st.floats(1, 5000)),
        "lut": draw(st.lists(st.integers(0, (1 << BITS) - 1), min_size=2, max_size=40)),
        "first": draw(st.integers(-1000 if negative else 0, 4000)),
    }


def header(kind: str, shape: str | None, film: dict[str, Any]) -> Header:
    dataset = Dataset()
    dataset.RescaleSlope, dataset.RescaleIntercept = str(film["slope"]), str(film["intercept"])
    if shape:
        dataset.PresentationLUTShape = shape
    if kind == "LUT":
        item = Dataset()
        negative = film["first"] < 0
        item.add_new(
            "LUTDescriptor", "SS" if negative else "US", [len(film["lut"]), film["first"], BITS]
        )
        item.add_new("LUTData", "OW", np.array(film["lut"], "<u2").tobytes())
        dataset.VOILUTSequence = [item]
    else:
        dataset.VOILUTFunction = kind
        dataset.WindowCenter, dataset.WindowWidth = repr(film["center"]), repr(film["width"])
    return Header(dataset, [])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("photometric", "shape", "kind", "slope_sign", "signed"), COMBINATIONS)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_every_combination_is_what_the_standard_prints(
    photometric: str,
    shape: str | None,
    kind: str,
    slope_sign: int,
    signed: bool,
    data: st.DataObject,
) -> None:
    film = data.draw(films(slope_sign, signed))
    stored = np.array([film["values"]], np.int16 if signed else np.uint16)
    said = header(kind, shape, film)
    shades = tone(said, 0, signed=signed, photometric=photometric, highest=(1 << BITS) - 1)
    radiograph = Radiograph(
        frozen(stored),
        "",
        "DICOM",
        inverted=shades.inverted,
        bits_stored=BITS,
        modality=shades.modality,
        vois=shades.vois,
    )
    shown = render(radiograph, radiograph.vois[0])
    levels = [film["slope"] * value + film["intercept"] for value in film["values"]]
    voi = kind, film["center"], film["width"], film["lut"], film["first"]
    expected = np.array([reference(level, *voi) for level in levels])
    if photometric == "MONOCHROME1" or shape == "INVERSE":
        expected = 1 - expected
    assert np.abs(shown[0] - expected * 255).max() <= 0.5 + 1e-6
    contradicts = (photometric, shape) in {("MONOCHROME1", "IDENTITY"), ("MONOCHROME2", "INVERSE")}
    assert bool(said.notes) == contradicts
