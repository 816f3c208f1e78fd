"""Bones as clouds: swept tubes and plates with a cortical shell around a light inside.

Masses are attenuation in excess of the soft tissue that a bone stands in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.phantom.body import LEVELS, RIBS, Body, cage, spine_y
from engine.images.phantom.projection import Cloud
from engine.images.phantom.spec import Floats, floats

Point = tuple[float, float, float]
CORTEX, MARROW = 0.036, 0.0095


@dataclass(frozen=True, slots=True)
class Section:
    """Cross-section of a bone: half axes (along ``up``, across), wall, excess per mm."""

    tall_mm: float
    thin_mm: float
    wall_mm: float
    cortex: float = CORTEX
    marrow: float = MARROW


def resample(path: NDArray[np.floating], step_mm: float) -> tuple[Floats, Floats]:
    """Return points every ``step_mm`` along a path ``(n, 3)``, and their share of its length."""
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    at = np.arange(step_mm / 2, lengths[-1], step_mm)
    if not len(at):
        at = lengths[-1:] / 2
    points = np.stack([np.interp(at, lengths, path[:, k]) for k in range(3)], axis=1)
    return floats(points), floats(at / lengths[-1])


def rounded(path: Sequence[Point], count: int = 40) -> Floats:
    """Return a smooth curve through control points (Catmull-Rom)."""
    p = np.asarray(path, np.float64)
    p = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    t = np.linspace(0, len(path) - 1, count)
    k = np.minimum(t.astype(int), len(path) - 2)
    f = (t - k)[:, None]
    a, b, c, d = p[k], p[k + 1], p[k + 2], p[k + 3]
    bow, twist = 2 * a - 5 * b + 4 * c - d, 3 * (b - c) + d - a
    return floats((2 * b + (c - a) * f + bow * f**2 + twist * f**3) / 2)


def swept(
    path: NDArray[np.floating],
    up: NDArray[np.floating],
    section: Section,
    *,
    step_mm: float,
    random: np.random.Generator,
    profile: NDArray[np.floating] | None = None,
    fade: float = 0.0,
    round_ends: bool = True,
) -> Cloud:
    """Sweep an elliptical section along a path.

    ``profile`` scales the section at equally spaced shares of the length; ``fade`` is the share of
    the length at the far end over which the bone dissolves; ``round_ends`` closes it like an egg.
    """
    points, share = resample(path, step_mm)
    spacing = np.linalg.norm(np.diff(path, axis=0), axis=1).sum() / len(points)
    scale = np.ones_like(share)
    if profile is not None:
        scale = np.interp(share, np.linspace(0, 1, len(profile)), profile).astype(np.float32)
    if round_ends:
        scale = scale * _caps(share, spacing * len(points), max(section.tall_mm, section.thin_mm))
    along = np.gradient(points, axis=0) if len(points) > 1 else path[-1:] - path[:1]
    along = along / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-9)
    tall = up - (along @ up)[:, None] * along if up.ndim == 1 else up
    tall = tall / (np.linalg.norm(tall, axis=1, keepdims=True) + 1e-9)
    thin = np.cross(along, tall)
    around = 2 * np.pi * np.sqrt((section.tall_mm**2 + section.thin_mm**2) / 2)
    count = max(8, int(around / step_mm * max(1, section.thin_mm / 6)))
    angle = (np.arange(count) + random.random((len(points), 1))) * (2 * np.pi / count)
    inner = np.sqrt((np.arange(count) * 0.6180339 + random.random((len(points), 1))) % 1)
    wall = section.wall_mm * scale
    mean = scale * (section.tall_mm + section.thin_mm) / 2
    shell = 2 * np.pi * mean * wall * section.cortex * spacing / count
    filling = np.pi * scale**2 * section.tall_mm * section.thin_mm * section.marrow * spacing
    strength = np.clip((1 - share) / fade, 0, 1) if fade else np.ones_like(share)
    clouds = []
    for radius, mass in ((np.ones_like(inner), shell), (inner, filling / count)):
        offset = (scale[:, None] * radius * np.cos(angle) * section.tall_mm)[..., None]
        aside = (scale[:, None] * radius * np.sin(angle) * section.thin_mm)[..., None]
        place = points[:, None] + offset * tall[:, None] + aside * thin[:, None]
        place += (1.6 * step_mm * (random.random(angle.shape) - 0.5))[..., None] * along[:, None]
        weight = np.broadcast_to((mass * strength)[:, None], angle.shape)
        clouds.append((place.reshape(-1, 3), weight.reshape(-1)))
    return gather([Cloud(p.astype(np.float32), m.astype(np.float32)) for p, m in clouds])


def _caps(share: Floats, length_mm: float, reach_mm: float) -> Floats:
    """Round off both ends of a bone."""
    reach = min(reach_mm, length_mm / 2)
    near = np.clip(np.minimum(share, 1 - share) * length_mm / reach, 0, 1)
    return floats(np.sqrt(np.clip(1 - (1 - near) ** 2, 0.02, 1)))


def gather(clouds: Sequence[Cloud]) -> Cloud:
    """Join clouds into one."""
    return Cloud(
        np.concatenate([cloud.points for cloud in clouds]),
        np.concatenate([cloud.mass for cloud in clouds]),
    )


def rib_path(number: int, side: int, body: Body, count: int = 90) -> Floats:
    """Return the middle line of a rib (1 to 12) in model millimetres; ``side`` -1 is the right."""
    level = RIBS[number - 1, 0]
    drop, width, depth, middle = cage(np.asarray(level), body)
    front = (2.62, 2.66, 2.62, 2.56, 2.50, 2.42, 2.32, 2.2, 2.08, 1.95, 1.55, 1.05)[number - 1]
    theta = np.linspace(14.0 / float(width), front, count)
    s, c = np.sin(theta), np.cos(theta)
    r = (np.abs(s) ** 2.25 + np.abs(c) ** 2.25) ** (-1 / 2.25)
    x = (width + 4.5) * r * s
    y = middle + (depth + 4.5) * r * c
    share = (middle + depth - y) / (2 * depth)
    hump = 5 * np.sin(np.clip(theta / 0.9, 0, 1) * np.pi)
    z = level - drop * share + hump - 8 * (share > 0.8) * (share - 0.8)
    return floats(np.stack([side * x, y, z], axis=1))


def _ribs(body: Body, step: float, random: np.random.Generator) -> list[Cloud]:
    clouds = []
    slim = 0.85 if body.child else 1.0
    grain = (0.62, 0.85, 0.95, 1, 1, 0.98, 0.95, 0.95, 1.0, 1.1)
    for number in range(1, 13):
        tall = (5.5, 5.2, 5.8, 6.2, 6.6, 6.8, 6.8, 6.6, 6.3, 6.0, 5.2, 4.5)[number - 1] * slim
        section = Section(tall, 3.3 * slim, 0.42)
        for side in (-1, 1):
            path = rib_path(number, side, body)
            along = np.gradient(path, axis=0)
            outward = np.stack([path[:, 0] * 0.8, path[:, 1], 0 * path[:, 2]], axis=1)
            up = np.cross(along, outward)
            _, share = resample(path, step)
            parts = np.stack(
                [np.interp(share, np.linspace(0, 1, len(up)), up[:, k]) for k in range(3)], axis=1
            )
            clouds.append(
                swept(
                    path, parts, section, step_mm=step, random=random,
                    profile=np.interp(np.linspace(0, 1, 24), np.linspace(0, 1, 10), grain)
                    * (1 + 0.035 * random.standard_normal(24)),
                    fade=0.16 if number > 10 else 0.07,
                )
            )  # fmt: skip
    return clouds


def _vertebra(z: float, body: Body, step: float, random: np.random.Generator) -> list[Cloud]:
    """Body with end plates, pedicles, transverse and spinous processes."""
    y = float(spine_y(z))
    grow = np.interp(z, (-268, -178, 82, 150), (1.28, 1.12, 0.84, 0.72))
    half = np.interp(z, (-268, -178, 82, 150), (13, 11.3, 8.3, 6.2)) * (0.86 if body.child else 1)
    wide, deep = 16.5 * grow, 13.5 * grow
    up, back = np.array([0.0, 0, 1]), np.array([0.0, 1, 0])
    column = np.array([(0, y, z - half), (0, y, z + half)])
    waist = np.array([1.06, 1.0, 0.93, 0.91, 0.93, 1.0, 1.06])
    clouds = [
        swept(column, back, Section(deep, wide, 0.35, CORTEX, 0.0035), step_mm=step, random=random,
              profile=waist, round_ends=False)
    ]  # fmt: skip
    for top in (z - half, z + half):
        clouds.append(_plate((0, y, top), (wide, deep), 0.5 * CORTEX, step, random))
    for side in (-1, 1):
        foot = (side * 10.5 * grow, y + deep * 0.9, z + half * 0.35)
        clouds.append(
            swept(rounded([foot, (foot[0], foot[1] + 13 * grow, foot[2])], 8), up,
                  Section(5.6 * grow, 3.4 * grow, 0.36, CORTEX, 0.002), step_mm=step, random=random)
        )  # fmt: skip
        tip = (side * (30 if z > -190 else 36) * grow, y + 28 * grow, z + half * 0.7)
        clouds.append(
            swept(rounded([(side * 12 * grow, y + 24 * grow, z + half * 0.2), tip], 8), up,
                  Section(4.5 * grow, 3.5, 0.25), step_mm=step, random=random)
        )  # fmt: skip
        lamina = [(side * 11 * grow, y + 24 * grow, z), (side * 2, y + 33 * grow, z - half * 0.9)]
        clouds.append(swept(rounded(lamina, 8), up, Section(8 * grow, 2.2, 0.3), step_mm=step,
                            random=random))  # fmt: skip
    spinous = [(0, y + 33 * grow, z - half * 0.6), (0, y + 52 * grow, z - half * 2.1)]
    clouds.append(swept(rounded(spinous, 8), up, Section(5.5 * grow, 2.6, 0.4), step_mm=step,
                        random=random))  # fmt: skip
    return clouds


def _plate(
    centre: tuple[float, float, float],
    radii: tuple[float, float],
    mass: float,
    step: float,
    random: np.random.Generator,
) -> Cloud:
    """Return a horizontal elliptical plate of ``mass`` per square millimetre."""
    count = max(64, int(np.pi * radii[0] * radii[1] / (step * step) * 0.6))
    index = np.arange(count)
    r = np.sqrt((index + 0.5) / count)
    angle = index * 2.39996323
    dish = -1.6 * np.sign(centre[2]) * 0 + (random.random(count) - 0.5) * 1.2
    points = np.stack(
        [centre[0] + radii[0] * r * np.cos(angle), centre[1] + radii[1] * r * np.sin(angle),
         centre[2] + dish], axis=1,
    )  # fmt: skip
    share = np.pi * radii[0] * radii[1] * mass / count
    return Cloud(points.astype(np.float32), np.full(count, share, np.float32))


def skeleton(body: Body, step_mm: float, random: np.random.Generator) -> Cloud:
    """Return all bones of the chest in patient millimetres."""
    step = step_mm / min(body.scale)
    clouds = _ribs(body, step, random)
    for _, z in LEVELS:
        clouds += _vertebra(z, body, step, random)
    clouds += _girdle(body, step, random)
    up = np.array([1.0, 0, 0])
    for path, wide in (([(0, -40, 50), (0, -52, 10)], 24), ([(0, -53, 6), (0, -88, -95)], 15)):
        clouds.append(swept(rounded(path, 12), up, Section(wide, 4.5, 0.25, CORTEX, 0.0015),
                            step_mm=step, random=random))  # fmt: skip
    whole = gather(clouds)
    mass = whole.mass * np.float32(np.prod(body.scale) * (0.8 if body.child else 1))
    return Cloud(body.patient(whole.points), mass)


_CLAVICLE = (1.4, 1.15, 0.95, 0.9, 0.95, 1.0, 1.15, 1.2)
_HUMERUS = (0.92, 1.0, 0.74, 0.58, 0.55, 0.54, 0.54, 0.53, 0.53, 0.52, 0.52, 0.52, 0.52, 0.52)


def _girdle(body: Body, step: float, random: np.random.Generator) -> list[Cloud]:
    """Clavicles, scapulae and upper arms; the shoulders roll forward on an upright film."""
    out = 0 if body.supine else 14
    far = out / 2
    rise = 8 if body.supine else 0
    clavicle: list[Point] = [(18, -44, 40 + rise), (50, -54, 50 + rise), (92, -36, 68 + rise)]
    clavicle += [(128, -4, 84 + rise), (163, 10, 88 + rise)]
    bones: list[tuple[list[Point], Section, Sequence[float], float]] = [
        (clavicle, Section(5.2, 5.2, 0.75), _CLAVICLE, 0.12)
    ]
    if body.arms_up:
        arm: list[Point] = [(105, 40, 95), (120, 5, 130), (118, -60, 270)]
        bones.append((arm, Section(11, 11, 2.5), (1,), 0))
        out += 12
    else:
        inner, lower, socket = (106 + out, 94, 62), (120 + out, 92, -66), (160 + far, 34, 50)
        edge, border = Section(2.4, 2.4, 0.5), Section(1.2, 1.2, 0.5)
        hand = (212, 16, -220) if body.supine else (246, 26, -150)
        plain: list[tuple[list[Point], Section]] = [
            ([lower, (133 + out, 84, -40), (146 + far, 60, 8), socket], edge),
            ([inner, (102 + out, 98, 10), (110 + out, 96, -40), lower], border),
            ([inner, (120 + out, 84, 72), (142 + far, 56, 68), socket], border),
            (
                [(110 + out, 98, 44), (142 + far, 84, 66), (172, 58, 88), (172, 22, 86)],
                Section(6, 3, 0.35),
            ),
            ([socket, (144 + far, 16, 68), (136 + far, 4, 58)], Section(4.5, 4.5, 0.35)),
            ([(162 + far, 32, 66), (159 + far, 36, 36)], Section(7, 7, 0.4)),
        ]
        bones += [(path, section, (1,), 0) for path, section in plain]
        bones.append(([(170, 32, 78), (184, 26, 32), hand], Section(21, 21, 1.5), _HUMERUS, 0))
    clouds = []
    for side in (-1, 1):
        for path, section, profile, fade in bones:
            course = rounded([(side * x, y, z) for x, y, z in path], 30)
            clouds.append(
                swept(
                    course,
                    np.array([0.0, 0, 1]),
                    section,
                    step_mm=step,
                    random=random,
                    profile=np.asarray(profile),
                    fade=fade,
                )
            )
        clouds.append(_blade(side, out, step, random))
    return clouds


def _blade(side: int, out: float, step: float, random: np.random.Generator) -> Cloud:
    """Return the thin plate of a scapula."""
    corners = np.array(
        [(106 + out, 94, 62), (120 + out, 92, -66), (158 + out / 2, 38, 48)], np.float64
    )
    count = int(6500 / (step * step) * 0.7)
    index, shift = np.arange(count), random.random(2)
    a = np.sqrt((shift[0] + index * 0.7548776662) % 1)
    b = (shift[1] + index * 0.5698402910) % 1
    mix = np.stack([1 - a, a * (1 - b), a * b], axis=1)
    points = mix @ corners * (side, 1, 1)
    points += (random.random((count, 3)) - 0.5) * 1.5 * step
    return Cloud(points.astype(np.float32), np.full(count, 6500 * 0.042 / count, np.float32))
