"""A view of a film -> a new greyscale softcopy presentation state (PS3.3 A.33.1)."""

import datetime as dt
import importlib.metadata
from dataclasses import dataclass, replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    ExplicitVRLittleEndian,
    GrayscaleSoftcopyPresentationStateStorage,
    generate_uid,
)

from engine.errors import HilumError, UnreadableImage
from engine.images.dicom import Header, parse
from engine.images.framing import oriented
from engine.images.geometry import Point
from engine.images.overlays import ACTIVATION_LAYER
from engine.images.reading import file_bytes, kind_of
from engine.images.softcopy import Area, Graphic, Softcopy, TextNote, Units
from engine.types import LookupTable, Overlay, Radiograph, Shutter, SpacingProvenance, Voi
from engine.writing import replacing

_COPIED = (
    "PatientName",
    "PatientID",
    "PatientBirthDate",
    "PatientSex",
    "StudyInstanceUID",
    "StudyDate",
    "StudyTime",
    "StudyID",
    "StudyDescription",
    "AccessionNumber",
    "ReferringPhysicianName",
)
_LAYER, _OVERLAY_LAYER = "HILUM", "OVERLAYS"


class Unsaved(HilumError):
    """A presentation state could not be made or would have taken another file's place."""


@dataclass(frozen=True, slots=True)
class Written:
    """The UIDs of a new object."""

    sop_instance_uid: str
    series_instance_uid: str


def write_softcopy(
    target: Path, source: Path, radiograph: Radiograph, softcopy: Softcopy, *, series_uid: str = ""
) -> Written:
    """Write what a viewer shows of a film as a new presentation state in the film's study.

    Parameters
    ----------
    target : Path
        The new file; it must not be there yet.
    source : Path
        The film's DICOM file, whose patient and study the state shares.
    radiograph : Radiograph
        The frame of the film that is shown.
    series_uid : str
        The series of earlier states of the same session; a new one where empty.

    Raises
    ------
    Unsaved
        Where ``target`` is there already, or the film is no DICOM object with UIDs.
    """
    if target.exists():
        raise Unsaved("There is a file of that name already; nothing was written.")
    dataset = _dataset(_source_header(source), radiograph, softcopy, series_uid)
    with replacing(target) as part:
        dataset.save_as(part, enforce_file_format=True)
    return Written(str(dataset.SOPInstanceUID), str(dataset.SeriesInstanceUID))


def softcopy_file(source: Path, radiograph: Radiograph, softcopy: Softcopy) -> bytes:
    """Return what `write_softcopy` writes, in a series of its own.

    Raises
    ------
    Unsaved
        Where the film is no DICOM object with UIDs.
    """
    content = BytesIO()
    dataset = _dataset(_source_header(source), radiograph, softcopy, "")
    dataset.save_as(content, enforce_file_format=True)
    return content.getvalue()


def _source_header(source: Path) -> Header:
    data = file_bytes(source)
    try:
        if kind_of(data) == "DICOM":
            header = parse(data).header
            if header.text("SOPInstanceUID") and header.text("StudyInstanceUID"):
                return header
    except UnreadableImage as error:
        raise Unsaved(str(error)) from error
    raise Unsaved("A presentation state can only be saved for a DICOM film with its own UIDs.")


def _dataset(header: Header, film: Radiograph, softcopy: Softcopy, series_uid: str) -> Dataset:
    now = dt.datetime.now().astimezone()
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.ImplementationVersionName = "HILUM"
    dataset.SpecificCharacterSet = "ISO_IR 192"
    for keyword in _COPIED:
        setattr(dataset, keyword, header.whole(keyword))
    dataset.SOPClassUID = GrayscaleSoftcopyPresentationStateStorage
    dataset.SOPInstanceUID = generate_uid()
    dataset.SeriesInstanceUID = series_uid or generate_uid()
    dataset.Modality, dataset.Laterality = "PR", ""
    dataset.SeriesNumber = dataset.InstanceNumber = 1
    dataset.SeriesDescription = "Hilum presentation states"
    dataset.Manufacturer = "Hilum"
    dataset.SoftwareVersions = importlib.metadata.version("hilum")
    dataset.PresentationCreationDate = now.strftime("%Y%m%d")
    dataset.PresentationCreationTime = now.strftime("%H%M%S")
    dataset.ContentLabel = _code_string(softcopy.label) or "HILUM"
    dataset.ContentDescription = softcopy.description[:64]
    dataset.ContentCreatorName = softcopy.creator
    image = _image(header, film)
    dataset.ReferencedSeriesSequence = [
        _item(SeriesInstanceUID=header.text("SeriesInstanceUID"), ReferencedImageSequence=[image])
    ]
    _add_tones(dataset, softcopy, image)
    _add_geometry(dataset, film, softcopy, image)
    if softcopy.shutter is not None:
        _add_shutter(dataset, softcopy.shutter)
    _add_annotations(dataset, softcopy, image)
    return dataset


