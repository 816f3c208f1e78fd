"""Files, folders, zips and media directories -> a lazy stream of candidates and of refusals.

Nothing is skipped in silence: every file met gives one candidate, to be read elsewhere, or one
refusal with its reason. No name found in an archive or in a media directory is ever used as a path
to write to, and none leads out of the place it was found in.
"""

import errno
import functools
import lzma
import os
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from engine.errors import HilumError, UnreadableImage

MEMBER_LIMIT = 1 << 30
"""Bytes that one member of an archive may unpack to."""

ARCHIVE_RATIO = 200
"""Times its own size that an archive may claim to hold, once that is more than a member may be."""

_CHUNK = 1 << 20
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"})
_SYSTEM_REASON = "A file of the operating system, not a film."
_APPLE_DOUBLE = b"\x00\x05\x16\x07"
_DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)

References = Callable[[Path], Sequence[tuple[str, ...]]]
"""A media directory's path -> the Referenced File ID (0004,1500) of each of its records."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be a film.

    Attributes
    ----------
    path : Path
        The file on disk: the film, or the archive it lies in.
    name : str
        What the reader sees and results call it: the path, or ``archive.zip!inner/name``.
    relative : str
        The same, relative to the folder that was given, with ``/`` between its parts.
    member : str or None
        Its name inside the archive, and ``entry`` its place in the archive's directory.
    """

    path: Path
    name: str
    relative: str = ""
    member: str | None = None
    entry: int = -1


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was met and will not be read, and why."""

    path: Path
    name: str
    reason: str
    relative: str = ""


def referenced_files(path: Path) -> tuple[tuple[str, ...], ...]:
    """Return the Referenced File IDs (0004,1500) of a media directory, in its order.

    Raises
    ------
    UnreadableImage
        Where the file is no DICOM file.
    """
    from engine.images import dicom

    records = dicom.parse(path.read_bytes()).header.items("DirectoryRecordSequence")
    files = (record.texts("ReferencedFileID") for record in records)
    return tuple(dict.fromkeys(file for file in files if any(file)))


def intake(
    paths: Iterable[Path], *, references: References = referenced_files
) -> Iterator[Candidate | Refusal]:
    """List what there is to read, in a stable order: as given, folders sorted by name.

    Parameters
    ----------
    paths : iterable of Path
        Files, folders (walked in depth), zips, media directories (DICOMDIR). What is given or
        linked twice is listed once.
    references : callable
        Reads a DICOMDIR that is given by itself; its files are then listed too. One that lies in a
        folder needs no reading: its files lie there with it. The default reads in this process.
    """
    walk = _Walk(references)
    for path in paths:
        yield from walk.given(Path(path))


class _Walk:
    """What has been met so far; all state of one intake."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._files: set[str] = set()
        self._folders: dict[str, str] = {}

    def given(self, root: Path) -> Iterator[Candidate | Refusal]:
        """Walk one path of the reader's."""
        pending = [root]
        while pending:
            path = pending.pop()
            relative = _relative(path, root)
            try:
                mode = path.stat().st_mode
                if stat.S_ISDIR(mode):
                    if self._enter(path):
                        pending += sorted(path.iterdir(), reverse=True)
                    else:
                        reason = "A folder that is read already, under another name."
                        yield Refusal(path, _shown(path), reason, relative)
                    continue
            except OSError as error:
                yield Refusal(path, _shown(path), os_reason(error), relative)
                continue
            yield from self._file(path, relative, mode)
        if root.name.casefold().startswith("dicomdir"):
            yield from self._directory(root)

    def _enter(self, folder: Path) -> bool:
        """Whether to walk a folder; again under the same name does no harm, and lists nothing."""
        name = str(folder.absolute())
        return self._folders.setdefault(os.path.realpath(folder), name) == name

    def _file(self, path: Path, relative: str, mode: int) -> Iterator[Candidate | Refusal]:
        absolute = str(path.absolute())
        if absolute in self._files:
            return
        self._files.add(absolute)
        name = _shown(path)
        if reason := _never_a_film(path.name, mode):
            yield Refusal(path, name, reason, relative)
            return
        try:
            with path.open("rb") as stream:
                head = stream.read(132)
        except OSError as error:
            yield Refusal(path, name, os_reason(error), relative)
            return
        if head.startswith(_APPLE_DOUBLE):
            yield Refusal(path, name, _SYSTEM_REASON, relative)
        elif _is_archive(path, head):
            yield from _members(path, name, relative)
        else:
            yield Candidate(path, name, relative)

    def _directory(self, path: Path) -> Iterator[Candidate | Refusal]:
        try:
            references = self._references(path)
        except (HilumError, OSError):
            return  # the directory's own row says so
        for parts in references:
            file = _below(path.parent, parts)
            relative = "/".join(parts)
            if file is None:
                name = f"{_shown(path)}!{relative}"
                reason = "The media directory names this file, but it is not there."
                yield Refusal(path, name, reason, relative)
            else:
                yield from self._file(file, relative, stat.S_IFREG)


def _relative(path: Path, root: Path) -> str:
    return _shown(path.name if path == root else path.relative_to(root).as_posix())


