"""What a reader puts on a film: measurements, regions, texts and probes, valid by construction.

Points are ``(row, column)`` in pixels, 0 at the centre of the first pixel, as in `geometry`.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import uuid4

from engine.images.geometry import Point
from engine.types import Spacing, SpacingProvenance

if TYPE_CHECKING:
    from pydantic import ConfigDict

_FURTHEST = 1e6
_SHORTEST = 1e-3
_LEAST_SINE = 0.01
_MOST_POINTS = 1024
_LONGEST_TEXT = 500
_LONGEST_ID = 64


class MarkKind(StrEnum):
    """What a mark is; see `Mark` for its points."""

    DISTANCE = "distance"
    ANGLE = "angle"
    COBB = "cobb"
    CARDIOTHORACIC = "cardiothoracic"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    POLYGON = "polygon"
    PROFILE = "profile"
    ARROW = "arrow"
    TEXT = "text"
    PROBE = "probe"


POINTS = {
    MarkKind.DISTANCE: 2,
    MarkKind.ANGLE: 3,
    MarkKind.COBB: 4,
    MarkKind.CARDIOTHORACIC: 6,
    MarkKind.RECTANGLE: 2,
    MarkKind.ELLIPSE: 2,
    MarkKind.PROFILE: 2,
    MarkKind.ARROW: 2,
    MarkKind.TEXT: 1,
    MarkKind.PROBE: 1,
}
"""How many points a mark has; a polygon has three or more."""

REGIONS = frozenset({MarkKind.RECTANGLE, MarkKind.ELLIPSE, MarkKind.POLYGON})
_LINES = {
    MarkKind.DISTANCE: ((0, 1),),
    MarkKind.PROFILE: ((0, 1),),
    MarkKind.ARROW: ((0, 1),),
    MarkKind.ANGLE: ((0, 1), (1, 2)),
    MarkKind.COBB: ((0, 1), (2, 3)),
    MarkKind.CARDIOTHORACIC: ((0, 1), (2, 3), (4, 5)),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on a film.

    Attributes
    ----------
    points : tuple
        Distance, profile: both ends. Arrow: tail, head. Angle: arm, vertex, arm. Cobb: both ends of
        either end plate. Cardiothoracic: both ends of the inner thoracic width, of the midline, and
        the heart's borders. Rectangle, ellipse: opposite corners of the box. Polygon: its corners.
    text : str
        The reader's own words.
    proposed : bool
        Whether the inner thoracic width came from the lung model and was not touched since.
    id : str
        Tells it from the film's other marks.

    Raises
    ------
    ValueError
        Where nothing could be measured or drawn: too few points, lines without length.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}
    kind: MarkKind
    points: tuple[Point, ...]
    text: str = ""
    proposed: bool = False
    id: str = ""

    def __post_init__(self) -> None:
        """Refuse what could not be measured."""
        points, wanted = self.points, POINTS.get(self.kind)
        if wanted is None and not 3 <= len(points) <= _MOST_POINTS:
            raise ValueError(f"a polygon has 3 to {_MOST_POINTS} corners")
        if wanted is not None and len(points) != wanted:
            raise ValueError(f"{self.kind} has {wanted} points")
        if not all(abs(part) <= _FURTHEST for point in points for part in point):
            raise ValueError("points lie on a film")
        if len(self.text) > _LONGEST_TEXT or not (self.text.isprintable()):
            raise ValueError(f"a text is one line of at most {_LONGEST_TEXT} letters")
        if len(self.id) > _LONGEST_ID:
            raise ValueError("an id is short")
        if self.kind is MarkKind.TEXT and not self.text.strip():
            raise ValueError("a text has words")
        self._refuse_no_extent()

    def _refuse_no_extent(self) -> None:
        for start, end in _LINES.get(self.kind, ()):
            if math.dist(self.points[start], self.points[end]) < _SHORTEST:
                raise ValueError("a line has a length")
        if self.kind in REGIONS and _on_one_line(corners_of(self)):
            raise ValueError("a region has an area")
        if self.kind is MarkKind.CARDIOTHORACIC and not _across(*self.points[:4]):
            raise ValueError("the thorax lies across the midline")

    @classmethod
    def new(
        cls,
        kind: MarkKind,
        points: Iterable[Point],
        *,
        text: str = "",
        proposed: bool = False,
    ) -> Self:
        """Return a mark with an id of its own."""
        return cls(kind, tuple(points), text, proposed, uuid4().hex)

    def with_point(self, number: int, point: Point) -> Self:
        """Return the mark with one point elsewhere; a proposal that is touched is the reader's."""
        points = (*self.points[:number], point, *self.points[number + 1 :])
        return replace(self, points=points, proposed=self.proposed and number > 1)

    def moved(self, down: float, right: float) -> Self:
        """Return the mark moved by pixels."""
        points = tuple((row + down, column + right) for row, column in self.points)
        return replace(self, points=points, proposed=False)


