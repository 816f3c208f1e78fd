"""All films of the list as columns: read, labelled, ordered and searched as a whole.

A film's `Row` is made where one is looked at. Only the last ones to arrive keep what a line does
not hold: their heat maps. So a list of 100,000 films stays small.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from engine.triage import lines, standing
from engine.triage.lines import HEAD, NOBODY, STATUSES, Head, Maker, Scores, location
from engine.triage.pipeline import Row, Status
from engine.triage.queue import OVERDUE, Policy, Rule
from engine.triage.reading import study_of
from viewer import film_columns
from viewer.film_columns import PATIENT, PERSON, Column, Lazy, haystacks
from viewer.film_snapshot import Snapshot
from viewer.kin import CONTENT, STUDY, UID, Kin
from viewer.read_column import ReadColumn

if TYPE_CHECKING:
    from engine.triage.glance import Listing

RECENT = 512
LONG = 5000
"""From how many films on a list is worked over in the background before it can be searched."""

_ASKED = 2000
"""For how many films without a score the store is asked whether they have one by now."""

_COLUMNS = 3
"""How many columns of words are kept: that of names alone takes 20 MB of 100,000 films."""

_KEYS = (PATIENT, PERSON, STUDY, "study_key", CONTENT, UID)
_NO_KEYS = np.zeros(0, np.int64)
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class Films:
    """The films by number, which is their order of arrival.

    Attributes
    ----------
    lines, head, scores
        See `engine.triage.lines`.
    pinned : ndarray
        (N,) whether the reader put the film before all others.
    told : dict
        Number -> what stands in place of a status; such a file is no film but serves some.
    reads : ReadColumn
        How far the reading of the films' studies has come.
    kin : Kin
        Which of them belong together.
    settled : bool
        Whether the words of all films are known; while those of a long list are read, no word is
        searched and no film belongs to another.
    hidden : ndarray
        (N,) whether a film's findings are kept from the reader; it stands as if not scored.
    standings, tier, order
        Under the setting and the policy in force: see `engine.triage.standing`.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.maker: Maker = NOBODY
        self.card: ModelCard | None = None
        self.changes = 0
        self.reads = ReadColumn(self)
        self._forget()
        self.kin = Kin(self)
        self.rows = FilmRows(self)

    def _forget(self) -> None:
        self.lines: list[bytes] = []
        self.head = np.zeros(0, HEAD)
        self.scores = np.zeros((0, 0, 3))
        self.pinned: Flags = np.zeros(0, np.bool_)
        self.hidden: Flags = np.zeros(0, np.bool_)
        self.told: dict[int, str] = {}
        self._columns: OrderedDict[str, Column] = OrderedDict()
        self._ranks: dict[str, tuple[int, NDArray[np.int32]]] = {}
        self._keys: dict[str, NDArray[np.int64]] = {}
        self._haystack: list[str] = []
        self.settled = True
        self._places: dict[str, int] = {}
        self._recent: OrderedDict[int, Row] = OrderedDict()
        self.changes += 1  # never a number that was: others remember by it
        self.standings = standing.stand(
            self.head, self.scores, None, 0, 0.5, Rule.of(None, Policy())
        )
        self.tier = np.zeros(0, np.uint8)
        self.order: Numbers = np.zeros(0, np.int64)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.lines)

    def clear(self) -> None:
        """Forget all films."""
        self._forget()

    def use(self, maker: Maker, card: ModelCard | None) -> None:
        """Read scores as those of a model; what another one scored counts as not scored."""
        self.maker, self.card = maker, card
        self.changes += 1

    # what comes

    def load(self, listing: "Listing") -> bool:
        """Add the films of a store that are not listed yet; a long list is to be `prepared`.

        Return whether films that are listed were scored meanwhile, elsewhere.
        """
        self.settled = self.settled and len(listing.lines) < LONG
        if not self.lines:
            self._append(listing.lines, listing.head, listing.scores)
            return False
        known = self._by_place()
        places = lines.column(listing.lines, "location")
        kept = [n for n, place in enumerate(places) if place not in known]
        scored = STATUSES.index(Status.SCORED)
        again = {
            known[place]: n
            for n, place in enumerate(places)
            if place in known
            and listing.head["status"][n] == scored != self.head["status"][known[place]]
        }
        known.update((places[n], len(self.lines) + at) for at, n in enumerate(kept))
        own = list(again.values())
        self._put(list(again), [listing.lines[n] for n in own], listing.head[own],
                  listing.scores[own])  # fmt: skip
        self._append([listing.lines[n] for n in kept], listing.head[kept], listing.scores[kept])
        for number in again:
            self._recent.pop(number, None)
        return bool(again)

    def unscored(self) -> list[str]:
        """Return where the last films lie that have no score."""
        without = self.head["status"] != STATUSES.index(Status.SCORED)
        return [self.location(n) for n in np.flatnonzero(without)[-_ASKED:].tolist()]

    def take(self, rows: Sequence[Row], arrived_s: float) -> Collection[int]:
        """Add rows, or put them in the place of those of the same files; return which were.

        What is put in the place of another keeps its time of arrival.
        """
        known = self._by_place()
        new: OrderedDict[str, tuple[bytes, bytes]] = OrderedDict()
        again: dict[int, Row] = {}
        for row in rows:
            place = location(row.source)
            number = known.get(place)
            if number is None:
                number = known[place] = len(self.lines) + len(new)
            if number < len(self.lines):
                again[number] = row
            else:
                new[place] = lines.pack(row, arrived_s)
            self._remember(number, row)
        self._replace(again)
        if new:
            head, scores = lines.records([record for _, record in new.values()])
            self._append([line for line, _ in new.values()], head, scores)
        return again.keys()

    def put(self, number: int, row: Row) -> None:
        """Put a row in the place of another."""
        self._replace({number: row})
        self._remember(number, row)

    def _remember(self, number: int, row: Row) -> None:
        self._recent[number] = row
        self._recent.move_to_end(number)
        while len(self._recent) > RECENT:
            self._recent.popitem(last=False)

    def _by_place(self) -> dict[str, int]:
        if len(self._places) < len(self.lines):
            places = lines.column(self.lines, "location")
            self._places = {place: number for number, place in enumerate(places)}
        return self._places

    def _append(self, texts: list[bytes], head: Head, scores: Scores) -> None:
        self.lines.extend(texts)
        if len(self.head):
            head, scores = lines.joined([(self.head, self.scores), (head, scores)])
        self.head, self.scores = head, scores
        self.pinned = np.concatenate([self.pinned, np.zeros(len(texts), np.bool_)])
        for column in self._columns.values():
            column.extend(texts)
        if self._haystack:
            self._haystack.extend(haystacks(texts))
        self.changes += 1

    def _replace(self, rows: Mapping[int, Row]) -> None:
        packed = {n: lines.pack(row, self.arrived_s(n)) for n, row in rows.items()}
        records = lines.records([record for _, record in packed.values()])
        self._put(list(packed), [line for line, _ in packed.values()], *records)

    def _put(self, numbers: list[int], texts: list[bytes], own: Head, chances: Scores) -> None:
        if not numbers:
            return
        films = len(self.lines)
        # Joined, and thereby copied: whoever holds the arrays of before goes on with them.
        head, scores = lines.joined([(self.head, self.scores), (own, chances)])
        head[numbers], scores[numbers] = head[films:], scores[films:]
        self.head, self.scores = head[:films], scores[:films]
        for number, line in zip(numbers, texts, strict=True):
            if line != self.lines[number]:
                self._rewrite(number, line)
        self.changes += 1

    def _rewrite(self, number: int, line: bytes) -> None:
        self.lines[number] = line
        for column in self._columns.values():
            column.put(number, line)
        for name, keys in self._keys.items():
            if number < len(keys):
                keys[number] = film_columns.keys(name, [line])[0]
        if self._haystack:
            self._haystack[number] = haystacks([line])[0]

    # one film

    def row(self, number: int) -> Row:
        """Return a film's row; only those that arrived lately have their maps."""
        found = self._recent.get(number)
        if found is not None:
            return found
        return lines.unpack(self.lines[number], self.head[number], self.scores[number], self.maker)

    def arrived_s(self, number: int) -> float:
        """Return when a film came."""
        return float(self.head["arrived_s"][number])

    def location(self, number: int) -> str:
        """Return where a film lies, as the store says it."""
        return lines.field_of(self.lines[number], "location")

    def reason(self, number: int) -> str:
        """Return why a file is no scored film, as its row says it."""
        return lines.field_of(self.lines[number], "reason")

    def study(self, number: int) -> str:
        """Return the key of a film's study."""
        return lines.field_of(self.lines[number], "study_key")

    def of_studies(self, studies: Iterable[str]) -> Numbers:
        """Return the films of studies."""
        wanted = [hash(study) for study in studies if study]
        keys = self.keys("study_key")
        return np.flatnonzero(keys == wanted[0] if len(wanted) == 1 else np.isin(keys, wanted))

    def contents(self, film: Row) -> frozenset[str]:
        """Return the contents (SHA-256) of a film's study, without those of another Patient ID."""
        found = [self.lines[n] for n in self.of_studies([study_of(film)]).tolist()]
        who = film.identity.patient_id
        own = (x for x in found if not who or lines.field_of(x, "patient_id") in ("", who))
        return frozenset(lines.field_of(line, CONTENT) for line in own)

    def at(self, places: Iterable[str]) -> list[int]:
        """Return the films that lie in places, as the store says them."""
        known = self._by_place() if places else {}
        return [known[place] for place in places if place in known]

    # all films

    def snapshot(self) -> "Snapshot":
        """Return all films as they are now, for another thread."""
        return Snapshot(
            tuple(self.lines),
            self.head,
            self.scores,
            self.pinned.copy(),
            self.hidden,
            dict(self.told),
            self.maker,
            self.card,
            self.order,
        )

    def judge(self, sensitivity: float, rule: Rule) -> None:
        """Label all films anew."""
        self.hidden = self.kept_back()
        self.standings = self.snapshot().stand(sensitivity, rule)

    def kept_back(self) -> Flags:
        """Return the films whose findings the reader may not see yet, as things are now."""
        own = self.head["scored"] & (self.head["model"] == self.maker.key)
        return np.asarray(own & self.reads.unseen if self.reads.blind else own & False)

    def tiers(self, now_s: float, longest_wait_s: float) -> NDArray[np.uint8]:
        """Return what comes first of all at a moment."""
        arrived = self.head["arrived_s"]
        return standing.tiers(
            arrived, self.pinned, self.head["stat"], now_s=now_s, longest_wait_s=longest_wait_s
        )

    def place(self, now_s: float, longest_wait_s: float) -> None:
        """Order all films anew."""
        self.tier = self.tiers(now_s, longest_wait_s)
        self.order = standing.order(self.tier, self.head["arrived_s"], self.standings)

    def overdue(self, number: int) -> bool:
        """Whether a film stands where it does because it has waited for so long."""
        return bool(self.tier[number] == OVERDUE)

    @property
    def flagged(self) -> int:
        """How many films are flagged as a whole."""
        return int((self.standings.film == standing.FLAGGED).sum())

    def paths(self) -> tuple[Path, ...]:
        """Return the files that the films lie in."""
        return tuple(map(lines.path_of, lines.column(self.lines, "location")))

    def of_status(self, status: Status) -> Numbers:
        """Return the films of a status."""
        return np.flatnonzero(self.head["status"] == STATUSES.index(status))

    def column(self, name: str) -> Column:
        """Return a field of `engine.triage.lines`, or what is derived of some, as codes."""
        found = self._columns.get(name)
        if found is None:
            found = self._columns[name] = Column(name, self.lines)
        self._columns.move_to_end(name)
        while len(self._columns) > _COLUMNS:
            self._columns.popitem(last=False)
        return found

    def ranks(self, name: str) -> NDArray[np.int32]:
        """Return every film's place in the alphabet of a column; nothing stands last."""
        known = self._ranks.get(name)
        if known is None or known[0] != self.changes:
            known = self._ranks[name] = self.changes, self.column(name).ranks
        return known[1]

    def keys(self, name: str) -> NDArray[np.int64]:
        """Return a column as numbers, 0 for nothing: see `viewer.film_columns.keys`."""
        known = self._keys.get(name, _NO_KEYS)
        if len(known) < len(self.lines):
            new = film_columns.keys(name, self.lines[len(known) :])
            known = self._keys[name] = np.concatenate([known, new])
        return known

    def prepared(self) -> Callable[[], Callable[[], None]]:
        """Return what another thread may do so that the films are settled.

        What that returns takes the result over, in this thread.
        """
        texts = list(self.lines)

        def prepare() -> Callable[[], None]:
            found = {name: film_columns.keys(name, texts) for name in _KEYS}
            searched = haystacks(texts)

            def adopt() -> None:
                self.settled = True
                self.changes += 1
                if self.lines[: len(texts)] == texts:
                    self._keys = found | self._keys
                    self._haystack = self._haystack or [
                        *searched,
                        *haystacks(self.lines[len(texts) :]),
                    ]

            return adopt

        return prepare

    def haystack(self) -> list[str]:
        """Return what is searched of every film: its names and numbers, folded."""
        if not self._haystack:
            self._haystack = haystacks(self.lines)
        return self._haystack

    def numbers_of(self, field: str, wanted: Iterable[str]) -> list[int]:
        """Return the films of which a field is one of these words."""
        words = {word for word in wanted if word}
        if not words:
            return []
        said = [word.encode() for word in words]
        likely = (n for n, line in enumerate(self.lines) if any(word in line for word in said))
        return [n for n in likely if lines.field_of(self.lines[n], field) in words]


class FilmRows(Lazy[Row]):
    """The rows of all films; knows which of them have to do with each other."""

    def __init__(self, films: Films) -> None:
        """Stand for the rows of films."""
        super().__init__(films.__len__, films.row)
        self.related = films.kin.related
