"""The GPU pack: ONNX Runtime's build for NVIDIA GPUs, and CUDA's libraries, in the user's folder.

Hilum ships the build for processors. A pack is made of the wheels that `FETCH` downloads, on any
machine; it lies in ``gpu`` in Hilum's own folder and is preferred to what is shipped. Where it does
not load, what is shipped is used, and the reason is said.
"""

import ctypes
import json
import shutil
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

from packaging.tags import Tag, sys_tags
from packaging.utils import InvalidWheelFilename, parse_wheel_filename
from packaging.version import Version

from engine import runtime
from engine.errors import UnusablePack
from engine.home import home, make_folder

RUNTIME = "onnxruntime-gpu"
_MODULE = "onnxruntime"
_LIBRARIES = "nvidia"
_LIST = "pack.json"
_MB = 1_000_000
_DRIVER, _SHARED, _CUDA = (
    ("nvcuda.dll", "onnxruntime_providers_shared.dll", "onnxruntime_providers_cuda.dll")
    if sys.platform == "win32"
    else ("libcuda.so.1", "libonnxruntime_providers_shared.so", "libonnxruntime_providers_cuda.so")
)
_PLATFORMS = (
    ("win_amd64",)
    if sys.platform == "win32"
    else ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux2014_x86_64")
)
FETCH = (
    "pip download --only-binary=:all: --python-version {python} {platforms} -d FOLDER"
    ' "{runtime}[cuda,cudnn]=={version}.*"'
)
"""What to type where there is a network."""

