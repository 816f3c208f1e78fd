"""What the list gives away: itself as a file, a shift's summary, the comparison with reports."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMainWindow

from engine.exchange import listing, summary
from engine.exchange.reports import Reports, study_key
from engine.exchange.results import Recorder
from engine.models.assess import Assessor
from engine.models.card import NORMAL, ModelCard
from engine.models.passport import Passport
from engine.triage import lines
from engine.triage.discordance import Call, Discordance, Sides, Verdict, discordance, verdicts_of
from engine.triage.lines import STATUSES
from engine.triage.pipeline import Row
from engine.triage.reading import Read, ReadState, moment_of
from engine.triage.shift import ShiftRow, shift_of
from engine.triage.standing import FLAGGED, Standings
from viewer.discretion import discreet_row
from viewer.exporting import Done
from viewer.film_snapshot import Snapshot
from viewer.jobs import Reply
from viewer.language import tr
from viewer.preferences import Preferences
from viewer.read_column import READS
from viewer.session import Session
from viewer.worklist.model import title

_SHOWN_MS = 8000
_SHIFTS_H = (8, 12, 24)


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
        """Let the reader say how long the shift was, and name a file for its summary."""
        lengths = {tr("The last {hours} hours", hours=hours): hours for hours in _SHIFTS_H}
        words, ok = QInputDialog.getItem(
            self._window,
            tr("Shift summary"),
            tr("Films that came or were read in:"),
            [*lengths, tr("All films of the list")],
            editable=False,
        )
        if not ok:
            return
        since_s = time.time() - 3600 * lengths[words] if words in lengths else 0.0
        if target := self._target(tr("Shift summary"), "shift-summary", summary.KINDS):
            self.save_summary(target, since_s)

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
        hidden, films = self._session.identity_hidden, self._session.films.snapshot()
        sensitivity, rule = self._session.setting.sensitivity, self._session.ordering.rule
        write = listing.KINDS[target.suffix]

        def make() -> bytes:
            waiting = films.waiting(films.stand(sensitivity, rule))
            rows = ((number, films.row(number)) for number in films.order.tolist())
            named = ((n, _unnamed(discreet_row(row, n)) if hidden else row) for n, row in rows)
            return write([(row, waiting[number]) for number, row in named], recorder)

        self._save(make, target)

    def save_summary(self, target: Path, since_s: float = 0.0) -> None:
        """Write the summary of the shift since a moment; the suffix is the kind."""
        assessor, ordering = self._session.model.assessor, self._session.ordering
        if assessor is None:
            return
        films, sensitivity = self._session.films.snapshot(), self._session.setting.sensitivity
        now_s = time.time()
        reads, compared = self._session.reading.reads(), self._compared
        is_read = self._session.films.reads.states == READS.index(ReadState.READ)
        thresholds = _passport(assessor, self._session)
        policy, rule = ordering.policy, ordering.rule
        write = summary.KINDS[target.suffix]

        def make() -> bytes:
            found = films.stand(sensitivity, rule)
            flagged = (found.states == FLAGGED) & found.scored[:, None]
            studies = lines.column(films.texts, "study_key")
            ended = {read.study: _read_s(read) for read in reads}
            said = tuple(verdicts_of(read for read in reads if (_read_s(read) or 0.0) >= since_s))
            rows = [
                ShiftRow(
                    film,
                    STATUSES[status],
                    _named(assessor.card, of_film),
                    ended.get(study) if read else None,
                )
                for film, status, of_film, study, read in zip(
                    films.waiting(found),
                    films.head["status"].tolist(),
                    flagged,
                    studies,
                    is_read.tolist(),
                    strict=True,
                )
            ]
            return write(
                shift_of(
                    rows,
                    now_s=now_s,
                    policy=policy,
                    rule=rule,
                    thresholds=thresholds,
                    reads_known=any(row.read_s is not None for row in rows),
                    discordance=compared
                    or discordance(_calls(films, found, studies, said), said).counts,
                    since_s=since_s,
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
        field = "name" if reports.key == "file" else reports.key
        words = lines.column(self._session.films.lines, field)
        keys = [study_key(reports.key, word) for word in words]
        found = self._compare(keys, reports.verdicts)
        self._compared = found.counts
        self._show(found, reports.problems, keys)

    def ask_reads(self) -> None:
        """Show where the model and the reads of the listed studies differ."""
        keys = lines.column(self._session.films.lines, "study_key")
        reads = self._session.reading.reads(frozenset(keys))
        self._show(self._compare(keys, tuple(verdicts_of(reads))), (), keys)

    def _compare(self, keys: Sequence[str], verdicts: Sequence[Verdict]) -> Discordance:
        films = self._session.films
        return discordance(_calls(films.snapshot(), films.standings, keys, verdicts), verdicts)

    def _show(self, found: Discordance, problems: Sequence[str], keys: Sequence[str]) -> None:
        from viewer.dialogs.discordance import DiscordanceDialog

        films, differing = self._session.films, {one.study for one in found.differences}
        titles: dict[str, tuple[int, str]] = {}
        for number in films.order[films.standings.scored[films.order]].tolist():
            if keys[number] in differing and keys[number] not in titles:
                titles[keys[number]] = number, title(self._session.entries[number])
        dialog = DiscordanceDialog(found, problems, titles, self._window)
        dialog.wanted.connect(self._session.select)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _forget(self, entries: Sequence[object]) -> None:
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


def _named(card: ModelCard, flagged: NDArray[np.bool_]) -> tuple[str, ...]:
    names = (card.findings[place] for place in np.flatnonzero(flagged))
    return tuple(name for name in names if name != NORMAL)


def _read_s(read: Read) -> float | None:
    """Return when a study was read, in seconds of the system's clock."""
    moment = moment_of(read.at) if read.state is ReadState.READ else None
    return None if moment is None else moment.timestamp()


def _calls(
    films: Snapshot, found: Standings, keys: Sequence[str], verdicts: Sequence[Verdict]
) -> Iterator[Call]:
    """Give what the model says of the films that verdicts are on, by their studies' keys."""
    names = films.card.findings if films.card else ()
    wanted = {verdict.study for verdict in verdicts if verdict.study}
    for number in np.flatnonzero(found.scored).tolist():
        if keys[number] in wanted:
            flagged = (found.states[number] == FLAGGED).tolist()
            chances = films.scores[number, :, 0].tolist()
            for name, called, chance in zip(names, flagged, chances, strict=False):
                yield Call(keys[number], name, called, chance)
