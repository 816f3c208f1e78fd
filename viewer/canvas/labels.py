"""What is written beside a mark: pure functions from values to lines of text."""

import math

from engine.images import geometry
from engine.images.geometry import Point
from engine.images.marks import REGIONS, Mark, MarkKind, lines_of
from engine.images.measuring import Profile, Region
from engine.types import Spacing, SpacingProvenance
from viewer.language import tr

PROPOSED = "Thorax proposed by the lung model: check it"
_CM2 = 100.0


def length_text(spacing: Spacing, start: Point, end: Point) -> str:
    """Return a length with its provenance; never millimetres that nobody knows."""
    return _length(spacing, geometry.length_mm(spacing, start, end))


def area_text(spacing: Spacing, area_px: float) -> str:
    """Return an area with its provenance; ``area_px`` is in square pixels, NaN for unknown."""
    if math.isnan(area_px):
        return tr("no area: the outline crosses itself")
    area = area_px * spacing.row_mm * spacing.column_mm
    if spacing.provenance is SpacingProvenance.PIXELS:
        return tr("area {area} pixels", area=f"{area:.0f}")
    words = f"{area / _CM2:.2f} cm²" if area >= _CM2 else f"{area:.1f} mm²"
    return tr("area {area} ({provenance})", area=words, provenance=tr(spacing.provenance))


def region_text(region: Region, *, is_grey: bool, unit: str = "") -> tuple[str, ...]:
    """Return mean, SD and range of a region's modality values, with their unit."""
    if not region.count:
        return (tr("no pixels of the film inside"),)
    spread = tr("mean {mean}  SD {sd}", mean=f"{region.mean:.1f}", sd=f"{region.sd:.1f}")
    limits = tr("min {low}  max {high}", low=f"{region.minimum:g}", high=f"{region.maximum:g}")
    lines = spread if is_grey else tr("luminance: {values}", values=spread), limits
    return tuple(f"{line} {unit}".rstrip() for line in lines)


def label(
    mark: Mark,
    spacing: Spacing,
    reading: Region | Profile | None,
    *,
    is_grey: bool = True,
    unit: str = "",
) -> tuple[str, ...]:
    """Return the lines beside a mark, the reader's own words first."""
    own = (mark.text,) if mark.text else ()
    match mark.kind:
        case MarkKind.DISTANCE | MarkKind.PROFILE:
            said: tuple[str, ...] = (length_text(spacing, *mark.points),)
        case MarkKind.ANGLE:
            first, vertex, last = mark.points
            said = (f"{geometry.angle_degrees(spacing, first, vertex, last):.1f}°",)
        case MarkKind.COBB:
            angle = geometry.cobb_degrees(spacing, *_two(mark))
            said = (tr("Cobb {angle}°", angle=f"{angle:.1f}"),)
        case MarkKind.CARDIOTHORACIC:
            said = _cardiothoracic(mark, spacing)
        case kind if kind in REGIONS and isinstance(reading, Region):
            values = region_text(reading, is_grey=is_grey, unit=unit)
            said = (*values, area_text(spacing, reading.area_px))
        case _:
            said = ()
    return (*own, *said)


def measured_cardiothoracic(mark: Mark, spacing: Spacing) -> geometry.Cardiothoracic:
    """Return the widths of a cardiothoracic mark."""
    thorax, midline, borders = lines_of(mark)
    return geometry.cardiothoracic(spacing, thorax=thorax, midline=midline, borders=borders)


def _two(mark: Mark) -> tuple[tuple[Point, Point], tuple[Point, Point]]:
    upper, lower = lines_of(mark)
    return upper, lower


def _cardiothoracic(mark: Mark, spacing: Spacing) -> tuple[str, ...]:
    found = measured_cardiothoracic(mark, spacing)
    one, other = found.heart
    whole, first = round(one + other), round(one)
    widths = tr(
        "heart {heart}, thorax {thorax}",
        # A sum that does not add up would look wrong: the second part takes what is rounded.
        heart=f"{first} + {whole - first} = {whole}",
        thorax=_length(spacing, found.thorax),
    )
    proposed = (tr(PROPOSED),) if mark.proposed else ()
    return (tr("CTR {ratio}", ratio=f"{found.ratio:.2f}"), widths, *proposed)


def _length(spacing: Spacing, length: float) -> str:
    if spacing.provenance is SpacingProvenance.PIXELS:
        return tr("{length} pixels", length=f"{length:.0f}")
    return f"{length:.1f} mm ({tr(spacing.provenance)})"
