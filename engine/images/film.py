"""A DICOM file -> a Radiograph, and the untouched stored values for whoever must compare them."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaDirectory, NonImage, UnreadableImage
from engine.images import geometry
from engine.images.colour import to_rgb
from engine.images.decoding import Decoded, Layout
from engine.images.dicom import DicomFile, Header, parse
from engine.images.overlays import read_overlays
from engine.images.persons import identity
from engine.images.pixels import read_layout, read_pixels
from engine.images.shutters import read_shutter
from engine.images.softcopy import GREYSCALE_STATE, STATE_ALONE
from engine.images.tone import composed, group, tone
from engine.images.windowing import (
    LITTLE_VISIBLE,
    NOTHING_VISIBLE,
    hides_the_film,
    shows_little,
)
from engine.types import LookupTable, Radiograph, Rescale, Spacing, SpacingProvenance, Voi

NO_PICTURE = "No picture"
"""How the sentence of a `NonImage` begins."""

_NOT_SQUARE = 0.01
_DIRECTORY = "1.2.840.10008.1.3.10"
_FOR_PROCESSING = "1.2.840.10008.5.1.4.1.1.1.1.1"
_ELSEWHERE = ("1.2.840.10008.1.2.4.94", "1.2.840.10008.1.2.4.95")


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """A radiograph with its stored values before any conversion for the eye.

    ``stored`` is ``(rows, columns[, samples])`` in the colour space ``photometric``.
    """

    radiograph: Radiograph
    stored: NDArray[Any]
    photometric: str
    transfer_syntax: str


def read_film(data: bytes, *, frame: int = 0, source: str = "") -> Film:
    """Read one frame of a DICOM file: `film_of` of the parsed bytes."""
    return film_of(parse(data), frame=frame, source=source)


def film_of(file: DicomFile, *, frame: int = 0, source: str = "") -> Film:
    """Read one frame of a file that was taken apart.

    Raises
    ------
    NonImage
        A sound object without a picture.
    MediaDirectory
        A DICOMDIR.
    UnreadableImage
        Everything else that cannot be shown, with the reason.
    """
    _refuse_without_picture(file)
    layout = read_layout(file.header)
    decoded, frames = read_pixels(file, layout, frame)
    rows, columns = decoded.values.shape[:2]
    layout = replace(layout, rows=rows, columns=columns)
    radiograph = _radiograph(file, layout, decoded, frame)
    warnings = (*file.notes, *decoded.warnings, *radiograph.warnings)
    radiograph = replace(
        radiograph, source=source, frames=frames, warnings=tuple(dict.fromkeys(warnings))
    )
    if radiograph.is_grey and radiograph.vois:
        seen = _visible(radiograph, radiograph.vois[0])
        radiograph = replace(radiograph, warnings=(*radiograph.warnings, *seen))
    return Film(radiograph, decoded.values, decoded.photometric, file.transfer_syntax)


def _visible(radiograph: Radiograph, voi: Voi) -> tuple[str, ...]:
    if hides_the_film(radiograph, voi):
        return (NOTHING_VISIBLE,)
    return (LITTLE_VISIBLE,) if shows_little(radiograph, voi) else ()


def _refuse_without_picture(file: DicomFile) -> None:
    header = file.header
    if file.sop_class == _DIRECTORY or "DirectoryRecordSequence" in header:
        raise MediaDirectory("A DICOM media directory (DICOMDIR): open the folder it lies in.")
    if file.transfer_syntax in _ELSEWHERE or "PixelDataProviderURL" in header:
        raise UnreadableImage("The pixels are kept on a server (JPIP) and are not fetched.")
    sized = bool(header.integer("Rows"))
    if file.pixels is not None and (sized or "BitsAllocated" in header):
        return
    if file.truncated:
        raise UnreadableImage("The file is cut short: it ends before its pixel data.")
    if not len(header):
        raise UnreadableImage("The file holds no DICOM attributes.")
    if "ScheduledProcedureStepSequence" in header:
        raise NonImage("No picture: a modality worklist item.")
    if sized:
        raise NonImage(f"No picture: a film's header ({file.sop_class_name}) without pixel data.")
    if file.sop_class == GREYSCALE_STATE:
        raise NonImage(STATE_ALONE)
    raise NonImage(f"No picture in this object: {file.sop_class_name}.")


def _radiograph(file: DicomFile, layout: Layout, decoded: Decoded, frame: int) -> Radiograph:
    header, values, photometric = file.header, decoded.values, decoded.photometric
    colour = layout.samples == 3 or photometric == "PALETTE COLOR"
    narrowed: Rescale | None = None
    if colour:
        values = to_rgb(values, photometric, layout.bits_stored, header)
    else:
        values, narrowed = _sixteen_bits(values, header)
    shades = tone(
        header,
        frame,
        signed=layout.signed,
        photometric=layout.photometric,
        highest=(1 << layout.bits_stored) - 1,
    )
    if narrowed is not None:
        if isinstance(shades.modality, LookupTable):
            header.note("The Modality LUT is for values of at most 16 bits and was left out.")
        shades = replace(shades, modality=composed(shades.modality, narrowed), padding=None)
    if shades.padding is not None and _all_within(values, shades.padding):
        header.note("Pixel Padding covers the whole picture and was left out.")
        shades = replace(shades, padding=None)
    spacing, spacing_notes = _spacing(header, frame)
    shape = (layout.rows, layout.columns)
    overlays = read_overlays(
        header, shape, frame=frame, words=lambda: _allocated(file, layout, frame)
    )
    orientation, orientation_notes = geometry.orientation(header.texts("PatientOrientation"))
    return Radiograph(
        np.ascontiguousarray(values),
        source="",
        kind="DICOM",
        inverted=shades.inverted,
        bits_stored=8 if colour else min(layout.bits_stored, 16),
        narrowed=narrowed or Rescale(),
        unit="" if colour else shades.unit,
        modality=Rescale() if colour else shades.modality,
        vois=() if colour else shades.vois,
        padding=None if colour else shades.padding,
        shutter=read_shutter(header, overlays, shape=shape),
        overlays=overlays,
        spacing=spacing,
        orientation=orientation,
        identity=identity(header),
        photometric=layout.photometric,
        frame=frame,
        frame_ms=_frame_ms(header),
        warnings=(*header.notes, *spacing_notes, *orientation_notes, *_purpose(file)),
    )


def _all_within(values: NDArray[Any], padding: tuple[int, int]) -> bool:
    """Whether every value of a picture that has contrast is padding."""
    low, high = int(values.min()), int(values.max())
    return padding[0] <= low < high <= padding[1]


def _allocated(file: DicomFile, layout: Layout, frame: int) -> NDArray[Any]:
    """Return a frame's allocated words with the bits that its stored values leave unused."""
    whole = layout.bits_allocated
    words = replace(layout, bits_stored=whole, high_bit=whole - 1, signed=False)
    return read_pixels(file, words, frame)[0].values


