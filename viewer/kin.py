"""Films that belong together: of one patient or study, copies, and with another one's UID."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from viewer.film_columns import PATIENT, PERSON

if TYPE_CHECKING:
    from viewer.films import Films

STUDY, CONTENT, UID = "study_instance_uid", "content_sha256", "sop_instance_uid"


class Kin:
    """Knows of every film its like, whenever they came; of a long list once it is settled."""

    def __init__(self, films: "Films") -> None:
        """Stand beside films."""
        self._films = films
        self._related: tuple[tuple[int, int], tuple[int, ...]] = ((-1, 0), ())
        self._firsts: tuple[int, dict[str, NDArray[np.int64]]] = (-1, {})

    def related(self, number: int) -> tuple[int, ...]:
        """Return the films that may be of the patient or study of a film, itself among them."""
        films = self._films
        wanted = number, films.changes
        if not films.settled:
            return (number,)
        if self._related[0] != wanted:
            may = np.zeros(len(films), np.bool_)
            for name in (PATIENT, STUDY, PERSON):
                keys = films.keys(name)
                if keys[number]:
                    may |= keys == keys[number]
            may[number] = True
            self._related = wanted, tuple(np.flatnonzero(may).tolist())
        return self._related[1]

    def any_patient_twice(self) -> bool:
        """Return whether there may be a second film of any patient (by Patient ID or study)."""
        films = self._films
        if not films.settled:
            return False
        for name in (PATIENT, STUDY):
            keys = films.keys(name)
            found = np.sort(keys[keys != 0])
            if (found[1:] == found[:-1]).any():
                return True
        return False

    def copied(self, number: int) -> int | None:
        """Return the first film of the same content; None where it is this one."""
        return self._first(number, CONTENT)

    def twin(self, number: int) -> int | None:
        """Return the first film of the same SOP Instance UID where its content is another one."""
        return self._first(number, UID) if self.copied(number) is None else None

    def _first(self, number: int, name: str) -> int | None:
        films = self._films
        if not films.settled:
            return None
        if self._firsts[0] != films.changes:
            self._firsts = films.changes, {of: _firsts(films.keys(of)) for of in (CONTENT, UID)}
        first = int(self._firsts[1][name][number])
        return None if first == number else first


def _firsts(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the first film (N,) with each one's key; of 0, which is none, each one itself."""
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    return np.where(keys == 0, np.arange(len(keys)), first[place])
