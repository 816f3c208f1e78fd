"""Where commands speak: results go to stdout, everything said along the way to stderr."""

from rich.console import Console

console = Console(stderr=True)
