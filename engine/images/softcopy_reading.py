"""A presentation state object -> `SoftcopyState` (PS3.3 A.33.1, C.10, C.11). Fails soft."""

from pathlib import Path
from typing import cast, get_args

from engine.errors import UnreadableImage
from engine.images.dicom import DicomFile, Header, parse
from engine.images.geometry import Point
from engine.images.overlays import activated_groups, read_overlays
from engine.images.reading import file_bytes
from engine.images.shutters import read_shutter
from engine.images.softcopy import (
    GREYSCALE_STATE,
    Annotation,
    Area,
    AreaMode,
    Graphic,
    GraphicKind,
    Reference,
    Scoped,
    Softcopy,
    SoftcopyState,
    TextNote,
    Units,
)
from engine.images.tone import lookup_tables, modality, windows
from engine.types import LookupTable, Rescale, Voi

_LARGEST = (1 << 15, 1 << 15)
_LAST = 1 << 20
_MOST_POINTS, _LONGEST_TEXT, _MOST_ANNOTATIONS = 1 << 14, 1024, 2000
_POINTS = {"POINT": (1, 1), "POLYLINE": (2, 0), "INTERPOLATED": (2, 0), "CIRCLE": (2, 2)}
_POINTS["ELLIPSE"] = (4, 4)


def read_softcopy(path: Path) -> SoftcopyState:
    """Read a greyscale softcopy presentation state.

    Raises
    ------
    UnreadableImage
        Where the file is none, or refers to no image.
    """
    return softcopy_of(parse(file_bytes(path)))


def softcopy_of(file: DicomFile) -> SoftcopyState:
    """Read a presentation state that was taken apart: `read_softcopy` of parsed bytes."""
    header = file.header
    if file.sop_class != GREYSCALE_STATE:
        raise UnreadableImage(f"Not a greyscale presentation state: {file.sop_class_name}.")
    references = tuple(
        reference
        for series in header.items("ReferencedSeriesSequence")
        for reference in _references(series, series.text("SeriesInstanceUID"))
    )
    if not references:
        raise UnreadableImage("The presentation state refers to no image.")
    levels = modality(header, 0, stored=None)
    return SoftcopyState(
        references,
        _common(header, levels),
        tuple(
            (_references(item), voi)
            for item in header.items("SoftcopyVOILUTSequence")
            for voi in _vois(item)[:1]
        ),
        tuple(
            (_references(item), area)
            for item in header.items("DisplayedAreaSelectionSequence")
            if (area := _area(item)) is not None
        ),
        _annotations(header),
        (*file.notes, *_not_applied(header)),
        header.text("SOPInstanceUID"),
        header.text("PresentationCreationDate"),
        header.text("PresentationCreationTime"),
    )


def _not_applied(header: Header) -> tuple[str, ...]:
    """Name what a state may hold and we do not apply."""
    areas = header.items("DisplayedAreaSelectionSequence")
    sides = [area.numbers("PresentationPixelAspectRatio") for area in areas]
    found = {
        "Mask subtraction of the presentation state is not applied.": "MaskSubtractionSequence"
        in header,
        "Of the presentation state's compound graphics only the simple parts are drawn.": any(
            item.items("CompoundGraphicSequence")
            for item in header.items("GraphicAnnotationSequence")
        ),
        "The presentation state asks for pixels that are not square; the film's own are kept.": any(
            len(side) == 2 and side[0] != side[1] for side in sides
        ),
    }
    return tuple(sentence for sentence, there in found.items() if there)


def _common(header: Header, levels: Rescale | LookupTable) -> Softcopy:
    overlays = read_overlays(header, _LARGEST)
    shutter = read_shutter(header, overlays)
    blind = None if shutter is None else shutter.bitmap
    luts = lookup_tables(header, "PresentationLUTSequence", span=None)
    flipped = header.text("ImageHorizontalFlip").upper() == "Y"
    turn = header.integer("ImageRotation") or 0
    if turn % 90:
        header.note("Image Rotation is invalid and was left out.")
        turn = 0
    return Softcopy(
        label=header.text("ContentLabel"),
        description=header.text("ContentDescription"),
        creator=header.text("ContentCreatorName"),
        modality=levels,
        presentation=luts[0] if luts else None,
        inverted=header.text("PresentationLUTShape").upper() == "INVERSE",
        shutter=shutter,
        overlay_groups=activated_groups(header),
        overlays=tuple(plane for plane in overlays if plane is not blind),
        flipped_h=flipped,
        # The Standard rotates first and flips then (C.10.6), which turns the other way round.
        rotation_deg=(-turn if flipped else turn) % 360,
    )


