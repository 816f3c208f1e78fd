"""What the items have in common that lie on a film: its size, and its pixels as their own."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


class FilmPart(QGraphicsItem):
    """An item over a film: x is the column, y the row. What it paints is up to ``draw``."""

    _room = 0
    """How far it may stand out beyond the film on every side, in films."""

    def __init__(self) -> None:
        """Start without a film."""
        super().__init__()
        self._rect = QRectF()

    def set_size(self, rows: int, columns: int) -> None:
        """Take the size of another film."""
        self.prepareGeometryChange()
        film, (x, y) = QRectF(0, 0, columns, rows), (self._room * columns, self._room * rows)
        self._rect = film.adjusted(-x, -y, x, y)

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Return the film's rectangle, with room where something stands beside it."""
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,
    ) -> None:
        """Draw."""
        self.draw(painter, widget)

    def draw(self, painter: QPainter, widget: QWidget | None) -> None:
        """Paint in the film's pixels; ``widget`` is the viewport."""
        raise NotImplementedError
