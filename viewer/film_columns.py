"""The films' words as columns: sorted, filtered and searched as a whole."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from engine.triage import lines
from viewer import wording

_T = TypeVar("_T")
# Words are given one by one: those of all films at once would take as much room as the list.
_Values = Callable[[Sequence[bytes]], Iterator[str]]


def _titles(texts: Sequence[bytes]) -> Iterator[str]:
    for name, who in lines.several(texts, ("name", "patient_name")):
        yield wording.person_name(who) or wording.file_name(name)


def _folders(texts: Sequence[bytes]) -> Iterator[str]:
    for name in lines.each(texts, "name"):
        yield name.rpartition("!")[0] or name.rpartition("/")[0] or name.rpartition("\\")[0]


def _persons(texts: Sequence[bytes]) -> Iterator[str]:
    return (wording.person_name(who).casefold() for who in lines.each(texts, "patient_name"))


def _patients(texts: Sequence[bytes]) -> Iterator[str]:
    return (number.strip() for number in lines.each(texts, "patient_id"))


def haystacks(texts: Sequence[bytes]) -> list[str]:
    """Return what is searched of films: their names and numbers, folded."""
    return [
        " ".join((wording.person_name(words[0]), *words)).casefold()
        for words in lines.several(texts, _SEARCHED)
    ]


_SEARCHED = ("patient_name", "patient_id", "accession_number", "name", "title",
             "study_description", "view_position")  # fmt: skip
TITLE, FOLDER, PERSON, PATIENT = "title_of", "folder", "person", "patient"
_DERIVED: dict[str, _Values] = {
    TITLE: _titles,
    FOLDER: _folders,
    PERSON: _persons,
    PATIENT: _patients,
}
"""Columns that are no field of a line."""


class Lazy(Sequence[_T]):
    """A sequence whose items are made when they are asked for."""

    def __init__(self, count: Callable[[], int], make: Callable[[int], _T]) -> None:
        """Make item ``n`` by ``make(n)``."""
        self._count, self._make = count, make

    def __len__(self) -> int:
        """Return how many there are now."""
        return self._count()

    @overload
    def __getitem__(self, place: int) -> _T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_T]: ...
    def __getitem__(self, place: int | slice) -> _T | Sequence[_T]:
        """Return an item, or several."""
        if isinstance(place, slice):
            return [self._make(number) for number in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return self._make(number)

    def __iter__(self) -> Iterator[_T]:
        """Give all that are there when it begins."""
        return map(self._make, range(len(self)))


def keys(name: str, texts: Sequence[bytes]) -> NDArray[np.int64]:
    """Return a number for each film's word (N,), 0 for nothing: equal words, equal numbers.

    A tenth of the memory of a `Column` where nearly every film has a word of its own.
    """
    values = _values(name)(texts)
    return np.fromiter((hash(word) if word else 0 for word in values), np.int64, len(texts))


def _values(name: str) -> _Values:
    return _DERIVED.get(name) or (lambda those: lines.each(those, name))


class Column:
    """One field of all films as codes: equal words have equal codes."""

    def __init__(self, name: str, texts: Sequence[bytes]) -> None:
        """Read a field of `engine.triage.lines`, or what is derived of some."""
        self._values = _values(name)
        self._known: dict[str, int] = {}
        self.codes = np.zeros(0, np.int32)
        self._ranks: tuple[int, NDArray[np.int32]] = (0, np.zeros(0, np.int32))
        self.extend(texts)

    def extend(self, texts: Sequence[bytes]) -> None:
        """Add films."""
        self.codes = np.concatenate([self.codes, self._coded(texts)])

    def put(self, number: int, text: bytes) -> None:
        """Replace a film."""
        self.codes[number] = self._coded([text])[0]

    def _coded(self, texts: Sequence[bytes]) -> NDArray[np.int32]:
        known = self._known
        coded = (known.setdefault(value, len(known)) for value in self._values(texts))
        return np.fromiter(coded, np.int32, len(texts))

    @property
    def words(self) -> list[str]:
        """Return the word of every code."""
        return list(self._known)

    def code(self, word: str) -> int:
        """Return a word's code, -1 where no film has it."""
        return self._known.get(word, -1)

    @property
    def ranks(self) -> NDArray[np.int32]:
        """Return every film's place in the alphabet; nothing stands last."""
        words = list(self._known)
        if self._ranks[0] != len(words):
            folded = [(not word, word.casefold()) for word in words]
            rank = np.empty(len(words), np.int32)
            rank[sorted(range(len(words)), key=folded.__getitem__)] = np.arange(len(words))
            self._ranks = len(words), rank
        return np.asarray(self._ranks[1][self.codes])
