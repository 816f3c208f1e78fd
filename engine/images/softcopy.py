"""Softcopy presentation states: how somebody wanted a film to be shown (PS3.3 A.33, PS3.4 N).

A state refers to films; `SoftcopyState.for_film` gives what it says of one, `presented` applies
the part that concerns values. What is to be drawn is left to the viewer as plain values.
"""

from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from engine.images.framing import opening
from engine.images.geometry import Point
from engine.images.tone import Span, composed, mapped_from, modality_span, stored_span
from engine.types import (
    LookupTable,
    Overlay,
    Radiograph,
    Rescale,
    Shutter,
    Voi,
    VoiFunction,
    Window,
)

GREYSCALE_STATE = "1.2.840.10008.5.1.4.1.1.11.1"
"""Grayscale Softcopy Presentation State Storage."""

STATE_ALONE = "A presentation state: it has no picture of its own, but says how films are shown."
"""Why a file that holds a greyscale presentation state is no film."""

IN_COLOUR = "A greyscale presentation state does not change the colours of this film."

GraphicKind = Literal["POINT", "POLYLINE", "INTERPOLATED", "CIRCLE", "ELLIPSE"]
AreaMode = Literal["SCALE TO FIT", "TRUE SIZE", "MAGNIFY"]
Units = Literal["PIXEL", "DISPLAY"]
"""Of annotations: (row, column) in the film's pixels, 0 at the centre of the first, or in shares
of the displayed area's height and width."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An image that a state speaks of; no ``frames`` means all, counted from 0."""

    sop_instance_uid: str
    sop_class_uid: str = ""
    series_instance_uid: str = ""
    frames: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Graphic:
    """A graphic object (PS3.3 C.10.5.1.2).

    A CIRCLE has its centre and a point on it, an ELLIPSE both ends of its major, then of its minor
    axis; the others have their points in order.
    """

    kind: GraphicKind
    points: tuple[Point, ...]
    filled: bool = False
    units: Units = "PIXEL"
    layer: str = ""


@dataclass(frozen=True, slots=True)
class TextNote:
    """A text object: in a box from ``top_left`` to ``bottom_right``, at an anchor, or both."""

    text: str
    top_left: Point | None = None
    bottom_right: Point | None = None
    anchor: Point | None = None
    anchor_visible: bool = False
    justification: Literal["LEFT", "CENTER", "RIGHT"] = "LEFT"
    box_units: Units = "PIXEL"
    anchor_units: Units = "PIXEL"
    layer: str = ""


Annotation = Graphic | TextNote


@dataclass(frozen=True, slots=True)
class Area:
    """The displayed area in pixels of the film, half open (PS3.3 C.10.4).

    ``magnification`` is display pixels a pixel under MAGNIFY, None otherwise.
    """

    top: float
    left: float
    bottom: float
    right: float
    mode: AreaMode = "SCALE TO FIT"
    magnification: float | None = None


