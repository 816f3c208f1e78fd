"""The reader's session: the worklist, the selection and the sensitivity setting."""

import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.images.softcopy import SoftcopyState
from engine.models.assess import Assessor
from engine.triage.pipeline import Row, Status
from engine.triage.reading import study_of
from viewer.arrivals import Arrivals
from viewer.auditing import Auditing
from viewer.correcting import Correcting
from viewer.counting import counted
from viewer.entries import Entry, Model, Progress, Setting, sensitivity_range
from viewer.entry_list import EntryList
from viewer.exporting import Exporter
from viewer.films import Films
from viewer.finding_selection import FindingSelection
from viewer.folder_watch import FolderWatch
from viewer.gpu_pack import GpuPack
from viewer.jobs import Jobs, Receiver, Reply
from viewer.lightbox import LightBox
from viewer.lungs import LungFields
from viewer.maps import Maps
from viewer.markup import FilmMarkup
from viewer.markups import Markups
from viewer.opening import Opening
from viewer.ordering import Ordering
from viewer.overlay import Overlay
from viewer.paper_reading import PaperReading
from viewer.pins import Pins
from viewer.reading import Reading
from viewer.reliability import MapWatch
from viewer.services import NoModel, Services
from viewer.settings import Settings
from viewer.softcopies import Softcopies, is_state
from viewer.stored import StoredList
from viewer.thumbnails import Thumbnails
from viewer.viewports import Viewports


