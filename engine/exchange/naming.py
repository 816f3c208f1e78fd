"""Names for pictures made of films: from the film's own path, never from what is in it."""

import hashlib
import sys
from pathlib import Path

_FORBIDDEN = '<>:"|?*\\' if sys.platform == "win32" else ""
_LONGEST_BYTES = 240


class OutputNames:
    """Hands out files below one folder, each once, whatever the films are called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[str] = set()

    def path_for(self, relative: str, suffix: str = ".png") -> Path:
        """Return ``folder/relative.png``: below the folder, and not handed out before."""
        parts = [_safe(part, suffix) for part in relative.split("/") if part not in ("", ".", "..")]
        parts = parts or ["unnamed"]
        path = self._folder.joinpath(*parts[:-1], parts[-1] + suffix)
        number = 2
        while str(path).casefold() in self._taken:
            path = path.with_name(f"{parts[-1]} ({number}){suffix}")
            number += 1
        self._taken.add(str(path).casefold())
        return path


def _safe(part: str, suffix: str) -> str:
    kept = "".join("_" if c in _FORBIDDEN or ord(c) < 32 else c for c in part)
    if len(kept.encode()) + len(suffix) > _LONGEST_BYTES:
        digest = hashlib.sha256(part.encode()).hexdigest()[:12]
        kept = f"{kept.encode()[: _LONGEST_BYTES - 40].decode(errors='ignore')}~{digest}"
    return kept
