"""Pictures of films: of the view as it stands, and of the whole film."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from engine.exchange.pictures import Mask
from viewer import film as films
from viewer.canvas.planes import paint_shutter
from viewer.canvas.view import FilmView
from viewer.film import Film
from viewer.presentation import Presentation

_JPEG_QUALITY = 95


def view_picture(
    view: FilmView, *, annotations: bool, identity: bool, masks: Iterable[Mask] = ()
) -> QImage:
    """Return what the view shows, in device pixels.

    Without ``annotations`` nothing is written over the film; without ``identity``, and wherever
    identities are hidden anyway, nobody is named.
    """
    hidden = view.identity_hidden
    view.set_bare(not annotations)
    view.hide_identity(hidden or not identity)
    displays = view.displays
    view.set_displays(None)  # a picture goes to other displays
    try:
        picture = view.viewport().grab().toImage()
    finally:
        view.set_displays(displays)
        view.set_bare(False)
        view.hide_identity(hidden)
    return _hidden(picture, masks, view.viewportTransform())


def film_picture(film: Film, presentation: Presentation, masks: Iterable[Mask] = ()) -> QImage:
    """Return the whole film as it is presented (in any thread).

    A pixel for each of its own; more where those are not square.
    """
    picture = films.full_levels(film, presentation)[0]
    painter = QPainter(picture)
    paint_shutter(painter, film.radiograph)
    painter.end()
    stretch = film.radiograph.spacing.stretch
    across, down = max(1 / stretch, 1.0), max(stretch, 1.0)
    side = -across if presentation.mirrored else across
    to_screen = QTransform().rotate(presentation.angle).scale(side, down)
    masked = _hidden(picture, masks, QTransform())
    if not presentation.tilt and stretch == 1:
        return masked.transformed(to_screen)
    placed = masked.transformed(to_screen, Qt.TransformationMode.SmoothTransformation)
    # A tilted film leaves corners without a pixel: they are black.
    ground = QImage(placed.size(), picture.format())
    ground.fill(Qt.GlobalColor.black)
    painter = QPainter(ground)
    painter.drawImage(0, 0, placed)
    painter.end()
    return ground


def encoded(picture: QImage, kind: str) -> bytes:
    """Return a picture as the bytes of a PNG, JPEG or TIFF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, kind.upper(), _JPEG_QUALITY if kind == "jpeg" else -1)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _hidden(picture: QImage, masks: Iterable[Mask], to_picture: QTransform) -> QImage:
    painter = QPainter(picture)
    painter.setTransform(to_picture)
    for top, left, bottom, right in masks:
        painter.fillRect(QRectF(left, top, right - left, bottom - top), Qt.GlobalColor.black)
    painter.end()
    return picture
