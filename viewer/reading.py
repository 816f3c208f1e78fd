"""The reading of studies: who has them, what the reader says, kept in the store as it happens.

The window never waits: a step holds here at once and is sent in the background, in order; what the
store refuses or does not take now is said. Other readers' steps are looked for every few seconds.
"""

import contextlib
import getpass
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import UnusableStore
from engine.triage.happened import Happened
from engine.triage.pipeline import Row
from engine.triage.reading import Note, Opinion, Read, ReadState, study_of
from viewer import wording
from viewer.jobs import Jobs, Reply
from viewer.language import tr
from viewer.settings import Settings
from viewer.store_exchange import Exchange, Task, Work, exchange

if TYPE_CHECKING:
    from engine.triage.store import Store

_DWELL_MS = 1000
_LOOK_MS = 5000
_OPEN = (ReadState.UNREAD, ReadState.READING)


def login() -> str:
    """Return the name that the system knows the reader by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reader"


class Reading(QObject):
    """Who reads what; ``changed`` gives the studies that stand otherwise now."""

    changed = Signal(object)
    hiding_changed = Signal()
    notes_changed = Signal()
    problem_changed = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        open_store: "Callable[[], Store | None]",
        settings: Settings,
        in_force: Callable[[], Mapping[str, Any]],
        contents: Callable[[Row], frozenset[str]],
        parent: QObject | None = None,
    ) -> None:
        """Open the store in the background.

        ``in_force`` gives the settings of the moment, ``contents`` those of a film's study that
        are read with it.
        """
        super().__init__(parent)
        self._jobs, self._open_store, self._in_force = jobs, open_store, in_force
        self._contents = contents
        self._steps: dict[str, Read] = {}
        self._notes: dict[str, tuple[Note, ...]] = {}
        self._opened: set[str] = set()
        self._undo: list[tuple[Row, Read | None]] = []
        self._tasks: list[Task] = []
        self._request = self._seen = 0
        self._film: Row | None = None
        self._there: frozenset[str] = frozenset()
        self._back: ReadState | None = None
        self.problem = ""
        self.keep_late: Callable[[Store], None] = lambda _store: None
        self._take(settings)
        self._dwell = QTimer(self, singleShot=True, interval=_DWELL_MS)
        self._dwell.timeout.connect(self.begin)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.exchange)
        self._timer.start()
        self.exchange()

    def prefer(self, settings: Settings) -> None:
        """Follow the preferences."""
        before = self.blind, self.reader
        self._take(settings)
        if before != (self.blind, self.reader):
            self.hiding_changed.emit()

    def _take(self, settings: Settings) -> None:
        self.reader = settings.reader.strip() or login()
        self.blind = settings.blind_first
        self.next_unread = settings.next_unread
        self._longest_s = 60.0 * settings.lock_minutes

    # how studies stand

    def step(self, study: str) -> Read | None:
        """Return the step that holds; None where nobody has begun."""
        return self._steps.get(study)

    def reads(self, studies: Iterable[str] | None = None) -> tuple[Read, ...]:
        """Return what holds of studies that were ever begun: of these, or of all."""
        wanted = self._steps if studies is None else self._steps.keys() & studies
        return tuple(self._steps[study] for study in wanted)

    def is_held(self, study: str) -> bool:
        """Whether somebody else is reading a study."""
        step = self._steps.get(study)
        return step is not None and step.held_from(self.reader)

    def is_abandoned(self, study: str) -> bool:
        """Whether somebody else began to read a study and has not been heard of for long."""
        step = self._steps.get(study)
        held = step is not None and step.held_from(self.reader)
        return held and step is not None and step.is_stale(_now(), self._longest_s)

    def left_behind(self) -> tuple[str, ...]:
        """Return the studies that were begun and not ended, by this reader or long ago."""
        return tuple(
            study
            for study, step in self._steps.items()
            if step.state is ReadState.READING
            and (step.reader == self.reader or self.is_abandoned(study))
        )

    def hides(self, study: str) -> bool:
        """Whether the model's findings are kept from the reader."""
        if not self.blind or not study:
            return False
        step = self._steps.get(study)
        return step is None or not step.seen_by(self.reader)

    @property
    def verdicts(self) -> Mapping[str, str]:
        """What was said of the findings of the study on show."""
        step = self._steps.get(self._study)
        return {} if step is None else step.verdicts

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes on the study on show."""
        return self._notes.get(self._study, ())

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undo)

    @property
    def _study(self) -> str:
        return "" if self._film is None else study_of(self._film)

    # what the reader does

    def attend(self, film: Row | None) -> None:
        """Turn to another film; its study is begun when the reader stays with it."""
        before, study = self._study, study_of(film) if film else ""
        if film and study == before and before:
            self._there |= {film.content_sha256}
            return
        self._leave()
        self._film, self._there = film, self._contents(film) if film else frozenset()
        if self._study:
            self._dwell.start()
        self.notes_changed.emit()

    def begin(self) -> None:
        """Take the study on show, if nobody has it; enter that it was opened."""
        self._dwell.stop()
        study, film = self._study, self._film
        if not study or film is None:
            return
        if study not in self._opened:
            self._opened.add(study)
            self.log(Happened.OPENED, study)
            self._ask_notes(study)
        step = self._steps.get(study)
        state = ReadState.UNREAD if step is None else step.state
        if self.is_held(study):
            self.said.emit(wording.held(step))
        elif state in (ReadState.UNREAD, ReadState.SECOND_LOOK) or (
            step is not None and step.leaves_out(self._contents(film))
        ):
            self._back = state
            self._add(film, ReadState.READING, {} if step is None else step.verdicts)
        elif state is ReadState.READING and self._back is None:
            self._back = ReadState.UNREAD  # left behind by a program that was killed

    def say(self, finding: str, opinion: Opinion) -> None:
        """State an opinion on a finding; the same one again takes it back."""
        film = self._ready()
        if film is None:
            return
        step = self._steps[study_of(film)]
        verdicts = dict(step.verdicts)
        if verdicts.pop(finding, None) != opinion:
            verdicts[finding] = opinion.value
        self._undo.append((film, step))
        self._add(film, step.state, verdicts)

    def note(self, text: str) -> None:
        """Write a note on the study on show."""
        film = self._ready()
        if film is None or not text.strip():
            return
        note = Note(study_of(film), self.reader, text.strip(), _now().isoformat())
        self._notes[note.study] = (*self._notes.get(note.study, ()), note)
        self._send(lambda store: store.readings.add_note(note, film=film))
        self.notes_changed.emit()

    def reveal(self) -> bool:
        """Commit to what was said blindly, and show the model's findings."""
        film = self._ready()
        if film is None:
            return False
        step = self._steps[study_of(film)]
        self._add(film, step.state, step.verdicts, revealed=True)
        return True

    def end(self, state: ReadState) -> bool:
        """Leave the study on show as read, for a second look or unread; return whether it is."""
        film = self._ready()
        if film is None:
            return False
        step = self._steps[study_of(film)]
        self._undo.append((film, step))
        self._back = None
        # What came meanwhile and was not looked at is not read.
        films = self._there | step.films if state is ReadState.READ else frozenset()
        self._add(film, state, step.verdicts, films=films)
        return True

    def take_over(self) -> None:
        """Read a study that somebody began and has abandoned."""
        film, study = self._film, self._study
        if film is not None and self.is_abandoned(study):
            self._back = ReadState.UNREAD
            self._add(film, ReadState.READING, self.verdicts, over=True)

    def last(self) -> Row | None:
        """Return the film that the last verdict or commitment was made on."""
        return self._undo[-1][0] if self._undo else None

    def undo(self) -> None:
        """Take back the last verdict or commitment; its film is on show."""
        film, before = self._undo.pop()
        study = study_of(film)
        self._dwell.stop()
        step = self._steps.get(study)
        if step is not None and step.reader != self.reader:
            self.said.emit(
                tr("{reader} has gone on with this study: nothing was taken back.",
                   reader=step.reader)
            )  # fmt: skip
            return
        state = ReadState.READING if before is None or before.state in _OPEN else before.state
        self._back = ReadState.UNREAD if state is ReadState.READING else None
        films = frozenset() if before is None else before.films
        self._add(film, state, {} if before is None else before.verdicts, films=films)

    def log(self, happened: Happened, *studies: str, details: dict[str, str] | None = None) -> None:
        """Enter something into the audit trail."""
        reader = self.reader
        self._send(lambda store: store.log(happened, studies=studies, user=reader, details=details))

    def tell(self, work: Work) -> None:
        """Have something else stored."""
        self._send(work)

    def _ready(self) -> Row | None:
        """Return the film on show once its study is ours; None where it is somebody else's."""
        self.begin()
        study = self._study
        return None if not study or self.is_held(study) else self._film

    def _leave(self) -> None:
        self._dwell.stop()
        film, back, self._back = self._film, self._back, None
        step = self._steps.get(self._study)
        held = step is not None and step.state is ReadState.READING and step.reader == self.reader
        if film is not None and back is not None and held and step is not None:
            self._add(film, back, step.verdicts)

    def _add(
        self,
        film: Row,
        state: ReadState,
        verdicts: Mapping[str, str],
        *,
        revealed: bool = False,
        over: bool = False,
        films: frozenset[str] | None = None,
    ) -> None:
        study = study_of(film)
        known, before = revealed or not self.hides(study), self._steps.get(study)
        if films is None:
            films = frozenset() if before is None else before.films
        settings = {**self._in_force(), "blind": self.blind, "revealed": known}
        settings |= {"films": sorted(films)} if films else {}
        read = Read(study, self.reader, state, dict(verdicts), settings, _now().isoformat())
        self._steps[study] = read
        self._send(lambda store: store.readings.add(read, film=film, over=over), study)
        self.changed.emit(frozenset({study}))

    # the store's side

    def _send(self, work: Work, study: str = "") -> None:
        self._tasks.append(Task(work, study))
        self.exchange()

    def exchange(self) -> None:
        """Tell and ask the store, unless that is going on."""
        if not self._request:
            tasks, after = tuple(self._tasks), self._seen
            self._request = self._jobs.submit(
                "store",
                lambda: exchange(self._open_store, tasks, after, self.keep_late),
                self._exchanged,
            )

    def _exchanged(self, reply: Reply) -> None:
        self._request = 0
        came: Exchange = reply.value
        self._tasks = [task for task in self._tasks if not task.done]
        waiting = {task.study for task in self._tasks}
        moved = {read.study for read in (*came.told, *came.news) if self._take_step(read, waiting)}
        self._seen = max((read.number for read in came.news), default=self._seen)
        if moved:
            self.changed.emit(frozenset(moved))
        self.say_trouble(came.problem)
        if self._tasks and not came.problem:
            self.exchange()

    def _take_step(self, read: Read, waiting: set[str]) -> bool:
        """Let a step of the store hold, unless a later one of ours is on its way there."""
        known = self._steps.get(read.study)
        if read.study in waiting or (known is not None and known.number >= read.number):
            return False
        self._steps[read.study] = read
        if read.study == self._study and read.held_from(self.reader):
            self._back = None
            self.said.emit(wording.held(read))
        return known is None or _standing(known) != _standing(read)

    def say_trouble(self, problem: str) -> None:
        """Say that the store cannot be used; nothing where it can again."""
        if problem != self.problem:
            self.problem = problem
            self.problem_changed.emit(problem)

    def _ask_notes(self, study: str) -> None:
        def read() -> tuple[Note, ...]:
            store = self._open_store()
            return () if store is None else store.readings.notes(study)

        def arrived(reply: Reply) -> None:
            if reply.error is None:
                own = self._notes.get(study, ())
                there = {(note.reader, note.text) for note in reply.value}
                late = (note for note in own if (note.reader, note.text) not in there)
                self._notes[study] = (*reply.value, *late)
                self.notes_changed.emit()

        self._jobs.submit("store", read, arrived)

    def flush(self) -> None:
        """Let go of the study on show and tell the store the rest, here and now."""
        self._request = -1
        self._leave()
        tasks, problem = tuple(self._tasks), self.problem
        if tasks or not problem:  # a server that does not answer is not waited for once more
            problem = exchange(self._open_store, tasks, self._seen, self.keep_late).problem
        with contextlib.suppress(UnusableStore):
            store = None if problem else self._open_store()
            if store is not None:
                store.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _standing(read: Read) -> tuple[str, ReadState, dict[str, str], bool, frozenset[str]]:
    return read.reader, read.state, dict(read.verdicts), read.revealed, read.films
