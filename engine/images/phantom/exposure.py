"""From line integrals to a film: scatter, quanta, detector, processing for presentation, truth."""

import hashlib
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from engine.images.phantom.body import LEVELS, Body, build, spine_y
from engine.images.phantom.projection import Beam
from engine.images.phantom.signs import LINE_TIP, TUBE_TIP, lobe, nodule
from engine.images.phantom.spec import Floats, PhantomSpec, Sign, View, floats
from engine.images.phantom.tracing import Mask, beam, trace
from engine.types import (
    Identity,
    Orientation,
    Radiograph,
    Spacing,
    SpacingProvenance,
    Window,
    frozen,
)

BITS = 14
# What the reader of files says of Quality Control Image (0028,0300): a phantom is no patient.
_PHANTOM_NOTICE = "Marked as a quality control image."
_TOP = 2**BITS - 1
_SPREADS_MM = (2.5, 10.0, 40.0)


@dataclass(frozen=True, slots=True, eq=False)
class Phantom:
    """A film with all that is known of it; masks are bool ``(rows, columns)`` on its pixels.

    ``lung_mask`` holds the lungs as seen: within the cage, above the domes, beside the heart.
    ``truth`` is JSON-able.
    """

    spec: PhantomSpec
    radiograph: Radiograph
    lung_mask: Mask
    heart_mask: Mask
    finding_masks: dict[Sign, Mask]
    truth: dict[str, Any]


def expose(spec: PhantomSpec, size: int = 2048) -> Phantom:
    """Take the film that a specification describes, ``size`` by ``size`` pixels.

    Raises
    ------
    ValueError
        Where the size is below 64 pixels.
    """
    if size < 64:
        raise ValueError("a phantom film has at least 64 x 64 pixels")
    rays = beam(spec, size)
    traces = trace(spec, size)
    random = spec.generator("film")
    random.normal(size=8)
    lead = _marker(spec, rays)
    signal = _detected(traces.attenuation + 3.2 * lead, traces.body, rays, spec, random)
    values = _presented(signal, traces.body, rays)
    values *= _collimated(rays, random)
    stored = np.round(values * _TOP).astype(np.uint16)
    if spec.monochrome1:
        stored = (_TOP - stored).astype(np.uint16)
    masks = {sign: frozen(mask) for sign, mask in traces.found.items()}
    truth = _truth(spec, rays, traces.lung, traces.heart, masks)
    return Phantom(
        spec,
        _radiograph(spec, rays, stored),
        frozen(traces.lung),
        frozen(traces.heart),
        masks,
        truth,
    )


