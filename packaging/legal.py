"""What the frozen program owes to others: their licences' texts, a list of parts, and a check.

``python packaging/legal.py dist/hilum`` checks a frozen program that lies there: nothing in it may
be under the GPL or AGPL. The list is a CycloneDX 1.6 bill of materials. What PyInstaller takes from
wheels counts as the wheel does; what it takes from the system is looked up in `SYSTEM`.
"""

import json
import platform
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LICENCES = runpy.run_path(str(ROOT / "packaging/licences.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION: str = PROJECT["version"]
BOOTLOADER = "pyinstaller"
"""Its program starts ours, and is in it; its exception lets any licence follow."""

FOLDER = "licences"
"""Where the texts and the list go inside the program."""

SYSTEM = {
    "api-ms-win": "LicenseRef-Microsoft-Redistributable",
    "libX": "MIT",
    "libatomic": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libblkid": "LGPL-2.1-or-later",
    "libbrotli": "MIT",
    "libbsd": "BSD-3-Clause",
    "libbz2": "bzip2-1.0.6",
    "libcap": "BSD-3-Clause",
    "libcom_err": "MIT",
    "libcrypt": "LGPL-2.1-or-later",
    "libcrypto": "Apache-2.0",
    "libdbus": "AFL-2.1 OR GPL-2.0-or-later",
    "libexpat": "MIT",
    "libffi": "MIT",
    "libfontconfig": "MIT",
    "libfreetype": "FTL OR GPL-2.0-only",
    "libgcc_s": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgcrypt": "LGPL-2.1-or-later",
    "libgio": "LGPL-2.1-or-later",
    "libglib": "LGPL-2.1-or-later",
    "libgmodule": "LGPL-2.1-or-later",
    "libgobject": "LGPL-2.1-or-later",
    "libgpg-error": "LGPL-2.1-or-later",
    "libgssapi_krb5": "MIT",
    "libgthread": "LGPL-2.1-or-later",
    "libk5crypto": "MIT",
    "libkeyutils": "LGPL-2.1-or-later",
    "libkrb5": "MIT",
    "liblz4": "BSD-2-Clause",
    "liblzma": "0BSD",
    "libmd": "BSD-3-Clause",
    "libmount": "LGPL-2.1-or-later",
    "libncurses": "X11",
    "libpcre2": "BSD-3-Clause",
    "libpng": "libpng-2.0",
    "libpython": "PSF-2.0",
    "libselinux": "libselinux-1.0",
    "libsqlite3": "blessing",
    "libssl": "Apache-2.0",
    "libstdc++": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libsystemd": "LGPL-2.1-or-later",
    "libtinfo": "X11",
    "libuuid": "BSD-3-Clause",
    "libwayland": "MIT",
    "libxcb": "MIT",
    "libxkbcommon": "MIT",
    "libz": "Zlib",
    "libzstd": "BSD-3-Clause",
    "msvcp": "LicenseRef-Microsoft-Redistributable",
    "python": "PSF-2.0",
    "sqlite3": "blessing",
    "ucrtbase": "LicenseRef-Microsoft-Redistributable",
    "vcruntime": "LicenseRef-Microsoft-Redistributable",
    "zlib": "Zlib",
}
"""A library of the system, by how its name begins (the longest counts) -> its licence."""

_STRONG = re.compile(r"^lib(fftw3|gdbm|gsl|postproc|readline|vidstab|x264|x265|xvidcore)\b", re.I)
"""Libraries under the GPL that wheels have been seen to carry."""
_FFMPEG = re.compile(r"^lib(av|sw)[a-z]+[-.]")


def main(folder: Path) -> int:
    """Check a frozen program; print what is wrong and return the exit status."""
    found = forbidden(path for path in folder.rglob("*") if path.is_file())
    parts = json.loads(next(folder.rglob(f"{FOLDER}/sbom.cdx.json")).read_text(encoding="utf-8"))
    found += [
        f"{part['name']} is under {part['licenses']}"
        for part in parts["components"]
        if any(LICENCES["forbids"](licence) for licence in _stated(part))
    ]
    sys.stdout.write("\n".join([*found, f"{len(parts['components'])} parts, {len(found)} wrong\n"]))
    return int(bool(found))


def distributions() -> list[metadata.Distribution]:
    """Return the Python packages that go into the program."""
    extra = PROJECT["optional-dependencies"]["postgresql"]
    found = LICENCES["closure"]([*LICENCES["runtime_requirements"](), *extra])
    return [each for each in found if each.name != "pydicom-data"]


def strangers(modules: Iterable[str]) -> list[str]:
    """Return the packages that modules come from and that nothing in pyproject.toml asks for."""
    owners = metadata.packages_distributions()
    found = {name for module in modules for name in owners.get(module.partition(".")[0], ())}
    known = {_normal(each.name) for each in distributions()} | {"hilum"}
    return sorted(name for name in found if _normal(name) not in known)


def written(entries: Iterable[tuple[str, str, str]], target: Path) -> list[tuple[str, str, str]]:
    """Write the list and the texts that no dist-info folder has; return PyInstaller's entries.

    ``entries`` are the program's binaries. SystemExit where one may not be there, or nobody knows.
    """
    libraries = sorted(
        {Path(source) for to, source, kind in entries if kind == "BINARY" and _of_system(to)}
    )
    wrong = forbidden(Path(source) for _, source, kind in entries if kind != "SYMLINK")
    wrong += [f"{path.name}: its licence is not in packaging/legal.py" for path in libraries
              if licence_of_library(path.name) is None]  # fmt: skip
    if wrong:
        sys.exit("\n".join(wrong))
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in libraries:
        if (text := _debian(path)[2]) is not None:
            shutil.copy(text, target / f"{path.name.partition('.so')[0]}.txt")
    shutil.copy(_python_licence(), target / "python.txt")
    for each in metadata.distributions(name=BOOTLOADER):
        for file in each.files or ():
            if file.name == "COPYING.txt":
                shutil.copy(file.locate(), target / f"{BOOTLOADER}.txt")
    listed = json.dumps(bill_of_materials(libraries), indent=1, sort_keys=True)
    (target / "sbom.cdx.json").write_text(listed, encoding="utf-8")
    return [(f"{FOLDER}/{path.name}", str(path), "DATA") for path in sorted(target.iterdir())]


def forbidden(paths: Iterable[Path]) -> list[str]:
    """Return why files must not be in the program: GPL by name, or FFmpeg built as such."""
    found = []
    for path in paths:
        if _STRONG.match(path.name):
            found.append(f"{path.name} is under the GPL")
        elif _FFMPEG.match(path.name) and b"--enable-gpl" in path.read_bytes():
            found.append(f"{path.name} was built with --enable-gpl")
    return found


def licence_of_library(name: str) -> str | None:
    """Return the licence of a system's library by its file's name; None where nobody knows."""
    known = [stem for stem in SYSTEM if name.lower().startswith(stem.lower())]
    return SYSTEM[max(known, key=len)] if known else None


def bill_of_materials(libraries: Iterable[Path]) -> dict[str, Any]:
    """Return the CycloneDX list: Python, its packages, the system's libraries."""
    python = platform.python_version()
    parts = [_component("CPython", python, "PSF-2.0", f"pkg:generic/cpython@{python}")]
    for each in [*metadata.distributions(name=BOOTLOADER), *distributions()]:
        purl = f"pkg:pypi/{_normal(each.name)}@{each.version}"
        parts.append(_component(each.name, each.version, LICENCES["licence_of"](each), purl))
    for path in libraries:
        package, version, _ = _debian(path)
        purl = f"pkg:deb/debian/{package}@{version}" if package else ""
        licence = licence_of_library(path.name) or ""
        parts.append(_component(path.name, version or "system", licence, purl))
    own = _component("Hilum", VERSION, PROJECT["license"], f"pkg:generic/hilum@{VERSION}")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts))}",
        "version": 1,
        "metadata": {"component": {**own, "type": "application"}},
        "components": parts,
    }


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(name: str, version: str, licence: str, purl: str) -> dict[str, Any]:
    # Not all that packages state is an SPDX expression.
    words = set(re.findall(r"[\w.+-]+", licence)) - {"AND", "OR", "WITH"}
    spdx = all(re.fullmatch(r"[A-Za-z0-9.+-]+", word) for word in words) and " " not in re.sub(
        r" (AND|OR|WITH) ", "", licence
    )
    stated = {"expression": licence} if spdx else {"license": {"name": licence}}
    made: dict[str, Any] = {"type": "library", "name": name, "version": version,
                            "licenses": [stated]}  # fmt: skip
    return {**made, "bom-ref": purl, "purl": purl} if purl else made


