"""Pulmonary vessels: trees that grow into the lungs by halving the volume they must supply.

After Tawhai, Pullan and Hunter (Ann Biomed Eng 2000): every branch runs part of the way to the
middle of its share of the lung, then the share is split across the branch. Radii follow Murray.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.images.phantom.body import Body, cage, rib_level
from engine.images.phantom.organs import Point, diaphragm, heart, vessels_and_septum
from engine.images.phantom.projection import Cloud
from engine.images.phantom.spec import Floats, PhantomSpec, floats

# Arteries and veins: side, root, first direction, radius at the root, number of last branches.
_ROOTS: tuple[tuple[int, Point, Point, float, int], ...] = (
    (-1, (-34, 10, -30), (-0.4, 0.1, -0.9), 6.3, 900),
    (-1, (-24, -2, -46), (-0.9, 0.2, 0.0), 5.4, 450),
    (1, (36, 20, -15), (0.5, 0.2, -0.8), 6.2, 850),
    (1, (26, 4, -42), (0.9, 0.2, 0.1), 5.2, 400),
)
BLOOD = 0.0195


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Branches in model millimetres: ends ``(n, 2, 3)``, middles ``(n, 3)`` and radii ``(n, 2)``.

    ``shown`` ``(n, 2)`` is 0 where a vessel runs through solid tissue, 1 in the lung.
    """

    ends: Floats
    bows: Floats
    radii: Floats
    shown: Floats


def lung_points(body: Body, side: int, count: int, random: np.random.Generator) -> Floats:
    """Return points spread evenly through one lung, a little inside its surface."""
    box = np.array([[0, 150], [-95, 100], [-205, 112]], np.float32)
    raw = box[:, 0] + random.random((count * 6, 3), np.float32) * (box[:, 1] - box[:, 0])
    raw[:, 0] *= side
    x, y, z = raw.T
    _, width, depth, middle = cage(rib_level(y, z, body), body)
    wall = (np.abs(x) / width) ** 2.25 + (np.abs(y - middle) / depth) ** 2.25
    at = (x, y, z)
    solid = np.maximum(heart(at, body), vessels_and_septum(at, body))
    keep = (wall < 0.94) & (diaphragm(at, body) > 1) & (solid < -2)
    return floats(raw[keep][:count])


def _in_lung(ends: Floats, body: Body) -> Floats:
    at = (ends[..., 0], ends[..., 1], ends[..., 2])
    solid = np.maximum(heart(at, body), vessels_and_septum(at, body))
    return floats(np.clip(0.3 - solid / 5, 0, 1))


def grow(
    root: Floats,
    heading: Floats,
    points: Floats,
    radius_mm: float,
    body: Body,
    random: np.random.Generator,
) -> Tree:
    """Grow one tree from ``root`` into ``points`` ``(n, 3)``."""
    stack = [(root, heading, np.arange(len(points)), radius_mm)]
    ends, bows, radii = [], [], []
    while stack:
        start, direction, mine, radius = stack.pop()
        target = points[mine].sum(axis=0) / len(mine)
        way = target - start
        length = float(np.sqrt(way @ way)) + 1e-6
        share = 0.38 if len(mine) > 3 else 0.8
        end = start + way * share + random.normal(0, 0.05 * length, 3).astype(np.float32)
        reach = length * share
        bow = start + 0.5 * (0.55 * direction * reach + 0.45 * (end - start))
        ends.append((start, end))
        bows.append(bow)
        radii.append((radius, radius * 0.93))
        if len(mine) <= 1:
            continue
        heading = (end - bow) / (np.linalg.norm(end - bow) + 1e-6)
        cloud = points[mine] - target
        spread = cloud.T @ cloud
        spread -= 0.6 * np.outer(spread @ heading, heading)
        normal = np.linalg.eigh((spread + spread.T) / 2)[1][:, -1]
        where = cloud @ normal
        order = mine[np.argsort(where)]
        cut = max(1, int(len(mine) * (random.uniform(0.3, 0.7) if len(mine) > 4 else 0.5)))
        for part in (order[:cut], order[cut:]):
            if len(part):
                ratio = (len(part) / len(mine)) ** (1 / 3.1)
                stack.append((end, heading, part, radius * 0.93 * ratio))
    whole = np.array(ends, np.float32)
    return Tree(
        whole, np.array(bows, np.float32), np.array(radii, np.float32), _in_lung(whole, body)
    )


