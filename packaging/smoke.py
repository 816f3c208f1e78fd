"""Try the frozen program as its user would: ``python packaging/smoke.py dist/hilum``.

The folder may be the frozen program's, or an artefact's file (.tar.xz, .deb). It is tried where no
program likes to lie: in a folder that its user may not write to and whose name has spaces, umlauts
and Chinese characters. Beside the phantom, it reads pydicom's own small files of every transfer
syntax, so that a decoder left behind by the packager is noticed.
"""

import csv
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pydicom

STUDIES = 4
SIDE_PX = 512
AWKWARD = "Ärzte – 胸片 (neu)"
FIELDS = {
    "path",
    "sop_instance_uid",
    "status",
    "reason",
    "findings",
    "urgency",
    "model",
    "provider",
    "ms",
}


def main(source: Path) -> None:
    """Try one; the first step that fails raises SystemExit with its reason."""
    with tempfile.TemporaryDirectory(prefix="hilum-smoke-") as work:
        folder = laid_out(source.resolve(), Path(work, AWKWARD))
        size_mb = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
        say(f"{source.name}: {size_mb:.0f} MB unpacked")
        program = folder / ("hilum.exe" if os.name == "nt" else "hilum")
        (Path(work) / "desk").mkdir()
        nobody = os.name != "nt" and os.geteuid() == 0
        if nobody:
            Path(work).chmod(0o755)
            shutil.chown(Path(work) / "desk", "nobody")
        read_only(folder)
        try:
            use(str(program), Path(work) / "desk", user="nobody" if nobody else None)
        finally:
            read_only(folder, no=True)
    say(f"{source.name}: all good")


def laid_out(source: Path, target: Path) -> Path:
    """Put the program into a folder and return where it lies there."""
    if source.is_dir():
        return shutil.copytree(source, target, symlinks=True)
    target.mkdir()
    if source.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", source, target], check=True)
        return target / "usr/lib/hilum"
    subprocess.run(["tar", "-xf", source, "-C", target], check=True)
    return next(target.iterdir())


def read_only(folder: Path, *, no: bool = False) -> None:
    """Take the right to write to all folders of the program, or give it back."""
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        path.chmod(0o755 if no else 0o555)


def use(program: str, desk: Path, user: str | None) -> None:
    """Do what a reader does, at a desk of their own."""
    os.environ["HILUM_HOME"] = str(desk / "home")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    run = functools.partial(timed, user=user)
    films, out, picture = desk / "films", desk / "out", desk / "window.png"
    run("help", [program, "--help"])
    size = ["--studies", str(STUDIES), "--size", str(SIDE_PX)]
    run("phantom", [program, "phantom", "--out", str(films), *size])
    (films / "broken.dcm").write_bytes(b"not a film")
    run("triage", [program, "triage", str(films), "--out", str(out), "--overlays"])
    check_results(films, out)
    run("triage resumed", [program, "triage", str(films), "--out", str(out), "--resume"])
    samples = next(Path(program).parent.rglob("resources/samples"))
    run("samples", [program, "triage", str(samples), "--out", str(desk / "samples")])
    run("audit", [program, "audit", "verify"])
    run("models", [program, "models", "verify"])
    run("gpu", [program, "gpu", "status"])
    run("render", [program, "render", str(films), "--out", str(desk / "pictures")])
    require(len(list((desk / "pictures").rglob("*.png"))) >= STUDIES, "films were not rendered")
    run("window", [program, "--screenshot", str(picture), str(films)])
    require(picture.is_file(), "the viewer wrote no screenshot")
    run("usable", [program, "--until-usable"])
    check_decoders(program, desk, run)


def check_results(films: Path, out: Path) -> None:
    """Check that each file has a complete row, and that frontal phantoms were scored."""
    lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    files = [path for path in films.rglob("*") if path.is_file()]
    require(len(rows) == len(files), f"{len(files)} files, but {len(rows)} rows")
    require(all(row.keys() >= FIELDS for row in rows), "a row misses fields")
    scored = [row for row in rows if row["status"] == "scored"]
    require(len(scored) >= STUDIES // 2, f"only {len(scored)} rows were scored")
    require(all(row["findings"] for row in scored), "a scored row has no findings")
    broken = [row for row in rows if row["path"].endswith("broken.dcm")]
    require(broken[0]["status"] == "unreadable", "a file of text was not refused")
    with (out / "results.csv").open(encoding="utf-8", newline="") as table:
        require(len(list(csv.DictReader(table))) == len(rows), "results.csv misses rows")
    flagged = [row for row in scored if is_flagged(row)]
    overlays = list((out / "overlays").rglob("*.png"))
    require(len(overlays) == len(flagged), f"{len(flagged)} flagged, {len(overlays)} overlays")
    say(f"{len(rows)} rows, {len(scored)} scored, {len(flagged)} flagged, {len(overlays)} overlays")


def is_flagged(row: dict[str, Any]) -> bool:
    """Whether a finding other than normality is flagged."""
    return any(f["state"] == "flagged" and f["name"] != "normal" for f in row["findings"])


def check_decoders(program: str, desk: Path, run: Callable[[str, list[str]], str]) -> None:
    """Check that the frozen program reads pydicom's own files exactly as this environment does."""
    files = str(desk / "pydicom")
    shutil.copytree(Path(pydicom.__file__).parent / "data/test_files", files)
    frozen = run("inspect", [program, "inspect", files, "--jsonl"])
    here = timed(
        "inspect, not frozen", [sys.executable, "-m", "viewer", "inspect", files, "--jsonl"]
    )
    differing = [a for a, b in zip(frozen.splitlines(), here.splitlines(), strict=True) if a != b]
    require(not differing, "read otherwise than unfrozen:\n" + "\n".join(differing[:5]))
    opened = frozen.count('"outcome": "opens"') + frozen.count('"outcome":"opens"')
    say(f"{len(frozen.splitlines())} files inspected alike, {opened} open")


def timed(name: str, command: list[str], user: str | None = None) -> str:
    """Run a command, print how long it took, and return its standard output."""
    started = time.perf_counter()
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=False, user=user
    )
    say(f"{name}: {time.perf_counter() - started:.1f} s")
    require(done.returncode == 0, f"{name} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


def require(condition: bool, message: str) -> None:
    """Stop with a message unless the condition holds."""
    if not condition:
        sys.exit(f"SMOKE TEST FAILED: {message}")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        main(Path(name))
