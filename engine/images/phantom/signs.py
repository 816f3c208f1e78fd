"""What is added to the normal chest: consolidation, ground glass, a nodule, lines and tubes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.images.phantom.body import Body
from engine.images.phantom.organs import Coordinates, Point, ellipsoid
from engine.images.phantom.projection import Cloud
from engine.images.phantom.skeleton import Section, gather, rounded, swept
from engine.images.phantom.spec import Floats, PhantomSpec, Sign, floats
from engine.images.phantom.vessels import lung_points

# Lobes: side, above the minor fissure, behind the oblique one, and where the disease sits in them.
_LOBES: tuple[tuple[str, int, int, int, Point, Point], ...] = (
    ("right upper lobe", -1, 1, -1, (-60, 0, 22), (58, 66, 60)),
    ("right lower lobe", -1, 0, 1, (-66, 45, -88), (58, 52, 62)),
    ("left lower lobe", 1, 0, 1, (68, 45, -92), (54, 50, 60)),
    ("right middle lobe", -1, -1, -1, (-62, -52, -72), (56, 46, 42)),
    ("left upper lobe", 1, 1, -1, (62, -8, 8), (56, 62, 48)),
)


def waves(at: Coordinates, shortest_mm: float, random: np.random.Generator) -> Floats:
    """Return smooth noise of zero mean and about unit spread: a sum of plane waves."""
    total: NDArray[np.floating] = np.zeros(1, np.float32)
    for _ in range(24):
        length = shortest_mm * random.uniform(1, 3.5)
        way = random.normal(size=3)
        a, b, c = (way * (2 * np.pi / length / np.linalg.norm(way))).tolist()
        phase = random.uniform(0, 2 * np.pi)
        total = total + np.cos(a * at[0] + b * at[1] + c * at[2] + phase)
    return floats(total * np.float32(np.sqrt(2 / 24)))


def lobe(spec: PhantomSpec) -> str:
    """Return the name of the lobe that a consolidation fills."""
    return _LOBES[spec.sign_seed % len(_LOBES)][0]


def _consolidation(at: Coordinates, spec: PhantomSpec) -> Floats:
    _, side, minor, oblique, centre, radii = _LOBES[spec.sign_seed % len(_LOBES)]
    random = spec.generator("signs")
    noise = waves(at, 16, random)
    x, y, z = at
    core = ellipsoid(at, centre, radii) + 5 * noise
    fissures = [np.broadcast_to(side * x, core.shape)]
    fissures.append(oblique * (40 + 1.33 * (y - 60) - z) / 1.66 + 0 * x)
    if minor:
        fissures.append(minor * (z + 34 + 0.08 * y) + 0 * x)
    sharp = np.clip(np.minimum.reduce(fissures) / 2.5, 0, 1)
    return floats(sharp * np.clip(core / 15, 0, 1) ** 0.8 * (0.78 + 0.08 * noise))


def _ground_glass(at: Coordinates, spec: PhantomSpec, body: Body) -> Floats:
    random = spec.generator("signs")
    noise = waves(at, 11, random)
    total = np.zeros_like(noise)
    for side in (-1, 1):
        points = lung_points(body, side, 1500, random)
        rank = np.abs(points[:, 0]) / 75 + np.abs(points[:, 1]) / 90 - points[:, 2] / 130
        for centre in points[np.argsort(rank)[-500:]][:: 500 // 7]:
            radius = random.uniform(20, 36)
            radii = (radius * 0.8, radius, radius * 1.15)
            x, y, z = centre.tolist()
            core = ellipsoid(at, (x, y, z), radii) + 5 * noise
            total = np.maximum(total, np.clip(core / 14, 0, 1) * random.uniform(0.40, 0.62))
    return floats(total * np.clip(1 + 0.35 * noise, 0.2, 2))


def infiltrate(at: Coordinates, spec: PhantomSpec, body: Body) -> dict[Sign, Floats]:
    """Return, sign by sign, the share of the lung's air that is replaced, at model coordinates."""
    found = {}
    if Sign.CONSOLIDATION in spec.signs:
        found[Sign.CONSOLIDATION] = _consolidation(at, spec)
    if Sign.GROUND_GLASS in spec.signs:
        found[Sign.GROUND_GLASS] = _ground_glass(at, spec, body)
    return found