def _frame_ms(header: Header) -> float:
    """Read how long a frame of a cine lasts (PS3.3 C.7.6.5); 0 where that is not said."""
    times = [ms for ms in header.numbers("FrameTime") if ms > 0]
    for keyword in ("RecommendedDisplayFrameRate", "CineRate"):
        times += [1000 / rate for rate in header.numbers(keyword) if rate > 0]
    times += [ms for ms in header.numbers("FrameTimeVector") if ms > 0]
    return times[0] if times else 0.0


def _sixteen_bits(values: NDArray[Any], header: Header) -> tuple[NDArray[Any], Rescale | None]:
    """Bring values into 16 bits; return the rescale that undoes it, None where none is needed."""
    if values.dtype.itemsize <= 2:
        return values, None
    low, high = int(values.min()), int(values.max())
    kind = np.dtype(f"{values.dtype.kind}2")
    if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
        return values.astype(kind), None
    step = max((high - low) / 65535, 1.0)
    if step > 1:
        header.note("The 32-bit values are shown in 65,536 steps.")
    narrow = np.rint((values.astype(np.float64) - low) / step).astype(np.uint16)
    return narrow, Rescale(step, float(low))


def _spacing(header: Header, frame: int) -> tuple[Spacing, tuple[str, ...]]:
    measures = group(header, frame, "PixelMeasuresSequence", "PixelSpacing")

    def number(keyword: str) -> float | None:
        return next(iter(header.numbers(keyword)), None)

    found, notes = geometry.spacing(
        pixel=measures.numbers("PixelSpacing"),
        calibration_type=header.text("PixelSpacingCalibrationType"),
        imager=header.numbers("ImagerPixelSpacing"),
        magnification=number("EstimatedRadiographicMagnificationFactor"),
        source_to_detector_mm=number("DistanceSourceToDetector"),
        source_to_patient_mm=number("DistanceSourceToPatient"),
        nominal=header.numbers("NominalScannedPixelSpacing"),
        modality=header.text("Modality"),
    )
    sides: tuple[float, ...] = (found.row_mm, found.column_mm)
    if found.provenance is SpacingProvenance.PIXELS:
        sides = header.numbers("PixelAspectRatio") or sides
        if len(sides) != 2 or not all(0 < side < 1 << 15 for side in sides):
            return found, (*notes, "Pixel Aspect Ratio is invalid; pixels are shown square.")
        found = Spacing(row_mm=sides[0] / sides[1])
    if abs(found.row_mm / found.column_mm - 1) > _NOT_SQUARE:
        notes = (*notes, f"Pixels are not square: {sides[0]:g} to {sides[1]:g}.")
    return found, notes


def _purpose(file: DicomFile) -> tuple[str, ...]:
    header, notes = file.header, []
    if (
        file.sop_class == _FOR_PROCESSING
        or header.text("PresentationIntentType").upper() == "FOR PROCESSING"
    ):
        notes.append("Unprocessed detector data (For Processing): not meant for reading.")
    if header.text("BurnedInAnnotation").upper() == "YES":
        notes.append("Text is burned into the picture (Burned In Annotation).")
    sides = {header.text(keyword).upper() for keyword in ("Laterality", "ImageLaterality")}
    if {"L", "R"} <= sides:
        notes.append("Laterality and Image Laterality contradict each other: check the side.")
    if header.text("QualityControlImage").upper() == "YES":
        notes.append("Marked as a quality control image.")
    return tuple(notes)
