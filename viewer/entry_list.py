"""The films as entries under the present setting, made where one is looked at."""

from dataclasses import replace

from engine.models.card import ModelCard
from viewer.discretion import discreet_row
from viewer.entries import Entry, entry_of
from viewer.film_columns import Lazy
from viewer.films import Films
from viewer.ordering import Ordering

_MADE = 2000


class EntryList(Lazy[Entry]):
    """Every film's entry by number; those made since the last change of setting are kept."""

    def __init__(self, films: Films, ordering: Ordering) -> None:
        """Stand for films, ordered so."""
        super().__init__(films.__len__, self._entry)
        self._films, self._ordering = films, ordering
        self._card: ModelCard | None = None
        self._sensitivity, self._hidden = 0.5, False
        self._made: dict[int, Entry] = {}

    def follow(self, card: ModelCard | None, sensitivity: float, *, hidden: bool) -> None:
        """Label and place all films anew; ``hidden`` where nobody may see whose they are."""
        self._card, self._sensitivity, self._hidden = card, sensitivity, hidden
        self._made.clear()
        self._films.judge(sensitivity, self._ordering.rule)
        self._ordering.place()

    def _entry(self, number: int) -> Entry:
        made = self._made.get(number)
        if made is None:
            row = self._films.row(number)
            shown = discreet_row(row, number) if self._hidden else row
            entry = entry_of(number, shown, self._card, self._sensitivity)
            told = self._films.told.get(number, "")
            made = self._ordering.placed(replace(entry, told=told), row)
            if len(self._made) >= _MADE:
                self._made.clear()
            self._made[number] = made
        return made
