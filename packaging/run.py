"""Open the viewer on the samples; without a display, triage them headless into out/.

Run by the virtual environment's Python, after bootstrap.py.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
HILUM = [sys.executable, "-m", "viewer"]
# A real chest film with findings, and an extremity that must not be scored.
REAL_FILMS = ("RG1_J2KR.dcm", "RG3_J2KR.dcm")


def main() -> int:
    """Return the exit status of the viewer, or of the headless triage."""
    home = os.environ.get("HILUM_HOME")
    samples = make_samples((Path(home) if home else ROOT / ".samples") / "samples")
    if display_works():
        return subprocess.run([*HILUM, str(samples)], check=False).returncode
    say(f"No display: the same triage runs without a window, into {OUT.name}/")
    triage = [*HILUM, "triage", str(samples), "--out", str(OUT), "--overlays"]
    status = subprocess.run(triage, check=False).returncode
    if status:
        return status
    picture = OUT / "screenshot.png"
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    window = [*HILUM, "--screenshot", str(picture), str(samples)]
    status = subprocess.run(window, env=offscreen, check=False).returncode
    for path in (OUT / "results.jsonl", OUT / "results.csv", picture):
        say(f"{'wrote' if path.is_file() else 'MISSING'} {path.relative_to(ROOT)}")
        status = status or (not path.is_file())
    return int(status)


def make_samples(folder: Path) -> Path:
    """Put eight phantom studies and two real films into a folder, once for each version."""
    stamp = folder.with_name(f"{folder.name}.version")
    version = metadata.version("hilum")
    if not stamp.is_file() or stamp.read_text() != version:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        say("Making the samples: eight studies of the numerical phantom")
        phantoms = folder / "phantom"
        subprocess.run([*HILUM, "phantom", "--out", str(phantoms), "--studies", "8"], check=True)
        for film in real_films():
            shutil.copy(film, folder)
        stamp.write_text(version)
    return folder


def real_films() -> list[Path]:
    """Find the real films inside the package pydicom-data, without its downloading functions."""
    found = importlib.util.find_spec("data_store")
    if found is None or found.origin is None:
        return []
    return [Path(found.origin).parent / "data" / name for name in REAL_FILMS]


def display_works() -> bool:
    """Whether a window can be opened: a display may be announced and yet refuse."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    probe = [sys.executable, "-c", "from PySide6.QtGui import QGuiApplication as A; A([])"]
    try:
        return subprocess.run(probe, capture_output=True, timeout=30, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def say(text: str) -> None:
    """Print a line at once, before what the next step prints."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"This step failed: {' '.join(map(str, error.cmd))}")
