"""Prepare everything a profile needs: virtual environment, packages, system libraries.

``python packaging/bootstrap.py run|test|package``. Standard library only: it runs before anything
is installed. A second call finds its stamp and returns at once. Exit status 3: something is left
for you to type, and the line is printed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PROFILES = {
    "run": ("samples",),
    "test": ("samples", "training", "dev"),
    "package": ("samples", "postgresql", "package"),
}
BUILDS = {"cpu": "onnxruntime", "gpu": "onnxruntime-gpu", "directml": "onnxruntime-directml"}
LEFT_TO_THE_USER = 3

# What libqxcb, libqoffscreen, libqwayland and QtWidgets ask for on a bare Debian 12, by soname.
DEBIAN_PACKAGES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_MODULES = ("QtCore", "QtGui", "QtWidgets")


def main(profile: str) -> int:
    """Prepare one profile; return the exit status."""
    stamp = VENV / f".hilum-{profile}.json"
    wanted = {
        "pyproject": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "root": str(ROOT),
        "build": onnxruntime_build(),
    }
    if not stamp.is_file() or json.loads(stamp.read_text()) != wanted:
        make_environment()
        install(wanted["build"], PROFILES[profile])
        stamp.write_text(json.dumps(wanted))
    if sys.platform != "linux":
        return 0
    return complete_system(window=profile == "package" or has_display())


def make_environment() -> None:
    """Make the virtual environment; make it anew where an earlier attempt was cut short."""
    if _status([PYTHON, "-m", "pip", "--version"]) != 0:
        say(f"Making the virtual environment {VENV.name}")
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)


def has_display() -> bool:
    """Whether a window system is announced."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def onnxruntime_build() -> str:
    """Return ``gpu`` on a machine with an NVIDIA GPU, else ``cpu``; $HILUM_BUILD overrides."""
    asked = os.environ.get("HILUM_BUILD", "")
    if asked in BUILDS:
        return asked
    tool = shutil.which("nvidia-smi")
    if tool and "GPU " in _output([tool, "-L"]):
        return "gpu"
    return "gpu" if any(Path("/proc/driver/nvidia/gpus").glob("*")) else "cpu"


def install(build: str, extras: tuple[str, ...]) -> None:
    """Install Hilum in place with its extras; never two builds of ONNX Runtime side by side."""
    others = [name for key, name in BUILDS.items() if key != build]
    if any(_status([PYTHON, "-m", "pip", "show", other]) == 0 for other in others):
        pip("uninstall", "-y", "-q", *BUILDS.values())
    wanted = f".[{','.join((build, *extras))}]"
    say(f"Installing {wanted} (some minutes the first time)")
    pip("install", "-q", "--disable-pip-version-check", "-e", wanted)


def pip(*words: str) -> None:
    """Run pip in the virtual environment."""
    subprocess.run([PYTHON, "-m", "pip", *words], cwd=ROOT, check=True)


def complete_system(*, window: bool) -> int:
    """Install the system libraries that Qt misses, or print the line to type."""
    missing = missing_libraries(window=window)
    if not missing:
        return 0
    packages = sorted({DEBIAN_PACKAGES[name] for name in missing})
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    prefix = apt_prefix()
    if prefix is not None:
        say(f"Installing with apt: {' '.join(packages)}")
        apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
        subprocess.run([*apt, "apt-get", "update", "-qq"], check=False)
        subprocess.run([*apt, *line.split(), "-qq"], check=False)
        if not missing_libraries(window=window):
            return 0
    if shutil.which("apt-get"):
        say("Qt misses system libraries. Type this, then run the command again:")
        say(f"    sudo apt-get update && sudo {line}")
    else:
        say("Qt misses system libraries. Install these, then run the command again:")
        say(f"    {' '.join(missing)}")
    return LEFT_TO_THE_USER


def missing_libraries(*, window: bool) -> list[str]:
    """Return the system libraries that Qt, with or without a window, asks for and does not find."""
    qt = next(VENV.glob("lib/python3*/site-packages/PySide6"))
    names = ["libqoffscreen.so"]
    if window:
        names.append("libqwayland.so" if os.environ.get("WAYLAND_DISPLAY") else "libqxcb.so")
    objects = [qt / "Qt/plugins/platforms" / name for name in names]
    objects += [path for module in QT_MODULES for path in qt.glob(f"{module}.*so")]
    report = _output(["ldd", *map(str, objects)])
    absent = {line.split()[0] for line in report.splitlines() if "not found" in line}
    return sorted(absent & DEBIAN_PACKAGES.keys())


def apt_prefix() -> list[str] | None:
    """Return what to write before apt-get; None where it is absent or not allowed."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if _status(["sudo", "-n", "true"]) == 0 else None


def say(text: str) -> None:
    """Print a line at once, before what the next step prints."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _status(command: list[str | Path]) -> int:
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode
    except (OSError, subprocess.TimeoutExpired):
        return 127


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except subprocess.CalledProcessError as error:
        say(f"This step failed: {' '.join(map(str, error.cmd))}")
        sys.exit(1)
