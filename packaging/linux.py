"""Make the Linux artefacts of the frozen program: ``python packaging/linux.py dist/hilum dist``.

A `.deb` (made by dpkg-deb, for the libraries that this Debian has) and a `.tar.xz` that runs from
any folder.
"""

import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging/linux"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
MAINTAINER = "The Hilum authors <hilum@localhost>"
# Four times as long as 2, a tenth smaller.
LEVEL = os.environ.get("HILUM_XZ", "6")
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
DATA = {"fontconfig-config", "xkb-data"}
"""Packages whose files the carried libraries read: which fonts there are, and which keyboards."""
RECOMMENDED = {"libcups.so.2": "libcups2"}
"""Libraries that the program does without, and their packages."""
_NOTE = """Hilum {version}: triage of chest X-rays. Not for diagnosis.

Start ./hilum (the viewer) or ./hilum --help (the command line) from wherever this folder lies.
./hilum --portable keeps settings and the worklist in this folder, too.
Licences and the list of parts: _internal/licences and _internal/*.dist-info.
"""


def main(frozen: Path, target: Path) -> None:
    """Make both and say how large they are."""
    if "SOURCE_DATE_EPOCH" not in os.environ:
        os.environ["SOURCE_DATE_EPOCH"] = _output(
            "git", "-C", str(ROOT), "log", "-1", "--format=%ct"
        )
    for made in (deb(frozen, target), archive(frozen, target)):
        sys.stdout.write(f"{made}: {made.stat().st_size / 1e6:.0f} MB\n")


def archive(frozen: Path, target: Path) -> Path:
    """Make the archive that runs from any folder."""
    name = f"hilum-{VERSION}-linux-{platform.machine()}"
    made = (target / f"{name}.tar.xz").resolve()
    with tempfile.TemporaryDirectory(dir=target) as work:
        folder = Path(work, name)
        linked(frozen, folder)
        (folder / "README.txt").write_text(_NOTE.format(version=VERSION), encoding="utf-8")
        _run("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
             f"--mtime=@{os.environ['SOURCE_DATE_EPOCH']}", "-C", work, "-I", f"xz -T0 -{LEVEL}",
             "-cf", str(made), name)  # fmt: skip
    return made


def deb(frozen: Path, target: Path) -> Path:
    """Make the Debian package."""
    architecture = _ARCHITECTURES[platform.machine()]
    made = target / f"hilum_{VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=target) as work:
        tree = Path(work, "tree")
        program = tree / "usr/lib/hilum"
        linked(frozen, program)
        furnish(tree)
        installed_kb = sum(p.lstat().st_size for p in tree.rglob("*") if p.is_file()) // 1024
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN/control").write_text(
            control(architecture, installed_kb, dependencies(program)), encoding="utf-8"
        )
        _run("chmod", "-R", "u+rwX,go+rX,go-w", str(tree))
        _run(
            "dpkg-deb", "--root-owner-group", "-Zxz", f"-z{LEVEL}", "--build", str(tree), str(made)
        )
    return made


def furnish(tree: Path) -> None:
    """Put what a desktop expects around the program."""
    share = tree / "usr/share"
    for source, place in (
        (HERE / "hilum.desktop", "applications/hilum.desktop"),
        (HERE / "hilum.xml", "mime/packages/hilum.xml"),
        (ROOT / "resources/icons/hilum.svg", "icons/hicolor/scalable/apps/hilum.svg"),
        (ROOT / "LICENSE", "doc/hilum/copyright"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)
    for picture in sorted((ROOT / "build/icons").glob("hilum-*.png")):
        size = re.findall(r"\d+", picture.name)[0]
        place = share / f"icons/hicolor/{size}x{size}/apps/hilum.png"
        place.parent.mkdir(parents=True)
        shutil.copyfile(picture, place)
    for source, place in (
        (HERE / "hilum.1", "man/man1/hilum.1.gz"),
        (ROOT / "CHANGELOG.md", "doc/hilum/changelog.gz"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        (share / place).write_bytes(gzip.compress(source.read_bytes(), mtime=0))
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/hilum").symlink_to("../lib/hilum/hilum")


def dependencies(program: Path) -> str:
    """Return the packages whose libraries the program asks for and does not carry."""
    files = sorted(path for path in program.rglob("*") if is_elf(path))
    carried = {path.name for path in program.rglob("*")}
    asked = set(re.findall(r"NEEDED\s+(\S+)", _output("objdump", "-p", *map(str, files))))
    packages = {package_of(name) for name in asked - carried - RECOMMENDED.keys()} - {"libc6"}
    return ", ".join((f"libc6 (>= {newest_c(files)})", *sorted(packages | DATA)))


def package_of(library: str) -> str:
    """Return the package of a library of this Debian; SystemExit where there is none."""
    command = ["dpkg-query", "-S", f"*/{library}"]
    owners = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    names = sorted({line.partition(":")[0] for line in owners.splitlines()})
    if not names:
        sys.exit(f"no package of this system has {library}")
    return names[0]


def newest_c(files: Iterable[Path]) -> str:
    """Return the version of the C library that files were linked with."""
    minors = {
        int(minor)
        for path in files
        for minor in re.findall(rb"\0GLIBC_2\.(\d+)(?=\0)", path.read_bytes())
    }
    return f"2.{max(minors)}"


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def control(architecture: str, installed_kb: int, depends: str) -> str:
    """Return the package's description."""
    return f"""Package: hilum
Version: {VERSION}
Architecture: {architecture}
Maintainer: {MAINTAINER}
Installed-Size: {installed_kb}
Depends: {depends}
Recommends: fonts-noto-cjk, {", ".join(RECOMMENDED.values())}, shared-mime-info
Section: science
Priority: optional
Description: triage of chest X-rays on your own workstation
 A viewer for chest X-rays with a worklist that sorts itself by urgency: a neural
 network scores every frontal chest film on this machine, without a network.
 .
 Research software, no medical device: not for diagnosis.
"""


def linked(source: Path, target: Path) -> None:
    """Copy a folder by hard links: it has hundreds of megabytes."""
    shutil.copytree(source, target, symlinks=True, copy_function=os.link)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
