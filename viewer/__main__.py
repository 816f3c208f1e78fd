"""The program: a command of the engine, or the window."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.runtime import COMMANDS

_OPTIONS = ("--help", "-h", "--version")
_PORTABLE = "--portable"


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``hilum``: a command goes to the engine without Qt, anything else opens the window."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [_PORTABLE]:
        if reason := _stay_beside_the_program():
            _say(reason)
            return 1
        del words[0]
    if words and (words[0] in COMMANDS or words[0] in _OPTIONS):
        from engine import cli

        return cli.run(words)
    parser = argparse.ArgumentParser(prog="hilum")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--screenshot", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--until-usable", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    gc.disable()  # until the window stands: what is made until then stays
    try:
        return _open_window(given)
    finally:
        gc.enable()


def _open_window(given: argparse.Namespace) -> int:
    try:
        from viewer import window
    except ImportError as error:
        from viewer.system_check import absent_library

        if not (reason := absent_library(error)):
            raise
        sys.stderr.write(f"{reason}\n")
        return 1
    return window.run(given.paths, given.screenshot, until_usable=given.until_usable)


def _say(reason: str) -> None:
    sys.stderr.write(f"{reason}\n")
    if getattr(sys.stderr, "name", "") == os.devnull:  # the windowed program of Windows
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication(sys.argv[:1])
        QMessageBox.warning(None, "Hilum", reason)
        application.quit()


def _stay_beside_the_program() -> str:
    """Keep everything beside the program, now and from now on; return why that cannot be."""
    from engine.home import make_folder, portable_home

    folder = portable_home()
    try:
        make_folder(folder)
        (folder / ".writable").touch()
        (folder / ".writable").unlink()
    except OSError as error:
        return (
            f"Hilum cannot keep its files beside the program ({error.strerror}): copy its folder"
            " to a place that you may write to, and start it there."
        )
    os.environ["HILUM_HOME"] = str(folder)
    return ""


if __name__ == "__main__":
    sys.exit(main())