def _item(**attributes: object) -> Dataset:
    item = Dataset()
    for keyword, value in attributes.items():
        setattr(item, keyword, value)
    return item


def _image(header: Header, film: Radiograph) -> Dataset:
    image = _item(
        ReferencedSOPClassUID=header.text("SOPClassUID"),
        ReferencedSOPInstanceUID=header.text("SOPInstanceUID"),
    )
    if film.frames > 1:
        image.ReferencedFrameNumber = film.frame + 1
    return image


def _code_string(text: str) -> str:
    """Return text as a Code String: capitals, digits, blank, underscore, 16 at most."""
    kept = (c if c.isascii() and (c.isalnum() or c in " _") else "_" for c in text.upper())
    return "".join(kept)[:16].strip()


def _decimal(number: float) -> str:
    return f"{number:.9g}"


def _table(table: LookupTable, **more: object) -> Dataset:
    item = _item(LUTExplanation=table.explanation[:64], **more)
    vr, count = ("SS" if table.first_mapped < 0 else "US"), table.values.size & 0xFFFF
    count -= 0x10000 if vr == "SS" and count > 0x7FFF else 0
    item.add_new("LUTDescriptor", vr, [count, table.first_mapped, table.bits])
    item.add_new("LUTData", "OW", table.values.astype("<u2").tobytes())
    return item


def _add_tones(dataset: Dataset, softcopy: Softcopy, image: Dataset) -> None:
    """Modality LUT, Softcopy VOI LUT and Softcopy Presentation LUT modules."""
    match softcopy.modality:
        case LookupTable() as table:
            dataset.ModalityLUTSequence = [_table(table, ModalityLUTType="US")]
        case rescale:
            dataset.RescaleIntercept = _decimal(rescale.intercept)
            dataset.RescaleSlope = _decimal(rescale.slope)
            dataset.RescaleType = "US"
    if softcopy.voi is not None:
        voi = _voi(softcopy.voi)
        voi.ReferencedImageSequence = [image]
        dataset.SoftcopyVOILUTSequence = [voi]
    lut = softcopy.presentation
    if lut is not None:
        # There is no shape beside a table: the inversion has to be in it.
        top = np.uint16((1 << lut.bits) - 1)
        values = top - lut.values if softcopy.inverted else lut.values
        dataset.PresentationLUTSequence = [_table(replace(lut, values=values))]
    else:
        dataset.PresentationLUTShape = "INVERSE" if softcopy.inverted else "IDENTITY"


def _voi(voi: Voi) -> Dataset:
    if isinstance(voi, LookupTable):
        return _item(VOILUTSequence=[_table(voi)])
    item = _item(
        WindowCenter=_decimal(voi.center),
        WindowWidth=_decimal(voi.width),
        VOILUTFunction=voi.function.value,
    )
    if voi.explanation:
        item.WindowCenterWidthExplanation = voi.explanation[:64]
    return item


def _add_geometry(dataset: Dataset, film: Radiograph, softcopy: Softcopy, image: Dataset) -> None:
    """Spatial Transformation and Displayed Area modules."""
    turn = softcopy.rotation_deg % 360
    dataset.ImageRotation = -turn % 360 if softcopy.flipped_h else turn
    dataset.ImageHorizontalFlip = "Y" if softcopy.flipped_h else "N"
    rows, columns = film.shape
    area = softcopy.area or Area(0, 0, rows, columns)
    first = round(area.left) + 1, round(area.top) + 1
    last = max(round(area.right), first[0]), max(round(area.bottom), first[1])
    corners = np.array([[first, (last[0], first[1])], [(first[0], last[1]), last]], np.int64)
    shown = oriented(corners, rotation_deg=turn, flipped_h=softcopy.flipped_h)
    item = _item(
        ReferencedImageSequence=[image],
        DisplayedAreaTopLeftHandCorner=shown[0, 0].tolist(),
        DisplayedAreaBottomRightHandCorner=shown[-1, -1].tolist(),
        PresentationSizeMode=area.mode,
    )
    spacing = film.spacing
    if spacing.provenance is SpacingProvenance.PIXELS:
        shape = Fraction(spacing.stretch).limit_denominator(1000)
        item.PresentationPixelAspectRatio = list(shape.as_integer_ratio())
    else:
        item.PresentationPixelSpacing = [_decimal(spacing.row_mm), _decimal(spacing.column_mm)]
    if area.magnification is not None:
        item.PresentationPixelMagnificationRatio = area.magnification
    dataset.DisplayedAreaSelectionSequence = [item]


