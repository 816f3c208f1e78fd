"""Try the frozen program as its user would: ``python packaging/smoke.py dist/hilum``.

Beside the phantom, it reads pydicom's own small files of every transfer syntax, so that a decoder
left behind by the packager is noticed.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pydicom

STUDIES = 4
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


def main(folder: Path) -> None:
    """Run every step; the first that fails raises SystemExit with its reason."""
    program = str(folder.resolve() / ("hilum.exe" if os.name == "nt" else "hilum"))
    size_mb = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    say(f"frozen program: {size_mb:.0f} MB")
    with tempfile.TemporaryDirectory() as work:
        os.environ["HILUM_HOME"] = f"{work}/home"
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        films, out = Path(work, "films"), Path(work, "out")
        timed("help", [program, "--help"])
        timed("phantom", [program, "phantom", "--out", str(films), "--studies", str(STUDIES)])
        (films / "broken.dcm").write_bytes(b"not a film")
        timed("triage", [program, "triage", str(films), "--out", str(out), "--overlays"])
        check_results(films, out)
        timed("triage resumed", [program, "triage", str(films), "--out", str(out), "--resume"])
        timed("audit", [program, "audit", "verify"])
        picture = Path(work, "window.png")
        timed("window", [program, "--screenshot", str(picture), str(films)])
        require(picture.is_file(), "the viewer wrote no screenshot")
        check_decoders(program)
    say("frozen program: all good")


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


def check_decoders(program: str) -> None:
    """Check that the frozen program reads pydicom's own files exactly as this environment does."""
    files = str(Path(pydicom.__file__).parent / "data" / "test_files")
    frozen = timed("inspect", [program, "inspect", files, "--jsonl"])
    here = timed(
        "inspect, not frozen", [sys.executable, "-m", "viewer", "inspect", files, "--jsonl"]
    )
    differing = [a for a, b in zip(frozen.splitlines(), here.splitlines(), strict=True) if a != b]
    require(not differing, "read otherwise than unfrozen:\n" + "\n".join(differing[:5]))
    opened = frozen.count('"outcome": "opens"') + frozen.count('"outcome":"opens"')
    say(f"{len(frozen.splitlines())} files inspected alike, {opened} open")


def timed(name: str, command: list[str]) -> str:
    """Run a command, print how long it took, and return its standard output."""
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
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
    main(Path(sys.argv[1]))
