"""The build of one phantom person: proportions, level tables and the variation a seed brings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.phantom.spec import Floats, PhantomSpec, floats

# Vertebral levels from C4 to L3 and the heights of their centres in model millimetres.
LEVELS = (
    ("C4", 150.0), ("C5", 134.0), ("C6", 118.0), ("C7", 101.0), ("T1", 82.0), ("T2", 61.0),
    ("T3", 39.5), ("T4", 17.5), ("T5", -5.0), ("T6", -28.0), ("T7", -51.5), ("T8", -75.5),
    ("T9", -100.0), ("T10", -125.0), ("T11", -151.0), ("T12", -178.0), ("L1", -207.0),
    ("L2", -237.0), ("L3", -268.0),
)  # fmt: skip

# The cage, rib by rib: height at the spine, drop to the front, half width, half depth, middle y.
RIBS = np.array(
    [
        (92, 34, 56, 31, 14), (71, 58, 86, 47, 13), (49, 80, 106, 61, 11), (27, 96, 119, 71, 9),
        (3, 106, 128, 78, 6), (-22, 113, 134, 83, 4), (-46, 117, 138, 87, 1),
        (-71, 118, 140, 89, -1), (-97, 118, 141, 89, -3), (-123, 118, 139, 87, -5),
        (-150, 112, 134, 83, -8), (-178, 100, 126, 78, -10),
    ],
    np.float64,
)  # fmt: skip

# Above the first rib the cage closes over the lung's apex.
_APEX = np.array(
    [
        (101, 26, 55, 30, 15),
        (107, 22, 50, 27, 16),
        (112, 18, 40, 20, 16),
        (116, 15, 20, 9, 16),
        (118, 14, 2, 2, 16),
    ],
    np.float64,
)

_SKIN = np.array(
    [  # z, half width, half depth, middle y
        (-300, 158, 110, 4), (-200, 159, 111, 2), (-130, 162, 113, 2), (-60, 166, 112, 3),
        (0, 168, 104, 7), (40, 158, 90, 13), (70, 122, 72, 20), (92, 80, 60, 20),
        (108, 62, 55, 16), (130, 56, 54, 12), (220, 56, 56, 6),
    ],
    np.float64,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """Proportions of one person; ``scale`` turns model millimetres into the patient's own."""

    scale: tuple[float, float, float]
    drop: float
    heart: float
    aorta: float
    dome_mm: tuple[float, float]
    fat_mm: float
    female: bool
    child: bool
    supine: bool
    arms_up: bool
    gas: tuple[float, float, float]
    lean: tuple[float, float, float]

    def patient(self, points: NDArray[np.floating]) -> Floats:
        """Turn model points ``(n, 3)`` into patient millimetres, leaning and turning a little."""
        points = points.astype(np.float32, copy=False)
        out = points * floats(self.scale)
        out[:, 0] += self.aside(points[:, 1], points[:, 2])
        return floats(out)

    def aside(self, y: NDArray[np.floating], z: NDArray[np.floating]) -> NDArray[np.floating]:
        """Return how far a model point moves to the left as the person leans, turns and tilts."""
        curve, turn, tilt = self.lean
        return np.asarray(curve * np.sin((z + 60) / 95) + turn * y + tilt * z)


def build(spec: PhantomSpec) -> Body:
    """Draw the proportions that belong to a spec's seed."""
    random = spec.generator("body")
    width, depth, height, heart, aorta, *posture = random.normal(0, 1, 8).clip(-2, 2).tolist()
    domes = random.normal(0, 4, 2).tolist()
    air = random.uniform(0.45, 1.15, 3).tolist()
    small = 0.60 + 0.02 * random.random() if spec.is_child else 1.0
    woman = 0.94 if spec.sex == "F" and not spec.is_child else 1.0
    rise = 20.0 if spec.supine and spec.is_frontal else (10.0 if spec.is_child else 0.0)
    return Body(
        scale=(
            small * woman * (1 + 0.03 * width),
            small * woman * (1.06 if spec.is_child else 1 + 0.04 * depth),
            small * woman * (0.95 if spec.is_child else 1 + 0.025 * height),
        ),
        drop=0.72 if spec.is_child else (0.9 if spec.supine else 1.0),
        heart=(1.14 if spec.is_child else 1.0) * (1 + 0.035 * heart),
        aorta=(0.8 if spec.is_child else 1.0) * (1 + 0.12 * aorta),
        dome_mm=(rise + domes[0], rise + domes[0] + 0.4 * abs(domes[1])),
        fat_mm=float(7 + 6 * random.random()) * (1.4 if spec.sex == "F" else 1.0),
        female=spec.sex == "F" and not spec.is_child,
        child=spec.is_child,
        supine=spec.supine,
        arms_up=not spec.is_frontal,
        gas=(air[0], air[1], air[2]),
        lean=(1.6 * posture[0], 0.022 * posture[1], 0.010 * posture[2]),
    )


def spine_y(z: NDArray[np.floating] | float) -> NDArray[np.floating]:
    """Depth of the middle of the vertebral bodies at a height."""
    at = (-300.0, -200.0, -100.0, -30.0, 30.0, 60.0, 100.0, 150.0)
    return np.asarray(np.interp(z, at, (38.0, 54.0, 66.0, 63.0, 50.0, 41.0, 26.0, 14.0)))


def _smooth(table: NDArray[np.float64]) -> Floats:
    """Resample a table by its first column every millimetre, corners rounded: a row a quantity."""
    table = table[np.argsort(table[:, 0])]
    at = np.arange(table[0, 0] - 30, table[-1, 0] + 31)
    kernel = np.hanning(17) / np.hanning(17).sum()
    lines = [np.interp(at, table[:, 0], column) for column in table.T[1:]]
    rounded = [np.convolve(np.pad(line, 8, "edge"), kernel, "valid") for line in lines]
    return floats(np.stack([at, *rounded]))


def _looked_up(table: Floats, at: NDArray[np.floating]) -> tuple[NDArray[np.floating], ...]:
    """Interpolate the columns of a millimetre table."""
    place = np.clip(at - table[0, 0], 0, table.shape[1] - 1.001)
    below = place.astype(np.int32)
    share = place - below
    return tuple((1 - share) * line[below] + share * line[below + 1] for line in table[1:])


_SMOOTH_SKIN = _smooth(_SKIN)
_SMOOTH_CAGE = _smooth(np.concatenate([_APEX, RIBS]))


def skin(z: NDArray[np.floating]) -> tuple[NDArray[np.floating], ...]:
    """Half width, half depth and middle y of the trunk and neck at a height."""
    return _looked_up(_SMOOTH_SKIN, z)


def cage(level: NDArray[np.floating], body: Body) -> tuple[NDArray[np.floating], ...]:
    """Drop, half width, half depth and middle y of the cage at a rib's height at the spine."""
    drop, width, depth, middle = _looked_up(_SMOOTH_CAGE, level)
    return drop * body.drop, width, depth, middle


def rib_level(y: NDArray[np.floating], z: NDArray[np.floating], body: Body) -> NDArray[np.floating]:
    """Return the rib height at the spine whose oblique plane passes through ``(y, z)``."""
    level = z + 40 * body.drop
    for _ in range(10):
        drop, _, depth, middle = cage(level, body)
        share = np.clip((middle + depth - y) / (2 * depth), -0.1, 1.1)
        level = 0.4 * level + 0.6 * np.clip(z + drop * share, -330, 140)
    return level