def _stated(part: dict[str, Any]) -> list[str]:
    return [
        each.get("expression") or each["license"]["name"]
        for each in part["licenses"]
        if "-exception" not in str(each)
    ]


def _of_system(target: str) -> bool:
    """Whether a library lies loose: PyInstaller keeps a wheel's own in the wheel's folder."""
    return "/" not in target.replace("\\", "/")


def _debian(path: Path) -> tuple[str, str, Path | None]:
    """Return a library's Debian package, its version and its copyright file, where there are."""
    if shutil.which("dpkg-query") is None or path.parts[1:2] not in (("usr",), ("lib",)):
        return "", "", None
    owner = _output("dpkg-query", "-S", f"*/{path.resolve().name}")
    package = owner.partition(":")[0] if owner else ""
    if not package:
        return "", "", None
    text = Path("/usr/share/doc", package, "copyright")
    version = _output("dpkg-query", "-W", "-f", "${Version}\n", package).partition("\n")[0]
    return package, version, text if text.is_file() else None


def _python_licence() -> Path:
    base = Path(sys.base_prefix)
    places = (Path(metadata.__file__).parent.parent, base, base / "share/doc/python3")
    names = ("LICENSE.txt", "LICENSE")
    found = [place / name for place in places for name in names if (place / name).is_file()]
    debian = sorted(Path("/usr/share/doc").glob("python3*/copyright"))
    return [*found, *debian][0]


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