class Session(QObject):
    """The only place where the worklist changes; everything lives in the GUI thread."""

    entries_added = Signal(object)
    entries_changed = Signal(object)
    entries_updated = Signal(object)
    selected = Signal(object)
    setting_changed = Signal(object)
    progress_changed = Signal(object)
    model_changed = Signal(object)
    identity_changed = Signal(bool)

    def __init__(self, services: Services, settings: Settings, jobs: Jobs, kept_in: Path) -> None:
        """Build the light box and what lies over its film; marks are kept in ``kept_in``."""
        super().__init__()
        self._services = services
        self._jobs = jobs
        self.films = Films()
        self.thumbnails = Thumbnails(jobs, self.films, services.store, self)
        self.identity_hidden = settings.hide_identity
        self.ordering = Ordering(settings, jobs, self.films, self)
        self.ordering.changed.connect(self._order)
        self.stored = StoredList(jobs, self.films, services, self)
        self.viewports = Viewports(jobs, services, settings, self)
        self.viewports.activated.connect(self._attend)
        self.overlay = Overlay(jobs, self)
        self.overlay.set_opacity(settings.overlay_opacity)
        self.overlay.set_colours(settings.overlay_colours)
        self.lungs = LungFields(jobs, self.viewports, services.lungs, self)
        self.markups = Markups(jobs, kept_in, self)
        self.markup_by_box = {
            box: FilmMarkup(jobs, box, self.lungs, self.markups, self)
            for box in (*self.viewports.boxes, self.viewports.spare)
        }
        self.softcopies = Softcopies(jobs, services.softcopy, self)
        self.softcopies.changed.connect(self._tell_states)
        self.exporter = Exporter(jobs, services, self)
        self.paper_reading = PaperReading(jobs, services.papers)
        self.map_watch = MapWatch(jobs, self.lungs, services.trust, self)
        self._maps = Maps(jobs, services.maps, self)
        self.current: int | None = None
        self.setting = Setting(settings.sensitivity, settings.prevalence)
        self.progress = Progress()
        self.model = Model()
        self.findings = FindingSelection(
            self.viewports,
            self._maps,
            self.overlay,
            self.map_watch,
            entry=lambda: self.entry,
            model=lambda: self.model,
            parent=self,
        )
        self.arrivals = Arrivals(self)
        self.arrivals.came.connect(self._take_arrivals)
        self.stored.load()  # before the reads: what is asked for first is there first
        self.reading = Reading(
            jobs, services.store, settings, self._in_force, self.films.contents, self
        )
        self.films.reads.blind = self.reading.blind
        self.entries = EntryList(self.films, self.ordering, self.reading.step)
        self.exporter.study = lambda: "" if self.entry is None else self.entry.study
        self.correcting = Correcting(
            jobs, services.correct, row=lambda: self.row, model=lambda: self.model, parent=self
        )
        self.auditing = Auditing(self.reading, self.exporter, self.ordering, self)
        self.opening = Opening(jobs, services.triage, self)
        self._listen()

    def _listen(self) -> None:
        self.folder_watch = FolderWatch(self.opening, self._services.watch, self)
        self.pins = Pins(self._jobs, self.films, self.reading, self._services.store, self)
        self.pins.changed.connect(self._order)
        self.stored.listed.connect(self.pins.load)
        self.reading.keep_late = self._services.keep_late
        self.reading.changed.connect(self._read_on)
        self.reading.hiding_changed.connect(self._hide)
        self.entries_changed.connect(self.findings.catch_up)
        self.setting_changed.connect(self.auditing.change)
        self.stored.listed.connect(self._listed)
        self.stored.settled.connect(self._settled)
        self.stored.trouble.connect(self.reading.say_trouble)
        self.opening.arrived.connect(self.arrivals.add)
        self.correcting.scored.connect(self.arrivals.add)
        self.correcting.trouble.connect(self.reading.say_trouble)
        self.opening.changed.connect(self._opened_on)
        self.opening.woken.connect(self.ordering.open)
        self.opening.trouble.connect(self.reading.say_trouble)

    # the model

    def load_model(self) -> None:
        """Load the model in the scan lane; what is opened meanwhile waits for it."""
        self._jobs.submit("scan", self._services.load_assessor, self._model_loaded)

    def _model_loaded(self, reply: Reply) -> None:
        if reply.error is not None:
            self.model = Model(problem=str(reply.error))
        else:
            self.model = Model(reply.value)
        fits = self.ordering.take_model(self.model)
        self.films.use(self.model.maker, self.model.card)
        self._set_sensitivity(self.setting.sensitivity if fits else Setting().sensitivity)
        self.auditing.take_model(self.model, self.setting)
        if self.films:
            self._rebuild()
            self._count()
        self.model_changed.emit(self.model)
        self.opening.begin(self.model.assessor or NoModel(self.model.problem))

    def look_at_model(self, look: Callable[[Assessor], Any], receiver: Receiver) -> None:
        """Do something that takes forward passes with the model, which must be there."""
        assessor = self.model.assessor
        assert assessor is not None
        self._jobs.submit("look", lambda: look(assessor), receiver)

    def _listed(self) -> None:
        self._relabel()
        self.entries_added.emit(self.entries)
        self.viewports.fill(self.rows)
        self._count()

    def _settled(self) -> None:
        """Search, and hang beside each other, what a long list kept back until now."""
        self.entries.forget(self.films.order)
        self.entries_added.emit(self.entries)
        self.viewports.fill(self.rows)

    # opening

    def open(self, paths: Iterable[Path]) -> None:
        """Take files, folders and archives into the worklist; rows arrive as they are scored."""
        wanted = tuple(paths)
        if wanted:
            self.ordering.open()
            self.opening.open(wanted)

    def cancel(self) -> None:
        """Stop opening; what has arrived stays."""
        if self.progress.running:
            self.opening.cancel()

    def clear(self) -> None:
        """Empty the worklist."""
        self.cancel()
        self.arrivals.clear()
        self.correcting.drop()
        self.stored.skip()
        self._maps.forget()
        self.films.clear()
        self.thumbnails.clear()
        self._relabel()
        self.current = None
        self.viewports.clear()
        self.softcopies.clear()
        self.reading.attend(None)
        self.overlay.explain(None, "")
        self.entries_changed.emit(self.entries)
        self.selected.emit(None)
        self._count()

    def _opened_on(self) -> None:
        if not self.opening.running:
            self.arrivals.hand_on()
        self._count()

    def _take_arrivals(self, arrived: list[Row]) -> None:
        first = len(self.films)
        replaced = self.films.take(arrived, self.ordering.opened_s)
        self.softcopies.take(arrived)
        self._relabel()
        for number in replaced:
            self._maps.forget(number)
        if len(self.films) > first:
            self.entries_added.emit(self.entries)
            self.viewports.fill(self.rows)
        if replaced:
            self.entries_changed.emit(self.entries)
        self._count()

    def _count(self) -> None:
        progress = counted(self.films, self.opening)
        if progress != self.progress:
            self.progress = progress
            self.progress_changed.emit(progress)

    # reading under a setting

    def set_sensitivity(self, sensitivity: float) -> None:
        """Re-label every finding and re-sort the worklist; the thresholds are this model's now."""
        self.ordering.accept()
        self._set_sensitivity(sensitivity)

    def _set_sensitivity(self, sensitivity: float) -> None:
        low, high = sensitivity_range(self.model.card)
        sensitivity = round(min(max(sensitivity, low), high), 4)
        if sensitivity == self.setting.sensitivity:
            return
        self.setting = replace(self.setting, sensitivity=sensitivity)
        self._rebuild()
        self._count()
        self.setting_changed.emit(self.setting)

    def set_prevalence(self, prevalence: float) -> None:
        """Assume another share of diseased people; only the predictive values move."""
        if prevalence != self.setting.prevalence:
            self.setting = replace(self.setting, prevalence=prevalence)
            self.setting_changed.emit(self.setting)

    def hide_identity(self, *, hidden: bool) -> None:
        """Say from now on whose films these are, or do not."""
        if hidden != self.identity_hidden:
            self.identity_hidden = hidden
            self._rebuild()
            self.identity_changed.emit(hidden)

    def _rebuild(self) -> None:
        self._relabel()
        self.entries_changed.emit(self.entries)

    def _relabel(self) -> None:
        """Label and place all films under the present setting."""
        hidden = self.identity_hidden
        self.entries.follow(self.model.card, self.setting.sensitivity, hidden=hidden)

    def _order(self) -> None:
        """Follow another policy, pin or hour."""
        self._rebuild()
        self.setting_changed.emit(self.setting)

    def _in_force(self) -> dict[str, Any]:
        """Return the settings that a reader reads under."""
        assessor = self.model.assessor
        return {
            "sensitivity": self.setting.sensitivity,
            "model_sha256": "" if assessor is None else assessor.model_sha256,
        }

    def _read_on(self, studies: frozenset[str]) -> None:
        """Show anew what stands otherwise: somebody began, ended or revealed something."""
        films, reading = self.films, self.reading
        films.reads.tell(reading.reads(studies), reading.reader)
        numbers = films.of_studies(studies)
        if not numbers.size:
            return
        with self._following_hiding():
            if (films.kept_back() != films.hidden).any():
                self._relabel()
            self.entries.forget(numbers)
            self.entries_updated.emit(numbers)
        self._count()

    def _hide(self) -> None:
        """Follow who reads, and whether blindly first."""
        self.films.reads.blind = self.reading.blind
        self.films.reads.tell(self.reading.reads(), self.reading.reader)
        with self._following_hiding():
            self._rebuild()
        self._count()

    @contextlib.contextmanager
    def _following_hiding(self) -> Iterator[None]:
        """Show or put away what explains the finding, where the film on show is hidden no more."""
        before = self.entry is not None and self.entry.hidden
        yield
        if self.entry is not None and before != self.entry.hidden:
            self.findings.explain_anew()

    def _tell_states(self) -> None:
        """Say anew what became of presentation states."""
        films = self.films
        rows = ((int(number), films.row(number)) for number in films.of_status(Status.UNREADABLE))
        films.told = {number: self.softcopies.told(row) for number, row in rows if is_state(row)}
        self._rebuild()

    def toggle_pin(self) -> None:
        """Put the selected film before all others, or back to where it belongs."""
        if self.current is not None:
            self.pins.toggle(self.current)

    # selection

    @property
    def states(self) -> tuple[SoftcopyState, ...]:
        """The presentation states of the film on show."""
        film = self.light_box.lit.film
        return () if film is None else self.softcopies.for_film(film.radiograph)

    @property
    def entry(self) -> Entry | None:
        """The selected row."""
        return None if self.current is None else self.entries[self.current]

    def is_key_image(self, entry: Entry) -> bool:
        """Return whether a row's film is kept as a key image."""
        return self.markups.is_key_image(entry.row.identity.sop_instance_uid)

    @property
    def light_box(self) -> LightBox:
        """The light box that is lit; its signals reach whoever listens to the viewports."""
        return self.viewports.box

    @property
    def markup(self) -> FilmMarkup:
        """The marks of the film that is lit."""
        return self.markup_by_box[self.light_box]

    @property
    def rows(self) -> Sequence[Row]:
        """The worklist in order of arrival, with its own names even where identities are hidden."""
        return self.films.rows

    @property
    def row(self) -> Row | None:
        """The selected row with its own names, for what reads its file again."""
        return None if self.current is None else self.films.row(self.current)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The files that the worklist was read from."""
        return self.films.paths()

    def select(self, number: int) -> None:
        """Hang a row's film and show its findings."""
        if number != self.current:
            self._attend(number)
            self.viewports.hang(self.rows, number)

    def put(self, viewport: int, number: int) -> None:
        """Hang a row's film in one viewport, whatever the protocol says, and light it."""
        self.viewports.put(viewport, self.rows, number)

    def _attend(self, number: int | None) -> None:
        if number != self.current:
            self.current = number
            if self.row is not None:
                self.opening.look_at(self.row.name)
            self.reading.attend(self.row)
            self.selected.emit(self.entry)
            self.findings.select_first()

    def list_attributes(self, number: int, receiver: Receiver) -> int:
        """Read what a row's file says, in the read lane; return the request's number."""
        row = self.films.row(number)
        return self._jobs.submit("read", lambda: self._services.attributes(row), receiver)

    def select_image(self, sop_instance_uid: str) -> bool:
        """Hang the film of that SOP Instance UID; return whether the worklist has it."""
        found = self.films.numbers_of("sop_instance_uid", [sop_instance_uid])
        if found:
            self.select(found[0])
        return bool(found)

    def show_study(self, film: Row) -> None:
        """Hang a film of a study, unless one is selected."""
        numbers = self.films.of_studies([study_of(film)]).tolist()
        if numbers and self.current not in numbers:
            self.select(numbers[0])

    @functools.cached_property
    def gpu_pack(self) -> GpuPack:
        """The GPU pack, which nobody needs before the preferences."""
        return GpuPack(self._jobs, self)

    def report(self) -> Path | None:
        """Return the report beside the model, None where there is none."""
        return self._services.report()

    def close(self) -> None:
        """Stop everything that runs."""
        self.folder_watch.stop()
        self.opening.cancel()
        self.gpu_pack.cancel()
        self._services.close()
        self.thumbnails.close()
        self._jobs.close()
        self.auditing.settle()
        self.reading.flush()
        self.markups.flush()
