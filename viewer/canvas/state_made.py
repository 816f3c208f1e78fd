"""What is on screen -> what a presentation state can say of it: pure functions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from engine.images.geometry import Point
from engine.images.marks import REGIONS, Mark, MarkKind, corners_of, lines_of
from engine.images.softcopy import Annotation, Area, Graphic, Softcopy, TextNote
from engine.types import Spacing
from viewer.canvas.labels import measured_cardiothoracic
from viewer.canvas.marking import ARROW, Marked, label_place, mark_lines
from viewer.canvas.outlines import arrow_head, film_point, handles
from viewer.canvas.state_item import BESIDE
from viewer.film import Film
from viewer.language import tr
from viewer.presentation import Presentation

LAYER = "HILUM"


def softcopy_of(film: Film, presentation: Presentation, area: Area | None) -> Softcopy:
    """Return a grey film's view; the annotations are those of the state that it is shown by."""
    shown = film.radiograph
    return Softcopy(
        modality=shown.modality,
        voi=presentation.voi,
        presentation=shown.presentation,
        inverted=shown.inverted != presentation.inverted,
        shutter=shown.shutter,
        overlay_groups=tuple(plane.group for plane in shown.overlays),
        overlays=tuple(
            plane
            for plane in shown.overlays
            if plane.group in {own.group for own in film.softcopy.overlays}
        ),
        flipped_h=presentation.mirrored,
        rotation_deg=90 * presentation.turns,
        area=area,
        annotations=tuple(
            note
            for note in film.softcopy.annotations
            if note.layer not in presentation.hidden_layers
        ),
    )


def left_out(presentation: Presentation) -> tuple[str, ...]:
    """Name what of a view no presentation state can say."""
    found = {
        tr("Free rotation: only quarter turns are saved."): bool(presentation.tilt),
        tr("Raised local contrast is not saved."): presentation.enhanced,
    }
    return tuple(sentence for sentence, there in found.items() if there)


def annotations_of(shown: Marked, to_screen: QTransform) -> tuple[Annotation, ...]:
    """Return the marks as they are drawn on the screen: graphics, and texts at their labels."""
    found: list[Annotation] = []
    for mark in shown.state.marks:
        found += _drawn(mark, shown.state.spacing, to_screen)
        lines = mark_lines(mark, shown)
        if lines:
            place = label_place(mark, handles(mark, to_screen)) - BESIDE
            found.append(TextNote("\n".join(lines), anchor=_on_film(place, to_screen)))
    return tuple(replace(note, layer=LAYER) for note in found)


def _on_film(place: QPointF, to_screen: QTransform) -> Point:
    inverse, _ = to_screen.inverted()
    return film_point(inverse.map(place))


def _drawn(mark: Mark, spacing: Spacing, to_screen: QTransform) -> Iterator[Graphic]:
    points = mark.points
    match mark.kind:
        case MarkKind.TEXT:
            return
        case MarkKind.PROBE:
            yield Graphic("POINT", points)
        case MarkKind.ELLIPSE:
            yield Graphic("ELLIPSE", _axes(corners_of(mark)))
        case kind if kind in REGIONS:
            corners = corners_of(mark)
            yield Graphic("POLYLINE", (*corners, corners[0]))
        case MarkKind.ANGLE:
            yield Graphic("POLYLINE", points)
        case _:
            yield from (Graphic("POLYLINE", line) for line in lines_of(mark))
    yield from _further(mark, spacing, to_screen)


def _further(mark: Mark, spacing: Spacing, to_screen: QTransform) -> Iterator[Graphic]:
    """Give what is drawn of a mark beside its own lines."""
    points = mark.points
    match mark.kind:
        case MarkKind.ARROW:
            tail, head = handles(mark, to_screen)
            shape = arrow_head(tail, head, ARROW).toList()
            around = tuple(_on_film(place, to_screen) for place in (*shape, shape[0]))
            yield Graphic("POLYLINE", around, filled=True)
        case MarkKind.COBB:
            yield Graphic("POLYLINE", (_middle(points[:2]), _middle(points[2:])))
        case MarkKind.CARDIOTHORACIC:
            feet = measured_cardiothoracic(mark, spacing).feet
            for border, foot in zip(points[4:], feet, strict=True):
                yield Graphic("POLYLINE", (border, foot))


def _axes(corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return both ends of the major, then of the minor axis of the ellipse in a box."""
    top, right, bottom, left = (_middle((corners[at], corners[(at + 1) % 4])) for at in range(4))
    across, down = (left, right), (top, bottom)
    wide = abs(right[1] - left[1]) >= abs(bottom[0] - top[0])
    return (*across, *down) if wide else (*down, *across)


def _middle(ends: Sequence[Point]) -> Point:
    (row, column), (other_row, other_column) = ends
    return (row + other_row) / 2, (column + other_column) / 2
