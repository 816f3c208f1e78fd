"""Organs as implicit functions of the body: positive inside, near the surface in millimetres.

They are smooth at their axes too, so that a coarse grid can carry them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.phantom.body import Body, cage, rib_level, skin, spine_y
from engine.images.phantom.spec import Floats, floats

Coordinates = tuple[Floats, Floats, Floats]
Point = tuple[float, float, float]


def ellipsoid(at: Coordinates, centre: Point, radii: Point) -> Floats:
    """Positive inside an ellipsoid along the axes."""
    x, y, z = ((c - m) / r for c, m, r in zip(at, centre, radii, strict=True))
    return floats((1 - x * x - y * y - z * z) * (min(radii) / 2))


def spindle(at: Coordinates, centre: Point, axis: Point, long: float, short: float) -> Floats:
    """Positive inside an ellipsoid of revolution about any axis."""
    unit = (np.asarray(axis) / np.linalg.norm(axis)).tolist()
    x, y, z = (c - m for c, m in zip(at, centre, strict=True))
    along = x * unit[0] + y * unit[1] + z * unit[2]
    square = x * x + y * y + z * z
    q = (square - along**2) / short**2 + along**2 / long**2
    return floats((1 - q) * (short / 2))


def capsule(at: Coordinates, start: Point, end: Point, radii: tuple[float, float]) -> Floats:
    """Positive inside a round cone between two points."""
    x, y, z = (c - m for c, m in zip(at, start, strict=True))
    d = [b - a for a, b in zip(start, end, strict=True)]
    t = np.clip((x * d[0] + y * d[1] + z * d[2]) / sum(c * c for c in d), 0, 1)
    off = (x - t * d[0]) ** 2 + (y - t * d[1]) ** 2 + (z - t * d[2]) ** 2
    radius = radii[0] + t * (radii[1] - radii[0])
    return floats((radius - off / radius) / 2)


def tube(at: Coordinates, path: Sequence[Point], radii: Sequence[float]) -> Floats:
    """Positive inside a chain of round cones."""
    links = [
        capsule(at, path[k], path[k + 1], (radii[k], radii[k + 1])) for k in range(len(path) - 1)
    ]
    return floats(np.maximum.reduce(links))


def blend(parts: Sequence[Floats], soft_mm: float) -> Floats:
    """Union with rounded seams."""
    top = np.maximum.reduce(list(parts))
    total = np.zeros_like(top)
    for part in parts:
        total += np.exp(np.maximum((part - top) / soft_mm, -20))
    return floats(top + soft_mm * np.log(total))


def superellipse(x: Floats, y: Floats, half: tuple[Floats, Floats], power: float) -> Floats:
    """Positive inside a rounded rectangle with half axes that may vary with height."""
    width, depth = half
    q = (np.abs(x / width) ** power + np.abs(y / depth) ** power) ** (1 / power)
    return floats((1 - q) * np.minimum(width, depth))


def trunk(at: Coordinates, body: Body) -> Floats:
    """Everything within the skin: trunk, neck, shoulders, arms, breasts."""
    x, y, z = at
    width, depth, middle = (part.astype(np.float32) for part in skin(z))
    parts = [superellipse(x, y - middle, (width, depth), 2.4)]
    aside = (np.abs(x), y, z)
    if body.arms_up:
        parts.append(tube(aside, [(90, 20, 60), (125, 5, 120), (120, -40, 260)], [58, 56, 46]))
    else:
        parts.append(tube(aside, [(48, 28, 84), (172, 20, 52)], [40, 44]))
        hand = (222, 15, -260) if body.supine else (262, 30, -190)
        parts.append(tube(aside, [(178, 20, 48), hand], [46, 40]))
    if body.female:
        parts.append(ellipsoid(aside, (84, -95, -108), (56, 27, 44)))
    return blend(parts, 11)


def cavity(at: Coordinates, body: Body) -> Floats:
    """Positive inside the rib cage, whose wall is the ribs' inner surface."""
    x, y, z = at
    level = rib_level(y, z, body)
    _, width, depth, middle = (part.astype(np.float32) for part in cage(level, body))
    return superellipse(x, y - middle, (width, depth), 2.25)


def diaphragm(at: Coordinates, body: Body) -> Floats:
    """Positive above the two domes."""
    x, y, z = at
    surfaces = []
    for sign, top, centre in ((-1, -120.0, -62.0), (1, -134.0, 66.0)):
        dome = top + body.dome_mm[0 if sign < 0 else 1]
        out = sign * x - abs(centre)
        across = np.where(out > 0, out / 84, out / 200)
        deep = np.where(y + 18 > 0, (y + 18) / 108, (y + 18) / 92)
        fall = np.where(y + 18 > 0, 92, 46)
        surfaces.append(dome - 88 * _bowl(across) - fall * _bowl(deep))
    left = np.clip(x / 50 + 0.5, 0, 1)
    left = left * left * (3 - 2 * left)
    surface = surfaces[0] + left * (surfaces[1] - surfaces[0])
    surface += 9 * np.exp(-((x - 8) ** 2) / 1800 - (y + 5) ** 2 / 4000)
    return floats((z - surface) * 0.6)


def _bowl(q: NDArray[np.floating]) -> NDArray[np.floating]:
    """Fall of a sphere of radius 1, going on straight beyond 0.97."""
    near = np.minimum(np.abs(q), 0.97)
    return np.asarray(1 - np.sqrt(1 - near**2) + 4 * np.maximum(np.abs(q) - 0.97, 0))


