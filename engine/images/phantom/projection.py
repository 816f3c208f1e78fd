"""Line integrals from a point source onto a flat detector.

Smooth organs are implicit functions (positive inside), sampled on a coarse grid of slabs across
the beam. Inside a slab the cone beam is a mere scaling, so each slab is interpolated onto the
detector by two small matrices, and the length inside follows from where the function changes sign
along each ray. Fine structures are clouds of small volumes, dropped onto the detector one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.phantom.spec import Floats, floats


@dataclass(frozen=True, slots=True)
class Beam:
    """A point source and a square detector across ``axis`` (0: x, lateral; 1: y, frontal).

    ``source`` and ``detector`` are coordinates along that axis; ``centre`` is where the central
    ray passes: the horizontal coordinate (x frontal, y lateral) and z, all in millimetres.
    """

    axis: int
    source: float
    detector: float
    centre: tuple[float, float]
    field_mm: float
    size: int

    @property
    def pitch_mm(self) -> float:
        """Distance between the centres of neighbouring pixels on the detector."""
        return self.field_mm / self.size

    @property
    def sid_mm(self) -> float:
        """Distance Source to Detector (0018,1110)."""
        return abs(self.detector - self.source)

    def magnification(self, depth: NDArray[np.floating]) -> Floats:
        """How much larger things at ``depth`` along the axis appear on the detector."""
        return floats(self.sid_mm / np.abs(depth - self.source))

    def project(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Return rows, columns and magnification of points ``(n, 3)``; pixel centres are whole."""
        scale = self.magnification(points[:, self.axis])
        middle = (self.size - 1) / 2
        columns = middle + scale * (points[:, 1 - self.axis] - self.centre[0]) / self.pitch_mm
        rows = middle - scale * (points[:, 2] - self.centre[1]) / self.pitch_mm
        return rows.astype(np.float32), columns.astype(np.float32), scale

    def obliquity(self) -> Floats:
        """Path through a slab of unit thickness, ``(size, size)``: 1 on the central ray."""
        off = (np.arange(self.size) - (self.size - 1) / 2) * self.pitch_mm / self.sid_mm
        return floats(np.sqrt(1 + off[:, None] ** 2 + off[None, :] ** 2))


@dataclass(frozen=True, slots=True)
class Slabs:
    """The coarse grid: slabs at ``depths`` along the beam, each ``z`` (downwards) by ``across``."""

    axis: int
    depths: Floats
    z: Floats
    across: Floats

    @property
    def step_mm(self) -> float:
        """Distance between neighbouring slabs."""
        return float(self.depths[1] - self.depths[0])

    def coordinates(self) -> tuple[Floats, Floats, Floats]:
        """Return x, y, z that broadcast to ``(depths, z, across)``."""
        depth, height = self.depths[:, None, None], self.z[None, :, None]
        across = self.across[None, None, :]
        return (depth, across, height) if self.axis == 0 else (across, depth, height)


def slabs(axis: int, extent: NDArray[np.floating], grid_mm: float, step_mm: float) -> Slabs:
    """Lay slabs through the box ``extent`` ``(3, 2)`` of lowest and highest x, y, z."""

    def along(bounds: NDArray[np.floating], step: float) -> Floats:
        return np.arange(bounds[0], bounds[1] + step, step, dtype=np.float32)

    return Slabs(
        axis,
        along(extent[axis], step_mm),
        along(extent[2], grid_mm)[::-1].copy(),
        along(extent[1 - axis], grid_mm),
    )


def cubic_weights(at: NDArray[np.floating], count: int) -> Floats:
    """Return the ``(len(at), count)`` matrix of Catmull-Rom interpolation at fractional indices."""
    at = np.clip(at, 0, count - 1)
    base = np.minimum(np.floor(at), count - 2).astype(int)
    t = at - base
    taps = (
        ((2 - t) * t - 1) * t / 2,
        ((3 * t - 5) * t * t + 2) / 2,
        ((4 - 3 * t) * t + 1) * t / 2,
        (t - 1) * t * t / 2,
    )
    weights = np.zeros((len(at), count), np.float32)
    lines = np.arange(len(at))
    for offset, tap in enumerate(taps, start=-1):
        np.add.at(weights, (lines, np.clip(base + offset, 0, count - 1)), tap)
    return weights


def on_detector(beam: Beam, grid: Slabs, fields: Floats) -> Iterator[Floats]:
    """Yield, slab by slab, the fields ``(n, depths, z, across)`` as ``(n, size, size)`` images."""
    offsets = (np.arange(beam.size) - (beam.size - 1) / 2) * beam.pitch_mm
    for index, scale in enumerate(beam.magnification(grid.depths)):
        z = beam.centre[1] - offsets / scale
        across = beam.centre[0] + offsets / scale
        rows = cubic_weights((grid.z[0] - z) / (grid.z[0] - grid.z[1]), len(grid.z))
        step = grid.across[1] - grid.across[0]
        columns = cubic_weights((across - grid.across[0]) / step, len(grid.across))
        yield floats(rows @ fields[:, index] @ columns.T)


def inside(here: Floats, there: Floats) -> Floats:
    """Return the share of the way between two samples of a function where it is positive."""
    above = np.maximum(here, 0) + np.maximum(there, 0)
    above /= np.abs(here) + np.abs(there) + np.float32(1e-6)
    return above


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """Small volumes: ``points`` ``(n, 3)`` in mm, ``mass`` ``(n,)`` = mm^3 x attenuation per mm."""

    points: Floats
    mass: Floats


def splat(beam: Beam, cloud: Cloud) -> Floats:
    """Return the attenuation that a cloud adds to each ray, ``(size, size)``."""
    rows, columns, scale = beam.project(cloud.points)
    weight = cloud.mass * (scale / np.float32(beam.pitch_mm)) ** 2
    size = beam.size
    keep = (rows > 0) & (rows < size - 1) & (columns > 0) & (columns < size - 1)
    rows, columns, weight = rows[keep], columns[keep], weight[keep]
    top, left = rows.astype(np.int32), columns.astype(np.int32)
    down, right = rows - top, columns - left
    flat = np.zeros(size * size, np.float64)
    first = top * size + left
    for step, share in (
        (0, (1 - down) * (1 - right)),
        (1, (1 - down) * right),
        (size, down * (1 - right)),
        (size + 1, down * right),
    ):
        flat += np.bincount(first + step, weight * share, minlength=size * size)
    return floats(flat.reshape(size, size))
