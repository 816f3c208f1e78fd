"""The GPU pack as the window sees it: what is installed; installing and removing it."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.errors import Cancelled, UnusablePack
from viewer.jobs import Jobs, Reply
from viewer.language import tr


@dataclass(frozen=True, slots=True)
class PackState:
    """The names of the pack's wheels, how far the work is (MB), and what came of the last.

    ``fetch`` is the line that fetches a pack where there is a network.
    """

    wheels: tuple[str, ...] = ()
    fetch: str = ""
    running: bool = False
    done_mb: int = 0
    all_mb: int = 0
    said: str = ""
    failed: bool = False


class GpuPack(QObject):
    """Does what `hilum gpu` does, in the background.

    Attributes
    ----------
    changed
        Signal: the new `PackState`.
    """

    changed = Signal(object)
    _unpacked = Signal(int, int)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Know nothing before `look`."""
        super().__init__(parent)
        self._jobs = jobs
        self._cancel = threading.Event()
        self.state = PackState()
        self._unpacked.connect(self._go_on)

    def look(self) -> None:
        """Find out what is installed."""
        self._jobs.submit("export", _found, self._looked)

    def install(self, sources: Sequence[Path]) -> None:
        """Install a pack from wheels, or from the folders that have them."""
        from engine.models import gpu

        told = -1

        def tell(done: int, total: int | None) -> None:
            nonlocal told
            if self._cancel.is_set():
                raise Cancelled(tr("Stopped; the pack is as it was."))
            if done != told:
                told = done
                self._unpacked.emit(done, total or 0)

        def work() -> str:
            names = gpu.install(sources, gpu.folder(), tell)
            return tr(
                "{number} wheels installed. Start Hilum again to use them.", number=len(names)
            )

        self._run(work)

    def remove(self) -> None:
        """Delete the pack."""
        from engine.models import gpu

        def work() -> str:
            gpu.remove(gpu.folder())
            return tr("The GPU pack is deleted. Start Hilum again to do without it.")

        self._run(work)

    def cancel(self) -> None:
        """Stop installing; what was installed before stays."""
        self._cancel.set()

    def _run(self, work: Callable[[], str]) -> None:
        if self.state.running:
            return
        self._cancel.clear()
        self._show(replace(self.state, running=True, done_mb=0, all_mb=0, said="", failed=False))

        def explained() -> str:
            try:
                return work()
            except OSError as error:
                raise UnusablePack(
                    tr("The GPU pack could not be changed: {reason}.", reason=error.strerror)
                ) from error

        self._jobs.submit("export", explained, self._done)

    def _go_on(self, done_mb: int, all_mb: int) -> None:
        self._show(replace(self.state, done_mb=done_mb, all_mb=all_mb))

    def _done(self, reply: Reply) -> None:
        failed = reply.error is not None
        said = str(reply.error if failed else reply.value)
        self._show(replace(self.state, running=False, said=said, failed=failed))
        self.look()

    def _looked(self, reply: Reply) -> None:
        wheels, fetch = reply.value
        self._show(replace(self.state, wheels=wheels, fetch=fetch))

    def _show(self, state: PackState) -> None:
        self.state = state
        self.changed.emit(state)


def _found() -> tuple[tuple[str, ...], str]:
    from engine.models import gpu

    try:
        fetch = gpu.how_to_fetch()
    except UnusablePack:
        fetch = ""
    return gpu.installed(gpu.folder()), fetch