Tell = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel of a pack: normalised ``name``, and the file."""

    name: str
    version: Version
    tags: frozenset[Tag]
    path: Path


@dataclass(slots=True)
class Preference:
    """The pack at the start of a program; ``problem`` says why it is not used, though installed."""

    folder: Path
    used: bool = False
    problem: str = ""

    def begin(self) -> None:
        """Let ``import onnxruntime`` find the pack first, where one is installed that fits."""
        if not (self.folder / _MODULE).is_dir():
            return
        try:
            made_for = json.loads((self.folder / _LIST).read_text(encoding="utf-8"))["python"]
        except (OSError, ValueError, KeyError, TypeError):
            made_for = "a Python that nobody wrote down"
        if made_for != _python():
            self.problem = f"it was made for {made_for}, this is {_python()}: install it anew"
            return
        self.used = True
        sys.path.insert(0, str(self.folder))

    def leave(self, error: ImportError) -> None:
        """Forget the pack, which does not load; raise the error where there is none."""
        if not self.used:
            raise error
        self.used = False
        self.problem = f"it does not load ({missing_of(error) or type(error).__name__})"
        sys.path.remove(str(self.folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == _MODULE]:
            del sys.modules[name]


def folder() -> Path:
    """Return where the pack lies, or would."""
    return home() / "gpu"


def installed(place: Path) -> tuple[str, ...]:
    """Return the names of a pack's wheels; empty where there is none."""
    try:
        return tuple(json.loads((place / _LIST).read_text(encoding="utf-8"))["wheels"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def how_to_fetch() -> str:
    """Return the line that downloads the wheels for this program."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    platforms = " ".join(f"--platform {name}" for name in _PLATFORMS)
    return FETCH.format(
        python=python, platforms=platforms, runtime=RUNTIME, version=_series(_shipped())
    )


def wheels_in(sources: Sequence[Path]) -> list[Wheel]:
    """Return the wheels of a pack among files and in folders; what is no part of one is left out.

    Raises
    ------
    UnusablePack
        Where ONNX Runtime's is not there or there twice, or one is for another system or Python.
    """
    files = [path for source in sources for path in _files(source)]
    found = [wheel for path in files if (wheel := _wheel(path)) is not None]
    runtimes = [wheel for wheel in found if wheel.name == RUNTIME]
    if len(runtimes) != 1:
        raise UnusablePack(
            f"There must be one wheel of {RUNTIME}, here are {len(runtimes)}. Fetch it with: "
            f"{how_to_fetch()}"
        )
    fitting = frozenset(sys_tags())
    for wheel in found:
        if not wheel.tags & fitting:
            raise UnusablePack(
                f"{wheel.path.name} is for another system or Python; this is {_python()}."
            )
    wanted = _series(_shipped())
    if _series(runtimes[0].version) != wanted:
        raise UnusablePack(
            f"{runtimes[0].path.name} does not fit: this Hilum needs {RUNTIME} {wanted}."
        )
    return found


def install(sources: Sequence[Path], place: Path, tell: Tell = lambda *_: None) -> list[str]:
    """Unpack a pack's wheels beside the old pack, then replace it; return the wheels' names.

    ``tell`` gets the megabytes that are unpacked, and all. What it raises ends the work, and the
    old pack stays.

    Raises
    ------
    UnusablePack
        As `wheels_in` does, and where a wheel is damaged or the disc too small.
    OSError
        Where the folder cannot be written.
    """
    wheels = wheels_in(sources)
    new, old = place.with_name(f"{place.name}.new"), place.with_name(f"{place.name}.old")
    for rest in (new, old):
        shutil.rmtree(rest, ignore_errors=True)
    make_folder(place.parent)
    new.mkdir()
    try:
        needed, done = _needed(wheels, new), 0
        for wheel in wheels:
            for written in _unpacked(wheel, new):
                done += written
                tell(done // _MB, needed // _MB)
        names = [wheel.path.name for wheel in wheels]
        listed = json.dumps({"python": _python(), "wheels": names}, indent=1)
        (new / _LIST).write_text(listed, encoding="utf-8")
        if place.exists():
            place.rename(old)
        new.rename(place)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return names


def remove(place: Path) -> bool:
    """Delete the pack; return whether there was one. Raises OSError."""
    if not place.exists():
        return False
    shutil.rmtree(place)
    return True


def missing_library(runtime: Path) -> str:
    """Return in words what CUDA lacks here; empty where that cannot be told.

    ``runtime`` is the folder of the module ``onnxruntime``.
    """
    for name in (_DRIVER, str(runtime / "capi" / _SHARED), str(runtime / "capi" / _CUDA)):
        try:
            ctypes.CDLL(name)
        except OSError as error:
            if name == _DRIVER:
                return f"there is no NVIDIA driver ({_DRIVER})"
            return missing_of(error)
    return ""


def missing_of(error: BaseException) -> str:
    """Return the library that an error names as missing, in words; empty where it names none."""
    name, sign, _ = str(error).partition(": cannot open shared object file")
    return f"{name.rpartition('/')[2].rpartition(' ')[2]} is missing" if sign else ""


def _files(source: Path) -> Iterable[Path]:
    return sorted(source.glob("*.whl")) if source.is_dir() else [source]


def _wheel(path: Path) -> Wheel | None:
    """Return a file as a wheel of a pack; None for one that Hilum does not need."""
    try:
        name, version, _, tags = parse_wheel_filename(path.name)
    except InvalidWheelFilename as error:
        raise UnusablePack(f"{path.name} is no wheel.") from error
    wanted = name == RUNTIME or name.startswith(f"{_LIBRARIES}-")
    return Wheel(name, version, tags, path) if wanted else None


def _needed(wheels: Iterable[Wheel], target: Path) -> int:
    """Return the bytes that a pack takes; UnusablePack where there is no room for them."""
    needed = 0
    for wheel in wheels:
        with _opened(wheel) as archive:
            needed += sum(info.file_size for info, _ in _members(archive, wheel))
    free = shutil.disk_usage(target).free
    if needed > free:
        raise UnusablePack(
            f"The pack needs {needed / 1e9:.1f} GB, and only {free / 1e9:.1f} GB are free there."
        )
    return needed


def _members(archive: zipfile.ZipFile, wheel: Wheel) -> Iterator[tuple[zipfile.ZipInfo, Path]]:
    """Give what is unpacked, and where: licences go where they make no distribution."""
    for info in archive.infolist():
        parts = PurePosixPath(info.filename).parts
        if info.is_dir() or ".." in parts or not parts:
            continue
        if parts[0] in (_MODULE, _LIBRARIES):
            yield info, Path(*parts)
        elif "licens" in info.filename.lower():
            yield info, Path("licences", wheel.name, parts[-1])


def _unpacked(wheel: Wheel, target: Path) -> Iterator[int]:
    """Unpack the module and the libraries; give the bytes of each piece that is written."""
    with _opened(wheel) as archive:
        for info, inner in _members(archive, wheel):
            place = target / inner
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                with archive.open(info) as source, place.open("wb") as sink:
                    while piece := source.read(_MB):
                        yield sink.write(piece)
            except (zipfile.BadZipFile, zlib.error, EOFError) as error:
                raise UnusablePack(f"{wheel.path.name} is damaged: fetch it again.") from error


def _opened(wheel: Wheel) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(wheel.path)
    except zipfile.BadZipFile as error:
        raise UnusablePack(f"{wheel.path.name} is damaged: fetch it again.") from error


def _shipped() -> Version:
    for name in runtime.builds():
        return Version(metadata.version(name))
    raise UnusablePack("This Hilum has no ONNX Runtime: install it anew.")


def _series(version: Version) -> str:
    return f"{version.major}.{version.minor}"


def _python() -> str:
    return str(next(sys_tags()))
