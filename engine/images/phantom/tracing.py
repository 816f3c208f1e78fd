"""From a specification to line integrals and masks: no physics of the film yet."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.phantom import signs
from engine.images.phantom.body import Body, build
from engine.images.phantom.organs import model_coordinates, organs
from engine.images.phantom.projection import Beam, Cloud, inside, on_detector, slabs, splat
from engine.images.phantom.skeleton import skeleton
from engine.images.phantom.spec import Floats, PhantomSpec, Sign, View, floats
from engine.images.phantom.vessels import vessels

MUSCLE, FAT, LUNG = 0.0202, 0.0176, 0.0054
_FINEST = 1024
_COARSEST = 256
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Traces:
    """What the rays met, all ``(size, size)``.

    ``attenuation`` is the natural logarithm of the primary beam's weakening; ``lung`` and
    ``heart`` are silhouettes; ``found`` holds where each sign changes the attenuation.
    """

    attenuation: Floats
    lung: Mask
    heart: Mask
    body: Mask
    found: dict[Sign, Mask] = field(default_factory=dict)


def beam(spec: PhantomSpec, size: int) -> Beam:
    """Return source and detector of a spec's film: 1800 mm upright, 1000 mm supine."""
    scale = 0.61 if spec.is_child else 1.0
    shift = spec.generator("film").normal(0, 3, 2) * scale
    centre = (float(shift[0]), float(shift[1]) + (-45 + (4 if spec.supine else 0)) * scale)
    field_mm = 265.0 if spec.is_child else 420.0
    gap = 30.0
    match spec.view:
        case View.PA:
            detector = -125 * scale - gap
            return Beam(1, detector + 1800, detector, centre, field_mm, size)
        case View.AP:
            detector = 125 * scale + gap
            sid = 1000 if spec.supine else 1800
            return Beam(1, detector - sid, detector, centre, field_mm, size)
        case View.LATERAL:
            detector = 180 * scale + gap
            return Beam(0, detector - 1800, detector, centre, field_mm, size)


def _organs(
    spec: PhantomSpec, body: Body, rays: Beam
) -> tuple[dict[str, Floats], dict[Sign, Floats]]:
    """March through the slabs: lengths inside organs, highest values of silhouettes."""
    scale = np.asarray(body.scale)
    extent = np.array([(-225, 225), (-150, 125), (-300, 190)]) * scale[:, None]
    small = float(scale.min())
    grid = slabs(rays.axis, extent, 4 * small, 6 * small)
    at = grid.coordinates()
    shapes = organs(at, body)
    ill = signs.infiltrate(model_coordinates(at, body), spec, body)
    names = ("body", "cavity", "mediastinum", "diaphragm", "gas", "heart")
    stack = [getattr(shapes, name) for name in names] + list(ill.values())
    blank = np.zeros((rays.size, rays.size), np.float32)
    lengths = {name: blank.copy() for name in ("body", "muscle", "lung", "cavity", "gas")}
    heart = np.full_like(blank, -1e3)
    found = {sign: blank.copy() for sign in ill}
    before: dict[str, Floats] | None = None
    weights: list[Floats] = []
    for images in on_detector(rays, grid, np.stack(stack)):
        skin, cavity, solid, dome, gas, beating = images[:6]
        now = {"body": skin, "muscle": skin - np.float32(body.fat_mm), "cavity": cavity}
        now["lung"] = np.minimum(np.minimum(cavity, dome), -solid)
        now["gas"] = np.minimum(gas, -now["lung"])
        np.maximum(heart, beating, out=heart)
        if before is not None:
            for name, length in lengths.items():
                share = inside(before[name], now[name])
                length += share
                if name == "lung":
                    for k, sign in enumerate(ill):
                        found[sign] += share * np.maximum(weights[k] + images[6 + k], 0) / 2
        before, weights = now, list(images[6:])
    lengths = {name: length * grid.step_mm for name, length in lengths.items()}
    lengths["heart"] = heart
    return lengths, {sign: length * grid.step_mm for sign, length in found.items()}


def _ventilated(cloud: Cloud, spec: PhantomSpec, body: Body) -> Cloud:
    """Vessels lose their contrast where the air around them is gone."""
    if not {Sign.CONSOLIDATION, Sign.GROUND_GLASS} & set(spec.signs):
        return cloud
    x, y, z = cloud.points.T
    mass = cloud.mass.copy()
    for weight in signs.infiltrate(model_coordinates((x, y, z), body), spec, body).values():
        mass *= 1 - np.clip(weight, 0, 1) * np.float32(0.9)
    return Cloud(cloud.points, mass)


def trace(spec: PhantomSpec, size: int) -> Traces:
    """Follow all rays of a film of ``size`` by ``size`` pixels."""
    body = build(spec)
    grid = min(size, _FINEST)
    rays = beam(spec, grid)
    smooth = min(size, _FINEST, max(_COARSEST, size // 2))
    lengths, ill = _organs(spec, body, beam(spec, smooth))
    lean = lengths["muscle"] - lengths["lung"] - lengths["gas"]
    total = FAT * (lengths["body"] - lengths["muscle"]) + MUSCLE * lean + LUNG * lengths["lung"]
    found = {}
    for sign, length in ill.items():
        total += (MUSCLE - LUNG) * length
        found[sign] = length > 1e-3
    step = rays.pitch_mm * 0.85
    bones = skeleton(body, step, spec.generator("bones"))
    blood = _ventilated(vessels(spec, body, step * 0.9), spec, body)
    fine = splat(rays, bones) + splat(rays, blood)
    if Sign.NODULE in spec.signs:
        ball = splat(rays, signs.nodule(spec, body, step)[0])
        fine += ball
        found[Sign.NODULE] = ball > 0
    if Sign.LINES in spec.signs:
        wires = splat(rays, signs.lines(spec, body, step))
        fine += wires
        found[Sign.LINES] = wires > 0
    total = _enlarged(total, grid) + cv2.GaussianBlur(fine, (0, 0), 0.7)
    total *= rays.obliquity()
    lung = (lengths["lung"] > 0.5 * lengths["cavity"]) & (lengths["cavity"] > 12)
    lung &= lengths["heart"] < 0
    return Traces(
        _enlarged(total, size),
        _enlarged_mask(lung, size),
        _enlarged_mask(lengths["heart"] > 0, size),
        _enlarged_mask(lengths["body"] > 15, size),
        {sign: _enlarged_mask(_grown(mask), size) for sign, mask in found.items()},
    )


def _grown(mask: Mask) -> Mask:
    return cv2.dilate(mask.astype(np.uint8), np.ones((9, 9), np.uint8)).astype(bool)


def _enlarged(image: Floats, size: int) -> Floats:
    if image.shape[0] == size:
        return image
    return floats(cv2.resize(image, (size, size), interpolation=cv2.INTER_CUBIC))


def _enlarged_mask(mask: Mask, size: int) -> Mask:
    whole = cv2.resize(mask.astype(np.uint8), (size, size), interpolation=cv2.INTER_NEAREST)
    return whole.astype(bool)
