"""What the list gives away: itself as a file, a shift's summary, the comparison with reports."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow

from engine.exchange import listing, summary
from engine.exchange.reports import Reports, study_key
from engine.exchange.results import Recorder
from engine.models.assess import Assessor
from engine.models.card import NORMAL
from engine.models.passport import Passport
from engine.triage.discordance import Call, Discordance, Sides, discordance, verdicts_of
from engine.triage.pipeline import Row
from engine.triage.reading import ReadState, moment_of
from engine.triage.shift import ShiftRow, shift_of
from engine.types import State
from viewer.entries import Entry
from viewer.exporting import Done
from viewer.jobs import Reply
from viewer.language import tr
from viewer.preferences import Preferences
from viewer.session import Session
from viewer.worklist.model import title

_SHOWN_MS = 8000


class Outputs(QObject):
    """Asks for a file's name and has it written, or read, in the background."""

    def __init__(self, session: Session, preferences: Preferences, window: QMainWindow) -> None:
        """Work for a window."""
        super().__init__(window)
        self._session, self._preferences, self._window = session, preferences, window
        self._compared: dict[str, dict[Sides, int]] = {}
        session.entries_changed.connect(self._forget)

    def ask_policy(self) -> None:
        """Open the order of the list."""
        from viewer.dialogs.policy import PolicyDialog

        dialog = PolicyDialog(self._session, self._window)
        dialog.chosen.connect(self._session.ordering.set_policy)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_list(self) -> None:
        """Let the reader name a file for the list."""
        if target := self._target(tr("Export the list"), "worklist", listing.KINDS):
            self.save_list(target)

    def ask_summary(self) -> None:
        """Let the reader name a file for the summary."""
        if target := self._target(tr("Shift summary"), "shift-summary", summary.KINDS):
            self.save_summary(target)

    def ask_reports(self) -> None:
        """Let the reader choose a table of reports."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Compare with reports"),
            self._preferences.current.last_folder,
            "*.csv *.tsv *.txt",
        )
        if name:
            self.compare(Path(name))

    def save_list(self, target: Path) -> None:
        """Write the list in the order in which it is to be read; the suffix is the kind."""
        assessor = self._session.model.assessor
        if assessor is None:
            return
        recorder = Recorder(
            assessor.card,
            assessor.model_sha256,
            assessor.provider,
            self._session.setting.sensitivity,
        )
        hidden = self._session.identity_hidden
        films = [
            (_unnamed(entry.row) if hidden else entry.row, entry.film)
            for entry in sorted(self._session.entries, key=lambda entry: entry.place)
        ]
        write = listing.KINDS[target.suffix]
        self._save(lambda: write(films, recorder), target)

    def save_summary(self, target: Path) -> None:
        """Write the shift's summary; the suffix is the kind."""
        assessor, ordering = self._session.model.assessor, self._session.ordering
        if assessor is None:
            return
        entries = self._session.entries
        compared = self._compared or self._of_reads().counts
        thresholds = _passport(assessor, self._session)
        policy, rule, now_s = ordering.policy, ordering.rule, time.time()
        write = summary.KINDS[target.suffix]

        def make() -> bytes:
            rows = [ShiftRow(e.film, e.row.status, tuple(_flagged(e)), _read_s(e)) for e in entries]
            return write(
                shift_of(
                    rows,
                    now_s=now_s,
                    policy=policy,
                    rule=rule,
                    thresholds=thresholds,
                    reads_known=any(row.read_s is not None for row in rows),
                    discordance=compared,
                )
            )

        self._save(make, target)

    def compare(self, path: Path) -> None:
        """Read a table of reports and show where reader and model differ."""

        def arrived(reply: Reply) -> None:
            if reply.error is not None:
                self._say(tr(str(reply.error)))
            else:
                self.show_reports(reply.value)

        self._session.ordering.read_reports(path, arrived)

    def show_reports(self, reports: Reports) -> None:
        """Compare verdicts with what is listed, and open the differences."""
        keys = [_key(reports.key, row) for row in self._session.rows]
        found = discordance(self._calls(keys), reports.verdicts)
        self._compared = found.counts
        self._show(found, reports.problems, keys)

    def ask_reads(self) -> None:
        """Show where the model and the reads of the listed studies differ."""
        keys = [entry.study for entry in self._session.entries]
        self._show(self._of_reads(), (), keys)

    def _of_reads(self) -> Discordance:
        entries = self._session.entries
        reads = {entry.study: entry.read for entry in entries if entry.read is not None}
        return discordance(
            self._calls([entry.study for entry in entries]), verdicts_of(reads.values())
        )

    def _calls(self, keys: list[str]) -> list[Call]:
        """Return what the model says of all films, by their studies' keys."""
        return [
            Call(key, label.finding.name, label.state is State.FLAGGED, label.finding.probability)
            for key, entry in zip(keys, self._session.entries, strict=True)
            for label in entry.labels
            if key
        ]

    def _show(self, found: Discordance, problems: Sequence[str], keys: list[str]) -> None:
        from viewer.dialogs.discordance import DiscordanceDialog

        titles: dict[str, tuple[int, str]] = {}
        entries = self._session.entries
        for key, entry in sorted(zip(keys, entries, strict=True), key=lambda pair: pair[1].place):
            if entry.labels:
                titles.setdefault(key, (entry.number, title(entry)))
        dialog = DiscordanceDialog(found, problems, titles, self._window)
        dialog.wanted.connect(self._session.select)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _forget(self, entries: tuple[Entry, ...]) -> None:
        if not entries:
            self._compared = {}

    def _target(self, words: str, stem: str, kinds: dict[str, Callable[..., bytes]]) -> Path | None:
        folder = Path(self._preferences.current.export_folder or Path.home())
        first = next(iter(kinds))
        filters = {f"*{suffix}": suffix for suffix in kinds}
        name, chosen = QFileDialog.getSaveFileName(
            self._window, words, str(folder / f"{stem}{first}"), ";;".join(filters)
        )
        if not name:
            return None
        target = Path(name)
        if target.suffix not in kinds:
            target = target.with_name(target.name + filters.get(chosen, first))
        self._preferences.remember(export_folder=str(target.parent))
        return target

    def _save(self, make: Callable[[], bytes], target: Path) -> None:
        exporter = self._session.exporter

        def ended(done: Done) -> None:
            if done.target == target:
                exporter.finished.disconnect(ended)
                self._say(done.problem or tr("Written: {name}", name=target.name))

        exporter.finished.connect(ended)
        listed = len(self._session.entries)
        exporter.save(make, target, self._session.sources, listed=listed)

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, _SHOWN_MS)


def _passport(assessor: Assessor, session: Session) -> Passport:
    return Passport.issue(assessor.card, assessor.model_sha256, session.setting.sensitivity)


def _unnamed(row: Row) -> Row:
    """Leave out what would lead back to the film where identities are hidden."""
    return replace(row, identity=replace(row.identity, sop_instance_uid=""))


def _flagged(entry: Entry) -> list[str]:
    names = (label.finding.name for label in entry.labels if label.state is State.FLAGGED)
    return [name for name in names if name != NORMAL]


def _read_s(entry: Entry) -> float | None:
    """Return when a film's study was read, in seconds of the system's clock."""
    done = entry.read if entry.read_state is ReadState.READ else None
    moment = None if done is None else moment_of(done.at)
    return None if moment is None else moment.timestamp()


def _key(key: str, row: Row) -> str:
    value = row.name if key == "file" else str(getattr(row.identity, key))
    return study_key(key, value)