def lines_of(mark: Mark) -> tuple[tuple[Point, Point], ...]:
    """Return a mark's straight lines, none for regions, texts and probes."""
    return tuple((mark.points[a], mark.points[b]) for a, b in _LINES.get(mark.kind, ()))


def corners_of(mark: Mark) -> tuple[Point, ...]:
    """Return the corners of a region, or of the box round an ellipse."""
    if mark.kind is MarkKind.POLYGON:
        return mark.points
    (top, left), (bottom, right) = mark.points
    return (top, left), (top, right), (bottom, right), (bottom, left)


def outline_area(corners: tuple[Point, ...]) -> float:
    """Return the area within straight edges, in square pixels (the shoelace formula)."""
    around = pairwise((*corners, corners[0]))
    return abs(math.fsum(a[1] * b[0] - b[1] * a[0] for a, b in around)) / 2


def _on_one_line(corners: tuple[Point, ...]) -> bool:
    first = corners[0]
    other = next((corner for corner in corners if corner != first), first)
    return all(_cross(first, other, first, corner) == 0 for corner in corners)


def _across(a: Point, b: Point, c: Point, d: Point) -> bool:
    return abs(_cross(a, b, c, d)) > _LEAST_SINE * math.dist(a, b) * math.dist(c, d)


def _cross(a: Point, b: Point, c: Point, d: Point) -> float:
    return (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])


@dataclass(frozen=True, slots=True)
class Markup:
    """Everything that a reader put on one film.

    Attributes
    ----------
    calibration : Spacing or None
        Where the reader measured a known length; it replaces the film's own spacing.

    Raises
    ------
    ValueError
        For two marks of one id, and for a calibration that is none.
    """

    __pydantic_config__: ClassVar["ConfigDict"] = {"extra": "forbid"}
    marks: tuple[Mark, ...] = ()
    calibration: Spacing | None = None
    key_image: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not be told apart or measured with."""
        if len({mark.id for mark in self.marks}) != len(self.marks):
            raise ValueError("every mark has an id of its own")
        given = self.calibration
        if given is not None and not (
            given.provenance is SpacingProvenance.BY_READER
            and all(1 / _FURTHEST < side < _FURTHEST for side in (given.row_mm, given.column_mm))
        ):
            raise ValueError("a calibration is made of two lengths by a reader")

    def mark(self, name: str) -> Mark | None:
        """Return the mark of that id."""
        return next((mark for mark in self.marks if mark.id == name), None)

    def with_mark(self, mark: Mark) -> Self:
        """Return it with a mark added, or in the place of the one of its id."""
        if self.mark(mark.id) is None:
            return replace(self, marks=(*self.marks, mark))
        marks = tuple(mark if old.id == mark.id else old for old in self.marks)
        return replace(self, marks=marks)

    def without(self, name: str) -> Self:
        """Return it without the mark of that id."""
        return replace(self, marks=tuple(mark for mark in self.marks if mark.id != name))


@dataclass(frozen=True, slots=True)
class History:
    """A film's markup now, what it was before each change, and what was undone."""

    now: Markup = Markup()
    past: tuple[Markup, ...] = ()
    future: tuple[Markup, ...] = ()

    def changed(self, markup: Markup) -> Self:
        """Return the history after a change; what was undone before is gone."""
        if markup == self.now:
            return self
        return replace(self, now=markup, past=(*self.past, self.now), future=())

    def undone(self) -> Self:
        """Return the history one change earlier; itself where there is none."""
        if not self.past:
            return self
        return replace(
            self, now=self.past[-1], past=self.past[:-1], future=(self.now, *self.future)
        )

    def redone(self) -> Self:
        """Return the history with the last undone change made again."""
        if not self.future:
            return self
        return replace(
            self, now=self.future[0], past=(*self.past, self.now), future=self.future[1:]
        )