def _shown(path: str | Path) -> str:
    """Spell a path so that every file and terminal takes it: what is no UTF-8 as hex digits."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _never_a_film(name: str, mode: int) -> str:
    if not stat.S_ISREG(mode):
        return "Not a file but a device, pipe or socket."
    return _SYSTEM_REASON if name.casefold() in _SYSTEM_FILES else ""


def _below(folder: Path, parts: tuple[str, ...]) -> Path | None:
    """Find a media directory's file; the names are upper case, discs are often copied in lower."""
    if not parts or any(part in ("", ".", "..") or set(part) & set("/\\:\0") for part in parts):
        return None
    for spelling in (parts, tuple(part.lower() for part in parts)):
        file = folder.joinpath(*spelling)
        if file.is_file():
            return file
    return None


def os_reason(error: OSError) -> str:
    """Say why the operating system did not give us a file, without its path."""
    match error:
        case FileNotFoundError():
            return "The file is not there any more, or the link leads nowhere."
        case PermissionError():
            return "You have no permission to read this."
        case _:
            return f"The file could not be read: {error.strerror or type(error).__name__}."


def _is_archive(path: Path, head: bytes) -> bool:
    """Whether a file is a zip and is called one: office documents and misnamed films are not."""
    is_zip = head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and head[128:] != b"DICM"
    return is_zip and path.suffix.casefold() == ".zip"


def _members(path: Path, name: str, relative: str) -> Iterator[Candidate | Refusal]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
        size = path.stat().st_size
    except OSError as error:
        yield Refusal(path, name, os_reason(error), relative)
        return
    except _DAMAGED_ZIP:
        yield Refusal(path, name, "The zip is damaged or incomplete.", relative)
        return
    if reason := _archive_problem(entries, size):
        yield Refusal(path, name, reason, relative)
        return
    for index, entry in enumerate(entries):
        if entry.is_dir():
            continue
        inner = entry.filename.encode("utf-8", "backslashreplace").decode()
        place = f"{name}!{inner}", f"{relative}!{inner}"
        if reason := _member_problem(entry):
            yield Refusal(path, place[0], reason, place[1])
        else:
            yield Candidate(path, *place, entry.filename, index)


def _archive_problem(entries: list[zipfile.ZipInfo], size: int) -> str:
    if all(entry.is_dir() for entry in entries):
        return "The zip holds no files."
    claimed = sum(entry.file_size for entry in entries)
    if claimed > max(MEMBER_LIMIT, ARCHIVE_RATIO * size):
        return (
            f"The zip claims to unpack to {claimed / 1e9:,.1f} GB, more than {ARCHIVE_RATIO} times "
            "its size: refused as a decompression bomb."
        )
    return ""


def _member_problem(entry: zipfile.ZipInfo) -> str:
    parts = entry.filename.split("/")
    if parts[0] == "__MACOSX" or parts[-1].casefold() in _SYSTEM_FILES:
        return _SYSTEM_REASON
    if entry.flag_bits & 1:
        return "Protected by a password; unpack the zip first."
    if entry.file_size > MEMBER_LIMIT:
        return f"Unpacks to {entry.file_size / 1e9:,.1f} GB, which is too large."
    if entry.filename.casefold().endswith(".zip"):
        return "A zip inside a zip is not opened; unpack the outer one first."
    return ""


@contextmanager
def on_disk(candidate: Candidate, scratch: Path | None = None) -> Iterator[Path]:
    """Give the path of a file to read; a member of an archive is unpacked for as long as needed.

    Parameters
    ----------
    scratch : Path or None
        The folder to unpack into; None is the system's temporary folder.

    Raises
    ------
    UnreadableImage
        Where the archive is damaged, or the member unpacks to more than it may.
    """
    if candidate.member is None:
        yield candidate.path
        return
    handle, name = tempfile.mkstemp(prefix="hilum-", dir=scratch)
    try:
        with os.fdopen(handle, "wb") as target:
            _unpack(candidate, target.write)
        yield Path(name)
    finally:
        with suppress(OSError):
            Path(name).unlink()


def _unpack(candidate: Candidate, write: Callable[[bytes], object]) -> None:
    info = candidate.path.stat()
    try:
        archive = _archive(candidate.path, info.st_mtime_ns, info.st_size)
        written = 0
        with archive.open(archive.infolist()[candidate.entry]) as member:
            while chunk := member.read(_CHUNK):
                written += len(chunk)
                if written > MEMBER_LIMIT:
                    raise UnreadableImage("Unpacks to more than it claims and was stopped.")
                write(chunk)
    except (*_DAMAGED_ZIP, IndexError, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise  # a full disc is no damage; a seek before the beginning is
        raise UnreadableImage("This part of the zip is damaged.") from error


@functools.lru_cache(maxsize=1)
def _archive(path: Path, _modified_ns: int, _size: int) -> zipfile.ZipFile:
    """Keep the last archive open: its directory may list thousands, and each would read it anew."""
    return zipfile.ZipFile(path)


def release_archive() -> None:
    """Close the archive that was read last, so that its disc can be taken out."""
    _archive.cache_clear()
