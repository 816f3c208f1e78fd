"""Zoom and pan of a film, which other viewports can follow."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from engine.images.softcopy import Area, SoftcopyState
from viewer.film import Film, Sight
from viewer.lightbox import LightBox
from viewer.presentation import screen_scale

ZOOM_STEP = 1.25
_SMALLEST, _LARGEST = 0.02, 32.0


@dataclass(frozen=True, slots=True)
class Move:
    """What the reader did to the view.

    Zoomed by ``factor`` about ``at`` and scrolled by ``by``, both in pixels of the viewport; or
    (``fit``) fitted, or (``one_to_one``) set to a device pixel for a film pixel.
    """

    factor: float = 1.0
    at: QPoint | None = None
    by: QPoint | None = None
    fit: bool = False
    one_to_one: bool = False


class Camera(QGraphicsView):
    """A view of one film; `moved` tells what the reader did, `follow` does the same."""

    moved = Signal(object)

    def __init__(self, light_box: LightBox, parent: QWidget | None = None) -> None:
        """Start fitted."""
        super().__init__(parent)
        self._box = light_box
        self._scale = 1.0
        self._fits = True
        self._arranged = (0.0, False)
        self._stale = True
        self._area: Area | None = None
        self._name = ""
        self._state: SoftcopyState | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def zoom(self) -> float:
        """Device pixels a film pixel."""
        return self._scale * self.devicePixelRatioF()

    def fit(self) -> None:
        """Show the whole film."""
        self._area = None
        self._fit()
        self.moved.emit(Move(fit=True))

    def reset_area(self) -> None:
        """Show what the film's presentation state wants to be seen; without one the whole film."""
        film = self._box.lit.film
        self._area = None if film is None else film.softcopy.area
        self._fit()
        self.moved.emit(Move(fit=True))

    @property
    def area(self) -> Area | None:
        """The part of the film that is on show, in its pixels; None where it is fitted whole."""
        if self._fits:
            return self._area
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        return Area(seen.top(), seen.left(), seen.bottom(), seen.right())

    def one_to_one(self) -> None:
        """Show one film pixel on one device pixel."""
        self._one_to_one()
        self.moved.emit(Move(one_to_one=True))

    def zoom_to(self, zoom: float) -> None:
        """Show one film pixel on that many device pixels."""
        self.zoom_by(zoom / self.zoom)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom, keeping the point of the viewport ``at`` (its centre by default) where it is."""
        self._zoom_by(factor, at)
        self.moved.emit(Move(factor=factor, at=at))

    def zoom_in(self) -> None:
        """Zoom in by a quarter."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a quarter."""
        self.zoom_by(1 / ZOOM_STEP)

    def pan(self, by: QPoint) -> None:
        """Pan by pixels of the viewport."""
        self._fits = False
        self._scroll(by)
        self.moved.emit(Move(by=by))

    def follow(self, move: Move) -> None:
        """Do what the reader did in another viewport; nobody hears of it."""
        if self._box.lit.film is None:
            return
        if move.fit:
            self._area = None
            self._fit()
        elif move.one_to_one:
            self._one_to_one()
        elif move.by is not None:
            self._fits = False
            self._scroll(move.by)
        else:
            self._zoom_by(move.factor, move.at)

    def look_as(self, other: "Camera") -> None:
        """Show of this film what the other view shows of its own, relative to the whole."""
        own, film = self._box.lit.film, other._box.lit.film
        if own is None or film is None:
            return
        centre = other.mapToScene(other.viewport().rect().center())
        rows, columns = film.radiograph.shape
        own_rows, own_columns = own.radiograph.shape
        scale = self._fitting_scale() * other._scale / other._fitting_scale()
        place = QPointF(centre.x() / columns * own_columns, centre.y() / rows * own_rows)
        self._place(scale, place)

    def _arrive(self, film: Film) -> None:
        """Fit a film that is new, or newly under a presentation state; a frame stays as it was."""
        same = film.name == self._name and film.radiograph.frames > 1
        if not same or film.state is not self._state:
            self._fits, self._area = True, film.softcopy.area
        self._name, self._state = film.name, film.state
        self._stale = True

    def _fitting_scale(self, shape: tuple[float, float] | None = None) -> float:
        film = self._box.lit.film
        assert film is not None
        size, angle = self.viewport().size(), self._box.presentation.angle
        rows, columns = shape or film.radiograph.shape
        proportions = (rows * self._stretch, columns)
        return screen_scale(size.width(), size.height(), shape=proportions, angle=angle)

    @property
    def _stretch(self) -> float:
        film = self._box.lit.film
        return 1.0 if film is None else film.radiograph.spacing.stretch

    def _fit(self) -> None:
        film, area = self._box.lit.film, self._area
        if film is None:
            return
        if area is None:
            rows, columns = film.radiograph.shape
            self._place(self._fitting_scale(), QPointF(columns / 2, rows / 2))
        else:
            scale = self._fitting_scale((area.bottom - area.top, area.right - area.left))
            if area.magnification is not None:
                scale = area.magnification / self.devicePixelRatioF()
            scale = min(max(scale, _SMALLEST), _LARGEST)
            self._place(scale, QPointF((area.left + area.right) / 2, (area.top + area.bottom) / 2))
        self._fits = True

    def _one_to_one(self) -> None:
        centre = self.mapToScene(self.viewport().rect().center())
        self._place(1.0 / self.devicePixelRatioF(), centre)

    def _zoom_by(self, factor: float, at: QPoint | None) -> None:
        place = self.viewport().rect().center() if at is None else at
        before = self.mapToScene(place)
        scale = min(max(self._scale * factor, _SMALLEST), _LARGEST)
        self._place(scale, self.mapToScene(self.viewport().rect().center()))
        self._scroll(self.mapFromScene(before) - place)

    def _rearrange(self) -> None:
        """Follow flips and rotations, and nothing else: a window must not cost a layout."""
        presentation = self._box.presentation
        if self._arranged == (presentation.angle, presentation.mirrored) and not self._stale:
            return
        if self._fits:
            self._fit()
        else:
            self._place(self._scale, self.mapToScene(self.viewport().rect().center()))

    def _place(self, scale: float, centre: QPointF) -> None:
        self._scale = scale
        self._fits = False
        angle, mirrored = self._box.presentation.angle, self._box.presentation.mirrored
        self._arranged, self._stale = (angle, mirrored), False
        sides = (-scale if mirrored else scale, scale * self._stretch)
        transform = QTransform().rotate(angle).scale(*sides)
        if transform != self.transform():
            self.setTransform(transform)
        self.centerOn(centre)
        self._tell_sight()
        self.viewport().update()

    def _scroll(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
        self._tell_sight()
        self.viewport().update()

    def _tell_sight(self) -> None:
        """Let the light box know how finely it has to paint while dragging."""
        film = self._box.lit.film
        if film is None:
            return
        rows, columns = film.radiograph.shape
        seen = self.mapToScene(self.viewport().rect()).boundingRect().toAlignedRect()
        part = seen.intersected(QRect(0, 0, columns, rows))
        visible = (part.top(), part.left(), part.top() + part.height(), part.left() + part.width())
        longest = max(rows * self._stretch, columns) * self.zoom
        self._box.sight = Sight(longest, None if part.isEmpty() else visible)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep a fitted film fitted."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()
