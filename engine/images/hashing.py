"""What names a film's pixels, wherever the film lies."""

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray


def pixel_sha256(values: NDArray[Any]) -> str:
    """Return the SHA-256 of stored values, row by row, samples interleaved, little endian."""
    little = np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<"), copy=False)
    return hashlib.sha256(little.tobytes()).hexdigest()
