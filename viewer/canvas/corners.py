"""What stands in the corners of a film: pure functions from values to lines of text."""

from dataclasses import dataclass, field
from enum import StrEnum

from engine.images import geometry
from engine.types import Identity, LookupTable, Radiograph, SpacingProvenance
from viewer import wording
from viewer.language import tr
from viewer.presentation import Presentation, round_length


class Annotations(StrEnum):
    """How much is written over the film."""

    ALL = "all"
    MINIMAL = "minimal"
    NONE = "none"

    def following(self) -> "Annotations":
        """Return the next of the three."""
        members = list(Annotations)
        return members[(members.index(self) + 1) % len(members)]


@dataclass(frozen=True, slots=True)
class Edges:
    """Orientation letters at the edges of the screen, empty where unknown."""

    left: str = ""
    right: str = ""
    top: str = ""
    bottom: str = ""


@dataclass(frozen=True, slots=True)
class Ruler:
    """A scale bar: its length in screen pixels and its label with provenance."""

    length: float
    label: str


@dataclass(frozen=True, slots=True)
class Corners:
    """Everything written over the film; ``chips`` are amber."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_left: tuple[str, ...] = ()
    bottom_right: tuple[str, ...] = ()
    chips: tuple[str, ...] = ()
    edges: Edges = field(default_factory=Edges)
    ruler: Ruler | None = None


def corners(
    radiograph: Radiograph,
    presentation: Presentation,
    *,
    amount: Annotations,
    zoom: float,
    position: str,
    cursor: str,
) -> Corners:
    """Return the annotations of a film; ``zoom`` is device pixels a film pixel."""
    if amount is Annotations.NONE:  # a mirrored film looks like any other
        return Corners(chips=_flipped(presentation))
    who = radiograph.identity
    name = wording.whole_name(who.patient_name) or wording.file_name(radiograph.source)
    edges = orientation_edges(radiograph, presentation)
    chips = _chips(radiograph, presentation)
    if amount is Annotations.MINIMAL:
        return Corners(
            top_left=_lines(name, _id(who)),
            top_right=_lines(wording.date(who.study_date)),
            chips=chips,
            edges=edges,
        )
    return Corners(
        top_left=person_lines(name, who),
        top_right=study_lines(who),
        bottom_left=_lines(
            cursor,
            position,
            " · ".join(
                _lines(
                    tr("Zoom {share}", share=f"{zoom:.0%}".replace("%", " %")), presentation.words
                )
            ),
            voi_text(presentation),
            _lossy(who),
        ),
        bottom_right=_exposure(who),
        chips=chips,
        edges=edges,
        ruler=None,
    )


def person_lines(name: str, who: Identity) -> tuple[str, ...]:
    """Return whose film it is, under a name."""
    return _lines(name, wording.born(who), _id(who), who.sex)


def study_lines(who: Identity) -> tuple[str, ...]:
    """Return where, why and when it was made."""
    return _lines(
        who.institution_name,
        who.study_description,
        tr("Acc {number}", number=who.accession_number) if who.accession_number else "",
        " ".join(_lines(wording.date(who.study_date), wording.time(who.study_time))),
    )


def voi_text(presentation: Presentation) -> str:
    """Return C/W with the preset's name, or the LUT's; empty for colour."""
    voi = presentation.voi
    if voi is None:
        return ""
    if isinstance(voi, LookupTable) and presentation.preset.startswith("VOI LUT"):
        return presentation.preset
    name = f"  {tr(presentation.preset)}" if presentation.preset else ""
    if isinstance(voi, LookupTable):
        return f"VOI LUT{name}"
    return f"C {voi.center:g} / W {voi.width:g}{name}"


def orientation_edges(radiograph: Radiograph, presentation: Presentation) -> Edges:
    """Return the letters at the screen's edges after flips and rotation."""
    top, right, bottom, left = geometry.edge_letters(
        radiograph.orientation,
        rotation_deg=presentation.angle,
        flipped_h=presentation.mirrored,
    )
    return Edges(left, right, top, bottom)


def ruler(radiograph: Radiograph, *, scale: float, room: float) -> Ruler:
    """Return a horizontal scale bar of at most ``room`` screen pixels.

    ``scale`` is screen pixels a film pixel's width. Millimetres only where the file knows them.
    """
    spacing = radiograph.spacing
    known = spacing.provenance is not SpacingProvenance.PIXELS
    per_unit = scale / spacing.column_mm
    length = round_length(room / per_unit)
    if not known:
        return Ruler(length * per_unit, tr("{length} pixels", length=f"{length:g}"))
    text = f"{length / 10:g} cm" if length >= 10 else f"{length:g} mm"
    return Ruler(length * per_unit, f"{text} ({tr(spacing.provenance)})")


def _flipped(presentation: Presentation) -> tuple[str, ...]:
    return (tr("FLIPPED"),) if presentation.mirrored else ()


def _chips(radiograph: Radiograph, presentation: Presentation) -> tuple[str, ...]:
    return _lines(
        *_flipped(presentation),
        tr("Orientation unknown") if radiograph.orientation is None else "",
        *map(tr, radiograph.warnings),
    )


def _exposure(who: Identity) -> tuple[str, ...]:
    series = " ".join(
        _lines(
            who.series_number and tr("Series {number}", number=who.series_number),
            who.series_description,
        )
    )
    view = " · ".join(_lines(who.view_position, who.image_laterality, who.body_part_examined))
    dose = " ".join(
        _lines(who.kvp and f"{who.kvp} kVp", who.exposure_mas and f"{who.exposure_mas} mAs")
    )
    index = " ".join(
        _lines(
            who.exposure_index and tr("EI {value}", value=who.exposure_index),
            who.deviation_index and tr("DI {value}", value=who.deviation_index),
        )
    )
    return _lines(series, view, dose, index)


def _id(who: Identity) -> str:
    return tr("ID {number}", number=who.patient_id) if who.patient_id else ""


def _lossy(who: Identity) -> str:
    return tr("Lossy {ratio}:1", ratio=who.lossy_ratio) if who.lossy_ratio else ""


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