def _blurred(image: Floats, spread_mm: float, rays: Beam) -> Floats:
    """Blur by a wide Gaussian, on a reduced grid where that loses nothing."""
    sigma = spread_mm / rays.pitch_mm
    fold = max(1, int(sigma / 4))
    small = max(16, rays.size // fold)
    reduced = cv2.resize(image, (small, small), interpolation=cv2.INTER_AREA)
    reduced = cv2.GaussianBlur(
        reduced, (0, 0), sigma * small / rays.size, borderType=cv2.BORDER_REPLICATE
    )
    whole = cv2.resize(reduced, (rays.size, rays.size), interpolation=cv2.INTER_CUBIC)
    return floats(whole)


def _detected(
    attenuation: Floats, body: Mask, rays: Beam, spec: PhantomSpec, random: np.random.Generator
) -> Floats:
    """Return the logarithmic signal: primary and scattered quanta, their noise, detector blur."""
    primary = np.exp(-attenuation)
    share = 0.30 if spec.supine else 0.13
    scatter = share * _blurred(np.where(body, primary, 0.03), 28, rays)
    quanta = (45e3 if spec.is_child else 30e3) * (rays.pitch_mm / 0.2) ** 2
    expected = (primary + scatter) * quanta
    noisy = expected + np.sqrt(expected) * random.standard_normal(expected.shape, np.float32)
    blur = 0.11 / rays.pitch_mm
    if blur > 0.3:
        noisy = cv2.GaussianBlur(noisy, (0, 0), blur)
    return floats(-np.log(np.maximum(noisy, 1) / quanta))


def _presented(signal: Floats, body: Mask, rays: Beam) -> Floats:
    """Return P-values 0..1: the range of coarse structures reduced, details raised, a sigmoid."""
    levels = [signal] + [_blurred(signal, spread, rays) for spread in _SPREADS_MM]
    gains = (1.45, 1.2, 0.9, 0.62)
    image = levels[-1] * gains[-1]
    for k, gain in enumerate(gains[:-1]):
        image = image + gain * (levels[k] - levels[k + 1])
    seen = image[body] if body.any() else image
    low, high = np.percentile(seen, [12, 88])
    slope = 2.3 / max(float(high - low), 0.2)
    return floats(1 / (1 + np.exp(-slope * (image - (0.54 * low + 0.46 * high)))))


def _marker(spec: PhantomSpec, rays: Beam) -> Floats:
    """Draw the lead letter of a side, 0..1, on the film's side of the patient."""
    glyph = np.zeros((rays.size, rays.size), np.uint8)
    at = _marker_place(spec, rays)
    height = _MARKER_MM / rays.pitch_mm
    scale = height / cv2.getTextSize(spec.marker, cv2.FONT_HERSHEY_SIMPLEX, 1, 1)[0][1]
    thick = max(1, round(height / 6))
    cv2.putText(glyph, spec.marker, at, cv2.FONT_HERSHEY_SIMPLEX, scale, 255, thick, cv2.LINE_AA)
    return floats(glyph / 255)


_MARKER_MM = 15.0


def _marker_place(spec: PhantomSpec, rays: Beam) -> tuple[int, int]:
    across = 0.06 if spec.marker == "R" or not spec.is_frontal else 0.90
    return round(across * rays.size), round((0.17 if spec.is_frontal else 0.14) * rays.size)


def _collimated(rays: Beam, random: np.random.Generator) -> Floats:
    """Return 1 inside the collimator's edges, 0 outside, with the penumbra between."""
    edges = 3 + 7 * random.random(4)
    tilt = 0.002 * random.standard_normal(4)
    at = (np.arange(rays.size, dtype=np.float32) + 0.5) * np.float32(rays.pitch_mm)
    field, middle = rays.field_mm, rays.field_mm / 2
    rows, columns = at[:, None], at[None, :]
    inside = [
        rows - edges[0] - tilt[0] * (columns - middle),
        field - rows - edges[1] - tilt[1] * (columns - middle),
        columns - edges[2] - tilt[2] * (rows - middle),
        field - columns - edges[3] - tilt[3] * (rows - middle),
    ]
    return floats(np.clip(np.minimum.reduce(inside) / 0.8, 0, 1))


def magnification(rays: Beam) -> float:
    """Return that of the patient's middle plane: SID over the source's distance to it."""
    return float(rays.sid_mm / abs(rays.source))


def _radiograph(spec: PhantomSpec, rays: Beam, stored: Floats) -> Radiograph:
    pitch = rays.pitch_mm / magnification(rays)
    window = Window(8192, 14400, explanation="STANDARD"), Window(7000, 9800, explanation="LUNG")
    if spec.monochrome1:
        window = Window(8191, 14400, explanation="STANDARD"), Window(9383, 9800, explanation="LUNG")
    return Radiograph(
        stored=stored,
        source="phantom",
        kind="Digital X-Ray Image Storage - For Presentation",
        inverted=spec.monochrome1,
        bits_stored=BITS,
        vois=window,
        spacing=Spacing(pitch, pitch, SpacingProvenance.MAGNIFICATION_CORRECTED),
        orientation=Orientation("L" if spec.is_frontal else "P", "F"),
        identity=identity(spec),
        warnings=(_PHANTOM_NOTICE,),
        photometric="MONOCHROME1" if spec.monochrome1 else "MONOCHROME2",
    )


def uid(*parts: object) -> str:
    """Return a UID under 2.25 that follows from its parts."""
    digest = hashlib.sha256("/".join(map(str, ("hilum phantom", *parts))).encode()).digest()
    return f"2.25.{int.from_bytes(digest[:16], 'big')}"


def identity(spec: PhantomSpec) -> Identity:
    """Return who the phantom is and when it was exposed, as its file says it."""
    year = int(spec.study_date[:4])
    random = spec.generator("body")
    random.normal(size=8)
    age = int(random.integers(3, 8) if spec.is_child else random.integers(24, 79))
    birth = f"{year - age - 1}0701"
    study = (spec.seed, spec.age_group, spec.study)
    name = f"PHANTOM^{'CHILD' if spec.is_child else 'ADULT'} {spec.seed:04d}"
    return Identity(
        patient_name=name,
        patient_id=f"PHANTOM-{spec.seed:04d}{'C' if spec.is_child else 'A'}",
        birth_date=birth,
        sex=spec.sex,
        age=f"{age:03d}Y",
        institution_name="Hilum numerical phantom",
        modality="DX",
        study_instance_uid=uid("study", *study),
        series_instance_uid=uid("series", *study, spec.film),
        sop_instance_uid=uid("film", spec),
        sop_class_uid="1.2.840.10008.5.1.4.1.1.1.1",
        accession_number=f"P{spec.seed:05d}{spec.study:02d}",
        study_date=spec.study_date,
        study_time=f"{8 + spec.seed % 9:02d}{(spec.seed * 7) % 60:02d}00",
        study_description="Chest (numerical phantom)",
        series_description=f"Chest {spec.view}{' supine' if spec.supine else ''}",
        series_number=str(spec.film + 1),
        instance_number="1",
        body_part_examined="CHEST",
        view_position=str(spec.view),
        image_laterality="U",
        manufacturer="Hilum",
        model_name="Numerical chest phantom",
        kvp="70" if spec.is_child else ("90" if spec.supine else "125"),
        exposure_mas="2",
        exposure_index="",
        deviation_index="",
        lossy_ratio="",
    )


def fiducials(body: Body) -> dict[str, Floats]:
    """Return named points of the anatomy in patient millimetres, the first two at mid-depth."""
    levels = dict(LEVELS)
    named = {
        "middle_right": (-100.0, 0.0, -60.0),
        "middle_left": (100.0, 0.0, -60.0),
        "carina": (1.0, 19.0, 8.0),
        "T4": (0.0, float(spine_y(levels["T4"])), levels["T4"]),
        "T10": (0.0, float(spine_y(levels["T10"])), levels["T10"]),
        "line_tip": LINE_TIP,
        "tube_tip": TUBE_TIP,
    }
    return {name: body.patient(np.array([point]))[0] for name, point in named.items()}


def _extent_mm(mask: Mask, rays: Beam) -> float:
    columns = np.flatnonzero(mask.any(axis=0))
    return float((columns[-1] - columns[0] + 1) * rays.pitch_mm) if len(columns) else 0.0


def _truth(
    spec: PhantomSpec, rays: Beam, lung: Mask, heart: Mask, masks: dict[Sign, Mask]
) -> dict[str, Any]:
    body = build(spec)
    points = fiducials(body)
    rows, columns, _ = rays.project(np.stack(list(points.values())))
    wide = _extent_mm(lung, rays)
    truth: dict[str, Any] = {
        "view": str(spec.view),
        "age_group": str(spec.age_group),
        "supine": spec.supine,
        "signs": [str(sign) for sign in spec.signs],
        "normal": not set(spec.signs) - {Sign.LINES},
        "pitch_mm": rays.pitch_mm,
        "magnification": magnification(rays),
        "sid_mm": rays.sid_mm,
        "source_to_middle_mm": abs(rays.source),
        "fiducials_px": {
            name: [float(r), float(c)] for name, r, c in zip(points, rows, columns, strict=True)
        },
        "middle_width_mm": float(np.linalg.norm(points["middle_left"] - points["middle_right"])),
        "signs_area_mm2": {
            str(sign): float(mask.sum() * rays.pitch_mm**2) for sign, mask in masks.items()
        },
    }
    if spec.view is not View.LATERAL:
        truth["heart_width_detector_mm"] = _extent_mm(heart, rays)
        truth["thorax_width_detector_mm"] = wide
        truth["cardiothoracic_ratio"] = _extent_mm(heart, rays) / wide if wide else None
    if Sign.CONSOLIDATION in spec.signs:
        truth["lobe"] = lobe(spec)
    if Sign.NODULE in spec.signs:
        _, centre, diameter = nodule(spec, body, 2.0)
        row, column, scale = rays.project(centre[None])
        truth["nodule"] = {
            "row": float(row[0]),
            "column": float(column[0]),
            "diameter_mm": diameter,
            "diameter_detector_mm": diameter * float(scale[0]),
        }
    return truth
