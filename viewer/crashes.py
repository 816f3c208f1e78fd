"""Reports of what went wrong in Hilum itself, without patient data, offered at the next start.

A report has kinds of errors and places in the code. The words of an error are left out, since they
may carry a name or a path. Nothing is sent: a report stays in Hilum's own folder.
"""

import contextlib
import faulthandler
import re
import sys
import traceback
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import qVersion

MOST = 20
"""Reports that are kept: a defect that comes again and again fills no disc."""

_NATIVE = "native.trace"
_PLACE = re.compile(r'File "([^"]+)"')


def report_of(error: BaseException) -> str:
    """Return a defect as kinds and places, the cause last."""
    lines = [_heading("defect")]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def keep(text: str, folder: Path) -> None:
    """Write a report, unless the same is there already or there are too many."""
    import hashlib

    body = text.partition("\n\n")[2]
    name = f"report-{hashlib.sha256(body.encode()).hexdigest()[:12]}"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if not list(folder.glob(f"{name}*")) and len(list(folder.glob("report-*"))) < MOST:
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def waiting(folder: Path) -> list[Path]:
    """Return the reports that nobody has been shown yet."""
    return sorted(folder.glob("report-*.txt"))


def settle(reports: list[Path], *, delete: bool) -> None:
    """Offer these reports no more: delete them, or keep them as they are."""
    for path in reports:
        with contextlib.suppress(OSError):
            if delete:
                path.unlink()
            else:
                path.rename(path.with_suffix(".kept"))


class CrashWatch:
    """Has the interpreter write down where it was when the process crashes.

    One process a folder: what an earlier one has left there is its crash, and becomes a report.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Turn what is left of a crash into a report, and watch from now on."""
        left = self._folder / _NATIVE
        with contextlib.suppress(OSError):
            if left.is_file() and (trace := left.read_text(encoding="utf-8", errors="replace")):
                keep(_heading("crash") + "\n" + _without_folders(trace), self._folder)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = left.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Watch no more: what ends now ends well."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with contextlib.suppress(OSError):
                (self._folder / _NATIVE).unlink()


def _heading(what: str) -> str:
    import platform
    from datetime import UTC, datetime
    from importlib import metadata

    versions = {"Hilum": "hilum", "ONNX Runtime": "onnxruntime"}
    for shown, name in versions.items():
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions[shown] = metadata.version(name)
    named = ", ".join(f"{shown} {number}" for shown, number in versions.items())
    frozen = "installed program" if getattr(sys, "frozen", False) else "from source"
    return (
        f"Report of a {what}. It has no patient data: no names, no files, no values.\n"
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {named}, Qt {qVersion()}, "
        f"Python {platform.python_version()}, {platform.platform()}, {frozen}\n"
    )


def _without_folders(trace: str) -> str:
    return _PLACE.sub(lambda found: f'File "{_place(found[1])}"', trace)


def _place(file: str) -> str:
    """Return a file of code from its package on: folders above may name a person."""
    parts = Path(file.replace("\\", "/")).parts
    for start in ("site-packages", "_internal"):
        if start in parts:
            return "/".join(parts[parts.index(start) + 1 :])
    ours = [index for index, part in enumerate(parts) if part in ("engine", "viewer")]
    return "/".join(parts[ours[-1] :] if ours else parts[-1:])
