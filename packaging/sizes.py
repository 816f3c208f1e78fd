"""What takes the room in the frozen program, and what was left out, as Markdown.

``python packaging/sizes.py dist/hilum dist/*.deb dist/*.tar.xz > packaging/sizes.md``, after `make
package` and in its environment: what was left out is seen by comparing with what is installed.
Megabytes are 10^6 bytes.
"""

import os
import sys
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

INSTALLED = Path(sysconfig.get_path("purelib"))
SMALLEST_MB = 1.0
_CODE = {".py", ".pyc"}
_HEAD = """# What takes the room

Printed by `make package`; alone: `python packaging/sizes.py dist/hilum dist/*.deb dist/*.tar.xz`.
1 MB is 10^6 bytes; packed by xz at level {level} ($HILUM_XZ). Python's own modules and those of all
packages lie compiled in the program's file and count as such.
"""
_LEFT = """
## What was left out

Of the packages above, compared with their wheels (without Python modules):
"""
_NEVER = """
Whole packages: PyTorch and all that only training, tests, the cluster or building need, the real
samples (phantoms stand in), decoders that abort on damaged files, and GNU readline, which is under
the GPL. The list is `EXCLUDED` in `packaging/contents.py`, which also says what is taken of Qt.
NVIDIA's libraries are the GPU pack.
"""


def main(program: Path, artefacts: Iterable[Path]) -> None:
    """Print both tables."""
    inside = list(files_of(program))
    rows = {f"`{path.name}`": path.stat().st_size for path in artefacts}
    rows["unpacked"] = sum(size for _, size in inside)
    lines = [_HEAD.format(level=os.environ.get("HILUM_XZ", "6")), *table("artefact", rows)]
    parts: Counter[str] = Counter()
    for path, size in inside:
        parts[part_of(path)] += size
    lines += ["", *table("part of the program", parts), _LEFT]
    lines += [*table("left out", left_out(inside)), _NEVER]
    sys.stdout.write("\n".join(lines).rstrip() + "\n")


def files_of(folder: Path) -> Iterator[tuple[Path, int]]:
    """Give the files below a folder, relative to it, and their sizes in bytes; no links."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder), path.stat().st_size


def part_of(path: Path) -> str:
    """Return the part of the program that a file belongs to."""
    parts = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    if len(parts) == 1:
        loose = ".so" in path.name or path.suffix in (".dll", ".dylib")
        return "libraries of the system" if loose else "program, with all Python modules"
    if parts[0].endswith(".dist-info") or parts[0] == "licences":
        return "licences and metadata"
    if parts[0].startswith(("python3", "lib-dynload")):
        return "Python's extension modules"
    folder = "/".join(parts[:2]) if parts[0] == "resources" else parts[0].removesuffix(".libs")
    return f"`{folder}`"


def left_out(inside: Iterable[tuple[Path, int]]) -> dict[str, int]:
    """Return what the packages that are in the program have beyond it: folder or file -> bytes."""
    carried = {Path(*path.parts[1:]) for path, _ in inside if path.parts[0] == "_internal"}
    packages = {path.parts[0] for path in carried if len(path.parts) > 1}
    absent: Counter[str] = Counter()
    for name in sorted(packages):
        for path, size in files_of(INSTALLED / name):
            whole = Path(name) / path
            if whole not in carried and path.suffix not in _CODE:
                absent[f"`{'/'.join(whole.parts[:3])}`"] += size
    return dict(absent)


def table(title: str, rows: dict[str, int]) -> list[str]:
    """Return rows as a table, the largest first, the small ones together."""
    large = {name: size for name, size in rows.items() if size >= SMALLEST_MB * 1e6}
    ordered = sorted(large.items(), key=lambda row: -row[1])
    if rest := sum(rows.values()) - sum(large.values()):
        ordered.append((f"{len(rows) - len(large)} smaller", rest))
    return [
        f"| {title} | MB |",
        "|---|---|",
        *(f"| {name} | {size / 1e6:.1f} |" for name, size in ordered),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