def nodule(spec: PhantomSpec, body: Body, step_mm: float) -> tuple[Cloud, Floats, float]:
    """Return a nodule's cloud, its middle in patient millimetres and its diameter."""
    random = spec.generator("signs")
    side = -1 if random.random() < 0.6 else 1
    points = lung_points(body, side, 2000, random)
    free = (np.abs(points[:, 0]) > 58) & (np.abs(points[:, 0]) < 100) & (points[:, 2] > -90)
    middle = points[free & (points[:, 2] < 30)][0]
    diameter = random.uniform(20, 30) * min(body.scale)
    count = int((diameter / step_mm) ** 2 * 24)
    way = random.normal(size=(count, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    lobes = 1 + 0.05 * np.sin(3 * way[:, 0] + 4 * way[:, 1]) + 0.04 * np.sin(7 * way[:, 2])
    reach = diameter / 2 * lobes * random.random(count) ** (1 / 2.6)
    centre = body.patient(middle[None])[0]
    mass = np.full(count, np.pi / 6 * diameter**3 * 0.0155 / count, np.float32)
    return Cloud((centre + way * reach[:, None]).astype(np.float32), mass), centre, float(diameter)


_LINES: tuple[tuple[Sequence[Point], Section], ...] = (
    # central venous line, endotracheal tube with its stripe, gastric tube, leads of the ECG
    (((-52, -30, 150), (-34, -14, 108), (-24, -10, 70), (-18, -12, 25), (-19, -14, -28)),
     Section(1.2, 1.2, 0.5, 0.09, 0.03)),
    (((0, -4, 200), (0, 4, 150), (0, 9, 100), (0, 13, 52)), Section(5.2, 5.2, 1.0, 0.018, 0)),
    (((4, -4, 200), (4, 4, 150), (4, 9, 100), (4, 13, 52)), Section(0.8, 0.8, 0.5, 0.16, 0.1)),
    (((-3, 20, 200), (-2, 22, 90), (2, 28, 20), (8, 30, -60), (16, 18, -125), (40, -4, -160),
      (64, -8, -176)), Section(2.4, 2.4, 0.7, 0.05, 0.004)),
    (((-96, -96, 48), (-120, -108, -20), (-142, -100, -120), (-150, -90, -300)),
     Section(0.6, 0.6, 0.4, 0.14, 0.14)),
    (((104, -96, 40), (118, -108, -40), (136, -104, -140), (168, -80, -300)),
     Section(0.6, 0.6, 0.4, 0.14, 0.14)),
)  # fmt: skip
_ELECTRODES: tuple[Point, ...] = ((-96, -98, 48), (104, -98, 40), (112, -110, -140))
LINE_TIP: Point = (-19, -14, -28)
TUBE_TIP: Point = (0, 13, 52)


def lines(spec: PhantomSpec, body: Body, step_mm: float) -> Cloud:
    """Return a central venous line, an endotracheal and a gastric tube, and ECG leads."""
    step = step_mm / min(body.scale)
    random = spec.generator("signs")
    up = np.array([0.13, -0.97, 0.2])
    clouds = [
        swept(rounded(path, 80), up, section, step_mm=step, random=random)
        for path, section in _LINES
    ]
    for x, y, z in _ELECTRODES:
        stud = rounded([(x, y - 2, z), (x, y + 2, z)], 4)
        clouds.append(swept(stud, np.array([0, 0, 1.0]), Section(4.5, 4.5, 0.8, 0.2, 0.05),
                            step_mm=step, random=random))  # fmt: skip
    whole = gather(clouds)
    return Cloud(body.patient(whole.points), whole.mass * np.float32(np.prod(body.scale)))
