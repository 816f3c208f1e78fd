"""The one noun every reader yields."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """A film and what is known of it.

    ``finding`` is a leaf, or another word for films outside the task; ``group`` must never be
    divided between splits.
    """

    path: Path
    finding: str
    group: str
    source: str
    split: str
    view: str = "unknown"
    age_group: str = "unknown"
