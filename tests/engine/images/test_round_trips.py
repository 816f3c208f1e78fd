"""Any depth, sign, size and place of the bits comes back from every lossless coding."""

import itertools
import zlib
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pydicom.pixels import get_encoder
from pydicom.uid import RLELossless

from engine.images.decoding import Layout, compressed_values, native_values

Encode = Callable[[NDArray[Any], int], bytes]


def rle(pixels: NDArray[Any], _bits: int) -> bytes:
    allocated = pixels.dtype.itemsize * 8
    return bytes(
        get_encoder(RLELossless).encode(
            pixels,
            rows=pixels.shape[0],
            columns=pixels.shape[1],
            samples_per_pixel=1,
            bits_allocated=allocated,
            bits_stored=allocated,
            pixel_representation=0,
            photometric_interpretation="MONOCHROME2",
            number_of_frames=1,
            encoding_plugin="pydicom",
        )
    )


def deflated(pixels: NDArray[Any], _bits: int) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(pixels.tobytes()) + packer.flush()


def j2k(pixels: NDArray[Any], bits: int) -> bytes:
    options: dict[str, Any] = {"codecformat": "j2k", "reversible": True, "level": 0}
    return bytes(imagecodecs.jpeg2k_encode(pixels, bitspersample=bits, **options))


def _precision(pixels: NDArray[Any], bits: int) -> int:
    """Return a precision that the JPEG encoder takes for the type."""
    return max(bits, 9) if pixels.dtype.itemsize == 2 else 8


CODERS: dict[str, Encode] = {
    "1.2.840.10008.1.2.1.98": lambda pixels, _bits: pixels.tobytes(),
    "1.2.840.10008.1.2.4.70": lambda pixels, bits: bytes(
        imagecodecs.jpeg8_encode(pixels, lossless=True, bitspersample=_precision(pixels, bits))
    ),
    "1.2.840.10008.1.2.4.80": lambda pixels, _bits: bytes(imagecodecs.jpegls_encode(pixels)),
    "1.2.840.10008.1.2.4.90": j2k,
    "1.2.840.10008.1.2.4.201": lambda pixels, _bits: bytes(
        imagecodecs.htj2k_encode(pixels, reversible=True)
    ),
    "1.2.840.10008.1.2.4.110": lambda pixels, _bits: bytes(
        imagecodecs.jpegxl_encode(pixels, lossless=True)
    ),
    "1.2.840.10008.1.2.5": rle,
    "1.2.840.10008.1.2.8.1": deflated,
}


@st.composite
def pictures(draw: st.DrawFn, signed: bool) -> tuple[NDArray[np.int64], int]:
    bits = draw(st.integers(1 + signed, 16))
    shape = draw(st.tuples(st.integers(1, 21), st.integers(1, 21)))
    low = -(1 << bits - 1) if signed else 0
    rng = np.random.default_rng(draw(st.integers(0, 9999)))
    values = rng.integers(low, low + (1 << bits), shape)
    values.flat[0], values.flat[-1] = low, low + (1 << bits) - 1
    return values, bits


@pytest.mark.parametrize(("syntax", "signed"), [*itertools.product(CODERS, [False, True])])
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_compressed_values_come_back(syntax: str, signed: bool, data: st.DataObject) -> None:
    values, bits = data.draw(pictures(signed))
    extended = signed and data.draw(st.booleans())
    allocated = 8 if bits <= 8 and data.draw(st.booleans()) else 16
    words = values & ((1 << (allocated if extended else bits)) - 1)
    words = words.astype(f"u{allocated // 8}")
    frame = CODERS[syntax](words, allocated if extended else bits)
    layout = Layout(*values.shape, 1, allocated, bits, bits - 1, signed, False, "MONOCHROME2")
    decoded = compressed_values(frame, layout, syntax)
    assert np.array_equal(decoded.values, values)
    assert decoded.values.dtype == layout.dtype
    assert decoded.warnings == ()


@settings(max_examples=100, deadline=None)
@given(st.booleans(), st.booleans(), st.integers(0, 16), st.integers(0, 0xFFFF), st.data())
def test_native_values_come_back_from_any_bits(
    signed: bool, big_endian: bool, shift: int, rubbish: int, data: st.DataObject
) -> None:
    values, bits = data.draw(pictures(signed))
    shift = min(shift, 16 - bits)
    mask = (1 << bits) - 1 << shift
    words = ((values << shift & mask) | (rubbish & ~mask)).astype(">u2" if big_endian else "<u2")
    layout = Layout(*values.shape, 1, 16, bits, bits - 1 + shift, signed, False, "MONOCHROME2")
    decoded = native_values(words.tobytes(), layout, big_endian=big_endian)
    assert np.array_equal(decoded.values, values)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([1, 8, 16, 32]), st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
def test_every_allocation_and_planar_order_comes_back(
    allocated: int, rows: int, columns: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    samples = 1 if allocated in (1, 32) else 3
    values = rng.integers(0, 1 << allocated, (rows, columns, samples), np.uint64)
    for planar in (False, True):
        ordered = np.moveaxis(values, -1, 0) if planar else values
        if allocated == 1:
            raw = np.packbits(ordered.astype(np.uint8).ravel(), bitorder="little").tobytes()
        else:
            raw = ordered.astype(f"<u{allocated // 8}").tobytes()
        fit = allocated, allocated, allocated - 1
        photometric = "RGB" if samples == 3 else "MONOCHROME2"
        layout = Layout(rows, columns, samples, *fit, False, planar, photometric)
        assert np.array_equal(native_values(raw, layout).values.reshape(values.shape), values)