@dataclass(frozen=True, slots=True)
class Softcopy:
    """What a state says of one film.

    Attributes
    ----------
    modality : Rescale or LookupTable
        Replaces the film's own.
    voi : Voi or None
        None shows the whole range of the modality values.
    inverted : bool
        Presentation LUT Shape INVERSE; the film's Photometric Interpretation does not count.
    overlay_groups : tuple of int
        The overlay planes that are to be shown (PS3.3 C.11.7); the others are not.
    overlays : tuple of Overlay
        The state's own planes, each in place of the film's of that group.
    flipped_h, rotation_deg
        The film is flipped first, then rotated clockwise, as everywhere in the house.
    annotations : tuple of Annotation
        In the order of their layers, the lowest first.
    """

    label: str = ""
    description: str = ""
    creator: str = ""
    modality: Rescale | LookupTable = field(default_factory=Rescale)
    voi: Voi | None = None
    presentation: LookupTable | None = None
    inverted: bool = False
    shutter: Shutter | None = None
    overlay_groups: tuple[int, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    flipped_h: bool = False
    rotation_deg: int = 0
    area: Area | None = None
    annotations: tuple[Annotation, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what the Standard cannot say."""
        if self.rotation_deg % 90:
            raise ValueError("a presentation state rotates by multiples of 90 degrees")


_Value = TypeVar("_Value")
Scoped = tuple[tuple[tuple[Reference, ...], _Value], ...]
"""Values with the images that each concerns; no image means all of the state's."""


@dataclass(frozen=True, slots=True)
class SoftcopyState:
    """A presentation state as stored: ``common`` holds what concerns all its films.

    ``date`` and ``time`` are those of its making, as DICOM writes them; ``warnings`` name what of
    it is malformed or not applied.
    """

    references: tuple[Reference, ...]
    common: Softcopy
    vois: Scoped[Voi] = ()
    areas: Scoped[Area] = ()
    annotations: Scoped[Annotation] = ()
    warnings: tuple[str, ...] = ()
    sop_instance_uid: str = ""
    date: str = ""
    time: str = ""

    def refers_to(self, radiograph: Radiograph) -> bool:
        """Whether the state is of a film."""
        return _concerned(self.references, radiograph)

    def for_film(self, radiograph: Radiograph) -> Softcopy | None:
        """Return what the state says of a film; None where it does not refer to it."""
        if not self.refers_to(radiograph):
            return None
        return replace(
            self.common,
            voi=next(iter(_of(self.vois, radiograph)), None),
            area=next(iter(_of(self.areas, radiograph)), None),
            annotations=_of(self.annotations, radiograph),
        )


def _concerned(references: tuple[Reference, ...], radiograph: Radiograph) -> bool:
    uid = radiograph.identity.sop_instance_uid
    return bool(uid) and any(
        reference.sop_instance_uid == uid
        and (not reference.frames or radiograph.frame in reference.frames)
        for reference in references
    )


def _of(scoped: Scoped[_Value], radiograph: Radiograph) -> tuple[_Value, ...]:
    return tuple(
        value
        for references, value in scoped
        if not references or _concerned(references, radiograph)
    )


def presented(radiograph: Radiograph, softcopy: Softcopy) -> Radiograph:
    """Return a grey film with the grey scale, shutter and overlays of a state in place of its own.

    A colour film is given back with a warning.
    Absent parts are the identity: what the film's own header says of them does not count
    (PS3.4 N.2.1). A shutter that would leave nothing visible is left out with a warning.
    """
    if not radiograph.is_grey:
        return replace(radiograph, warnings=(*radiograph.warnings, IN_COLOUR))
    shutter, warnings = softcopy.shutter, radiograph.warnings
    # Whether a table begins below zero only the film can tell (PS3.3 C.11.1.1, C.11.2.1.1).
    stored = _stored_span(radiograph)
    modality = _mapped(softcopy.modality, stored)
    if radiograph.narrowed != Rescale():
        modality = composed(modality, radiograph.narrowed)
    voi = _mapped(
        softcopy.voi or whole_range(radiograph, modality), modality_span(modality, stored)
    )
    if shutter is not None and not opening(shutter, radiograph.shape).any():
        shutter, warnings = None, (*warnings, "The presentation state's shutter covers all.")
    return replace(
        radiograph,
        modality=modality,
        unit="",
        vois=(voi,),
        presentation=softcopy.presentation,
        inverted=softcopy.inverted,
        shutter=shutter,
        overlays=_activated(radiograph, softcopy),
        warnings=warnings,
    )


def _activated(radiograph: Radiograph, softcopy: Softcopy) -> tuple[Overlay, ...]:
    """Return the planes that a state shows; one of its own hides the film's of that group."""
    rows, columns = radiograph.shape
    planes = {plane.group: plane for plane in radiograph.overlays}
    for plane in softcopy.overlays:
        mask = plane.mask[: max(rows - plane.top, 0), : max(columns - plane.left, 0)]
        planes[plane.group] = replace(plane, mask=mask)
    return tuple(
        planes[group]
        for group in sorted(planes)
        if group in softcopy.overlay_groups and planes[group].mask.size
    )


_Step = TypeVar("_Step", Rescale | LookupTable, Voi)


def _mapped(step: _Step, span: Span) -> _Step:
    return mapped_from(step, span) if isinstance(step, LookupTable) else step


def _stored_span(radiograph: Radiograph) -> Span:
    signed = radiograph.stored.dtype.kind == "i"
    return stored_span((1 << radiograph.bits_stored) - 1, signed=signed)


def whole_range(radiograph: Radiograph, modality: Rescale | LookupTable) -> Window:
    """Return the window over all modality values that the bits of a film allow."""
    low, high = modality_span(modality, _stored_span(radiograph))
    width = max(high - low, 1.0)
    return Window((low + high) / 2, width, VoiFunction.LINEAR_EXACT, "whole range")


def on_film(softcopy: Softcopy, shape: tuple[int, int]) -> tuple[Annotation, ...]:
    """Return the annotations with all points in pixels of a film of that shape (rows, columns)."""
    return tuple(_in_pixels(annotation, softcopy, shape) for annotation in softcopy.annotations)


def _in_pixels(annotation: Annotation, softcopy: Softcopy, shape: tuple[int, int]) -> Annotation:
    def placed(point: Point, units: Units) -> Point:
        return point if units == "PIXEL" else _from_display(point, softcopy, shape)

    if isinstance(annotation, Graphic):
        points = tuple(placed(point, annotation.units) for point in annotation.points)
        return replace(annotation, points=points, units="PIXEL")
    corner, opposite, anchor = (
        None if point is None else placed(point, units)
        for point, units in (
            (annotation.top_left, annotation.box_units),
            (annotation.bottom_right, annotation.box_units),
            (annotation.anchor, annotation.anchor_units),
        )
    )
    return replace(
        annotation,
        top_left=corner,
        bottom_right=opposite,
        anchor=anchor,
        box_units="PIXEL",
        anchor_units="PIXEL",
    )


def _from_display(point: Point, softcopy: Softcopy, shape: tuple[int, int]) -> Point:
    """Return the film's point at shares of the displayed area as it is seen, turned and flipped."""
    area = softcopy.area or Area(0, 0, *shape)
    down, along = point
    for _ in range(softcopy.rotation_deg // 90 % 4):
        down, along = 1 - along, down
    along = 1 - along if softcopy.flipped_h else along
    row = area.top + down * (area.bottom - area.top)
    return row - 0.5, area.left + along * (area.right - area.left) - 0.5
