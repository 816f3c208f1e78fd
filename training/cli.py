"""The `hilum-train` command."""

import logging
import sys

import typer
from rich.logging import RichHandler

from engine.errors import Cancelled, HilumError
from training.commands import (
    bundling,
    data,
    explaining,
    fitting,
    lungs,
    measuring,
    reporting,
    studying,
    tuning,
)
from training.commands.console import console
from training.config import ConfigError

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Make Hilum's models.")
for command in (
    data.prepare,
    fitting.fit,
    lungs.lungs,
    bundling.export,
    bundling.shrink,
    bundling.ensemble,
    bundling.calibrate,
    measuring.evaluate,
    explaining.explain,
    studying.cross_validate,
    tuning.tune,
    tuning.imbalance,
    tuning.reference,
    reporting.report,
    reporting.compare,
):
    app.command()(command)


def main() -> None:
    """Run the command; say errors in a sentence, 1 for a failure, 130 for a stop."""
    logging.basicConfig(
        level=logging.INFO, handlers=[RichHandler(console=console)], format="%(message)s"
    )
    try:
        app()
    except Cancelled as error:
        console.print(str(error))
        sys.exit(130)
    except (ConfigError, HilumError) as error:
        console.print(f"[red]{error}[/red]")
        sys.exit(1)


if __name__ == "__main__":  # torchrun -m training.cli
    main()
