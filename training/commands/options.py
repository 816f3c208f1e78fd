"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

from training.config import Data
from training.datasets.registry import READERS

MANIFEST = Path(Data().manifest)
DataOption = Annotated[Path, typer.Option(help="A manifest CSV, or a set's folder.")]
TestTimeOption = Annotated[
    str, typer.Option(help="Average over views too: flip, zoom_0.9, shift_left ...")
]
KindOption = Annotated[str, typer.Option(help=f"Its layout: {', '.join(READERS)}.")]


def words(text: str) -> tuple[str, ...]:
    """Return what stands between an option's commas, without empty words."""
    return tuple(filter(None, text.split(",")))
