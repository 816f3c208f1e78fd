"""How far the reading of every film's study has come, as a column beside the films'."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.triage.reading import Read, ReadState
from viewer.kin import CONTENT

if TYPE_CHECKING:
    from viewer.films import Films

READS = (*ReadState, "")
"""How far the reading of a study has come; the last one: there is nothing to read."""

_SEEN, _WAITS, _LATE = 16, 32, 64
_UNREAD, _NOTHING = _WAITS, len(READS) - 1
_STATE = _SEEN - 1
Codes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


class ReadColumn:
    """Knows of every study what its last step says; asked for the films, it answers by number.

    A film that came after its study was read is unread. ``blind`` is whether findings are kept from
    the reader until they have committed.
    """

    def __init__(self, films: "Films") -> None:
        """Stand beside films."""
        self._films = films
        self.blind = False
        self._studies = np.zeros(0, np.int64)
        self._said = np.zeros(0, np.uint8)
        self._read: dict[int, frozenset[int]] = {}
        self._told = 0
        self._made: tuple[tuple[int, int], Codes] = ((-1, 0), np.zeros(0, np.uint8))

    def __bool__(self) -> bool:
        """Whether any study was ever begun."""
        return bool(len(self._studies))

    def tell(self, reads: Iterable[Read], reader: str) -> None:
        """Take the steps that hold of studies, as they concern a reader."""
        told: dict[int, int] = {}
        for read in reads:
            study = hash(read.study)
            told[study] = _code(read, reader)
            self._read.pop(study, None)
            if read.state is ReadState.READ and read.films:
                self._read[study] = frozenset(map(hash, read.films))
        if told:
            new = np.fromiter(told, np.int64, len(told))
            kept = ~np.isin(self._studies, new)
            studies = np.concatenate([self._studies[kept], new])
            said = np.concatenate([self._said[kept], np.array(list(told.values()), np.uint8)])
            order = np.argsort(studies)
            self._studies, self._said = studies[order], said[order]
            self._told += 1

    @property
    def states(self) -> Codes:
        """Every film's place (N,) in `READS`."""
        return (self._codes & _STATE).astype(np.uint8)

    def is_late(self, number: int) -> bool:
        """Whether a film came after its study was read."""
        return bool(self._read) and bool(self._codes[number] & _LATE)

    @property
    def unseen(self) -> Flags:
        """The films (N,) whose findings the reader has not asked for."""
        codes = self._codes
        return np.asarray((codes & _SEEN == 0) & (codes != _NOTHING))

    @property
    def waiting(self) -> Flags:
        """The films (N,) that wait for the reader."""
        return np.asarray(self._codes & _WAITS != 0)

    @property
    def _codes(self) -> Codes:
        now = self._films.changes, self._told
        if self._made[0] != now:
            keys = self._films.keys("study_key")
            codes = np.where(keys == 0, _NOTHING, _UNREAD).astype(np.uint8)
            if len(self._studies):
                place = np.searchsorted(self._studies, keys)
                place[place == len(self._studies)] = 0
                begun = (self._studies[place] == keys) & (keys != 0)
                codes[begun] = self._said[place[begun]]
                late = self._late(keys)
                codes[late] = codes[late] & _SEEN | _UNREAD | _LATE
            self._made = now, codes
        return self._made[1]

    def _late(self, studies: NDArray[np.int64]) -> Flags:
        """Return the films (N,) that are not among those that were read of their studies."""
        late = np.zeros(len(studies), np.bool_)
        if not self._read:
            return late
        read = np.fromiter(self._read, np.int64, len(self._read))
        found = np.flatnonzero(np.isin(studies, read))
        contents = self._films.keys(CONTENT)[found].tolist()
        late[found] = [
            content not in self._read[study]
            for study, content in zip(studies[found].tolist(), contents, strict=True)
        ]
        return late


def _code(read: Read, reader: str) -> int:
    code = READS.index(read.state)
    code |= _SEEN if read.seen_by(reader) else 0
    return code | (_WAITS if read.waits_for(reader) else 0)
