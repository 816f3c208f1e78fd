"""All films of the list at one moment, for another thread."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.models.card import ModelCard
from engine.triage import lines, standing
from engine.triage.lines import Head, Maker, Scores
from engine.triage.pipeline import Row
from engine.triage.queue import Rule, Waiting
from engine.triage.standing import LANES, Standings

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """See `viewer.films.Films`."""

    texts: tuple[bytes, ...]
    head: Head
    scores: Scores
    pinned: Flags
    hidden: Flags
    told: dict[int, str]
    maker: Maker
    card: ModelCard | None
    order: Numbers

    def row(self, number: int) -> Row:
        """Return a film's row, without its maps, and without findings that are hidden."""
        head, scores = self.head[number], self.scores[number]
        row = lines.unpack(self.texts[number], head, scores, self.maker)
        return replace(row, assessed=None) if self.hidden[number] else row

    def stand(self, sensitivity: float, rule: Rule) -> Standings:
        """Return how the films stand."""
        key = self.maker.key if self.card else 0
        head = self.head
        if self.hidden.any():
            head = head.copy()
            head["scored"] &= ~self.hidden
        found = standing.stand(head, self.scores, self.card, key, sensitivity, rule)
        found.urgency[list(self.told)] = 0.0
        return found

    def waiting(self, found: Standings) -> list[Waiting]:
        """Return the films' places in the list, by number."""
        columns = (
            self.head["arrived_s"],
            found.lane,
            found.urgency,
            found.chance,
            self.pinned,
            self.head["stat"],
        )
        return [
            Waiting(number, arrived_s, LANES[lane], *rest)
            for number, (arrived_s, lane, *rest) in enumerate(
                zip(*(column.tolist() for column in columns), strict=True)
            )
        ]