def heart(at: Coordinates, body: Body) -> Floats:
    """Ventricles and atria, apex to the patient's left; a raised diaphragm pushes them up."""
    x, y, z = at
    rise = 0.45 * body.dome_mm[1]
    size = body.heart
    turned = (x, y, z - rise)
    return blend(
        [
            spindle(turned, (24, -26, -88), (0.80, -0.28, -0.53), 64 * size, 41 * size),
            ellipsoid(turned, (-7, -20, -78), (33 * size, 36 * size, 44 * size)),
            ellipsoid(turned, (4, 8, -54), (34 * size, 25 * size, 28 * size)),
        ],
        5,
    )


def vessels_and_septum(at: Coordinates, body: Body) -> Floats:
    """Great vessels, oesophagus and fat of the mediastinum, fat behind the sternum, spine."""
    x, y, z = at
    r = body.aorta
    aorta = tube(
        at,
        [(6, -24, -42), (-13, -22, 6), (0, -8, 20), (14, 10, 22), (20, 34, 14), (23, 44, -8)],
        [16 * r, 15 * r, 14 * r, 14 * r, 14 * r, 12.5 * r],
    )
    descending = tube(at, [(23, 44, -8), (20, 47, -110), (8, 42, -220)], [12 * r, 11 * r, 10 * r])
    parts = [
        aorta,
        descending,
        tube(at, [(-15, -8, 60), (-19, -14, 0), (-20, -14, -45)], [8, 9, 11]),
        tube(at, [(14, -40, -48), (24, -14, -16)], [16, 13]),
        tube(at, [(8, -4, -22), (-29, 4, -23), (-37, 12, -42)], [11, 9.5, 6.5]),
        tube(at, [(22, -12, -16), (32, 12, -15), (38, 22, -30)], [12, 9, 6.5]),
        tube(at, [(22, -18, -22), (33, -16, -52)], [13, 12]),
        tube(at, [(0, 8, 130), (0, 12, 40), (0, 16, -40)], [21, 15, 16]),
        tube(at, [(12, 0, 16), (18, 4, 52), (24, 6, 78), (44, 6, 112)], [8, 9, 8, 8]),
        tube(at, [(-8, -6, 40), (-17, 4, 60), (-24, 6, 80), (-46, 8, 114)], [8, 9, 8, 8]),
    ]
    low = (x, y, z - body.dome_mm[1])
    parts += [
        ellipsoid(low, (50, -52, -134), (30, 26, 12)),
        ellipsoid(low, (14, -8, -128), (56, 44, 19)),
        ellipsoid(low, (-30, -48, -126), (20, 22, 12)),
        tube(low, [(-22, 4, -90), (-24, 4, -150)], [12, 13]),
    ]
    parts.append(tube(at, [(0, -30, 60), (2, -62, 0), (4, -84, -90)], [10, 8, 10]))
    if body.child:
        parts.append(ellipsoid(at, (0, -44, 18), (30, 20, 40)))
    spine = _spine(at)
    return blend([*parts, spine], 3.5)


def _spine(at: Coordinates) -> Floats:
    x, y, z = at
    behind = y - spine_y(z).astype(np.float32)
    wide = 18 + 0.5 * np.clip(behind - 6, 0, 30)
    front = np.minimum(behind, 0) / 17
    return floats((1 - np.sqrt((x / wide) ** 2 + front**2)) * 17)


def airways(at: Coordinates) -> Floats:
    """Trachea, main and lobar bronchi."""
    parts = [
        tube(at, [(0, 2, 175), (0, 8, 110), (1, 18, 10)], [8.2, 8.5, 8.8]),
        tube(at, [(0, 19, 10), (-26, 22, -14), (-40, 22, -48)], [7.5, 6.8, 5]),
        tube(at, [(2, 19, 10), (36, 22, -18), (46, 26, -42)], [6.8, 5.8, 4]),
        tube(at, [(-24, 22, -12), (-42, 18, 2)], [4.5, 3.5]),
        tube(at, [(36, 20, -17), (48, 10, -6)], [4, 3]),
    ]
    return blend(parts, 2)


def bowel_gas(at: Coordinates, body: Body) -> Floats:
    """Air in the stomach and in the left flexure of the colon."""
    rise = 0.8 * body.dome_mm[1]
    top = (at[0], at[1], at[2] - rise)
    a, b, c = body.gas
    return blend(
        [
            ellipsoid(top, (54 - 6 * b, -8, -166 + 12 * a), (24 * a, 26 * a, 11 * a)),
            ellipsoid(top, (58 + 14 * b, -4, -170 + 12 * a), (20 * a, 18 * a, 12 * b)),
            ellipsoid(top, (106, 6, -214), (15 * c, 15, 24 * c)),
            ellipsoid(top, (98 - 10 * b, 4, -232), (17 * b, 15, 13 * c)),
        ],
        3,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Organs:
    """The smooth organs on one grid: arrays ``(depths, z, across)`` of implicit functions."""

    body: Floats
    cavity: Floats
    mediastinum: Floats
    heart: Floats
    diaphragm: Floats
    gas: Floats


def model_coordinates(at: Coordinates, body: Body) -> Coordinates:
    """Turn patient millimetres into model millimetres, the lean of the spine included."""
    y, z = at[1] / body.scale[1], at[2] / body.scale[2]
    x = (at[0] - body.aside(y, z)) / body.scale[0]
    return floats(x), floats(y), floats(z)


def organs(at: Coordinates, body: Body) -> Organs:
    """Evaluate all organs at patient coordinates that broadcast against each other."""
    model = model_coordinates(at, body)
    shape = np.broadcast_shapes(*(c.shape for c in model))
    beating = heart(model, body)
    parts = (
        trunk(model, body),
        cavity(model, body),
        blend([beating, vessels_and_septum(model, body)], 4),
        beating,
        diaphragm(model, body),
        np.maximum(airways(model), bowel_gas(model, body)),
    )
    return Organs(*(np.broadcast_to(part, shape) for part in parts))
