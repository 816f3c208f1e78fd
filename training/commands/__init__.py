"""What `hilum-train` can do, a module for each part of the work."""

from rich.console import Console

# Results go to stdout, everything said along the way to stderr.
console = Console(stderr=True)
