"""Rows -> results.jsonl, results.csv and overlay pictures; the formats are our interface."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from engine.exchange.naming import OutputNames
from engine.exchange.pictures import captioned, overlay, png
from engine.models.card import NORMAL, ModelCard
from engine.models.conformal import set_of
from engine.models.operating import labels, urgency
from engine.triage.pipeline import Row
from engine.triage.queue import Policy, Rule, waiting
from engine.types import Label, State

OVERLAY_PX = 1024
"""Longest side of an overlay's film."""

_BEFORE = ("path", "sop_instance_uid", "status", "reason", "urgency")
_PARTS = ("probability", "state")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Recorder:
    """Says of a row what a model found, under one sensitivity; ``provider`` is what it ran on."""

    card: ModelCard
    model_sha256: str
    provider: str
    sensitivity: float

    def labels(self, row: Row) -> tuple[Label, ...]:
        """Return a row's labels; () where it was not scored."""
        said = row.assessed.assessment if row.assessed else None
        return labels(self.card, said, self.sensitivity) if said else ()

    def record(self, row: Row) -> dict[str, Any]:
        """Return everything of a row as plain values."""
        said = row.assessed.assessment if row.assessed else None
        found = self.labels(row)
        weights = self.card.urgency_weights
        return {
            "path": row.name,
            "sop_instance_uid": row.identity.sop_instance_uid,
            "status": row.status.value,
            "reason": row.reason,
            "findings": [_finding(label) for label in found],
            "conformal_set": set_of(self.card, said) if said else None,
            "urgency": (
                round(urgency(weights, found, self.card.alarm, unfamiliar=said.unfamiliar), 6)
                if said and said.scored
                else None
            ),
            "model": {
                "id": self.card.id,
                "version": self.card.version,
                "sha256": self.model_sha256,
            },
            "provider": self.provider,
            "ms": {
                "read": round(row.read_ms, 3),
                "prepare": round(row.prepare_ms, 3),
                "infer": round(row.infer_ms, 3),
            },
            "warnings": list(row.warnings),
            "notices": list(said.notices) if said else [],
            "unfamiliar": said.unfamiliar if said else False,
            "offer": said.offer if said else "",
        }

    def columns(self) -> list[str]:
        """Return the names of a table's columns."""
        states = [f"{name}_{part}" for name in self.card.findings for part in _PARTS]
        timed = ("provider", "read_ms", "prepare_ms", "infer_ms")
        return [*_BEFORE, *states, *timed, "warnings", "unfamiliar", "offer"]

    def cells(self, record: dict[str, Any]) -> list[object]:
        """Return a record as a line of the table."""
        by_name = {finding["name"]: finding for finding in record["findings"]}
        path, uid = record["path"], record["sop_instance_uid"]
        return [
            # A spreadsheet would run a name that looks like a formula; "./" names the same file.
            f"./{path}" if path.startswith(_FORMULA) else path,
            f"'{uid}" if uid.startswith(_FORMULA) else uid,
            *(record[column] for column in _BEFORE[2:]),
            *(
                by_name.get(name, {}).get(part, "")
                for name in self.card.findings
                for part in _PARTS
            ),
            record["provider"],
            *record["ms"].values(),
            " ".join((*record["warnings"], *record["notices"])),
            "yes" if record["unfamiliar"] else "",
            record["offer"],
        ]


class Results:
    """The files of one run, in the order in which rows are given.

    ``results.jsonl`` grows line by line, so that a run that is killed leaves what it has done;
    ``results.csv`` appears when the run is over. What an earlier run left there is replaced.

    Parameters
    ----------
    card, model_sha256, provider
        Of the model that made the rows.
    sensitivity : float
        The setting that labels findings.
    overlays : bool
        Whether to write ``overlays/NAME.png`` for every flagged film whose row has a rendering.
    risk : float
        The largest expected share of positive studies in the low-risk lane; 0 for no such lane.

    Raises
    ------
    OSError
        Where the folder cannot be written to.
    """

    def __init__(
        self,
        folder: Path,
        card: ModelCard,
        *,
        model_sha256: str,
        provider: str,
        sensitivity: float,
        overlays: bool = False,
        risk: float = 0.0,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._recorder = Recorder(card, model_sha256, provider, sensitivity)
        self._rule = Rule.of(card, Policy(risk=risk))
        self._names = OutputNames(folder / "overlays") if overlays else None
        self._lines = (folder / "results.jsonl").open("w", encoding="utf-8", newline="\n")
        self._table = (folder / "results.csv.part").open("w", encoding="utf-8", newline="")
        self._rows = csv.writer(self._table)
        self._rows.writerow(self.columns)

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(self, *_: object) -> None:
        """Finish both files."""
        self._lines.close()
        self._table.close()
        (self._folder / "results.csv.part").replace(self._folder / "results.csv")

    @property
    def columns(self) -> list[str]:
        """The names of the table's columns."""
        return [*self._recorder.columns(), "lane"]

    @property
    def lanes(self) -> str:
        """Why there is a low-risk lane, or none."""
        return self._rule.release.words

    def cells(self, record: dict[str, Any]) -> list[object]:
        """Return a record as a line of the table."""
        return [*self._recorder.cells(record), record["lane"]]

    def write(self, row: Row) -> dict[str, Any]:
        """Write a row, and its overlay; return the object that was written."""
        lane = waiting(row.index, row, self._recorder.labels(row), self._rule).lane
        record = {**self._recorder.record(row), "lane": lane.value}
        self._lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        self._lines.flush()
        self._rows.writerow(self.cells(record))
        if self._names:
            self._write_overlay(row, self._names)
        return record

    def _write_overlay(self, row: Row, names: OutputNames) -> None:
        card, top = self._recorder.card, top_flagged(self._recorder.labels(row))
        if top is None or row.rendering is None or not (row.assessed and row.assessed.activations):
            return
        name = top.finding.name
        picture = overlay(row.rendering, card, row.assessed.activations, name)
        caption = f"{name} {top.finding.probability:.0%}  {card.id}  not for diagnosis"
        path = names.path_for(row.source.relative)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(captioned(picture, caption)))


def top_flagged(found: tuple[Label, ...]) -> Label | None:
    """Return the first flagged finding that can be pointed at; normality has no place."""
    flagged = (x for x in found if x.state is State.FLAGGED and x.finding.name != NORMAL)
    return next(flagged, None)


def _finding(label: Label) -> dict[str, Any]:
    low, high = label.finding.interval
    return {
        "name": label.finding.name,
        "probability": round(label.finding.probability, 6),
        "interval": [round(low, 6), round(high, 6)],
        "threshold": round(label.threshold, 6),
        "state": label.state.value,
    }
