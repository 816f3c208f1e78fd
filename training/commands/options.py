"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

from training.config import Data
from training.datasets.registry import READERS

MANIFEST = Path(Data().manifest)
DataOption = Annotated[Path, typer.Option(help="A manifest CSV, or a set's folder.")]
KindOption = Annotated[str, typer.Option(help=f"Its layout: {', '.join(READERS)}.")]
