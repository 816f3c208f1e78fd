"""The program: a command of the engine, or the window."""

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

_OPTIONS = ("--help", "-h", "--version")


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``hilum``: a command goes to the engine without Qt, anything else opens the window."""
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    from engine import cli

    if words and (words[0] in cli.COMMANDS or words[0] in _OPTIONS):
        return cli.run(words)
    parser = argparse.ArgumentParser(prog="hilum")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--screenshot", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    from engine import runtime
    from engine.errors import HilumError

    try:
        runtime.check()
    except HilumError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    from viewer import window

    return window.run(given.paths, given.screenshot)


if __name__ == "__main__":
    sys.exit(main())