def _references(item: Header, series: str = "") -> tuple[Reference, ...]:
    return tuple(
        Reference(
            image.text("ReferencedSOPInstanceUID"),
            image.text("ReferencedSOPClassUID"),
            series,
            tuple(int(number) - 1 for number in image.numbers("ReferencedFrameNumber")),
        )
        for image in item.items("ReferencedImageSequence")
    )


def _vois(item: Header) -> tuple[Voi, ...]:
    return (*lookup_tables(item, "VOILUTSequence", span=None), *windows(item))


def _area(item: Header) -> Area | None:
    """Read a displayed area, whose corners are those seen after rotation and flip."""
    corners = [
        item.numbers(f"DisplayedArea{corner}HandCorner") for corner in ("TopLeft", "BottomRight")
    ]
    if any(len(corner) != 2 or max(map(abs, corner)) > _LAST for corner in corners):
        item.note("The displayed area is malformed; the whole film is shown.")
        return None
    (left, top), (right, bottom) = corners
    mode = item.text("PresentationSizeMode").upper()
    ratio = next(iter(item.numbers("PresentationPixelMagnificationRatio")), None)
    if mode not in get_args(AreaMode) or (mode == "MAGNIFY" and not (ratio and ratio > 0)):
        mode = "SCALE TO FIT"
    return Area(
        min(top, bottom) - 1,
        min(left, right) - 1,
        max(top, bottom),
        max(left, right),
        cast("AreaMode", mode),
        ratio if mode == "MAGNIFY" else None,
    )


def _annotations(header: Header) -> Scoped[Annotation]:
    orders = {
        layer.text("GraphicLayer"): layer.integer("GraphicLayerOrder") or 0
        for layer in header.items("GraphicLayerSequence")
    }
    found: list[tuple[tuple[Reference, ...], Annotation]] = []
    for item in header.items("GraphicAnnotationSequence"):
        layer, references = item.text("GraphicLayer"), _references(item)
        drawn = [_graphic(graphic, layer) for graphic in item.items("GraphicObjectSequence")]
        written = [_text(text, layer) for text in item.items("TextObjectSequence")]
        found += [(references, value) for value in (*drawn, *written) if value is not None]
    if len(found) > _MOST_ANNOTATIONS:
        header.note("The presentation state has too many annotations; the first 2000 are drawn.")
    kept = found[:_MOST_ANNOTATIONS]
    return tuple(sorted(kept, key=lambda scoped: orders.get(scoped[1].layer, 0)))


def _graphic(item: Header, layer: str) -> Graphic | None:
    kind = item.text("GraphicType").upper()
    units = _units(item.text("GraphicAnnotationUnits"))
    points = _points(item.numbers("GraphicData"), units)
    least, most = _POINTS.get(kind, (1, -1))
    if not least <= len(points) <= (most or _MOST_POINTS):
        item.note("A graphic of the presentation state is malformed and was left out.")
        return None
    filled = item.text("GraphicFilled").upper() == "Y"
    return Graphic(cast("GraphicKind", kind), points, filled, units, layer)


def _text(item: Header, layer: str) -> TextNote | None:
    box_units = _units(item.text("BoundingBoxAnnotationUnits"))
    anchor_units = _units(item.text("AnchorPointAnnotationUnits"))
    top_left = _points(item.numbers("BoundingBoxTopLeftHandCorner"), box_units)
    bottom_right = _points(item.numbers("BoundingBoxBottomRightHandCorner"), box_units)
    anchor = _points(item.numbers("AnchorPoint"), anchor_units)
    if not (top_left and bottom_right) and not anchor:
        item.note("A text of the presentation state has no place and was left out.")
        return None
    words = item.whole("UnformattedTextValue").replace("\r\n", "\n")
    if len(words) > _LONGEST_TEXT:
        item.note("A text of the presentation state is too long and was cut.")
    side = item.text("BoundingBoxTextHorizontalJustification").upper()
    boxed = bool(top_left and bottom_right)
    return TextNote(
        words[:_LONGEST_TEXT],
        top_left[0] if boxed else None,
        bottom_right[0] if boxed else None,
        anchor[0] if anchor else None,
        item.text("AnchorPointVisibility").upper() == "Y",
        "CENTER" if side == "CENTER" else "RIGHT" if side == "RIGHT" else "LEFT",
        box_units,
        anchor_units,
        layer,
    )


def _units(text: str) -> Units:
    return "DISPLAY" if text.upper() == "DISPLAY" else "PIXEL"


def _points(numbers: tuple[float, ...], units: Units) -> tuple[Point, ...]:
    """Return (row, column) of column, row; PIXEL has 0 at the first pixel's corner (C.10.5.1.2)."""
    if len(numbers) % 2 or any(abs(number) > _LAST for number in numbers):
        return ()
    shift = 0.5 if units == "PIXEL" else 0.0
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple((row - shift, column - shift) for column, row in pairs)