def _add_shutter(dataset: Dataset, shutter: Shutter) -> None:
    shapes = []
    if shutter.rectangle is not None:
        shapes.append("RECTANGULAR")
        top, left, bottom, right = shutter.rectangle
        dataset.ShutterUpperHorizontalEdge, dataset.ShutterLeftVerticalEdge = top, left
        dataset.ShutterLowerHorizontalEdge, dataset.ShutterRightVerticalEdge = bottom + 1, right + 1
    if shutter.circle is not None:
        shapes.append("CIRCULAR")
        row, column, radius = shutter.circle
        dataset.CenterOfCircularShutter = [round(row) + 1, round(column) + 1]
        dataset.RadiusOfCircularShutter = max(round(radius), 1)
    if shutter.polygon:
        shapes.append("POLYGONAL")
        dataset.VerticesOfThePolygonalShutter = [
            round(number) + 1 for corner in shutter.polygon for number in corner
        ]
    if shutter.bitmap is not None:
        shapes.append("BITMAP")
        dataset.ShutterOverlayGroup = shutter.bitmap.group
        _add_plane(dataset, shutter.bitmap)
    dataset.ShutterShape = shapes
    dataset.ShutterPresentationValue = round(shutter.grey * 0xFFFF)


def _add_plane(dataset: Dataset, plane: Overlay) -> None:
    """Overlay Plane module (PS3.3 C.9.2)."""
    packed = np.packbits(plane.mask.ravel(), bitorder="little").tobytes()
    for element, vr, value in (
        (0x0010, "US", plane.mask.shape[0]),
        (0x0011, "US", plane.mask.shape[1]),
        (0x0040, "CS", plane.kind),
        (0x0050, "SS", [plane.top + 1, plane.left + 1]),
        (0x0100, "US", 1),
        (0x0102, "US", 0),
        (0x3000, "OW", packed + b"\0" * (len(packed) % 2)),
    ):
        dataset.add_new((plane.group, element), vr, value)


def _add_annotations(dataset: Dataset, softcopy: Softcopy, image: Dataset) -> None:
    """Graphic Annotation, Graphic Layer and Overlay Activation modules."""
    layers: dict[str, Dataset] = {}
    for annotation in softcopy.annotations:
        name = _code_string(annotation.layer) or _LAYER
        if name not in layers:
            layers[name] = _item(ReferencedImageSequence=[image], GraphicLayer=name)
        keyword, item = (
            ("GraphicObjectSequence", _graphic(annotation))
            if isinstance(annotation, Graphic)
            else ("TextObjectSequence", _text(annotation))
        )
        if keyword not in layers[name]:
            setattr(layers[name], keyword, [])
        getattr(layers[name], keyword).append(item)
    if layers:
        dataset.GraphicAnnotationSequence = list(layers.values())
    for plane in softcopy.overlays:
        _add_plane(dataset, plane)
    for group in softcopy.overlay_groups:
        dataset.add_new((group, ACTIVATION_LAYER), "CS", _OVERLAY_LAYER)
    names = [*([_OVERLAY_LAYER] if softcopy.overlay_groups else []), *layers]
    if names:
        dataset.GraphicLayerSequence = [
            _item(GraphicLayer=name, GraphicLayerOrder=order)
            for order, name in enumerate(dict.fromkeys(names), start=1)
        ]


def _graphic(graphic: Graphic) -> Dataset:
    numbers = [number for point in graphic.points for number in _stored(point, graphic.units)]
    item = _item(
        GraphicAnnotationUnits=graphic.units,
        GraphicDimensions=2,
        NumberOfGraphicPoints=len(graphic.points),
        GraphicData=numbers,
        GraphicType=graphic.kind,
    )
    if graphic.kind != "POINT":
        item.GraphicFilled = "Y" if graphic.filled else "N"
    return item


def _text(note: TextNote) -> Dataset:
    item = _item(UnformattedTextValue=note.text[:1024].replace("\n", "\r\n"))
    if note.top_left is not None and note.bottom_right is not None:
        item.BoundingBoxAnnotationUnits = note.box_units
        item.BoundingBoxTopLeftHandCorner = _stored(note.top_left, note.box_units)
        item.BoundingBoxBottomRightHandCorner = _stored(note.bottom_right, note.box_units)
        item.BoundingBoxTextHorizontalJustification = note.justification
    if note.anchor is not None:
        item.AnchorPointAnnotationUnits = note.anchor_units
        item.AnchorPoint = _stored(note.anchor, note.anchor_units)
        item.AnchorPointVisibility = "Y" if note.anchor_visible else "N"
    return item


def _stored(point: Point, units: Units) -> list[float]:
    """Return column, row as the Standard counts them: from the first pixel's corner."""
    shift = 0.5 if units == "PIXEL" else 0.0
    return [point[1] + shift, point[0] + shift]
