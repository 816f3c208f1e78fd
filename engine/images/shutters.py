"""Display shutters: what of a film is not to be seen (PS3.3 C.7.6.11, C.7.6.15)."""

from collections.abc import Sequence

from engine.images.dicom import Header
from engine.images.framing import opening
from engine.types import Overlay, Shutter

_EDGES = ("UpperHorizontalEdge", "LeftVerticalEdge", "LowerHorizontalEdge", "RightVerticalEdge")
_SHAPES = ("RECTANGULAR", "CIRCULAR", "POLYGONAL", "BITMAP")
_PRESENT = ("ShutterLeftVerticalEdge", "CenterOfCircularShutter", "VerticesOfThePolygonalShutter")


def read_shutter(
    header: Header,
    overlays: Sequence[Overlay] = (),
    *,
    shape: tuple[int, int] | None = None,
) -> Shutter | None:
    """Read the Display Shutter and Bitmap Display Shutter modules; None where there is none.

    A shape that is malformed is left out with a note; so is a shutter that would leave nothing
    of a film of that ``shape`` visible.

    Parameters
    ----------
    overlays : sequence of Overlay
        The planes that a bitmap shutter may refer to.
    """
    named = {text.upper() for text in header.texts("ShutterShape") if text}
    if named - set(_SHAPES) or (named and not any(key in header for key in _keys(named))):
        header.note("Shutter Shape is malformed; what it names wrongly was left out.")
    shutter = Shutter(
        _rectangle(header),
        _circle(header),
        _polygon(header),
        _bitmap(header, overlays),
        _grey(header),
    )
    shapes = (shutter.rectangle, shutter.circle, shutter.polygon or None, shutter.bitmap)
    if all(part is None for part in shapes):
        return None
    if shape is not None and not opening(shutter, shape).any():
        header.note("The display shutter would leave nothing visible and was left out.")
        return None
    return shutter


def _keys(named: set[str]) -> list[str]:
    keys = dict(zip(_SHAPES, (*_PRESENT, "ShutterOverlayGroup"), strict=True))
    return [keys[name] for name in named if name in keys]


def _malformed(header: Header, shape: str) -> None:
    header.note(f"The {shape} display shutter is malformed and was left out.")


def _rectangle(header: Header) -> tuple[int, int, int, int] | None:
    """Read the rectangle, whose edges themselves are covered and are counted from 1."""
    edges = [header.integer(f"Shutter{side}") for side in _EDGES]
    if all(edge is None for edge in edges):
        return None
    if any(edge is None for edge in edges):
        _malformed(header, "rectangular")
        return None
    top, left, bottom, right = (edge or 0 for edge in edges)
    if top < bottom - 1 and left < right - 1:
        return max(top, 0), max(left, 0), bottom - 1, right - 1
    _malformed(header, "rectangular")
    return None


def _circle(header: Header) -> tuple[float, float, float] | None:
    centre, radius = (
        header.numbers("CenterOfCircularShutter"),
        header.numbers("RadiusOfCircularShutter"),
    )
    if not centre and not radius:
        return None
    if len(centre) != 2 or len(radius) != 1 or radius[0] <= 0:
        _malformed(header, "circular")
        return None
    return centre[0] - 1, centre[1] - 1, radius[0]


def _polygon(header: Header) -> tuple[tuple[float, float], ...]:
    numbers = header.numbers("VerticesOfThePolygonalShutter")
    if not numbers:
        return ()
    limit = 1 << 20
    if len(numbers) < 6 or len(numbers) % 2 or max(map(abs, numbers)) > limit:
        _malformed(header, "polygonal")
        return ()
    return tuple((row - 1, column - 1) for row, column in zip(*[iter(numbers)] * 2, strict=True))


def _bitmap(header: Header, overlays: Sequence[Overlay]) -> Overlay | None:
    group = header.integer("ShutterOverlayGroup")
    if group is None:
        return None
    plane = next((plane for plane in overlays if plane.group == group), None)
    if plane is None:
        _malformed(header, "bitmap")
    return plane


def _grey(header: Header) -> float:
    """Read Shutter Presentation Value, a P-value of 16 bits; black where absent."""
    value = header.integer("ShutterPresentationValue")
    return min(max((value or 0) / 0xFFFF, 0.0), 1.0)
