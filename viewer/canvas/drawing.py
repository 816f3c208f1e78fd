"""A mark while it is being drawn, as a frozen value."""

from dataclasses import dataclass, replace
from typing import Self

from engine.images.geometry import Point
from engine.images.marks import POINTS, Mark, MarkKind
from viewer.canvas.tools import DRAWS, Tool
from viewer.language import tr

STEPS = {
    Tool.ANGLE: ("vertex", "end of the second arm"),
    Tool.COBB: ("end of this end plate", "start of the other end plate", "its end"),
    Tool.CARDIOTHORACIC: (
        "other side of the inner thorax",
        "upper end of the midline",
        "lower end of the midline",
        "one border of the heart",
        "its other border",
    ),
    Tool.POLYGON: ("next corner", "next corner", "next corner; a double click closes"),
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Points that are set and one, ``live``, that follows the cursor.

    ``proposed`` says that the first two, the inner thoracic width, came from the lung model.
    """

    tool: Tool
    points: tuple[Point, ...]
    live: Point
    proposed: bool = False

    @classmethod
    def begun(cls, tool: Tool, point: Point) -> Self:
        """Return a drawing with its first point set."""
        return cls(tool, (point,), point)

    @property
    def kind(self) -> MarkKind:
        """What is being drawn."""
        return DRAWS[self.tool]

    @property
    def shown(self) -> tuple[Point, ...]:
        """The points to paint: those set and the one under the cursor."""
        return self.points if self.complete else (*self.points, self.live)

    @property
    def complete(self) -> bool:
        """Whether nothing is to come; a polygon is complete when it is closed."""
        return len(self.points) == POINTS.get(self.kind)

    @property
    def closable(self) -> bool:
        """Whether a polygon has its three corners."""
        return self.kind is MarkKind.POLYGON and len(self.points) >= 3

    @property
    def hint(self) -> str:
        """What the next point is, where that is not plain; empty otherwise."""
        steps = STEPS.get(self.tool, ())
        return tr(steps[min(len(self.points), len(steps)) - 1]) if steps else ""

    def moved(self, point: Point) -> Self:
        """Return the drawing with the cursor elsewhere."""
        return replace(self, live=point)

    def set(self, point: Point) -> Self:
        """Return the drawing with one more point; a second one in the same place is none."""
        if self.complete or point == self.points[-1]:
            return replace(self, live=point)
        return replace(self, points=(*self.points, point), live=point)

    def mark(self) -> Mark | None:
        """Return what was drawn; None where it has no extent to measure."""
        try:
            return Mark.new(self.kind, self.points, proposed=self.proposed)
        except ValueError:
            return None
