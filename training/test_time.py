"""Test-time augmentation: other views of the same film, their probabilities averaged.

Every view here is a resampling of rows and of columns apart, so one pair of matrices is its whole
definition, for NumPy and for the exported graph alike.
"""

import math
import re
from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.models.card import Activation
from training.config import VIEW, ConfigError

Films = NDArray[np.float32]
View = Callable[[Films], Films]
_SHIFT = 0.04


def views(names: Sequence[str]) -> list[View]:
    """Return each view as a function of films (N, C, S, S).

    ``flip`` mirrors left and right; ``zoom_0.9`` shows the film at 0.9 of its size, ``zoom_1.1``
    its enlarged middle (0.5 to 2); ``shift_left``, ``_right``, ``_up``, ``_down`` move it by 0.04
    of its side, ``shift_left_0.1`` by 0.1. What comes into view repeats the rim.

    Raises
    ------
    ConfigError
        Where a name is none of these.
    """
    for name in names:
        matrices(name, 2)

    def view_of(name: str) -> View:
        def view(films: Films) -> Films:
            rows, columns = matrices(name, films.shape[-1])
            return np.asarray(rows @ films @ columns, np.float32)

        return view

    return [view_of(name) for name in names]


def matrices(name: str, size: int) -> tuple[Films, Films]:
    """Return rows (S, S) and columns (S, S): a view of a film (S, S) is rows @ film @ columns."""
    if not re.match(VIEW, name):
        raise ConfigError(
            f"the view {name!r} is unknown; use flip, zoom_0.9 (0.5 to 2), shift_left, "
            "shift_right, shift_up or shift_down"
        )
    kind, *rest = name.split("_")
    still = _resampling(size)
    if kind == "flip":
        return still, still[:, ::-1].copy()
    if kind == "zoom":
        zoomed = _resampling(size, zoom=float(rest[0]))
        return zoomed, zoomed.T.copy()
    share = float(rest[1]) if len(rest) > 1 else _SHIFT
    along = _resampling(size, shift=share if rest[0] in ("left", "up") else -share)
    return (still, along.T.copy()) if rest[0] in ("left", "right") else (along, still)


def _resampling(size: int, *, zoom: float = 1.0, shift: float = 0.0) -> Films:
    """Return the matrix (S, S) of a linear interpolation along one axis, the rim repeated."""
    centres = (np.arange(size) + 0.5) / size
    source = (0.5 + (centres - 0.5) / zoom + shift) * size - 0.5
    source = np.clip(source, 0, size - 1)
    below = np.minimum(np.floor(source).astype(int), size - 2)
    matrix = np.zeros((size, size), np.float32)
    rows = np.arange(size)
    matrix[rows, below] = 1 - (source - below)
    matrix[rows, below + 1] += (source - below).astype(np.float32)
    return matrix


class Averaged(nn.Module):
    """An explained network whose probabilities are the mean over the film and its views.

    The logits are those of the mean probabilities; maps, embedding and gate are the film's own.
    """

    def __init__(
        self, explained: nn.Module, names: Sequence[str], *, size: int, activation: Activation
    ) -> None:
        super().__init__()
        self.explained, self.activation, self.count = explained, activation, len(names)
        for index, name in enumerate(names):
            for axis, matrix in zip(("rows", "columns"), matrices(name, size), strict=True):
                self.register_buffer(f"{axis}{index}", torch.from_numpy(matrix))

    def forward(self, films: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs of `engine.models.session.Outputs`, the logits averaged."""
        logits, *rest = self.explained(films)
        turned = [
            cast(Tensor, getattr(self, f"rows{i}"))
            @ films
            @ cast(Tensor, getattr(self, f"columns{i}"))
            for i in range(self.count)
        ]
        others = cast(nn.Module, self.explained.network)(torch.cat(turned))
        # With the number of films spelled out, any number of them can be exported.
        apart = others.reshape(self.count, films.shape[0], logits.shape[1])
        return self._mean(torch.cat([logits[None], apart])), *rest

    def _mean(self, logits: Tensor) -> Tensor:
        if self.activation == "softmax":
            return torch.logsumexp(logits.log_softmax(2), 0) - math.log(len(logits))
        p = logits.sigmoid().mean(0).clamp(1e-6, 1 - 1e-6)
        return torch.log(p / (1 - p))
