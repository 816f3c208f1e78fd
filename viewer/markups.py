"""Every film's markup while the program runs, written to Hilum's folder after each change."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.images import keeping
from engine.images.keeping import UnkeptMarkup
from engine.images.marks import History, Mark, Markup
from engine.types import Radiograph
from viewer.jobs import Jobs, Reply


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """What was found on disk of a film; ``history`` is None where nothing may be written."""

    key: str = ""
    history: History | None = None
    notice: str = ""


class Markups(QObject):
    """Histories by film; viewports of the same film share one."""

    changed = Signal(str)
    key_images_changed = Signal()

    def __init__(self, jobs: Jobs, folder: Path, parent: QObject | None = None) -> None:
        """Start empty; ``folder`` is made when there is something to keep."""
        super().__init__(parent)
        self._jobs, self._folder = jobs, folder
        self._histories: dict[str, History] = {}
        self._damaged: dict[str, str] = {}
        self._unsaved: dict[str, tuple[Radiograph, Markup]] = {}
        self._failed: dict[str, str] = {}
        self._saving = 0
        self._key_images: frozenset[str] = frozenset()
        self.clipboard: Mark | None = None
        jobs.submit("keep", lambda: keeping.key_images(folder), self._indexed)

    def open(self, radiograph: Radiograph, receiver: Callable[[Opened], None]) -> int:
        """Look for a film's markup in the keep lane; return the request's id."""
        folder = self._folder

        def read() -> tuple[str, Markup, str]:
            return keeping.film_key(radiograph), *keeping.load(folder, radiograph)

        def arrived(reply: Reply) -> None:
            if reply.error is not None:
                receiver(Opened(notice=str(reply.error)))
                return
            key, markup, notice = reply.value
            self._histories.setdefault(key, History(markup))
            if notice:
                self._damaged[key] = notice
            receiver(self.opened(key))

        return self._jobs.submit("keep", read, arrived)

    def opened(self, key: str) -> Opened:
        """Return how a film that was opened stands now."""
        notices = (told[key] for told in (self._damaged, self._failed) if key in told)
        return Opened(key, self._histories[key], " ".join(notices))

    @property
    def key_image_uids(self) -> frozenset[str]:
        """The SOP Instance UIDs of all films that are kept as key images."""
        return self._key_images

    def is_key_image(self, sop_instance_uid: str) -> bool:
        """Whether a film, opened or not, is kept as a key image; those without a UID never."""
        return bool(sop_instance_uid) and sop_instance_uid in self._key_images

    def _indexed(self, reply: Reply) -> None:
        self._key_images |= reply.value
        self.key_images_changed.emit()

    def put(self, key: str, radiograph: Radiograph, history: History) -> None:
        """Take a film's new history and write it without waiting."""
        before = self._histories[key]
        self._histories[key] = history
        if history.now != before.now:
            self._unsaved[key] = (radiograph, history.now)
            uid = frozenset({radiograph.identity.sop_instance_uid})
            others = self._key_images - uid
            self._key_images = others | uid if history.now.key_image else others
            if history.now.key_image != before.now.key_image:
                self.key_images_changed.emit()
            self._failed.clear()
            self._save_next()
        self.changed.emit(key)

    def flush(self) -> None:
        """Write, here and now, what is not known to be on disk; the lanes are closed."""
        for radiograph, markup in self._unsaved.values():
            try:
                keeping.save(self._folder, radiograph, markup)
            except UnkeptMarkup:
                continue  # said on the film when it failed first
        self._unsaved.clear()

    def _save_next(self) -> None:
        waiting = (key for key in self._unsaved if key not in self._failed)
        key = next(waiting, None)
        if self._saving or key is None:
            return
        radiograph, markup = self._unsaved[key]
        self._saving = self._jobs.submit(
            "keep",
            lambda: keeping.save(self._folder, radiograph, markup),
            partial(self._saved, key, markup),
        )

    def _saved(self, key: str, markup: Markup, reply: Reply) -> None:
        self._saving = 0
        if reply.error is not None:
            self._failed[key] = str(reply.error)
            self.changed.emit(key)
        elif self._unsaved[key][1] is markup:
            del self._unsaved[key]
        self._save_next()