def twigs(tree: Tree, points: Floats, random: np.random.Generator) -> Tree:
    """Hang the finest vessels onto a tree: from its branches to ``points`` ``(n, 3)``."""
    thin = tree.radii[:, 1] < 1.3
    ends, radii = tree.ends[thin, 1], tree.radii[thin, 1]
    square = (points**2).sum(1)[:, None] - 2 * points @ ends.T + (ends**2).sum(1)
    nearest = square.argmin(axis=1)
    start = ends[nearest]
    way = points - start
    reach = np.linalg.norm(way, axis=1, keepdims=True)
    stop = start + way * np.minimum(1, 22 / (reach + 1e-6))
    bow = (start + stop) / 2 + 0.12 * reach * random.standard_normal(start.shape, np.float32)
    thick = np.minimum(radii[nearest], 0.72)[:, None] * floats([1, 0.45])
    whole = np.stack([start, stop], axis=1)
    return Tree(whole, bow.astype(np.float32), thick, np.ones_like(thick))


@lru_cache(maxsize=8)
def _trees(body: Body, seed: int) -> tuple[Tree, ...]:
    random = PhantomSpec(seed).generator("vessels")
    grown = []
    for side, root, heading, radius, count in _ROOTS:
        points = lung_points(body, side, count, random)
        tree = grow(floats(root), floats(heading), points, radius, body, random)
        grown += [tree, twigs(tree, lung_points(body, side, 3600, random), random)]
    return tuple(grown)


def vessels(spec: PhantomSpec, body: Body, step_mm: float) -> Cloud:
    """Return the pulmonary arteries and veins in patient millimetres."""
    step = step_mm / min(body.scale)
    random = spec.generator("vessels")
    points, masses = [], []
    for tree in _trees(body, spec.seed):
        place, mass = _fill(tree, step, random)
        points.append(place)
        masses.append(mass)
    mass = np.concatenate(masses) * np.float32(np.prod(body.scale) * BLOOD)
    return Cloud(body.patient(np.concatenate(points)), mass)


def _fill(tree: Tree, step: float, random: np.random.Generator) -> tuple[Floats, Floats]:
    """Fill branches with points on spirals; masses are mm^3."""
    start, end = tree.ends[:, 0], tree.ends[:, 1]
    length = np.linalg.norm(end - start, axis=1)
    steps = np.maximum(2, np.ceil(length / step)).astype(int)
    around = np.maximum(3, np.ceil(4.0 * tree.radii.mean(axis=1) / step)).astype(int)
    branch = np.repeat(np.arange(len(steps)), steps)
    first = np.repeat(np.cumsum(steps) - steps, steps)
    t = ((np.arange(len(branch)) - first + 0.5) / steps[branch]).astype(np.float32)[:, None]
    a, b, c = start[branch], tree.bows[branch], end[branch]
    middle = (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
    along = (1 - t) * (b - a) + t * (c - b)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-6
    side = np.cross(along, floats([0.31, 0.52, 0.79]))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-6
    other = np.cross(along, side)
    radius = (1 - t[:, 0]) * tree.radii[branch, 0] + t[:, 0] * tree.radii[branch, 1]
    mass = np.pi * radius**2 * (length / steps)[branch] / around[branch]
    mass *= (1 - t[:, 0]) * tree.shown[branch, 0] + t[:, 0] * tree.shown[branch, 1]
    owner = np.repeat(np.arange(len(branch)), around[branch])
    each = around[branch]
    nth = np.arange(len(owner)) - np.repeat(np.cumsum(each) - each, each)
    shift = random.random((2, len(branch)), np.float32)[:, owner]
    turn = (nth * 2.39996323 + 2 * np.pi * shift[0]).astype(np.float32)
    reach = radius[owner] * np.sqrt((nth + shift[1]) / each[owner])
    place = middle[owner] + (reach * np.cos(turn))[:, None] * side[owner]
    place += (reach * np.sin(turn))[:, None] * other[owner]
    return floats(place), floats(mass[owner])
