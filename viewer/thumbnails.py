"""Small pictures of films: read and scaled in the background, the last ones kept."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from engine.errors import UnusableStore
from engine.triage.pipeline import Row, Status
from viewer.canvas.painting import to_qimage
from viewer.films import Films
from viewer.jobs import Jobs, Reply

if TYPE_CHECKING:
    from engine.triage.store import Store

KEPT = 1024
_AT_ONCE = 48
Pixels = NDArray[np.uint8] | None
Key = tuple[int, int]


class Thumbnails(QObject):
    """Gives what is there, and tells when more has come.

    The last films to arrive have their picture with them, the others' are in the store.
    """

    arrived = Signal()

    def __init__(
        self,
        jobs: Jobs,
        films: Films,
        open_store: "Callable[[], Store | None]",
        parent: QObject | None = None,
    ) -> None:
        """Start empty."""
        super().__init__(parent)
        self._jobs, self._films, self._open_store = jobs, films, open_store
        self._images: OrderedDict[Key, tuple[Pixels, QImage]] = OrderedDict()
        self._wanted: OrderedDict[Key, tuple[Pixels, str]] = OrderedDict()
        self._request = 0
        self._closed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)

    def image(self, number: int, row: Row, side: int) -> QImage:
        """Return a film's picture at most ``side`` pixels wide and high, null where none is there.

        ``row`` is the film's as it may be shown; it is read where it has no picture of its own.
        """
        key = number, side
        made_of, image = self._images.get(key, (None, None))
        if image is not None and (row.thumbnail is None or made_of is row.thumbnail):
            self._images.move_to_end(key)
            return image
        if row.thumbnail is not None or row.status in (Status.SCORED, Status.NOT_SCORED):
            place = "" if row.thumbnail is not None else self._films.location(number)
            self._wanted[key] = row.thumbnail, place
            self._wanted.move_to_end(key)
            while len(self._wanted) > _AT_ONCE:  # scrolled past meanwhile
                self._wanted.popitem(last=False)
            self._soon.start()
        return image or QImage()

    def clear(self) -> None:
        """Forget all."""
        self._images.clear()
        self._wanted.clear()
        self._jobs.drop(self._request)
        self._request = 0

    def close(self) -> None:
        """Read no more."""
        self.clear()
        self._closed = True

    def _begin(self) -> None:
        if self._request or self._closed or not self._wanted:
            return
        wanted, open_store = dict(self._wanted), self._open_store
        self._wanted.clear()

        def work() -> dict[Key, tuple[Pixels, QImage]]:
            places = [place for _, place in wanted.values() if place]
            read = dict(zip(places, _read(open_store, places), strict=True))
            return {
                key: (own, _scaled(own if own is not None else read.get(place), key[1]))
                for key, (own, place) in wanted.items()
            }

        self._request = self._jobs.submit("pictures", work, self._made)

    def _made(self, reply: Reply) -> None:
        self._request = 0
        self._images.update(reply.value)
        while len(self._images) > KEPT:
            self._images.popitem(last=False)
        self.arrived.emit()
        self._begin()


def _read(open_store: "Callable[[], Store | None]", places: list[str]) -> list[Pixels]:
    try:
        store = open_store() if places else None
        return [None] * len(places) if store is None else store.thumbnails(places)
    except UnusableStore:
        return [None] * len(places)  # the list says so elsewhere


def _scaled(pixels: Pixels, side: int) -> QImage:
    if pixels is None:
        return QImage()
    return to_qimage(pixels).scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
