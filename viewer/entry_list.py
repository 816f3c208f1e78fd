"""The films as entries under the present setting, made where one is looked at."""

from collections.abc import Callable
from dataclasses import replace

from engine.models.card import ModelCard
from engine.triage.pipeline import Row
from engine.triage.reading import Read
from viewer.discretion import discreet_row
from viewer.entries import Entry, entry_of
from viewer.film_columns import Lazy
from viewer.films import Films, Numbers
from viewer.language import tr
from viewer.ordering import Ordering

_MADE = 2000


class EntryList(Lazy[Entry]):
    """Every film's entry by number; those made since the last change of setting are kept."""

    def __init__(
        self, films: Films, ordering: Ordering, step: Callable[[str], Read | None]
    ) -> None:
        """Stand for films, ordered so; ``step`` gives the last step of a study's reading."""
        super().__init__(films.__len__, self._entry)
        self._films, self._ordering, self._step = films, ordering, step
        self._card: ModelCard | None = None
        self._sensitivity, self._hidden = 0.5, False
        self._made: dict[int, Entry] = {}

    def follow(self, card: ModelCard | None, sensitivity: float, *, hidden: bool) -> None:
        """Label and place all films anew; ``hidden`` where nobody may see whose they are."""
        self._card, self._sensitivity, self._hidden = card, sensitivity, hidden
        self._made.clear()
        self._films.judge(sensitivity, self._ordering.rule)
        self._ordering.place()

    def forget(self, numbers: Numbers) -> None:
        """Make entries anew whose reading has gone on."""
        for number in set(numbers.tolist()) & self._made.keys():
            del self._made[number]

    def _entry(self, number: int) -> Entry:
        made = self._made.get(number)
        if made is None:
            row, study = self._films.row(number), self._films.study(number)
            shown = discreet_row(row, number) if self._hidden else self._with_copies(number, row)
            told, hidden = self._films.told.get(number, ""), bool(self._films.hidden[number])
            if hidden:
                shown, told = replace(shown, assessed=None), tr("Findings hidden")
            entry = entry_of(number, shown, self._card, self._sensitivity)
            read, late = self._step(study), self._films.reads.is_late(number)
            entry = replace(entry, told=told, study=study, hidden=hidden, read=read, late=late)
            made = self._ordering.placed(entry, row)
            if len(self._made) >= _MADE:
                self._made.clear()
            self._made[number] = made
        return made

    def _with_copies(self, number: int, row: Row) -> Row:
        """Return the row; it says so where a film before it is the same, or has its UID."""
        first, twin = self._films.kin.copied(number), self._films.kin.twin(number)
        if first is not None:
            said = tr("A copy of {name}.", name=self._films.row(first).name)
        elif twin is not None:
            said = tr("Has the SOP Instance UID of {name}, but not its content.",
                      name=self._films.row(twin).name)  # fmt: skip
        else:
            return row
        return replace(row, warnings=(*row.warnings, said))
