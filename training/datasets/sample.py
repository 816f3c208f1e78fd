"""The one noun every reader yields."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import nan
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """A film and what is known of it.

    ``finding`` is a leaf, or another word for films outside the task; ``group`` must never be
    divided between splits. ``targets`` is for multi-label sets: 1, 0 or NaN (not known) by finding;
    empty, the finding alone says it.
    """

    path: Path
    finding: str
    group: str
    source: str
    split: str
    view: str = "unknown"
    age_group: str = "unknown"
    targets: Mapping[str, float] = field(default_factory=dict, hash=False)

    def stated(self, findings: Collection[str]) -> float:
        """Return 1 with any of the findings, 0 where all are known absent, NaN where not known."""
        values = [self.targets.get(finding, nan) for finding in findings]
        return 1.0 if 1 in values else 0.0 if values and not any(values) else nan
