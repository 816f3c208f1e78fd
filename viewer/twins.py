"""Films that are copies of others, and films that have another one's UID."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from viewer.films import Films

CONTENT, UID = "content_sha256", "sop_instance_uid"


class Twins:
    """Knows of every film the first one like it, whenever it came; of a long list once settled."""

    def __init__(self, films: "Films") -> None:
        """Stand beside films."""
        self._films = films
        self._firsts: tuple[int, dict[str, NDArray[np.int64]]] = (-1, {})

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
